"""How far an export is, and the line of a terminal that says so."""

from __future__ import annotations

import shutil
import threading
from time import monotonic
from types import TracebackType
from typing import Final, Literal, NamedTuple, Self, TextIO

Stage = Literal["layout", "pages", "draw", "projects"]


class Progress(NamedTuple):
    """What is being done, and how much of how much of it is: maps laid out, pages put together, pages or rows of
    pixels drawn, projects exported.
    """

    stage: Stage
    done: int
    of: int

    @property
    def percent(self) -> int:
        """How much of it is done, in percent, never 100 before the end."""
        return 100 * self.done // max(1, self.of)


AFTER: Final = 0.5
"""Seconds after which somebody wants to know that it goes on."""
_TICK: Final = 0.25


class Line:
    """A line on a terminal that moves while something goes on, and is gone when that is over.

    It tells what `tell` was told last, and the seconds that have passed, from half a second on. Each time the cursor is
    left at its beginning, so that whatever else is written stands over it.
    """

    def __init__(self, out: TextIO, name: str) -> None:
        self._out, self._name = out, name
        self._begun = monotonic()
        self._now: Progress | None = None
        self._length = 0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        if self._length:
            self._write("")

    def tell(self, progress: Progress) -> None:
        """Take in how far it is."""
        self._now = progress

    def _run(self) -> None:
        while not self._over.wait(_TICK):
            passed = monotonic() - self._begun
            if passed >= AFTER:
                room = shutil.get_terminal_size().columns - 1
                self._write(f"{self._name} … {_said(self._now)}{passed:.1f} s"[:room])

    def _write(self, text: str) -> None:
        self._out.write(f"\r{text.ljust(self._length)}\r")
        self._out.flush()
        self._length = len(text)


def _said(now: Progress | None) -> str:
    if now is None:
        return ""
    if now.stage == "layout":
        return "laying out the map, "
    if now.stage == "pages":
        return "making the pages, "
    if now.stage == "projects":
        return f"{now.done:,} of {now.of:,} projects, "
    return f"{now.percent} % drawn, "
