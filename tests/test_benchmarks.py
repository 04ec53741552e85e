"""The benchmarks themselves: nothing is timed here."""

from __future__ import annotations

import json
import os
import shutil
import sys
from importlib import import_module
from pathlib import Path

import pytest

from cxdesigner.storage.reading import read
from tests.benchmarks import projects
from tests.benchmarks.__main__ import GROUPS
from tests.benchmarks.measure import Bench, MeasureError, Row, alternating, percentile
from tests.benchmarks.pdf import timed
from tests.benchmarks.rivals import RIVALS, rows
from tests.benchmarks.rivals_text import is_in

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


def test_what_is_printed_and_what_others_make_are_measured_too() -> None:
    assert {"pdf", "paper", "outputs", "rivals"} <= GROUPS.keys()


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


def test_programs_that_are_not_installed_are_left_out_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    said = [str(row) for row in rows(Bench(tmp_path, 1, os.environ, has_screen=False))]
    assert len(said) == len(RIVALS) + 1
    for name, rival in RIVALS.items():
        assert f"  {name} is left out: {rival.program} is not installed" in said
    assert "pdftotext" in said[-1]


def test_a_rival_is_told_what_to_read_and_where_to_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    source, out = Path("in", "M.svg"), Path("out", "M.pdf")
    assert RIVALS["rsvg-convert"].command(source, out) == [
        "/bin/rsvg-convert",
        "-f",
        "pdf",
        "-o",
        str(out),
        str(source),
    ]
    assert RIVALS["LibreOffice Draw"].command(source, out)[-2:] == ["out", str(source)]


def test_a_program_that_writes_nothing_or_fails_is_not_measured(tmp_path: Path) -> None:
    out = tmp_path / "a.pdf"
    peaks: dict[Path, list[float]] = {out: []}
    for code in ("pass", "import sys; sys.exit(3)"):
        out.write_bytes(b"from before")
        with pytest.raises(MeasureError, match=r"wrote no a\.pdf"):
            timed([sys.executable, "-c", code], os.environ, out, peaks)
    timed([sys.executable, "-c", f"open({str(out)!r}, 'w').close()"], os.environ, out, peaks)
    assert len(peaks[out]) == hasattr(os, "wait4")


def test_a_card_comes_back_with_its_spaces_and_may_be_broken_within_a_word() -> None:
    assert is_in("Waits for the waiter", "before Waits for the waiter after")
    assert is_in("Waits for (the) waiter", "Waits for (th e) waiter")
    assert not is_in("Waits for the waiter", "Waits forthe waiter")
    assert not is_in("Waits for the waiter", "Waits for the cook")
