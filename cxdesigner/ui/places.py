"""Places for cards: which one is meant by what is selected, and what it is called."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Lane, Stage, Step
from cxdesigner.ui.canvas.landing import takes_cards
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.labels import lane_title
from cxdesigner.ui.style.words import tr

PARKED: tuple[None, None] = (None, None)


class Spot(NamedTuple):
    """A cell, or the parking lot (None, None); `before` counts the cards of its stack that stay above.

    `card` is a picture card whose picture it becomes. `is_chosen`: somebody pointed there; else it was thought of.
    """

    lane: str | None
    step: str | None
    before: int | None = None
    card: str = ""
    is_chosen: bool = True

    @property
    def cell(self) -> tuple[str | None, str | None]:
        """The cell."""
        return self.lane, self.step


def chosen_spot(session: Session) -> Spot | None:
    """Give the place that is meant by what is selected: a cell, a card's, the first one of a stage, step or lane.

    None where nothing is selected in which cards can stand.
    """
    document, map_id, selection = session.document, session.map_id, session.selection
    lane, step = selection.lane, selection.step
    chosen, card = False, ""
    for record in session.selected()[-1:]:
        if isinstance(record, Card):
            lane, step, chosen = record.lane, record.step, True
            card = record.id if len(selection.ids) == 1 and record.kind == "picture" and not record.asset else ""
            if lane is None:
                return Spot(None, None, card=card)
        elif isinstance(record, Stage):
            step = next((one.id for one in document.steps_of(record.id)), step)
        elif isinstance(record, Step):
            step = record.id
        elif isinstance(record, Lane):
            lane = record.id
    if lane is None and step is None:
        return None
    first = first_cell(document, map_id)
    if not takes_cards(document, map_id, lane, first[1]):
        lane = first[0]
    if not takes_cards(document, map_id, lane, step):
        step = first[1]
    if lane is None or step is None:
        return None
    return Spot(lane, step, card=card, is_chosen=chosen or (lane, step) == selection.cell)


def first_cell(document: Document, map_id: str) -> tuple[str | None, str | None]:
    """Give the first cell of a map that can hold cards, (None, None) if it has none."""
    steps = document.steps(map_id)
    lanes = [
        lane.id for lane in document.lanes(map_id) if steps and takes_cards(document, map_id, lane.id, steps[0].id)
    ]
    return (lanes[0], steps[0].id) if lanes else PARKED


def cell_name(document: Document, lane_id: str | None, step_id: str | None) -> str:
    """Name a cell for the reader, such as "Pain points · Orders"."""
    lane, step = document.get(lane_id, Lane), document.get(step_id, Step)
    if lane is None or step is None:
        return tr("Parking lot")
    title = " ".join(step.title.split())
    return f"{' '.join(lane_title(lane.title, lane.kind).split())} · {title or tr('a step without a title')}"
