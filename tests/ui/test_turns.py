"""Saves of one file wait for each other, whichever program they are of."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from cxdesigner.ui.turns import turn

HOLDING = """
import sys, time
from pathlib import Path
from cxdesigner.ui.turns import turn
with turn(Path(sys.argv[1]), Path(sys.argv[2])):
    print("in", flush=True)
    time.sleep(60)
"""


def test_r04_one_save_of_a_file_waits_for_another(tmp_path: Path) -> None:
    told: list[str] = []
    first_is_in = threading.Event()

    def first() -> None:
        with turn(tmp_path / "turns", tmp_path / "a.cxd"):
            first_is_in.set()
            second.join(0.2)
            told.append("first is out")

    def wait() -> None:
        assert first_is_in.wait(10)
        with turn(tmp_path / "turns", tmp_path / "x" / ".." / "a.cxd"):
            told.append("second is in")

    (tmp_path / "x").mkdir()
    second = threading.Thread(target=wait)
    second.start()
    first()
    second.join(10)
    assert told == ["first is out", "second is in"]


def test_r04_the_turn_of_a_program_that_was_killed_counts_for_nothing(tmp_path: Path) -> None:
    file = tmp_path / "a.cxd"
    holding = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(tmp_path / "turns"), str(file)], stdout=subprocess.PIPE, text=True
    )
    assert holding.stdout is not None
    assert holding.stdout.readline() == "in\n"
    holding.kill()
    holding.wait()
    holding.stdout.close()
    with turn(tmp_path / "turns", file):
        (lock,) = (tmp_path / "turns").iterdir()
    assert not lock.exists()


def test_r04_files_do_not_wait_for_each_other_and_a_turn_that_cannot_be_had_is_not_needed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with turn(tmp_path / "turns", tmp_path / "a.cxd"), turn(tmp_path / "turns", tmp_path / "b.cxd"):
        assert len(list((tmp_path / "turns").iterdir())) == 2
    with turn(tmp_path / "file", tmp_path / "a.cxd"), turn(tmp_path / "turns", Path("a\0b")):
        assert not list((tmp_path / "turns").iterdir())
