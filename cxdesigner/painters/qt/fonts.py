"""The bundled fonts as Qt sees them, and shaped lines as glyph runs that Qt can draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontDatabase, QGlyphRun, QGuiApplication, QRawFont

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxdesigner.layout.fonts import Face
    from cxdesigner.layout.glyphs import Line

_KEPT_LINES = 8_000
Block = tuple[tuple[float, float, "Line"], ...]
"""Lines of one size, each with the place of its left end and baseline."""
_REGISTER = "cxdesigner-font-families"


class DrawnRun(NamedTuple):
    """Glyphs of one face, to be drawn with the painter scaled by `scale` about the line's left end."""

    scale: float
    run: QGlyphRun


class QtFonts:
    """Gives every line its glyph runs. Needs a QGuiApplication.

    Raises RuntimeError if Qt does not give the very file that was bundled: glyph numbers would then name
    other glyphs, and the text would be silently wrong.
    """

    def __init__(self, faces: Iterable[Face] = ()) -> None:
        self._families: dict[Face, str] = {}
        self._heads: dict[Face, bytes] = {}
        self._raw: dict[tuple[Face, int], QRawFont] = {}
        # Two generations: what was drawn lately, and what was before that. Dropping the older one bounds
        # the memory without any book-keeping for a line that is found.
        self._young: dict[Line | Block, tuple[DrawnRun, ...]] = {}
        self._old: dict[Line | Block, tuple[DrawnRun, ...]] = {}
        for face in faces:
            self._font(face, 16)

    def runs(self, line: Line) -> tuple[DrawnRun, ...]:
        """The line's glyph runs, positioned from its left end and baseline."""
        return self._young.get(line) or self._kept(line)

    def block(self, lines: Block) -> tuple[DrawnRun, ...]:
        """The glyph runs of lines of one size, positioned from where the lines are placed from."""
        return self._young.get(lines) or self._kept(lines)

    def _kept(self, what: Line | Block) -> tuple[DrawnRun, ...]:
        kept = self._old.get(what)
        if kept is None:
            kept = self._built(what) if isinstance(what, tuple) else self._built(((0.0, 0.0, what),))
        if len(self._young) >= _KEPT_LINES:
            self._old, self._young = self._young, {}
        self._young[what] = kept
        return kept

    def _built(self, lines: Block) -> tuple[DrawnRun, ...]:
        # A QFont is drawn at whole pixel sizes, and a QRawFont set to another size draws nothing once its
        # glyphs are over 64 pixels: so the font is asked for at a whole size and the painter scaled.
        size = lines[0][2].size
        pixels = max(1, round(size))
        scale = size / pixels
        by_face: dict[Face, tuple[list[int], list[QPointF]]] = {}
        for x, y, line in lines:
            base = y / scale
            for offset, piece in line.pieces:
                ids, points = by_face.setdefault(piece.face, ([], []))
                em = pixels / piece.face.upem
                pen = (x + offset) / scale
                for cluster in piece.clusters:
                    for gid, dx, dy in cluster.glyphs:
                        ids.append(gid)
                        points.append(QPointF(pen + dx * em, base - dy * em))
                    pen += cluster.advance * em
        return tuple(DrawnRun(scale, self._run(face, pixels, ids, points)) for face, (ids, points) in by_face.items())

    def _run(self, face: Face, pixels: int, ids: list[int], points: list[QPointF]) -> QGlyphRun:
        run = QGlyphRun()
        run.setRawFont(self._font(face, pixels))
        run.setGlyphIndexes(ids)
        run.setPositions(points)
        return run

    def _font(self, face: Face, pixels: int) -> QRawFont:
        raw = self._raw.get((face, pixels))
        if raw is None:
            raw = self._raw[face, pixels] = self._loaded(face, pixels)
        return raw

    def _loaded(self, face: Face, pixels: int) -> QRawFont:
        if face not in self._families:
            data = face.data()
            self._families[face], self._heads[face] = _family_of(face.name, data), _head(data)
        family = self._families[face]
        font = QFont(family)
        font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        font.setPixelSize(pixels)
        raw = QRawFont.fromFont(font)
        if bytes(raw.fontTable("head").data()) != self._heads[face]:
            raise RuntimeError(f"The font “{family}” that the system offers is not the one that came with the program.")
        return raw


def _family_of(name: str, data: bytes) -> str:
    """The family Qt knows the file by; loads it the first time that this application asks."""
    app = QGuiApplication.instance()
    known = dict((app.property(_REGISTER) if app is not None else None) or {})
    if name in known:
        return str(known[name])
    number = QFontDatabase.addApplicationFontFromData(data)
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    if not families:
        raise RuntimeError(f"The font “{name}” that came with the program cannot be loaded.")
    if app is not None:
        app.setProperty(_REGISTER, {**known, name: families[0]})
    return families[0]


def _head(data: bytes) -> bytes:
    """The `head` table of a TrueType file: the table that no two builds of a font share."""
    for number in range(int.from_bytes(data[4:6], "big")):
        entry = data[12 + 16 * number : 28 + 16 * number]
        if entry[:4] == b"head":
            start = int.from_bytes(entry[8:12], "big")
            return data[start : start + int.from_bytes(entry[12:16], "big")]
    return b""
