"""Random edits with random arguments, right and wrong: nothing breaks that was whole, and all comes back by undo."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxdesigner.model import ids
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document, Shelf, shelf_of
from cxdesigner.model.edits.capture import capture
from cxdesigner.model.edits.cards import add_card, move_cards
from cxdesigner.model.edits.comments import add_comment, change_comment
from cxdesigner.model.edits.copies import duplicate_map, future_map
from cxdesigner.model.edits.curves import add_rating, clear_scores, copy_curve, take_rating
from cxdesigner.model.edits.departments import add_department, give_department, move_department
from cxdesigner.model.edits.duplicate import duplicate
from cxdesigner.model.edits.emotions import set_emotion, set_scores
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.lane_sets import LANE_SETS, add_lane_set
from cxdesigner.model.edits.lanes import add_lane, move_lane
from cxdesigner.model.edits.links import add_link, change_links, reverse_links, solves_key
from cxdesigner.model.edits.maps import add_map, move_map, sign_maps
from cxdesigner.model.edits.merging import merge_stages, merge_steps, split_stage
from cxdesigner.model.edits.parts import set_value
from cxdesigner.model.edits.paste import Target, paste
from cxdesigner.model.edits.personas import add_persona, join_map, leave_map, show_personas
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.edits.replace import Place, replace_texts
from cxdesigner.model.edits.sending import copy_to_map, move_to_map
from cxdesigner.model.edits.shapes import Hold, copy_shape, shift_cards
from cxdesigner.model.edits.shifting import shift_lanes, shift_stages, shift_steps
from cxdesigner.model.edits.spans import set_span
from cxdesigner.model.edits.stacks import add_block
from cxdesigner.model.edits.stages import add_stage, move_stage
from cxdesigner.model.edits.steps import add_step, move_step
from cxdesigner.model.fragment import copy_out
from cxdesigner.model.history import History
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.kinds import LANE_KINDS, LINK_KINDS
from cxdesigner.model.lexicon import lexicon_of
from cxdesigner.model.limits import InvalidValueError, LimitReachedError
from cxdesigner.model.records import (
    Card,
    Comment,
    Department,
    Emotion,
    Lane,
    Link,
    Map,
    Persona,
    Ranked,
    Record,
    Round,
    Stage,
    Step,
    Vote,
    emotion_id,
)
from cxdesigner.model.search import Query
from tests.model.builders import PARKING, columns_of, journey
from tests.strategies import documents


def without_ranks(document: Document) -> Document:
    return Document(
        record.with_(rank="") if isinstance(record, Ranked) else record for record in document.records.values()
    )


FULL = journey(
    "A: a1 a2 a3 | B: b1 | C: c1 c2",
    "actions touchpoints emotion ideas",
    cards={
        "actions a1": "x1 x2 x3",
        "actions a2": "y1-b1 y2-a3",
        "actions b1": "z1-c2",
        "touchpoints a1": "t1-c2 t2",
        "touchpoints c2": "u1",
        "ideas b1": "i1 i2-c1",
        PARKING: "p1 p2",
    },
    personas="ann bob",
    emotions={"ann a1": 1, "ann b1": -1, "bob c2": 2},
    more=(
        Department.new(id="d", parent="project", name="Kitchen", rank="V"),
        Round.new(id="r", parent="map"),
        Card.new(
            id="w",
            parent="map",
            rank="V",
            personas=("ann",),
            solves=("x1", "far"),
            department="d",
            votes=(Vote(id="v", round="r"),),
        ),
        Link.new(id="k2", parent="map", from_="x1", to="t1"),
        Link.new(id="k1", parent="map", from_="A", to="b1"),
        Comment.new(id="c", parent="map", on="k1"),
        Comment.new(id="b", parent="map", on="c"),
        Map.new(id="other", parent="project", rank="W", personas=("bob",)),
        *columns_of("other", "O: o1 o2 | P: q1"),
        Lane.new(id="there", parent="other", kind="notes", rank="V"),
        Card.new(id="far", parent="other", lane="there", step="o1", to="q1", rank="V", personas=("bob",)),
    ),
)
projects = st.one_of(st.just(FULL), st.just(without_ranks(FULL)), documents(), documents(loose=True))


# --- edits ----------------------------------------------------------------------------------------------------------


class Hand:
    """Draws the arguments of an edit: mostly what is there, now and then what is not."""

    def __init__(self, data: st.DataObject, document: Document) -> None:
        self._data = data
        self.document = document

    def draw(self, strategy: st.SearchStrategy[Any]) -> Any:
        return self._data.draw(strategy)

    def choice(self, *values: Any) -> Any:
        return self.draw(st.sampled_from(values))

    def one(self, kind: type[Record]) -> str:
        found = sorted(key for key, record in self.document.records.items() if isinstance(record, kind))
        if not found or self.draw(st.integers(0, 19)) == 19:
            return self.choice("no", "", *sorted(self.document.records))
        return self.choice(*found)

    def maybe(self, kind: type[Record]) -> str | None:
        return None if self.draw(st.integers(0, 4)) == 4 else self.one(kind)

    def many(self, kind: type[Record]) -> list[str]:
        return [self.one(kind) for _ in range(self.draw(st.integers(0, 3)))]

    def index(self) -> int:
        return self.draw(st.integers(-1, 5))

    def maybe_index(self) -> int | None:
        return self.draw(st.none() | st.integers(-1, 5))

    def text(self) -> str:
        return self.choice("", "x", "Wait\x00s", "é")


def _paste(hand: Hand, document: Document) -> Change | None:
    fragment = copy_out(document, hand.one(Map), hand.many(Record))
    target = Target(hand.maybe(Lane), hand.maybe(Step), hand.maybe(Stage), hand.maybe(Lane))
    return paste(document, hand.one(Map), fragment, target)


def _set_fields(hand: Hand, document: Document) -> Change | None:
    field, values = hand.choice(
        ("text", ["", "x"]),
        ("title", ["T"]),
        ("color", ["#112233", "red"]),
        ("kind", LANE_KINDS),
        ("rank", ["V"]),
        ("id", ["new"]),
        ("step", ["no"]),
        ("score", [0, 5]),
        ("moment_of_truth", [True, "yes"]),
    )
    return set_fields(document, hand.many(Record), **{field: hand.choice(*values)})


def _set_value(hand: Hand, document: Document) -> Change | None:
    path, values = hand.choice(
        ("evidence.source", ["", "x"]),
        ("nps.score", [None, 10, "many"]),
        ("text.source", ["x"]),
        ("kind", LANE_KINDS),
        ("score", [None, 1, 3]),
        ("feeling", ["", "glad"]),
        ("rank", ["V"]),
        ("personas", [hand.many(Persona)]),
    )
    unnoted = emotion_id(hand.one(Persona), hand.one(Step))
    return set_value(document, [*hand.many(Record), hand.choice("no", unnoted)], path, hand.choice(*values))


def _shape(hand: Hand) -> tuple[list[str], Hold, str, str, int | None]:
    cards = hand.many(Card)
    return cards, Hold(next(iter(cards), "no")), hand.one(Lane), hand.one(Step), hand.maybe_index()


def _capture(hand: Hand, document: Document) -> Change | None:
    map_id = hand.one(Map)
    lines = [hand.choice("x", "pain: y", "z @b1", "@c2", "+ann w"), hand.text()]
    return capture(document, map_id, lines, lexicon_of(document, map_id), (None, None))


def _end(hand: Hand) -> type[Record]:
    return hand.choice(Card, Step, Stage)


def _links(hand: Hand) -> list[str]:
    return [*hand.many(Link), solves_key(hand.one(Card), hand.one(Card))]


EDITS: dict[str, Callable[[Hand, Document], Change | None]] = {
    "add card": lambda hand, document: add_card(
        document,
        hand.one(Map),
        hand.maybe(Lane),
        hand.maybe(Step),
        hand.maybe_index(),
        text=hand.text(),
        **hand.choice({}, {"to": hand.maybe(Step)}),
    ),
    "move cards": lambda hand, document: move_cards(
        document, hand.many(Card), hand.maybe(Lane), hand.maybe(Step), hand.maybe_index()
    ),
    "span": lambda hand, document: set_span(document, hand.one(Card), hand.one(Step), hand.one(Step)),
    "add stage": lambda hand, document: add_stage(
        document, hand.one(Map), hand.text(), hand.maybe_index(), hand.choice(("",), ("a", "b"), ())
    ),
    "move stage": lambda hand, document: move_stage(document, hand.one(Stage), hand.index()),
    "add step": lambda hand, document: add_step(document, hand.one(Stage), hand.text(), hand.maybe_index()),
    "move step": lambda hand, document: move_step(document, hand.one(Step), hand.one(Stage), hand.index()),
    "add lane": lambda hand, document: add_lane(
        document, hand.one(Map), hand.choice(*LANE_KINDS), hand.text(), hand.maybe_index()
    ),
    "move lane": lambda hand, document: move_lane(document, hand.one(Lane), hand.index()),
    "add map": lambda hand, document: add_map(document, hand.text()),
    "add persona": lambda hand, document: add_persona(document, hand.text(), hand.maybe(Map)),
    "join map": lambda hand, document: join_map(document, hand.one(Map), hand.one(Persona), hand.maybe_index()),
    "leave map": lambda hand, document: leave_map(document, hand.one(Map), hand.one(Persona)),
    "emotion": lambda hand, document: set_emotion(
        document, hand.one(Persona), hand.one(Step), score=hand.choice(None, -2, 0.5, 3), note=hand.text()
    ),
    "fields": _set_fields,
    "value": _set_value,
    "show personas": lambda hand, document: show_personas(document, hand.one(Map), hand.many(Persona)),
    "add department": lambda hand, document: add_department(document, hand.text()),
    "give department": lambda hand, document: give_department(document, hand.many(Card), hand.text()),
    "remove": lambda hand, document: remove(document, hand.many(hand.choice(Record, Card, Step, Stage))),
    "paste": _paste,
    "split stage": lambda hand, document: split_stage(document, hand.one(Step), hand.text()),
    "merge stages": lambda hand, document: merge_stages(document, hand.many(Stage)),
    "merge steps": lambda hand, document: merge_steps(document, hand.many(Step)),
    "shift stages": lambda hand, document: shift_stages(document, hand.many(Stage), hand.choice(-1, 1)),
    "shift steps": lambda hand, document: shift_steps(document, hand.many(Step), hand.choice(-1, 1)),
    "shift lanes": lambda hand, document: shift_lanes(document, hand.many(Lane), hand.choice(-1, 1)),
    "lane set": lambda hand, document: add_lane_set(
        document, hand.one(Map), LANE_SETS[hand.choice(*sorted(LANE_SETS))]
    ),
    "duplicate map": lambda hand, document: duplicate_map(document, hand.one(Map), hand.text()),
    "future map": lambda hand, document: future_map(document, hand.one(Map), hand.text()),
    "move to map": lambda hand, document: move_to_map(
        document, hand.many(hand.choice(Record, Card, Step, Stage, Lane)), hand.one(Map)
    ),
    "copy to map": lambda hand, document: copy_to_map(
        document, hand.many(hand.choice(Record, Card, Step, Stage, Lane)), hand.one(Map)
    ),
    "move stages": lambda hand, document: move_stage(document, hand.many(Stage), hand.index()),
    "move steps": lambda hand, document: move_step(document, hand.many(Step), hand.one(Stage), hand.index()),
    "move lanes": lambda hand, document: move_lane(document, hand.many(Lane), hand.index()),
    "move map": lambda hand, document: move_map(document, hand.one(Map), hand.index()),
    "sign maps": lambda hand, document: sign_maps(document, hand.text()),
    "duplicate": lambda hand, document: duplicate(document, hand.one(Map), hand.many(Record)),
    "shift cards": lambda hand, document: shift_cards(document, *_shape(hand)),
    "copy shape": lambda hand, document: copy_shape(document, *_shape(hand)),
    "block": lambda hand, document: add_block(
        document, hand.one(Map), (hand.maybe(Lane), hand.maybe(Step)), hand.choice([[("x",)]], [[("x", "y"), ()]] * 3)
    ),
    "capture": _capture,
    "scores": lambda hand, document: set_scores(
        document, {(hand.one(Persona), hand.one(Step)): hand.choice(-2, 0.5) for _ in range(2)}
    ),
    "copy curve": lambda hand, document: copy_curve(
        document, hand.one(Map), hand.one(Persona), hand.one(Persona), feelings=hand.choice(True, False)
    ),
    "clear scores": lambda hand, document: clear_scores(document, hand.many(Emotion)),
    "add rating": lambda hand, document: add_rating(document, hand.one(Persona), hand.one(Step), hand.choice(-2, 1)),
    "take rating": lambda hand, document: take_rating(
        document, hand.one(Persona), hand.one(Step), hand.choice(None, 1)
    ),
    "add link": lambda hand, document: add_link(
        document, hand.one(Map), hand.one(_end(hand)), hand.one(_end(hand)), hand.choice(None, *LINK_KINDS), hand.text()
    ),
    "change links": lambda hand, document: change_links(
        document, _links(hand), **hand.choice({"kind": hand.choice(*LINK_KINDS)}, {"label": hand.text()})
    ),
    "lead links elsewhere": lambda hand, document: change_links(document, _links(hand), to=hand.one(_end(hand))),
    "reverse links": lambda hand, document: reverse_links(document, _links(hand)),
    "remove links": lambda hand, document: remove(document, _links(hand)),
    "add comment": lambda hand, document: add_comment(
        document, hand.one(Map), hand.one(hand.choice(Record, Emotion)), hand.text()
    ),
    "change comment": lambda hand, document: change_comment(document, hand.one(Comment), text=hand.text(), done=True),
    "move department": lambda hand, document: move_department(document, hand.one(Department), hand.index()),
    "replace": lambda hand, document: replace_texts(
        document, [Place(hand.one(Card), "text"), Place(hand.one(Step), "title")], Query(hand.text()), hand.text()
    ),
}


def edited(hand: Hand, document: Document) -> Change | None:
    """Try an edit; None if it is refused."""
    name = hand.choice(*EDITS)
    try:
        return EDITS[name](hand, document)
    except (LimitReachedError, InvalidValueError):
        return None


# --- what has to hold -----------------------------------------------------------------------------------------------


def order(document: Document) -> dict[Shelf, list[str]]:
    """Give the order of all siblings."""
    return {shelf_of(shelf[0]): [record.id for record in shelf] for shelf in document.shelves()}


def problems(document: Document) -> Counter[tuple[str, ...]]:
    """Give what is not as it should be."""
    found: Counter[tuple[str, ...]] = Counter()
    for end in loose_ends(document):
        found[end.record, re.sub(r"\d+", "", end.field), end.message] += 1
    for shown in document.maps:
        steps = {step.id: index for index, step in enumerate(document.steps(shown.id))}
        cells: Counter[tuple[str | None, str | None, str]] = Counter()
        for card in document.cards(shown.id):
            cells[card.lane, card.step, card.rank] += 1
            if card.to in steps and card.step in steps and steps[card.to] <= steps[card.step]:
                found[card.id, "spans nothing"] += 1
        for (lane, step, rank), count in cells.items():
            # The worst of all maps: a copy of a map is no better and no worse.
            cell = str(lane), str(step), rank, "the same rank"
            found[cell] = max(found[cell], count - 1)
    return +found


def check(document: Document, change: Change) -> None:
    """Hold a change to what all of them promise."""
    records, siblings = dict(document.records), order(document)
    fresh = document.apply(change)
    assert dict(document.records) == records
    assert order(document) == siblings
    assert fresh != document
    assert all(before is records.get(key) for key, (before, _) in change.pairs.items())
    back = fresh.apply(change.inverse())
    assert back == document
    assert order(back) == siblings
    assert change.then(change.inverse()) is None
    assert Document(fresh.records.values()) == fresh
    assert all(record.rank for record in fresh.records.values() if isinstance(record, Ranked))
    assert problems(fresh) <= problems(document)


@pytest.fixture(autouse=True)
def _ids_that_count_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make ids the same at every run, so that failures can be had again."""
    numbers = itertools.count(1)
    monkeypatch.setattr(ids.os, "urandom", lambda size: next(numbers).to_bytes(size, "big"))


