"""Links as curves over a sheet: where they run, what they look like, and that they cover nothing."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxdesigner.layout import theme
from cxdesigner.layout.columns import columns_of
from cxdesigner.layout.hit import groups_of, hit, link_at
from cxdesigner.layout.link_ground import Ground, Row, words_of
from cxdesigner.layout.link_routes import End, Router
from cxdesigner.layout.link_shapes import LOOKS
from cxdesigner.layout.linked import Looking
from cxdesigner.layout.rects import Bins, Rect
from cxdesigner.layout.scene import STAGES, Box, Group, Path, Scene
from cxdesigner.layout.sheet import Sheet
from cxdesigner.model.document import Document
from cxdesigner.model.edits import cards as card_edits
from cxdesigner.model.edits.departments import add_department
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.links import add_link, links_in
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.edits.stages import add_stage
from cxdesigner.model.edits.steps import add_step
from cxdesigner.model.kinds import LINK_KINDS
from cxdesigner.model.records import Card, Lane, Link, Stage, Step
from tests.golden.dump import dump
from tests.layout.builders import MAP, a_map, band, groups, icons, only, scene_of, texts, typesetter

CASES = settings(
    max_examples=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
NEAR = 0.05


def linked(document: Document, *links: tuple[str, str, str] | tuple[str, str, str, str]) -> Document:
    records = [
        Link.new(id=f"k{at}", parent=MAP, from_=link[0], kind=link[1], to=link[2], label="".join(link[3:]))
        for at, link in enumerate(links)
    ]
    return Document([*document.records.values(), *records])


def small(**more: Any) -> Document:
    """Make three stages of two steps, three lanes of cards; c0 … c5 stand along the first, c6 … c11 the second."""
    cards = [
        {"lane": f"l{lane}", "step": f"s{step}", "text": f"Card {lane} {step}", "kind": "note"}
        for lane in range(3)
        for step in range(6)
    ]
    lanes = [{"kind": "actions", "title": "A"}, {"kind": "touchpoints", "title": "B"}, {"kind": "pains", "title": "C"}]
    stages = [{"title": f"Stage {at}", "steps": 2} for at in range(3)]
    return a_map(**{"stages": stages, "lanes": lanes, "cards": cards} | more)


def links_of(scene: Scene) -> dict[str, Group]:
    return {node.id: node for node in scene.over if isinstance(node, Group) and node.part == "link"}


def line_of(group: Group) -> list[tuple[float, float]]:
    """Give the points of a link's line on the sheet."""
    path = next(item for item in group.items if isinstance(item, Path))
    return [
        (group.x + float(x), group.y + float(y))
        for command in path.commands
        for x, y in [command[-2:]]
    ]  # fmt: skip


def flat(group: Group) -> list[tuple[float, float]]:
    """Give points all along a link, its curves too, no farther apart than two points."""
    path = next(item for item in group.items if isinstance(item, Path))
    points: list[tuple[float, float]] = []
    for name, *rest in path.commands:
        numbers = [float(number) for number in rest]
        if name == "M":
            points.append((numbers[0], numbers[1]))
        elif name == "L":
            (x, y), steps = points[-1], 1 + int(abs(points[-1][0] - numbers[0]) + abs(points[-1][1] - numbers[1])) // 2
            points += [
                (x + (numbers[0] - x) * at / steps, y + (numbers[1] - y) * at / steps) for at in range(1, steps + 1)
            ]
        else:
            x0, y0 = points[-1]
            x1, y1, x2, y2, x3, y3 = numbers
            for at in range(1, 9):
                t = at / 8
                u = 1 - t
                points.append((
                    u**3 * x0 + 3 * u * u * t * x1 + 3 * u * t * t * x2 + t**3 * x3,
                    u**3 * y0 + 3 * u * u * t * y1 + 3 * u * t * t * y2 + t**3 * y3,
                ))  # fmt: skip
    return [(group.x + x, group.y + y) for x, y in points]


def test_a_link_runs_from_the_edge_of_one_card_to_that_of_the_other():
    scene = scene_of(linked(small(), ("c0", "leads_to", "c10")))
    (group,) = links_of(scene).values()
    start, end = line_of(group)[0], line_of(group)[-1]
    for point, key in ((start, "c0"), (end, "c10")):
        card = only(scene, "card", key)
        assert card.x - NEAR <= point[0] <= card.x + card.width + NEAR
        assert card.y - NEAR <= point[1] <= card.y + card.height + NEAR


