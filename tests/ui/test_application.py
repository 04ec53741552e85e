"""Files and windows: what is opened where, what is asked, what is told."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow, QMessageBox
from pytestqt.qtbot import QtBot

from cxdesigner.export import ExportOptions, Kind, export_maps
from cxdesigner.export.naming import file_name
from cxdesigner.model.document import Document
from cxdesigner.model.edits.maps import add_map
from cxdesigner.model.edits.removal import remove
from cxdesigner.resources import resource
from cxdesigner.storage.codec import write
from cxdesigner.storage.project_file import load
from cxdesigner.ui import export_job
from cxdesigner.ui.application import Application
from cxdesigner.ui.dialogs.files import Answer, Dialogs
from cxdesigner.ui.names import is_same, with_extension
from cxdesigner.ui.panels.notices import Notice
from cxdesigner.ui.projects import is_untouched
from cxdesigner.ui.recent import MOST
from cxdesigner.ui.session import Edit, Session

# The offscreen platform has no order of windows.
pytestmark = pytest.mark.qt_log_ignore("does not support raise", extend=True)

EXAMPLE = resource("examples", "vivan-los-tacos.cxd")
Links = Sequence[tuple[str, Callable[[], None]]]


class Bench:
    """Has a quiet bar, in which nothing is read."""

    def __init__(self) -> None:
        self.notices = self
        self.shown: dict[str, Notice] = {}

    def put(self, notice: Notice) -> None:
        self.shown[notice.key] = notice

    def take_away(self, key: str) -> None:
        self.shown.pop(key, None)


class Window(QMainWindow):
    """A window without anything in it."""

    def __init__(self, application: Application) -> None:
        super().__init__()
        self.application = application
        self.session: Session | None = None
        self.is_opening = False
        self.told: list[tuple[str, Links]] = []
        self.bench = Bench()
        self.notices = None

    @property
    def project(self) -> Session:
        assert self.session is not None
        return self.session

    def show_project(self, session: Session) -> None:
        self.session = session

    def take_what_is_typed(self) -> None:
        pass

    def what_is_typed(self) -> list[Edit]:
        return []

    def drafts(self) -> list[object]:
        return []

    def tell(self, sentence: str, *, links: Links = (), stays: bool = False) -> None:
        self.told.append((sentence, links))

    @property
    def sentences(self) -> list[str]:
        return [sentence for sentence, _ in self.told]

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        if self.application.may_close(self):  # type: ignore[arg-type]
            event.accept()
            self.application.close_window(self)  # type: ignore[arg-type]
        else:
            event.ignore()


class Answers(Dialogs):
    """Gives the answers that a test has laid ready, and remembers the questions."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.unsaved: Answer = "cancel"
        self.asked: list[Any] = []
        self.shown: list[Path] = []

    def ask_open_paths(self, parent: Any, caption: str, folder: Path, *, several: bool = True) -> list[Path]:
        self.asked.append(folder)
        return self.paths

    def ask_save_path(self, parent: Any, caption: str, suggestion: Path, kinds: str) -> Path | None:
        self.asked.append(suggestion)
        return self.paths.pop(0) if self.paths else None

    def ask_unsaved(self, parent: Any, name: str) -> Answer:
        self.asked.append(name)
        return self.unsaved

    def show_path(self, path: Path) -> None:
        self.shown.append(path)


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def application(qapp: QApplication, tmp_path: Path, answers: Answers) -> Iterator[Any]:
    # Any: the stand-in is no MainWindow.
    made: Any = Application(qapp, folder=tmp_path / "config", dialogs=answers, make_window=Window)  # type: ignore[arg-type]
    yield made
    for window in tuple(made.windows):
        made.close_window(window)


@pytest.fixture
def window(application: Any) -> Any:
    application.projects.new_project()
    return application.windows[0]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "tacos.cxd"
    path.write_bytes(EXAMPLE.read_bytes())
    return path


