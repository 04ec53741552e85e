"""What is known of a card, as labels (keys of `words`) and values, for whoever writes it down."""

from __future__ import annotations

from collections.abc import Iterable

from cxdesigner.insight.journey import place_of
from cxdesigner.layout.metrics import measures
from cxdesigner.layout.words import Words
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Department, Emotion, Evidence, Persona, Step, Vote

Told = tuple[str, str]


def told_and_measured(words: Words, card: Card) -> list[Told]:
    """Give what is promised, experienced, said and measured at a card, and what that rests on."""
    return [
        ("promise_head", card.promise),
        ("experience", card.experience),
        ("says", card.says),
        ("figures", "\n".join(measures(words, card))),
        ("evidence_of", evidence_words(words, card.evidence) if card.evidence is not None else ""),
    ]


def marked(document: Document, words: Words, card: Card) -> list[Told]:
    """Give what a map says of a card in its marks."""
    people = [found for key in card.personas if (found := document.get(key, Persona)) is not None]
    moments = (("moment_of_truth", card.moment_of_truth), ("support_moment", card.support_moment))
    department = document.get(card.department, Department)
    return [
        ("kind", words.get(f"kind_{card.kind}", card.kind)),
        ("channel", words.get(card.channel, card.channel)),
        ("moment", " · ".join(words[name] for name, is_one in moments if is_one)),
        ("department", department.name if department is not None else ""),
        ("for", ", ".join(persona.name or words["unnamed"] for persona in people)),
    ]


def to_do(words: Words, card: Card) -> list[Told]:
    """Give who is to do what is on a card, until when, and how far it is."""
    status = words.get(card.status, card.status) if card.status != "open" else ""
    return [("owner", card.owner), ("due", card.due), ("status", status)]


def rest(document: Document, words: Words, card: Card) -> list[Told]:
    """Give what a map shows of no card."""
    return [
        ("impact", level(card.impact)),
        ("effort", level(card.effort)),
        ("delivered_by", words.get(f"by_{card.delivered_by}", card.delivered_by)),
        ("covers", covers(document, words, card)),
        ("address", card.url),
        ("card_author", card.author),
        ("picture_of", card.alt),
    ]


def where(document: Document, card: Card) -> str:
    """Say at which stage and step a card begins; "" for one without a place."""
    return " › ".join(part.title for part in place_of(document, card) or () if part.title)


def ratings(emotion: Emotion) -> str:
    """Write what the people in the room gave, and who they are."""
    return ", ".join(" ".join(part for part in (one.by, score(one.score)) if part) for one in emotion.ratings)


def score(value: float) -> str:
    """Write a score with its sign, and a real minus sign."""
    return f"{value:+.2f}".rstrip("0").rstrip(".").replace("-", "−") if value else "0"


def voters(votes: Iterable[Vote]) -> str:
    """Write who gave how many dots, where that is known."""
    return ", ".join(f"{vote.by} {plain(vote.n)}" for vote in votes if vote.by)


def evidence_words(words: Words, evidence: Evidence) -> str:
    """Say what something rests on: the kind, the source, how many, where to read it."""
    kind = words.get(f"from_{evidence.kind}", evidence.kind)
    count = words["n"].format(n=plain(evidence.n)) if evidence.n is not None else ""
    return " · ".join(part for part in (kind, evidence.source, count, evidence.url) if part)


def covers(document: Document, words: Words, card: Card) -> str:
    """Say from which step to which a card reaches, "" for one that stands at a single one."""
    first, last = document.get(card.step, Step), document.get(card.to, Step)
    if first is None or last is None or first is last:
        return ""
    return words["to_step"].format(first=first.title, last=last.title)


def level(value: float | None) -> str:
    """Write a level of 1 to 5, "" for none."""
    return f"{plain(value)} / 5" if value is not None else ""


def plain(value: float) -> str:
    """Write a number with two decimals at most, and none that say nothing."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
