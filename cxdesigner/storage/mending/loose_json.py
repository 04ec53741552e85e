"""JSON that is not quite: cut off, with a bracket or a quote too few or too many, with other letters in between.

Whatever is in order is read by Python's own reader. What is not is read bracket by bracket, with two clues to where
something ends: which brackets are open, and that what stands in something is indented further than its beginning.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final, NamedTuple

from cxdesigner.sentences import say
from cxdesigner.storage.mending.legible import LEVEL, NO_QUOTE, NOTHING, PASSED_OVER, THERE, Legible, Nothing, Oddities
from cxdesigner.storage.mending.loose_text import string_at
from cxdesigner.storage.mending.loose_values import NAMELESS, Making, Pairs
from cxdesigner.storage.parsing import is_too_deep

_SPACE: Final = re.compile(r"[\s,]*")
_BLANK: Final = re.compile(r"[ \t\r\n]*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?=[ \t\r]*(?:[,}\]\n]|\Z))")
_WORD: Final = re.compile(r"[^\s,:{}\[\]\"]+|[:\"]")
_COLON: Final = re.compile(r'[ \t\r\n]*(?P<colon>:|[^\s"\[\]{},:][ \t]*(?=["\[{\d-]))')
_NAME: Final = re.compile(r'"(?P<name>[\w-]+)(?:[^\w"\n:]?(?=[ \t]*:)|"(?=[^\s:"]?[ \t]*["\[{\dtfn-]))')
"""The name of a field without its second quotation mark or the colon; _END_OF_NAME: what is left of one without its
first."""
_END_OF_NAME: Final = re.compile(r'"(?=[ \t]*:)')
_STRAY: Final = re.compile(r'"[ \t]*(?:"(?![ \t\r]*[,:}\]\n])|[\[\]{}][ \t]*,?[ \t\r]*(?:\n|\Z))')
"""A quotation mark where nothing is to be quoted."""
_BEFORE_A_VALUE: Final = re.compile(r'(?:[^\s"\[\]{},:\w-]|0)[ \t]*(?=["\[{\d-]|true|false|null)')
_A_BRACKET: Final = re.compile(r'[^\s"{}\[\],:][ \t\r]*\n\s*(?=["{\[\d-])')
_DAMAGED_QUOTES: Final = "#&*\2\ufffd"
"""What a quotation mark becomes of which one bit is wrong, as far as it does not look like anything else."""
_QUOTED_AT_THE_END: Final = re.compile(r"([^\"\n]{,4096})\"(?=\s*,?\s*(?:\n|\Z))")
_BRACKET: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]', re.DOTALL)
_LITERALS: Final[dict[str, Any]] = {"true": True, "false": False, "null": None}
_DEEPEST: Final = 100
"""Levels that are looked into; nothing in a project stands so deep."""
_PIECE: Final = 4096
"""Characters that are read at first; most records have fewer."""
_LONGEST_SIGN: Final = 16
"""Characters before the end of a piece from which on the end may be what is wrong: a word or an escape is cut off."""
_LINE: Final = 4096
"""Characters that are looked at for the beginning of a line."""


class Open(NamedTuple):
    """A bracket that is open, and how far its line is indented, None where that is not known."""

    bracket: str
    indent: int | None


def read_loosely(text: str, start: int, making: Making) -> Legible:
    """Read the object that begins at a bracket in a text."""
    return _Reader(text, making).read(start)


class _Reader:
    """Reads an object that begins somewhere in a text."""

    def __init__(self, text: str, making: Making) -> None:
        self._text = text
        self._making = making
        self._decoder = making.decoder()
        self._open: list[Open] = []
        self._odd = Oddities()
        self._tell = self._odd.tell
        self._is_cut_off = False
        self._unread: list[str] = []

    def read(self, start: int) -> Legible:
        """Read on as long as there are fields: a bracket too many may end the object before its end."""
        found, end = self._holder(start)
        while self._text[end:].lstrip()[:1] in (",", '"'):
            more, end = self._object(end, Open("{", None))
            found = self._making.object([*found.items(), *more.items()])
        return Legible(found, end, self._odd.found, self._unread, self._is_cut_off)

    def _value(self, at: int) -> tuple[Any, int]:
        at = _end(_BLANK, self._text, at)
        first = self._text[at : at + 1]
        if first in ("{", "["):
            return self._holder(at)
        if first == '"':
            return self._string(at)
        if number := _NUMBER.match(self._text, at):
            return self._making.number(number[0]), number.end()
        return self._word(at)

    def _holder(self, at: int) -> tuple[Any, int]:
        met = len(self._making.twice)
        try:
            value, end = self._sound(at, met)
        except (ValueError, RecursionError):
            del self._making.twice[met:]  # it is read again
        else:
            if not is_too_deep(value, _DEEPEST):
                return value, end
        if len(self._open) >= _DEEPEST:
            end = self._skipped(at)
            return self._text[at:end], end
        opened = Open(self._text[at], self._line_indent(at))
        inside = _end(_SPACE, self._text, at + 1)
        if opened.bracket == "[" and self._is_field(inside) and not self._is_far_in(inside, opened):
            self._tell(at, say("a “[” stands where a “{” should"), say("it was read as one"))
            return self._object(at + 1, opened)
        if opened.bracket == "{" and self._text[inside : inside + 1] == "{":
            self._tell(at, say("a “{” stands where a “[” should"), say("it was read as one"))
            return self._array(at + 1, opened)
        return self._object(at + 1, opened) if opened.bracket == "{" else self._array(at + 1, opened)

    def _sound(self, at: int, met: int) -> tuple[Any, int]:
        """Give what Python's own reader makes of what begins here, and where it ends; raises as that does.

        It is given no more than it takes: where it fails, it counts the lines of all that it was given.
        """
        size = _PIECE
        while True:
            piece = self._text[at : at + size]
            try:
                value, end = self._decoder.raw_decode(piece)
            except json.JSONDecodeError as error:
                is_cut = error.msg.startswith("Unterminated") or error.pos > len(piece) - _LONGEST_SIGN
                if len(piece) < size or not is_cut:
                    raise
                del self._making.twice[met:]
                size *= 4
            else:
                return value, at + end

    def _object(self, at: int, opened: Open) -> tuple[dict[str, Any], int]:
        pairs: Pairs = []
        self._open.append(opened)
        while True:
            at = _end(_SPACE, self._text, at)
            opened = opened if pairs else self._as_indented(at, opened)
            end = self._ends(at, opened, "}", "]", begun=bool(pairs))
            if end is not None:
                break
            if self._text[at] == "{" and pairs and self._is_in("["):
                self._tell(at, say("a “}” is missing"), THERE)
                end = at
                break
            at = self._field(at, pairs)
        self._open.pop()
        return self._making.object(pairs), end

    def _field(self, at: int, pairs: Pairs) -> int:
        """Read one field; give where it ends."""
        if self._text[at] in "{[":
            self._tell(at, say("a value has no name"), say('it is in the field "unfit"'))
            value, at = self._value(at)
            pairs.append((NAMELESS, value))
            return at
        name, at = self._name(at)
        colon = _COLON.match(self._text, at)
        if not name or _end(_BLANK, self._text, at) == len(self._text):
            return at
        if colon is None or colon["colon"] != ":":
            self._tell(at, say("a colon is missing"), THERE)
        at = colon.end() if colon else at
        value, at = self._value(at)
        if value is not Nothing:
            pairs.append((name, value))
        elif at < len(self._text):
            self._tell(at, say("a value is missing"), say("the field was left out"))
        return at

    def _name(self, at: int) -> tuple[str, int]:
        """Give the name of a field, "" if there is none, and where it ends."""
        if self._text[at] != '"' or _STRAY.match(self._text, at):
            word, end = self._rubbish(at)
            quote = _END_OF_NAME.match(self._text, end)
            if word and (quote or self._text[end : end + 1] == ":"):
                del self._unread[len(self._unread) - (len(word) > 1) :]
                return word.lstrip(_DAMAGED_QUOTES), quote.end() if quote else end
            return "", end
        damaged = _NAME.match(self._text, at)
        if damaged and not self._is_field(at):
            if not damaged[0].endswith('"'):
                self._tell(at, NO_QUOTE, THERE)
            return damaged["name"], damaged.end()
        return self._string(at)

    def _array(self, at: int, opened: Open) -> tuple[list[Any], int]:
        items: list[Any] = []
        self._open.append(opened)
        while True:
            at = _end(_SPACE, self._text, at)
            opened = opened if items else self._as_indented(at, opened)
            end = self._ends(at, opened, "]", "}", begun=bool(items))
            if end is not None:
                break
            value: Any
            if self._is_field(at):
                self._tell(at, say("a “{” is missing"), THERE)
                value, at = self._object(at, Open("{", None))
            else:
                value, at = self._value(at) if not _STRAY.match(self._text, at) else (Nothing, at)
            if value is Nothing and at < len(self._text):
                _, at = self._rubbish(at)
            elif value is not Nothing:
                items.append(value)
        self._open.pop()
        return items, end

    def _as_indented(self, at: int, opened: Open) -> Open:
        """Give a bracket without how far its line is indented, where the first that stands in it is no further."""
        indent = self._indent(at)
        told = None not in (indent, opened.indent) and self._text[at : at + 1] not in ("", "}", "]")
        return opened._replace(indent=None) if told and indent <= opened.indent else opened  # type: ignore[operator]

    def _ends(self, at: int, opened: Open, own: str, other: str, *, begun: bool) -> int | None:
        """Give where an object or a list ends that may do so here; None if it goes on."""
        found, indent = self._text[at : at + 1], self._indent(at)
        is_further_out = None not in (indent, opened.indent) and indent < opened.indent  # type: ignore[operator]
        is_beside = None not in (indent, opened.indent) and indent == opened.indent
        if found and (found not in '"{}[]' or _STRAY.match(self._text, at)):
            return None  # nothing that could be told to stand further out
        if found == own and not is_further_out:
            return at + 1
        if found == other and is_beside:
            self._tell(at, say("a bracket is of the wrong kind"), say("it was read as the right one"))
            return at + 1
        if not found:
            self._is_cut_off = True
            return at
        if is_further_out or (is_beside and begun) or (found == other and self._is_in({"]": "[", "}": "{"}[other])):
            self._tell(at, say("a “{bracket}” is missing", bracket=own), THERE)
            return at
        return None

    def _string(self, at: int) -> tuple[str, int]:
        found = string_at(self._text, at)
        if found.oddity is not None:
            self._tell(at, *found.oddity)
        return found.value, found.end

    def _word(self, at: int) -> tuple[Any, int]:
        if odd := _BEFORE_A_VALUE.match(self._text, at):
            self._tell(at, NOTHING, PASSED_OVER)
            return self._value(odd.end())
        if bracket := _A_BRACKET.match(self._text, at):
            self._tell(at, say("a bracket is missing"), THERE)
            is_object, opened = self._is_field(bracket.end()), Open("", self._line_indent(at))
            return self._object(at + 1, opened) if is_object else self._array(at + 1, opened)
        found = _WORD.match(self._text, at)
        if found is None:
            return Nothing, at
        word = found[0]
        if word in _LITERALS:
            return _LITERALS[word], found.end()
        if found.end() == len(self._text):
            return Nothing, found.end()
        if word in ("NaN", "Infinity", "-Infinity"):
            return self._making.number(word), found.end()
        text = _QUOTED_AT_THE_END.match(self._text, at)
        if text and word not in (":", '"'):
            self._tell(at, NO_QUOTE, THERE)
            return text[1].lstrip(_DAMAGED_QUOTES), text.end()
        return Nothing, at

    def _rubbish(self, at: int) -> tuple[str, int]:
        """Pass over what is nothing; give it too."""
        found = _WORD.match(self._text, at)
        end = found.end() if found else at + 1
        self._tell(at, NOTHING, PASSED_OVER)
        if found and len(found[0]) > 1:
            self._unread.append(found[0])
        return self._text[at:end], end

    def _is_field(self, at: int) -> bool:
        """Tell whether the name of a field stands here, and a colon after it."""
        if self._text[at : at + 1] != '"':
            return False
        end = string_at(self._text, at).end
        return self._text[(colon := _end(_BLANK, self._text, end)) : colon + 1] == ":"

    def _is_far_in(self, at: int, opened: Open) -> bool:
        """Tell whether something is indented by two levels from a bracket, so that one between them is missing."""
        indent = self._indent(at)
        return None not in (indent, opened.indent) and indent - opened.indent > LEVEL  # type: ignore[operator]

    def _is_in(self, bracket: str) -> bool:
        """Tell whether this bracket is open further out."""
        return any(opened.bracket == bracket for opened in self._open[:-1])

    def _indent(self, at: int) -> int | None:
        """Give how far what is here is indented, if it begins a line."""
        start = self._text.rfind("\n", max(0, at - _LINE), at) + 1
        before = self._text[start:at]
        return len(before) if start and not before.strip(" \t") else None

    def _line_indent(self, at: int) -> int | None:
        """Give how far the line is indented in which this stands."""
        start = self._text.rfind("\n", max(0, at - _LINE), at) + 1
        before = self._text[start:at]
        return len(before) - len(before.lstrip(" \t")) if start or at < _LINE else None

    def _skipped(self, at: int) -> int:
        """Give where the brackets close that open here."""
        level = 0
        for found in _BRACKET.finditer(self._text, at):
            level += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
            if not level:
                return found.end()
        return len(self._text)


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at
