"""Draws a scene with a QPainter: the canvas, pictures, print.

The painter decides nothing and measures nothing. It keeps what Qt is slow to make: glyph runs, pens, brushes
and scaled pictures.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from cxdesigner.layout import theme
from cxdesigner.layout.fading import SHARE, faded
from cxdesigner.layout.families import STYLES
from cxdesigner.layout.pages import in_scene
from cxdesigner.layout.scene import Band, Box, GlyphRun, Group, Path, Picture
from cxdesigner.painters.qt.coarse import Coarse, Piece, coarse_of
from cxdesigner.painters.qt.dashes import Dashes, path_of
from cxdesigner.painters.qt.fonts import QtFonts
from cxdesigner.painters.qt.pictures import Pictures
from cxdesigner.painters.shapes import OVERHANG, missing_picture, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cxdesigner.layout.fonts import Fonts
    from cxdesigner.layout.pages import Page
    from cxdesigner.layout.scene import Command, Node, Scene, Stroke
    from cxdesigner.painters.qt.fonts import Block, DrawnRun

_KEPT_PATHS = 1_600
_KEPT_TEXTS = 6_000
_KEPT_PALE = 2_000
_VEIL = QColor(theme.PAPER)
_VEIL.setAlphaF(1 - SHARE)
_EDGE = 0.5
"""How far the line around a card may reach beyond it, in points."""
_KEPT_COARSE = 80
"""More than a sheet has bands."""
_HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform


class Text(NamedTuple):
    """Lines of text in one colour and size that are drawn together."""

    fill: str
    lines: Block


class QtPainter:
    """Draws nodes, groups, bands and whole scenes. Needs a QGuiApplication.

    `assets` maps an asset's key to the bytes of its file; one that is missing or damaged is drawn as a grey
    box with a cross. Raises RuntimeError if the bundled fonts are not what Qt would draw with; the further scripts'
    are asked for when they are first drawn.
    """

    def __init__(self, fonts: Fonts | None = None, assets: Mapping[str, bytes] | None = None) -> None:
        self._fonts = QtFonts(() if fonts is None else (fonts.faces(style)[0] for style in STYLES))
        self._pictures = Pictures({} if assets is None else assets)
        self._pens: dict[Stroke | str, QPen] = {}
        self._brushes: dict[str, QBrush] = {}
        self._texts: dict[int, tuple[tuple[Node, ...], tuple[Node | Text, ...]]] = {}
        self._outlines: dict[int, Dashes] = {}
        self._paths: dict[int, tuple[tuple[Command, ...], QPainterPath]] = {}
        self._coarse: dict[tuple[int, frozenset[str]], tuple[tuple[Group, ...], Coarse]] = {}
        self._pieces: dict[int, Piece] = {}
        self._pale: dict[int, tuple[tuple[Node, ...], tuple[Node, ...]]] = {}
        self._veils: dict[int, tuple[tuple[Group, ...], frozenset[str], list[QRectF]]] = {}

    def set_assets(self, assets: Mapping[str, bytes]) -> None:
        """Use these files from now on; pictures drawn before are made again."""
        self._pictures = Pictures(assets)

    def draw_scene(
        self, painter: QPainter, scene: Scene, exposed: QRectF | None = None, *, coarse: bool = False
    ) -> None:
        """Draw what of the scene meets `exposed` (all of it if None), in sheet coordinates."""
        for node in scene.under:
            self.paint(painter, node, exposed, coarse=coarse)
        for band in scene.bands:
            self.paint(painter, band, exposed, coarse=coarse)
        for node in scene.over:
            if exposed is None or not isinstance(node, Group) or _group_meets(exposed, node, 0.0, 0.0):
                self.paint(painter, node, exposed, coarse=coarse)

    def draw_page(self, painter: QPainter, page: Page) -> None:
        """Draw a page in its own coordinates, points from its upper left corner."""
        for view in page.views:
            painter.save()
            if view.clip is not None:
                painter.setClipRect(QRectF(*view.clip), Qt.ClipOperation.IntersectClip)
            painter.translate(view.x, view.y)
            painter.scale(view.scale, view.scale)
            exposed = None if view.clip is None else QRectF(*in_scene(view.clip, view))
            self.draw_scene(painter, view.scene, exposed)
            painter.restore()

    def paint(
        self, painter: QPainter, what: Node | Band, exposed: QRectF | None = None, *, coarse: bool = False
    ) -> None:
        """Draw a node or a band where it stands; `exposed` is in the coordinates that it is placed in.

        Groups that lie more than OVERHANG outside `exposed` are left out. `coarse` is for sizes at which
        text cannot be read: lines of text become bars.
        """
        painter.setRenderHints(_HINTS)
        if isinstance(what, Path) and exposed is not None and not _path_meets(exposed, what):
            return
        if not isinstance(what, Band):
            self.paint_all(painter, (what,), 0.0, 0.0, exposed, coarse=coarse)
        elif exposed is None or _meets(exposed, what.top, what.height):
            if coarse:
                self._coarse_band(what).draw(self, painter, 0.0, what.top)
                self.veil(painter, what, 0.0, what.top)
            elif what.faded:
                self._draw_faded(painter, what, exposed)
            else:
                groups = what.groups if exposed is None else _meeting(exposed, what)
                self._draw(painter, groups, 0.0, what.top, None)

    def paint_all(
        self,
        painter: QPainter,
        nodes: Iterable[Node],
        x: float,
        y: float,
        exposed: QRectF | None = None,
        *,
        coarse: bool = False,
    ) -> None:
        """Draw nodes that are placed from (x, y); `exposed` is in the coordinates of (x, y) itself."""
        painter.setRenderHints(_HINTS)
        if coarse:
            coarse_of(nodes, self._pieces).draw(self, painter, x, y)
        else:
            self._draw(painter, nodes, x, y, exposed)

    def veil(self, painter: QPainter, band: Band, x: float, y: float) -> None:
        """Fade what was drawn coarsely of a band's cards, placed from (x, y), as if it were of paler colours."""
        if not band.faded:
            return
        before = painter.transform()
        painter.translate(x, y)
        painter.setRenderHints(_HINTS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_VEIL)
        painter.drawRects(self._veiled(band))
        painter.setTransform(before)

    def pen(self, stroke: Stroke | str) -> QPen:
        """The kept pen of a stroke, or one of a text's colour."""
        pen = self._pens.get(stroke)
        if pen is None:
            pen = self._pens[stroke] = _pen(stroke)
        return pen

    def brush(self, color: str | None) -> QBrush | Qt.BrushStyle:
        """The kept brush of a colour; None gives one that draws nothing."""
        if color is None:
            return Qt.BrushStyle.NoBrush
        brush = self._brushes.get(color)
        if brush is None:
            brush = self._brushes[color] = QBrush(QColor(color))
        return brush

    def _draw_faded(self, painter: QPainter, band: Band, exposed: QRectF | None) -> None:
        """Draw a band of which some groups are faded."""
        for group in band.groups if exposed is None else _meeting(exposed, band):
            items = self._faded(group.items) if group.id in band.faded else group.items
            self._draw(painter, self._ready(items), group.x, band.top + group.y, exposed)

    def _faded(self, items: tuple[Node, ...]) -> tuple[Node, ...]:
        kept = self._pale.get(id(items))
        if kept is None:
            if len(self._pale) >= _KEPT_PALE:
                self._pale.clear()
            kept = self._pale[id(items)] = (items, faded(items))
        return kept[1]

    def _veiled(self, band: Band) -> list[QRectF]:
        """The places of a band's faded cards."""
        kept = self._veils.get(id(band.groups))
        if kept is None or kept[1] is not band.faded:
            if len(self._veils) >= _KEPT_COARSE:
                self._veils.clear()
            rects = [
                QRectF(group.x - _EDGE, group.y - _EDGE, group.width + 2 * _EDGE, group.height + 2 * _EDGE)
                for group in band.groups
                if group.part == "card" and group.id in band.faded
            ]
            kept = self._veils[id(band.groups)] = (band.groups, band.faded, rects)
        return kept[2]

    def _ready(self, items: tuple[Node, ...]) -> tuple[Node | Text, ...]:
        """What a group holds, its lines of text put together: a call for each of them takes longer than drawing it."""
        kept = self._texts.get(id(items))
        if kept is None:
            if len(self._texts) >= _KEPT_TEXTS:
                self._texts.clear()
            kept = self._texts[id(items)] = (items, tuple(_together(items)))
        return kept[1]

    def _draw(
        self, painter: QPainter, nodes: Iterable[Node | Text], x: float, y: float, exposed: QRectF | None
    ) -> None:
        for node in nodes:
            if isinstance(node, GlyphRun):
                self.draw_text(painter, node, x, y)
            elif isinstance(node, Text):
                painter.setPen(self.pen(node.fill))
                _draw_runs(painter, self._fonts.block(node.lines), QPointF(x, y))
            elif isinstance(node, Box):
                self._draw_box(painter, node, x, y)
            elif isinstance(node, Group):
                if exposed is None or _group_meets(exposed, node, x, y):
                    self._draw(painter, self._ready(node.items), x + node.x, y + node.y, exposed)
            elif isinstance(node, Path):
                self.draw_path(painter, node, x, y)
            elif isinstance(node, Picture):
                self.draw_picture(painter, node, x, y)
            else:
                assert_never(node)

    def draw_text(self, painter: QPainter, node: GlyphRun, x: float, y: float) -> None:
        """Draw a line of text placed from (x, y)."""
        painter.setPen(self.pen(node.fill))
        _draw_runs(painter, self._fonts.runs(node.line), QPointF(x + node.x, y + node.y))

    def _draw_box(self, painter: QPainter, node: Box, x: float, y: float) -> None:
        bx, by, width, height, fill, stroke, radius = node
        rect = QRectF(x + bx, y + by, width, height)
        if stroke is None and radius <= 0.0:
            if fill is not None:
                painter.fillRect(rect, self.brush(fill))
            return
        painter.setPen(self.pen(stroke) if stroke is not None else Qt.PenStyle.NoPen)
        painter.setBrush(self.brush(fill))
        if radius <= 0.0:
            painter.drawRect(rect)
        elif stroke is not None and stroke.dash:
            # Qt starts a rounded rectangle elsewhere than the other painters, and dashes show it.
            painter.drawPath(path_of(rounded(x + bx, y + by, width, height, radius)))
        else:
            radius = min(radius, width / 2, height / 2)
            painter.drawRoundedRect(rect, radius, radius)

    def draw_path(self, painter: QPainter, node: Path, x: float, y: float) -> None:
        """Draw lines and curves placed from (x, y)."""
        dashed = node.stroke is not None and bool(node.stroke.dash)
        painter.setPen(self.pen(node.stroke) if node.stroke is not None and not dashed else Qt.PenStyle.NoPen)
        painter.setBrush(self.brush(node.fill))
        before = painter.transform()
        painter.translate(x, y)
        if node.fill is not None or not dashed:
            painter.drawPath(self._path(node.commands))
        if dashed and node.stroke is not None:
            seen = painter.clipBoundingRect() if painter.hasClipping() else None
            for outline in self._dashes(node.commands, node.stroke).outlines(seen):
                painter.fillPath(outline, self.brush(node.stroke.color))
        painter.setTransform(before)

    def draw_picture(self, painter: QPainter, node: Picture, x: float, y: float) -> None:
        """Draw an asset, or a grey box with a cross if there is none."""
        rect = QRectF(x + node.x, y + node.y, node.width, node.height)
        brush = self._pictures.brush(node, rect, painter)
        if brush is None:
            self._draw(painter, missing_picture(node), x, y, None)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        radius = min(node.radius, node.width / 2, node.height / 2)
        painter.setOpacity(node.opacity)
        painter.drawRoundedRect(rect, radius, radius)
        painter.setOpacity(1.0)

    def _path(self, commands: tuple[Command, ...]) -> QPainterPath:
        # Kept by identity, with the commands held so that the number stays theirs.
        kept = self._paths.get(id(commands))
        if kept is None:
            if len(self._paths) >= _KEPT_PATHS:
                self._paths.clear()
            kept = self._paths[id(commands)] = (commands, path_of(commands))
        return kept[1]

    def _dashes(self, commands: tuple[Command, ...], stroke: Stroke) -> Dashes:
        """The dashes as areas: Qt counts dashes from the edge of the view, and they would swim while scrolling."""
        kept = self._outlines.get(id(commands))
        if kept is None or kept.stroke != stroke:
            if len(self._outlines) >= _KEPT_PATHS:
                self._outlines.clear()
            kept = self._outlines[id(commands)] = Dashes(commands, stroke, self.pen(stroke))
        return kept

    def _coarse_band(self, band: Band) -> Coarse:
        pale = faded_apart(band)
        key = id(band.groups), pale
        kept = self._coarse.pop(key, None) or (band.groups, coarse_of(_paled(band.groups, pale)))
        # One goes for one that comes, the one drawn longest ago: each holds thousands of rectangles, and letting go
        # of all of them at once takes a quarter of a second.
        if len(self._coarse) >= _KEPT_COARSE:
            del self._coarse[next(iter(self._coarse))]
        self._coarse[key] = kept
        return kept[1]


