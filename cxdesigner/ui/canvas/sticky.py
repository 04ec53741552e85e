"""What stays in view while the sheet is scrolled: stages and steps, the titles of lanes, pinned lanes.

These are strips of the view in which bands of the same scene are seen through cameras of their own. What is at a point
of a strip is asked through its camera too, so that clicks mean there what they mean on the sheet.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from cxdesigner.layout import theme
from cxdesigner.layout.hit import Hit
from cxdesigner.layout.scene import STAGES, Band, Group, Scene
from cxdesigner.model.document import Document
from cxdesigner.ui.canvas.camera import READABLE, Camera
from cxdesigner.ui.canvas.layer import Layer

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView

TITLED = ("lane", "lane-title", "scale")
"""The parts of a lane that are seen in the strip at the left."""
PAD = 20
"""Pixels to the left of the titles there."""
GAP = 4
"""Pixels below the title of a lane that is kept in view."""
MOST, MOST_ACROSS, MOST_DOWN = 0.5, 0.35, 0.7
"""The part of the height that pinned lanes may take, of the width for titles, of the height for lanes and steps."""
SHADE, DARKEST = 5, 44
"""Pixels over which the shadow of a strip fades, and its opacity beside it, of 255."""


Key = tuple[str, bool]
"""Names a strip from one frame to the next: its band ("" for all lanes), and whether only titles are seen."""


class Strip(NamedTuple):
    """A part of the view, in pixels, and how the sheet is seen in it; `titles`: of its bands only the titles are.

    `heading`: it is the title of one lane, kept in view while that is higher than the view, and covers nothing else.
    """

    rect: QRect
    camera: Camera
    bands: tuple[Band, ...]
    titles: bool
    edge: Qt.Edge
    """Where it ends and the sheet goes on under it."""
    heading: bool = False


class Sticky:
    """Finds, draws and looks through the strips of a canvas."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._layers: dict[Key, Layer] = {}
        self._scenes: dict[Key, tuple[Scene, Scene]] = {}
        self._titles: dict[str, tuple[tuple[Group, ...], tuple[Group, ...]]] = {}
        self._known: tuple[Scene, Camera, QRect, Document, tuple[Strip, ...]] | None = None
        self._shadow = QPixmap()

    def strips(self) -> tuple[Strip, ...]:
        """Give the strips there are now; one that is drawn over another comes after it."""
        view = self._view
        scene, camera, rect, document = view.scene, view.own_camera, view.viewport().rect(), view.session.shown
        known = self._known
        if known is None or known[0] is not scene or known[1] != camera or known[2] != rect or known[3] is not document:
            pinned = _pinned(document, view.session.map_id)
            found = _Finder(scene, camera, rect, view.columns.left, pinned).strips()
            known = self._known = scene, camera, rect, document, found
        return known[4]

    def camera_at(self, x: float, y: float) -> Camera:
        """Give the camera through which a point of the view is seen."""
        view = self._view
        for strip in reversed(self.strips()):
            if strip.rect.contains(int(x), int(y)):
                return strip.camera
        return view.own_camera

    def clear(self) -> QRect:
        """Give the part of the view that no strip covers."""
        rect = self._view.viewport().rect()
        for strip in self.strips():
            if strip.heading:
                continue
            if strip.edge == Qt.Edge.BottomEdge:
                rect.setTop(max(rect.top(), strip.rect.bottom() + 1))
            elif strip.edge == Qt.Edge.TopEdge:
                rect.setBottom(min(rect.bottom(), strip.rect.top() - 1))
            else:
                rect.setLeft(max(rect.left(), strip.rect.right() + 1))
        return rect

    def shows(self, found: Hit) -> bool:
        """Tell whether the middle of something is seen in a strip."""
        x, y = found.x + found.group.width / 2, found.y + found.group.height / 2
        for strip in self.strips():
            shown = not strip.titles or found.group.part in TITLED
            if shown and any(band.key == found.band.key for band in strip.bands):
                across, down = strip.camera.to_view(x, y)
                if strip.rect.contains(int(across), int(down)):
                    return True
        return False

    def forget(self) -> None:
        """Paint everything anew the next time."""
        self._layers.clear()
        self._scenes.clear()

    def paint(self, painter: QPainter) -> None:
        """Draw the strips over the sheet, with what the editor draws over them."""
        view = self._view
        strips = self.strips()
        kept = {}
        ratio = view.devicePixelRatioF()
        for strip in strips:
            key = strip.bands[0].key if len(strip.bands) == 1 else "", strip.titles
            layer = kept[key] = self._layers.get(key) or Layer(view.tokens)
            if painter.hasClipping() and not painter.clipBoundingRect().intersects(strip.rect):
                continue
            left, top = strip.rect.x(), strip.rect.y()
            camera = Camera(strip.camera.zoom, strip.camera.left - left, strip.camera.top - top)
            painter.save()
            painter.setClipRect(strip.rect, Qt.ClipOperation.IntersectClip)
            painter.translate(left, top)
            size = QRect(0, 0, strip.rect.width(), strip.rect.height())
            layer.draw(painter, view.pens, self._scene_of(key, strip), camera, size, ratio)
            painter.translate(-left, -top)
            with view.seen_through(strip.camera):
                view.paint_over(painter)
            painter.restore()
        self._layers = kept
        self._scenes = {key: found for key, found in self._scenes.items() if key in kept}
        self._shade(painter, strips)

    def _scene_of(self, key: Key, strip: Strip) -> Scene:
        """Give what is drawn in a strip: the scene with its bands only, and of these the titles if so it is."""
        scene, before = self._view.scene, self._scenes.get(key)
        if before is not None and before[0] is scene:
            return before[1]
        if strip.titles:
            bands = tuple(band._replace(groups=self._titles_of(band)) for band in strip.bands)
            if strip.heading:
                only = tuple(group for group in bands[0].groups if group.part == "lane-title")
                bands = (bands[0]._replace(groups=only),)
            fresh = scene._replace(bands=bands, under=scene.under[:1], over=())
        else:
            # The lines between columns begin below the steps.
            under = scene.under if strip.bands[0].is_lane else scene.under[:1]
            fresh = scene._replace(bands=strip.bands, under=under, over=())
        self._scenes[key] = scene, fresh
        return fresh

    def _titles_of(self, band: Band) -> tuple[Group, ...]:
        known = self._titles.get(band.key)
        if known is None or known[0] is not band.groups:
            known = self._titles[band.key] = (
                band.groups,
                tuple(group for group in band.groups if group.part in TITLED),
            )
        return known[1]

    def _shade(self, painter: QPainter, strips: tuple[Strip, ...]) -> None:
        """Let what stays cast a shadow on what goes on under it."""
        width = self._view.viewport().width()
        titles = [strip.rect for strip in strips if strip.titles and not strip.heading]
        above = [strip.rect.bottom() + 1 for strip in strips if strip.edge == Qt.Edge.BottomEdge]
        below = [strip.rect.top() for strip in strips if strip.edge == Qt.Edge.TopEdge]
        if titles:
            top, bottom = min(rect.top() for rect in titles), max(rect.bottom() for rect in titles) + 1
            painter.drawPixmap(titles[0].right() + 1, top, self._upright(), 0, 0, SHADE, bottom - top)
        # Lines of one colour, since a gradient takes Qt ten times as long.
        for far in range(SHADE):
            if above:
                painter.fillRect(QRect(0, max(above) + far, width, 1), self._dark(far))
            if below:
                painter.fillRect(QRect(0, min(below) - 1 - far, width, 1), self._dark(far))

    def _dark(self, far: int) -> QColor:
        color = QColor(self._view.tokens.ink)
        color.setAlpha(DARKEST * (SHADE - far) // SHADE)
        return color

    def _upright(self) -> QPixmap:
        """Give the shadow beside titles, as high as the view: a line of one pixel across takes Qt as long as a row."""
        height = self._view.viewport().height()
        if self._shadow.height() < height:
            self._shadow = QPixmap(SHADE, height)
            self._shadow.fill(Qt.GlobalColor.transparent)
            with QPainter(self._shadow) as painter:
                for far in range(SHADE):
                    painter.fillRect(QRect(far, 0, 1, height), self._dark(far))
        return self._shadow


def _pinned(document: Document, map_id: str) -> frozenset[str]:
    return frozenset(lane.id for lane in document.lanes(map_id) if lane.pinned and not lane.hidden)


class _Finder:
    """Places the strips for a scene, a camera and the size of the view."""

    def __init__(self, scene: Scene, camera: Camera, view: QRect, columns: float, pinned: frozenset[str]) -> None:
        self._scene = scene
        self._camera = camera
        self._view = view
        self._columns = columns
        self._lanes = [band for band in scene.bands if band.is_lane]
        self._pinned = pinned

    def strips(self) -> tuple[Strip, ...]:
        if not self._lanes or self._camera.zoom < READABLE:
            return ()
        stuck = self._stuck()
        width = self._title_width()
        if not width:
            room = round(self._camera.left + self._columns * self._camera.scale)
            return (*self._heading(stuck, self._camera, room), *stuck)
        left = Camera(self._camera.zoom, PAD - theme.MARGIN * self._camera.scale, self._camera.top)
        top, bottom = self._top(self._lanes[0]), self._bottom(self._lanes[-1])
        rect = QRect(0, max(0, round(top)), width, 0)
        rect.setBottom(min(self._view.bottom(), round(bottom)))
        strips = [Strip(rect, left, tuple(self._lanes), True, Qt.Edge.RightEdge)] if rect.height() > 0 else []
        strips += self._heading(stuck, left, width)
        for strip in stuck:
            corner = QRect(0, strip.rect.y(), width, strip.rect.height())
            camera = Camera(left.zoom, left.left, strip.camera.top)
            strips += [strip, Strip(corner, camera, strip.bands, True, strip.edge)]
        return tuple(strips)

    def _top(self, band: Band) -> float:
        return self._camera.to_view(0, band.top)[1]

    def _bottom(self, band: Band) -> float:
        return self._camera.to_view(0, band.top + band.height)[1]

    def _title_width(self) -> int:
        """Give the width of the strip with the titles of lanes, 0 if they are in view or would take too much."""
        scale = self._camera.scale
        width = round(PAD + (self._columns - theme.MARGIN) * scale)
        out = self._camera.left + theme.MARGIN * scale < PAD
        return width if out and width <= self._view.width() * MOST_ACROSS else 0

    def _heading(self, stuck: Sequence[Strip], camera: Camera, width: int) -> list[Strip]:
        """Give the title of the lane that fills what the `stuck` strips leave of the view, if it has scrolled off."""
        above = [strip.rect.bottom() + 1 for strip in stuck if strip.edge == Qt.Edge.BottomEdge]
        below = [strip.rect.top() for strip in stuck if strip.edge == Qt.Edge.TopEdge]
        top, bottom = max(above, default=0), min(below, default=self._view.height())
        lane = next((one for one in self._lanes if self._top(one) < top and self._bottom(one) >= bottom), None)
        title = next((one for one in lane.groups if one.part == "lane-title"), None) if lane is not None else None
        if lane is None or title is None or width <= 0:
            return []
        height = round((title.y + title.height) * self._camera.scale) + GAP
        if height > (bottom - top) * MOST:
            return []
        seen = Camera(camera.zoom, camera.left, top - lane.top * camera.scale)
        return [Strip(QRect(0, top, width, height), seen, (lane,), True, Qt.Edge.RightEdge, heading=True)]

    def _stuck(self) -> list[Strip]:
        """Give the bands that are stuck at the top and at the bottom of the view."""
        head = next((band for band in self._scene.bands if band.key == STAGES), None)
        cursor = self._bottom(head) if head is not None else 0.0
        above: list[tuple[Band, float]] = []
        if head is not None and self._top(head) < 0 and self._height(head) <= self._view.height() * MOST:
            above.append((head, 0.0))
            cursor = self._height(head)
        cursor = max(0.0, cursor)
        lanes = self._chosen(self._height(head) if head is not None else 0.0)
        for band in lanes:
            if self._top(band) < cursor:
                above.append((band, cursor))
                cursor += self._height(band)
        # The end of the last lane pushes them out.
        pushed = min(0.0, self._bottom(self._lanes[-1]) - cursor)
        strips = [self._strip(band, at + pushed, Qt.Edge.BottomEdge) for band, at in above]
        floor = float(self._view.height())
        for band in reversed(lanes):
            if self._bottom(band) > floor and self._top(band) >= cursor:
                floor -= self._height(band)
                strips.append(self._strip(band, floor, Qt.Edge.TopEdge))
        return [strip for strip in strips if strip.rect.bottom() >= 0]

    def _chosen(self, head: float) -> list[Band]:
        """Give the pinned lanes for which there is room beside stages and steps, the upper ones first."""
        height = self._view.height()
        found, room = [], min(height * MOST, height * MOST_DOWN - head)
        for band in self._lanes:
            if band.key in self._pinned and self._height(band) <= room:
                found.append(band)
                room -= self._height(band)
        return found

    def _height(self, band: Band) -> float:
        return band.height * self._camera.scale

    def _strip(self, band: Band, at: float, edge: Qt.Edge) -> Strip:
        top, height = round(at), round(self._height(band))
        camera = Camera(self._camera.zoom, self._camera.left, top - band.top * self._camera.scale)
        return Strip(QRect(0, top, self._view.width(), height), camera, (band,), False, edge)
