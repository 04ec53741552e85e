"""Notes typed in lines, as cards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from cxdesigner.model.capture import Landing, landing_of, read_note
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.lexicon import Lexicon

Here = tuple[str | None, str | None]
"""A lane and a step."""


def capture(document: Document, map_id: str, lines: Iterable[str], lexicon: Lexicon, here: Here) -> Change | None:
    """Add a card for each line, at the end of its stack; a line without a lane or a step goes where the one before did.

    A line that says nothing but where it would go adds no card, and tells where the next ones go.
    """
    edits: list[Callable[[Document], Change | None]] = []
    for line in lines:
        noted = read_note(line, lexicon)
        landing = landing_of(noted, lexicon, here)
        here = landing_after(landing, here)
        if noted.text:
            cell: dict[str, Any] = {"map_id": map_id, "lane_id": landing.lane, "step_id": landing.step}
            fields: dict[str, Any] = {
                "kind": landing.kind,
                "text": noted.text,
                "channel": noted.channel,
                "personas": noted.personas,
            }
            edits.append(partial(add_card, **cell, **fields))
    return in_turn(document, edits)


def landing_after(landing: Landing, here: Here) -> Here:
    """Give the lane and the step of the notes that follow one: its own, or if it was parked those before it."""
    return here if landing.lane is None else (landing.lane, landing.step)
