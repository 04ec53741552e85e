"""R5: a merge loses nothing. Random edits, and random values of fields, on both sides of random projects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from cxdesigner.model.change import Change
from cxdesigner.model.conflict_paths import PLACE, path_in, path_to, place_of, plain, spot_of
from cxdesigner.model.document import Document
from cxdesigner.model.edits.conflicts import settle
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.history import History
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.merge import Merged, merge, merge_all
from cxdesigner.model.records import (
    Asset,
    Card,
    Conflict,
    Emotion,
    Lane,
    Link,
    Map,
    Part,
    Project,
    Ranked,
    Rating,
    Record,
    Vote,
)
from cxdesigner.model.references import hung_on
from cxdesigner.model.three_way import same
from cxdesigner.storage.reading import read
from cxdesigner.storage.writing import write
from tests.model.builders import journey
from tests.model.test_properties import Hand, _ids_that_count_on, edited, projects  # noqa: F401 - a fixture
from tests.strategies import documents, parts

MERGING = settings(
    max_examples=100,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


def edited_by_hand(document: Document, data: st.DataObject, _keys: list[str]) -> Document:
    """Do what a person may do, a few times."""
    for _ in range(data.draw(st.integers(0, 5))):
        change = edited(Hand(data, document), document)
        document = document.apply(change) if change is not None else document
    return document


def with_other_values(document: Document, data: st.DataObject, keys: list[str]) -> Document:
    """Put any values into a few records of these, and take a few out."""
    for key in data.draw(st.lists(st.sampled_from(keys), max_size=4, unique=True)):
        record = document.records.get(key)
        if record is None or isinstance(record, Asset):
            continue
        if not isinstance(record, Project) and data.draw(st.integers(0, 3)) == 3:
            change = remove(document, [key])
        else:
            change = Change.of({key: (record, data.draw(parts(type(record), **anew(record, document, data))))})
        document = document.apply(change) if change is not None else document
    return document


def anew(record: Record, document: Document, data: st.DataObject) -> dict[str, Any]:
    """Give the fields that stay, and others to which any values do not fit: places, references, what has ids."""
    fields = {
        name: getattr(record, name)
        for name, field in type(record).model_fields.items()
        if field.is_required() or name in place_of(record) or name == "id"
    }

    def some(values: list[Any]) -> list[Any]:
        return data.draw(st.lists(st.sampled_from(values), max_size=3, unique=True)) if values else []

    people = [persona.id for persona in document.personas]
    if isinstance(record, Card):
        lanes = [lane for lane in document.lanes(record.parent) if lane.kind not in LANES_WITHOUT_CARDS]
        steps = document.steps(record.parent)
        if lanes and steps and data.draw(st.booleans()):
            lane, step = data.draw(st.sampled_from(lanes)), data.draw(st.sampled_from(steps))
            fields |= {"lane": lane.id, "step": step.id, "to": None, "rank": data.draw(st.sampled_from("HV"))}
        fields |= {"personas": some(people), "solves": some([card.id for card in document.cards(record.parent)])}
        fields["votes"] = [
            Vote(id=key, n=data.draw(st.integers(0, 2))) for key in some([f"{record.id}-v{n}" for n in range(3)])
        ]
    if isinstance(record, Emotion):
        fields["ratings"] = [
            Rating(id=key, score=data.draw(st.integers(-2, 2))) for key in some([f"{record.id}-g{n}" for n in range(2)])
        ]
        scores = [rating.score for rating in fields["ratings"]]
        fields["score"] = median(scores) if scores and data.draw(st.booleans()) else data.draw(st.integers(-2, 2))
    if isinstance(record, Project):
        fields["conflicts"] = record.conflicts
    if isinstance(record, Map):
        fields["personas"] = some(people)
    return fields


sides = st.sampled_from([edited_by_hand, with_other_values])


def drawn(data: st.DataObject, project: Document) -> tuple[Document, Document, Document]:
    """Give a project and two that were made of it; values are mostly put into the same few records."""
    base = History(project).document
    keys = data.draw(st.lists(st.sampled_from(sorted(base.records)), min_size=1, max_size=5, unique=True))
    ours, theirs = (data.draw(sides)(base, data, keys) for _ in range(2))
    return base, ours, theirs


# --- nothing is lost ------------------------------------------------------------------------------------------------


def lost(base: Document, side: Document, merged: Document) -> Iterator[str]:
    """Name every value that a side put in and that is neither in the merge nor in a conflict."""
    conflicts = {one.path: [one.ours, one.theirs] for one in merged.project.conflicts}
    for key, record in side.records.items():
        before, after = base.records.get(key), merged.records.get(key)
        path = path_to(record)
        if after is None:
            if before is None or not unchanged(before, record):
                yield f"{path} as a whole"
            continue
        if any(same(plain(record), value) for value in conflicts.get(path, [])):
            continue
        yield from lost_values(path, before, record, after, conflicts)
        if before is None or place_of(before) != place_of(record):
            at_place = conflicts.get(path_in(path, PLACE), [])
            places = [without_rank(place_of(after)), *(without_rank(value) for value in at_place if value)]
            if not stands(without_rank(place_of(before) if before else {}), without_rank(place_of(record)), places):
                yield f"{path}: its place"


def unchanged(before: Record, after: Record) -> bool:
    return same({**plain(before), "rank": ""}, {**plain(after), "rank": ""})


def without_rank(place: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in place.items() if name != "rank"}


def stands(before: dict[str, Any], wanted: dict[str, Any], places: list[dict[str, Any]]) -> bool:
    """Tell whether what was changed of a place is so in one of these."""
    changed = {name: value for name, value in wanted.items() if before.get(name, "?") != value}
    return any(changed.items() <= place.items() for place in places)


def lost_values(path: str, before: Any, record: Any, after: Any, conflicts: dict[str, list[Any]]) -> Iterator[str]:
    where = place_of(record) if isinstance(record, Record) else {}
    names = [name for name in type(record).model_fields if name not in ("id", "conflicts", *where)]
    if isinstance(record, Emotion) and record.ratings:
        names.remove("score")  # the median of all ratings
    for name in names:
        alias = type(record).model_fields[name].alias or name
        was = getattr(before, name, type(record).model_fields[name].get_default())
        yield from lost_value(path_in(path, alias), was, getattr(record, name), getattr(after, name), conflicts)
    was, now, there = (one.__pydantic_extra__ or {} if one is not None else {} for one in (before, record, after))
    for name in now:
        yield from lost_value(path_in(path, name, known=False), was.get(name), now[name], there.get(name), conflicts)


def lost_value(path: str, before: Any, value: Any, after: Any, conflicts: dict[str, list[Any]]) -> Iterator[str]:
    if same(value, before) or same(value, after):
        return
    if any(same(plain(value), told) for told in conflicts.get(path, [])):
        return
    if isinstance(value, tuple):
        yield from lost_items(path, before or (), value, after, conflicts)
    elif isinstance(value, Part) and isinstance(after, Part):
        yield from lost_values(path, before, value, after, conflicts)
    else:
        yield path


def lost_items(path: str, before: Any, value: Any, after: Any, conflicts: dict[str, list[Any]]) -> Iterator[str]:
    if all(isinstance(one, str) for one in (*before, *value, *after)):
        added = Counter(value) - Counter(before)
        if added - Counter(after):
            yield f"{path}: {added - Counter(after)}"
        return
    was, there = ({one.id: one for one in items} for items in (before, after))
    for one in value:
        where = path_in(path, one.id, known=False)
        if one.id in there:
            yield from lost_value(where, was.get(one.id), one, there[one.id], conflicts)
        elif one.id not in was or not same(was[one.id], one):
            yield where


@MERGING
@given(projects, st.data())
def test_r05_no_value_of_either_side_is_lost(project: Document, data: st.DataObject) -> None:
    base, ours, theirs = drawn(data, project)
    merged = merge(base, ours, theirs).document
    assert [*lost(base, ours, merged), *lost(base, theirs, merged)] == []


@MERGING
@given(projects, st.data())
def test_r05_what_only_one_side_took_out_is_out(project: Document, data: st.DataObject) -> None:
    base, ours, theirs = drawn(data, project)
    merged = merge(base, ours, theirs)
    told = {one.path for one in merged.conflicts}
    back = {
        key: record
        for key, record in base.records.items()
        if (key not in ours or key not in theirs) and key in merged.document and not isinstance(record, Asset)
    }
    for record in back.values():  # what went along comes back with what it hangs on, which has a conflict
        assert path_to(record) in told or any(key in back for key in hung_on(record))


# --- laws -----------------------------------------------------------------------------------------------------------


@MERGING
@given(projects, st.data())
def test_r05_the_laws_of_merging(project: Document, data: st.DataObject) -> None:
    base, ours, theirs = drawn(data, project)
    merged = merge(base, ours, theirs)
    assert merge(base, ours, ours) == Merged(ours, ())
    assert merge(base, base, theirs) == Merged(theirs, ())
    assert merge(base, ours, base) == Merged(ours, ())
    assert merge(base, merged.document, theirs).document == merged.document
    assert merge(base, ours, merged.document).document == merged.document
    assert merge_all(base, [ours, theirs]) == merged
    assert all(one in merged.document.project.conflicts for one in merged.conflicts)


@MERGING
@given(projects, st.data())
def test_r05_it_is_the_same_whichever_side_is_called_ours(project: Document, data: st.DataObject) -> None:
    base, ours, theirs = drawn(data, project)
    one, other = merge(base, ours, theirs), merge(base, theirs, ours)
    turned = [Conflict.new(path=c.path, base=c.base, ours=c.theirs, theirs=c.ours) for c in other.conflicts]
    assert list(one.conflicts) == turned
    assert one.document.records.keys() == other.document.records.keys()
    open_ones = {c.path for c in one.conflicts}
    for key, record in one.document.records.items():
        twin = other.document.records[key]
        if not any(path.startswith(path_to(record)) for path in open_ones) and key != project.root:
            assert record == twin


@pytest.mark.parametrize("has_base", [False, True])
def test_r05_where_an_arrow_leads_is_open_whatever_both_began_from(has_base: bool) -> None:
    def arrow(to: str) -> Document:
        return journey(cards={"actions a1": "one two three"}, more=(link.with_(to=to),))

    link = Link.new(id="link", parent="map", from_="one", to="b1")
    found = merge_all(arrow("b1") if has_base else None, [arrow("two"), arrow("three")])
    (open_one,) = found.conflicts
    assert (open_one.path, open_one.ours, open_one.theirs) == ('links["link"].to', "two", "three")


@pytest.mark.parametrize("title", ["", "New"])
def test_r05_the_order_of_a_file_without_ranks_is_taken_as_any_other(title: str) -> None:
    def lanes(order: str, title: str = "") -> Document:
        each = [Lane.new(id=key, parent="map", kind="notes", title=title if key == "b" else "") for key in order]
        return Document([Project.new(id="project"), Map.new(id="map", parent="project"), *each])

    base, ours, theirs = lanes("abc"), lanes("abc", title), lanes("cab")
    for merged in (merge(base, ours, theirs), merge(base, theirs, ours)):
        assert [(lane.id, lane.title) for lane in merged.document.lanes("map")] == [("c", ""), ("a", ""), ("b", title)]


# --- what comes out is a project ------------------------------------------------------------------------------------


def problems(document: Document) -> set[tuple[str, str, str]]:
    return {(end.record, end.field.partition("[")[0], end.message) for end in loose_ends(document)}


@MERGING
@given(st.one_of(projects, documents()), st.data())
def test_r05_what_comes_out_is_as_whole_as_what_went_in(project: Document, data: st.DataObject) -> None:
    base, ours, theirs = drawn(data, project)
    merged = merge(base, ours, theirs).document
    allowed = problems(base) | problems(ours) | problems(theirs)
    assert problems(merged) <= allowed
    assert all(record.rank for record in merged.records.values() if isinstance(record, Ranked))
    assert read(write(merged)).document.records.keys() >= {
        key for key, record in merged.records.items() if not isinstance(record, Asset)
    }


def shown(document: Document, path: str, otherwise: Any) -> Any:
    """Give the value at a path as a conflict has it; what is to be taken for granted where its record is gone."""
    spot = spot_of(path)
    assert spot is not None
    record = document.get(spot.key or document.root, spot.kind)
    if not spot.way:
        return None if record is None else otherwise
    if record is None:
        return otherwise
    if spot.way == (PLACE,):
        return place_of(record) if otherwise["parent"] in document else otherwise
    value: Any = record
    for name in spot.way:
        if isinstance(value, tuple):
            value = next((one for one in value if one.id == name), None)
        elif value is not None:
            fields = {field.alias or known: known for known, field in type(value).model_fields.items()}
            value = getattr(value, fields[name]) if name in fields else (value.__pydantic_extra__ or {}).get(name)
    return plain(value)


@MERGING
@given(projects, st.data())
def test_r05_every_conflict_can_be_settled_for_either_side(project: Document, data: st.DataObject) -> None:
    base, ours, theirs = drawn(data, project)
    assume(not project.project.conflicts)
    document = merge(base, ours, theirs).document
    while document.project.conflicts:
        index = data.draw(st.integers(0, len(document.project.conflicts) - 1))
        chosen, side = document.project.conflicts[index], data.draw(st.sampled_from(["ours", "theirs", "base"]))
        change = settle(document, index, side)
        assert change is not None
        count = len(document.project.conflicts)
        document = document.apply(change)
        assert len(document.project.conflicts) == count - 1
        if side != "base":
            assert shown(document, chosen.path, getattr(chosen, side)) == getattr(chosen, side)
    assert document.project.conflicts == ()
