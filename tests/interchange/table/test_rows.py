"""What stands in the rows of a table, and what has no place in it."""

from __future__ import annotations

from typing import Any

import pytest

from cxdesigner.interchange.table.losses import losses_of
from cxdesigner.interchange.table.project import read_table
from cxdesigner.interchange.table.rows import table_of
from cxdesigner.interchange.table.writing import as_text, written
from cxdesigner.model.document import Document
from cxdesigner.model.records import (
    Ces,
    Comment,
    Csat,
    Department,
    Emotion,
    Evidence,
    Lane,
    Link,
    Map,
    Nps,
    Persona,
    Rating,
    Stage,
    Step,
    Vote,
    emotion_id,
)
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load
from cxdesigner.templates import templates
from tests.interchange.table.made import card, project, whole

EXAMPLES = sorted(resource("examples").glob("*.cxd"))


def row(**fields: Any) -> dict[str, Any]:
    """Give the row of a card with these fields, without its place."""
    document = project([card(1, "Queue", **fields)])
    document = Document([*document.records.values(), Department(id="floor", parent="project", rank="V", name="Floor")])
    found = next(dict(one) for one in whole(document) if one["kind"] == "Pain point")
    place = ("no", "map", "state", "stage", "purchase", "step", "lane", "kind", "text")
    return {key: value for key, value in found.items() if key not in place}


def told(document: Document) -> tuple[str, ...]:
    return tuple(loss.sentence for loss in losses_of(document, [one.id for one in document.maps]))


def test_rows_are_in_the_order_in_which_a_journey_is_read() -> None:
    document = project([card(1, "first"), card(2, "parked", lane=None, step=None), card(3, "second")])
    assert [(one["no"], one["kind"], one.get("text", "")) for one in whole(document)] == [
        (1, "Map", ""),
        (2, "Persona", ""),
        (3, "Step", ""),
        (4, "Pain point", "first"),
        (5, "Pain point", "second"),
        (6, "Pain point", "parked"),
        (7, "Lane", ""),
    ]
    assert whole(document)[3] == {
        "no": 4, "map": "Dinner", "state": "Current", "stage": "Arrive", "purchase": "During", "step": "Enters",
        "lane": "Pain points", "kind": "Pain point", "text": "first",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"personas": ("marta",)}, {"personas": "Marta"}),
        ({"personas": ("gone",)}, {}),
        ({"department": "floor", "channel": "email"}, {"department": "Floor", "channel": "E-mail"}),
        ({"channel": "pigeon"}, {"channel": "pigeon"}),
        ({"moment_of_truth": True, "support_moment": False}, {"moment_of_truth": "Yes"}),
        ({"severity": 4, "impact": 2.5, "effort": 1}, {"severity": 4, "impact": 2.5, "effort": 1}),
        ({"status": "open"}, {}),
        ({"status": "doing", "due": "2026-06-30"}, {"status": "Doing", "due": "2026-06-30"}),
        ({"nps": Nps(promoters=5, passives=3, detractors=1)}, {"nps": 44.44, "nps_n": 9}),
        ({"nps": Nps(score=-20)}, {"nps": -20}),
        ({"nps": Nps()}, {}),
        ({"csat": Csat(satisfied=3, total=4)}, {"csat": 75, "csat_n": 4}),
        ({"ces": Ces(mean=2.5, n=8, scale=5)}, {"ces": 2.5, "ces_n": 8, "ces_scale": 5}),
        ({"ces": Ces(n=8)}, {}),
        ({"votes": (Vote(id="v", n=2), Vote(id="w"))}, {"votes": 3}),
        (
            {"evidence": Evidence(kind="survey", source="Mail", n=12, url="http://x")},
            {"evidence": "Survey", "evidence_source": "Mail", "evidence_n": 12, "evidence_url": "http://x"},
        ),
        ({"evidence": Evidence(source="Mail")}, {"evidence_source": "Mail"}),
    ],
)
def test_what_is_known_of_a_card_is_in_its_row(fields: dict[str, Any], expected: dict[str, Any]) -> None:
    assert row(**fields) == expected


def test_columns_in_which_nothing_stands_are_left_out_but_those_to_fill_in() -> None:
    titles = [column.title for column in table_of(project([card(1)]), ["map"]).columns]
    assert titles == [
        "No.", "Stage", "Step", "Lane", "Kind", "Text", "Personas", "Severity", "Impact", "Effort", "Owner", "Due",
        "Status", "Purchase", "Lane kind", "Map", "State",
    ]  # fmt: skip


def test_of_several_maps_the_map_comes_first() -> None:
    document = Document([*project([card(1)]).records.values(), Map(id="later", parent="project", rank="W", title="X")])
    assert [column.key for column in table_of(document, ["map", "later"]).columns[:3]] == ["no", "map", "state"]


def test_a_map_that_is_not_there() -> None:
    with pytest.raises(KeyError):
        table_of(project([]), ["gone"])


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_project_that_is_made_of_the_table_of_an_example_gives_the_same_table(path: Any) -> None:
    document = load(path).document
    found = read_table(written(document, [one.id for one in document.maps], "csv"), document.project.title)
    assert found.lost == ()
    assert whole(found.document) == whole(document)


def test_so_do_templates() -> None:
    for name, _ in templates():
        document = load(resource("templates", f"{name}.cxd")).document
        found = read_table(written(document, [document.maps[0].id], "csv"), document.project.title)
        assert whole(found.document) == whole(document)