@pytest.mark.parametrize(("one", "other"), [("c0", "c6"), ("c6", "c0"), ("c0", "c1"), ("c1", "c0")])
def test_neighbours_are_joined_by_a_straight_line(one, other):
    (group,) = links_of(scene_of(linked(small(), (one, "leads_to", other)))).values()
    assert len(line_of(group)) == 2


@pytest.mark.parametrize(("other", "axis"), [("c6", 0), ("c1", 1)])
def test_links_both_ways_between_neighbours_lie_beside_each_other(other, axis):
    found = links_of(scene_of(linked(small(), ("c0", "leads_to", other), (other, "leads_to", "c0"))))
    assert line_of(found["k0"])[0][axis] != line_of(found["k1"])[0][axis]


def test_what_is_said_of_a_short_link_makes_it_go_round():
    (group,) = links_of(scene_of(linked(small(), ("c0", "leads_to", "c1", "since")))).values()
    assert len(line_of(group)) > 2
    assert texts(group) == ["since"]


def test_links_that_share_a_gap_do_not_lie_upon_each_other():
    document = linked(small(), *[(f"c{at}", "leads_to", f"c{at + 8}") for at in range(4)])
    across = set()
    for group in links_of(scene_of(document)).values():
        points = line_of(group)
        longest = max(pairwise(points), key=lambda pair: abs(pair[0][0] - pair[1][0]))
        across.add(round(longest[0][1], 2))
    assert len(across) >= 3


def test_links_that_meet_one_side_come_in_at_different_places():
    document = linked(small(), ("c0", "leads_to", "c8"), ("c4", "leads_to", "c8"), ("c5", "leads_to", "c8"))
    ends = {line_of(group)[-1] for group in links_of(scene_of(document)).values()}
    assert len(ends) == 3


@pytest.mark.parametrize(("one", "other"), [("c4", "s0"), ("g2", "g0"), ("c4", "c0"), ("s4", "c6")])
def test_a_repeat_loops_back_over_the_stages(one, other):
    plain = scene_of(small())
    scene = scene_of(linked(small(), (one, "repeats", other)))
    (group,) = links_of(scene).values()
    stages = band(scene, STAGES)
    top = stages.top + min(group.y for group in stages.groups if group.part == "stage")
    assert min(y for _, y in line_of(group)) < top
    assert stages.height > band(plain, STAGES).height


def test_a_repeat_of_what_comes_later_needs_no_room_above():
    assert band(scene_of(linked(small(), ("c0", "repeats", "c4"))), STAGES).height == (
        band(scene_of(small()), STAGES).height
    )


def test_a_link_of_a_stage_keeps_off_the_names_of_the_phases():
    scene = scene_of(linked(small(), ("g2", "repeats", "g0", "comes back"), ("g1", "leads_to", "g2")))
    phases = groups(scene, "phase")
    for group in links_of(scene).values():
        assert group.y + 4 > max(phase.y + phase.height for phase in phases) - NEAR - 4
    assert texts(links_of(scene)["k0"]) == ["comes back"]


def test_steps_are_ends_too():
    found = links_of(scene_of(linked(small(), ("s0", "leads_to", "c8"), ("c2", "leads_to", "s5"))))
    assert len(found) == 2


@pytest.mark.parametrize(
    ("one", "kind", "other"), [("s5", "repeats", "s2"), ("g2", "repeats", "s0"), ("s1", "leads_to", "c8")]
)
def test_links_come_to_steps_from_above_or_below_and_not_beside_their_words(one, kind, other):
    scene = scene_of(linked(small(), (one, kind, other)))
    stages, (line,) = band(scene, STAGES), map(line_of, links_of(scene).values())
    for key, (x, y) in ((one, line[0]), (other, line[-1])):
        step = next((group for group in stages.groups if group.part == "step" and group.id == key), None)
        if step is not None:
            top = stages.top + step.y
            assert step.x + 10 < x < step.x + step.width - 10
            assert y <= top + NEAR or y >= top + step.height - NEAR
    assert all(
        min(abs(x - step.x), abs(x - step.x - step.width)) > 2
        for x, y in line
        for step in stages.groups
        if step.part == "step" and step.y < y - stages.top < step.y + step.height
    )


