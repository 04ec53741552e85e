"""Keys in the emotion lane: a digit rates, the arrows walk the steps, Tab goes to the next persona at the same step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.records import emotion_id
from cxdesigner.ui.emotions import active_persona, people_of, selected_emotions
from cxdesigner.ui.inserting import rate
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.feeling import FeelingField
    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.canvas.walking import Walking
    from cxdesigner.ui.session import Edit

DIGITS = tuple("12345")
"""What sets a score, from very negative to very positive."""
NUDGES = {"+": 0.1, "-": -0.1, "\u2212": -0.1}
"""What moves a score a little."""


class EmotionKeys:
    """What keys do in the emotion lane, where a cell holds one point a persona."""

    def __init__(self, view: CanvasView, walking: Walking) -> None:
        self._view = view
        self._walking = walking
        self._nudged: tuple[tuple[str, ...], str] = ((), "")
        self._field: FeelingField | None = None

    @property
    def field(self) -> FeelingField | None:
        """The field in which a feeling is typed, if one is open."""
        return self._field

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key; False if it means nothing here."""
        here, key = self._here(), event.key()
        if here is not None and key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._next_persona(here, 1 if key == Qt.Key.Key_Tab else -1)
        return self.type(event.text())

    def type(self, text: str) -> bool:
        """Act on what is typed; False if it is for a note."""
        here = self._here()
        if here is not None and text in DIGITS:
            self._rate(here[1], int(text) - 3)
            return True
        return here is not None and text in NUDGES and self._nudge(NUDGES[text])

    def _here(self) -> tuple[str, str] | None:
        """Give the cell of the emotion lane in which the keyboard is; None if it is elsewhere."""
        session = self._view.session
        if len(selected_emotions(session)) != len(session.selection.ids):
            return None
        here = self._walking.here()
        return here if here is not None and self._walking.is_emotion_lane(here[0]) else None

    def _rate(self, step: str, score: int) -> None:
        """Rate the selected points; where there is none yet, the active persona at this step."""
        session = self._view.session
        if selected_emotions(session):
            rate(session, score)
            return
        who = active_persona(session)
        edit = partial(set_emotion, persona_id=who, step_id=step, score=score)
        if session.perform(tr("Set emotion"), edit) is not None:
            session.select(emotion_id(who, step))

    def _nudge(self, by: float) -> bool:
        session, chosen = self._view.session, selected_emotions(self._view.session)
        edits = [
            partial(
                set_emotion,
                persona_id=emotion.persona,
                step_id=emotion.step,
                score=round(max(-2.0, min(2.0, float(emotion.score) + by)), 1) + 0.0,  # never -0.0
            )
            for emotion in chosen
            if emotion.score is not None
        ]
        if not edits:
            return False
        if self._nudged[0] != session.selection.ids:
            self._nudged = session.selection.ids, self._view.next_token()
        session.perform(tr("Set emotion"), partial(in_turn, edits=edits), join=self._nudged[1])
        return True

    def _next_persona(self, here: tuple[str, str], by: int) -> bool:
        """Go to the next persona at this step; from the last one to the first at the next step."""
        session = self._view.session
        people = [persona.id for persona in people_of(session)]
        steps = self._walking.steps()
        if not people:
            return False
        place = steps.index(here[1]) * len(people) + people.index(active_persona(session)) + by
        if 0 <= place < len(steps) * len(people):
            session.show(persona=people[place % len(people)])
            self._walking.enter((here[0], steps[place // len(people)]))
        return True

    # Feelings

    def open_feeling(self, key: str) -> bool:
        """Open a field for the feeling at a point; False if it is not drawn."""
        from cxdesigner.ui.canvas.feeling import FeelingField

        self.close_feeling()
        field = FeelingField(self._view, key)
        if not field.open():
            field.deleteLater()
            return False
        self._field = field
        field.closed.connect(self._closed)
        return True

    def close_feeling(self) -> None:
        """Take the word that is being typed, if a field is open."""
        if self._field is not None:
            self._field.finish()

    def what_is_typed(self) -> list[Edit]:
        """Give what taking that word would do, without doing it."""
        return self._field.what_is_typed() if self._field is not None else []

    def _closed(self, then: int) -> None:
        """Go on to the next point of the same persona, or back, if the key that ended the typing asks for it."""
        field, self._field = self._field, None
        here = self._here()
        if field is None or not then or here is None:
            return
        steps = self._walking.steps()
        at = steps.index(here[1]) + then
        if 0 <= at < len(steps):
            self._walking.enter((here[0], steps[at]))
            chosen = selected_emotions(self._view.session)
            if chosen:
                self.open_feeling(chosen[0].id)
