"""How one gets about in a PDF: its outline, links, page labels and first view (ISO 32000-1, 12.3 and 12.5.6.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArrayCompact, PDFDictionary, PDFName, PDFString

from cxdesigner.painters.pdf_content import unit_of
from cxdesigner.painters.pdf_strings import MOST_BYTES, string
from cxdesigner.painters.shapes import number

if TYPE_CHECKING:
    from cxdesigner.layout.pages import Page
    from cxdesigner.layout.places import Place, Places
    from cxdesigner.layout.publication import Bookmark, Publication, Target
    from cxdesigner.painters.pdf_file import File

SCHEMES = ("http://", "https://", "mailto:")
"""What an address begins with that a reader may follow; all others lead nowhere."""
_AROUND = 12.0
"""Points that are shown above and beside what one is led to."""
_PRINTED = 4
"""The flag of annotations that are there on paper too; archives want it of all."""


class Annotation(NamedTuple):
    """A link as it stands in the file, on a page and in the group that is meant by a target.

    `number` is that of the object, which `facts` are written in once all of them are known.
    """

    page: int
    number: int
    target: Target
    facts: dict[str, object]


class Navigation:
    """Writes what leads to places on the pages. `references` are those of the pages."""

    def __init__(self, file: File, publication: Publication, places: Places, references: Sequence[int]) -> None:
        self._file = file
        self._publication = publication
        self._places = places
        self._references = references
        self._titles = {mark.target: mark.title for mark in publication.bookmarks}

    def annotations(self) -> Iterator[Annotation]:
        """Give the links, each a strip of its group, in the order in which they were listed."""
        for target, links in self._publication.links.items():
            place = self._places.of(target)
            led = [(link, action) for link in links if (action := self._action(link.to)) is not None]
            if place is None:
                continue
            for at, (link, action) in enumerate(led):
                facts = {
                    "Type": PDFName("Annot"),
                    "Subtype": PDFName("Link"),
                    "Rect": self._rectangle(place, at, len(led)),
                    "Border": "[0 0 0]",
                    "F": _PRINTED,
                    "P": f"{self._references[place.page]} 0 R",
                    "Contents": string(link.says or self._named(link.to)),
                    **action,
                }
                yield Annotation(place.page, self._file.reserve(), target, facts)

    def _named(self, to: Target | str) -> str:
        """Say where a link leads: an address, the title of a bookmark of the same place, or a page."""
        if isinstance(to, str):
            return to
        place = self._places.of(to)
        assert place is not None
        return self._titles.get(to) or self._page(place).label or str(place.page + 1)

    def add_outline(self) -> None:
        """Write the bookmarks that lead anywhere, and let readers show them if they are of several maps."""
        led = [(mark, place) for mark in self._publication.bookmarks if (place := self._places.of(mark.target))]
        if not led:
            return
        outline = _Outline()
        for mark, place in led:
            outline.add(mark, self._destination(place, mark.shows))
        self._file.root["Outlines"] = outline.write(self._file)
        if sum(mark.level == 0 for mark, _ in led) > 1:
            self._file.root["PageMode"] = PDFName("UseOutlines")

    def add_first_view(self) -> None:
        """Let readers begin with the whole first page, and with two pages beside each other where they face."""
        self._file.root["OpenAction"] = f"[{self._references[0]} 0 R /Fit]"
        if self._publication.facing:
            self._file.root["PageLayout"] = PDFName(
                "TwoPageRight" if self._publication.facing == "right" else "TwoPageLeft"
            )

    def add_labels(self) -> None:
        """Say what the pages are called, where they have names."""
        labels = [page.label for page in self._publication.pages]
        if not any(labels):
            return
        nums: list[object] = []
        for at, label in enumerate(labels):
            said = {"P": string(label)} if label else {"S": PDFName("D"), "St": at + 1}
            nums += [at, PDFDictionary(said)]
        self._file.root["PageLabels"] = PDFDictionary({"Nums": PDFArrayCompact(nums)})

    def _action(self, to: Target | str) -> dict[str, object] | None:
        if isinstance(to, str):
            address = _address(to.strip())
            # A part of an address leads elsewhere.
            if not address.lower().startswith(SCHEMES) or len(address) > MOST_BYTES:
                return None
            return {"A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(address)})}
        place = self._places.of(to)
        return {"Dest": self._destination(place, "spot")} if place is not None else None

    def _destination(self, place: Place, shows: str) -> str:
        page, box = self._publication.pages[place.page], place.box
        target = f"{self._references[place.page]} 0 R"
        if shows == "page":
            return f"[{target} /Fit]"
        left, top = max(0.0, box.x - _AROUND), max(0.0, box.y - _AROUND)
        if shows == "column":
            right = min(page.width, box.x + box.width + _AROUND)
            return f"[{target} /FitR {_corners(page, left, page.height, right, top)}]"
        x, y = _turned(page, left, top)
        return f"[{target} /XYZ {x} {y} null]"

    def _rectangle(self, place: Place, at: int, count: int) -> str:
        box, height = place.box, place.box.height / count
        bottom = box.y + height * (at + 1)
        return f"[{_corners(self._page(place), box.x, bottom, box.x + box.width, bottom - height)}]"

    def _page(self, place: Place) -> Page:
        return self._publication.pages[place.page]


class _Outline:
    """Bookmarks as a tree of items that know their neighbours."""

    def __init__(self) -> None:
        self._items: list[tuple[Bookmark, str, list[int]]] = []
        self._top: list[int] = []
        self._open: list[tuple[int, int]] = []

    def add(self, mark: Bookmark, destination: str) -> None:
        """Put one after the others, below the last one of a lower level."""
        while self._open and self._open[-1][0] >= mark.level:
            self._open.pop()
        at = len(self._items)
        (self._items[self._open[-1][1]][2] if self._open else self._top).append(at)
        self._items.append((mark, destination, []))
        self._open.append((mark.level, at))

    def write(self, file: File) -> str:
        """Write the items, all open; give the reference to their root."""
        root = file.reserve()
        numbers = [file.reserve() for _ in self._items]
        self._write(file, self._top, numbers, root)
        first, last = numbers[self._top[0]], numbers[self._top[-1]]
        file.fill(
            root,
            f"<< /Type /Outlines /First {first} 0 R /Last {last} 0 R /Count {len(numbers)} >>".encode("ascii"),
        )
        return f"{root} 0 R"

    def _write(self, file: File, items: list[int], numbers: list[int], parent: int) -> None:
        for place, at in enumerate(items):
            mark, destination, children = self._items[at]
            facts: dict[str, object] = {"Title": string(mark.title), "Parent": f"{parent} 0 R", "Dest": destination}
            if place:
                facts["Prev"] = f"{numbers[items[place - 1]]} 0 R"
            if place + 1 < len(items):
                facts["Next"] = f"{numbers[items[place + 1]]} 0 R"
            if children:
                facts |= {
                    "First": f"{numbers[children[0]]} 0 R",
                    "Last": f"{numbers[children[-1]]} 0 R",
                    "Count": self._below(at),
                }
                self._write(file, children, numbers, numbers[at])
            file.fill(numbers[at], PDFDictionary(facts).format(file))

    def _below(self, at: int) -> int:
        children = self._items[at][2]
        return len(children) + sum(map(self._below, children))


def _turned(page: Page, x: float, y: float) -> tuple[str, str]:
    """Give a point of a page in the units of the file, from the lower left corner."""
    unit = unit_of(page)
    return number(x / unit), number((page.height - y) / unit)


def _corners(page: Page, left: float, bottom: float, right: float, top: float) -> str:
    return " ".join((*_turned(page, left, bottom), *_turned(page, right, top)))


def _address(text: str) -> str:
    """Write an address in ASCII, as a file must: what is not, by its UTF-8 bytes in hex."""
    return "".join(
        letter if "!" <= letter <= "~" else "".join(f"%{byte:02X}" for byte in letter.encode("utf-8", "replace"))
        for letter in text
    )