def handed(**fields: Any) -> Document:
    document = linked(small(departments={"f": "Floor", "k": "Kitchen"}), ("c6", "hands_over", "c8"))
    changes = {"c6": {"department": "f"}, "c8": {"department": "k"}}
    return Document(record.with_(**changes.get(key, {})) for key, record in document.records.items())


def test_a_hand_over_between_departments_is_marked_with_names_and_colours():
    document = handed()
    for key, color in (("f", "#d97a2b"), ("k", "#3a7d55")):
        change = set_fields(document, key, color=color)
        assert change is not None
        document = document.apply(change)
    scene = scene_of(document)
    (group,) = links_of(scene).values()
    assert texts(group) == ["Floor › Kitchen"]
    assert {item.fill for item in group.items if isinstance(item, Box)} >= {"#d97a2b", "#3a7d55"}
    legend = [text for group in groups(scene, "legend") for text in texts(group)]
    assert legend[-3:] == ["hands over to", "Floor", "Kitchen"] or {"hands over to", "Floor", "Kitchen"} <= set(legend)


@pytest.mark.parametrize("fields", [{"name": "Reception"}, {"color": "#123456"}])
def test_a_hand_over_follows_a_department_that_is_called_or_coloured_anew(fields: dict[str, str]):
    document = handed()
    sheet = Sheet(typesetter(), icons())
    sheet.update(document, MAP)
    change = set_fields(document, "f", **fields)
    assert change is not None
    document = document.apply(change)
    assert dump(sheet.update(document, MAP)) == dump(scene_of(document))


def test_where_there_is_no_room_for_names_two_dots_stand_on_the_line():
    document = handed()
    fields = {"f": "Floor of the restaurant " * 9, "k": "Kitchen behind the restaurant " * 9}
    records = [
        record.with_(name=fields[key], color="#d97a2b") if key in fields else record
        for key, record in document.records.items()
    ]
    (group,) = links_of(scene_of(Document(records))).values()
    assert texts(group) == []
    assert sum(isinstance(item, Box) and item.fill == "#d97a2b" for item in group.items) == 2


def test_departments_that_are_not_there_are_dots_without_names():
    document = linked(small(), ("c6", "hands_over", "c8"))
    changes = {"c6": {"department": "gone"}, "c8": {"department": "too"}}
    bare = Document(record.with_(**changes.get(key, {})) for key, record in document.records.items())
    (group,) = links_of(scene_of(bare)).values()
    assert texts(group) == []
    assert sum(isinstance(item, Box) for item in group.items) == 4


def test_kinds_differ_without_colour():
    looks = {(look.stroke.dash, look.head, look.stroke.width) for look in LOOKS.values()}
    assert len(looks) == len(LINK_KINDS)


def test_the_legend_names_the_kinds_that_are_shown():
    scene = scene_of(linked(small(), ("c0", "solves", "c8"), ("c1", "from-a-newer-release", "c9")))
    legend = [text for group in groups(scene, "legend") for text in texts(group)]
    assert legend == ["solves"]


def test_what_a_card_solves_is_drawn_as_a_link():
    document = small()
    change = set_fields(document, "c0", solves=("c14",))
    assert change is not None
    (key,) = links_of(scene_of(document.apply(change)))
    assert key == links_in(document.apply(change), MAP)[0].id


@pytest.mark.parametrize("fields", [{"hidden": True}, {"collapsed": True}])
def test_ends_in_a_lane_that_is_not_open(fields):
    document = linked(small(), ("c0", "leads_to", "c8"), ("c12", "leads_to", "c13"), ("c14", "leads_to", "c1"))
    change = set_fields(document, "l2", **fields)
    assert change is not None
    found = links_of(scene_of(document.apply(change)))
    assert set(found) == ({"k0"} if "hidden" in fields else {"k0", "k1", "k2"})


def test_two_ends_in_one_cell_of_a_collapsed_lane_are_one_place():
    document = small()
    extra = Card.new(id="more", parent=MAP, lane="l2", step="s0", rank="z")
    document = linked(Document([*document.records.values(), extra]), ("c12", "leads_to", "more"))
    change = set_fields(document, "l2", collapsed=True)
    assert change is not None
    assert links_of(scene_of(document.apply(change))) == {}


