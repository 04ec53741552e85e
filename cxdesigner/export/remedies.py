"""What helps where the smallest text of a map is too small to be read: more pages, larger paper, a poster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING, Any, Final

from cxdesigner.export.compose import laid_out_of
from cxdesigner.export.flags import arguments
from cxdesigner.export.options import LEAST_PERCENT, MOST_PERCENT, ExportError, ExportOptions
from cxdesigner.export.preflight import (
    IN_THE_HAND,
    ON_A_WALL,
    Finding,
    distance,
    far_of,
    is_for_a_wall,
    is_read,
    sizes_of,
)
from cxdesigner.export.sheets import pages_of_maps
from cxdesigner.paper import SHEET, paper_of
from cxdesigner.sentences import Sentence, say

if TYPE_CHECKING:
    from cxdesigner.layout.laid_out import LaidOut
    from cxdesigner.layout.typeset import Typesetter
    from cxdesigner.model.document import Document

_SERIES: Final = (("A5", "A4", "A3", "A2", "A1", "A0"), ("Letter", "Tabloid", "ANSI C", "ANSI D", "ANSI E"))
"""Papers, each twice as large as the one before it."""
_POSTERS: Final = ((("A2", "A1", "A0"), ("A4", "A3")), (("ANSI C", "ANSI D", "ANSI E"), ("Letter", "Tabloid")))
"""Posters of these series, and the papers that most printers print their parts on."""
_MORE: Final = 1.05
"""How much larger text has to be to be worth telling."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """One way out: what it makes of the pages, and `changes`, the fields of the options that it sets, with values."""

    sentence: Sentence
    changes: Mapping[str, Any]

    def flags(self) -> str:
        """Write it as flags of the command line, as one types them."""
        return " ".join(f'"{flag}"' if " " in flag else flag for flag in arguments(ExportOptions(**self.changes)))


def remedies_for(
    finding: Finding, document: Document, map_ids: Sequence[str], options: ExportOptions, typesetter: Typesetter
) -> tuple[Remedy, ...]:
    """Give what helps against a finding, that of pages of these maps; none where it tells of no text too small."""
    if finding.subject != "text" or not finding.warns or options.kind != "pdf" or options.report:
        return ()
    laid = {map_id: laid_out_of(document, map_id, options, typesetter) for map_id in map_ids}
    return tuple(_Pages(document, laid, options).remedies())


class _Pages:
    """Tries other options on maps that are laid out."""

    def __init__(self, document: Document, laid: Mapping[str, LaidOut], options: ExportOptions) -> None:
        self._document, self._laid, self._options = document, laid, options
        self._far = self._tried({})[1]

    def remedies(self) -> Iterator[Remedy]:
        if not self._options.poster:
            if not is_for_a_wall(self._options):
                yield from self._more_pages()
            yield from self._larger()
        yield from self._poster()

    def _tried(self, changes: Mapping[str, Any]) -> tuple[int, float]:
        """Give how many pages there would be, and from how far the smallest text would be read, in millimetres.

        Both are 0 where there would be none.
        """
        try:
            pages, _ = pages_of_maps(self._document, self._laid, replace(self._options, **changes))
        except ExportError:  # such as more pages than there can be
            return 0, 0.0
        return len(pages), far_of(min(sizes_of(pages).values(), default=0.0))

    def _helps(self, far: float) -> bool:
        return far > self._far * _MORE

    def _more_pages(self) -> Iterator[Remedy]:
        """As wide as the page if that is enough, else as large as it takes."""
        whole = {"page": SHEET, "fit": "100%"}
        percent = ceil(100 * IN_THE_HAND / (self._tried(whole)[1] or IN_THE_HAND))
        fits = ["width"] if self._options.page != SHEET else []
        fits += [f"{percent}%"] if LEAST_PERCENT <= percent <= MOST_PERCENT else []
        for fit in fits:
            count, far = self._tried({"fit": fit})
            if is_read(far, IN_THE_HAND):
                sentence = say("Continue on {n} pages", n=count) if count > 1 else say("At {fit} of its size", fit=fit)
                yield Remedy(sentence, {"fit": fit})
                return

    def _larger(self) -> Iterator[Remedy]:
        """The next larger paper, where that makes the text larger."""
        page = _next(self._options.page)
        if page:
            far = self._tried({"page": page})[1]
            if self._helps(far):
                yield Remedy(say("{page} paper: read from {far}", page=page, far=distance(far)), {"page": page})

    def _poster(self) -> Iterator[Remedy]:
        """The smallest poster that is read from a wall, or the largest there is."""
        options = self._options
        posters, sheets = _POSTERS[_series(options.poster or options.page)]
        on = options.on if options.poster else options.page if options.page in sheets else sheets[0]
        best: Remedy | None = None
        for poster in posters:
            count, far = self._tried({"page": SHEET, "fit": "page", "poster": poster, "on": on})
            if not self._helps(far):
                continue
            values = {"size": poster, "n": count, "on": on, "far": distance(far)}
            best = Remedy(
                say("{size} poster on {n} pages of {on}: read from {far}", **values), {"poster": poster, "on": on}
            )
            if is_read(far, ON_A_WALL):
                break
        if best is not None:
            yield best


def _series(page: str) -> int:
    """Give which of the series a paper is of, the first one for a size of one's own."""
    name = page if page == SHEET else paper_of(page).name
    return next((at for at, series in enumerate(_SERIES) if name in series), 0)


def _next(page: str) -> str:
    """Give the next larger paper of the same series, "" for none."""
    series = _SERIES[_series(page)]
    name = page if page == SHEET else paper_of(page).name
    at = series.index(name) + 1 if name in series else len(series)
    return series[at] if at < len(series) else ""
