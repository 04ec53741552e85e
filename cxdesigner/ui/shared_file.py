"""The file of a project that is open, where others may work on it too: its lock, its other versions, and what is said
of them in the quiet bar.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QStorageInfo, QTimer

from cxdesigner.storage.lock import Holder
from cxdesigner.storage.lookout import Lookout, Seen, Version
from cxdesigner.storage.on_disk import OnDisk
from cxdesigner.storage.watch import EVERY, EVERY_BY_NETWORK, GONE
from cxdesigner.ui import sharing_words as words
from cxdesigner.ui.beside import Beside
from cxdesigner.ui.errands import Errands
from cxdesigner.ui.joining import Joining, difference
from cxdesigner.ui.names import is_there
from cxdesigner.ui.panels.notices import Notice, Notices
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.sentences import Sentence
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow

LOCK, FILE = "lock", "file"
"""The keys of the notices about who works on the file, and about what it holds."""

Offer = tuple[str, Callable[[], object]]

_SOON: Final = 200
"""Milliseconds after the system told of something: what is written is written in several steps."""
_PATIENCE: Final = 1.0
"""Seconds for which a window that closes waits for its lock to be gone."""
_BY_NETWORK: Final = frozenset(
    (
        "nfs",
        "nfs4",
        "cifs",
        "smb",
        "smb2",
        "smb3",
        "smbfs",
        "afpfs",
        "webdav",
        "davfs",
        "9p",
        "fuse.sshfs",
        "fuse.rclone",
    )
)


class SharedFile(QObject):
    """Follows the file of the project in a window, which is at `path`. `opened`: it was read from there just now."""

    def __init__(self, application: Application, window: MainWindow, me: Holder, *, opened: bool) -> None:
        super().__init__()
        session = window.project
        assert session.path is not None
        self.path: Path = session.path
        self._application, self._window, self._session, self.me = application, window, session, me
        self._errands = Errands(f"look at {self.path.name}")
        self._lookout = Lookout(self.path, me, session.document.root)
        self._joining = Joining(window, self._errands)
        self._beside = Beside(application, window, self._joining)
        self._is_first = opened
        self._holds = not session.read_only  # what a newer release wrote is not saved here
        self._waits_for: Holder | None = None
        self._has_let_go = False
        self._last: Holder | None = None
        self._seen: Seen | None = None
        self._difference: Sentence | None = None
        self._is_looking = self._again = self._is_held_back = False
        self._lost: OnDisk | None = None
        self._kept: OnDisk | None = None
        self._said: dict[str, tuple[object, object]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(int(EVERY * 1000))
        self._timer.timeout.connect(self.look)
        self._soon = QTimer(self)
        self._soon.setInterval(_SOON)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self._watcher: QFileSystemWatcher | None = None
        session.file_changed.connect(self._follow_edits)
        self.look()
        self._errands.ask(partial(is_by_network, self.path), self._begin)

    def _begin(self, by_network: bool) -> None:
        """Go on looking; where the file is on this computer, as soon as the system tells of something too."""
        if by_network:
            self._timer.setInterval(int(EVERY_BY_NETWORK * 1000))
        else:
            self._watcher = QFileSystemWatcher([str(self.path), str(self.path.parent)], self)
            self._watcher.fileChanged.connect(self._hear)
            self._watcher.directoryChanged.connect(self._hear)
        self._timer.start()

    def _hear(self, _path: str) -> None:
        self._soon.start()

    def end(self) -> None:
        """Let go of the file."""
        self._timer.stop()
        self._soon.stop()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._session.file_changed.disconnect(self._follow_edits)
        self._beside.end()
        for key in (LOCK, FILE):
            self._notices.take_away(key)
        self._errands.ask(self._lookout.release)
        self._errands.end(_PATIENCE)

    def look(self) -> None:
        """Look now what others did."""
        self._again = self._is_looking
        on_disk = self._session.on_disk
        if self._is_looking or on_disk is None:
            return
        self._is_looking = True
        self._errands.ask(partial(_look, self._lookout, on_disk, hold=self._holds), partial(self._saw, on_disk))

    def rename(self, user: str) -> None:
        """Tell others of another name of who has this open here."""
        self.me = self.me._replace(user=user)
        self._errands.ask(partial(self._lookout.rename, user))

    @property
    def is_idle(self) -> bool:
        """Whether what others did so far is known: it has looked, and does not look now."""
        return self._seen is not None and not (self._is_looking or self._soon.isActive())

    def hold_back(self) -> None:
        """Say why nothing was saved."""
        self._is_held_back = True
        self._said.pop(FILE, None)
        self.look()

    def look_for_file(self) -> None:
        """Know at once if the file is gone, where it is on this computer: the window that has the project may close."""
        if self._watcher is not None and self._session.on_disk is not None and not is_there(self.path):
            self._lose(self._session.on_disk)

    def saved(self) -> None:
        """Know that the project was saved here."""
        self._is_held_back = False
        self._beside.saved()
        self.look()

    def _saw(self, known: OnDisk, found: tuple[Seen, Sentence | None]) -> None:
        self._is_looking = False
        if self._watcher is not None:  # it forgets a file that is replaced
            self._watcher.addPaths([str(self.path), str(self.path.parent)])
        if self._session.on_disk is not known or self._session.is_saving:
            self._soon.start()  # what was seen may be our own
            return
        if found[0].digest is None and (self._seen is None or self._seen.digest is not None):
            self._soon.start()  # it is being written, or taken away
        self._seen, self._difference = found
        self._show_lock(self._seen)
        self._show_file()
        self._beside.show(self._seen.copies if not self._session.read_only else ())
        self._beside.show_original(self._seen.original)
        self._is_first = False
        if self._again:
            self.look()

    # Who works on it

    def _show_lock(self, seen: Seen) -> None:
        holder = seen.holder
        self._last = holder or self._last
        if self._waits_for is not None:
            if holder is None and not self._has_let_go:
                self._offer_to_edit(self._waits_for)
            elif holder is not None and (self._has_let_go or holder.session != self._waits_for.session):
                self._wait_for(holder, is_silent=seen.is_silent)
        elif holder is not None and self._holds:
            self._holds = False
            if self._is_first and self._session.is_saved:
                self._wait_for(holder, is_silent=seen.is_silent)
            else:
                self._put(LOCK, holder.session, words.edits_too(holder))
        elif holder is None and not self._holds and not self._session.read_only:
            self._holds = self._again = True  # who worked on it too has closed it
            self._take_away(LOCK)

    def _wait_for(self, holder: Holder, *, is_silent: bool) -> None:
        self._waits_for, self._has_let_go = holder, False
        self._session.keep_from_saving(tr("{name} has it open", name=words.name_of(holder)))
        sentence = words.has_it_open(holder, self.me, is_silent=is_silent)
        offers: list[Offer] = [(tr("Edit all the same"), self._edit), (tr("Open a copy"), self._open_own_copy)]
        if words.is_oneself(holder, self.me):
            offers.insert(0, (tr("Show that window"), partial(self._application.sharing.calling.call, holder.session)))
        self._put(LOCK, (holder.session, is_silent), sentence, *offers, lasts=True)

    def _offer_to_edit(self, holder: Holder) -> None:
        self._has_let_go = True
        name = words.name_of(holder)
        self._session.keep_from_saving(tr("{name} had it open, and it is read-only here still", name=name))
        sentence = tr("{name} has closed this file: it can be edited here now.", name=name)
        self._put(LOCK, "closed", sentence, (tr("Edit"), self._edit), lasts=True)

    def _edit(self) -> None:
        self._take_away(LOCK)
        self._waits_for, self._has_let_go, self._holds = None, False, True
        self._session.allow_saving()
        self._errands.ask(self._lookout.take_over)
        self.look()

    def _open_own_copy(self) -> None:
        self._application.projects.open_copy(self._session.document, self.path.name)

    # What it holds

    def _show_file(self) -> None:
        seen, on_disk = self._seen, self._session.on_disk
        if seen is None or seen.digest is None or on_disk is None:
            return
        version = seen.version
        if seen.digest == GONE:
            self._lose(on_disk)
            self._show_gone()
        elif version is None:
            self._is_held_back = False
            self._find_again(on_disk)
            self._take_away(FILE)
        elif version.document is None:
            self._lose(on_disk)
            sentence = words.cannot_be_read(said(version.failure), held_back=self._is_held_back)
            about = version.digest, self._is_held_back
            self._put(FILE, about, sentence, (tr("Save a copy"), self._save_copy))
        elif self._difference is None:
            self._joining.note(version)  # other bytes, the same project
            self._lost = None
            self._is_held_back = False
            self._take_away(FILE)
        else:
            self._keep(on_disk)
            self._show_version(version, said(self._difference))

    def _lose(self, on_disk: OnDisk) -> None:
        """Know that what was in the file is in none any more: somebody may have the only copy here."""
        if self._lost is not on_disk:
            self._keep(on_disk)
            self._lost = on_disk
            self._session.mark_unsaved()

    def _find_again(self, on_disk: OnDisk) -> None:
        """Know that the file holds again what was lost."""
        if self._lost is on_disk:
            self._lost = None
            if self._session.to_save == on_disk.document:
                self._session.take_in(on_disk, is_saved=True)

    def _keep(self, on_disk: OnDisk) -> None:
        """Keep as a backup what the file held: whoever took it away has not."""
        if self._kept is not on_disk:
            self._kept = on_disk
            self._application.keeping.back_up(self.path, on_disk.document)

    def _show_gone(self) -> None:
        sentence = tr("{name} is not there any more: it was deleted, moved or renamed. Save writes it anew.")
        offers = ((tr("Save"), self._save), (tr("Save a copy"), self._save_copy))
        self._put(FILE, GONE, sentence.format(name=self.path.name), *offers)

    def _show_version(self, version: Version, what: str) -> None:
        name, is_saved, held_back = self._who(version), self._session.is_saved, self._is_held_back
        join = self._joining.reload if is_saved else self._joining.merge
        offers = (
            (tr("Reload") if is_saved else tr("Merge"), partial(join, version, name, self._joined)),
            (tr("Show"), partial(self._joining.show, version, name)),
            (tr("Save a copy"), self._save_copy) if held_back else (tr("Open a copy"), partial(self._open, version)),
        )
        sentence = words.saved_it(name, version.written, what, held_back=held_back)
        freshness = words.ago(version.written), is_saved
        if 0 <= time.time() - version.written < 60:
            freshness = "", is_saved  # one that counts seconds moves while it is read
        self._put(FILE, (version.digest, held_back), sentence, *offers, fresh=freshness)

    def _who(self, version: Version) -> str:
        return words.who(self._last, version.document, self.me.user)

    def _joined(self) -> None:
        self._is_held_back = False
        self._take_away(FILE)
        self.look()

    def _follow_edits(self) -> None:
        """Offer to merge once something is edited here, and to reload again once that is undone."""
        if FILE in self._notices.shown and self._seen is not None and self._seen.version is not None:
            self._show_file()

    def _open(self, version: Version) -> None:
        if version.document is not None:
            self._application.projects.open_copy(version.document, version.path.name)

    def _save(self) -> None:
        self._application.save(self._window)

    def _save_copy(self) -> None:
        self._application.save_as(self._window)

    # The bar

    @property
    def _notices(self) -> Notices:
        return self._window.bench.notices

    def _put(
        self, key: str, about: object, sentence: str, *offers: Offer, lasts: bool = False, fresh: object = None
    ) -> None:
        """Say something about a thing, again only if it is `fresh`; what somebody has closed stays closed."""
        before, self._said[key] = self._said.get(key), (about, fresh)
        is_closed = before is not None and before[0] == about and key not in self._notices.shown
        if before != (about, fresh) and not is_closed:
            self._notices.put(Notice(key, sentence, offers, lasts))

    def _take_away(self, key: str) -> None:
        self._said.pop(key, None)
        self._notices.take_away(key)


def _look(lookout: Lookout, on_disk: OnDisk, *, hold: bool) -> tuple[Seen, Sentence | None]:
    """Look, and tell what differs in a version that is not known here; None for nothing."""
    seen = lookout.look(on_disk.digest, hold=hold)
    document = seen.version.document if seen.version is not None else None
    return seen, difference(on_disk.document, document) if document is not None else None


def is_by_network(path: Path) -> bool:
    """Tell whether a file is on another computer, as far as the system says."""
    kind = bytes(QStorageInfo(str(path.parent)).fileSystemType().data()).decode("ascii", "replace").lower()
    return kind in _BY_NETWORK or str(path.absolute()).startswith("\\\\")
