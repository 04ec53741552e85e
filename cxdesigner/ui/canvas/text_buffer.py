"""A text while it is typed: its letters, caret and selection, and its own steps of undo. Knows nothing of Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from cxdesigner.layout.breaks import graphemes, segments, words
from cxdesigner.layout.caret import Caret
from cxdesigner.model.limits import MAX_TEXT
from cxdesigner.model.values import clean

MOST_STEPS = 1_000
"""Steps of undo that are kept."""
MOST_MARKS = 24
"""Code points of one grapheme; nobody writes more marks over a letter, and thousands of them would cover the sheet."""


class _Step(NamedTuple):
    text: str
    caret: Caret
    anchor: int


class TextBuffer:
    """A text with a caret; `anchor` is where the selection began. Offsets are in code points, between graphemes."""

    def __init__(self, text: str, limit: int = MAX_TEXT) -> None:
        self.text = text
        self.caret = Caret(len(text))
        self.anchor = len(text)
        self._limit = limit
        self._undone: list[_Step] = []
        self._done: list[_Step] = []
        self._kind = ""
        self._stops: tuple[str, list[int]] = ("", [])

    # The selection

    @property
    def selection(self) -> tuple[int, int]:
        """Start and end of what is selected; the same where nothing is."""
        return min(self.anchor, self.caret.offset), max(self.anchor, self.caret.offset)

    @property
    def selected(self) -> str:
        """What is selected."""
        start, end = self.selection
        return self.text[start:end]

    def move(self, caret: Caret, *, extend: bool = False) -> None:
        """Put the caret somewhere; with `extend` what lies between becomes or stays selected."""
        self._kind = ""
        self.caret = Caret(max(0, min(caret.offset, len(self.text))), caret.ahead)
        if not extend:
            self.anchor = self.caret.offset

    def select(self, start: int, end: int) -> None:
        """Select a part, with the caret at its end."""
        self.move(Caret(start))
        self.move(Caret(end), extend=True)

    def select_all(self) -> None:
        """Select everything."""
        self.select(0, len(self.text))

    # Places in the text

    def word_at(self, offset: int) -> tuple[int, int]:
        """Give start and end of the word around an offset, or of what stands between two words."""
        parts = segments(self.text)
        index = bisect_right([end for _, end in parts], offset)
        return parts[min(index, len(parts) - 1)] if parts else (0, 0)

    def word_beside(self, *, ahead: bool) -> int:
        """Give where the next word begins, or with `ahead` false the one that begins before the caret."""
        starts = [start for start, _ in words(self.text)]
        here = self.caret.offset
        if ahead:
            return next((start for start in starts if start > here), len(self.text))
        return next((start for start in reversed(starts) if start < here), 0)

    def letter_beside(self, *, ahead: bool) -> int:
        """Give where the grapheme after the caret ends, or the one before it begins."""
        stops, here = self._graphemes(), self.caret.offset
        if ahead:
            index = bisect_right(stops, here)
            return stops[index] if index < len(stops) else here
        index = bisect_left(stops, here) - 1
        return stops[index] if index >= 0 else 0

    def _graphemes(self) -> list[int]:
        if self._stops[0] != self.text:
            self._stops = self.text, graphemes(self.text)
        return self._stops[1]

    # Changing it

    def insert(self, typed: str) -> bool:
        """Put a text in the place of what is selected; False if it would then be too long, and nothing is done."""
        start, end = self.selection
        rest = len(self.text) - (end - start)
        if len(typed) > 2 * self._limit:  # not worth cleaning
            return False
        fresh = tidy(typed)
        if rest + len(fresh) > self._limit:
            return False
        if fresh or start < end:
            # Every word that is typed begins a step, with the spaces behind it.
            begins = start < end or (not fresh.isspace() and self.text[start - 1 : start].isspace())
            self._remember("typing" if len(fresh) == 1 and fresh != "\n" else "", begins=begins)
            self._replace(start, end, fresh)
        return True

    def delete(self, *, ahead: bool, word: bool = False) -> None:
        """Delete what is selected, else the grapheme or the word before the caret, or after it."""
        start, end = self.selection
        if start == end:
            other = self.word_beside(ahead=ahead) if word else self.letter_beside(ahead=ahead)
            start, end = min(start, other), max(start, other)
        if start < end:
            kind = "" if word or self.anchor != self.caret.offset else "ahead" if ahead else "back"
            self._remember(kind)
            self._replace(start, end, "")

    def _replace(self, start: int, end: int, fresh: str) -> None:
        kind = self._kind
        self.text = self.text[:start] + fresh + self.text[end:]
        # What was put in may have joined the letter behind it.
        at, stops = start + len(fresh), self._graphemes()
        index = bisect_left(stops, at)
        self.move(Caret(stops[index] if at and index < len(stops) else at))
        self._kind = kind

    # Its own undo

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to bring back."""
        return bool(self._undone)

    def undo(self) -> None:
        """Take back the last step: a word that was typed, a run of deletions, something pasted."""
        self._walk(self._done, self._undone)

    def redo(self) -> None:
        """Bring back what was undone last."""
        self._walk(self._undone, self._done)

    def _walk(self, source: list[_Step], target: list[_Step]) -> None:
        if source:
            target.append(_Step(self.text, self.caret, self.anchor))
            self.text, self.caret, self.anchor = source.pop()
            self._kind = ""

    def _remember(self, kind: str, *, begins: bool = False) -> None:
        """Keep what stands before a change, unless the change belongs to the step under way."""
        if begins or not kind or kind != self._kind:
            self._done = [*self._done[1 - MOST_STEPS :], _Step(self.text, self.caret, self.anchor)]
        self._undone.clear()
        self._kind = kind


def tidy(text: str) -> str:
    """Make text from elsewhere fit to be typed: no controls, lines that end with a newline, few marks on a letter."""
    text = clean(text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) <= MOST_MARKS or text.isascii():
        return text
    kept, start = [], 0
    for end in graphemes(text):
        kept.append(text[start : min(end, start + MOST_MARKS)])
        start = end
    return "".join(kept)
