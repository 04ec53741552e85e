"""What a map says in grey: what to do in its first cells while it has no cards, and that a step has no title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxdesigner.layout import theme
from cxdesigner.layout.hit import cell_of
from cxdesigner.layout.pen import runs
from cxdesigner.layout.scene import STAGES, GlyphRun
from cxdesigner.ui.canvas.camera import READABLE
from cxdesigner.ui.canvas.landing import takes_cards
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from cxdesigner.layout.hit import Cell
    from cxdesigner.layout.scene import Group, Node, Scene
    from cxdesigner.ui.canvas.view import CanvasView

_SHOWN = ("card", "bar")
_INSET = 8.0
_TALL = 80.0


def paint_hints(painter: QPainter, view: CanvasView) -> None:
    """Write them on the sheet, as large as what will stand there; in cells only while the map has no card."""
    camera = view.camera
    painter.save()
    painter.translate(camera.left, camera.top)
    painter.scale(camera.scale, camera.scale)
    for group, top in untitled_steps(view):
        paragraph = view.typesetter.paragraph(tr("Step"), theme.STEP, max(1.0, group.width))
        for run in runs(paragraph, group.x, group.y + top, theme.MUTED):
            view.pens.draw_text(painter, run, 0.0, 0.0)
    for cell, text in () if _has(view.scene, _SHOWN) else _hints(view):
        paragraph = view.typesetter.paragraph(text, theme.CARD, max(1.0, cell.width - 2 * _INSET))
        room = cell.height - len(paragraph.lines) * theme.CARD.leading
        top = cell.y + max(0.0, room / 2 if room < _TALL else room / 4)  # clear of the neutral line of an emotion lane
        for run in runs(paragraph, cell.x + _INSET, top, theme.MUTED):
            view.pens.draw_text(painter, run, 0.0, 0.0)
    painter.restore()


def untitled_steps(view: CanvasView) -> Iterator[tuple[Group, float]]:
    """Give the steps in view whose title is empty, each with the top of its band; none where nobody could read it."""
    band = next((band for band in view.scene.bands if band.key == STAGES), None)
    if band is None or view.camera.zoom < READABLE:
        return
    seen = view.seen()
    for group in band.groups:
        is_seen = group.x < seen.right() and group.x + group.width > seen.left()
        if group.part == "step" and is_seen and not any(map(_is_title, group.items)):
            yield group, band.top


def _is_title(item: Node) -> bool:
    return isinstance(item, GlyphRun) and item.line.size == theme.STEP.size and bool(item.line.text.strip())


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
