"""A text as Markdown, with the tables of GitHub's: what was typed means nothing but itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, assert_never

from cxdesigner.export.twin.tree import Bullets, Cell, Facts, Heading, Node, Paragraph, Picture, Table, Text

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|~&:@$^=\"']")
_SPACES: Final = re.compile(r"^[ \t]+|[ \t]+$|\t|(?<= ) ")
BREAK: Final = "<br>"
"""Stands for the end of a line: a cell of a table has to be written in one."""


def markdown_of(text: Text) -> str:
    """Write a text."""
    return "\n\n".join(filter(None, ("\n".join(_node(node)) for node in text.nodes))) + "\n"


def escaped(text: str) -> str:
    """Write a text such that it stands for itself: a backslash before each mark, `<br>` for the ends of its lines.

    Spaces that Markdown would drop are numbers, as HTML writes characters.
    """
    return BREAK.join(_line(line) for line in re.split("[\n\u2028\u2029]", text))


def _line(line: str) -> str:
    marked = _SPECIAL.sub(lambda found: "\\" + found[0], line)
    return _SPACES.sub(lambda found: "".join(f"&#{ord(letter)};" for letter in found[0]), marked)


def _node(node: Node) -> Iterator[str]:
    match node:
        case Heading(level, text):
            yield f"{'#' * level} {escaped(text)}"
        case Paragraph(text):
            yield escaped(text)
        case Facts(pairs):
            yield from (f"- **{escaped(label)}:** {escaped(value)}" for label, value in pairs)
        case Bullets(title, items):
            yield f"**{escaped(title)}**"
            yield ""
            yield from (f"- {escaped(item)}" for item in items)
        case Picture(_, alt):
            yield escaped(alt)
        case Table():
            yield from _table(node)
        case _:
            assert_never(node)


def _table(table: Table) -> Iterator[str]:
    yield _row([escaped(text) for text in table.head])
    yield _row(["---"] * len(table.head))
    yield from (_row([_cell(cell) for cell in row]) for row in table.rows)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    entries = []
    for entry in cell:
        lines = [escaped(entry.picture.alt)] if entry.picture is not None and entry.picture.alt != entry.text else []
        lines += [escaped(entry.text)] if entry.text else []
        lines += [f"*{escaped(label)}:* {escaped(value)}" for label, value in entry.facts]
        entries.append(BREAK.join(lines))
    return f"{BREAK}{BREAK}".join(entries)
