"""What is drawn over the sheet for the editor only: selection, drop targets, labels."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxdesigner.layout.card import RADIUS
from cxdesigner.layout.hit import Hit, cell_of
from cxdesigner.layout.link_ground import HALF
from cxdesigner.layout.scene import Scene
from cxdesigner.ui.canvas.camera import READABLE
from cxdesigner.ui.canvas.comment_marks import CommentMarks
from cxdesigner.ui.canvas.hints import paint_hints
from cxdesigner.ui.canvas.landing import Rect, columns_extent
from cxdesigner.ui.canvas.lights import Lights
from cxdesigner.ui.canvas.linking import Linking
from cxdesigner.ui.canvas.sheet_area import SheetArea
from cxdesigner.ui.style.tokens import Tokens
from cxdesigner.ui.style.words import tr

FRAMED = ("card", "bar", "point", "stage", "step", "lane-title", "persona", "title")
"""The parts that are framed when their record is selected."""
BARE = frozenset({"step", "lane-title", "persona", "title"})
"""Those of which words or a portrait begin at the very edge."""
ASIDE = 4.0
"""Pixels by which frames keep off these, where there is room."""
MANY = 200
"""From how many on frames are thin."""
EDGE = 4
"""How many pixels what is drawn over a thing may reach beyond it."""
FEW = 12
"""Up to how many outlines of dragged cards have round corners, with a trace of the text in them."""


class Marks(Protocol):
    """What somebody else paints over the sheet, below the frames of what is selected."""

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint in the view, in pixels; `seen` is the part of the sheet that is painted, in points."""

    def hides_frames(self) -> bool:
        """Tell whether what is selected is not to be framed."""

    def press(self, at: QPoint) -> bool:
        """Do what is meant by a press on what is painted here, at a point of the view; False if nothing is."""


