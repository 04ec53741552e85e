"""Removing anything, with all that goes along and all that pointed to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.links import link_of, untell
from cxdesigner.model.edits.spans import without_steps
from cxdesigner.model.records import (
    Asset,
    Brand,
    Card,
    Comment,
    Department,
    Emotion,
    Lane,
    Link,
    Map,
    Persona,
    Project,
    Record,
    Round,
    Stage,
    Step,
    Vote,
)


def remove(document: Document, keys: Iterable[str]) -> Change | None:
    """Remove records of any kind.

    A map takes everything on it along, a stage its steps, a step the cards that stand only there and its emotions, a
    lane its cards, a persona its emotions. A stage whose steps all go goes too. Links and comments on what is removed
    go; other references to it are cleared, so that a card only for a persona that goes is for everybody. The last
    stage of a map stays, with its first step, and so does the project. A link goes from a card's `solves` too.
    """
    draft, keys = Draft(document), set(keys)
    for link in filter(None, (link_of(document, key) for key in keys)):
        untell(draft, link)
    gone = _with_wholes(document, {key for key in keys if key in document and not isinstance(document[key], Project)})
    for map_id in {document.map_of(key) for key in gone} - {None}:
        assert map_id is not None
        _remove_from_map(draft, map_id, gone)
    for key in gone:
        draft.remove(key)
    _clear_references(draft)
    return draft.change()


def _with_wholes(document: Document, gone: set[str]) -> set[str]:
    """Add the parts of what goes, and the stages of which all steps go; leave out the last stage of a map."""
    for key in list(gone):
        if isinstance(document[key], Stage):
            gone.update(step.id for step in document.steps_of(key))
    for shown in document.maps:
        stages = document.stages(shown.id)
        gone |= {stage.id for stage in stages if _all_go(document.steps_of(stage.id), gone)}
        if shown.id not in gone and _all_go(stages, gone):
            gone -= {stages[0].id, *(step.id for step in document.steps_of(stages[0].id)[:1])}
    return gone


def _all_go(records: Sequence[Record], gone: set[str]) -> bool:
    return bool(records) and all(record.id in gone for record in records)


def _remove_from_map(draft: Draft, map_id: str, gone: set[str]) -> None:
    document = draft.document
    if map_id in gone:
        for kind in (Stage, Lane, Emotion, Link, Round, Comment):
            for record in document.shelf(kind, map_id):
                draft.remove(record.id)
        for record in (*document.steps(map_id), *document.cards_by_lane(map_id)):
            draft.remove(record.id)
        return
    steps = {key for key in gone if isinstance(document[key], Step)}
    if steps:
        without_steps(draft, map_id, steps)
        for emotion in document.emotions(map_id):
            if emotion.step in steps:
                draft.remove(emotion.id)
    for key in gone:
        for card in document.cards_in_lane(map_id, key):
            draft.remove(card.id)


REFERENCES: dict[type[Record], dict[str, type[Record]]] = {
    Card: {"personas": Persona, "solves": Card, "department": Department, "asset": Asset, "votes": Round},
    Map: {"personas": Persona},
    Persona: {"photo": Asset},
    Project: {"brand": Asset},
}
"""Which fields refer to records of which class, by an id or by several."""


def _clear_references(draft: Draft) -> None:
    document, gone = draft.document, draft.removed()
    # A whole project is looked through, so only for what can be found in it.
    kinds = {type(document[key]) for key in gone}
    cleared = {kind: [name for name in names if names[name] in kinds] for kind, names in REFERENCES.items()}
    comments = []
    for record in document.records.values():
        kind = type(record)
        if kind in cleared:
            fields: dict[str, object] = {}
            for name in cleared[kind]:
                if (value := getattr(record, name)) and (fresh := _without(value, gone)) is not None:
                    fields[name] = fresh
            if fields and (current := draft.get(record.id, kind)) is not None:
                draft.put(current.with_(**fields))
        elif kind is Comment:
            comments.append(cast("Comment", record))
        elif kind in (Link, Emotion) and _hangs_on(record, gone):
            draft.remove(record.id)
    _remove_comments(draft, comments)


def _hangs_on(record: Record, gone: set[str]) -> bool:
    if isinstance(record, Link):
        return record.from_ in gone or record.to in gone
    return isinstance(record, Emotion) and record.persona in gone


def _without(value: str | Brand | tuple[Any, ...], gone: set[str]) -> object:
    """Give the value of a field without references to what goes, None if there are none in it."""
    if isinstance(value, str):
        return "" if value in gone else None
    if isinstance(value, Brand):
        return value.with_(logo="") if value.logo in gone else None
    left = tuple(one for one in value if (one.round if isinstance(one, Vote) else one) not in gone)
    return left if len(left) < len(value) else None


def _remove_comments(draft: Draft, comments: list[Comment]) -> None:
    """Remove comments on what goes, then those on these, and so on."""
    found = True
    while found:
        found = False
        for comment in comments:
            if any(map(draft.removes, (comment.on, comment.persona))) and not draft.removes(comment.id):
                draft.remove(comment.id)
                found = True
