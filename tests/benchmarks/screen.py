"""A screen to show windows on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

SIZE = "1280x800x24"


@contextmanager
def screen(environment: Mapping[str, str]) -> Iterator[dict[str, str] | None]:
    """Give an environment in which windows can be shown, None if there is no way to; starts Xvfb if need be."""
    if not sys.platform.startswith("linux"):
        yield dict(environment)
    elif environment.get("DISPLAY"):
        yield {**environment, "QT_QPA_PLATFORM": "xcb"}
    elif shutil.which("Xvfb") is None:
        yield None
    else:
        with _xvfb() as display:
            yield {**environment, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}


@contextmanager
def _xvfb() -> Iterator[str]:
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