def _together(items: Iterable[Node]) -> Iterator[Node | Text]:
    """Put lines of one size and colour together that are drawn one after the other."""
    for (is_text, fill, _), some in groupby(items, _text_style):
        if not is_text:
            yield from some
            continue
        yield Text(fill, tuple((node.x, node.y, node.line) for node in some if isinstance(node, GlyphRun)))


def _text_style(node: Node) -> tuple[bool, str, float]:
    return (True, node.fill, node.line.size) if isinstance(node, GlyphRun) else (False, "", 0.0)


def _draw_runs(painter: QPainter, runs: Iterable[DrawnRun], origin: QPointF) -> None:
    for scale, run in runs:
        if scale == 1.0:
            painter.drawGlyphRun(origin, run)
            continue
        before = painter.transform()
        painter.translate(origin)
        painter.scale(scale, scale)
        painter.drawGlyphRun(QPointF(), run)
        painter.setTransform(before)


def faded_apart(band: Band) -> frozenset[str]:
    """The ids of a band's faded groups that are no cards: such as curves, which cross what is not faded."""
    if not band.faded:
        return band.faded
    return frozenset([group.id for group in band.groups if group.part != "card" and group.id in band.faded])


def _paled(groups: tuple[Group, ...], pale: frozenset[str]) -> Iterable[Group]:
    if not pale:
        return groups
    return (group._replace(items=faded(group.items)) if group.id in pale else group for group in groups)


