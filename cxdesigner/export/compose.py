"""What a file of pages shows: the maps, and what leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from cxdesigner.export.leads import bookmarks_of, links_of, titled
from cxdesigner.export.only import filter_of, persona_of, personas_of
from cxdesigner.export.options import ExportOptions
from cxdesigner.export.sheets import pages_of_maps, refuse_many
from cxdesigner.export.telling import told_of
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.paging.facing import First
from cxdesigner.layout.publication import Attachment, Publication
from cxdesigner.layout.sheet import lay_out_for_pages
from cxdesigner.layout.showing import Showing
from cxdesigner.layout.structure import Told
from cxdesigner.layout.words import Words
from cxdesigner.model.records import Map
from cxdesigner.progress import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from cxdesigner.layout.laid_out import LaidOut
    from cxdesigner.layout.report.about import Earlier
    from cxdesigner.layout.scene import Scene
    from cxdesigner.layout.typeset import Typesetter
    from cxdesigner.model.document import Document

    Tell = Callable[[Progress], object]

MOST_KEYWORDS: Final = 50
PROJECT_TYPE: Final = "application/vnd.cxdesigner+json"


def scene_of(document: Document, map_id: str, options: ExportOptions, typesetter: Typesetter) -> Scene:
    """Lay out a map as the options show it.

    Raises:
        ExportError: they speak of what is not there.
        KeyError: there is no such map.
    """
    return laid_out_of(document, map_id, options, typesetter).scene


def laid_out_of(document: Document, map_id: str, options: ExportOptions, typesetter: Typesetter) -> LaidOut:
    """Lay out a map as the options show it, with what pages need of it; raises as `scene_of` does."""
    return lay_out_for_pages(document, map_id, typesetter, Icons(), showing_of(document, map_id, options))


def showing_of(document: Document, map_id: str, options: ExportOptions) -> Showing:
    """Say how the options look at a map; raises ExportError if they speak of what is not there."""
    active = persona_of(document, map_id, options.persona)
    return Showing(options.curves, active, filter_of(document, options.only), comments=options.comments)


def publication_of(
    document: Document,
    map_ids: Sequence[str],
    options: ExportOptions,
    typesetter: Typesetter,
    tell: Tell = lambda _progress: None,
    earlier: Earlier | None = None,
) -> Publication:
    """Make the pages that show these maps, one map after the other; raises as `scene_of` does.

    A persona in front is so on those maps on which she is. `tell` is told how far that is. What changed since an
    `earlier` version is in a report, if one is given.
    """
    first: First = ""
    told: tuple[Told, ...] = ()
    bookmarks = tuple(mark for map_id in map_ids for mark in bookmarks_of(document, map_id))
    links = links_of(document, map_ids)
    people = personas_of(document, map_ids, options.persona)
    ways = {map_id: replace(options, persona=people[map_id]) for map_id in map_ids}
    sheets = []
    for at, map_id in enumerate(map_ids):
        tell(Progress("layout", at, len(map_ids)))
        sheets.append((map_id, laid_out_of(document, map_id, ways[map_id], typesetter)))
    tell(Progress("pages", 0, 1))
    if options.report:
        from cxdesigner.export.report import report_of

        shown = [(map_id, laid.scene, showing_of(document, map_id, ways[map_id])) for map_id, laid in sheets]
        made = report_of(document, shown, options, typesetter, earlier)
        pages, told, bookmarks = made.flowed.pages, made.flowed.told, made.bookmarks
        links |= made.flowed.links
    else:
        pages, first = pages_of_maps(document, dict(sheets), options)
    refuse_many(len(pages), options)  # before all of them are read and drawn
    maps = [found for map_id in map_ids if (found := document.get(map_id, Map)) is not None]
    only = maps[0] if len(maps) == 1 else None
    return Publication(
        pages,
        title=(only.title if only else "") or document.project.title,
        author=", ".join(dict.fromkeys(shown.author for shown in maps if shown.author)),
        subject=only.scenario if only else "",
        keywords=_keywords(document, maps),
        language=document.project.language,
        bookmarks=bookmarks,
        links=links,
        facing=first,
        told=told_of(document, map_ids, pages, [laid.scene for _, laid in sheets], told),
        standard=options.standard,
    )


def attachment_of(document: Document, data: bytes) -> Attachment:
    """Make an attachment of a project, whose bytes are given, under a name that a file may have everywhere."""
    title = document.project.title or next((one.title for one in document.maps if one.title), "")
    plain = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in titled(title).rstrip("…"))
    name = f"{' '.join(plain.split()) or 'project'}.cxd"
    return Attachment(name, PROJECT_TYPE, Words(document.project.language)["attached"], data)


def _keywords(document: Document, maps: Sequence[Map]) -> tuple[str, ...]:
    """Give what somebody may look for: the brand, whether it is or is to be, who it is about."""
    words, brand = Words(document.project.language), document.project.brand
    people = [persona.name for shown in maps for persona in document.personas_of(shown.id)]
    found = [brand.name if brand is not None else "", *(words.get(shown.state) for shown in maps), *people]
    return tuple(dict.fromkeys(titled(text) for text in found if text))[:MOST_KEYWORDS]
