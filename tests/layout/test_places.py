"""Where on the pages a group stands: whole if anywhere, and never in what is repeated."""

from __future__ import annotations

from cxdesigner.layout.pages import Clip, Page, View
from cxdesigner.layout.places import Place, Places
from cxdesigner.layout.publication import Target
from cxdesigner.layout.scene import Band, Box, Group, Scene

INNER = Group("c2-x", "whose", 10, 20, 80, 10, ())
CARDS = tuple(
    Group(f"c{at}", "card", 100.0 * at, 10, 90, 40, (Box(0, 0, 90, 40), INNER) if at == 2 else ()) for at in range(4)
)
RULE = Group("m", "rule", 0, 95, 400, 0, ())
SCENE = Scene(
    400, 100, (Band("l", 0, 50, CARDS), Band("f", 0, 100, (RULE,))), over=(Group("k", "link", 5, 5, 9, 9, ()),)
)


def test_a_page_as_large_as_the_scene_shows_all_of_it() -> None:
    places = Places([Page(400, 100, (View(SCENE),))])
    assert places.of(Target("c1", "card")) == Place(0, 0, Clip(100, 10, 90, 40))
    assert places.of(Target("c1")) == places.of(Target("c1", "card"))
    assert places.of(Target("c2-x", "whose")) == Place(0, 0, Clip(210, 30, 80, 10))
    assert places.of(Target("k")) == Place(0, 0, Clip(5, 5, 9, 9))
    assert places.of(Target("c1", "stage")) is None
    assert places.holder(Target("c2-x", "whose")) == (id(SCENE), id(CARDS[2]))
    assert places.holder(Target("gone")) is None
    assert places.stands(SCENE, CARDS[1], 0, 0)
    assert not places.stands(SCENE, CARDS[1], 1, 0)


def tiles() -> list[Page]:
    """Two tiles that overlap from 150 to 250: card 1 is cut on the second, card 2 is whole there, card 3 too."""
    views = [View(SCENE, 2.0, 20.0 - 2 * left, 30.0, Clip(20, 30, 500, 200)) for left in (0, 150)]
    return [Page(540, 260, (view,)) for view in views]


def test_a_group_stands_where_it_is_whole() -> None:
    places = Places(tiles())
    assert [place.page for key in "0123" if (place := places.of(Target(f"c{key}")))] == [0, 0, 1, 1]
    assert places.of(Target("c2")) == Place(1, 0, Clip(120, 50, 180, 80))
    assert places.stands(SCENE, CARDS[2], 1, 0)
    assert not places.stands(SCENE, CARDS[2], 0, 0)


def test_what_is_cut_on_every_page_stands_where_most_of_it_is_seen() -> None:
    views = [View(SCENE, x=x, clip=Clip(0, 0, 60, 60)) for x in (0.0, -60.0)]
    places = Places([Page(60, 60, (view,)) for view in views])
    assert places.of(Target("c0")) == Place(0, 0, Clip(0, 10, 60, 40))
    assert places.of(Target("c3")) is None
    assert places.of(Target("m")) is None


def test_a_line_without_height_stands_where_it_is() -> None:
    places = Places([Page(400, 100, (View(SCENE, clip=Clip(0, 90, 400, 10)),))])
    assert places.of(Target("m")) == Place(0, 0, Clip(0, 95, 400, 0))


def test_parts_of_a_sheet_share_their_groups() -> None:
    part = SCENE._replace(title="Part")
    pages = [Page(400, 100, (View(scene),)) for scene in (SCENE, part)]
    apart, together = Places(pages), Places(pages, [(SCENE, part)])
    assert [one.stands(part, CARDS[0], 1, 0) for one in (apart, together)] == [True, False]
    assert together.sheet_of(part) == together.sheet_of(SCENE) == id(SCENE)
    assert apart.sheet_of(part) == id(part)


def test_what_is_repeated_does_not_count() -> None:
    head = View(SCENE, repeated=True)
    places = Places([Page(400, 100, (head,)), Page(400, 100, (head, View(SCENE)))])
    assert places.of(Target("c0")) == Place(1, 1, Clip(0, 10, 90, 40))


def test_a_target_beside_another_is_in_the_scene_of_that_one() -> None:
    chip = Group("p", "persona", 0, 0, 30, 20, ())
    scenes = [
        Scene(50, 50, (Band("h", 0, 50, (Group(key, "title", 0, 0, 9, 9, ()), chip._replace(x=at))),))
        for key, at in (("m1", 1.0), ("m2", 2.0))
    ]
    places = Places([Page(50, 50, (View(scene),)) for scene in scenes])
    found = [places.of(Target("p", "persona", key)) for key in ("", "m1", "m2", "m3")]
    assert [place and place.page for place in found] == [0, 0, 1, None]
