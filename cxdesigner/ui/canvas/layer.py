"""The picture of what rests: the sheet as it is seen, kept from one frame to the next."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QRegion

from cxdesigner.layout.scene import Band, Group, Node, Scene
from cxdesigner.painters.qt import QtPainter
from cxdesigner.painters.qt.painter import faded_apart
from cxdesigner.painters.shapes import OVERHANG
from cxdesigner.ui.canvas.camera import READABLE, Camera
from cxdesigner.ui.style.tokens import Tokens

MANY, LARGEST = 60, 8_000_000
"""From how many things over the bands on a picture of them is kept, and how many pixels it has at most."""
BLEED = 2
"""Pixels kept around a band's picture for lines that lie on its edge."""


_Column = tuple[float, float, float, float]
"""Left, top, right and bottom of a part of a band, in its points."""


class _BandPicture:
    """A band as it looks from afar; good as long as its groups, the scale and the size are the same.

    `before` is its picture as it was: where only some groups differ, as while a card is dragged, only the columns that
    they stand in are drawn again.
    """

    def __init__(
        self, band: Band, scale: float, width: float, pens: QtPainter, ratio: float, before: _BandPicture | None
    ) -> None:
        self.groups = band.groups
        self.pale = faded_apart(band)
        self.scale = scale
        size = QSize(ceil(width * scale) + 1, ceil(band.height * scale) + 2 * BLEED)
        self.pixmap = QPixmap(size * ratio)
        self.pixmap.setDevicePixelRatio(ratio)
        self.pixmap.fill(Qt.GlobalColor.transparent)
        columns = None
        same = before is not None and before.scale == scale and before.pale == self.pale
        if before is not None and same and before.pixmap.width() == self.pixmap.width():
            columns = _columns_of(before.groups, band.groups)
        with QPainter(self.pixmap) as painter:  # one left open on a picture that goes would end the program
            if before is None or columns is None:
                painter.translate(0, BLEED)
                painter.scale(scale, scale)
                pens.paint(painter, band._replace(top=0.0, faded=self.pale), None, coarse=True)
            else:
                self._mend(painter, pens, band, before.pixmap, columns)

    def shows(self, band: Band, scale: float) -> bool:
        """Tell whether this is how a band looks, but for its faded cards."""
        return self.groups is band.groups and self.scale == scale and self.pale == faded_apart(band)

    def _mend(
        self, painter: QPainter, pens: QtPainter, band: Band, before: QPixmap, columns: Sequence[_Column]
    ) -> None:
        painter.drawPixmap(0, 0, before)
        region = QRegion()
        for left, top, right, bottom in columns:
            region += self._pixels(left - OVERHANG, top - OVERHANG, right + OVERHANG, bottom + OVERHANG)
        painter.setClipRegion(region)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.fillRect(self.pixmap.rect(), Qt.GlobalColor.transparent)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.translate(0, BLEED)
        painter.scale(self.scale, self.scale)
        within = [
            group
            for group in band.groups
            if region.intersects(self._pixels(group.x, group.y, group.x + group.width, group.y + group.height))
        ]
        pens.paint_all(painter, within, 0.0, 0.0, coarse=True)

    def _pixels(self, left: float, top: float, right: float, bottom: float) -> QRect:
        """Give the pixels of the picture that show a part of the band."""
        x, y = floor(left * self.scale) - BLEED, floor(top * self.scale)
        return QRect(x, y, ceil(right * self.scale) + BLEED - x, ceil(bottom * self.scale) + 2 * BLEED - y)


