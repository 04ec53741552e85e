"""What is read of pages: the way to each group, through the elements that it is in, made a tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cxdesigner.layout.scene import Group, Scene
from cxdesigner.layout.structure import Element, Role, Scope, Told, speaks


class Spot(NamedTuple):
    """An element, and its place `at` among the others of the one that it is in, in which they are read; the rest is as
    in `Element`.
    """

    at: tuple[int, ...]
    role: Role
    scope: Scope = ""
    alt: str = ""


Way = tuple[Spot, ...]
"""The elements in which something is read, the outermost first; () for what is not read."""


def nested(way: Way, *at: int) -> Way:
    """Put the outermost element of a way behind numbers that order it among others."""
    return (way[0]._replace(at=(*at, *way[0].at)), *way[1:]) if way else ()


def elements_of(found: Iterable[tuple[Way, Group]]) -> tuple[Element, ...]:
    """Make the elements to which ways lead, each once, on however many pages its groups are.

    A group that says nothing is in none; the elements on the way to it are there all the same.
    """
    within: dict[Spot, list[tuple[Way, Group]]] = {}
    for way, group in found:
        if way:
            within.setdefault(way[0], []).append((way[1:], group))
    return tuple(
        Element(
            spot.role,
            tuple(group for way, group in own if not way and speaks(group.items)),
            elements_of(own),
            spot.alt,
            spot.scope,
        )
        for spot, own in sorted(within.items())
    )


class Passage(NamedTuple):
    """What is read in one go, on one page or several."""

    scenes: list[Scene]
    groups: list[tuple[Way, Group]]

    def told(self) -> Told:
        """Say it."""
        return Told(tuple(self.scenes), elements_of(self.groups))
