"""The export dialog: what goes out, on which pages, as a file of which name, with the pages as they will be.

It is a window of its own, and the canvas stays alive; what is edited there is on the pages a moment later.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cxdesigner.export.naming import files_of
from cxdesigner.export.options import Kind
from cxdesigner.export.presets import Presets
from cxdesigner.export.safe import Task
from cxdesigner.ui.dialogs.export_findings import Findings
from cxdesigner.ui.dialogs.export_foot import Foot
from cxdesigner.ui.dialogs.export_form import DEFAULTS, Form
from cxdesigner.ui.dialogs.export_news import News
from cxdesigner.ui.dialogs.export_pages import Pages
from cxdesigner.ui.dialogs.export_presets import PresetBar, kind_of_preset
from cxdesigner.ui.dialogs.export_question import Going, Question
from cxdesigner.ui.dialogs.export_rows import FADED, MAPS, SINCE
from cxdesigner.ui.dialogs.export_target import Target, is_there
from cxdesigner.ui.exporting import as_shown, flags_kept, maps_of, options_of
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.preview_job import PreviewJob
from cxdesigner.ui.remembered import Export
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.export.options import ExportOptions
    from cxdesigner.ui.exporting import Exporting
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.session import Session

_PAUSE = 150
"""Milliseconds without a change after which pages are composed anew."""
_WIDTH, _HEIGHT, _FORM = 1240, 820, 324
_SHOWN = ("comments", "curves")
"""Fields that say how the canvas looks at the map: they are set there."""


class ExportDialog(QDialog):
    """Asks how to export the project of a window."""

    def __init__(self, window: MainWindow, session: Session, exporting: Exporting, kind: Kind) -> None:
        super().__init__(window)
        self._window, self.session, self._exporting = window, session, exporting
        self._look = look = Look.of(exporting.application.tokens)
        self.setWindowTitle(tr("Export"))
        self.setObjectName("export")
        self.job = PreviewJob(session.writer, self)
        self.presets = PresetBar(Presets(exporting.application.config_folder), look)
        self.form = Form(look)
        self.pages = Pages(self.job, look)
        self.findings = Findings(look)
        self.foot = foot = Foot(look)
        self.path, self.reason, self.export, self.browse = foot.path, foot.reason, foot.export, foot.browse
        self.target = Target(self.path, session, exporting.application, self.presets)
        self._question = Question()
        self._last = exporting.set_last(session)
        self._news = News(foot, exporting.application)
        self._is_open = True
        self._refusal = ""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self.compose)
        self._lay_out()
        self._fill(kind)
        self._connect()
        self._judge()
        self._begun = self._export_as_set()
        QTimer.singleShot(0, self, self.compose)  # the dialog is seen first

    # Making it

    def _lay_out(self) -> None:
        px = self._look.tokens.px
        side = QWidget()
        side.setObjectName("exportside")
        side.setFixedWidth(px(_FORM))
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(0)
        left.addWidget(self.presets)
        left.addWidget(self.form, 1)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.pages, 1)
        right.addWidget(self.findings)
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(side)
        upper.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(upper, 1)
        whole.addWidget(self.foot)
        self.export.setDefault(True)  # Enter exports, wherever the keyboard is but on another button
        room = self._window.screen().availableSize()
        wide, high = int(room.width() * 0.94), int(room.height() * 0.88)  # its frame and title have to be seen too
        self.setMinimumSize(min(px(760), wide), min(px(480), high))
        self.resize(min(px(_WIDTH), wide), min(px(_HEIGHT), high))

    def _fill(self, kind: Kind) -> None:
        self._offer_maps()
        last = self._last
        if last is not None:
            options = options_of(last.flags, kind if kind != "pdf" else last.kind)
            chosen = last.maps if last.maps in ("this", "all") or last.maps in self.session.document else "this"
            self._show_options(options, chosen)
        else:
            page = self._exporting.application.preferences.paper
            self.form.set_values({"kind": kind, "page": page})
        self._follow_showing()
        self.presets.follow((), self._kind)  # lists them
        self.target.begin(self._kind, last)

    def _connect(self) -> None:
        session = self.session
        self.form.changed.connect(self._changed)
        self.presets.chosen.connect(self._take_preset)
        self.presets.listed.connect(self._see_presets)
        self.job.composed.connect(self._see)
        self.job.refused.connect(self._see)
        self.job.failed.connect(lambda _sentence: self._see())  # the export may still work
        self.findings.chosen.connect(self._select)
        self.findings.helped.connect(self._help)
        self.path.textEdited.connect(self._take_name)
        self.path.editingFinished.connect(self.target.settle)
        self.browse.clicked.connect(self._browse)
        self.foot.shut.clicked.connect(self.close)
        self.export.clicked.connect(self._export)
        self.foot.print.clicked.connect(self._print)
        session.document_changed.connect(self._document_changed)
        session.map_changed.connect(self._soon.start)
        session.showing_changed.connect(self._showing_changed)

    # What is set

    @property
    def _kind(self) -> Kind:
        kind: Kind = self.form.values["kind"]
        return kind

    def options(self) -> ExportOptions | None:
        """Give what is set; None, with a sentence beside it, if it cannot be."""
        options = self.form.options()
        return None if options is None else as_shown(self.session, options, self.map_ids())

    def choose_kind(self, kind: Kind) -> None:
        """Choose a kind of file."""
        if kind != self._kind:
            self.form.set_values({"kind": kind})
            self._changed("kind")

    def map_ids(self) -> list[str]:
        """Give the ids of the maps that are chosen."""
        return maps_of(self.session, self.form.values[MAPS])

    def compose(self) -> None:
        """Have the pages made as they are set now."""
        self._soon.stop()
        options = self._judge() if self.isVisible() else None  # it may be closed before it is drawn
        if options is not None:
            self.job.compose(self.session.document, self.map_ids(), options)

    def _offer_maps(self) -> None:
        maps = self.session.document.maps
        choices: list[tuple[Any, str]] = [("this", tr("This map"))]
        if len(maps) > 1:
            choices += [("all", tr("All {n} maps", n=len(maps))), *((one.id, title_of_map(one, 40)) for one in maps)]
        self.form.offer(MAPS, choices)
        names = dict.fromkeys(snapshot.name for snapshot in self.session.document.snapshots if snapshot.name)
        self.form.offer(SINCE, [("", tr("The map it was made from")), *((name, name) for name in names)])

    def _changed(self, field: str) -> None:
        self.foot.forget()
        self.target.settle()
        values = self.form.values
        if field == FADED:
            self.session.show(fades_exports=values[FADED])
        elif field in _SHOWN:
            self.session.show(**{field: values[field]})
        elif field == "kind":
            self.target.take_kind(self._kind)
        self._refusal = ""
        self._judge()
        self._soon.start()

    def _take_preset(self, flags: Sequence[str]) -> None:
        options = options_of(flags, kind_of_preset(flags))
        self._show_options(options, self.form.values[MAPS])
        if options.comments:
            self.session.show(comments=True)
        self._changed("kind")

    def _show_options(self, options: ExportOptions, maps: str) -> None:
        values = {field: getattr(options, field) for field in DEFAULTS if field not in _SHOWN}
        self.form.set_values({**values, MAPS: maps})

    def _showing_changed(self) -> None:
        self._follow_showing()
        self._judge()
        self._soon.start()

    def _follow_showing(self) -> None:
        showing = self.session.showing
        shown = {field: getattr(showing, field) for field in _SHOWN}
        self.form.set_values({**shown, FADED: showing.fades_exports})
        self.form.hide_rows(frozenset() if showing.filter.is_on else frozenset((FADED,)))

    def _document_changed(self, _change: object) -> None:
        self._offer_maps()
        self._soon.start()

    # What is wrong, and where it goes

    def _judge(self) -> ExportOptions | None:
        """Say what stands in the way of an export; gives the options if those can be."""
        options = self.options()
        if options is not None:
            self.presets.follow(flags_kept(options), options.kind)
            self.target.propose(options, self.form.values[MAPS])
        sentence = self.form.problem if options is None else self.target.problem() or self._refusal
        self._question.follow(self._going(options) if options is not None and not sentence else None)
        question = self._question.sentence
        self.export.setText(tr("Replace") if question else tr("Export"))
        self.export.setEnabled(not sentence)
        self.foot.print.setVisible(self._kind == "pdf")
        self.foot.print.setEnabled(options is not None and bool(self.job.pages))
        self.foot.refuse(sentence or question)
        return options

    def _see(self, refusal: str = "") -> None:
        """See what came of the pages, and why there are none."""
        self.findings.show_findings(self.job.findings)
        self.foot.print.setEnabled(bool(self.job.pages))
        if refusal != self._refusal:
            self._refusal = refusal
            self._judge()

    def _take_name(self) -> None:
        self.target.take_name()
        self.foot.forget()
        self._judge()

    def _see_presets(self) -> None:
        """Have the file called by the preset that what is set has become, and asked about anew."""
        self._question.forget()
        self._judge()

    def _browse(self) -> None:
        path = self.target.browse(self)
        options = self._judge()
        if path is not None and options is not None:
            going = self._going(options)
            if going.files == (path,):  # else the question of the system was about another file
                self._question.take_answer(going)
                self._judge()
        self.export.setFocus()

    def _going(self, options: ExportOptions) -> Going:
        """Say what would be written."""
        map_ids = self.map_ids()
        files = files_of(self.session.document, map_ids, options, self.target.path)
        return Going(options, tuple(map_ids), tuple(files))

    def _export_as_set(self) -> Export | None:
        """Give what is set, as it is remembered; None if it cannot be."""
        options = self.form.options()
        if options is None or self.target.problem():
            return None
        return Export(flags_kept(options), options.kind, self.form.values[MAPS], self.target.path)

    def _remember(self) -> None:
        """Have what somebody has set here found again the next time."""
        found = self._export_as_set()
        if found is not None and found != self._begun:
            self._exporting.keep(self.session, found)
            self._begun = found

    def _export(self) -> None:
        self._window.take_what_is_typed()
        self.target.settle()
        options, export = self._judge(), self._export_as_set()  # the name first, which follows what is set
        if options is None or export is None or not self.export.isEnabled():
            return
        going, made = self._going(options), self._exporting.has_made
        there = [path for path in going.files if is_there(path) and not made(self.session, export, going.map_ids, path)]
        if there and not self._question.allows(going):
            self._question.ask(going, there)
            self._judge()
            return
        self._question.forget()
        self._judge()
        self.target.keep_folder()
        self._remember()
        self._news.follow(self._exporting.run(self._window, self.session, export, options))

    def _print(self) -> None:
        """Print the pages that are shown, as they are set."""
        from cxdesigner.ui.printing import print_pages  # imports what only printing needs

        self._window.take_what_is_typed()
        options, pages = self.options(), self.job.pages
        if options is None or not pages:
            return
        self._exporting.set_printed(self.session, self.form.values[MAPS], options)
        self._remember()
        task = Task(self.session.document, self.map_ids(), options)
        lies = pages[-1].width > pages[-1].height  # the last one, since a plan may come first
        print_pages(self._window, self, task, lies=lies, exact=True, tell=self._news.say_printing)

    # The window

    def _help(self, changes: dict[str, Any]) -> None:
        """Set what helps against a finding, and put the keyboard there: it may be something else than was meant."""
        self.form.set_values(changes)
        field = next(iter(changes))
        self.form.go_to(field)
        self._changed(field)
        self.compose()

    def _select(self, ids: tuple[str, ...]) -> None:
        self.job.find(ids)
        document = self.session.document
        there = [key for key in ids if key in document]
        shown = document.map_of(there[0]) if there else None
        if shown is not None:
            self.session.show_map(shown)
        self.session.select(there)
        if there:
            self._window.bench.canvas.reveal(there[0])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.export.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_open:
            self._remember()
        self.job.stop()
        self._is_open = False
        self._news.close()
        event.accept()  # QDialog's own asks `reject`, and stays where that closes
        self._exporting.forget(self)
        self.deleteLater()

    def reject(self) -> None:
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F6:
            self._next_part(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _next_part(self, *, back: bool) -> None:
        """Put the keyboard into the next part: presets, form, pages, findings, file."""
        parts: list[tuple[QWidget, QWidget]] = [
            (self.presets, self.presets.box),
            (self.form, self.form.controls["kind"]),
            (self.pages, self.pages.view),
        ]
        links = [line for line in self.findings.findChildren(QPushButton) if line.isVisible()]
        if links:
            parts.append((self.findings, links[0]))
        parts.append((self.path, self.path))
        focus = self.focusWidget()
        at = next(
            (at for at, (part, _) in enumerate(parts) if focus and (part is focus or part.isAncestorOf(focus))), -1
        )
        step = -1 if back else 1
        parts[(at + step) % len(parts) if at >= 0 or not back else -1][1].setFocus(Qt.FocusReason.TabFocusReason)
