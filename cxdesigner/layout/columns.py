"""The columns of a sheet: where each step stands."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.model.document import Document


class Column(NamedTuple):
    """A step's place across: left end and width in points. All steps of a collapsed stage share one column.

    `steps` are those that stand there, `step` is the first of them: what is put into a shared column goes there.
    """

    step: str
    stage: str
    x: float
    width: float
    first: bool
    """Whether it is the first of its stage."""
    steps: tuple[str, ...]
    collapsed: bool = False
    """Whether it is that of a collapsed stage."""


class Columns(NamedTuple):
    """All columns from left to right; `position` is step id → position, for every step of the map.

    Steps of a collapsed stage have the same position: what stands at one of them, or points to one, is at its column.
    """

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

    def of(self, step: str | None) -> Column | None:
        """Give the column in which a step stands."""
        index = self.position.get(step or "")
        return self.columns[index] if index is not None else None

    def span(self, first: str | None, last: str | None) -> tuple[int, int] | None:
        """Give the positions that a card covers, in order; None if its first step is not here."""
        start = self.position.get(first or "")
        if start is None:
            return None
        end = self.position.get(last or "", start)
        return min(start, end), max(start, end)


def columns_of(document: Document, map_id: str) -> Columns:
    """Place the steps of a map side by side; those of a collapsed stage stand in one narrow column."""
    left = theme.MARGIN + theme.LABEL_WIDTH
    x = left
    columns: list[Column] = []
    for stage in document.stages(map_id):
        steps = document.steps_of(stage.id)
        if stage.collapsed and steps:
            keys = tuple(step.id for step in steps)
            columns.append(Column(keys[0], stage.id, x, theme.COLLAPSED_WIDTH, True, keys, True))
            x += theme.COLLAPSED_WIDTH
            continue
        for number, step in enumerate(steps):
            width = float(step.width) if step.width is not None else theme.STEP_WIDTH
            columns.append(Column(step.id, stage.id, x, width, number == 0, (step.id,)))
            x += width
    position = {step: index for index, column in enumerate(columns) for step in column.steps}
    return Columns(tuple(columns), position, left, x, max(x + theme.MARGIN, theme.MIN_WIDTH))
