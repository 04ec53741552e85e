"""The commands. What is heavy is imported inside the command that needs it; nothing here imports Qt.

Exit codes: 0 well, 1 problems found in the content, 2 usage, 3 cannot read, 4 cannot write; beside these 69 where no
window can be shown, 70 for a mistake of the program, 130 after Ctrl+C. Results go to stdout; messages to stderr, a
sentence each; where the environment variable CXDESIGNER_SENTENCES is "json" these come as `sentences.to_json` writes
them, for a window to say in its language.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cxdesigner.info import one_line
from cxdesigner.sentences import ASKED_AS_JSON, Sentence, SentenceError, say, to_json

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from typing import TextIO

    from cxdesigner.storage.reading import Reading

WELL, PROBLEMS, USAGE, CANNOT_READ, CANNOT_WRITE = range(5)
UNAVAILABLE, MISTAKE, INTERRUPTED, PIPE_CLOSED = 69, 70, 130, 141

STDIN: Final = "-"


class Stop(SentenceError):  # noqa: N818 - most of these are no error of the program
    """Ends a command with an exit code and a sentence."""

    def __init__(self, code: int, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.code = code


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or open windows; return the exit code."""
    try:
        code = _run(list(sys.argv[1:] if arguments is None else arguments))
        _flush(sys.stdout)
    except Stop as stop:
        _say(stop.sentence)
        return stop.code
    except SystemExit as stop:  # argparse, after --help
        return stop.code if isinstance(stop.code, int) else USAGE
    except BrokenPipeError:
        _close_stdout()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # the last net: whatever it is, nobody is shown a trace
        from cxdesigner.mishaps import record

        _say(say("cxdesigner stopped because of a mistake in it; {details}", details=record(error)))
        return MISTAKE
    return code


def _run(arguments: list[str]) -> int:
    command = COMMANDS.get(arguments[0]) if arguments else None
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
            print(f"cxdesigner {version()}")
            return WELL
        arguments = given.files
    if sys.platform.startswith("linux") and not any(map(os.environ.get, _DISPLAYS)):
        sentence = say("There is no display here to show a window on; “cxdesigner export” does without one.")
        raise Stop(UNAVAILABLE, sentence)
    gc.disable()  # Modules by the hundred and no garbage: `run` turns it on again.
    try:
        from cxdesigner.ui.launch import run
    except ImportError as error:
        raise _no_qt(error) from error
    return run([Path(name) for name in arguments])


_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def _no_qt(error: ImportError) -> Exception:
    """Say what Qt misses; an ImportError of another kind is a mistake of ours and given back as it is."""
    if "PySide6" not in (error.name or "") and ".so" not in str(error) and "DLL" not in str(error):
        return error
    sentence = say("Qt cannot be loaded, so there are no windows and no PNG files: {error}.", error=error)
    return Stop(UNAVAILABLE, sentence)


def version() -> str:
    """Give the version of this installation, or of the checkout that it runs from."""
    from importlib import metadata

    try:
        return metadata.version("cxdesigner")
    except metadata.PackageNotFoundError:
        import tomllib

        project = Path(__file__).parent.parent / "pyproject.toml"
        found = tomllib.loads(project.read_text("utf-8")) if project.is_file() else {}
        return str(found.get("project", {}).get("version", "of unknown version"))


def _new(arguments: list[str]) -> int:
    from cxdesigner.templates import UnknownTemplateError, from_template, templates
    from cxdesigner.usage import new_parser

    given = new_parser().parse_args(arguments)
    if given.list:
        for name, title in templates():
            print(f"{name:<22}{one_line(title)}")
        return WELL
    if given.out is None:
        raise Stop(USAGE, say("cxdesigner new: say which file to write, such as “cxdesigner new dinner.cxd”."))
    from cxdesigner.model.limits import InvalidValueError
    from cxdesigner.storage.project_file import CannotWriteError, save

    out = Path(given.out)
    try:
        document = from_template(given.template, given.title)
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