def _meets(exposed: QRectF, top: float, height: float) -> bool:
    return exposed.top() <= top + height + OVERHANG and exposed.bottom() >= top - OVERHANG


def _group_meets(exposed: QRectF, group: Group, x: float, y: float) -> bool:
    left = x + group.x
    return (
        exposed.left() <= left + group.width + OVERHANG
        and exposed.right() >= left - OVERHANG
        and _meets(exposed, y + group.y, group.height)
    )


def _meeting(exposed: QRectF, band: Band) -> list[Group]:
    """The groups of a band that meet a part of the sheet; asked for thousands of them in every frame."""
    left, right = exposed.left() - OVERHANG, exposed.right() + OVERHANG
    top, bottom = exposed.top() - OVERHANG - band.top, exposed.bottom() + OVERHANG - band.top
    return [
        group
        for group in band.groups
        if left <= group[2] + group[4] and group[2] <= right and top <= group[3] + group[5] and group[3] <= bottom
    ]


def _path_meets(exposed: QRectF, path: Path) -> bool:
    numbers = [command[1:] for command in path.commands]
    xs = [float(x) for points in numbers for x in points[::2]]
    ys = [float(y) for points in numbers for y in points[1::2]]
    if not xs:
        return False
    left, right = min(xs) - OVERHANG, max(xs) + OVERHANG
    return exposed.left() <= right and exposed.right() >= left and _meets(exposed, min(ys), max(ys) - min(ys))


def _pen(stroke: Stroke | str) -> QPen:
    if isinstance(stroke, str):
        return QPen(QColor(stroke))
    pen = QPen(QColor(stroke.color), stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if stroke.dash and stroke.width > 0:
        pen.setDashPattern([length / stroke.width for length in stroke.dash])
    return pen
