"""What a PDF says of itself in a form for archives: metadata as XMP, and what its colours mean (ISO 19005-2, 6.2, 6.6).

XMP: ISO 16684-1. The profile is sRGB's (IEC 61966-2-1) as ICC.1:2004-10 has it, made here since all of it is numbers.
"""

from __future__ import annotations

import re
import struct
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString

from cxdesigner.painters.pdf_file import Stream

if TYPE_CHECKING:
    from cxdesigner.layout.publication import Publication
    from cxdesigner.painters.pdf_file import File

_RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_NO_XML: Final = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
_WHITE: Final = (0.9642, 1.0, 0.8249)
_PRIMARIES: Final = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
"""Adapted to the white of D50 by `_ADAPTED`, Bradford's matrix from that of D65."""
_ADAPTED: Final = (1.04788, 0.02292, -0.05020, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168)
_CURVE: Final = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def add_metadata(file: File, publication: Publication, made_by: str) -> None:
    """Say title, authors and so on as XMP, and which standard the file keeps to, if any."""
    data = xmp(publication, made_by).encode("utf-8")
    facts = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    # Archives are searched by programs that do not unpack anything.
    file.root["Metadata"] = file.Reference(Stream(facts, data, packed=not publication.standard))


def add_intent(file: File) -> None:
    """Say that colours are those of sRGB."""
    profile = file.Reference(Stream({"N": 3, "Alternate": PDFName("DeviceRGB")}, srgb(), packed=True))
    intent = PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB IEC61966-2.1"),
            "Info": PDFString("sRGB IEC61966-2.1"),
            "DestOutputProfile": profile,
        }
    )
    file.root["OutputIntents"] = f"[{file.number_of(intent)} 0 R]"


def xmp(publication: Publication, made_by: str) -> str:
    """Write what is known of a publication as an XMP packet; without dates, which would differ each time."""
    facts = [
        _list("dc:title", "Alt", publication.title, ' xml:lang="x-default"'),
        _list("dc:creator", "Seq", publication.author),
        _list("dc:description", "Alt", publication.subject, ' xml:lang="x-default"'),
        _list("dc:language", "Bag", publication.language),
        _plain("pdf:Keywords", ", ".join(publication.keywords)),
        _plain("pdf:Producer", made_by),
        _plain("xmp:CreatorTool", made_by),
    ]
    if publication.standard:
        facts += [
            _plain("pdfaid:part", publication.standard[0]),
            _plain("pdfaid:conformance", publication.standard[1].upper()),
        ]
    names = ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"' if publication.standard else ""
    said = "\n".join(fact for fact in facts if fact)
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{_RDF}">\n'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        f"{names}>\n"
        f"{said}\n"
        "</rdf:Description></rdf:RDF></x:xmpmeta>\n"
        '<?xpacket end="w"?>'
    )


def _plain(name: str, text: str) -> str:
    return f"<{name}>{_escaped(text)}</{name}>" if text else ""


def _list(name: str, kind: str, text: str, language: str = "") -> str:
    item = f"<rdf:{kind}><rdf:li{language}>{_escaped(text)}</rdf:li></rdf:{kind}>"
    return f"<{name}>{item}</{name}>" if text else ""


def _escaped(text: str) -> str:
    # What can be printed can be said too, and the pattern takes 10 ms to compile.
    plain = text if text.isprintable() else re.sub(_NO_XML, "\ufffd", text)
    # xml.sax.saxutils does the same, and imports half of the library for the network.
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def srgb() -> bytes:
    """Give the ICC profile of sRGB, the same bytes each time."""
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text("sRGB IEC61966-2.1"),
        b"cprt": _text("No copyright, use freely"),
        b"wtpt": b"XYZ " + bytes(4) + _fixed(*_WHITE),
        b"chad": b"sf32" + bytes(4) + _fixed(*_ADAPTED),
        **{name: b"XYZ " + bytes(4) + _fixed(*values) for name, values in _PRIMARIES.items()},
    }
    names = [*tags, b"rTRC", b"gTRC", b"bTRC"]
    start = 128 + 4 + 12 * len(names)
    body, places = b"", {}
    for name, data in (*tags.items(), (b"rTRC", curve)):
        places[name] = start + len(body), len(data)
        body += data + bytes(-len(data) % 4)
    places[b"gTRC"] = places[b"bTRC"] = places[b"rTRC"]
    table = struct.pack(">I", len(names)) + b"".join(name + struct.pack(">II", *places[name]) for name in names)
    head = struct.pack(">I4sI4s4s4s", start + len(body), bytes(4), 0x04200000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp") + bytes(24) + bytes(4) + _fixed(*_WHITE)
    return head.ljust(128, b"\0") + table + body


def _fixed(*values: float) -> bytes:
    """Write numbers as the format has them: 16 bits before the point, and 16 behind it."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _text(text: str) -> bytes:
    """Write a text in English, the only language that it is in."""
    data = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data
