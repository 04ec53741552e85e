"""Two programs edit, save and merge one file, and are killed now and then: `python -m tests.soak [--seconds 300]`.

They are the real program, without a screen, on one file in a folder of this run's own. Each notes what it is about to
do, and what is acknowledged: that it was saved. In the end whatever was acknowledged has to be in the file: as it was
done, in a conflict, or written over by somebody who had seen it. Exit code 0 if all of it is, 1 otherwise.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cxdesigner.storage.codec import write
from tests.soak.ledger import verdict
from tests.soak.project import shared

NAMES = ("ana", "ben")
SHORTEST, LONGEST = 3.0, 15.0
"""Seconds that a program lives."""
LAST_WORDS = 60.0
"""Seconds that they have to come to an end in."""


class Program:
    """One of the programs; started again whenever it was killed."""

    def __init__(self, name: str, folder: Path, dice: random.Random) -> None:
        self.name, self._folder, self._dice = name, folder, dice
        self.starts = self.kills = 0
        self._process: subprocess.Popen[bytes] | None = None
        self._until = 0.0

    def go_on(self) -> None:
        """Start it if it is not there, and kill it when its time has come."""
        if self._process is None:
            words = [sys.executable, "-m", "tests.soak.program", self.name, str(self._folder), str(self.starts)]
            environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
            with (self._folder / f"{self.name}.log").open("ab") as log:
                self._process = subprocess.Popen(words, env=environment, stderr=log)
            self.starts += 1
            self._until = time.monotonic() + self._dice.uniform(SHORTEST, LONGEST)
        elif self._process.poll() is not None:
            raise SystemExit(f"{self.name} ended by itself, with the exit code {self._process.returncode}")
        elif time.monotonic() > self._until:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()
            self._process = None
            self.kills += 1

    def ask_to_end(self) -> None:
        """Have it save what it has and end."""
        (self._folder / f"{self.name}.end").touch()

    def wait(self) -> None:
        """Wait until it has ended."""
        if self._process is not None and self._process.wait(LAST_WORDS) != 0:
            raise SystemExit(f"{self.name} did not come to a good end")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--seconds", type=float, default=300, help="how long (default: 300)")
    parser.add_argument("--seed", type=int, default=None, help="of the random numbers (default: another one each time)")
    parser.add_argument("--keep", type=Path, help="a folder to work in, and to leave as it is at the end")
    given = parser.parse_args()
    seed = random.randrange(1_000_000) if given.seed is None else given.seed
    with tempfile.TemporaryDirectory(prefix="cxdesigner-soak-") as made:
        folder = Path(given.keep or made)
        folder.mkdir(exist_ok=True)
        (folder / "plan.cxd").write_bytes(write(shared()))
        programs = [Program(name, folder, random.Random(f"{seed} {name}")) for name in NAMES]
        end = time.monotonic() + given.seconds
        while time.monotonic() < end:
            for program in programs:
                program.go_on()
            time.sleep(0.05)
        for program in programs:
            program.go_on()
            program.ask_to_end()
            program.wait()
        found = verdict(folder, NAMES)
    print(f"seed {seed}, {given.seconds:.0f} seconds")
    print(f"programs killed {sum(program.kills for program in programs)} times")
    print(*found.lines(), sep="\n")
    return 1 if found.lost else 0


if __name__ == "__main__":
    sys.exit(main())
