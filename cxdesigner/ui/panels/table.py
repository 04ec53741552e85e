"""The panels around the canvas that are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cxdesigner.ui.workbench import Workbench

Place = Literal["tabs", "left", "above", "below", "beside", "right"]
"""A strip under the bar, the column of the library, over or under the canvas, between canvas and inspector, or the
column of the inspector."""


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """A panel: `make` imports and makes it for a workbench. One at a time is shown at each side, "left" and "right"."""

    id: str
    place: Place
    make: Callable[[Workbench], QWidget]


def _maps(bench: Workbench) -> QWidget:
    from cxdesigner.ui.panels.map_tabs import make

    return make(bench)


def _find(bench: Workbench) -> QWidget:
    from cxdesigner.ui.panels.find import make

    return make(bench)


def _ballot(bench: Workbench) -> QWidget:
    from cxdesigner.ui.panels.ballot import make

    return make(bench)


def _filters(bench: Workbench) -> QWidget:
    from cxdesigner.ui.panels.filters import make

    return make(bench)


def _capture(bench: Workbench) -> QWidget:
    from cxdesigner.ui.panels.capture import make

    return make(bench)


def _parking(bench: Workbench) -> QWidget:
    from cxdesigner.ui.panels.parking import make

    return make(bench)


def _settings(bench: Workbench) -> QWidget:
    from cxdesigner.ui.panels.settings import Settings

    return Settings(bench.application, bench.look, lambda: bench.hide_panel("settings"))


def _comments(bench: Workbench) -> QWidget:
    from cxdesigner.ui.panels.comments import make

    return make(bench)


def _versions(bench: Workbench) -> QWidget:
    from cxdesigner.ui.versions.panel import make

    return make(bench)


def _outline(bench: Workbench) -> QWidget:
    from cxdesigner.ui.panels.outline import make

    return make(bench)


def _changes(bench: Workbench) -> QWidget:
    from cxdesigner.ui.comparing.changes_panel import make

    return make(bench)


def _conflicts(bench: Workbench) -> QWidget:
    from cxdesigner.ui.comparing.conflicts_panel import make

    return make(bench)


PANELS: Final[tuple[PanelSpec, ...]] = (
    PanelSpec("maps", "tabs", _maps),
    PanelSpec("find", "left", _find),
    PanelSpec("outline", "left", _outline),
    PanelSpec("changes", "left", _changes),
    PanelSpec("conflicts", "left", _conflicts),
    PanelSpec("filters", "above", _filters),
    PanelSpec("ballot", "below", _ballot),
    PanelSpec("capture", "below", _capture),
    PanelSpec("parking", "beside", _parking),
    PanelSpec("comments", "beside", _comments),
    PanelSpec("versions", "right", _versions),
    PanelSpec("settings", "beside", _settings),
)
