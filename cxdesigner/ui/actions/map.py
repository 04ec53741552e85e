"""The actions of the menu Map."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxdesigner.model.edits.cards import move_cards
from cxdesigner.model.edits.maps import add_map
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Card, Map
from cxdesigner.ui import inserting
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.actions.when import card_selected, lane_selected, persona_selected, several_maps

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow

ONLY_MAP = "There is only this map."


def _add_map(window: MainWindow) -> None:
    change = window.project.perform("Add map", partial(add_map, title="New map"))
    if change is not None:
        window.project.show_map(next(record.id for record in change.added() if isinstance(record, Map)))


def _delete_map(window: MainWindow) -> None:
    window.project.perform("Delete map", partial(remove, keys=[window.project.map_id]))


def _walk_maps(window: MainWindow, by: int) -> None:
    maps = [one.id for one in window.project.document.maps]
    if maps:
        window.project.show_map(maps[(maps.index(window.project.map_id) + by) % len(maps)])


def _park(window: MainWindow) -> None:
    session = window.project
    cards = [record.id for record in session.selected() if isinstance(record, Card)]
    session.perform("Move to parking lot", partial(move_cards, card_ids=cards, lane_id=None, step_id=None))


SPECS = (
    ActionSpec("map.add", "&New map", "&Map", _add_map),
    ActionSpec(
        "map.next", "Ne&xt map", "&Map", lambda w: _walk_maps(w, 1), "Ctrl+PgDown", several_maps, needs=ONLY_MAP
    ),
    ActionSpec(
        "map.previous", "&Previous map", "&Map", lambda w: _walk_maps(w, -1), "Ctrl+PgUp", several_maps, needs=ONLY_MAP
    ),
    ActionSpec("map.delete", "&Delete map", "&Map", _delete_map, applies=several_maps, needs=ONLY_MAP),
    ActionSpec(
        "map.park",
        "Move to par&king lot",
        "&Map",
        _park,
        applies=card_selected,
        separated=True,
        needs="Select a card first.",
        on=("card",),
    ),
    ActionSpec(
        "map.hide_lane",
        "&Hide lane",
        "&Map",
        lambda w: inserting.hide_lanes(w.project),
        applies=lane_selected,
        needs="Select a lane first.",
        on=("lane-title",),
    ),
    ActionSpec(
        "map.leave",
        "Take persona &off this map",
        "&Map",
        lambda w: inserting.leave_map(w.project),
        applies=persona_selected,
        needs="Select a persona on the map first.",
        on=("persona",),
    ),
)
