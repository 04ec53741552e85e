"""The actions of the menu Help."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxdesigner.ui.actions.spec import ActionSpec

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow

EXAMPLES = (
    ("tacos", "vivan-los-tacos", "Example: &restaurant"),
    ("saas", "saas-subscription", "Example: &subscription"),
    ("insurance", "kapot-apparaat-verzekering", "Example: &insurance (Dutch)"),
)


def _open_example(name: str, window: MainWindow) -> None:
    window.application.projects.open_example(name)


SPECS = (
    ActionSpec(
        "help.shortcuts",
        "&Keyboard shortcuts",
        "&Help",
        lambda w: w.open_shortcuts(),
        "F1, Ctrl+/, Ctrl+?",
        anywhere=True,
    ),
    *(
        ActionSpec(
            f"help.examples.{key}", text, "&Help", partial(_open_example, name), anywhere=True, separated=place == 0
        )
        for place, (key, name, text) in enumerate(EXAMPLES)
    ),
)
