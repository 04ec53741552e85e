"""Where a caret stands in a text that is drawn, and which place in the text is under a point.

All lengths are points, x to the right, y down, wherever the glyph runs are placed from. Offsets are in code points;
a caret stands only between graphemes.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from cxdesigner.layout.breaks import graphemes
from cxdesigner.layout.glyphs import Line
from cxdesigner.layout.scene import GlyphRun

_HARD = re.compile("[\n\u2028\u2029]")


class Caret(NamedTuple):
    """A place in a text, and the letter that it stands at.

    That is the letter before it, or with `ahead` the one after it: these two are apart where a line wraps and where
    the direction of writing turns.
    """

    offset: int
    ahead: bool = False


class Row(NamedTuple):
    """A line where it is drawn: what of the text it shows, its left end and its top. `line` is None if it is empty."""

    start: int
    end: int
    x: float
    top: float
    line: Line | None

    @property
    def rtl(self) -> bool:
        """Whether it is read from the right as a whole."""
        return self.line is not None and self.line.rtl


class Letter(NamedTuple):
    """A grapheme where it is drawn in its row."""

    start: int
    end: int
    left: float
    right: float
    rtl: bool


class Spot(NamedTuple):
    """Where a caret is drawn: a line from (x, top) downwards."""

    x: float
    top: float
    height: float


class Box(NamedTuple):
    """A rectangle behind a part of a row that is selected."""

    x: float
    top: float
    width: float
    height: float


class TextBlock:
    """A text with the rows in which it is drawn."""

    def __init__(self, text: str, rows: Sequence[Row], leading: float) -> None:
        self.text = text
        self.rows = tuple(rows)
        self.leading = leading
        self._starts = [row.start for row in self.rows]
        self._letters: dict[int, list[Letter]] = {}

    @cached_property
    def _stops(self) -> list[int]:
        return graphemes(self.text)

    def spot(self, caret: Caret) -> Spot:
        """Give the place at which a caret is drawn."""
        number = self._row_of(caret)
        row = self.rows[number]
        return Spot(self._x(number, caret), row.top, self.leading)

    def at(self, x: float, y: float) -> Caret:
        """Give the caret nearest to a point: in the row at its height, at the letter whose edge is nearest."""
        number = bisect_right([row.top for row in self.rows], y) - 1
        return self._whole(self._in_row(max(0, number), x))

    def boxes(self, start: int, end: int) -> list[Box]:
        """Give the rectangles behind a part of the text, those of each row from left to right."""
        found = []
        for number, row in enumerate(self.rows):
            if row.start == row.end and start <= row.start < end:  # an empty line, with its end selected
                found.append(Box(row.x, row.top, self.leading / 4, self.leading))
            elif row.line is not None and start <= row.start and row.end <= end:
                found.append(Box(row.x, row.top, row.line.width, self.leading))
            elif row.start < end and start < row.end:
                found += self._boxes_in(number, start, end)
        return found

    def step(self, caret: Caret, *, right: bool) -> Caret:
        """Move a caret past the letter beside it, as one sees it; at the end of a row to the next one."""
        after = self._step(caret, right=right)
        return self._whole(after, up=after.offset > caret.offset)

    def _step(self, caret: Caret, *, right: bool) -> Caret:
        number = self._row_of(caret)
        row, letters = self.rows[number], self._letters_of(number)
        edge = self._edge(letters, caret, row)
        passed = edge if right else edge - 1
        if 0 <= passed < len(letters) and caret.offset <= row.end:
            letter = letters[passed]
            return Caret(letter.start, ahead=True) if right == letter.rtl else Caret(letter.end)
        return self._leave(number, caret, forward=right != row.rtl)

    def _leave(self, number: int, caret: Caret, *, forward: bool) -> Caret:
        """Go from the end of a row to the row that is read next, or from its start to the one before."""
        row = self.rows[number]
        if not forward and caret.offset > row.end:
            return Caret(row.end)
        if not 0 <= (other := number + (1 if forward else -1)) < len(self.rows):
            return Caret(len(self.text)) if forward else Caret(0, ahead=True)
        beside = self.rows[other]
        arrived = Caret(beside.start, ahead=True) if forward else Caret(beside.end)
        if arrived.offset == caret.offset:  # a word cut in two: it was at both places
            return self._step(arrived, right=forward != beside.rtl)
        return arrived

    def vertical(self, caret: Caret, by: int, x: float) -> Caret:
        """Move a caret some rows down, to what is nearest to `x`; past the first or last row to the text's end."""
        number = self._row_of(caret) + by
        if number < 0:
            return Caret(0, ahead=True)
        return self._whole(self._in_row(number, x)) if number < len(self.rows) else Caret(len(self.text))

    def row_start(self, caret: Caret) -> Caret:
        """Give the start of a caret's row."""
        return self._whole(Caret(self.rows[self._row_of(caret)].start, ahead=True))

    def row_end(self, caret: Caret) -> Caret:
        """Give the end of a caret's row."""
        number = self._row_of(caret)
        is_last = number == len(self.rows) - 1
        return Caret(len(self.text) if is_last else self.rows[number].end)

    def reads_from_right(self, caret: Caret) -> bool:
        """Tell whether the row of a caret is read from the right."""
        return self.rows[self._row_of(caret)].rtl

    def _whole(self, caret: Caret, *, up: bool = False) -> Caret:
        """Move a caret out of a grapheme: a line may wrap at a space that carries a mark."""
        stops = self._stops
        index = bisect_left(stops, caret.offset)
        if not caret.offset or stops[index] == caret.offset:
            return caret
        return Caret(stops[index] if up else stops[index - 1] if index else 0, ahead=True)

    def _row_of(self, caret: Caret) -> int:
        number = max(0, bisect_right(self._starts, caret.offset) - 1)
        at_both = number > 0 and self.rows[number - 1].end == self.rows[number].start == caret.offset
        return number - 1 if at_both and not caret.ahead else number

    def _x(self, number: int, caret: Caret) -> float:
        row, letters = self.rows[number], self._letters_of(number)
        edge = self._edge(letters, caret, row)
        if not letters:
            return row.x
        return letters[edge].left if edge < len(letters) else letters[-1].right

    def _edge(self, letters: Sequence[Letter], caret: Caret, row: Row) -> int:
        """Give how many letters of a row are left of a caret."""
        before = after = None
        for index, letter in enumerate(letters):
            if letter.end == caret.offset:
                before = index if letter.rtl else index + 1
            if letter.start == caret.offset:
                after = index + 1 if letter.rtl else index
        found = (after, before) if caret.ahead else (before, after)
        edge = next((one for one in found if one is not None), None)
        # At the end of a row there may be spaces that are not shown.
        return edge if edge is not None else 0 if row.rtl else len(letters)

    def _in_row(self, number: int, x: float) -> Caret:
        row, letters = self.rows[number], self._letters_of(number)
        if not letters:
            return Caret(row.start, ahead=True)
        if x < letters[0].left:
            return self.row_end(Caret(row.start, ahead=True)) if row.rtl else Caret(row.start, ahead=True)
        if x >= letters[-1].right:
            return Caret(row.start, ahead=True) if row.rtl else self.row_end(Caret(row.start, ahead=True))
        letter = letters[max(0, bisect_right([one.left for one in letters], x) - 1)]
        is_left = x < (letter.left + letter.right) / 2
        return Caret(letter.start, ahead=True) if is_left != letter.rtl else Caret(letter.end)

    def _boxes_in(self, number: int, start: int, end: int) -> list[Box]:
        top, boxes = self.rows[number].top, list[Box]()
        for letter in self._letters_of(number):
            if letter.start < end and start < letter.end:
                last = boxes[-1] if boxes else None
                if last is not None and abs(last.x + last.width - letter.left) < 0.01:
                    boxes[-1] = last._replace(width=letter.right - last.x)
                else:
                    boxes.append(Box(letter.left, top, letter.right - letter.left, self.leading))
        return boxes

    def _letters_of(self, number: int) -> list[Letter]:
        """Give the letters of a row from left to right."""
        if number not in self._letters:
            row = self.rows[number]
            self._letters[number] = _joined(_split(_clusters(row), self._stops), self._stops) if row.line else []
        return self._letters[number]


