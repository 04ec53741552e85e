"""Cutting stages in two, and making one of several stages or steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from statistics import fmean

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.edits.spans import mend_spans
from cxdesigner.model.edits.steps import move_step
from cxdesigner.model.ids import new_id
from cxdesigner.model.placement import place
from cxdesigner.model.records import Card, Stage, Step, emotion_id


def split_stage(document: Document, step_id: str, title: str = "") -> Change | None:
    """Cut a stage before a step: from there on its steps are a new stage with the phase and colour of the old one."""
    step = document.get(step_id, Step)
    stage = document.get(step.parent, Stage) if step is not None else None
    if step is None or stage is None:
        return None
    steps = document.steps_of(stage.id)
    cut = steps.index(step)
    if cut == 0:
        return None
    stages = document.stages(stage.parent)
    fresh = Stage.new(id=new_id(), parent=stage.parent, title=title, phase=stage.phase, color=stage.color)
    draft = Draft(document)
    draft.put(*place(stages, [fresh], stages.index(stage) + 1))
    draft.put(*(one.with_(parent=fresh.id) for one in steps[cut:]))
    return draft.change()


def merge_stages(document: Document, stage_ids: Iterable[str]) -> Change | None:
    """Make one stage of several of a map: the first of them, with the steps of all from left to right.

    Titles and goals are joined, phase and colour are those of the first. Links to the others and comments on them
    are to and on the first.
    """
    wanted = {*stage_ids}
    first = next((stage for stage in (document.get(key, Stage) for key in wanted) if stage is not None), None)
    stages = [stage for stage in document.stages(first.parent) if stage.id in wanted] if first is not None else []
    if len(stages) < 2:
        return None
    whole, *others = stages
    draft = Draft(document)
    draft.put(whole.with_(title=_joined(stage.title for stage in stages), goal=_joined(stage.goal for stage in stages)))
    steps = document.steps_of(whole.id)
    moved = [step.with_(parent=whole.id) for stage in others for step in document.steps_of(stage.id)]
    draft.put(*place(steps, moved, len(steps)))
    for stage in others:
        draft.remove(stage.id)
    mend_spans(draft, whole.parent, {step.id for step in moved})
    _redirect(draft, whole.parent, dict.fromkeys((stage.id for stage in others), whole.id))
    return draft.change()


def merge_steps(document: Document, step_ids: Iterable[str]) -> Change | None:
    """Make one step of several of a map: the first of them, which stands where it stood.

    In every lane the cards of the others stand below its own, in the order of the steps; what covered one of them
    covers it. Titles, durations and notes are joined. A persona feels there the mean of what it felt at those of the
    steps that were rated, since the step now stands for all of them; it keeps the first feeling and evidence, all
    notes and all ratings. Links to the others and comments on them are to and on the first.
    """
    wanted = {*step_ids}
    first = next((step for step in (document.get(key, Step) for key in wanted) if step is not None), None)
    map_id = document.map_of(first.id) if first is not None else None
    steps = [step.id for step in document.steps(map_id or "") if step.id in wanted]
    if len(steps) < 2:
        return None
    return in_turn(document, [partial(_gather, steps=steps), partial(_fold, map_id=map_id or "", steps=steps)])


def averaged(document: Document, step_ids: Iterable[str]) -> int:
    """Count the personas that have several different scores at steps, of which `merge_steps` would keep the mean."""
    steps = {*step_ids}
    maps = {document.map_of(key) for key in steps}
    scores: dict[str, set[float]] = {}
    for emotion in (one for key in maps for one in document.emotions(key or "")):
        if emotion.step in steps and emotion.score is not None:
            scores.setdefault(emotion.persona, set()).add(float(emotion.score))
    return sum(len(found) > 1 for found in scores.values())


def _gather(document: Document, steps: Sequence[str]) -> Change | None:
    """Put steps directly behind the first of them."""
    first = document.get(steps[0], Step)
    assert first is not None
    return move_step(document, steps[1:], first.parent, document.steps_of(first.parent).index(first) + 1)


def _fold(document: Document, map_id: str, steps: Sequence[str]) -> Change | None:
    """Make one of steps that stand side by side in a stage."""
    first, *others = (step for step in (document.get(key, Step) for key in steps) if step is not None)
    draft = Draft(document)
    draft.put(
        first.with_(
            title=_joined(step.title for step in (first, *others)),
            duration=_joined(step.duration for step in (first, *others)),
            note=_joined((step.note for step in (first, *others)), "\n"),
        )
    )
    gone = [step.id for step in others]
    for key in gone:
        draft.remove(key)
    _restack(draft, map_id, first.id, gone)
    _feel(draft, map_id, first.id, gone)
    _redirect(draft, map_id, dict.fromkeys(gone, first.id))
    return draft.change()


def _restack(draft: Draft, map_id: str, kept: str, gone: Sequence[str]) -> None:
    """Let the cards of steps that go stand below those of the one that stays, and spans end there."""
    document = draft.document
    stacks: dict[str | None, list[Card]] = {}
    for card in document.cards_by_lane(map_id):
        last = kept if card.to in gone else card.to
        step = kept if card.step in gone else card.step
        fresh = card.with_(step=step, to=last if last != step else None)
        if card.step in gone:
            stacks.setdefault(card.lane, []).append(fresh)
        elif fresh != card:
            draft.put(fresh)
    order = {key: index for index, key in enumerate(gone)}
    for lane, moved in stacks.items():
        moved.sort(key=lambda card: order[_step_of(document, card.id)])
        # A card of the stack that stays may have been given another span above.
        stack = [draft.get(card.id, Card) or card for card in document.cell(map_id, lane, kept)]
        draft.put(*moved, *place(stack, moved, len(stack)))


def _step_of(document: Document, card_id: str) -> str:
    card = document.get(card_id, Card)
    return (card.step if card is not None else None) or ""


def _feel(draft: Draft, map_id: str, kept: str, gone: Sequence[str]) -> None:
    """Let every persona feel at one step what it felt at several."""
    document = draft.document
    people = {emotion.persona: None for emotion in document.emotions(map_id) if emotion.step in gone}
    for persona in people:
        felt = [one for one in (document.emotion(persona, step) for step in (kept, *gone)) if one is not None]
        for emotion in felt:
            draft.remove(emotion.id)
        scores = [emotion.score for emotion in felt if emotion.score is not None]
        draft.put(
            felt[0].with_(
                id=emotion_id(persona, kept),
                step=kept,
                score=round(fmean(scores), 2) if scores else None,
                feeling=next((emotion.feeling for emotion in felt if emotion.feeling), ""),
                note=_joined((emotion.note for emotion in felt), "\n"),
                evidence=next((emotion.evidence for emotion in felt if emotion.evidence is not None), None),
                ratings=tuple(rating for emotion in felt for rating in emotion.ratings),
            )
        )


def _redirect(draft: Draft, map_id: str, into: Mapping[str, str]) -> None:
    """Let links and comments follow what has become part of something else.

    A link whose ends are one now goes, and so does one that would be there twice.
    """
    document = draft.document
    seen = {(link.from_, link.to, link.kind, link.label) for link in document.links(map_id)}
    for link in document.links(map_id):
        ends = into.get(link.from_, link.from_), into.get(link.to, link.to)
        if ends == (link.from_, link.to):
            continue
        if ends[0] == ends[1] or (*ends, link.kind, link.label) in seen:
            draft.remove(link.id)
            into = {**into, link.id: ends[0]}
        else:
            seen.add((*ends, link.kind, link.label))
            draft.put(link.with_(from_=ends[0], to=ends[1]))
    for comment in document.comments(map_id):
        if comment.on in into:
            draft.put(comment.with_(on=into[comment.on]))


def _joined(texts: Iterable[str], glue: str = " / ") -> str:
    """Join texts that say something, each once."""
    return glue.join(dict.fromkeys(text for text in texts if text.strip()))
