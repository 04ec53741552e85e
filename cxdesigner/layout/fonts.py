"""The bundled fonts: what each file covers, how a word is shaped with it, and its outlines.

Nothing here knows sizes: every number is in font units, `Face.upem` to the em, x to the right and y up.
A further family is one more row in `families.FAMILIES`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cxdesigner.layout.families import FAMILIES, STYLES, Chart, is_whole
from cxdesigner.layout.glyphs import Cluster, Piece
from cxdesigner.resources import damaged, missing, resource

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxdesigner.layout.families import Family
    from cxdesigner.layout.glyphs import Glyph
    from cxdesigner.layout.scene import Command

FEATURES = {"kern": True, "liga": False, "clig": False}
"""Ligatures are off so that every letter can be selected, searched and copied."""

KHMER = {"kern": True, "liga": False}
"""The OpenType specification of Khmer requires `clig`: it stacks consonants, it is no ornament."""

FURTHEST = 32767
"""Offsets are cut to what a TrueType composite can hold, for the sake of thousands of stacked marks."""


@dataclass(frozen=True, eq=False)
class Face:
    """One font file, opened when something is first shaped or measured with it.

    Raises InstallationError where the file has gone by then, is cut off, or is no font.
    """

    path: Path
    scripts: frozenset[str] = frozenset()
    _chart: Chart | None = field(default=None, repr=False)
    _advances: dict[int, int] = field(default_factory=dict, repr=False)
    _outlines: dict[int, tuple[Command, ...]] = field(default_factory=dict, repr=False)
    _letters: dict[tuple[str, int, int], Cluster] = field(default_factory=dict, repr=False)

    @cached_property
    def hb(self) -> Any:
        """The `uharfbuzz.Font` of the file."""
        import uharfbuzz  # 60 ms: not before the first text

        if not self.path.is_file():
            raise missing(self.path)
        if not is_whole(self.path):
            raise damaged(self.path)
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(self.path)))
        if not face.glyph_count:
            raise damaged(self.path)
        return uharfbuzz.Font(face)

    @cached_property
    def name(self) -> str:
        """The family name inside the file; the files are made so that no two share one."""
        import uharfbuzz

        return str(self.hb.face.get_name(uharfbuzz.OTNameIdPredefined.FONT_FAMILY))

    @cached_property
    def upem(self) -> int:
        """Font units to the em."""
        return int(self.hb.face.upem)

    @cached_property
    def ascent(self) -> int:
        """The line's height above the baseline."""
        return int(self.hb.get_font_extents("ltr").ascender)

    @cached_property
    def descent(self) -> int:
        """The line's depth below the baseline, a negative number."""
        return int(self.hb.get_font_extents("ltr").descender)

    @cached_property
    def coverage(self) -> frozenset[int]:
        """The code points for which the file has a glyph; the file is opened only where no chart tells."""
        charted = self._chart.coverage(self.path.name) if self._chart else None
        return frozenset(self.hb.face.unicodes) if charted is None else charted

    def data(self) -> bytes:
        """The bytes of the file."""
        return self.path.read_bytes()

    def natural(self, gid: int) -> int:
        """The advance of glyph `gid` in the font's own table."""
        advance = self._advances.get(gid)
        if advance is None:
            advance = self._advances[gid] = self.hb.get_glyph_h_advance(gid)
        return advance

    def outline(self, gid: int) -> tuple[Command, ...]:
        """The outline of glyph `gid` as in `scene.Path`, but in font units with y up; the file's quadratic
        curves as the cubic ones that draw the same.
        """
        commands = self._outlines.get(gid)
        if commands is None:
            pen: list[Command] = []
            self.hb.draw_glyph(gid, self._pen, pen)
            commands = self._outlines[gid] = tuple(pen)
        return commands

    @cached_property
    def _pen(self) -> Any:
        import uharfbuzz

        def move(x: float, y: float, pen: list[Command]) -> None:
            pen.append(("M", x, y))

        def line(x: float, y: float, pen: list[Command]) -> None:
            pen.append(("L", x, y))

        def cubic(*points: Any) -> None:
            pen: list[Command] = points[-1]
            pen.append(("C", *points[:-1]))

        def quadratic(qx: float, qy: float, x: float, y: float, pen: list[Command]) -> None:
            x0, y0 = pen[-1][-2:]
            pen.append(("C", _raise(x0, qx), _raise(y0, qy), _raise(x, qx), _raise(y, qy), x, y))

        def close(pen: list[Command]) -> None:
            pen.append(("Z",))

        funcs = uharfbuzz.DrawFuncs()
        funcs.set_move_to_func(move)
        funcs.set_line_to_func(line)
        funcs.set_cubic_to_func(cubic)
        funcs.set_quadratic_to_func(quadratic)
        funcs.set_close_path_func(close)
        return funcs

    def shape(self, text: str, script: str = "Latn", *, rtl: bool = False) -> Piece:
        """Shape `text`, of one script and one direction, not empty.

        Left to right a cluster is at least a grapheme. Right to left each mark is one by itself, for only
        so do readers of a PDF put a word's letters back in order.
        """
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.direction = "rtl" if rtl else "ltr"
        buffer.script = script
        if rtl:
            buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        uharfbuzz.shape(self.hb, buffer, KHMER if script == "Khmr" else FEATURES)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        plain = None if rtl or len(infos) != len(text) else self._plain(text, infos, positions)
        clusters = plain or tuple(self._clusters(text, infos, positions, rtl=rtl))
        return Piece(self, clusters, sum([cluster.advance for cluster in clusters]), text, rtl)

    def _plain(self, text: str, infos: Iterable[Any], positions: Iterable[Any]) -> tuple[Cluster, ...] | None:
        """The clusters of a text in which each letter is a glyph that stands where the pen is, as in nearly all
        Latin; None for another one. Words share them: that takes a third of the time, and of the memory.
        """
        known = self._letters
        clusters = []
        for index, (letter, info, at) in enumerate(zip(text, infos, positions, strict=True)):
            if info.cluster != index or at.x_offset or at.y_offset:
                return None
            key = (letter, info.codepoint, at.x_advance)
            cluster = known.get(key)
            if cluster is None:
                gid, advance = key[1:]
                cluster = known[key] = Cluster(((gid, 0, 0),), letter, self.natural(gid), advance)
            clusters.append(cluster)
        return tuple(clusters)

    def _clusters(self, text: str, infos: Iterable[Any], positions: Iterable[Any], *, rtl: bool) -> list[Cluster]:
        """Group glyphs, in visual order, into clusters that share out all of `text`.

        Left to right, what stands in the room of the cluster before it is part of that one: readers of a PDF would put
        a space between the two.
        """
        groups: dict[int, list[tuple[int, int, int, int]]] = {}
        owner: dict[int, int] = {}
        start = 0
        for info, at in zip(infos, positions, strict=True):
            if info.cluster not in owner:
                inside = not rtl and groups and not at.x_advance and at.x_offset < 0
                owner[info.cluster] = start if inside else info.cluster
            start = owner[info.cluster]
            groups.setdefault(start, []).append((info.codepoint, at.x_offset, at.y_offset, at.x_advance))
        if not groups:  # what is not seen, in a face without a space to put there
            groups[0] = []
        starts = sorted(groups)
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        return [self._cluster(text[start : ends[start]], glyphs) for start, glyphs in groups.items()]

    def _cluster(self, text: str, shaped: list[tuple[int, int, int, int]]) -> Cluster:
        if len(shaped) == 1:
            gid, right, up, advance = shaped[0]
            return Cluster(((gid, _cut(right), _cut(up)),), text, self.natural(gid), advance)
        glyphs: list[Glyph] = []
        pen = natural = 0
        for gid, right, up, advance in shaped:
            glyphs.append((gid, _cut(pen + right), _cut(up)))
            pen += advance
            if advance:  # a mark's own width is not part of what its base takes
                natural += self.natural(gid)
        return Cluster(tuple(glyphs), text, natural, pen)


