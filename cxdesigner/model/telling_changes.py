"""What differs between two versions, in sentences for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final, NamedTuple

from cxdesigner.model.diff import Comparison, Entry, What
from cxdesigner.model.document import Document
from cxdesigner.model.records import (
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
)
from cxdesigner.sentences import Sentence, say

_LONGEST: Final = 60

CARDS: Final[Mapping[str, Sentence]] = {
    "action": say("Action"),
    "touchpoint": say("Touchpoint"),
    "thought": say("Thought"),
    "quote": say("Quote"),
    "pain": say("Pain point"),
    "opportunity": say("Opportunity"),
    "idea": say("Idea"),
    "insight": say("Insight"),
    "promise": say("Promise"),
    "evidence": say("Evidence"),
    "frontstage": say("Frontstage"),
    "backstage": say("Backstage"),
    "support": say("Support"),
    "picture": say("Picture"),
    "note": say("Note"),
}
"""What a card of each kind is called."""


class _Noun(NamedTuple):
    name: Sentence
    one: Sentence
    several: str


_NOUNS: Final[Mapping[type[Record], _Noun]] = {
    Project: _Noun(say("Project"), say("1 project"), say("{n} projects")),
    Map: _Noun(say("Map"), say("1 map"), say("{n} maps")),
    Stage: _Noun(say("Stage"), say("1 stage"), say("{n} stages")),
    Step: _Noun(say("Step"), say("1 step"), say("{n} steps")),
    Lane: _Noun(say("Lane"), say("1 lane"), say("{n} lanes")),
    Card: _Noun(say("Card"), say("1 card"), say("{n} cards")),
    Emotion: _Noun(say("Emotion"), say("1 emotion"), say("{n} emotions")),
    Link: _Noun(say("Link"), say("1 link"), say("{n} links")),
    Round: _Noun(say("Round of votes"), say("1 round of votes"), say("{n} rounds of votes")),
    Comment: _Noun(say("Comment"), say("1 comment"), say("{n} comments")),
    Persona: _Noun(say("Persona"), say("1 persona"), say("{n} personas")),
    Department: _Noun(say("Department"), say("1 department"), say("{n} departments")),
}
_COUNTED: Final[tuple[type[Record], ...]] = (
    Card,
    Emotion,
    Step,
    Stage,
    Lane,
    Link,
    Comment,
    Round,
    Map,
    Persona,
    Department,
    Project,
)
_DONE: Final[Mapping[What, Sentence]] = {
    "added": say("{things} added"),
    "removed": say("{things} removed"),
    "moved": say("{things} moved"),
    "reworded": say("{things} reworded"),
    "felt": say("{things} felt otherwise"),
    "changed": say("{things} changed"),
}


def summary(comparison: Comparison) -> Sentence:
    """Say in a few words how much differs: "3 cards added, 1 moved"."""
    counts = Counter((type(entry.record), entry.what) for entry in comparison.entries)
    said: Sentence | None = None
    for kind in _COUNTED:
        first = True
        for what, done in _DONE.items():
            n = counts[kind, what]
            if n:
                things = _counted(kind, n) if first else say("{n}", n=n)
                first = False
                part = say(done, things=things)
                said = part if said is None else say("{one}, {more}", one=said, more=part)
    return said if said is not None else say("nothing differs")


def _counted(kind: type[Record], n: int) -> Sentence:
    noun = _NOUNS[kind]
    return noun.one if n == 1 else say(noun.several, n=n)


def told(comparison: Comparison) -> list[Sentence]:
    """Say of every entry what it is, in the order of the entries."""
    return [_Teller(comparison).tell(entry) for entry in comparison.entries]


class _Teller:
    def __init__(self, comparison: Comparison) -> None:
        self._before, self._after = comparison.before, comparison.after

    def tell(self, entry: Entry) -> Sentence:
        """Say what became of one record."""
        document = self._after if entry.after is not None else self._before
        return say(_DONE[entry.what], things=called(document, entry.record))


def called(document: Document, record: Record) -> Sentence:
    """Name a record for the reader: `Pain point “Queue in the doorway”`."""
    noun = CARDS.get(record.kind, _NOUNS[Card].name) if isinstance(record, Card) else _NOUNS[type(record)].name
    text = next((value for name in ("text", "title", "name") if (value := getattr(record, name, ""))), "")
    short = " ".join(text.split())
    if len(short) > _LONGEST:
        short = short[: _LONGEST - 1].rstrip() + "…"
    return say("{noun} “{text}”", noun=noun, text=short) if short else noun
