"""Links that only the other version has, and comments that only one of the two has: lines, and signs at things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from cxdesigner.layout.comments import places_of
from cxdesigner.layout.scene import Scene
from cxdesigner.model.edits.comments import subject
from cxdesigner.model.records import Card, Comment, Link, Record
from cxdesigner.ui.canvas.camera import READABLE
from cxdesigner.ui.comparing.arrows import paint_bow
from cxdesigner.ui.comparing.sorts import RADIUS, Signs, pen_of

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.comparing.ghosts import Ghosts
    from cxdesigner.ui.comparing.plan import Plan

MOST = 60
"""How many links there may be for each to be drawn; of more only the one that is looked at is."""
_ENDS = ("card", "bar", "stage", "step")


class Bonds:
    """Paints them; a link whose ends are both not on this side is nowhere."""

    def __init__(self, view: CanvasView, signs: Signs, ghosts: Ghosts) -> None:
        self._view, self._signs, self._ghosts = view, signs, ghosts
        self._plan: Plan | None = None
        self._known: tuple[Scene, dict[str, tuple[QRectF, QRectF]], dict[str, QPointF]] | None = None

    def follow(self, plan: Plan | None) -> None:
        """Take another plan."""
        self._plan, self._known = plan, None

    def _places(self, plan: Plan) -> tuple[dict[str, tuple[QRectF, QRectF]], dict[str, QPointF]]:
        """Give the ends of links and the places of comments on the sheet; they stay so as long as the scene does."""
        scene = self._view.scene
        if self._known is None or self._known[0] is not scene:
            links = {}
            for link in plan.links:
                ends = self._end(plan, link.from_), self._end(plan, link.to)
                if ends[0] is not None and ends[1] is not None:
                    links[link.id] = ends[0], ends[1]
            found = places_of(scene.bands, set(plan.comments), scene.over) if plan.comments else {}
            self._known = scene, links, {key: QPointF(*place) for key, place in found.items()}
        return self._known[1], self._known[2]

    def _end(self, plan: Plan, key: str) -> QRectF | None:
        hits = [hit for hit in self._view.find(plan.id_here(key)) if hit.group.part in _ENDS]
        if hits:
            return QRectF(hits[0].x, hits[0].y, hits[0].group.width, hits[0].group.height)
        card = plan.other.get(key, Card)
        return self._ghosts.place_of(card) if card is not None else None

    def place_of(self, record: Record) -> QRectF | None:
        """Give where a link or a comment is marked on the sheet; None if it is not."""
        if self._plan is None:
            return None
        links, comments = self._places(self._plan)
        if isinstance(record, Comment) and subject(record) in comments:
            return QRectF(comments[subject(record)], comments[subject(record)]).adjusted(0, 0, 1, 1)
        if isinstance(record, Link) and record.id in links:
            one, other = links[record.id]
            return QRectF((one.center() + other.center()) / 2, (one.center() + other.center()) / 2).adjusted(0, 0, 1, 1)
        return None

    def paint(self, painter: QPainter, seen: QRectF, current: str) -> None:
        """Paint what is in view; `current` is the id of what is looked at."""
        plan, view = self._plan, self._view
        if plan is None or not (plan.links or plan.comments):
            return
        links, comments = self._places(plan)
        near = view.camera.zoom >= READABLE
        for key, ends in links.items():
            if not (ends[0].united(ends[1]).intersects(seen) and (key == current or (near and len(links) <= MOST))):
                continue
            boxes = [view.overlay.rect((end.x(), end.y(), end.width(), end.height())) for end in ends]
            middle = paint_bow(
                painter, boxes[0], boxes[1], pen_of(plan.absent, view.tokens, 2.6 if key == current else 1.6)
            )
            self._signs.paint(painter, plan.absent, middle, RADIUS - 1)
        for key, place in comments.items():
            if seen.contains(place):
                at = QPointF(*view.camera.to_view(place.x(), place.y()))
                self._signs.paint(painter, plan.comments[key], at - QPointF(0, RADIUS) if near else at, RADIUS - 1)
