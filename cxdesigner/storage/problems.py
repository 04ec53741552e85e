"""What can be wrong with a file, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that is wrong, and where: `maps[0].cards[12].step: no step "t-9"`."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class NotAProjectError(Exception):
    """The bytes are no project, or unsafe to open; the text is a sentence for the reader."""


class DamagedError(Exception):
    """The bytes are a project, but values in it are not as they should be."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        more = len(self.problems) - 1
        rest = "" if not more else " (and 1 more problem)" if more == 1 else f" (and {more:,} more problems)"
        super().__init__(f"The file is damaged at {self.problems[0]}{rest}.")
