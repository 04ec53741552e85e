"""Copies of what is on a map, on the same map."""

from __future__ import annotations

from collections.abc import Sequence

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.paste import Target, paste
from cxdesigner.model.fragment import copy_out
from cxdesigner.model.records import Card, Lane, Stage, Step


def duplicate(document: Document, map_id: str, keys: Sequence[str]) -> Change | None:
    """Copy records beside themselves: cards to the ends of their stacks, lanes, stages and steps after the last.

    What is in a lane, a stage or a step that is copied comes along with it, and not a second time.
    """
    wanted = {*keys}
    keys = [key for key in keys if not _comes_along(document, key, wanted)]
    cards = [card for card in (document.get(key, Card) for key in keys) if card is not None]
    others = [key for key in keys if document.get(key, Card) is None]
    draft = Draft(document)
    for lane, step in dict.fromkeys((card.lane, card.step) for card in cards):
        chosen = [card.id for card in cards if (card.lane, card.step) == (lane, step)]
        _merge(draft, paste(document, map_id, copy_out(document, map_id, chosen), Target(lane, step)))
    if others:
        target = Target(
            step=_last(others, document.steps(map_id)),
            after_stage=_last(others, document.stages(map_id)),
            after_lane=_last(others, document.lanes(map_id)),
        )
        _merge(draft, paste(document, map_id, copy_out(document, map_id, others), target))
    return draft.change()


def _comes_along(document: Document, key: str, wanted: set[str]) -> bool:
    """Tell whether a card or a step is copied already with the lane, step or stage that it is in."""
    record = document.records.get(key)
    if isinstance(record, Card):
        step = document.get(record.step, Step)
        holders = {record.lane, record.step, step.parent if step is not None else None}
        return bool(holders & wanted)
    return isinstance(record, Step) and record.parent in wanted


def _last(keys: Sequence[str], order: Sequence[Stage] | Sequence[Step] | Sequence[Lane]) -> str | None:
    return next((record.id for record in reversed(order) if record.id in keys), None)


def _merge(draft: Draft, change: Change | None) -> None:
    """Take in a paste, which adds and changes but removes nothing."""
    draft.put(*(after for _, after in change.pairs.values() if after is not None) if change is not None else ())
