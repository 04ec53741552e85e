"""The actions of emotions: of the points of the curves, of whole curves, and of which curves are shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxdesigner.model.edits.curves import clear_scores, curve_of
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Emotion
from cxdesigner.ui import curves, inserting
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.actions.when import emotion_selected
from cxdesigner.ui.emotions import active_persona, people_of, selected_emotions, walk_personas
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.layout.showing import Curves
    from cxdesigner.ui.main_window import MainWindow

MENU = "&Map|&Emotion"
LEVELS = ((2, "very positive"), (1, "positive"), (0, "neutral"), (-1, "negative"), (-2, "very negative"))
WAYS: tuple[tuple[Curves, str], ...] = (
    ("together", "Curves of &all personas"),
    ("single", "Only the a&ctive persona's curve"),
    ("mean", "&Mean of all personas"),
)
PICK = "Select a point of a curve first."
NOBODY = "There is nobody on this map yet: drag a persona onto it."
ALONE = "There is only one persona on this map."
NO_CURVE = "The active persona has no scores on this map yet."
NOT_RATED = "Select a point with a score first."


def _rate(score: int, window: MainWindow) -> None:
    inserting.rate(window.project, score)


# Which curves are shown


def _anybody(window: MainWindow) -> bool:
    return bool(people_of(window.project))


def _several(window: MainWindow) -> bool:
    return len(people_of(window.project)) > 1


def _show(which: Curves, window: MainWindow) -> None:
    window.project.show(curves=which)


def _shows(which: Curves, window: MainWindow) -> bool:
    return window.project.showing.curves == which


def _walk(by: int, window: MainWindow) -> None:
    """Make another persona active; the keyboard goes along to its point at the same step."""
    session, walking = window.project, window.bench.canvas.keyboard.walking
    here = walking.here() if selected_emotions(session) else None
    walk_personas(session, by)
    if here is not None:
        walking.enter(here)


# Points and whole curves


def _one_point(window: MainWindow) -> bool:
    return len(window.project.selection.ids) == 1 and emotion_selected(window)


def _feel(window: MainWindow) -> None:
    for key in window.project.selection.ids[:1]:
        window.bench.canvas.keyboard.emotions.open_feeling(key)


def _rated(window: MainWindow) -> list[str]:
    return [emotion.id for emotion in selected_emotions(window.project) if emotion.score is not None]


def _clear_points(window: MainWindow) -> None:
    session = window.project
    name = tr("Clear point") if len(_rated(window)) == 1 else tr("Clear points")
    session.perform(name, partial(clear_scores, keys=_rated(window)))


def _curve(window: MainWindow) -> list[str]:
    """Give the ids of the active persona's emotions on this map."""
    session = window.project
    return curve_of(session.document, session.map_id, active_persona(session))


def _has_curve(window: MainWindow) -> bool:
    found = (window.project.document.get(key, Emotion) for key in _curve(window))
    return any(emotion is not None and emotion.score is not None for emotion in found)


def _has_emotions(window: MainWindow) -> bool:
    return bool(_curve(window))


def _can_copy(window: MainWindow) -> bool:
    return _has_curve(window) and len(window.project.document.personas) > 1


def _copy(window: MainWindow, *, feelings: bool) -> None:
    curves.choose_target(window.bench.canvas, feelings=feelings)


def _clear(window: MainWindow) -> None:
    window.project.perform(tr("Clear curve"), partial(clear_scores, keys=_curve(window)))


def _remove(window: MainWindow) -> None:
    window.project.perform(tr("Remove curve"), partial(remove, keys=_curve(window)))


COPY_NEEDS = "The active persona needs scores on this map, and the project another persona to copy them to."

SPECS = (
    *(
        ActionSpec(
            f"emotion.{score}",
            f"Set emotion: {name}",
            MENU,
            partial(_rate, score),
            applies=emotion_selected,
            needs=PICK,
            on=("point",),
        )
        for score, name in LEVELS
    ),
    ActionSpec("emotion.feeling", "&Feeling in a word", MENU, _feel, "Shift+F2", _one_point, True, PICK, on=("point",)),
    ActionSpec(
        "emotion.clear_points",
        "Clear the selected &points",
        MENU,
        _clear_points,
        applies=lambda w: bool(_rated(w)),
        needs=NOT_RATED,
        on=("point",),
    ),
    *(
        ActionSpec(
            f"emotion.{way}",
            text,
            MENU,
            partial(_show, way),
            applies=_anybody,
            separated=way == "together",
            needs=NOBODY,
            on=("point",),
            checked=partial(_shows, way),
        )
        for way, text in WAYS
    ),
    ActionSpec(
        "emotion.next",
        "&Next persona's curve",
        MENU,
        partial(_walk, 1),
        "Ctrl+], Alt+PgDown",
        _several,
        True,
        ALONE,
    ),
    ActionSpec(
        "emotion.previous",
        "Previo&us persona's curve",
        MENU,
        partial(_walk, -1),
        "Ctrl+[, Alt+PgUp",
        _several,
        needs=ALONE,
    ),
    ActionSpec(
        "emotion.copy",
        "Copy &scores to a persona…",
        MENU,
        partial(_copy, feelings=False),
        applies=_can_copy,
        separated=True,
        needs=COPY_NEEDS,
        on=("point",),
    ),
    ActionSpec(
        "emotion.copy_feelings",
        "Copy scores and fee&lings to a persona…",
        MENU,
        partial(_copy, feelings=True),
        applies=_can_copy,
        needs=COPY_NEEDS,
        on=("point",),
    ),
    ActionSpec(
        "emotion.clear", "Cl&ear the active curve, keep its notes", MENU, _clear, applies=_has_curve, needs=NO_CURVE
    ),
    ActionSpec(
        "emotion.remove",
        "&Remove the active curve with its notes",
        MENU,
        _remove,
        applies=_has_emotions,
        needs="There is nothing of the active persona on this map's curves.",
    ),
)
