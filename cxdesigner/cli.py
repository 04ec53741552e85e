"""The commands. What is heavy is imported inside the command that needs it; nothing here imports Qt.

Exit codes: 0 well, 1 problems found in the content, 2 usage, 3 cannot read, 4 cannot write; beside these 69 where no
window can be shown or something of the installation is missing, 70 for a mistake of the program, 130 after Ctrl+C.
Results go to stdout; messages to stderr, a sentence each; where the environment variable CXDESIGNER_SENTENCES is "json"
these come as `sentences.to_json` writes them, for a window to say in its language.
"""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cxdesigner.console import (
    CANNOT_READ,
    CANNOT_WRITE,
    INTERRUPTED,
    MISTAKE,
    PIPE_CLOSED,
    PREVIEW,
    STDIN,
    UNAVAILABLE,
    USAGE,
    VERSIONS,
    WELL,
    Stop,
    no_qt,
    read_project,
    say_aloud,
    shown_name,
)
from cxdesigner.info import one_line
from cxdesigner.resources import InstallationError
from cxdesigner.sentences import say

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from typing import TextIO

    from cxdesigner.model.document import Document


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open windows; return the exit code."""
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
        _flush(sys.stdout)
    except Stop as stop:
        say_aloud(stop.sentence)
        return stop.code
    except SystemExit as stop:  # argparse, after --help
        return stop.code if isinstance(stop.code, int) else USAGE
    except InstallationError as error:
        say_aloud(error.sentence)
        return UNAVAILABLE
    except BrokenPipeError:
        _close_stdout()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # the last net: whatever it is, nobody is shown a trace
        from cxdesigner.mishaps import record

        say_aloud(say("cxdesigner stopped because of a mistake in it; {details}", details=record(error)))
        return MISTAKE
    return code


def _run(arguments: list[str]) -> int:
    command = {**COMMANDS, **SERVICES}.get(arguments[0]) if arguments else None
    if command is not None:
        _speak_anything()
        return command(arguments[1:])
    return _windows(arguments)


def _windows(arguments: list[str]) -> int:
    # Most starts are without any option, and those need no parser before the window.
    if any(argument.startswith("-") for argument in arguments):
        from cxdesigner.usage import window_parser

        given = window_parser().parse_args(arguments)
        if given.version:
            from cxdesigner.release import version

            print(f"cxdesigner {version()}")
            return WELL
        arguments = given.files
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _DISPLAYS)):
        sentence = say("There is no display here to show a window on; “cxdesigner export” does without one.")
        raise Stop(UNAVAILABLE, sentence)
    gc.disable()  # Modules by the hundred and no garbage; windows see to it themselves then, see `ui.collector`.
    try:
        from cxdesigner.ui.launch import run
    except ImportError as error:
        raise no_qt(error) from error
    return run([Path(name) for name in arguments])


_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def _new(arguments: list[str]) -> int:
    from cxdesigner.templates import BLANK, UnknownTemplateError, from_template, templates
    from cxdesigner.usage import new_parser

    given = new_parser().parse_args(arguments)
    if given.list:
        for name, title in templates():
            print(f"{name:<22}{one_line(title)}")
        return WELL
    if given.out is None:
        raise Stop(USAGE, say("cxdesigner new: say which file to write, such as “cxdesigner new dinner.cxd”."))
    if given.table is not None and given.template is not None:
        raise Stop(USAGE, say("A project begins with a template or with a table: leave one of them out."))
    from cxdesigner.model.limits import InvalidValueError
    from cxdesigner.storage.project_file import CannotWriteError, save

    out = Path(given.out)
    try:
        if given.table is not None:
            document = _of_table(given.table, given.title)
        else:
            document = from_template(BLANK if given.template is None else given.template, given.title)
    except UnknownTemplateError as error:
        raise Stop(USAGE, error.sentence) from None
    except InvalidValueError:
        raise Stop(USAGE, say("The title is too long: 10,000 characters at most.")) from None
    if os.path.lexists(out) and not given.force:
        sentence = say("{out} is there already: choose another name, or write over it with --force.", out=out)
        raise Stop(CANNOT_WRITE, sentence)
    try:
        save(document, out)
    except CannotWriteError as error:
        raise Stop(CANNOT_WRITE, error.sentence) from None
    return WELL


def _of_table(name: str, title: str | None) -> Document:
    """Make a project of a table, and say a line for each thing in it that was not understood."""
    from cxdesigner.interchange.table.csv_file import MAX_BYTES, TableError
    from cxdesigner.interchange.table.project import read_table
    from cxdesigner.storage.problems import NotAProjectError
    from cxdesigner.storage.project_file import CannotReadError, read_bytes

    try:
        data = sys.stdin.buffer.read(MAX_BYTES + 1) if name == STDIN else read_bytes(name)
        titled = title if title is not None else "" if name == STDIN else Path(name).stem
        found = read_table(data, titled)
    except CannotReadError as error:
        raise Stop(CANNOT_READ, error.sentence) from None
    except (TableError, NotAProjectError) as error:
        raise Stop(CANNOT_READ, say("{name}: {error}", name=shown_name(name), error=error)) from None
    for sentence in found.lost:
        say_aloud(say("{name}: {error}", name=shown_name(name), error=sentence))
    return found.document


def _export(arguments: list[str]) -> int:
    from cxdesigner.export_command import export

    return export(arguments)


def _preview(arguments: list[str]) -> int:
    from cxdesigner.preview_command import preview

    return preview(arguments)


def _versions(arguments: list[str]) -> int:
    from cxdesigner.versions_command import versions

    return versions(arguments)


def _check(arguments: list[str]) -> int:
    from cxdesigner.check_command import check

    return check(arguments)


def _merge(arguments: list[str]) -> int:
    from cxdesigner.merge_command import merge

    return merge(arguments)


def _diff(arguments: list[str]) -> int:
    from cxdesigner.diff_command import diff

    return diff(arguments)


def _info(arguments: list[str]) -> int:
    from cxdesigner.info import facts, lines
    from cxdesigner.usage import file_parser

    parser: ArgumentParser = file_parser("info", "Say what is in a project.")
    parser.add_argument("--json", action="store_true", help="as JSON, for other programs")
    given = parser.parse_args(arguments)
    found = facts(read_project(given.file))
    if given.json:
        import json

        plain = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        print(json.dumps(found, indent=2, ensure_ascii=not plain))
    else:
        print(*lines(found), sep="\n")
    return WELL


def _speak_anything() -> None:
    """Let a console that lacks a letter show its code instead of failing."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _flush(stream: TextIO | None) -> None:
    if stream is not None:
        stream.flush()


def _close_stdout() -> None:
    """Have nothing more written into a pipe that is closed: Python would complain of it at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


COMMANDS: Final[dict[str, Callable[[list[str]], int]]] = {
    "new": _new,
    "export": _export,
    "check": _check,
    "info": _info,
    "diff": _diff,
    "merge": _merge,
}
SERVICES: Final[dict[str, Callable[[list[str]], int]]] = {PREVIEW: _preview, VERSIONS: _versions}
"""What windows run for themselves; help says nothing of it."""
