"""What a map without cards says in grey: what to do in its first cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxdesigner.layout import theme
from cxdesigner.layout.hit import cell_of
from cxdesigner.layout.pen import runs
from cxdesigner.ui.canvas.landing import takes_cards
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from cxdesigner.layout.hit import Cell
    from cxdesigner.layout.scene import Scene
    from cxdesigner.ui.canvas.view import CanvasView

_SHOWN = ("card", "bar")
_INSET = 8.0
_TALL = 80.0


def paint_hints(painter: QPainter, view: CanvasView) -> None:
    """Write them on the sheet, as large as cards are written; nothing on a map that has a card."""
    if _has(view.scene, _SHOWN):
        return
    camera = view.camera
    painter.save()
    painter.translate(camera.left, camera.top)
    painter.scale(camera.scale, camera.scale)
    for cell, text in _hints(view):
        paragraph = view.typesetter.paragraph(text, theme.CARD, max(1.0, cell.width - 2 * _INSET))
        room = cell.height - len(paragraph.lines) * theme.CARD.leading
        top = cell.y + max(0.0, room / 2 if room < _TALL else room / 4)  # clear of the neutral line of an emotion lane
        for run in runs(paragraph, cell.x + _INSET, top, theme.MUTED):
            view.pens.draw_text(painter, run, 0.0, 0.0)
    painter.restore()


def _has(scene: Scene, parts: tuple[str, ...]) -> bool:
    return any(group.part in parts for band in scene.bands for group in band.groups)


def _hints(view: CanvasView) -> Iterator[tuple[Cell, str]]:
    """Give the cells that say something, all in the first column, with what each says."""
    session = view.session
    document, columns = session.document, view.columns.columns
    said = {""}
    for lane in document.lanes(session.map_id) if columns else ():
        step = columns[0].step
        if lane.kind == "emotion":
            text = _about_emotion(view)
        elif not takes_cards(document, session.map_id, lane.id, step):
            continue
        else:
            text = tr("Drag a channel here") if lane.kind == "touchpoints" else tr("Click and type")
        cell = cell_of(view.scene, view.columns, lane.id, step)
        if text not in said and cell is not None and not (lane.hidden or lane.collapsed):
            said.add(text)
            yield cell, text


def _about_emotion(view: CanvasView) -> str:
    if _has(view.scene, ("point",)):
        return ""
    session = view.session
    if not session.document.personas_of(session.map_id):
        return tr("Drag a persona here")
    return tr("Double click where it feels good or bad")
