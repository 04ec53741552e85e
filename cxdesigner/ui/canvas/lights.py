"""What was found, lit on the sheet: the words themselves where they can be read, else the things that hold them."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cxdesigner.layout.scene import Band, GlyphRun, Group, Node, Scene
from cxdesigner.layout.stretches import stretches
from cxdesigner.model.search import Matcher, Query
from cxdesigner.ui.canvas.camera import READABLE
from cxdesigner.ui.style.tokens import Tokens

PARTS = (
    "card", "bar", "point", "note", "stage", "step", "lane-title", "persona", "title", "about", "goal", "link",
)  # fmt: skip
"""The parts of the drawing that are lit when something is found in their record."""
_WORDS = ("title", "about", "goal")
"""Those that are only words, which their room is much wider than."""


class Lights:
    """Paints over the sheet, in pixels of a view. `set` says what is lit."""

    def __init__(self, tokens: Tokens) -> None:
        self._soft, self._strong = QColor(tokens.lit), QColor(tokens.lit_strong)
        self._keys: frozenset[str] = frozenset()
        self._current = ""
        self._matcher: Matcher | None = None
        self._groups: dict[str, tuple[tuple[Group, ...], dict[str, list[Group]]]] = {}
        self._rects: dict[str, tuple[tuple[Group, ...], float, dict[str, QRectF]]] = {}
        self._far: tuple[Scene, frozenset[str], list[QRectF]] | None = None
        self._words: dict[int, tuple[tuple[Node, ...], list[QRectF]]] = {}

    def set(self, keys: Iterable[str] = (), current: str = "", query: Query | None = None) -> None:
        """Light what of these records is drawn, and one of them more; nothing without a query."""
        self._keys = frozenset(keys)
        self._current = current
        self._matcher = Matcher(query) if query is not None else None
        self._far = None
        self._words = {}

    @property
    def keys(self) -> frozenset[str]:
        """The records that are lit."""
        return self._keys

    @property
    def current(self) -> str:
        """The record that is lit more than the others, "" for none."""
        return self._current

    def paint(self, painter: QPainter, view, seen: QRectF) -> None:
        """Paint the lights in `seen`, the part of the sheet that is painted."""
        if self._matcher is None or not self._keys:
            return
        camera = view.camera
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.translate(camera.left, camera.top)
        painter.scale(camera.scale, camera.scale)
        painter.setPen(Qt.PenStyle.NoPen)
        if camera.zoom < READABLE:
            painter.setBrush(self._soft)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            painter.drawRects(self._from_afar(view.scene))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        else:
            self._near(painter, view.scene, seen)
        if self._current:
            self._frame(painter, view.scene, 1 / camera.scale)
        painter.restore()

    def _near(self, painter: QPainter, scene: Scene, seen: QRectF) -> None:
        for band in scene.bands:
            if band.top > seen.bottom() or band.top + band.height < seen.top():
                continue
            left, right, top, bottom = seen.left(), seen.right(), seen.top() - band.top, seen.bottom() - band.top
            known = self._known(band)
            for key in [key for key in known if key in self._keys]:
                groups = known[key]
                if any(
                    left < group.x + group.width
                    and group.x < right
                    and top < group.y + group.height
                    and group.y < bottom
                    for group in groups
                ):
                    painter.setBrush(self._strong if key == self._current else self._soft)
                    self._light(painter, groups, band.top)

    def _light(self, painter: QPainter, groups: list[Group], top: float) -> None:
        """Light the words that were found; the groups of the record where none has them, of a map its title."""
        found = [(group, self._words_in(group)) for group in groups]
        if not any(words for _, words in found):
            for group in groups[:1] if groups[0].part in _WORDS else groups:
                painter.drawRoundedRect(_box(group, top), 3, 3)
        for group, words in found:
            for rect in words:
                painter.drawRoundedRect(rect.translated(group.x, group.y + top), 1.5, 1.5)

    def _words_in(self, group: Group) -> list[QRectF]:
        """Give where the words that were found stand in a group; kept, since a light is painted more than once."""
        known = self._words.get(id(group.items))
        if known is None:
            known = self._words[id(group.items)] = group.items, self._found_in(group)
        return known[1]

    def _found_in(self, group: Group) -> list[QRectF]:
        assert self._matcher is not None
        written = [run for run in group.items if isinstance(run, GlyphRun)]
        each = [rect for run in written for span in self._matcher.spans(run.line.text) for rect in _places(run, *span)]
        return each or self._over_lines(written)

    def _over_lines(self, written: list[GlyphRun]) -> list[QRectF]:
        """Give where the query stands that begins in one line and ends in another."""
        assert self._matcher is not None
        whole, begins = "", []
        for run in written:
            if whole and not whole[-1].isspace():
                whole += " "
            begins.append(len(whole))
            whole += run.line.text
        spans = self._matcher.spans(whole)
        return [
            rect
            for first, last in spans
            for run, begin in zip(written, begins, strict=True)
            for rect in _places(run, max(0, first - begin), last - begin)
        ]

    def _frame(self, painter: QPainter, scene: Scene, pixel: float) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(self._strong, 2.5 * pixel))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        shown = [(group, band.top) for band in scene.bands for group in self._known(band).get(self._current, ())]
        lit = [one for one in shown if self._words_in(one[0])]
        grow = 3 * pixel
        for group, top in lit or shown:
            words = self._words_in(group) if group.part in _WORDS else []
            boxes = [rect.translated(group.x, group.y + top) for rect in words] or [_box(group, top)]
            for box in boxes:
                painter.drawRoundedRect(box.adjusted(-grow, -grow, grow, grow), 4, 4)

    def _from_afar(self, scene: Scene) -> list[QRectF]:
        if self._far is None or self._far[0] is not scene or self._far[1] is not self._keys:
            rects: list[QRectF] = []
            for band in scene.bands:
                boxes = self._boxes(band)
                rects += [box for key, box in boxes.items() if key in self._keys]
            self._far = scene, self._keys, rects
        return self._far[2]

    def _boxes(self, band: Band) -> dict[str, QRectF]:
        """Give the places on the sheet of what can be lit in a band, one a record."""
        kept = self._rects.get(band.key)
        if kept is None or kept[0] is not band.groups or kept[1] != band.top:
            boxes = {
                key: QRectF(groups[0].x, groups[0].y + band.top, groups[0].width, groups[0].height)
                for key, groups in self._known(band).items()
            }
            kept = self._rects[band.key] = (band.groups, band.top, boxes)
        return kept[2]

    def _known(self, band: Band) -> dict[str, list[Group]]:
        """Give the groups of a band that can be lit, by the records that they show."""
        known = self._groups.get(band.key)
        if known is None or known[0] is not band.groups:
            found: dict[str, list[Group]] = {}
            for group in band.groups:
                if group.part in PARTS:
                    found.setdefault(group.id, []).append(group)
            known = self._groups[band.key] = (band.groups, found)
        return known[1]


def _places(run: GlyphRun, first: int, last: int) -> list[QRectF]:
    """Give where the characters from `first` up to `last` of a run stand in its group."""
    size = run.line.size
    return [
        QRectF(run.x + left - 0.7, run.y - 0.95 * size, right - left + 1.4, 1.25 * size)
        for left, right in stretches(run.line, first, last)
    ]


def _box(group: Group, top: float) -> QRectF:
    """Give the place of a group on the sheet, of what is only words that of these."""
    box = QRectF(group.x, group.y + top, group.width, group.height)
    if group.part in _WORDS:
        ends = [run.x + run.line.width for run in group.items if isinstance(run, GlyphRun)]
        box.setWidth(min(box.width(), max(ends, default=box.width())))
    return box
