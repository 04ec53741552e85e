"""The actions of a window: made of the table, put into its menus, run, and shown as they apply."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from math import inf
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from cxdesigner.ui.actions.table import ACTIONS, BY_ID, OWN, on
from cxdesigner.ui.canvas.whereabouts import part_at, part_of_selection, place_of_selection
from cxdesigner.ui.names import is_there
from cxdesigner.ui.style.text import no_mnemonic, set_tip
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.actions.spec import ActionSpec
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.palette import Palette
    from cxdesigner.ui.session import Session

_SOON = 40
"""Milliseconds after which actions follow the selection; a shortcut, a menu or the palette does not wait for it."""
_SLICE = 0.004
"""Seconds for which finding out may hold up the window, where thousands are selected."""
_ASKING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Commands(QObject):
    """Builds the menus of a window. What applies is found out when somebody asks, or a moment after a change."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.actions: dict[str, QAction] = {}
        self._palette: Palette | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._refresh_soon)
        self._rest: Iterator[ActionSpec] | None = None
        self._recent = QMenu(tr("Open &recent"), window)
        self._recent.setToolTipsVisible(True)
        self._recent.aboutToShow.connect(self._fill_recent)
        self._build()

    def follow(self, session: Session) -> None:
        """Show from now on what applies to a session."""
        for signal in (
            session.selection_changed,
            session.document_changed,
            session.map_changed,
            session.showing_changed,
        ):
            signal.connect(self._mark)
        self.follow_bench()
        self.refresh()

    def follow_bench(self) -> None:
        """Let go of what was made for panels that are gone."""
        if self._palette is not None:
            self._palette.deleteLater()
            self._palette = None

    def _build(self) -> None:
        menus: dict[str, QMenu] = {}
        self._menus = [self._recent]  # without a reference here PySide may let go of one, and of its action
        for spec in ACTIONS:
            menu = self._place(menus, spec)
            action = self._choosing(spec) if spec.offers else QAction(tr(spec.text), self._window)
            action.setCheckable(spec.checked is not None)
            action.setShortcuts([QKeySequence(keys) for keys in spec.keys.split(", ") if keys])
            action.triggered.connect(partial(self.run, spec.id))
            menu.addAction(action)
            if spec.id == "file.open":
                menu.addMenu(self._recent)
            self.actions[spec.id] = action
        self._menus += menus.values()

    def _choosing(self, spec: ActionSpec) -> QAction:
        """Make an action that opens a menu of what it offers, filled when it opens."""
        menu, action = QMenu(self._window), QAction(tr(spec.text), self._window)
        menu.aboutToShow.connect(partial(self._fill, menu, spec))
        action.setMenu(menu)
        self._menus.append(menu)
        return action

    def _fill(self, menu: QMenu, spec: ActionSpec) -> None:
        menu.clear()
        for text, act in spec.offers(self._window) if spec.offers else ():
            menu.addAction(no_mnemonic(text), act)

    def offer(self, key: str) -> None:
        """Open the menu of what an action offers where the selection is."""
        menu, canvas = self.actions[key].menu(), self._window.bench.canvas
        if isinstance(menu, QMenu) and self.actions[key].isEnabled():
            menu.popup(canvas.viewport().mapToGlobal(place_of_selection(canvas)))

    def _place(self, menus: dict[str, QMenu], spec: ActionSpec) -> QMenu:
        """Give the menu of an action, with the line that stands above it: above its menu where that begins with it."""
        outer, _, _ = spec.menu.rpartition("|")
        if spec.separated:
            self._menu(menus, outer if outer and spec.menu not in menus else spec.menu).addSeparator()
        return self._menu(menus, spec.menu)

    def _menu(self, menus: dict[str, QMenu], path: str) -> QMenu:
        if path not in menus:
            outer, _, name = path.rpartition("|")
            home = self._menu(menus, outer) if outer else self._window.menuBar()
            menus[path] = home.addMenu(tr(name))
            menus[path].aboutToShow.connect(self.refresh)
        return menus[path]

    def _fill_recent(self) -> None:
        application = self._window.application
        self._recent.clear()
        for path in application.recent():
            act = partial(application.projects.open_files, [path], self._window)
            name = path.name if is_there(path) else tr("{name} (gone, backups are there)", name=path.name)
            set_tip(self._recent.addAction(no_mnemonic(name), act), str(path))
        if self._recent.isEmpty():
            self._recent.addAction(tr("No files yet")).setEnabled(False)
            return
        self._recent.addSeparator()
        self._recent.addAction(tr("Clear list"), application.clear_recent)

    # Running

    def run(self, key: str, _checked: bool = False) -> None:
        """Do what an action does, if it applies."""
        spec, window = BY_ID[key], self._window
        if self._palette is not None and self._palette.isVisible() and key != "view.palette":
            self._palette.close_again()
        if window.session is None:
            if spec.anywhere and spec.applies(window):
                spec.run(window)
                self._mark()
            return
        if not key.startswith("view."):  # whoever looks around goes on typing, or dragging
            window.bench.canvas.cancel_gesture()
            window.bench.take_what_is_typed()
        if spec.applies(window):
            spec.run(window)
        self._mark()

    # What applies

    def _mark(self, _change: object = None) -> None:
        if not self._later.isActive() or self._rest is not None:
            self._rest = None
            self._later.start(_SOON)

    def catch_up(self, event: QEvent) -> None:
        """Find out what applies, if that may have changed, before a key is taken for a shortcut."""
        if self._later.isActive() and isinstance(event, QKeyEvent):
            text = event.text()
            if not (text and text.isprintable()) or event.modifiers() & _ASKING:  # not for what is plainly typed
                self.refresh()

    def refresh(self) -> None:
        """Find out what applies now."""
        self._rest = None
        while not self._refresh_some(inf):
            pass

    def _refresh_soon(self) -> None:
        if not self._refresh_some(perf_counter() + _SLICE):
            self._later.start(0)

    def _refresh_some(self, until: float) -> bool:
        """Find out of some more actions whether they apply, until a time; True when that was the last."""
        self._later.stop()
        window = self._window
        if window.session is None:
            for spec in ACTIONS:
                self.actions[spec.id].setEnabled(spec.anywhere and spec.applies(window))
            return True
        if self._rest is None:
            self._rest = iter(ACTIONS)
            self._name_undo()
        for spec in self._rest:
            action = self.actions[spec.id]
            action.setEnabled(spec.applies(window))
            if spec.checked is not None:
                action.setChecked(spec.checked(window))
            if perf_counter() > until:
                return False
        self._rest = None
        return True

    def _name_undo(self) -> None:
        session = self._window.project
        undo, redo = _in_a_sentence(session.undo_name), _in_a_sentence(session.redo_name)
        self.actions["edit.undo"].setText(tr("&Undo {what}", what=undo) if undo else tr("&Undo"))
        self.actions["edit.redo"].setText(tr("&Redo {what}", what=redo) if redo else tr("&Redo"))

    def open_palette(self) -> None:
        """Open the command palette over what the window shows, or close it."""
        from cxdesigner.ui.palette import Palette

        page = self._window.page
        if self._palette is None and page is not None:
            self._palette = Palette(self._window, page, page.look)
        if self._palette is not None:
            self._palette.open()

    @property
    def palette(self) -> Palette | None:
        """The command palette, if it was opened before."""
        return self._palette

    # Context menus

    def context_menu(self, part: str) -> QMenu | None:
        """Make the menu of a part of the drawing, "cell" or "sheet"; None if nothing in it applies."""
        return self.menu_of(on(part), OWN.get(part, ""))

    def menu_of(self, specs: Iterable[ActionSpec], own: str = "") -> QMenu | None:
        """Make a menu of those actions that apply, in groups as in the menus; None if none does.

        Those of the menu `own`, and one that would be alone in a menu, are offered without opening another menu.
        """
        self.refresh()
        applying = [spec for spec in specs if self.actions[spec.id].isEnabled()]
        counts = Counter(spec.menu for spec in applying)
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inner: dict[str, QMenu] = {}
        before = ""
        for spec in applying:
            top, _, within = spec.menu.partition("|")
            is_flat = not within or spec.menu == own or counts[spec.menu] == 1
            home = menu if is_flat else inner.get(within)
            if before and (top != before or (spec.separated and (is_flat or home is None))):
                menu.addSeparator()
            elif spec.separated and home is not None:
                home.addSeparator()
            before = top
            if home is None:
                home = inner[within] = menu.addMenu(tr(within.rpartition("|")[2]))
            home.addAction(self.actions[spec.id])
        return menu if applying else None

    def open_context_menu(self, event: QContextMenuEvent) -> None:
        """Open the menu of what is under the pointer, or by a key that of what is selected."""
        canvas = self._window.bench.canvas
        if not canvas.rect().contains(canvas.mapFromGlobal(event.globalPos())):
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.open_menu_of_selection()
            return
        self._open(part_at(canvas, canvas.viewport().mapFromGlobal(event.globalPos())), event.globalPos())

    def open_menu_of_selection(self) -> None:
        """Open the menu of what is selected where that is seen; in a field, the field's own."""
        focus, canvas = QApplication.focusWidget(), self._window.bench.canvas
        if focus is not None and focus is not canvas and not canvas.isAncestorOf(focus):
            middle = focus.rect().center()
            reason = QContextMenuEvent.Reason.Keyboard
            QApplication.sendEvent(focus, QContextMenuEvent(reason, middle, focus.mapToGlobal(middle)))
            return
        self._open(part_of_selection(canvas), canvas.viewport().mapToGlobal(place_of_selection(canvas)))

    def _open(self, part: str, at: QPoint) -> None:
        menu = self.context_menu(part)
        if menu is not None:
            menu.popup(at)


def _in_a_sentence(name: str) -> str:
    """Write the name of an edit as it stands after a verb; "&" in it is no mnemonic."""
    return no_mnemonic(f"{name[:1].lower()}{name[1:]}")
