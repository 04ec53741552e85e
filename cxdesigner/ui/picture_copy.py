"""Copying as a picture: what is selected, or the map, as pixels, as SVG and as PDF; drawn when somebody pastes it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Mapping
from functools import cached_property, partial
from math import sqrt
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QMetaType, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from cxdesigner.layout.columns import Columns
from cxdesigner.layout.cutout import side_by_side
from cxdesigner.layout.pages import Clip, Page, View
from cxdesigner.layout.scene import STAGES, Scene
from cxdesigner.model.records import Lane, Map, Project, Record, Stage, Step
from cxdesigner.ui.canvas.overlay import frames
from cxdesigner.ui.style.labels import counted
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.main_window import MainWindow

PNG, SVG, PDF, PIXELS = "image/png", "image/svg+xml", "application/pdf", "application/x-qt-image"
FORMATS: Final = (PNG, SVG, PDF, PIXELS)
SCALE: Final = 2.0
"""Pixels to a point: sharp on a screen of any kind."""
LARGE: Final = 1_200
CLOSEST: Final = 8.0
"""Pixels on the longer side that a small thing gets, so that it is sharp when it fills a slide; but no more than so
many to a point.
"""
MOST_PIXELS: Final = 24_000_000
"""More than that no mail and no presentation takes with good grace; larger maps get fewer pixels to a point."""
AIR: Final = 8.0
LITTLE: Final = 2.0
"""Points of the sheet around columns and lanes; and, little, around cards: the line of their step is near."""


def copy_picture(window: MainWindow) -> None:
    """Put a picture of what is selected on the clipboard, else of the map, if there is one."""
    session, canvas = window.project, window.bench.canvas
    if session.map is None:
        return
    chosen = [record for record in session.selected() if not isinstance(record, (Project, Map))]
    clips = parts_of(canvas, chosen)
    scene = canvas.scene
    data = PictureData(scene, clips, partial(window.application.assets, session.document))
    window.application.qt.aboutToQuit.connect(data.settle)
    QGuiApplication.clipboard().setMimeData(data)
    what = counted(chosen) if clips else tr("the map")
    window.tell(tr("Copied {what} as a picture: paste it into a presentation, a text or a mail.", what=what))


def parts_of(canvas: CanvasView, chosen: list[Record]) -> tuple[Clip, ...]:
    """Give the parts of the sheet that show things, with some air: of lanes all of their width; of stages and steps
    all that is below them, with the titles of the lanes on the left. Nothing if none of them is shown.
    """
    scene, columns = canvas.scene, canvas.columns
    boxes = [box for record in chosen for box in _boxes(canvas, scene, record)]
    if not boxes:
        return ()
    air = AIR if any(isinstance(record, Stage | Step | Lane) for record in chosen) else LITTLE
    left, top = max(0.0, min(box.x for box in boxes) - air), max(0.0, min(box.y for box in boxes) - air)
    right = min(scene.width, max(box.x + box.width for box in boxes) + air)
    bottom = min(scene.height, max(box.y + box.height for box in boxes) + air)
    clip = Clip(left, top, right - left, bottom - top)
    if all(isinstance(record, Stage | Step) for record in chosen) and left > columns.left:
        return Clip(0.0, top, columns.left, clip.height), clip
    return (clip,)


def _boxes(canvas: CanvasView, scene: Scene, record: Record) -> list[Clip]:
    if isinstance(record, Lane):
        return [Clip(0.0, band.top, scene.width, band.height) for band in scene.bands if band.key == record.id]
    if isinstance(record, Stage | Step):
        return _columns(canvas.columns, scene, record)
    found = frames(canvas, record.id) or canvas.find(record.id, "link")
    return [Clip(one.x, one.y, one.group.width, one.group.height) for one in found]


def _columns(columns: Columns, scene: Scene, record: Stage | Step) -> list[Clip]:
    head = next((band.top for band in scene.bands if band.key == STAGES), 0.0)
    foot = max((band.top + band.height for band in scene.bands if band.is_lane), default=scene.height)
    return [
        Clip(column.x, head, column.width, foot - head)
        for column in columns.columns
        if record.id in (column.stage, *column.steps)
    ]


class PictureData(QMimeData):
    """Parts of a sheet, beside each other, or all of it, on the clipboard.

    They are drawn when they are first asked for, in the format that is asked for.
    """

    def __init__(self, scene: Scene, clips: tuple[Clip, ...], assets: Callable[[], Mapping[str, bytes]]) -> None:
        super().__init__()
        self._scene = scene
        self._clips = clips
        self._read_assets = assets
        self._made: dict[str, QByteArray | QImage] = {}

    def formats(self) -> list[str]:
        return list(FORMATS)

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype in FORMATS

    def retrieveData(self, mimetype: str, _kind: QMetaType | QMetaType.Type) -> object:
        if mimetype not in FORMATS:
            return None
        if mimetype not in self._made:
            try:
                self._made[mimetype] = self._drawn(mimetype)
            except Exception:  # it would not get through Qt, which would go on with what is not there
                sys.excepthook(*sys.exc_info())
                self._made[mimetype] = QImage() if mimetype == PIXELS else QByteArray()
        return self._made[mimetype]

    def settle(self) -> None:
        """Draw what was not drawn yet, and leave all of it on the clipboard for when this program has ended."""
        clipboard = QGuiApplication.clipboard()
        if clipboard.mimeData() is not self:
            return
        drawn = QMimeData()
        for kind in (PNG, SVG, PDF):
            drawn.setData(kind, self.data(kind))
        drawn.setImageData(self.imageData())
        clipboard.setMimeData(drawn)

    @cached_property
    def _assets(self) -> Mapping[str, bytes]:
        return self._read_assets()

    @cached_property
    def _page(self) -> Page:
        scene = self._scene
        return side_by_side(scene, self._clips) if self._clips else Page(scene.width, scene.height, (View(scene),))

    def _drawn(self, kind: str) -> QByteArray | QImage:
        page, out = self._page, io.BytesIO()
        if kind in (PNG, PIXELS):
            from cxdesigner.painters.pixels import MAX_SIDE
            from cxdesigner.painters.qt import render_page, write_image

            side = max(page.width, page.height)
            longest, fair = MAX_SIDE / side, max(SCALE, min(CLOSEST, LARGE / side))
            scale = min(fair, sqrt(MOST_PIXELS / (page.width * page.height)), longest)
            image = render_page(page, scale, self._assets)
            if kind == PIXELS:
                return image
            write_image(image, out)
        elif kind == SVG:
            from cxdesigner.painters.svg import Facts, write_svg_page

            write_svg_page(page, out, Facts(self._scene.title, language=self._scene.language), assets=self._assets)
        else:
            from cxdesigner.layout.publication import Publication
            from cxdesigner.painters.pdf import write_pdf

            publication = Publication((page,), self._scene.title, language=self._scene.language)
            write_pdf(publication, out, assets=self._assets)
        return QByteArray(out.getvalue())
