"""The actions of the menu Workshop."""

from __future__ import annotations

from cxdesigner.ui.actions.spec import ActionSpec

SPECS: tuple[ActionSpec, ...] = ()
