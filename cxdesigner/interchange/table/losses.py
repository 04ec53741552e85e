"""What of maps has no place in a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from cxdesigner.insight.journey import lanes_shown
from cxdesigner.interchange.table.rows import lane_title
from cxdesigner.model.document import Document
from cxdesigner.model.edits.links import links_in
from cxdesigner.model.records import Map, Persona
from cxdesigner.sentences import Sentence, say

_TOLD_OF_PERSONAS = (
    "quote", "about", "age", "occupation", "location", "goals", "needs", "frustrations", "behaviours", "channels",
    "brand_feeling", "photo",
)  # fmt: skip


class Loss(NamedTuple):
    """What is not in a table. `warns`: no part of it is, or it is not read from it as it was."""

    sentence: Sentence
    warns: bool = False


def losses_of(document: Document, map_ids: Sequence[str]) -> tuple[Loss, ...]:
    """Say what of maps a table does not hold, a sentence a kind of thing; nothing of looks, such as colours."""
    return (*_left_out(document, map_ids), *_shortened(document, map_ids))


def _left_out(document: Document, map_ids: Sequence[str]) -> Iterator[Loss]:
    cards = list(chain.from_iterable(document.cards(key) for key in map_ids))
    counted = (
        (sum(lane.hidden for key in map_ids for lane in document.lanes(key)), *_HIDDEN),
        (sum(bool(card.asset) for card in cards), *_PICTURES),
        (sum(len(links_in(document, key)) for key in map_ids), *_LINKS),
        (sum(len(document.comments(key)) for key in map_ids), *_COMMENTS),
        (sum(_unseen(document, key) for key in map_ids), *_UNSEEN),
        (sum(bool(one.goal) for key in map_ids for one in document.stages(key)), *_GOALS),
    )
    for count, one, several in counted:
        if count:
            yield Loss(one if count == 1 else say(several, n=count), warns=True)
    if any(_has_twins(stage.title for stage in document.stages(key)) for key in map_ids):
        yield Loss(say("Some stages have the same title: read from the table they are one."), warns=True)
    if any(_has_twins(lane_title(lane) for lane in document.lanes(key) if not lane.hidden) for key in map_ids):
        yield Loss(
            say("Some lanes have the same title: read from the table their cards are in the first one."), warns=True
        )


def _shortened(document: Document, map_ids: Sequence[str]) -> Iterator[Loss]:
    maps = [found for key in map_ids if (found := document.get(key, Map)) is not None]
    cards = list(chain.from_iterable(document.cards(key) for key in map_ids))
    people = {persona.id: persona for key in map_ids for persona in document.personas_of(key)}
    if any(map(_is_told_of, people.values())):
        yield Loss(say("Of personas a table holds names and roles only."))
    if any(one.goal or one.release or one.date for one in maps):
        yield Loss(say("Of a map a table holds its title, state, scenario and author only."))
    if any(card.votes for card in cards):
        yield Loss(say("Of votes a table holds their sum only, and not who gave them."))
    if any(one.ratings for key in map_ids for one in document.emotions(key)):
        yield Loss(say("Of ratings a table holds the score of each point only."))
    if any(_has_counts(card.nps, "promoters") or _has_counts(card.csat, "satisfied") for card in cards):
        yield Loss(say("Of NPS and CSAT a table holds the score and the number of answers only."))


_HIDDEN = say("1 hidden lane is not in the table."), say("{n:,} hidden lanes are not in the table.")
_PICTURES = say("1 picture is not in the table."), say("{n:,} pictures are not in the table.")
_LINKS = say("1 link is not in the table."), say("{n:,} links are not in the table.")
_COMMENTS = say("1 comment is not in the table."), say("{n:,} comments are not in the table.")
_UNSEEN = (
    say("1 emotion is not in the table, since the map does not show it."),
    say("{n:,} emotions are not in the table, since the map does not show them."),
)
_GOALS = say("The goal of 1 stage is not in the table."), say("The goals of {n:,} stages are not in the table.")


def _unseen(document: Document, map_id: str) -> int:
    """Count what is felt where no lane shows it, or by personas or at steps that are not on the map."""
    felt = document.emotions(map_id)
    if all(lane.kind != "emotion" for lane in lanes_shown(document, map_id)):
        return len(felt)
    people = {persona.id for persona in document.personas_of(map_id)}
    steps = {step.id for step in document.steps(map_id)}
    return sum(one.persona not in people or one.step not in steps for one in felt)


def _is_told_of(persona: Persona) -> bool:
    return any(getattr(persona, name) for name in _TOLD_OF_PERSONAS)


def _has_counts(given: object, name: str) -> bool:
    return getattr(given, name, None) is not None


def _has_twins(titles: Iterable[str]) -> bool:
    return any(count > 1 for count in Counter(titles).values())
