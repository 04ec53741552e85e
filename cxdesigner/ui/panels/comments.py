"""The comments of all maps: who said what when, done or not, and a field for the next one."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cxdesigner.model.change import Change
from cxdesigner.model.edits.comments import (
    add_comment,
    can_comment,
    change_comment,
    comments_about,
    comments_on,
    remove_comments,
    subject,
)
from cxdesigner.model.records import Comment, Department, Link, Map, Project
from cxdesigner.ui.login import login
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.panels.comment_words import name_of
from cxdesigner.ui.style.text import ElidedLabel, plain_label, set_tip
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.model.document import Document
    from cxdesigner.ui.session import Edit, Session
    from cxdesigner.ui.workbench import Workbench

WIDTH = 272
FIELD_HEIGHT = 74
KEY = Qt.ItemDataRole.UserRole
_NAMED = Comment | Map | Department | Link | Project
"""What is listed, and what is named there and changed elsewhere than on the sheet."""


def make(bench: Workbench) -> CommentsPanel:
    """Make the panel of a workbench."""
    return CommentsPanel(bench)


class CommentsPanel(QWidget):
    """Lists comments, and writes new ones on what is selected, or on the map where nothing is."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench, self._session = bench, bench.session
        self.setObjectName("comments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Comments"))
        self.setFixedWidth(bench.look.tokens.px(WIDTH))
        self._editing = ""
        self._is_signed = False
        self._build(bench.look.tokens.margin)
        self._session.document_changed.connect(self._on_document_changed)
        self._session.map_changed.connect(self.refresh)
        self._session.selection_changed.connect(self._follow)
        self.refresh()

    def _build(self, margin: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.addWidget(plain_label(tr("Comments").upper(), "heading"), 1)
        close = QToolButton()
        close.setObjectName("quiet")
        close.setIcon(self._bench.look.icons.icon("close", self._bench.look.tokens.muted))
        close.setAccessibleName(tr("Close"))
        set_tip(close, tr("Close (Esc)"))
        close.clicked.connect(self.close_panel)
        head.addWidget(close)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        t = self._bench.look.tokens
        self.list.setStyleSheet(
            f"QListWidget::item {{ padding: 6px 0px; border-bottom: 1px solid {t.hairline}; color: {t.ink}; }}"
            f"QListWidget::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}"
        )
        self.list.setAccessibleName(tr("Comments"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.itemChanged.connect(self._on_checked)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._edit)
        self.list.installEventFilter(self)
        self.none = plain_label(tr("No comments yet."), "muted", wrap=True)
        self.about = ElidedLabel("", "muted")
        self.author = self._author_field()
        self.field = QPlainTextEdit()
        self.field.setPlaceholderText(tr("Write a comment"))
        self.field.setAccessibleName(tr("Comment"))
        self.field.setFixedHeight(FIELD_HEIGHT)
        self.field.setTabChangesFocus(True)
        self.field.installEventFilter(self)
        self.send = QPushButton(tr("Comment"))
        set_tip(self.send, tr("Enter; Shift+Enter begins another line"))
        self.send.clicked.connect(self.take_draft)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.send)
        column.addLayout(head)
        column.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        column.addWidget(self.author)
        column.addWidget(self.about)
        column.addWidget(self.field)
        column.addLayout(row)

    def _author_field(self) -> QLineEdit:
        """Make the field that asks for a name while none is set."""
        field = QLineEdit()
        field.setMaxLength(200)
        field.setPlaceholderText(tr("Your name"))
        field.setAccessibleName(tr("Your name"))
        field.editingFinished.connect(self._sign)
        field.installEventFilter(self)
        return field

    # What is listed

    def refresh(self, _change: object = None) -> None:
        """List the comments of the maps, the one that is shown first, those that are done last."""
        kept = self.current
        document, shown = self._session.document, self._session.map_id
        maps = [one for one in sorted(document.maps, key=lambda one: one.id != shown) if document.comments(one.id)]
        with QSignalBlocker(self.list):
            self.list.clear()
            for one in maps:
                if maps != [self._session.map]:
                    self._add_head(title_of_map(one))
                for comment in sorted(document.comments(one.id), key=lambda comment: comment.done):
                    item = self._item(document, comment)
                    self.list.addItem(item)
                    if comment.id == kept:
                        self.list.setCurrentItem(item)
        self.none.setVisible(not maps)
        self.list.setVisible(bool(maps))
        self.author.setVisible(not (self._is_signed or self._bench.application.preferences.author))
        self._follow()

    def _add_head(self, title: str) -> None:
        """Name the map whose comments follow."""
        head = QListWidgetItem(title)
        head.setData(KEY, "")
        head.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = head.font()
        font.setBold(True)
        head.setFont(font)
        self.list.addItem(head)

    def _item(self, document: Document, comment: Comment) -> QListWidgetItem:
        item = QListWidgetItem(self._words(document, comment))
        item.setData(KEY, comment.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if comment.done else Qt.CheckState.Unchecked)
        font = item.font()
        font.setStrikeOut(comment.done)
        item.setFont(font)
        return item

    @staticmethod
    def _words(document: Document, comment: Comment) -> str:
        when = comment.date.replace("T", " ")
        who = " · ".join(part for part in (comment.author, when) if part)
        return "\n".join(part for part in (who, name_of(document, subject(comment)), comment.text) if part)

    def _on_document_changed(self, change: Change | None) -> None:
        if change is None or any(isinstance(record, _NAMED) for record in change.records()):
            self.refresh()

    def _follow(self) -> None:
        """Say on what the next comment is, and stand at the first comment on what is selected."""
        if self._editing and self._session.document.get(self._editing, Comment) is None:
            self._editing = ""
        about = subject(self._edited) if self._edited is not None else self.subject
        self.about.setText(tr("On {what}", what=name_of(self._session.document, about)))
        self.send.setText(tr("Change") if self._editing else tr("Comment"))

    @property
    def _edited(self) -> Comment | None:
        return self._session.document.get(self._editing, Comment)

    @property
    def subject(self) -> str:
        """The id of what the next comment is on: what is selected, else the map."""
        document, map_id = self._session.document, self._session.map_id
        return next((key for key in self._session.selection.ids if can_comment(document, map_id, key)), map_id)

    @property
    def current(self) -> str:
        """The id of the comment at which the list stands, "" for none."""
        item = self.list.currentItem()
        return item.data(KEY) if item is not None else ""

    # What is done

    def write(self) -> None:
        """Put the keyboard into the field."""
        self._editing = ""
        self._follow()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_draft(self) -> None:
        """Take what is typed as a comment; what is refused stays in the field."""
        text = self.field.toPlainText().strip()
        if text and (self._change(text) if self._edited is not None else self._add(text)):
            self._editing = ""
            self.field.clear()
            self._follow()

    def what_is_typed(self) -> list[Edit]:
        """Give what taking the comment that is being typed would do, without doing it."""
        text, session, on = self.field.toPlainText().strip(), self._session, self.subject
        if not text or not can_comment(session.document, session.map_id, on):
            return []
        if self._edited is not None:
            return [partial(change_comment, comment_id=self._editing, text=text)]
        author = self.author.text().strip() or self._bench.application.preferences.author or login()
        return [partial(add_comment, map_id=session.map_id, on=on, text=text, author=author, date=_now())]

    def _change(self, text: str) -> bool:
        comment, edit = self._edited, partial(change_comment, comment_id=self._editing, text=text)
        same = comment is not None and comment.text == text
        return same or self._session.perform(tr("Edit comment"), edit) is not None

    def _add(self, text: str) -> bool:
        session, on = self._session, self.subject
        if not can_comment(session.document, session.map_id, on):  # the last map may have gone meanwhile
            session.told.emit(tr("There is no map to comment on: add one first."))
            return False
        self._sign()
        author = self._bench.application.preferences.author or login()
        self._is_signed = True
        edit = partial(add_comment, map_id=session.map_id, on=on, text=text, author=author, date=_now())
        return session.perform(tr("Add comment"), edit) is not None

    def _sign(self) -> None:
        """Remember the name of who writes here; it is asked for no more."""
        name = self.author.text().strip()
        if name and not self.author.isHidden():
            self._bench.application.sign(name)
            if self.author.hasFocus():
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.author.hide()

    def _on_checked(self, item: QListWidgetItem) -> None:
        done = item.checkState() == Qt.CheckState.Checked
        name = tr("Comment is done") if done else tr("Comment is open again")
        self._session.perform(name, partial(change_comment, comment_id=item.data(KEY), done=done))

    def _go(self, item: QListWidgetItem) -> None:
        go_to(self._bench, item.data(KEY))

    def _edit(self, item: QListWidgetItem) -> None:
        comment = self._session.document.get(item.data(KEY), Comment)
        if comment is not None:
            self._editing = comment.id
            self.field.setPlainText(comment.text)
            self.field.selectAll()
            self._follow()
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self._session.perform(tr("Delete comment"), partial(remove_comments, keys=[item.data(KEY)]))

    def show_on(self, key: str) -> None:
        """Select a thing, and stand at the first open comment on it."""
        session = self._session
        session.select(key)
        comments = comments_on(session.document, session.map_id, key) or comments_about(session.document, key)
        if comments:
            self.stand_at(min(comments, key=lambda comment: comment.done).id)

    def stand_at(self, key: str) -> None:
        """Stand at a comment in the list."""
        for row in range(self.list.count()):
            if self.list.item(row).data(KEY) == key:
                self.list.setCurrentRow(row)

    def close_panel(self) -> None:
        """Hide the panel; the keyboard goes back to the map."""
        self._bench.hide_panel("comments")
        self._bench.canvas.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and watched is self.field:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()  # with Ctrl too it ends the comment, and adds no card
                return True
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._editing = ""
                self.field.clear()
                self.close_panel()
                return True
            if watched is self.field and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                    self.take_draft()
                    return True
            elif watched is self.list and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._remove()
                return True
        return super().eventFilter(watched, event)


def go_to(bench: Workbench, comment_id: str) -> None:
    """Select what a comment is on, and look at it."""
    session: Session = bench.session
    comment = session.document.get(comment_id, Comment)
    if comment is not None:
        session.show_map(comment.parent)
        session.select(subject(comment))
        bench.canvas.reveal(subject(comment))


def _now() -> str:
    return datetime.now().isoformat(timespec="minutes")
