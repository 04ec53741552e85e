"""The benchmarks themselves: nothing is timed here."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from cxdesigner.storage.reading import read
from tests.benchmarks import projects
from tests.benchmarks.__main__ import GROUPS
from tests.benchmarks.measure import Row, alternating, percentile

FOLDER = Path(__file__).parent / "benchmarks"


@pytest.mark.parametrize("name", sorted(path.stem for path in FOLDER.glob("*.py")))
def test_modules_can_be_imported(name: str) -> None:
    assert import_module(f"tests.benchmarks.{name}").__doc__, "it says what it measures"


@pytest.mark.parametrize("name", projects.SIZES)
def test_projects_are_sound_and_of_their_size(name: str) -> None:
    made = projects.project(name)
    reading = read(json.dumps(made).encode())
    cards = reading.document.cards("m")
    assert not reading.problems
    assert len(cards) == projects.SIZES[name].cards
    assert sum(len(card.text) for card in cards) / len(cards) == pytest.approx(projects.LENGTH, abs=5)


def test_projects_are_always_the_same() -> None:
    assert projects.project("M") == projects.project("M")


def test_every_group_measures() -> None:
    for name in GROUPS:
        assert callable(import_module(f"tests.benchmarks.{name}").rows)


def test_a_row_is_met_or_missed_by_its_ratio_or_by_its_limit() -> None:
    assert Row("a", "L", 3, "ms", 2, 1.5).verdict == "met"
    assert Row("a", "L", 3.1, "ms", 2, 1.5).verdict == "missed"
    assert Row("a", "L", 3, "ms", 2, 2.9, limited=True).verdict == "missed"
    assert not Row("a", "L", 3, "ms", 2).verdict


def test_rounds_alternate_and_the_first_is_not_counted() -> None:
    order: list[str] = []

    def measured(name: str) -> float:
        order.append(name)
        return len(order)

    found = alternating(2, {"a": lambda: measured("a"), "b": lambda: measured("b")})
    assert order == ["a", "b"] * 3
    assert found == {"a": [3, 5], "b": [4, 6]}


def test_percentile() -> None:
    assert percentile(range(1, 101), 0.95) == 95
    assert percentile([7.0], 0.95) == 7.0
