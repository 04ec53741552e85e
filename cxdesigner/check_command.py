"""Looking for what is wrong with a project file, and writing a copy in which it is mended."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from cxdesigner.console import (
    CANNOT_READ,
    CANNOT_WRITE,
    PROBLEMS,
    STDIN,
    USAGE,
    WELL,
    Stop,
    is_same_file,
    read_project,
    say_aloud,
    shown_name,
)
from cxdesigner.info import one_line
from cxdesigner.sentences import say
from cxdesigner.usage import check_parser


def check(arguments: list[str]) -> int:
    """Print a line a problem; with --repair write a repaired copy and print a line for each thing that was done."""
    given = check_parser().parse_args(arguments)
    if not given.repair:
        if given.out is not None:
            raise Stop(
                USAGE, say("cxdesigner check: -o names the copy that --repair writes; without that there is none.")
            )
        return _list_problems(given.file)
    if given.out is None:
        raise Stop(
            USAGE,
            say("cxdesigner check: say with -o where to write the repaired copy; the file itself stays as it is."),
        )
    return _repair(given.file, Path(given.out), is_forced=given.force)


def _list_problems(name: str) -> int:
    from cxdesigner.storage.problems import DamagedError

    try:
        reading = read_project(name, damaged=True)
        lines = [str(problem) for problem in reading.problems]
        lines += [
            f"{conflict.path}: a merge left it open, and both values are kept: choose one in the window"
            for conflict in reading.document.project.conflicts
        ]
    except DamagedError as error:
        lines = [str(problem) for problem in error.problems]
        say_aloud(say("{name} is damaged: --repair -o OUT writes a mended copy of it.", name=shown_name(name)))
    for line in lines:
        print(one_line(line))
    return PROBLEMS if lines else WELL


def _repair(name: str, out: Path, *, is_forced: bool) -> int:
    from cxdesigner.model.limits import MAX_FILE_BYTES
    from cxdesigner.storage.problems import NotAProjectError
    from cxdesigner.storage.project_file import CannotReadError, CannotWriteError, read_bytes, save
    from cxdesigner.storage.repair import repaired

    if name != STDIN and is_same_file(Path(name), out):
        sentence = say("{out} is the damaged file itself, which stays as it is: choose another name.", out=out)
        raise Stop(CANNOT_WRITE, sentence)
    if os.path.lexists(out) and not is_forced:
        sentence = say("{out} is there already: choose another name, or write over it with --force.", out=out)
        raise Stop(CANNOT_WRITE, sentence)
    try:
        found = repaired(sys.stdin.buffer.read(MAX_FILE_BYTES + 1) if name == STDIN else read_bytes(name))
        save(found.document, out)
    except CannotReadError as error:
        raise Stop(CANNOT_READ, error.sentence) from None
    except NotAProjectError as error:
        raise Stop(CANNOT_READ, say("{name}: {error}", name=shown_name(name), error=error)) from None
    except CannotWriteError as error:
        raise Stop(CANNOT_WRITE, error.sentence) from None
    for sentence in found.told():
        print(one_line(sentence))
    return WELL
