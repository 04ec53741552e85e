"""How values of the format are written in a table, and what else is read as one of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from cxdesigner.interchange.table.columns import FRAME
from cxdesigner.model import kinds
from cxdesigner.model.lexicon import fold
from cxdesigner.model.spellings import channels_in, kinds_in

KNOWN: Final[Mapping[str, tuple[str, ...]]] = {
    "state": kinds.STATES,
    "purchase": kinds.PHASES,
    "kind": (*kinds.CARD_KINDS, *FRAME),
    "channel": kinds.CHANNELS,
    "delivered_by": kinds.DELIVERERS,
    "status": kinds.STATUSES,
    "evidence": kinds.EVIDENCE_KINDS,
    "lane_kind": kinds.LANE_KINDS,
}
"""The columns whose cells hold one of some values."""
_SHOWN: Final = {
    "pain": "Pain point",
    "email": "E-mail",
    "person": "In person",
    "store": "In store",
    "pains": "Pain points",
}
_ALSO: Final[Mapping[str, Mapping[str, str]]] = {
    "state": {
        "current state": "current",
        "as is": "current",
        "as-is": "current",
        "future state": "future",
        "to be": "future",
        "to-be": "future",
    },
    "purchase": {f"{phase} {what}": phase for phase in kinds.PHASES for what in ("purchase", "the purchase")},
    "kind": {
        "card": "note",
        "sticky": "note",
        "item": "note",
        "interaction": "touchpoint",
        "mood": "emotion",
        "sentiment": "emotion",
        "user": "persona",
        "actor": "persona",
        "sub-stage": "step",
        "task": "step",
        "row": "lane",
        "section": "lane",
    },
    "status": {"to do": "open", "todo": "open", "under way": "doing", "in progress": "doing", "closed": "done"},
    "lane_kind": {"pain points": "pains", "support processes": "support"},
}
_OTHER_LANGUAGE: Final = "nl"
"""The language beside English whose words are read too: those that `spellings` knows."""


LANE_OF_CARD: Final = {
    card: next(lane for lane in kinds.LANE_KINDS if kinds.CARD_OF_LANE.get(lane, "") == card)
    for card in dict.fromkeys(kinds.CARD_OF_LANE.values())
} | {"note": "notes"}
"""The kind of lane in which cards of a kind stand."""


def shown(value: str) -> str:
    """Write a known value as people do, such as "Pain point"; any other stays as it is."""
    return _SHOWN.get(value) or (value.capitalize() if any(value in values for values in KNOWN.values()) else value)


class Meanings:
    """What is read as the values of a table's columns."""

    def __init__(self) -> None:
        self._known = {column: _spelled(column) for column in KNOWN}

    def of(self, column: str, text: str) -> str | None:
        """Give the value of a column of KNOWN that a text stands for, None if it is none of them."""
        known, wanted = self._known[column], fold(text)
        return known.get(wanted) or known.get(wanted.removesuffix("s"))

    def lane_kind(self, title: str) -> str | None:
        """Give the kind of lane that a title names: that of a lane, or of the cards in it."""
        card = self.of("kind", title)
        found = self.of("lane_kind", title) or LANE_OF_CARD.get(card or "")
        return found or ("emotion" if card == "emotion" else None)


def _spelled(column: str) -> Mapping[str, str]:
    found = {fold(value): value for value in KNOWN[column]}
    found |= {fold(shown(value)): value for value in KNOWN[column]}
    if column == "kind":
        found = _all(kinds_in(_OTHER_LANGUAGE)) | found
    elif column == "channel":
        found = _all(channels_in(_OTHER_LANGUAGE)) | found
    return {**found, **_ALSO.get(column, {})}


def _all(spellings: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {fold(word): value for value, words in spellings.items() for word in words}
