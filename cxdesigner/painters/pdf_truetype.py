"""A TrueType file with only the glyphs that a PDF uses, and composite glyphs made for clusters.

Format: OpenType specification 1.9, tables `glyf`, `loca`, `hmtx`, `maxp`, `head`.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from struct import pack, unpack_from
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cxdesigner.layout.fonts import Face
    from cxdesigner.layout.glyphs import Glyph

_UNUSED = ("GSUB", "GPOS", "GDEF", "BASE", "JSTF", "cmap", "name", "OS/2", "post", "DSIG", "STAT", "vhea", "vmtx")
_WORDS, _XY, _MORE = 0x0001, 0x0002, 0x0020
"""Flags of a composite's component: its offset is two 16-bit numbers; they are a distance; another follows."""

_SHORT = 2 * 0xFFFF
"""Up to so many bytes of glyphs their places are told by 16 bits, as half of what they are."""

Bounds = tuple[int, int, int, int]


class Metrics(NamedTuple):
    """What a font descriptor says, in thousandths of the em; `italic_angle` in degrees."""

    ascent: int
    descent: int
    cap_height: int
    italic_angle: float
    stem: int


class Subset:
    """The glyphs of one face that are used, numbered anew, to which composites can be added."""

    def __init__(self, face: Face, gids: Iterable[int]) -> None:
        self._tables, self._numbers = _subset(face, gids)
        self._glyphs = _split(self._tables)
        self._widths = _widths(self._tables, len(self._glyphs))
        self._sizes: dict[int, tuple[int, int, int]] = {}
        self._components = 1
        self._upem = face.upem

    def number(self, gid: int) -> int:
        """The new number of a glyph of the face."""
        return self._numbers[gid]

    def compose(self, glyphs: Sequence[Glyph], width: int) -> int:
        """Add a glyph that draws others at their offsets; returns its number. Lengths are in font units."""
        parts = [(self._numbers[gid], dx, dy) for gid, dx, dy in glyphs]
        parts = [part for part in parts if self._glyphs[part[0]]]
        body = b""
        if parts:
            boxes = [_moved(_bounds(self._glyphs[number]), dx, dy) for number, dx, dy in parts]
            body = pack(">hhhhh", -1, *_around(boxes))
            for at, (number, dx, dy) in enumerate(parts, 1):
                more = _MORE if at < len(parts) else 0
                body += pack(">HHhh", _WORDS | _XY | more, number, dx, dy)
            self._components = max(self._components, len(parts))
        self._glyphs.append(body)
        self._widths.append((max(0, min(width, 0xFFFF)), _bounds(body)[0] if body else 0))
        return len(self._glyphs) - 1

    def bounds(self) -> Bounds:
        """The box around all the glyphs, in thousandths of the em."""
        left, bottom, right, top = self._box()
        scale = 1000 / self._upem
        return (
            _floor(left * scale),
            _floor(bottom * scale),
            -_floor(-right * scale),
            -_floor(-top * scale),
        )

    def file(self, codes: Mapping[int, int] | None = None) -> bytes:
        """The whole font file; with a table that leads from codes of one byte to glyphs, if there are such codes."""
        tables = self._tables
        is_long = sum(len(glyph) + 1 for glyph in self._glyphs) > _SHORT
        padded = [glyph + b"\0" * (-len(glyph) % (4 if is_long else 2)) for glyph in self._glyphs]
        offsets = [0, *accumulate(map(len, padded))]
        head = bytearray(tables["head"])
        head[8:12] = b"\0\0\0\0"
        head[36:44] = pack(">hhhh", *self._box())
        head[50:52] = pack(">h", is_long)
        hhea = tables["hhea"][:34] + pack(">H", len(self._widths))
        hmtx = b"".join(pack(">Hh", *width) for width in self._widths)
        made = {
            **tables,
            "glyf": b"".join(padded) or b"\0",
            "loca": pack(f">{len(offsets)}{'I' if is_long else 'H'}", *(at if is_long else at // 2 for at in offsets)),
            "head": bytes(head),
            "hhea": hhea,
            "hmtx": hmtx,
            "maxp": self._maxp(),
        }
        if codes:
            made["cmap"] = _character_map(codes)
        return _assembled(made)

    def _box(self) -> Bounds:
        return _around([_bounds(glyph) for glyph in self._glyphs if glyph])

    def _maxp(self) -> bytes:
        """The limits table: those of the face, raised to what the composites need."""
        maxp = bytearray(self._tables["maxp"])
        points, contours = unpack_from(">HH", maxp, 10)
        components, depth = unpack_from(">HH", maxp, 28)
        for number, glyph in enumerate(self._glyphs):
            if glyph[:2] == b"\xff\xff":
                size = self._size(number)
                points, contours = max(points, size[0]), max(contours, size[1])
                depth = max(depth, size[2])
        limits = (min(number, 0xFFFF) for number in (points, contours))
        maxp[4:6] = pack(">H", len(self._glyphs))
        maxp[10:14] = pack(">HH", *limits)
        maxp[28:32] = pack(">HH", min(max(components, self._components), 0xFFFF), depth)
        return bytes(maxp)

    def _size(self, number: int) -> tuple[int, int, int]:
        """Points, contours and depth of a glyph, its components counted in."""
        known = self._sizes.get(number)
        if known is None:
            glyph = self._glyphs[number]
            if not glyph:
                known = (0, 0, 0)
            elif glyph[:2] == b"\xff\xff":
                parts = [self._size(part) for part in _components(glyph)]
                known = (
                    sum(part[0] for part in parts),
                    sum(part[1] for part in parts),
                    1 + max(part[2] for part in parts),
                )
            else:
                (contours,) = unpack_from(">h", glyph)
                last = unpack_from(">H", glyph, 10 + 2 * (contours - 1))[0] if contours > 0 else -1
                known = (last + 1, contours, 0)
            self._sizes[number] = known
        return known


def metrics(face: Face) -> Metrics:
    """The face's own metrics, from its `OS/2` and `post` tables where it has them."""
    scale = 1000 / face.upem
    source = face.hb.face
    weight, cap_height, angle = 400, face.ascent, 0.0
    if "OS/2" in source.table_tags:
        table = bytes(source.reference_table("OS/2").data)
        (weight,) = unpack_from(">H", table, 4)
        if len(table) >= 90:
            (cap_height,) = unpack_from(">h", table, 88)
    if "post" in source.table_tags:
        angle = unpack_from(">i", bytes(source.reference_table("post").data), 4)[0] / 65536
    # No table says how thick a stem is; Adobe's tools estimate it from the weight like this.
    stem = round(50 + (weight / 65) ** 2)
    return Metrics(round(face.ascent * scale), round(face.descent * scale), round(cap_height * scale), angle, stem)


def _subset(face: Face, gids: Iterable[int]) -> tuple[dict[str, bytes], dict[int, int]]:
    import uharfbuzz as hb

    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update(gids)
    dropped = (int.from_bytes(tag.encode(), "big") for tag in _UNUSED)
    wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(dropped)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    plan = hb.SubsetPlan(face.hb.face, wanted)
    made = plan.execute()
    tables = {tag: bytes(made.reference_table(tag).data) for tag in made.table_tags}
    return tables, dict(plan.old_to_new_glyph_mapping)


def _character_map(codes: Mapping[int, int]) -> bytes:
    """The table `cmap` as a symbolic font has it (ISO 32000-1, 9.6.6.4): one map, format 6, from bytes to glyphs."""
    first, last = min(codes), max(codes)
    glyphs = [codes.get(code, 0) for code in range(first, last + 1)]
    head = pack(">HHHHI", 0, 1, 1, 0, 12)
    return head + pack(f">HHHHH{len(glyphs)}H", 6, 10 + 2 * len(glyphs), 0, first, len(glyphs), *glyphs)


def _split(tables: dict[str, bytes]) -> list[bytes]:
    """The glyphs' descriptions, one each, empty for what draws nothing."""
    (count,) = unpack_from(">H", tables["maxp"], 4)
    (long,) = unpack_from(">h", tables["head"], 50)
    loca = tables["loca"]
    if long:
        offsets = list(unpack_from(f">{count + 1}I", loca))
    else:
        offsets = [2 * number for number in unpack_from(f">{count + 1}H", loca)]
    glyf = tables["glyf"]
    return [glyf[start:end] for start, end in pairwise(offsets)]


def _widths(tables: dict[str, bytes], count: int) -> list[tuple[int, int]]:
    """Advance and left bearing of each glyph."""
    (long,) = unpack_from(">H", tables["hhea"], 34)
    hmtx = tables["hmtx"]
    widths: list[tuple[int, int]] = [unpack_from(">Hh", hmtx, 4 * at) for at in range(long)]
    last = widths[-1][0]
    bearings = (unpack_from(">h", hmtx, 4 * long + 2 * at)[0] for at in range(count - long))
    return widths + [(last, bearing) for bearing in bearings]


def _components(glyph: bytes) -> list[int]:
    """The numbers of the glyphs that a composite consists of."""
    parts, at = [], 10
    while True:
        flags, number = unpack_from(">HH", glyph, at)
        parts.append(number)
        at += 4 + (4 if flags & _WORDS else 2)
        at += 2 if flags & 0x0008 else 4 if flags & 0x0040 else 8 if flags & 0x0080 else 0
        if not flags & _MORE:
            return parts


def _bounds(glyph: bytes) -> Bounds:
    left, bottom, right, top = unpack_from(">hhhh", glyph, 2)
    return left, bottom, right, top


def _moved(box: Bounds, dx: int, dy: int) -> Bounds:
    return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy


def _around(boxes: Sequence[Bounds]) -> Bounds:
    """The box around boxes, cut to what 16 bits hold."""
    if not boxes:
        return 0, 0, 0, 0
    return (
        max(-32768, min(box[0] for box in boxes)),
        max(-32768, min(box[1] for box in boxes)),
        min(32767, max(box[2] for box in boxes)),
        min(32767, max(box[3] for box in boxes)),
    )


def _floor(number: float) -> int:
    return int(number // 1)


def _assembled(tables: dict[str, bytes]) -> bytes:
    """A font file of these tables, with all its checksums."""
    count = len(tables)
    power = count.bit_length() - 1
    head = pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * (count - (1 << power)))
    entries, bodies, at = b"", b"", 12 + 16 * count
    head_at = 0
    for tag in sorted(tables):
        body = tables[tag]
        if tag == "head":
            head_at = at
        entries += pack(">4sIII", tag.encode("ascii"), _checksum(body), at, len(body))
        body += b"\0" * (-len(body) % 4)
        bodies += body
        at += len(body)
    file = bytearray(head + entries + bodies)
    file[head_at + 8 : head_at + 12] = pack(">I", (0xB1B0AFBA - _checksum(bytes(file))) & 0xFFFFFFFF)
    return bytes(file)


def _checksum(data: bytes) -> int:
    data += b"\0" * (-len(data) % 4)
    words: tuple[int, ...] = unpack_from(f">{len(data) // 4}I", data)
    return sum(words) & 0xFFFFFFFF
