"""Order as text: between any two ranks there is a third, so that moving one record changes no other.

A rank is a fraction written in base 62 without its leading "0.": "V" stands for about a half. Ranks are compared by
code point. A rank never ends in "0", so that there is always room below it.
"""

from __future__ import annotations

from typing import Final

DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE: Final = {digit: value for value, digit in enumerate(DIGITS)}
_BASE: Final = len(DIGITS)


def is_rank(rank: str) -> bool:
    """Tell whether this is a rank as `between` makes and takes it (a foreign file may hold any text)."""
    return bool(rank) and rank[-1] != "0" and all(character in _VALUE for character in rank)


def between(low: str, high: str) -> str:
    """Give a rank between two others; "" for `low` is the beginning, "" for `high` the end.

    Raises:
        ValueError: `low` is not below `high`, or one of them is no rank.
    """
    if (low and not is_rank(low)) or (high and not is_rank(high)) or (low and high and low >= high):
        raise ValueError(f"no rank lies between {low!r} and {high!r}")
    prefix: list[str] = []
    position = 0
    bounded = bool(high)
    while True:
        below = _VALUE[low[position]] if position < len(low) else 0
        above = _VALUE[high[position]] if bounded and position < len(high) else _BASE
        if above - below > 1:
            prefix.append(DIGITS[_middle(below, above, end=not bounded and position < len(low))])
            return "".join(prefix)
        prefix.append(DIGITS[below])
        if above != below:
            bounded = False
        position += 1


def _middle(below: int, above: int, *, end: bool) -> int:
    # Appending at the end is what people do most: small strides there keep ranks short.
    return min(below + 4, above - 1) if end else (below + above) // 2


def spread(count: int) -> list[str]:
    """Give `count` ranks in order, evenly apart and as short as can be."""
    length = 1
    while _BASE**length <= count * 2:
        length += 1
    space = _BASE**length
    return [_written((index + 1) * space // (count + 1), length) for index in range(count)]


def _written(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, digit = divmod(number, _BASE)
        digits.append(DIGITS[digit])
    return "".join(reversed(digits)).rstrip("0")
