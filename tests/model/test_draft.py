"""A change while it is being put together, and the limits of a project."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cxdesigner.model import draft as module
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.limits import MAX_CARDS, MAX_PERSONAS, LimitReachedError
from cxdesigner.model.records import Asset, Card, Lane, Map, Persona, Record, Stage, Step
from tests.model.builders import columns_of, journey

X = Card.new(id="x", parent="map", text="new")


def test_a_draft_is_what_it_does_to_the_document() -> None:
    document = journey(cards={"actions a1": "x y"})
    draft = Draft(document)
    draft.put(X, Lane.new(id="new", parent="map"))
    draft.remove("y")
    assert draft.change() == Change(
        {"x": (document["x"], X), "new": (None, Lane.new(id="new", parent="map")), "y": (document["y"], None)}
    )
    assert draft.document is document


def test_a_draft_without_effect_is_no_change() -> None:
    document = journey(cards={"actions a1": "x"})
    draft = Draft(document)
    assert draft.change() is None
    draft.put(document["x"])
    draft.remove("gone")
    assert draft.change() is None


def test_a_draft_gives_records_as_it_has_them() -> None:
    draft = Draft(journey(cards={"actions a1": "x y z"}))
    draft.put(X)
    draft.remove("y")
    assert draft.get("x", Card) is X
    assert draft.get("x", Lane) is None
    assert draft.get("y", Card) is None
    assert draft.get("z", Card) is draft.document["z"]
    assert draft.get(None, Card) is None
    assert [draft.removes(key) for key in ("x", "y", "z")] == [False, True, False]
    assert draft.removed() == {"y"}


def test_what_is_put_again_is_not_removed() -> None:
    draft = Draft(journey(cards={"actions a1": "x"}))
    draft.remove("x")
    draft.put(X)
    assert not draft.removes("x")
    assert draft.get("x", Card) is X


def put(document: Document, *records: Record) -> Change | None:
    draft = Draft(document)
    draft.put(*records)
    return draft.change()


MAKERS: dict[type[Record], Callable[[str], Record]] = {
    Card: lambda key: Card.new(id=key, parent="map", lane="actions", step="a1"),
    Lane: lambda key: Lane.new(id=key, parent="map"),
    Step: lambda key: Step.new(id=key, parent="A"),
    Map: lambda key: Map.new(id=key, parent="project"),
    Persona: lambda key: Persona.new(id=key, parent="project"),
}


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        (Card, "A map can hold 3 cards at most, so nothing was added."),
        (Lane, "A map can hold 3 lanes at most, so nothing was added."),
        (Step, "A map can hold 3 steps at most, so nothing was added."),
        (Map, "A project can hold 3 maps at most, so nothing was added."),
        (Persona, "A project can hold 3 personas at most, so nothing was added."),
    ],
)
def test_a_draft_stops_at_the_limits(kind: type[Record], sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    most = {one: (3, sentence) for one, (_, sentence) in module._LIMITS.items()}
    monkeypatch.setattr(module, "_LIMITS", most)
    document = journey("A: a1 | B: b1", "actions touchpoints", {"actions a1": "x", "parking": "p"}, personas="ann bob")
    room = 2 if kind is Map else 1
    fresh = [MAKERS[kind](f"new {number}") for number in range(room + 1)]
    assert put(document, *fresh[:room]) is not None
    with pytest.raises(LimitReachedError) as refusal:
        put(document, *fresh)
    assert str(refusal.value) == sentence


def test_the_limits_are_those_of_the_format() -> None:
    assert {kind.__name__: most for kind, (most, _) in module._LIMITS.items()} == {
        "Card": 20_000,
        "Map": 200,
        "Persona": 200,
        "Step": 500,
        "Lane": 64,
        "Link": 5000,
        "Comment": 5000,
    }


def test_what_goes_makes_room_for_what_comes() -> None:
    people = [Persona.new(id=f"p{number}", parent="project") for number in range(MAX_PERSONAS)]
    document = journey(more=tuple(people))
    draft = Draft(document)
    draft.remove("p0")
    draft.put(Persona.new(id="new", parent="project"))
    assert draft.change() is not None


def test_what_is_over_a_limit_already_can_be_changed_and_taken_away_but_not_grow() -> None:
    cards = [Card.new(id=f"c{number}", parent="map") for number in range(MAX_CARDS + 1)]
    document = journey(more=tuple(cards))
    assert put(document, cards[0].with_(text="new")) is not None
    with pytest.raises(LimitReachedError, match="20,000 cards"):
        put(document, X)
    draft = Draft(document)
    draft.remove("c0")
    assert draft.change() is not None


def test_each_map_has_limits_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LIMITS", {Card: (1, "at most {most}"), Step: (1, "at most {most}")})
    document = journey("A: a1", cards={"actions a1": "x"}, more=(Map.new(id="other", parent="project"),))
    assert put(document, Card.new(id="new", parent="other")) is not None
    assert put(document, *columns_of("other", "O: o1")) is not None
    with pytest.raises(LimitReachedError):
        put(document, *columns_of("other", "O: o1 o2"))


def test_steps_of_a_stage_that_goes_are_counted_on_its_map(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LIMITS", {Step: (3, "at most {most}")})
    draft = Draft(journey("A: a1 a2 | B: b1"))
    for key in ("A", "a1", "a2"):
        draft.remove(key)
    draft.put(*columns_of("map", "C: c1 c2"))
    assert draft.change() is not None


def test_a_step_that_changes_its_stage_is_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LIMITS", {Step: (3, "at most {most}")})
    document = journey("A: a1 a2 | B: b1")
    assert put(document, document["a2"].with_(parent="B")) is not None


def test_a_step_without_a_stage_is_on_no_map() -> None:
    assert put(journey(), Step.new(id="new", parent="gone")) is not None
    assert put(journey(), Stage.new(id="new", parent="gone")) is not None


def picture(key: str, size: int) -> Asset:
    return Asset.new(id=key, parent="project", data="AAAA" * (size // 3))


def test_pictures_have_a_limit_in_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PICTURE_BYTES", 3 * 2**20)
    document = journey(more=(picture("one", 2**20 // 3 * 3),))
    assert put(document, picture("two", 2**20)) is not None
    with pytest.raises(LimitReachedError) as refusal:
        put(document, picture("two", 2**21 + 6))
    assert str(refusal.value) == "A project can hold 3 MiB of pictures at most, so nothing was added."


def test_one_picture_makes_room_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_PICTURE_BYTES", 300)
    draft = Draft(journey(more=(picture("one", 300),)))
    draft.remove("one")
    draft.put(picture("two", 300))
    assert draft.change() is not None
