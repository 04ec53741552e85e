"""Which records stand in which lists of the file, in the order in which they are written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cxdesigner.model import limits
from cxdesigner.model.records import (
    Card,
    Comment,
    Department,
    Emotion,
    Lane,
    Link,
    Map,
    Persona,
    Project,
    Record,
    Round,
    Snapshot,
    Stage,
    Step,
)


class Fragment(Record):
    """What is on the clipboard: a root like a project, but without an id."""


FORMAT: Final = "cxdesigner"
VERSION: Final = 1

LISTS: Final[Mapping[type[Record], Mapping[str, type[Record]]]] = {
    Project: {"departments": Department, "personas": Persona, "maps": Map, "snapshots": Snapshot},
    Fragment: {
        "cards": Card,
        "lanes": Lane,
        "stages": Stage,
        "steps": Step,
        "emotions": Emotion,
        "links": Link,
        "personas": Persona,
        "departments": Department,
    },
    Map: {
        "stages": Stage,
        "lanes": Lane,
        "cards": Card,
        "emotions": Emotion,
        "links": Link,
        "rounds": Round,
        "comments": Comment,
    },
    Stage: {"steps": Step},
}

AT_MOST: Final[Mapping[type[Record], int]] = {
    Map: limits.MAX_MAPS,
    Persona: limits.MAX_PERSONAS,
    Lane: limits.MAX_LANES,
    Card: limits.MAX_CARDS,
}
"""How many records a list holds; steps are counted over all stages of a map."""
