"""The columns of a sheet: where each step stands."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.model.document import Document


class Column(NamedTuple):
    """A step's place across: left end and width in points."""

    step: str
    stage: str
    x: float
    width: float
    first: bool
    """Whether it is the first of its stage."""


class Columns(NamedTuple):
    """All columns from left to right; `position` is step id → position."""

    columns: tuple[Column, ...]
    position: dict[str, int]
    left: float
    right: float
    sheet_width: float

    def at(self, x: float) -> Column | None:
        """Give the column in which an x lies, the nearest one beyond the ends; None if there is none."""
        for column in self.columns:
            if x < column.x + column.width:
                return column
        return self.columns[-1] if self.columns else None

    def span(self, first: str | None, last: str | None) -> tuple[int, int] | None:
        """Give the positions that a card covers, in order; None if its first step is not here."""
        start = self.position.get(first or "")
        if start is None:
            return None
        end = self.position.get(last or "", start)
        return min(start, end), max(start, end)


def columns_of(document: Document, map_id: str) -> Columns:
    """Place the steps of a map side by side."""
    left = theme.MARGIN + theme.LABEL_WIDTH
    x = left
    columns = []
    for stage in document.stages(map_id):
        for number, step in enumerate(document.steps_of(stage.id)):
            width = float(step.width) if step.width is not None else theme.STEP_WIDTH
            columns.append(Column(step.id, stage.id, x, width, number == 0))
            x += width
    position = {column.step: index for index, column in enumerate(columns)}
    return Columns(tuple(columns), position, left, x, max(x + theme.MARGIN, theme.MIN_WIDTH))
