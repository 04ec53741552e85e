"""Conflicted copies that lie beside the file of a project: offered to be merged, and then to be thrown away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cxdesigner.files import digest_of, read_pieces
from cxdesigner.ui.panels.notices import Notice
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.model.change import Change
    from cxdesigner.storage.lookout import Version
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.joining import Joining
    from cxdesigner.ui.main_window import MainWindow

COPY, MERGED, ORIGINAL = "conflicted copy", "merged copy", "original"
"""The keys of the notices about a copy, about one that is merged and saved, and about what this is a copy of."""


@dataclass
class _Joined:
    """A copy that was joined: by which edit (None: nothing was new in it), and how many saves began before that."""

    path: Path
    change: Change | None = None
    saves_before: int = 0
    is_undone: bool = False
    is_saved: bool = False


class Beside:
    """Follows the conflicted copies beside the file of the project in a window."""

    def __init__(self, application: Application, window: MainWindow, joining: Joining) -> None:
        self._application, self._window, self._joining = application, window, joining
        self._session = window.project
        self._joined: dict[str, _Joined] = {}
        self._about = ""
        self._original: Path | None = None
        self._session.document_changed.connect(self._follow)

    def end(self) -> None:
        """Follow no longer."""
        self._session.document_changed.disconnect(self._follow)
        for key in (COPY, MERGED, ORIGINAL):
            self._window.bench.notices.take_away(key)

    def show(self, copies: Sequence[Version]) -> None:
        """Offer the first of these copies that is not in the project, and was not left as it is."""
        left = self._application.memory.left_copies()
        passed = {digest for digest, joined in self._joined.items() if not joined.is_undone}
        waiting = [copy for copy in copies if copy.digest not in passed and copy.digest not in left]
        notices = self._window.bench.notices
        if not waiting:
            notices.take_away(COPY)
        elif waiting[0].digest != self._about or COPY not in notices.shown:
            self._about = waiting[0].digest
            self._offer(waiting[0])

    def show_original(self, original: Path | None) -> None:
        """Lead to the file of which the one in the window is a conflicted copy, once."""
        notices, before, self._original = self._window.bench.notices, self._original, original
        if original is None:
            notices.take_away(ORIGINAL)
        elif original != before:
            sentence = tr("This is a copy that was saved at the same time as “{name}”: open that one to merge this.")
            offers = ((tr("Open {name}", name=original.name), partial(self._open, original)),)
            notices.put(Notice(ORIGINAL, sentence.format(name=original.name), offers))

    def _open(self, original: Path) -> None:
        self._application.projects.open_files([original], self._window)

    def _offer(self, copy: Version) -> None:
        sentence = tr("“{name}” lies beside this file: a version of it that was saved at the same time.")
        offers = (
            (tr("Merge"), partial(self._merge, copy)),
            (tr("Show"), partial(self._joining.show, copy)),
            (tr("Leave it"), partial(self._leave, copy)),
        )
        self._window.bench.notices.put(Notice(COPY, sentence.format(name=copy.path.name), offers, lasts=True))

    def _merge(self, copy: Version) -> None:
        self._window.bench.notices.take_away(COPY)
        self._joined[copy.digest] = _Joined(copy.path)  # nothing is offered about it while it is being joined

        def done(change: Change | None) -> None:
            busy = 1 if self._session.is_saving else 0
            self._joined[copy.digest] = _Joined(copy.path, change, busy)
            if change is None and self._session.is_saved:
                self.saved()

        self._joining.merge_copy(copy, done)

    def _leave(self, copy: Version) -> None:
        self._application.memory.leave_copy(copy.digest)
        self._window.bench.notices.take_away(COPY)

    def _follow(self, change: Change | None) -> None:
        """Offer a copy again once its merge is undone."""
        for joined in self._joined.values():
            if change is not None and joined.change is not None and change.pairs.keys() == joined.change.pairs.keys():
                is_undone = change.pairs == joined.change.inverse().pairs
                if is_undone or change.pairs == joined.change.pairs:
                    joined.is_undone = is_undone

    def saved(self) -> None:
        """Offer to throw away the first copy that is in the file now."""
        for digest, joined in self._joined.items():
            if joined.is_undone or joined.is_saved:
                continue
            if joined.saves_before:
                joined.saves_before -= 1
                continue
            joined.is_saved = True
            self._offer_to_throw_away(digest, joined.path)
            return

    def _offer_to_throw_away(self, digest: str, path: Path) -> None:
        sentence = tr("What was in “{name}” is in this file now.", name=path.name)
        offers = (
            (tr("Move the copy to the trash"), partial(self._throw_away, digest, path)),
            (tr("Leave it"), partial(self._keep, digest)),
        )
        self._window.bench.notices.put(Notice(MERGED, sentence, offers, lasts=True))

    def _throw_away(self, digest: str, path: Path) -> None:
        self._window.bench.notices.take_away(MERGED)
        if _is_another(path, digest):
            del self._joined[digest]
            sentence = tr("{name} was changed since it was merged, so it stays where it is.")
            self._window.tell(sentence.format(name=path.name))
        elif not self._application.dialogs.move_to_trash(path):
            sentence = tr("{name} could not be moved to the trash: delete it by hand in {folder}.")
            self._window.tell(sentence.format(name=path.name, folder=path.parent))
        self.saved()

    def _keep(self, digest: str) -> None:
        self._window.bench.notices.take_away(MERGED)
        self._application.memory.leave_copy(digest)
        self.saved()


def _is_another(path: Path, digest: str) -> bool:
    """Tell whether a file holds something else than what had this digest."""
    try:
        return digest_of(*read_pieces(path)) != digest
    except OSError:
        return False
