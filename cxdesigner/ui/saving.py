"""Putting projects, and what is made of them, into files that somebody chooses."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cxdesigner.storage.on_disk import OnDisk
from cxdesigner.storage.project_file import CannotWriteError, save
from cxdesigner.ui.names import file_name, is_same, with_extension
from cxdesigner.ui.opening import LEFT_OUT, things
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.session import Session

PROJECTS = ("cxd", "json")


class Saving:
    """Saves for an application, with its dialogs and what it remembers."""

    def __init__(self, application: Application) -> None:
        self._application = application

    def save(self, window: MainWindow, session: Session) -> bool:
        """Save into the project's file; asks for one where it has none that may be written."""
        if session.path is None or session.read_only:
            return self.save_as(window, session)
        return self._write(window, session, session.path)

    def save_as(self, window: MainWindow, session: Session) -> bool:
        """Save where somebody chooses; False if it was not saved."""
        left_out = session.property(LEFT_OUT)
        if left_out and session.read_only and session.path is not None:
            sentence = tr(
                "{name} was made by a newer release, and {n} cannot be read here. A copy would lose that, so none was "
                "saved: use the newer release."
            )
            self._application.tell(sentence.format(name=session.path.name, n=things(left_out)), window)
            return False
        path = self.ask_path(window, tr("Save as"), self._suggestion(session), tr("Projects (*.cxd *.json)"), PROJECTS)
        if path is None:
            return False
        refusal = self._refusal(window, session, path)
        if refusal:
            sentence = tr("{name} was not written over, since {reason}: choose another name.")
            self._application.tell(sentence.format(name=path.name, reason=refusal), window)
            return False
        self._application.memory.set_folder("projects", path.parent)
        return self._write(window, session, path)

    def save_template(self, window: MainWindow, session: Session) -> None:
        """Keep a project as a template of one's own."""
        title = session.document.project.title or (session.map.title if session.map is not None else "")
        try:
            template = self._application.own_templates.save(session.document, title or tr("Untitled"))
        except (CannotWriteError, OSError) as error:
            failed = tr("The template could not be saved: {reason}.")
            sentence = failed.format(reason=error.strerror) if isinstance(error, OSError) else said(error)
            self._application.tell(sentence, window)
        else:
            window.tell(tr("Kept as the template “{title}”: it is on the start page.", title=template.title))

    def ask_path(
        self, window: MainWindow, caption: str, suggestion: Path, kinds: str, extensions: tuple[str, ...]
    ) -> Path | None:
        """Ask where to write; the path has one of the extensions, and writing over a file was agreed to."""
        while chosen := self._application.dialogs.ask_save_path(window, caption, suggestion, kinds):
            path = with_extension(chosen, extensions).absolute()
            if path == chosen.absolute() or not path.exists():
                return path
            suggestion = path  # The dialog has not asked about this file: it is to ask again.
        return None

    def _refusal(self, window: MainWindow, session: Session, path: Path) -> str:
        if session.read_only and session.path is not None and is_same(session.path, path):
            return tr("it was made by a newer release")
        other = self._application.projects.window_of(path)
        return tr("it is open in another window") if other not in (None, window) else ""

    def _write(self, window: MainWindow, session: Session, path: Path) -> bool:
        try:
            saved = session.to_save
            digest = save(saved, path, session.writer)
        except CannotWriteError as error:
            self._application.tell(said(error), window)
            return False
        session.mark_saved(path, OnDisk(digest, saved))
        self._application.memory.add(path)
        return True

    def _suggestion(self, session: Session) -> Path:
        if session.path is not None:
            return session.path
        shown = session.map
        title = session.document.project.title or (shown.title if shown is not None else "")
        return self._application.folder_for("projects") / file_name(title, PROJECTS[0])
