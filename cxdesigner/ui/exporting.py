"""The exports that are under way, and what their windows are told of them."""

from __future__ import annotations

from argparse import ArgumentError, ArgumentParser
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from cxdesigner.export.flags import add_to, arguments, options_from
from cxdesigner.export.naming import files_of
from cxdesigner.export.only import texts_of
from cxdesigner.export.options import ExportError, ExportOptions
from cxdesigner.progress import AFTER
from cxdesigner.ui.export_job import ExportJob
from cxdesigner.ui.remembered import Export
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.export.options import Kind
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.dialogs.export_dialog import ExportDialog
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.session import Session


class Exporting(QObject):
    """Asks for exports and runs them. Signals: `ended()` when one of them is over."""

    ended = Signal()

    def __init__(self, application: Application) -> None:
        super().__init__(application)
        self.application = application
        self._jobs: set[ExportJob] = set()
        self._dialogs: dict[MainWindow, ExportDialog] = {}
        self._set: WeakKeyDictionary[Session, Export] = WeakKeyDictionary()
        self._last: WeakKeyDictionary[Session, Export] = WeakKeyDictionary()
        self._printed: WeakKeyDictionary[Session, tuple[str, ExportOptions]] = WeakKeyDictionary()
        self._made: dict[Path, tuple[Export, list[str]]] = {}

    @property
    def is_busy(self) -> bool:
        """Whether any export is under way."""
        return bool(self._jobs)

    def ask(self, window: MainWindow, kind: Kind) -> None:
        """Show the export dialog of a window, for a kind of file; it stays where it is while it is open."""
        from cxdesigner.ui.dialogs.export_dialog import ExportDialog

        session = self._to_export(window)
        if session is None:
            return
        dialog = self._dialogs.get(window)
        if dialog is None:
            dialog = self._dialogs[window] = ExportDialog(window, session, self, kind)
        else:
            dialog.choose_kind(kind)
        dialog.show()
        dialog.raise_()
        dialog.activateWindow()

    def close_dialog(self, window: MainWindow) -> None:
        """Close the dialog of a window, if it has one."""
        dialog = self._dialogs.get(window)
        if dialog is not None:
            dialog.close()

    def forget(self, dialog: ExportDialog) -> None:
        """Let go of a dialog that was closed."""
        self._dialogs = {window: one for window, one in self._dialogs.items() if one is not dialog}

    def last(self, session: Session) -> Export | None:
        """Give the export of a project that was started last, None if none was."""
        if session in self._last:
            return self._last[session]
        return self.application.remembered.export(session.path) if session.path is not None else None

    def set_last(self, session: Session) -> Export | None:
        """Give what was set for a project in its dialog last, whether it was exported or not; None if nothing was."""
        if session in self._set:
            return self._set[session]
        kept = self.application.remembered.set_for_export(session.path) if session.path is not None else None
        return kept or self.last(session)

    def keep(self, session: Session, export: Export) -> None:
        """Remember what was set for a project; nothing was made by that, and nothing may be written over for it."""
        self._set[session] = export
        if session.path is not None:
            self.application.remembered.keep_set_for_export(session.path, export)

    def printed_last(self, session: Session) -> tuple[list[str], ExportOptions]:
        """Give the maps and the options of the PDF of a project that was printed or exported last, as of now."""
        maps, options = "this", ExportOptions()
        last = self.last(session)
        if session in self._printed:
            maps, options = self._printed[session]
        elif last is not None and last.kind == "pdf":
            maps, options = last.maps, options_of(last.flags, "pdf")
        return maps_of(session, maps), options

    def set_printed(self, session: Session, maps: str, options: ExportOptions) -> None:
        """Keep how a project was printed, for the next time."""
        self._printed[session] = maps, options

    def has_made(self, session: Session, export: Export, map_ids: Sequence[str], path: Path) -> bool:
        """Tell whether a file of an export was made by just such a one, of the same maps: it may be made anew."""
        if path in self._made:
            return self._made[path] == (export, list(map_ids))
        if path != export.out or session.path is None or self.application.remembered.export(session.path) != export:
            return False
        return export.maps != "this" or len(session.document.maps) == 1  # which map it was is not remembered

    def again(self, window: MainWindow) -> None:
        """Export as the last time, into the same file; show the dialog if there was none or it cannot be done again."""
        session = self._to_export(window)
        if session is None:
            return
        last = self.last(session)
        if last is None or not last.out.parent.is_dir() or not self._is_the_same(session, last):
            self.ask(window, "pdf")
        else:
            options = options_of(last.flags, last.kind)
            self.run(window, session, last, as_shown(session, options, maps_of(session, last.maps)))

    def _is_the_same(self, session: Session, last: Export) -> bool:
        """Tell whether the file of an export would be of the same maps as before, as far as that is known."""
        now = maps_of(session, last.maps)
        files = files_of(session.document, now, options_of(last.flags, last.kind), last.out)
        if len(files) > 1:
            return all(path in self._made or not path.exists() for path in files)
        if last.out not in self._made:
            return last.maps in ("this", "all") or last.maps in session.document
        return self._made[last.out][1] == now or not last.out.exists()

    def _to_export(self, window: MainWindow) -> Session | None:
        window.take_what_is_typed()
        session = window.session
        if session is None or session.map is None:
            self.application.tell(tr("There is no map to export yet: add one first."), window)
            return None
        return session

    def run(self, window: MainWindow, session: Session, export: Export, options: ExportOptions) -> ExportJob:
        """Export what was asked for, and remember it."""
        chosen = maps_of(session, export.maps)
        self._printed.pop(session, None)
        self._last[session] = export  # also where it is cancelled: that is what somebody wants, once more
        job = self.start(window, session, export.out, options, chosen)
        job.exported.connect(partial(self._remember, session, export, chosen, job.files))
        return job

    def _remember(self, session: Session, export: Export, map_ids: list[str], files: Sequence[Path]) -> None:
        self._made |= dict.fromkeys(files, (export, map_ids))
        self.application.memory.set_folder("exports", export.out.parent)
        if session.path is not None:
            self.application.remembered.set_export(session.path, export)

    def start(
        self, window: MainWindow, session: Session, path: Path, options: ExportOptions, map_ids: Sequence[str] = ()
    ) -> ExportJob:
        """Export maps of a session, the one that is shown if none are given, as they are now."""
        maps = [shown.id for shown in session.document.maps]
        chosen = list(map_ids) or [session.map_id]
        numbers = [maps.index(key) + 1 for key in chosen]
        job = ExportJob(session.writer.write(session.document), path, numbers, options, self)
        job.files = tuple(files_of(session.document, chosen, options, path))
        self._jobs.add(job)
        say = partial(self._say_under_way, window, job)
        job.progressed.connect(say)
        job.exported.connect(partial(self._say_exported, window, job))
        job.failed.connect(partial(self._end, window, job))
        job.cancelled.connect(partial(self._end, window, job, tr("The export was cancelled.")))
        say()
        job.start()
        return job

    def _say_under_way(self, window: MainWindow, job: ExportJob) -> None:
        """Say that an export is under way, how far it is, and from a moment on for how long."""
        if window not in self.application.windows:
            return
        window.tell(under_way(job), links=[(tr("Cancel"), job.cancel)])

    def _say_exported(self, window: MainWindow, job: ExportJob) -> None:
        self._end(window, job, "")
        if window in self.application.windows:
            window.tell(tr("Exported {name}", name=job.name), links=links_to(self.application, job))

    def _end(self, window: MainWindow, job: ExportJob, sentence: str) -> None:
        self._jobs.discard(job)
        job.deleteLater()
        self.application.tell(sentence, window)
        self.ended.emit()


