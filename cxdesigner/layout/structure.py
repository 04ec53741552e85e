"""What a file of pages says to those who do not see it: elements with a role, in reading order (ISO 32000-1, 14.8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal, NamedTuple

from cxdesigner.layout.scene import GlyphRun, Group, Node, Picture, Scene

Role = Literal[
    "H1", "H2", "H3", "P", "L", "LI", "LBody", "TOC", "TOCI", "Table", "TR", "TH", "TD", "Figure"
]  # fmt: skip
Scope = Literal["", "Row", "Column"]

_ROLES: Final[Mapping[str, Role]] = {
    "title": "H1", "h1": "H1", "h2": "H2", "h3": "H3", "comments": "H2", "lane-title": "H2",
}  # fmt: skip


class Element(NamedTuple):
    """A part of what is said. `groups` are what of the scene is its content, before its `children`.

    `alt` is what is said instead of a figure. `scope`, `rows` and `columns` are for cells of a table: of what it is the
    title, and how many rows and columns it covers.
    """

    role: Role
    groups: tuple[Group, ...] = ()
    children: tuple[Element, ...] = ()
    alt: str = ""
    scope: Scope = ""
    rows: int = 1
    columns: int = 1


class Told(NamedTuple):
    """Scenes, such as the parts of a sheet on several pages, and what is said of them together; what of them is in no
    element is decoration, and a group that several of them have is read once.
    """

    scenes: tuple[Scene, ...]
    elements: tuple[Element, ...]


def role_of(part: str) -> Role:
    """Give what a group is that shows this part of something: a heading, else a paragraph."""
    return _ROLES.get(part, "P")


def speaks(nodes: Iterable[Node]) -> bool:
    """Tell whether there are words among nodes, or a picture of which something is said."""
    for node in nodes:
        if isinstance(node, GlyphRun):
            return True
        if isinstance(node, Picture):
            if node.alt:
                return True
        elif isinstance(node, Group) and speaks(node.items):
            return True
    return False
