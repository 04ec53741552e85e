"""The structure of a tagged PDF: which elements there are, and what on the pages belongs to each.

Format: ISO 32000-1, 14.7 (logical structure) and 14.8 (tagged PDF).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from reportlab.pdfbase.pdfdoc import PDFDictionary

from cxdesigner.painters.pdf_strings import fits, string

if TYPE_CHECKING:
    from cxdesigner.layout.glyphs import Line
    from cxdesigner.layout.places import Places
    from cxdesigner.layout.publication import Publication
    from cxdesigner.layout.scene import Group, Scene
    from cxdesigner.layout.structure import Element
    from cxdesigner.painters.pdf_file import File
    from cxdesigner.painters.pdf_navigation import Annotation

_CELLS: Final = frozenset({"TD", "TH"})
_KEPT: Final = _CELLS | {"TR"}
"""What stays without content, for the sake of the table that it is in."""


class Tag:
    """An element as it is written: `role`, what it says of itself, and its kids in order."""

    __slots__ = ("alt", "attributes", "is_turned", "kids", "lines", "marks", "number", "parent", "role", "text")

    def __init__(self, role: str, parent: Tag | None, alt: str = "", attributes: str = "") -> None:
        self.role = role
        self.parent = parent
        self.alt = alt
        self.attributes = attributes
        self.marks: list[tuple[int, int]] = []
        """The numbers of pages, and of marked content on them."""
        self.kids: list[Tag | str] = []
        """Elements, and references to annotations as they are written."""
        self.number = 0
        self.text = ""
        """What is read instead of what is drawn."""
        self.lines: list[str] = []
        self.is_turned = False

    def add_text(self, line: Line, *, is_word_over: bool) -> None:
        """Take in a line of what belongs to it, with a space behind it where a word ends there."""
        self.lines.append(f"{line.text} " if is_word_over else line.text)
        if line.rtl or line.starts or not line.text.isascii():
            self.is_turned = self.is_turned or bool(line.starts) or any(piece.rtl for _, piece in line.pieces)

    @property
    def is_kept(self) -> bool:
        """Whether there is anything in it, or it must stay all the same."""
        return bool(self.marks) or self.role in _KEPT or any(isinstance(kid, str) or kid.is_kept for kid in self.kids)


class Structure:
    """Numbers what is drawn on the pages, and writes what it belongs to."""

    def __init__(self, publication: Publication, places: Places) -> None:
        self._places = places
        self._root = Tag("Document", None)
        self._tags: dict[int, dict[int, Tag]] = {}
        self._pages: list[list[Tag]] = [[] for _ in publication.pages]
        self._annotations: list[Tag] = []
        for told in publication.told:
            self._add(told.elements, self._root, self._tags.setdefault(places.sheet_of(told.scenes[0]), {}))

    def _add(self, elements: tuple[Element, ...], parent: Tag, tags: dict[int, Tag]) -> None:
        for element in elements:
            tag = Tag(element.role, parent, element.alt, _attributes(element))
            parent.kids.append(tag)
            for group in element.groups:
                tags[id(group)] = tag
            self._add(element.children, tag, tags)

    def tags_of(self, scene: Scene) -> Mapping[int, Tag]:
        """Give the elements to which the groups of a scene belong, by their identity."""
        return self._tags.get(self._places.sheet_of(scene), {})

    def stands(self, scene: Scene, group: Group, page: int, view: int) -> bool:
        """Tell whether a group is read where it is drawn here; it is drawn elsewhere too, else."""
        return self._places.stands(scene, group, page, view)

    def mark(self, tag: Tag, page: int) -> str:
        """Begin content that belongs to an element."""
        marks = self._pages[page]
        number = len(marks)
        marks.append(tag)
        tag.marks.append((page, number))
        return f"/{tag.role} <</MCID {number}>>BDC"

    def figure(self, parent: Tag, alt: str) -> Tag:
        """Give the element of a picture within another."""
        tag = Tag("Figure", parent, alt)
        parent.kids.append(tag)
        return tag

    def add_link(self, link: Annotation, page: int) -> int:
        """Take in an annotation on a page with this number of an object; give the key by which its element is found."""
        scene, group = self._places.holder(link.target) or (0, 0)
        parent = self._tags.get(scene, {}).get(group, self._root)
        if parent.role == "Figure" and parent.parent is not None:
            parent = parent.parent
        tag = Tag("Link", parent)
        tag.kids.append(f"<</Type/OBJR/Obj {link.number} 0 R/Pg {page} 0 R>>")
        parent.kids.append(tag)
        self._annotations.append(tag)
        return len(self._pages) + len(self._annotations) - 1

    def _turn(self, tag: Tag) -> None:
        """Say how text is read that is drawn from left to right but goes from right to left, in part at least."""
        for kid in tag.kids:
            if isinstance(kid, Tag):
                self._turn(kid)
        text = "".join(tag.lines) if tag.is_turned and tag.role != "Figure" else ""
        # What would be cut short is better read as it is drawn.
        if text and fits(text):
            span = Tag("Span", tag)
            span.text, span.marks, tag.marks = text, tag.marks, []
            for page, number in span.marks:
                self._pages[page][number] = span
            tag.kids.insert(0, span)

    def _simplify(self, tag: Tag) -> None:
        """Let a cell with one paragraph hold what is in it: it is read alike, with an element less to read."""
        for kid in tag.kids:
            if isinstance(kid, Tag):
                self._simplify(kid)
        kept = [kid for kid in tag.kids if isinstance(kid, str) or kid.is_kept]
        if tag.role not in _CELLS or tag.marks or len(kept) != 1:
            return
        (only,) = kept
        if isinstance(only, Tag) and only.role == "P" and not (only.alt or only.text or only.attributes):
            tag.marks, tag.kids = only.marks, only.kids
            for page, number in tag.marks:
                self._pages[page][number] = tag
            for kid in tag.kids:
                if isinstance(kid, Tag):
                    kid.parent = tag

    def write(self, file: File, pages: list[int]) -> None:
        """Put the elements into the file, whose pages have these numbers, and say in its catalog that it is tagged."""
        root = file.reserve()
        self._turn(self._root)
        self._simplify(self._root)
        written = list(_kept(self._root))
        # Those of a kind stand together, since alike they pack into less.
        roles = {tag.role: at for at, tag in enumerate(reversed(written))}
        for tag in sorted(written, key=lambda tag: -roles[tag.role]):
            tag.number = file.reserve()
        for tag in written:
            file.fill(tag.number, _element(tag, root, pages, file))
        nums = [
            f"{at}[{' '.join(f'{tag.number} 0 R' for tag in marks)}]" for at, marks in enumerate(self._pages) if marks
        ]
        nums += [f"{at} {tag.number} 0 R" for at, tag in enumerate(self._annotations, len(self._pages))]
        parents = file.reserve()
        file.fill(parents, f"<</Nums[{' '.join(nums)}]>>".encode("ascii"))
        following = len(self._pages) + len(self._annotations)
        file.fill(
            root,
            f"<</Type/StructTreeRoot/K {self._root.number} 0 R/ParentTree {parents} 0 R"
            f"/ParentTreeNextKey {following}>>".encode("ascii"),
        )
        file.root["StructTreeRoot"] = f"{root} 0 R"
        file.root["MarkInfo"] = PDFDictionary({"Marked": "true"})


def _attributes(element: Element) -> str:
    said = [f"/Scope/{element.scope}"] if element.scope else []
    said += [f"/RowSpan {element.rows}"] if element.rows > 1 else []
    said += [f"/ColSpan {element.columns}"] if element.columns > 1 else []
    return f"/A<</O/Table{''.join(said)}>>" if said else ""


def _kept(tag: Tag) -> Iterator[Tag]:
    """Give an element and those below it that are written, in order."""
    yield tag
    tag.kids = [kid for kid in tag.kids if isinstance(kid, str) or kid.is_kept]
    for kid in tag.kids:
        if isinstance(kid, Tag):
            yield from _kept(kid)


def _element(tag: Tag, root: int, pages: list[int], file: File) -> bytes:
    parent = tag.parent.number if tag.parent is not None else root
    on = tag.marks[0][0] if tag.marks else 0
    kids = [
        str(number) if page == on else f"<</Type/MCR/Pg {pages[page]} 0 R/MCID {number}>>" for page, number in tag.marks
    ]
    kids += [kid if isinstance(kid, str) else f"{kid.number} 0 R" for kid in tag.kids]
    said = f"<</S/{tag.role}/P {parent} 0 R{tag.attributes}"
    said += f"/Pg {pages[on]} 0 R" if tag.marks else ""
    said += f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]" if kids else ""
    head = said.encode("ascii")
    alt = b"/Alt" + string(tag.alt).format(file) if tag.alt else b""
    text = b"/ActualText" + string(tag.text).format(file) if tag.text else b""
    return head + alt + text + b">>"
