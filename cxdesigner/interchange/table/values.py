"""The values of cells, and what of them was not understood."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Final, TypeVar

from cxdesigner.interchange.table.columns import COLUMNS
from cxdesigner.interchange.table.entries import Entry, Losses
from cxdesigner.interchange.table.wordings import Meanings
from cxdesigner.model.limits import MAX_TEXT, InvalidValueError
from cxdesigner.model.records import Part
from cxdesigner.model.values import clean
from cxdesigner.sentences import say

P = TypeVar("P", bound=Part)

_TITLES: Final = {column.key: column.title for column in COLUMNS}
_NUMBER: Final = re.compile(r"[+-]?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_DAY: Final = re.compile(r"(\d{1,4})([-./ ])(\d{1,2})\2(\d{1,4})\.?(?:[ T]0{1,2}:00(?::00)?)?", re.ASCII)
"""A date in numbers, such as spreadsheets write it; midnight may stand behind."""
_YES: Final = frozenset({"yes", "y", "true", "x", "1", "ja", "j", "waar", "wahr", "oui", "vrai", "✓", "✔", "☑"})
_NO: Final = frozenset({"no", "n", "false", "0", "-", "nee", "onwaar", "nein", "falsch", "non", "faux", "☐"})
_SHORT: Final = 60


class Values:
    """Reads cells of the entries of a table."""

    def __init__(self, entries: Iterable[Entry], losses: Losses) -> None:
        self.meanings = Meanings()
        self._losses = losses
        self._hint = _month_first(entry.text("due").strip() for entry in entries)

    def text(self, entry: Entry, key: str) -> str:
        """Give a text as it is; one that is longer than any may be is cut."""
        text = clean(entry.text(key))
        if len(text) <= MAX_TEXT:
            return text
        self._losses.tell(
            say(
                "Row {row}: {column} is longer than {most:,} characters, so it was cut.",
                row=entry.row,
                column=_TITLES[key],
                most=MAX_TEXT,
            )
        )
        return text[:MAX_TEXT]

    def line(self, entry: Entry, key: str) -> str:
        """Give a text without white space around it."""
        return self.text(entry, key).strip()

    def number(self, entry: Entry, key: str) -> float | None:
        """Give a number, None for none; a comma counts as a point."""
        text = entry.text(key).strip().replace("−", "-").removesuffix("%").rstrip()
        if not text:
            return None
        if not _NUMBER.fullmatch(text):
            self._tell(entry, key)
            return None
        value = float(text.replace(",", "."))
        return int(value) if value.is_integer() else value

    def yes(self, entry: Entry, key: str) -> bool:
        """Tell whether a cell says yes."""
        text = entry.text(key).strip().casefold()
        if text and text not in _YES | _NO:
            self._tell(entry, key)
        return text in _YES

    def one_of(self, entry: Entry, key: str) -> str:
        """Give a value of the format, "" for none; one that is not known stays, as it does in files."""
        text = self.line(entry, key)
        found = self.meanings.of(key, text) if text else ""
        if found is None:
            self._losses.tell(
                say(
                    "Row {row}: {column} “{text}” is not known here; it was kept as it is.",
                    row=entry.row,
                    column=_TITLES[key],
                    text=_short(text),
                )
            )
            return text
        return found

    def day(self, entry: Entry, key: str) -> str:
        """Give a date as the format has it, "" for none.

        Of one with slashes it depends on the country whether the month comes first: the other dates tell it.
        """
        text = entry.text(key).strip()
        if not text:
            return ""
        match = _DAY.fullmatch(text)
        found = self._day(match) if match is not None else None
        if found is None:
            self._tell(entry, key)
            return ""
        return found.isoformat()

    def _day(self, match: re.Match[str]) -> date | None:
        first, sign, second, third = match[1], match[2], int(match[3]), match[4]
        if len(first) == 4:
            return _date(int(first), second, int(third))
        if len(third) != 4 or len(first) > 2:
            return None
        if sign != "/":
            return _date(int(third), second, int(first))
        month_first = second > 12 or (self._hint and int(first) <= 12)
        if self._hint is None and int(first) <= 12 and second <= 12 and int(first) != second:
            return None
        month, day = (int(first), second) if month_first else (second, int(first))
        return _date(int(third), month, day)

    def fitting(self, entry: Entry, kind: type[P], fields: dict[str, Any], **others: Any) -> P:
        """Make a record of fields; those that refuse their value are left out."""
        try:
            return kind.new(**fields, **others)
        except InvalidValueError:
            kept = {}
        for key, value in fields.items():
            try:
                kind.new(**{key: value}, **others)
            except InvalidValueError as error:
                self._losses.tell(say("Row {row}: {error} It was left out.", row=entry.row, error=error))
            else:
                kept[key] = value
        return kind.new(**kept, **others)

    def tell_no_step(self, entry: Entry) -> None:
        """Tell that a card cannot reach up to the step that it names."""
        self._tell(entry, "to")

    def _tell(self, entry: Entry, key: str) -> None:
        self._losses.tell(
            say(
                "Row {row}: {column} cannot be “{text}”, so it was left out.",
                row=entry.row,
                column=_TITLES[key],
                text=_short(entry.text(key)),
            )
        )


def _month_first(texts: Iterable[str]) -> bool | None:
    """Tell whether dates with slashes have the month first, by those that can be read in one way only; None if there
    are none such, or of both kinds.
    """
    slashed = [found for text in texts if (found := _DAY.fullmatch(text)) and found[2] == "/" and len(found[4]) == 4]
    days_first, months_first = (any(int(one[at]) > 12 for one in slashed) for at in (1, 3))
    return None if days_first == months_first else months_first


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 1]}…"
