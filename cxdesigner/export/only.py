"""Which cards, and whose curve, an export is about, as the command line says it: "kind=pain", "Marta"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from cxdesigner.export.called import called
from cxdesigner.export.options import ExportError
from cxdesigner.insight.filter import GROUPS, MOMENTS, NOTHING, Filter
from cxdesigner.model import kinds
from cxdesigner.model.document import Document
from cxdesigner.model.records import Department, Persona
from cxdesigner.model.wording import noun
from cxdesigner.sentences import Sentence, say

NONE: Final = "none"
NAMES: Final = dict(zip(("persona", "channel", "department", "kind", "evidence", "moment"), GROUPS, strict=True))
"""How the groups of a filter are called on the command line."""

_VALUES: Final = {
    "channel": kinds.CHANNELS,
    "kind": kinds.CARD_KINDS,
    "evidence": (*kinds.EVIDENCE_KINDS, NONE),
    "moment": MOMENTS,
}
P = TypeVar("P", Persona, Department)


def filter_of(document: Document, texts: Iterable[str]) -> Filter:
    """Make a filter of texts such as "persona=Marta": values of one group widen it, groups narrow it.

    Personas and departments are given by name or a part of one, in whatever case, or by id.

    Raises:
        ExportError: a text names no group, or a value that there is not.
    """
    found = NOTHING
    for text in texts:
        name, _, value = text.partition("=")
        name, value = name.strip().lower(), value.strip()
        if name not in NAMES:
            raise ExportError(
                say(
                    "--only takes {names}, such as persona=Marta, and not “{text}”.",
                    names=_listed(list(NAMES), say("and")),
                    text=text[:60],
                )
            )
        for one in _values(document, name, value):
            if not found.has(NAMES[name], one):
                found = found.toggled(NAMES[name], one)
    return found


def texts_of(by: Filter) -> tuple[str, ...]:
    """Write a filter as `filter_of` reads it."""
    return tuple(f"{name}={value or NONE}" for name, group in NAMES.items() for value in sorted(getattr(by, group)))


def persona_of(document: Document, map_id: str, text: str) -> str:
    """Give the id of the persona of a map with this id, number (from 1) or name; "" for "".

    Raises:
        ExportError: nobody on the map is called that.
    """
    value, people = text.strip(), list(dict.fromkeys(document.personas_of(map_id)))
    if not value or any(one.id == value for one in people):
        return value
    # isdecimal, since int() would also take "²" or "+1".
    if value.isdecimal() and len(value) < 4 and 0 < int(value) <= len(people):
        return people[int(value) - 1].id
    return _named(people, value, noun(Persona), say("on this map"))[0]


def personas_of(document: Document, map_ids: Sequence[str], text: str) -> dict[str, str]:
    """Give the id of the persona that `persona_of` finds on each of these maps, "" where she is not on it.

    Raises:
        ExportError: nobody on any of the maps is called that.
    """
    found, refusals = dict.fromkeys(map_ids, ""), []
    for map_id in map_ids:
        try:
            found[map_id] = persona_of(document, map_id, text)
        except ExportError as error:
            refusals.append(error)
    if refusals and not any(found.values()):
        raise refusals[0]
    return found


def _values(document: Document, name: str, value: str) -> Sequence[str]:
    if name == "persona":
        return _named(document.personas, value, noun(Persona), say("in this project"))
    if name == "department":
        return _named(document.departments, value, noun(Department), say("in this project"))
    known = _VALUES[name]
    wanted = value.lower().replace(" ", "_")
    if wanted not in known:
        raise ExportError(
            say(
                "There is no {name} “{value}”: it is {known}.",
                name=name,
                value=value[:60],
                known=_listed(known, say("or")),
            )
        )
    return ["" if wanted == NONE else wanted]


def _named(records: Sequence[P], value: str, what: Sentence, where: Sentence) -> list[str]:
    """Give the ids of those with an id or a name, or the one with this part of it; all that have the name, since names
    are nobody's alone.
    """
    found = [one.id for one in records if one.id == value]
    found = found or [records[at].id for at in called([one.name.strip() for one in records], value)]
    if found:
        return found
    names = [f"“{one.name[:40]}”" for one in records]
    has = say("it has {names}", names=_listed(names[:6], say("and"))) if names else say("it has none")
    raise ExportError(
        say("There is no {what} “{value}” {where}; {has}.", what=what, value=value[:60], where=where, has=has)
    )


def _listed(names: Sequence[str], between: Sentence) -> str:
    if len(names) == 1:
        return names[0]
    return say("{names} {between} {last}", names=", ".join(names[:-1]), between=between, last=names[-1])
