"""Small projects for tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cxdesigner.interchange.table.project import Imported, read_table
from cxdesigner.interchange.table.rows import table_of
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Lane, Map, Persona, Project, Stage, Step

DANGEROUS = (
    "=1+1", "=cmd|' /C calc'!A0", '=HYPERLINK("http://example.com";"Pay")', "+1", "+cmd", "-1", "-2+3", "- milk",
    "@SUM(1)", "\t=1", "\tmilk", "\n=1", "'=1", "''=1", "'''@x", "'-", "=", "+", "-", "@", "＝1+1", "＋1", "－1", "＠x",
    '=DDE("cmd";"/C calc";"1")', '=WEBSERVICE("http://example.com")', "=IMPORTXML(A1)",
    "=1\n=2",
)  # fmt: skip
"""Texts that a spreadsheet takes for a formula, or that could make one of what is beside them."""
INSIDE = (
    '","=1+1',
    '";=1+1;"',
    "x;=1+1",
    "x\t=1+1",
    'a","=1+1',
    'a";=1+1;"b',
    ";;@x",
    "one\n=2",
    ";-)",
    'a;"=1',
    'a;"\'"=1',
    'a\n"=2',
)
"""Texts in which a formula begins where a spreadsheet that expects other signs between cells sees a new one."""
HARMLESS = (
    "milk",
    "1=1",
    " =1",
    "'tis",
    "'",
    "''",
    "http://example.com",
    "a,b;c\td",
    'She said "no"',
    "1.5",
    "NaN",
    "🎉 = 1",
)


def project(cards: Iterable[Card], **fields: Any) -> Document:
    """Give a map of one cell with these cards in it."""
    map_fields = {"title": "Dinner", "personas": ("marta",)} | fields
    return Document([
        Project(id="project", title="Restaurant"),
        Persona(id="marta", parent="project", rank="V", name="Marta"),
        Map(id="map", parent="project", rank="V", **map_fields),
        Stage(id="stage", parent="map", rank="V", title="Arrive"),
        Step(id="step", parent="stage", rank="V", title="Enters"),
        Lane(id="lane", parent="map", rank="V", kind="pains"),
        *cards,
    ])  # fmt: skip


def card(number: int, text: str = "Queue", **fields: Any) -> Card:
    """Give a card in that cell."""
    where = {"lane": "lane", "step": "step"} | fields
    return Card.new(id=f"c{number}", parent="map", rank=f"{number:03d}V", kind="pain", text=text, **where)


def read(text: str, title: str = "Table") -> Imported:
    """Read a table as it is typed."""
    return read_table(text.encode(), title)


def cards_of(document: Document) -> tuple[Card, ...]:
    """Give the cards of the first map."""
    return document.cards(document.maps[0].id)


def whole(document: Document) -> list[Any]:
    """Give all that a table of all maps says."""
    return list(table_of(document, [one.id for one in document.maps]).rows)
