"""The actions that compare: with other versions, and current with future state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cxdesigner.model.beginnings import counterpart
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.actions.when import several_maps
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow


def _switch(window: MainWindow) -> None:
    if window.bench.comparing.asked is None:
        window.tell(tr("Nothing is compared: choose File ▸ Versions and merging ▸ Compare with… first."))
    window.bench.comparing.switch()


def _shows_other(window: MainWindow) -> bool:
    comparing = window.bench.comparing
    return comparing.glance.is_on or comparing.side_shown == "before"


def _compare_with(window: MainWindow) -> None:
    from cxdesigner.ui.comparing.files import compare_with  # imports what only merging needs

    compare_with(window)


def _merge_with(window: MainWindow) -> None:
    from cxdesigner.ui.comparing.files import merge_with

    merge_with(window)


def _merge_tables(window: MainWindow) -> None:
    from cxdesigner.ui.comparing.files import merge_tables

    merge_tables(window)


def _states(window: MainWindow) -> None:
    maps = counterpart(window.project.document, window.project.map_id)
    if maps is not None:
        window.bench.comparing.show_maps(*maps)


def _bring_back(window: MainWindow) -> None:
    window.application.recovering.offer_discarded(window)


MENU = "&File|Versions an&d merging"

FILES = (
    ActionSpec("compare.with", "&Compare with…", MENU, _compare_with, separated=True),
    ActionSpec("compare.merge", "&Merge with…", MENU, _merge_with),
    ActionSpec("compare.tables", "Merge the &tables…", MENU, _merge_tables),
    ActionSpec(
        "compare.conflicts",
        "&Settle conflicts",
        MENU,
        lambda w: w.bench.comparing.show_conflicts(),
        "",
        lambda w: bool(w.project.document.project.conflicts),
        separated=True,
        needs="No merge has left anything open.",
    ),
    ActionSpec("file.bring_back", "&Bring back discarded changes", MENU, _bring_back, anywhere=True),
)
MAPS = (
    ActionSpec(
        "compare.states",
        "Compare &with current state",
        "&Map",
        _states,
        "",
        several_maps,
        separated=True,
        needs="There is no other map to compare with: copy this one as that of a future state first.",
    ),
)
SPECS = (
    ActionSpec(
        "compare.switch",
        "How i&t was",
        "&View",
        _switch,
        "F12",
        separated=True,
        checked=_shows_other,
    ),
)
