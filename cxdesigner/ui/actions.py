"""Every action of the program, as a table: menus, bars, context menus and shortcuts are built from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from cxdesigner.model.edits.cards import move_cards
from cxdesigner.model.edits.maps import add_map
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Card, Emotion, Lane, Map, Persona, Project
from cxdesigner.ui import clipboard, inserting

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow

Run = Callable[[Any], object]
Applies = Callable[[Any], bool]


def _always(_window: MainWindow) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action: what it is called, where it stands, which keys call it, what it does and when it applies.

    `menu` names a menu, or a menu in one ("&File|&Templates"). `keys` as Qt writes them, several parted by ", ".
    `separated`: a line stands above it in its menu.
    """

    id: str
    text: str
    menu: str
    run: Run
    keys: str = ""
    applies: Applies = _always
    separated: bool = False


def _has_selection(window: MainWindow) -> bool:
    return bool(window.project.selection.ids)


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


def _add_map(window: MainWindow) -> None:
    change = window.project.perform("Add map", partial(add_map, title="New map"))
    if change is not None:
        window.project.show_map(next(record.id for record in change.added() if isinstance(record, Map)))


def _several_maps(window: MainWindow) -> bool:
    return len(window.project.document.maps) > 1


def _delete_map(window: MainWindow) -> None:
    window.project.perform("Delete map", partial(remove, keys=[window.project.map_id]))


def _walk_maps(window: MainWindow, by: int) -> None:
    maps = [one.id for one in window.project.document.maps]
    if maps:
        window.project.show_map(maps[(maps.index(window.project.map_id) + by) % len(maps)])


def _hide_lane(window: MainWindow) -> None:
    inserting.hide_lanes(window.project)


def _lane_selected(window: MainWindow) -> bool:
    return any(isinstance(record, Lane) for record in window.project.selected())


def _park(window: MainWindow) -> None:
    session = window.project
    cards = [record.id for record in session.selected() if isinstance(record, Card)]
    session.perform("Move to parking lot", partial(move_cards, card_ids=cards, lane_id=None, step_id=None))


def _card_selected(window: MainWindow) -> bool:
    return any(isinstance(record, Card) for record in window.project.selected())


def _leave_map(window: MainWindow) -> None:
    inserting.leave_map(window.project)


def _persona_selected(window: MainWindow) -> bool:
    return any(isinstance(record, Persona) for record in window.project.selected())


def _rate(score: int, window: MainWindow) -> None:
    inserting.rate(window.project, score)


def _emotion_selected(window: MainWindow) -> bool:
    return any(isinstance(record, Emotion) for record in window.project.selected())


def _from_template(name: str, window: MainWindow) -> None:
    window.application.new_project(window, name)