def test_things_of_one_name_stay_apart_in_their_order() -> None:
    document = project([card(1, "a"), card(2, "b", step="other"), card(3, "c", step="third")])
    document = Document([
        *document.records.values(),
        Step(id="other", parent="stage", rank="W", title="Enters"),
        Step(id="third", parent="stage", rank="X", title=""),
        Map(id="map2", parent="project", rank="W", title="Dinner"),
        Stage(id="stage2", parent="map2", rank="V", title=""),
        Step(id="step2", parent="stage2", rank="V", title=""),
        Lane(id="lane2", parent="map2", rank="V", kind="pains", title="Ouch"),
    ])  # fmt: skip
    found = read_table(written(document, ["map", "map2"], "csv"))
    assert whole(found.document) == whole(document)
    first, _ = found.document.maps
    steps = [step.id for step in found.document.steps(first.id)]
    assert [steps.index(one.step or "") for one in found.document.cards(first.id)] == [0, 1, 2]


def test_names_with_commas_come_back_and_unnamed_personas_get_numbers() -> None:
    names = ("Smith, John", "Ann; 2", "")
    people = [Persona(id=f"p{n}", parent="project", rank=f"W{n}V", name=name) for n, name in enumerate(names)]
    document = project(
        [card(1, personas=("marta", "p0", "p1")), card(2, personas=("p0",))], personas=("p0", "p1", "p2")
    )
    document = Document([*document.records.values(), *people])
    found = read_table(written(document, ["map"], "csv")).document
    called = {one.id: one.name for one in found.personas}
    (shown,) = found.maps
    assert [called[key] for key in shown.personas] == ["Smith, John", "Ann; 2", "Persona 4", "Marta"]
    assert [[called[key] for key in one.personas] for one in found.cards(shown.id)] == [
        ["Marta", "Smith, John", "Ann; 2"],
        ["Smith, John"],
    ]


def test_what_a_hidden_lane_holds_is_not_handed_out() -> None:
    document = project([card(1, "secret", lane="cellar"), card(2, "seen")])
    document = Document(
        [*document.records.values(), Lane(id="cellar", parent="map", rank="W", kind="notes", hidden=True)]
    )
    assert [one["text"] for one in whole(document) if one["kind"] == "Pain point"] == ["seen"]
    assert told(document) == ("1 hidden lane is not in the table.",)


def test_a_card_that_reaches_further_says_up_to_where() -> None:
    document = project([card(1, to="last"), card(2, to="step"), card(3, to="gone")])
    document = Document([*document.records.values(), Step(id="last", parent="stage", rank="W", title="Sits down")])
    assert [one.get("to") for one in whole(document) if one["kind"] == "Pain point"] == ["Sits down", None, None]


def test_what_has_no_place_in_a_table_is_told() -> None:
    base = project(
        [card(1, nps=Nps(promoters=1, passives=0, detractors=0), asset="sha256-x"), card(2, votes=(Vote(id="v"),))],
        goal="More guests",
    )
    felt = {"parent": "map", "step": "step", "score": 1}
    document = Document([
        *(one.with_(goal="Hungry") if one.id == "stage" else one for one in base.records.values()),
        Persona(id="joris", parent="project", rank="W", name="Joris", quote="Well!"),
        Emotion(id=emotion_id("marta", "step"), persona="marta", ratings=(Rating(id="r", score=1),), **felt),
        Link(id="link", parent="map", from_="c1", to="c2"),
        Comment(id="comment", parent="map", on="c1", text="Really?"),
        Stage(id="again", parent="map", rank="W", title="Arrive"),
        Step(id="again1", parent="again", rank="V", title="Pays"),
        Lane(id="pains2", parent="map", rank="W", kind="pains"),
    ])  # fmt: skip
    document = Document(
        [one.with_(personas=("marta", "joris")) if one.id == "map" else one for one in document.records.values()]
    )
    assert told(document) == (
        "1 picture is not in the table.",
        "1 link is not in the table.",
        "1 comment is not in the table.",
        "1 emotion is not in the table, since the map does not show it.",
        "The goal of 1 stage is not in the table.",
        "Some stages have the same title: read from the table they are one.",
        "Some lanes have the same title: read from the table their cards are in the first one.",
        "Of personas a table holds names and roles only.",
        "Of a map a table holds its title, state, scenario and author only.",
        "Of votes a table holds their sum only, and not who gave them.",
        "Of ratings a table holds the score of each point only.",
        "Of NPS and CSAT a table holds the score and the number of answers only.",
    )
    assert "2 hidden lanes are not in the table." in told(load(resource("examples", "vivan-los-tacos.cxd")).document)
    assert told(project([card(1)])) == ()


def test_an_emotion_of_somebody_who_is_not_on_the_map_is_told() -> None:
    records = project([], personas=()).records.values()
    lane = Lane(id="curve", parent="map", rank="W", kind="emotion")
    felt = Emotion(id=emotion_id("marta", "step"), parent="map", persona="marta", step="step", score=1)
    assert told(Document([*records, lane, felt])) == ("1 emotion is not in the table, since the map does not show it.",)


def test_a_preview_tells_a_row_a_line() -> None:
    lines = as_text(project([card(1, "Queue\nagain", severity=2)]), ["map"]).split("\n")
    assert lines[0].startswith("No. · Stage · Step · Lane · Kind · Text · ")
    assert lines[1:] == [
        "1 · Map · Dinner · Current",
        "2 · Persona · Marta",
        "3 · Arrive · Enters · Step · During",
        "4 · Enters · Pain points · Pain point · Queue again · 2",
        "5 · Pain points · Lane · Pain points",
    ]
