"""A program that somebody edits in, by mouse and keyboard, and that is killed then: `… FILE EXPECTED`, or no FILE.

Writes the project as it stands into EXPECTED, and says "edited" when that is done.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cxdesigner.storage.codec import write
from cxdesigner.ui.launch import run
from cxdesigner.ui.main_window import MainWindow
from tests.ui.hand import Hand, Key


def main() -> None:
    *files, expected = map(Path, sys.argv[1:])
    timer = QTimer()

    def work() -> None:
        window = next(one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow))
        if window.session is None:
            if not window.is_empty and not files:
                window.application.projects.new_project(window, "five-stage-journey")
            return
        window.activateWindow()
        if not window.isActiveWindow() or not window.bench.library.isVisible():
            return
        timer.stop()
        try:
            edit(Hand(window))
            expected.write_bytes(write(window.project.to_keep))
            print("edited", flush=True)
        except BaseException as error:
            print(f"failed: {error!r}", flush=True)
            raise

    def begin() -> None:
        timer.timeout.connect(work)
        timer.start(50)

    sys.exit(run(files, begin))


def edit(hand: Hand) -> None:
    """Write two cards, one below the other, and leave the second one open while other words are put into it."""
    shown = hand.document.maps[0]
    lane = next(lane for lane in hand.document.lanes(shown.id) if lane.kind == "actions")
    hand.canvas.setFocus()
    hand.session.select((), (lane.id, hand.document.steps(shown.id)[0].id))
    for text in ("Sees the queue", "Waits at the door"):
        hand.type(text)
        hand.key(Key.Key_Return)
    hand.key(Key.Key_Escape)
    hand.run("edit.undo")
    hand.run("edit.redo")
    hand.type("Leaves ag")


if __name__ == "__main__":
    main()
