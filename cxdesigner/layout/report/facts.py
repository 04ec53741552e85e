"""What is known of a card beyond what the map shows of it, each with its label."""

from __future__ import annotations

from cxdesigner.layout.flow.cells import Text
from cxdesigner.layout.metrics import measures
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.style import fact, number
from cxdesigner.model.records import Card, Evidence, Step

SCHEMES = ("http://", "https://", "mailto:")
"""The beginnings of addresses that are led to."""


def facts_of(about: About, card: Card) -> tuple[Text, ...]:
    """Give what the map does not show of a card."""
    words = about.words
    found: list[Text] = []

    def tell(label: str, value: str) -> None:
        if value:
            found.append(fact(about.pen, words[label], value, 2.0))

    tell("promise_head", card.promise)
    tell("experience", card.experience)
    tell("says", card.says)
    tell("evidence_of", evidence_words(about, card.evidence) if card.evidence is not None else "")
    tell("figures", "\n".join(measures(about.pen, card)))
    tell("delivered_by", words.get(f"by_{card.delivered_by}", card.delivered_by))
    if card.kind != "pain" and card.severity is not None:
        tell("severity_head", number(card.severity))
    levels = [
        f"{words[name]} {number(value)}" for name in ("impact", "effort") if (value := getattr(card, name)) is not None
    ]
    tell("rated", " · ".join(levels))
    if card.channel:  # the map then shows the department alone
        tell("owner", card.owner)
        tell("due", card.due)
        tell("status", words.get(card.status, card.status) if card.status != "open" else "")
    tell("covers", covers(about, card))
    if card.url:
        to = card.url if card.url.lower().startswith(SCHEMES) else None
        found.append(fact(about.pen, words["address"], card.url, 2.0)._replace(to=to))
    tell("card_author", card.author)
    tell("picture_of", card.alt)
    return tuple(found)


def evidence_words(about: About, evidence: Evidence) -> str:
    """Say what something rests on: the kind, the source, how many, where to read it."""
    kind = about.words.get(f"from_{evidence.kind}", evidence.kind)
    count = about.words["n"].format(n=number(evidence.n)) if evidence.n is not None else ""
    return " · ".join(part for part in (kind, evidence.source, count, evidence.url) if part)


def covers(about: About, card: Card) -> str:
    """Say from which step to which a card reaches, "" for one that stands at a single one."""
    first, last = about.document.get(card.step, Step), about.document.get(card.to, Step)
    if first is None or last is None or first is last:
        return ""
    return about.words["to_step"].format(first=first.title, last=last.title)
