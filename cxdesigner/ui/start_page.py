"""What a window shows while nothing is open: what to start from, and what was open lately."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from cxdesigner.templates import BLANK, examples, templates
from cxdesigner.ui.own_templates import from_own
from cxdesigner.ui.stops import has_keyboard
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import ElidedLabel, plain_label
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.model.document import Document
    from cxdesigner.storage.recovery import Found
    from cxdesigner.ui.application import Application
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.panels.notices import Notices
    from cxdesigner.ui.panels.settings import Settings
    from cxdesigner.ui.recoverable import Recoverable
    from cxdesigner.ui.shortcuts import Shortcuts
    from cxdesigner.ui.style.tokens import Tokens

PICTURE = QSize(196, 122)
CELL = QSize(216, 168)
"""Pixels at 100 % of a picture, and of it with its title and the room around."""
_MARGIN = 40


class Offer(NamedTuple):
    """Something to start from: how it is drawn, what choosing it does, and its file if it is one's own template."""

    title: str
    document: Callable[[], Document]
    choose: Callable[[], object]
    own: Path | None = None


class StartPage(QWidget):
    """Templates and examples as pictures, recent files as a list. Enter starts with what is chosen, at first a blank
    map; the pictures are drawn once the page is seen.
    """

    def __init__(self, window: MainWindow, application: Application) -> None:
        super().__init__()
        self.in_window = window
        self.application = application
        self.look = Look.of(application.tokens)
        self._settings: Settings | None = None
        self.recoverable: Recoverable | None = None
        self._undrawn: Iterator[tuple[QListWidgetItem, Offer]] = iter(())
        self._drawing = QTimer(self)
        self._drawing.timeout.connect(self._draw_next)
        self.setObjectName("start")
        self.setAccessibleName(tr("Start page"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.new = _Tiles(tr("New map"), self.look.tokens)
        self.examples = _Tiles(tr("Examples"), self.look.tokens)
        self.recent = QListWidget()
        self.recent.setObjectName("files")
        self.recent.setAccessibleName(tr("Recent files"))
        self.recent.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.message = ElidedLabel("", "message")
        self.new.itemActivated.connect(self._choose)
        self.new.itemClicked.connect(self._choose)
        self.examples.itemActivated.connect(self._choose)
        self.examples.itemClicked.connect(self._choose)
        self.recent.itemActivated.connect(self._open)
        self.recent.itemClicked.connect(self._open)
        self.new.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.new.customContextMenuRequested.connect(self._ask_what)
        self._arrange()
        self.fill()

    def tell(self, sentence: str) -> None:
        """Say a sentence at the foot of the page."""
        self.message.setText(sentence)

    @cached_property
    def notices(self) -> Notices:
        """What is to be had of a file that could not be opened, at the top of the page."""
        from cxdesigner.ui.panels.notices import Notices

        bar = Notices(self.look)
        bar.left.connect(self.setFocus)
        self._whole.insertWidget(0, bar)
        self._whole.insertSpacing(1, self.look.tokens.px(_MARGIN) // 2)
        return bar

    @cached_property
    def shortcuts(self) -> Shortcuts:
        """The page of shortcuts."""
        from cxdesigner.ui.shortcuts import Shortcuts

        return Shortcuts(self, self.look, self.new)

    @property
    def has_preferences(self) -> bool:
        """Whether the preferences are shown."""
        return self._settings is not None and not self._settings.isHidden()

    def open_preferences(self) -> None:
        """Show the preferences at the right, and put the keyboard into them."""
        from cxdesigner.ui.panels.settings import Settings

        if self._settings is None:
            self._settings = Settings(self.application, self.look, self._leave_preferences)
            self._settings.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
            self._sides.addWidget(self._settings)
        self._settings.show()
        self._settings.open()

    def _leave_preferences(self) -> None:
        if self._settings is not None:
            self._settings.hide()
        self.setFocus()

    def _arrange(self) -> None:
        margin = self.look.tokens.px(_MARGIN)
        open_button = QPushButton(tr("Open a file…"))
        open_button.clicked.connect(lambda: self.application.projects.ask_open(self.in_window))
        offered = QWidget()
        left = QVBoxLayout(offered)
        left.setContentsMargins(0, 0, 0, 0)
        for title, tiles in ((tr("New map"), self.new), (tr("Examples"), self.examples)):
            heading = plain_label(title, "title")
            if tiles is self.new:
                heading.setMinimumHeight(open_button.sizeHint().height())  # on a line with that of the recent files
            left.addWidget(heading)
            left.addWidget(tiles)
            left.addSpacing(margin // 2)
        left.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(offered)
        head, right, columns = QHBoxLayout(), QVBoxLayout(), QHBoxLayout()
        head.addWidget(plain_label(tr("Recent files"), "title"), 1)
        head.addWidget(open_button)
        right.setSpacing(left.spacing())  # else that between the columns
        right.addLayout(head)
        right.addWidget(self.recent, 1)
        columns.setSpacing(margin)
        columns.addWidget(scroll, 5)
        columns.addLayout(right, 3)
        self._whole = whole = QVBoxLayout()
        whole.setContentsMargins(margin, margin // 2, margin, margin // 2)
        whole.addLayout(columns, 1)
        whole.addWidget(self.message)
        self._sides = QHBoxLayout(self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addLayout(whole, 1)

    # What is offered

    def fill(self) -> None:
        """Show what there is now; pictures follow."""
        self._fill_recoverable(self._found())
        waiting = [*self._put(self.new, self._new_offers()), *self._put(self.examples, self._example_offers())]
        self._undrawn = iter(waiting)
        self.new.setCurrentRow(0)
        self.recent.clear()
        for path in self.application.recent():
            item = QListWidgetItem(f"{path.name}\n{_where(path)}")
            item.setData(Qt.ItemDataRole.UserRole, path)
            self.recent.addItem(item)
        if not self.recent.count():
            nothing = QListWidgetItem(tr("What you open and save is listed here."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.recent.addItem(nothing)
        if self.isVisible():
            self._drawing.start()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self._look_again()
        return super().event(event)

    def _look_again(self) -> None:
        """Show what can be recovered now: another program may have ended meanwhile, or has recovered it."""
        offered = self.recoverable.offered if self.recoverable is not None else set()
        found = self._found()
        if offered != {one.file for one in found}:
            had_keyboard = has_keyboard(self)
            self._fill_recoverable(found)
            if had_keyboard:
                self.setFocus()

    def _found(self) -> list[Found]:
        # Else what recovering takes would be imported for nothing, before the page is seen.
        is_any = any((self.application.folders.state / "recovery").glob("*.journal"))
        return self.application.recovering.found() if is_any else []

    def _fill_recoverable(self, found: list[Found]) -> None:
        """Show first what can be recovered; the keyboard is there too."""
        if self.recoverable is not None:
            self._whole.removeWidget(self.recoverable)
            self.recoverable.deleteLater()
            self.recoverable = None
        self.setFocusProxy(self.new)
        if found:
            from cxdesigner.ui.recoverable import Recoverable

            self.recoverable = Recoverable(self, found)
            self._whole.insertWidget(0, self.recoverable)
            self.setFocusProxy(self.recoverable.rows[0].recover)

    def _put(self, home: _Tiles, offers: list[Offer]) -> list[tuple[QListWidgetItem, Offer]]:
        home.clear()
        blank = QPixmap(home.iconSize())
        blank.fill(self.look.tokens.desk)
        put = []
        for offer in offers:
            item = QListWidgetItem(_icon(blank), offer.title)
            item.setData(Qt.ItemDataRole.UserRole, offer)
            item.setSizeHint(home.gridSize())
            home.addItem(item)
            put.append((item, offer))
        home.fit()
        return put

    def _new_offers(self) -> list[Offer]:
        from cxdesigner.templates import from_template

        start = partial(self.application.projects.new_project, self.in_window)
        offers = [
            Offer(tr("Blank map") if name == BLANK else tr(title), partial(from_template, name), partial(start, name))
            for name, title in templates()
        ]
        for template in self.application.own_templates.all():
            begin = partial(self.application.projects.start_from, template.path, self.in_window)
            offers.append(Offer(template.title, partial(from_own, template.path), begin, template.path))
        return offers

    def _example_offers(self) -> list[Offer]:
        from cxdesigner.templates import from_example

        opened = self.application.projects.open_example
        return [Offer(title, partial(from_example, name), partial(opened, name)) for name, title in examples()]

    # Choosing

    def _choose(self, item: QListWidgetItem) -> None:
        offer: Offer = item.data(Qt.ItemDataRole.UserRole)
        QTimer.singleShot(0, self.in_window, offer.choose)  # the page goes with it, and is in the middle of a click now

    def _open(self, item: QListWidgetItem) -> None:
        path = item.data(Qt.ItemDataRole.UserRole)
        if path is not None:
            QTimer.singleShot(0, self.in_window, partial(self.application.projects.open_files, [path], self.in_window))

    def _ask_what(self, at: QPoint) -> None:
        item = self.new.itemAt(at)
        offer: Offer | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if offer is None or offer.own is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Start from it"), offer.choose)
        menu.addAction(tr("Move to trash"), partial(self._remove, offer.own))
        menu.popup(self.new.mapToGlobal(at))

    def _remove(self, path: Path) -> None:
        if self.application.own_templates.remove(path):
            self.fill()
        else:
            self.tell(tr("{name} could not be moved to the trash: delete it in {folder}.",
                         name=path.name, folder=str(path.parent)))  # fmt: skip

    # Pictures

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._drawing.start()

    def _draw_next(self) -> None:
        found = next(self._undrawn, None)
        if found is None:
            self._drawing.stop()
            return
        item, offer = found
        picture = self._drawn(offer)
        if picture is not None:
            item.setIcon(_icon(picture))

    def _drawn(self, offer: Offer) -> QPixmap | None:
        from cxdesigner.ui.opening import CannotOpenError

        try:
            return self.drawn(offer.document(), self.new.iconSize())
        except CannotOpenError:
            return None  # choosing it says why

    def drawn(self, document: Document, size: QSize) -> QPixmap | None:
        """Draw the first map of a project in a size in device-independent pixels; None if it has none."""
        from cxdesigner.export import assets_of
        from cxdesigner.layout.fonts import Fonts
        from cxdesigner.layout.icons import Icons
        from cxdesigner.layout.sheet import lay_out
        from cxdesigner.layout.typeset import Typesetter
        from cxdesigner.painters.qt import QtPainter
        from cxdesigner.ui.thumbnails import thumbnail

        if not document.maps:
            return None
        fonts = Fonts.load()
        scene = lay_out(document, document.maps[0].id, Typesetter(fonts), Icons())
        pens = QtPainter(fonts, assets_of(document))
        return thumbnail(scene, pens, size, self.devicePixelRatioF(), self.look.tokens.hairline)


class _Tiles(QListWidget):
    """Pictures side by side, as many as there is room for, and as high as that takes."""

    def __init__(self, name: str, tokens: Tokens) -> None:
        super().__init__()
        self.setObjectName("tiles")
        self.setAccessibleName(name)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setIconSize(PICTURE * tokens.scale)
        self.setGridSize(CELL * tokens.scale)
        self.setWordWrap(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self) -> None:
        """Take the height of all rows."""
        cell = self.gridSize()
        across = max(1, self.viewport().width() // cell.width())
        self.setFixedHeight(max(1, -(-self.count() // across)) * cell.height() + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


def _icon(picture: QPixmap) -> QIcon:
    """Make an icon that looks the same where it is selected."""
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)
    return icon


def folder_of(path: Path) -> str:
    """Say in which folder a file is, from the user's own on."""
    home = Path.home()
    folder = path.parent
    return str(Path("~", folder.relative_to(home))) if folder.is_relative_to(home) else str(folder)


def _where(path: Path) -> str:
    """Say in which folder a file is, and when it was last written; or that only earlier states of it are there."""
    from datetime import datetime

    try:
        written = datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return tr("{folder} · not there any more; backups are", folder=folder_of(path))
    day = QLocale().toString(QDate(written.year, written.month, written.day), "d MMM yyyy")
    return f"{folder_of(path)} · {day}"
