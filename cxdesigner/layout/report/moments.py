"""The moments of truth, and those at which the customer needs help."""

from __future__ import annotations

from cxdesigner.layout import theme
from cxdesigner.layout.faces import face
from cxdesigner.layout.flow.blocks import Row, Table
from cxdesigner.layout.flow.cells import Text
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.report import style
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.facts import facts_of
from cxdesigner.layout.report.style import cell, subheading
from cxdesigner.layout.report.told import score
from cxdesigner.model.records import Card


def moments(about: About) -> tuple[Block, ...]:
    """List the touchpoints that decide, then those of support."""
    words = about.words
    deciding = [card for card in about.cards if card.moment_of_truth]
    helping = [card for card in about.cards if card.support_moment]
    blocks: list[Block] = []
    for title, cards in ((words["moments_of_truth"], deciding), (words["support_moments"], helping)):
        if cards:
            rows = tuple(Row(((*about.with_place(card), *_whose(about, card)), _felt(about, card))) for card in cards)
            blocks += [subheading(title, above=10.0), Table((2.0, 4.0), rows, above=6.0, gap=20.0)]
    return tuple(blocks)


def _whose(about: About, card: Card) -> tuple[Text, ...]:
    channel = about.words.get(card.channel, card.channel)
    text = " · ".join(part for part in (channel, about.context.departments.get(card.department, "")) if part)
    return (cell(text, style.SMALL, theme.MUTED)._replace(indent=14.0),) if text else ()


def _felt(about: About, card: Card) -> tuple[Text, ...]:
    """Say how personas feel at the step of a card, and what else is known of it."""
    found = []
    for persona in about.context.shown:
        emotion = about.document.emotion(persona.id, card.step or "")
        if emotion is not None and emotion.score is not None:
            mark = face(7, 7, 5.5, float(emotion.score), theme.readable(persona.color or theme.MUTED, ratio=3.0))
            name = persona.name or about.words["unnamed"]
            felt = " · ".join(part for part in (name, emotion.feeling, score(emotion.score)) if part)
            found.append(cell(felt)._replace(indent=19.0, mark=mark))
    return (*found, *facts_of(about, card, brief=True)) or (cell(""),)
