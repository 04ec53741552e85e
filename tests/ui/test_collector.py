"""Garbage of windows is collected in the thread of the windows, whichever thread makes objects."""

from __future__ import annotations

import gc
import threading

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxdesigner.ui.collector import Collector
from tests.ui.hand import Hand


class Loop:
    """Something that only the collector takes away; notes in which thread that was."""

    def __init__(self, ended: list[threading.Thread]) -> None:
        self.me, self._ended = self, ended

    def __del__(self) -> None:
        self._ended.append(threading.current_thread())


def make_many() -> None:
    """Make what would have Python collect garbage, many times over."""
    kept = [[number] for number in range(2_000)]
    for _ in range(20):
        kept = [[one] for one in kept[:500]]


def test_garbage_is_collected_by_the_windows_only(hand: Hand, qtbot: QtBot) -> None:
    assert not gc.isenabled()
    gc.collect()
    ended: list[threading.Thread] = []
    Loop(ended)
    other = threading.Thread(target=make_many)
    other.start()
    other.join()
    assert ended == []

    kept: list[list[int]] = []

    def go_on() -> bool:
        kept.extend([number] for number in range(100))
        return bool(ended)

    qtbot.waitUntil(go_on, timeout=30_000)
    assert ended == [threading.main_thread()]


def test_many_new_objects_at_once_are_no_garbage(qapp: QApplication, qtbot: QtBot) -> None:
    parent = QObject()
    collector = Collector(parent)
    gc.collect()
    before = gc.get_freeze_count()
    collector.start()
    kept = [[number] for number in range(30_000)]
    qtbot.waitUntil(lambda: gc.get_freeze_count() > before)
    assert gc.get_freeze_count() - before >= len(kept)
    gc.unfreeze()
