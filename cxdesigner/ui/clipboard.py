"""What copying puts on the clipboard, and what pasting makes of what is there."""

from __future__ import annotations

import csv
from functools import partial
from io import StringIO

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.paste import Target, paste
from cxdesigner.model.edits.stacks import add_stacks
from cxdesigner.model.fragment import Fragment, copy_out
from cxdesigner.model.records import Card, Lane, Record, Stage, Step
from cxdesigner.storage.clipboard import MEDIA_TYPE, fragment_from_json, fragment_to_json
from cxdesigner.storage.problems import DamagedError, NotAProjectError
from cxdesigner.ui.canvas.landing import takes_cards
from cxdesigner.ui.session import Session

COPYABLE = (Card, Lane, Stage, Step)
Place = tuple[str, str]
"""A cell: its lane and its step."""


def copyable(session: Session) -> list[str]:
    """Give the ids of what is selected and can be copied."""
    return [record.id for record in session.selected() if isinstance(record, COPYABLE)]


def copy(session: Session) -> bool:
    """Put what is selected on the clipboard: as itself, and as tab-separated text; False if that is nothing."""
    keys = copyable(session)
    if not keys:
        return False
    fragment = copy_out(session.document, session.map_id, keys)
    data = QMimeData()
    data.setData(MEDIA_TYPE, fragment_to_json(fragment.records))
    data.setText(as_table(session.document, session.map_id, fragment))
    QGuiApplication.clipboard().setMimeData(data)
    return True


def as_table(document: Document, map_id: str, fragment: Fragment) -> str:
    """Write cards as tab-separated text: a row for each card of the fullest stack of a lane, a column for each step."""
    cards = [card for card in fragment.of(Card) if card.lane is not None]
    order = [step.id for step in document.steps(map_id)]
    columns = [order.index(card.step) for card in cards if card.step in order]
    if not columns:
        return "\n".join(card.text for card in fragment.of(Card))
    used = range(min(columns), max(columns) + 1)
    rows = []
    for lane in dict.fromkeys(card.lane for card in cards):
        stacks = [[card for card in cards if card.lane == lane and card.step == order[column]] for column in used]
        depth = max(len(stack) for stack in stacks)
        rows += [
            "\t".join(_in_cell(stack[row].text) if row < len(stack) else "" for stack in stacks) for row in range(depth)
        ]
    return "\n".join(rows)


def _in_cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if "\n" in text or "\t" in text else text


def paste_into(session: Session) -> Change | None:
    """Paste what is on the clipboard at the selection, and select it; where there is nothing that is told."""
    data = QGuiApplication.clipboard().mimeData()
    if data is not None and data.hasFormat(MEDIA_TYPE):
        change = _paste_records(session, bytes(data.data(MEDIA_TYPE).data()))
    elif data is not None and data.text().strip():
        change = _paste_text(session, data.text())
    else:
        session.told.emit("There is nothing to paste: copy cards, or lines of text.")
        return None
    if change is not None:
        session.select(put_there(change))
    return change


def put_there(change: Change) -> list[str]:
    """Give the ids of what a paste has added and is selected then; a stage speaks for its steps."""
    added = [record for record in change.added() if isinstance(record, COPYABLE)]
    stages = {record.id for record in added if isinstance(record, Stage)}
    return [record.id for record in added if record.parent not in stages]


def _paste_records(session: Session, data: bytes) -> Change | None:
    try:
        records = fragment_from_json(data)
    except (NotAProjectError, DamagedError) as error:
        session.told.emit(str(error))
        return None
    return put_in(session, Fragment(tuple(records)), "Paste")


def put_in(session: Session, fragment: Fragment, name: str) -> Change | None:
    """Put a fragment in at the selection as an edit of this name."""
    edit = partial(paste, map_id=session.map_id, fragment=fragment, target=target_of(session, fragment))
    count = len(fragment.of(Card))
    return session.perform(f"{name} {count} cards" if count > 1 else name, edit)


