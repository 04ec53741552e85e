"""Only the window is ever a window: a widget shown before it has a parent flashes up and takes the keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from cxdesigner.model.records import Map
from cxdesigner.ui.main_window import MainWindow
from cxdesigner.ui.panels.table import PANELS
from tests.ui.hand import PLATFORM, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


class Watch(QObject):
    """Notes every window that is shown, but for the program's own and what pops up."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            kinds = (Qt.WindowType.Window, Qt.WindowType.Widget)
            if watched.windowType() in kinds and not isinstance(watched, MainWindow):
                self.seen.append(f"{type(watched).__name__} “{watched.accessibleName()}”")
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    watch = Watch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def test_the_program_has_one_window(start: Start, watch: Watch) -> None:
    hand = start("vivan-los-tacos")
    bench = hand.window.bench
    for spec in PANELS:
        bench.show_panel(spec.id)
        QApplication.processEvents()
    hand.run("workshop.timer.5")
    kinds = {type(record): key for key, record in hand.document.records.items()}
    for kind, key in kinds.items():
        if kind is not Map:
            hand.session.select(key)
            QApplication.processEvents()
    hand.run("view.larger")
    hand.run("map.add")
    QApplication.processEvents()
    assert watch.seen == []
