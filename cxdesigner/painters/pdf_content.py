"""What stands on a page of a PDF, written as one content stream (ISO 32000-1, 8 and 9)."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from cxdesigner.layout.fading import faded
from cxdesigner.layout.pages import in_scene
from cxdesigner.layout.scene import Band, Box, GlyphRun, Group, Path, Picture
from cxdesigner.painters.shapes import OVERHANG, missing_picture, number, stops

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from cxdesigner.layout.pages import Clip, Page, View
    from cxdesigner.layout.scene import Command, Node, Stroke
    from cxdesigner.painters.pdf_fonts import PdfFont, PdfFonts
    from cxdesigner.painters.pdf_pictures import PdfPictures
    from cxdesigner.painters.pdf_structure import Structure, Tag

_LARGEST = 14_400
"""The most units a page may measure (ISO 32000-1, Annex C.2); a larger one has larger units."""

_NEAR = 0.0005
"""Points by which a piece may lie beside the end of the one before it and still follow on it."""


def unit_of(page: Page) -> int:
    """Give how many points one unit of a page is."""
    return max(1, math.ceil(max(page.width, page.height) / _LARGEST))


class Content:
    """One page's content, gathered as pieces of text. Keeps track of pen, colour and font, to set each on change.

    The page's coordinates are turned so that y runs down, as in a scene. With a `structure`, all that is drawn is
    marked: as content of one of its elements, else as an artifact. Groups within groups belong to what these belong to.
    """

    def __init__(self, fonts: PdfFonts, pictures: PdfPictures, structure: Structure | None = None) -> None:
        self._fonts = fonts
        self._pictures = pictures
        self._structure = structure
        self._page = 0
        self._tag: Tag | None = None
        self._wanted: Tag | None = None
        self._is_marked = False
        self._out: list[str] = []
        self._fill = ""
        self._stroke: Stroke | None = None
        self._font: tuple[PdfFont, float] | None = None
        self._colors: dict[str, str] = {}
        self._seen: Clip | None = None
        self._origin = (0.0, 0.0)
        self._line = (0.0, 0.0)
        self._after_text = -1

    def page(self, page: Page, at: int = 0) -> bytes:
        """The content stream that draws the page, whose number among the others is `at`, from 0."""
        self._page = at
        unit = unit_of(page)
        if unit > 1:
            self._out.append(f"{1 / unit:.8g} 0 0 {1 / unit:.8g} 0 0 cm")
        self._out.append(f"1 0 0 -1 0 {number(page.height)} cm 1 j")
        for place, view in enumerate(page.views):
            self._view(view, place)
        return "\n".join(self._out).encode("latin-1")

    def _view(self, view: View, place: int) -> None:
        self._out.append("q")
        self._seen = None if view.clip is None else in_scene(view.clip, view)
        if view.clip is not None:
            self._out.append(f"{' '.join(number(side) for side in view.clip)} re W n")
        if (view.scale, view.x, view.y) != (1.0, 0.0, 0.0):
            scale = f"{view.scale:.8g}"
            self._out.append(f"{scale} 0 0 {scale} {number(view.x)} {number(view.y)} cm")
        scene = view.scene
        self._outermost(view, place, scene.under, 0.0)
        for band in scene.bands:
            if self._band_is_seen(band):
                self._outermost(view, place, band.groups, band.top, band.faded)
        self._outermost(view, place, scene.over, 0.0)
        self._end_mark()
        self._out.append("Q")
        self._fill, self._stroke, self._font = "", None, None

    def _band_is_seen(self, band: Band) -> bool:
        seen = self._seen
        return seen is None or (
            band.top <= seen.y + seen.height + OVERHANG and band.top + band.height >= seen.y - OVERHANG
        )

    def _group_is_seen(self, group: Group, x: float, y: float) -> bool:
        seen = self._seen
        return seen is None or (
            x <= seen.x + seen.width + OVERHANG
            and x + group.width >= seen.x - OVERHANG
            and y <= seen.y + seen.height + OVERHANG
            and y + group.height >= seen.y - OVERHANG
        )

    def _outermost(
        self, view: View, place: int, nodes: Iterable[Node], y: float, pale: Container[str] = frozenset()
    ) -> None:
        """Draw what is in no group, each group marked as what it belongs to; those with ids in `pale` are faded."""
        structure = self._structure
        if structure is None:
            self._draw(_paled(nodes, pale), 0.0, y)
            return
        tags = {} if view.repeated else structure.tags_of(view.scene)
        for node in nodes:
            tag = tags.get(id(node))
            if tag is not None:
                assert isinstance(node, Group)
                if not structure.stands(view.scene, node, self._page, place):
                    tag = None
            self._wanted = tag
            self._draw(_paled((node,), pale), 0.0, y)

    def _mark(self) -> None:
        """Begin what is wanted to be marked, if it is not yet."""
        tag = self._wanted
        if self._is_marked and tag is self._tag:
            return
        assert self._structure is not None
        self._end_mark()
        self._out.append("/Artifact BMC" if tag is None else self._structure.mark(tag, self._page))
        self._tag, self._is_marked = tag, True

    def _end_mark(self) -> None:
        if self._is_marked:
            self._out.append("EMC")
        self._is_marked = False

    def _draw(self, nodes: Iterable[Node], x: float, y: float, *, more: bool = False) -> None:
        """Draw nodes from a point; `more` of the group that they are in follows."""
        is_tagged = self._structure is not None
        nodes = nodes if isinstance(nodes, tuple) else tuple(nodes)
        last = len(nodes) - 1
        for at, node in enumerate(nodes):
            if is_tagged and not isinstance(node, Group | Picture):
                self._mark()
            if isinstance(node, GlyphRun):
                ends = more if at == last else not _goes_on(node, nodes[at + 1])
                is_word_over = ends and self._wanted is not None
                self._text(node, x + node.x, y + node.y, is_word_over=is_word_over)
            elif isinstance(node, Box):
                self._box(node, x + node.x, y + node.y)
            elif isinstance(node, Group):
                self._group(node, x + node.x, y + node.y, more=more or at < last)
            elif isinstance(node, Path):
                self._paint(node.fill, node.stroke, _commands(node.commands, x, y))
            elif isinstance(node, Picture):
                self._picture(node, x, y)
            else:
                assert_never(node)

    def _group(self, node: Group, x: float, y: float, *, more: bool) -> None:
        """Draw a group. One that is in no other, and is more than text, has coordinates of its own: groups that look
        alike are then written alike, and a page of cards is packed into half of what it would be.
        """
        left, top = self._origin
        if not self._group_is_seen(node, left + x, top + y):
            return
        # What a group looks like may not depend, by a rounding, on whether the one before it is seen too.
        self._after_text = -1
        if self._origin != (0.0, 0.0) or all(isinstance(item, GlyphRun) for item in node.items):
            self._draw(node.items, x, y, more=more)
            self._after_text = -1
            return
        before = self._fill, self._stroke, self._font
        if self._structure is not None and not isinstance(node.items[0], Group | Picture):
            self._mark()
        else:
            self._end_mark()
        tag = self._tag
        self._origin = x, y
        self._out.append(f"q 1 0 0 1 {number(x)} {number(y)} cm")
        self._draw(node.items, 0.0, 0.0, more=more)
        if self._tag is not tag:
            # What was begun within is over within.
            self._end_mark()
        self._out.append("Q")
        self._origin = 0.0, 0.0
        self._fill, self._stroke, self._font = before

    def _text(self, node: GlyphRun, x: float, y: float, *, is_word_over: bool) -> None:
        """Write a line of text; with a space behind it where the next one begins with another word: those who hear
        the page know the lines' ends by nothing else (ISO 32000-1, 14.8.2.5). Where nothing was drawn since the line
        before, it goes on in the same text object, and says how far it is from there.
        """
        line = node.line
        if not line.pieces:
            return
        if self._wanted is not None:
            self._wanted.add_text(line, is_word_over=is_word_over)
        at = round(x, 3), round(y, 3)
        if self._after_text == len(self._out):
            self._out.pop()
            begun = f"{number(at[0] - self._line[0])} {number(self._line[1] - at[1])} Td"
        else:
            begun = f"BT 1 0 0 -1 {number(x)} {number(y)} Tm"
        self._line = at
        self._set_fill(node.fill)
        out = [begun]
        array: list[str] = []
        size, pen = line.size, 0.0
        selected, selected_size = self._font or (None, 0.0)
        known, show = self._fonts.shown, self._fonts.show
        for offset, piece in line.pieces:
            font, shown, ems = known.get(piece) or show(piece)
            if font is not selected or size != selected_size:
                if array:
                    out.append(_shown(array))
                    array = []
                out.append(f"/{font.name} {number(size)} Tf")
                self._font = selected, selected_size = font, size
            if not -_NEAR < offset - pen < _NEAR:
                array.append(number((pen - offset) * 1000 / size))
            array.append(shown)
            pen = offset + ems * size
        if is_word_over:
            font, shown, _ = self._fonts.space(line.pieces[-1][1].face)
            if font is selected:
                array.append(shown)
        out.append(_shown(array))
        self._out += (" ".join(out), "ET")
        self._after_text = len(self._out)

    def _box(self, node: Box, x: float, y: float) -> None:
        width, height = node.width, node.height
        if node.radius > 0:
            shape = _rounded(x, y, width, height, node.radius)
        else:
            shape = f"{number(x)} {number(y)} {number(width)} {number(height)} re"
        self._paint(node.fill, node.stroke, shape)

    def _paint(self, fill: str | None, stroke: Stroke | None, shape: str) -> None:
        if fill is not None:
            self._set_fill(fill)
        if stroke is not None:
            self._set_stroke(stroke)
        if fill is None and stroke is None:
            return
        operator = "S" if fill is None else "f" if stroke is None else "B"
        self._out.append(f"{shape} {operator}")

    def _picture(self, node: Picture, x: float, y: float) -> None:
        placed = self._pictures.place(node)
        if placed is None:
            self._draw(missing_picture(node), x, y)
            return
        name, (left, top, width, height) = placed
        before = self._wanted
        if self._structure is not None:
            if before is not None and before.role != "Figure":
                self._wanted = self._structure.figure(before, node.alt) if node.alt else None
            self._mark()
            self._wanted = before
        clip = _rounded(x + node.x, y + node.y, node.width, node.height, node.radius)
        matrix = (width, 0, 0, -height, x + left, y + top + height)
        place = " ".join(number(value) for value in matrix)
        state = f"/{self._pictures.state(node.opacity)} gs " if node.opacity < 1 else ""
        self._out.append(f"q {state}{clip} W n {place} cm /{name} Do Q")

    def _set_fill(self, color: str) -> None:
        if color != self._fill:
            self._fill = color
            self._out.append(f"{self._rgb(color)} rg")

    def _set_stroke(self, stroke: Stroke) -> None:
        before = self._stroke
        if stroke == before:
            return
        if before is None or stroke.color != before.color:
            self._out.append(f"{self._rgb(stroke.color)} RG")
        if before is None or stroke.width != before.width:
            self._out.append(f"{number(stroke.width)} w")
        if (before.dash if before is not None else ()) != stroke.dash:
            self._out.append(f"[{' '.join(number(length) for length in stroke.dash)}] 0 d")
        self._stroke = stroke

    def _rgb(self, color: str) -> str:
        text = self._colors.get(color)
        if text is None:
            text = " ".join(number(int(color[at : at + 2], 16) / 255) for at in (1, 3, 5))
            self._colors[color] = text
        return text


def _goes_on(run: GlyphRun, node: Node) -> bool:
    """Tell whether a node is the next line of a run's text, and goes on within the same word."""
    return isinstance(node, GlyphRun) and 0 < node.line.start == run.line.start + len(run.line.text)


