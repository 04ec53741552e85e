"""What commands share: exit codes, sentences, projects read. Nothing here imports Qt."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import TYPE_CHECKING, Final

from cxdesigner.info import one_line
from cxdesigner.sentences import ASKED_AS_JSON, Sentence, SentenceError, say, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path
    from typing import TextIO

    from cxdesigner.progress import Progress
    from cxdesigner.storage.reading import Reading

    Tell = Callable[[Progress], object]

WELL, PROBLEMS, USAGE, CANNOT_READ, CANNOT_WRITE = range(5)
UNAVAILABLE, MISTAKE, INTERRUPTED, PIPE_CLOSED = 69, 70, 130, 141

STDIN: Final = "-"
ASKED_FOR_PROGRESS: Final = "CXDESIGNER_PROGRESS"
"""The environment variable that, set to "json", has an export say how many pages of how many are drawn."""
_BETWEEN: Final = 0.1
"""Seconds between two lines about how far something is."""
_NICE: Final = 10
_BELOW_NORMAL: Final = 0x4000
"""How much less urgent it is than a window, as POSIX and Windows count that."""
PREVIEW: Final = "--preview-service"
"""The command that windows ask for pages; nobody types it, and no file is called that."""
VERSIONS: Final = "--versions-service"
"""The command that windows ask for pictures of versions of a project, and for what changed since."""


class Stop(SentenceError):  # noqa: N818 - most of these are no error of the program
    """Ends a command with an exit code and a sentence."""

    def __init__(self, code: int, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.code = code


def no_qt(error: ImportError) -> Exception:
    """Say what Qt misses; an ImportError of another kind is a mistake of ours and given back as it is."""
    if "PySide6" not in (error.name or "") and ".so" not in str(error) and "DLL" not in str(error):
        return error
    sentence = say("Qt cannot be loaded, so there are no windows and no PNG files: {error}.", error=error)
    return Stop(UNAVAILABLE, sentence)


def warn(name: str, reading: Reading) -> None:
    """Say in one sentence that something is not as it should be but does no harm."""
    found, shown = reading.problems, shown_name(name)
    if reading.read_only:
        newer = f"{shown} was made by a newer release, in version {reading.version} of the format"
        left_out = "what this one does not know of it is left out"
        if reading.left_out:
            count = "1 thing" if reading.left_out == 1 else f"{reading.left_out:,} things"
            left_out = f"{count} in it cannot be read and will be missing, the first at {one_line(str(found[0]))}"
        say_aloud(f"Warning: {newer}; {left_out}.")
    elif found:
        one = len(found) == 1
        count = f"1 thing in {shown} is not as it" if one else f"{len(found):,} things in {shown} are not as they"
        more = f" (“cxdesigner check {shown}” lists all)" if len(found) > 1 else ""
        say_aloud(f"Warning: {count} should be: {one_line(str(found[0]))}{more}.")


def read_project(name: str, *, damaged: bool = False) -> Reading:
    """Read a project from a file, or from stdin for "-"; a DamagedError comes through if `damaged`."""
    from cxdesigner.model.limits import MAX_FILE_BYTES
    from cxdesigner.storage.problems import DamagedError, NotAProjectError
    from cxdesigner.storage.project_file import CannotReadError, load, read_whole

    try:
        return read_whole(sys.stdin.buffer.read(MAX_FILE_BYTES + 1)) if name == STDIN else load(name)
    except CannotReadError as error:
        raise Stop(CANNOT_READ, error.sentence) from None
    except NotAProjectError as error:
        raise Stop(CANNOT_READ, say("{name}: {error}", name=shown_name(name), error=error)) from None
    except DamagedError as error:
        if damaged:
            raise
        sentence = one_line(str(error)).removesuffix(".")
        raise Stop(
            CANNOT_READ,
            say(
                "{name}: {sentence}; “cxdesigner check {name}” lists what is wrong, and with “--repair -o OUT” writes "
                "a copy that is mended.",
                name=shown_name(name),
                sentence=sentence,
            ),
        ) from None


def shown_name(name: str) -> str:
    """Give what an input is called in a sentence."""
    return "standard input" if name == STDIN else name


def is_same_file(path: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file, by links too."""
    try:
        return path.resolve() == other.resolve() or path.samefile(other)
    except (OSError, RuntimeError, ValueError):  # one of them is not there, or no name of a file; links in a circle
        return False


def silent(_progress: Progress) -> None:
    """Tell nobody how far something is."""


def progress(name: str) -> AbstractContextManager[Tell]:
    """Give, to be entered, what tells on stderr how far the export of something is: as lines of JSON where that is
    asked for, as a line that moves on a terminal; else nothing.
    """
    if os.environ.get(ASKED_FOR_PROGRESS) == "json":
        return contextlib.nullcontext(_in_json())
    if sys.stderr is not None and sys.stderr.isatty():
        return _on_terminal(sys.stderr, name)
    return contextlib.nullcontext(silent)


@contextlib.contextmanager
def _on_terminal(out: TextIO, name: str) -> Iterator[Tell]:
    from cxdesigner.progress import Line

    with Line(out, name) as line:
        yield line.tell


def _in_json() -> Tell:
    import json
    from time import monotonic

    last, stage = -_BETWEEN, ""

    def tell(now: Progress) -> None:
        nonlocal last, stage
        if monotonic() - last >= _BETWEEN or now.stage != stage or now.done == now.of:
            last, stage = monotonic(), now.stage
            print(json.dumps(now._asdict()), file=sys.stderr, flush=True)

    return tell


def make_way() -> None:
    """Let windows go first, where one of them asks for progress: its canvas is not to wait for an export."""
    if os.environ.get(ASKED_FOR_PROGRESS) != "json":
        return
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            import ctypes

            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), _BELOW_NORMAL)
        else:
            os.nice(_NICE)


def say_aloud(sentence: str) -> None:
    """Say a sentence on stderr, in the form that is asked for."""
    line = sentence.replace("\n", " ")
    if isinstance(sentence, Sentence) and os.environ.get(ASKED_AS_JSON) == "json":
        line = to_json(sentence)
    if sys.stderr is not None:  # a program without a console has none
        with contextlib.suppress(OSError):
            print(line, file=sys.stderr)
