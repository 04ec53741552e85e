"""What is linked on a map: which links it has, which of them run over the stages, what the legend says of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cxdesigner.layout.columns import Columns
from cxdesigner.model.document import Document
from cxdesigner.model.edits.links import changes_hands, solved_by
from cxdesigner.model.kinds import LINK_KINDS
from cxdesigner.model.records import Card, Link, Record, Stage

TRACK, LABELLED = 4.0, 19.0
"""Height that a link needs above the stages, and that one with words needs."""
MOST_TRACKS = 5


class LinksUsed(NamedTuple):
    """What the legend says of links: their kinds in the order of the format, departments that hand over."""

    kinds: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()


class Joined(NamedTuple):
    """A link with the records that it joins and the columns in which they stand (None: in none).

    `over`: it runs above the stages; `hands`: the departments between which something is handed over.
    """

    link: Link
    start: Record | None
    end: Record | None
    columns: Columns
    span: tuple[int, int] | None
    over: bool
    hands: tuple[str, ...]


class Linked(NamedTuple):
    """All links of a map; `above` is the height that they need above the stages."""

    links: tuple[Joined, ...]
    above: float
    used: LinksUsed


class Looking:
    """Finds what is linked, and looks again only at what has changed."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[tuple[Card, ...], tuple[Link, ...]]] = {}
        self._known: dict[str, Joined] = {}

    def look(self, document: Document, map_id: str, columns: Columns) -> Linked:
        """Find the links of a map as they are shown, as `links_in` does."""
        records = document.records
        found = []
        for link in self._links(document, map_id):
            start, end = records.get(link.from_), records.get(link.to)
            known = self._known.get(link.id)
            if (
                known is None
                or known.link is not link
                or known.start is not start
                or known.end is not end
                or known.columns is not columns
            ):
                known = _joined(document, link, start, end, columns)
            found.append(known)
        self._known = {joined.link.id: joined for joined in found}
        return Linked(tuple(found), _room_above(found), _used(document, map_id, found))

    def _links(self, document: Document, map_id: str) -> Sequence[Link]:
        said: dict[str, tuple[tuple[Card, ...], tuple[Link, ...]]] = {}
        for lane in document.lanes(map_id):
            cards = document.cards_in_lane(map_id, lane.id)
            known = self._said.get(lane.id)
            said[lane.id] = known if known is not None and known[0] is cards else (cards, solved_by(cards))
        self._said = said
        records = document.links(map_id)
        told = {(link.from_, link.to) for link in records if link.kind == "solves"}
        more = [link for _, links in said.values() for link in links if (link.from_, link.to) not in told]
        return (*records, *more)


def _joined(document: Document, link: Link, start: Record | None, end: Record | None, columns: Columns) -> Joined:
    one, other = _column(document, start, columns), _column(document, end, columns)
    span = (one, other) if one is not None and other is not None else None
    back = link.kind == "repeats" and span is not None and span[1] < span[0]
    over = back or isinstance(start, Stage) or isinstance(end, Stage)
    hands: tuple[str, ...] = ()
    if link.kind == "hands_over" and isinstance(start, Card) and isinstance(end, Card) and changes_hands(start, end):
        hands = start.department, end.department
    return Joined(link, start, end, columns, span, over, hands)


def _column(document: Document, record: Record | None, columns: Columns) -> int | None:
    if isinstance(record, Stage):
        steps = document.steps_of(record.id)
        return next((columns.position[step.id] for step in steps if step.id in columns.position), None)
    key = record.step if isinstance(record, Card) else record.id if record is not None else ""
    return columns.position.get(key or "")


def _room_above(links: Iterable[Joined]) -> float:
    """Give the height that links need above the stages: a track for each of those that run there side by side."""
    above = [(min(one.span), max(one.span), one.link.label) for one in links if one.over and one.span is not None]
    if not above:
        return 0.0
    most = max(sum(low <= at <= high for low, high, _ in above) for at, _, _ in above)
    words = any(label for _, _, label in above)
    return max(TRACK * min(most, MOST_TRACKS) + 5.0, LABELLED if words else 0.0)


def _used(document: Document, map_id: str, links: Iterable[Joined]) -> LinksUsed:
    """Tell which kinds of links a map shows, and between which departments something is handed over."""
    lanes = {lane.id for lane in document.lanes(map_id) if not lane.hidden}
    shown = [
        one
        for one in links
        if one.span is not None
        and all(end.lane in lanes for end in (one.start, one.end) if isinstance(end, Card))
    ]  # fmt: skip
    kinds = {one.link.kind for one in shown}
    departments = {key for one in shown for key in one.hands}
    order = tuple(department.id for department in document.departments if department.id in departments)
    return LinksUsed(tuple(kind for kind in LINK_KINDS if kind in kinds), order)
