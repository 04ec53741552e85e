"""A project under fresh ids."""

from __future__ import annotations

from itertools import count

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.renew import renewed
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.records import (
    Asset,
    Card,
    Comment,
    Department,
    Emotion,
    Lane,
    Link,
    Map,
    Persona,
    Project,
    Rating,
    Record,
    Round,
    Snapshot,
    Stage,
    Step,
    Vote,
    emotion_id,
)
from cxdesigner.resources import resource
from cxdesigner.storage.codec import read, write

PICTURE = f"sha256-{'0' * 64}"


def whole() -> Document:
    """A project with a record of every kind and a reference in every field that takes one."""
    vote = Vote.new(id="vote", round="round", by="Ann")
    rating = Rating.new(id="rating", by="Ann", score=1)
    return Document(
        [
            Project.new(id="project", title="Dinner"),
            Department.new(id="floor", parent="project", name="Floor"),
            Persona.new(id="marta", parent="project", name="Marta", photo=PICTURE),
            Map.new(id="now", parent="project", rank="A", title="Now", personas=("marta", "gone")),
            Map.new(id="then", parent="project", rank="B", title="Then", origin="now", personas=("marta",)),
            Stage.new(id="stage", parent="now", rank="A"),
            Step.new(id="one", parent="stage", rank="A", title="One"),
            Step.new(id="two", parent="stage", rank="A", title="Two", origin="elsewhere"),
            Lane.new(id="lane", parent="now", rank="A", kind="pains"),
            Card.new(id="parked", parent="now", rank="A", text="Parked"),
            Card.new(
                id="card",
                parent="now",
                rank="A",
                lane="lane",
                step="one",
                to="two",
                origin="parked",
                personas=("marta",),
                department="floor",
                solves=("parked", "gone"),
                votes=(vote,),
                asset=PICTURE,
            ),
            Emotion.new(
                id=emotion_id("marta", "one"), parent="now", persona="marta", step="one", score=1, ratings=(rating,)
            ),
            Link.new(id="link", parent="now", from_="card", to="two", kind="leads_to"),
            Round.new(id="round", parent="now", title="First"),
            Comment.new(id="comment", parent="now", on="card", text="Why?"),
            Snapshot.new(id="snapshot", parent="project", name="May", content={"id": "project", "maps": []}),
            Asset.new(id=PICTURE, parent="project", type="image/png", data="AA=="),
        ]
    )


def fresh(document: Document) -> Document:
    numbers = count()
    return renewed(document, lambda: f"fresh-{next(numbers):03}", lambda: "fresh-project")


def only(document: Document, kind: type[Record]) -> Record:
    return next(record for record in document.records.values() if isinstance(record, kind))


def test_no_id_is_left_but_those_of_pictures() -> None:
    before, after = whole(), fresh(whole())
    assert set(before.records) & set(after.records) == {PICTURE}
    assert len(before) == len(after)
    assert after.root == "fresh-project"


def test_every_reference_follows() -> None:
    after = fresh(whole())
    found = {end.message for end in loose_ends(after)}
    assert found == {'no persona "gone"', 'no card "gone"'}
    now, then = after.maps
    card = next(card for card in after.cards(now.id) if card.lane)
    one, two = after.steps(now.id)
    persona, parked = after.personas[0], after.cards_in_lane(now.id, None)[0]
    assert (then.origin, two.origin, card.origin) == (now.id, "elsewhere", parked.id)
    assert (card.lane, card.step, card.to) == (after.lanes(now.id)[0].id, one.id, two.id)
    assert (card.personas, card.solves, card.asset) == ((persona.id,), (parked.id, "gone"), PICTURE)
    assert card.department == after.departments[0].id
    assert card.votes[0].round == after.rounds(now.id)[0].id
    assert after.emotion(persona.id, one.id) is not None
    link = after.links(now.id)[0]
    assert (link.from_, link.to) == (card.id, two.id)
    assert after.comments(now.id)[0].on == card.id


def test_votes_and_ratings_get_fresh_ids_too() -> None:
    after = fresh(whole())
    now = after.maps[0]
    assert [vote.id for card in after.cards(now.id) for vote in card.votes] != ["vote"]
    assert after.emotions(now.id)[0].ratings[0].id != "rating"


def test_what_is_in_a_snapshot_stays() -> None:
    after = fresh(whole())
    assert after.snapshots[0].content == {"id": "project", "maps": []}
    assert after.snapshots[0].id != "snapshot"


def test_siblings_of_equal_rank_keep_their_order() -> None:
    for _ in range(20):
        after = renewed(whole())
        assert [step.title for step in after.steps(after.maps[0].id)] == ["One", "Two"]


def test_unknown_fields_stay() -> None:
    record = Card.model_validate({"id": "c", "mood": "blue"}, by_alias=True, by_name=False)
    after = fresh(Document([Project.new(id="project"), record]))
    assert only(after, Card).model_extra == {"mood": "blue"}


@pytest.mark.parametrize("path", [*resource("templates").glob("*.cxd"), *resource("examples").glob("*.cxd")])
def test_what_ships_differs_in_ids_only(path: object) -> None:
    before = read(path.read_bytes()).document  # type: ignore[attr-defined]
    after = renewed(before)
    assert not loose_ends(after)
    assert write(after).count(b"\n") == write(before).count(b"\n")
    assert [card.text for card in after.cards(after.maps[0].id)] == [
        card.text for card in before.cards(before.maps[0].id)
    ]