def test_ends_in_a_collapsed_stage_stand_at_its_column():
    document = linked(small(), ("c0", "leads_to", "c8"), ("s0", "leads_to", "s1"), ("s1", "leads_to", "s4"))
    change = set_fields(document, "g0", collapsed=True)
    assert change is not None
    assert set(links_of(scene_of(document.apply(change)))) == {"k0", "k2"}


def test_ends_that_are_nowhere_are_left_out():
    parked = Card.new(id="parked", parent=MAP)
    lost = Card.new(id="lost", parent=MAP, lane="l2", step="gone")
    document = Document([*small().records.values(), parked, lost])
    links = (
        ("parked", "leads_to", "c0"),
        ("c0", "leads_to", "gone"),
        ("lost", "leads_to", "c0"),
        ("lost", "solves", "l0"),
    )
    assert links_of(scene_of(linked(document, *links))) == {}
    change = set_fields(document, "l2", collapsed=True)
    assert change is not None
    assert links_of(scene_of(linked(document.apply(change), *links))) == {}


def test_a_map_without_columns_has_no_links():
    document = a_map(stages=(), lanes=[{"kind": "actions"}])
    assert scene_of(linked(document, ("l0", "leads_to", "l0"))).over == ()


def test_a_stage_without_steps_is_no_end():
    document = Document([*small().records.values(), Stage.new(id="bare", parent=MAP, rank="zz")])
    assert links_of(scene_of(linked(document, ("bare", "leads_to", "c0")))) == {}


def test_links_into_bands_that_are_laid_out_later_come_with_them():
    document = linked(small(), ("c0", "leads_to", "c14"), ("c0", "leads_to", "c2"))
    sheet = Sheet(typesetter(), icons())
    scene = sheet.update(document, MAP, 140.0)
    assert "k0" not in links_of(scene)
    while sheet.lay_out_next():
        pass
    assert set(links_of(sheet.scene)) == {"k0", "k1"}
    assert dump(sheet.scene) == dump(scene_of(document))


def test_links_are_the_same_while_nothing_changes_and_move_with_their_rows():
    document = linked(
        small(), ("c6", "leads_to", "c14", "as it is"), ("c8", "leads_to", "c17"), ("c0", "leads_to", "c2")
    )
    sheet = Sheet(typesetter(), icons())
    before = links_of(sheet.update(document, MAP))
    over = sheet.scene.over
    assert sheet.update(document, MAP).over is over
    change = set_fields(document, "c3", text="A text that takes several lines of its card and so moves all lanes below")
    assert change is not None
    after = links_of(sheet.update(document.apply(change), MAP))
    assert after["k0"].items == before["k0"].items
    assert after["k1"].items is before["k1"].items
    assert after["k0"].y > before["k0"].y
    assert dump(sheet.scene) == dump(scene_of(document.apply(change)))


def test_words_move_with_their_link_and_stay_when_a_lane_further_down_goes():
    cards = [{"lane": f"l{at}", "step": f"s{step}", "text": "x"} for at in range(5) for step in range(6)]
    lanes = [{"kind": "actions"}] * 5
    document = linked(a_map([{"steps": 6}], lanes, cards), ("c18", "leads_to", "c22", "so it is"))
    sheet = Sheet(typesetter(), icons())
    before = links_of(sheet.update(document, MAP))["k0"]
    assert texts(before) == ["so it is"]
    change = set_fields(document, "c0", text="A text that takes several lines of its card, and so moves all below it")
    assert change is not None
    grown = document.apply(change)
    after = links_of(sheet.update(grown, MAP))["k0"]
    assert after.items is before.items
    assert after.y > before.y
    gone = remove(grown, ["l4"])
    assert gone is not None
    assert dump(sheet.update(grown.apply(gone), MAP)) == dump(scene_of(grown.apply(gone)))


def test_a_gutter_that_is_closed_above_a_card_is_only_left_downwards():
    closed = {1: [(Rect(90, 0, 110, 5), False)]}
    ground = Ground(Bins(), 0.0, 40.0, closed, {}, False, (1,), (), 0)
    router = Router([Row("l", 0.0, 40.0, ground)], (50.0, 100.0, 150.0), (-4.0, 36.0))
    found = router.exits(End("c", 0, Rect(53, 10, 97, 30), 0, 1))
    assert [(one.side, one.gap) for one in found if one.side == "right"] == [("right", 1)]
    assert [(one.side, one.gap) for one in found if one.side == "left"] == [("left", 0), ("left", 1)]


