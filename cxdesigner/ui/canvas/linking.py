"""Links on the canvas: what is lit of them, the handle that they are dragged from, and linking with the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen, QPolygonF

from cxdesigner.layout.hit import Hit
from cxdesigner.layout.scene import Group, Path
from cxdesigner.model.edits.links import can_link, link_of, links_at
from cxdesigner.model.records import Card, Link, Stage, Step
from cxdesigner.ui.canvas.gestures.base import Press
from cxdesigner.ui.canvas.gestures.link import ENDS, DragLink, link, link_to_new_card
from cxdesigner.ui.canvas.landing import Rect, takes_cards
from cxdesigner.ui.canvas.link_chips import CHIP_HEIGHT, CHIP_WIDTH, MOST_CHIPS, chip_box
from cxdesigner.ui.names import text_of
from cxdesigner.ui.style.tokens import Tokens
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView

HANDLE = 5.5
"""Radius of the handle, in pixels."""
NEAR = 9.0
"""How near to the handle's middle it is meant, in pixels."""
SMALLEST = 22.0
"""A card that is lower than this, in pixels, shows no handle: there would be no room to take the card itself."""
WALKS = (
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
    Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip
"""What leads to the other end of a link that is being made."""
HELD = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock)
LIT = 40
"""How many linked things are lit at most."""


