"""Maps of a project as the bytes of a file."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, assert_never

from cxdesigner.export.assets import assets_of
from cxdesigner.export.called import called
from cxdesigner.export.options import ExportError, ExportOptions
from cxdesigner.progress import Progress
from cxdesigner.sentences import say

if TYPE_CHECKING:
    from cxdesigner.export.options import Kind
    from cxdesigner.layout.fonts import Fonts
    from cxdesigner.layout.report.about import Earlier
    from cxdesigner.layout.scene import Scene
    from cxdesigner.model.document import Document
    from cxdesigner.model.records import Map

    Write = Callable[[Document], bytes]
    WriteTable = Callable[[Document, Sequence[str], Kind], bytes]
    Tell = Callable[[Progress], object]


def find_map(document: Document, text: str = "") -> Map:
    """Give the map with this number, from 1, or this title; the first one for "".

    A number is tried first, then the title as it is written, then in whatever case, then a part of one title only.

    Raises:
        ExportError: there is no such map, or none at all, or several have this part.
    """
    maps = document.maps
    if not maps:
        raise ExportError(say("There is no map in this project yet, so there is nothing to export."))
    if not text:
        return maps[0]
    # isdecimal, since int() would also take "²" or "+1"; nobody has a thousand maps.
    if text.isdecimal() and len(text) < 4 and 0 < int(text) <= len(maps):
        return maps[int(text) - 1]
    wanted = " ".join(text.split())
    titles = [" ".join(shown.title.split()) for shown in maps]
    found = called(titles, wanted)
    if found:
        return maps[found[0]]
    raise ExportError(
        say("There is no map “{title}” in this project; it has {has}.", title=_short(wanted), has=_listed(titles))
    )


def find_maps(document: Document, texts: Sequence[str]) -> list[str]:
    """Give the ids of maps, each once, by what `find_map` takes; all of them for "all", the first one for nothing.

    Raises:
        ExportError: there is no such map, or none at all.
    """
    found = []
    titled_all = any(one.title.casefold() == "all" for one in document.maps)
    for text in texts or ("",):
        everything = text == "all" and not titled_all
        one = find_map(document, "" if everything else text)
        found += [other.id for other in document.maps] if everything else [one.id]
    return list(dict.fromkeys(found))


def _short(title: str) -> str:
    return title if len(title) <= 60 else f"{title[:59]}…"


def _listed(titles: list[str]) -> str:
    names = [f"{number} “{_short(title)}”" for number, title in enumerate(titles[:6], 1)]
    more = len(titles) - len(names)
    known = ", ".join(names)
    return say("{known} and {n} more", known=known, n=more) if more else known


def export_maps(
    document: Document,
    map_ids: Sequence[str],
    options: ExportOptions,
    write: Write | None = None,
    tell: Tell = lambda _progress: None,
    table: WriteTable | None = None,
    earlier: Earlier | None = None,
) -> bytes:
    """Draw maps as a file; the same maps and options give the same bytes.

    `write` gives the bytes of a project, for one that is to be attached: it is as safe as the pages are.
    `tell` is told how far it is: pages of a PDF, rows of pixels of a PNG. `table` gives the bytes of a table of maps.
    `earlier`: the version `since` which a report tells what changed.

    Raises:
        ExportError: they cannot be drawn like that, such as two maps in one picture, or a picture with too many pixels.
        KeyError: there is no such map.
    """
    from cxdesigner.export.compose import attachment_of, publication_of, scene_of
    from cxdesigner.export.safe import Task, safe
    from cxdesigner.layout.fonts import Fonts
    from cxdesigner.layout.typeset import Typesetter

    if len(map_ids) != 1 and options.kind in ("svg", "png"):
        name = say("An SVG") if options.kind == "svg" else say("A PNG")
        raise ExportError(say("{file} shows one map: say which one.", file=name))
    document, map_ids, options = safe(Task(document, map_ids, options))
    if options.kind == "csv" or options.kind == "xlsx":  # noqa: PLR1714 - mypy narrows these
        assert table is not None
        return table(document, map_ids, options.kind)
    if options.kind == "html" or options.kind == "md":  # noqa: PLR1714 - mypy narrows these
        return _text(document, map_ids, options)
    fonts = Fonts.load()
    typesetter = Typesetter(fonts, document.project.language)
    assets = assets_of(document)
    out = io.BytesIO()

    def drawn(done: int, of: int) -> None:
        tell(Progress("draw", done, of))

    if options.kind == "pdf":
        from cxdesigner.painters.pdf import write_pdf

        publication = publication_of(document, map_ids, options, typesetter, tell, earlier)
        if options.attach:
            assert write is not None
            publication = publication._replace(attached=attachment_of(document, write(document)))
        write_pdf(publication, out, assets=assets, tell=drawn)
    elif options.kind == "svg":
        tell(Progress("layout", 0, 1))
        from cxdesigner.painters.svg import write_svg

        scene = scene_of(document, map_ids[0], options, typesetter)
        is_outlines = options.text == "outlines"
        about = next(shown.scenario for shown in document.maps if shown.id == map_ids[0])
        write_svg(scene, out, description=about, assets=assets, outlines=is_outlines)
    elif options.kind == "png":
        tell(Progress("layout", 0, 1))
        scene = scene_of(document, map_ids[0], options, typesetter)
        scale = options.width / scene.width if options.width else options.scale
        _write_png(scene, out, scale, assets, fonts, drawn)
    else:
        assert_never(options.kind)
    return out.getvalue()


def _text(document: Document, map_ids: Sequence[str], options: ExportOptions) -> bytes:
    from cxdesigner.export.twin.html import html_of
    from cxdesigner.export.twin.markdown import markdown_of
    from cxdesigner.export.twin.telling import text_of

    text = text_of(document, map_ids, comments=options.comments)
    return (html_of(text, assets_of(document)) if options.kind == "html" else markdown_of(text)).encode()


def export_to(
    document: Document,
    map_ids: Sequence[str],
    options: ExportOptions,
    path: Path,
    write: Write | None = None,
    tell: Tell = lambda _progress: None,
    table: WriteTable | None = None,
    earlier: Earlier | None = None,
) -> None:
    """Draw maps into a file, which is there whole or stays as it was; the others as for `export_maps`.

    Raises:
        CannotWriteError: the file could not be written.
        ExportError, KeyError: as `export_maps`.
    """
    from cxdesigner.files import write_atomically

    write_atomically(path, export_maps(document, map_ids, options, write, tell, table, earlier))


def _write_png(
    scene: Scene,
    out: io.BytesIO,
    scale: float,
    assets: Mapping[str, bytes],
    fonts: Fonts,
    tell: Callable[[int, int], object],
) -> None:
    from cxdesigner.painters.pixels import TooManyPixelsError
    from cxdesigner.painters.qt import write_png

    try:
        write_png(scene, out, scale, assets, fonts, tell=tell)
    except TooManyPixelsError as error:
        raise ExportError(error.sentence) from error
    except MemoryError as error:
        raise ExportError(
            say("There is not enough memory for a picture of this size. Choose a smaller scale or width.")
        ) from error
