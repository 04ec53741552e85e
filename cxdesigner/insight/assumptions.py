"""What a map rests on: what is marked as assumption, what has evidence, and what nobody has said anything of."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from cxdesigner.model import kinds
from cxdesigner.model.records import Card, Emotion

UNSAID: Final = ""


class Share(NamedTuple):
    """A kind of evidence ("" for none), and on how many cards and emotions it is."""

    kind: str
    cards: int
    emotions: int


def kind_of(record: Card | Emotion) -> str:
    """Give the kind of evidence of a card or an emotion, "" where nobody has said."""
    return record.evidence.kind if record.evidence is not None else UNSAID


def shares(cards: Iterable[Card], emotions: Iterable[Emotion]) -> tuple[Share, ...]:
    """Count what cards and emotions rest on: research first, then assumption, kinds of newer releases, none."""
    of_cards, of_emotions = [kind_of(card) for card in cards], [kind_of(emotion) for emotion in emotions]
    order = [*kinds.EVIDENCE_KINDS[1:], kinds.EVIDENCE_KINDS[0]]
    found = dict.fromkeys([*order, *sorted(set(of_cards + of_emotions) - {UNSAID, *order}), UNSAID])
    counted = (Share(kind, of_cards.count(kind), of_emotions.count(kind)) for kind in found)
    return tuple(share for share in counted if share.cards or share.emotions)


def assumed_cards(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Give the cards that are marked as assumption."""
    return tuple(card for card in cards if kind_of(card) == "assumption")


def assumed_emotions(emotions: Iterable[Emotion]) -> tuple[Emotion, ...]:
    """Give the emotions that are marked as assumption."""
    return tuple(emotion for emotion in emotions if kind_of(emotion) == "assumption")


def unbacked(cards: Iterable[Card]) -> tuple[Card, ...]:
    """Give the pain points and moments of truth of which nobody has said what they rest on."""
    return tuple(card for card in cards if (card.kind == "pain" or card.moment_of_truth) and kind_of(card) == UNSAID)
