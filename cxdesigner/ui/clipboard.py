"""What copying puts on the clipboard, and what pasting makes of records that were copied here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from cxdesigner.interchange.blocks import write_block
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import shows_cards
from cxdesigner.model.edits.paste import Target, paste
from cxdesigner.model.fragment import Fragment, copy_out
from cxdesigner.model.records import Card, Lane, Record, Stage, Step
from cxdesigner.storage.clipboard import MEDIA_TYPE, fragment_from_json, fragment_to_json
from cxdesigner.storage.problems import DamagedError, NotAProjectError
from cxdesigner.ui.canvas.landing import takes_cards
from cxdesigner.ui.places import first_cell
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.words import said, tr

COPYABLE = (Card, Lane, Stage, Step)


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
    """Write cards as tab-separated text: a row for each lane from the first to the last, a column for each step.

    Lanes that show no cards are passed over unless cards of theirs were copied. What has no place comes as lines.
    """
    cards = fragment.of(Card)
    columns = {step.id: index for index, step in enumerate(document.steps(map_id))}
    placed = [card for card in cards if card.lane in document and card.step in columns]
    if not placed or len(placed) < len(cards):
        return write_block([[[card.text for card in cards]]])
    used = {card.lane for card in placed}
    lanes = [lane.id for lane in document.lanes(map_id) if lane.id in used or shows_cards(lane)]
    rows = {lane: index for index, lane in enumerate(lanes)}
    top, bottom = min(rows[card.lane or ""] for card in placed), max(rows[card.lane or ""] for card in placed)
    left, right = min(columns[card.step or ""] for card in placed), max(columns[card.step or ""] for card in placed)
    block: list[list[list[str]]] = [[[] for _ in range(left, right + 1)] for _ in range(top, bottom + 1)]
    for card in placed:
        block[rows[card.lane or ""] - top][columns[card.step or ""] - left].append(card.text)
    return write_block(block)


def put_there(change: Change) -> list[str]:
    """Give the ids of what a paste has added and is selected then.

    A stage speaks for its steps, steps and lanes for the cards in them: what is typed next is the title of the copy.
    """
    added = [record for record in change.added() if isinstance(record, COPYABLE)]
    holders = {record.id for record in added if isinstance(record, Stage | Step | Lane)}
    return [record.id for record in added if not holders & _held_by(record)]


def _held_by(record: Record) -> set[str | None]:
    return {record.lane, record.step} if isinstance(record, Card) else {record.parent}


def paste_records(session: Session, data: bytes, *, parked: bool = False) -> Change | None:
    """Paste records that were copied here or in another window, at the selection or into the parking lot."""
    try:
        records = fragment_from_json(data)
    except (NotAProjectError, DamagedError) as error:
        session.told.emit(said(error))
        return None
    fragment = Fragment(tuple(records))
    target = Target() if parked else target_of(session, fragment)
    count = len(fragment.of(Card))
    name = tr("Paste {n} cards", n=count) if count > 1 else tr("Paste")
    return session.perform(name, partial(paste, map_id=session.map_id, fragment=fragment, target=target))


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
