"""The first page of a report: what it is about, and the curve of the journey drawn large."""

from __future__ import annotations

from collections.abc import Sequence

from cxdesigner.insight.curve import monotone_segments
from cxdesigner.layout import theme
from cxdesigner.layout.faces import face
from cxdesigner.layout.flow.blocks import Paragraph, Picture, Space, Table
from cxdesigner.layout.flow.blocks import Row as TableRow
from cxdesigner.layout.flow.cells import Drawn, Text
from cxdesigner.layout.flow.strips import Block, Frame, strips_of
from cxdesigner.layout.pen import Pen, line, portrait, runs
from cxdesigner.layout.report import style
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.style import paragraph
from cxdesigner.layout.scene import Box, Node, Path, Stroke
from cxdesigner.layout.scene import Picture as Image
from cxdesigner.model.records import Map

LOGO = 44.0
CURVE, LEAST_CURVE = 150.0, 70.0
"""The heights of a logo, at most, and of the curve, in points: it is lower where much stands over it, or left out."""
LEAD, LEAST_LEAD, APART = 86.0, 22.0, 24.0
"""White over the title, and over the curve."""


def cover(found: Sequence[About], title: str, frame: Frame) -> tuple[Block, ...]:
    """Make the first page. It is one page as long as that is possible: the curve gives way to what is said."""
    first = found[0]
    brand = _brand(first, frame)
    upper: list[Block] = [_bar(first)]
    upper.append(Paragraph(Text(title, style.DISPLAY, theme.INK, first.document.root, "title"), 18.0))
    for about in found:
        upper += _map(about, named=len(found) > 1)
    upper += _people(found)
    lower = _edition(found)
    strips = strips_of([*brand, *upper, *lower], first.pen, frame)
    free = frame.height - sum(strip.height + strip.above for strip in strips) - APART - 1.0
    lead = min(LEAD, max(LEAST_LEAD, free - CURVE))
    high = min(CURVE, free - lead)
    curve = [_curve(first, frame, high)] if high >= LEAST_CURVE else []
    # The curve stands at the foot of the page.
    rest = free - lead - (high if curve else 0.0)
    return (*brand, Space(lead), *upper, Space(APART + max(0.0, rest)), *curve, *lower)


def _brand(about: About, frame: Frame) -> list[Block]:
    brand = about.document.project.brand
    if brand is None:
        return [Space(LOGO)]
    blocks: list[Block] = []
    if brand.logo:
        aspect = about.context.aspect(brand.logo)
        height = min(LOGO, frame.width / 2 * aspect)
        image = Image(0, 0, height / aspect, height, brand.logo, 0.0, brand.name)
        blocks.append(Picture(Drawn(height / aspect, height, (image,), about.document.root, "logo")))
    if brand.name:
        blocks.append(paragraph(brand.name, style.SUBHEADING, about.accent, 8.0 if brand.logo else 0.0))
    return blocks


def _bar(about: About) -> Block:
    return Picture(Drawn(56.0, 5.0, (Box(0, 0, 56.0, 5.0, about.accent),), "", "decoration"))


def _map(about: About, *, named: bool) -> list[Block]:
    words, shown = about.words, about.shown
    blocks: list[Block] = []
    if named:
        blocks.append(paragraph(shown.title or words["untitled"], style.SUBHEADING, above=18.0))
    state = words.get(shown.state, shown.state)
    blocks.append(paragraph(state, style.LEAD, theme.MUTED, 2.0 if named else 12.0))
    blocks.append(basis_badge(about.pen, shown))
    for label, value in ((words["scenario"], shown.scenario), (words["goal"], shown.goal)):
        if value:
            blocks.append(Paragraph(style.fact(about.pen, label, value)._replace(style=style.BODY), 8.0))
    return blocks


def basis_badge(pen: Pen, shown: Map) -> Block:
    """Say in a frame what a map rests on."""
    assumed = shown.basis == "assumption"
    known = {"assumption": pen.words["hypothesis"], "research": pen.words["backed"]}
    color = theme.readable(theme.GOLD_INK if assumed else theme.POSITIVE_INK)
    text = pen.text(known.get(shown.basis, shown.basis), style.SMALL_BOLD)
    width, height = text.width + 18, text.height + 8
    dash = (3.0, 2.4) if assumed else ()
    box = Box(0.5, 0.5, width - 1, height - 1, theme.tint(color, 0.07), Stroke(color, 0.9, dash), 4.0)
    return Picture(Drawn(width, height, (box, *runs(text, 9, 4, color)), shown.id, "basis"), 10.0)


