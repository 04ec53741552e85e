"""Strips on pages, with what stands at the head and foot of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.flow.cells import grown
from cxdesigner.layout.flow.reading import Passage, Way
from cxdesigner.layout.flow.strips import DECORATION, Block, Excerpt, Frame, Strip, strips_of
from cxdesigner.layout.pages import Clip, Page, View
from cxdesigner.layout.pen import Pen, line, runs
from cxdesigner.layout.publication import Link, Target
from cxdesigner.layout.scene import Band, Group, Scene, Stroke
from cxdesigner.layout.structure import Told
from cxdesigner.layout.typeset import TextStyle

PAGE, CHROME, LINK = "\x1fpage", "\x1fchrome", "\x1flink"
"""The keys of the two bands of a page, and how the ids of what leads elsewhere begin."""
RUNNING = TextStyle("regular", 8.2, 11.0)
_NEAR = 0.01


class Paper(NamedTuple):
    """A page, upright, and its white on each side; lengths in points."""

    width: float
    height: float
    margin: float


class Section(NamedTuple):
    """Blocks that begin on a page of their own. `lies`: on pages that lie.

    `title` stands at the head of its pages; one that is `bare` has neither head nor foot.
    """

    blocks: tuple[Block, ...]
    title: str = ""
    lies: bool = False
    bare: bool = False


class Flowed(NamedTuple):
    """Pages, where what is on them leads, and what is read of them, but not of the sheets among their text."""

    pages: tuple[Page, ...]
    links: dict[Target, tuple[Link, ...]]
    told: tuple[Told, ...]


class Sheet(NamedTuple):
    """What is on a page: strips with the height at which each stands, and those that stand there again."""

    section: Section
    placed: list[tuple[float, Strip]]
    again: list[tuple[float, Strip]]


def flow(sheets: Sequence[Sheet], pen: Pen, paper: Paper, foot: str, language: str) -> Flowed:
    """Draw pages. `foot` is at the lower left of each page, its number at the right."""
    links: dict[Target, tuple[Link, ...]] = {}
    passages: list[Passage] = []
    pages = []
    section = None
    for number, sheet in enumerate(sheets, 1):
        if sheet.section is not section:
            passages.append(Passage([], []))
            section = sheet.section
        pages.append(_page(sheet, pen, paper, (foot, f"{number} / {len(sheets)}"), language, links, passages))
    return Flowed(tuple(pages), links, tuple(passage.told() for passage in passages if passage.groups))


def numbers_of(sheets: Sequence[Sheet]) -> dict[Target, int]:
    """Give the number of the page, from 1, on which each group is first."""
    found: dict[Target, int] = {}
    for number, sheet in enumerate(sheets, 1):
        own = (group for _, strip in sheet.placed for group in strip.groups)
        for group in (*own, *_shown(sheet.placed)):
            found.setdefault(Target(group.id, group.part), number)
    return found


def frame_of(paper: Paper, section: Section) -> Frame:
    """Give the room on a page between its margins."""
    width, height = (paper.height, paper.width) if section.lies else (paper.width, paper.height)
    return Frame(width - 2 * paper.margin, height - 2 * paper.margin)


def sheets_of(section: Section, pen: Pen, paper: Paper) -> list[Sheet]:
    """Place the blocks of a section on pages."""
    frame = frame_of(paper, section)
    sheets = [Sheet(section, [], [])]
    y = start = 0.0
    for chain in _chains(strips_of(section.blocks, pen, frame)):
        # At the head of a page nothing is above what comes first.
        whole = sum(strip.height for strip in chain) + sum(strip.above for strip in chain[y <= start :])
        breaks = y > start and y + whole > frame.height + _NEAR
        for strip in chain:
            above = strip.above if y > start else 0.0
            if breaks or (y > start and y + above + strip.height > frame.height + _NEAR):
                sheets.append(Sheet(section, [], []))
                y = start = _repeat(strip, sheets[-1])
                above, breaks = 0.0, False
            sheets[-1].placed.append((y + above, strip))
            y += above + strip.height
    return sheets


def _chains(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Gather what is kept together."""
    chains: list[list[Strip]] = []
    open_ = False
    for strip in strips:
        if open_:
            chains[-1].append(strip)
        else:
            chains.append([strip])
        open_ = strip.keep
    return chains


def _repeat(strip: Strip, sheet: Sheet) -> float:
    """Put the head of a strip at the head of a page; give its height."""
    y = 0.0
    for one in strip.head:
        sheet.again.append((y, one))
        y += one.height
    return y


