from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.layout.kept_places import KeptPlaces
from cxdesigner.layout.notes import Label, Wish, place_labels, place_notes
from cxdesigner.layout.rects import Bins, Rect

PLOT = Rect(0, 0, 600, 200)


def around(x, y, reach=10):
    return Rect(x - reach, y - reach, x + reach, y + reach)


def test_touching_is_not_overlapping():
    assert Rect(0, 0, 2, 2).meets(Rect(1, 1, 3, 3))
    assert not Rect(0, 0, 2, 2).meets(Rect(2, 0, 4, 2))
    assert not Rect(0, 0, 2, 2).meets(Rect(0, 2, 2, 4))


def test_a_note_stands_on_the_side_of_its_point_that_is_away_from_neutral():
    good, bad = Wish(100, 60, 50, 20, below=False), Wish(300, 140, 50, 20, below=True)
    above, below = place_notes([good, bad], PLOT, [around(100, 60), around(300, 140)], [])
    assert above.bottom <= 50
    assert below.top >= 150


def test_a_note_keeps_off_the_curve_where_it_can():
    wish = Wish(100, 60, 50, 20, below=False)
    (free,) = place_notes([wish], PLOT, [around(100, 60)], [])
    (beside,) = place_notes([wish], PLOT, [around(100, 60)], [Bins([free, Rect(free.left, free.top, free.right, 48)])])
    assert not beside.meets(free)


def test_a_note_that_finds_no_room_stands_below_the_plot():
    wishes = [Wish(20, 100, 580, 190, below=False), Wish(300, 100, 100, 20, False), Wish(300, 100, 590, 190, True)]
    first, second, third = place_notes(wishes, PLOT, [around(300, 100)], [])
    assert first.top >= PLOT.bottom
    assert second.bottom <= PLOT.bottom
    assert third.top >= first.bottom


def test_notes_on_the_shelf_stand_side_by_side_where_they_can():
    wishes = [Wish(100, 100, 100, 500, below=False), Wish(400, 100, 100, 500, below=False)]
    one, other = place_notes(wishes, PLOT, [], [])
    assert one.top == other.top > PLOT.bottom


WISHES = st.builds(
    Wish, st.floats(0, 600), st.floats(30, 170), st.floats(14, 200), st.floats(14, 300), below=st.booleans()
)


@given(st.lists(WISHES, max_size=30))
@settings(max_examples=150)
def test_no_note_is_on_a_point_or_another_note_or_leaves_the_lane(wishes):
    points = [around(wish.x, wish.y) for wish in wishes]
    found = place_notes(wishes, PLOT, points, [Bins([around(300, 100, 40)])])
    assert len(found) == len(wishes)
    for spot, wish in zip(found, wishes, strict=True):
        assert (spot.right - spot.left, spot.bottom - spot.top) == (
            pytest.approx(wish.width),
            pytest.approx(wish.height),
        )
        assert PLOT.left <= spot.left
        assert spot.right <= PLOT.right + 1e-9
        assert spot.top >= PLOT.top
        assert spot.top >= PLOT.bottom or not any(spot.meets(point) for point in points)
    assert not any(one.meets(other) for one, other in combinations(found, 2))


def test_thousands_of_notes_find_room():
    wishes = [Wish(20 + 92 * (n // 6), 40 + 20 * (n % 6), 90, 30, below=bool(n % 2)) for n in range(3000)]
    curve = [around(7 * n, 100, 4) for n in range(6600)]
    found = place_notes(wishes, Rect(0, 0, 46_100, 200), [around(wish.x, wish.y) for wish in wishes], [Bins(curve)])
    assert len(found) == 3000


LABELS = st.builds(
    Label, st.floats(0, 600), st.floats(10, 190), st.floats(3, 9), st.floats(10, 96), st.floats(8, 24), st.booleans()
)
SPOTS = st.builds(around, st.floats(0, 600), st.floats(0, 200), st.floats(2, 20))


@given(st.data())
@settings(max_examples=150)
def test_places_that_are_kept_are_those_found_without_a_memory(data):
    """One thing after another changes: a text, a point, a piece of a curve, all of a curve, the room."""
    wishes, labels = data.draw(st.lists(WISHES, max_size=12)), data.draw(st.lists(LABELS, max_size=12))
    points, plot = data.draw(st.lists(SPOTS, max_size=12)), PLOT
    curves = [Bins(data.draw(st.lists(SPOTS, max_size=12))) for _ in range(data.draw(st.integers(0, 3)))]
    notes, words = KeptPlaces[Wish](), KeptPlaces[Label]()
    for _ in range(data.draw(st.integers(1, 6))):
        assert place_notes(wishes, plot, points, curves, notes) == place_notes(wishes, plot, points, curves)
        assert place_labels(labels, plot, points, curves, words) == place_labels(labels, plot, points, curves)
        what = data.draw(st.sampled_from(("wish", "label", "point", "curve", "curves", "plot")))
        if what == "plot":
            plot = plot._replace(bottom=data.draw(st.floats(150, 250)))
        elif what == "curves":
            curves = [*curves[1:], Bins()] if data.draw(st.booleans()) else [*curves, Bins()]
        elif what == "curve":
            curves = [*curves[1:], Bins(data.draw(st.lists(SPOTS, max_size=4)))]
        else:
            many, one = {"wish": (wishes, WISHES), "label": (labels, LABELS), "point": (points, SPOTS)}[what]
            at = data.draw(st.integers(0, len(many)))
            many[at : at + data.draw(st.integers(0, 2))] = data.draw(st.lists(one, max_size=2))


def test_only_what_is_near_a_difference_is_looked_for_again():
    wishes = [Wish(60 + 100 * n, 60, 40, 20, below=False) for n in range(20)]
    points = [around(wish.x, wish.y) for wish in wishes]
    looked, kept = list[float](), KeptPlaces[Wish]()

    def look(wish, occupied):
        looked.append(wish.x)
        return around(wish.x, 30)

    kept.find(wishes, PLOT, points, [], look)
    assert looked == [wish.x for wish in wishes]
    looked.clear()
    kept.find(wishes, PLOT, points, [], look)
    assert looked == []
    kept.find(wishes, PLOT, [*points[:10], around(1060, 90), *points[11:]], [], look)
    assert looked == [1060]