class Fonts:
    """The bundled faces: for each style of `STYLES` the faces to try, in order."""

    def __init__(self, faces: dict[str, tuple[Face, ...]]) -> None:
        self._faces = faces

    @classmethod
    def load(cls, folder: Path | None = None, families: Iterable[Family] = FAMILIES) -> Fonts:
        """Find the files of `families` in `folder`, by default the bundled ones; none is opened yet.

        What the file of a style lacks is looked for in the regular one too. Raises InstallationError where a family has
        no regular style.
        """
        folder = folder or resource("fonts")
        chart = Chart(folder)
        styles: dict[str, list[Face]] = {style: [] for style in STYLES}
        upright: list[Face] = []
        for family in families:
            path = folder / f"{family.stem}-regular.ttf"
            if not path.is_file():
                raise missing(path)
            regular = Face(path, family.scripts, chart)
            upright.append(regular)
            semibold = regular
            for style, faces in styles.items():
                path = folder / f"{family.stem}-{style}.ttf"
                face = semibold if style == "bold" else regular
                if style != "regular" and path.is_file():
                    face = Face(path, family.scripts, chart)
                if style == "semibold":
                    semibold = face
                faces.append(face)
        return cls({style: tuple(dict.fromkeys([*faces, *upright])) for style, faces in styles.items()})

    def faces(self, weight: str) -> tuple[Face, ...]:
        """The faces of one of `STYLES`, the first one first; raises KeyError for another."""
        return self._faces[weight]


def _cut(offset: int) -> int:
    return max(-FURTHEST, min(FURTHEST, offset))


def _raise(end: Any, control: float) -> float:
    return float(end + 2 * (control - end) / 3)
