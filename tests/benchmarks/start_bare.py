"""The least a program with a window can be: says when an empty QGraphicsView of our window's size was painted.

With `rest`, says two seconds later how much memory it takes.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView, QMainWindow

from tests.benchmarks.stamps import report_memory, report_stamps


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
            report_stamps("first")


def main() -> None:
    qt = QApplication(sys.argv)
    window = QMainWindow()
    view = QGraphicsView(QGraphicsScene(window))
    window.setCentralWidget(view)
    room = window.screen().availableSize()
    window.resize(min(1760, int(room.width() * 0.96)), min(1120, int(room.height() * 0.93)))
    painted = Painted()
    view.viewport().installEventFilter(painted)
    window.show()
    qt.exec()


if __name__ == "__main__":
    main()