@pytest.mark.parametrize("turned", [False, True])
def test_a_link_makes_no_small_step_to_the_side_at_its_ends(turned):
    cards = [{"lane": "l0", "step": f"s{step}", "text": "x"} for step in range(6)]
    cards += [{"lane": "l1", "step": f"s{step}", "text": "x"} for step in range(6)]
    cards.append({"lane": "l2", "step": "s1", "to": "s4", "text": "Wide"})
    ends = ("c2", "leads_to", "c12") if turned else ("c12", "leads_to", "c2")
    document = linked(a_map([{"steps": 6}], [{"kind": "actions"}] * 3, cards), ends)
    (group,) = links_of(scene_of(document)).values()
    assert len(line_of(group)) == 4


FELT = [
    {"persona": "p0", "step": f"s{at}", "score": 0, "note": "What is felt here takes a good deal of room " * 3}
    for at in range(8)
]


def through_feelings(label: str = "") -> Document:
    cards = [{"lane": "l0", "step": "s3", "text": "Above"}, {"lane": "l2", "step": "s3", "text": "Below"}]
    lanes = [{"kind": "actions"}, {"kind": "emotion"}, {"kind": "pains"}]
    document = a_map([{"steps": 8}], lanes, cards, FELT, [{"name": "Ann"}])
    return linked(document, ("c0", "leads_to", "c1", label))


def test_a_link_goes_round_the_notes_of_an_emotion_lane():
    document = through_feelings()
    scene = scene_of(document)
    assert len(links_of(scene)) == 1
    assert crossings(scene, document) == []


def test_words_do_not_stand_among_curves():
    document = linked(
        a_map([{"steps": 2}], [{"kind": "actions"}, {"kind": "emotion"}, {"kind": "pains"}],
              [{"lane": "l0", "step": "s0", "text": "A"}, {"lane": "l2", "step": "s0", "text": "B"}]),
        ("c0", "leads_to", "c1", "words that are wider than a card and gap"),
    )  # fmt: skip
    scene = scene_of(document)
    (group,) = links_of(scene).values()
    lane = band(scene, "l1")
    for item in group.items:
        if isinstance(item, Box):
            top = group.y + item.y
            assert top + item.height <= lane.top + 9.01 or top >= lane.top + lane.height - 9.01


def test_a_link_is_found_by_its_line_and_its_words_but_not_below_a_card():
    scene = scene_of(linked(small(), ("c0", "leads_to", "c2", "since")))
    (group,) = links_of(scene).values()
    points = line_of(group)
    x, y = (points[-3][0] + points[-2][0]) / 2, (points[-3][1] + points[-2][1]) / 2
    found = hit(scene, x, y, 2.0)
    assert found is not None
    assert found.group is group
    words = next(item for item in group.items if isinstance(item, Box))
    assert link_at(scene, group.x + words.x + 1, group.y + words.y + 1, 0.0) is group
    assert link_at(scene, 0.0, 0.0, 3.0) is None
    assert link_at(scene, group.x + group.width / 2, group.y + group.height - 0.1, 0.0) is None
    card = only(scene, "card", "c0")
    below = hit(scene, card.x + card.width / 2, card.y + 2, 9.0)
    assert below is not None
    assert below.group.id == "c0"
    assert [one.group for one in groups_of(scene, "k0", "link")] == [group]


def test_more_than_a_sheet_has_room_for_runs_in_the_margin_rather_than_over_text():
    wide = [
        {"lane": "l1", "step": "s0", "to": "s5", "text": "Wide", "kind": "note"},
        {"lane": "l0", "step": "s2", "text": "Above", "kind": "note"},
        {"lane": "l2", "step": "s2", "text": "Below", "kind": "note"},
    ]
    lanes = [{"kind": "actions"}, {"kind": "actions"}, {"kind": "actions"}]
    document = linked(a_map(stages=[{"steps": 6}], lanes=lanes, cards=wide), ("c1", "leads_to", "c2"))
    scene = scene_of(document)
    assert not crossings(scene, document)


# What holds of every map

