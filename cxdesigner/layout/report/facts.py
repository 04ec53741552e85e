"""What is known of a card beyond what the map shows of it, each with its label."""

from __future__ import annotations

from cxdesigner.layout.flow.cells import Text
from cxdesigner.layout.report import told
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.style import fact
from cxdesigner.model.records import Card, Evidence


def facts_of(about: About, card: Card, *, brief: bool = False, whole: bool = False) -> tuple[Text, ...]:
    """Give what the map does not show of a card; `whole`: what it shows too; `brief`: what is told and measured there.

    A card with a channel has no owner, date and state on the map.
    """
    words = about.words
    found = told.told_and_measured(words, card)
    if not brief:
        found += told.marked(about.document, words, card) if whole else []
        found += told.to_do(words, card) if card.channel or whole else []
        found.append(("severity_head", told.level(card.severity) if card.kind != "pain" or whole else ""))
        found += told.rest(about.document, words, card)
    return tuple(_fact(about, name, value) for name, value in found if value)


def _fact(about: About, name: str, value: str) -> Text:
    text = fact(about.pen, about.words[name], value, 2.0)
    return text._replace(to=value) if name == "address" else text


def evidence_words(about: About, evidence: Evidence) -> str:
    """Say what something rests on; see `told.evidence_words`."""
    return told.evidence_words(about.words, evidence)