def _people(found: Sequence[About]) -> list[Block]:
    people = {persona.id: persona for about in found for persona in about.context.shown}
    if not people:
        return []
    pen = found[0].pen
    cells = []
    for persona in people.values():
        size = 30.0
        mark = portrait(pen, persona, 0, 0, size)
        name = Text(
            persona.name or pen.words["unnamed"],
            style.BODY_BOLD,
            theme.INK,
            persona.id,
            "persona",
            0.0,
            size + 10,
            mark,
        )
        role = Text(persona.role, style.SMALL, theme.MUTED, persona.id, "role", 0.0, size + 10)
        cells.append((name, role))
    rows = [cells[at : at + 3] for at in range(0, len(cells), 3)]
    empty = Text("", style.SMALL)
    filled = [TableRow((*row, *[(empty,)] * (3 - len(row)))) for row in rows]
    return [Table((1, 1, 1), tuple(filled), above=26.0, ruled=False, reads="list")]


def _edition(found: Sequence[About]) -> list[Block]:
    editions = dict.fromkeys(edition(about.pen, about.shown) for about in found)
    return [paragraph(text, style.SMALL, theme.MUTED, 16.0) for text in editions if text]


def edition(pen: Pen, shown: Map) -> str:
    """Say which version of a map this is: what is printed on the map, in one line."""
    author = f"{pen.words['author']} {shown.author}" if shown.author else ""
    release = f"{pen.words['version']} {shown.release}" if shown.release[:1].isdigit() else shown.release
    return " · ".join(part for part in (release, shown.date, author) if part)


def _curve(about: About, frame: Frame, high: float) -> Block:
    """Draw the curves of the personas over the whole width, with the phases as a line below."""
    steps = about.document.steps(about.shown.id)
    items: list[Node] = []
    if steps:
        middle = (high - 14) / 2
        items += _phases(about, frame.width / len(steps), high)
        items.append(line(0, middle, frame.width, middle, Stroke(theme.HAIRLINE, 0.8)))
        for at, persona in reversed(list(enumerate(about.context.shown))):
            points = _points(about, persona.id, frame.width / len(steps), middle)
            items += _drawn(points, persona.color or theme.MUTED, first=at == 0)
    return Picture(Drawn(frame.width, high, tuple(items), "", "decoration"))


def _phases(about: About, width: float, high: float) -> list[Node]:
    items: list[Node] = []
    x = 0.0
    for stage in about.document.stages(about.shown.id):
        wide = width * len(about.document.steps_of(stage.id))
        items.append(Box(x, high - 4, wide, 4, theme.PHASE_COLOR.get(stage.phase, theme.PLAIN_PHASE)))
        x += wide
    return items


Point = tuple[float, float, float]


def _points(about: About, persona: str, width: float, middle: float) -> list[list[Point]]:
    """Give the points of a curve with their scores, cut where a step has none."""
    found: list[list[Point]] = [[]]
    for at, step in enumerate(about.document.steps(about.shown.id)):
        emotion = about.document.emotion(persona, step.id)
        if emotion is None or emotion.score is None:
            found.append([])
            continue
        value = float(emotion.score)
        found[-1].append(((at + 0.5) * width, middle - value / 2 * (middle - 12), value))
    return [points for points in found if points]


def _drawn(pieces: list[list[Point]], color: str, *, first: bool) -> list[Node]:
    items: list[Node] = []
    stroke = Stroke(color if first else theme.tint(color, 0.55), 2.4 if first else 1.4)
    for points in pieces:
        segments = monotone_segments([(x, y) for x, y, _ in points])
        if segments:
            commands = [("M", *segments[0][0]), *(("C", *one, *two, *end) for _, one, two, end in segments)]
            items.append(Path(tuple(commands), None, stroke))
    if first:
        for points in pieces:
            for x, y, value in points:
                items += face(x, y, 7.0, value, color)
    return items
