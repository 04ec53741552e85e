"""The pages of maps: on paper, on sheets to glue or each as large as it is, with footers; futures stand beside what
they change.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from cxdesigner.export.options import MOST_PAGES, ExportError
from cxdesigner.layout.context import PLAIN_ASPECT
from cxdesigner.layout.legend import edition_of
from cxdesigner.layout.pages import Page, quiet, strip_below
from cxdesigner.layout.paging.facing import First, ordered
from cxdesigner.layout.paging.footer import Footer, with_footer
from cxdesigner.layout.paging.paged import least_pages, paged, paired
from cxdesigner.layout.paging.poster import poster_pages
from cxdesigner.layout.paging.tiling import least_sheets
from cxdesigner.layout.words import Words
from cxdesigner.model.records import Map
from cxdesigner.sentences import say

if TYPE_CHECKING:
    from cxdesigner.export.options import ExportOptions
    from cxdesigner.layout.context import Context
    from cxdesigner.layout.laid_out import LaidOut
    from cxdesigner.model.document import Document


def pages_of_maps(
    document: Document, laid: Mapping[str, LaidOut], options: ExportOptions
) -> tuple[tuple[Page, ...], First]:
    """Make the pages that show these maps, by their ids, and say where the first one stands if some face each other."""
    setup = options.setup()
    if options.poster:
        posters = {key: _poster(document, key, laid[key], options) for key in laid}
        refuse_many(sum(least_sheets(poster, options.sheets()) for poster in posters.values()), options)
        sheets = [
            poster_pages(poster, laid[key].pen, laid[key].scene.title, options.sheets())
            for key, poster in posters.items()
        ]
        return tuple(page for pages in sheets for page in pages), ""
    refuse_many(sum(least_pages(one, setup) for one in laid.values()), options)
    units = units_of(document, list(laid)) if options.facing else [(key,) for key in laid]
    made = [
        paired(laid[unit[0]], laid[unit[1]], setup) if len(unit) > 1 else (paged(laid[unit[0]], setup),)
        for unit in units
    ]
    order = ordered([tuple(map(len, pages)) for pages in made])
    found = []
    for number, place in enumerate(order.places, 1):
        pages = made[place.unit][place.side]
        if place.page >= len(pages):
            found.append(pages[0]._replace(views=()))
            continue
        page, key = pages[place.page], units[place.unit][place.side]
        if setup.footer:
            said = f"{number} / {len(order.places)}" if len(order.places) > 1 else ""
            strip = quiet(page, setup.strip(page.width, page.height))
            footer = footer_of(document, key, laid[key].header.context, whole=len(pages) == 1)
            page = with_footer(page, laid[key].pen, footer, strip, said, repeated=place.page > 0)
        found.append(page)
    return tuple(found), order.first


def units_of(document: Document, map_ids: Sequence[str]) -> list[tuple[str, ...]]:
    """Put each map of a future state with the current one that it was made from, or that is called the same."""
    maps = [document[key] for key in map_ids]
    units: dict[str, tuple[str, ...]] = {}
    for one in maps:
        assert isinstance(one, Map)
        if one.state == "future":
            current = [other for other in maps if isinstance(other, Map) and other.state != "future"]
            free = [other for other in current if len(units.get(other.id, ())) < 2]
            partner = next((other for other in free if other.id == one.origin), None)
            partner = partner or next((other for other in free if one.title and other.title == one.title), None)
            if partner is not None:
                units[partner.id] = (partner.id, one.id)
    taken = {unit[1] for unit in units.values()}
    return [units.get(key, (key,)) for key in map_ids if key not in taken]


def footer_of(document: Document, map_id: str, context: Context, *, whole: bool = False) -> Footer:
    """Say what stands below a map: project and title, what it rests on if that is assumption, its edition; the logo.

    Right above the footer of a `whole` map stands its edition already.
    """
    shown, project, words = document[map_id], document.project, Words(document.project.language)
    assert isinstance(shown, Map)
    titles = dict.fromkeys(" ".join(title.split()) for title in (project.title, shown.title))
    basis = words["hypothesis"] if shown.basis == "assumption" else ""
    edition = " · ".join(part for part in (basis, "" if whole else edition_of(shown, words)) if part)
    brand = project.brand
    logo = brand.logo if brand is not None else ""
    aspect = context.aspect(logo) if logo else PLAIN_ASPECT
    color = brand.primary if brand is not None else ""
    return Footer(" · ".join(filter(None, titles)), edition, "", logo, aspect, color)


def refuse_many(count: int, options: ExportOptions) -> None:
    """Raise ExportError for more pages than a file may have, with what to do about it."""
    if count <= MOST_PAGES:
        return
    if options.poster:
        raise ExportError(
            say(
                "This would take {count:,} sheets of paper, and at most {most:,} can be made: choose larger sheets, or"
                " a smaller poster.",
                count=count,
                most=MOST_PAGES,
            )
        )
    if options.report:
        raise ExportError(
            say(
                "This report would have {count:,} pages, and at most {most:,} can be made: choose larger paper, or"
                " fewer of its parts.",
                count=count,
                most=MOST_PAGES,
            )
        )
    raise ExportError(
        say(
            "This would take {count:,} pages, and at most {most:,} can be made: choose larger paper, or a smaller"
            " scale.",
            count=count,
            most=MOST_PAGES,
        )
    )


def _poster(document: Document, map_id: str, laid: LaidOut, options: ExportOptions) -> Page:
    setup = options.setup()
    (page,) = paged(laid, setup)
    if setup.footer:
        footer = footer_of(document, map_id, laid.header.context, whole=True)
        page = with_footer(page, laid.pen, footer, strip_below(page))
    return page
