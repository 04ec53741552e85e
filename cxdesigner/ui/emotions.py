"""Scores as people set them, and whose curve is the active one: for the map, the inspector and the ballot alike."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from cxdesigner.insight.feelings import suggestions
from cxdesigner.layout.faces import level_of
from cxdesigner.model.records import Emotion, Persona
from cxdesigner.ui.style.labels import LEVELS, label

if TYPE_CHECKING:
    from cxdesigner.ui.session import Session

SNAP = 0.16
"""How near to one of the five levels a score is drawn to it."""


def level_name(score: float) -> str:
    """Name the level nearest to a score."""
    return label(LEVELS, str(level_of(score)))


def snapped(score: float, *, free: bool) -> float:
    """Round a score to a tenth, or unless it is to be `free` to one of the levels when it is near."""
    level = round(score)
    return float(level) if not free and abs(score - level) < SNAP else round(score, 1) + 0.0  # never -0.0


def people_of(session: Session) -> list[Persona]:
    """Give the personas of the map that is shown, each once."""
    return list({persona.id: persona for persona in session.document.personas_of(session.map_id)}.values())


def emotion_lane(session: Session) -> str:
    """Give the emotion lane that is shown open, "" if there is none."""
    lanes = session.document.lanes(session.map_id)
    found = (lane.id for lane in lanes if lane.kind == "emotion" and not lane.hidden and not lane.collapsed)
    return next(found, "")


def active_persona(session: Session) -> str:
    """Give the id of the persona whose curve is on top: the one that was chosen, else the first; "" for nobody."""
    people = [persona.id for persona in people_of(session)]
    chosen = session.showing.persona
    return chosen if chosen in people else next(iter(people), "")


def walk_personas(session: Session, by: int) -> str:
    """Make the next persona the active one, or the one before; gives its id."""
    people = [persona.id for persona in people_of(session)]
    if not people:
        return ""
    fresh = people[(people.index(active_persona(session)) + by) % len(people)]
    session.show(persona=fresh)
    return fresh


def follow_selection(session: Session) -> None:
    """Make the persona that was selected last active, by its chip or by a point of its curve."""
    chosen = session.selected()
    last = chosen[-1] if chosen else None
    if isinstance(last, Emotion):
        session.show(persona=last.persona)
    elif isinstance(last, Persona) and last.id in {persona.id for persona in people_of(session)}:
        session.show(persona=last.id)


def selected_emotions(session: Session) -> list[Emotion]:
    """Give the selected emotions."""
    return [record for record in session.selected() if isinstance(record, Emotion)]


def feeling_words(session: Session) -> list[str]:
    """List words for the feeling of what is selected, those near its score first; words of the project count too."""
    document = session.document
    scores = [float(emotion.score) for emotion in selected_emotions(session) if emotion.score is not None]
    used = [
        (emotion.feeling, emotion.score)
        for shown in document.maps
        for emotion in document.emotions(shown.id)
        if emotion.feeling
    ]
    return suggestions(document.project.language, fmean(scores) if scores else None, used)
