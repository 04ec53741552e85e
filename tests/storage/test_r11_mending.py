"""Each kind of damage, what becomes of it, and what is told (R11)."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from base64 import b64decode
from hashlib import sha256
from typing import Any

import pytest

from cxdesigner.model import limits
from cxdesigner.storage.codec import NotAProjectError, read, write
from cxdesigner.storage.repair import repaired
from tests.strategies import PICTURES

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
        ({"severity": 1e305}, {"unfit": {"severity": int(1e305)}},
         f"severity: should be a number of ordinary size, {ASIDE}"),
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


# Ids


def test_r11_ids_that_are_missing_or_unfit_are_given_anew_and_always_the_same() -> None:
    data = project(personas=[{"name": "A"}, {"id": "", "name": "B"}, {"id": 5}, {"id": ["x"]}, {"id": "y" * 201}])
    raw, done = mended(data)
    ids = [persona["id"] for persona in raw["personas"]]
    assert ids[2] == "5"
    assert len(set(ids)) == 5
    assert all(0 < len(key) <= 13 for key in ids)
    assert [persona.get("unfit") for persona in raw["personas"][3:]] == [{"id": ["x"]}, {"id": "y" * 201}]
    assert [sentence.split(": ", 1)[1] for sentence in done] == [
        "is missing, so it was given one.",
        "is empty, so it was given one.",
        "should be a text, not a number, so it was read as '5'.",
        "should be a text, not a list, so it was given another.",
        "is longer than 200 characters, so it was given another.",
    ]
    assert mended(data)[0] == raw


def test_r11_a_project_without_an_id_gets_one() -> None:
    raw, done = mended(b'{"format": "cxdesigner", "version": 1, "maps": [{"id": "m"}]}')
    assert raw["id"]
    assert done == ["id: is missing, so it was given one."]


def test_r11_of_two_with_one_id_the_first_keeps_it_and_what_refers_to_it() -> None:
    raw, done = mended(
        a_map(
            lanes=[{"id": "l", "kind": "pains"}],
            cards=[{"id": "c", "lane": "l"}, {"id": "l", "text": "x"}, {"id": "d", "solves": ["l", "c"]}],
        )
    )
    cards = raw["maps"][0]["cards"]
    assert cards[0]["lane"] == "l"
    assert cards[1]["id"] not in {"l", "c", "d"}
    assert cards[2]["solves"] == ["l", "c"]
    assert done == ['maps[0].cards[1].id: the id "l" is taken by maps[0].lanes[0], so it was given another.']


def test_r11_a_map_that_is_there_twice_becomes_two_with_cards_in_their_own_lanes() -> None:
    lanes, cards = [{"id": "l"}], [{"id": "c", "lane": "l"}]
    stages = [{"id": "s", "steps": [{"id": "t"}]}]
    one = {"id": "m", "stages": stages, "lanes": lanes, "cards": cards, "links": [{"id": "k", "from": "c", "to": "t"}]}
    raw, _ = mended(project(maps=[one, {**one, "title": "Copy"}]))
    first, second = raw["maps"]
    assert first["cards"] == cards
    assert second["id"] != "m"
    assert second["cards"][0]["lane"] == second["lanes"][0]["id"] != "l"
    assert second["links"][0]["from"] == second["cards"][0]["id"]
    assert second["links"][0]["to"] == second["stages"][0]["steps"][0]["id"]


def test_r11_a_fresh_id_is_not_one_that_is_there() -> None:
    taken = mended(project(personas=[{"id": "a"}, {"id": "a"}]))[0]["personas"][1]["id"]
    raw, _ = mended(project(departments=[{"id": taken}], personas=[{"id": "a"}, {"id": "a"}]))
    assert len({taken, "a", raw["personas"][1]["id"]}) == 3


# Emotions and links


def test_r11_two_emotions_of_one_persona_at_one_step_become_one() -> None:
    first = {"persona": "a", "step": "t", "score": 1}
    raw, done = mended(a_map(emotions=[first, {**first, "note": "Glad", "ratings": [{"id": "g", "score": 1}]}]))
    assert raw["maps"][0]["emotions"] == [{**first, "note": "Glad", "ratings": [{"id": "g", "score": 1}]}]
    assert done == [
        "maps[0].emotions[1]: the same persona and step as in maps[0].emotions[0], so the two were made one."
    ]


def test_r11_what_a_second_emotion_says_otherwise_is_in_a_comment() -> None:
    first = {"persona": "a", "step": "t", "score": 1, "note": "Glad"}
    raw, done = mended(a_map(emotions=[first, {**first, "score": -1, "note": "Cross"}]))
    shown = raw["maps"][0]
    assert shown["emotions"] == [{**first, "unfit": {"score": -1, "note": "Cross"}}]
    comment = shown["comments"][0]
    assert (comment["on"], comment["persona"], comment["text"]) == ("t", "a", "score: -1\nnote: Cross")
    assert done[0].endswith(", so what it says otherwise is in a comment there.")


def test_r11_what_lacks_what_it_is_about_keeps_its_words_on_a_card() -> None:
    links = [{"id": "k", "from": "c", "label": "Then"}, {"id": "q", "to": "c"}]
    raw, done = mended(a_map(cards=[{"id": "c"}], emotions=[{"step": "t", "note": "Tired", "feeling": 5}], links=links))
    shown = raw["maps"][0]
    assert [card.get("text") for card in shown["cards"]] == [None, "Tired", "Then"]
    assert "lane" not in shown["cards"][1]
    assert shown["unfit"] == {
        "emotions": {"step": "t", "note": "Tired", "feeling": 5}, "links": links[0], "links 2": links[1]
    }  # fmt: skip
    assert done == [
        "maps[0].emotions[0]: what it is about is missing, so what it says is on a card in the parking lot.",
        "maps[0].links[0]: what it is about is missing, so what it says is on a card in the parking lot.",
        'maps[0].links[1]: what it is about is missing, so it was put aside in the field "unfit" of its map.',
    ]


# Pictures


def key_of(data: str) -> str:
    return f"sha256-{sha256(b64decode(data)).hexdigest()}"


PICTURE = next(iter(PICTURES.values()))
KEY = key_of(PICTURE)


def pictured(assets: Any, **fields: Any) -> tuple[Any, list[str]]:
    return mended(project(assets=assets, personas=[{"id": "a", "photo": "x", "zz": [*assets]}], **fields))


def test_r11_base64_with_a_wrong_character_is_read_all_the_same() -> None:
    broken = f"{PICTURE[:40]}?{PICTURE[41:]}"
    raw, done = pictured({"x": {"type": "image/png", "data": broken}})
    assert [len(asset["data"]) for asset in raw["assets"].values()] == [len(PICTURE)]
    assert 'assets["x"].data: is not base64, so what is no base64 in it was passed over.' in done
    cut, _ = pictured({"x": {"data": PICTURE[:41]}, "y": {"data": PICTURE[:42]}})
    assert sorted(len(asset["data"]) for asset in cut["assets"].values()) == [40, 44]


def test_r11_a_picture_under_a_wrong_key_gets_its_own() -> None:
    raw, done = pictured({"x": {"data": PICTURE}}, brand={"logo": "x"})
    assert list(raw["assets"]) == [KEY]
    assert (raw["brand"]["logo"], raw["personas"][0]["photo"]) == (KEY, KEY)
    assert done == ['assets["x"]: is not the key of this data, which has another hash, so it was given another.']


@pytest.mark.parametrize("key", ["", "p", "k" * 201])
def test_r11_a_key_that_is_none_is_given_anew(key: str) -> None:
    raw, _ = pictured({key: {"data": PICTURE}, KEY: {"data": PICTURE}})
    assert len(raw["assets"]) == 2
    assert key not in raw["assets"]
    assert KEY in raw["assets"]


def test_r11_a_picture_that_nothing_shows_any_more_stays() -> None:
    raw, done = mended(project(assets={KEY: {"data": PICTURE}}))
    assert list(raw["assets"]) == [KEY]
    assert raw["unfit"] == {"picture": KEY}
    assert done == [f'assets["{KEY}"]: nothing shows this picture, so it was kept all the same.']


def test_r11_what_is_no_picture_or_may_not_be_decoded_is_put_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    raw, done = pictured({"x": 5, "y": {}, "z": {"data": base64.b64encode(bomb()).decode()}}, brand=3)
    assert list(raw["assets"]) == ["y"]
    assert raw["unfit"]["x"] == 5
    assert any("is a picture of more than 64 megapixels, so it was put aside" in sentence for sentence in done)
    monkeypatch.setattr("cxdesigner.storage.mending.assets.MAX_PICTURE_BYTES", 100)
    raw, done = pictured({KEY: {"data": PICTURE}, "y": {"data": "A" * 200}})
    assert list(raw["assets"]) == [KEY]
    assert "the pictures have more than 0 MiB" in done[-1]
    raw, done = mended(project(assets=[PICTURE]))
    assert raw["unfit"] == {"assets": [PICTURE]}


def bomb() -> bytes:
    head = b"IHDR" + struct.pack(">IIBBBBB", 9_000, 9_000, 8, 2, 0, 0, 0)
    start = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    return start + struct.pack(">I", 100) + b"IDAT"


# Snapshots, versions, depth


def test_r11_what_is_put_aside_in_a_snapshot_is_not_where_it_was_any_more() -> None:
    content = {"id": "p", "title": {"x": "June"}, "maps": 5, "assets": {}}
    raw, done = mended(project(snapshots=[{"id": "x", "content": content}]))
    kept = raw["snapshots"][0]["content"]
    assert kept == {"id": "p", "maps": [], "assets": {}, "unfit": {"maps": 5, "title": {"x": "June"}}}
    assert len(done) == 2


def test_r11_what_is_in_a_snapshot_is_mended_in_its_own_scope() -> None:
    content = {"title": 5, "id": "p", "maps": [{"id": "m"}, {"id": "m", "title": "2"}], "assets": 1, "snapshots": 2}
    snapshots = [{"id": "x", "content": content}, {"id": "y", "content": []}, {"id": "z", "content": "none"}]
    raw, done = mended(project(snapshots=snapshots, maps=[{"id": "m"}]))
    kept = raw["snapshots"][0]["content"]
    assert list(kept) == ["title", "id", "maps", "assets", "snapshots"]
    assert kept["title"] == "5"
    assert kept["maps"][0] == {"id": "m"}
    assert raw["snapshots"][2]["unfit"] == {"content": "none"}
    assert "snapshots[0].content.title: should be a text, not a number, so it was read as '5'." in done


@pytest.mark.parametrize("version", [None, 0, True, "1", 1.5])
def test_r11_a_version_that_is_none_is_taken_for_this_one(version: Any) -> None:
    raw, done = mended(project(version=version, title="T"))
    assert (raw["version"], raw["title"]) == (1, "T")
    assert done == ["version: should be 1, so it was set to that."]


def test_r10_what_a_newer_release_made_is_not_repaired_here() -> None:
    with pytest.raises(NotAProjectError, match=r"A newer release made this file, in version 2 of the format\."):
        repaired(project(version=2))


@pytest.mark.parametrize("named", ["cxdesigneR", "cxdesig#er", 5, None])
def test_r11_a_damaged_name_of_the_format_is_put_right(named: Any) -> None:
    raw, done = mended(a_map().replace(b'"cxdesigner"', json.dumps(named).encode()))
    assert raw["maps"] == [{"id": "m"}]
    assert done == ['format: should be "cxdesigner", so it was set to that.']


@pytest.mark.parametrize("levels", [80, 150, 5000])
def test_r11_what_is_nested_too_deep_becomes_a_text(levels: int) -> None:
    deep = b"[" * levels + b"]" * levels
    shallow = "[" * 40 + "]" * 40
    raw, done = mended(
        project(zz={"a": 0}, yy=[0], xx=json.loads(shallow))
        .replace(b'{"a": 0}', deep)
        .replace(b"[0]", b'{"b": ' + deep + b"}")
    )
    assert "is nested more than 64 levels deep, so it is there as a text now." in done[0]
    assert raw["xx"] == json.loads(shallow)
    value, depth = raw["zz"], 0
    while isinstance(value, list):
        value, depth = value[0], depth + 1
    assert isinstance(value, str)
    assert value.count("[") == levels - depth


def test_r11_the_project_in_a_pdf_is_repaired_too() -> None:
    with pytest.raises(NotAProjectError, match="a PDF with no project in it"):
        repaired(b"%PDF-1.7\n")
