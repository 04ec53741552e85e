"""Order as text: between any two ranks there is a third, so that moving one record changes no other.

A rank is a fraction written in base 62 without its leading "0.": "V" stands for about a half. Ranks are compared by
code point. A rank never ends in "0", so that there is always room below it.
"""

from __future__ import annotations

from typing import Final

DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_VALUE: Final = {digit: value for value, digit in enumerate(DIGITS)}
_BASE: Final = len(DIGITS)
_STRIDE: Final = 8


def is_rank(rank: str) -> bool:
    """Tell whether this is a rank as `between` makes and takes it (a foreign file may hold any text)."""
    return bool(rank) and rank[-1] != "0" and all(character in _VALUE for character in rank)


def between(low: str, high: str) -> str:
    """Give a rank between two others; "" for `low` is the beginning, "" for `high` the end.

    Raises:
        ValueError: `low` is not below `high`, or one of them is no rank.
    """
    _check(low, high)
    return _above(low) if low and not high else among(low, high, 1)[0]


def among(low: str, high: str, count: int, first: int | None = None) -> list[str]:
    """Give `count` ranks between two others in order, evenly apart and as short as can be; "" as for `between`.

    `first`: give only so many of them, and leave the room of the others free.

    Raises:
        ValueError: `low` is not below `high`, or one of them is no rank.
    """
    _check(low, high)
    length = start = gap = 0
    while gap < 2 * count:
        length += 1
        start = _number(low, length)
        gap = (_number(high, length) if high else _BASE**length) - start
    return [
        _written(start + (index + 1) * gap // (count + 1), length) for index in range(count if first is None else first)
    ]


def spread(count: int) -> list[str]:
    """Give `count` ranks in order, evenly apart and as short as can be."""
    return among("", "", count)


def _check(low: str, high: str) -> None:
    if (low and not is_rank(low)) or (high and not is_rank(high)) or (low and high and low >= high):
        raise ValueError(f"no rank lies between {low!r} and {high!r}")


def _above(low: str) -> str:
    # Appending at the end is what people do most. The more leading "z", the more digits are counted up behind them,
    # so that ranks grow with the logarithm of what is appended.
    leading = len(low) - len(low.lstrip(DIGITS[-1]))
    length = 2 * leading + 2
    return _written(_number(low, length) + _STRIDE, length)


def _number(rank: str, length: int) -> int:
    number = 0
    for digit in rank[:length].ljust(length, "0"):
        number = number * _BASE + _VALUE[digit]
    return number


def _written(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, digit = divmod(number, _BASE)
        digits.append(DIGITS[digit])
    return "".join(reversed(digits)).rstrip("0")
