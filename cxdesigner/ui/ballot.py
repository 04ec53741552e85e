"""The group ballot: what the people in the room say of a step, one key a person, as fast as they call it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from cxdesigner.insight.ballot import Disagreement, Spread, disagreements, spread_of
from cxdesigner.model.change import Change
from cxdesigner.model.edits.curves import add_rating, take_rating
from cxdesigner.model.records import Emotion, Step, emotion_id
from cxdesigner.ui.canvas.walking import Walking
from cxdesigner.ui.emotions import active_persona, emotion_lane, people_of, walk_personas
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.words import tr

DIGITS = tuple("12345")
"""From very negative to very positive."""
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right)
_OTHERS = (Qt.Key.Key_Left, Qt.Key.Key_Backspace, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape, Qt.Key.Key_D)
KEYS = (*_ON, *_OTHERS)


class Ballot(QObject):
    """Where a ballot stands: a step, for the active persona. Every rating is an edit of its own.

    Signals: `changed()` when something else is to be shown, `ended()` when somebody ends it.
    """

    changed = Signal()
    ended = Signal()

    def __init__(self, session: Session, walking: Walking, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._walking = walking
        self._is_on = False
        self._step = ""
        self._before: dict[str, float | None] = {}
        """The scores that stood before anybody said anything, by the ids of the emotions."""
        session.document_changed.connect(self._document_changed)
        session.selection_changed.connect(self._follow)
        session.showing_changed.connect(self._changed)
        session.map_changed.connect(self.end)

    @property
    def is_on(self) -> bool:
        """Whether ratings are being collected."""
        return self._is_on

    @property
    def step(self) -> Step | None:
        """The step of which people speak."""
        return self._session.document.get(self._step, Step)

    @property
    def emotion(self) -> Emotion | None:
        """What the active persona feels there, as far as it is known."""
        return self._session.document.emotion(active_persona(self._session), self._step)

    def steps(self) -> list[str]:
        """Give the ids of the steps in order."""
        return [step.id for step in self._session.document.steps(self._session.map_id)]

    def spread(self) -> Spread | None:
        """Give what was said of the step in figures, None for nothing yet."""
        emotion = self.emotion
        return spread_of([float(rating.score) for rating in emotion.ratings]) if emotion is not None else None

    def most_disputed(self) -> list[Disagreement]:
        """List the steps at which the room disagrees, the most disputed first."""
        return disagreements(self._session.document, self._session.map_id, active_persona(self._session))

    # Beginning and ending

    def begin(self) -> None:
        """Begin at the step that is selected, else at the first of which nobody has said anything."""
        session, steps = self._session, self.steps()
        here = self._walking.here()
        who = active_persona(session)
        silent = (key for key in steps if (found := session.document.emotion(who, key)) is None or not found.ratings)
        start = here[1] if here is not None and here[1] in steps else next(silent, next(iter(steps), ""))
        self._is_on = True
        self._before.clear()
        if session.showing.curves == "mean":
            session.show(curves="together")
        self.go(start)

    def end(self) -> None:
        """Stop collecting."""
        if self._is_on:
            self._is_on = False
            self.ended.emit()

    # Walking

    def go(self, step: str) -> None:
        """Go to a step."""
        self._step = step
        self._walking.enter((emotion_lane(self._session), step))
        self.changed.emit()

    def walk(self, by: int) -> None:
        """Go to the next step or the one before; beyond the ends it stays."""
        steps = self.steps()
        at = steps.index(self._step) + by if self._step in steps else 0
        if 0 <= at < len(steps):
            self.go(steps[at])

    def discuss(self, *, first: bool = False) -> None:
        """Go to the most disputed step, or from one that is listed to the next unless it is to be the `first`."""
        listed = [one.emotion.step for one in self.most_disputed()]
        if listed:
            on = not first and self._step in listed
            self.go(listed[(listed.index(self._step) + 1) % len(listed)] if on else listed[0])

    def walk_personas(self, by: int) -> None:
        """Go on with the next persona at this step."""
        walk_personas(self._session, by)
        self.go(self._step)

    # Ratings

    def rate(self, score: int) -> None:
        """Add what one person says."""
        session, who = self._session, active_persona(self._session)
        emotion, key = self.emotion, emotion_id(who, self._step)
        if emotion is None or not emotion.ratings:
            self._before[key] = emotion.score if emotion is not None else None
        session.perform(tr("Add rating"), partial(add_rating, persona_id=who, step_id=self._step, score=score))
        if emotion is None and key in session.document:
            session.select(key, (emotion_lane(session), self._step))

    def take_back(self) -> None:
        """Take back what was said last at this step."""
        who = active_persona(self._session)
        before = self._before.get(emotion_id(who, self._step))
        edit = partial(take_rating, persona_id=who, step_id=self._step, before=before)
        self._session.perform(tr("Take back rating"), edit)

    def takes(self, event: QKeyEvent) -> bool:
        """Tell whether a key is for the ballot."""
        if not self._is_on:
            return False
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        plain = held == Qt.KeyboardModifier.NoModifier
        return plain and (event.text() in DIGITS or event.key() in KEYS)

    def press(self, event: QKeyEvent) -> None:
        """Do what a key asks for that the ballot takes."""
        key = event.key()
        if event.text() in DIGITS:
            self.rate(int(event.text()) - 3)
        elif key in _ON:
            self.walk(1)
        elif key == Qt.Key.Key_Left:
            self.walk(-1)
        elif key == Qt.Key.Key_Backspace:
            self.take_back()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.walk_personas(1 if key == Qt.Key.Key_Tab else -1)
        elif key == Qt.Key.Key_D:
            self.discuss()
        else:
            self.end()

    # Following

    def _document_changed(self, _change: Change | None) -> None:
        if not self._is_on:
            return
        steps = self.steps()
        if not steps or not people_of(self._session) or not emotion_lane(self._session):
            self.end()
        elif self._step not in steps:
            self.go(steps[0])
        else:
            self.changed.emit()

    def _follow(self) -> None:
        """Go where somebody clicks: to the step of a point, or of a cell."""
        here = self._walking.here() if self._is_on else None
        if here is not None and here[1] != self._step and here[1] in self.steps():
            self._step = here[1]
        chosen = self._session.selection.step
        if self._is_on and chosen is not None and chosen not in self.steps():
            self._walking.enter((emotion_lane(self._session), self._step))  # the keyboard was at a step that is gone
        self._changed()

    def _changed(self) -> None:
        if self._is_on:
            self.changed.emit()
