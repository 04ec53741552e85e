"""A text as data: headings, facts, lists and tables of plain text, which HTML and Markdown write each in their way."""

from __future__ import annotations

from typing import NamedTuple


class Heading(NamedTuple):
    """A heading, `level` 1 to 3."""

    level: int
    text: str


class Paragraph(NamedTuple):
    """A text by itself."""

    text: str


class Facts(NamedTuple):
    """Values with their labels."""

    pairs: tuple[tuple[str, str], ...]


class Bullets(NamedTuple):
    """A list with a title."""

    title: str
    items: tuple[str, ...]


class Picture(NamedTuple):
    """An asset of the project, by its key, and what it shows."""

    asset: str
    alt: str


class Entry(NamedTuple):
    """What stands in a cell: a text, facts of it, a picture."""

    text: str
    facts: tuple[tuple[str, str], ...] = ()
    picture: Picture | None = None


Cell = tuple[Entry, ...]


class Table(NamedTuple):
    """Rows of cells below a head; the first cell of each row names it."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Node = Heading | Paragraph | Facts | Bullets | Picture | Table


class Text(NamedTuple):
    """A whole text. `language` is a BCP 47 tag."""

    title: str
    language: str
    nodes: tuple[Node, ...]


def entry(text: str) -> Cell:
    """Make a cell of a text."""
    return (Entry(text),)
