"""What can be wrong with a file, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxdesigner.sentences import Sentence, SentenceError, say


class Problem(NamedTuple):
    """One thing that is wrong, and where: `maps[0].cards[12].step: no step "t-9"`."""

    place: str
    message: Sentence

    @property
    def sentence(self) -> Sentence:
        """The place and what is wrong there."""
        return say("{place}: {message}", place=self.place, message=self.message) if self.place else self.message

    def __str__(self) -> str:
        return str(self.sentence)


class NotAProjectError(SentenceError):
    """The bytes are no project, or unsafe to open."""


class DamagedError(SentenceError):
    """The bytes are a project, but values in it are not as they should be."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(_damaged(self.problems[0].sentence, len(self.problems) - 1))


def _damaged(first: Sentence, more: int) -> Sentence:
    if not more:
        return say("The file is damaged at {first}.", first=first)
    if more == 1:
        return say("The file is damaged at {first} (and 1 more problem).", first=first)
    return say("The file is damaged at {first} (and {n:,} more problems).", first=first, n=more)
