"""The actions of the menu Workshop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxdesigner.model.records import Stage
from cxdesigner.ui.actions.spec import ActionSpec

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow

MINUTES = (1, 2, 3, 5, 10, 15, 20, 30)
NO_TIMER = "There is no timer: start one first."
NO_MAP = "There is no map to show: add one first."


def _has_map(window: MainWindow) -> bool:
    return window.project.map is not None


def _present(window: MainWindow) -> None:
    window.bench.present()


def _present_from_here(window: MainWindow) -> None:
    session = window.project
    step = session.document.records.get(session.selection.step or "")
    chosen = next((record.id for record in session.selected() if isinstance(record, Stage)), "")
    window.bench.present(chosen or (step.parent if step is not None else ""))


def _start(minutes: int, window: MainWindow) -> None:
    window.bench.countdown.start(60 * minutes)


def _timer_is_set(window: MainWindow) -> bool:
    return window.bench.has_timer and window.bench.countdown.is_set


SPECS: tuple[ActionSpec, ...] = (
    ActionSpec("workshop.present", "&Present", "&Workshop", _present, "F5", _has_map, needs=NO_MAP),
    ActionSpec(
        "workshop.present_here",
        "Present from this &stage",
        "&Workshop",
        _present_from_here,
        "Shift+F5",
        _has_map,
        needs=NO_MAP,
        on=("stage", "step"),
    ),
    *(
        ActionSpec(
            f"workshop.timer.{minutes}",
            f"{minutes} minutes" if minutes > 1 else "1 minute",
            "&Workshop|&Timer",
            partial(_start, minutes),
        )
        for minutes in MINUTES
    ),
    ActionSpec(
        "workshop.timer.hold",
        "&Hold, or go on",
        "&Workshop|&Timer",
        lambda w: w.bench.countdown.pause_or_go_on(),
        "Ctrl+Shift+T",
        _timer_is_set,
        separated=True,
        needs=NO_TIMER,
    ),
    ActionSpec(
        "workshop.timer.more",
        "One minute &more",
        "&Workshop|&Timer",
        lambda w: w.bench.countdown.add(60),
        applies=_timer_is_set,
        needs=NO_TIMER,
    ),
    ActionSpec(
        "workshop.timer.stop",
        "&Stop",
        "&Workshop|&Timer",
        lambda w: w.bench.countdown.stop(),
        applies=_timer_is_set,
        needs=NO_TIMER,
    ),
)
