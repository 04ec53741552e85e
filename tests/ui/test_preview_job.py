"""Pages made by another process: of what is asked for quickly, one after the other, only the last is shown."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxdesigner.export import ExportOptions
from cxdesigner.paper import POINT
from cxdesigner.storage.writing import Writer
from cxdesigner.ui import preview_job
from cxdesigner.ui.preview_job import PreviewJob, Wanted
from tests.ui.conftest import small

DOCUMENT = small()
A5, A4, A3 = (ExportOptions(page=name, orientation="portrait") for name in ("A5", "A4", "A3"))


class Watched:
    """A job, and what it has said."""

    def __init__(self, parent: QObject) -> None:
        self.job = PreviewJob(Writer(), parent)
        self.widths: list[int] = []
        self.drawn: list[Wanted] = []
        self.failures: list[str] = []
        self.job.composed.connect(lambda: self.widths.append(round(self.job.pages[0].width * POINT)))
        self.job.drawn.connect(lambda wanted, _image: self.drawn.append(wanted))
        self.job.failed.connect(self.failures.append)

    def compose(self, options: ExportOptions) -> None:
        self.job.compose(DOCUMENT, ["map"], options)


@pytest.fixture
def watched(qapp: QApplication) -> Any:
    parent = QObject(qapp)
    watched = Watched(parent)
    yield watched
    watched.job.stop()
    parent.deleteLater()


def test_only_what_was_asked_for_last_is_composed_and_drawn(watched: Watched, qtbot: QtBot) -> None:
    for options in (A3, A4, A5):
        watched.compose(options)
    qtbot.waitUntil(lambda: not watched.job.is_composing, timeout=60_000)
    assert watched.widths == [148]
    watched.compose(A5)  # which is there already
    assert not watched.job.is_composing
    watched.job.draw(Wanted(0, 1.0, (0, 0, 30, 20)))
    watched.compose(A4)  # before that was drawn
    qtbot.waitUntil(lambda: not watched.job.is_composing, timeout=60_000)
    assert watched.widths == [148, 210]
    for width in (10, 20, 40):  # each before the one before it was drawn
        watched.job.draw(Wanted(0, 1.0, (0, 0, width, 20)))
    qtbot.waitUntil(lambda: len(watched.drawn) > 1, timeout=60_000)
    assert [wanted.box[2] for wanted in watched.drawn] == [10, 40]


def test_pages_that_take_too_long_are_given_up_for_others(
    watched: Watched, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_job, "_AT_FIRST", -1.0)
    watched.compose(A3)
    first = watched.job._process
    watched.compose(A4)
    assert watched.job._process is not first
    qtbot.waitUntil(lambda: not watched.job.is_composing, timeout=60_000)
    assert watched.widths == [210]
    assert watched.failures == []


def test_a_process_that_ends_while_it_works_is_told_of_once(watched: Watched, qtbot: QtBot) -> None:
    watched.compose(A3)
    process = watched.job._process
    assert process is not None
    process.kill()
    qtbot.waitUntil(lambda: bool(watched.failures))
    assert not watched.job.is_composing
    watched.compose(A3)  # the same again, which is not there
    qtbot.waitUntil(lambda: not watched.job.is_composing, timeout=60_000)
    assert watched.widths == [297]
    assert watched.failures == ["The pages could not be drawn here. The export may still work."]
