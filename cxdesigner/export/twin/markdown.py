"""A text as Markdown, with the tables of GitHub's: what was typed means nothing but itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from cxdesigner.export.twin.escaping import BREAK, escaped
from cxdesigner.export.twin.tree import Bullets, Cell, Facts, Heading, Node, Paragraph, Picture, Table, Text


def markdown_of(text: Text) -> str:
    """Write a text."""
    return "\n\n".join(filter(None, ("\n".join(_node(node)) for node in text.nodes))) + "\n"


def _node(node: Node) -> Iterator[str]:
    match node:
        case Heading(level, text):
            yield f"{'#' * level} {escaped(text, 'heading')}"
        case Paragraph(text):
            yield escaped(text, "block")
        case Facts(pairs):
            yield from (f"- **{escaped(label)}:** {escaped(value)}" for label, value in pairs)
        case Bullets(title, items):
            yield f"**{escaped(title)}**"
            yield ""
            yield from (f"- {escaped(item, 'block')}" for item in items)
        case Picture(_, alt):
            yield escaped(alt, "block")
        case Table():
            yield from _table(node)
        case _:
            assert_never(node)


def _table(table: Table) -> Iterator[str]:
    yield _row([escaped(text, "cell") for text in table.head])
    yield _row(["---"] * len(table.head))
    yield from (_row([_cell(cell) for cell in row]) for row in table.rows)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    entries = []
    for entry in cell:
        lines = (
            [escaped(entry.picture.alt, "cell")]
            if entry.picture is not None and entry.picture.alt != entry.text
            else []
        )
        lines += [escaped(entry.text, "cell")] if entry.text else []
        lines += [f"*{escaped(label, 'cell')}:* {escaped(value, 'cell')}" for label, value in entry.facts]
        entries.append(BREAK.join(lines))
    return f"{BREAK}{BREAK}".join(entries)
