"""The program as it starts, with its settings in a folder of the test's own."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cxdesigner.model.document import Document
from cxdesigner.resources import resource
from cxdesigner.storage.codec import write
from cxdesigner.ui.application import Application
from cxdesigner.ui.launch import start as launch
from tests.model.builders import journey
from tests.ui.asker import Asker
from tests.ui.hand import Answers, Hand
from tests.ui.marked import Backwards, extracting


def small() -> Document:
    """Make a map with two stages, four steps, a lane for actions, one hidden, two more, and two personas."""
    document = journey(
        "A: a1 a2 | B: b1 b2",
        "actions hidden=notes feelings=emotion pains touchpoints",
        cards={"actions a1": "one two", "actions a2": "three", "pains b1": "four", "touchpoints a1": "wide-a2"},
        personas="ana ben",
        emotions={"ana a1": 1, "ana a2": -1, "ben a1": 0},
    )
    long = "one that is long enough to stand in more than a single line of its card"
    fields: dict[str, dict[str, Any]] = {"hidden": {"hidden": True}, "one": {"text": long}}
    return Document(record.with_(**fields.get(key, {})) for key, record in document.records.items())


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    """Have Python collect garbage again, after a program did that by itself."""
    yield
    gc.enable()


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[..., Hand]]:
    """Start the program with a document in a file (by default a small one), or with an example by its name."""
    started: list[Application] = []

    def begin(document: Document | str | None = None, size: tuple[int, int] = (1500, 900)) -> Hand:
        if isinstance(document, str):
            path = resource("examples", f"{document}.cxd")
        else:
            path = tmp_path / "small.cxd"
            path.write_bytes(write(document or small()))
        application = Application(qapp, folder=tmp_path / "config", dialogs=Answers())
        started.append(application)
        launch(qapp, [path], application)
        window = application.windows[0]
        window.resize(*size)
        qtbot.waitUntil(lambda: window.session is not None)
        # Asked for again and again: what is shown meanwhile may have come in between.
        qtbot.waitUntil(lambda: window.activateWindow() or window.isActiveWindow())
        qtbot.waitUntil(lambda: window.bench.library.isVisible() and window.bench.inspector.isVisible())
        window.bench.canvas.setFocus()
        QApplication.processEvents()
        return Hand(window)

    yield begin
    for application in started:
        for window in tuple(application.windows):
            application.close_window(window)
    QApplication.clipboard().clear()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def hand(start: Callable[..., Any]) -> Hand:
    """Work in a window with the small map."""
    return start()


@pytest.fixture
def asker(start: Callable[..., Hand], qtbot: QtBot) -> Asker:
    """Give somebody who may open the export dialog."""
    return Asker(start(), qtbot)


@pytest.fixture(scope="session")
def for_translators() -> frozenset[str]:
    """Give the texts that translators are given."""
    return frozenset(extracting().texts())


@pytest.fixture
def backwards(qapp: QApplication, for_translators: frozenset[str]) -> Iterator[None]:
    """Have everything translated into what is marked; nothing may be that translators are not given."""
    translator = Backwards()
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    assert translator.asked <= for_translators, translator.asked - for_translators
