"""What an action is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow

Run = Callable[[Any], object]
Applies = Callable[[Any], bool]
Offer = Callable[[Any], Sequence[tuple[str, Callable[[], object]]]]


def always(_window: MainWindow) -> bool:
    """Tell that an action applies whatever is selected."""
    return True


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """An action: what it is called, where it stands, which keys call it, what it does and when it applies.

    `menu` names a menu, or a menu in one ("&File|&Templates"). `keys` as Qt writes them, several parted by ", ".
    `separated`: a line stands above it in its menu. `needs`: why it is disabled when it does not apply, and what to
    do, in a sentence. `on`: the parts of the drawing ("card", "stage", "step", "lane-title", "point", "persona",
    "title", "link", or "cell" and "sheet" for what is empty) whose context menu has it. `checked`: whether it is on,
    for what can be on or off. `offers`: what can be chosen in a menu of its own, as texts with what each does; `run`
    opens it then. `anywhere`: it applies too while no project is open.
    """

    id: str
    text: str
    menu: str
    run: Run
    keys: str = ""
    applies: Applies = always
    separated: bool = False
    needs: str = ""
    on: tuple[str, ...] = ()
    checked: Applies | None = None
    offers: Offer | None = None
    anywhere: bool = False
