"""Write every text of the interface into resources/translations/cxdesigner.ts, from which translators begin.

    python packaging/extract_texts.py

Then, for a language such as Dutch: `lupdate` is not needed; copy the file to cxdesigner_nl.ts, translate it in Qt
Linguist, and run `pyside6-lrelease cxdesigner_nl.ts`. The `.qm` beside it is found by the program. Texts are the first
arguments of `tr`, `mark` and `say`, what the tables of actions, fields and names hold, and what classes and fields of
records are called in sentences about them.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "resources" / "translations" / "cxdesigner.ts"
CALLS = {"tr", "mark", "say"}


def called(path: Path) -> Iterator[str]:
    """Give the texts that a file passes on to be translated."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def held(value: object, kind: type) -> Iterator[Any]:
    """Give what is of a kind in tables of tables."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, Mapping):
        yield from held(tuple(value.values()), kind)
    elif isinstance(value, tuple):
        for one in value:
            yield from held(one, kind)


def tables() -> Iterator[str]:
    """Give the texts of the tables."""
    from cxdesigner.templates import templates
    from cxdesigner.ui.actions.table import ACTIONS
    from cxdesigner.ui.panels import inspector_fields as fields
    from cxdesigner.ui.style import labels

    yield from (title for _, title in templates())
    for spec in ACTIONS:
        yield from (spec.text, *spec.menu.split("|"), spec.needs)
    for field in held(vars(fields), fields.FieldSpec):
        yield from (field.label, field.group, field.tip)
    for names in vars(labels).values():
        if isinstance(names, dict) and all(isinstance(one, str) for one in names.values()):
            yield from names.values()


def records() -> Iterator[str]:
    """Give the names of the classes and fields of records, as sentences have them."""
    from pydantic import BaseModel

    from cxdesigner.model import records
    from cxdesigner.model.wording import field_words, noun

    for kind in vars(records).values():
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind is not BaseModel:
            yield noun(kind)
            yield from map(field_words, kind.model_fields)


def texts() -> list[str]:
    """Give all texts of the interface, each once, in order."""
    sources = sorted((ROOT / "cxdesigner").rglob("*.py"))
    found = {text for path in sources for text in called(path)} | {*tables(), *records()}
    return sorted(found - {""})


def written(found: list[str]) -> str:
    """Write texts as a Qt translation source; those with a number `n` may have several forms."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>", '<TS version="2.1" sourcelanguage="en">']
    lines += ["<context>", "    <name>cxdesigner</name>"]
    for text in found:
        several = "{n}" in text or "{n:" in text
        lines += [f"    <message{' numerus=' + chr(34) + 'yes' + chr(34) if several else ''}>"]
        lines += [f"        <source>{escape(text)}</source>"]
        forms = "<numerusform></numerusform>" * 2 if several else ""
        lines += [f'        <translation type="unfinished">{forms}</translation>', "    </message>"]
    return "\n".join([*lines, "</context>", "</TS>", ""])


def main() -> None:
    """Write the file."""
    sys.path.insert(0, str(ROOT))
    OUT.parent.mkdir(parents=True, exist_ok=True)
    found = texts()
    OUT.write_text(written(found), encoding="utf-8")
    print(f"{len(found)} texts in {OUT.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
