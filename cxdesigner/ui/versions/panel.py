"""The versions of a project beside its map: kept under names, replaced by saves, and what the file holds."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from cxdesigner.model.edits.snapshots import keep_snapshot, remove_snapshots, rename_snapshot, restore
from cxdesigner.model.limits import LimitReachedError
from cxdesigner.model.records import Snapshot
from cxdesigner.ui.login import login
from cxdesigner.ui.panels.flow import Flow
from cxdesigner.ui.style.text import plain_label, set_tip
from cxdesigner.ui.style.words import said, tr
from cxdesigner.ui.undoing import undoing
from cxdesigner.ui.versions import words
from cxdesigner.ui.versions.entries import CannotShowError, Version, read_version, versions_of
from cxdesigner.ui.versions.job import VersionsJob
from cxdesigner.ui.versions.listing import VersionList
from cxdesigner.ui.versions.rows import PICTURE_SIZE

if TYPE_CHECKING:
    from cxdesigner.model.change import Change
    from cxdesigner.model.document import Document
    from cxdesigner.ui.workbench import Workbench

WIDTH: Final = 290
"""At 100 % where the inspector, in whose place it stands, is narrower."""
_REST: Final = 800
"""Milliseconds without an edit before it is found out anew what changed since."""
_SOON: Final = 60
"""Milliseconds until what has come into view is looked at."""
_LONGEST: Final = 200


def make(bench: Workbench) -> VersionsPanel:
    """Make the panel of a workbench."""
    return VersionsPanel(bench)


class VersionsPanel(QWidget):
    """Lists versions, the newest first, keeps the present one under a name, and brings others back."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench, self._session = bench, bench.session
        look = bench.look
        self.setObjectName("versions")
        self.setAccessibleName(tr("Versions"))
        self._fit()
        size = QSize(look.tokens.px(PICTURE_SIZE.width()), look.tokens.px(PICTURE_SIZE.height()))
        folder = bench.application.keeping.backups.folder
        self.job = VersionsJob(self._session, folder, size, bench.devicePixelRatioF(), self)
        self.job.listed.connect(self._on_listed)
        self.job.looked.connect(self._on_looked)
        self._listed: list[Version] = []
        self._is_fresh = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST)
        self._rest.timeout.connect(self._catch_up)
        self._looking = QTimer(self)
        self._looking.setSingleShot(True)
        self._looking.setInterval(_SOON)
        self._looking.timeout.connect(self._look)
        self._build(look.tokens.margin)
        self.list.verticalScrollBar().valueChanged.connect(lambda _value: self._looking.start())
        self.setFocusProxy(self.list)
        self._session.document_changed.connect(self._on_document_changed)
        self._session.file_changed.connect(self._soon)
        self._session.map_changed.connect(self._soon)

    def _build(self, margin: int) -> None:
        look = self._bench.look
        close = QToolButton()
        close.setObjectName("quiet")
        close.setIcon(look.icons.icon("close", look.tokens.muted))
        close.setAccessibleName(tr("Close"))
        set_tip(close, tr("Close (Esc)"))
        close.clicked.connect(self.close_panel)
        self.name = QLineEdit()
        self.name.setMaxLength(_LONGEST)
        self.name.setPlaceholderText(tr("Name for this version"))
        self.name.setAccessibleName(tr("Name for this version"))
        self.name.returnPressed.connect(self.keep)
        self.name.textChanged.connect(lambda _text: self._follow())
        self.keep_button = QPushButton(tr("Keep"))
        set_tip(self.keep_button, tr("Keep the project as it is now in its file, under this name (Enter)"))
        self.keep_button.clicked.connect(self.keep)
        self.list = VersionList(look)
        self.list.chosen.connect(self._follow)
        self.list.restore_asked.connect(self.restore)
        self.list.delete_asked.connect(self.delete)
        self.list.left.connect(self.close_panel)
        self.list.renamed.connect(self._rename)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.none = plain_label(
            tr("No versions yet. Those that you keep under a name are listed here, and what each save replaces."),
            "muted",
            wrap=True,
        )
        self.details = plain_label("", "muted", wrap=True)
        self.buttons = {
            "restore": self._button(tr("Restore"), self.restore, tr("Have the project be as it was then (Enter)")),
            "compare": self._button(tr("Compare"), self.compare, tr("Show on the map what changed since then")),
            "copy": self._button(tr("Open as a copy"), self.open_copy, tr("Open this version in a window of its own")),
            "rename": self._button(tr("Rename"), self.list.edit_name, tr("Give it another name (F2)")),
            "delete": self._button(tr("Delete"), self.delete, tr("Keep it no longer (Del)")),
        }
        head, keeping = QHBoxLayout(), QHBoxLayout()
        head.addWidget(plain_label(tr("Versions").upper(), "heading"), 1)
        head.addWidget(close)
        keeping.addWidget(self.name, 1)
        keeping.addWidget(self.keep_button)
        self.acting = QWidget()
        acting = Flow(self.acting, look.tokens.px(5))
        for button in self.buttons.values():
            acting.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.tokens.px(8))
        column.addLayout(head)
        column.addLayout(keeping)
        column.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        column.addWidget(self.details)
        column.addWidget(self.acting)

    def _button(self, text: str, act: object, tip: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName("tight")
        set_tip(button, tip)
        button.clicked.connect(act)
        return button

    def _fit(self) -> None:
        """Be as wide as the inspector, so that the map stays where it is."""
        self.setFixedWidth(max(self._bench.look.tokens.px(WIDTH), self._bench.sides.at("inspector").width()))

    # What is listed

    def refresh(self) -> None:
        """List what versions there are now, and look at those that are not known yet."""
        found = versions_of(self._session, self.job.backups)
        if found != self._listed and not self.list.is_editing:
            self._listed = found
            self.list.fill(found, self.job.facts)
        self._follow()
        self._looking.start()

    def _look(self) -> None:
        if self.isVisible():
            self.job.look(self.list.seen)

    def _on_listed(self) -> None:
        self.refresh()
        if self._is_fresh:  # until now nobody could know which one is the newest
            self._is_fresh = False
            self.list.setCurrentRow(0)

    def _catch_up(self) -> None:
        if self.isVisible():
            self.job.list_backups()
            self.refresh()

    def _soon(self) -> None:
        if self.isVisible():
            self._rest.start()

    def _on_document_changed(self, change: Change | None) -> None:
        if self.isVisible() and (change is None or any(isinstance(one, Snapshot) for one in change.records())):
            self.refresh()
        self._soon()

    def _on_looked(self, key: str) -> None:
        self.list.show_facts(key, self.job.facts[key])
        if self.list.current is not None and self.list.current.key == key:
            self._follow()

    def _follow(self) -> None:
        """Show what can be done with the version that is selected, and all that is said of it."""
        version = self.list.current
        facts = self.job.facts.get(version.key) if version is not None else None
        can = version is not None and not (facts is not None and facts.refusal)
        self.none.setVisible(not self._listed)
        self.list.setVisible(bool(self._listed))
        self.keep_button.setEnabled(bool(self.name.text().strip()))
        is_named = version is not None and version.kind == "named"
        for name, applies in (
            ("restore", can),
            ("compare", can),
            ("copy", can),
            ("rename", is_named),
            ("delete", is_named),
        ):
            self.buttons[name].setEnabled(applies)
            self.buttons[name].setVisible(bool(self._listed))
        lines = [words.title_of(version)[:_LONGEST], words.details(facts)] if version is not None else []
        self.details.setText("\n".join(filter(None, lines)))
        self.details.setVisible(bool(lines))

    # What is done

    def open(self, *, to_keep: bool = False) -> None:
        """Put the keyboard into the list, or into the field for a name where that is asked or nothing is listed."""
        field = self.name if to_keep or not self._listed else self.list
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the project as it stands under the name in the field."""
        from cxdesigner.storage.snapshots import content_of

        name, session = self.name.text().strip(), self._session
        if not name:
            return
        self._bench.take_what_is_typed()
        try:
            content = content_of(session.document)
        except LimitReachedError as refusal:
            session.told.emit(said(refusal))
            return
        author = self._bench.application.preferences.author or login()
        date = datetime.now().isoformat(timespec="minutes")
        edit = partial(keep_snapshot, name=name, content=content, author=author, date=date)
        change = session.perform(tr("Keep version"), edit)
        if change is not None:
            self.name.clear()
            self.refresh()
            self.list.select(change.added()[0].id)
            self._bench.status.tell(tr("Kept as “{name}”. It is in the file from the next save on.", name=name))

    def restore(self) -> None:
        """Have the project be as it was in the version that is selected."""
        version, document = self._read()
        if version is None or document is None:
            return
        session, status = self._session, self._bench.status
        self._bench.take_what_is_typed()
        try:
            change = restore(session.document, document)
        except LimitReachedError as refusal:
            session.told.emit(said(refusal))
            return
        title = words.title_of(version)[:_LONGEST]
        if change is None:
            status.tell(tr("Nothing was restored: the project is as it was then."))
            return
        session.perform(tr("Restore “{name}”", name=title), lambda _document: change)
        status.tell(tr("Restored “{name}”.", name=title), [(tr("Undo"), undoing(session))])

    def open_copy(self) -> None:
        """Open the version that is selected in a window of its own, as a project that is in no file yet."""
        version, document = self._read()
        if version is not None and document is not None:
            name = tr("“{name}”", name=words.title_of(version)[:_LONGEST])
            self._bench.application.projects.open_copy(document, name)

    def compare(self) -> None:
        """Show on the map what changed since the version that is selected."""
        version, document = self._read()
        if version is not None and document is not None:
            self._bench.comparing.show(document, words.in_a_sentence(version)[:_LONGEST])

    def delete(self) -> None:
        """Keep the version that is selected no longer."""
        version = self.list.current
        if version is not None and version.kind == "named":
            self._session.perform(tr("Delete version"), partial(remove_snapshots, keys=[version.key]))
            self.open()

    def _rename(self, key: str, name: str) -> None:
        self._session.perform(tr("Rename version"), partial(rename_snapshot, key=key, name=name))
        QTimer.singleShot(0, self, self.refresh)  # the field is in the middle of closing

    def _read(self) -> tuple[Version | None, Document | None]:
        version = self.list.current
        if version is None:
            return None, None
        try:
            return version, read_version(self._session, version)
        except CannotShowError as error:
            self._session.told.emit(str(error))
            return version, None

    def _open_menu(self, at: QPoint) -> None:
        if self.list.itemAt(at) is None and not self.list.selectedItems():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self.buttons.values():
            action = menu.addAction(button.text(), button.click)
            action.setEnabled(button.isEnabled())
        menu.popup(self.list.viewport().mapToGlobal(at))

    def take_what_is_typed(self) -> None:
        """Take a name that is being edited into the project."""
        self.list.finish_name()

    def close_panel(self) -> None:
        """Hide the panel; the keyboard goes back to the map."""
        self._bench.hide_panel("versions")
        self._bench.canvas.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focus, QPushButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        self._is_fresh = self._is_fresh or self.list.currentRow() < 0
        self.job.list_backups()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._rest.stop()
            self._looking.stop()
            self.job.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._looking.start()
