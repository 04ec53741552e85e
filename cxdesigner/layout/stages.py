"""The stages and steps of a sheet: phase names, chevrons, step titles."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.columns import Column, Columns
from cxdesigner.layout.pen import Pen, runs
from cxdesigner.layout.scene import STAGES, Band, Group, Node, Path
from cxdesigner.layout.typeset import TextStyle
from cxdesigner.model.records import Stage, Step

POINT = 8.0
"""How far the tip of a chevron reaches."""
GAP = 2.0
GAP_AFTER = 5.0
"""Room to the right of a step's title, so that it does not run into the next one."""


HEADS = 9.0
"""The height between stages and steps where links run over the stages: some come down to the steps there."""


class StagesInput(NamedTuple):
    """All that the band of stages depends on; the steps come from left to right.

    `above`: the height that links need between the names of the phases and the stages.
    """

    stages: tuple[Stage, ...]
    steps: tuple[Step, ...]
    columns: Columns
    language: str
    above: float = 0.0


def stages_band(pen: Pen, given: StagesInput) -> Band:
    """Lay out phases, stages and steps; a stage without steps has no place."""
    by_stage: dict[str, list[Column]] = {}
    for column in given.columns.columns:
        by_stage.setdefault(column.stage, []).append(column)
    given = given._replace(stages=tuple(stage for stage in given.stages if stage.id in by_stage))
    groups, top = _phases(pen, given, by_stage)
    chevrons, bottom = _chevrons(pen, given, by_stage, top + given.above)
    goals, bottom = _goals(pen, given, by_stage, bottom)
    steps, bottom = _steps(pen, given, bottom + (HEADS if given.above else 4))
    return Band(STAGES, 0.0, bottom + 8, (*groups, *chevrons, *goals, *steps))


def _reach(columns: list[Column]) -> tuple[float, float]:
    return columns[0].x + GAP / 2, columns[-1].x + columns[-1].width - GAP / 2


def _phases(pen: Pen, given: StagesInput, by_stage: dict[str, list[Column]]) -> tuple[list[Group], float]:
    """Name each phase once, above the first of the stages in a row that belong to it."""
    groups = []
    height = theme.PHASE.leading
    runs_of_stages: list[list[Stage]] = []
    for stage in given.stages:
        if runs_of_stages and runs_of_stages[-1][-1].phase == stage.phase:
            runs_of_stages[-1].append(stage)
        else:
            runs_of_stages.append([stage])
    for row in runs_of_stages:
        left, right = _reach(by_stage[row[0].id])[0], _reach(by_stage[row[-1].id])[1]
        color = theme.readable(theme.PHASE_COLOR.get(row[0].phase, theme.PLAIN_PHASE))
        name = pen.fitted(pen.words.get(row[0].phase, row[0].phase), theme.PHASE, max(1.0, right - left - 4))
        groups.append(Group(row[0].id, "phase", left + 3, 0, name.width, name.height, runs(name, 0, 0, color)))
        height = max(height, name.height)
    return groups, height + 3


def _chevrons(pen: Pen, given: StagesInput, by_stage: dict[str, list[Column]], top: float) -> tuple[list[Group], float]:
    titles = []
    for index, stage in enumerate(given.stages):
        left, right = _reach(by_stage[stage.id])
        style = theme.LABEL_BOLD if by_stage[stage.id][0].collapsed else theme.STAGE
        indent, room = _title_room(pen, stage.title, style, right - left, first=index == 0)
        titles.append((stage, left, right, indent, pen.text(stage.title, style, room)))
    height = max([theme.STAGE.leading + 12] + [text.height + 12 for *_, text in titles])
    groups = []
    for index, (stage, left, right, indent, text) in enumerate(titles):
        fill = stage.color or theme.PHASE_COLOR.get(stage.phase, theme.PLAIN_PHASE)
        width = right - left
        items: list[Node] = [_chevron(width, height, fill, first=index == 0)]
        items += runs(text, indent, (height - text.height) / 2, theme.ink_on(fill))
        groups.append(Group(stage.id, "stage", left, top, width, height, tuple(items)))
    return groups, top + height


def _tip(width: float) -> float:
    return min(POINT, width / 6)


def _title_room(pen: Pen, title: str, style: TextStyle, width: float, *, first: bool) -> tuple[float, float]:
    """Give the indent of a title in a chevron and its room: the indent is less where a word would be broken for it."""
    tip = _tip(width)
    longest = max((pen.typesetter.width(word, style) for word in title.split()), default=0.0)
    least = min(4.0 if first else POINT + 3, 0.3 * width)
    indent = max(least, min(10.0 if first else POINT + 9, width - tip - longest))
    return indent, width - tip - indent


def _chevron(width: float, height: float, fill: str, *, first: bool) -> Path:
    notch = () if first else (("L", _tip(width), height / 2),)
    tip = width - _tip(width)
    return Path(
        (
            ("M", 0.0, 0.0),
            ("L", tip, 0.0),
            ("L", width, height / 2),
            ("L", tip, height),
            ("L", 0.0, height),
            *notch,
            ("Z",),
        ),
        fill,
    )


def _goals(pen: Pen, given: StagesInput, by_stage: dict[str, list[Column]], top: float) -> tuple[list[Group], float]:
    groups, bottom = [], top
    for stage in given.stages:
        if stage.goal and not by_stage[stage.id][0].collapsed:
            left, right = _reach(by_stage[stage.id])
            text = pen.fitted(stage.goal, theme.LABEL, max(1.0, right - left - 8))
            groups.append(
                Group(stage.id, "goal", left + 3, top + 3, text.width, text.height, runs(text, 0, 0, theme.MUTED))
            )
            bottom = max(bottom, top + 3 + text.height)
    return groups, bottom


def _steps(pen: Pen, given: StagesInput, top: float) -> tuple[list[Group], float]:
    """Write the titles of the steps; under a collapsed stage stands how many they are."""
    by_id = {step.id: step for step in given.steps}
    drawn = []
    for column in given.columns.columns:
        room = column.width - theme.CELL_GAP - min(GAP_AFTER, column.width / 12)
        if column.collapsed:
            items, height = _count(pen, len(column.steps), room)
        else:
            items, height = _step(pen, by_id[column.step], room)
        drawn.append((column, items, height))
    tallest = max((height for *_, height in drawn), default=theme.STEP.leading)
    groups = [
        Group(
            column.stage if column.collapsed else column.step,
            "steps" if column.collapsed else "step",
            column.x + theme.CELL_GAP / 2,
            top,
            column.width - theme.CELL_GAP,
            tallest,
            tuple(items),
        )
        for column, items, _ in drawn
    ]
    return groups, top + tallest


def _step(pen: Pen, step: Step, room: float) -> tuple[list[Node], float]:
    title = pen.text(step.title, theme.STEP, room)
    items: list[Node] = [*runs(title, 0, 0, theme.INK)]
    height = title.height
    for extra, style in ((step.duration, theme.LABEL), (step.note, theme.LABEL)):
        if extra:
            text = pen.text(extra, style, room)
            items += runs(text, 0, height + 1, theme.MUTED)
            height += text.height + 1
    return items, height


def _count(pen: Pen, count: int, room: float) -> tuple[list[Node], float]:
    words = pen.words["step"] if count == 1 else pen.words["steps"].format(n=count)
    text = pen.text(words, theme.LABEL, room)
    return [*runs(text, 0, 2, theme.MUTED)], text.height + 2
