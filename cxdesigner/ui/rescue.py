"""What can be had of a damaged file: what was not saved of it, its newest backup, what is legible in it.

Each is offered below what is wrong, with its date and what is in it, and opens as a project that is in no file yet. The
damaged file stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer

from cxdesigner.model.document import Document
from cxdesigner.sentences import Sentence, SentenceError
from cxdesigner.storage.project_file import load, read_bytes
from cxdesigner.storage.repair import repaired
from cxdesigner.ui.names import is_same
from cxdesigner.ui.panels.notice_lines import unfold_lines
from cxdesigner.ui.panels.notices import Notice, Notices
from cxdesigner.ui.projects import show_start_in
from cxdesigner.ui.session import Session
from cxdesigner.ui.sharing_words import moment
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.opening import DamagedFileError
    from cxdesigner.ui.projects import Projects

MENDED = "rescue-mended"
"""The key of the notice about what was mended in a copy."""


class Version(NamedTuple):
    """A state of a project that can be had, in words what it is, and what was done to make it."""

    words: str
    document: Document
    done: tuple[Sentence, ...] = ()


class Found(NamedTuple):
    """What can be read of a file, None for nothing, and what else is kept of it."""

    legible: Version | None
    kept: list[Version]


class Rescue:
    """Offers what can be had of files that could not be opened."""

    def __init__(self, application: Application, projects: Projects) -> None:
        self._application, self._projects = application, projects
        self._waiting: list[tuple[Path, str, list[Version]]] = []

    def find(self, path: Path) -> Found:
        """Find what can be had of a file, in whatever thread."""
        return Found(_legible(path), [*self._kept(path)])

    def of(
        self, error: DamagedFileError, found: Found, window: MainWindow | None
    ) -> tuple[MainWindow | None, list[str]]:
        """Open what is legible of a project with wrong values in it. What else can be had waits for `offer`; where that
        is nothing, give the sentence that says why the file was not opened.
        """
        (legible, versions), reason = found, str(error)
        if legible is not None and error.is_project:
            window, reason = self._open(error.path, legible, window), ""
        elif legible is not None and (legible.document.maps or legible.document.personas):
            versions.append(legible)
        if versions:
            self._waiting.append((error.path, reason, versions))
        return window, [reason] if reason and not versions else []

    def offer(self, window: MainWindow | None) -> None:
        """Offer what waits, at the top of a window or of the one that is in front."""
        waiting, self._waiting = self._waiting, []
        window = window if window in self._application.windows else self._application.front()
        if waiting:
            show_start_in(window)
        bar = window.notices if window is not None else None
        for path, reason, versions in waiting:
            if window is not None and bar is not None:
                self._put(window, bar, path, reason, versions)
            else:
                self._application.tell(reason, window)

    def _kept(self, path: Path) -> Iterator[Version]:
        """Give what was not saved, and the newest backup that can be read."""
        keeping = self._application.keeping
        for found in keeping.recovery.found():
            if found.path is None or not is_same(found.path, path):
                continue
            try:
                document = keeping.recovery.read(found).document
            except SentenceError:
                continue
            yield Version(tr("As of {when}, with the changes that were not saved", when=moment(found.when)), document)
        for backup in keeping.backups.of(path):
            try:
                document = load(backup.path).document
            except SentenceError:
                continue
            yield Version(tr("The backup of {when}", when=moment(backup.when)), document)
            break

    def _put(self, window: MainWindow, bar: Notices, path: Path, reason: str, versions: list[Version]) -> None:
        head = f"rescue-{path}"

        def choose(version: Version) -> None:
            bar.take_away(head)
            # The start page goes with it, and is in the middle of a click now.
            QTimer.singleShot(0, window, partial(self._open, path, version, window))

        show_folder = (tr("Show in folder"), partial(self._application.dialogs.show_path, path.parent))
        bar.put(Notice(head, reason or tr("Of {name} there is more:", name=path.name), (show_folder,), warns=True))
        for number, version in enumerate(versions):
            told = f"{version.words}: {counted(version.document)}."
            offers = ((tr("Open as a copy"), partial(choose, version)),)
            bar.put(Notice(f"{head}-{number}", told, offers, lasts=True, below=head))

    def _open(self, path: Path, version: Version, window: MainWindow | None) -> MainWindow:
        """Open a version as a project that is in no file yet, and say what was mended in it."""
        window = self._projects.show_unsaved(Session(version.document), window)
        if not version.done:
            sentence = tr("This is a copy of {name}. It is in no file yet: Save asks for one.", name=path.name)
            self._application.tell(sentence, window)
        elif (bar := window.notices) is not None:
            bar.put(Notice(MENDED, _mended(path.name, len(version.done)), ((tr("Show"), partial(show, bar, version)),)))
        return window


def show(bar: Notices, version: Version) -> None:
    """Show below the notice what was done, a line each; no longer, if that is shown."""
    unfold_lines(bar, MENDED, [said(sentence) for sentence in version.done], tr("What was mended"))


def counted(document: Document) -> str:
    """Say how much is in a project: stages, steps and cards of all maps."""
    maps = document.maps
    stages = sum(len(document.stages(shown.id)) for shown in maps)
    steps = sum(len(document.steps(shown.id)) for shown in maps)
    cards = sum(document.count_cards(shown.id) for shown in maps)
    return ", ".join([
        tr("1 stage") if stages == 1 else tr("{n:,} stages", n=stages),
        tr("1 step") if steps == 1 else tr("{n:,} steps", n=steps),
        tr("1 card") if cards == 1 else tr("{n:,} cards", n=cards),
    ])  # fmt: skip


def _mended(name: str, count: int) -> str:
    if count == 1:
        sentence = tr("{name} is damaged and stays as it is. This is a copy, in no file yet, with 1 thing mended.")
    else:
        sentence = tr("{name} is damaged and stays as it is. This is a copy, in no file yet, with {n} things mended.")
    return sentence.format(name=name, n=f"{count:,}")


def _legible(path: Path) -> Version | None:
    """Give what can be read in a file, None if nothing can."""
    try:
        found = repaired(read_bytes(path))
    except SentenceError:
        return None
    return Version(tr("What can be read in the file itself"), found.document, found.told())
