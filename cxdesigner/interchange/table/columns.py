"""The columns of a table: what they are called, what stands in them, and by what other names they are known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

Sort = Literal["text", "number", "yes"]
Value = str | int | float
Row = Mapping[str, Value]
"""What stands in a row, by the keys of columns; what is empty is left out."""


class Column(NamedTuple):
    """A column: `width` in characters. One that is `always` there is for people to fill in; others only where something
    stands in them. `also`: what else its head may say.
    """

    key: str
    title: str
    sort: Sort = "text"
    width: int = 14
    always: bool = False
    also: tuple[str, ...] = ()


class Table(NamedTuple):
    """Rows with the columns that they use, in order; the same for both kinds of file."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


MAP: Final = (
    Column("map", "Map", width=36, always=True, also=("journey",)),
    Column("state", "State", width=10, also=("map state",)),
)
"""They stand first where there are several maps, and last where they say the same in every row."""
COLUMNS: Final = (
    Column("no", "No.", "number", 6, always=True, also=("no", "number", "#")),
    *MAP,
    Column("stage", "Stage", width=18, always=True, also=("phase", "section")),
    Column("step", "Step", width=18, always=True, also=("sub-stage", "substage", "task")),
    Column("lane", "Lane", width=18, always=True, also=("row", "section")),
    Column("kind", "Kind", width=14, always=True, also=("type", "card kind", "kind of card")),
    Column("text", "Text", width=48, always=True, also=("card", "note", "sticky", "item", "description")),
    Column("personas", "Personas", width=18, always=True, also=("persona", "user", "actor")),
    Column("emotion", "Emotion", "number", 9, also=("score", "mood", "sentiment")),
    Column("feeling", "Feeling"),
    Column("channel", "Channel"),
    Column("delivered_by", "Delivered by"),
    Column("department", "Department", width=18),
    Column("moment_of_truth", "Moment of truth", "yes", 10),
    Column("support_moment", "Support moment", "yes", 10),
    Column("promise", "Promise", width=32),
    Column("experience", "Experience", width=32),
    Column("says", "Customer says", width=32, also=("says",)),
    Column("nps", "NPS", "number", 8),
    Column("nps_n", "NPS answers", "number", 9),
    Column("csat", "CSAT", "number", 8),
    Column("csat_n", "CSAT answers", "number", 9),
    Column("ces", "CES", "number", 8),
    Column("ces_n", "CES answers", "number", 9),
    Column("ces_scale", "CES scale", "number", 8),
    Column("severity", "Severity", "number", 9, always=True),
    Column("impact", "Impact", "number", 9, always=True),
    Column("effort", "Effort", "number", 9, always=True),
    Column("owner", "Owner", width=18, always=True),
    Column("due", "Due", width=12, always=True, also=("due date", "deadline")),
    Column("status", "Status", width=11, always=True),
    Column("votes", "Votes", "number", 8, also=("dots",)),
    Column("evidence", "Evidence", width=12),
    Column("evidence_source", "Evidence source", width=24, also=("source",)),
    Column("evidence_n", "Evidence n", "number", 10),
    Column("evidence_url", "Evidence URL", width=24),
    Column("url", "URL", width=24, also=("link", "address")),
    Column("author", "Author", width=16),
    Column("to", "Up to step", width=18),
    Column("duration", "Duration", width=12),
    Column("purchase", "Purchase", width=10),
    Column("lane_kind", "Lane kind", width=14),
    Column("language", "Language", width=10),
)
"""All columns in order. "No." brings back the order of the map, however the rows were sorted meanwhile."""

FRAME: Final = ("map", "persona", "step", "lane", "emotion")
"""What the rows are that are no cards, as the column "Kind" says it."""
