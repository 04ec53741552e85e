"""JSON as the program writes it, a field in a line, read by how far its lines are indented alone.

Brackets count for nothing but where something begins, so that one too many, or a piece that is gone, misplaces nothing
that stands behind it.
"""

from __future__ import annotations

import contextlib
import re
from typing import Any, Final

from cxdesigner.model.records import Map, Stage
from cxdesigner.sentences import say
from cxdesigner.storage.mending.legible import LEVEL, NO_QUOTE, NOTHING, PASSED_OVER, THERE, Legible, Nothing, Oddities
from cxdesigner.storage.mending.loose_text import string_at
from cxdesigner.storage.mending.loose_values import NAMELESS, Making, Pairs
from cxdesigner.storage.nesting import LISTS
from cxdesigner.storage.parsing import is_too_deep

_FIELD: Final = re.compile(r'(?<=[\s{}\[\],:])"(?P<name>[^"\\]{1,200})"[ \t]*:[ \t]*(?P<value>.*)')
_FITS: Final = re.compile(r' *(?:[\[{}\]]|"(?:[^"\\]|\\.)*"(?:: .+)?|-?\d[\d.eE+-]*|true|false|null),?[ \t\r]*')
"""A line as the program writes it."""
_LIST, _OBJECT = True, False
_BRACKETS: Final = frozenset("{}[]")
_UNNAMED: Final = "\x1f["
"""The name of a list until it is known what is in it."""
_HOLDERS: Final = {name: kind for kind in (Map, Stage) for name in LISTS[kind]}
_OTHER_LISTS: Final = {
    name: {other for lists in LISTS.values() for other, kind in lists.items() if kind is not holder}
    for name, holder in _HOLDERS.items()
}
"""The lists of records that do not hold a list of this name."""
_MOST_LEVELS: Final = 100
_MOST_GONE: Final = 2
"""Levels that are taken as there around something that is further in than what stands before it."""
_STRAY: Final = 3
"""Characters that may stand before a bracket that is alone in its line, and should not."""
_SAMPLE: Final = 1000
"""Lines that are looked at to know who wrote a file."""


def is_in_lines(text: str) -> bool:
    """Tell whether most of a text is as the program writes it, a field in a line."""
    lines = text.split("\n", _SAMPLE)[:_SAMPLE]
    fitting = [line for line in lines if line.startswith(" ") and _FITS.fullmatch(line)]
    return 2 * len(fitting) > len(lines) and len({len(line) - len(line.lstrip(" ")) for line in fitting}) > 1


def read_by_lines(text: str, start: int, making: Making) -> Legible:
    """Read the object that begins at a place in a text."""
    return _Reader(text, making).read(start)


class _Holder:
    """An object or a list that is open, and how far the line is indented that began it."""

    def __init__(self, name: str, indent: int, *, is_list: bool) -> None:
        self.name, self.indent, self.is_list = name, indent, is_list
        self._pairs: Pairs = []

    def has(self, name: str) -> bool:
        """Tell whether there is a field of this name."""
        return any(pair[0] == name for pair in self._pairs)

    def add(self, name: str, value: Any) -> None:
        """Take a value in, under its name if that is known."""
        self._pairs.append((name or NAMELESS, value))

    def value(self, making: Making) -> Any:
        """Give what was taken in."""
        return [value for _, value in self._pairs] if self.is_list else making.object(self._pairs)


