"""A map of a project as the bytes of a file."""

from __future__ import annotations

import base64
import binascii
import io
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from cxdesigner.export.only import filter_of, persona_of
from cxdesigner.export.options import ExportError, ExportOptions
from cxdesigner.export.paper import on_paper
from cxdesigner.model.records import Map

if TYPE_CHECKING:
    from cxdesigner.layout.fonts import Fonts
    from cxdesigner.layout.scene import Scene
    from cxdesigner.model.document import Document
    from cxdesigner.painters.pdf import PdfPage


def find_map(document: Document, text: str = "") -> Map:
    """Give the map with this number, from 1, or this title; the first one for "".

    A number is tried first, then the title as it is written, then in whatever case.

    Raises:
        ExportError: there is no such map, or none at all.
    """
    maps = document.maps
    if not maps:
        raise ExportError("There is no map in this project yet, so there is nothing to export.")
    if not text:
        return maps[0]
    # isdecimal, since int() would also take "²" or "+1"; nobody has a thousand maps.
    if text.isdecimal() and len(text) < 4 and 0 < int(text) <= len(maps):
        return maps[int(text) - 1]
    wanted = " ".join(text.split())
    titles = [" ".join(shown.title.split()) for shown in maps]
    for shown, title in zip(maps, titles, strict=True):
        if title == wanted:
            return shown
    for shown, title in zip(maps, titles, strict=True):
        if title.casefold() == wanted.casefold():
            return shown
    raise ExportError(f"There is no map “{_short(wanted)}” in this project; it has {_listed(titles)}.")


def _short(title: str) -> str:
    return title if len(title) <= 60 else f"{title[:59]}…"


def _listed(titles: list[str]) -> str:
    names = [f"{number} “{_short(title)}”" for number, title in enumerate(titles[:6], 1)]
    more = len(titles) - len(names)
    return f"{', '.join(names)} and {more} more" if more else ", ".join(names)


def assets_of(document: Document) -> Mapping[str, bytes]:
    """Give the pictures of a project as files, by key; those that cannot be decoded are left out."""
    found = {}
    for asset in document.assets:
        try:
            found[asset.id] = base64.b64decode(asset.data, validate=True)
        except (ValueError, binascii.Error):
            continue
    return found


def export_map(document: Document, map_id: str, options: ExportOptions) -> bytes:
    """Draw a map as a file; the same map and options give the same bytes.

    Raises:
        ExportError: it cannot be drawn like that, such as a picture with too many pixels, or about what is not there.
        KeyError: there is no such map.
    """
    from cxdesigner.layout.fonts import Fonts
    from cxdesigner.layout.icons import Icons
    from cxdesigner.layout.sheet import lay_out
    from cxdesigner.layout.showing import Showing
    from cxdesigner.layout.typeset import Typesetter

    fonts = Fonts.load()
    active = persona_of(document, map_id, options.persona)
    showing = Showing(options.curves, active, filter_of(document, options.only), comments=options.comments)
    scene = lay_out(document, map_id, Typesetter(fonts), Icons(), showing)
    out = io.BytesIO()
    if options.kind == "pdf":
        _write_pdf(document, map_id, on_paper(scene, options.page), out)
    elif options.kind == "svg":
        _write_svg(document, scene, out)
    elif options.kind == "png":
        _write_png(document, scene, out, options.scale, fonts)
    else:
        assert_never(options.kind)
    return out.getvalue()


def export_to(document: Document, map_id: str, options: ExportOptions, path: Path) -> None:
    """Draw a map into a file, which is there whole or stays as it was.

    Raises:
        CannotWriteError: the file could not be written.
        ExportError, KeyError: as `export_map`.
    """
    from cxdesigner.files import write_atomically

    write_atomically(path, export_map(document, map_id, options))


def _write_pdf(document: Document, map_id: str, page: PdfPage, out: io.BytesIO) -> None:
    from cxdesigner.painters.pdf import write_pdf

    shown = document.get(map_id, Map)
    assert shown is not None
    write_pdf(
        [page],
        out,
        title=shown.title or document.project.title,
        author=shown.author,
        subject=shown.scenario,
        language=document.project.language,
        assets=assets_of(document),
    )


def _write_svg(document: Document, scene: Scene, out: io.BytesIO) -> None:
    from cxdesigner.painters.svg import write_svg

    write_svg(scene, out, assets=assets_of(document))


def _write_png(document: Document, scene: Scene, out: io.BytesIO, scale: float, fonts: Fonts) -> None:
    from cxdesigner.painters.qt import write_png

    try:
        write_png(scene, out, scale, assets_of(document), fonts)
    except ValueError as error:
        raise ExportError(str(error)) from error
    except MemoryError as error:
        raise ExportError("There is not enough memory for a picture of this size. Choose a smaller scale.") from error
