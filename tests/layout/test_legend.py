from __future__ import annotations

from itertools import pairwise

from cxdesigner.layout.scene import FOOT
from tests.layout.builders import a_map, band, groups, only, scene_of, texts

NAMES = [{"name": f"Person {number} " + "of the house of everybody " * 4, "color": "#2f5bd7"} for number in range(5)]
EMOTION = {"kind": "emotion"}


def legend(**fields):
    return groups(scene_of(a_map(**fields)), "legend")


def words(found):
    return [" ".join(texts(group)) for group in found]


def test_there_is_no_foot_where_there_is_nothing_to_explain():
    scene = scene_of(a_map(personas=NAMES))
    assert band(scene, FOOT).groups == ()


def test_every_curve_is_explained_where_there_is_an_emotion_lane():
    assert len(legend(lanes=[EMOTION], personas=NAMES)) == 5
    assert legend(lanes=[EMOTION | {"collapsed": True}], personas=NAMES) == []
    assert legend(lanes=[EMOTION | {"hidden": True}], personas=NAMES) == []


def test_marks_and_channels_that_are_used_are_explained_once_each():
    cards = [
        {"lane": "l0", "step": "s0", "kind": "touchpoint", "channel": "phone", "moment_of_truth": True},
        {"lane": "l0", "step": "s1", "kind": "touchpoint", "channel": "app", "support_moment": True},
        {"lane": "l0", "step": "s1", "kind": "touchpoint", "channel": "phone", "moment_of_truth": True},
        {"lane": "l0", "step": "s1", "kind": "touchpoint", "channel": "teleport"},
    ]
    found = legend(lanes=[{"kind": "touchpoints"}], cards=cards)
    assert words(found) == ["moment of truth", "support moment", "App", "Phone"]


def test_marks_that_are_not_drawn_are_not_explained():
    cards = [{"lane": "l0", "step": "s0", "channel": "phone"}]
    assert legend(lanes=[{"kind": "touchpoints", "collapsed": True}], cards=cards) == []
    assert legend(lanes=[{"kind": "touchpoints", "hidden": True}], cards=cards) == []
    assert legend(lanes=[{"kind": "divider"}], cards=cards) == []


def test_no_name_is_cut_off():
    for group, person in zip(legend(lanes=[EMOTION], personas=NAMES), NAMES, strict=True):
        assert " ".join(texts(group)) == person["name"].strip()


def test_entries_fill_rows_and_never_overlap():
    found = legend(lanes=[EMOTION], personas=[*NAMES, {"name": "x" * 900}, {"name": "Ann"}])
    assert len({group.y for group in found}) > 2
    for one, other in pairwise(found):
        assert other.y >= one.y + one.height - 0.01 or (other.y == one.y and other.x >= one.x + one.width)


def test_a_curve_of_somebody_without_a_name_has_a_name():
    assert words(legend(lanes=[EMOTION], personas=[{}])) == ["Unnamed persona"]


def test_the_edition_says_what_is_known_of_it():
    scene = scene_of(a_map(release="3", date="2026-01-01", author="Us"))
    edition = only(scene, "edition")
    assert texts(edition) == ["Version 3 · 2026-01-01 · Drawn by Us"]
    assert edition.x + edition.width == scene.width - 22
    assert texts(only(scene_of(a_map(date="May")), "edition")) == ["May"]


def test_the_edition_gets_a_row_of_its_own_where_it_does_not_fit():
    for author in ("Us", "Us and " * 12, "Us and others " * 40):
        scene = scene_of(a_map(lanes=[EMOTION], personas=NAMES[:1], author=author))
        entry, edition, foot = only(scene, "legend"), only(scene, "edition"), band(scene, FOOT)
        assert edition.y >= entry.y + entry.height or edition.x >= entry.x + entry.width
        assert edition.y + edition.height <= foot.top + foot.height
    alone = scene_of(a_map(author="Us " * 400))
    assert only(alone, "edition").y < band(alone, FOOT).top + 20
