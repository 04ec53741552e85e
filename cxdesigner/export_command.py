"""The command that exports: one project into a file or a pipe, or many into a folder, on all cores."""

from __future__ import annotations

import glob
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from cxdesigner.console import (
    CANNOT_WRITE,
    INTERRUPTED,
    MISTAKE,
    PROBLEMS,
    STDIN,
    USAGE,
    WELL,
    Stop,
    make_way,
    no_qt,
    progress,
    read_project,
    say_aloud,
    shown_name,
    silent,
    warn,
)
from cxdesigner.progress import Progress
from cxdesigner.sentences import say

if TYPE_CHECKING:
    from argparse import Namespace

    from cxdesigner.console import Tell
    from cxdesigner.export import ExportOptions, Kind
    from cxdesigner.model.document import Document

STDOUT: Final = "-"


class Job(NamedTuple):
    """A project and where its export goes; both may be "-". `preflight`: it is looked over, and goes nowhere."""

    file: str
    out: str
    maps: tuple[str, ...]
    options: ExportOptions
    preflight: bool = False


def export(arguments: Sequence[str]) -> int:
    """Export what the arguments ask for; give the exit code, the highest one of several."""
    make_way()
    given = _parsed(arguments)
    jobs = _jobs(given)
    _keep_projects(jobs)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that nothing half written is left
    if len(jobs) == 1:
        with progress(shown_name(jobs[0].file) if jobs[0].out in ("", STDOUT) else Path(jobs[0].out).name) as tell:
            return _export(jobs[0], tell)
    # One that is standard input can be read by no other process.
    codes = map(_outcome, jobs) if any(job.file == STDIN for job in jobs) else _in_processes(jobs)
    worst = WELL
    with progress(jobs[0].out) as tell:
        for done, code in enumerate(codes, 1):
            worst = max(worst, code)
            tell(Progress("projects", done, len(jobs)))
    return worst


def _parsed(arguments: Sequence[str]) -> Namespace:
    from cxdesigner.usage import export_parser

    parser = export_parser()
    given = parser.parse_args(arguments)
    if given.out is None and not given.preflight:
        parser.error("-o is missing, the file to write")
    if given.preset is None:
        return given
    from cxdesigner.export.presets import PresetError, Presets

    try:
        # What is asked for beside the preset comes after it, and so stands.
        return parser.parse_args([*Presets().arguments(given.preset), *arguments])
    except PresetError as error:
        raise Stop(USAGE, error.sentence) from None


