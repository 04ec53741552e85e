"""What a map rests on, and what of it is no more than an assumption."""

from __future__ import annotations

from cxdesigner.insight import assumptions as insight
from cxdesigner.insight.journey import emotions_along
from cxdesigner.layout import theme
from cxdesigner.layout.flow.blocks import Row, Table
from cxdesigner.layout.flow.cells import Bar, Text
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.report import style
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.facts import evidence_words
from cxdesigner.layout.report.style import cell, head, paragraph, subheading
from cxdesigner.layout.report.told import score
from cxdesigner.model.records import Card, Emotion, Persona, Step


def assumptions(about: About) -> tuple[Block, ...]:
    """Say what the map rests on as a whole, count the kinds of evidence, and list what is marked as assumption."""
    words, shown = about.words, about.shown
    basis = words.get(f"basis_{shown.basis}")
    blocks: list[Block] = [paragraph(basis, above=4.0, keep=True)] if basis else []
    emotions = emotions_along(about.document, shown.id)
    blocks += _shares(about, emotions)
    marked = [
        *(Row((about.with_place(card), (_evidence(about, card),))) for card in insight.assumed_cards(about.cards)),
        *(Row((_felt(about, one), (_evidence(about, one),))) for one in insight.assumed_emotions(emotions)),
    ]
    if marked:
        blocks += [subheading(words["marked_assumptions"]), Table((3.0, 3.0), tuple(marked), above=4.0)]
    if unbacked := insight.unbacked(about.cards):
        rows = tuple(Row((about.with_place(card),)) for card in unbacked)
        blocks += [subheading(words["unbacked"]), Table((1.0,), rows, above=4.0, reads="list")]
    return tuple(blocks)


def _shares(about: About, emotions: tuple[Emotion, ...]) -> list[Block]:
    words = about.words
    shares = insight.shares(about.cards, emotions)
    if not shares:
        return []
    rows = []
    for share in shares:
        known = words.get(f"from_{share.kind}", share.kind) if share.kind else words["from_nothing"]
        fill = {"": theme.RULE, "assumption": theme.GOLD}.get(share.kind, theme.POSITIVE_INK)
        cells = [
            (cell(str(count)), Bar(0.0, count / total if total else 0.0, fill, 5.0, above=2.0))
            for count, total in ((share.cards, len(about.cards)), (share.emotions, len(emotions)))
        ]
        rows.append(Row(((cell(known, style.BODY_BOLD),), *cells)))
    titles = head(words["evidence_of"], words["cards_head"], words["emotions_head"])
    return [Table((2.0, 2.4, 2.4), tuple(rows), titles, above=10.0, whole=True)]


def _evidence(about: About, of: Card | Emotion) -> Text:
    return cell(evidence_words(about, of.evidence) if of.evidence is not None else "", style.BODY, theme.MUTED)


def _felt(about: About, emotion: Emotion) -> tuple[Text, ...]:
    persona, step = about.document.get(emotion.persona, Persona), about.document.get(emotion.step, Step)
    felt = [persona.name if persona else "", emotion.feeling, score(emotion.score) if emotion.score is not None else ""]
    below = cell(step.title if step is not None else "", style.SMALL, theme.MUTED)
    return cell(" · ".join(part for part in felt if part), style.BODY_BOLD), below
