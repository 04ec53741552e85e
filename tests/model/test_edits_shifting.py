"""Moving stages, steps and lanes by one place."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.shifting import shift_lanes, shift_stages, shift_steps
from cxdesigner.model.records import Lane
from tests.model.builders import after, columns, journey, lanes

COLUMNS = "A: a1 a2 | B: b1 | C: c1 c2"


@pytest.mark.parametrize(
    ("keys", "by", "expected"),
    [
        (["A"], 1, "B: b1 | A: a1 a2 | C: c1 c2"),
        (["C"], -1, "A: a1 a2 | C: c1 c2 | B: b1"),
        (["B", "A"], 1, "C: c1 c2 | A: a1 a2 | B: b1"),
        (["C", "A"], -1, None),
        (["no", "B"], -1, "B: b1 | A: a1 a2 | C: c1 c2"),
        (["A"], -1, None),
        (["C"], 1, None),
        (["a1"], 1, None),
    ],
)
def test_stages(keys: list[str], by: int, expected: str | None) -> None:
    document = journey(COLUMNS)
    change = shift_stages(document, keys, by)
    assert (columns(document.apply(change)) if change is not None else None) == expected


@pytest.mark.parametrize(
    ("keys", "by", "expected"),
    [
        (["a1"], 1, "A: a2 a1 | B: b1 | C: c1 c2"),
        (["a2"], -1, "A: a2 a1 | B: b1 | C: c1 c2"),
        (["a2"], 1, "A: a1 | B: a2 b1 | C: c1 c2"),
        (["c1"], -1, "A: a1 a2 | B: b1 c1 | C: c2"),
        (["c1", "c2"], -1, None),
        (["a1"], -1, None),
        (["c2"], 1, None),
        (["A"], 1, None),
    ],
)
def test_steps(keys: list[str], by: int, expected: str | None) -> None:
    document = journey(COLUMNS)
    change = shift_steps(document, keys, by)
    if keys == ["c1", "c2"]:
        assert columns(after(document, change)).startswith("A: a1 a2 | B: b1 c1 c2 | C: ")
    else:
        assert (columns(document.apply(change)) if change is not None else None) == expected


def test_steps_of_several_stages_move_together() -> None:
    document = journey(COLUMNS)
    fresh = after(document, shift_steps(document, ["a2", "c1"], 1))
    assert columns(fresh) == "A: a1 | B: b1 | C: c2 a2 c1"


@pytest.mark.parametrize(
    ("keys", "by", "expected"),
    [
        (["actions"], 1, "notes pains actions ideas"),
        (["pains"], -1, "pains actions notes ideas"),
        (["ideas"], 1, None),
        (["actions"], -1, None),
        (["A"], 1, None),
    ],
)
def test_lanes_go_past_hidden_ones(keys: list[str], by: int, expected: str | None) -> None:
    document = journey(lanes="actions notes pains ideas")
    notes = document.get("notes", Lane)
    assert notes is not None
    document = Document([*document.records.values(), notes.with_(hidden=True)])
    change = shift_lanes(document, keys, by)
    assert (lanes(document.apply(change)) if change is not None else None) == expected
