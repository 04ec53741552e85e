"""Projects for other people's eyes."""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxdesigner.model.document import Document
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.records import Card, Emotion, Lane, Persona
from cxdesigner.model.redact import redact
from cxdesigner.model.secrecy import SECRETS
from cxdesigner.storage.codec import read, write
from tests import strategies

PICTURE = next(iter(strategies.PICTURES.items()))


def project(**more: Any) -> dict[str, Any]:
    """A project in which every secret says what it is: "secret-quotes" and so on."""
    card = {"id": "c1", "rank": "a", "lane": "l1", "step": "s1", "kind": "touchpoint", "text": "Marta waits"}
    return {
        "format": "cxdesigner",
        "version": 1,
        "id": "af958efc-eb43-5f02-84d7-129c8d3fd2c4",
        "title": "Dinner of Loyal Marta",
        "brand": {"name": "Tacos"},
        "departments": [{"id": "d-floor", "rank": "a", "name": "Floor"}],
        "personas": [
            {
                "id": "p-marta", "rank": "a", "name": "Loyal Marta", "photo": PICTURE[0], "quote": "secret-quotes",
                "about": "Martas friends call her marta; LOYAL MARTA is her name", "secret-extra": "secret-extra",
            },
            {"id": "p-2", "rank": "b", "name": "田中さくら", "about": "これは田中さくらさんです"},
            {"id": "p-3", "rank": "c", "name": "Tacos lover", "about": "a lover of Tacos"},
        ],
        "maps": [
            {
                "id": "m1", "rank": "a", "title": "Map", "author": "secret-authors", "scenario": "Marta’s dinner",
                "personas": ["p-marta", "p-2"],
                "stages": [
                    {
                        "id": "st1", "rank": "a", "title": "Order",
                        "steps": [{"id": "s1", "rank": "a", "title": "Orders", "note": "secret-notes"}],
                    }
                ],
                "lanes": [
                    {"id": "l1", "rank": "a", "kind": "touchpoints", "title": "Touchpoints"},
                    {"id": "l2", "rank": "b", "kind": "quotes", "title": "Quotes"},
                    {"id": "l3", "rank": "c", "kind": "notes", "title": "Empty from the start"},
                ],
                "cards": [
                    {
                        **card, "says": "secret-quotes", "owner": "Jan secret-names", "author": "secret-authors",
                        "votes": [{"id": "v1", "round": "r1", "by": "secret-names", "n": 2}],
                        "evidence": {"kind": "interview", "source": "Jan secret-names on Friday", "x": "secret-extra"},
                    },
                    {"id": "c2", "rank": "a", "lane": "l2", "step": "s1", "kind": "quote", "text": "secret-quotes"},
                    {**card, "id": "c3", "kind": "note", "text": "secret-notes", "solves": ["c1"]},
                    {**card, "id": "c4", "kind": "picture", "text": "", "asset": PICTURE[0], "alt": "secret-photos"},
                    {**card, "id": "c5", "kind": "picture", "text": "The door", "asset": PICTURE[0]},
                    {**card, "id": "c6", "text": "Floor plan of the floor", "owner": "Floor"},
                ],
                "emotions": [
                    {
                        "persona": "p-marta", "step": "s1", "score": 1, "note": "secret-notes secret-quotes",
                        "ratings": [{"id": "ra1", "by": "secret-names", "score": 2}],
                    }
                ],
                "links": [{"id": "k1", "from": "c1", "to": "c3", "kind": "leads_to"}],
                "rounds": [{"id": "r1", "title": "secret-votes"}],
                "comments": [{"id": "co1", "on": "c1", "author": "secret-authors", "text": "secret-notes"}],
            }
        ],
        "snapshots": [{"id": "sn", "name": "secret-snapshots", "content": {"id": "secret-snapshots", "maps": []}}],
        "conflicts": [{"path": "title", "ours": "secret-conflicts"}],
        "assets": {PICTURE[0]: {"type": "image/png", "data": PICTURE[1]}},
        **more,
    }  # fmt: skip


def document(**more: Any) -> Document:
    return read(json.dumps(project(**more)).encode()).document


def text_of(without: Collection[str]) -> str:
    return write(redact(document(), without).document).decode()


@pytest.mark.parametrize("secret", SECRETS)
def test_what_is_left_out_is_in_the_file_in_no_form(secret: str) -> None:
    left = text_of([secret])
    assert f"secret-{secret}" not in left
    for other in set(SECRETS) - {secret, "photos"}:
        # A note at a point is what the customer says; who voted goes with the votes, and with the authors.
        assert f"secret-{other}" in left or (secret, other) in {("votes", "names"), ("names", "votes")}


