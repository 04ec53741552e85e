"""Each kind of damage, what becomes of it, and what is told (R11)."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cxdesigner.model import limits
from cxdesigner.storage.codec import read, write
from cxdesigner.storage.repair import repaired

ASIDE = 'so it was put aside in the field "unfit".'
CARD = "maps[0].cards[1]"


def project(**fields: Any) -> bytes:
    return json.dumps({"format": "cxdesigner", "version": 1, "id": "p", "maps": [], **fields}).encode()


def a_map(**fields: Any) -> bytes:
    return project(maps=[{"id": "m", **fields}])


def a_card(**fields: Any) -> bytes:
    return a_map(cards=[{"id": "b"}, {"id": "c", **fields}])


def mended(data: bytes) -> tuple[Any, list[str]]:
    """Give what a repaired project is written as, and what was done."""
    found = repaired(data)
    written = write(found.document)
    assert read(written).document == found.document
    return json.loads(written), list(found.done)


def card(data: bytes) -> tuple[Any, list[str]]:
    raw, done = mended(data)
    return raw["maps"][0]["cards"][1], done


@pytest.mark.parametrize(
    ("fields", "left", "told"),
    [
        ({"text": 7}, {"text": "7"}, "text: should be a text, not a number, so it was read as '7'."),
        ({"text": True}, {"text": "true"}, "text: should be a text, not true, so it was read as 'true'."),
        ({"text": ["a", "b"]}, {"text": "a\nb"}, "text: should be a text, not a list, so its lines were put together."),
        ({"text": [1]}, {"unfit": {"text": [1]}}, f"text: should be a text, not a list, {ASIDE}"),
        ({"text": []}, {}, "text: should be a text, not a list, so it was left out."),
        ({"text": None}, {}, "text: should be a text, not null, so it was left out."),
        ({"text": 10**20}, {"unfit": {"text": 10**20}}, f"text: should be a text, not a number, {ASIDE}"),
        ({"severity": "4"}, {"severity": 4}, "severity: should be a number, not a text, so it was read as 4."),
        ({"impact": "3,5"}, {"impact": 3.5}, "impact: should be a number, not a text, so it was read as 3.5."),
        ({"impact": "lots"}, {"unfit": {"impact": "lots"}}, f"impact: should be a number, not a text, {ASIDE}"),
        ({"impact": {}}, {}, "impact: should be a number, not an object, so it was left out."),
        ({"severity": 10**400}, {"unfit": {"severity": str(10**400)}},
         f"severity: should be a number, not a text, {ASIDE}"),
        ({"moment_of_truth": 1}, {"moment_of_truth": True},
         "moment_of_truth: should be true or false, not a number, so it was read as True."),
        ({"support_moment": "maybe"}, {"unfit": {"support_moment": "maybe"}},
         f"support_moment: should be true or false, not a text, {ASIDE}"),
        ({"color": "#fA0"}, {"color": "#ffAA00"},
         "color: '#fA0' is not a colour like #2f5bd7, so it was read as '#ffAA00'."),
        ({"color": "ffaa00"}, {"color": "#ffaa00"},
         "color: 'ffaa00' is not a colour like #2f5bd7, so it was read as '#ffaa00'."),
        ({"color": "red"}, {"unfit": {"color": "red"}}, f"color: 'red' is not a colour like #2f5bd7, {ASIDE}"),
        ({"due": "soon"}, {"unfit": {"due": "soon"}}, f"due: 'soon' is not a date like 2026-06-30, {ASIDE}"),
        ({"rank": "x" * 1001}, {"unfit": {"rank": "x" * 1001}}, f"rank: is longer than 1,000 characters, {ASIDE}"),
        ({"personas": "a"}, {"personas": ["a"]}, "personas: should be a list, not a text, so it was put into one."),
        ({"personas": ""}, {}, "personas: should be a list, not a text, so it was left out."),
        ({"evidence": "seen"}, {"unfit": {"evidence": "seen"}}, f"evidence: should be an object, not a text, {ASIDE}"),
        ({"severity": 9}, {"severity": 5, "unfit": {"severity": 9}},
         'severity: 9 is outside 1 to 5, so it was set to 5 and what was there is in the field "unfit".'),
        ({"severity": -9}, {"severity": 1, "unfit": {"severity": -9}},
         'severity: -9 is outside 1 to 5, so it was set to 1 and what was there is in the field "unfit".'),
        ({"nps": {"n": -1}}, {"nps": {"n": 0}, "unfit": {"nps.n": -1}},
         'nps.n: -1 is outside 0 and more, so it was set to 0 and what was there is in the field "unfit".'),
        ({"severity": "x", "unfit": {"severity": 1}}, {"unfit": {"severity": 1, "severity 2": "x"}},
         f"severity: should be a number, not a text, {ASIDE}"),
        ({"severity": "x", "unfit": 3}, {"unfit": {"unfit": 3, "severity": "x"}},
         f"severity: should be a number, not a text, {ASIDE}"),
    ],
)  # fmt: skip
def test_r11_what_does_not_fit_is_put_right_or_aside(fields: dict[str, Any], left: dict[str, Any], told: str) -> None:
    found, done = card(a_card(**fields))
    assert found == {"id": "c", **left}
    assert done == [f"{CARD}.{told}"]


def test_r11_a_text_that_is_too_long_is_cut_and_its_rest_stays() -> None:
    found, done = card(a_card(text="x" * limits.MAX_TEXT + "end"))
    assert (len(found["text"]), found["unfit"]) == (limits.MAX_TEXT, {"text": "end"})
    assert done == [
        f"{CARD}.text: is longer than 10,000 characters, "
        'so the first 10,000 are there and the rest is in the field "unfit".'
    ]


def test_r11_of_a_list_only_what_does_not_fit_is_taken_out() -> None:
    votes = [{"id": "v"}, 5, {"id": "w", "n": "two"}, {"id": "x", "by": 1}]
    found, done = card(a_card(votes=votes, personas=["a", "", {"b": 1}, "c"]))
    assert found["votes"] == [{"id": "v"}, {"id": "w"}, {"id": "x", "by": "1"}]
    assert found["personas"] == ["a", "c"]
    assert found["unfit"] == {"votes[1]": 5, "votes[2].n": "two", "personas[2]": {"b": 1}}
    assert len(done) == 5


def test_r11_a_rating_without_a_score_is_put_aside_whole() -> None:
    ratings = [{"id": "g", "by": 5}, {"id": "h", "score": 1}]
    raw, done = mended(a_map(emotions=[{"persona": "a", "step": "t", "ratings": ratings}]))
    emotion = raw["maps"][0]["emotions"][0]
    assert emotion["ratings"] == [{"id": "h", "score": 1}]
    assert emotion["unfit"] == {"ratings[0]": {"id": "g", "by": 5}}
    assert done == [f"maps[0].emotions[0].ratings[0]: is missing, {ASIDE}"]


@pytest.mark.parametrize(
    ("data", "left", "told"),
    [
        (project(maps={"id": "m", "title": "T"}), [{"id": "m", "title": "T"}],
         "maps: should be a list, not an object, so it was put into one."),
        (project(maps={}), [], "maps: should be a list, not an object, so it was left out."),
        (project(maps=["A map", " ", None]), None,
         "maps[0]: should be an object, not a text, so the text was put into one."),
    ],
)  # fmt: skip
def test_r11_lists_become_lists(data: bytes, left: Any, told: str) -> None:
    raw, done = mended(data)
    assert left is None or raw["maps"] == left
    assert done[0] == told


def test_r11_a_text_in_the_place_of_an_object_keeps_its_words() -> None:
    raw, _ = mended(
        project(
            personas=["Marta"],
            maps=[{"id": "m", "cards": ["Waits"], "links": ["x"], "stages": ["Decide", 5], "comments": ["Why?"]}],
        )
    )
    shown = raw["maps"][0]
    assert raw["personas"][0]["name"] == "Marta"
    assert shown["cards"][0]["text"] == "Waits"
    assert shown["comments"][0]["text"] == "Why?"
    assert (shown["stages"][0]["title"], len(shown["stages"][0]["steps"])) == ("Decide", 1)
    assert shown["unfit"] == {"links[0]": "x", "stages[1]": 5}


def test_r11_a_stage_gets_the_step_that_it_needs() -> None:
    raw, done = mended(a_map(stages=[{"id": "s", "steps": []}, {"id": "z", "steps": 5}]))
    stages = raw["maps"][0]["stages"]
    assert [len(stage["steps"]) for stage in stages] == [1, 1]
    assert stages[1]["unfit"] == {"steps": 5}
    assert done[0] == "maps[0].stages[0].steps: a stage has at least one step, so it was given one."


def test_r11_what_is_past_a_limit_is_put_aside() -> None:
    raw, done = mended(project(maps=[{"id": f"m{index}"} for index in range(201)]))
    assert (len(raw["maps"]), raw["unfit"]) == (200, {"maps": [{"id": "m200"}]})
    assert done == [f"maps: has 201; at most 200 are allowed, {ASIDE}"]


def test_r11_steps_are_counted_over_all_stages() -> None:
    steps = [{"id": f"t{index}"} for index in range(499)]
    more = [{"id": f"u{index}"} for index in range(3)]
    stages = [{"id": "s", "steps": steps}, {"id": "z", "steps": more}, {"id": "gone", "steps": 1}]
    raw, done = mended(a_map(stages=stages))
    shown = raw["maps"][0]
    assert [len(stage["steps"]) for stage in shown["stages"]] == [499, 1]
    assert shown["stages"][1]["unfit"] == {"steps": more[1:]}
    assert shown["unfit"] == {"stages[2]": stages[2]}
    assert done[0] == f"maps[0].stages[1].steps[1]: is past the 500 steps that a map has at most, {ASIDE}"
