"""How a map is looked at: what is shown of it, and what stands back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Curves = Literal["together", "single", "mean"]


@dataclass(frozen=True, slots=True)
class Showing:
    """A way of looking at a map, which belongs to whoever looks and is not in the file.

    `curves`: the emotion curves of all personas together, of one alone, or their mean. `persona` is the id of the
    active one, which is on top, or the one alone; "" stands for the first of the map.
    """

    curves: Curves = "together"
    persona: str = ""


PLAIN = Showing()
"""Everything, as it is printed where nothing else is asked for."""
