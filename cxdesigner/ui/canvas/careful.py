"""Painting that never raises: what goes wrong leaves its own place empty and the rest drawn, and is told once."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.scene import Band, Node
from cxdesigner.painters.qt import QtPainter


class Care:
    """Lets mistakes pass by. What painting takes for granted stands afterwards as it stood before."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    @contextmanager
    def over(self, painter: QPainter) -> Iterator[None]:
        """Paint something; a mistake is told, the first time."""
        place, opacity, mode = painter.worldTransform(), painter.opacity(), painter.compositionMode()
        clip = painter.clipRegion() if painter.hasClipping() else None
        try:
            yield
        except Exception as error:
            painter.setWorldTransform(place)
            painter.setOpacity(opacity)
            painter.setCompositionMode(mode)
            if clip is not None:
                painter.setClipRegion(clip)
            else:
                painter.setClipping(False)
            # It comes back with every frame.
            if repr(error) not in self._told:
                self._told.add(repr(error))
                sys.excepthook(type(error), error, error.__traceback__)


class CarefulPainter(QtPainter):
    """A pen for what is on the screen: a band that cannot be drawn stays empty. (What is handed out is drawn by pens
    that raise, since nobody would see there that something is missing.)
    """

    def __init__(self, fonts: Fonts | None = None, assets: Mapping[str, bytes] | None = None) -> None:
        super().__init__(fonts, assets)
        self._care = Care()

    def paint(
        self, painter: QPainter, what: Node | Band, exposed: QRectF | None = None, *, coarse: bool = False
    ) -> None:
        with self._care.over(painter):
            super().paint(painter, what, exposed, coarse=coarse)

    def paint_all(
        self,
        painter: QPainter,
        nodes: Iterable[Node],
        x: float,
        y: float,
        exposed: QRectF | None = None,
        *,
        coarse: bool = False,
    ) -> None:
        with self._care.over(painter):
            super().paint_all(painter, nodes, x, y, exposed, coarse=coarse)

    def veil(self, painter: QPainter, band: Band, x: float, y: float) -> None:
        with self._care.over(painter):
            super().veil(painter, band, x, y)
