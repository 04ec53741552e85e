"""Cards that cover several steps, kept right while steps come, go and move."""

from __future__ import annotations

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.records import Card, Step


def steps_in_draft(draft: Draft, map_id: str) -> list[str]:
    """Give the ids of a map's steps from left to right, as the draft has them."""
    change = draft.change()
    after = draft.document.apply(change) if change else draft.document
    return [step.id for step in after.steps(map_id)]


def mend_spans(draft: Draft, map_id: str) -> None:
    """After steps have moved: a card whose last step is now left of its first covers the same two ends turned round."""
    order = {key: index for index, key in enumerate(steps_in_draft(draft, map_id))}
    for card in draft.document.cards(map_id):
        if card.step in order and card.to in order and order[card.to] < order[card.step]:
            draft.put(card.with_(step=card.to, to=card.step))


def set_span(document: Document, card_id: str, first: str, last: str) -> Change | None:
    """Make a card cover the steps from one to another, in whichever order they are given."""
    card = document.get(card_id, Card)
    if card is None or card.lane is None:
        return None
    order = {step.id: index for index, step in enumerate(document.steps(card.parent))}
    if first not in order or last not in order:
        return None
    if order[last] < order[first]:
        first, last = last, first
    draft = Draft(document)
    draft.put(card.with_(step=first, to=last if last != first else None))
    return draft.change()


def without_steps(draft: Draft, map_id: str, gone: set[str]) -> None:
    """Before steps go: cards that cover others too shrink to those, cards that stand only there go with them."""
    steps = draft.document.steps(map_id)
    order = {step.id: index for index, step in enumerate(steps)}
    for card in draft.document.cards(map_id):
        first = order.get(card.step or "")
        if first is None or draft.removes(card.id):
            continue
        last = order.get(card.to or "", first)
        left = _left(steps[min(first, last) : max(first, last) + 1], gone)
        if not left:
            draft.remove(card.id)
        elif card.step in gone or card.to in gone:
            draft.put(card.with_(step=left[0], to=left[-1] if left[-1] != left[0] else None))


def _left(covered: tuple[Step, ...], gone: set[str]) -> list[str]:
    return [step.id for step in covered if step.id not in gone]