def _export(arguments: list[str]) -> int:
    from cxdesigner.usage import export_parser

    given = export_parser().parse_args(arguments)
    from cxdesigner.export import ExportError, export_to, find_maps, kind_of
    from cxdesigner.export.flags import options_from
    from cxdesigner.files import CannotWriteError

    out = Path(given.out)
    try:
        options = options_from(given, kind_of(out))
    except ExportError as error:
        raise Stop(USAGE, error.sentence) from None
    reading = _read(given.file)
    document = reading.document
    try:
        shown = find_maps(document, given.map)
        _warn(given.file, reading)
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that nothing half written is left
        export_to(document, shown, options, out)
    except ExportError as error:
        raise Stop(USAGE if document.maps else PROBLEMS, error.sentence) from None
    except CannotWriteError as error:
        raise Stop(CANNOT_WRITE, error.sentence) from None
    except ImportError as error:
        raise _no_qt(error) from error
    return WELL


def _warn(name: str, reading: Reading) -> None:
    """Say in one sentence that something is not as it should be but does no harm."""
    found, shown = reading.problems, _shown(name)
    if reading.read_only:
        newer = f"{shown} was made by a newer release, in version {reading.version} of the format"
        left_out = "what this one does not know of it is left out"
        if reading.left_out:
            count = "1 thing" if reading.left_out == 1 else f"{reading.left_out:,} things"
            left_out = f"{count} in it cannot be read and will be missing, the first at {one_line(str(found[0]))}"
        _say(f"Warning: {newer}; {left_out}.")
    elif found:
        one = len(found) == 1
        count = f"1 thing in {shown} is not as it" if one else f"{len(found):,} things in {shown} are not as they"
        more = f" (“cxdesigner check {shown}” lists all)" if len(found) > 1 else ""
        _say(f"Warning: {count} should be: {one_line(str(found[0]))}{more}.")


def _check(arguments: list[str]) -> int:
    from cxdesigner.usage import file_parser

    given = file_parser("check", "List what is wrong with a project, a line a problem; nothing if it is sound.")
    name = given.parse_args(arguments).file
    from cxdesigner.storage.problems import DamagedError

    try:
        problems = _read(name, damaged=True).problems
    except DamagedError as error:
        problems = error.problems
    for problem in problems:
        print(one_line(str(problem)))
    return PROBLEMS if problems else WELL


def _info(arguments: list[str]) -> int:
    from cxdesigner.info import facts, lines
    from cxdesigner.usage import file_parser

    parser: ArgumentParser = file_parser("info", "Say what is in a project.")
    parser.add_argument("--json", action="store_true", help="as JSON, for other programs")
    given = parser.parse_args(arguments)
    found = facts(_read(given.file))
    if given.json:
        import json

        plain = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        print(json.dumps(found, indent=2, ensure_ascii=not plain))
    else:
        print(*lines(found), sep="\n")
    return WELL


def _read(name: str, *, damaged: bool = False) -> Reading:
    """Read a project from a file, or from stdin for "-"; a DamagedError comes through if `damaged`."""
    from cxdesigner.model.limits import MAX_FILE_BYTES
    from cxdesigner.storage.problems import DamagedError, NotAProjectError
    from cxdesigner.storage.project_file import CannotReadError, load
    from cxdesigner.storage.reading import read

    try:
        return read(sys.stdin.buffer.read(MAX_FILE_BYTES + 1)) if name == STDIN else load(name)
    except CannotReadError as error:
        raise Stop(CANNOT_READ, error.sentence) from None
    except NotAProjectError as error:
        raise Stop(CANNOT_READ, say("{name}: {error}", name=_shown(name), error=error)) from None
    except DamagedError as error:
        if damaged:
            raise
        sentence = one_line(str(error)).removesuffix(".")
        raise Stop(
            CANNOT_READ,
            say(
                "{name}: {sentence}; “cxdesigner check {name}” lists what is wrong.",
                name=_shown(name),
                sentence=sentence,
            ),
        ) from None


def _shown(name: str) -> str:
    return "standard input" if name == STDIN else name


def _say(sentence: str) -> None:
    line = sentence.replace("\n", " ")
    if isinstance(sentence, Sentence) and os.environ.get(ASKED_AS_JSON) == "json":
        line = to_json(sentence)
    if sys.stderr is not None:  # a program without a console has none
        with contextlib.suppress(OSError):
            print(line, file=sys.stderr)


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
}
