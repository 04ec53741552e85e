"""What differs between two versions."""

from __future__ import annotations

from cxdesigner.model.diff import compare, compare_maps
from cxdesigner.model.edits.cards import add_card
from cxdesigner.model.edits.copies import future_map
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.telling_changes import summary, told
from tests.model.builders import after, journey

BASE = journey("A: a1 a2 | B: b1", "actions pains", cards={"actions a1": "one two", "pains b1": "three"})


def test_what_was_added_removed_and_reworded_is_told() -> None:
    fresh = after(BASE, add_card(BASE, "map", "actions", "a2", text="new", kind="pain"))
    fresh = after(fresh, set_fields(fresh, ["two"], text="2"))
    fresh = after(fresh, remove(fresh, ["one"]))
    comparison = compare(BASE, fresh)
    assert sorted(entry.what for entry in comparison.entries) == ["added", "removed", "reworded"]
    assert summary(comparison) == "1 card added, 1 removed, 1 reworded"
    assert len(told(comparison)) == 3
    assert summary(compare(BASE, BASE)) == "nothing differs"


def test_a_future_map_is_compared_by_what_its_things_were_made_from() -> None:
    both = after(BASE, future_map(BASE, "map", "Future"))
    future = both.maps[-1].id
    changed = after(both, remove(both, [both.cell(future, both.lanes(future)[0].id, both.steps(future)[0].id)[0].id]))
    comparison = compare_maps(changed, "map", future)
    assert [entry.what for entry in comparison.of("removed", "added")] == ["removed"]
