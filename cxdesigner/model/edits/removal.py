"""Removing anything, with all that goes along and all that pointed to it."""

from __future__ import annotations

from collections.abc import Iterable

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.spans import without_steps
from cxdesigner.model.records import (
    Card,
    Comment,
    Emotion,
    Lane,
    Link,
    Map,
    Project,
    Record,
    Round,
    Stage,
    Step,
)


def remove(document: Document, keys: Iterable[str]) -> Change | None:
    """Remove records of any kind.

    A map takes everything on it along, a stage its steps, a step the cards that stand only there and its emotions, a
    lane its cards, a persona its emotions. A stage whose steps all go goes too. Links and comments on what is removed
    go; other references to it are cleared. The last stage of a map stays, and so does the project.
    """
    draft = Draft(document)
    gone = _with_wholes(document, {key for key in keys if key in document and not isinstance(document[key], Project)})
    for map_id in {document.map_of(key) for key in gone} - {None}:
        assert map_id is not None
        _remove_from_map(draft, map_id, gone)
    for key in gone:
        draft.remove(key)
    _clear_references(draft)
    return draft.change()


def _with_wholes(document: Document, gone: set[str]) -> set[str]:
    """Add the parts of what goes, and the stages of which all steps go."""
    for key in list(gone):
        if isinstance(document[key], Stage):
            gone.update(step.id for step in document.steps_of(key))
    for shown in document.maps:
        stages = document.stages(shown.id)
        empty = {stage.id for stage in stages if all(step.id in gone for step in document.steps_of(stage.id))}
        gone |= empty
        if empty and len(empty) == len(stages) and shown.id not in gone:
            gone -= {stages[0].id, document.steps_of(stages[0].id)[0].id}
    return gone


def _remove_from_map(draft: Draft, map_id: str, gone: set[str]) -> None:
    document = draft.document
    everything = map_id in gone
    without_steps(draft, map_id, {key for key in gone if isinstance(document[key], Step)})
    for card in document.cards(map_id):
        if everything or card.lane in gone:
            draft.remove(card.id)
    for emotion in document.emotions(map_id):
        if everything or emotion.step in gone:
            draft.remove(emotion.id)
    if everything:
        for kind in (Stage, Lane, Link, Round, Comment):
            for record in document.shelf(kind, map_id):
                draft.remove(record.id)
        for step in document.steps(map_id):
            draft.remove(step.id)


def _clear_references(draft: Draft) -> None:
    change = draft.change()
    if change is None:
        return
    gone = {key for key, (_, after) in change.pairs.items() if after is None}
    for record in draft.document.records.values():
        if draft.removes(record.id):
            continue
        if isinstance(record, (Link, Comment, Emotion)):
            if _hangs_on(record, gone):
                draft.remove(record.id)
        elif isinstance(record, (Card, Map)):
            current = draft.get(record.id, type(record))
            assert current is not None
            if (fresh := _without(current, gone)) is not current:
                draft.put(fresh)


def _hangs_on(record: Record, gone: set[str]) -> bool:
    if isinstance(record, Link):
        return record.from_ in gone or record.to in gone
    if isinstance(record, Emotion):
        return record.persona in gone
    return isinstance(record, Comment) and record.on in gone


def _without(record: Card | Map, gone: set[str]) -> Card | Map:
    fields: dict[str, object] = {}
    if not gone.isdisjoint(record.personas):
        fields["personas"] = tuple(key for key in record.personas if key not in gone)
    if isinstance(record, Card):
        if not gone.isdisjoint(record.solves):
            fields["solves"] = tuple(key for key in record.solves if key not in gone)
        if record.department in gone:
            fields["department"] = ""
        if any(vote.round in gone for vote in record.votes):
            fields["votes"] = tuple(vote for vote in record.votes if vote.round not in gone)
    return record.with_(**fields) if fields else record
