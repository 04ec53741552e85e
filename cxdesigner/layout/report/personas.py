"""The pages of the personas: photo, and all that is known of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from cxdesigner.insight.extremes import extremes
from cxdesigner.layout import theme
from cxdesigner.layout.flow.blocks import Paragraph, Row, Space, Table
from cxdesigner.layout.flow.cells import ENTRY, Drawn, Text
from cxdesigner.layout.flow.strips import DECORATION, Block, Frame, Strip
from cxdesigner.layout.pen import Pen, dot, portrait
from cxdesigner.layout.report import style
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.style import cell, paragraph
from cxdesigner.layout.report.told import score
from cxdesigner.layout.scene import Box
from cxdesigner.model.records import Emotion, Persona, Step

PHOTO, BESIDE = 104.0, 24.0
"""The diameter of a photo, at most, and the white beside it; in points."""
LISTS = ("goals", "needs", "frustrations", "behaviours", "channels")
FACTS = ("age", "occupation", "location")


def persona_page(found: Sequence[About], persona: Persona) -> tuple[Block, ...]:
    """Make the page of a persona; `found`: the maps that show it."""
    return (*_portrait(found[0], persona), *_lists(found[0], persona), *_feelings(found, persona))


class _Portrait(NamedTuple):
    """The photo of a persona beside texts, smaller on small paper."""

    persona: Persona
    texts: tuple[Text, ...]

    def strips(self, pen: Pen, frame: Frame) -> list[Strip]:
        """Cut it as a table of one row."""
        size = min(PHOTO, frame.width * 0.25)
        of = self.persona
        # Initials say no more than the name beside them.
        part, alt = ("photo", of.name or pen.words["unnamed"]) if of.photo else (DECORATION, "")
        photo = Drawn(size, size, portrait(pen, of, 0, 0, size), of.id, part, alt=alt)
        shares = (size, frame.width - size - BESIDE)
        return Table(shares, (Row(((photo,), self.texts)),), gap=BESIDE, pad=0.0, ruled=False, reads="texts").strips(
            pen, frame
        )


def _portrait(about: About, persona: Persona) -> list[Block]:
    words = about.words
    color = theme.readable(persona.color or theme.MUTED)
    texts = [
        Text(words["persona"], style.SMALL_BOLD, color),
        Text(persona.name or words["unnamed"], style.CHAPTER, theme.INK, persona.id, "h1"),
    ]
    if persona.role:
        texts.append(Text(persona.role, style.LEAD, theme.MUTED, persona.id, "role"))
    facts = [(words[name], getattr(persona, name)) for name in FACTS]
    texts += [style.fact(about.pen, label, value, 3.0) for label, value in facts if value]
    blocks: list[Block] = [_Portrait(persona, tuple(texts))]
    if persona.quote:
        bar = Box(0, 2, 3, 15, persona.color or theme.RULE)
        blocks.append(Paragraph(Text(persona.quote, style.QUOTE, theme.INK, persona.id, "quote", 0, 16, (bar,)), 22.0))
    if persona.about:
        blocks.append(paragraph(persona.about, style.BODY, above=14.0))
    return blocks


def _lists(about: About, persona: Persona) -> list[Block]:
    words = about.words
    color = persona.color or theme.MUTED
    cells: list[tuple[Text, ...]] = []
    for name in LISTS:
        values = [value for value in getattr(persona, name) if value]
        if values:
            title = Text(words["channels_used"] if name == "channels" else words[name], style.SUBHEADING, part="h3")
            bullets = [
                Text(value, style.BODY, theme.INK, persona.id, ENTRY, 4.0, 11.0, (dot(1, 5, 4, color),))
                for value in values
            ]
            cells.append((title, *bullets))
    if persona.brand_feeling:
        cells.append(
            (Text(words["brand_feeling"], style.SUBHEADING, part="h3"), cell(persona.brand_feeling, above=4.0))
        )
    if len(cells) % 2:
        cells.append((Text("", style.BODY),))
    rows = [Row((cells[at], cells[at + 1])) for at in range(0, len(cells), 2)]
    return [Table((1, 1), tuple(rows), above=20.0, gap=28.0, pad=10.0, reads="texts")] if rows else []


def _feelings(found: Sequence[About], persona: Persona) -> list[Block]:
    """Say where a persona feels worst and best on each map."""
    rows = []
    for about in found:
        ends = extremes(about.document, about.shown.id, persona.id)
        if ends is not None:
            name = cell(about.shown.title or about.words["untitled"], style.BODY_BOLD)
            rows.append(Row(((name,), _end(about, ends.lowest), _end(about, ends.highest))))
    if not rows:
        return []
    words = found[0].words
    titles = style.head(words["journey"], words["lowest"], words["highest"])
    return [Space(8.0), Table((3, 3, 3), tuple(rows), titles, above=10.0)]


def _end(about: About, emotion: Emotion) -> tuple[Text, ...]:
    step = about.document.get(emotion.step, Step)
    felt = " · ".join(part for part in (score(float(emotion.score or 0)), emotion.feeling) if part)
    return cell(step.title if step is not None else "", style.BODY), cell(felt, style.SMALL, theme.MUTED)