KINDS = ["actions", "touchpoints", "emotion", "pains", "divider", "metrics", "backstage", "frontstage", "support"]
TEXTS = st.sampled_from(["", "A card", "One that takes several lines of the card in which it stands", "W"])


@st.composite
def maps(draw: st.DrawFn) -> Document:
    stages = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "title": TEXTS,
                    "goal": TEXTS,
                    "collapsed": st.sampled_from([False, False, True]),
                    "phase": st.sampled_from(["before", "during"]),
                    "steps": st.lists(
                        st.fixed_dictionaries({"title": TEXTS, "width": st.sampled_from([None, None, 24, 60, 200])}),
                        min_size=1,
                        max_size=4,
                    ),
                }
            ),
            min_size=1,
            max_size=4,
        )
    )
    count = sum(len(stage["steps"]) for stage in stages)
    lanes = draw(
        st.lists(
            st.fixed_dictionaries(
                {
                    "kind": st.sampled_from(KINDS),
                    "title": TEXTS,
                    "collapsed": st.sampled_from([False, False, False, True]),
                }
            ),
            min_size=1,
            max_size=5,
        )
    )
    steps = st.integers(0, count - 1)
    rows = [at for at, lane in enumerate(lanes) if lane["kind"] not in ("emotion", "divider", "metrics")]
    cards = []
    for _ in range(draw(st.integers(0, 14)) if rows else 0):
        first, last = sorted((draw(steps), draw(steps)))
        to = f"s{last}" if last > first and draw(st.booleans()) else None
        measure = {"nps": {"score": 10}} if draw(st.booleans()) else {}
        cards.append(
            {
                "lane": f"l{draw(st.sampled_from(rows))}",
                "step": f"s{first}",
                "to": to,
                "text": draw(TEXTS),
                "kind": draw(st.sampled_from(["note", "touchpoint", "pain"])),
                "department": draw(st.sampled_from(["", "f", "k"])),
            }
            | measure
        )
    emotions = [
        {"persona": "p0", "step": f"s{at}", "score": draw(st.sampled_from([-2, 0, 1.5])), "note": draw(TEXTS)}
        for at in range(count)
        if draw(st.booleans())
    ]
    document = a_map(stages, lanes, cards, emotions, [{"name": "Ann"}], departments={"f": "Floor", "k": "Kitchen"})
    ends = [record.id for record in document.records.values() if isinstance(record, (Card, Step, Stage))]
    for _ in range(draw(st.integers(0, 10))):
        kind = draw(st.sampled_from([*LINK_KINDS, "odd"]))
        label = draw(st.sampled_from(["", "", "since", "because it is so"]))
        change = add_link(document, MAP, draw(st.sampled_from(ends)), draw(st.sampled_from(ends)), kind, label)
        document = document.apply(change) if change is not None else document
    return document


def crossings(scene: Scene, document: Document) -> list[str]:
    """Give what links cross: the texts of anything, and all of cards that are not their ends."""
    ends = {link.id: {link.from_, link.to} for link in links_in(document, MAP)}
    solid: list[tuple[str, Rect]] = []
    for one in scene.bands:
        for group in one.groups:
            if group.part in ("lane", "emotion"):
                continue
            found = words_of([group], 0, one.top)
            solid += [(group.id, rect) for rect in found]
            if group.part == "card":
                box = Rect(group.x, group.y + one.top, group.x + group.width, group.y + one.top + group.height)
                solid.append((f"{group.id}!", box))
    wrong = []
    for key, link in links_of(scene).items():
        for x, y in flat(link):
            for owner, rect in solid:
                if owner.endswith("!") and owner[:-1] in ends[key]:
                    continue
                if rect.left + 0.3 < x < rect.right - 0.3 and rect.top + 0.3 < y < rect.bottom - 0.3:
                    wrong.append(f"{key} ({ends[key]}) crosses {owner} at {x:.1f}, {y:.1f}: {rect}")
    return wrong


@given(maps())
@CASES
def test_no_link_covers_a_text_or_a_card_that_is_not_its_end(document):
    assert crossings(scene_of(document), document) == []


