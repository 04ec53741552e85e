"""The status bar: how much there is, what was told, what needs attention, the zoom."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QStatusBar, QWidget

from cxdesigner.insight.checks import pains_without_action
from cxdesigner.model.edits.comments import open_comments
from cxdesigner.ui.panels.zoom import ZoomControl
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import ElidedLabel, no_mnemonic, plain_label, set_tip
from cxdesigner.ui.style.words import tr

Link = tuple[str, Callable[[], object]]
"""A word that can be clicked, and what happens then."""

SHOWN_FOR = 12_000
COUNTED_AFTER = 100
"""Milliseconds."""


class Status(QStatusBar):
    """Follows the session; what it counts is a moment behind, so that an edit never waits for it.

    Signals: `zoom_requested(float)`, 1.0 is 100 %; `fit_requested()`; `comments_requested()`;
    `conflicts_requested()`.
    """

    zoom_requested = Signal(float)
    fit_requested = Signal()
    comments_requested = Signal()
    conflicts_requested = Signal()

    def __init__(self, session: Session, look: Look | None = None) -> None:
        super().__init__()
        self._session = session
        self._look = look or Look()
        self.setObjectName("status")
        self.setSizeGripEnabled(False)
        self.setAccessibleName(tr("Status bar"))
        self._open_pains: tuple[str, ...] = ()
        self.counts = plain_label("", "muted")
        self.message = ElidedLabel("", "message")
        self._links: list[QPushButton] = []
        self._words: list[str] = []
        self._acts: list[Callable[[], object]] = []
        self._stays, self._was_saved = False, session.is_saved
        self.attention = QPushButton()
        self.attention.setObjectName("attention")
        self.attention.setIcon(self._look.icons.icon("warning", self._look.tokens.warning))
        set_tip(self.attention, tr("Select the pain points that no opportunity, idea or action solves"))
        self.attention.clicked.connect(self._select_open_pains)
        self.comments = QPushButton()
        self.comments.setObjectName("link")
        set_tip(self.comments, tr("Show the comments"))
        self.comments.clicked.connect(self.comments_requested)
        self.conflicts = QPushButton()
        self.conflicts.setObjectName("attention")
        self.conflicts.setIcon(self._look.icons.icon("warning", self._look.tokens.warning))
        set_tip(self.conflicts, tr("Settle what a merge left open; the file keeps it until then"))
        self.conflicts.clicked.connect(self.conflicts_requested)
        self._zoom = ZoomControl(self._look)
        self._zoom.zoom_requested.connect(self.zoom_requested)
        self._zoom.fit_requested.connect(self.fit_requested)
        self._lay_out()
        self._counting = _timer(self, COUNTED_AFTER, self.count_now)
        self._fading = _timer(self, SHOWN_FOR, self.clear_message)
        session.document_changed.connect(self._count_soon)
        session.map_changed.connect(self._count_soon)
        session.told.connect(self.tell)
        session.file_changed.connect(self._follow_file)
        session.document_changed.connect(self._follow_edit)
        self.count_now()

    def _lay_out(self) -> None:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(self._look.tokens.px(12), 0, self._look.tokens.px(8), 0)
        row.setSpacing(self._look.tokens.px(16))
        row.addWidget(self.counts)
        said = QHBoxLayout()
        said.setSpacing(4)
        said.addWidget(self.message)
        self._said = said
        row.addLayout(said)
        row.addStretch(1)
        row.addWidget(self.comments)
        row.addWidget(self.conflicts)
        row.addWidget(self.attention)
        row.addWidget(self._zoom)
        self.addWidget(box, 1)

    def tell(self, sentence: str, links: Iterable[Link] = (), *, stays: bool = False) -> None:
        """Show a sentence, with words after it that can be clicked.

        It goes after a while. If it `stays`, it goes when the reader has dismissed it, something else is told, the
        project is saved, or a while after the next edit.
        """
        dismiss = [(tr("Dismiss"), self.clear_message)] if stays and sentence else []
        offered = [*links, *dismiss]
        self._fading.stop()
        if [word for word, _ in offered] != self._words:  # else they stay: a click may have begun on one of them
            self.clear_message()
            self._offer([word for word, _ in offered])
        self._acts = [act for _, act in offered]
        self._stays = stays
        self.message.setText(sentence)
        if sentence and not stays:
            self._fading.start()

    def _offer(self, words: list[str]) -> None:
        self._words = words
        for at, word in enumerate(words):
            link = QPushButton(no_mnemonic(word))
            link.setObjectName("link")
            link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)  # the sentence gives way, not this
            link.clicked.connect(partial(self._follow_link, at))
            self._said.addWidget(link)
            self._links.append(link)

    def _follow_link(self, at: int, _checked: bool = False) -> None:
        self._acts[at]()

    def clear_message(self) -> None:
        """Take away what was told."""
        self._fading.stop()
        self.message.setText("")
        for link in self._links:
            link.hide()
            link.deleteLater()
        self._links, self._words = [], []

    def untell(self, sentence: str) -> None:
        """Take away what was told, if it is this: it holds no longer."""
        if self.message.text() == sentence:
            self.clear_message()

    def _follow_file(self) -> None:
        was_saved, self._was_saved = self._was_saved, self._session.is_saved
        if self._stays and self._was_saved and not was_saved:
            self.clear_message()

    def _follow_edit(self, _change: object) -> None:
        if self._stays and not self._fading.isActive():
            self._fading.start()

    def set_zoom(self, zoom: float) -> None:
        """Show a zoom, 1.0 is 100 %."""
        self._zoom.set_zoom(zoom)

    def _count_soon(self, _change: object = None) -> None:
        self._counting.start()

    def count_now(self) -> None:
        """Count what is on the map."""
        document, shown = self._session.document, self._session.map_id
        stages, steps = len(document.stages(shown)), len(document.steps(shown))
        cards = document.count_cards(shown)
        parts = (
            tr("1 stage") if stages == 1 else tr("{n:,} stages", n=stages),
            tr("1 step") if steps == 1 else tr("{n:,} steps", n=steps),
            tr("1 card") if cards == 1 else tr("{n:,} cards", n=cards),
        )
        self.counts.setText(" · ".join(parts))
        self._open_pains = tuple(card.id for card in pains_without_action(document, shown))
        comments = sum(len(open_comments(document, one.id)) for one in document.maps)
        self.comments.setVisible(comments > 0)
        self.comments.setText(tr("1 open comment") if comments == 1 else tr("{n} open comments", n=comments))
        n = len(document.project.conflicts)
        self.conflicts.setVisible(n > 0)
        self.conflicts.setText(tr("1 conflict") if n == 1 else tr("{n} conflicts", n=n))
        n = len(self._open_pains)
        self.attention.setVisible(n > 0)
        self.attention.setText(
            tr("1 pain point has no action") if n == 1 else tr("{n} pain points have no action", n=n)
        )

    def _select_open_pains(self) -> None:
        document = self._session.document
        self._session.select(key for key in self._open_pains if key in document)


def _timer(status: Status, after: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(status)
    timer.setSingleShot(True)
    timer.setInterval(after)
    timer.timeout.connect(act)
    return timer