def links_to(application: Application, job: ExportJob) -> list[tuple[str, Callable[[], None]]]:
    """Give what one may do with what was exported: words to click, and what they do."""
    show = application.show_path
    opened = [(tr("Open"), partial(show, job.out))] if len(job.files) == 1 else []
    return [*opened, (tr("Show in folder"), partial(show, job.out.parent))]


def under_way(job: ExportJob) -> str:
    """Say that an export is under way, how far it is, and from a moment on for how long."""
    sentence = _how_far(job)
    if job.seconds < AFTER:
        return sentence
    return tr("{sentence} ({seconds:.1f} s)", sentence=sentence, seconds=job.seconds)


def _how_far(job: ExportJob) -> str:
    name, now = job.name, job.progress
    if now is None:
        return tr("Exporting {name} …", name=name)
    if now.stage == "layout":
        return tr("Exporting {name} … laying out the map", name=name)
    if now.stage == "pages":
        return tr("Exporting {name} … making the pages", name=name)
    if job.kind == "pdf" and now.of > 1:
        return tr("Exporting {name} … page {done} of {count}", name=name, done=now.done, count=now.of)
    return tr("Exporting {name} … {percent} %", name=name, percent=now.percent)


def maps_of(session: Session, maps: str) -> list[str]:
    """Give the ids of the maps that are exported, by `Export.maps`; the one on the canvas in the place of one that is
    gone.
    """
    there = [one.id for one in session.document.maps]
    if maps == "all" and there:
        return there
    return [maps if maps in there else session.map_id]


def as_shown(session: Session, options: ExportOptions, map_ids: Sequence[str] = ()) -> ExportOptions:
    """Give options such that maps, the one that is shown if none are given, look as they do on the canvas."""
    showing = session.showing
    people = [one.id for key in map_ids or [session.map_id] for one in session.document.personas_of(key)]
    return replace(
        options,
        only=texts_of(showing.filter) if showing.fades_exports else (),
        comments=showing.comments,
        curves=showing.curves,
        persona=showing.persona if showing.persona in people else "",
    )


def flags_kept(options: ExportOptions) -> tuple[str, ...]:
    """Write what is remembered of options: all but how the canvas looks at maps."""
    plain = ExportOptions()
    return tuple(arguments(replace(options, only=(), comments=False, curves=plain.curves, persona="")))


def options_of(flags: Sequence[str], kind: Kind) -> ExportOptions:
    """Read flags one by one; those that are not for this kind of file, or of another release, are passed over."""
    parser = ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    add_to(parser)
    kept: list[str] = []
    for flag in flags:
        try:
            given, _ = parser.parse_known_args([*kept, flag])
            options_from(given, kind)
        except (ExportError, ArgumentError):
            continue
        kept.append(flag)
    return options_from(parser.parse_known_args(kept)[0], kind) if kept else ExportOptions(kind)
