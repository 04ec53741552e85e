"""A file within a PDF (ISO 32000-1, 7.11.4; ISO 19005-3, 6.8)."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFString

from cxdesigner.painters.pdf_file import Stream

if TYPE_CHECKING:
    from cxdesigner.layout.publication import Attachment
    from cxdesigner.painters.pdf_file import File


def add_attachment(file: File, attached: Attachment) -> None:
    """Put a file into the document, as that of which it was made."""
    digest = hashlib.md5(attached.data, usedforsecurity=False).hexdigest()
    facts = {
        "Type": PDFName("EmbeddedFile"),
        "Subtype": "/" + attached.type.replace("/", "#2F"),
        "Params": PDFDictionary({"Size": len(attached.data), "CheckSum": f"<{digest}>"}),
    }
    stream = file.Reference(Stream(facts, attached.data, packed=True))
    plain = attached.name.encode("ascii", "replace").decode("ascii").replace("?", "_")
    specification = PDFDictionary(
        {
            "Type": PDFName("Filespec"),
            "F": PDFString(plain),
            "UF": PDFString(attached.name),
            "Desc": PDFString(attached.about),
            "AFRelationship": PDFName("Source"),
            "EF": PDFDictionary({"F": stream, "UF": stream}),
        }
    )
    reference = f"{file.number_of(specification)} 0 R"
    names = PDFDictionary({"Names": f"[{_text(file, attached.name)} {reference}]"})
    file.root["Names"] = PDFDictionary({"EmbeddedFiles": names})
    file.root["AF"] = f"[{reference}]"


def _text(file: File, text: str) -> str:
    return bytes(PDFString(text).format(file)).decode("latin-1")
