"""The actions of the menu View."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from cxdesigner.insight.filter import NOTHING
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.preferences import next_scale

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow

SIZE = "&View|Interface si&ze"


def _scale(by: int, window: MainWindow) -> None:
    application = window.application
    application.set_scale(next_scale(application.preferences.scale, by))


def _can_scale(by: int, window: MainWindow) -> bool:
    scale = window.application.preferences.scale
    return next_scale(scale, by) != scale


def _shows(panel: str, window: MainWindow) -> bool:
    return window.bench.is_shown(panel)


def _has_overview(window: MainWindow) -> bool:
    return window.application.preferences.overview


def _overview(window: MainWindow) -> None:
    application = window.application
    application.preferences.set_overview(shown=not application.preferences.overview)
    for one in application.windows:
        if one.session is not None:
            one.bench.overview.allow(allowed=application.preferences.overview)


def _outline(window: MainWindow) -> None:
    bench = window.bench
    bench.toggle("outline")
    if bench.is_shown("outline"):
        bench.panel("outline").setFocus()


def _filter(window: MainWindow) -> None:
    panel: Any = window.bench.show_panel("filters")
    panel.open()


def _is_filtered(window: MainWindow) -> bool:
    return window.project.showing.filter.is_on


def _fade_in_exports(window: MainWindow) -> None:
    window.project.show(fades_exports=not window.project.showing.fades_exports)


SPECS = (
    ActionSpec(
        "view.palette", "&Command palette", "&View", lambda w: w.commands.open_palette(), "Ctrl+K", anywhere=True
    ),
    ActionSpec("view.zoom_in", "Zoom &in", "&View", lambda w: w.zoom_by(1.25), "Ctrl++, Ctrl+=", separated=True),
    ActionSpec("view.zoom_out", "Zoom &out", "&View", lambda w: w.zoom_by(0.8), "Ctrl+-"),
    ActionSpec("view.actual", "&100 %", "&View", lambda w: w.zoom_to(1.0), "Ctrl+1", on=("sheet",)),
    ActionSpec("view.fit", "&Fit", "&View", lambda w: w.fit(), "Ctrl+0", on=("sheet",)),
    ActionSpec(
        "view.library",
        "&Library",
        "&View",
        lambda w: w.bench.toggle("library"),
        "F9",
        separated=True,
        checked=partial(_shows, "library"),
    ),
    ActionSpec("view.outline", "O&utline", "&View", _outline, "Ctrl+Shift+O", checked=partial(_shows, "outline")),
    ActionSpec(
        "view.inspector",
        "I&nspector",
        "&View",
        lambda w: w.bench.toggle("inspector"),
        "F10",
        checked=partial(_shows, "inspector"),
    ),
    ActionSpec("view.overview", "O&verview map", "&View", _overview, checked=_has_overview),
    ActionSpec(
        "view.filter", "Filte&r…", "&View", _filter, "Ctrl+Shift+F", separated=True, checked=_is_filtered, on=("sheet",)
    ),
    ActionSpec(
        "view.show_all",
        "Show &all cards",
        "&View",
        lambda w: w.project.show(filter=NOTHING),
        "",
        _is_filtered,
        needs="Nothing is filtered.",
        on=("sheet",),
    ),
    ActionSpec(
        "view.fade_exports",
        "Fade in &exports too",
        "&View",
        _fade_in_exports,
        checked=lambda w: w.project.showing.fades_exports,
    ),
    ActionSpec("view.next_panel", "Next &panel", "&View", lambda w: w.bench.next_panel(), "F6", separated=True),
    ActionSpec(
        "view.menu",
        "&Menu of what is selected",
        "&View",
        lambda w: w.commands.open_menu_of_selection(),
        "Menu, Shift+F10",
    ),
    ActionSpec(
        "view.larger",
        "&Larger interface",
        SIZE,
        partial(_scale, 1),
        "Ctrl+Alt++, Ctrl+Alt+=",
        partial(_can_scale, 1),
        needs="The interface is as large as it can be.",
        anywhere=True,
    ),
    ActionSpec(
        "view.smaller",
        "&Smaller interface",
        SIZE,
        partial(_scale, -1),
        "Ctrl+Alt+-",
        partial(_can_scale, -1),
        needs="The interface is as small as it can be.",
        anywhere=True,
    ),
    ActionSpec(
        "view.normal",
        "&Normal interface",
        SIZE,
        lambda w: w.application.set_scale(1.0),
        "Ctrl+Alt+0",
        lambda w: w.application.preferences.scale != 1.0,
        needs="The interface has its normal size.",
        anywhere=True,
    ),
)
