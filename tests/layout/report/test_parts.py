"""The parts of a report: what each says, and that it says nothing where there is nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest

from cxdesigner.export.options import PARTS as PARTS_OF_OPTIONS
from cxdesigner.layout.pages import Page, Setup
from cxdesigner.layout.publication import Target
from cxdesigner.layout.report.book import PARTS
from cxdesigner.layout.report.matrix import RADIUS, places
from cxdesigner.layout.scene import Picture
from cxdesigner.model.document import Document
from cxdesigner.model.records import Brand, Card, Link, Map, Project, Round, Vote
from cxdesigner.paper import POINT, Paper
from tests.layout.builders import a_map, nodes, picture
from tests.layout.report.reports import lines, own, report_of, runs, squeezed, written

LANES = [{"kind": kind} for kind in ("touchpoints", "emotion", "pains", "opportunities")]
STAGES = [{"title": "Decide", "steps": [{"title": "Looks"}, {"title": "Picks"}]}, {"title": "Eat", "steps": 1}]


def touch(step: int = 0, **fields: Any) -> dict[str, Any]:
    return {"lane": "l0", "step": f"s{step}", "kind": "touchpoint", "text": f"Touch {step}"} | fields


def pain(step: int = 0, **fields: Any) -> dict[str, Any]:
    return {"lane": "l2", "step": f"s{step}", "kind": "pain", "text": f"Pain {step}"} | fields


def idea(step: int = 0, **fields: Any) -> dict[str, Any]:
    return {"lane": "l3", "step": f"s{step}", "kind": "opportunity", "text": f"Idea {step}"} | fields


def a_document(*cards: dict[str, Any], more: tuple[Any, ...] = (), **fields: Any) -> Document:
    made = a_map(STAGES, LANES, cards, departments={"f": "Floor", "k": "Kitchen"}, **({"title": "Dinner"} | fields))
    return Document([*made.records.values(), *more])


def said(document: Document, *parts: str) -> list[str]:
    return [text for page in report_of(document, *parts).flowed.pages for text in lines(page)]


def test_options_know_the_parts():
    assert PARTS_OF_OPTIONS == PARTS


@pytest.mark.parametrize("part", [part for part in PARTS if part not in ("cover", "guide", "map", "stages")])
def test_a_part_with_nothing_in_it_is_left_out(part):
    made = report_of(a_map(), part)
    assert (made.bookmarks != ()) is (part == "assumptions")


@pytest.mark.parametrize("left_out", PARTS)
def test_each_part_can_be_left_out(left_out):
    document = a_document(
        touch(moment_of_truth=True, promise="Soon", nps={"score": 3}, department="f"),
        touch(1, department="k"),
        pain(votes=[Vote.new(id="v")]),
        idea(owner="Ann", impact=4, effort=2),
        {"kind": "note", "text": "Parked"},
        personas=[{"name": "Marta"}],
    )
    before = document["map"].with_(id="earlier", goal="Faster", rank="a")
    document = Document([*document.records.values(), before])
    document = Document(one.with_(origin="earlier") if one.id == "map" else one for one in document.records.values())
    whole = report_of(document)
    less = report_of(document, *(part for part in PARTS if part != left_out))
    assert len(less.bookmarks) < len(whole.bookmarks) or len(less.flowed.pages) < len(whole.flowed.pages)


def test_the_cover_says_what_the_map_is():
    brand = Brand.new(name="Tacos", logo="a", primary="#d9772b")
    document = a_document(
        scenario="Two, walk-in", goal="No wait", release="2", date="June", author="Ann",
        personas=[{"name": "Marta", "role": "Regular", "photo": "a"}, {}],
        emotions=[{"persona": "p0", "step": "s0", "score": 1}, {"persona": "p0", "step": "s1", "score": -1}],
        assets={"a": picture(40, 20)},
    )  # fmt: skip
    project = document.project.with_(brand=brand)
    document = Document([project, *(one for one in document.records.values() if one.id != project.id)])
    made = report_of(document, "cover")
    for text in (
        "Tacos", "The title", "Current state", "Hypothesis map: not validated", "Two, walk-in", "No wait", "Marta",
        "Regular", "Unnamed persona", "Version 2 · June · Drawn by Ann",
    ):  # fmt: skip
        assert squeezed(text) in written(made)
    drawn = [node for group in own(made.flowed.pages[0]).bands[0].groups for node in nodes(group)]
    assert len([node for node in drawn if isinstance(node, Picture)]) == 2
    assert len(made.flowed.pages) == 1


def test_a_cover_of_several_maps_names_each():
    document = a_map(title="Now", basis="research")
    more = Map.new(id="later", parent="project", rank="Z", title="", state="future", basis="later")
    made = report_of(Document([*document.records.values(), more]), "cover", "map", maps=("map", "later"))
    for text in ("Now", "Backed by research", "Untitled map", "Future state", "later"):
        assert squeezed(text) in written(made)
    assert [mark.title for mark in made.bookmarks if mark.level == 0] == ["Now", "Untitled map"]


def test_a_brand_without_a_name_and_a_logo_leaves_its_place_empty():
    document = a_map()
    project = Project.new(id="project", brand=Brand.new(promise="Soon"))
    document = Document([project, *(one for one in document.records.values() if one.id != "project")])
    assert len(report_of(document, "cover").flowed.pages) == 1


def covers(count: int, words: int) -> list[Page]:
    """The pages of a cover of several maps, each with as many words of scenario."""
    document = a_document(
        scenario="word " * words, goal="No wait", date="June", personas=[{"name": "Marta", "role": "Regular"}],
        emotions=[{"persona": "p0", "step": "s0", "score": 1}, {"persona": "p0", "step": "s1", "score": -1}],
    )  # fmt: skip
    shown = document["map"]
    assert isinstance(shown, Map)
    more = [shown.with_(id=f"m{n}", rank=f"Z{n}", title=f"Later {n}") for n in range(1, count)]
    made = report_of(Document([*document.records.values(), *more]), "cover", maps=("map", *(one.id for one in more)))
    return list(made.flowed.pages)


def curve_of(pages: list[Page]) -> float:
    """How high the curve of a cover is, 0 if there is none."""
    groups = [group for page in pages for group in own(page).bands[0].groups if group.part == "decoration"]
    return max((group.height for group in groups if group.height > 6.0), default=0.0)


@pytest.mark.parametrize(
    ("count", "words", "least", "most"),
    [(1, 5, 150, 150), (2, 35, 150, 150), (2, 80, 70, 149), (2, 110, 0, 0), (3, 35, 0, 0)],
)
def test_a_cover_is_one_page_for_which_the_curve_gives_way(count: int, words: int, least: float, most: float) -> None:
    pages = covers(count, words)
    assert len(pages) == 1
    assert least <= curve_of(pages) <= most
    assert "June" in " ".join(lines(pages[0]))


def test_the_contents_say_on_which_page_each_part_begins():
    document = a_document(pain(), personas=[{"name": "Marta"}])
    made = report_of(document)
    pages = made.flowed.pages
    table = lines(pages[1])
    at = {mark.title: int(table[table.index(mark.title) + 1]) for mark in made.bookmarks}
    assert at["Marta"] == 3
    assert "Decide" in lines(pages[at["Decide"] - 1])
    assert "Pain points and what solves them" in lines(pages[at["Pain points and what solves them"] - 1])
    targets = {links[0].to for links in made.flowed.links.values()}
    assert {mark.target for mark in made.bookmarks} <= targets


def test_every_bookmark_leads_to_something():
    document = a_document(pain(), idea(owner="Ann"), personas=[{"name": "Marta"}], language="nl")
    made = report_of(document)
    shown = {
        Target(group.id, group.part)
        for page in made.flowed.pages
        for view in page.views
        for band in view.scene.bands
        for group in band.groups
    }
    assert {mark.target for mark in made.bookmarks} <= shown


def test_a_persona_without_anything_has_a_page_of_its_own():
    assert said(a_map(personas=[{}]), "personas") == ["?", "Persona", "Unnamed persona"]


def test_a_persona_page_says_all_of_it_and_where_it_feels_worst_and_best():
    persona = {
        "name": "Marta", "role": "Regular", "quote": "Hurry", "about": "Lives near", "age": "46", "goals": ["Rest", ""],
        "channels": ["Phone"], "brand_feeling": "Proud",
    }  # fmt: skip
    emotions = [
        {"persona": "p0", "step": "s0", "score": 2, "feeling": "Glad"},
        {"persona": "p0", "step": "s1", "score": -1.5},
    ]
    found = said(a_document(personas=[persona], emotions=emotions), "personas")
    for text in ("Marta", "Regular", "Hurry", "Lives near", "Age 46", "Rest", "Channels", "Phone", "Proud"):
        assert text in found
    assert found[-5:] == ["Dinner", "Picks", "−1.5", "Looks", "+2 · Glad"]


def test_a_stage_tells_what_its_map_has_no_room_for():
    document = a_document(
        touch(
            promise="Ten minutes", experience="Half an hour", says="“Late”", channel="store", owner="Ann",
            due="2026-06-30", status="doing", delivered_by="employee", url="https://example.com", author="Bo",
            evidence={"kind": "survey", "source": "Visits", "n": 12, "url": "https://x.example"}, ces={"mean": 2.5},
            to="s2", alt="A waiter",
        ),
        idea(severity=2, impact=4, effort=1.5),
        touch(2, text="", status="open"),
        personas=[{"name": "Marta", "color": "#d9772b"}, {}, {}, {"name": "Joris"}],
        emotions=[
            {"persona": "p0", "step": "s0", "score": -1, "feeling": "Tense", "note": "“Ugh”",
             "evidence": {"kind": "data"}, "ratings": [{"id": "r", "by": "Bo", "score": -2}, {"id": "q", "score": 1}]},
            {"persona": "p1", "step": "s0", "score": None, "feeling": "Unsure"},
            {"persona": "p2", "step": "s1", "score": None},
            {"persona": "p3", "step": "s1", "score": 0},
        ],
    )  # fmt: skip
    found = said(document, "stages", "details")
    for text in (
        "Promise Ten minutes", "Experience Half an hour", "Customer says “Late”", "Figures CES 2.5 / 7", "Owner Ann",
        "Due 2026-06-30", "Status under way", "Severity 2 / 5", "Impact 4 / 5", "Effort 1.5 / 5", "Written by Bo",
        "Delivered by an employee", "Address https://example.com", "Picture A waiter", "Tense · −1", "“Ugh”", "data",
        "Evidence survey · Visits · n = 12 · https://x.example", "Ratings in the room: Bo −2, +1", "Unsure", "–", "0",
    ):  # fmt: skip
        assert text in [one.replace("\xa0", " ") for one in found], text
    assert sum("Covers" in text for text in found) == 1
    links = [link.to for links in report_of(document, "details").flowed.links.values() for link in links]
    assert "https://example.com" in links


def test_a_stage_without_a_step_or_a_title_has_a_page_that_says_so():
    assert said(a_map([{"steps": 0, "phase": "later"}]), "stages") == ["later", "Untitled stage"]


def test_collapsed_stages_and_lanes_are_open_in_a_report():
    lanes = [{"kind": "touchpoints", "collapsed": True}, *LANES[1:]]
    document = a_map([{"collapsed": True, "steps": [{"title": "Looks"}]}], lanes, [touch(text="Behind")])
    assert "Behind" in written(report_of(document, "stages"))


def test_a_stage_has_the_lanes_in_which_something_stands_there():
    kinds_ = ("divider", "touchpoints", "metrics", "divider", "pains", "emotion", "divider")
    titles = ("Above", "Touch lane", "Figures", "Middle", "Pain lane", "Curve", "Below")
    lanes = [{"kind": kind, "title": title} for kind, title in zip(kinds_, titles, strict=True)]
    cards = [
        touch() | {"lane": "l1", "nps": {"score": 3, "n": 8}},
        touch(1) | {"lane": "l1"},
        pain(2) | {"lane": "l4"},
    ]
    document = a_map([{"steps": 1}, {"steps": 1}, {"steps": 1}, {"steps": 1}], lanes, cards)
    pages = report_of(document, "stages").flowed.pages
    seen = [{title for title in titles if squeezed(title) in shown(page)} for page in pages]
    assert seen == [
        {"Above", "Touch lane", "Figures", "Middle", "Curve"},
        {"Above", "Touch lane", "Middle", "Curve"},
        {"Middle", "Pain lane", "Curve"},
        {"Middle", "Curve"},
    ]


def test_a_stage_of_lanes_in_which_nothing_stands_has_all_of_them():
    document = a_map([{"steps": 1}], [{"kind": "pains", "title": "Pain lane"}, {"kind": "ideas", "title": "Idea lane"}])
    (page,) = report_of(document, "stages").flowed.pages
    assert "Painlane" in shown(page)
    assert "Idealane" in shown(page)


def shown(page: Page) -> str:
    """All that the scenes of a page say, without white."""
    scenes = [view.scene for view in page.views]
    return squeezed(
        "".join(text for scene in scenes for band in scene.bands for group in band.groups for text in runs(group))
    )


def test_a_card_whose_step_is_gone_is_in_the_parking_lot_and_on_no_stage():
    document = a_document(touch(), {"lane": "l0", "step": "gone", "kind": "note", "text": "Astray"})
    assert "Astray" not in written(report_of(document, "stages"))
    assert "Astray" in said(document, "parking")


def test_words_of_a_link_that_have_no_room_are_left_out_of_the_page_of_a_stage():
    cards = [touch(1), touch(1, text="Below"), pain(1)]
    link = Link.new(id="k", parent="map", from_="c0", to="c1", kind="hands_over", label="a long word " * 6)
    inner = Link.new(id="i", parent="map", from_="c0", to="c2", kind="leads_to")
    document = a_document(*cards, more=(link, inner))
    paper = Setup(Paper("", 300 * POINT, 600 * POINT), margin=30, footer=True)
    made = report_of(document, "stages", paper=paper)
    for page in made.flowed.pages:
        for view in page.views:
            for node in view.scene.over:
                assert node.x + node.width <= view.scene.width


def test_moments_say_who_feels_what_there():
    document = a_document(
        touch(moment_of_truth=True, channel="phone", department="f"),
        touch(1, support_moment=True),
        personas=[{"name": "Marta"}, {}],
        emotions=[
            {"persona": "p0", "step": "s0", "score": -2, "feeling": "Angry"},
            {"persona": "p1", "step": "s0", "score": None},
        ],
    )
    found = said(document, "moments")
    assert {"Moments of truth", "Touch 0", "Phone · Floor", "Marta · Angry · −2", "Support moments"} <= set(found)
    assert not any("Unnamed" in text for text in found)


def test_pains_say_what_solves_them_the_most_severe_first():
    document = a_document(
        pain(severity=2), pain(1, severity=5), pain(2),
        idea(solves=["c0"], owner="Ann", due="2026-06-30", status="done"), idea(1),
        more=(Link.new(id="k", parent="map", from_="c1", to="c4", kind="solves"),),
    )  # fmt: skip
    found = said(document, "pains")
    assert "3 pain points. Nothing solves 1 of them yet." in found
    assert [text for text in found if re.fullmatch(r"Pain \d", text)] == ["Pain 1", "Pain 0", "Pain 2"]
    assert {"Ann · 2026-06-30 · done", "Idea 1", "Nothing yet", "5 / 5"} <= set(found)
    alone = said(a_document(pain(), idea(solves=["c0"])), "pains")
    assert "1 pain point. Something solves each of them." in alone


def test_opportunities_stand_by_impact_and_effort_and_those_of_unknown_ones_below():
    document = a_document(idea(impact=1, effort=5), idea(1, impact=5, effort=1), idea(2, text="", impact=3), pain())
    found = said(document, "opportunities")
    assert found.index("2 Idea 0") > found.index("1 Idea 1")
    assert "Impact or effort not estimated yet" in found
    assert {"Impact 1 · Effort 5", "Impact 3", "Opportunity"} <= set(found)
    assert "Impact or effort not estimated yet" in said(a_document(idea()), "opportunities")


def test_discs_are_within_the_square_and_beside_each_other():
    cards = [Card.new(id=str(at), impact=5, effort=effort) for at, effort in enumerate((1, 1, 1, 5, 5))]
    found = places(cards, 300)
    assert len(set(found)) == 5
    assert all(RADIUS <= x <= 300 - RADIUS and RADIUS <= y <= 300 - RADIUS for x, y in found)


def test_actions_say_what_is_missing_and_come_by_date():
    document = a_document(
        idea(owner="Ann"), idea(1, due="2026-06-30", department="f"), idea(2, status="dropped"), idea(text="Never")
    )
    found = said(document, "actions")
    order = [text for text in found if text.startswith("Idea")]
    assert order == ["Idea 1", "Idea 0", "Idea 2"]
    assert {"no owner yet", "no date yet", "Floor", "dropped"} <= set(found)


def test_figures_say_n_and_what_they_mean():
    document = a_document(
        touch(nps={"promoters": 6, "passives": 1, "detractors": 3}),
        touch(1, csat={"score": 61}, ces={"mean": 9, "scale": 5}), touch(2, nps={}),
    )  # fmt: skip
    found = [text.replace("\xa0", " ") for text in said(document, "metrics")]
    assert {"+30", "n = 10", "61 %", "n unknown", "9 / 5", "–"} <= set(found)
    assert any(text.startswith("NPS Net promoter score") for text in found)
    assert "Touch 2" not in found


def test_handovers_are_those_that_are_drawn_and_those_between_owners():
    document = a_document(
        touch(department="f"), touch(1, department="k"), touch(2, department="k"), pain(department=""),
        more=(
            Link.new(id="a", parent="map", from_="c0", to="c1", kind="hands_over", label="the slip"),
            Link.new(id="b", parent="map", from_="s0", to="g1", kind="hands_over"),
            Link.new(id="c", parent="map", from_="c3", to="c1", kind="hands_over"),
            Link.new(id="d", parent="map", from_="gone", to="c1", kind="hands_over", label="nowhere"),
            Link.new(id="e", parent="map", from_="c0", to="c1", kind="leads_to", label="other"),
        ),
    )  # fmt: skip
    found = said(document, "handovers")
    assert {"the slip", "Looks", "Eat", "Floor", "Kitchen", "Pain 0"} <= set(found)
    assert {"nowhere", "other"}.isdisjoint(found)
    assert found[-4:] == ["Touch 0", "Floor", "Touch 1", "Kitchen"]


def test_promises_stand_beside_experiences():
    found = said(a_document(touch(promise="Soon"), touch(1, experience="Late")), "promises")
    assert found.count("not written down") == 2
    assert {"Soon", "Late"} <= set(found)
    document = a_document(touch(promise="Soon"))
    project = document.project.with_(brand=Brand.new(promise="Always"))
    records = [project, *(one for one in document.records.values() if one.id != project.id)]
    assert "The brand promises Always" in said(Document(records), "promises")


def test_votes_are_counted_by_round():
    votes = [Vote.new(id="a", round="r", by="Ann", n=2), Vote.new(id="b", round="r"), Vote.new(id="c", by="Bo")]
    rounds = (
        Round.new(id="r", parent="map", title="What first?", dots=3),
        Round.new(id="q", parent="map", open=False),
    )
    document = a_document(idea(votes=votes), idea(1, votes=[Vote.new(id="d", round="r", n=0)]), more=rounds)
    found = said(document, "votes")
    assert found[1:3] == ["What first?", "3 votes · 3 votes each · still open"]
    assert {"Ann 2", "Vote", "0 votes · closed", "Votes outside a round", "1 vote", "Bo 1"} <= set(found)
    none = a_document(idea(votes=[Vote.new(id="d", n=0)]))
    assert "0 votes" in said(none, "votes")


def test_the_parking_lot_says_all_of_its_cards_and_of_those_that_have_lost_their_place():
    document = a_document(
        {"kind": "pain", "text": "Parked", "severity": 3, "personas": ["p0", "p1", "gone"], "moment_of_truth": True},
        {"kind": "later", "text": "", "lane": "gone", "step": "s0"},
        personas=[{"name": "Marta"}, {}],
    )
    found = said(document, "parking")
    assert {"Parked", "Severity 3 / 5", "For Marta, Unnamed persona", "Moment moment of truth"} <= set(found)
    assert {"Cards whose lane or step is gone", "later", "Kind later"} <= set(found)


def test_what_rests_on_assumption_is_counted_and_listed():
    document = a_document(
        touch(evidence={"kind": "assumption", "source": "A hunch"}), touch(1, evidence={"kind": "hearsay"}), pain(),
        personas=[{"name": "Marta"}],
        emotions=[
            {"persona": "p0", "step": "s0", "score": 1, "evidence": {"kind": "assumption"}},
            {"persona": "p0", "step": "s1", "score": None, "feeling": "Sure", "evidence": {"kind": "assumption"}},
        ],
    )  # fmt: skip
    found = said(document, "assumptions")
    assert "This map is a hypothesis: it has not been validated with customers." in found
    assert {"assumption · A hunch", "hearsay", "nobody has said", "Marta · +1", "Marta · Sure"} <= set(found)
    assert "Pain 0" in found


def test_a_map_of_an_unknown_basis_without_a_card_says_nothing_of_assumptions():
    assert said(a_map(basis="later"), "assumptions") == []


def test_the_map_lies_if_it_is_wider_than_high():
    (page,) = report_of(a_map([{"steps": 12}]), "map").flowed.pages
    assert page.width > page.height
    high = a_map([{"steps": 1}], [{"kind": "notes"}] * 20)
    (page,) = report_of(high, "map").flowed.pages
    assert (page.width * POINT, page.height * POINT) == pytest.approx((210, 297))


def test_a_stage_is_read_from_its_title_over_its_map_to_what_is_below():
    felt = {"persona": "p0", "step": "s0", "score": 1, "feeling": "Soon"}
    document = a_document(touch(), personas=[{"name": "Marta"}], emotions=[felt])
    page = report_of(document, "stages").flowed.pages[0]
    kinds = ["map" if view.clip else "own" for view in page.views if not view.repeated]
    assert kinds == ["own", "map", "own"]
    before, after = (view.scene for view in page.views if not view.repeated and view.clip is None)
    assert [group.part for group in before.bands[0].groups if group.part == "h1"] == ["h1"]
    assert "Soon" in " ".join(text for group in after.bands[0].groups for text in runs(group))