class _Reader:
    def __init__(self, text: str, making: Making) -> None:
        self._text, self._making = text, making
        self._decoder = making.decoder()
        self._odd = Oddities()
        self._tell = self._odd.tell
        self._unread: list[str] = []
        self._open: list[_Holder] = []

    def read(self, start: int) -> Legible:
        self._open.append(_Holder("", 0, is_list=False))
        at = start + 1
        lines = self._text[at:].split("\n")
        for line, following in zip(lines, [*lines[1:], ""], strict=True):
            self._line(line, at, following)
            at += len(line) + 1
        self._close_to(0)
        found = self._open[0].value(self._making)
        is_cut_off = not self._text.rstrip().endswith("\n}")
        return Legible(found, len(self._text), self._odd.found, self._unread, is_cut_off)

    def _line(self, line: str, at: int, following: str) -> None:
        bare = _bare(line)
        if field := _FIELD.search(line):
            self._look_before(line, field.start(), at)
            self._field(field["name"], _bare(field["value"]), _level(field.start()), at)
        elif bare[-1:] in _BRACKETS and len(stray := "".join(bare[:-1].split())) <= _STRAY and '"' not in stray:
            start = line.rindex(bare[-1])
            self._look_before(line, start, at)
            self._bracket(bare[-1], _level(start), at, following)
        elif bare:
            self._item(bare, _level(_indent(line)), at)

    def _look_before(self, line: str, end: int, at: int) -> None:
        """Say so if something stands before what a line should begin with."""
        if before := line[:end].strip():
            self._pass_over(before, at)

    def _bracket(self, bracket: str, indent: int, at: int, following: str) -> None:
        if bracket in "}]":
            # What follows the end of something is no further in, unless the beginning of the next is gone.
            found = self._holder(indent, _LIST, _OBJECT)
            if found and (found == len(self._open) - 1 or _level(_indent(following)) <= indent):
                self._close_to(found - 1)
            return
        home = self._holder(indent - LEVEL, _LIST)
        if home is not None:
            self._close_to(home)
        elif not self._begin_list(indent - LEVEL, at):
            self._pass_over(bracket, at)
            return
        self._nest("", indent, at, is_list=bracket == "[")

    def _begin_list(self, indent: int, at: int, beyond: int = _MOST_GONE) -> bool:
        """Begin a list whose beginning is gone, and what it stood in if that is gone too; False if it is not known
        where it was.
        """
        around = self._holder(indent - LEVEL, _OBJECT)
        if around is not None:
            self._close_to(around)
        elif beyond and self._begin_list(indent - 2 * LEVEL, at, beyond - 1):
            self._open.append(_Holder("", indent - LEVEL, is_list=False))
        else:
            return False
        self._tell(at, say("the beginning of a list is missing"), say("it was named by what is in it"))
        self._open.append(_Holder(_UNNAMED, indent, is_list=True))
        return True

    def _field(self, name: str, value: str, indent: int, at: int) -> None:
        home, around = self._holder(indent - LEVEL, _OBJECT), self._holder(indent - 2 * LEVEL, _LIST)
        if home is not None and around == home - 1:
            if name == "id" and self._open[home].has(name):
                home = None  # the bracket of the next object is gone
            elif value == "[" and name in _HOLDERS and self._open[around].name in _OTHER_LISTS[name]:
                self._close_to(around - 1)  # the beginning of the list of what holds this one is gone
                home = around = None
        if home is not None:
            self._close_to(home)
        elif around is not None or self._begin_list(indent - 2 * LEVEL, at, 0):
            self._close_to(around or len(self._open) - 1)
            self._tell(at, say("a “{” is missing"), THERE)
            self._open.append(_Holder("", indent - LEVEL, is_list=False))
        elif self._open[-1].is_list:
            self._pass_over(f"{name}: {value}", at)
            return
        if value in ("{", "["):
            self._nest(name, indent, at, is_list=value == "[")
        elif (found := self._value(value, at)) is not Nothing:
            self._open[-1].add(name, found)

    def _item(self, value: str, indent: int, at: int) -> None:
        home = self._holder(indent - LEVEL, _LIST)
        if home is None:
            self._pass_over(value, at)
        elif (found := self._value(value, at)) is not Nothing:
            self._close_to(home)
            self._open[-1].add("", found)

    def _nest(self, name: str, indent: int, at: int, *, is_list: bool) -> None:
        if len(self._open) > _MOST_LEVELS:
            self._tell(at, say("something is nested too deep"), say("it was read as if it stood further out"))
        else:
            self._open.append(_Holder(name, indent, is_list=is_list))

    def _holder(self, indent: int, *kinds: bool) -> int | None:
        """Give the number of what is open, was begun at this indentation, and is a list, or is none; None if nothing
        is.
        """
        for number in range(len(self._open) - 1, -1, -1):
            holder = self._open[number]
            if holder.indent == indent and holder.is_list in kinds:
                return number
        return None

    def _close_to(self, number: int) -> None:
        """End all that was begun in this one."""
        while len(self._open) > number + 1:
            holder = self._open.pop()
            value = holder.value(self._making)
            self._open[-1].add(_name_of(value) if holder.name == _UNNAMED else holder.name, value)

    def _value(self, value: str, at: int) -> Any:
        with contextlib.suppress(ValueError, RecursionError):
            found = self._decoder.decode(value)
            if not is_too_deep(found, _MOST_LEVELS):
                return found
        if value.startswith('"'):
            text = string_at(value, 0)
            oddity = text.oddity or (NO_QUOTE, THERE)
            self._tell(at, *oddity)
            return text.value
        self._pass_over(value, at)
        return Nothing

    def _pass_over(self, what: str, at: int) -> None:
        self._tell(at, NOTHING, PASSED_OVER)
        if len(what) > 1:
            self._unread.append(what)


def _name_of(items: list[Any]) -> str:
    """Give the name of the list in which records with most of these fields stand; "" if that is none."""
    met = [name for item in items if isinstance(item, dict) for name in item]
    best, most = "", 0
    for lists in LISTS.values():
        for name, kind in lists.items():
            known = {field.alias or own for own, field in kind.model_fields.items()} | LISTS.get(kind, {}).keys()
            fit = sum(1 if one in known else -1 for one in met)
            best, most = (name, fit) if fit > most else (best, most)
    return best


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _level(column: int) -> int:
    return column // LEVEL * LEVEL


def _bare(value: str) -> str:
    return value.strip().removesuffix(",").rstrip()