def target_of(session: Session, fragment: Fragment) -> Target:
    """Tell where something that is put in goes: at the selected cell, else where it was copied from."""
    document, selection = session.document, session.selection
    lane, step = selection.lane, selection.step
    first = next(iter(fragment.of(Card)), None)
    if first is not None and not takes_cards(document, session.map_id, lane, step):
        lane, step = first.lane, first.step
    if not takes_cards(document, session.map_id, lane, step):
        lane, step = first_cell(document, session.map_id)
    after: Record | None = next((one for one in session.selected() if isinstance(one, (Stage, Step, Lane))), None)
    stage = after.id if isinstance(after, Stage) else after.parent if isinstance(after, Step) else None
    stages = {one.id for one in fragment.of(Stage)}
    loose = [one.id for one in fragment.of(Step) if one.parent not in stages]
    if loose:
        step = _step_before(session, loose)
    return Target(lane, step, stage, after.id if isinstance(after, Lane) else None)


def _step_before(session: Session, copied: list[str]) -> str | None:
    """Give the step after which steps go: one that is selected, or whose cell is, else the last of those copied."""
    document, map_id = session.document, session.map_id
    ids, order = session.selection.ids, document.steps(map_id)
    chosen = [one.id for one in order if one.id in ids or one.parent in ids]
    there = {one.id for one in order}
    after = [key for key in (*reversed(chosen), session.selection.step, *reversed(copied)) if key in there]
    return after[0] if after else None


def first_cell(document: Document, map_id: str) -> tuple[str | None, str | None]:
    """Give the first cell of a map that can hold cards, (None, None) if it has none."""
    steps = document.steps(map_id)
    lanes = [
        lane.id for lane in document.lanes(map_id) if steps and takes_cards(document, map_id, lane.id, steps[0].id)
    ]
    return (lanes[0], steps[0].id) if lanes else (None, None)


def _paste_text(session: Session, text: str) -> Change | None:
    document, map_id = session.document, session.map_id
    lane, step = session.selection.lane, session.selection.step
    if lane is None or step is None or not takes_cards(document, map_id, lane, step):
        lane, step = first_cell(document, map_id)
    if lane is None or step is None:
        session.told.emit("There is no place for this: add a lane first.")
        return None
    if "\t" in text:
        stacks = _in_cells(document, map_id, lane, step, rows_of(text))
    else:
        stacks = {(lane, step): [line.strip() for line in text.splitlines() if line.strip()]}
    count = sum(map(len, stacks.values()))
    name = "Paste" if count == 1 else f"Paste {count} cards"
    return session.perform(name, partial(add_stacks, map_id=map_id, stacks=stacks))


def rows_of(text: str) -> list[list[str]]:
    """Split what was copied from a spreadsheet; a cell in quotes may hold line breaks."""
    try:
        if text.count('"') % 2 == 0:
            return list(csv.reader(StringIO(text, newline=""), delimiter="\t"))
    except csv.Error:  # a quoted cell that is too long to be one
        pass
    return [line.split("\t") for line in text.splitlines()]


def _in_cells(document: Document, map_id: str, lane: str, step: str, rows: list[list[str]]) -> dict[Place, list[str]]:
    """Put a row into each lane from this one on, a column into each step; what would fall outside into the last one."""
    lanes = [one.id for one in document.lanes(map_id) if takes_cards(document, map_id, one.id, step)]
    lanes = lanes[lanes.index(lane) :] if lane in lanes else [lane]
    steps = [one.id for one in document.steps(map_id)]
    steps = steps[steps.index(step) :]
    stacks: dict[Place, list[str]] = {}
    for down, row in enumerate(rows):
        for across, cell in enumerate(row):
            if cell.strip():
                where = lanes[min(down, len(lanes) - 1)], steps[min(across, len(steps) - 1)]
                stacks.setdefault(where, []).append(cell.strip())
    return stacks
