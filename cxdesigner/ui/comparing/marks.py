"""The marks of a comparison on the canvas: over the sheet, for the editor only."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from cxdesigner.layout.hit import Hit
from cxdesigner.layout.link_shapes import mark_place
from cxdesigner.layout.scene import Group, Scene
from cxdesigner.model.diff import Entry
from cxdesigner.model.records import Card, Comment, Link, Record
from cxdesigner.ui.canvas.camera import READABLE
from cxdesigner.ui.canvas.overlay import FRAMED
from cxdesigner.ui.canvas.whereabouts import in_sight, place_of
from cxdesigner.ui.comparing.arrows import Arrows
from cxdesigner.ui.comparing.bonds import Bonds
from cxdesigner.ui.comparing.borders import Borders
from cxdesigner.ui.comparing.ghosts import Ghosts
from cxdesigner.ui.comparing.old_curves import paint_old_curves
from cxdesigner.ui.comparing.plan import Plan, Side, plan_of
from cxdesigner.ui.comparing.sorts import RADIUS, SORTS, Signs, Sort, color_of, pen_of
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.comparing.comparing import Comparing

MANY = 400
"""From how many marks in view on they are thin frames without signs."""
FEW = 16
"""Up to how many each has a frame of its own, broken and rounded; more have plain ones, which Qt draws together."""


class Marks:
    """Paints frames with signs around what became of things, ghosts, arrows of what moved and curves as they were."""

    def __init__(self, view: CanvasView, comparing: Comparing) -> None:
        self._view, self._comparing = view, comparing
        self._signs = Signs(view.tokens)
        self.ghosts, self._borders = Ghosts(view, self._signs), Borders(view)
        self._arrows, self._bonds = Arrows(view, self.ghosts), Bonds(view, self._signs, self.ghosts)
        self._planned: tuple[tuple[object, ...], Plan] | None = None
        self._far: tuple[Scene, Plan, dict[Sort, list[QRectF]]] | None = None

    @property
    def plan(self) -> Plan | None:
        """What is marked on the map that is shown; None while nothing is compared, or neither of the two is shown."""
        comparing, map_id = self._comparing, self._view.session.map_id
        side, comparison = comparing.side_shown, comparing.comparison
        if not side or comparison is None:
            return None
        given = comparison, comparing.entries, side, map_id
        known = self._planned
        if known is None or known[0][2:] != given[2:] or known[0][0] is not comparison or known[0][1] is not given[1]:
            plan = plan_of(comparison, tuple(comparing.entries), cast("Side", side), map_id)
            known = self._planned = given, plan
            for part in (self.ghosts, self._arrows, self._borders, self._bonds):
                part.follow(plan)
        return known[1]

    def hides_frames(self) -> bool:
        """Tell whether what is selected is not to be framed: nobody works on the map while the list is walked."""
        comparing = self._comparing
        return comparing.asked is not None and (comparing.glance.is_on or not self._view.hasFocus())

    def paint(self, painter: QPainter, seen: QRectF) -> None:
        """Paint what is in `seen`, a part of the sheet."""
        plan = self.plan
        if plan is None or self._view.gesture is not None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = self._current(plan)
        if not self._comparing.glance.is_on:
            self.ghosts.paint(painter, seen, current)
            self._borders.paint(painter, seen, current)
            paint_old_curves(painter, self._view, plan, self._comparing)
        hits = self._hits(plan, seen)
        if self._view.own_camera is not self._view.camera:
            self._near(painter, plan, hits, current)
        elif len(hits) > MANY or self._view.camera.zoom < READABLE:
            self._from_afar(painter, plan)
        else:
            self._near(painter, plan, hits, current)
        if self._view.own_camera is self._view.camera and not self._comparing.glance.is_on:  # and no strip at an edge
            self._arrows.paint(painter, seen, current)
            self._bonds.paint(painter, seen, current)
        if self._comparing.glance.is_on and not painter.hasClipping():
            self._say_what_is_seen(painter)
        painter.restore()

    def _say_what_is_seen(self, painter: QPainter) -> None:
        """Say at the foot of the canvas that this is not the project as it is now."""
        view, title = self._view, self._comparing.title_of_side(self._comparing.side_shown)
        words = tr("{title}, only looked at", title=title[:1].upper() + title[1:])
        wide = painter.fontMetrics().horizontalAdvance(words)
        view.overlay.label(painter, (view.viewport().width() - wide) / 2 - 8, view.viewport().height() - 24, words)

    def _current(self, plan: Plan) -> str:
        """Give the id by which what is looked at is known on the side that is shown, "" for nothing."""
        comparing = self._comparing
        if comparing.current is None:
            return ""
        entry = comparing.entries[comparing.current]
        record = (entry.after or entry.before) if plan.side == "after" else (entry.before or entry.after)
        assert record is not None
        return record.id

    def _near(self, painter: QPainter, plan: Plan, hits: list[Hit], current: str) -> None:
        if len(hits) <= FEW:
            for hit in hits:
                self._frame(painter, hit, plan.stands[hit.group.id], hit.group.id == current)
            return
        together: dict[Sort, list[QRectF]] = {}
        signed: list[tuple[QRectF, tuple[Sort, ...]]] = []
        for hit in hits:
            sorts = plan.stands[hit.group.id]
            if hit.group.id == current or hit.group.part in ("point", "link"):
                self._frame(painter, hit, sorts, hit.group.id == current)
            else:
                rect = self._view.overlay.framed(hit)
                together.setdefault(sorts[0], []).append(rect)
                signed.append((rect, sorts))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for sort, rects in together.items():
            painter.setPen(QPen(color_of(sort, self._view.tokens), 1 if sort == "changed" else 2))
            painter.drawRects(rects)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect, sorts in signed:
            self._sign(painter, rect, sorts)

    def _sign(self, painter: QPainter, rect: QRectF, sorts: tuple[Sort, ...]) -> None:
        for place, sort in enumerate(sorts):
            self._signs.paint(painter, sort, rect.topLeft() + QPointF(place * (2 * RADIUS - 1) - 2, -3))

    def _hits(self, plan: Plan, seen: QRectF) -> list[Hit]:
        view = self._view
        if view.camera.zoom < READABLE and view.own_camera is view.camera:
            return []
        slack = 2 * RADIUS / view.camera.scale
        # Left of the columns there are only titles, and thousands of cards need not be looked at for them.
        keys = plan.stands.keys() if seen.right() > view.columns.left else plan.titles
        found = view.index.find(view.scene, keys, seen.top() - slack, seen.bottom() + slack)
        left, right, top, bottom = (
            seen.left() - slack, seen.right() + slack, seen.top() - slack, seen.bottom() + slack
        )  # fmt: skip
        hits = [
            hit
            for hit in found
            if hit.x < right
            and hit.y < bottom
            and hit.x + hit.group.width > left
            and hit.y + hit.group.height > top
            and hit.group.part in FRAMED
        ]
        links = [hit for hit in _links(view.scene) if hit.group.id in plan.stands]
        return hits + links

    def _frame(self, painter: QPainter, hit: Hit, sorts: tuple[Sort, ...], current: bool) -> None:
        view, tokens = self._view, self._view.tokens
        width = 3.0 if current else 2.0
        if hit.group.part == "point" and sorts == ("felt",) and not current and not self._comparing.glance.is_on:
            return  # the other curve shows it
        if hit.group.part == "link":
            at = QPointF(*view.camera.to_view(*mark_place(hit.group)))
            for place, sort in enumerate(sorts):
                self._signs.paint(painter, sort, at + QPointF(place * 2 * RADIUS, 0))
            return
        rect = view.overlay.framed(hit)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for place, sort in enumerate(sorts):
            painter.setPen(pen_of(sort, tokens, width))
            out = 2.5 * place
            if hit.group.part == "point":
                painter.drawEllipse(rect.adjusted(-2 - out, -2 - out, 2 + out, 2 + out))
            else:
                radius = view.overlay.roundness(hit)
                painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out)
        if hit.group.part == "point":  # its words stand above it or below it
            self._signs.paint(painter, sorts[0], QPointF(rect.right() + 3, rect.center().y()), 5.5)
            return
        self._sign(painter, rect, sorts)

    def _from_afar(self, painter: QPainter, plan: Plan) -> None:
        """Frame with square lines of a pixel, which Qt draws ten times as fast."""
        view, camera = self._view, self._view.camera
        if self._far is None or self._far[0] is not view.scene or self._far[1] is not plan:
            boxes: dict[Sort, list[QRectF]] = {}
            for hit in view.index.find(view.scene, plan.stands.keys(), 0.0, view.scene.height):
                if hit.group.part in FRAMED:
                    boxes.setdefault(plan.stands[hit.group.id][0], []).append(_box(hit))
            self._far = view.scene, plan, boxes
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.translate(camera.left, camera.top)
        painter.scale(camera.scale, camera.scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for sort in SORTS:
            painter.setPen(QPen(color_of(sort, view.tokens), 0))
            painter.drawRects(self._far[2].get(sort, []))
        painter.restore()

    # Where things are

    def look_at(self, entry: Entry) -> None:
        """Bring something that differs into view, and select it where it stands there."""
        plan, view = self.plan, self._view
        if plan is None:
            return
        shown, absent = (entry.after, entry.before) if plan.side == "after" else (entry.before, entry.after)
        if shown is not None:
            if shown.id in view.session.document:
                view.session.select(shown.id)
            view.reveal(shown.id)
            return
        view.session.select(())
        view.complete_scene()
        place = self._place_of_absent(absent)
        if place is not None and not in_sight(view, place.center()):
            view.look_at(place.center().x(), place.center().y())

    def place_of(self, entry: Entry) -> QRectF | None:
        """Give where on the sheet something that differs is marked; None if it is not."""
        plan = self.plan
        if plan is None:
            return None
        shown, absent = (entry.after, entry.before) if plan.side == "after" else (entry.before, entry.after)
        if shown is not None:
            return place_of(self._view, shown.id)
        return self._place_of_absent(absent)

    def _place_of_absent(self, record: Record | None) -> QRectF | None:
        if isinstance(record, Card):
            return self.ghosts.place_of(record)
        return self._bonds.place_of(record) if isinstance(record, Link | Comment) else self._borders.place_of(record)

    def press(self, at: QPoint) -> bool:
        """Go to what only the other version has, if it is at a point of the view; False if nothing is."""
        plan, view = self.plan, self._view
        if plan is None or self._comparing.glance.is_on:
            return False
        card = self.ghosts.at(*view.camera.to_sheet(at.x(), at.y()), view.seen())
        if card is None:
            return False
        numbers = (
            number
            for number, entry in enumerate(self._comparing.entries)
            if entry.record.id == card.id and (entry.before is None or entry.after is None)
        )
        self._comparing.go(next(numbers))
        return True


def _box(hit: Hit) -> QRectF:
    return QRectF(hit.x, hit.y, hit.group.width, hit.group.height)


def _links(scene: Scene) -> list[Hit]:
    over = [node for node in scene.over if isinstance(node, Group) and node.part == "link"]
    return [Hit(group, group.x, group.y, scene.bands[0]) for group in over]
