"""Has the raw JSON of one record fit its class: what is meant is put right, what cannot stay is put aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from pydantic import ValidationError

from cxdesigner.model.records import PARENT_KEY, Project, Record
from cxdesigner.model.wording import in_words
from cxdesigner.storage.mending.log import Log, keep
from cxdesigner.storage.mending.values import mended
from cxdesigner.storage.nesting import LISTS
from cxdesigner.storage.reading import OWN_ID

_OWN: Final = (PARENT_KEY, OWN_ID)
_APART: Final[dict[type[Record], tuple[str, ...]]] = {
    **{kind: tuple(lists) for kind, lists in LISTS.items()},
    Project: (*LISTS[Project], "format", "version", "assets"),
}
"""What stands in an object and is no field of the record."""
_Way = tuple[int | str, ...]


def fits(kind: type[Record], raw: dict[str, Any], place: str, log: Log) -> bool:
    """Mend the fields of a record where it stands; False if one is missing without which there is no such record."""
    while True:
        own = {name: value for name, value in raw.items() if name not in _APART.get(kind, ())}
        own |= dict.fromkeys(_OWN, "-")
        try:
            kind.__pydantic_validator__.validate_python(own, by_name=False, by_alias=True)
        except ValidationError as error:
            details = [(_way(detail["loc"], detail["type"], raw), detail) for detail in error.errors(include_url=False)]
            if any(len(way) == 1 and detail["type"] == "missing" for way, detail in details):
                return False
            gone: _Way | None = None
            # From the last to the first: what is taken out of a list moves what stands after it. Of several things
            # that are wrong with one value (it is none of the types that a field takes) the first one counts.
            for way, detail in dict(reversed(details)).items():
                if gone is None or way[: len(gone)] != gone:
                    gone = _mend(raw, way, detail, place, log)
        else:
            return True


def _way(location: Sequence[int | str], kind: str, raw: Any) -> _Way:
    """Give the way to a value: its location, without the names of choices between types."""
    way: list[int | str] = []
    here = raw
    for part in location:
        if isinstance(part, int) or (isinstance(here, dict) and part in here):
            way.append(part)
            here = here[part]
        elif kind == "missing":
            way.append(part)
    return tuple(way)


def _mend(raw: dict[str, Any], way: _Way, detail: Any, place: str, log: Log) -> _Way | None:
    """Mend one value; give the way to it if it was taken out."""
    if detail["type"] == "missing":
        way = way[:-1]  # the part is nothing without it
    *over, last = way
    holder: Any = raw
    for part in over:
        holder = holder[part]
    value, context = holder[last], detail.get("ctx", {})
    message = in_words(detail["type"], detail["msg"], context, value)
    where = place + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in way)
    found = mended(detail["type"], value, context)
    if found is None:
        del holder[last]
        name = where.removeprefix(place).lstrip(".")
        log.take_out(where, message, raw, name, value)
        return way
    holder[last] = found.value
    if found.rest is not None:
        keep(raw, where.removeprefix(place).lstrip("."), found.rest)
    log.tell(where, message, found.did)
    return None
