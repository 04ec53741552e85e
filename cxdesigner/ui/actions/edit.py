"""The actions of the menu Edit."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Map, Project
from cxdesigner.ui import clipboard, inserting
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.actions.when import anything_selected

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow

THINGS = ("card", "stage", "step", "lane-title")
"""The parts that can be copied."""
PICK = "Select a card, a step, a stage or a lane first."


def _removable(window: MainWindow) -> bool:
    return any(not isinstance(record, (Project, Map)) for record in window.project.selected())


def _copyable(window: MainWindow) -> bool:
    return bool(clipboard.copyable(window.project))


def _delete(window: MainWindow) -> None:
    session = window.project
    chosen = [record for record in session.selected() if not isinstance(record, (Project, Map))]
    if not chosen:
        return
    cell = session.selection.cell
    session.perform(f"Delete {_described(chosen)}", partial(remove, keys=[record.id for record in chosen]))
    session.select((), cell)


def _described(records: list[Any]) -> str:
    kinds = {type(record) for record in records}
    noun = kinds.pop().__name__.lower() if len(kinds) == 1 else "item"
    return noun if len(records) == 1 else f"{len(records)} {noun}s"


def _cut(window: MainWindow) -> None:
    session = window.project
    keys = clipboard.copyable(session)
    if clipboard.copy(session):
        records = [session.document[key] for key in keys]
        session.perform(f"Cut {_described(records)}", partial(remove, keys=keys))


def _paste(window: MainWindow) -> None:
    window.bench.pasting.paste(parked=window.bench.keyboard_in("parking"))


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
    ActionSpec("edit.select_all", "Select &all cards", "&Edit", _select_all, "Ctrl+A", separated=True, on=("sheet",)),
    ActionSpec("edit.find", "&Find…", "&Edit", partial(_find, replacing=False), "Ctrl+F", separated=True),
    ActionSpec("edit.find_next", "Find ne&xt", "&Edit", partial(_walk_hits, 1), "F3"),
    ActionSpec("edit.find_previous", "Find pre&vious", "&Edit", partial(_walk_hits, -1), "Shift+F3"),
    ActionSpec("edit.replace", "R&eplace…", "&Edit", partial(_find, replacing=True), "Ctrl+H"),
)