def _page(
    sheet: Sheet,
    pen: Pen,
    paper: Paper,
    foot: tuple[str, str],
    language: str,
    links: dict[Target, tuple[Link, ...]],
    passages: list[Passage],
) -> Page:
    frame = frame_of(paper, sheet.section)
    width, height = frame.width + 2 * paper.margin, frame.height + 2 * paper.margin
    groups = _groups(sheet.placed, paper.margin, links)
    chrome = [] if sheet.section.bare else _chrome(pen, frame, paper.margin, sheet.section.title, foot)
    again = [group for y, strip in sheet.again for group in _moved(strip, paper.margin, y)]
    excerpts = _joined(sheet.placed)
    first = min((one.y for one in excerpts), default=frame.height) + paper.margin
    views = [_view(one, paper.margin, repeated=True) for one in _joined(sheet.again)]
    blank = Scene(width, height, (), language=language)
    if chrome or again:
        views.append(View(_with(blank, CHROME, [*chrome, *again]), repeated=True))
    # In the order in which it is read.
    views.append(_read(blank, [one for one in groups if one[1].y < first], passages[-1]))
    views += [_view(one, paper.margin, repeated=False) for one in excerpts]
    if excerpts:
        passages.append(Passage([], []))
        views.append(_read(blank, [one for one in groups if one[1].y >= first], passages[-1]))
    return Page(width, height, tuple(views))


def _read(blank: Scene, groups: list[tuple[Way, Group]], passage: Passage) -> View:
    """Put groups on a page, and into what is read there."""
    scene = _with(blank, PAGE, [group for _, group in groups])
    passage.scenes.append(scene)
    passage.groups.extend(groups)
    return View(scene)


def _with(blank: Scene, key: str, groups: list[Group]) -> Scene:
    return blank._replace(bands=(Band(key, 0.0, blank.height, tuple(groups)),))


def _groups(
    placed: Sequence[tuple[float, Strip]], margin: float, links: dict[Target, tuple[Link, ...]]
) -> list[tuple[Way, Group]]:
    """Place the groups of strips; what leads elsewhere gets an id of its own, since links go from groups."""
    groups: list[tuple[Way, Group]] = []
    for y, strip in placed:
        moved = _moved(strip, margin, y)
        if strip.joins and groups:
            first, (way, last) = moved[0], groups[-1]
            groups[-1] = way, grown(last, first.items, first.y - last.y, first.height)
            continue
        for at, to in strip.leads:
            key = Target(f"{LINK}{len(links)}", "link")
            moved[at] = moved[at]._replace(id=key.id, part=key.part)
            links[key] = (Link(to),)
        groups += zip(strip.ways, moved, strict=True)
    return groups


def _moved(strip: Strip, margin: float, y: float) -> list[Group]:
    return [group._replace(x=group.x + margin, y=group.y + y + margin) for group in strip.groups]


def _joined(placed: Sequence[tuple[float, Strip]]) -> list[Excerpt]:
    """Give the excerpts of strips on a page; those of neighbouring parts of a scene, one below the other, as one."""
    found: list[Excerpt] = []
    for y, strip in placed:
        for one in strip.excerpts:
            moved = one._replace(y=one.y + y)
            at = next((at for at, other in enumerate(found) if _goes_on(other, moved)), None)
            if at is None:
                found.append(moved)
            else:
                clip = found[at].source
                found[at] = found[at]._replace(source=clip._replace(height=clip.height + moved.source.height))
    return found


def _goes_on(one: Excerpt, other: Excerpt) -> bool:
    """Tell whether an excerpt begins where another one ends."""
    a, b = one.source, other.source
    return (
        one.scene is other.scene
        and (one.scale, one.x, a.x, a.width) == (other.scale, other.x, b.x, b.width)
        and abs(a.y + a.height - b.y) < _NEAR
        and abs(one.y + a.height * one.scale - other.y) < _NEAR
    )


def _shown(placed: Sequence[tuple[float, Strip]]) -> Iterator[Group]:
    """Give the groups of the bands of which excerpts show something."""
    for one in _joined(placed):
        top, bottom = one.source.y, one.source.y + one.source.height
        for band in one.scene.bands:
            if band.top < bottom and band.top + band.height > top:
                yield from band.groups


def _view(one: Excerpt, margin: float, *, repeated: bool) -> View:
    x, y, scale = one.x + margin, one.y + margin, one.scale
    clip = Clip(x, y, one.source.width * scale, one.source.height * scale)
    return View(one.scene, scale, x - one.source.x * scale, y - one.source.y * scale, clip, repeated)


def _chrome(pen: Pen, frame: Frame, margin: float, title: str, foot: tuple[str, str]) -> list[Group]:
    """Draw what stands in the margins of a page, each text in one line."""
    right = margin + frame.width
    top, bottom = margin * 0.5, margin * 1.36 + frame.height
    number = pen.text(foot[1], RUNNING)
    groups = [_running(pen, title, margin, top - RUNNING.leading / 2, frame.width)] if title else []
    if foot[0]:
        groups.append(_running(pen, foot[0], margin, bottom, frame.width - number.width - 20))
    items = runs(number, 0, 0, theme.MUTED)
    groups.append(Group(CHROME, "page", right - number.width, bottom, number.width, number.height, items))
    rule = line(0, 0, frame.width, 0, Stroke(theme.HAIRLINE, 0.8))
    return [Group("", DECORATION, margin, bottom - 7, frame.width, 0, (rule,)), *groups]


def _running(pen: Pen, text: str, x: float, y: float, width: float) -> Group:
    line_ = pen.in_one_line(text, RUNNING, width)
    return Group(CHROME, "running", x, y, width, line_.height, runs(line_, 0, 0, theme.MUTED))