class Linking:
    """Paints over the sheet, in pixels of the view, and knows what of that can be pressed."""

    def __init__(self, view: CanvasView, tokens: Tokens) -> None:
        self._view = view
        self._accent = QColor(tokens.accent)
        self._soft = QColor(tokens.accent)
        self._soft.setAlpha(70)
        self._paper = QColor(tokens.window)
        self._ink = QColor(tokens.ink)
        self._trail = "", 0, ""
        self._picking = ""
        self._hovered = ""
        self._chips: list[tuple[QRectF, str]] = []
        self._known: tuple[object, tuple[str, ...], tuple[Link, ...]] | None = None

    # What is linked

    def _links(self) -> tuple[Link, ...]:
        """Give the links that are selected, or those of what is."""
        session = self._view.session
        # What is typed links nothing, and is another document with every key.
        document = session.shown if self._view.writing.editor is None else session.document
        ids = session.selection.ids
        if self._known is None or self._known[0] is not document or self._known[1] != ids:
            found: dict[str, Link] = {}
            for key in ids[:1] if len(ids) == 1 else ():
                chosen = link_of(document, key)
                ends = isinstance(document.records.get(key), Card | Step | Stage)
                for one in (chosen,) if chosen is not None else links_at(document, key) if ends else ():
                    found[one.id] = one
            self._known = document, ids, tuple(found.values())
        return self._known[2]

    def others(self, key: str) -> list[str]:
        """Give what is linked with a thing, in the order of the links."""
        links = links_at(self._view.session.document, key)
        return list(dict.fromkeys(one.to if one.from_ == key else one.from_ for one in links))

    # Painting

    def paint(self, painter: QPainter) -> None:
        """Light the links of what is selected and their other ends; show the handle, and chips for what is far."""
        view = self._view
        if view.camera is view.own_camera:  # else this is a strip at the edge
            self._chips = []
        if view.gesture is None or view.gesture.frames:
            self._light(painter)
        if view.gesture is None and not self._picking:
            found = self._handled()
            if found is not None:
                self._handle(painter, self._middle_of_handle(found))
        if self._picking:
            self._paint_picking(painter)

    def _light(self, painter: QPainter) -> None:
        view = self._view
        chosen = set(view.session.selection.ids)
        links = self._links()[:LIT]
        if not links:
            return
        wanted = {one.id for one in links}
        for node in view.scene.over:
            if isinstance(node, Group) and node.id in wanted:
                self._trace(painter, node, strong=node.id in chosen)
        own = view.camera is view.own_camera
        seen = view.uncovered() if own else view.seen()
        far = []
        for key in dict.fromkeys(end for one in links for end in (one.from_, one.to) if end not in chosen):
            hits = [found for found in view.find(key) if found.group.part in ENDS]
            for found in hits[:1]:
                box = QRectF(found.x, found.y, found.group.width, found.group.height)
                if box.intersects(seen):
                    painter.setPen(QPen(self._accent, 1.4, Qt.PenStyle.DashLine))
                    painter.setBrush(self._soft_fill())
                    painter.drawRoundedRect(view.overlay.framed(found).adjusted(-0.5, -0.5, 0.5, 0.5), 4, 4)
                else:
                    far.append((key, box))
        for key, box in far[:MOST_CHIPS] if own else ():
            self._chip(painter, key, box, seen)

    def _soft_fill(self) -> QColor:
        fill = QColor(self._accent)
        fill.setAlpha(18)
        return fill

    def _trace(self, painter: QPainter, group: Group, *, strong: bool) -> None:
        """Draw over a link what shows that it, or one of its ends, is selected."""
        camera = self._view.camera
        line = next(item for item in group.items if isinstance(item, Path))
        painter.save()
        painter.translate(*camera.to_view(group.x, group.y))
        painter.scale(camera.scale, camera.scale)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._soft, 5.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        path = _painter_path(line)
        painter.drawPath(path)
        if strong:
            painter.setPen(QPen(self._accent, 1.6))
            painter.drawPath(path)
        painter.restore()

    def _chip(self, painter: QPainter, key: str, box: QRectF, seen: QRectF) -> None:
        """Show at the edge of the view in which direction a linked thing is, and what it is."""
        view = self._view
        room = view.overlay.rect((seen.left(), seen.top(), seen.width(), seen.height())).adjusted(6, 6, -6, -6)
        at = QPointF(*view.camera.to_view(box.center().x(), box.center().y()))
        metrics = painter.fontMetrics()
        text = metrics.elidedText(self._name(key), Qt.TextElideMode.ElideRight, int(CHIP_WIDTH - 40))
        width = metrics.horizontalAdvance(text) + 40
        hits = [hit for one in view.session.selection.ids[:MOST_CHIPS] for hit in view.find(one)]
        read = [view.overlay.framed(hit) for hit in hits if hit.group.part in ENDS]
        chip = chip_box(room, at, width, [other for other, _ in self._chips], read)
        self._chips.append((chip, key))
        painter.setPen(QPen(self._accent, 1.2))
        painter.setBrush(self._paper)
        painter.drawRoundedRect(chip, CHIP_HEIGHT / 2, CHIP_HEIGHT / 2)
        middle, size = QPointF(chip.left() + 14, chip.center().y()), 9.0
        way = QLineF(middle, at)
        way.setLength(size / 2)
        _triangle(painter, way.p2(), at, self._accent, size)
        painter.setPen(self._ink)
        painter.drawText(chip.adjusted(28, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _name(self, key: str) -> str:
        return text_of(self._view.session.document.records.get(key)) or tr("Without text")

    def arrow(self, painter: QPainter, source: Rect, target: Rect | None, at: QPointF | None) -> None:
        """Draw an arrow from a thing on the sheet to another, or to a point of the view."""
        overlay = self._view.overlay
        start = overlay.rect(source)
        end = overlay.rect(target).center() if target is not None else at
        if end is None:
            return
        begin = _edge_of(start, end)
        if target is not None:
            end = _edge_of(overlay.rect(target), begin)
        path = QPainterPath(begin)
        across, down = end.x() - begin.x(), end.y() - begin.y()
        pull = QPointF(0, down / 2) if abs(down) > abs(across) else QPointF(across / 2, 0)
        path.cubicTo(begin + pull, end - pull, end)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._accent, 2))
        painter.drawPath(path)
        _triangle(painter, end, end + (end - path.pointAtPercent(0.94)), self._accent)

    # The handle

    def _handled(self) -> Hit | None:
        """Give what shows a handle: what is under the pointer, else what is selected."""
        view = self._view
        hover = view.hover
        if view.writing.editor is not None:
            return None
        if hover is not None and hover.group.part == "card":
            self._hovered = hover.group.id
        ids = view.session.selection.ids
        for key in dict.fromkeys((self._hovered, *(ids if len(ids) == 1 else ()))):
            for found in view.find(key)[:3] if key else ():
                if found.group.part not in ENDS or found.group.height * view.camera.scale < SMALLEST:
                    continue
                over = hover is not None and hover.group.id == key
                if over or ids == (key,) or self._is_near(found, view.pointer):
                    return found
        return None

    def _middle_of_handle(self, found: Hit) -> QPointF:
        x, y = self._view.camera.to_view(found.x + found.group.width / 2, found.y + found.group.height)
        return QPointF(x, y + HANDLE / 2)  # more below the card than in it, where its last line is

    def _is_near(self, found: Hit, at: QPoint) -> bool:
        gone = QPointF(at) - self._middle_of_handle(found)
        return abs(gone.x()) <= NEAR and abs(gone.y()) <= NEAR

    def _handle(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(QPen(self._accent, 1.4))
        painter.setBrush(self._paper)
        painter.drawEllipse(middle, HANDLE, HANDLE)
        _triangle(painter, middle + QPointF(2.6, 0), middle + QPointF(20, 0), self._accent, 4.6)

    def begin(self, press: Press) -> DragLink | None:
        """Begin to drag a link if the handle was pressed."""
        found = self._handled()
        return DragLink(self._view, press, found) if found is not None and self._is_near(found, press.at) else None

    def is_on_handle(self, at: QPoint) -> bool:
        """Tell whether a point of the view is on the handle or a chip."""
        found = self._handled()
        return (found is not None and self._is_near(found, at)) or any(chip.contains(at) for chip, _ in self._chips)

    def press(self, at: QPoint) -> bool:
        """Go to what a chip stands for; False if none is at this point of the view."""
        for chip, key in self._chips:
            if chip.contains(at):
                self.go_to(key)
                return True
        return False

    def go_to(self, key: str) -> None:
        """Select a linked thing, and look at it."""
        view, record = self._view, self._view.session.document.records.get(key)
        cell = (record.lane, record.step) if isinstance(record, Card) else None
        view.session.show_map(view.session.document.map_of(key) or "")  # what is solved may be on another map
        view.session.select(key, cell)
        view.reveal(key)

    def go_on(self) -> None:
        """Go to what is linked with what is selected; from there to the next thing that is linked with the first."""
        key = next(iter(self._view.session.selection.ids), "")
        chosen = link_of(self._view.session.document, key)
        if chosen is not None:
            self.go_to(chosen.to)
            return
        origin, index, last = self._trail
        if key != last:
            origin, index = key, 0
        others = self.others(origin)
        if others:
            target = others[index % len(others)]
            self._trail = origin, index + 1, target
            self.go_to(target)

    # Linking with the keyboard

    def pick(self, key: str) -> None:
        """Let the other end of a link be chosen, by walking there or by a click."""
        self._picking = key
        self.refuse()
        self._view.viewport().update()

    def refuse(self) -> bool:
        """Say what there is to do while the other end is being chosen; False if none is."""
        if self._picking:
            self._view.session.told.emit(
                tr("Go to what this is to be linked with: the arrow keys walk, Enter links, Esc cancels.")
            )
        return bool(self._picking)

    def claims(self, event: QKeyEvent) -> bool:
        """Tell whether a key is meant for the choice, even if there is an action of that key, as there is of Del."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
        return bool(self._picking) and not function and held == Qt.KeyboardModifier.NoModifier

    def end(self) -> None:
        """Choose no other end any more, and stay where the keyboard is."""
        self._picking = ""

    def stop(self) -> bool:
        """Choose no other end; False if none was being chosen."""
        was, self._picking = self._picking, ""
        if was and was in self._view.session.document:
            self.go_to(was)
        self._view.viewport().update()
        return bool(was)

    def key(self, event: QKeyEvent) -> bool:
        """Act on a key while the other end is being chosen; False if it means what it means otherwise."""
        if not self._picking:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._view.session.told.emit("")
            return self.stop()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
            return True
        if event.key() in WALKS and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        return event.key() in HELD or self.refuse()  # what is typed now is meant for no card

    def click(self, press: Press) -> bool:
        """Link to what is clicked while the other end is being chosen."""
        group = press.hit.group if press.hit is not None else None
        if not self._picking or group is None or group.part not in ENDS:
            return False
        self._view.session.select(group.id)
        self._choose()
        return True

    def _choose(self) -> None:
        session, source = self._view.session, self._picking
        ids, cell = session.selection.ids, session.selection.cell
        if ids and can_link(session.document, session.map_id, source, ids[0]):
            self._picking = ""
            session.told.emit("")
            link(session, source, ids[0])
        elif not ids and cell is not None and takes_cards(session.document, session.map_id, *cell):
            self._picking = ""
            session.told.emit("")
            link_to_new_card(self._view, source, *cell)
        else:
            session.told.emit(tr("That cannot be linked: go to another card, a step or a stage, or press Esc."))

    def _paint_picking(self, painter: QPainter) -> None:
        view = self._view
        session = view.session
        sources = [found for found in view.find(self._picking) if found.group.part in ENDS]
        if not sources:
            self._picking = ""
            return
        found = sources[0]
        rect = (found.x, found.y, found.group.width, found.group.height)
        view.overlay.lifted(painter, rect)
        for key in session.selection.ids[:1]:
            others = [one for one in view.find(key) if one.group.part in ENDS]
            if others and key != self._picking:
                other = others[0]
                box = (other.x, other.y, other.group.width, other.group.height)
                view.overlay.target(painter, box)
                self.arrow(painter, rect, box, None)


def _edge_of(rect: QRectF, toward: QPointF) -> QPointF:
    """Give the middle of the side of a rectangle that faces a point."""
    middle = rect.center()
    if abs(toward.y() - middle.y()) > abs(toward.x() - middle.x()):
        return QPointF(middle.x(), rect.bottom() if toward.y() > middle.y() else rect.top())
    return QPointF(rect.right() if toward.x() > middle.x() else rect.left(), middle.y())


def _triangle(painter: QPainter, tip: QPointF, toward: QPointF, color: QColor, size: float = 9.0) -> None:
    """Draw an arrow head with its tip at a point, pointing on to another."""
    way = toward - tip
    length = (way.x() ** 2 + way.y() ** 2) ** 0.5 or 1.0
    along = QPointF(way.x() / length, way.y() / length)
    beside = QPointF(-along.y(), along.x())
    back = tip - along * size
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([tip, back + beside * size * 0.5, back - beside * size * 0.5]))


def _painter_path(line: Path) -> QPainterPath:
    path = QPainterPath()
    for name, *numbers in line.commands:
        points = [float(number) for number in numbers]
        if name == "M":
            path.moveTo(*points)
        elif name == "L":
            path.lineTo(*points)
        else:
            path.cubicTo(*points)
    return path
