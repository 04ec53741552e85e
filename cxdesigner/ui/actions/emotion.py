"""The actions of emotions: of the points of the curves, and of which curves are shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxdesigner.ui import inserting
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.actions.when import emotion_selected

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow

LEVELS = ((2, "very positive"), (1, "positive"), (0, "neutral"), (-1, "negative"), (-2, "very negative"))


def _rate(score: int, window: MainWindow) -> None:
    inserting.rate(window.project, score)


SPECS = tuple(
    ActionSpec(
        f"emotion.{score}",
        f"Set emotion: {name}",
        "&Map|&Emotion",
        partial(_rate, score),
        applies=emotion_selected,
        needs="Select a point of a curve first.",
        on=("point",),
    )
    for score, name in LEVELS
)
