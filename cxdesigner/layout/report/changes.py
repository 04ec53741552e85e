"""What is otherwise than in the map that this one was made from, such as the current state, or than in an earlier
version of the project: as curves and as a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from cxdesigner.insight.curve import monotone_segments
from cxdesigner.layout import theme
from cxdesigner.layout.flow.blocks import Picture, Row, Table
from cxdesigner.layout.flow.cells import Drawn, Text
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.pen import circle, line, runs
from cxdesigner.layout.report import style
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.style import cell, head, paragraph, subheading
from cxdesigner.layout.report.told import plain, score
from cxdesigner.layout.scene import Color, Command, Node, Path, Stroke
from cxdesigner.model.diff import Comparison, Entry, What, compare, compare_maps
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
    Record,
    Round,
    Stage,
    Step,
)

_WHATS: Final[tuple[What, ...]] = ("added", "removed", "moved", "reworded", "changed", "felt")
_COLORS: Final[Mapping[What, Color]] = {
    "added": theme.POSITIVE_INK,
    "removed": theme.NEGATIVE_INK,
    "moved": theme.SUPPORT_INK,
}
_LABELS: Final = ("text", "title", "name", "label")
_FIELDS: Final[Mapping[str, str]] = {
    "owner": "owner",
    "due": "due",
    "status": "status",
    "severity": "severity_head",
    "impact": "impact",
    "effort": "effort",
    "department": "department",
    "channel": "channel",
    "promise": "promise_head",
    "experience": "experience",
    "says": "says",
    "goal": "goal",
    "note": "note",
    "phase": "phase",
    "scenario": "scenario",
    "moment_of_truth": "moment_of_truth",
    "support_moment": "support_moment",
}
"""The words for fields of which a report says what they were and are."""
_WIDE, _HIGH, _STEP = 440.0, 74.0, 13.0
"""Size of the picture of a curve, and how high a level is in it, in points."""


def changes(about: About) -> tuple[Block, ...]:
    """Tell what differs from the map that this one was made from, or from what it was in an earlier version; nothing if
    that is not there, or the same.
    """
    before, comparison = _compared(about)
    if before is None or comparison is None:
        return ()
    groups = grouped(comparison)
    entries = [
        (entry, groups.cards.get(number, 0))
        for number, entry in enumerate(comparison.entries)
        if number not in groups.heads
    ]
    if not entries:
        return ()
    words = about.words
    counts = Counter(entry.what for entry, _ in entries)
    summary = " · ".join(f"{words[f'became_{what}']}: {counts[what]}" for what in _WHATS if counts[what])
    name = about.earlier.name if about.earlier is not None else before.title
    against = words["compared_with"].format(title=name or words["untitled"])
    blocks: list[Block] = [paragraph(f"{against} {summary}", above=4.0, keep=True)]
    felt = [entry.record for entry, _ in entries if entry.what == "felt"]
    was, now = _titles(about, before)
    moved = {record.persona for record in felt if isinstance(record, Emotion)}
    for persona in about.document.personas:
        if persona.id in moved:
            blocks += _curves(about, persona, before, comparison)
    titles = head("", words["was_is_head"], was, now)
    rows = tuple(_row(about, comparison, entry, cards) for entry, cards in entries)
    return (*blocks, Table((1.2, 3.0, 2.4, 2.4), rows, titles, above=12.0))


def _compared(about: About) -> tuple[Map | None, Comparison | None]:
    """Give the map before, and what differs on this one."""
    document, shown = about.document, about.shown
    if about.earlier is None:
        before = document.get(shown.origin, Map)
        return before, compare_maps(document, before.id, shown.id) if before is not None else None
    comparison = compare(about.earlier.document, document)
    here = tuple(
        entry
        for entry in comparison.entries
        if shown.id in (comparison.after.map_of(entry.record.id), comparison.before.map_of(entry.record.id))
        and not isinstance(entry.record, Comment | Round)
    )
    return about.earlier.document.get(shown.id, Map), comparison._replace(entries=here)


def _titles(about: About, before: Map) -> tuple[str, str]:
    """Name the two sides: by the states of the maps where these differ."""
    states = about.words.get(before.state), about.words.get(about.shown.state)
    if all(states) and before.state != about.shown.state:
        return states
    return about.words["before_head"], about.words["now_head"]


def _row(about: About, comparison: Comparison, entry: Entry, cards: int) -> Row:
    what = cell(about.words[f"became_{entry.what}"], style.BODY_BOLD, _COLORS.get(entry.what, theme.INK))
    was, now = _sides(about, comparison, entry)
    return Row(((what,), _thing(about, comparison, entry, cards), (cell(was, style.BODY, theme.MUTED),), (cell(now),)))


def _thing(about: About, comparison: Comparison, entry: Entry, cards: int) -> tuple[Text, ...]:
    """Name a thing by what it is called now, or was if it is gone, with what it is below and how many cards it took."""
    document = comparison.after if entry.after is not None else comparison.before
    record = entry.record
    if isinstance(record, Card):
        return about.with_place(record, document) if entry.what != "moved" else (about.card(record),)
    name, kind = _named(about, document, record)
    took = (about.words["card"] if cards == 1 else about.words["cards"].format(n=cards)) if cards else ""
    words = " · ".join(filter(None, (kind, took)))
    below = (cell(words, style.SMALL, theme.MUTED),) if words else ()
    return cell(name, style.BODY_BOLD), *below


def _named(about: About, document: Document, record: Record) -> tuple[str, str]:
    words = about.words
    if isinstance(record, Emotion):
        persona, step = document.get(record.persona, Persona), document.get(record.step, Step)
        name = persona.name if persona is not None and persona.name else words["unnamed"]
        return " · ".join(filter(None, (name, step.title if step is not None else ""))), words["feels"]
    if isinstance(record, Link):
        ends = (document.records.get(key) for key in (record.from_, record.to))
        return " → ".join(_label(end) or "…" for end in ends), words["links"]
    kinds: dict[type[Record], str] = {Stage: "stage", Lane: "lane", Step: "step_head", Map: "map"}
    kind = words[kinds[type(record)]] if type(record) in kinds else ""
    name = _label(record) or (words.get(record.kind) if isinstance(record, Lane) else "")
    return name or kind, kind


def _label(record: Record | None) -> str:
    return next((value for name in _LABELS if (value := getattr(record, name, ""))), "")


def _sides(about: About, comparison: Comparison, entry: Entry) -> tuple[str, str]:
    """Say what was there, and what is there now."""
    before, after = entry.before, entry.after
    if entry.what == "felt":
        return _felt(about, before), _felt(about, after)
    if before is None or after is None:
        return "", ""
    if entry.what == "moved":
        return _where(comparison.before, before), _where(comparison.after, after)
    was, now = list[str](), list[str]()
    rest = False
    for name in entry.fields:
        if name in _LABELS:
            was.append(getattr(before, name))
            now.append(getattr(after, name))
        elif name in _FIELDS:
            label = about.words[_FIELDS[name]]
            for record, side in ((before, was), (after, now)):
                if value := _value(about, getattr(record, name)):
                    side.append(f"{label}: {value}")
        else:
            rest = True
    return "\n".join(was), "\n".join([*now, *([about.words["other_details"]] if rest else [])])


def _felt(about: About, record: Record | None) -> str:
    found = record.score if isinstance(record, Emotion) else None
    return score(found) if found is not None else about.words["not_rated"]


def _where(document: Document, record: Record) -> str:
    if isinstance(record, Card):
        step, lane = document.get(record.step, Step), document.get(record.lane, Lane)
        return " · ".join(filter(None, (_label(step), _label(lane)))) or "–"
    return _label(document.records.get(record.parent)) if isinstance(record, Step) else "–"


def _value(about: About, value: object) -> str:
    if isinstance(value, bool):
        return "✓" if value else ""
    if isinstance(value, int | float):
        return plain(value)
    text = str(value or "")
    department = about.document.get(text, Department)
    return department.name if department is not None else about.words.get(text, text)


def _curves(about: About, persona: Persona, before: Map, comparison: Comparison) -> list[Block]:
    """Draw how a persona feels at the steps of this map, and how at the same ones before."""
    document, words = about.document, about.words
    steps = document.steps(about.shown.id)
    twins = comparison.twins
    places = {step.id: (at + 0.5) * _WIDE / len(steps) for at, step in enumerate(steps)}
    now = _points({one.step: one for one in document.emotions(about.shown.id) if one.persona == persona.id}, places)
    there = {one.step: one for one in comparison.before.emotions(before.id) if one.persona == persona.id}
    was = _points({key: there[twin] for key in places if (twin := twins.get(key, key)) in there}, places)
    color = persona.color or theme.MUTED
    middle = _HIGH / 2 - 6
    items: list[Node] = [line(0, middle, _WIDE, middle, Stroke(theme.RULE, 0.8, (1.5, 2.5)))]
    items += _drawn(was, Stroke(theme.MUTED, 1.2, (2.0, 2.0)), theme.PAPER)
    items += _drawn(now, Stroke(color, 1.8), color)
    key = about.pen.text("– – {}   — {}".format(*_titles(about, before)), style.SMALL)
    items += runs(key, _WIDE - key.width, _HIGH - 12, theme.MUTED)
    name = persona.name or words["unnamed"]
    alt = ", ".join(f"{score(one)} → {score(other)}" for one, other in _pairs(was, now))
    drawn = Drawn(_WIDE, _HIGH, tuple(items), alt=f"{name}: {alt}")
    return [subheading(name, above=12.0), Picture(drawn, above=2.0)]


_Point = tuple[float, float, float]
"""Place across, height and score."""


def _points(emotions: Mapping[str, Emotion], places: Mapping[str, float]) -> list[_Point]:
    found = [(places[key], one.score) for key, one in emotions.items() if one.score is not None and key in places]
    return [(x, _HIGH / 2 - 6 - value * _STEP, value) for x, value in sorted(found)]


def _pairs(was: list[_Point], now: list[_Point]) -> list[tuple[float, float]]:
    before = {x: value for x, _, value in was}
    return [(before[x], value) for x, _, value in now if x in before and before[x] != value]


def _drawn(points: list[_Point], stroke: Stroke, fill: Color) -> list[Node]:
    commands: list[Command] = []
    for start, first, second, end in monotone_segments([(x, y) for x, y, _ in points]):
        commands += [] if commands else [("M", *start)]
        commands.append(("C", *first, *second, *end))
    curve = [Path(tuple(commands), None, stroke)] if commands else []
    ring = stroke._replace(dash=(), width=1.2)
    return [*curve, *(Path(circle(x, y, 2.6), fill, ring) for x, y, _ in points)]