def _paled(nodes: Iterable[Node], pale: Container[str]) -> Iterable[Node]:
    """Give nodes as they are drawn: groups with ids in `pale` are faded."""
    if not pale:
        return nodes
    return (
        node._replace(items=faded(node.items)) if isinstance(node, Group) and node.id in pale else node
        for node in nodes
    )


@lru_cache(maxsize=4096)
def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """The path of `shapes.rounded`, written with twelve numbers made text instead of thirty-eight."""
    radius = min(radius, width / 2, height / 2)
    x0, x1, x2, x3, x4, x5 = map(_short, stops(x, width, radius))
    y0, y1, y2, y3, y4, y5 = map(_short, stops(y, height, radius))
    return (
        f"{x2} {y0} m {x3} {y0} l {x4} {y0} {x5} {y1} {x5} {y2} c "
        f"{x5} {y3} l {x5} {y4} {x4} {y5} {x3} {y5} c "
        f"{x2} {y5} l {x1} {y5} {x0} {y4} {x0} {y3} c "
        f"{x0} {y2} l {x0} {y1} {x1} {y0} {x2} {y0} c h"
    )


@lru_cache(maxsize=65_536)
def _short(value: float) -> str:
    """A coordinate of a shape: a hundredth of a point is less than printers and eyes tell apart."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _shown(array: list[str]) -> str:
    return f"[{''.join(array).replace(')(', '')}]TJ"


@lru_cache(maxsize=4096)
def _commands(commands: tuple[Command, ...], x: float, y: float) -> str:
    """Path commands placed from (x, y), as a PDF writes them."""
    out = []
    for command in commands:
        kind = command[0]
        if kind == "Z":
            out.append("h")
            continue
        numbers = [float(value) for value in command[1:]]
        moved = [_short(value + y if at % 2 else value + x) for at, value in enumerate(numbers)]
        match kind:
            case "M":
                operator = "m"
            case "L":
                operator = "l"
            case "C":
                operator = "c"
            case _:
                raise ValueError(f"no such path command: {command!r}")
        out.append(f"{' '.join(moved)} {operator}")
    return " ".join(out)
