"""Three versions into one, case by case: what of both is there, what is open, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cxdesigner.model import draft
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.cards import add_card, move_cards
from cxdesigner.model.edits.conflicts import settle
from cxdesigner.model.edits.curves import add_rating
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.edits.sending import move_to_map
from cxdesigner.model.edits.spans import set_span
from cxdesigner.model.edits.steps import move_step
from cxdesigner.model.history import History
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.limits import InvalidValueError, LimitReachedError
from cxdesigner.model.merge import CannotMergeError, Merged, merge, merge_all
from cxdesigner.model.records import (
    Asset,
    Card,
    Comment,
    Conflict,
    Department,
    Emotion,
    Evidence,
    Lane,
    Link,
    Map,
    Persona,
    Project,
    Rating,
    Record,
    Snapshot,
    Stage,
    Step,
    Vote,
)
from cxdesigner.model.three_way import same
from tests.model.builders import after, cards, columns, columns_of, feeling, journey

Edit = Callable[[Document], Change | None]

BASE = journey(
    "A: a1 a2 | B: b1 b2",
    "actions pains emotion",
    cards={"actions a1": "one two", "actions a2": "three", "pains b1": "four-b2"},
    personas="ann bob",
    emotions={"ann a1": 1},
    more=(
        Department.new(id="d", parent="project", name="Kitchen", rank="V"),
        Map.new(id="other", parent="project", rank="W"),
        *columns_of("other", "O: o1"),
        Lane.new(id="there", parent="other", kind="notes", rank="V"),
    ),
)
ANN = "ann\x1fa1"


def fields(key: str, **given: Any) -> Edit:
    """Put values into a record."""
    return lambda document: Change.of({key: (document[key], document[key].with_(**given))})


def put(*records: Record) -> Edit:
    return lambda document: Change.of({one.id: (document.records.get(one.id), one) for one in records})


def gone(*keys: str) -> Edit:
    return lambda document: remove(document, keys)


def merged(ours: Edit, theirs: Edit, base: Document = BASE) -> Merged:
    """Merge what two edits make of a project; it has to be whole, and the same from either side but for the values."""
    one, other = after(base, ours(base)), after(base, theirs(base))
    found = merge(base, one, other)
    assert merge(base, found.document, other).document == found.document
    assert [c.path for c in merge(base, other, one).conflicts] == [c.path for c in found.conflicts]
    assert not loose_ends(found.document)
    return found


def paths(found: Merged) -> list[str]:
    return [conflict.path for conflict in found.conflicts]


def value(found: Merged, key: str, name: str) -> Any:
    return getattr(found.document[key], name)


# --- where things stand ---------------------------------------------------------------------------------------------


def to(lane: str | None, step: str | None, *keys: str, index: int | None = None) -> Edit:
    return lambda document: move_cards(document, keys, lane, step, index)


def test_a_card_that_one_moved_and_the_other_reworded_is_both() -> None:
    found = merged(to("pains", "a2", "one"), fields("one", text="new"))
    assert cards(found.document)["pains a2"] == "new"
    assert paths(found) == []
    assert cards(merged(fields("one", text="new"), to("pains", "a2", "one")).document)["pains a2"] == "new"


def test_a_card_that_both_moved_stays_where_ours_put_it_until_somebody_chooses() -> None:
    found = merged(to("pains", "a1", "one"), to("actions", "b1", "one"))
    assert cards(found.document)["pains a1"] == "one"
    (place,) = found.conflicts
    assert place.path == 'cards["one"].place'
    assert place.theirs.items() >= {"parent": "map", "lane": "actions", "step": "b1", "to": None}.items()
    settled = after(found.document, settle(found.document, 0, "theirs"))
    assert cards(settled)["actions b1"] == "one"
    assert cards(after(found.document, settle(found.document, 0, "base")))["actions a1"] == "one two"


def test_a_card_that_both_moved_to_one_place_is_there_once() -> None:
    found = merged(to("pains", "a1", "one", "two"), to("pains", "a1", "two"))
    assert cards(found.document)["pains a1"] in {"one two", "two one"}
    assert paths(found) == []


def test_a_card_that_one_moved_and_the_other_took_out_stays() -> None:
    found = merged(gone("one"), to("pains", "a1", "one"))
    assert cards(found.document)["pains a1"] == "one"
    assert paths(found) == ['cards["one"]']
    assert "one" not in after(found.document, settle(found.document, 0, "ours"))
    assert "one" in after(found.document, settle(found.document, 0, "theirs"))


@pytest.mark.parametrize("turned", [False, True])
def test_a_card_may_go_to_another_lane_and_become_longer(turned: bool) -> None:
    edits: list[Edit] = [to("actions", "b1", "four"), lambda document: set_span(document, "four", "b1", "b1")]
    found = merged(*edits[:: -1 if turned else 1])
    assert cards(found.document)["actions b1"] == "four"
    assert paths(found) == []


def test_of_ranks_alone_the_higher_one_stands() -> None:
    found = merged(to("actions", "a1", "one", index=1), fields("one", rank="z"))
    assert value(found, "one", "rank") == "z"
    assert paths(found) == []
    assert value(merged(fields("two", text="new"), fields("one", rank="z")), "one", "rank") == "z"
    assert value(merged(fields("one", text="new"), fields("one", rank="z")), "one", "rank") == "z"


def test_a_mere_rank_does_not_keep_what_the_other_took_out() -> None:
    assert "one" not in merged(gone("one"), fields("one", rank="z")).document


def test_rows_of_foreign_ranks_stay_in_the_order_of_their_ids() -> None:
    def add(key: str) -> Edit:
        return put(Card.new(id=key, parent="map", lane="pains", step="a1", rank="?", text=key))

    found = merged(add("y"), add("x"))
    assert cards(found.document)["pains a1"] == "x y"


def test_the_row_with_the_lower_id_comes_first_and_nothing_is_ranked_anew_for_what_is_apart() -> None:
    def add(key: str, *ranks: str) -> Edit:
        return put(*(Card.new(id=key + rank, parent="map", lane="pains", step="a1", rank=rank) for rank in ranks))

    def order(found: Merged) -> list[str]:
        return [card.id for card in found.document.cell("map", "pains", "a1")]

    assert order(merged(add("x", "3", "5"), add("y", "4", "6"))) == ["x3", "x5", "y4", "y6"]
    assert order(merged(add("y", "3", "5"), add("x", "4", "6"))) == ["x4", "x6", "y3", "y5"]
    apart = merged(add("x", "3", "5"), add("y", "6", "7"))
    assert [card.rank for card in apart.document.cell("map", "pains", "a1")] == ["3", "5", "6", "7"]


def test_a_base_without_ranks_is_ranked_as_on_opening() -> None:
    bare = Document(
        record.with_(rank="") if isinstance(record, Card | Stage | Step | Lane) else record
        for record in BASE.records.values()
    )
    ours = after(History(bare).document, to("pains", "a1", "one")(History(bare).document))
    theirs = after(bare, fields("two", text="new")(bare))
    found = merge(bare, ours, theirs)
    assert cards(found.document)["pains a1"] == "one"
    assert cards(found.document)["actions a1"] == "new"
    assert found.conflicts == ()


# --- what one took out ----------------------------------------------------------------------------------------------


def new_card(step: str, lane: str = "pains") -> Edit:
    return lambda document: add_card(document, "map", lane, step, text="new")


@pytest.mark.parametrize(
    ("taken", "other", "back"),
    [
        (gone("B"), new_card("b1"), ['stages["B"]', 'steps["b1"]']),
        (gone("a2"), new_card("a2"), ['steps["a2"]']),
        (gone("pains"), new_card("a1"), ['lanes["pains"]']),
        (gone("ann"), put(feeling("ann", "b1", score=2)), ['personas["ann"]']),
        (gone("a1"), put(feeling("bob", "a1", score=2)), ['steps["a1"]']),
        (gone("one"), put(Link.new(id="k", parent="map", from_="one", to="b1")), ['cards["one"]']),
        (gone("one"), put(Comment.new(id="c", parent="map", on="one")), ['cards["one"]']),
        (gone("bob"), fields("one", personas=("bob",)), ['personas["bob"]']),
        (gone("d"), fields("one", department="d"), ['departments["d"]']),
        (gone("two"), fields("one", solves=("two",)), ['cards["two"]']),
        (gone("other"), put(*columns_of("other", "P: p1")), ['maps["other"]']),
    ],
)  # fmt: skip
def test_what_the_other_put_something_into_comes_back(taken: Edit, other: Edit, back: list[str]) -> None:
    found = merged(taken, other)
    assert paths(found) == back
    assert all(one.ours is None and one.theirs == one.base for one in found.conflicts)


def test_what_a_conflict_keeps_comes_back_too() -> None:
    found = merged(
        lambda document: after_each(document, to("pains", "a1", "four"), gone("b1")), to("actions", "b1", "four")
    )
    assert paths(found) == ['cards["four"].place', 'steps["b1"]']


def after_each(document: Document, *edits: Edit) -> Change | None:
    begun = document
    for edit in edits:
        document = after(document, edit(document))
    keys = begun.records.keys() | document.records.keys()
    return Change.of({key: (begun.records.get(key), document.records.get(key)) for key in keys})


def test_what_leads_nowhere_on_one_side_already_is_left_so() -> None:
    loose = fields("one", solves=("two",))
    ours = BASE.apply(Change({"two": (BASE["two"], None)}))
    ours = after(ours, loose(ours))
    theirs = after(BASE, loose(BASE))
    assert "two" not in merge(BASE, ours, theirs).document


def test_a_stage_that_both_emptied_together_gets_an_empty_step() -> None:
    base = journey("A: a1 a2 | B: b1 b2", "actions", cards={"actions a1": "one"})
    found = merged(gone("b1"), gone("b2"), base)
    assert columns(found.document).startswith("A: a1 a2 | B: step-")
    assert found == merged(gone("b1"), gone("b2"), base)
    moved = merged(
        lambda document: move_step(document, ["b1"], "A", 0), lambda document: move_step(document, ["b2"], "A", 0), base
    )
    assert len(moved.document.steps_of("B")) == 1


def test_what_both_took_out_or_one_took_out_is_out() -> None:
    assert "one" not in merged(gone("one"), gone("one", "two")).document
    found = merged(gone("one"), fields("two", text="new"))
    assert "one" not in found.document
    assert paths(found) == []


def test_pictures_stay_and_named_versions_go_by_the_rules() -> None:
    picture, version = Asset.new(id="sha256-0", parent="project"), Snapshot.new(id="s", parent="project", name="June")
    base = after(BASE, put(picture, version)(BASE))
    ours = base.apply(Change({"sha256-0": (picture, None), "s": (version, None)}))
    found = merge(base, ours, after(base, fields("one", text="new")(base)))
    assert "sha256-0" in found.document
    assert "s" not in found.document


# --- lanes and maps -------------------------------------------------------------------------------------------------


def test_a_lane_that_one_made_one_without_cards_stays_one_for_the_other_s_cards() -> None:
    base = after(BASE, put(Lane.new(id="free", parent="map", kind="ideas", rank="z"))(BASE))
    for edits in (
        (fields("free", kind="metrics"), new_card("a1", "free")),
        (new_card("a1", "free"), fields("free", kind="metrics")),
    ):
        found = merged(*edits, base=base)
        assert value(found, "free", "kind") == "ideas"
        assert paths(found) == ['lanes["free"].kind']
    assert paths(merged(fields("free", kind="metrics"), fields("one", text="new"), base=base)) == []


def test_a_card_whose_column_went_to_another_map_parks_and_its_emotions_follow() -> None:
    def sent(document: Document) -> Change | None:
        return move_to_map(document, ["B"], "other")

    found = merged(sent, lambda document: after_each(document, new_card("b1"), put(feeling("bob", "b1", score=2))))
    (new,) = found.document.cards_in_lane("map", None)
    assert [one.ours["step"] for one in found.conflicts] == [None]
    assert new.text == "new"
    assert paths(found) == [f'cards["{new.id}"].place']
    assert found.document.map_of("bob\x1fb1") == "other"


def test_a_rating_that_went_along_to_another_step_is_not_there_twice() -> None:
    base = after(BASE, fields(ANN, ratings=(Rating(id="g", score=1),))(BASE))
    taken = put(feeling("ann", "a2", score=1, ratings=(Rating(id="g", score=1),)))
    found = merged(lambda d: after_each(d, taken, gone(ANN)), fields(ANN, note="new"), base)
    ids = [[one.id for one in value(found, key, "ratings")] for key in (ANN, "ann\x1fa2")]
    assert ids[0] == ["g"]
    assert ids[1][0].startswith("ratings-")


def test_a_card_that_is_astray_on_one_side_already_stays_so() -> None:
    astray = fields("one", step="o1")
    ours = after(BASE, astray(BASE))
    theirs = after(BASE, sent_away(BASE))
    assert merge(BASE, ours, theirs).document["one"] == ours["one"]


def sent_away(document: Document) -> Change | None:
    return move_to_map(document, ["B"], "other")


# --- values ---------------------------------------------------------------------------------------------------------


def test_values_in_records_are_joined_field_by_field() -> None:
    assert merge(BASE, BASE, after(BASE, gone("one")(BASE))) == Merged(after(BASE, gone("one")(BASE)), ())
    found = merged(fields("one", evidence=Evidence(source="ours")), fields("one", evidence=Evidence(url="theirs")))
    assert value(found, "one", "evidence") == Evidence(source="ours", url="theirs")
    base = after(BASE, fields("one", evidence=Evidence(kind="data", source="x"))(BASE))
    found = merged(fields("one", evidence=Evidence(kind="survey")), fields("one", evidence=Evidence(kind="data")), base)
    assert value(found, "one", "evidence").kind == "survey"
    found = merged(fields("one", evidence=None), fields("one", evidence=Evidence(kind="survey")), base)
    assert value(found, "one", "evidence") == Evidence(kind="survey")
    (open_one,) = found.conflicts
    assert (open_one.path, open_one.ours) == ('cards["one"].evidence', None)
    assert after(found.document, settle(found.document, 0, "ours")).get("one", Card).evidence is None  # type: ignore[union-attr]


def test_both_vote() -> None:
    base = after(BASE, fields("one", votes=(Vote(id="v"), Vote(id="w"), Vote(id="u")))(BASE))
    found = merged(
        fields("one", votes=(Vote(id="v", n=2), Vote(id="w", n=3), Vote(id="o"))),
        fields("one", votes=(Vote(id="v", n=4), Vote(id="u"), Vote(id="t"))),
        base,
    )
    assert [(vote.id, vote.n) for vote in value(found, "one", "votes")] == [("v", 2), ("t", 1), ("w", 3), ("o", 1)]
    assert paths(found) == ['cards["one"].votes["v"].n', 'cards["one"].votes["w"]']
    settled = after(found.document, settle(found.document, 1, "theirs"))
    settled = after(settled, settle(settled, 0, "theirs"))
    assert [(vote.id, vote.n) for vote in settled["one"].votes] == [("v", 4), ("t", 1), ("o", 1)]  # type: ignore[attr-defined]


def test_both_rate_and_the_median_is_that_of_all() -> None:
    def rates(score: float) -> Edit:
        return lambda document: add_rating(document, "ann", "a1", score)

    found = merged(rates(2), rates(-1))
    assert sorted(rating.score for rating in value(found, ANN, "ratings")) == [-1, 2]
    assert value(found, ANN, "score") == 0.5
    assert paths(found) == []
    by_hand = merged(rates(2), fields(ANN, ratings=(Rating(id="g", score=1),), score=-2))
    assert paths(by_hand) == ['emotions["ann", "a1"].score']
    both_new = merged(put(feeling("bob", "a1", score=1)), put(feeling("bob", "a1", note="Waits")))
    assert (value(both_new, "bob\x1fa1", "score"), value(both_new, "bob\x1fa1", "note")) == (1, "Waits")


def test_ratings_that_both_took_out_leave_a_score_to_choose() -> None:
    base = after(BASE, fields(ANN, ratings=(Rating(id="g", score=1), Rating(id="h", score=1)), score=1)(BASE))
    found = merged(
        fields(ANN, ratings=(Rating(id="g", score=1),), score=1),
        fields(ANN, ratings=(Rating(id="h", score=1),), score=1),
        base,
    )
    assert (value(found, ANN, "ratings"), value(found, ANN, "score")) == ((), None)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "both"),
    [
        ("abc", "abcx", "abcy", "abcxy"),
        ("abc", "ab", "bc", "b"),
        ("abc", "cab", "abcx", "cxab"),
        ("abc", "abcx", "cab", "cxab"),
        ("abc", "cba", "bca", "bca"),
        ("abc", "xabc", "abyc", "xabyc"),
        ("aa", "aab", "aaa", "aaab"),
        ("", "ab", "ba", "ab"),
    ],
)
def test_lists_are_sets_with_an_order(base: str, ours: str, theirs: str, both: str) -> None:
    began = after(BASE, fields("ann", goals=[*base], about="x")(BASE))
    found = merged(fields("ann", goals=[*ours]), fields("ann", goals=[*theirs]), began)
    assert "".join(value(found, "ann", "goals")) == both
    assert paths(found) == []


def test_unknown_fields_are_joined_as_known_ones() -> None:
    def unknown(**given: Any) -> Edit:
        return put(Persona.new(id="ann", parent="project", name="ann", rank="K", **given))

    base = after(BASE, unknown(mood=1, pet="cat", old=True)(BASE))
    found = merged(unknown(mood=2, pet="cat", ours=None), unknown(mood=3, pet="dog", theirs=[1], old=True), base)
    assert found.document["ann"].__pydantic_extra__ == {"mood": 2, "pet": "dog", "ours": None, "theirs": [1]}
    assert paths(found) == ['personas["ann"]["mood"]']
    settled = after(found.document, settle(found.document, 0, "theirs"))
    assert (settled["ann"].__pydantic_extra__ or {})["mood"] == 3
    assert not same({"mood": True}, {"mood": 1})


# --- conflicts that were there --------------------------------------------------------------------------------------


def test_conflicts_of_both_are_kept_once_and_those_that_one_settled_are_out() -> None:
    kept, settled, same_one = (
        Conflict(path=f'cards["{key}"].text', ours="o", theirs="t") for key in ("one", "two", "three")
    )
    turned = same_one.with_(ours="t", theirs="o")
    base = after(BASE, fields("project", conflicts=(kept, settled))(BASE))
    found = merge(
        base,
        after(base, fields("project", conflicts=(kept, same_one))(base)),
        after(base, fields("project", conflicts=(kept, settled, turned))(base)),
    )
    assert found.document.project.conflicts == (kept, same_one)
    assert found.conflicts == ()


# --- many versions --------------------------------------------------------------------------------------------------


def tables(base: Document) -> list[Document]:
    edits = [new_card("a1"), new_card("b1", "actions"), fields("one", text="third")]
    return [after(base, edit(base)) for edit in edits]


def test_tables_that_began_from_one_file_are_merged() -> None:
    found = merge_all(BASE, tables(BASE))
    assert sorted(cards(found.document).items()) == [
        ("actions a1", "third two"),
        ("actions a2", "three"),
        ("actions b1", "new"),
        ("pains a1", "new"),
        ("pains b1", "four-b2"),
    ]
    assert found.conflicts == ()
    alone = tables(BASE)[0]
    assert merge_all(BASE, [alone]) == Merged(alone, ())


def test_without_a_base_what_all_have_is_common_and_what_only_some_have_was_added() -> None:
    first, second, third = tables(BASE)
    second = after(second, fields("one", text="second", x=1)(second))
    found = merge_all(None, [first, second, third])
    assert len(found.document.cell("map", "pains", "a1")) == 1
    assert {one.path for one in found.conflicts} == {'cards["one"].text'}
    assert [(one.ours, one.theirs) for one in found.conflicts] == [("one", "second"), ("one", "third")]


# --- refused --------------------------------------------------------------------------------------------------------


def test_another_project_is_refused() -> None:
    stranger = Document([Project.new(id="stranger")])
    with pytest.raises(CannotMergeError, match="different projects"):
        merge(BASE, BASE, stranger)
    with pytest.raises(CannotMergeError, match="different projects"):
        merge_all(None, [BASE, stranger])


def test_one_id_for_two_things_is_refused() -> None:
    card, stage = Card.new(id="x", parent="map", rank="V"), Stage.new(id="x", parent="map", rank="z")
    ours, theirs = after(BASE, put(card)(BASE)), after(BASE, put(stage)(BASE))
    with pytest.raises(CannotMergeError, match='"x" is a card in one and a stage in the other'):
        merge(BASE, ours, theirs)


def test_a_thing_in_the_place_of_another_is_joined_as_new() -> None:
    stage = Stage.new(id="three", parent="map", rank="z")
    ours = after(BASE, put(stage.with_(title="ours"), Step.new(id="t", parent="three", rank="V"))(BASE))
    theirs = after(BASE, put(stage.with_(goal="theirs"), Step.new(id="t", parent="three", rank="V"))(BASE))
    found = merge(BASE, ours, theirs)
    assert (value(found, "three", "title"), value(found, "three", "goal")) == ("ours", "theirs")


def test_comments_follow_what_they_are_about() -> None:
    on_place = put(Comment.new(id="c", parent="map", on="two", persona="ann"))
    base = after(BASE, on_place(BASE))
    ours: Edit = lambda document: after_each(document, gone("one"), fields("c", on="two", persona=""))  # noqa: E731
    found = merged(ours, fields("c", on="one"), base)
    assert (value(found, "c", "on"), paths(found)) == ("one", ['cards["one"]'])
    both = merged(ours, lambda document: after_each(document, fields("c", on="three")), base)
    assert value(both, "c", "on") == "three"
    rival: Edit = lambda document: after_each(document, gone("three"), fields("c", on="four"))  # noqa: E731
    assert paths(merged(rival, fields("c", on="three"), base)) == ['cards["three"]', 'comments["c"].on']
    assert paths(merged(rival, fields("c", text="new"), base)) == []
    assert paths(merged(fields("c", text="x"), fields("c", text="new"), base)) == ['comments["c"].text']


def test_the_base_may_have_what_neither_has() -> None:
    found = merge_all(None, [BASE, after(BASE, fields("one", text="new")(BASE))])
    assert paths(found) == ['cards["one"].text']


def test_limits_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(draft._LIMITS, Card, (5, draft._LIMITS[Card][1]))
    ours, theirs = after(BASE, new_card("a1")(BASE)), after(BASE, new_card("a2")(BASE))
    with pytest.raises(LimitReachedError, match="5 cards at most"):
        merge(BASE, ours, theirs)


# --- settling -------------------------------------------------------------------------------------------------------


def with_conflict(path: str, chosen: Any, document: Document = BASE) -> Document:
    return after(document, fields("project", conflicts=(Conflict(path=path, theirs=chosen),))(document))


@pytest.mark.parametrize(
    ("path", "chosen", "key", "name", "wanted"),
    [
        ("title", "New", "project", "title", "New"),
        ("title", None, "project", "title", ""),
        ("brand.name", "New", "project", "brand", {"name": "New"}),
        ('cards["one"].evidence.source', "x", "one", "evidence", {"source": "x"}),
        ('cards["one"].votes["v"]', {"id": "v", "n": 2}, "one", "votes", [{"id": "v", "n": 2}]),
        ('cards["one"].votes["v"]', None, "one", "votes", []),
        ('cards["one"].votes["v"].n', 3, "one", "votes", []),
        ('cards["one"].text.odd', "x", "one", "text", "one"),
        ('cards["one"].department', "d", "one", "department", "d"),
        ('cards["one"].department', "no", "one", "department", ""),
        ('cards["one"].place', {"parent": "map", "lane": "no", "step": "a1"}, "one", "lane", None),
        ('cards["one"].place', {"parent": "map", "lane": "pains", "step": "a2", "to": "no"}, "one", "to", None),
        ('cards["one"].place', {"parent": "map", "lane": "pains", "step": "a2", "to": "b1"}, "one", "to", "b1"),
        ('cards["one"].place', {"parent": "other", "lane": "there", "step": "o1"}, "one", "parent", "other"),
        ('cards["one"].place', {"parent": "d"}, "one", "parent", "map"),
        ('cards["one"].place', "odd", "one", "text", "one"),
        ('cards["one"]', {"text": "New", "lane": "pains", "step": "a1", "rank": "V"}, "one", "text", "New"),
        ('emotions["ann", "a1"].note', "New", ANN, "note", "New"),
        ('lanes["pains"].title', "New", "pains", "title", "New"),
    ],
)  # fmt: skip
def test_a_value_that_is_chosen_is_put_in(path: str, chosen: Any, key: str, name: str, wanted: Any) -> None:
    settled = after(with_conflict(path, chosen), settle(with_conflict(path, chosen), 0, "theirs"))
    found = getattr(settled[key], name)
    plain = [one.model_dump(exclude_defaults=True) for one in found] if isinstance(found, tuple) else found
    assert (plain.model_dump(exclude_defaults=True) if hasattr(type(plain), "model_fields") else plain) == wanted
    assert settled.project.conflicts == ()


@pytest.mark.parametrize(
    "path", ["", "?", "cards[", 'cards["one', 'cards["one";', 'cards["no"].text', 'cards["one"]["a", "b"]', "title?"]
)
def test_of_a_path_that_names_nothing_only_the_conflict_goes(path: str) -> None:
    document = with_conflict(path, "x")
    assert after(document, settle(document, 0, "theirs")) == BASE


def test_what_does_not_fit_is_refused_in_a_sentence() -> None:
    document = with_conflict('cards["one"].severity', "many")
    with pytest.raises(InvalidValueError, match="severity"):
        settle(document, 0, "theirs")
    assert settle(document, 1, "theirs") is None
    assert settle(BASE, 0, "ours") is None


def test_a_record_that_was_removed_meanwhile_stays_so() -> None:
    document = with_conflict('cards["no"]', None)
    assert after(document, settle(document, 0, "theirs")) == BASE


def test_an_emotion_is_found_by_persona_and_step() -> None:
    found = merged(fields(ANN, score=2), fields(ANN, score=-2))
    assert paths(found) == ['emotions["ann", "a1"].score']
    settled = after(found.document, settle(found.document, 0, "theirs"))
    emotion = settled.get(ANN, Emotion)
    assert emotion is not None
    assert emotion.score == -2


def test_what_both_renamed_and_what_one_took_out_are_told_apart() -> None:
    ours: Edit = lambda document: after_each(document, gone("two"), fields("one", text="x"))  # noqa: E731
    found = merged(ours, fields("one", text="y"))
    assert paths(found) == ['cards["one"].text']
    assert "two" not in found.document