def block_of(
    text: str, runs: Iterable[GlyphRun], corner: tuple[float, float], ascent: float, leading: float
) -> TextBlock:
    """Put together a text from the glyph runs that show it; there are none for lines that are empty.

    `ascent` is the distance of a baseline from the top of its row, `corner` where a text begins of which nothing is
    shown.
    """
    shown = sorted(runs, key=lambda run: run.line.start)
    left, top = corner
    if shown:
        first = shown[0]
        left = first.x - first.line.x
        top = first.y - ascent - leading * len(_HARD.findall(text, 0, first.line.start))
    starts = [run.line.start for run in shown]
    rows: list[Row] = []
    position = 0
    for hard in _HARD.split(text):
        end = position + len(hard)
        within = shown[bisect_left(starts, position) : bisect_right(starts, end)] if hard else []
        for run in within:
            line, height = run.line, top + leading * len(rows)
            rows.append(Row(line.start, line.start + len(line.text), run.x, height, line))
        if not within:
            rows.append(Row(position, end, left, top + leading * len(rows), None))
        position = end + 1
    return TextBlock(text, rows, leading)


def _clusters(row: Row) -> list[Letter]:
    """Give the clusters of a row from left to right."""
    line = row.line
    assert line is not None
    found, position = [], 0
    for index, (x, piece) in enumerate(line.pieces):
        begin = line.starts[index] if line.starts else position
        position = begin + len(piece.text)
        factor = line.size / piece.face.upem
        left, at = row.x + x, row.start + (position if piece.rtl else begin)
        for cluster in piece.clusters:
            right, length = left + cluster.advance * factor, len(cluster.text)
            start = at - length if piece.rtl else at
            found.append(Letter(start, start + length, left, right, piece.rtl))
            left, at = right, start if piece.rtl else start + length
    return found


def _split(clusters: Iterable[Letter], stops: Sequence[int]) -> list[Letter]:
    """Cut clusters of several graphemes into parts of the same width."""
    found = []
    for cluster in clusters:
        inside = stops[bisect_right(stops, cluster.start) : bisect_left(stops, cluster.end)]
        edges = [cluster.start, *inside, cluster.end]
        width = (cluster.right - cluster.left) / (len(edges) - 1)
        parts = list(pairwise(edges))
        for index, (start, end) in enumerate(reversed(parts) if cluster.rtl else parts):
            left = cluster.left + index * width
            found.append(Letter(start, end, left, left + width, cluster.rtl))
    return found


def _joined(letters: Iterable[Letter], stops: Sequence[int]) -> list[Letter]:
    """Put clusters of one grapheme together."""
    found: list[Letter] = []
    numbers: list[int] = []
    for letter in letters:
        number = bisect_right(stops, letter.start)
        if numbers and numbers[-1] == number:
            last = found[-1]
            found[-1] = Letter(
                min(last.start, letter.start), max(last.end, letter.end), last.left, letter.right, last.rtl
            )
        else:
            numbers.append(number)
            found.append(letter)
    return found
