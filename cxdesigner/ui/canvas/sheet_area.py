"""A view on a sheet: scrolled, zoomed, fitted. What one does on the sheet is the business of `view`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea

from cxdesigner.layout.hit import Hit, Index
from cxdesigner.layout.scene import Scene
from cxdesigner.ui.canvas.camera import DESK, MAX_ZOOM, MIN_ZOOM, POINT, Camera, first_zoom, fitting
from cxdesigner.ui.canvas.sheets import Follows, Sight

_MOST_LIFT = round(DESK) + 6
"""Pixels by which the sheet stands higher at most: the desk, and a little of its own white border."""


class SheetArea(QAbstractScrollArea):
    """Keeps the camera and the scroll bars in step. A subclass says what the scene is.

    Signals: `view_changed()` when zoom or scroll changed; `refitted()` when that was for another size of the view.
    """

    view_changed = Signal()
    refitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.camera = Camera()
        self._own_camera: Camera | None = None
        self.index = Index()
        self._held = self._lower = self._lift = self._ridden_from = self._ridden_to = 0
        self._pinned = False
        self._refit: Callable[[], None] | None = None
        self._sized = self.size()
        self._frame = QSize()
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)

    @property
    def scene(self) -> Scene:
        """The drawing, as far as it has been laid out."""
        raise NotImplementedError

    def complete_scene(self) -> Scene:
        """Give the whole drawing."""
        return self.scene

    def find(self, key: str, part: str | None = None) -> list[Hit]:  # type: ignore[override]
        """Give every group that shows a record (and is this part of it), as `groups_of` in `layout.hit` does."""
        return self.index.groups_of(self.scene, key, part)

    @property
    def own_camera(self) -> Camera:
        """The camera of the view, whatever everything is placed through meanwhile."""
        return self._own_camera or self.camera

    @contextmanager
    def seen_through(self, camera: Camera) -> Iterator[None]:
        """Let everything be placed through another camera meanwhile."""
        kept, own = self.camera, self._own_camera
        self.camera, self._own_camera = camera, own or kept
        try:
            yield
        finally:
            self.camera, self._own_camera = kept, own

    def moved(self) -> None:
        """Called when the camera has moved."""

    def show_all(self) -> None:
        """Zoom as a sheet is first seen: as much of it as can be read."""
        room, bar = self.maximumViewportSize(), self.verticalScrollBar().sizeHint().width()
        sheet = self.scene.width, self.scene.height
        # A sheet that is higher than the view has a scroll bar beside it, and should not need the other one for that.
        self.zoom_to(first_zoom(sheet, (room.width() - bar, room.height())))
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        self._refit = self.show_all

    def start_at(self, zoom: float, x: float, y: float) -> None:
        """Be zoomed, with a point of the sheet in the upper left corner, once it is known how large the view is."""

        def look() -> None:
            self.zoom_to(zoom)
            across, down = self.camera.to_view(x, y)
            self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() + across))
            self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + down))

        look()
        self._refit = look

    def _arrange(self) -> None:
        """Set the scroll bars to the size of sheet and view, and the camera to the scroll bars."""
        view = self.viewport().size()
        scale = self.camera.zoom * POINT
        wide, high = self.scene.width * scale + 2 * DESK, self.scene.height * scale + 2 * DESK
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setPageStep(view.width())
        down.setPageStep(view.height())
        is_wide, is_high = self._needs_bars(wide, high)
        across.setRange(0, max(0, round(wide - view.width())) if is_wide else 0)
        down.setRange(0, max(0, round(high - view.height())) if is_high else 0)
        across.setSingleStep(40)
        down.setSingleStep(40)
        if wide >= view.width():
            left = DESK - across.value()
        elif self._pinned:
            left = self.camera.left
        else:
            left = round((view.width() - wide) / 2 + DESK)
        self.camera = Camera(self.camera.zoom, left, DESK - down.value() - self._held - self._lift)

    def _needs_bars(self, wide: float, high: float) -> tuple[bool, bool]:
        """Tell which scroll bars something of a size in pixels needs: two bars need none only for each other's room."""
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        is_wide, is_high = round(wide) > room.width(), round(high) > room.height()
        return (
            is_wide or (is_high and round(wide) > room.width() - bar),
            is_high or (is_wide and round(high) > room.height() - bar),
        )

    def zoom_to(self, zoom: float, at: QPoint | None = None) -> None:
        """Zoom, keeping what is under a point of the view (its middle) where it is."""
        at = at if at is not None else self.viewport().rect().center()
        x, y = self.camera.to_sheet(at.x(), at.y())
        self.camera = Camera(max(MIN_ZOOM, min(MAX_ZOOM, zoom)), self.camera.left, self.camera.top)
        self._refit = None
        self._arrange()
        across, down = self.camera.to_view(x, y)
        self.horizontalScrollBar().setValue(round(self.horizontalScrollBar().value() + across - at.x()))
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + down - at.y()))
        self._moved()

    def sight(self) -> Sight:
        """Tell from where the sheet is looked at."""
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        follows: Follows = "fit" if self._refit == self.fit else "first" if self._refit == self.show_all else ""
        return Sight(self.camera.zoom, across, down, follows, (self._frame.width(), self._frame.height()))

    def look_from(self, sight: Sight) -> None:
        """Look at the sheet from where it was looked at before."""
        self.zoom_to(sight.zoom)
        self.horizontalScrollBar().setValue(sight.across)
        self.verticalScrollBar().setValue(sight.down)
        self._refit = {"fit": self.fit, "first": self.show_all}.get(sight.follows)
        if self._refit is not None and sight.frame != (self._frame.width(), self._frame.height()):
            self._refit()

    def fit(self) -> None:
        """Show the whole sheet."""
        scene = self.complete_scene()
        room = self.maximumViewportSize()
        self.zoom_to(fitting((scene.width, scene.height), (room.width(), room.height())))
        self._refit = self.fit

    def clear(self) -> QRect:
        """Give the part of the view that nothing covers, in pixels."""
        return self.viewport().rect()

    def seen(self) -> QRectF:
        """Give the part of the sheet that is seen, in points."""
        left, top = self.camera.to_sheet(0, 0)
        right, bottom = self.camera.to_sheet(self.viewport().width(), self.viewport().height())
        return QRectF(left, top, right - left, bottom - top)

    def look_at(self, x: float, y: float) -> None:
        """Bring a point of the sheet to the middle of the view."""
        across, down = self.camera.to_view(x, y)
        self.horizontalScrollBar().setValue(
            round(self.horizontalScrollBar().value() + across - self.viewport().width() / 2)
        )
        self.verticalScrollBar().setValue(round(self.verticalScrollBar().value() + down - self.viewport().height() / 2))

    def hold(self, y: float, change: Callable[[], object]) -> None:
        """Change what is drawn, and keep the band at a height of the sheet where it is seen; for gestures."""
        before = next((band for band in self.scene.bands if band.top <= y < band.top + band.height), None)
        change()
        after = next((band for band in self.scene.bands if before is not None and band.key == before.key), None)
        if before is not None and after is not None:
            self._held += round((after.top - before.top) * self.camera.scale)
            self._arrange()

    def ride(self, down: int) -> None:
        """Keep the sheet where it is on the screen though the view begins so many pixels lower: first the desk above it
        gives way, then it is scrolled as far as it goes.
        """
        bar = self.verticalScrollBar()
        since = bar.value() - self._ridden_to
        # A view that becomes larger, or smaller, may be scrolled back a little by Qt: that is no wish of anybody's.
        if self._lower == 0 or not -self._lower - abs(down) <= since <= 0:
            self._ridden_from = bar.value() - (self._lower - self._lift)
        self._lower += down
        self._lift = min(self._lower, _MOST_LIFT)
        self._arrange()
        bar.setValue(self._ridden_from + self._lower - self._lift)
        self._ridden_to = bar.value()
        self._moved()

    def pin(self) -> None:
        """Keep what is dragged under the pointer, however wide the sheet becomes, until `unpin`."""
        self._pinned = True

    def unpin(self) -> int:
        """Let the sheet lie where it belongs; gives by how many pixels `hold` has moved it."""
        held, self._held, self._pinned = self._held, 0, False
        self._arrange()
        return held

    def _moved(self) -> None:
        self._arrange()
        self.moved()
        self.viewport().update()
        self.view_changed.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._moved()

    def to_keep(self, room: QSize) -> QRectF | None:
        """Give what is to stay in view when that gets another size, if it was in view as it had this `room`."""
        del room
        return None

    def settle(self) -> None:
        """Take what is laid out next for a change of the window."""
        self._settling.start(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Only when the window changes: a panel or a scroll bar that comes or goes is no reason to zoom.
        sized, self._sized = self._sized, self.size()
        if self.window().size() != self._frame or not self.isVisible():
            self._frame = self.window().size()
            self.settle()  # the panels get their widths in a second step
        if self._refit is not None and self._sized != sized and self._settling.isActive():
            self._refit()
            self.refitted.emit()
            self._moved()
            return
        kept = self.to_keep(event.oldSize())
        self._moved()
        if kept is not None:
            self._keep(kept)

    def _keep(self, part: QRectF) -> None:
        """Scroll until a part of the sheet is in view, and no further."""
        clear, (left, top) = self.clear(), self.camera.to_view(part.left(), part.top())
        right, bottom = self.camera.to_view(part.right(), part.bottom())
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(min(left - clear.left(), max(0.0, right - clear.right()))))
        down.setValue(down.value() + round(min(top - clear.top(), max(0.0, bottom - clear.bottom()))))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom_to(self.camera.zoom * (1 + event.value()), event.position().toPoint())
            return True
        return super().viewportEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            factor = 1.0015 ** event.angleDelta().y()
            self.zoom_to(self.camera.zoom * factor, event.position().toPoint())
            event.accept()
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not event.angleDelta().x():
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() - event.angleDelta().y())
        else:
            super().wheelEvent(event)
