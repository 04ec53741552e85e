"""The actions of the menu Edit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication

from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Map, Project
from cxdesigner.ui import clipboard, inserting
from cxdesigner.ui.actions.removing import tell_removed
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.actions.when import any_map, anything_selected
from cxdesigner.ui.canvas.turning import near_removed
from cxdesigner.ui.style.labels import counted
from cxdesigner.ui.style.words import mark, tr

if TYPE_CHECKING:
    from cxdesigner.model.change import Change
    from cxdesigner.ui.main_window import MainWindow

THINGS = ("card", "stage", "step", "lane-title")
"""The parts that can be copied."""
MOVE = "Select cards, stages, steps or lanes on the map first."
PICK = "Select a card, a step, a stage or a lane first."


def _removable(window: MainWindow) -> bool:
    return any(not isinstance(record, (Project, Map)) for record in window.project.selected())


def _copyable(window: MainWindow) -> bool:
    return bool(clipboard.copyable(window.project))


def _delete(window: MainWindow) -> None:
    session = window.project
    chosen = [record for record in session.selected() if not isinstance(record, (Project, Map))]
    if chosen:
        tell_removed(window, chosen, _take_out(window, tr("Delete {what}", what=counted(chosen)), chosen))


def _take_out(window: MainWindow, name: str, records: list[Any]) -> Change | None:
    """Delete records, and select what is then where the eye is."""
    session, keys = window.project, [record.id for record in records]
    near, cell = near_removed(window.bench.canvas, records)
    change = session.perform(name, partial(remove, keys=keys))
    session.select([key for key in near if key in session.document][:1], cell)
    return change


def _cut(window: MainWindow) -> None:
    session = window.project
    keys = clipboard.copyable(session)
    if clipboard.copy(session):
        records = [session.document[key] for key in keys]
        _take_out(window, tr("Cut {what}", what=counted(records)), records)


def _copy_picture(window: MainWindow) -> None:
    from cxdesigner.ui.picture_copy import copy_picture  # only few ever need what it imports

    copy_picture(window)


def _paste(window: MainWindow) -> None:
    bench, focus = window.bench, QApplication.focusWidget()
    drawer = bench.panel("parking") if bench.is_shown("parking") else None
    bench.pasting.paste(parked=drawer is not None and focus is not None and drawer.isAncestorOf(focus))


def _duplicate(window: MainWindow) -> None:
    session = window.project
    keys = clipboard.copyable(session)
    if keys:
        change = inserting.duplicate(session, keys)
        if change is not None:
            session.select(clipboard.put_there(change))


def _select_all(window: MainWindow) -> None:
    session = window.project
    lanes = session.document.lanes(session.map_id)
    shown = {lane.id for lane in lanes if not (lane.hidden or lane.collapsed)}
    session.select(card.id for card in session.document.cards(session.map_id) if card.lane in shown)


def _find(window: MainWindow, *, replacing: bool) -> None:
    panel: Any = window.bench.show_panel("find")
    panel.open(replacing=replacing)


def _walk_hits(by: int, window: MainWindow) -> None:
    panel: Any = window.bench.show_panel("find")
    if panel.field.text():
        panel.walk(by)
    else:
        panel.open()


def _movable(window: MainWindow) -> bool:
    return window.bench.canvas.keyboard.shifting.can_move()


def _move(across: int, down: int, window: MainWindow) -> None:
    window.bench.canvas.keyboard.shifting.move(across, down)


SPECS = (
    ActionSpec(
        "edit.undo",
        "&Undo",
        "&Edit",
        lambda w: w.project.undo(),
        "Ctrl+Z",
        lambda w: bool(w.project.undo_name),
        needs="There is nothing to undo.",
    ),
    ActionSpec(
        "edit.redo",
        "&Redo",
        "&Edit",
        lambda w: w.project.redo(),
        "Ctrl+Shift+Z, Ctrl+Y",
        lambda w: bool(w.project.redo_name),
        needs="There is nothing to redo.",
    ),
    ActionSpec(
        "edit.text",
        "Edit te&xt",
        "&Edit",
        lambda w: w.edit_selected_text(),
        applies=anything_selected,
        separated=True,
        needs="Select something first.",
        on=(*THINGS, "point", "persona", "title"),
    ),
    ActionSpec("edit.cut", "Cu&t", "&Edit", _cut, "Ctrl+X", _copyable, separated=True, needs=PICK, on=THINGS),
    ActionSpec(
        "edit.copy", "&Copy", "&Edit", lambda w: clipboard.copy(w.project), "Ctrl+C", _copyable, needs=PICK, on=THINGS
    ),
    ActionSpec(
        "edit.copy_picture",
        "Copy a&s picture",
        "&Edit",
        _copy_picture,
        "Ctrl+Shift+C",
        any_map,
        needs="There is no map to copy: add one first.",
        on=(*THINGS, "point", "persona", "title", "sheet"),
    ),
    ActionSpec(
        "edit.paste",
        "&Paste",
        "&Edit",
        _paste,
        "Ctrl+V",  # always: what other programs copy meanwhile is only known when it is asked for
        on=(*THINGS, "cell", "sheet"),
    ),
    ActionSpec("edit.duplicate", "&Duplicate", "&Edit", _duplicate, "Ctrl+D", _copyable, needs=PICK, on=THINGS),
    ActionSpec(
        "edit.delete",
        "De&lete",
        "&Edit",
        _delete,
        "Del, Backspace",
        _removable,
        needs="Select something on the map first.",
        on=(*THINGS, "point", "persona", "link"),
    ),
    *(
        ActionSpec(
            f"edit.move_{name}",
            text,
            "&Edit|&Move",
            partial(_move, across, down),
            keys,
            _movable,
            needs=MOVE,
            on=THINGS,
            separated=name == "left",
        )
        for name, text, across, down, keys in (
            ("left", mark("Move to the &left"), -1, 0, "Alt+Left"),
            ("right", mark("Move to the &right"), 1, 0, "Alt+Right"),
            ("up", mark("Move &up"), 0, -1, "Alt+Up"),
            ("down", mark("Move &down"), 0, 1, "Alt+Down"),
        )
    ),
    ActionSpec("edit.select_all", "Select &all cards", "&Edit", _select_all, "Ctrl+A", on=("sheet",)),
    ActionSpec("edit.find", "&Find…", "&Edit", partial(_find, replacing=False), "Ctrl+F", separated=True),
    ActionSpec("edit.find_next", "F&ind next", "&Edit", partial(_walk_hits, 1), "F3"),
    ActionSpec("edit.find_previous", "Find pre&vious", "&Edit", partial(_walk_hits, -1), "Shift+F3"),
    ActionSpec("edit.replace", "R&eplace…", "&Edit", partial(_find, replacing=True), "Ctrl+H"),
    ActionSpec(
        "edit.preferences",
        "Prefere&nces",
        "&Edit",
        lambda w: w.open_preferences(),
        "Ctrl+,",
        separated=True,
        anywhere=True,
    ),
)
