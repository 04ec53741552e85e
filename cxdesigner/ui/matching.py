"""Finding by a few letters: those of a name in order, from the starts of its words."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import normalize

Places = tuple[int, ...]

_MOST = 40
"""Letters of a query that are looked at."""


def places(query: str, text: str) -> Places | None:
    """Give where the letters of a query are found in a text, None if they are not.

    Each letter follows the one before or begins a word, as "dst" and "du st" find "Duplicate step". Where that fails
    three letters or more may also stand together within a word.
    """
    letters, name = folded(query).replace(" ", "")[:_MOST], folded(text)
    if not letters:
        return ()
    starts = frozenset(place for place, letter in enumerate(name) if not letter.isspace() and _begins(name, place))
    found = _from(letters, name, starts)
    if found is None and len(letters) > 2 and (start := name.find(letters)) >= 0:
        found = tuple(range(start, start + len(letters)))
    return found


def rank(found: Places, text: str) -> tuple[int, int, int]:
    """Tell how good a match is, the smaller the better: few pieces, early, in a short text."""
    pieces = sum(1 for place, before in zip(found, (-2, *found), strict=False) if place != before + 1)
    return pieces, found[0] if found else 0, len(text)


@lru_cache(4096)
def folded(text: str) -> str:
    """Give a text without accents and capitals, letter for letter."""
    return "".join(normalize("NFKD", letter)[:1].casefold()[:1] or letter for letter in text)


def _begins(name: str, place: int) -> bool:
    return place == 0 or not name[place - 1].isalnum()


def _from(letters: str, name: str, starts: frozenset[int]) -> Places | None:
    """Find the match of fewest pieces: of all ways to go on, the next letter is tried first, then words that follow."""
    in_order = sorted(starts)
    dead: set[tuple[int, int]] = set()

    def go_on(letter: int, place: int) -> Places | None:
        if letter == len(letters):
            return ()
        if (letter, place) in dead:
            return None
        later = [start for start in in_order if start >= place]
        for candidate in (place, *later):
            if name[candidate : candidate + 1] == letters[letter]:
                rest = go_on(letter + 1, candidate + 1)
                if rest is not None:
                    return (candidate, *rest)
        dead.add((letter, place))
        return None

    firsts = (start for start in in_order if name[start] == letters[0])
    found = [(start, *rest) for start in firsts if (rest := go_on(1, start + 1)) is not None]
    return min(found, key=lambda one: rank(one, name), default=None)