def test_with_anything_go_versions_conflicts_and_what_is_not_known() -> None:
    left = text_of(["votes"])
    assert "secret-snapshots" not in left
    assert "secret-conflicts" not in left
    assert "secret-extra" not in left
    assert "vlt" not in left
    assert "p-marta" not in left


def test_everything_can_be_left_out_at_once() -> None:
    left = text_of(SECRETS)
    assert "secret" not in left
    assert "arta" not in left
    assert PICTURE[1] not in left
    assert read(left.encode()).problems == ()


def test_names_are_left_out_within_texts_too() -> None:
    found = redact(document(), ["names"]).document
    first, second, third = found.personas
    assert [one.name for one in found.personas] == ["Persona 1", "Persona 2", "Persona 3"]
    assert first.about == "Persona 1 friends call her Persona 1; Persona 1 is her name"
    assert second.about == "これはPersona 2さんです"
    assert third.about == "a lover of Tacos"
    assert found.project.title == "Dinner of Persona 1"
    assert found.maps[0].scenario == "Persona 1’s dinner"


def test_what_is_an_ordinary_word_elsewhere_stays() -> None:
    tess = {"id": "p", "rank": "a", "name": "Team lead Tess", "about": "Her team calls her tess; Team lead Tess leads"}
    (found,) = redact(document(personas=[tess]), ["names"]).document.personas
    assert found.about == "Her team calls her Persona 1; Persona 1 leads"


def test_that_something_has_an_owner_is_no_secret() -> None:
    before = [bool(one.owner) for one in document().records.values() if isinstance(one, Card)]
    owners = [one.owner for one in redact(document(), ["names"]).document.records.values() if isinstance(one, Card)]
    assert sorted(map(bool, owners)) == sorted(before)
    assert set(owners) == {"…", ""}


def test_an_owner_that_is_a_department_is_no_name_but_goes_as_an_owner() -> None:
    cards = [one for one in redact(document(), ["names"]).document.records.values() if isinstance(one, Card)]
    assert "Floor plan of the floor" in [card.text for card in cards]
    assert {card.owner for card in cards} == {"…", ""}
    assert "… on Friday" in [card.evidence.source for card in cards if card.evidence]


def test_a_lane_that_held_only_what_is_left_out_goes_and_an_empty_one_stays() -> None:
    found = redact(document(), ["quotes"]).document
    assert [lane.kind for lane in found.lanes(found.maps[0].id)] == ["touchpoints", "notes"]


def test_a_picture_card_keeps_its_words() -> None:
    found = redact(document(), ["photos"]).document
    cards = found.cards(found.maps[0].id)
    assert [card.text for card in cards if card.kind == "picture"] == ["The door"]
    assert found.assets == ()
    assert not any(card.asset for card in cards)


def test_nothing_left_out_changes_nothing() -> None:
    before = document()
    assert redact(before, []).document is before
    assert redact(before, []).ids["p-marta"] == "p-marta"


def test_the_ids_tell_what_became_of_what() -> None:
    before = document()
    after, ids = redact(before, ["quotes"])
    for key in ("m1", "s1", "c1", "p-marta"):
        assert type(after[ids[key]]) is type(before[key])
    assert "c2" not in ids
    emotion = next(one for one in after.records.values() if isinstance(one, Emotion))
    assert (emotion.persona, emotion.step) == (ids["p-marta"], ids["s1"])


def test_the_same_project_gives_the_same_file() -> None:
    assert text_of(SECRETS) == text_of(list(reversed(SECRETS)))


def test_a_project_without_names_has_none_to_hide() -> None:
    bare = document(personas=[], maps=[], departments=[])
    assert redact(bare, ["names", "authors"]).document.project.title == "Dinner of Loyal Marta"


@given(strategies.documents(), st.sets(st.sampled_from(SECRETS), min_size=1))
def test_any_project_stays_sound(whole: Document, without: set[str]) -> None:
    after, ids = redact(whole, without)
    assert read(write(after)).document == after
    assert len(loose_ends(after)) <= len(loose_ends(whole))
    assert len(after.maps) == len(whole.maps)
    assert {ids[one.id] for one in whole.maps} == {one.id for one in after.maps}
    kept = {Lane, Persona} if not without & {"quotes", "notes", "photos"} else {Persona}
    for kind in kept:
        assert len([1 for one in after.records.values() if type(one) is kind]) == len(
            [1 for one in whole.records.values() if type(one) is kind]
        )
