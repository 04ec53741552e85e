"""Which part of the canvas is under a point, and where that is which is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF

from cxdesigner.layout.hit import Hit, cell_at, cell_of, hit
from cxdesigner.layout.link_shapes import mark_place
from cxdesigner.ui.canvas.overlay import frames

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView


PARTS = {
    "card": "card",
    "bar": "card",
    "stage": "stage",
    "phase": "stage",
    "goal": "stage",
    "step": "step",
    "lane-title": "lane-title",
    "point": "point",
    "note": "point",
    "feeling": "point",
    "persona": "persona",
    "title": "title",
    "about": "title",
    "link": "link",
}
"""The part of the drawing by whose name actions ask for it, for each part of a scene that has a context menu."""


def part_at(canvas: CanvasView, at: QPoint) -> str:
    """Tell which part of the drawing is at a point of the view, as the context menus name them."""
    x, y = canvas.to_sheet(at.x(), at.y())
    found = hit(canvas.scene, x, y, 6 / canvas.camera.scale)
    if found is not None and found.group.part in PARTS:
        return PARTS[found.group.part]
    return "cell" if cell_at(canvas.scene, canvas.columns, x, y) is not None else "sheet"


def place_of_selection(canvas: CanvasView) -> QPoint:
    """Give the middle of what is selected, or else of the cell with the keyboard, as a point of the view within it."""
    view, extent = canvas.viewport(), extent_of_selection(canvas)
    if extent is None:
        return view.rect().center()
    at = canvas.camera.to_view(extent.center().x(), extent.center().y())
    room, point = view.rect().adjusted(8, 8, -8, -8), QPointF(*at).toPoint()
    return QPoint(
        min(max(point.x(), room.left()), room.right()),
        min(max(point.y(), room.top()), room.bottom()),
    )


def extent_of_selection(canvas: CanvasView) -> QRectF | None:
    """Give where what is selected stands on the sheet, or else the cell with the keyboard; None for neither."""
    selection = canvas.session.selection
    found = next((place for key in selection.ids if (place := place_of(canvas, key)) is not None), None)
    if found is not None:
        return found
    cell = cell_of(canvas.scene, canvas.columns, *selection.cell) if selection.cell is not None else None
    return QRectF(cell.x, cell.y, cell.width, cell.height) if cell is not None else None


def place_of(canvas: CanvasView, key: str) -> QRectF | None:
    """Give where a record stands on the sheet, of a link the part that marks stand at; None if it is not shown."""
    for found in _shown(canvas, key)[:1]:
        if found.group.part == "link":
            return QRectF(*mark_place(found.group), 0.0, 0.0)
        return QRectF(found.x, found.y, found.group.width, found.group.height)
    return None


def in_sight(canvas: CanvasView, point: QPointF) -> bool:
    """Tell whether a point of the sheet is seen: under no strip, and under nothing that lies over the canvas."""
    if not canvas.uncovered().contains(point):
        return False
    over = canvas.viewport().childAt(QPointF(*canvas.camera.to_view(point.x(), point.y())).toPoint())
    return over is None or canvas.writing.editor is not None


def _shown(canvas: CanvasView, key: str) -> list[Hit]:
    return frames(canvas, key) or canvas.find(key, "link")


def part_of_selection(canvas: CanvasView) -> str:
    """Tell which part of the drawing is selected, as the context menus name them: "cell" or "sheet" where none is."""
    selection = canvas.session.selection
    found = next((hits[0] for key in selection.ids if (hits := _shown(canvas, key))), None)
    if found is not None and found.group.part in PARTS:
        return PARTS[found.group.part]
    return "cell" if selection.cell is not None else "sheet"
