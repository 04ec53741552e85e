"""Notes typed in lines, as cards."""

from __future__ import annotations

from collections.abc import Iterable

from cxdesigner.model.capture import Landing, landing_of, read_note
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.ids import new_id
from cxdesigner.model.lexicon import Lexicon
from cxdesigner.model.placement import place
from cxdesigner.model.records import Card, Map

Here = tuple[str | None, str | None]
"""A lane and a step."""


def capture(document: Document, map_id: str, lines: Iterable[str], lexicon: Lexicon, here: Here) -> Change | None:
    """Add a card for each line, at the end of its stack; a line without a lane or a step goes where the one before did.

    A line that says nothing but where it would go adds no card, and tells where the next ones go.

    Raises:
        LimitReachedError: a map can't hold that many cards.
        InvalidValueError: a text is too long.
    """
    if document.get(map_id, Map) is None:
        return None
    stacks: dict[Here, list[Card]] = {}
    for line in lines:
        noted = read_note(line, lexicon)
        landing = landing_of(noted, lexicon, here)
        here = landing_after(landing, here)
        if noted.text:
            lane, step, kind = landing
            card = Card.new(
                id=new_id(),
                parent=map_id,
                lane=lane,
                step=step,
                kind=kind,
                text=noted.text,
                channel=noted.channel,
                personas=noted.personas,
            )
            stacks.setdefault((lane, step), []).append(card)
    draft = Draft(document)
    for cell, cards in stacks.items():
        stack = document.cell(map_id, *cell)
        draft.put(*place(stack, cards, len(stack)))
    return draft.change()


def landing_after(landing: Landing, here: Here) -> Here:
    """Give the lane and the step of the notes that follow one: its own, or if it was parked those before it."""
    return here if landing.lane is None else (landing.lane, landing.step)
