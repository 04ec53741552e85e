"""A text as one file of HTML: no script, nothing from elsewhere, every text as it was typed."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from html import escape
from typing import Final, assert_never

from cxdesigner.export.twin.tree import Bullets, Cell, Facts, Heading, Node, Paragraph, Picture, Table, Text

RTL: Final = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages that are written from the right."""
SIGNATURES: Final = ((b"\x89PNG", "image/png"), (b"\xff\xd8", "image/jpeg"), (b"RIFF", "image/webp"))
STYLE: Final = """
body { font: 16px/1.5 "Noto Sans", system-ui, sans-serif; color: #1f2430; background: #eceef2; margin: 0 }
main { max-width: 76rem; margin: 2rem auto; padding: 2.5rem 3rem; background: #fff; border-top: 5px solid #2f5bd7 }
h1, h2, h3 { line-height: 1.25; margin: 2.4em 0 .6em } h1 { font-size: 1.9rem; margin: 0 0 .8em }
h2 { font-size: 1.35rem; border-top: 1px solid #e3e6eb; padding-top: 1.4em } h3 { font-size: 1.1rem }
h1, h2, h3, p, td, th, dd, li, caption { white-space: pre-wrap; overflow-wrap: anywhere }
p { margin: .5em 0 } ul { margin: .3em 0 1em; padding-inline-start: 1.3em }
dl { margin: .4em 0 } dl div { display: flex; gap: .8em } dt { color: #5b6270; flex: 0 0 9em } dd { margin: 0 }
td dl { font-size: .85em } td dl div { display: block } td dt { display: inline; padding-inline-end: .5em }
td dd { display: inline } td p { margin: .3em 0 } td > p { font-weight: 600 } td > dl + p { margin-top: 1em }
.table { overflow-x: auto } table { border-collapse: collapse; margin: 1em 0; width: 100% }
caption { text-align: start; color: #5b6270; padding-bottom: .4em }
th, td { border-top: 1px solid #e3e6eb; padding: .6em .8em; text-align: start; vertical-align: top; min-width: 8em }
thead th { background: #f3f5f9; border-top: 0; font-weight: 600 } tbody th { color: #5b6270; font-weight: 600 }
tbody th p { margin: 0 } img { max-width: 12rem; max-height: 12rem; border-radius: 6px }
@media (max-width: 50rem) { main { margin: 0; padding: 1.2rem } }
@media print { body, main { background: none; margin: 0; padding: 0; max-width: none } h2 { break-after: avoid } }
"""


def html_of(text: Text, assets: Mapping[str, bytes]) -> str:
    """Write a text; pictures of `assets` (files, by key) that no browser shows are left to their words."""
    language = text.language or "en"
    direction = "rtl" if language.lower().split("-")[0] in RTL else "ltr"
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{escape(language)}" dir="{direction}">',
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(text.title)}</title>",
            f"<style>{STYLE}</style></head>",
            "<body><main>",
            *(line for node in text.nodes for line in _node(node, assets)),
            "</main></body></html>",
            "",
        ]
    )


def _node(node: Node, assets: Mapping[str, bytes]) -> Iterator[str]:
    match node:
        case Heading(level, text):
            yield f'<h{level} dir="auto">{escape(text)}</h{level}>'
        case Paragraph(text):
            yield f'<p dir="auto">{escape(text)}</p>'
        case Facts(pairs):
            yield _facts(pairs)
        case Bullets(title, items):
            yield f'<p dir="auto"><strong>{escape(title)}</strong></p>'
            yield "<ul>" + "".join(f'<li dir="auto">{escape(item)}</li>' for item in items) + "</ul>"
        case Picture():
            yield _picture(node, assets)
        case Table():
            yield from _table(node, assets)
        case _:
            assert_never(node)


def _facts(pairs: tuple[tuple[str, str], ...]) -> str:
    told = (f'<div><dt>{escape(label)}</dt><dd dir="auto">{escape(value)}</dd></div>' for label, value in pairs)
    return f"<dl>{''.join(told)}</dl>" if pairs else ""


def _picture(picture: Picture, assets: Mapping[str, bytes]) -> str:
    data = assets.get(picture.asset, b"")
    kind = next((kind for start, kind in SIGNATURES if data.startswith(start)), "")
    if not kind:
        return f'<p dir="auto">{escape(picture.alt)}</p>' if picture.alt else ""
    return f'<img alt="{escape(picture.alt)}" src="data:{kind};base64,{base64.b64encode(data).decode()}">'


def _table(table: Table, assets: Mapping[str, bytes]) -> Iterator[str]:
    yield f'<div class="table"><table><caption dir="auto">{escape(table.title)}</caption>'
    head = "".join(f'<th scope="col" dir="auto">{escape(text)}</th>' for text in table.head)
    yield f"<thead><tr>{head}</tr></thead><tbody>"
    for first, *others in table.rows:
        cells = "".join(f"<td>{_cell(cell, assets)}</td>" for cell in others)
        yield f'<tr><th scope="row">{_cell(first, assets)}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _cell(cell: Cell, assets: Mapping[str, bytes]) -> str:
    found = []
    for entry in cell:
        if entry.picture is not None:
            found.append(_picture(entry.picture, assets))
        if entry.text:
            found.append(f'<p dir="auto">{escape(entry.text)}</p>')
        found.append(_facts(entry.facts))
    return "".join(found)
