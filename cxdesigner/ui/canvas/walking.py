"""Walking the map with the keyboard: along cells and stacks, over the titles around them, from stage to stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from cxdesigner.layout.hit import cell_of
from cxdesigner.model.records import Card, Emotion, Lane, Map, Persona, Record, Stage, Step
from cxdesigner.ui.canvas.landing import lane_bands, takes_cards
from cxdesigner.ui.canvas.turning import title_beside
from cxdesigner.ui.emotions import active_persona

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView

Cell = tuple[str, str]
"""Lane and step."""
TITLES = (Map, Persona, Stage, Step, Lane)


class Walking:
    """Moves the selection."""

    def __init__(self, view: CanvasView) -> None:
        self._view = view
        self._extended: tuple[tuple[str, ...], Cell, str] = ((), ("", ""), "")
        """What Shift and arrows have selected, from which cell on, and from which card."""

    def lanes(self) -> list[str]:
        """Give the lanes that are shown, from top to bottom."""
        return [band.key for band in lane_bands(self._view.scene)]

    def steps(self) -> list[str]:
        """Give the steps that are shown, from left to right."""
        return [column.step for column in self._view.columns.columns]

    def here(self) -> Cell | None:
        """Give the cell in which the keyboard is: that of the card selected last, else the one that was chosen."""
        session = self._view.session
        cell = self._seen_at(*session.selection.cell) if session.selection.cell is not None else None
        for record in reversed(session.selected()):
            if isinstance(record, Card) and record.lane is not None:
                return self._seen_at(record.lane, record.step) or cell
            if isinstance(record, Emotion):
                lanes = [key for key in self.lanes() if self.is_emotion_lane(key)]
                return (self._seen_at(lanes[0], record.step) if lanes else None) or cell
        return cell

    def _seen_at(self, lane: str, step: str | None) -> Cell | None:
        """Give the cell in which something is seen: a collapsed stage has one for all of its steps."""
        column = self._view.columns.of(step)
        return (lane, column.step) if column is not None and lane in self.lanes() else None

    def is_emotion_lane(self, lane: str | None) -> bool:
        """Tell whether a lane shows feelings."""
        found = self._view.session.document.get(lane, Lane)
        return found is not None and found.kind == "emotion"

    def stack(self, lane: str, step: str) -> list[str]:
        """Give the cards that are seen in a cell; in the emotion lane the point of one persona."""
        session = self._view.session
        if self.is_emotion_lane(lane):
            return self._point(step)
        if not takes_cards(session.document, session.map_id, lane, step):
            return []
        column = self._view.columns.of(step)
        steps = column.steps if column is not None else (step,)
        return [card.id for one in steps for card in session.document.cell(session.map_id, lane, one)]

    def _point(self, step: str) -> list[str]:
        """Give the emotion of the active persona at a step."""
        session = self._view.session
        found = session.document.emotion(active_persona(session), step)
        return [found.id] if found is not None else []

    # One place further

    def walk(self, across: int, down: int) -> bool:
        """Go to the next card of the stack, else to the next cell; beyond the first ones to the titles beside them."""
        lanes, steps = self.lanes(), self.steps()
        if not lanes or not steps:
            return False
        chosen = self._view.session.selected()
        if len(chosen) == 1 and isinstance(chosen[0], TITLES):
            self._from_title(chosen[0], across, down)
            return True
        here = self.here()
        if here is None:
            self.enter((lanes[0], steps[0]))
        elif not (down and self._within_stack(here, down)):
            self._to_cell(lanes.index(here[0]) + down, steps.index(here[1]) + across, here, last=down < 0)
        return True

    def _to_cell(self, row: int, column: int, here: Cell, *, last: bool) -> None:
        lanes, steps = self.lanes(), self.steps()
        if row < 0:
            self._select_title(here[1])
        elif column < 0:
            self._select_title(here[0])
        elif row < len(lanes) and column < len(steps):
            self.enter((lanes[row], steps[column]), last=last)

    def _within_stack(self, here: Cell, down: int) -> bool:
        session, stack = self._view.session, self.stack(*here)
        chosen = [key for key in session.selection.ids if key in stack]
        if len(chosen) != 1 or not 0 <= stack.index(chosen[0]) + down < len(stack):
            return False
        session.select(stack[stack.index(chosen[0]) + down], here)
        return True

    def enter(self, cell: Cell, *, last: bool = False) -> None:
        """Put the keyboard into a cell, on the first card of its stack or the last one."""
        stack = self.stack(*cell)
        self._view.session.select(stack[-1 if last else 0] if stack else (), cell)
        self._reveal(cell)

    def reveal_cell(self) -> None:
        """Bring the cell in which the keyboard is into view."""
        here = self.here()
        if here is not None:
            self._reveal(here)

    def _reveal(self, cell: Cell) -> None:
        view = self._view
        found = cell_of(view.scene, view.columns, *cell)
        if found is not None and not view.uncovered().intersects(QRectF(found.x, found.y, found.width, found.height)):
            view.look_at(found.x + found.width / 2, found.y + found.height / 2)

    def first_in_view(self) -> Cell | None:
        """Give the first cell that holds cards and is seen, else the first one of all; None if there is none."""
        view, document, map_id = self._view, self._view.session.document, self._view.session.map_id
        steps, seen = self.steps(), view.uncovered()
        cells = (
            [(lane, step) for lane in self.lanes() if takes_cards(document, map_id, lane, steps[0]) for step in steps]
            if steps
            else []
        )
        for cell in cells:
            found = cell_of(view.scene, view.columns, *cell)
            if found is not None and seen.intersects(QRectF(found.x, found.y, found.width, found.height)):
                return cell
        return next(iter(cells), None)

    def arrive(self) -> None:
        """Put the keyboard into the first cell that is seen, where nothing is selected on this map."""
        session, cell = self._view.session, self.first_in_view()
        if cell is not None and not session.selection.ids and self.here() is None:
            self.enter(cell)

    # Titles

    def _select_title(self, key: str) -> None:
        self._view.session.select(key, (None, None))

    def _from_title(self, record: Record, across: int, down: int) -> None:
        """Go from a title to the one beside it, or to what stands below, above or beside that row of titles."""
        lanes, steps = self.lanes(), self.steps()
        along = down if isinstance(record, Lane) else across
        other = title_beside(self._view, record, along) if along else None
        if other is not None:
            self._select_title(other)
            return
        document, map_id = self._view.session.document, self._view.session.map_id
        match record:
            case Lane() if across > 0 and record.id in lanes:
                self.enter((record.id, steps[0]))
            case Lane() if down < 0:
                self._select_title(steps[0])
            case Step() if down > 0 and record.id in steps:
                self.enter((lanes[0], record.id))
            case Step() if down < 0:
                self._select_title(record.parent)
            case Step() if across < 0:
                self._select_title(lanes[0])
            case Stage() if down > 0:
                inside = [step.id for step in document.steps_of(record.id) if step.id in steps]
                self._select_title(inside[0] if inside else steps[0])
            case Stage() if down < 0:
                self._select_title(map_id)
            case Map() | Persona() if down > 0:
                self._select_title(self._view.columns.columns[0].stage)
            case Map() if across > 0 and (people := document.personas_of(map_id)):
                self._select_title(people[0].id)
            case Persona() if across < 0:
                self._select_title(map_id)

    # Further still

    def walk_stages(self, by: int) -> bool:
        """Go to the first step of the next stage, or back to that of this one and then of the one before."""
        columns = self._view.columns.columns
        chosen = self._view.session.selected()
        if len(chosen) == 1 and isinstance(chosen[0], Stage):
            return self.walk(by, 0)
        title = chosen[0].id if len(chosen) == 1 and isinstance(chosen[0], Step) else None
        here = self.here()
        if not columns or (title is None and here is None):
            return self.walk(0, 0)
        steps = self.steps()
        at = title or (here[1] if here is not None else "")
        position = steps.index(at) if at in steps else 0
        firsts = [index for index, column in enumerate(columns) if column.first]
        beyond = [index for index in firsts if (index - position) * by > 0]
        if not beyond:
            return True
        step = steps[beyond[0] if by > 0 else beyond[-1]]
        if title is not None:
            self._select_title(step)
        elif here is not None:
            self.enter((here[0], step))
        return True

    def walk_to_end(self, *, last: bool, of_map: bool) -> bool:
        """Go to the first or last cell of the lane, or of the map."""
        lanes, steps = self.lanes(), self.steps()
        if not lanes or not steps:
            return False
        end, here = -1 if last else 0, self.here()
        self.enter((lanes[end] if of_map or here is None else here[0], steps[end]), last=last and of_map)
        return True

    def extend(self, across: int, down: int) -> bool:
        """Select from where Shift was first pressed to one card or cell further."""
        session, here = self._view.session, self.here()
        lanes, steps = self.lanes(), self.steps()
        if here is None:
            return self.walk(across, down)
        ids, start, first = self._extended
        goes_on = bool(ids) and ids == session.selection.ids
        if not goes_on:
            chosen = [key for key in session.selection.ids if key in self.stack(*here)]
            start, first = here, chosen[-1] if chosen else ""
        head = session.selection.cell or here if goes_on else here
        if head == start and down and first and self._extend_in_stack(start, first, down):
            return True
        row, column = lanes.index(head[0]) + down, steps.index(head[1]) + across
        if 0 <= row < len(lanes) and 0 <= column < len(steps):
            self._select_between(start, (lanes[row], steps[column]), first)
        return True

    def _extend_in_stack(self, cell: Cell, first: str, down: int) -> bool:
        stack = self.stack(*cell)
        chosen = [stack.index(key) for key in self._view.session.selection.ids if key in stack]
        origin = stack.index(first)
        head = max(chosen) if min(chosen) == origin and max(chosen) > origin else min(chosen)
        head += down
        if not 0 <= head < len(stack):
            return False
        between = stack[min(origin, head) : max(origin, head) + 1]
        self._view.session.select(between, cell)
        self._extended = self._view.session.selection.ids, cell, first
        return True

    def _select_between(self, start: Cell, end: Cell, first: str) -> None:
        lanes, steps = self.lanes(), self.steps()
        rows = sorted((lanes.index(start[0]), lanes.index(end[0])))
        columns = sorted((steps.index(start[1]), steps.index(end[1])))
        ids = [
            key
            for lane in lanes[rows[0] : rows[1] + 1]
            for step in steps[columns[0] : columns[1] + 1]
            for key in self.stack(lane, step)
        ]
        self._view.session.select(ids, end)
        self._extended = self._view.session.selection.ids, start, first
        self._reveal(end)
