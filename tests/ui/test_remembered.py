"""What is remembered of windows and views, and what somebody has set."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from cxdesigner.ui.application import Application
from cxdesigner.ui.panels.settings import Settings
from cxdesigner.ui.preferences import SCALES, Preferences, next_scale
from cxdesigner.ui.remembered import MOST_VIEWS, Export, Place, Remembered, View, on_screens
from cxdesigner.ui.style.tokens import LIGHT
from cxdesigner.ui.widths import width_of
from tests.ui.hand import Start


@pytest.fixture
def settings(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "x.ini"), QSettings.Format.IniFormat)


def again(settings: QSettings) -> QSettings:
    """Give the settings as the next start reads them."""
    settings.sync()
    return QSettings(settings.fileName(), QSettings.Format.IniFormat)


def test_places_panels_widths_and_views_come_back(settings: QSettings) -> None:
    before = Remembered(settings)
    before.set_place(Place((10, -20, 800, 600), True))
    before.set_hidden_panels(["library"])
    before.set_width("inspector", 333)
    before.set_view(Path("/a, b/ö.cxd"), View("map-1", 0.8, -12.34567, 5))
    after = Remembered(again(settings))
    assert after.place() == Place((10, -20, 800, 600), True)
    assert after.hidden_panels() == {"library"}
    assert (after.width("inspector"), after.width("library")) == (333, 0)
    assert after.view(Path("/a, b/ö.cxd")) == View("map-1", 0.8, -12.346, 5)
    assert after.view(Path("/other.cxd")) is None


def test_exports_come_back(settings: QSettings) -> None:
    before, export = Remembered(settings), Export(("--page=A3", "--without=names"), "pdf", "all", Path("/o, ut/ö.pdf"))
    assert before.export(Path("/a.cxd")) is None
    for number in range(MOST_VIEWS + 3):
        before.set_export(Path(f"/{number}.cxd"), export._replace(flags=()))
    before.set_export(Path("/a.cxd"), export)
    after = Remembered(again(settings))
    assert after.export(Path("/a.cxd")) == export
    assert after.export(Path("/62.cxd")) == export._replace(flags=())
    assert after.export(Path("/0.cxd")) is None
    for junk in ("{", '[["/a.cxd"]]', '[["/a.cxd","exe","all","x"]]', '[["/a.cxd","pdf",3,"x"]]'):
        settings.setValue("exports", junk)
        assert Remembered(settings).export(Path("/a.cxd")) is None


def test_nothing_is_remembered_at_first(settings: QSettings) -> None:
    found = Remembered(settings)
    assert (found.place(), found.hidden_panels(), found.width("library")) == (None, frozenset(), 0)
    assert found.view(Path("x")) is None


@pytest.mark.parametrize("junk", ["{", "[1]", '"x"', "[[]]", '{"library":"x"}', "[0,0,0,0,0]", "[" * 2000, "null"])
def test_junk_counts_as_nothing(settings: QSettings, junk: str) -> None:
    for key in ("place", "panels", "widths", "views"):
        settings.setValue(f"window/{key}", junk)
    found = Remembered(settings)
    assert (found.place(), found.width("library"), found.view(Path("x"))) == (None, 0, None)
    assert found.hidden_panels() <= {"x"}
    found.set_width("library", 200)
    found.set_view(Path("x"), View("m", 1, 0, 0))
    assert (found.width("library"), found.view(Path("x"))) == (200, View("m", 1, 0, 0))


def test_the_list_of_views_is_bounded(settings: QSettings) -> None:
    found = Remembered(settings)
    for number in range(MOST_VIEWS + 5):
        found.set_view(Path(f"/{number}.cxd"), View("m", 1, 0, 0))
    assert found.view(Path("/0.cxd")) is None
    assert found.view(Path("/5.cxd")) is not None


SCREENS = [(0, 0, 1000, 800), (1000, 100, 500, 500)]


@pytest.mark.parametrize(
    ("box", "expected"),
    [
        ((10, 10, 400, 300), (10, 10, 400, 300)),
        ((900, 120, 300, 300), (900, 120, 300, 300)),
        ((5000, 10, 400, 300), (1100, 100, 400, 300)),
        ((10, -500, 400, 300), (10, 0, 400, 300)),
        ((10, 790, 400, 300), (10, 500, 400, 300)),
        ((-350, 10, 400, 300), (0, 10, 400, 300)),
        ((10, 10, 3000, 2000), (0, 0, 1000, 800)),
    ],
)
def test_a_window_comes_back_on_a_screen(box: tuple[int, ...], expected: tuple[int, ...]) -> None:
    assert on_screens(box, SCREENS) == expected  # type: ignore[arg-type]


def test_without_a_screen_a_window_stays_where_it_was() -> None:
    assert on_screens((5, 5, 10, 10), []) == (5, 5, 10, 10)


def test_preferences_come_back(settings: QSettings) -> None:
    before = Preferences(settings)
    assert (before.author, before.scale) == ("", 1.0)
    before.set_author("  Ada,  Countess ")
    before.set_scale(1.5)
    after = Preferences(again(settings))
    assert (after.author, after.scale) == ("Ada, Countess", 1.5)


def test_a_name_with_a_comma_that_was_typed_into_the_file_is_one_name(settings: QSettings, tmp_path: Path) -> None:
    (tmp_path / "x.ini").write_text("[General]\nauthor=Ada, Countess\n")
    assert Preferences(again(settings)).author == "Ada, Countess"


@pytest.mark.parametrize(("written", "read"), [("x", 1.0), ("nan", 1.0), ("1.52", 1.5), ("99", 2.0), ("-1", 0.8)])
def test_a_size_is_always_one_of_those_there_are(settings: QSettings, written: str, read: float) -> None:
    settings.setValue("interface_scale", written)
    assert Preferences(settings).scale == read


def test_sizes_follow_each_other_and_end() -> None:
    up = [SCALES[0]]
    while next_scale(up[-1], 1) != up[-1]:
        up.append(next_scale(up[-1], 1))
    assert tuple(up) == SCALES
    assert next_scale(SCALES[0], -1) == SCALES[0]


def test_tokens_are_scaled_but_for_colours() -> None:
    large = LIGHT.scaled(2)
    assert (large.font_size, large.margin, large.px(7), large.ink) == (26, 24, 14, LIGHT.ink)
    assert LIGHT.scaled(1) == LIGHT


def test_panels_are_narrower_in_a_narrow_window_and_never_take_it_over() -> None:
    wide = [width_of("inspector", window, LIGHT) for window in (800, 1024, 1280, 1680)]
    assert wide == sorted(wide)
    assert wide[-1] == LIGHT.inspector_width > wide[1]
    assert width_of("library", 1280, LIGHT) == LIGHT.library_width
    assert width_of("library", 1680, LIGHT, 320) == 320
    assert width_of("library", 640, LIGHT, 1000) <= 640 * 0.4
    assert width_of("library", 1680, LIGHT, 1) > 100
    assert width_of("library", 3360, LIGHT.scaled(2)) == 2 * LIGHT.library_width


def test_the_paper_is_remembered_and_one_that_is_unknown_is_none(start: Start) -> None:
    hand = start()
    hand.run("edit.preferences")
    panel = hand.window.bench.panel("settings")
    assert isinstance(panel, Settings)
    assert panel.paper_box.currentText() == "As large as the map"
    panel.paper_box.setCurrentIndex(panel.paper_box.findData("A3"))
    panel.paper_box.activated.emit(panel.paper_box.currentIndex())
    application = hand.window.application
    assert Preferences(application.settings).paper == "A3"
    application.settings.setValue("paper", "A9")
    assert application.preferences.paper == "sheet"


def test_a_window_from_a_larger_screen_is_seen_whole_with_its_title(qapp: QApplication, tmp_path: Path) -> None:
    application = Application(qapp, folder=tmp_path)
    room = qapp.primaryScreen().availableGeometry()
    application.remembered.set_place(Place((0, 0, room.width() + 300, room.height() + 300), False))
    window = application.new_window()
    assert window.width() <= room.width()
    assert window.height() + 30 <= room.height()
    application.close_window(window)
