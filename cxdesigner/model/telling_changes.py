"""What differs between two versions, in sentences for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import reduce
from typing import Any, Final, NamedTuple

from cxdesigner.model.diff import LABELS, Comparison, Entry, What
from cxdesigner.model.diff_groups import grouped
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
    Snapshot,
    Stage,
    Step,
)
from cxdesigner.model.wording import field_words, noun
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


_Sort = tuple[type[Record], What]


class _Noun(NamedTuple):
    name: Sentence
    one: Sentence
    several: str


_NOUNS: Final[Mapping[type[Record], _Noun]] = {
    Project: _Noun(say("Project"), say("1 project"), say("{n:,} projects")),
    Map: _Noun(say("Map"), say("1 map"), say("{n:,} maps")),
    Stage: _Noun(say("Stage"), say("1 stage"), say("{n:,} stages")),
    Step: _Noun(say("Step"), say("1 step"), say("{n:,} steps")),
    Lane: _Noun(say("Lane"), say("1 lane"), say("{n:,} lanes")),
    Card: _Noun(say("Card"), say("1 card"), say("{n:,} cards")),
    Emotion: _Noun(say("Emotion"), say("1 emotion"), say("{n:,} emotions")),
    Link: _Noun(say("Link"), say("1 link"), say("{n:,} links")),
    Round: _Noun(say("Round of votes"), say("1 round of votes"), say("{n:,} rounds of votes")),
    Comment: _Noun(say("Comment"), say("1 comment"), say("{n:,} comments")),
    Persona: _Noun(say("Persona"), say("1 persona"), say("{n:,} personas")),
    Department: _Noun(say("Department"), say("1 department"), say("{n:,} departments")),
    Snapshot: _Noun(say("Version"), say("1 version"), say("{n:,} versions")),
}
_COUNTED: Final[tuple[type[Record], ...]] = (
    Map,
    Stage,
    Step,
    Lane,
    Card,
    Emotion,
    Link,
    Comment,
    Round,
    Persona,
    Department,
    Project,
)
_DONE: Final[Mapping[What, Sentence]] = {
    "added": say("{things} added"),
    "removed": say("{things} removed"),
    "moved": say("{things} moved"),
    "reworded": say("{things} reworded"),
    "changed": say("{things} changed"),
}


def summary(comparison: Comparison) -> Sentence:
    """Say in a few words how much differs: "3 cards added, 1 moved".

    What came or went with a map, a stage or the like is told with it: "1 map added with 11 cards".
    """
    groups = grouped(comparison)
    counts: Counter[_Sort] = Counter()
    cards: Counter[_Sort] = Counter()
    for number, entry in enumerate(comparison.entries):
        if number not in groups.heads:
            sort = type(entry.record), entry.what
            counts[sort] += 1
            cards[sort] += groups.cards.get(number, 0)
    parts = []
    for kind in _COUNTED:
        counted = [(what, counts[kind, what]) for what in _DONE if counts[kind, what]]
        for place, (what, n) in enumerate(counted):
            done = say(_DONE[what], things=say("{n:,}", n=n) if place else _counted(kind, n))
            parts.append(_with(done, cards[kind, what]))
    points = counts[Emotion, "felt"]
    if points:
        one = points == 1
        parts.append(say("the curve moved at 1 point") if one else say("the curve moved at {n:,} points", n=points))
    return enumerated(parts) if parts else say("nothing differs")


def _with(done: Sentence, cards: int) -> Sentence:
    return say("{changes} with {things}", changes=done, things=_counted(Card, cards)) if cards else done


def _counted(kind: type[Record], n: int) -> Sentence:
    noun = _NOUNS[kind]
    return noun.one if n == 1 else say(noun.several, n=n)


def enumerated(parts: Sequence[Sentence]) -> Sentence:
    """Say one thing after the other, with commas between; one thing at least."""
    return reduce(lambda so_far, part: say("{one}, {more}", one=so_far, more=part), parts)


def told(comparison: Comparison) -> list[Sentence]:
    """Say what became of everything, in the order of the entries; what came or went with something is told with it."""
    groups = grouped(comparison)
    return [
        sentence_of(comparison, entry, groups.cards.get(number, 0))
        for number, entry in enumerate(comparison.entries)
        if number not in groups.heads
    ]


def sentence_of(comparison: Comparison, entry: Entry, cards: int = 0) -> Sentence:
    """Say what became of one record, such as `Pain point “Queue in the doorway” moved from Orders to Pays`.

    `cards` is how many cards came or went with it.
    """
    return _with(_sentence_of(comparison, entry), cards)


def _sentence_of(comparison: Comparison, entry: Entry) -> Sentence:
    before, after = entry.before, entry.after
    if entry.what == "felt":
        return _felt(comparison, entry)
    if before is None:
        thing, place = called(comparison.after, entry.record), _cell(comparison.after, entry.record)
        return say("{thing} added to {place}", thing=thing, place=place) if place else say(_DONE["added"], things=thing)
    thing = called(comparison.before, before)
    if after is None:
        place = _cell(comparison.before, before)
        removed = say(_DONE["removed"], things=thing)
        return say("{thing} removed from {place}", thing=thing, place=place) if place else removed
    if entry.what == "moved":
        return _moved(comparison, before, after, thing)
    said = [_now(comparison.after, name, getattr(after, name, None)) for name in entry.fields]
    return say("{thing}: {changes}", thing=thing, changes=enumerated(said))


def _moved(comparison: Comparison, before: Record, after: Record, thing: Sentence) -> Sentence:
    if isinstance(before, Card) and isinstance(after, Card):
        for names in (("step",), ("lane",), ("step", "lane")):
            one, other = _place(comparison.before, before, names), _place(comparison.after, after, names)
            differ = {
                name
                for name in ("step", "lane")
                if getattr(before, name) != comparison.twins.get(getattr(after, name), getattr(after, name))
            }
            if differ and differ <= set(names):
                return say("{thing} moved from {one} to {other}", thing=thing, one=one, other=other)
        place = _place(comparison.after, after, ("step", "lane"))
        return say("{thing} moved up or down at {place}", thing=thing, place=place)
    if comparison.twins.get(after.parent, after.parent) != before.parent:
        one, other = (
            _title(side, record.parent) for side, record in ((comparison.before, before), (comparison.after, after))
        )
        return say("{thing} moved from {one} to {other}", thing=thing, one=one, other=other)
    return say("{thing} moved to another place", thing=thing)


def _cell(document: Document, record: Record) -> Sentence | None:
    """Name where a card or a step is, None for other things."""
    if isinstance(record, Card):
        return _place(document, record, ("step",))
    return _title(document, record.parent) if isinstance(record, Step) else None


def _place(document: Document, card: Card, names: Sequence[str]) -> Sentence:
    if document.get(card.step, Step) is None or document.get(card.lane, Lane) is None:
        return say("the parking lot")
    titles = [_title(document, getattr(card, name)) for name in names]
    return titles[0] if len(titles) == 1 else say("{step} · {lane}", step=titles[0], lane=titles[1])


def _title(document: Document, key: str) -> Sentence:
    """Name a step, stage, lane or map by its title alone where it has one."""
    record = document.records.get(key)
    title = _line(getattr(record, "title", ""))
    if title or record is None:
        return say("{text}", text=title)
    return say("a {noun} without a title", noun=noun(type(record)))


def _felt(comparison: Comparison, entry: Entry) -> Sentence:
    document = comparison.after if entry.after is not None else comparison.before
    one, other = (_score(record) for record in (entry.before, entry.after))
    return say("{thing}: {one} → {other}", thing=called(document, entry.record), one=one, other=other)


def _score(record: Record | None) -> Sentence:
    score = record.score if isinstance(record, Emotion) else None
    if score is None:
        return say("not rated")
    return say("{text}", text=f"{score:+g}".replace("-", "−") if score else "0")


def _now(document: Document, name: str, after: Any) -> Sentence:
    """Say in a few words what a field holds now."""
    field = field_words(name)
    if isinstance(after, bool):
        return say("{field}", field=field) if after else say("not {field} any more", field=field)
    if after is None or after in ("", ()):
        return say("{field} taken out", field=field)
    if name == "to":
        return say("goes on to {step}", step=_title(document, after))
    if name == "department":
        return say("{field} now {value}", field=field, value=_short(getattr(document.records.get(after), "name", "")))
    if name in LABELS:
        return say("now reads “{text}”", text=_short(after))
    if isinstance(after, int | float):
        return say("{field} now {value}", field=field, value=f"{after:g}")
    if isinstance(after, str) and name not in _KEYS:
        return say("{field} now “{text}”", field=field, text=_short(after))
    return say("{field} changed", field=field)


_KEYS: Final = frozenset(("asset", "photo"))


def called(document: Document, record: Record) -> Sentence:
    """Name a record for the reader: `Pain point “Queue in the doorway”`."""
    if isinstance(record, Emotion):
        persona = _line(getattr(document.records.get(record.persona), "name", "")) or say("Somebody")
        return say("{persona} at {step}", persona=persona, step=_title(document, record.step))
    if isinstance(record, Link):
        one, other = (_end(document, key) for key in (record.from_, record.to))
        return say("Link from {one} to {other}", one=one, other=other)
    name = CARDS.get(record.kind, _NOUNS[Card].name) if isinstance(record, Card) else _NOUNS[type(record)].name
    text = _short(_label(record))
    return say("{noun} “{text}”", noun=name, text=text) if text else name


def _end(document: Document, key: str) -> Sentence:
    record = document.records.get(key)
    text = _short(_label(record)) if record is not None else ""
    return say("“{text}”", text=text) if text else say("something without a text")


def _label(record: Record) -> str:
    return next((value for name in LABELS if (value := getattr(record, name, ""))), "")


def _line(text: str) -> str:
    return " ".join(text.split())


def _short(text: str) -> str:
    line = _line(text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
