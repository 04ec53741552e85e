"""What can be named in a line that is typed: kinds of card, lanes, steps, stages, channels, personas."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cxdesigner.model.document import Document
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS, card_kind_for
from cxdesigner.model.records import Lane
from cxdesigner.model.spellings import channels_in, kinds_in

MARKS = "@#+"
"""Stand before a step or stage, a channel, a persona."""


class Name(NamedTuple):
    """A thing by its id or value `key`; `text` is how it is shown, `spellings` what it is found by.

    `kind` and `lane` are what a kind of card or a lane leads to; `step` is where a step or a stage begins.
    """

    sort: str
    key: str
    text: str
    spellings: tuple[str, ...]
    kind: str = ""
    lane: str | None = None
    step: str | None = None


class Lexicon(NamedTuple):
    """All names of a map. `heads` are kinds and lanes, `places` steps and then stages."""

    heads: tuple[Name, ...]
    places: tuple[Name, ...]
    channels: tuple[Name, ...]
    personas: tuple[Name, ...]
    lanes: Mapping[str, str]
    """The kind of card of each lane for cards."""
    steps: frozenset[str]

    def marked(self, mark: str) -> tuple[Name, ...]:
        """Give what a mark stands before."""
        return {"@": self.places, "#": self.channels, "+": self.personas}[mark]

    def lane_for(self, kind: str) -> str | None:
        """Give the lane in which cards of a kind are, None if there is none."""
        return next((lane for lane, of in self.lanes.items() if of == kind), None)

    def kind_of(self, lane: str | None) -> str:
        """Give the kind of the cards in a lane; outside all lanes they are notes."""
        return self.lanes.get(lane or "", "note")


def fold(text: str) -> str:
    """Write a text without case, accents, quotes and needless space, so that it is found however it is typed."""
    plain = unicodedata.normalize("NFKD", text.replace('"', ""))
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).casefold().split())


def lexicon_of(document: Document, map_id: str) -> Lexicon:
    """Gather the names of a map: those of kinds and channels in the project's language and in English."""
    language = document.project.language
    lanes = [lane for lane in document.lanes(map_id) if lane.kind not in LANES_WITHOUT_CARDS and not lane.hidden]
    kinds = [
        Name("kind", kind, spelled[0], _folded(spelled), kind, _lane_for(kind, lanes))
        for kind, spelled in kinds_in(language).items()
    ]
    titled = [
        Name("lane", lane.id, _line(lane.title), _folded([lane.title]), card_kind_for(lane.kind), lane.id)
        for lane in lanes
        if fold(lane.title)
    ]
    steps = [
        Name("step", step.id, _line(step.title), _folded([step.title]), step=step.id)
        for step in document.steps(map_id)
        if fold(step.title)
    ]
    stages = [
        Name("stage", stage.id, _line(stage.title), _folded([stage.title]), step=own[0].id)
        for stage in document.stages(map_id)
        if (own := document.steps_of(stage.id)) and fold(stage.title)
    ]
    channels = [Name("channel", key, spelled[0], _folded(spelled)) for key, spelled in channels_in(language).items()]
    personas = [
        Name("persona", one.id, _line(one.name), _folded([one.name]))
        for one in document.personas_of(map_id)
        if fold(one.name)
    ]
    return Lexicon(
        (*kinds, *titled),
        (*steps, *stages),
        tuple(channels),
        tuple(personas),
        {lane.id: card_kind_for(lane.kind) for lane in lanes},
        frozenset(step.id for step in document.steps(map_id)),
    )


def _lane_for(kind: str, lanes: Iterable[Lane]) -> str | None:
    return next((lane.id for lane in lanes if card_kind_for(lane.kind) == kind), None)


def _line(text: str) -> str:
    return " ".join(text.replace('"', "").split())


def _folded(spellings: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, spellings)))


def found(names: Sequence[Name], typed: str) -> list[Name]:
    """Give the names that a text may stand for, the likeliest first: the whole name, its beginning, that of a word."""
    wanted = fold(typed)
    ranked = [(_distance(name, wanted), index) for index, name in enumerate(names)]
    return [names[index] for distance, index in sorted(ranked) if distance < 3]


def called(names: Iterable[Name], typed: str) -> list[Name]:
    """Give the names that are this text."""
    wanted = fold(typed)
    return [name for name in names if wanted in name.spellings]


def begun(names: Iterable[Name], typed: str) -> list[Name]:
    """Give the names that begin with a text."""
    wanted = fold(typed)
    return [name for name in names if _distance(name, wanted) < 2]


def _distance(name: Name, wanted: str) -> int:
    """Give 0 for the whole name, 1 for its beginning, 2 for the beginning of a word in it, 3 for neither."""
    return min(_apart(spelling, wanted) for spelling in name.spellings)


def _apart(spelling: str, wanted: str) -> int:
    if spelling == wanted:
        return 0
    if spelling.startswith(wanted):
        return 1
    return 2 if f" {wanted}" in spelling else 3
