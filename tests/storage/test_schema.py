"""The published schema says what the records say, and fits every project there is."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from cxdesigner.model.document import Document
from cxdesigner.storage import schema as module
from cxdesigner.storage.codec import write
from cxdesigner.storage.schema import FILE, main, schema
from tests.storage.outcomes import read_or_sentence
from tests.storage.test_damage import DAMAGED
from tests.strategies import documents

ROOT = Path(__file__).parents[2]
FULL = Path(__file__).parent / "full.cxd"
CHECK = jsonschema.Draft202012Validator(schema())


def test_the_committed_file_is_current(tmp_path: Path) -> None:
    main(tmp_path / "new" / "schema.json")
    assert (tmp_path / "new" / "schema.json").read_bytes() == FILE.read_bytes(), (
        "run python -m cxdesigner.storage.schema"
    )


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("file", [FULL, *sorted((ROOT / "resources").glob("*/*.cxd"))], ids=lambda file: file.stem)
def test_every_project_that_ships_fits(file: Path) -> None:
    assert not list(CHECK.iter_errors(json.loads(file.read_bytes())))


@given(documents(loose=True))
def test_every_project_that_is_written_fits(document: Document) -> None:
    assert not list(CHECK.iter_errors(json.loads(write(document))))


# What a schema cannot say: that ids are there once, that base64 is base64.
BEYOND = ("].content.", "is taken by", "is not base64", "same persona and step", "ordinary size")


@pytest.mark.parametrize(("data", "problems"), [pair for pair in DAMAGED if not any(w in str(pair[1]) for w in BEYOND)])
def test_what_is_damaged_does_not_fit(data: bytes, problems: list[str]) -> None:
    assert not CHECK.is_valid(json.loads(data)), problems


@pytest.mark.parametrize("field", ["format", "version", "id", "maps"])
def test_what_is_always_there_is_required(field: str) -> None:
    raw = json.loads(FULL.read_bytes())
    del raw[field]
    assert not CHECK.is_valid(raw)


def test_unknown_fields_fit_everywhere() -> None:
    definitions = schema()["$defs"]
    assert all(definition["additionalProperties"] is True for definition in definitions.values())


def test_nothing_of_the_inside_shows() -> None:
    text = json.dumps(schema())
    assert "\\u001f" not in text
    assert "emotion_id" not in text


def test_every_description_is_of_a_field_that_is_there() -> None:
    definitions = schema()["$defs"]
    for name in module._ABOUT:
        kind, _, field = name.partition(".")
        assert not field or field in definitions[kind]["properties"], name


def test_the_schema_and_the_reader_agree_on_the_full_file_when_a_value_is_of_another_type() -> None:
    raw = json.loads(FULL.read_bytes())
    seen = 0
    for path in paths(raw):
        for value in ([], {}, 1, "x", True):
            changed = copy.deepcopy(raw)
            holder = changed
            for step in path[:-1]:
                holder = holder[step]
            if type(holder[path[-1]]) is type(value):
                continue
            holder[path[-1]] = value
            if not CHECK.is_valid(changed):
                assert isinstance(read_or_sentence(json.dumps(changed).encode()), str), (path, value)
                seen += 1
    assert seen > 500


def paths(raw: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items = raw.items() if isinstance(raw, dict) else enumerate(raw) if isinstance(raw, list) else ()
    found = [path] if path else []
    for key, value in items:
        if not str(key).startswith("zz") and key not in {"content", "conflicts"}:
            found += paths(value, (*path, key))
    return found
