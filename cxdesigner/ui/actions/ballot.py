"""The actions of the group ballot, in the menu Workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from cxdesigner.insight.ballot import disagreements
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.emotions import active_persona, emotion_lane, people_of

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.panels.ballot import BallotBar


def _can_vote(window: MainWindow) -> bool:
    session = window.project
    return bool(emotion_lane(session) and people_of(session) and session.document.steps(session.map_id))


def _is_on(window: MainWindow) -> bool:
    return window.bench.is_shown("ballot")


def _toggle(window: MainWindow) -> None:
    window.bench.toggle("ballot")


def _disagree(window: MainWindow) -> bool:
    session = window.project
    return _can_vote(window) and bool(disagreements(session.document, session.map_id, active_persona(session)))


def _discuss(window: MainWindow) -> None:
    is_new = not _is_on(window)
    bar = cast("BallotBar", window.bench.show_panel("ballot"))
    bar.ballot.discuss(first=is_new)


SPECS = (
    ActionSpec(
        "workshop.ballot",
        "Group &ballot on emotions",
        "&Workshop",
        _toggle,
        "Ctrl+B",
        _can_vote,
        True,
        "A ballot needs a persona on the map, a step and an emotion lane that is shown.",
        on=("point",),
        checked=_is_on,
    ),
    ActionSpec(
        "workshop.discuss",
        "Go to where the room &disagrees most",
        "&Workshop",
        _discuss,
        "Ctrl+Shift+B",
        _disagree,
        needs="Nobody disagrees yet: let two or more people rate a step in a ballot.",
    ),
)
