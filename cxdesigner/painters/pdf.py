"""Writes pages as a PDF, with ReportLab.

The painter decides nothing: it writes each page's content itself, as one string, and leaves the writing of objects
to ReportLab's document layer. The same input gives the same bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFInfo, PDFName, PDFString

from cxdesigner.layout.picture_sizes import picture_sizes
from cxdesigner.layout.places import Places
from cxdesigner.layout.typeset import collector_paused
from cxdesigner.painters.pdf_archive import add_intent, add_metadata
from cxdesigner.painters.pdf_attachment import add_attachment
from cxdesigner.painters.pdf_content import Content, unit_of
from cxdesigner.painters.pdf_file import File, Stream
from cxdesigner.painters.pdf_fonts import PdfFonts
from cxdesigner.painters.pdf_navigation import Navigation
from cxdesigner.painters.pdf_pictures import PdfPictures
from cxdesigner.painters.pdf_strings import string
from cxdesigner.painters.pdf_structure import Structure
from cxdesigner.painters.shapes import number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reportlab.pdfbase.pdfdoc import PDFDocument

    from cxdesigner.layout.pages import Page
    from cxdesigner.layout.publication import Publication

_PRODUCER = "cxdesigner"


def write_pdf(
    publication: Publication,
    out: BinaryIO,
    *,
    assets: Mapping[str, bytes] | None = None,
    tell: Callable[[int, int], object] = lambda _done, _of: None,
) -> None:
    """Write a document of these pages; `tell` is told how many of how many are drawn.

    `assets` maps an asset's key to the bytes of its file, and one that is missing or damaged is drawn as a grey box
    with a cross. Raises ValueError if there is no page.
    """
    pages = publication.pages
    if not pages:
        raise ValueError("A PDF needs at least one page.")
    file = File()
    fonts, pictures = PdfFonts(), PdfPictures(assets or {}, picture_sizes(pages) if assets else {})
    with collector_paused():
        places = Places(pages, (told.scenes for told in publication.told))
        structure = Structure(publication, places) if publication.told else None
        contents = []
        for at, page in enumerate(pages):
            contents.append(Content(fonts, pictures, structure).page(page, at))
            tell(at + 1, len(pages))
        tree, numbers = file.reserve(), [file.reserve() for _ in pages]
        navigation = Navigation(file, publication, places, numbers)
        links: list[list[int]] = [[] for _ in pages]
        for link in navigation.annotations():
            links[link.page].append(link.number)
            if structure is not None:
                link.facts["StructParent"] = structure.add_link(link, numbers[link.page])
            file.fill(link.number, PDFDictionary(link.facts).format(file))
        resources = file.Reference(
            PDFDictionary({"Font": fonts.add_to(file), "XObject": pictures.add_to(file), **pictures.states()})
        )
        for at, (page, content, own, annotations) in enumerate(zip(pages, contents, numbers, links, strict=True)):
            stream = Stream({}, content, packed=True)
            facts = {"Parent": f"{tree} 0 R", "Contents": file.Reference(stream), "Resources": resources}
            if structure is not None:
                facts["StructParents"] = at
            file.fill(own, PDFDictionary(facts | _page(page, annotations)).format(file))
        kids = " ".join(f"{own} 0 R" for own in numbers)
        file.fill(tree, f"<< /Type /Pages /Kids [{kids}] /Count {len(numbers)} >>".encode("ascii"))
        file.root["Pages"] = f"{tree} 0 R"
        file.root["Lang"] = PDFString(publication.language)
        file.root["ViewerPreferences"] = PDFDictionary({"DisplayDocTitle": "true"})
        file.info = _info(publication)
        if structure is not None:
            structure.write(file, numbers)
        add_metadata(file, publication, _PRODUCER)
        if publication.standard:
            add_intent(file)
        if publication.attached is not None:
            add_attachment(file, publication.attached)
        navigation.add_outline()
        navigation.add_labels()
        navigation.add_first_view()
        out.write(file.written())


class _Info(PDFInfo):
    """The document's facts, without dates: they would differ from one run to the next."""

    def format(self, document: PDFDocument) -> bytes:
        facts = {"Title": self.title, "Author": self.author, "Subject": self.subject, "Keywords": self.keywords}
        known = {name: string(text) for name, text in facts.items() if text}
        made = PDFString(self.producer)
        return bytes(PDFDictionary({**known, "Creator": made, "Producer": made}).format(document))


def _info(publication: Publication) -> _Info:
    info = _Info()
    info.title, info.author, info.subject = publication.title, publication.author, publication.subject
    info.keywords = ", ".join(publication.keywords)
    info.producer = _PRODUCER
    return info


def _page(page: Page, annotations: list[int]) -> dict[str, object]:
    unit = unit_of(page)
    facts: dict[str, object] = {
        "Type": PDFName("Page"),
        "MediaBox": PDFArrayCompact([0, 0, number(page.width / unit), number(page.height / unit)]),
    }
    if unit > 1:
        facts["UserUnit"] = unit
    if annotations:
        facts["Annots"] = f"[{' '.join(f'{one} 0 R' for one in annotations)}]"
        facts["Tabs"] = PDFName("S")
    return facts
