"""The actions of the menu File."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QApplication

from cxdesigner.ui.actions import comparing
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.actions.when import any_map

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.versions.panel import VersionsPanel

TEMPLATES = (
    ("five-stage-journey", "Customer journey in five &stages"),
    ("service-blueprint", "Service &blueprint"),
    ("b2b-subscription", "B2B s&ubscription"),
)

NEW = "&File|New from &template or table"


def _from_template(name: str, window: MainWindow) -> None:
    window.application.projects.new_project(window, name)


def _print(window: MainWindow) -> None:
    from cxdesigner.ui.printing import print_map  # imports what only printing needs

    print_map(window)


def _versions(window: MainWindow) -> None:
    bench, focus = window.bench, QApplication.focusWidget()
    if bench.is_shown("versions") and focus is not None and bench.panel("versions").isAncestorOf(focus):
        bench.hide_panel("versions")
    else:
        _versions_panel(window).open()


def _keep_version(window: MainWindow) -> None:
    _versions_panel(window).open(to_keep=True)


def _versions_panel(window: MainWindow) -> VersionsPanel:
    return cast("VersionsPanel", window.bench.show_panel("versions"))


SPECS = (
    ActionSpec("file.new", "&New", "&File", lambda w: w.application.projects.new_project(w), "Ctrl+N", anywhere=True),
    *(
        ActionSpec(f"file.new.{name}", text, NEW, partial(_from_template, name), anywhere=True)
        for name, text in TEMPLATES
    ),
    ActionSpec("file.start", "Start pag&e", "&File", lambda w: w.application.show_start(), "Ctrl+Shift+N"),
    ActionSpec("file.open", "&Open…", "&File", lambda w: w.application.projects.ask_open(w), "Ctrl+O", anywhere=True),
    ActionSpec(
        "file.import_table",
        "Import tab&le…",
        NEW,
        lambda w: w.application.projects.importing.ask(w),
        anywhere=True,
    ),
    ActionSpec("file.save", "&Save", "&File", lambda w: w.application.save(w), "Ctrl+S", separated=True),
    ActionSpec("file.save_as", "Save &as…", "&File", lambda w: w.application.save_as(w), "Ctrl+Shift+S"),
    ActionSpec("file.save_template", "Save as te&mplate", "&File", lambda w: w.application.save_template(w)),
    ActionSpec(
        "file.versions",
        "&Versions…",
        comparing.MENU,
        _versions,
        "Ctrl+Alt+V",
        checked=lambda w: w.bench.is_shown("versions"),
        separated=True,
    ),
    ActionSpec("file.keep_version", "&Keep this version…", comparing.MENU, _keep_version),
    *comparing.FILES,
    ActionSpec(
        "file.export_pdf",
        "Export &PDF…",
        "&File",
        lambda w: w.application.ask_export(w, "pdf"),
        "Ctrl+E",
        separated=True,
    ),
    ActionSpec("file.export_again", "E&xport again", "&File", lambda w: w.application.export_again(w), "Ctrl+Shift+E"),
    ActionSpec("file.export_svg", "Export S&VG…", "&File", lambda w: w.application.ask_export(w, "svg")),
    ActionSpec("file.export_png", "Export PN&G…", "&File", lambda w: w.application.ask_export(w, "png")),
    ActionSpec(
        "file.print",
        "Pr&int…",
        "&File",
        _print,
        "Ctrl+P",
        any_map,
        needs="There is no map to print: add one first.",
    ),
    ActionSpec("file.close", "&Close window", "&File", lambda w: w.close(), "Ctrl+W", separated=True, anywhere=True),
    ActionSpec("file.quit", "&Quit", "&File", lambda w: w.application.quit(), "Ctrl+Q", anywhere=True),
)
