"""Every text of the interface goes through one translation, and every colour through the tokens."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTabBar, QToolButton, QWidget

import cxdesigner
import cxdesigner.ui
from cxdesigner.files import CannotWriteError
from cxdesigner.model.records import emotion_id
from cxdesigner.sentences import Sentence, say
from cxdesigner.ui.actions.table import ACTIONS
from cxdesigner.ui.application import Application
from cxdesigner.ui.panels.table import PANELS
from cxdesigner.ui.style.dress import dress
from cxdesigner.ui.style.tokens import LIGHT
from cxdesigner.ui.style.words import said, tr
from tests.ui.hand import PLATFORM, Hand, Start
from tests.ui.marked import WORD, content_of, extracting, unmarked

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)

UI = Path(cxdesigner.ui.__file__).parent
PACKAGE = Path(cxdesigner.__file__).parent

SHOWN = {
    "addAction", "addButton", "addItem", "addMenu", "addTab", "emit", "perform", "plain_label", "QAction",
    "QCheckBox", "QLabel", "QMenu", "QPushButton", "setAccessibleDescription", "setAccessibleName",
    "setInformativeText", "setPlaceholderText", "setTabText", "setText", "setTitle", "setToolTip", "set_label",
    "set_tip", "tell",
}  # fmt: skip
"""What shows the text that it is given."""
PAINTED = {"badge", "drawText", "paragraph"}
"""What paints a text that is one of its arguments."""
NOT_WORDS = re.compile(r"#rrggbb|cxdesigner")


def calls(path: Path) -> Iterator[tuple[int, str, list[ast.expr]]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield node.lineno, name, node.args


def words(node: ast.expr) -> str:
    """Give the text that is written where this value stands, but for what goes into it."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return " ".join(words(one) for one in node.values if isinstance(one, ast.Constant))
    if isinstance(node, ast.IfExp):
        return f"{words(node.body)} {words(node.orelse)}"
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return f"{words(node.left)} {words(node.right)}"
    return ""


def test_no_text_is_shown_without_translation() -> None:
    found = [
        f"{path.relative_to(UI)}:{line}: {name}({text!r})"
        for path in sorted(UI.rglob("*.py"))
        for line, name, arguments in calls(path)
        if name in SHOWN | PAINTED
        for argument in (arguments if name in PAINTED else arguments[1:2] if name == "set_tip" else arguments[:1])
        for text in [words(argument)]
        if WORD.search(NOT_WORDS.sub("", text))
    ]
    assert found == []


def test_errors_below_the_interface_carry_what_their_sentence_was_made_of() -> None:
    """The types see to the rest: the text of a SentenceError is a Sentence."""
    found = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}: {node.name}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if UI not in path.parents
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.name != "SentenceError" and not node.name.startswith("_")
        for bases in [{base.id for base in node.bases if isinstance(base, ast.Name)}]
        if any(isinstance(getattr(builtins, base, None), type) and issubclass(getattr(builtins, base), BaseException)
               for base in bases) and "SentenceError" not in bases
    ]  # fmt: skip
    assert found == []


FULL = say("the disk is full. Make room, or save it in another place.")


def test_a_sentence_from_below_is_said_in_the_readers_language(backwards: None) -> None:
    sentence = say("Could not save {name}: {reason}", name="a.cxd", reason=FULL)
    assert sentence == f"Could not save a.cxd: {FULL}"
    assert isinstance(sentence, Sentence)
    assert said(CannotWriteError(sentence)) == f"⟦Could not save a.cxd: ⟦{FULL}⟧⟧"
    assert said(sentence) == said(CannotWriteError(sentence))
    assert said(OSError(2, "No such file")) == "[Errno 2] No such file"
    assert said("plain {text}") == "plain {text}"


def test_values_are_put_in_and_braces_stay_without_them(backwards: None) -> None:
    assert tr("{n:,} cards", n=2000) == "⟦2,000 cards⟧"
    assert tr("{n:,} steps") == "⟦{n:,} steps⟧"


class Wrong(QTranslator):
    """Mistakes what stands in braces."""

    def translate(self, context: str, text: str, disambiguation: str = "", n: int = -1) -> str:
        return {"{n:,} cards": "{m} kaarten", "{n} of {all}": "{n van {all}"}.get(text, "")


def test_a_translation_with_a_mistake_in_its_braces_is_passed_over(qapp: QApplication) -> None:
    translator = Wrong()
    qapp.installTranslator(translator)
    try:
        assert tr("{n:,} cards", n=2000) == "2,000 cards"
        assert tr("{n} of {all}", n=1, all=2) == "1 of 2"
    finally:
        qapp.removeTranslator(translator)


COLOR = re.compile(
    r"""#([0-9a-fA-F]{3}){1,2}\b|\b(rgb|hsv|hsl)a?\(|fromRgb|fromHs|QColor\(["'\d]|GlobalColor\.(?!transparent)|"""
    r""":\s*(white|black|gr[ae]y|red|green|blue)\b"""
)
"""A colour as it is, in Python or in a style sheet."""


def test_every_colour_comes_from_the_tokens() -> None:
    found = [
        f"{path.relative_to(UI)}:{number}: {line.strip()}"
        for path in sorted(UI.rglob("*.py"))
        if path.name != "tokens.py"
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1)
        if COLOR.search(line)
    ]
    assert found == []


def texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription(), widget.statusTip())
    for name in ("text", "placeholderText", "title", "currentText"):
        method = getattr(widget, name, None)
        found = method() if callable(method) and type(method).__name__ != "Signal" else None
        if isinstance(found, str):
            yield found
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    for action in QWidget.actions(widget):
        yield from (action.text(), action.toolTip())


def left_over(hand: Hand) -> set[str]:
    content = content_of(hand)
    found = set()
    for widget in [hand.window, *hand.window.findChildren(QWidget)]:
        if isinstance(widget.parentWidget(), QTabBar) and isinstance(widget, QToolButton):
            continue  # Qt's own, which it translates itself
        found |= {f"{type(widget).__name__}: {text}" for text in texts_of(widget) if text and unmarked(text, content)}
    return found


def test_everything_that_is_shown_is_translated(backwards: None, start: Start) -> None:
    hand = start()
    assert hand.window.actions_by_id["file.save"].text() == "⟦&Save⟧"
    for spec in PANELS:
        hand.window.bench.show_panel(spec.id)
    hand.window.bench.shortcuts.open()
    hand.window.bench.shortcuts.close_again()
    hand.window.commands.open_palette()
    found = left_over(hand)
    for ids in ("one", "wide", "A", "a1", "pains", "map", "ana", emotion_id("ana", "a1"), ("one", "a1")):
        hand.session.select(ids)
        QTest.qWait(130)  # what is counted a moment later
        found |= left_over(hand)
    assert found == set()


def test_the_palette_is_translated(backwards: None, start: Start) -> None:
    hand = start()
    hand.session.select((), (None, None))
    hand.window.commands.open_palette()
    palette = hand.window.commands.palette
    assert palette is not None
    content = content_of(hand)
    shown = [part for found in palette.found() for part in (found.choice.text, found.choice.path, found.choice.needs)]
    assert {text for text in shown if unmarked(text, content)} == set()


QUIET = ("file.", "help.", "view.", "edit.undo", "edit.redo", "workshop.present")


def test_edits_and_what_is_told_of_them_are_translated(backwards: None, start: Start) -> None:
    hand = start()
    content = content_of(hand)
    names: set[str] = set()
    for ids in ((), ("one",), ("one", "three"), ("A",), ("a1",), ("A", "B"), ("pains",), ("map",), ("ana",),
                (emotion_id("ana", "a1"),)):  # fmt: skip
        for spec in ACTIONS:
            if spec.id.startswith(QUIET):
                continue
            hand.session.select(ids, ("pains", "a1"))
            hand.run(spec.id)
            popup = QApplication.activePopupWidget()
            if popup is not None:
                popup.close()
            hand.canvas.writing.finish()
            names.add(hand.session.undo_name)
            while hand.session.undo_name:
                hand.session.undo()
    assert len(names) > 20
    assert {name for name in names if unmarked(name, content)} == set()
    assert {sentence for sentence in hand.told if unmarked(sentence, content)} == set()


def test_a_translation_in_a_file_is_spoken(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from PySide6.QtCore import QLocale

    from cxdesigner.ui.style import language

    monkeypatch.setattr(language, "resource", lambda *_: tmp_path)
    assert not language.speak(qapp, QLocale("nl_NL"))


def test_all_texts_are_found_for_translators() -> None:
    extract = extracting()
    found = extract.texts()
    wanted = {text for action in ACTIONS for text in (action.text, action.needs) if text}
    assert wanted <= set(found)
    assert {"The file is empty. {ask}", "Could not save {name}: {reason}", "brand feeling", "persona"} <= set(found)
    assert {"Read-only", "Moment of truth", "Pain point", "{n:,} steps"} <= set(found)
    tree = ElementTree.fromstring(extract.written(found))
    assert [one.text for one in tree.iter("source")] == found
    numerus = [one.find("source").text for one in tree.iter("message") if one.get("numerus")]  # type: ignore[union-attr]
    assert "{n:,} steps" in numerus


DARK = replace(
    LIGHT, window="#1c1f26", desk="#14161b", panel="#1c1f26", ink="#e9ecf2", muted="#a5adbb", hairline="#333844",
    field="#242832", field_border="#444b59", hover="#2b303b", pressed="#363c49", accent="#8fb0ff",
    accent_hover="#a9c2ff", accent_ink="#10131a", accent_soft="#2a3550", danger="#ff9d90", good="#7fd6a6",
    warning="#e5c25a", shadow="#0c0d10", faint="#7a8291", track="#4b5260", track_hover="#626a7a",
)  # fmt: skip


def test_another_theme_reaches_every_panel(qapp: QApplication, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Application, "tokens", property(lambda _: DARK))
    hand = start()
    try:
        hand.session.select("wide")
        for spec in PANELS:
            hand.window.bench.show_panel(spec.id)
        hand.window.commands.open_palette()
        QTest.qWait(50)
        bench = hand.window.bench
        panels = [bench.library, bench.inspector, bench.bar, bench.status, hand.window.menuBar()]
        panels += [bench.panel(spec.id) for spec in PANELS]
        for panel in panels:
            if panel.isVisible():
                assert light_share(panel) < 0.2, panel.objectName()
    finally:
        dress(qapp, LIGHT)


def light_share(widget: QWidget) -> float:
    """Give how much of a widget's picture is nearly white."""
    image = widget.grab().toImage().scaled(200, 200)
    lights = sum(image.pixelColor(x, y).lightnessF() > 0.85 for x in range(200) for y in range(200))
    return lights / 40_000
