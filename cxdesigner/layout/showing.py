"""How a map is looked at: what is shown of it, and what stands back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cxdesigner.insight.filter import NOTHING, Filter

Curves = Literal["together", "single", "mean"]


@dataclass(frozen=True, slots=True)
class Showing:
    """A way of looking at a map, which belongs to whoever looks and is not in the file.

    `curves`: the emotion curves of all personas together, of one alone, or their mean. `persona` is the id of the
    active one, which is on top, or the one alone; "" stands for the first of the map. What `filter` leaves out is
    faded, in exports only if `fades_exports`. `comments`: they are numbered, and listed below the sheet.
    """

    curves: Curves = "together"
    persona: str = ""
    filter: Filter = NOTHING
    fades_exports: bool = False
    comments: bool = False


PLAIN = Showing()
"""Everything, as it is printed where nothing else is asked for."""