TEMPLATES = (
    ("five-stage-journey", "Customer journey in five &stages"),
    ("service-blueprint", "Service &blueprint"),
    ("b2b-subscription", "B2B s&ubscription"),
)

ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("file.new", "&New", "&File", lambda w: w.application.new_project(w), "Ctrl+N"),
    *(
        ActionSpec(f"file.new.{name}", text, "&File|New from &template", partial(_from_template, name))
        for name, text in TEMPLATES
    ),
    ActionSpec("file.open", "&Open…", "&File", lambda w: w.application.ask_open(w), "Ctrl+O"),
    ActionSpec("file.save", "&Save", "&File", lambda w: w.application.save(w), "Ctrl+S", separated=True),
    ActionSpec("file.save_as", "Save &as…", "&File", lambda w: w.application.save_as(w), "Ctrl+Shift+S"),
    ActionSpec(
        "file.export_pdf",
        "Export &PDF…",
        "&File",
        lambda w: w.application.ask_export(w, "pdf"),
        "Ctrl+E",
        separated=True,
    ),
    ActionSpec("file.export_svg", "Export S&VG…", "&File", lambda w: w.application.ask_export(w, "svg")),
    ActionSpec("file.export_png", "Export PN&G…", "&File", lambda w: w.application.ask_export(w, "png")),
    ActionSpec("file.close", "&Close window", "&File", lambda w: w.close(), "Ctrl+W", separated=True),
    ActionSpec("file.quit", "&Quit", "&File", lambda w: w.application.quit(), "Ctrl+Q"),
    ActionSpec(
        "edit.undo", "&Undo", "&Edit", lambda w: w.project.undo(), "Ctrl+Z", lambda w: bool(w.project.undo_name)
    ),
    ActionSpec(
        "edit.redo",
        "&Redo",
        "&Edit",
        lambda w: w.project.redo(),
        "Ctrl+Shift+Z, Ctrl+Y",
        lambda w: bool(w.project.redo_name),
    ),
    ActionSpec("edit.cut", "Cu&t", "&Edit", _cut, "Ctrl+X", _copyable, separated=True),
    ActionSpec("edit.copy", "&Copy", "&Edit", lambda w: clipboard.copy(w.project), "Ctrl+C", _copyable),
    ActionSpec(
        "edit.paste",
        "&Paste",
        "&Edit",
        lambda w: clipboard.paste_into(w.project),
        "Ctrl+V",  # always: what other programs copy meanwhile is only known when it is asked for
    ),
    ActionSpec("edit.duplicate", "&Duplicate", "&Edit", _duplicate, "Ctrl+D", _copyable),
    ActionSpec("edit.delete", "De&lete", "&Edit", _delete, "Del, Backspace", _removable),
    ActionSpec("edit.select_all", "Select &all cards", "&Edit", _select_all, "Ctrl+A", separated=True),
    ActionSpec("edit.text", "Edit te&xt", "&Edit", lambda w: w.edit_selected_text(), applies=_has_selection),
    ActionSpec("insert.card", "&Card", "&Insert", lambda w: w.insert("card"), "Ctrl+Return"),
    ActionSpec("insert.stage", "&Stage", "&Insert", lambda w: w.insert("stage"), "Ctrl+Shift+G", separated=True),
    ActionSpec("insert.step", "S&tep", "&Insert", lambda w: w.insert("step"), "Ctrl+G"),
    ActionSpec("insert.lane", "&Lane", "&Insert", lambda w: w.insert("lane"), "Ctrl+L"),
    ActionSpec("insert.divider", "&Divider", "&Insert", lambda w: w.insert("divider")),
    ActionSpec("insert.persona", "&Persona", "&Insert", lambda w: w.insert("new-persona"), separated=True),
    ActionSpec("map.add", "&New map", "&Map", _add_map),
    ActionSpec("map.next", "Ne&xt map", "&Map", lambda w: _walk_maps(w, 1), "Ctrl+PgDown", _several_maps),
    ActionSpec("map.previous", "&Previous map", "&Map", lambda w: _walk_maps(w, -1), "Ctrl+PgUp", _several_maps),
    ActionSpec("map.delete", "&Delete map", "&Map", _delete_map, applies=_several_maps),
    ActionSpec("map.park", "Move to par&king lot", "&Map", _park, applies=_card_selected, separated=True),
    ActionSpec("map.hide_lane", "&Hide lane", "&Map", _hide_lane, applies=_lane_selected),
    ActionSpec("map.leave", "Take persona &off this map", "&Map", _leave_map, applies=_persona_selected),
    ActionSpec("view.zoom_in", "Zoom &in", "&View", lambda w: w.zoom_by(1.25), "Ctrl++, Ctrl+="),
    ActionSpec("view.zoom_out", "Zoom &out", "&View", lambda w: w.zoom_by(0.8), "Ctrl+-"),
    ActionSpec("view.actual", "&100 %", "&View", lambda w: w.zoom_to(1.0), "Ctrl+1"),
    ActionSpec("view.fit", "&Fit", "&View", lambda w: w.fit(), "Ctrl+0"),
    ActionSpec("view.library", "&Library", "&View", lambda w: w.toggle("library"), "F9", separated=True),
    ActionSpec("view.inspector", "I&nspector", "&View", lambda w: w.toggle("inspector"), "F10"),
    ActionSpec("view.next_panel", "Next &panel", "&View", lambda w: w.next_panel(), "F6"),
    *(
        ActionSpec(
            f"emotion.{score}", f"Set emotion: {name}", "&Map", partial(_rate, score), "", _emotion_selected, score == 2
        )
        for score, name in (
            (2, "very positive"),
            (1, "positive"),
            (0, "neutral"),
            (-1, "negative"),
            (-2, "very negative"),
        )
    ),
    ActionSpec(
        "help.examples.tacos", "Example: &restaurant", "&Help", lambda w: w.application.open_example("vivan-los-tacos")
    ),
    ActionSpec(
        "help.examples.saas",
        "Example: &subscription",
        "&Help",
        lambda w: w.application.open_example("saas-subscription"),
    ),
    ActionSpec(
        "help.examples.insurance",
        "Example: &insurance (Dutch)",
        "&Help",
        lambda w: w.application.open_example("kapot-apparaat-verzekering"),
    ),
)

CONTEXT = ("edit.text", "insert.card", "", "edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.delete", "",
           "insert.stage", "insert.step", "insert.lane", "", "map.park", "map.hide_lane", "map.leave")  # fmt: skip
"""The context menu of the canvas: ids of actions, "" for a line; what does not apply is left out."""