EDITING = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@EDITING
@given(projects, st.data())
def test_any_edits_keep_a_project_whole_and_come_back_by_undo(project: Document, data: st.DataObject) -> None:
    history = History(project)
    start = history.document
    steps = 0
    for _ in range(data.draw(st.integers(1, 8))):
        change = edited(Hand(data, history.document), history.document)
        if change is not None:
            check(history.document, change)
            history.commit("Edit", change, join=data.draw(st.sampled_from(["", "", "a"])))
    end = history.document
    while history.undo() is not None:
        steps += 1
    assert history.document == start
    assert order(history.document) == order(start)
    assert history.to_save is project
    while history.redo() is not None:
        steps -= 1
    assert steps == 0
    assert history.document == end
    assert order(history.document) == order(end)


@EDITING
@given(projects, st.data())
def test_undo_and_redo_in_any_order_lead_to_the_same_documents(project: Document, data: st.DataObject) -> None:
    history = History(project)
    past, future = [history.document], []
    for move in data.draw(st.lists(st.sampled_from(["edit", "edit", "undo", "redo"]), max_size=12)):
        if move == "edit":
            change = edited(Hand(data, history.document), history.document)
            if change is not None:
                history.commit("Edit", change)
                past.append(history.document)
                future = []
        elif move == "undo":
            assert (history.undo() is not None) is (len(past) > 1)
            if len(past) > 1:
                future.append(past.pop())
        else:
            assert (history.redo() is not None) is bool(future)
            if future:
                past.append(future.pop())
        assert history.document == past[-1]
        assert order(history.document) == order(past[-1])


@EDITING
@given(projects, st.data())
def test_joined_changes_do_what_they_did_one_by_one(project: Document, data: st.DataObject) -> None:
    history = History(project)
    start, joined = history.document, None
    for _ in range(data.draw(st.integers(1, 4))):
        change = edited(Hand(data, history.document), history.document)
        if change is not None:
            joined = change if joined is None else joined.then(change)
            history.commit("Edit", change, join="a")
    assert (start if joined is None else start.apply(joined)) == history.document
    history.undo()
    assert history.document == start
    assert history.undo() is None


@EDITING
@given(st.booleans().flatmap(lambda loose: documents(loose=loose)).map(without_ranks))
def test_a_project_without_ranks_gets_them_where_it_is_opened_but_is_saved_without(project: Document) -> None:
    history = History(project)
    assert order(history.document) == order(project)
    assert all(record.rank for record in history.document.records.values() if isinstance(record, Ranked))
    assert without_ranks(history.document) == project
    assert [card.id for shown in project.maps for card in history.document.cards(shown.id)] == [
        card.id for shown in project.maps for card in project.cards(shown.id)
    ]
    assert history.to_save is project
    assert history.is_saved
