"""Where a line may end (UAX #14), where a character does (UAX #29), and how a text is cut into lines.

Offsets are in code points. Both come from ICU, which knows the words of Thai, Khmer, Lao and Burmese.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LOCALE = "und"

REST = 3
"""Letters of a word that is cut which are not left alone at the end of it."""

SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""What a line sheds at its end: the spaces at which it may break."""

_LETTER = "A-Za-z0-9À-ÖØ-öø-ʯḀ-ỿ"
_START = _LETTER + r"&+*#@$€£%=_–\-"
_WORD = f"""(?:[{_START}]|["'(][{_LETTER}])[{_START}.,:;!?…'’")/]*"""
_SIMPLE = re.compile(f"{_WORD}(?: {_WORD})*")


def is_simple(text: str) -> bool:
    """Whether `text`, one line of it, is Latin words with one space between them and none elsewhere.

    Then it breaks at every space, and a word breaks inside just where it would if it were alone.
    """
    return _SIMPLE.fullmatch(text) is not None


def line_breaks(text: str) -> list[int]:
    """The offsets after which a line may end, in order; the last one is the length of `text`."""
    from icu4py.breakers import LineBreaker

    return list(accumulate(map(len, LineBreaker(text, LOCALE))))


def graphemes(text: str) -> list[int]:
    """The offsets at which a character as people see it ends, in order."""
    if text.isascii() and "\r" not in text:
        return list(range(1, len(text) + 1))
    from icu4py.breakers import CharacterBreaker

    return list(accumulate(map(len, CharacterBreaker(text, LOCALE))))


def words(text: str) -> list[tuple[int, int]]:
    """The starts and ends of the words in order, and of what else is neither space nor punctuation (UAX #29)."""
    return [(start, end) for start, end in segments(text) if not all(map(_is_between, text[start:end]))]


def segments(text: str) -> list[tuple[int, int]]:
    """The starts and ends of words and of what stands between them, in order; together they are all of `text`."""
    from icu4py.breakers import WordBreaker

    ends = list(accumulate(map(len, WordBreaker(text, LOCALE))))
    return list(zip([0, *ends], ends, strict=False))


def _is_between(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter)[0] in "PZC"


def trim(text: str, start: int, end: int) -> int:
    """The end of `text[start:end]` without the spaces that end it."""
    while end > start and text[end - 1] in SPACES:
        end -= 1
    return end


def wrap(text: str, at: Sequence[int], limit: float) -> list[tuple[int, int]]:
    """Cut `text`, not empty, into lines no wider than `limit`: their starts and ends.

    `at[offset]` is the width of the text before `offset`, or -1 where that is inside a cluster. Spaces
    between the end of a line and the start of the next are dropped; the last line sheds those that do not
    fit. A word that is too long is cut between graphemes, such that as many of them stand behind the last cut as is
    good to read, `REST`; only a single one can be wider than `limit`.
    """
    lines: list[tuple[int, int]] = []
    start = fits = 0
    stops: list[int] = []
    for end in line_breaks(text):
        if at[end] < 0:
            continue
        seen = trim(text, start, end)
        if at[seen] - at[start] > limit and fits > start:
            lines.append((start, trim(text, start, fits)))
            start = fits
            seen = max(seen, start)
        while at[seen] - at[start] > limit:
            stops = stops or [stop for stop in graphemes(text) if at[stop] >= 0]
            cut = _furthest(stops, at, start, limit)
            if cut >= seen:
                break
            cut = _with_rest(stops, start, cut, seen)
            lines.append((start, cut))
            start = cut
        fits = end
    last = len(text)
    seen = trim(text, start, last)
    while last > seen and at[last] - at[start] > limit:
        last -= 1
    lines.append((start, last))
    return lines


def _with_rest(stops: list[int], start: int, cut: int, end: int) -> int:
    """Move a cut of a word that ends at `end` to the left, where else fewer than `REST` of `stops` were behind it.

    Before the cut there are as many, or it stays where it is.
    """
    first, here, last = (bisect_left(stops, place) for place in (start + 1, cut, end))
    moved = last - REST
    return stops[moved] if first + REST - 1 <= moved < here else cut


def _furthest(stops: list[int], at: Sequence[int], start: int, limit: float) -> int:
    """The last of `stops` up to which the line from `start` fits, or else the first one after `start`."""
    first = bisect_right(stops, start)
    index = bisect_right(stops, at[start] + limit, lo=first, key=at.__getitem__)
    return stops[max(index - 1, first)]
