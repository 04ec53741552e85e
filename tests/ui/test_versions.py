"""Versions: kept under names, listed with what saves replaced, looked at, brought back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from cxdesigner.model.document import Document
from cxdesigner.model.edits import snapshots as edits
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.records import Asset, Card, Snapshot
from cxdesigner.storage.backups import Backups
from cxdesigner.storage.codec import read, write
from cxdesigner.storage.snapshots import content_of
from cxdesigner.ui.own_templates import from_own
from cxdesigner.ui.versions import words
from cxdesigner.ui.versions.entries import Version, time_in
from cxdesigner.ui.versions.job import Facts
from cxdesigner.ui.versions.panel import VersionsPanel
from cxdesigner.ui.versions.rows import ABOUT, HEADING, PICTURE, SINCE, TITLE
from tests.ui.conftest import small
from tests.ui.hand import PLATFORM, REDO, UNDO, Hand, Key
from tests.ui.painted import Painted

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)
LONG = 30_000


def panel(hand: Hand) -> VersionsPanel:
    found = hand.window.bench.panel("versions")
    assert isinstance(found, VersionsPanel)
    return found


def keep(hand: Hand, name: str) -> None:
    hand.run("file.keep_version")
    QTest.keyClicks(panel(hand).name, name)
    QTest.keyClick(panel(hand).name, Key.Key_Return)


def change(hand: Hand, text: str = "new") -> None:
    edit = partial(add_card, map_id="map", lane_id="actions", step_id="a1", text=text)
    assert hand.session.perform("Add card", edit) is not None


def titles(hand: Hand) -> list[str]:
    return [panel(hand).list.item(row).data(TITLE) for row in range(panel(hand).list.count())]


def said(hand: Hand, role: int = SINCE, row: int = 0) -> str:
    item = panel(hand).list.item(row)
    return str(item.data(role)) if item is not None else ""


def snapshot(name: str, date: str, document: Document | None = None, author: str = "") -> Snapshot:
    content = content_of(document or small())
    return Snapshot.new(id=name, parent="project", name=name, date=date, author=author, content=content)


def with_snapshots(*found: Snapshot) -> Document:
    return Document([*small().records.values(), *found])


def key(hand: Hand, which: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(panel(hand).list, which, modifiers)


# Keeping


def test_the_project_is_kept_under_a_name_and_is_in_the_file_once_saved(hand: Hand, qtbot: QtBot) -> None:
    hand.window.application.settings.setValue("author", "Ana")
    keep(hand, "As agreed with the client")
    (kept,) = hand.document.snapshots
    assert (kept.name, kept.author) == ("As agreed with the client", "Ana")
    assert time_in(kept.date) is not None
    assert kept.content["maps"][0]["id"] == "map"
    assert hand.menu_text(UNDO) == "Undo keep version"
    assert panel(hand).name.text() == ""
    assert "in the file from the next save on" in hand.window.bench.status.message.text()
    assert panel(hand).list.current is not None
    assert panel(hand).list.current.key == kept.id
    hand.save()
    assert hand.session.path is not None
    assert [one.name for one in read(hand.session.path.read_bytes()).document.snapshots] == [kept.name]
    hand.run(UNDO)
    assert not hand.document.snapshots
    assert titles(hand)[0] == "As last saved"


def test_a_name_is_needed(hand: Hand) -> None:
    hand.run("file.keep_version")
    assert panel(hand).name.hasFocus()
    assert not panel(hand).keep_button.isEnabled()
    QTest.keyClick(panel(hand).name, Key.Key_Return)
    assert not hand.document.snapshots
    QTest.keyClicks(panel(hand).name, "x")
    panel(hand).keep_button.click()
    assert [one.name for one in hand.document.snapshots] == ["x"]


def test_a_text_that_is_being_typed_on_the_sheet_is_kept_too(hand: Hand) -> None:
    hand.run("file.versions")
    hand.double_click(hand.middle("one"))
    hand.type("typed")
    panel(hand).name.setText("x")
    panel(hand).keep_button.click()
    cards = hand.document.snapshots[0].content["maps"][0]["cards"]
    assert "typed" in next(card["text"] for card in cards if card["id"] == "one")


def test_what_is_past_a_limit_is_not_kept_and_it_says_why(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cxdesigner.storage.snapshots.MAX_FILE_BYTES", 10)
    keep(hand, "May")
    assert not hand.document.snapshots
    assert panel(hand).name.text() == "May"
    assert "so it was not kept" in hand.told[-1]


def test_a_template_is_without_the_versions_of_the_project_that_it_is_made_of(
    start: Callable[..., Hand], tmp_path: Path
) -> None:
    hand = start(with_snapshots(snapshot("For the client of last year", "2025-05-01")))
    hand.run("file.save_template")
    hand.window.application.saving.wait()
    (template,) = hand.window.application.own_templates.all()
    assert b"last year" not in template.path.read_bytes()
    template.path.write_bytes(write(hand.document))  # one that somebody put there
    assert not from_own(template.path).snapshots


# The list


def test_an_empty_list_says_what_will_be_here(hand: Hand, qtbot: QtBot) -> None:
    hand.run("file.versions")
    assert panel(hand).none.isVisible()
    assert not panel(hand).list.isVisible()
    assert panel(hand).name.hasFocus()
    assert not any(button.isVisible() for button in panel(hand).buttons.values())


def test_versions_are_listed_newest_first_with_who_when_and_a_picture(
    start: Callable[..., Hand], qtbot: QtBot, tmp_path: Path
) -> None:
    today = datetime.now().replace(hour=0, minute=5)
    before = Document(one for one in small().records.values() if one.id != "one")
    hand = start(
        with_snapshots(
            snapshot("old", "2026-03-02"),
            snapshot("fresh", today.isoformat(), before, "Ana"),
            snapshot("some time", "in spring"),
        )
    )
    yesterday, earlier = today - timedelta(days=1), today - timedelta(days=9)
    folder = hand.window.application.folders.data / "backups"
    Backups(folder, yesterday.astimezone).keep(tmp_path / "small.cxd", small(), "project")
    Backups(folder, earlier.astimezone).keep(tmp_path / "moved.cxd", small(), "project")
    hand.run("file.versions")
    assert titles(hand) == ["fresh", "old", "some time"]
    qtbot.waitUntil(lambda: panel(hand).list.count() == 5, timeout=LONG)
    clock = words.time_of(today).removeprefix("Today, ")
    assert titles(hand) == ["fresh", "old", "some time", clock, clock]
    headings = [said(hand, HEADING, row) for row in range(5)]
    assert headings[:4] == ["Kept under a name", "", "", "Replaced by a save · Yesterday"]
    assert headings[4].startswith("Replaced by a save · ")
    assert headings[4].endswith(f" {earlier.year}")
    assert panel(hand).list.currentRow() == 0
    assert said(hand, ABOUT) == f"{words.time_of(today)} · Ana"
    assert said(hand, ABOUT).startswith("Today, ")
    assert [said(hand, ABOUT, row) for row in (3, 4)] == ["", "Of moved.cxd"]
    qtbot.waitUntil(lambda: all(said(hand, row=row) for row in range(5)), timeout=LONG)
    assert said(hand) == "1 card added"
    assert said(hand, row=3) == "As it is now"
    assert panel(hand).details.text() == "fresh\n4 cards\nSince then: 1 card added"
    qtbot.waitUntil(lambda: all(panel(hand).list.item(row).data(PICTURE) for row in range(5)), timeout=LONG)
    pictures = [panel(hand).list.item(row).data(PICTURE).toImage() for row in range(5)]
    assert pictures[3] == pictures[2] != pictures[0]
    panel(hand).list.setCurrentRow(2)
    assert panel(hand).details.text() == "some time\n5 cards\nNothing changed since then"


def test_saves_of_one_minute_are_told_apart_and_what_is_above_them_is_spoken(
    start: Callable[..., Hand], qtbot: QtBot, tmp_path: Path
) -> None:
    hand = start(with_snapshots(snapshot("May", "2026-05-01")))
    folder = hand.window.application.folders.data / "backups"
    minute = datetime.now().replace(second=0, microsecond=0) - timedelta(days=1)
    for number, seconds in enumerate((10, 40, 70)):
        document = Document(
            one.with_(title=f"M{number}") if one.id == "map" else one for one in small().records.values()
        )
        Backups(folder, (minute + timedelta(seconds=seconds)).astimezone).keep(
            tmp_path / "small.cxd", document, "project"
        )
    hand.run("file.versions")
    qtbot.waitUntil(lambda: panel(hand).list.count() == 4, timeout=LONG)
    assert len(set(titles(hand))) == 4
    assert [title.count(":") for title in titles(hand)[1:]] == [1, 2, 2]
    spoken = panel(hand).list.item(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith(f"Replaced by a save · Yesterday. {titles(hand)[2]}")
    change(hand)
    qtbot.waitUntil(lambda: panel(hand).list.count() == 5, timeout=LONG)
    assert titles(hand)[0] == "As last saved"


def test_what_changed_stands_in_two_lines_where_one_is_too_short(
    start: Callable[..., Hand], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = start(with_snapshots(snapshot("As agreed with the client in May", "2026-05-01")))
    hand.session.perform("Delete", lambda document: _without(document, "B"))
    change(hand)
    painted = Painted(monkeypatch)
    hand.run("file.versions")
    qtbot.waitUntil(lambda: "removed" in said(hand, row=1), timeout=LONG)
    panel(hand).list.viewport().grab()
    found = painted.by("versions.rows")
    assert {"As agreed with the", "client in May"} <= found
    assert not any(words.endswith("…") for words in found)


def test_what_changed_follows_the_edits(start: Callable[..., Hand], qtbot: QtBot) -> None:
    hand = start(with_snapshots(snapshot("May", "2026-05-01")))
    hand.run("file.versions")
    qtbot.waitUntil(lambda: said(hand) == "As it is now", timeout=LONG)
    change(hand)
    qtbot.waitUntil(lambda: panel(hand).list.count() == 2, timeout=LONG)
    assert titles(hand) == ["As last saved", "May"]
    qtbot.waitUntil(lambda: said(hand, row=1) == said(hand) == "1 card added", timeout=LONG)
    hand.save()
    # What the save replaced may be listed below it by then.
    qtbot.waitUntil(lambda: titles(hand)[:1] == ["May"], timeout=LONG)


def test_only_what_can_be_seen_is_looked_at(start: Callable[..., Hand], qtbot: QtBot) -> None:
    many = [snapshot(f"v{day}", f"2026-05-{day:02}") for day in range(1, 31)]
    hand = start(with_snapshots(*many))
    hand.run("file.versions")
    found = panel(hand).list
    qtbot.waitUntil(lambda: bool(said(hand)), timeout=LONG)
    seen = len(found.seen)
    assert 3 < seen < 20
    # One more was seen, perhaps, before all around the list had its place.
    qtbot.waitUntil(lambda: seen <= len(panel(hand).job.facts) <= seen + 1, timeout=LONG)
    key(hand, Key.Key_End)
    assert found.current is not None
    assert found.current.name == "v1"
    qtbot.waitUntil(lambda: bool(said(hand, row=29)), timeout=LONG)
    assert not said(hand, row=seen + 1)


def test_a_version_that_cannot_be_read_says_so_and_is_not_restored(start: Callable[..., Hand], qtbot: QtBot) -> None:
    hand = start(with_snapshots(Snapshot.new(id="s", parent="project", name="May", content={})))
    hand.run("file.versions")
    qtbot.waitUntil(lambda: said(hand) == "There is nothing in the version “May”.", timeout=LONG)
    assert not panel(hand).buttons["restore"].isEnabled()
    assert panel(hand).buttons["delete"].isEnabled()
    key(hand, Key.Key_Return)
    assert hand.told[-1] == "There is nothing in the version “May”."
    assert not hand.session.undo_name


def test_where_the_process_ends_by_itself_the_list_stays(start: Callable[..., Hand], qtbot: QtBot) -> None:
    hand = start(with_snapshots(snapshot("May", "2026-05-01"), snapshot("June", "2026-06-01")))
    hand.run("file.versions")
    job = panel(hand).job
    qtbot.waitUntil(lambda: job._asked is not None, timeout=LONG)
    assert isinstance(job._process, QProcess)
    job._process.kill()
    qtbot.waitUntil(lambda: said(hand) == "This version could not be drawn here.", timeout=LONG)
    qtbot.waitUntil(lambda: said(hand, row=1) == "As it is now", timeout=LONG)
    panel(hand).close_panel()
    assert job._process is None
    assert hand.canvas.hasFocus()


def test_closed_and_opened_again_at_once_it_finds_out_all_the_same(start: Callable[..., Hand], qtbot: QtBot) -> None:
    hand = start(with_snapshots(snapshot("May", "2026-05-01")))
    hand.run("file.versions")
    job = panel(hand).job
    # Most often it is in the middle of it then; where the machine is quick, it is past that.
    qtbot.waitUntil(lambda: job._writing is not None or said(hand) == "As it is now", timeout=LONG)
    panel(hand).close_panel()
    hand.run("file.versions")
    qtbot.waitUntil(lambda: said(hand) == "As it is now", timeout=LONG)
    panel(hand).close_panel()
    change(hand)
    hand.run("file.versions")
    qtbot.waitUntil(lambda: said(hand, row=1) == "1 card added", timeout=LONG)


# Bringing back


def test_a_version_comes_back_by_enter_and_goes_by_undo(start: Callable[..., Hand], qtbot: QtBot) -> None:
    hand = start(with_snapshots(snapshot("May", "2026-05-01")))
    hand.session.perform("Delete", lambda document: _without(document, "one"))
    change(hand)
    hand.run("file.versions")
    panel(hand).list.select("May")
    now = hand.document
    key(hand, Key.Key_Return)
    assert [card.text for card in hand.document.cards("map")] == [card.text for card in small().cards("map")]
    assert [one.name for one in hand.document.snapshots] == ["May"]
    assert hand.menu_text(UNDO) == "Undo restore “May”"
    assert hand.window.bench.status.message.text() == "Restored “May”."
    assert hand.shown("one")
    key(hand, Key.Key_Return)
    assert hand.window.bench.status.message.text() == "Nothing was restored: the project is as it was then."
    hand.run(UNDO)
    assert hand.document == now
    hand.run(REDO)
    hand.save()
    hand.run(UNDO)
    assert hand.document == now


def _without(document: Document, gone: str):
    from cxdesigner.model.edits.removal import remove

    return remove(document, [gone])


def test_what_the_file_holds_and_what_a_save_replaced_come_back(
    start: Callable[..., Hand], qtbot: QtBot, tmp_path: Path
) -> None:
    hand = start()
    before = Document(one for one in small().records.values() if one.id != "four")
    Backups(hand.window.application.folders.data / "backups").keep(tmp_path / "small.cxd", before, "project")
    change(hand)
    hand.run("file.versions")
    qtbot.waitUntil(lambda: panel(hand).list.count() == 2, timeout=LONG)
    row = titles(hand).index("As last saved")
    panel(hand).list.setCurrentRow(1 - row)
    panel(hand).buttons["restore"].click()
    assert hand.document.get("four", Card) is None
    panel(hand).list.setCurrentRow(titles(hand).index("As last saved"))
    panel(hand).buttons["restore"].click()
    assert hand.document.get("four", Card) is not None
    assert len(hand.document.cards("map")) == 5
    hand.run(UNDO)
    assert hand.document.get("four", Card) is None


def test_r09_what_a_save_replaced_is_listed_and_comes_back_as_an_edit(hand: Hand, qtbot: QtBot) -> None:
    before = hand.document
    change(hand)
    hand.save()
    hand.window.application.keeping.wait()
    hand.run("file.versions")
    qtbot.waitUntil(lambda: said(hand) == "1 card added", timeout=LONG)
    assert said(hand, HEADING) == "Replaced by a save · Today"
    key(hand, Key.Key_Return)
    assert hand.document == before
    assert not hand.session.is_saved
    hand.run(UNDO)
    assert len(hand.document.cards("map")) == 6
    assert hand.session.is_saved


def test_a_backup_that_is_gone_meanwhile_says_so(start: Callable[..., Hand], qtbot: QtBot, tmp_path: Path) -> None:
    hand = start()
    backups = Backups(hand.window.application.folders.data / "backups")
    backups.keep(tmp_path / "small.cxd", small())
    hand.run("file.versions")
    qtbot.waitUntil(lambda: panel(hand).list.count() == 1, timeout=LONG)
    backups.of(tmp_path / "small.cxd")[0].path.unlink()
    panel(hand).restore()
    assert "there is no such file" in hand.told[-1]


def test_too_many_pictures_are_refused(start: Callable[..., Hand], monkeypatch: pytest.MonkeyPatch) -> None:
    kept = snapshot("May", "2026-05-01").with_(content={"id": "p", "maps": [], "x": ["sha256-1"]})
    asset = Asset.new(id="sha256-1", parent="project", data="AAAAAAAA")
    hand = start(Document([*with_snapshots(kept).records.values(), asset]))
    monkeypatch.setattr(edits, "MAX_PICTURE_BYTES", 3)
    hand.run("file.versions")
    panel(hand).list.select("May")
    panel(hand).restore()
    assert "nothing was restored" in hand.told[-1]
    assert len(hand.document.maps) == 1


def test_a_version_opens_as_a_copy_in_a_window_of_its_own(start: Callable[..., Hand], qtbot: QtBot) -> None:
    hand = start(with_snapshots(snapshot("May", "2026-05-01")))
    change(hand)
    hand.run("file.versions")
    panel(hand).list.select("May")
    panel(hand).buttons["copy"].setFocus()
    QTest.keyClick(panel(hand).buttons["copy"], Key.Key_Return)
    windows = hand.window.application.windows
    assert len(windows) == 2
    assert windows[1].project.path is None
    assert len(windows[1].project.document.cards("map")) == 5
    assert len(hand.document.cards("map")) == 6
    assert "This is a copy of “May”." in windows[1].bench.status.message.text()


def test_a_version_is_compared_on_the_map(start: Callable[..., Hand], qtbot: QtBot) -> None:
    hand = start(with_snapshots(snapshot("May", "2026-05-01")))
    change(hand)
    hand.run("file.versions")
    panel(hand).list.select("May")
    panel(hand).buttons["compare"].click()
    comparing = hand.window.bench.comparing
    assert [entry.what for entry in comparing.entries] == ["added"]
    assert comparing.asked is not None
    assert comparing.asked.title == "“May”"


# Names, and keys


def test_names_are_edited_in_the_list(start: Callable[..., Hand], qtbot: QtBot) -> None:
    hand = start(with_snapshots(snapshot("May", "2026-05-01"), snapshot("June", "2026-06-01")))
    hand.run("file.versions")
    found = panel(hand).list
    found.setCurrentRow(1)
    key(hand, Key.Key_F2)
    field = found.viewport().findChildren(QLineEdit)[-1]
    assert field.text() == "May"
    QTest.keyClicks(field, "Spring & <b>")
    QTest.keyClick(field, Key.Key_Tab)
    assert hand.document["May"].name == "Spring & <b>"  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: titles(hand) == ["As last saved", "June", "Spring & <b>"])
    qtbot.waitUntil(lambda: not found.is_editing)
    key(hand, Key.Key_F2)
    field = found.viewport().findChildren(QLineEdit)[-1]
    QTest.keyClicks(field, "no")
    QTest.keyClick(field, Key.Key_Escape)
    assert hand.document["May"].name == "Spring & <b>"  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: not found.is_editing)
    panel(hand).buttons["rename"].click()
    QTest.keyClicks(found.viewport().findChildren(QLineEdit)[-1], "typed")
    hand.window.take_what_is_typed()
    assert hand.document["May"].name == "typed"  # type: ignore[attr-defined]
    hand.run(UNDO)
    assert titles(hand) == ["As last saved", "June", "Spring & <b>"]


def test_delete_is_for_kept_versions_and_leaves_the_cards(start: Callable[..., Hand], qtbot: QtBot) -> None:
    hand = start(with_snapshots(snapshot("May", "2026-05-01"), snapshot("June", "2026-06-01")))
    change(hand)
    hand.session.select("one")
    hand.run("file.versions")
    panel(hand).list.setFocus()
    panel(hand).list.setCurrentRow(titles(hand).index("As last saved"))
    assert not panel(hand).buttons["delete"].isEnabled()
    key(hand, Key.Key_Delete)
    assert len(hand.document.snapshots) == 2
    panel(hand).list.select("June")
    key(hand, Key.Key_Delete)
    assert [one.id for one in hand.document.snapshots] == ["May"]
    assert "one" in hand.document
    assert panel(hand).list.hasFocus()
    assert panel(hand).list.current is not None
    hand.run(UNDO)
    assert len(hand.document.snapshots) == 2


def test_the_menu_of_a_version_has_what_the_buttons_do(start: Callable[..., Hand], qtbot: QtBot) -> None:
    hand = start(with_snapshots(snapshot("May", "2026-05-01")))
    hand.run("file.versions")
    panel(hand).list.select("May")
    panel(hand)._open_menu(QPoint(20, 20))
    menu = panel(hand).findChild(QMenu)
    assert menu is not None
    names = [action.text() for action in menu.actions()]
    assert names == [button.text() for button in panel(hand).buttons.values()]
    menu.actions()[names.index("Delete")].trigger()
    menu.close()
    assert not hand.document.snapshots


def test_the_panel_opens_and_closes_by_keys(start: Callable[..., Hand]) -> None:
    hand = start(with_snapshots(snapshot("May", "2026-05-01")))
    hand.run("file.versions")
    assert panel(hand).list.hasFocus()
    key(hand, Key.Key_Escape)
    assert not panel(hand).isVisible()
    assert hand.canvas.hasFocus()
    hand.run("file.keep_version")
    QTest.keyClick(panel(hand).name, Key.Key_Escape)
    assert not panel(hand).isVisible()
    hand.run("file.versions")
    hand.canvas.setFocus()
    hand.run("file.versions")
    assert panel(hand).list.hasFocus()
    hand.run("file.versions")
    assert not panel(hand).isVisible()
    QApplication.processEvents()


def test_times_are_said_as_far_as_they_are_known() -> None:
    assert time_in("2026-03-02T10:30") == datetime(2026, 3, 2, 10, 30)
    assert time_in("2026-03-02") == datetime(2026, 3, 2)
    there = datetime.fromisoformat("2026-03-02T10:30+14:00")
    assert time_in(there.isoformat()) == there.astimezone().replace(tzinfo=None)
    assert time_in("0001-01-01T00:00+14:00") == datetime(1, 1, 1)
    assert time_in("last week") is None
    assert words.time_of(datetime(2026, 3, 2, 10, 30)).startswith("2 Mar 2026, 10:30")


def test_a_version_is_named_within_a_sentence() -> None:
    when = datetime.now()
    assert words.in_a_sentence(Version("k", "named", "May")) == "“May”"
    assert words.in_a_sentence(Version("k", "file")) == "the file as last saved"
    said = words.in_a_sentence(Version("k", "backup", when=when))
    assert said == f"the backup of {words.time_of(when).removeprefix('Today, ')}"
    old = Version("k", "backup", when=datetime(2024, 3, 2, 9, 5))
    assert words.in_a_sentence(old).startswith("the backup of 2 Mar 2024, ")
    this_year = when.replace(month=2 if when.month == 1 else 1, day=3)
    assert str(when.year) not in words.in_a_sentence(Version("k", "backup", when=this_year))
    assert "oday" not in said


def test_a_version_without_a_name_and_one_without_a_time_are_called_something() -> None:
    assert words.title_of(Version("k", "named", " \n")) == "Without a name"
    assert words.title_of(Version("k", "backup")) == "Backup"
    assert words.details(Facts(1, 1)) == "1 card\nNothing changed since then"
    assert words.details(Facts(2, 3000, "1 card added")) == "3,000 cards · 2 maps\nSince then: 1 card added"
    assert words.details(Facts(refusal="No.")) == "No."
