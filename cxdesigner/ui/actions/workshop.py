"""The actions of the menu Workshop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from cxdesigner.model.edits.cards import move_cards
from cxdesigner.model.records import Card, Stage
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.canvas.landing import takes_cards
from cxdesigner.ui.places import first_cell
from cxdesigner.ui.style.words import tr

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


def _capture(window: MainWindow) -> None:
    bench, focus = window.bench, QApplication.focusWidget()
    if bench.is_shown("capture") and focus is not None and bench.panel("capture").isAncestorOf(focus):
        bench.hide_panel("capture")
    else:
        bench.show_panel("capture").setFocus()


def _show_parking(window: MainWindow) -> None:
    window.bench.toggle("parking")
    if window.bench.is_shown("parking"):
        window.bench.panel("parking").setFocus()


def _parked(window: MainWindow) -> list[str]:
    document = window.project.document
    chosen = [record for record in window.project.selected() if isinstance(record, Card)]
    return [card.id for card in chosen if card.lane not in document or card.step not in document]


def _anything_parked(window: MainWindow) -> bool:
    return bool(_parked(window))


def _take_out(window: MainWindow) -> None:
    session, cards = window.project, _parked(window)
    lane, step = session.selection.lane, session.selection.step
    if lane is None or step is None or not takes_cards(session.document, session.map_id, lane, step):
        lane, step = first_cell(session.document, session.map_id)
    if lane is None:
        session.told.emit(tr("There is no place for this: add a lane first."))
        return
    name = tr("Move card") if len(cards) == 1 else tr("Move {n} cards", n=len(cards))
    session.perform(name, partial(move_cards, card_ids=cards, lane_id=lane, step_id=step))
    session.select(cards, (lane, step))
    window.bench.canvas.setFocus()


def _start(minutes: int, window: MainWindow) -> None:
    window.bench.countdown.start(60 * minutes)


def _timer_is_set(window: MainWindow) -> bool:
    return window.bench.has_timer and window.bench.countdown.is_set


SPECS: tuple[ActionSpec, ...] = (
    ActionSpec("workshop.capture", "&Quick capture", "&Workshop", _capture, "Ctrl+J", _has_map, needs=NO_MAP),
    ActionSpec(
        "workshop.parking",
        "Parking &lot",
        "&Workshop",
        _show_parking,
        "Ctrl+Shift+P",
        _has_map,
        needs=NO_MAP,
        checked=lambda w: w.bench.is_shown("parking"),
    ),
    ActionSpec(
        "workshop.take_out",
        "Take &out of the parking lot",
        "&Workshop",
        _take_out,
        "Shift+F8",
        _anything_parked,
        needs="Select cards in the parking lot first.",
        on=("card",),
    ),
    ActionSpec("workshop.present", "&Present", "&Workshop", _present, "F5", _has_map, separated=True, needs=NO_MAP),
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
        "&Hold timer, or go on",
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
        "&Stop timer",
        "&Workshop|&Timer",
        lambda w: w.bench.countdown.stop(),
        applies=_timer_is_set,
        needs=NO_TIMER,
    ),
)
