"""Names that look like markup or like a mnemonic are shown as they are, everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

import cxdesigner.ui
from tests.ui.hand import Hand

# The offscreen platform has no window frames.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

UI = Path(cxdesigner.ui.__file__).parent
GUESSES_MARKUP = re.compile(
    r"\.setToolTip\(|\.setWhatsThis\(|QToolTip\.|\bQLabel\(|QMessageBox\.(about|critical|information|question|warning)\("
)


def sources() -> dict[str, str]:
    return {path.relative_to(UI).as_posix(): path.read_text(encoding="utf-8") for path in UI.rglob("*.py")}


def test_nobody_goes_around_the_helpers_for_plain_text() -> None:
    found = [
        f"{name}:{number}: {line.strip()}"
        for name, text in sources().items()
        for number, line in enumerate(text.split("\n"), start=1)
        if GUESSES_MARKUP.search(line) and name != "style/text.py"
    ]
    assert found == []


def test_every_message_box_shows_plain_text() -> None:
    for name, text in sources().items():
        boxes = len(re.findall(r"\bQMessageBox\(", text))
        assert text.count("setTextFormat(Qt.TextFormat.PlainText)") >= boxes, name


def test_recent_files_are_listed_by_their_names(
    start: Callable[..., Hand], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window = start().window
    path = tmp_path / "work <b>" / "R&D.cxd"
    path.parent.mkdir()
    path.touch()
    monkeypatch.setattr(window.application, "recent", lambda: [path])
    recent = next(menu for menu in window.findChildren(QMenu) if menu.title() == "Open &recent")
    recent.aboutToShow.emit()
    action = recent.actions()[0]
    assert action.text() == "R&&D.cxd"
    assert action.toolTip() == f"<p>{escape(str(path))}</p>"
    assert recent.toolTipsVisible()
