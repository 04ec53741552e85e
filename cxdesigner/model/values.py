"""The types of single values in a record."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, Field, Strict, WithJsonSchema
from pydantic_core import PydanticCustomError

from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.sentences import Sentence, say

# Everything that file-format.md keeps out of text: control characters but tab and newline, and surrogates.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_COLOR = re.compile(r"(#[0-9a-fA-F]{6})?")
_LARGEST = 1e300
_DATE = re.compile(r"(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]))?")


def clean(text: str) -> str:
    """Make text fit for a project: no lone surrogates (U+FFFD instead), newlines as line ends, no controls."""
    if not _UNFIT.search(text):
        return text
    # A pair of surrogates that came in separately (from two JSON escapes) is one character.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return _UNFIT.sub("", text)


def _refused(kind: str, sentence: Sentence) -> PydanticCustomError:
    """Make the error of a value that does not fit; `wording.in_words` takes the sentence out of it."""
    return PydanticCustomError(kind, "{sentence}", {"sentence": sentence})


def _color(value: str) -> str:
    if not _COLOR.fullmatch(value):
        raise _refused("color", say("{value} is not a colour like #2f5bd7", value=repr(value)[:40]))
    return value


def _date(value: str) -> str:
    if not _DATE.fullmatch(value) or not _is_day(value):
        raise _refused("date", say("{value} is not a date like 2026-06-30", value=repr(value)[:40]))
    return value


def _is_day(value: str) -> bool:
    """Tell whether the calendar has this day; it has "", which is none."""
    try:
        return not value or bool(date.fromisoformat(value))
    except ValueError:
        return False


def _number(value: float) -> float:
    if not -_LARGEST <= value <= _LARGEST:  # a JSON integer may have hundreds of digits
        raise _refused("range", say("should be a number of ordinary size"))
    # 1.0 and 1 are the same number, and the file writes whole numbers without a point.
    return int(value) if isinstance(value, float) and value.is_integer() else value


Text = Annotated[str, Field(max_length=MAX_TEXT)]
Id = Annotated[str, Field(min_length=1, max_length=200)]
Color = Annotated[str, AfterValidator(_color), Field(json_schema_extra={"pattern": f"^{_COLOR.pattern}$"})]
Date = Annotated[str, AfterValidator(_date), Field(json_schema_extra={"pattern": f"^{_DATE.pattern}$"})]
Number = Annotated[float | int, AfterValidator(_number), WithJsonSchema({"type": "number"})]
Texts = Annotated[tuple[Text, ...], Strict(strict=False)]
Ids = Annotated[tuple[Id, ...], Strict(strict=False)]


def number(low: float, high: float | None = None) -> Any:
    """Make the type of a number between two bounds, both included; None for no upper one."""

    def within(value: float) -> float:
        if value < low or (high is not None and value > high):
            raise _refused("range", _outside(value, low, high))
        return value

    schema: dict[str, Any] = {"type": "number", "minimum": low}
    if high is not None:
        schema["maximum"] = high
    return Annotated[
        float | int,
        AfterValidator(_number),
        AfterValidator(within),
        WithJsonSchema(schema),
    ]


def _outside(value: float, low: float, high: float | None) -> Sentence:
    if high is None:
        return say("{value} is outside {low} and more", value=value, low=low)
    return say("{value} is outside {low} to {high}", value=value, low=low, high=high)


def known(*values: str) -> Any:
    """Make the type of a text with known values; others are kept (they may come from a newer release)."""
    return Annotated[str, Field(max_length=MAX_TEXT, json_schema_extra={"examples": list(values)})]
