"""What a file of pages says to those who do not see it: elements with a role, in reading order (ISO 32000-1, 14.8)."""

from __future__ import annotations

from typing import Literal, NamedTuple

from cxdesigner.layout.scene import Group, Scene

Role = Literal["H1", "H2", "H3", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "Figure"]


class Element(NamedTuple):
    """A part of what is said. `groups` are what of the scene is its content, before its `children`.

    `alt` is what is said instead of a figure. `scope`, `rows` and `columns` are for cells of a table: of what it is the
    title, and how many rows and columns it covers.
    """

    role: Role
    groups: tuple[Group, ...] = ()
    children: tuple[Element, ...] = ()
    alt: str = ""
    scope: Literal["", "Row", "Column"] = ""
    rows: int = 1
    columns: int = 1


class Told(NamedTuple):
    """Scenes, such as the parts of a sheet on several pages, and what is said of them together; what of them is in no
    element is decoration, and a group that several of them have is read once.
    """

    scenes: tuple[Scene, ...]
    elements: tuple[Element, ...]
