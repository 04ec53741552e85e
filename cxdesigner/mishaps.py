"""What nobody foresaw: written down in the user's state folder for whoever mends it, and never shown as a trace."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import Final

from cxdesigner.sentences import Sentence, say

NAME: Final = "cxdesigner.log"
_LARGEST: Final = 1_000_000


def log_path(folder: Path | None = None) -> Path:
    """Give the path of the log, below the user's state folder if no other is given."""
    if folder is None:
        from platformdirs import user_state_path

        folder = user_state_path("cxdesigner", appauthor=False)
    return folder / NAME


def record(error: BaseException, folder: Path | None = None) -> Sentence:
    """Write an exception down with its trace; return the end of a sentence, which says where. Never raises."""
    import traceback  # 3 ms that a start need not wait for

    return write_down("".join(traceback.format_exception(error)), folder)


def write_down(text: str, folder: Path | None = None) -> Sentence:
    """Write a text down, with the time; return the end of a sentence, which says where. Never raises."""
    try:
        path = log_path(folder)
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):
            if path.stat().st_size > _LARGEST:
                path.replace(path.with_suffix(".old.log"))
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{time.strftime('%Y-%m-%d %H:%M:%S')}\n{text.rstrip()}\n\n")
    except (OSError, RuntimeError, ImportError):
        return say("the details could not be written down.")
    return say("the details are in {path}.", path=path)
