"""What is legible in a damaged text, and what was odd about it."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from cxdesigner.sentences import Sentence, say
from cxdesigner.storage.problems import NotAProjectError

NOTHING: Final = say("something stands there that is nothing")
PASSED_OVER: Final = say("it was passed over")
NO_QUOTE: Final = say("a quotation mark is missing")
THERE: Final = say("it was taken as there")
LEVEL: Final = 2
"""Spaces by which the program indents what is one level further in."""
_MOST_ODDITIES: Final = 100_000
"""What has more of them was made to keep its reader busy."""


class Nothing:
    """Stands where there is no value."""


class Oddity(NamedTuple):
    """What was not as it should be, where in the text, and what was done about it."""

    at: int
    message: Sentence
    did: Sentence


class Legible(NamedTuple):
    """The object that was read, where it ends, what was odd, and what stands in between and is nothing."""

    found: dict[str, Any]
    end: int
    oddities: list[Oddity]
    unread: list[str]
    is_cut_off: bool


class Oddities:
    """Collects what was odd."""

    def __init__(self) -> None:
        self.found: list[Oddity] = []

    def tell(self, at: int, message: Sentence, did: Sentence) -> None:
        """Note what was odd.

        Raises:
            NotAProjectError: that is too much to be an accident.
        """
        if len(self.found) >= _MOST_ODDITIES:
            raise NotAProjectError(
                say(
                    "More than {most:,} things in the file are not as they should be: it is not mended.",
                    most=_MOST_ODDITIES,
                )
            )
        self.found.append(Oddity(at, message, did))
