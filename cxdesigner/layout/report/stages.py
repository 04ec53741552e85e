"""A page for each stage, its part of the map and how it feels; and what the map has no room for."""

from __future__ import annotations

from dataclasses import replace

from cxdesigner.layout import theme
from cxdesigner.layout.faces import face
from cxdesigner.layout.flow.blocks import Paragraph, Row, Rule, Table
from cxdesigner.layout.flow.cells import Text
from cxdesigner.layout.flow.excerpts import Lanes
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.report import style
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.excerpt import least_width, stage_scene
from cxdesigner.layout.report.facts import evidence_words, facts_of
from cxdesigner.layout.report.style import cell, paragraph, person, subheading
from cxdesigner.layout.report.told import ratings, score
from cxdesigner.layout.scene import Scene
from cxdesigner.model.records import Emotion, Persona, Stage, Step

HEADING = 100.0
"""Height of what stands over the map of a stage, in points."""
MOST_PEOPLE = 3
"""Columns of a table of emotions."""


def stage_page(about: About, stage: Stage) -> tuple[Block, ...]:
    """Make the page of a stage."""
    words = about.words
    color = theme.readable(stage.color or theme.PHASE_COLOR.get(stage.phase, theme.PLAIN_PHASE))
    phase, title = words.get(stage.phase, stage.phase), stage.title or words["untitled_stage"]
    blocks: list[Block] = [
        paragraph(phase, style.SMALL_BOLD, color, 0.0, keep=True),
        Paragraph(Text(title, style.CHAPTER, theme.INK, stage.id, "h1"), 0.0, keep=True),
    ]
    if stage.goal:
        blocks.append(paragraph(stage.goal, style.LEAD, theme.MUTED, 0.0, keep=True))
    steps = about.document.steps_of(stage.id)
    feelings = _emotions(about, steps)
    if steps:
        blocks += [Rule(10.0, color, 3.0), _excerpt(about, stage, tuple(feelings))]
    return (*blocks, *feelings)


def _excerpt(about: About, stage: Stage, below: tuple[Block, ...]) -> Lanes:
    def make(width: float) -> Scene:
        showing = replace(about.showing, comments=False)
        return stage_scene(about.document, stage, width, about.pen.typesetter, about.pen.icons, showing)

    return Lanes(make, least_width(about.document, stage), HEADING, 8.0, below)


def _emotions(about: About, steps: tuple[Step, ...]) -> list[Block]:
    people = [one for one in about.context.shown if any(about.document.emotion(one.id, step.id) for step in steps)]
    blocks: list[Block] = []
    for at in range(0, len(people), MOST_PEOPLE):
        some = people[at : at + MOST_PEOPLE]
        names = [person(one, about.words["unnamed"], style.SMALL, "th") for one in some]
        head = (*style.head(""), *names)
        rows = []
        for step in steps:
            felt = [about.document.emotion(one.id, step.id) for one in some]
            if any(felt):
                cells = [_felt(about, emotion, one) for emotion, one in zip(felt, some, strict=True)]
                rows.append(Row(((cell(step.title, style.BODY_BOLD),), *cells)))
        blocks.append(Table((2.0, *[3.0] * len(some)), tuple(rows), head, above=6.0))
    return [subheading(about.words["feels"], above=22.0), *blocks] if blocks else []


def _felt(about: About, emotion: Emotion | None, persona: Persona) -> tuple[Text, ...]:
    if emotion is None:
        return (cell("–", style.BODY, theme.MUTED),)
    texts = []
    if emotion.score is not None:
        value = float(emotion.score)
        mark = face(7, 7, 5.5, value, theme.readable(persona.color or theme.MUTED, ratio=3.0))
        felt = " · ".join(part for part in (emotion.feeling, score(value)) if part)
        texts.append(cell(felt)._replace(indent=19.0, mark=mark))
    elif emotion.feeling:
        texts.append(cell(emotion.feeling)._replace(indent=19.0))
    if emotion.note:
        texts.append(cell(emotion.note, style.ITALIC)._replace(indent=19.0))
    if emotion.evidence is not None:
        texts.append(cell(evidence_words(about, emotion.evidence), style.SMALL, theme.MUTED)._replace(indent=19.0))
    if emotion.ratings:
        texts.append(
            cell(f"{about.words['ratings']}: {ratings(emotion)}", style.SMALL, theme.MUTED)._replace(indent=19.0)
        )
    return tuple(texts) or (cell("–", style.BODY, theme.MUTED),)


def details(about: About) -> tuple[Block, ...]:
    """Say of the cards of each stage what they do not show."""
    blocks: list[Block] = []
    for stage in about.document.stages(about.shown.id):
        rows = _details(about, about.document.steps_of(stage.id))
        if rows:
            title = stage.title or about.words["untitled_stage"]
            blocks += [subheading(title), Table((2.0, 4.0), rows, above=4.0, gap=20.0)]
    return tuple(blocks)


def _details(about: About, steps: tuple[Step, ...]) -> tuple[Row, ...]:
    rows = []
    for step in steps:
        for card in about.cards_at.get(step.id, ()):
            if facts := facts_of(about, card):
                below = cell(step.title, style.SMALL, theme.MUTED)._replace(indent=14.0)
                rows.append(Row(((about.card(card), below), facts)))
    return tuple(rows)
