"""Where in a file something stands. Worked out from the raw JSON, and only once there is a problem to name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.model.records import Card, Emotion, Project, Record, emotion_id
from cxdesigner.model.wording import described, in_words
from cxdesigner.sentences import Sentence
from cxdesigner.storage.nesting import LISTS, Fragment

__all__ = ["Fault", "asset_place", "described", "faults", "ids_in", "records_in"]


class Fault(NamedTuple):
    """What does not fit in one record: the first field on the way, the way in words, what is wrong."""

    field: str
    suffix: str
    message: Sentence
    over_limit: bool


_PARTS: Final[dict[type[Record], str]] = {Card: "votes", Emotion: "ratings"}
"""Which field of which records holds values with ids of their own."""


def records_in(raw: Any, kind: type[Record]) -> Iterator[tuple[str, str]]:
    """Give the id and the place of every record in the raw JSON of a `kind`, in the order of the file."""
    for found, inside, place in _walk(raw, kind, ""):
        yield _id_of(found, inside), place
    yield from _assets_in(raw, kind)


def ids_in(raw: Any, kind: type[Record]) -> Iterator[tuple[str, str]]:
    """Give every id in the raw JSON of a `kind`, of votes and ratings too, and where it stands."""
    for found, inside, place in _walk(raw, kind, ""):
        yield _id_of(found, inside), place
        name = _PARTS.get(inside, "")
        parts = found.get(name)
        for index, part in enumerate(parts if isinstance(parts, list) else ()):
            if isinstance(part, dict) and isinstance(part.get("id"), str):
                yield part["id"], f"{place}.{name}[{index}]"
    yield from _assets_in(raw, kind)


def _walk(raw: Any, kind: type[Record], place: str) -> Iterator[tuple[dict[str, Any], type[Record], str]]:
    if not isinstance(raw, dict):
        return
    if kind is not Fragment:
        yield raw, kind, place
    for name, listed in LISTS.get(kind, {}).items():
        items = raw.get(name)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            yield from _walk(item, listed, f"{place}.{name}[{index}]".lstrip("."))


def _assets_in(raw: Any, kind: type[Record]) -> Iterator[tuple[str, str]]:
    if kind in (Project, Fragment) and isinstance(raw.get("assets"), dict):
        for key in raw["assets"]:
            yield key, asset_place(key)


def asset_place(key: str) -> str:
    """Name the place of an asset."""
    return f'assets["{key}"]'


def _id_of(raw: dict[str, Any], kind: type[Record]) -> str:
    if kind is Emotion:
        return emotion_id(str(raw.get("persona")), str(raw.get("step")))
    return str(raw.get("id"))


def faults(error: ValidationError, raw: dict[str, Any]) -> list[Fault]:
    """Say in the words of the file what a validation found, once for each place."""
    found: dict[str, Fault] = {}
    for detail in error.errors(include_url=False):
        suffix = _suffix(detail["loc"], detail["type"], raw)
        context = detail.get("ctx", {})
        over = detail["type"] == "string_too_long" and context["max_length"] == MAX_TEXT
        fault = Fault(
            str(detail["loc"][0]), suffix, in_words(detail["type"], detail["msg"], context, detail["input"]), over
        )
        found.setdefault(suffix, fault)
    return list(found.values())


def _suffix(location: Sequence[int | str], kind: str, raw: Any) -> str:
    suffix, here = "", raw
    for part in location:
        if isinstance(part, int):
            suffix += f"[{part}]"
            here = here[part]
        elif isinstance(here, dict) and (part in here or kind == "missing"):
            suffix += f".{part}"
            here = here.get(part)
        # Else it is the name of a choice between types, not of a place.
    return suffix