def _jobs(given: Namespace) -> list[Job]:
    from cxdesigner.export import ExportError
    from cxdesigner.export.flags import options_from
    from cxdesigner.export.naming import unlike

    files = [name for pattern in given.file for name in _found(pattern)]
    try:
        kind = _kind(given, is_folder=_is_folder(given.out, files))
        options = options_from(given, kind)
    except ExportError as error:
        raise Stop(USAGE, error.sentence) from None
    if given.preflight:
        return [Job(name, "", tuple(given.map), options, preflight=True) for name in files]
    if not _is_folder(given.out, files):
        if given.out == STDOUT and sys.stdout.isatty():
            raise Stop(USAGE, say("A file would fill this screen with signs: send it on, as in “-o - > map.pdf”."))
        return [Job(files[0], given.out, tuple(given.map), options)]
    if given.out == STDOUT or STDIN in files:
        raise Stop(USAGE, say("Several projects go into a folder: say which one, such as “-o exports/”."))
    folder = Path(given.out)
    if len(files) > 1 and _is_file_name(given.out):
        raise Stop(
            USAGE,
            say(
                "Several projects go into a folder, and {out} is the name of a file: name a folder, such as"
                " “-o {folder}/”.",
                out=given.out,
                folder=folder.with_suffix(""),
            ),
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Stop(
            CANNOT_WRITE, say("{folder} cannot be made: {reason}.", folder=folder, reason=error.strerror)
        ) from None
    names = unlike([Path(name).stem for name in files])
    return [
        Job(name, str(folder / f"{stem}.{kind}"), tuple(given.map), options)
        for name, stem in zip(files, names, strict=True)
    ]


def _keep_projects(jobs: Sequence[Job]) -> None:
    """Stop where an export would be written over a project that is read, such as a PDF with one in it."""
    read = {os.path.realpath(job.file) for job in jobs if job.file != STDIN}
    for job in jobs:
        if job.out not in ("", STDOUT) and os.path.realpath(job.out) in read:
            raise Stop(USAGE, say("{out} is a project that is read here: choose another name.", out=job.out))


def _found(pattern: str) -> list[str]:
    """The files that a pattern names; not every shell looks for them by itself."""
    if pattern == STDIN or os.path.lexists(pattern) or not glob.has_magic(pattern):
        return [pattern]
    return sorted(glob.glob(pattern)) or [pattern]  # noqa: PTH207 - a path may be absolute


def _is_folder(out: str | None, files: Sequence[str]) -> bool:
    if out is None:
        return False
    return len(files) > 1 or (out != STDOUT and (out.endswith(("/", os.sep)) or Path(out).is_dir()))


def _is_file_name(out: str) -> bool:
    from cxdesigner.export import KINDS

    path = Path(out)
    return path.suffix.lower().removeprefix(".") in KINDS and not out.endswith(("/", os.sep)) and not path.is_dir()


def _kind(given: Namespace, *, is_folder: bool) -> Kind:
    from cxdesigner.export import kind_of

    if given.kind is not None:
        kind: Kind = given.kind
        return kind
    return "pdf" if is_folder or given.out in (None, STDOUT) else kind_of(Path(given.out))


def _export(job: Job, tell: Tell = silent) -> int:
    """Export, or look over what would be; give the exit code, PROBLEMS where the preflight warns."""
    from cxdesigner.earlier import earlier_of
    from cxdesigner.export import ExportError, export_maps, export_to, find_maps
    from cxdesigner.export.naming import files_of
    from cxdesigner.files import CannotWriteError
    from cxdesigner.interchange.table.writing import written
    from cxdesigner.resources import InstallationError
    from cxdesigner.storage.codec import write

    reading = read_project(job.file)
    document = reading.document
    try:
        shown = find_maps(document, job.maps)
        earlier = earlier_of(document, job.options.since)
        warn(job.file, reading)
        if job.preflight:
            return _print_preflight(job, document, shown)
        if job.out == STDOUT:
            sys.stdout.buffer.write(export_maps(document, shown, job.options, write, tell, written, earlier))
        else:
            for path, map_ids in files_of(document, shown, job.options, Path(job.out)).items():
                export_to(document, map_ids, job.options, path, write, tell, written, earlier)
    except ExportError as error:
        raise Stop(USAGE if document.maps else PROBLEMS, error.sentence) from None
    except (CannotWriteError, InstallationError) as error:
        raise Stop(CANNOT_WRITE, error.sentence) from None
    except ImportError as error:
        raise no_qt(error) from error
    return WELL


def _print_preflight(job: Job, document: Document, map_ids: Sequence[str]) -> int:
    """Print a line for each thing that the preflight finds; give PROBLEMS if one of them warns."""
    from cxdesigner.earlier import earlier_of
    from cxdesigner.export.assets import assets_of
    from cxdesigner.export.compose import publication_of
    from cxdesigner.export.flags import DRAWN
    from cxdesigner.export.options import TABLES
    from cxdesigner.export.preflight import Finding, preflight
    from cxdesigner.export.remedies import remedies_for
    from cxdesigner.export.safe import Task, safe
    from cxdesigner.layout.fonts import Fonts
    from cxdesigner.layout.publication import Publication
    from cxdesigner.layout.typeset import Typesetter

    earlier = earlier_of(document, job.options.since)
    document, map_ids, options = safe(Task(document, map_ids, job.options))
    publication, typesetter = Publication(()), Typesetter(Fonts.load(), document.project.language)
    if options.kind in DRAWN:
        publication = publication_of(document, map_ids, options, typesetter, earlier=earlier)
    found = preflight(document, map_ids, publication, options, assets_of(document))
    if options.kind in TABLES:
        from cxdesigner.interchange.table.writing import losses_in

        found += tuple(
            Finding("table", one.sentence, warns=one.warns) for one in losses_in(document, map_ids, options.kind)
        )
    lines = []
    for finding in found:
        lines.append(f"{'Look: ' if finding.warns else ''}{finding.sentence}")
        for remedy in remedies_for(finding, document, map_ids, options, typesetter):
            alone = " instead of --page and --scale" if "poster" in remedy.changes and not options.poster else ""
            lines.append(f"Helps: {remedy.flags()}{alone} ({remedy.sentence})")
    sys.stdout.write("".join(f"{job.file}: {line}\n" for line in lines))  # at once: others write here too
    return PROBLEMS if any(finding.warns for finding in found) else WELL


def _in_processes(jobs: Sequence[Job]) -> Iterator[int]:
    """Export in as many processes as there are cores; say of each that fails why, and go on."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    processes = min(len(jobs), os.cpu_count() or 1)
    # A process made anew is the same on every system, and inherits no threads.
    with ProcessPoolExecutor(processes, multiprocessing.get_context("spawn")) as pool:
        try:
            yield from pool.map(_outcome, jobs)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _outcome(job: Job) -> int:
    """Export in a process of its own, which says itself what is wrong; give the exit code."""
    from cxdesigner.mishaps import record

    try:
        return _export(job)
    except Stop as stop:
        say_aloud(stop.sentence if job.file in stop.sentence else say("{file}: {error}", file=job.file, error=stop))
        return stop.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # one project that goes wrong is no reason to leave the others
        details = record(error)
        say_aloud(say("{file}: cxdesigner made a mistake here; {details}", file=job.file, details=details))
        return MISTAKE
