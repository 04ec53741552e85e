"""The switch beside an emotion lane: whose curve is the active one, and which curves are shown."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from cxdesigner.layout import theme
from cxdesigner.layout.plot import PLOT
from cxdesigner.model.records import Lane, Persona
from cxdesigner.ui.canvas.gestures.emotion import plot_top_of
from cxdesigner.ui.emotions import active_persona, people_of
from cxdesigner.ui.style.text import set_tip
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.layout.scene import Band
    from cxdesigner.layout.showing import Curves
    from cxdesigner.ui.canvas.camera import Camera
    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.style.look import Look

_SIDES, _GAP = (20, 17, 14), 2
"""How large a button is, as there is room, and what is between two, in pixels."""
_WAYS: tuple[Curves, ...] = ("together", "single", "mean")


class CurveSwitch(QWidget):
    """Stands on the canvas in the label of the emotion lane, under its title, as long as there is room for it.

    A disc a persona, of which one is active, if there is room for all, and below them how curves are shown; smaller
    where the sheet is small. With one persona on the map there is nothing to switch.
    """

    def __init__(self, canvas: CanvasView, look: Look) -> None:
        super().__init__(canvas.viewport())
        self._canvas = canvas
        self._look = look
        self._session = canvas.session
        self.people: list[PersonaDisc] = []
        self.ways = {way: WayButton(look, way, partial(self._session.show, curves=way)) for way in _WAYS}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(look.tokens.px(_GAP))
        self._arranged = 0, -1, 0
        self.setAccessibleName(tr("Curves"))
        for signal in (self._session.document_changed, self._session.map_changed, self._session.showing_changed):
            signal.connect(self.refresh)
        canvas.view_changed.connect(self.place)
        canvas.scene_changed.connect(self.place)
        self.refresh()

    def refresh(self, _change: object = None) -> None:
        """Show who is on the map, who is active, and how curves are shown."""
        people = people_of(self._session)
        if [disc.key for disc in self.people] != [persona.id for persona in people]:
            for disc in self.people:
                disc.hide()
                disc.deleteLater()
            self.people = [PersonaDisc(self._look, self._session.document, one, self._choose) for one in people]
            self._arranged = 0, -1, 0
        active = active_persona(self._session)
        for disc, persona in zip(self.people, people, strict=True):
            disc.show_persona(self._session.document, persona, active=persona.id == active)
        for way, button in self.ways.items():
            button.setChecked(self._session.showing.curves == way)
        self.place()

    def _choose(self, key: str) -> None:
        self._session.show(persona=key)
        if self._session.showing.curves == "mean":
            self._session.show(curves="together")

    def place(self) -> None:
        """Stand between the words of the scale; away where these would be covered."""
        found = self._room()
        if found is None or len(self.people) < 2:
            self.hide()
            return
        tokens, gap = self._look.tokens, self._look.tokens.px(_GAP)
        fits = [fit for side in _SIDES if (fit := self._fit(found, tokens.px(side), gap)) is not None]
        if not fits:
            self.hide()
            return
        side, across, holds_people = next((fit for fit in fits if fit[2]), fits[0])
        self._arrange(across, self.people if holds_people else [], side)
        self.move(round(found.left()), round(found.bottom() - self.height() - gap))
        self.show()

    def _fit(self, room: QRectF, side: int, gap: int) -> tuple[int, int, bool] | None:
        """Tell how many buttons of a size stand side by side, and whether there is room for all personas.

        None where there is none at all. Many personas are chosen by clicking their curves.
        """
        across, down = (int((length + gap) // (side + gap)) for length in (room.width(), room.height()))
        if across < len(_WAYS) or down < 1:
            return None
        return side, across, -(-len(self.people) // across) < down

    def _arrange(self, across: int, people: list[PersonaDisc], side: int) -> None:
        if (across, len(people), side) == self._arranged:
            return
        self._arranged = across, len(people), side
        for one in (*self.people, *self.ways.values()):
            one.setFixedSize(side, side)
        for at, disc in enumerate(self.people):
            if people:
                self._grid.addWidget(disc, at // across, at % across)
                disc.show()  # not before it stands in the grid, else it would be a window
            else:
                self._grid.removeWidget(disc)
                disc.hide()
        row = -(-len(people) // across)
        for at, button in enumerate(self.ways.values()):
            self._grid.addWidget(button, row, at)
        gap = self._look.tokens.px(_GAP)
        wide = min(across, max(len(people), len(_WAYS)))
        self.resize(wide * (side + gap) - gap, (row + 1) * (side + gap) - gap)

    def _room(self) -> QRectF | None:
        """Give the free part of the label of the first emotion lane in the view, in pixels."""
        document = self._session.document
        for band in self._canvas.scene.bands:
            lane, top = document.get(band.key, Lane), plot_top_of(band)
            if lane is None or top is None:
                continue
            camera, view = self._seen_through(band)
            left, upper = camera.to_view(theme.MARGIN, top + PLOT / 2 + theme.LABEL.leading / 2 + 2)
            right, lower = camera.to_view(theme.MARGIN + theme.LABEL_WIDTH - 8, top + PLOT * 5 / 6 - 6)
            room = QRectF(left, upper, right - left, lower - upper)
            return room if view.contains(room) else None
        return None

    def _seen_through(self, band: Band) -> tuple[Camera, QRectF]:
        """Tell how a label is seen, and in which part of the view: titles of lanes stay while the sheet is scrolled."""
        sticky = self._canvas.sticky
        for strip in reversed(sticky.strips()):
            if any(one.key == band.key for one in strip.bands):
                return strip.camera, QRectF(strip.rect)
        return self._canvas.camera, QRectF(sticky.clear())


class _Round(QAbstractButton):
    """A small button without words; those are its tooltip, and what a screen reader says."""

    def __init__(self, look: Look, words: str, act: Callable[[], object]) -> None:
        super().__init__()
        self.look = look
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard has the actions of the menu
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        side = look.tokens.px(_SIDES[0])
        self.setFixedSize(side, side)
        self.name(words)
        self.clicked.connect(lambda _=False: (act(), self.update()))

    def name(self, words: str) -> None:
        """Say what a click does."""
        self.setAccessibleName(words)
        set_tip(self, words)

    def sizeHint(self) -> QSize:
        return self.size()

    def nextCheckState(self) -> None:
        """Leave it to what is shown then: a click on what is on already leaves it on."""


class PersonaDisc(_Round):
    """A persona's portrait; ringed where it is the active one."""

    def __init__(self, look: Look, document: object, persona: Persona, choose: Callable[[str], object]) -> None:
        self.key = persona.id
        super().__init__(look, "", partial(choose, persona.id))
        self._document, self._persona = document, persona

    def show_persona(self, document: object, persona: Persona, *, active: bool) -> None:
        """Show what has become of the persona."""
        self._document, self._persona = document, persona
        self.setChecked(active)
        self.name(tr("Curve of {name}", name=persona.name or tr("Unnamed persona")))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self.look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        inset = self.width() * (0.17 if self.isChecked() or not self.underMouse() else 0.1)
        self.look.portraits.draw(painter, whole.adjusted(inset, inset, -inset, -inset), self._persona, self._document)  # type: ignore[arg-type]
        if self.isChecked():
            painter.setPen(QPen(QColor(t.ink), t.px(1.6)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(whole.adjusted(1.2, 1.2, -1.2, -1.2))


class WayButton(_Round):
    """A way of showing the curves, as a small picture of it."""

    def __init__(self, look: Look, way: Curves, act: Callable[[], object]) -> None:
        words = {
            "together": tr("Curves of all personas"),
            "single": tr("Only the active persona's curve"),
            "mean": tr("Mean of all personas"),
        }
        super().__init__(look, words[way], act)
        self._way = way

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        t = self.look.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(t.accent if self.isChecked() else t.field_border), 1))
        painter.setBrush(QColor(t.accent_soft if self.isChecked() else t.hover if self.underMouse() else t.field))
        painter.drawRoundedRect(whole, t.px(4), t.px(4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ink, quiet = QColor(t.accent if self.isChecked() else t.ink), QColor(t.faint)
        if self._way == "together":
            self._curve(painter, -2.5, quiet)
        self._curve(painter, 2.5 if self._way == "together" else 0, ink)
        if self._way == "mean":
            self._diamond(painter, ink)

    def _curve(self, painter: QPainter, down: float, color: QColor) -> None:
        unit = self.width() / 22
        path = QPainterPath(QPointF(4 * unit, (13 + down) * unit))
        path.cubicTo(
            QPointF(9 * unit, (4 + down) * unit),
            QPointF(13 * unit, (18 + down) * unit),
            QPointF(18 * unit, (9 + down) * unit),
        )
        painter.setPen(QPen(color, 1.6 * unit, c=Qt.PenCapStyle.RoundCap))
        painter.drawPath(path)

    def _diamond(self, painter: QPainter, color: QColor) -> None:
        unit = self.width() / 22
        painter.setBrush(QColor(self.look.tokens.field))
        painter.setPen(QPen(color, 1.4 * unit))
        points = [QPointF(11 * unit + x * unit, 11 * unit + y * unit) for x, y in ((0, -4), (4, 0), (0, 4), (-4, 0))]
        painter.drawPolygon(points)
