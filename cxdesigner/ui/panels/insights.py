"""The tab that says what a map tells: what nobody acts on, how satisfied people are, where the curve turns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cxdesigner.insight import metrics
from cxdesigner.insight.ballot import disagreements
from cxdesigner.insight.checks import pains_without_action
from cxdesigner.insight.extremes import extremes
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Emotion, Step
from cxdesigner.ui.panels.field_access import number_text
from cxdesigner.ui.panels.inspector_fields import CES_TIP, CSAT_TIP, NPS_TIP
from cxdesigner.ui.panels.rows import Row, RowContent, sign_color, signed
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.look import Look
from cxdesigner.ui.style.text import plain_label
from cxdesigner.ui.style.words import tr

Line = tuple[str, RowContent]
"""The id that a click selects, and what the row says."""

MOST = 30
_LATER = 100


class Insights(QWidget):
    """Lists with rows that select what they are about; read again a moment after an edit, and only while in view.

    Signal: `chosen(str)`, the id of what is to be selected.
    """

    chosen = Signal(str)

    def __init__(self, session: Session, look: Look) -> None:
        super().__init__()
        self._session = session
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self.read)
        session.document_changed.connect(self._mark)
        session.map_changed.connect(self._mark)
        self._is_stale = True
        self._said: list[object] = []

    def _mark(self, *_: object) -> None:
        self._is_stale = True
        if self.isVisible():
            self._later.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self.read()

    def rows(self) -> list[Row]:
        """Give the rows that are shown."""
        return [row for row in self.findChildren(Row) if not row.isHidden()]

    def read(self) -> None:
        """Read from the document what there is to say."""
        self._is_stale = False
        document, shown = self._session.document, self._session.map_id
        said = [
            (
                tr("Pain points without action"),
                list(_open_pains(document, shown)),
                tr("Every pain point has an action."),
            ),
            (tr("Lowest and highest point"), list(self._turns(document, shown)), tr("No emotion is rated yet.")),
            (
                tr("Discuss these first"),
                list(self._disagreements(document, shown)),
                tr("Nobody disagrees yet, or nobody was asked."),
            ),
            (tr("Satisfaction"), list(self._measures(document, shown)), tr("No touchpoint has been measured yet.")),
        ]
        if said == self._said:
            return
        self._said = list(said)
        self._clear()
        for title, lines, nothing in said:
            self._section(title, lines, nothing)
        for definition in (NPS_TIP, CSAT_TIP, CES_TIP) if said[-1][1] else ():
            self._column.addWidget(plain_label(tr(definition), "muted", wrap=True))
        self._column.addStretch(1)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _section(self, title: str, lines: list[Line], nothing: str) -> None:
        heading = plain_label(title.upper(), "heading", wrap=True)
        heading.setContentsMargins(0, 12 if self._column.count() else 4, 0, 2)
        self._column.addWidget(heading)
        for key, content in lines[:MOST]:
            row = Row(self._session, self._look, content)
            row.clicked.connect(_emitting(self.chosen.emit, key))
            self._column.addWidget(row)
        if not lines:
            self._column.addWidget(plain_label(nothing, "muted", wrap=True))
        elif len(lines) > MOST:
            more = tr("and {n} more", n=len(lines) - MOST)
            self._column.addWidget(plain_label(more, "muted"))

    def _disagreements(self, document: Document, shown: str) -> Iterator[Line]:
        """List the steps about which people in the room gave different ratings, by how far apart they are."""
        found = [one for persona in document.personas_of(shown) for one in disagreements(document, shown, persona.id)]
        for emotion, spread in sorted(found, key=lambda one: (-one.spread.range, -one.spread.variance)):
            step = document.get(emotion.step, Step)
            text = (step.title if step is not None else "") or tr("Step without title")
            low, high = signed(spread.low), signed(spread.high)
            tip = tr("{step}: {n} ratings, half between {low} and {high}", step=text, n=spread.n, low=low, high=high)
            yield emotion.id, RowContent(text, f"{low} … {high}", self._look.tokens.ink, emotion.persona, tip=tip)

    def _turns(self, document: Document, shown: str) -> Iterator[Line]:
        for persona in document.personas_of(shown):
            found = extremes(document, shown, persona.id)
            for emotion in (found.lowest, found.highest) if found is not None else ():
                yield self._turn(document, emotion)

    def _turn(self, document: Document, emotion: Emotion) -> Line:
        step, score = document.get(emotion.step, Step), float(emotion.score or 0)
        where = step.title if step is not None else ""
        text = where or tr("Step without title")
        tip = f"{text} · {emotion.feeling}" if emotion.feeling else text
        color = sign_color(self._look, score)
        return emotion.id, RowContent(text, signed(score), color, emotion.persona, tip=tip)

    def _measures(self, document: Document, shown: str) -> Iterator[Line]:
        order = {step.id: place for place, step in enumerate(document.steps(shown))}
        measured = [card for card in document.cards_by_lane(shown) if card.nps or card.csat or card.ces]
        measured.sort(key=lambda card: order.get(card.step or "", len(order)))
        for card in measured:
            text = card.text or tr("Touchpoint without text")
            for name, value, n in _values(card):
                tip = f"{text}: {name} {value}" + (tr(", {n} answers", n=number_text(n)) if n else "")
                yield card.id, RowContent(text, f"{name} {value}", self._look.tokens.ink, tip=tip)


def _values(card: Card) -> Iterator[tuple[str, str, float | None]]:
    if card.nps and (nps := metrics.nps(card.nps)) is not None:
        yield tr("NPS"), signed(round(nps.value)), nps.n
    if card.csat and (csat := metrics.csat(card.csat)) is not None:
        yield tr("CSAT"), f"{round(csat.value)} %", csat.n
    if card.ces and (ces := metrics.ces(card.ces)) is not None:
        yield tr("CES"), number_text(round(ces.value, 1)), ces.n


def _open_pains(document: Document, shown: str) -> Iterator[Line]:
    """List them as they come along the journey, at a step the worst first."""
    steps = {step.id: (place, step.title) for place, step in enumerate(document.steps(shown))}
    parked = len(steps), ""
    pains = pains_without_action(document, shown)
    for card in sorted(pains, key=lambda one: (steps.get(one.step or "", parked)[0], -(one.severity or 0))):
        text = card.text or tr("Pain point without text")
        where = steps.get(card.step or "", parked)[1]
        yield card.id, RowContent(text, tip=f"{text} · {where}" if where else text)


def _emitting(emit: Callable[[str], object], key: str) -> Callable[..., None]:
    def act(*_: object) -> None:
        emit(key)

    return act
