"""How far an export is, told on a terminal; and that it can be stopped in the middle, wherever that is."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cxdesigner.progress import Line, Progress
from cxdesigner.resources import resource

ROOT = Path(__file__).parent.parent
DINNER = resource("examples", "vivan-los-tacos.cxd")
COMMAND = [sys.executable, "-m", "cxdesigner", "export"]


def seen(out: io.StringIO) -> list[str]:
    """What stood on the line, one text after the other."""
    return [text.rstrip() for text in out.getvalue().split("\r") if text.strip()]


def test_a_line_moves_from_half_a_second_on_and_is_gone_in_the_end() -> None:
    out = io.StringIO()
    with Line(out, "map.pdf") as line:
        time.sleep(0.9)
        line.tell(Progress("layout", 0, 1))
        time.sleep(0.6)
        line.tell(Progress("draw", 1, 3))
        time.sleep(0.6)
    told = seen(out)
    assert len(told) >= 4
    assert len(set(told)) == len(told)
    assert re.fullmatch(r"map\.pdf … \d\.\d s", told[0])
    assert any(re.fullmatch(r"map\.pdf … laying out the map, \d\.\d s", one) for one in told)
    assert re.fullmatch(r"map\.pdf … 33 % drawn, \d\.\d s", told[-1])
    *_, last, end = out.getvalue().split("\r")
    assert (last.strip(), end) == ("", "")


def test_what_is_over_at_once_is_not_told() -> None:
    out = io.StringIO()
    with Line(out, "map.pdf") as line:
        line.tell(Progress("draw", 1, 1))
    assert out.getvalue() == ""


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress("pages", 0, 1), "making the pages, "),
        (Progress("projects", 2, 100), "2 of 100 projects, "),
        (Progress("draw", 0, 0), "0 % drawn, "),
    ],
)
def test_every_stage_has_words(progress: Progress, words: str) -> None:
    out = io.StringIO()
    with Line(out, "x") as line:
        line.tell(progress)
        time.sleep(0.9)
    assert seen(out)[-1].startswith(f"x … {words}")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **more}


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_terminal_is_told_and_ctrl_c_stops_it_without_a_trace(tmp_path: Path) -> None:
    import pty

    out = tmp_path / "wide.png"
    ours, theirs = pty.openpty()
    command = [*COMMAND, str(DINNER), "-o", str(out), "--width", "32000"]
    process = subprocess.Popen(command, env=environment(), stdout=subprocess.DEVNULL, stderr=theirs)
    os.close(theirs)
    told = ""
    while " % drawn, " not in told:
        told += os.read(ours, 4_000).decode("utf-8", "replace")
    assert "wide.png … " in told
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130
    assert time.monotonic() - begun < 20
    assert "Traceback" not in told
    assert list(tmp_path.iterdir()) == []
    os.close(ours)


@pytest.mark.parametrize("stage", ["layout", "pages", "draw"])
def test_it_can_be_stopped_at_every_stage_and_leaves_the_old_file(tmp_path: Path, stage: str) -> None:
    out = tmp_path / "poster.pdf"
    out.write_bytes(b"precious")
    command = [*COMMAND, str(DINNER), "-o", str(out), "--poster", "A0", "--on", "100x100mm"]
    process = subprocess.Popen(
        command, env=environment(CXDESIGNER_PROGRESS="json"), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    while json.loads(process.stderr.readline())["stage"] != stage:
        pass
    process.terminate()
    rest = process.stderr.read()
    assert process.wait(timeout=60) != 0
    process.stderr.close()
    assert b"Traceback" not in rest
    assert out.read_bytes() == b"precious"
    assert list(tmp_path.iterdir()) == [out]
