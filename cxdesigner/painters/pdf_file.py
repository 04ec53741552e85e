"""The file around a PDF's objects: small ones packed in object streams, and a cross-reference stream.

Format: ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Mapping
from typing import Any, Final

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFDocument, PDFName, PDFObject, PDFStream
from reportlab.pdfbase.pdfdoc import format as formatted

_HEAD: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED: Final = 1_000
"""How many objects share a stream: a reader unpacks all of them to read one."""


_SHORT: Final = 50_000
"""Up to so many bytes zlib tries its hardest; more take it a third of the time, and become a twentieth larger."""


class Stream(PDFStream):
    """A stream that is written as it is, or deflated here; its end stands on a line of its own, as archives want it."""

    def __init__(self, facts: Mapping[str, Any], data: bytes, *, packed: bool = False) -> None:
        filters = {"Filter": PDFName("FlateDecode")} if packed else {}
        super().__init__(PDFDictionary({**facts, **filters}), _deflated(data) if packed else data)

    def format(self, document: PDFDocument) -> bytes:
        """Write it, as ReportLab asks for it."""
        facts = PDFDictionary({**self.dictionary.dict, "Length": len(self.content)})
        return b"%s\nstream\n%s\nendstream\n" % (facts.format(document), self.content)


def _deflated(data: bytes) -> bytes:
    return zlib.compress(data, 9 if len(data) <= _SHORT else 5)


class File(PDFDocument):
    """Numbers objects, and writes them. What is added with `reserve` is given as bytes that are written as they are."""

    def __init__(self) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7))
        self.objectcounter = 0
        self.idToObject.clear()
        self.idToObjectNumberAndVersion.clear()
        self.numberToId.clear()
        self.root = PDFDictionary({"Type": PDFName("Catalog")})
        """The catalog, from which all that is in the file can be reached."""

    def reserve(self) -> int:
        """Take the next number for an object that `fill` brings."""
        self.objectcounter += 1
        number = self.objectcounter
        self.numberToId[number] = f"R{number}"
        self.idToObjectNumberAndVersion[f"R{number}"] = (number, 0)
        return number

    def fill(self, number: int, data: bytes) -> None:
        """Say what the object with a number is."""
        self.idToObject[f"R{number}"] = data

    def number_of(self, made: PDFObject) -> int:
        """Give the number of an object, which has one from then on."""
        return int(self.idToObjectNumberAndVersion[self.Reference(made).name][0])

    def written(self) -> bytes:
        """Give the bytes of the file: all that was referred to, and what that refers to."""
        root, info = self.number_of(self.root), self.number_of(self.info)
        loose, packed = self._formatted()
        first_stream = len(loose) + len(packed) + 1
        streams = [packed[at : at + _PACKED] for at in range(0, len(packed), _PACKED)]
        out, offset = [_HEAD], len(_HEAD)
        rows: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}

        def add(number: int, data: bytes) -> None:
            nonlocal offset
            rows[number] = (1, offset, 0)
            whole = b"%d 0 obj\n%s%sendobj\n" % (number, data, b"" if data.endswith(b"\n") else b"\n")
            out.append(whole)
            offset += len(whole)

        for number, data in loose:
            add(number, data)
        for at, objects in enumerate(streams, first_stream):
            for place, (number, _) in enumerate(objects):
                rows[number] = (2, at, place)
            add(at, Stream(*_pack(objects), packed=True).format(self))
        last = first_stream + len(streams)
        rows[last] = (1, offset, 0)
        digest = hashlib.sha256(b"".join(out)).digest()[:16].hex()
        wide = max(1, (offset.bit_length() + 7) // 8)
        table = [
            b"%c%s%s" % (kind, where.to_bytes(wide, "big"), place.to_bytes(2, "big"))
            for _, (kind, where, place) in sorted(rows.items())
        ]
        facts = {
            "Type": PDFName("XRef"),
            "Size": last + 1,
            "W": f"[1 {wide} 2]",
            "Root": f"{root} 0 R",
            "Info": f"{info} 0 R",
            "ID": f"[<{digest}><{digest}>]",
            "DecodeParms": PDFDictionary({"Predictor": 12, "Columns": 1 + wide + 2}),
        }
        start = offset
        add(last, Stream(facts, _differences(table), packed=True).format(self))
        out.append(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(out)

    def _formatted(self) -> tuple[list[tuple[int, bytes]], list[tuple[int, bytes]]]:
        """Write every object; give those that are streams, and the others. Writing one may add others."""
        loose: list[tuple[int, bytes]] = []
        packed: list[tuple[int, bytes]] = []
        number = 0
        while (number := number + 1) in self.numberToId:
            made = self.idToObject[self.numberToId[number]]
            data = bytes(formatted(made, self, toplevel=1))
            (loose if isinstance(made, PDFStream) else packed).append((number, data))
        return loose, packed


def _differences(rows: list[bytes]) -> bytes:
    """Write rows by how each differs from the one above (PNG's filter 2): nearly all of them differ by the same."""
    above = bytes(len(rows[0]))
    out = []
    for row in rows:
        out.append(b"\x02" + bytes([(one - other) & 255 for one, other in zip(row, above, strict=True)]))
        above = row
    return b"".join(out)


def _pack(objects: list[tuple[int, bytes]]) -> tuple[dict[str, Any], bytes]:
    """Give what the dictionary of an object stream says, and what is in it."""
    heads, at = [], 0
    for number, data in objects:
        heads.append(f"{number} {at}")
        at += len(data) + 1
    head = " ".join(heads).encode("ascii") + b"\n"
    body = b"\n".join(data for _, data in objects)
    return {"Type": PDFName("ObjStm"), "N": len(objects), "First": len(head)}, head + body
