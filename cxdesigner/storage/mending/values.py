"""What a value that its field does not take was meant to be."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.sentences import Sentence, say

_SHORT_COLOR: Final = re.compile(r"#?([0-9a-fA-F])([0-9a-fA-F])([0-9a-fA-F])")
_BARE_COLOR: Final = re.compile(r"[0-9a-fA-F]{6}")
_NUMBER: Final = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?")
_BOUNDS: Final = ("low", "high")


class Mended(NamedTuple):
    """What to put in the place of a value, in words what was done, and what is left over of it."""

    value: Any
    did: Sentence
    rest: Any = None


def mended(kind: str, value: Any, context: dict[str, Any]) -> Mended | None:
    """Make of a value one that its field takes; None if nobody can tell what was meant.

    `kind` and `context` are what a validation says of it, as pydantic names them.
    """
    maker = _MAKERS.get(kind)
    return maker(value, context) if maker is not None else None


def _text(value: Any, _context: dict[str, Any]) -> Mended | None:
    if isinstance(value, bool):
        return _read_as("true" if value else "false")
    if isinstance(value, int | float):
        return _read_as(str(value)) if abs(value) < 1e15 else None
    if isinstance(value, list) and value and all(isinstance(line, str) for line in value):
        return Mended("\n".join(value), say("its lines were put together"))
    return None


def _cut(value: str, context: dict[str, Any]) -> Mended | None:
    if context["max_length"] != MAX_TEXT:
        return None
    did = say('the first {most:,} are there and the rest is in the field "unfit"', most=MAX_TEXT)
    return Mended(value[:MAX_TEXT], did, value[MAX_TEXT:])


def _switch(value: Any, _context: dict[str, Any]) -> Mended | None:
    meant = {"true": True, "false": False, "1": True, "0": False}.get(str(value).strip().lower())
    return _read_as(meant) if meant is not None else None


def _number(value: Any, _context: dict[str, Any]) -> Mended | None:
    if not isinstance(value, str) or not _NUMBER.fullmatch(value.strip()):
        return None
    meant = float(value.strip().replace(",", "."))
    return _read_as(int(meant) if meant.is_integer() else meant)


def _listed(value: Any, _context: dict[str, Any]) -> Mended | None:
    return Mended([value], say("it was put into one")) if isinstance(value, str) and value else None


def _bounded(value: float, context: dict[str, Any]) -> Mended | None:
    bounds = [context["sentence"].values.get(name) for name in _BOUNDS]
    if bounds[0] is None:
        return None
    nearest = bounds[0] if value < bounds[0] else bounds[1]
    did = say('it was set to {value} and what was there is in the field "unfit"', value=nearest)
    return Mended(nearest, did, value)


def _color(value: str, _context: dict[str, Any]) -> Mended | None:
    if short := _SHORT_COLOR.fullmatch(value.strip()):
        return _read_as("#" + "".join(digit * 2 for digit in short.groups()))
    if _BARE_COLOR.fullmatch(value.strip("# ")):
        return _read_as(f"#{value.strip('# ')}")
    return None


def _read_as(value: Any) -> Mended:
    return Mended(value, say("it was read as {value}", value=repr(value) if isinstance(value, str) else str(value)))


_MAKERS: Final[dict[str, Callable[[Any, dict[str, Any]], Mended | None]]] = {
    "string_type": _text,
    "string_too_long": _cut,
    "bool_type": _switch,
    "float_type": _number,
    "int_type": _number,
    "tuple_type": _listed,
    "range": _bounded,
    "color": _color,
}
