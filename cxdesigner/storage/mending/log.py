"""What a repair did, and where it puts what has no place in a project."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any, Final

from cxdesigner.sentences import Sentence, say

UNFIT: Final = "unfit"
"""The field of a record that holds, by the names of their fields, values that could not stay where they were.

No release knows it, so that all keep it like other unknown fields.
"""
PUT_ASIDE: Final = say('it was put aside in the field "unfit"')
LEFT_OUT: Final = say("it was left out")
_NOTHING: Final[tuple[Any, ...]] = (None, "", [], {})
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuv"


class Log:
    """Collects what was done, a sentence each, in the order of doing."""

    def __init__(self) -> None:
        self.done: list[Sentence] = []

    def tell(self, place: str, message: Sentence, did: Sentence) -> None:
        """Note what was wrong at a place and what was done about it."""
        where = place if isinstance(place, Sentence) else place.lstrip(".")
        self.done.append(say("{place}: {message}, so {did}.", place=where, message=message, did=did))

    def take_out(self, place: str, message: Sentence, holder: dict[str, Any], name: str, value: Any) -> None:
        """Note that a value was taken out; where there is something in it, the record `holder` keeps it."""
        if value in _NOTHING:
            self.tell(place, message, LEFT_OUT)
        else:
            keep(holder, name, value)
            self.tell(place, message, PUT_ASIDE)


def of_the_file(message: Sentence, did: Sentence) -> tuple[Sentence, ...]:
    """Say one thing that was done, about a file as a whole."""
    log = Log()
    log.tell(say("The file"), message, did)
    return tuple(log.done)


def keep(holder: dict[str, Any], name: str, value: Any) -> None:
    """Keep a value that does not fit in the field `unfit` of a record, under a name that is not taken there."""
    kept = holder.get(UNFIT, {})
    if not isinstance(kept, dict):
        kept = {UNFIT: kept}
    kept[free_name(kept, name)] = value
    holder[UNFIT] = kept


def free_name(holder: dict[str, Any], name: str) -> str:
    """Give a name that no field has yet: `name` itself, or "name 2" and so on."""
    if name not in holder:
        return name
    # There may be thousands: not all are tried in turn.
    taken, free = 1, 2
    while f"{name} {free}" in holder:
        taken, free = free, 2 * free
    while free - taken > 1:
        middle = (taken + free) // 2
        taken, free = (middle, free) if f"{name} {middle}" in holder else (taken, middle)
    return f"{name} {free}"


def digest_id(*told: Any) -> str:
    """Give an id in the form of `new_id` that is always the same for the same values.

    So that two people who repair copies of one file make the same project of it, which can be merged.
    """
    number = int.from_bytes(sha256(json.dumps(told, sort_keys=True, default=str).encode()).digest()[:9], "big")
    return "".join(_DIGITS[(number >> shift) & 31] for shift in range(60, -1, -5))
