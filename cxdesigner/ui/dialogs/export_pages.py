"""The pages of an export as they will be: the one that is looked at, small ones beside it, and what walks them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cxdesigner.paper import POINT
from cxdesigner.progress import AFTER
from cxdesigner.ui.dialogs.export_page import PageView
from cxdesigner.ui.preview_job import PreviewJob, Spot, Wanted
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label, set_tip
from cxdesigner.ui.style.words import tr

_SMALL = 72
_COLUMN = 108
_LOOKED_AFTER = 400
"""Milliseconds between two looks at whether pages are still waited for."""


class Pages(QWidget):
    """Shows the pages that a job has composed."""

    def __init__(self, job: PreviewJob, look: Look) -> None:
        super().__init__()
        self._job, self._look = job, look
        self._number = 0
        self._spots: list[Spot] = []
        px = look.tokens.px
        self.view = PageView(look)
        self.view.wanted.connect(job.draw)
        self.view.turned.connect(self.turn)
        self.small = QListWidget()
        self.small.setObjectName("pages")
        self.small.setAccessibleName(tr("Pages"))
        self.small.setViewMode(QListView.ViewMode.IconMode)
        self.small.setFlow(QListView.Flow.TopToBottom)
        self.small.setWrapping(False)
        self.small.setMovement(QListView.Movement.Static)
        self.small.setUniformItemSizes(True)
        self.small.setFixedWidth(px(_COLUMN))
        self.small.setIconSize(QSize(px(_SMALL), px(_SMALL)))
        self.small.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.small.currentRowChanged.connect(self._go)
        self.small.verticalScrollBar().valueChanged.connect(self._draw_small)
        self.small.verticalScrollBar().rangeChanged.connect(self._draw_small)
        self.small.hide()
        self.text = QPlainTextEdit()
        self.text.setObjectName("exporttext")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Text"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.text)
        self.place = plain_label("", "muted")
        self.size_label = plain_label("", "muted")
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.small)
        upper.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addLayout(self._strip())
        job.composed.connect(self._composed)
        job.refused.connect(self.say)
        job.failed.connect(self.say)
        job.drawn.connect(self._take)
        job.found.connect(self._mark)
        self.view.say(tr("Drawing the pages …"))
        self._look_after_time()
        self._follow()

    def _strip(self) -> QHBoxLayout:
        px = self._look.tokens.px
        self.back = self._button("up", tr("Previous page"))
        self.on = self._button("down", tr("Next page"))
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        nearer = self._button("zoom-in", tr("Zoom in"))
        farther = self._button("zoom-out", tr("Zoom out"))
        fit = self._button("fit", tr("Fit"))
        nearer.clicked.connect(lambda: self.view.zoom_by(1.25))
        farther.clicked.connect(lambda: self.view.zoom_by(0.8))
        fit.clicked.connect(self.view.fit)
        self._zooms = (farther, fit, nearer)
        row = QHBoxLayout()
        row.setContentsMargins(px(12), px(5), px(10), px(5))
        row.setSpacing(px(6))
        row.addWidget(self.size_label, 1)
        for widget in (self.back, self.place, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in self._zooms:
            row.addWidget(widget)
        return row

    def _button(self, icon: str, name: str) -> QToolButton:
        t = self._look.tokens
        button = QToolButton()
        button.setObjectName("quiet")
        button.setIcon(self._look.icons.icon(icon, t.muted, t.track))
        button.setAccessibleName(name)
        set_tip(button, name)
        return button

    @property
    def number(self) -> int:
        """The page that is looked at, from 0."""
        return self._number

    def turn(self, by: int) -> None:
        """Look at the page that is so many further on, within those there are."""
        self.look_at(self._number + by)

    def look_at(self, number: int) -> None:
        """Look at a page, the nearest one if there is none of this number."""
        number = max(0, min(len(self._job.pages) - 1, number))
        if number != self._number and self._job.pages:
            self._number = number
            self._show(is_new=False)

    def say(self, sentence: str) -> None:
        """Say a sentence where no pages can be shown."""
        self._stack.setCurrentIndex(0)
        self.view.say(sentence)
        self.small.hide()
        self._follow()

    def _composed(self) -> None:
        self._spots = []
        count = len(self._job.pages)
        self._stack.setCurrentIndex(0 if count else 1)
        if not count:
            self.text.setPlainText(self._job.text)
            self.small.hide()
            self._follow()
            return
        self._number = min(self._number, count - 1)
        self.small.blockSignals(True)
        while self.small.count() > count:
            self.small.takeItem(self.small.count() - 1)
        while self.small.count() < count:
            self.small.addItem(self._item(self.small.count()))
        self.small.setVisible(count > 1)
        self.small.blockSignals(False)
        for at in range(count):
            self.small.item(at).setData(Qt.ItemDataRole.UserRole, None)
        self._show(is_new=True)
        QTimer.singleShot(0, self, self._draw_small)

    def _item(self, at: int) -> QListWidgetItem:
        blank = QPixmap(self.small.iconSize())
        blank.fill(Qt.GlobalColor.transparent)
        item = QListWidgetItem(QIcon(blank), str(at + 1))
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        return item

    def _show(self, *, is_new: bool) -> None:
        self.small.blockSignals(True)
        self.small.setCurrentRow(self._number)
        self.small.blockSignals(False)
        self.view.show_page(self._number, self._job.pages[self._number], is_new=is_new)
        self._follow()

    def _mark(self, spots: list[Spot]) -> None:
        """Frame what was found, on the page that is looked at or else on the first one that has any of it."""
        self._spots = spots
        if spots and all(spot.page != self._number for spot in spots):
            self.look_at(spots[0].page)
        self._follow()

    def _follow(self) -> None:
        self.view.set_marks([QRectF(*spot[1:]) for spot in self._spots if spot.page == self._number])
        pages = self._job.pages
        several = len(pages) > 1
        for widget in (self.back, self.place, self.on):
            widget.setVisible(several)
        for widget in self._zooms:
            widget.setVisible(bool(pages))
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number < len(pages) - 1)
        self.place.setText(tr("{number} / {count}", number=self._number + 1, count=len(pages)))
        if pages:
            page = pages[min(self._number, len(pages) - 1)]
            width, height = round(page.width * POINT), round(page.height * POINT)
            self.size_label.setText(tr("{width} × {height} mm", width=width, height=height))
        else:
            self.size_label.setText("")

    def _look_after_time(self) -> None:
        self._is_late = False
        timer = QTimer(self)
        timer.timeout.connect(self._tell_time)
        timer.start(_LOOKED_AFTER)

    def _tell_time(self) -> None:
        """Say for how long pages have been waited for, from a moment on; new options or closing the dialog end that."""
        is_late = self._job.seconds >= AFTER
        if is_late:
            self.size_label.setText(tr("Drawing the pages … ({seconds:.1f} s)", seconds=self._job.seconds))
        elif self._is_late:
            self._follow()
        self._is_late = is_late

    def _go(self, row: int) -> None:
        if row >= 0:
            self.look_at(row)

    def _draw_small(self, *_scrolled: int) -> None:
        """Have the small pages that can be seen drawn, once each."""
        if self.small.isHidden():
            return
        ratio, side = self.devicePixelRatioF(), self._look.tokens.px(_SMALL)
        view = self.small.viewport().rect()
        wanted = []
        for at, page in enumerate(self._job.pages):
            item = self.small.item(at)
            if item.data(Qt.ItemDataRole.UserRole) is None and self.small.visualItemRect(item).intersects(view):
                scale = side * ratio / max(page.width, page.height)
                box = (0, 0, max(1, round(page.width * scale)), max(1, round(page.height * scale)))
                wanted.append(Wanted(at, scale, box, is_small=True))
        self._job.draw_small(wanted)

    def _icon(self, image: QImage) -> QIcon:
        """Make the icon of a page: with an edge, since paper on paper has none, and the same while it is chosen."""
        pixmap = QPixmap.fromImage(image)
        painter = QPainter(pixmap)
        painter.setPen(QColor(self._look.tokens.track))
        painter.drawRect(pixmap.rect().adjusted(0, 0, -1, -1))
        painter.end()
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        icon = QIcon(pixmap)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)
        return icon

    def _take(self, wanted: Wanted, image: QImage) -> None:
        if not wanted.is_small:
            self.view.take(wanted, image)
            return
        item = self.small.item(wanted.page)
        item.setIcon(self._icon(image))
        item.setData(Qt.ItemDataRole.UserRole, True)
