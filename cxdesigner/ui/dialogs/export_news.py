"""What becomes of exports and of printing, said at the foot of the export dialog."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from cxdesigner.ui.dialogs.export_foot import Foot, Link
from cxdesigner.ui.exporting import links_to, under_way
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.export_job import ExportJob


class News:
    """Tells of the last export or print that was begun here, until the dialog is closed."""

    def __init__(self, foot: Foot, application: Application) -> None:
        self._foot, self._application = foot, application
        self._job: ExportJob | None = None
        self._is_open = True

    def follow(self, job: ExportJob) -> None:
        """Say what becomes of an export; the dialog stays for the next one."""
        self._job = job
        say = partial(self._say_under_way, job)
        job.progressed.connect(say)
        job.exported.connect(partial(self._say_saved, job))
        job.failed.connect(partial(self._say_ended, job))
        job.cancelled.connect(partial(self._say_ended, job, tr("The export was cancelled.")))
        say()

    def say_printing(self, sentence: str, links: Sequence[Link], *, is_over: bool) -> None:
        """Say what becomes of printing."""
        if self._is_open:
            self._job = None
            self._foot.tell(sentence, links, is_over=is_over)

    def close(self) -> None:
        """Say no more here: what is under way goes on, and is told of in the window."""
        self._is_open, self._job = False, None

    def _say_under_way(self, job: ExportJob) -> None:
        if job is self._job:
            self._foot.tell(under_way(job), [(tr("Cancel"), job.cancel)])

    def _say_saved(self, job: ExportJob) -> None:
        if job is self._job:
            self._job = None
            self._foot.tell(tr("Saved {name}", name=job.name), links_to(self._application, job), is_over=True)

    def _say_ended(self, job: ExportJob, sentence: str) -> None:
        if job is self._job:
            self._job = None
            self._foot.tell("")
            self._foot.refuse(sentence)