def changed(path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    raw = json.loads(EXAMPLE.read_bytes())
    change(raw)
    path.write_text(json.dumps(raw), "utf-8")
    return path


def edit(window: Any) -> None:
    window.session.perform("Add map", lambda document: add_map(document, "Another"))


def saved(application: Any, window: Any, save: str = "save") -> bool:
    """Save, and wait until that is done; tells whether the file holds the project."""
    ends: list[bool] = []
    application.saving.ended.connect(lambda _session, is_in_file: ends.append(is_in_file))
    started = getattr(application, save)(window)
    application.saving.wait()
    return bool(started and ends[-1])


# Windows


def test_a_new_project_is_blank_untitled_and_has_ids_of_its_own(application: Any, window: Any) -> None:
    application.projects.new_project(window)
    first, second = (each.session for each in application.windows)
    assert (first.path, first.is_saved) == (None, True)
    assert first.document.maps
    assert not set(first.document.records) & set(second.document.records)


def test_a_file_is_opened_in_a_window_in_which_nothing_was_done(application: Any, window: Any, file: Path) -> None:
    application.projects.open_files([file], window)
    assert [each.session.path for each in application.windows] == [file]
    assert window.session.is_saved
    assert window.told == []


def test_a_file_is_opened_in_a_new_window_beside_one_with_work_in_it(application: Any, window: Any, file: Path) -> None:
    edit(window)
    kept = window.session
    application.projects.open_files([file], window)
    assert len(application.windows) == 2
    assert window.session is kept
    assert application.windows[1].pos() != window.pos()


def test_an_edit_taken_back_is_still_work(application: Any, window: Any) -> None:
    edit(window)
    window.session.undo()
    assert window.session.is_saved
    assert not is_untouched(window)


def test_several_files_have_a_window_each(application: Any, window: Any, file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.json"
    other.write_bytes(file.read_bytes())
    application.projects.open_files([file, other], window)
    assert [each.session.path for each in application.windows] == [file, other]


@pytest.mark.parametrize("way", ["again", "link", "dots"])
def test_a_file_that_is_open_has_its_window_raised(
    application: Any, window: Any, file: Path, tmp_path: Path, way: str, qtbot: QtBot
) -> None:
    application.projects.open_files([file], window)
    application.projects.new_project()
    (tmp_path / "link.cxd").symlink_to(file)
    (tmp_path / "folder").mkdir()
    ways = {"again": file, "link": tmp_path / "link.cxd", "dots": tmp_path / "folder" / ".." / "tacos.cxd"}
    window.showMinimized()
    application.projects.open_files([ways[way]])
    assert len(application.windows) == 2
    assert not window.isMinimized()
    qtbot.waitUntil(lambda: application.front() is window)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "Could not open x.cxd: there is no such file in "),
        (b"", "x.cxd: The file is empty."),
        (b"hello", "x.cxd: This is not a project: it is not JSON"),
        (EXAMPLE.read_bytes()[:999], "x.cxd: The file is cut off: "),
    ],
)
def test_r11_a_file_that_cannot_be_read_is_one_sentence_and_changes_nothing(
    application: Any, window: Any, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    before = window.session
    if content is not None:
        (tmp_path / "x.cxd").write_bytes(content)
    application.projects.open_files([tmp_path / "x.cxd"], window)
    assert application.windows == [window]
    assert window.session is before
    assert len(window.told) == 1
    assert window.sentences[0].startswith(sentence)
    assert application.recent() == []


def test_r11_a_damaged_file_opens_as_a_copy_that_is_in_no_file(application: Any, window: Any, tmp_path: Path) -> None:
    path = changed(tmp_path / "x.cxd", lambda raw: raw["maps"][0]["cards"][3].update(text=7))
    before = path.read_bytes()
    application.projects.open_files([path], window)
    assert (window.session.path, window.session.is_saved) == (None, False)
    assert window.session.document.cards(window.session.map_id)[3].text == "7"
    assert window.sentences == []
    assert path.read_bytes() == before
    assert application.recent() == []


def test_what_cannot_be_read_does_not_keep_the_rest_from_opening(
    application: Any, window: Any, file: Path, tmp_path: Path
) -> None:
    application.projects.open_files([tmp_path / "gone.cxd", file], window)
    assert window.session.path == file
    assert [sentence[:23] for sentence in window.sentences] == ["Could not open gone.cxd"]


def test_loose_ends_open_and_are_told(application: Any, window: Any, tmp_path: Path) -> None:
    def loosen(raw: dict[str, Any]) -> None:
        for card in raw["maps"][0]["cards"][12:14]:
            card["step"] = "t-9"

    application.projects.open_files([changed(tmp_path / "x.cxd", loosen)], window)
    assert window.session.path == tmp_path / "x.cxd"
    assert window.sentences == [
        '2 things in it are not as they should be: maps[0].cards[12].step: no step "t-9", and 1 more.'
    ]


def test_one_loose_end_is_one(application: Any, window: Any, tmp_path: Path) -> None:
    path = changed(tmp_path / "x.cxd", lambda raw: raw["maps"][0]["cards"][12].update(step="t-9"))
    application.projects.open_files([path], window)
    assert window.sentences == ['1 thing in it is not as it should be: maps[0].cards[12].step: no step "t-9".']


def test_opening_by_dialog_remembers_the_folder(application: Any, window: Any, answers: Answers, file: Path) -> None:
    application.projects.ask_open(window)
    assert window.session.path is None
    answers.paths = [file]
    application.projects.ask_open(window)
    assert window.session.path == file
    answers.paths = []
    application.projects.ask_open(window)
    assert answers.asked[-1] == file.parent


def test_an_example_is_opened_as_a_project_of_ones_own(application: Any, window: Any) -> None:
    application.projects.open_example("vivan-los-tacos")
    assert application.windows == [window]
    assert window.session.path is None
    assert window.session.document.project.title == "Vivan los Tacos"
    assert not set(window.session.document.records) & set(load(EXAMPLE).document.records)


# Saving


def test_save_writes_the_file_and_changes_the_state(application: Any, window: Any, file: Path) -> None:
    application.projects.open_files([file], window)
    edit(window)
    assert not window.session.is_saved
    assert saved(application, window)
    assert window.session.is_saved
    assert load(file).document == window.session.document


def test_a_project_that_nobody_edited_is_written_as_it_was(application: Any, window: Any, file: Path) -> None:
    before = file.read_bytes()
    application.projects.open_files([file], window)
    assert saved(application, window)
    assert file.read_bytes() == before


def test_save_of_an_untitled_project_asks_where(
    application: Any, window: Any, answers: Answers, tmp_path: Path
) -> None:
    assert not saved(application, window)
    assert answers.asked[0].name == "New journey.cxd"
    answers.paths = [tmp_path / "Dinner v1.2"]
    assert saved(application, window)
    assert window.session.path == tmp_path / "Dinner v1.2.cxd"
    assert load(tmp_path / "Dinner v1.2.cxd").document.maps
    assert application.recent() == [tmp_path / "Dinner v1.2.cxd"]


def test_an_extension_that_was_not_typed_writes_over_nothing(
    application: Any, window: Any, answers: Answers, tmp_path: Path
) -> None:
    old = tmp_path / "a.b.cxd"
    old.write_text("precious")
    answers.paths = [tmp_path / "a.b"]
    assert not saved(application, window, "save_as")
    assert answers.asked[-1] == old
    assert old.read_text() == "precious"


def test_save_as_changes_the_file_of_the_project(
    application: Any, window: Any, answers: Answers, file: Path, tmp_path: Path
) -> None:
    application.projects.open_files([file], window)
    before = file.read_bytes()
    edit(window)
    answers.paths = [tmp_path / "copy.cxd"]
    assert saved(application, window, "save_as")
    assert window.session.path == tmp_path / "copy.cxd"
    assert file.read_bytes() == before


def test_save_as_does_not_write_over_a_file_that_is_open(
    application: Any, window: Any, answers: Answers, file: Path
) -> None:
    application.projects.open_files([file], window)
    application.projects.new_project()
    other = application.windows[1]
    answers.paths = [file]
    assert not saved(application, other, "save_as")
    assert other.sentences == [
        "tacos.cxd was not written over, since it is open in another window: choose another name."
    ]
    assert file.read_bytes() == EXAMPLE.read_bytes()


def test_a_file_that_cannot_be_written_is_one_sentence(application: Any, window: Any, file: Path) -> None:
    application.projects.open_files([file], window)
    edit(window)
    file.chmod(0o444)
    assert not saved(application, window)
    assert not window.session.is_saved
    assert window.sentences == [
        "Could not save tacos.cxd: it is read-only. Save it under another name or in another place."
    ]
    assert file.read_bytes() == EXAMPLE.read_bytes()


def test_a_project_of_a_newer_release_is_never_written_over(
    application: Any, window: Any, answers: Answers, tmp_path: Path
) -> None:
    path = changed(tmp_path / "x.cxd", lambda raw: raw.update(version=2))
    before = path.read_bytes()
    application.projects.open_files([path], window)
    assert window.sentences == [
        "x.cxd was made by a newer release, so it is not written over: Save asks for another name."
    ]
    answers.paths = [path]
    assert not saved(application, window)
    assert window.sentences[1:] == [
        "x.cxd was not written over, since it was made by a newer release: choose another name."
    ]
    answers.paths = [tmp_path / "y.cxd"]
    assert saved(application, window)
    assert saved(application, window)
    assert path.read_bytes() == before
    assert load(tmp_path / "y.cxd").version == 1


@pytest.mark.parametrize(("count", "said"), [(1, "1 thing in it"), (2, "2 things in it")])
def test_a_copy_that_would_lose_what_a_newer_release_wrote_is_not_saved(
    application: Any, window: Any, answers: Answers, tmp_path: Path, count: int, said: str
) -> None:
    path = changed(tmp_path / "x.cxd", lambda raw: raw.update(version=2, snapshots=[5] * count))
    application.projects.open_files([path], window)
    assert window.sentences == [
        f"x.cxd was made by a newer release: {said} cannot be read here, so it cannot be saved "
        "(snapshots[0]: should be an object, not a number)."
    ]
    answers.paths = [tmp_path / "y.cxd"]
    assert not saved(application, window)
    assert window.sentences[1:] == [
        f"x.cxd was made by a newer release, and {said} cannot be read here. A copy would lose that, so none was "
        "saved: use the newer release."
    ]
    assert not (tmp_path / "y.cxd").exists()


# Closing


@pytest.mark.parametrize(("answer", "closes", "saved"), [("save", 1, 1), ("discard", 1, 0), ("cancel", 0, 0)])
def test_unsaved_changes_are_the_only_question(
    application: Any, window: Any, answers: Answers, file: Path, answer: Answer, closes: int, saved: int
) -> None:
    application.projects.open_files([file], window)
    edit(window)
    answers.unsaved = answer
    assert window.close() == bool(closes)
    assert answers.asked == ["tacos.cxd"]
    assert bool(application.windows) != bool(closes)
    assert (file.read_bytes() != EXAMPLE.read_bytes()) == bool(saved)


def test_nothing_unsaved_asks_nothing(application: Any, window: Any, answers: Answers, qtbot: QtBot) -> None:
    with qtbot.waitSignal(application.ended):
        assert window.close()
    assert answers.asked == []


def test_a_save_that_fails_keeps_the_window(application: Any, window: Any, answers: Answers) -> None:
    edit(window)
    answers.unsaved = "save"  # and then no path is chosen
    assert not window.close()
    assert application.windows == [window]


def test_quit_stops_at_the_window_that_is_to_stay(application: Any, window: Any, answers: Answers) -> None:
    application.projects.new_project()
    edit(application.windows[1])
    assert not application.quit()
    assert len(application.windows) == 2, "none is closed before all have been asked"
    answers.unsaved = "discard"
    assert application.quit()
    assert application.windows == []


def test_close_window_closes_one_that_is_still_there(application: Any, window: Any) -> None:
    application.close_window(window)
    application.close_window(window)
    assert application.windows == []
    assert not window.isVisible()


def test_recent_files_that_cannot_even_be_looked_at_are_gone(application: Any, window: Any, tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 300}.cxd"  # a name that no disk takes
    application.memory.add(path)
    assert application.recent() == []
    application.projects.open_files([path], window)
    assert window.sentences[0].startswith("Could not open ")


def test_each_window_is_seen_whole_however_many_there_are(application: Any, window: Any) -> None:
    room = window.screen().availableGeometry()
    window.resize(room.width() - 60, room.height() - 60)
    window.move(room.topLeft())
    for _ in range(4):
        one = application.new_window()
        one.resize(window.size())
        assert room.contains(one.frameGeometry())


# Recent files


def test_recent_files(application: Any, window: Any, tmp_path: Path, qapp: QApplication) -> None:
    for number in range(MOST + 3):
        path = tmp_path / f"{number}.cxd"
        path.write_bytes(EXAMPLE.read_bytes())
        application.memory.add(path)
    application.memory.add(tmp_path / "5.cxd")
    names = [path.name for path in application.recent()]
    assert len(names) == MOST
    assert names[:3] == ["5.cxd", "14.cxd", "13.cxd"]
    (tmp_path / "14.cxd").unlink()
    assert "14.cxd" not in [path.name for path in application.recent()]
    application.settings.sync()
    again = Application(qapp, folder=tmp_path / "config")
    assert again.recent()[0] == tmp_path / "5.cxd"
    again.clear_recent()
    assert again.recent() == []


def test_one_recent_file_is_remembered(application: Any, file: Path, tmp_path: Path, qapp: QApplication) -> None:
    application.memory.add(file)
    application.settings.sync()
    assert Application(qapp, folder=tmp_path / "config").recent() == [file]


# Exporting


def export(application: Any, window: Any, out: Path, kind: Kind = "pdf") -> None:
    """Export what a window shows, as the dialog does when its button is pressed."""
    application._exporting.start(window, window.session, out, ExportOptions(kind))


def is_over(window: Any) -> bool:
    """Tell whether what is told last is what became of an export, and not how far it is."""
    return not window.sentences[-1].startswith("Exporting ")


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF"), ("svg", b"<?xml"), ("png", b"\x89PNG")])
def test_export(
    application: Any, window: Any, answers: Answers, file: Path, tmp_path: Path, qtbot: QtBot, kind: Kind, start: bytes
) -> None:
    application.projects.open_files([file], window)
    window.session.show_map(window.session.document.maps[1].id)
    out = tmp_path / f"Dinner.{kind}"
    export(application, window, out, kind)
    assert window.sentences == [f"Exporting Dinner.{kind} …"]
    edit(window)  # the window is free meanwhile
    qtbot.waitUntil(lambda: is_over(window), timeout=60_000)
    sentence, links = window.told[-1]
    assert sentence == f"Exported Dinner.{kind}"
    assert out.read_bytes().startswith(start)
    assert [word for word, _ in links] == ["Open", "Show in folder"]
    for _, act in links:
        act()
    assert answers.shown == [out, tmp_path]


def test_an_export_that_fails_says_what_the_command_says(
    application: Any, window: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    export(application, window, tmp_path / "nowhere" / "x.pdf")
    qtbot.waitUntil(lambda: is_over(window), timeout=60_000)
    assert window.sentences[-1].startswith("Could not save x.pdf: there is no folder ")


def test_an_export_can_be_cancelled(application: Any, window: Any, tmp_path: Path, qtbot: QtBot) -> None:
    export(application, window, tmp_path / "x.pdf")
    _, [(word, cancel)] = window.told[0]
    assert word == "Cancel"
    cancel()
    qtbot.waitUntil(lambda: is_over(window), timeout=60_000)
    assert window.sentences[-1] == "The export was cancelled."
    assert not (tmp_path / "x.pdf").exists()


STUBBORN = """
import os, pathlib, signal, sys, time
signal.signal(signal.SIGTERM, signal.SIG_IGN)
pathlib.Path(sys.argv[1], f".cxdesigner-{os.getpid()}-ab.tmp").touch()
time.sleep(60)
"""


def test_an_export_that_does_not_end_is_killed_and_leaves_nothing(
    application: Any, window: Any, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_job, "export_command", lambda *_: (sys.executable, ["-c", STUBBORN, str(tmp_path)]))
    monkeypatch.setattr(export_job, "_PATIENCE", 50)
    export(application, window, tmp_path / "x.pdf")
    _, [(_, cancel)] = window.told[0]
    qtbot.waitUntil(lambda: any(tmp_path.glob(".cxdesigner-*.tmp")), timeout=60_000)
    cancel()
    qtbot.waitUntil(lambda: len(window.told) > 1, timeout=60_000)
    assert window.sentences[1] == "The export was cancelled."
    assert not any(tmp_path.glob(".cxdesigner-*.tmp"))


def test_an_export_that_cannot_be_started(
    application: Any, window: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(export_job, "export_command", lambda *_: (str(tmp_path / "gone"), []))
    export(application, window, tmp_path / "x.pdf")
    qtbot.waitUntil(lambda: len(window.told) > 1, timeout=60_000)
    assert window.sentences[1].startswith("The export of x.pdf could not be started: ")


def test_the_program_ends_when_the_last_export_is_done(
    application: Any, window: Any, tmp_path: Path, qtbot: QtBot
) -> None:
    export(application, window, tmp_path / "x.pdf")
    with qtbot.waitSignal(application.ended, timeout=60_000):
        window.close()
        assert not (tmp_path / "x.pdf").exists()
    assert (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("ask", ["ask_export", "export_again"])
def test_an_export_of_a_project_without_maps(application: Any, window: Any, ask: str) -> None:
    window.session.perform("Delete map", lambda document: remove(document, [document.maps[0].id]))
    getattr(application, ask)(window, *(["pdf"] if ask == "ask_export" else []))
    assert application._exporting._dialogs == {}
    assert window.sentences == ["There is no map to export yet: add one first."]


def test_a_frozen_program_exports_with_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    options = ExportOptions("png", scale=3.0)
    program, arguments = export_job.export_command(Path("/x.png"), [2, 4], options)
    assert arguments[:3] == ["-P", "-m", "cxdesigner"]
    monkeypatch.setattr("sys.frozen", True, raising=False)
    words = ["export", "-", "-o", str(Path("/x.png")), "--map", "2", "--map", "4", "--scale=3.0"]
    assert export_job.export_command(Path("/x.png"), [2, 4], options) == (program, words)
    assert arguments[3:] == words


# Names and dialogs


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Friday dinner", "Friday dinner.pdf"),
        ("a/b\\c: “d”?\n", "a b c “d”.pdf"),
        ("", "map.pdf"),
        ("...", "map.pdf"),
        ("CON", "CON map.pdf"),
        ("v1.", "v1.pdf"),
        ("x" * 300, "x" * 80 + ".pdf"),
        ("餃子", "餃子.pdf"),
    ],
)
def test_a_title_makes_a_file_name(title: str, name: str) -> None:
    assert file_name(title, "pdf") == name


@pytest.mark.parametrize(("name", "fixed"), [("a", "a.cxd"), ("a.JSON", "a.JSON"), ("a.1", "a.1.cxd")])
def test_extensions(name: str, fixed: str) -> None:
    assert with_extension(Path(name), ("cxd", "json")) == Path(fixed)


def test_a_circle_of_links_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert not is_same(tmp_path / "a", tmp_path / "c")


@pytest.mark.parametrize(
    ("ask", "label", "answer"),
    [
        (Dialogs.ask_unsaved, "&Save", "save"),
        (Dialogs.ask_unsaved, "&Don’t save", "discard"),
        (Dialogs.ask_unsaved, "Cancel", "cancel"),
        (Dialogs.ask_draft, "&Add and save", "save"),
        (Dialogs.ask_draft, "&Don’t add", "discard"),
    ],
)
def test_the_question_about_changes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, ask: Callable[..., Answer], label: str, answer: str
) -> None:
    def click(box: QMessageBox) -> int:
        assert box.textFormat() == Qt.TextFormat.PlainText
        assert "“<b>x</b>.cxd”" in box.text()
        next(button for button in box.buttons() if button.text() == label).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", click)
    assert ask(Dialogs(), None, "<b>x</b>.cxd") == answer


def test_the_file_dialogs(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def accept(dialog: QFileDialog) -> int:
        assert dialog.defaultSuffix() == "pdf"
        assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
        return 1

    monkeypatch.setattr(QFileDialog, "exec", accept)
    assert Dialogs().ask_save_path(None, "Export PDF", tmp_path / "x.pdf", "PDF (*.pdf)") == tmp_path / "x.pdf"
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: 0)
    assert Dialogs().ask_save_path(None, "Export PDF", tmp_path / "x.pdf", "PDF (*.pdf)") is None
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (["/a.cxd", "/b.cxd"], ""))
    assert Dialogs().ask_open_paths(None, "Open", tmp_path) == [Path("/a.cxd"), Path("/b.cxd")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/a.cxd", ""))
    assert Dialogs().ask_open_paths(None, "Compare with", tmp_path, several=False) == [Path("/a.cxd")]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    assert Dialogs().ask_open_paths(None, "Compare with", tmp_path, several=False) == []


def test_pictures_come_as_files(application: Any) -> None:
    assert application.assets(Document([])) == {}


def test_the_file_of_an_example_is_never_written_over(application: Any, window: Any) -> None:
    path = resource("examples", "vivan-los-tacos.cxd")
    application.projects.open_files([path], window)
    session = application.windows[-1].session
    assert session.path is None
    assert session.document.project.title == "Vivan los Tacos"


def test_a_pdf_with_a_project_in_it_opens_that_as_one_in_no_file(application: Any, window: Any, tmp_path: Path) -> None:
    document = load(EXAMPLE).document
    path = tmp_path / "map.pdf"
    path.write_bytes(export_maps(document, [document.maps[0].id], ExportOptions(attach=True), write))
    application.projects.open_files([path], window)
    assert window.session.document == document
    assert window.session.path is None
    assert window.sentences == ["This is the project in map.pdf. It is in no file of its own yet: Save asks for one."]
    plain = tmp_path / "plain.pdf"
    plain.write_bytes(export_maps(document, [document.maps[0].id], ExportOptions()))
    application.projects.open_files([plain], window)
    assert window.session.document == document
    assert "plain.pdf: This is a PDF with no project in it." in window.sentences[-1]
