"""Projects made of tables, each in a window of its own and in no file yet, with what was not understood of them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cxdesigner.interchange.table.csv_file import TableError
from cxdesigner.interchange.table.project import Imported, read_table
from cxdesigner.storage.problems import NotAProjectError
from cxdesigner.storage.project_file import CannotReadError, read_bytes
from cxdesigner.ui.panels.notice_lines import unfold_lines
from cxdesigner.ui.panels.notices import Notice
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.words import said, tr

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.projects import Projects

IMPORTED: Final = "imported"
"""The key of the notice about what was not understood."""
_PURPOSE: Final = "tables"


class Importing:
    """Makes projects of tables."""

    def __init__(self, application: Application, projects: Projects) -> None:
        self._application, self._projects = application, projects

    def ask(self, window: MainWindow) -> None:
        """Let somebody choose a table, and show the project that it makes."""
        application, session = self._application, window.session
        beside = session.path.parent if session is not None and session.path is not None else None
        path = application.dialogs.ask_table_path(window, application.folder_for(_PURPOSE, beside))
        if path is not None:
            application.memory.set_folder(_PURPOSE, path.parent)
            shown, failure = self.open(path, window)
            application.tell(failure, shown)

    def open(self, path: Path, window: MainWindow | None) -> tuple[MainWindow | None, str]:
        """Show the project that a table makes, in a window if nothing was done in it, else in a new one.

        Gives its window, or the one given with a sentence that says why there is none.
        """
        try:
            found = read_table(read_bytes(path), path.stem)
        except CannotReadError as error:
            return window, said(error)
        except (TableError, NotAProjectError) as error:
            return window, f"{path.name}: {said(error)}"
        window = self._projects.show_unsaved(Session(found.document), window)
        self._tell(path.name, found, window)
        return window, ""

    def _tell(self, name: str, found: Imported, window: MainWindow) -> None:
        bar = window.notices
        if not found.lost or bar is None:
            sentence = tr("This project was made of {name}. It is in no file yet: Save asks for one.", name=name)
            self._application.tell(sentence, window)
            return
        lines = [said(sentence) for sentence in found.lost]
        show = partial(unfold_lines, bar, IMPORTED, lines, tr("What was not understood"))
        bar.put(Notice(IMPORTED, _sentence(name, len(lines)), ((tr("Show"), show),)))


def _sentence(name: str, count: int) -> str:
    if count == 1:
        sentence = tr("This project was made of {name}, and is in no file yet. 1 thing in that was not understood.")
    else:
        sentence = tr("This project was made of {name}, and is in no file yet. {n} things in that were not understood.")
    return sentence.format(name=name, n=f"{count:,}")
