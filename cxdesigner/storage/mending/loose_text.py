"""A text in JSON that may lack its closing quotation mark, or hold what has no place in one."""

from __future__ import annotations

import json
import re
from typing import Final, NamedTuple

from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.sentences import Sentence, say

_ON_ITS_LINE: Final = re.compile(r'"((?:[^"\\\n]|\\[^\n])*)"')
_WHOLE: Final = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_REST: Final = re.compile(r'"([^\n]*)')
_AFTER: Final = re.compile(r"\s*(?:[,:}\]]|\Z)")
_LONGEST: Final = 6 * MAX_TEXT
"""Characters of a text in a file: each may be written as an escape."""
_STRUCTURE: Final = re.compile(r'\n\s*(?:["\[\]{}]|\Z)')
_ESCAPE: Final = re.compile(r'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
_MEANT: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class Text(NamedTuple):
    """A text, where it ends, and what was odd about it and what was done, None if nothing was."""

    value: str
    end: int
    oddity: tuple[Sentence, Sentence] | None = None


def string_at(text: str, at: int) -> Text:
    """Read the text whose quotation mark is at this place."""
    found = _ON_ITS_LINE.match(text, at)
    if found and _AFTER.match(text, found.end()):
        return _read(found[1], found.end())
    if found:
        last = _last_of_line(text, found.end())
        if last is None:
            return _read(found[1], found.end())
        oddity = say("a quotation mark stands in a text"), say("it was taken as part of it")
        return Text(_meant(text[at + 1 : last]), last + 1, oddity)
    whole, line = _WHOLE.match(text, at), _REST.match(text, at)
    assert line is not None
    if whole and not _STRUCTURE.match(text, line.end()):
        return Text(_meant(whole[1]), whole.end(), (say("a text has a line break in it"), say("it was kept")))
    if line.end() == len(text):
        return Text(_meant(line[1]), line.end())  # cut off, which is told once for all
    oddity = say("a quotation mark is missing"), say("it was taken as there at the end of the line")
    return Text(_meant(line[1].rstrip().removesuffix(",")), line.end(), oddity)


def _last_of_line(text: str, at: int) -> int | None:
    """Give where the quotation mark stands that ends a line, perhaps with a comma behind it; None if there is none, or
    no line ends as far from here as a text may be long.
    """
    end = text.find("\n", at, at + _LONGEST)
    line = text[at : at + _LONGEST if end < 0 else end]
    if end < 0 and at + _LONGEST < len(text):
        return None
    line = line.rstrip(" \t").removesuffix(",").rstrip(" \t")
    return at + len(line) - 1 if line.endswith('"') else None


def _read(inside: str, end: int) -> Text:
    try:
        return Text(json.loads(f'"{inside}"', strict=False), end)
    except ValueError:
        oddity = say("a backslash stands before something with which it means nothing"), say("both were kept")
        return Text(_meant(inside), end, oddity)


def _meant(inside: str) -> str:
    """Put in the characters that escapes stand for, where they stand for any."""
    return _ESCAPE.sub(_character, inside)


def _character(escape: re.Match[str]) -> str:
    if escape[1]:
        return chr(int(escape[1], 16))
    return _MEANT.get(escape[2], escape[2])
