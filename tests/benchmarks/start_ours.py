"""The program itself with a file, as `python -m cxdesigner FILE`: says when its first frame and the map were painted.

With `rest`, says two seconds later how much memory it takes.
"""

from __future__ import annotations

import sys

from cxdesigner.ui import launch
from tests.benchmarks.stamps import report_memory, report_stamps, stamp


def main(arguments: list[str]) -> None:
    from cxdesigner import cli

    run = launch.run
    launch.run = lambda files: run(files, after_first_frame=_first_frame)
    cli.main(arguments)


def _first_frame() -> None:
    """Look out for the map from now on. Only the canvas is watched, so that nothing else becomes slower."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    from cxdesigner.ui.main_window import MainWindow

    stamp("first")
    show_project = MainWindow.show_project

    class Painted(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint:
                watched.removeEventFilter(self)
                QTimer.singleShot(0, self.act)
            return False

        def act(self) -> None:
            if "rest" in sys.argv:
                QTimer.singleShot(2_000, report_memory)
            else:
                report_stamps("shown")

    def and_watch(self: MainWindow, session: object) -> None:
        show_project(self, session)
        painted = Painted(self)
        self.bench.canvas.viewport().installEventFilter(painted)

    MainWindow.show_project = and_watch


if __name__ == "__main__":
    main(sys.argv[1:2])
