"""Small marks over the sheet with which stages and lanes are collapsed and opened, and hidden lanes come back.

They are the editor's: no export has them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF

from cxdesigner.layout import theme
from cxdesigner.layout.hit import Hit, groups_of
from cxdesigner.layout.scene import STAGES, Band, Group
from cxdesigner.model.records import Card, Emotion, Lane, Stage, Step
from cxdesigner.ui.canvas.camera import READABLE
from cxdesigner.ui.structuring import fold, show_lanes
from cxdesigner.ui.style.labels import lane_title
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView

SIDE = 16.0
"""Pixels of a mark with a triangle."""
TALL = 15.0
"""Pixels of the mark of hidden lanes."""
FOLDED_PARTS = ("stage", "steps", "count", "bar")
"""The parts of a collapsed stage that open it when they are clicked twice."""


class Mark(NamedTuple):
    """A mark in the view, in pixels: `what` is "open", "close" or "show" for the stages and lanes `keys`."""

    rect: QRectF
    what: str
    keys: tuple[str, ...]
    text: str = ""


class Folding:
    """Finds, paints and obeys the marks."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._over: Mark | None = None
        self._lane = ""
        self._known: tuple[tuple[Group, ...], tuple[Group, ...]] = ((), ())

    # What there is

    def marks(self) -> list[Mark]:
        """Give the marks as they are seen through the camera of the view."""
        view = self._view
        if view.camera.zoom < READABLE or not view.session.map_id:
            return []
        return [*self._stage_marks(), *self._lane_marks(), *self._hidden_marks()]

    def _stage_marks(self) -> list[Mark]:
        view, found = self._view, []
        band = next((band for band in view.scene.bands if band.key == STAGES), None)
        hovered = view.hover.group.id if view.hover is not None and view.hover.group.part == "stage" else ""
        for group in self._chevrons(band) if band is not None else ():
            shown = group.part == "steps" or group.id == hovered
            stage = view.session.shown.get(group.id, Stage) if shown else None
            if band is None or stage is None or stage.collapsed is not (group.part == "steps"):
                continue
            right, top = view.camera.to_view(group.x + group.width, band.top + group.y)
            if group.part == "stage":
                inset, height = 8 * view.camera.scale, group.height * view.camera.scale
                rect = QRectF(right - inset - SIDE, top + (height - SIDE) / 2, SIDE, SIDE)
                found.append(Mark(rect, "close", (stage.id,)))
            else:
                height = min(group.height, theme.LABEL.leading + 2) * view.camera.scale
                rect = QRectF(right - SIDE, top + 1 + (height - SIDE) / 2, SIDE, SIDE)
                found.append(Mark(rect, "open", (stage.id,)))
        return found

    def _chevrons(self, band: Band) -> tuple[Group, ...]:
        """Give the stages and the numbers of steps of those that are collapsed."""
        if self._known[0] is not band.groups:
            self._known = band.groups, tuple(group for group in band.groups if group.part in ("stage", "steps"))
        return self._known[1]

    def _lane_marks(self) -> list[Mark]:
        view, found = self._view, []
        for band in view.scene.bands:
            lane = view.session.shown.get(band.key, Lane) if band.is_lane else None
            if lane is None or lane.kind == "divider" or not (lane.collapsed or lane.id == self._lane):
                continue
            title = next((group for group in band.groups if group.part == "lane-title"), None)
            if title is not None:
                left, top = view.camera.to_view(title.x, band.top + title.y)
                middle = top + theme.LANE.leading / 2 * view.camera.scale
                rect = QRectF(left - SIDE - 1, middle - SIDE / 2, SIDE, SIDE)
                found.append(Mark(rect, "open" if lane.collapsed else "close", (lane.id,)))
        return found

    def _hidden_marks(self) -> list[Mark]:
        """Give a mark for each run of hidden lanes, on the line where they stand."""
        view = self._view
        bands = {band.key: band for band in view.scene.bands if band.is_lane}
        head = next((band for band in view.scene.bands if band.key == STAGES), None)
        above: Band | None = head
        found: list[Mark] = []
        run: list[Lane] = []
        for lane in (*view.session.shown.lanes(view.session.map_id), None):
            if lane is not None and lane.hidden:
                run.append(lane)
            elif lane is None or lane.id in bands:
                if run and above is not None:
                    found.append(self._hidden_mark(run, above.top + above.height))
                run = []
                above = bands[lane.id] if lane is not None else above
        return found

    def _hidden_mark(self, lanes: list[Lane], y: float) -> Mark:
        view = self._view
        count, room = len(lanes), theme.LABEL_WIDTH * view.camera.scale * 0.55
        texts = (
            tr("1 hidden lane") if count == 1 else tr("{n} hidden lanes", n=count),
            tr("{n} hidden", n=count),
            str(count),
        )
        # Not so wide that it covers the titles beside it.
        widths = [self._metrics.horizontalAdvance(text) + SIDE + 7 for text in texts]
        text, width = next(
            ((text, width) for text, width in zip(texts, widths, strict=True) if width <= room), (texts[-1], widths[-1])
        )
        right, middle = view.camera.to_view(theme.MARGIN + theme.LABEL_WIDTH - 4, y)
        rect = QRectF(right - width, middle - TALL / 2, width, TALL)
        return Mark(rect, "show", tuple(lane.id for lane in lanes), text)

    @property
    def _font(self) -> QFont:
        font = QFont(self._view.font())
        font.setPixelSize(self._view.tokens.heading_size)
        return font

    @property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._font)

    # Mouse

    def _at(self, at: QPoint) -> Mark | None:
        with self._view.seen_through(self._view.sticky.camera_at(at.x(), at.y())):
            return next((mark for mark in self.marks() if mark.rect.contains(QPointF(at))), None)

    def point(self, at: QPoint, found: Hit | None) -> bool:
        """Follow the pointer; tells whether it is over a mark."""
        view = self._view
        x, _ = view.to_sheet(at.x(), at.y())
        in_titles = found is not None and found.band.is_lane and 0 <= x < view.columns.left
        lane = found.band.key if in_titles and found is not None else ""
        if lane != self._lane:
            self._lane = lane
            view.viewport().update()
        over = self._at(at)
        if over != self._over:
            self._over = over
            view.viewport().update()
        return over is not None

    def leave(self) -> None:
        """Forget where the pointer was."""
        self._over, self._lane = None, ""

    def press(self, at: QPoint) -> bool:
        """Do what the mark at a point of the view is for; False if there is none."""
        mark = self._at(at)
        if mark is None:
            return False
        session = self._view.session
        if mark.what == "show":
            show_lanes(session, mark.keys)
        else:
            fold(session, mark.keys, collapsed=mark.what == "close")
        self._over = None
        return True

    def double_click(self, found: Hit | None, x: float) -> bool:
        """Open the collapsed stage that was clicked twice; False if it was none."""
        if found is None or found.group.part not in FOLDED_PARTS:
            return False
        column = self._view.columns.at(x)
        if column is None or not column.collapsed:
            return False
        fold(self._view.session, [column.stage], collapsed=False)
        return True

    def open_up(self, key: str, join: str = "") -> None:
        """Open the collapsed stage and lane in which a record is not seen as it is; `join` as for `Session.perform`."""
        document = self._view.session.document
        record = document.records.get(key)
        if not isinstance(record, (Card, Step, Emotion)) or groups_of(self._view.scene, key, "card"):
            return
        column = self._view.columns.of(record.id if isinstance(record, Step) else record.step)
        lane = document.get(record.lane, Lane) if isinstance(record, Card) else None
        keys = [column.stage] if column is not None and column.collapsed else []
        keys += [lane.id] if lane is not None and lane.collapsed else []
        if keys:
            fold(self._view.session, keys, collapsed=False, join=join)

    # Painting

    def paint(self, painter: QPainter) -> None:
        """Paint the marks; the painter stands in the view, in pixels."""
        marks = self.marks()
        if not marks:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in marks:
            lit = self._over is not None and mark.keys == self._over.keys
            if mark.what == "show":
                self._pill(painter, mark, lit=lit)
            else:
                self._button(painter, mark, lit=lit)
        painter.restore()

    def tip(self, painter: QPainter) -> None:
        """Say beside the mark under the pointer what it does."""
        if self._over is not None:
            at = self._over.rect
            self._view.overlay.label(painter, at.right() + 8, at.center().y(), self._words(self._over))

    def _words(self, mark: Mark) -> str:
        if mark.what != "show":
            return tr("Collapse") if mark.what == "close" else tr("Open")
        lanes = [self._view.session.shown.get(key, Lane) for key in mark.keys]
        names = ", ".join(lane_title(lane.title, lane.kind) for lane in lanes if lane is not None)
        return tr("Show {lanes}", lanes=names[:80])

    def _button(self, painter: QPainter, mark: Mark, *, lit: bool) -> None:
        tokens = self._view.tokens
        painter.setPen(QPen(QColor(tokens.accent if lit else tokens.field_border), 1))
        painter.setBrush(QColor(tokens.window))
        painter.drawEllipse(mark.rect.adjusted(0.5, 0.5, -0.5, -0.5))
        self._triangle(painter, mark.rect.center(), down=mark.what == "close", lit=lit)

    def _pill(self, painter: QPainter, mark: Mark, *, lit: bool) -> None:
        tokens = self._view.tokens
        rect = mark.rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(tokens.accent if lit else tokens.field_border), 1))
        painter.setBrush(QColor(tokens.window))
        painter.drawRoundedRect(rect, TALL / 2, TALL / 2)
        self._triangle(painter, QPointF(rect.left() + SIDE / 2 + 1, rect.center().y()), down=False, lit=lit)
        painter.setPen(QColor(tokens.accent if lit else tokens.muted))
        painter.setFont(self._font)
        words = rect.adjusted(SIDE, 0, -4, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, mark.text)

    def _triangle(self, painter: QPainter, middle: QPointF, *, down: bool, lit: bool) -> None:
        x, y = middle.x(), middle.y()
        across = [QPointF(x - 2, y - 3.5), QPointF(x + 3, y), QPointF(x - 2, y + 3.5)]
        below = [QPointF(x - 3.5, y - 2), QPointF(x + 3.5, y - 2), QPointF(x, y + 3)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._view.tokens.accent if lit else self._view.tokens.muted))
        painter.drawPolygon(QPolygonF(below if down else across))
