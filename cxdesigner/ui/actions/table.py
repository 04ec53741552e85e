"""Every action of the program, as a table: menus, bars, context menus and shortcuts are built from it."""

from __future__ import annotations

from typing import Final

from cxdesigner.ui.actions import ballot, comments, comparing, edit, emotion, files, insert, links, view, workshop
from cxdesigner.ui.actions import help as helping
from cxdesigner.ui.actions import map as maps
from cxdesigner.ui.actions.spec import ActionSpec

ACTIONS: Final[tuple[ActionSpec, ...]] = (
    *files.SPECS,
    *edit.SPECS,
    *insert.SPECS,
    *maps.SPECS,
    *comparing.MAPS,
    *emotion.SPECS,
    *links.SPECS,
    *maps.ELSEWHERE,
    *view.SPECS,
    *comparing.SPECS,
    *workshop.SPECS,
    *comments.SPECS,
    *ballot.SPECS,
    *helping.SPECS,
)
"""In the order in which menus list them."""

BY_ID: Final[dict[str, ActionSpec]] = {spec.id: spec for spec in ACTIONS}


OWN: Final[dict[str, str]] = {
    "stage": maps.STEPS_MENU,
    "step": maps.STEPS_MENU,
    "lane-title": maps.LANES_MENU,
    "link": links.MENU,
}
"""The menu that is about a part of the drawing alone; in the part's own menu its entries need no menu in a menu."""


def on(part: str) -> list[ActionSpec]:
    """Give the actions of the context menu of a part of the drawing, "cell" or "sheet", in order."""
    return [spec for spec in ACTIONS if part in spec.on]
