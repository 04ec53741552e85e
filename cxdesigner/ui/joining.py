"""Taking another version of a project into the one that is open: in its place, or joined with what was edited here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from cxdesigner.model.diff import compare
from cxdesigner.model.edits.become import become
from cxdesigner.model.merge import Merged, merge, merge_all
from cxdesigner.model.placement import rank_all
from cxdesigner.model.telling_changes import summary
from cxdesigner.sentences import Sentence, SentenceError, say
from cxdesigner.storage.on_disk import OnDisk
from cxdesigner.ui.panels.notices import Notice
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.model.change import Change
    from cxdesigner.model.document import Document
    from cxdesigner.storage.lookout import Version
    from cxdesigner.ui.errands import Errands
    from cxdesigner.ui.main_window import MainWindow

JOINED: Final = "joined"
"""The key of the notice about what a merge gave."""


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

        edit = tr("Merge what {name} saved", name=name) if name else tr("Merge what is in the file")
        self.join(partial(merge, base.document), theirs, edit, take)

    def merge_copy(self, version: Version, done: Callable[[Change | None], object]) -> None:
        """Join another file of the same project with what is open, as one edit. What both began from is not known, so
        that what only one of them has counts as added. `done` is given the edit.
        """
        if version.document is not None:
            name = tr("Merge “{name}”", name=version.path.name)
            self.join(_without_base, version.document, name, lambda _, change: done(change))

    def join(
        self,
        join: Callable[[Document, Document], Merged],
        theirs: Document,
        name: str,
        take: Callable[[Merged, Change | None], object],
    ) -> None:
        """Join what is open with `theirs` in a way that gives what became of both, and put that in as one edit under a
        name; `take` is given both then.
        """
        self._window.take_what_is_typed()
        ours = self._session.document

        def put_in(merged: Merged | Sentence) -> None:
            if isinstance(merged, Sentence):
                self._window.bench.notices.put(Notice(JOINED, said(merged)))
            elif self._session.document is not ours:  # edited meanwhile
                self.join(join, theirs, name, take)
            else:
                change = self._session.perform(name, lambda now: become(now, _ranked(merged.document)))
                take(merged, change)
                self._look_no_longer(theirs)
                self._tell(merged)

        self._errands.ask(partial(_tried, join, ours, theirs), put_in)

    def _tell(self, merged: Merged) -> None:
        count = len(merged.conflicts)
        if not count:
            self._window.tell(tr("Both versions are joined in this one."))
            return
        sentence = tr("Both versions are joined. 1 thing was changed in both: it is as it was here, and both are kept.")
        if count > 1:
            sentence = tr(
                "Both versions are joined. {n:,} things were changed in both: they are as they were here, and both are "
                "kept.",
                n=count,
            )
        settle = (tr("Settle"), self._settle)
        self._window.bench.notices.put(Notice(JOINED, sentence, (settle,)))

    def _settle(self) -> None:
        self._window.bench.notices.take_away(JOINED)
        self._window.bench.comparing.show_conflicts()

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


def _without_base(ours: Document, theirs: Document) -> Merged:
    return merge_all(None, [ours, theirs])


def _tried(join: Callable[[Document, Document], Merged], ours: Document, theirs: Document) -> Merged | Sentence:
    try:
        return join(ours, theirs)
    except SentenceError as refusal:
        return refusal.sentence


def _ranked(document: Document) -> Document:
    ranks = rank_all(document)
    return document.apply(ranks) if ranks is not None else document
