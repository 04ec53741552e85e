"""The actions of the menu View."""

from __future__ import annotations

from cxdesigner.ui.actions.spec import ActionSpec

SPECS = (
    ActionSpec("view.zoom_in", "Zoom &in", "&View", lambda w: w.zoom_by(1.25), "Ctrl++, Ctrl+="),
    ActionSpec("view.zoom_out", "Zoom &out", "&View", lambda w: w.zoom_by(0.8), "Ctrl+-"),
    ActionSpec("view.actual", "&100 %", "&View", lambda w: w.zoom_to(1.0), "Ctrl+1"),
    ActionSpec("view.fit", "&Fit", "&View", lambda w: w.fit(), "Ctrl+0", on=("sheet",)),
    ActionSpec("view.library", "&Library", "&View", lambda w: w.bench.toggle("library"), "F9", separated=True),
    ActionSpec("view.inspector", "I&nspector", "&View", lambda w: w.bench.toggle("inspector"), "F10"),
    ActionSpec("view.next_panel", "Next &panel", "&View", lambda w: w.bench.next_panel(), "F6"),
)
