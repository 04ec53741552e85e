"""What is said of others who work on the same file, and how what may wait for a disk is done meanwhile."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxdesigner.model.document import Document
from cxdesigner.model.records import Map
from cxdesigner.storage.lock import Holder
from cxdesigner.ui import shared_file
from cxdesigner.ui import sharing_words as words
from cxdesigner.ui.errands import Errands
from tests.ui.conftest import small

NOW = datetime(2026, 6, 14, 12, 30).astimezone()
JONAS = Holder("Jonas", "LAPTOP-7", 7, "his", NOW)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (-5, "just now"),
        (9, "just now"),
        (10, "10 seconds ago"),
        (29, "20 seconds ago"),
        (60, "a minute ago"),
        (119, "a minute ago"),
        (120, "2 minutes ago"),
        (3599, "59 minutes ago"),
    ],
)
def test_how_long_ago_something_was_is_said_roughly(seconds: float, said: str) -> None:
    assert words.ago(1000.0, 1000.0 + seconds) == said


def test_what_was_long_ago_or_is_to_come_has_a_time_and_what_was_another_day_a_day() -> None:
    now = datetime.now().astimezone()
    short = QLocale.FormatType.ShortFormat
    noon = now.replace(hour=12, minute=0)
    assert words.ago(noon.timestamp(), noon.timestamp() + 7200) == f"at {QLocale().toString(noon.time(), short)}"
    before = now - timedelta(days=400)
    assert str(before.year)[2:] in words.ago(before.timestamp())
    assert words.ago(noon.timestamp(), noon.timestamp() - 7200).startswith("at ")


@pytest.mark.parametrize(
    ("holder", "authors", "named"),
    [
        (JONAS, ("Lisa",), "Jonas"),
        (JONAS._replace(user=""), ("Lisa",), "Lisa"),
        (None, ("Lisa",), "Lisa"),
        (None, (" Lisa ", "", "Lisa"), "Lisa"),
        (None, ("Lisa", "Tom"), ""),
        (None, ("Marta",), ""),  # that is oneself, and it was somebody else
        (None, ("",), ""),
        (None, ("x" * 200,), "x" * 59 + "…"),
    ],
)
def test_who_saved_is_who_has_the_lock_else_the_one_author(
    holder: Holder | None, authors: tuple[str, ...], named: str
) -> None:
    records = [record for record in small().records.values() if not isinstance(record, Map)]
    root = small().root
    maps = [Map.new(id=f"m{n}", parent=root, author=author) for n, author in enumerate(authors)]
    assert words.who(holder, Document([*records, *maps]), "Marta") == named


def test_nobody_known_is_somebody() -> None:
    assert words.saved_it("", 0, "1 card added", held_back=False).startswith("Somebody saved this file at ")
    assert words.edits_too(JONAS._replace(user="")).startswith("Somebody works on this file too")
    assert words.name_of(JONAS._replace(user=" ")) == "Somebody"


def test_names_from_elsewhere_are_plain_text_in_one_line() -> None:
    sentence = words.has_it_open(JONAS._replace(user="<b>Jo\nnas</b> {host}"), JONAS, is_silent=False)
    assert sentence.startswith("<b>Jo nas</b> {host} has this file open on LAPTOP-7 since ")


def test_what_is_asked_for_is_done_elsewhere_in_order_and_given_back_here(qapp: QApplication, qtbot: QtBot) -> None:
    given: list[object] = []
    errands = Errands("test")
    for number in range(3):
        errands.ask(lambda number=number: (number, threading.current_thread()), given.append)
    errands.ask(lambda: None)
    qtbot.waitUntil(lambda: len(given) == 3)
    assert [number for number, _ in given] == [0, 1, 2]  # type: ignore[attr-defined]
    assert threading.main_thread() not in [thread for _, thread in given]  # type: ignore[attr-defined]
    errands.ask(lambda: 3, given.append)
    errands.end(5)
    QCoreApplication.sendPostedEvents(errands)
    assert len(given) == 3  # nobody is there any more to be told


def test_a_mistake_elsewhere_is_raised_here_and_the_next_is_done(qapp: QApplication, qtbot: QtBot) -> None:
    given: list[object] = []
    errands = Errands("test")
    with qtbot.captureExceptions() as caught:
        errands.ask(lambda: 1 / 0, given.append)
        errands.ask(lambda: 1, given.append)
        qtbot.waitUntil(lambda: given == [1])
    errands.end(5)
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]


def test_a_disk_that_does_not_answer_keeps_nobody_waiting_for_long(qapp: QApplication) -> None:
    answers = threading.Event()
    errands = Errands("test")
    errands.ask(answers.wait)
    errands.end(0.01)
    assert not answers.is_set()
    answers.set()
    errands.end(5)


@pytest.mark.parametrize(("kind", "is_far"), [("nfs4", True), ("CIFS", True), ("ext4", False), ("", False)])
def test_a_file_on_another_computer_is_known_by_its_file_system(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, kind: str, is_far: bool
) -> None:
    class Storage:
        def __init__(self, path: str) -> None:
            assert path == str(tmp_path)

        def fileSystemType(self) -> QByteArray:  # noqa: N802
            return QByteArray(kind.encode())

    monkeypatch.setattr(shared_file, "QStorageInfo", Storage)
    assert shared_file.is_by_network(tmp_path / "plan.cxd") == is_far


def test_start_times_are_those_of_here() -> None:
    assert words.moment(datetime.now(UTC)) == words.moment(datetime.now().astimezone())
