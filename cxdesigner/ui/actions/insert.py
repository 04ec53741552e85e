"""The actions of the menu Insert."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxdesigner.ui import structuring
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.actions.when import any_map
from cxdesigner.ui.style.words import mark

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow

MENU, LANES = "&Insert", "&Insert|Add la&nes of"
NO_MAP = "There is no map: add one first."


def _add_lanes(name: str, window: MainWindow) -> None:
    structuring.add_lanes(window.project, name)


SPECS = (
    ActionSpec("insert.card", "Add &card", MENU, lambda w: w.insert("card"), "Ctrl+Return", on=("card", "cell")),
    ActionSpec(
        "insert.stage",
        "Add &stage",
        MENU,
        lambda w: w.insert("stage"),
        "Ctrl+Shift+G",
        separated=True,
        on=("stage", "cell", "sheet"),
    ),
    ActionSpec(
        "insert.stage_before", "Add stage &before", MENU, lambda w: w.insert("stage", before=True), on=("stage",)
    ),
    ActionSpec(
        "insert.step", "Add s&tep", MENU, lambda w: w.insert("step"), "Ctrl+G", on=("stage", "step", "cell", "sheet")
    ),
    ActionSpec("insert.step_before", "Add step be&fore", MENU, lambda w: w.insert("step", before=True), on=("step",)),
    ActionSpec(
        "insert.lane",
        "Add &lane",
        MENU,
        lambda w: w.insert("lane"),
        "Ctrl+L",
        separated=True,
        on=("lane-title", "cell", "sheet"),
    ),
    ActionSpec(
        "insert.lane_above",
        "Add lane &above",
        MENU,
        lambda w: w.insert("lane", before=True),
        "Ctrl+Shift+L",
        on=("lane-title",),
    ),
    ActionSpec("insert.divider", "Add &divider", MENU, lambda w: w.insert("divider"), on=("lane-title",)),
    *(
        ActionSpec(
            f"insert.lanes.{name}",
            text,
            LANES,
            partial(_add_lanes, name),
            applies=any_map,
            needs=NO_MAP,
            on=("lane-title", "sheet"),
        )
        for name, text in (
            ("journey", mark("Customer &journey")),
            ("blueprint", mark("Service &blueprint")),
            ("metrics", mark("&Metrics")),
        )
    ),
    ActionSpec(
        "insert.persona", "Add &persona", MENU, lambda w: w.insert("new-persona"), separated=True, on=("persona",)
    ),
)