class Layer:
    """Holds a picture of the view and knows which parts of it are out of date."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._pixmap = QPixmap()
        self._stale = QRegion()
        self._scene: Scene | None = None
        self._camera = Camera()
        self._bands: dict[str, _BandPicture] = {}
        self._over: tuple[tuple[Node, ...], float, QPixmap] | None = None

    def draw(self, target: QPainter, pens: QtPainter, scene: Scene, camera: Camera, size: QRect, ratio: float) -> None:
        """Draw the view, painting anew only what is out of date."""
        self._follow(scene, camera, size, ratio)
        if not self._stale.isEmpty():
            self._repaint(pens, scene, camera)
        target.drawPixmap(0, 0, self._pixmap)

    def forget(self) -> None:
        """Paint everything anew the next time."""
        self._scene = self._over = None
        self._bands = {}

    def _follow(self, scene: Scene, camera: Camera, size: QRect, ratio: float) -> None:
        wanted = size.size() * ratio
        if self._pixmap.size() != wanted or self._pixmap.devicePixelRatio() != ratio:
            self._pixmap = QPixmap(wanted)
            self._pixmap.setDevicePixelRatio(ratio)
            self._scene = None
        whole = QRegion(size)
        if self._scene is None or self._camera.zoom != camera.zoom:
            self._stale = whole
        else:
            if camera != self._camera:
                self._pan(camera, whole, ratio)
            if scene is not self._scene:
                self._stale = (self._stale + changed(self._scene, scene, camera)) & whole
        self._scene, self._camera = scene, camera

    def _pan(self, camera: Camera, whole: QRegion, ratio: float) -> None:
        across, down = camera.left - self._camera.left, camera.top - self._camera.top
        pixels = across * ratio, down * ratio
        if any(abs(value - round(value)) > 1e-6 for value in (across, down, *pixels)):
            self._stale = whole
            return
        # Scrolling works on the pixels themselves, not on device-independent ones.
        self._pixmap.scroll(round(pixels[0]), round(pixels[1]), self._pixmap.rect())
        size = whole.boundingRect()
        kept = size.translated(round(across), round(down)).adjusted(1, 1, -1, -1)
        self._stale = (self._stale.translated(round(across), round(down)) + (whole - QRegion(kept))) & whole

    def _repaint(self, pens: QtPainter, scene: Scene, camera: Camera) -> None:
        with QPainter(self._pixmap) as painter:
            painter.setClipRegion(self._stale)
            bounds = self._stale.boundingRect()
            painter.fillRect(bounds, QColor(self._tokens.desk))
            painter.translate(camera.left, camera.top)
            painter.scale(camera.scale, camera.scale)
            self._paper(painter, scene, camera)
            left, top = camera.to_sheet(bounds.left(), bounds.top())
            right, bottom = camera.to_sheet(bounds.right() + 1, bounds.bottom() + 1)
            exposed = QRectF(left, top, right - left, bottom - top)
            if camera.zoom < READABLE:
                self._draw_from_afar(painter, pens, scene, exposed)
            else:
                pens.draw_scene(painter, scene, exposed)
        self._stale = QRegion()

    def _draw_from_afar(self, painter: QPainter, pens: QtPainter, scene: Scene, exposed: QRectF) -> None:
        """Draw with a kept picture of each band: at this size thousands of cards move when a lane above them grows."""
        pens.paint_all(painter, scene.under, 0.0, 0.0, exposed, coarse=True)
        scale = painter.transform().m11()
        left, top = painter.transform().dx(), painter.transform().dy()
        kept = {}
        for band in scene.bands:
            picture = self._bands.get(band.key)
            if picture is None or not picture.shows(band, scale):
                picture = _BandPicture(band, scale, scene.width, pens, self._pixmap.devicePixelRatio(), picture)
            kept[band.key] = picture
        self._bands = kept
        painter.save()
        painter.resetTransform()
        for band in scene.bands:
            painter.drawPixmap(round(left), round(top + band.top * scale) - BLEED, kept[band.key].pixmap)
        # Cards are faded over their pictures, so that thousands of them need not be drawn for another filter.
        painter.scale(scale, scale)
        for band in scene.bands:
            pens.veil(painter, band, round(left) / scale, round(top + band.top * scale) / scale)
        painter.restore()
        self._draw_over(painter, pens, scene, exposed)

    def _draw_over(self, painter: QPainter, pens: QtPainter, scene: Scene, exposed: QRectF) -> None:
        """Draw what lies over the bands; of many links a picture is kept, unless it would be a large one."""
        scale, ratio = painter.transform().m11(), self._pixmap.devicePixelRatio()
        size = QSize(ceil(scene.width * scale) + 1, ceil(scene.height * scale) + 1)
        if len(scene.over) < MANY or size.width() * size.height() > LARGEST:
            for node in scene.over:
                pens.paint(painter, node, exposed)
            return
        if self._over is None or self._over[0] is not scene.over or self._over[1] != scale:
            pixmap = QPixmap(size * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as over:
                over.scale(scale, scale)
                for node in scene.over:
                    pens.paint(over, node)
            self._over = scene.over, scale, pixmap
        left, top = painter.transform().dx(), painter.transform().dy()
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(round(left), round(top), self._over[2])
        painter.restore()

    def _paper(self, painter: QPainter, scene: Scene, camera: Camera) -> None:
        pixel = 1 / camera.scale
        painter.setPen(QPen(QColor(self._tokens.shadow), 2 * pixel, Qt.PenStyle.SolidLine))
        painter.drawRect(QRectF(0, 0, scene.width, scene.height))


def changed(before: Scene, after: Scene, camera: Camera) -> QRegion:
    """Tell which part of the view two scenes draw differently."""
    return _bands_changed(before, after, camera) + _over_changed(before.over, after.over, camera)


def _over_changed(before: tuple[Node, ...], after: tuple[Node, ...], camera: Camera) -> QRegion:
    """Give the rectangle around what is drawn over the bands and is not the same as before."""
    if before is after:
        return QRegion()
    kept = {id(node) for node in before} & {id(node) for node in after}
    bounds = QRectF()
    for node in (*before, *after):
        if id(node) not in kept and isinstance(node, Group):
            bounds |= QRectF(node.x, node.y, node.width, node.height)
    if bounds.isNull():
        return QRegion()
    left, top = camera.to_view(bounds.left(), bounds.top())
    right, bottom = camera.to_view(bounds.right(), bounds.bottom())
    return QRegion(QRectF(left, top, right - left, bottom - top).toAlignedRect().adjusted(-3, -3, 3, 3))


def _bands_changed(before: Scene, after: Scene, camera: Camera) -> QRegion:
    if before.width != after.width or before.height != after.height:
        first = _first_difference(before.bands, after.bands)
        if before.width != after.width or first is None:
            return QRegion(QRect(-100_000, -100_000, 200_000, 200_000))
        top = camera.to_view(0, first)[1]
        return QRegion(QRect(-100_000, int(top) - 4, 200_000, 100_000))
    region = QRegion()
    old = {band.key: band for band in before.bands}
    for band in after.bands:
        was = old.pop(band.key, None)
        if was is not None and was.groups is band.groups and was.top == band.top and was.faded == band.faded:
            continue
        if was is not None and (was.top, was.height, was.faded) == (band.top, band.height, band.faded):
            region += _strip(band, camera, _columns_of(was.groups, band.groups))
            continue
        for one in (was, band):
            if one is not None:
                region += _strip(one, camera)
    for band in old.values():
        region += _strip(band, camera)
    return region


def _columns_of(before: tuple[Group, ...], after: tuple[Group, ...]) -> list[_Column] | None:
    """Give where groups of a band are drawn otherwise than before: for those above each other from the first to the
    last.

    None where nothing is kept, or what is not a card differs: a lane's line and its title.
    """
    cards = {(id(group.items), group.x, group.y): group for group in before if group.part == "card"}
    rest = [group.items for group in before if group.part != "card"]
    others = []
    for group in after:
        if group.part != "card":
            if not rest or rest.pop(0) != group.items:
                return None
        elif cards.pop((id(group.items), group.x, group.y), None) is None:
            others.append(group)
    others += cards.values()
    if rest or not others:
        return None
    columns: dict[tuple[float, float], tuple[float, float]] = {}
    for group in others:
        across = group.x, group.x + group.width
        top, bottom = columns.get(across, (group.y, group.y))
        columns[across] = min(top, group.y), max(bottom, group.y + group.height)
    return [(left, top, right, bottom) for (left, right), (top, bottom) in columns.items()]


def _first_difference(before: tuple[Band, ...], after: tuple[Band, ...]) -> float | None:
    for old, new in zip(before, after, strict=False):
        if old.groups is not new.groups or (old.top, old.height, old.faded) != (new.top, new.height, new.faded):
            return min(old.top, new.top)
    return None


def _strip(band: Band, camera: Camera, columns: Sequence[_Column] | None = None) -> QRegion:
    """Give where a band is seen, or what is of it between the first and the last of some columns."""
    top, bottom = camera.to_view(0, band.top)[1], camera.to_view(0, band.top + band.height)[1]
    left, right = -100_000, 100_000
    if columns is not None:
        left = floor(camera.to_view(min(column[0] for column in columns) - OVERHANG, 0)[0])
        right = ceil(camera.to_view(max(column[2] for column in columns) + OVERHANG, 0)[0])
    return QRegion(QRect(left, int(top) - 3, right - left, int(bottom - top) + 7))
