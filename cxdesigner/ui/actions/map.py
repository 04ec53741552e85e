"""The actions of the menu Map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from cxdesigner.model.edits.cards import move_cards
from cxdesigner.model.edits.maps import add_map
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Card, Lane, Map, Persona, Record
from cxdesigner.ui import inserting, structuring
from cxdesigner.ui.actions.removing import tell_removed
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.actions.when import (
    any_map,
    card_selected,
    lane_selected,
    persona_selected,
    several_maps,
    stage_or_lane_selected,
)
from cxdesigner.ui.canvas.turning import near_removed
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.session import Session

MENU = "&Map"
STEPS_MENU = "&Map|&Stages and steps"
LANES_MENU = "&Map|&Lanes"
ONLY_MAP = "There is only this map."
NO_MAP = "There is no map: add one first."
LANE_FIRST = "Select a lane first."
SENDABLE = ("card", "stage", "step", "lane-title")


def _add_map(window: MainWindow) -> None:
    edit = partial(add_map, title=tr("New map"), author=window.application.preferences.author)
    change = window.project.perform(tr("Add map"), edit)
    if change is not None:
        window.project.show_map(next(record.id for record in change.added() if isinstance(record, Map)))
        _to_title(window)


def _make_future_map(window: MainWindow) -> None:
    _show_copy(partial(structuring.make_future_map, author=window.application.preferences.author), window)


def _to_title(window: MainWindow) -> None:
    """Put the keyboard on the title of the map that is shown now, which is to be named."""
    window.project.select(window.project.map_id)


def _show_copy(make: Callable[[Session], None], window: MainWindow) -> None:
    before = window.project.map_id
    make(window.project)
    if window.project.map_id != before:
        _to_title(window)


def _delete_map(window: MainWindow) -> None:
    shown = window.project.map
    change = window.project.perform(tr("Delete map"), partial(remove, keys=[window.project.map_id]))
    window.bench.canvas.keyboard.walking.arrive()
    if shown is not None:
        tell_removed(window, [shown], change)


def _walk_maps(window: MainWindow, by: int) -> None:
    maps = [one.id for one in window.project.document.maps]
    if maps:
        window.project.show_map(maps[(maps.index(window.project.map_id) + by) % len(maps)])
        window.bench.canvas.keyboard.walking.arrive()


def _park(window: MainWindow) -> None:
    session = window.project
    cards = [record for record in session.selected() if isinstance(record, Card)]
    edit = partial(move_cards, card_ids=[card.id for card in cards], lane_id=None, step_id=None)
    _take_away(window, cards, lambda: session.perform(tr("Move to parking lot"), edit))


def _hide_lanes(window: MainWindow) -> None:
    _take_away(window, structuring.chosen(window.project, Lane), lambda: structuring.hide_lanes(window.project))


def _leave(window: MainWindow) -> None:
    _take_away(window, structuring.chosen(window.project, Persona), lambda: inserting.leave_map(window.project))
    if not window.project.selection.ids:
        _to_title(window)


def _take_away(window: MainWindow, records: Sequence[Record], act: Callable[[], object]) -> None:
    """Do what takes records off the sheet, and select what is then where the eye is."""
    session, canvas = window.project, window.bench.canvas
    if not records or not canvas.hasFocus():  # in the drawer or the outline they are still seen
        act()
        return
    near, cell = near_removed(canvas, records)
    before = session.document
    act()
    if session.document is not before:
        session.select(near[:1], cell)


def _split(window: MainWindow) -> None:
    fresh = structuring.split(window.project)
    if fresh is not None:
        window.bench.canvas.edit_text(fresh)


def _other_maps(window: MainWindow, *, copy: bool) -> Sequence[tuple[str, Callable[[], object]]]:
    session = window.project
    return [
        (title_of_map(one, structuring.TITLE), partial(_send, window, one.id, copy=copy))
        for one in session.document.maps
        if one.id != session.map_id
    ]


def _send(window: MainWindow, map_id: str, *, copy: bool) -> None:
    session = window.project
    window.bench.take_what_is_typed()
    target = session.document.get(map_id, Map)
    if target is None or not structuring.send(session, map_id, copy=copy):
        return
    title = title_of_map(target, structuring.TITLE)
    sentence = tr("Copied to “{map}”.", map=title) if copy else tr("Moved to “{map}”.", map=title)
    window.tell(sentence, links=[(tr("Show it"), partial(session.show_map, map_id))])


MAPS = (
    ActionSpec("map.add", "&New map", MENU, _add_map),
    ActionSpec(
        "map.duplicate",
        "D&uplicate map",
        MENU,
        partial(_show_copy, structuring.duplicate_this_map),
        applies=any_map,
        needs=NO_MAP,
        on=("title",),
    ),
    ActionSpec(
        "map.future",
        "Make &future-state map",
        MENU,
        _make_future_map,
        applies=any_map,
        needs=NO_MAP,
        on=("title",),
    ),
    ActionSpec(
        "map.next",
        "Ne&xt map",
        MENU,
        lambda w: _walk_maps(w, 1),
        "Ctrl+PgDown",
        several_maps,
        separated=True,
        needs=ONLY_MAP,
    ),
    ActionSpec(
        "map.previous", "&Previous map", MENU, lambda w: _walk_maps(w, -1), "Ctrl+PgUp", several_maps, needs=ONLY_MAP
    ),
)

STEPS = (
    ActionSpec(
        "map.split",
        "&Split stage here",
        STEPS_MENU,
        _split,
        applies=lambda w: structuring.can_split(w.project),
        separated=True,
        needs="Select a step that is not the first of its stage.",
        on=("step",),
    ),
    ActionSpec(
        "map.merge_next",
        "Mer&ge with next",
        STEPS_MENU,
        lambda w: structuring.merge(w.project, structuring.with_next(w.project)),
        applies=lambda w: bool(structuring.with_next(w.project)),
        needs="Select a stage or a step that has another one behind it.",
        on=("stage", "step"),
    ),
    ActionSpec(
        "map.merge",
        "Merge se&lected",
        STEPS_MENU,
        lambda w: structuring.merge(w.project, structuring.to_merge(w.project)),
        applies=lambda w: bool(structuring.to_merge(w.project)),
        needs="Select several stages, or several steps.",
        on=("stage", "step"),
    ),
    ActionSpec(
        "map.automatic_width",
        "Automatic &width",
        STEPS_MENU,
        lambda w: structuring.automatic_width(w.project),
        applies=lambda w: structuring.has_width(w.project),
        needs="Select a step whose width was set.",
        on=("step",),
    ),
)

LANES = (
    ActionSpec(
        "map.pin_lane",
        "P&in lane in view",
        LANES_MENU,
        lambda w: structuring.pin(w.project),
        applies=lane_selected,
        needs=LANE_FIRST,
        on=("lane-title",),
        checked=lambda w: structuring.are_pinned(w.project),
    ),
    ActionSpec(
        "map.hide_lane",
        "&Hide lane",
        LANES_MENU,
        _hide_lanes,
        applies=lane_selected,
        needs=LANE_FIRST,
        on=("lane-title",),
    ),
    ActionSpec(
        "map.show_lanes",
        "Sh&ow hidden lanes",
        LANES_MENU,
        lambda w: structuring.show_lanes(w.project, structuring.keys_of(structuring.hidden_lanes(w.project))),
        applies=lambda w: bool(structuring.hidden_lanes(w.project)),
        needs="No lane of this map is hidden.",
        on=("lane-title", "sheet"),
    ),
    ActionSpec(
        "map.collapse",
        "&Collapse",
        MENU,
        lambda w: structuring.collapse(w.project),
        "Ctrl+Shift+K",
        stage_or_lane_selected,
        needs="Select a stage or a lane first.",
        on=("stage", "lane-title"),
        checked=lambda w: structuring.are_collapsed(w.project),
    ),
)


ELSEWHERE = (
    ActionSpec(
        "map.move_to",
        "Move &to map",
        MENU,
        lambda w: w.commands.offer("map.move_to"),
        applies=lambda w: structuring.can_send(w.project),
        separated=True,
        needs="Select cards, steps, stages or lanes, in a project with several maps.",
        on=SENDABLE,
        offers=partial(_other_maps, copy=False),
    ),
    ActionSpec(
        "map.copy_to",
        "Cop&y to map",
        MENU,
        lambda w: w.commands.offer("map.copy_to"),
        applies=lambda w: structuring.can_send(w.project),
        needs="Select cards, steps, stages or lanes, in a project with several maps.",
        on=SENDABLE,
        offers=partial(_other_maps, copy=True),
    ),
    ActionSpec(
        "map.park",
        "&Move to parking lot",
        MENU,
        _park,
        "F8",
        card_selected,
        needs="Select a card first.",
        on=("card",),
    ),
    ActionSpec(
        "map.leave",
        "T&ake persona off this map",
        MENU,
        _leave,
        applies=persona_selected,
        needs="Select a persona on the map first.",
        on=("persona",),
    ),
    ActionSpec(
        "map.delete",
        "&Delete map",
        MENU,
        _delete_map,
        applies=several_maps,
        separated=True,
        needs=ONLY_MAP,
        on=("title",),
    ),
)

SPECS = (*MAPS, *STEPS, *LANES)
"""Those before the menus of emotions and links, behind which ELSEWHERE stands."""
