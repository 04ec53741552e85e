"""The order of pages of several maps: a current state on the left, and its future on the right of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

First = Literal["", "left", "right"]
"""Where the first page stands where two are beside each other; "" where none are."""


class Place(NamedTuple):
    """A page in the order: of which unit, of which map in it, and which of its pages; one too many is an empty one."""

    unit: int
    side: int
    page: int


class Order(NamedTuple):
    """Pages in order, and where the first of them stands."""

    places: tuple[Place, ...]
    first: First = ""


def ordered(units: Sequence[tuple[int, ...]]) -> Order:
    """Put pages in order, those of two maps that belong together side by side.

    Each unit says how many pages a map has, or two maps. Where those of two would begin on the right, an empty page
    stands before them; the first page stands on that side for which fewer of these are needed.
    """
    if not any(len(unit) > 1 for unit in units):
        return Order(_from(units, 0))
    left, right = _from(units, 0), _from(units, 1)
    return Order(left, "left") if len(left) <= len(right) else Order(right, "right")


def _from(units: Sequence[tuple[int, ...]], before: int) -> tuple[Place, ...]:
    found: list[Place] = []
    for number, counts in enumerate(units):
        if len(counts) > 1 and (len(found) + before) % 2:
            found.append(Place(number, 0, max(counts)))
        found += [Place(number, side, page) for page in range(max(counts)) for side in range(len(counts))]
    return tuple(found)
