"""Pages on paper: drawn bit by bit, so that whoever waits can do something else in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt

from cxdesigner.layout.pages import in_scene

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from cxdesigner.layout.pages import Page, View
    from cxdesigner.painters.qt.painter import QtPainter

_TOGETHER: Final = 16
"""Groups, such as cards, that are drawn at a time."""


def page_in_steps(pens: QtPainter, painter: QPainter, page: Page) -> Iterator[None]:
    """Draw a page as `QtPainter.draw_page` does, in its own coordinates, some of it with each step."""
    for view in page.views:
        painter.save()
        try:
            yield from _view_in_steps(pens, painter, view)
        finally:  # whoever has seen enough closes this
            painter.restore()


def _view_in_steps(pens: QtPainter, painter: QPainter, view: View) -> Iterator[None]:
    if view.clip is not None:
        painter.setClipRect(QRectF(*view.clip), Qt.ClipOperation.IntersectClip)
    painter.translate(view.x, view.y)
    painter.scale(view.scale, view.scale)
    exposed = None if view.clip is None else QRectF(*in_scene(view.clip, view))
    for node in view.scene.under:
        pens.paint(painter, node, exposed)
    for band in view.scene.bands:
        for first in range(0, len(band.groups), _TOGETHER):
            pens.paint(painter, band._replace(groups=band.groups[first : first + _TOGETHER]), exposed)
            yield
    for node in view.scene.over:
        pens.paint(painter, node, exposed)
    yield
