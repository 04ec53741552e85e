"""The JSON Schema of the project file, made of the records.

`python -m cxdesigner.storage.schema` writes it to resources/schema.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from pydantic.json_schema import models_json_schema

from cxdesigner.model.records import Asset, Project, Record
from cxdesigner.storage.nesting import AT_MOST, FORMAT, LISTS

FILE: Final = Path(__file__).parents[2] / "resources" / "schema" / f"{FORMAT}-1.schema.json"

_NAMED_BY = "#/$defs/{model}"
_RANK = "Where it stands among its siblings: compared by code point, ties by id."
_ORIGIN = "The id of what it was copied from."
_ABOUT: Final = {
    "Project": "A project: customer journey maps, and the personas and departments that they share.",
    "Project.format": "What kind of JSON this is.",
    "Project.version": "Raised only when the meaning of something changes; a higher one is opened read-only.",
    "Project.id": "A UUID. All ids are strings, unique in the file and never used again.",
    "Project.language": "The language of the content, as a BCP 47 tag.",
    "Project.snapshots": "Named versions of the project.",
    "Project.conflicts": "What a merge left open.",
    "Project.assets": "Pictures by key: sha256- and the hash of the decoded bytes in hexadecimal digits.",
    "Brand.logo": "The key of an asset.",
    "Conflict.path": "The field in question; both values are kept until one is chosen.",
    "Persona.photo": "The key of an asset.",
    "Map": "One journey on one sheet.",
    "Map.release": "Like date and author, printed on the map; people set them, saving never does.",
    "Map.personas": "The ids of the personas that it shows.",
    "Stage": "A part of the journey, made of steps.",
    "Step": "One column of the sheet.",
    "Step.width": "In points on the sheet; null for automatic.",
    "Lane": "One row of the sheet. What it is, is its kind; its title is free.",
    "Card": "Anything that stands in a lane at a step. Which fields are offered depends on its kind.",
    "Card.lane": "The id of a lane; null, like its step, in the parking lot.",
    "Card.step": "The id of the step at which it starts.",
    "Card.to": "The id of the last step that it covers; null for only `step`.",
    "Card.personas": "The ids of the personas whom it is about; none for all of the map's.",
    "Card.url": "Followed only if it is http, https or mailto, and after asking.",
    "Card.department": "The id of a department.",
    "Card.solves": "The ids of the cards that it solves.",
    "Card.asset": "The key of an asset.",
    "Emotion": "How one persona feels at one step. It has no id: each persona has one emotion at a step at most.",
    "Emotion.score": "-2 very negative, 0 neutral, 2 very positive; null for not rated.",
    "Emotion.feeling": "A word of the customer's.",
    "Emotion.ratings": "What people in the room gave.",
    "Link.from": "The id of a card, step or stage.",
    "Link.to": "The id of a card, step or stage.",
    "Vote.round": "The id of a round of voting.",
    "Vote.n": "How many dots.",
    "Comment.on": "The id of anything.",
    "Comment.persona": "The id of a persona: the comment is on how that one feels at the step `on`.",
    "Snapshot": "A named version of the project.",
    "Snapshot.content": "The project as it was, without snapshots and assets; its ids are a scope of their own.",
    "Asset": "A picture.",
    "Asset.data": "The bytes in base64.",
}


def schema() -> dict[str, Any]:
    """Make the schema (draft 2020-12). Fields that it does not name are allowed everywhere, and kept."""
    kinds: set[type[Record]] = {Project, Asset, *(kind for lists in LISTS.values() for kind in lists.values())}
    modes: list[Any] = [(kind, "validation") for kind in sorted(kinds, key=lambda kind: kind.__name__)]
    _, made = models_json_schema(modes, by_alias=True, ref_template=_NAMED_BY)
    definitions = made["$defs"]
    for kind in kinds:
        fields = definitions[kind.__name__]["properties"]
        for name in [name for name in fields if name.startswith("\x1f")]:
            del fields[name]
        for name, listed in LISTS.get(kind, {}).items():
            fields[name] = {"type": "array", "items": _to(listed), "default": []}
            if listed in AT_MOST:
                fields[name]["maxItems"] = AT_MOST[listed]
    _finish_project(definitions["Project"])
    _finish(definitions["Stage"], "steps")
    del definitions["Stage"]["properties"]["steps"]["default"]
    definitions["Stage"]["properties"]["steps"]["minItems"] = 1
    for name, definition in definitions.items():
        _describe(name, definition)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "cxdesigner project, version 1",
        "$ref": "#/$defs/Project",
        "$defs": definitions,
    }


def _to(kind: type) -> dict[str, str]:
    return {"$ref": _NAMED_BY.format(model=kind.__name__)}


def _finish(definition: dict[str, Any], *required: str) -> None:
    definition["required"] = [*definition["required"], *required]


def _finish_project(definition: dict[str, Any]) -> None:
    fields = definition["properties"]
    conflicts = fields.pop("conflicts")
    definition["properties"] = {
        "format": {"const": FORMAT},
        "version": {"type": "integer", "minimum": 1},
        **fields,
        "conflicts": conflicts,
        "assets": {"type": "object", "additionalProperties": _to(Asset), "default": {}},
    }
    del definition["properties"]["maps"]["default"]
    _finish(definition, "format", "version", "maps")


def _describe(name: str, definition: dict[str, Any]) -> None:
    del definition["title"]
    if name in _ABOUT:
        definition["description"] = _ABOUT[name]
    for field, about in definition["properties"].items():
        about.pop("title", None)
        text = _ABOUT.get(f"{name}.{field}", {"rank": _RANK, "origin": _ORIGIN}.get(field))
        if text:
            about["description"] = text


def main(file: Path = FILE) -> None:
    """Write the schema to a file."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":  # pragma: no cover
    main()
