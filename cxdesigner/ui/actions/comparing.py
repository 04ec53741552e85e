"""The actions that compare: with other versions, and current with future state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow


def _switch(window: MainWindow) -> None:
    if window.bench.comparing.asked is None:
        window.tell(tr("Nothing is compared: choose File ▸ Compare and merge ▸ Compare with… first."))
    window.bench.comparing.switch()


def _shows_other(window: MainWindow) -> bool:
    comparing = window.bench.comparing
    return comparing.glance.is_on or comparing.side_shown == "before"


SPECS = (
    ActionSpec(
        "compare.switch",
        "How it &was",
        "&View",
        _switch,
        "F12",
        separated=True,
        checked=_shows_other,
    ),
)
