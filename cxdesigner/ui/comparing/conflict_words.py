"""What a merge left open, as questions for people: what it is about, and what each version has there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from cxdesigner.model.conflict_paths import PLACE, Spot, spot_of
from cxdesigner.model.document import Document
from cxdesigner.model.edits.conflicts import Side
from cxdesigner.model.records import Card, Conflict, Record
from cxdesigner.model.telling_changes import called
from cxdesigner.model.wording import field_words
from cxdesigner.ui.names import text_of
from cxdesigner.ui.style import labels
from cxdesigner.ui.style.words import said, tr

SIDES: Final[tuple[Side, ...]] = ("ours", "theirs", "base")
_NAMES: Final[Mapping[str, labels.Names]] = {
    "phase": labels.PHASES,
    "state": labels.STATES,
    "basis": labels.BASES,
    "status": labels.STATUSES,
}
_NOTHING: Final[tuple[Any, ...]] = (None, "", [], {})
_LABELS: Final = ("text", "title", "name", "label")


class Question(NamedTuple):
    """A conflict as it is asked: `key` is the id of the record that it is about, "" if there is none any more.

    `title` names the record, `about` says what of it is open, `values` what each side has that can be chosen, and
    `names` whose that is, "" where that is not known. What was before both is left out where there was nothing, or that
    is not known.
    """

    key: str
    title: str
    about: str
    values: Mapping[Side, str]
    stands: Side | None = "ours"
    """Whose is on the map meanwhile; None if nothing of it is."""
    names: Mapping[Side, str] = {}


def question_of(document: Document, conflict: Conflict) -> Question:
    """Put a conflict into words."""
    question = _question(document, conflict)
    values = {side: words for side, words in question.values.items() if side != "base" or conflict.base not in _NOTHING}
    return question._replace(values=values, names={"ours": conflict.ours_by, "theirs": conflict.theirs_by})


def _question(document: Document, conflict: Conflict) -> Question:
    spot = spot_of(conflict.path)
    record = document.get(spot.key or document.root, spot.kind) if spot is not None else None
    values = {side: getattr(conflict, side) for side in SIDES}
    if spot is None or record is None:
        words = {side: _value(document, "", value) for side, value in values.items()}
        return Question("", conflict.path, tr("What this was about is gone."), words, None)
    title = said(called(document, record))
    if not spot.way:
        stands: Side = "theirs" if values["ours"] is None else "ours"
        return Question(record.id, title, _whole(values), _wholes(record, values), stands)
    name = spot.way[-1] if spot.way[-1] in type(record).model_fields else spot.way[0]
    if name == PLACE:
        words = {side: _place(document, record, value) for side, value in values.items()}
        return Question(record.id, title, tr("Both moved it, to different places."), words)
    words = {side: _value(document, name, value) for side, value in values.items()}
    return Question(record.id, title, _differs(spot), words)


def _differs(spot: Spot) -> str:
    name = " · ".join(said(field_words(part)) for part in spot.way if part.replace("_", "").isalpha())
    return tr("Both changed it differently: {field}.", field=name)


def _whole(values: Mapping[Side, Any]) -> str:
    if values["base"] is None:
        return tr("Both added it, each with other content.")
    gone = [side for side in ("ours", "theirs") if values[side] is None]
    if len(gone) == len(SIDES) - 1:
        return tr("Both took out what it stands in or refers to.")
    return tr("One took it out, the other changed it or still needs it.")


def _wholes(record: Record, values: Mapping[Side, Any]) -> dict[Side, str]:
    return {
        side: _text_of(value) or text_of(record) or tr("Stays") if isinstance(value, dict) else tr("Taken out")
        for side, value in values.items()
    }


def _text_of(value: Any) -> str:
    texts = (value.get(name) for name in _LABELS) if isinstance(value, dict) else ()
    return next((text for text in texts if isinstance(text, str) and text), "")


def _place(document: Document, record: Record, value: Any) -> str:
    if not isinstance(value, dict):
        return tr("It was not there")
    ids = [value.get("step"), value.get("lane")] if isinstance(record, Card) else [value.get("parent", "")]
    if None in ids:
        return tr("Parking lot")
    titles = [_name(document, key) for key in ids if isinstance(key, str) and key]
    return " · ".join(titles) or tr("Another place")


def _name(document: Document, key: str) -> str:
    record = document.records.get(key)
    if record is None:
        return tr("(not there any more)")
    kind = getattr(record, "kind", "")
    return text_of(record) or labels.label(labels.LANES, kind) or said(called(document, record))


def _value(document: Document, name: str, value: Any) -> str:
    """Put a value of a field into words; texts as they are."""
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if value is None or value in ("", []):
        return tr("Nothing")
    if isinstance(value, str):
        if name in _NAMES:
            return labels.label(_NAMES[name], value)
        return _name(document, value) if value in document else value
    if isinstance(value, int | float):
        return f"{value:g}".replace("-", "−")
    if isinstance(value, list):
        return ", ".join(_value(document, "", one) for one in value)
    if isinstance(value, dict):
        whole = _text_of(value)
        pairs = (f"{said(field_words(key))}: {_value(document, key, one)}" for key, one in value.items())
        return whole or "\n".join(pairs)
    return str(value)
