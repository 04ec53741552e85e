"""Cards that cover several steps, kept right while steps come, go and move."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.placement import place
from cxdesigner.model.records import Card, Step


def steps_in_draft(draft: Draft, map_id: str) -> list[str]:
    """Give the ids of a map's steps from left to right, as the draft has them."""
    change = draft.change()
    after = draft.document.apply(change) if change else draft.document
    return [step.id for step in after.steps(map_id)]


def mend_spans(draft: Draft, map_id: str, moved: AbstractSet[str]) -> None:
    """After steps have moved: a card of which only some steps moved stays with the others.

    It goes on covering a step that moved if that still stands beside or between the others.
    """
    order = steps_in_draft(draft, map_id)
    position = {key: index for index, key in enumerate(order)}
    before = [step.id for step in draft.document.steps(map_id)]
    stood = {key: index for index, key in enumerate(before)}
    fresh = []
    for card in draft.document.cards_by_lane(map_id):
        if card.to is None or card.to not in stood or card.step not in stood:
            continue
        first, last = sorted((stood[card.step], stood[card.to]))
        covered = before[first : last + 1]
        staying = [position[key] for key in covered if key not in moved]
        if staying and len(staying) < len(covered):
            first, last = min(staying), max(staying)
            while first > 0 and order[first - 1] in covered:
                first -= 1
            while last + 1 < len(order) and order[last + 1] in covered:
                last += 1
            fresh.append(card.with_(step=order[first], to=order[last] if last != first else None))
    _restart(draft, fresh)


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
    _restart(draft, [card.with_(step=first, to=last if last != first else None)])
    return draft.change()


def without_steps(draft: Draft, map_id: str, gone: set[str]) -> None:
    """Before steps go: cards that cover others too shrink to those, cards that stand only there go with them."""
    steps = draft.document.steps(map_id)
    order = {step.id: index for index, step in enumerate(steps)}
    shrunk = []
    for card in draft.document.cards_by_lane(map_id):
        if card.step not in gone and card.to not in gone:
            continue
        first = order.get(card.step or "")
        if first is None:
            shrunk.append(card.with_(to=None))
            continue
        last = order.get(card.to or "", first)
        left = _left(steps[min(first, last) : max(first, last) + 1], gone)
        if left:
            shrunk.append(card.with_(step=left[0], to=left[-1] if left[-1] != left[0] else None))
        else:
            draft.remove(card.id)
    _restart(draft, shrunk)


def _restart(draft: Draft, cards: list[Card]) -> None:
    """Put cards that may start at another step now; where one in the stack there has its rank, it comes behind that."""
    stacks: dict[tuple[str | None, str | None], dict[str, Card]] = {(card.lane, card.step): {} for card in cards}
    moved = {card.id for card in cards}
    for map_id in {card.parent for card in cards}:
        for card in draft.document.cards_by_lane(map_id):
            if (card.lane, card.step) in stacks and card.id not in moved and not draft.removes(card.id):
                stacks[card.lane, card.step][card.id] = card
    for card in cards:
        stack = stacks[card.lane, card.step]
        before = [other for other in stack.values() if other.rank <= card.rank]
        tied = any(other.rank == card.rank for other in before)
        placed = place(_by_rank(stack), [card], len(before)) if tied else [card]
        draft.put(*placed)
        stack.update({one.id: one for one in placed})


def _by_rank(stack: dict[str, Card]) -> list[Card]:
    return sorted(stack.values(), key=lambda card: (card.rank, card.id))


def _left(covered: tuple[Step, ...], gone: set[str]) -> list[str]:
    return [step.id for step in covered if step.id not in gone]
