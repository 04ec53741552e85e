"""What is known of a card beyond what the map shows of it, each with its label."""

from __future__ import annotations

from cxdesigner.layout.flow.cells import Text
from cxdesigner.layout.metrics import measures
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.style import fact, number
from cxdesigner.model.records import Card, Evidence, Step


def facts_of(about: About, card: Card, *, brief: bool = False, whole: bool = False) -> tuple[Text, ...]:
    """Give what the map does not show of a card; `whole`: what it shows too; `brief`: what is told and measured there.

    A card with a channel has no owner, date and state on the map.
    """
    words = about.words
    told = [
        ("promise_head", card.promise),
        ("experience", card.experience),
        ("says", card.says),
        ("figures", "\n".join(measures(about.pen, card))),
        ("evidence_of", evidence_words(about, card.evidence) if card.evidence is not None else ""),
    ]
    if not brief:
        told += _shown(about, card) if whole else []
        told += _doing(about, card) if card.channel or whole else []
        told += [
            ("severity_head", _level(card.severity) if card.kind != "pain" or whole else ""),
            ("impact", _level(card.impact)),
            ("effort", _level(card.effort)),
            ("delivered_by", words.get(f"by_{card.delivered_by}", card.delivered_by)),
            ("covers", covers(about, card)),
            ("address", card.url),
            ("card_author", card.author),
            ("picture_of", card.alt),
        ]
    return tuple(_fact(about, name, value) for name, value in told if value)


def _fact(about: About, name: str, value: str) -> Text:
    text = fact(about.pen, about.words[name], value, 2.0)
    return text._replace(to=value) if name == "address" else text


def _shown(about: About, card: Card) -> list[tuple[str, str]]:
    """Give what the map says of a card in its marks."""
    words = about.words
    people = [about.context.personas[key] for key in card.personas if key in about.context.personas]
    moments = (("moment_of_truth", card.moment_of_truth), ("support_moment", card.support_moment))
    return [
        ("kind", words.get(f"kind_{card.kind}", card.kind)),
        ("channel", words.get(card.channel, card.channel)),
        ("moment", " · ".join(words[name] for name, is_one in moments if is_one)),
        ("department", about.context.departments.get(card.department, "")),
        ("for", ", ".join(persona.name or words["unnamed"] for persona in people)),
    ]


def _doing(about: About, card: Card) -> list[tuple[str, str]]:
    status = about.words.get(card.status, card.status) if card.status != "open" else ""
    return [("owner", card.owner), ("due", card.due), ("status", status)]


def _level(value: float | None) -> str:
    return f"{number(value)} / 5" if value is not None else ""


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
