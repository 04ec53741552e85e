"""A comparison that is looked at: two versions, or two maps, what differs, and where one is in the list of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from time import perf_counter
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from cxdesigner.model.diff import Comparison, Entry, compare, compare_maps
from cxdesigner.model.diff_groups import Groups, grouped
from cxdesigner.model.records import Map
from cxdesigner.model.telling_changes import summary
from cxdesigner.sentences import Sentence, say
from cxdesigner.ui.comparing.glance import Glance
from cxdesigner.ui.comparing.listing import Listing, listing_of
from cxdesigner.ui.comparing.marks import Marks
from cxdesigner.ui.comparing.sorts import SORT_OF, Sort
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.panels.notices import JOINED, Notice
from cxdesigner.ui.style.labels import STATES, label
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.model.document import Document
    from cxdesigner.ui.workbench import Workbench

PANEL: Final = "changes"
CONFLICTS: Final = "conflicts"
_SOON: Final = 300
"""Milliseconds after an edit until it is compared again, so that typing on the sheet stays quick."""


class Asked(NamedTuple):
    """What is compared: the project with another version of it, or two of its maps; `compare` does it anew.

    `title` names the other one for the reader. `is_newer`: the project is the earlier one of the two.
    """

    title: str
    compare: Callable[[Document], Comparison]
    other: Document | None = None
    maps: tuple[str, str] | None = None
    is_newer: bool = False


class Comparing(QObject):
    """Compares for a window. While something is compared, the panel "changes" is shown and marks are on the canvas.

    Signals: `changed()` when something else is compared, or differs, or is shown of it; `current_changed()`.
    """

    changed = Signal()
    current_changed = Signal()

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench, self._session = bench, bench.session
        self.asked: Asked | None = None
        self.comparison: Comparison | None = None
        self.hidden: frozenset[Sort] = frozenset()
        """The sorts of differences that are left out."""
        self.entries: Sequence[Entry] = ()
        """What differs, but for the sorts that are left out."""
        self.listing = Listing((), (), Groups({}, {}), frozenset())
        """What of it is listed: what came or went with something only where that is unfolded."""
        self.summary: Sentence = say("nothing differs")
        self.counts: Mapping[Sort, int] = {}
        """How much of each sort is told of: what came or went with something is not."""
        self.current: int | None = None
        self.glance = Glance(bench, self)
        self.marks = Marks(bench.canvas, self)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SOON)
        self._later.timeout.connect(self.compare_again)
        self._session.document_changed.connect(self._on_document_changed)
        bench.canvas.overlay.marks.append(self.marks)

    # What others ask

    def show(self, other: Document, title: str, *, newer: bool = False) -> None:
        """Show how another version of the project differs from it; `newer`: what came after it, not before.

        `title` names the other version within a sentence, such as "the backup of 14:05".
        """
        if newer:
            self._ask(Asked(title, lambda document: compare(document, other), other, None, newer))
        else:
            self._ask(Asked(title, lambda document: compare(other, document), other))

    def show_theirs(self, theirs: Document, title: str, base: Document) -> None:
        """Show what somebody else did to the project while it was edited here too; both began from `base`."""
        self._ask(
            Asked(title, lambda document: compare(document, theirs).but_for_the_earlier(base), theirs, None, True)
        )

    def show_maps(self, before: str, after: str) -> None:
        """Show how a map of the project differs from another one, such as the future from the current state."""
        title = title_of_map(self._session.document.get(before, Map))
        asked = Asked(title, lambda document: compare_maps(document, before, after), None, (before, after))
        self._session.show_map(after)
        self._ask(asked)

    def show_conflicts(self) -> None:
        """Show what a merge left open, one after the other."""
        self.close()
        self._bench.notices.take_away(JOINED)
        self._bench.show_panel(CONFLICTS).setFocus()

    def offer_conflicts(self) -> None:
        """Say that a merge has left something open in what was opened."""
        n = len(self._session.document.project.conflicts)
        sentence = (
            tr("1 thing was changed on both sides of a merge: both are kept in this file.")
            if n == 1
            else tr("{n:,} things were changed on both sides of a merge: both are kept in this file.", n=n)
        )
        self._bench.notices.put(Notice(JOINED, sentence, ((tr("Settle"), self.show_conflicts),)))

    def close(self) -> None:
        """Compare no longer."""
        if self.asked is None:
            return
        self.glance.end()
        self.asked = self.comparison = self.current = None
        self._later.stop()
        self._told()
        self._bench.hide_panel(PANEL)

    # What is compared

    @property
    def side_shown(self) -> str:
        """Which of the two is on the canvas, "before" or "after"; "" where it is neither."""
        asked = self.asked
        if asked is None:
            return ""
        if asked.maps is not None:
            return dict(zip(asked.maps, ("before", "after"), strict=True)).get(self._session.map_id, "")
        return "before" if asked.is_newer != self.glance.is_on else "after"

    def _ask(self, asked: Asked) -> None:
        self._bench.canvas.writing.finish()
        self.glance.end()
        self.asked, self.current, self.hidden = asked, None, frozenset()
        self.listing = self.listing._replace(unfolded=frozenset())
        self.compare_again()
        self._bench.show_panel(PANEL).setFocus()

    def compare_again(self) -> None:
        """Compare the project as it stands."""
        if self.asked is None:
            return
        self._later.stop()
        began = perf_counter()
        kept = self.entries[self.current] if self.current is not None and self.entries else None
        self.comparison = self.asked.compare(self._session.document)
        self.summary, groups = summary(self.comparison), grouped(self.comparison)
        self.counts = Counter(
            SORT_OF[entry.what] for number, entry in enumerate(self.comparison.entries) if number not in groups.heads
        )
        # A large project takes a while, which must not come between one key and the next.
        self._later.setInterval(max(_SOON, round(8000 * (perf_counter() - began))))
        self._told(kept)

    def _on_document_changed(self, _change: object) -> None:
        if self.asked is not None:
            self._later.start()

    def leave_out(self, hidden: frozenset[Sort]) -> None:
        """Leave out sorts of differences, in the list and on the canvas."""
        kept = self.entries[self.current] if self.current is not None else None
        self.hidden = hidden
        self._told(kept)

    def _told(self, kept: Entry | None = None) -> None:
        entries = self.comparison.entries if self.comparison is not None else ()
        self.entries = tuple(entry for entry in entries if SORT_OF[entry.what] not in self.hidden)
        names = [(entry.what, entry.record.id) for entry in self.entries] if kept is not None else []
        wanted = (kept.what, kept.record.id) if kept is not None else None
        self.current = names.index(wanted) if wanted in names else None
        groups = grouped(self.comparison._replace(entries=self.entries)) if self.comparison else Groups({}, {})
        self.listing = listing_of(self.entries, groups, self.listing.unfolded)
        if self.current is not None and self.current in groups.heads:
            self._unfold(groups.heads[self.current])
        self.changed.emit()
        self._bench.canvas.viewport().update()

    # Where one is in it

    def go(self, number: int) -> None:
        """Look at something that differs, by its number among `entries`."""
        comparison = self.comparison
        if comparison is None or not 0 <= number < len(self.entries):
            return
        self.current = number
        entry = self.entries[number]
        head = self.listing.groups.heads.get(number)
        if head is not None and number not in self.listing.listed:
            self._unfold(head)
            self.changed.emit()
        session = self._session
        if self.asked is not None and self.asked.maps is not None:
            session.show_map(self.asked.maps[1])
        else:
            shown = (self.glance.is_on and session.shown) or session.document
            found = next((one for one in self._homes(entry) if one in shown), None)
            if found is not None:
                session.show_map(found)
        self.marks.look_at(entry)
        self.current_changed.emit()
        self._bench.canvas.viewport().update()

    def _homes(self, entry: Entry) -> list[str]:
        assert self.comparison is not None
        sides = (self.comparison.after, entry.after), (self.comparison.before, entry.before)
        found = (document.map_of(record.id) for document, record in sides if record is not None)
        return [key for key in found if key is not None]

    def walk(self, by: int) -> None:
        """Go to the next difference, or the one before; from the last one to the first."""
        listed = self.listing.listed
        if listed:
            here = listed.index(self.current) if self.current is not None else -1 if by > 0 else 0
            self.go(listed[(here + by) % len(listed)])

    def fold(self, number: int, *, unfold: bool | None = None) -> None:
        """List what came or went with something, or no longer; the other of the two where that is not said."""
        groups, unfolded = self.listing.groups, self.listing.unfolded
        number = groups.heads.get(number, number)
        key = self.entries[number].record.id
        if number not in groups.heads.values() or unfold is (key in unfolded):
            return
        self.listing = listing_of(self.entries, groups, unfolded ^ {key})
        if self.current is not None and groups.heads.get(self.current) == number:
            self.current = number
        self.changed.emit()

    def _unfold(self, head: int) -> None:
        unfolded = self.listing.unfolded | {self.entries[head].record.id}
        self.listing = listing_of(self.entries, self.listing.groups, unfolded)

    def switch(self) -> None:
        """Show how it was, or again how it is: the other of the two on the canvas, from the same place."""
        if self.asked is None:
            return
        if self.asked.maps is not None:
            self._switch_maps(self.asked.maps)
        else:
            self.glance.turn()
        self.changed.emit()
        self._bench.canvas.viewport().update()

    def _switch_maps(self, maps: tuple[str, str]) -> None:
        canvas, sight = self._bench.canvas, self._bench.canvas.sight()
        self._session.show_map(maps[self._session.map_id == maps[0]])
        canvas.look_from(sight._replace(follows=""))

    def title_of_side(self, side: str) -> str:
        """Name one of the two, "before" or "after", on a switch."""
        asked = self.asked
        if asked is None:
            return ""
        if asked.maps is not None:
            maps = [self._session.document.get(key, Map) for key in asked.maps]
            shown = maps[side == "after"]
            states = {one.state for one in maps if one is not None}
            return label(STATES, shown.state) if shown is not None and len(states) > 1 else title_of_map(shown)
        return asked.title if (side == "before") != asked.is_newer else tr("Now")
