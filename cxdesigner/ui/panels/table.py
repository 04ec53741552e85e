"""The panels around the canvas that are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cxdesigner.ui.workbench import Workbench

Place = Literal["tabs", "left", "above", "below", "beside"]
"""A strip under the bar, the column of the library, over or under the canvas, or between canvas and inspector."""


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """A panel: `make` imports and makes it for a workbench. One at a time is shown in the place "left"."""

    id: str
    place: Place
    make: Callable[[Workbench], QWidget]


def _maps(bench: Workbench) -> QWidget:
    from cxdesigner.ui.panels.map_tabs import make

    return make(bench)


PANELS: Final[tuple[PanelSpec, ...]] = (PanelSpec("maps", "tabs", _maps),)
