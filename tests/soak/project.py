"""The project that the programs work on."""

from __future__ import annotations

from cxdesigner.model.document import Document
from tests.model.builders import journey

STEPS = ("a1", "a2", "b1", "b2")
LANES = ("actions", "pains")
SHARED = ("c1", "c2", "c3")
"""Cards that everybody rewords."""


def shared() -> Document:
    """Make a map of four steps and two lanes, with three cards that are there from the start."""
    return journey(
        "A: a1 a2 | B: b1 b2",
        "actions pains feelings=emotion",
        cards={"actions a1": "c1 c2", "pains b1": "c3"},
        personas="ana ben",
    )