@given(maps())
@CASES
def test_the_words_of_links_cover_nothing(document):
    scene = scene_of(document)
    taken: list[Rect] = []
    for one in scene.bands:
        for group in one.groups:
            if group.part in ("card", "point", "note"):
                box = Rect(group.x, group.y + one.top, group.x + group.width, group.y + one.top + group.height)
                taken.append(box)
            elif group.part != "lane":
                taken += words_of([group], 0, one.top)
    for group in links_of(scene).values():
        plates = [item for item in group.items if isinstance(item, Box) and item.fill == theme.PAPER and item.width > 8]
        for plate in plates:
            x, y = group.x + plate.x, group.y + plate.y
            rect = Rect(x + NEAR, y + NEAR, x + plate.width - NEAR, y + plate.height - NEAR)
            assert not [one for one in taken if rect.meets(one)]
            taken.append(rect)


@given(maps(), st.data())
@CASES
def test_what_is_kept_from_one_drawing_to_the_next_is_what_would_be_drawn_from_scratch(document, data):
    sheet = Sheet(typesetter(), icons())
    sheet.update(document, MAP, data.draw(st.sampled_from([0.0, 200.0, 1e9])))
    for _ in range(data.draw(st.integers(1, 4))):
        change = data.draw(st.sampled_from(EDITS))(document, data)
        document = document.apply(change) if change is not None else document
        sheet.update(document, MAP)
    assert dump(sheet.scene) == dump(scene_of(document))


def _card(document: Document, data: st.DataObject) -> str:
    cards = [card.id for card in document.cards(MAP)]
    return data.draw(st.sampled_from(cards)) if cards else ""


def _move(document, data):
    lanes = [lane.id for lane in document.lanes(MAP)]
    steps = [step.id for step in document.steps(MAP)]
    where = data.draw(st.sampled_from(lanes)), data.draw(st.sampled_from(steps))
    return card_edits.move_cards(document, [_card(document, data)], *where, 0)


def _text(document, data):
    return set_fields(
        document, _card(document, data), text=data.draw(TEXTS), department=data.draw(st.sampled_from("fk"))
    )


def _label(document, data):
    links = [link.id for link in document.links(MAP)]
    return set_fields(document, links[:1], label=data.draw(TEXTS)) if links else None


def _unlink(document, data):
    return remove(document, [link.id for link in document.links(MAP)][:1])


def _collapse(document, data):
    lane: Lane = data.draw(st.sampled_from(document.lanes(MAP)))
    return set_fields(document, lane.id, collapsed=not lane.collapsed)


EDITS = [
    _move,
    _text,
    _label,
    _unlink,
    _collapse,
    lambda document, data: add_stage(document, MAP, "New", 0),
    lambda document, data: add_step(document, document.stages(MAP)[0].id, "New", 0),
    lambda document, data: add_department(document, "New"),
    lambda document, data: set_fields(document, "f", color="#123456"),
    lambda document, data: set_fields(document, "k", name=data.draw(TEXTS)),
    lambda document, data: remove(document, [_card(document, data)]),
]


def test_looking_again_finds_the_same_as_the_model():
    document = linked(small(), ("c0", "solves", "c14"), ("c1", "leads_to", "c2"))
    change = set_fields(document, ["c0", "c5"], solves=("c14",))
    assert change is not None
    document = document.apply(change)
    looking = Looking()
    columns = columns_of(document, MAP)
    found = [one.link for one in looking.look(document, MAP, columns).links]
    assert sorted(link.id for link in found) == sorted(link.id for link in links_in(document, MAP))
    assert looking.look(document, MAP, columns).links[0].link is found[0]


def test_many_links_wait_while_one_thing_follows_another():
    cards = [{"lane": f"l{lane}", "step": f"s{step}", "text": "x"} for lane in range(3) for step in range(50)]
    document = a_map([{"steps": 50}], [{"kind": "actions"}] * 3, cards)
    document = linked(document, *[(f"c{at}", "leads_to", f"c{at + 12}") for at in range(130)])
    change = set_fields(document, "c0", text="A text that takes several lines of its card, so that lanes move")
    assert change is not None
    sheet = Sheet(typesetter(), icons())
    over = sheet.update(document, MAP).over
    grown = document.apply(change)
    assert sheet.update(grown, MAP, passing=True).over is over
    assert sheet.links_wait
    sheet.lay_out_links()
    assert not sheet.links_wait
    assert dump(sheet.scene) == dump(scene_of(grown))
    few = linked(small(), ("c0", "leads_to", "c8"))
    sheet.update(few, MAP)
    sheet.update(few, MAP, passing=True)
    assert not sheet.links_wait
