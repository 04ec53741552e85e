"""The presets of the export dialog: chosen, kept under a name, forgotten."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxdesigner.export.presets import OURS, Presets
from cxdesigner.ui.dialogs.export_presets import NAMES
from tests.ui.asker import Asker, sizes
from tests.ui.hand import PLATFORM, Key

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


def test_presets_are_kept_under_a_name_chosen_and_forgotten(asker: Asker, tmp_path: Path) -> None:
    dialog = asker.open()
    asker.choose("page", "A2")
    presets = dialog.presets
    assert presets.box.currentIndex() == -1
    asker.click(presets.save)
    QTest.keyClicks(QApplication.focusWidget(), "Wall")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    assert Presets(tmp_path / "config").own() == {"Wall": ("--page=A2",)}
    assert presets.box.currentText() == "Wall"
    assert dialog.isVisible()
    presets.box.setCurrentIndex(presets.box.findText("A3 for the meeting"))
    presets.box.activated.emit(presets.box.currentIndex())
    asker.pages()
    assert sizes(asker) == [(297, 420)]
    presets.box.setCurrentIndex(presets.box.findText("Wall"))
    presets.box.activated.emit(presets.box.currentIndex())
    assert dialog.form.values["page"] == "A2"
    asker.click(presets.remove)
    assert Presets(tmp_path / "config").own() == {}
    assert presets.box.findText("Wall") == -1


@pytest.mark.parametrize("name", OURS)
def test_every_preset_of_the_program_has_a_name_and_can_be_chosen(asker: Asker, name: str) -> None:
    dialog = asker.open()
    dialog.presets.box.setCurrentIndex(list(OURS).index(name))
    dialog.presets.box.activated.emit(dialog.presets.box.currentIndex())
    asker.pages()
    assert name in NAMES
    assert dialog.presets.box.currentText() == NAMES[name]
    assert dialog.export.isEnabled()
