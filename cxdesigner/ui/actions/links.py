"""The actions of links between cards, steps and stages."""

from __future__ import annotations

from cxdesigner.ui.actions.spec import ActionSpec

SPECS: tuple[ActionSpec, ...] = ()
