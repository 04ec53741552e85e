"""Reads the tags of a PDF, and says which rules it breaks (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, cast

import pypdf
from pypdf.generic import ContentStream

PAINTS = {b"S", b"f", b"B", b"Tj", b"TJ", b"Do", b"sh", b"s", b"F", b"f*", b"B*", b"b", b"b*", b"'", b'"'}
INSIDE = {
    "TR": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
    "Table": {"Document"},
    "L": {"Document", "TD"},
    "TOC": {"Document", "TOCI"},
    "TOCI": {"TOC"},
    "H1": {"Document"},
    "H2": {"Document"},
    "H3": {"Document"},
    "P": {"Document", "TD", "TH", "LBody", "TOCI"},
    "Figure": {"Document", "TD", "P", "LBody", "TH", "H1", "H2", "H3"},
    "Span": {"P", "LBody", "TD", "TH", "H1", "H2", "H3"},
    "Link": {"Document", "P", "LBody", "TD", "TH", "H1", "H2", "H3"},
    "Document": {""},
}
"""In which elements each may be."""


def objects(reader: pypdf.PdfReader) -> list[Any]:
    """All objects of a file, those that are in others too."""
    found: list[Any] = []
    waiting = [reader.get_object(number) for number in range(1, cast("Any", reader.trailer)["/Size"])]
    while waiting:
        one = waiting.pop()
        found.append(one)
        if isinstance(one, dict):
            waiting += [value for value in one.values() if not isinstance(value, pypdf.generic.IndirectObject)]
        elif isinstance(one, list):
            waiting += [value for value in one if not isinstance(value, pypdf.generic.IndirectObject)]
    return found


class Tags:
    """The tags of a file; `wrong` is what is not as it should be, a sentence each."""

    def __init__(self, data: bytes) -> None:
        self.reader = pypdf.PdfReader(io.BytesIO(data))
        self.root = cast("Any", self.reader.root_object)
        self.wrong: list[str] = []
        self._read: dict[tuple[int, int], str] = {}
        self._numbers = {page.indirect_reference.idnum: at for at, page in enumerate(cast("Any", self.reader.pages))}
        self._check_catalog()
        marks = [self._read_page(at) for at in range(len(self.reader.pages))]
        self.document = self.root["/StructTreeRoot"]["/K"]
        self._seen: dict[tuple[int, int], int] = {}
        self._links: dict[int, int] = {}
        self._check_element(self.document, self.root["/StructTreeRoot"].indirect_reference, "")
        self._check_parents(marks)
        self._check_headings()

    def _complain(self, sentence: str) -> None:
        self.wrong.append(sentence)

    def _check_catalog(self) -> None:
        root = self.root
        if not root["/MarkInfo"]["/Marked"]:
            self._complain("it does not say that it is tagged")
        if not root["/Lang"]:
            self._complain("no language")
        if not root["/ViewerPreferences"]["/DisplayDocTitle"]:
            self._complain("readers show the name of the file, not the title")
        if b"dc:title" not in root["/Metadata"].get_data():
            self._complain("no title in the metadata")

    def _read_page(self, at: int) -> int:
        """Give how many marked contents of elements there are on a page; check that all is marked once."""
        page = cast("Any", self.reader.pages[at])
        if page["/StructParents"] != at:
            self._complain(f"page {at} has the wrong key")
        if page.get("/Annots") and page["/Tabs"] != "/S":
            self._complain(f"page {at} has annotations in no order")
        operations = ContentStream(page["/Contents"].get_object(), self.reader).operations
        inside: int | str | None = None
        found: list[int] = []
        depth = 0
        for operands, operator in operations:
            if operator in (b"BDC", b"BMC"):
                if inside is not None:
                    self._complain(f"marks within marks on page {at}")
                inside = "artifact"
                if operator == b"BDC":
                    inside = int(operands[1]["/MCID"])
                    found.append(inside)
            elif operator == b"EMC":
                inside = None
            elif operator in PAINTS and inside is None:
                self._complain(f"{operator!r} outside of all marks on page {at}")
            elif operator in (b"q", b"Q"):
                depth += 1 if operator == b"q" else -1
        if found != list(range(len(found))) or inside is not None or depth:
            self._complain(f"marks of page {at} are not in order")
        return len(found)

    def _check_element(self, element: Any, parent: Any, role: str) -> None:
        kind = element["/S"][1:]
        if element.raw_get("/P") != parent:
            self._complain(f"{kind} does not know its parent")
        if role not in INSIDE[kind]:
            self._complain(f"{kind} in {role or 'the root'}")
        if kind == "Figure" and not element.get("/Alt"):
            self._complain("a figure without words")
        if kind == "Table":
            self._check_table(element)
        number = element.indirect_reference.idnum
        for kid in kids_of(element):
            if isinstance(kid, int):
                page = self._numbers[element.raw_get("/Pg").idnum]
                self._seen[page, int(kid)] = number
            elif kid.get("/Type") == "/MCR":
                self._seen[self._numbers[kid.raw_get("/Pg").idnum], int(kid["/MCID"])] = number
            elif kid.get("/Type") == "/OBJR":
                if kind != "Link":
                    self._complain(f"an annotation in {kind}")
                self._links[kid.raw_get("/Obj").idnum] = number
            else:
                self._check_element(kid, element.indirect_reference, kind)

    def _check_table(self, table: Any) -> None:
        waiting: dict[int, int] = {}
        widths = set()
        for row in kids_of(table):
            if row["/S"] != "/TR":
                self._complain(f"{row['/S']} in a table")
                continue
            width = sum(1 for rows in waiting.values() if rows)
            waiting = {at: rows - 1 for at, rows in waiting.items() if rows > 1}
            for cell in kids_of(row):
                says = cell.get("/A", {})
                width += says.get("/ColSpan", 1)
                if says.get("/RowSpan", 1) > 1:
                    waiting[len(waiting)] = says["/RowSpan"] - 1
                if cell["/S"] == "/TH" and "/Scope" not in says:
                    self._complain("a title of nothing in a table")
            widths.add(width)
        if len(widths) != 1:
            self._complain(f"rows of {sorted(widths)} cells")

    def _check_parents(self, marks: list[int]) -> None:
        nums = self.root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        parents = dict(zip(nums[::2], [nums[at] for at in range(1, len(nums), 2)], strict=True))
        for page, count in enumerate(marks):
            found = [one.idnum for one in parents.get(page, [])]
            if found != [self._seen.get((page, mark)) for mark in range(count)]:
                self._complain(f"marks of page {page} do not lead to their elements")
        for at, page in enumerate(cast("Any", self.reader.pages)):
            for reference in page.get("/Annots", []):
                annotation = reference.get_object()
                if not annotation.get("/Contents"):
                    self._complain(f"an annotation on page {at} of which nothing is said")
                key = annotation["/StructParent"]
                element = next((nums.get_object()[i + 1] for i in range(0, len(nums), 2) if nums[i] == key), None)
                if cast("Any", element).indirect_reference.idnum != self._links.get(reference.idnum):
                    self._complain(f"an annotation on page {at} that leads to no element")

    def _check_headings(self) -> None:
        before = 0
        for role in self.roles():
            if role in ("H1", "H2", "H3"):
                if int(role[1]) > before + 1:
                    self._complain(f"{role} below {f'H{before}' if before else 'nothing'}")
                before = int(role[1])

    def roles(self) -> list[str]:
        """The roles of all elements in reading order."""
        return [element["/S"][1:] for element in below(self.document)]

    def actual(self) -> list[str]:
        """What is read instead of what is drawn, in reading order."""
        return [str(element["/ActualText"]) for element in below(self.document) if "/ActualText" in element]

    def text(self, at: int) -> str:
        """The text of a page as its content has it, by the maps of its fonts."""
        return "".join(text for _, _, text in self._shown(at))

    def _shown(self, at: int) -> Iterator[tuple[Any, bytes, str]]:
        """The operations of a page, with the text that each writes."""
        page = cast("Any", self.reader.pages[at])
        maps = {name: to_unicode(font.get_object()) for name, font in page["/Resources"]["/Font"].items()}
        known: dict[bytes, str] = {}
        kept = []
        for operands, operator in ContentStream(page["/Contents"].get_object(), self.reader).operations:
            text = ""
            if operator == b"q":
                kept.append(known)
            elif operator == b"Q":
                known = kept.pop()
            elif operator == b"Tf":
                known = maps[operands[0]]
            elif operator == b"TJ":
                codes = b"".join(bytes(one.original_bytes) for one in operands[0] if hasattr(one, "original_bytes"))
                size = min(map(len, known))
                text = "".join(known[codes[place : place + size]] for place in range(0, len(codes), size))
            yield operands, operator, text

    def tables(self) -> list[list[list[tuple[str, str]]]]:
        """The rows of all tables: the role of each cell, or of what it is the title, and its text."""
        return [
            [[self._cell(cell) for cell in kids_of(row)] for row in kids_of(table)]
            for table in below(self.document)
            if table["/S"] == "/Table"
        ]

    def _cell(self, cell: Any) -> tuple[str, str]:
        kind = cell.get("/A", {}).get("/Scope", cell["/S"])[1:]
        return kind, self.said(cell)

    def said(self, element: Any) -> str:
        """What is written in an element, and in those below it, with a space between them."""
        self._read = self._read or self._marked()
        found = []
        for kid in kids_of(element):
            if isinstance(kid, int):
                found.append(self._read[self._numbers[element.raw_get("/Pg").idnum], int(kid)])
            elif kid.get("/Type") == "/MCR":
                found.append(self._read[self._numbers[kid.raw_get("/Pg").idnum], int(kid["/MCID"])])
            elif "/S" in kid:
                found.append(self.said(kid))
        return " ".join(text.strip() for text in found if text.strip())

    def _marked(self) -> dict[tuple[int, int], str]:
        """What is written in each marked content, by the number of its page and its own."""
        found: dict[tuple[int, int], str] = {}
        for at in range(len(self.reader.pages)):
            inside = None
            for operands, operator, text in self._shown(at):
                if operator == b"BDC":
                    inside = at, int(operands[1]["/MCID"])
                    found[inside] = ""
                elif operator == b"BMC":
                    inside = None
                elif inside is not None:
                    found[inside] += text
        return found

    def alternatives(self) -> list[str]:
        """What is said of figures, in reading order."""
        return [str(element["/Alt"]) for element in below(self.document) if "/Alt" in element]


def to_unicode(font: Any) -> dict[bytes, str]:
    data = font["/ToUnicode"].get_data()
    letters = {bytes([code]): chr(code) for code in range(0x20, 0x7F)} if b"<20> <7E> <0020>" in data else {}
    _, _, listed = data.partition(b"endcodespacerange")
    pairs = re.findall(rb"<([0-9A-F]+)> <([0-9A-F]+)>\n", listed)
    told = {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
    return letters | told


def kids_of(element: Any) -> list[Any]:
    found = element.get("/K", [])
    return [one.get_object() for one in found] if isinstance(found, list) else [found.get_object()]


def below(element: Any) -> Iterator[Any]:
    yield element
    for kid in kids_of(element):
        if not isinstance(kid, int) and "/S" in kid:
            yield from below(kid)
