"""Taking another version of a project into the one that is open: in its place, or joined with what was edited here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QTimer

from cxdesigner.model.beginnings import is_beginning
from cxdesigner.model.diff import compare
from cxdesigner.model.edits.become import become
from cxdesigner.model.merge import Merged, Names, merge, merge_all
from cxdesigner.model.placement import rank_all
from cxdesigner.model.telling_changes import summary
from cxdesigner.sentences import Sentence, SentenceError, say
from cxdesigner.storage.history import Beginning, FileHistory
from cxdesigner.storage.on_disk import OnDisk
from cxdesigner.ui.panels.notices import JOINED, Notice
from cxdesigner.ui.sharing_words import moment
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.model.change import Change
    from cxdesigner.model.document import Document
    from cxdesigner.storage.lookout import Version
    from cxdesigner.ui.errands import Errands
    from cxdesigner.ui.main_window import MainWindow

_SOON: Final = 100
"""Milliseconds after which a merge that is done looks again whether somebody is typing."""


class Joint(NamedTuple):
    """What became of two versions or more, and in words what they began from: "" where that is not known, None where it
    needs no word.
    """

    merged: Merged
    began: str | None = None


class Joining:
    """Joins versions into the project of a window; what takes long is done by `errands`."""

    def __init__(self, window: MainWindow, errands: Errands) -> None:
        self._window, self._session, self._errands = window, window.project, errands

    def note(self, version: Version) -> None:
        """Remember that the file holds the same project in other bytes."""
        if version.document is not None:
            self._session.on_disk = OnDisk(version.digest, version.document)

    def reload(self, version: Version, name: str, done: Callable[[], object]) -> None:
        """Put what the file holds in the place of what is open; joined where something was edited meanwhile."""
        self._window.take_what_is_typed()
        if not self._session.is_saved:
            self.merge(version, name, done)
        elif (theirs := version.document) is not None:
            edit = tr("Take over what {name} saved", name=name) if name else tr("Take over what is in the file")
            self._session.perform(edit, lambda now: become(now, _ranked(theirs)))
            self._session.take_in(OnDisk(version.digest, theirs), is_saved=True)
            self._window.tell(
                tr("This is what {name} saved.", name=name) if name else tr("This is what the file holds.")
            )
            self._look_no_longer(theirs)
            done()

    def merge(self, version: Version, name: str, done: Callable[[], object]) -> None:
        """Join what the file holds with what is open, as one edit; the file's content is what later ones begin from."""
        base, theirs = self._session.on_disk, version.document
        if base is None or theirs is None:
            return

        def take(merged: Merged, _: Change | None) -> None:
            if self._session.on_disk is base:
                self._session.take_in(OnDisk(version.digest, theirs), is_saved=merged.document == theirs)
            done()

        def both(ours: Document) -> Joint:
            return Joint(merge(base.document, ours, theirs, Names(theirs=name)))

        edit = tr("Merge what {name} saved", name=name) if name else tr("Merge what is in the file")
        self.join(both, theirs, edit, take)

    def merge_copy(self, version: Version, done: Callable[[Change | None], object]) -> None:
        """Join another file of the same project with what is open, as one edit. `done` is given the edit."""
        if version.document is not None:
            self.join_files([version.document], [version.path.name], lambda _, change: done(change))

    def join_files(
        self,
        documents: Sequence[Document],
        names: Sequence[str],
        take: Callable[[Merged, Change | None], object] = lambda *_: None,
    ) -> None:
        """Join other files of the same project, by their names, with what is open, as one edit; see `join`.

        Several that began from what is open are joined with each other; else what is open is one of them. Where it is
        not known what they began from, what only some have counts as added.
        """
        history = FileHistory(
            self._session.path,
            self._window.application.keeping.backups,
            self._session.on_disk.document if self._session.on_disk is not None else None,
        )
        what = f"“{names[0]}”" if len(names) == 1 else tr("{n} files", n=len(names))
        self.join(partial(_joined, history, documents, names), documents[0], tr("Merge {name}", name=what), take)

    def join(
        self,
        join: Callable[[Document], Joint],
        theirs: Document,
        name: str,
        take: Callable[[Merged, Change | None], object],
    ) -> None:
        """Join what is open with others in a way that gives what became of all, and put that in as one edit under a
        name; `take` is given both then. A comparison with `theirs` ends. What is typed or dragged meanwhile is finished
        first, and joined too.
        """
        self._window.take_what_is_typed()

        def begin() -> None:
            ours = self._session.document
            self._errands.ask(partial(_tried, join, ours), partial(put_in, ours))

        def put_in(ours: Document, joint: Joint | Sentence) -> None:
            if self._is_left:
                return
            if isinstance(joint, Sentence):
                self._window.bench.notices.put(Notice(JOINED, said(joint)))
            elif self._session.is_previewing or self._window.bench.canvas.writing.editor is not None:
                QTimer.singleShot(_SOON, self._errands, partial(put_in, ours, joint))
            elif self._session.document is not ours:  # edited meanwhile
                begin()
            else:
                change = self._session.perform(name, lambda now: become(now, _ranked(joint.merged.document)))
                take(joint.merged, change)
                self._look_no_longer(theirs)
                self._tell(joint, ours)

        begin()

    @property
    def _is_left(self) -> bool:
        """Whether nobody looks at the project in the window any more."""
        window = self._window
        is_gone = window not in window.application.windows or window.session is not self._session
        return is_gone or self._errands.has_ended

    def _tell(self, joint: Joint, before: Document) -> None:
        """Say what a merge did here, what it measured that from, and what it left open."""
        count, comparison = len(joint.merged.conflicts), compare(before, self._session.document)
        if not count and before.records == self._session.document.records:
            self._window.tell(tr("Nothing in it is new here."))
            return
        what = tr("Merged: {what}.", what=said(summary(comparison))) if comparison.entries else tr("Merged.")
        sentences = [what]
        if joint.began:
            sentences.append(tr("Both began from {version}.", version=joint.began))
        elif joint.began is not None:
            sentences.append(tr("What both began from is not known here: nothing was taken out."))
        if count:
            sentences.append(
                tr("1 thing was changed on both sides: it is as it was, and both are kept.")
                if count == 1
                else tr("{n:,} things were changed on both sides: they are as they were, and both are kept.", n=count)
            )
        show = (tr("Show"), partial(self._window.bench.comparing.show, before, tr("the version before the merge")))
        offers = ((tr("Settle"), self._window.bench.comparing.show_conflicts), show) if count else (show,)
        self._window.bench.notices.put(Notice(JOINED, " ".join(sentences), offers))

    def show(self, version: Version, name: str = "") -> None:
        """Show what differs in another version from what is open; of a conflicted copy its file's name says which."""
        if version.document is not None:
            title = tr("what {name} saved", name=name) if name else f"“{version.path.name}”"
            comparing, base = self._window.bench.comparing, self._session.on_disk
            if base is not None and version.path == self._session.path:
                comparing.show_theirs(version.document, title, base.document)
            else:
                comparing.show(version.document, title, newer=True)

    def _look_no_longer(self, version: Document) -> None:
        """Close the comparison with a version that is in the project now."""
        comparing = self._window.bench.comparing
        if comparing.asked is not None and comparing.asked.other is version:
            comparing.close()


def difference(before: Document, after: Document) -> Sentence | None:
    """Say in a few words what differs between two versions; None if nothing does."""
    if before.records == after.records:
        return None
    comparison = compare(before, after)
    return summary(comparison) if comparison.entries else say("its pictures or kept versions are others")


def _joined(history: FileHistory, documents: Sequence[Document], names: Sequence[str], ours: Document) -> Joint:
    if is_beginning(ours, documents):
        return Joint(merge_all(ours, documents, names))
    found = history.beginning(ours, documents)
    base, began = (found.document, _in_words(found)) if found is not None else (None, "")
    return Joint(merge_all(base, [ours, *documents], ["", *names]), began)


def _in_words(found: Beginning) -> str:
    if found.name:
        return f"“{found.name}”"
    if found.until is None:
        return tr("what the file holds")
    return tr("what the file held until {when}", when=moment(found.until))


def _tried(join: Callable[[Document], Joint], ours: Document) -> Joint | Sentence:
    try:
        return join(ours)
    except SentenceError as refusal:
        return refusal.sentence


def _ranked(document: Document) -> Document:
    ranks = rank_all(document)
    return document.apply(ranks) if ranks is not None else document
