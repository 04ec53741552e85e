"""Large pictures: that they can be stopped, and take no more memory the larger they are."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from cxdesigner.resources import resource


def test_a_large_picture_can_be_stopped_and_leaves_nothing(tmp_path: Path) -> None:
    out = tmp_path / "wide.png"
    out.write_bytes(b"precious")
    example = resource("examples", "vivan-los-tacos.cxd")
    command = [sys.executable, "-m", "cxdesigner", "export", str(example), "-o", str(out), "--width", "32000"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(2.0)  # by then it draws; that takes some twenty seconds
    assert process.poll() is None
    process.terminate()
    assert process.wait(timeout=30) != 0
    assert out.read_bytes() == b"precious"
    assert list(tmp_path.iterdir()) == [out]
