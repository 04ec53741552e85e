"""When actions apply: what is selected, and what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxdesigner.model.records import Card, Emotion, Lane, Persona, Stage

if TYPE_CHECKING:
    from cxdesigner.model.records import Record
    from cxdesigner.ui.main_window import MainWindow


def anything_selected(window: MainWindow) -> bool:
    """Tell whether anything is selected."""
    return bool(window.project.selection.ids)


def card_selected(window: MainWindow) -> bool:
    """Tell whether a card is selected."""
    return _selected(window, Card)


def lane_selected(window: MainWindow) -> bool:
    """Tell whether a lane is selected."""
    return _selected(window, Lane)


def persona_selected(window: MainWindow) -> bool:
    """Tell whether a persona is selected."""
    return _selected(window, Persona)


def emotion_selected(window: MainWindow) -> bool:
    """Tell whether a point of a curve is selected."""
    return _selected(window, Emotion)


def stage_or_lane_selected(window: MainWindow) -> bool:
    """Tell whether a stage or a lane is selected."""
    return _selected(window, Stage) or _selected(window, Lane)


def any_map(window: MainWindow) -> bool:
    """Tell whether the project has a map."""
    return window.project.map is not None


def several_maps(window: MainWindow) -> bool:
    """Tell whether the project has more than one map."""
    return len(window.project.document.maps) > 1


def _selected(window: MainWindow, kind: type[Record]) -> bool:
    return any(isinstance(record, kind) for record in window.project.selected())
