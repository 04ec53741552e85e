"""The actions of the menu Insert."""

from __future__ import annotations

from cxdesigner.ui.actions.spec import ActionSpec

SPECS = (
    ActionSpec("insert.card", "&Card", "&Insert", lambda w: w.insert("card"), "Ctrl+Return", on=("card", "cell")),
    ActionSpec(
        "insert.stage",
        "&Stage",
        "&Insert",
        lambda w: w.insert("stage"),
        "Ctrl+Shift+G",
        separated=True,
        on=("stage", "cell", "sheet"),
    ),
    ActionSpec(
        "insert.step", "S&tep", "&Insert", lambda w: w.insert("step"), "Ctrl+G", on=("stage", "step", "cell", "sheet")
    ),
    ActionSpec(
        "insert.lane", "&Lane", "&Insert", lambda w: w.insert("lane"), "Ctrl+L", on=("lane-title", "cell", "sheet")
    ),
    ActionSpec("insert.divider", "&Divider", "&Insert", lambda w: w.insert("divider"), on=("lane-title",)),
    ActionSpec(
        "insert.persona", "&Persona", "&Insert", lambda w: w.insert("new-persona"), separated=True, on=("persona",)
    ),
)