class Overlay:
    """Paints in the view, in pixels; takes rectangles on the sheet, in points."""

    def __init__(self, view, tokens: Tokens) -> None:
        self._view = view
        self._accent = QColor(tokens.accent)
        self._ink = QColor(tokens.ink)
        self._paper = QColor(tokens.window)
        self._muted = QColor(tokens.muted)
        self._pale = QColor(tokens.accent_soft)
        self.lights = Lights(tokens)
        self.aim: tuple[str, str] | None = None
        self.links = Linking(view, tokens)
        self.comments = CommentMarks(view, tokens)
        self.marks: list[Marks] = []
        self._wanted: tuple[tuple[str, ...], frozenset[str]] = ((), frozenset())
        self._far: tuple[Scene, tuple[str, ...], list[QRectF]] | None = None
        self._landed: tuple[Scene, frozenset[str], list[QRectF]] | None = None

    def _soft(self, alpha: int) -> QColor:
        color = QColor(self._accent)
        color.setAlpha(alpha)
        return color

    def rect(self, rect: Rect, grow: float = 0.0) -> QRectF:
        """Turn a rectangle on the sheet into one of the view, `grow` pixels larger on each side."""
        left, top = self._view.camera.to_view(rect[0], rect[1])
        scale = self._view.camera.scale
        return QRectF(left, top, rect[2] * scale, rect[3] * scale).adjusted(-grow, -grow, grow, grow)

    def paint(self, painter: QPainter) -> None:
        """Paint the selection, the cell of the keyboard and what is under the pointer."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        view = self._view
        selection = view.session.selection
        is_quiet = any(marks.hides_frames() for marks in self.marks)
        framed = not is_quiet and (view.gesture is None or view.gesture.frames)
        if selection.cell is not None and framed and view.shows_cell and view.writing.editor is None:
            cell = cell_of(view.scene, view.columns, *selection.cell)
            if cell is not None:
                self._cell(painter, (cell.x, cell.y, cell.width, cell.height))
        aim = cell_of(view.scene, view.columns, *self.aim) if self.aim is not None else None
        if aim is not None:
            self.target(painter, (aim.x, aim.y, aim.width, aim.height))
        self.lights.paint(painter, view, self._seen(painter))
        for marks in self.marks:
            marks.paint(painter, self._seen(painter))
        if view.hover is not None and view.gesture is None:
            self._hover(painter, view.hover)
        if selection.ids and framed:
            self._frames(painter, selection.ids)
        if not is_quiet:
            self.links.paint(painter)
        self.comments.paint(painter)
        view.writing.paint(painter, self._accent)
        if view.columns.columns:
            paint_hints(painter, view)
        else:
            self._hint(painter, tr("Drag a stage here, or press Insert ▸ Add stage"))

    def press(self, at: QPoint) -> bool:
        """Do what is meant by a press on what is painted here, at a point of the view; False if nothing is."""
        return self.links.press(at) or self.comments.press(at) or any(marks.press(at) for marks in self.marks)

    def _seen(self, painter: QPainter) -> QRectF:
        """Give the part of the sheet in which the painter paints: the view, or a strip at its edge."""
        if not painter.hasClipping():
            return self._view.seen()
        clip, camera = painter.clipBoundingRect().adjusted(-EDGE, -EDGE, EDGE, EDGE), self._view.camera
        corner = QPointF(*camera.to_sheet(clip.left(), clip.top()))
        return QRectF(corner, clip.size() / camera.scale)

    def _frames(self, painter: QPainter, ids: tuple[str, ...]) -> None:
        """Frame what is selected, as far as it is in view; thousands of frames seen from afar are thin ones."""
        view, seen = self._view, self._seen(painter)
        if self._wanted[0] is not ids:
            self._wanted = ids, frozenset(ids)
        if len(ids) > MANY and view.camera.zoom < READABLE:
            self._frames_from_afar(painter, ids)
            return
        slack = (ASIDE + 2) / view.camera.scale
        hits = [
            hit
            for hit in self._view.index.find(view.scene, self._wanted[1], seen.top() - slack, seen.bottom() + slack)
            if hit.group.part in FRAMED and _box(hit).adjusted(-slack, -slack, slack, slack).intersects(seen)
        ]
        if len(hits) > MANY:
            self._thin_frames(painter, [_box(hit) for hit in hits])
            return
        for hit in hits:
            self._frame(painter, hit, single=len(ids) == 1 and view.writing.editor is None)

    def _frames_from_afar(self, painter: QPainter, ids: tuple[str, ...]) -> None:
        scene = self._view.scene
        if self._far is None or self._far[0] is not scene or self._far[1] is not ids:
            found = self._view.index.find(scene, self._wanted[1], 0.0, scene.height)
            self._far = (scene, ids, [_box(hit) for hit in found if hit.group.part in FRAMED])
        self._thin_frames(painter, self._far[2])

    def _thin_frames(self, painter: QPainter, rects: list[QRectF]) -> None:
        """Frame rectangles of the sheet with square lines of a pixel, which Qt draws ten times as fast."""
        camera = self._view.camera
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.translate(camera.left, camera.top)
        painter.scale(camera.scale, camera.scale)
        painter.setPen(QPen(self._accent, 0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRects(rects)
        painter.restore()

    def _cell(self, painter: QPainter, rect: Rect) -> None:
        painter.setPen(QPen(self._soft(150), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(self._soft(12))
        painter.drawRoundedRect(self.rect(rect, -1.5), 3, 3)

    def _hover(self, painter: QPainter, hit: Hit) -> None:
        painter.setPen(QPen(self._soft(110), 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.framed(hit), 4, 4)

    def framed(self, hit: Hit) -> QRectF:
        """Give the frame round something, in pixels of the view."""
        box = (hit.x, hit.y, hit.group.width, hit.group.height)
        if hit.group.part not in BARE:
            return self.rect(box, 1.5)
        aside = max(1.5, min(ASIDE, HALF * self._view.camera.scale))
        # What stands below the title begins where its box ends.
        below = 0.0 if hit.group.part == "title" else 1.5
        return self.rect(box).adjusted(-aside, -1.5, aside, below)

    def roundness(self, hit: Hit) -> float:
        """Give the radius of the corners of a frame, in pixels."""
        return max(3.0, RADIUS * self._view.camera.scale + 1.5) if hit.group.part == "card" else 3.0

    def _frame(self, painter: QPainter, hit: Hit, *, single: bool) -> None:
        rect = self.framed(hit)
        painter.setPen(QPen(self._accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if hit.group.part == "point":
            painter.drawEllipse(rect.adjusted(-2, -2, 2, 2))
            return
        painter.drawRoundedRect(rect, self.roundness(hit), self.roundness(hit))
        if single and hit.group.part == "card":
            painter.setBrush(self._paper)
            painter.setPen(QPen(self._accent, 1.4))
            for x in (rect.left(), rect.right()):
                painter.drawRoundedRect(QRectF(x - 3.5, rect.center().y() - 7, 7, 14), 3, 3)

    def target(self, painter: QPainter, rect: Rect, *, quiet: bool = False) -> None:
        """Light up where something would land; `quiet`: what is in it is outlined itself."""
        box = self.rect(rect, -1)
        if quiet:
            # A cell can be as high as the view; a plain fill of whole pixels costs far less than a smooth one.
            painter.fillRect(box.toRect() & self._view.viewport().rect(), self._soft(26))
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._accent, 1.6))
        painter.setBrush(self._soft(26))
        painter.drawRoundedRect(box, 4, 4)

    def lifted(self, painter: QPainter, rect: Rect) -> None:
        """Shade what is being moved."""
        painter.setPen(QPen(self._soft(160), 1.2, Qt.PenStyle.DashLine))
        painter.setBrush(self._soft(34))
        painter.drawRoundedRect(self.rect(rect), 4, 4)

    def mark(self, painter: QPainter, line: Rect) -> None:
        """Draw the line at which something will be put in; one of its lengths is 0."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.rect(line)
        painter.setPen(QPen(self._accent, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(rect.topLeft(), rect.bottomRight())
        painter.setBrush(self._paper)
        painter.setPen(QPen(self._accent, 2))
        for end in (rect.topLeft(), rect.bottomRight()):
            painter.drawEllipse(end, 3.5, 3.5)

    def rubber(self, painter: QPainter, rect: QRectF) -> None:
        """Draw the rubber band; in pixels of the view."""
        painter.setPen(QPen(self._accent, 1))
        painter.setBrush(self._soft(22))
        painter.drawRect(rect)

    def label(self, painter: QPainter, x: float, y: float, text: str) -> None:
        """Write a short text on a dark ground beside the pointer or a point."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = painter.fontMetrics().horizontalAdvance(text) + 16
        height = painter.fontMetrics().height() + 8
        limit = self._view.viewport().rect()
        x = max(4.0, min(x, limit.width() - width - 4))
        y = max(4.0, min(y - height / 2, limit.height() - height - 4))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ink)
        box = QRectF(x, y, width, height)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(self._paper)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def badge(self, painter: QPainter, corner: QPointF, text: str) -> None:
        """Write a number on the corner of what is dragged; in pixels of the view."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = max(22.0, painter.fontMetrics().horizontalAdvance(text) + 12.0)
        disc = QRectF(corner.x() - width / 2, corner.y() - 11, width, 22)
        painter.setPen(QPen(self._paper, 1.5))
        painter.setBrush(self._accent)
        painter.drawRoundedRect(disc, 11, 11)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, text)

    def landed(self, painter: QPainter, keys: frozenset[str]) -> None:
        """Outline where dragged cards would land, and pale them: they are read where they are carried."""
        view, seen = self._view, self._seen(painter)
        if self._landed is None or self._landed[0] is not view.scene or self._landed[1] is not keys:
            hits = view.index.find(view.scene, keys, 0.0, view.scene.height)
            self._landed = view.scene, keys, [_box(hit) for hit in hits if hit.group.part in ("card", "bar")]
        places = [box for box in self._landed[2] if box.intersects(seen)]
        veil = QColor(self._pale)
        painter.save()
        if len(places) <= FEW:
            veil.setAlpha(238)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._accent, 1.5))
            painter.setBrush(veil)
            for box in places:
                painter.drawRoundedRect(self.rect((box.x(), box.y(), box.width(), box.height())), 4, 4)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.translate(view.camera.left, view.camera.top)
            painter.scale(view.camera.scale, view.camera.scale)
            painter.setPen(QPen(self._accent, 0))
            painter.setBrush(veil)
            painter.drawRects(places)
        painter.restore()

    def guides(self, painter: QPainter, xs: Iterable[float], *, faint: bool = False) -> None:
        """Draw lines down along columns at these places of the sheet; `faint`: of what is only compared with."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, bottom = columns_extent(self._view.scene)
        painter.setPen(QPen(self._soft(110) if faint else self._accent, 1.2, Qt.PenStyle.DashLine))
        for x in xs:
            line = self.rect((x, top, 0, bottom - top))
            painter.drawLine(line.topLeft(), line.bottomLeft())

    def _hint(self, painter: QPainter, text: str) -> None:
        rect = self.rect((0, 0, self._view.scene.width, self._view.scene.height))
        painter.setPen(self._muted)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


def frames(view: SheetArea, key: str) -> list[Hit]:
    """Give what of a record is framed when it is selected."""
    return [hit for hit in view.find(key) if hit.group.part in FRAMED]


def _box(hit: Hit) -> QRectF:
    return QRectF(hit.x, hit.y, hit.group.width, hit.group.height)
