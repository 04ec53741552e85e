"""What cannot be a record, and emotions that are there twice: their words stay where people see them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from cxdesigner.model.limits import MAX_CARDS, MAX_TEXT
from cxdesigner.model.records import Card, Comment
from cxdesigner.sentences import Sentence, say
from cxdesigner.storage.mending.log import Log, digest_id, keep
from cxdesigner.storage.mending.shape import Found

_WORDS: Final = ("feeling", "note", "label")
_KEY: Final = ("persona", "step")


def as_note(found: Found, why: Sentence, log: Log) -> list[Found]:
    """Put an emotion or a link that lacks what it is about aside, in its map; give a card for the parking lot with the
    words in it, if there are any.
    """
    keep(found.holder, _list_of(found), found.raw)
    cards = found.holder.setdefault("cards", [])
    words = [found.raw[name] for name in _WORDS if isinstance(found.raw.get(name), str) and found.raw[name]]
    if not words or len(cards) >= MAX_CARDS:
        log.tell(found.place, why, say('it was put aside in the field "unfit" of its map'))
        return []
    log.tell(found.place, why, say("what it says is on a card in the parking lot"))
    card = {"id": digest_id(found.place, words), "kind": "note", "text": "\n".join(words)[:MAX_TEXT]}
    cards.append(card)
    return [Found(Card, card, found.place, found.holder)]


def joined_emotions(emotions: Sequence[Found], log: Log) -> list[Found]:
    """Leave one emotion for each persona and step: it takes over what the others have and it has not; give comments
    with what they say otherwise.
    """
    first: dict[tuple[str, str], Found] = {}
    comments, others = [], []
    for found in emotions:
        kept = first.setdefault((found.raw["persona"], found.raw["step"]), found)
        if kept is found:
            continue
        others.append(found)
        why = say("the same persona and step as in {first}", first=kept.place)
        otherwise = _taken_over(kept.raw, found.raw)
        if not otherwise:
            log.tell(found.place, why, say("the two were made one"))
            continue
        for name, value in otherwise.items():
            keep(kept.raw, name, value)
        log.tell(found.place, why, say("what it says otherwise is in a comment there"))
        text = "\n".join(f"{name}: {value}" for name, value in otherwise.items())[:MAX_TEXT]
        comment = {"id": digest_id(found.place, text), "on": found.raw["step"], "persona": found.raw["persona"]}
        comment["text"] = text
        found.holder.setdefault("comments", []).append(comment)
        comments.append(Found(Comment, comment, found.place, found.holder))
    take_out(others)
    return comments


def _taken_over(kept: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Add to an emotion what it has not; give what it has otherwise."""
    otherwise = {}
    for name, value in other.items():
        if name == "ratings":
            kept[name] = [*kept.get(name, []), *value]
        elif kept.get(name) in (None, ""):
            kept[name] = value
        elif kept[name] != value:
            otherwise[name] = value
    return otherwise


def _list_of(found: Found) -> str:
    return found.place.rpartition(".")[2].partition("[")[0]


def take_out(going: Sequence[Found]) -> None:
    """Take things out of the lists in which they stand, all at once: there may be thousands."""
    gone = {id(found.raw) for found in going}
    lists = {(id(found.holder), _list_of(found)): found.holder for found in going}
    for (_, name), holder in lists.items():
        holder[name] = [item for item in holder[name] if id(item) not in gone]
