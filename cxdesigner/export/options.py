"""What to export, and as what."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from cxdesigner.layout.pages import Fit, Orientation, Setup, Sheets
from cxdesigner.model.secrecy import SECRETS
from cxdesigner.paper import POINT, SHEET, Paper, PaperError, paper_of
from cxdesigner.sentences import SentenceError, say

if TYPE_CHECKING:
    from cxdesigner.layout.publication import Standard
    from cxdesigner.layout.showing import Curves

Kind = Literal["pdf", "svg", "png", "html", "md", "csv", "xlsx"]
Text = Literal["outlines", "text"]
Strip = Literal["auto", "on", "off"]

KINDS: Final[tuple[Kind, ...]] = ("pdf", "svg", "png", "html", "md", "csv", "xlsx")
TEXTS: Final[tuple[Kind, ...]] = ("html", "md")
"""Kinds of file that tell maps as text."""
TABLES: Final[tuple[Kind, ...]] = ("csv", "xlsx")
"""Kinds of file that are a table: `interchange` writes them."""
PARTS: Final = (
    "cover", "guide", "personas", "map", "stages", "details", "moments", "pains", "opportunities", "actions",
    "metrics", "handovers", "promises", "votes", "parking", "assumptions", "changes",
)  # fmt: skip
"""The parts of a report, `layout.report.book.PARTS`, for which options do not wait."""
STANDARDS: Final[tuple[Standard, ...]] = ("2b", "3b")
"""Of PDF/A: what is archived is seen for ever as it is now; 3b may hold other files, such as the project, too."""
LARGEST_SCALE: Final = 64.0
WIDEST: Final = 32_000
"""Pixels, `painters.qt.MAX_SIDE`, for which options do not wait."""
MARGIN: Final = 10.0
"""White on each side of a map on paper, in millimetres, where nothing is said of it."""
REPORT_MARGIN: Final = 20.0
SMALL_PAPER: Final = 0.12
"""That of a report, and the share of the shorter side of small paper that it is at most."""
WIDEST_MARGIN: Final = 200.0
LEAST_INSIDE: Final = 30.0
"""Millimetres of paper that are left between its margins, across and down."""
MOST_PAGES: Final = 2_000
"""Pages of a file; the largest report that is planned for, of 10,000 cards on A4, has half as many."""
WIDEST_OVERLAP: Final = 50.0
LEAST_PERCENT: Final = 10.0
MOST_PERCENT: Final = 1000.0


class ExportError(SentenceError):
    """An export that cannot be made as it was asked for."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How maps are exported. Raises ExportError for values that cannot be.

    `page` (as `paper_of` reads it, or "sheet" for a page as large as the map, which is A4 for a report), `orientation`,
    `margin` (millimetres; None: as much as looks well) and `fit` ("page", "width" or a size such as "75%") are for PDF
    only.
    `poster`: a size of paper for the map, on sheets of the paper `on`, each reaching `overlap` millimetres into the
    next one; "" for none. There is no other `page` or `fit` then.
    `footer`: a strip with project, map, edition and page below each map: on paper ("auto"), "on", or "off".
    `facing`: in a PDF of several maps a future state stands beside the current one that it was made from.
    `scale` is pixels to a point, and `width` pixels in all (0: as the scale says), for PNG only.
    `text`: letters of an SVG are outlines, drawn alike everywhere, or text that can be found and edited.
    `only` says which cards it is about, as `export.only` reads it; the others are faded.
    `without`: what of `secrecy.SECRETS` is in the file in no form.
    `comments`: they are numbered, and listed below the map.
    `curves` are shown as in `layout.showing`, with that of `persona` on top: an id, a name or a number on the map, ""
    for the first.
    `standard`: of PDF/A, that a PDF keeps to, "" for none.
    `attach`: the project is in a PDF, from which it can be opened.
    `report`: a PDF is one, with these `parts` (some of PARTS, none: all that have something in them). Its changes are
    those `since` a named version of the project, or what another file holds; "": since the map that each was made from.
    """

    kind: Kind = "pdf"
    page: str = SHEET
    orientation: Orientation = "auto"
    margin: float | None = None
    fit: str = "page"
    poster: str = ""
    on: str = "A4"
    overlap: float = 10.0
    footer: Strip = "auto"
    facing: bool = True
    scale: float = 2.0
    width: int = 0
    text: Text = "outlines"
    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    comments: bool = False
    curves: Curves = "together"
    persona: str = ""
    report: bool = False
    parts: tuple[str, ...] = ()
    since: str = ""
    standard: Standard = ""
    attach: bool = False

    def __post_init__(self) -> None:
        if self.margin is not None and not 0 <= self.margin <= WIDEST_MARGIN:
            raise ExportError(say("The margin is in millimetres: from 0 to {most:g}.", most=WIDEST_MARGIN))
        self.setup()
        self.sheets()
        if not 0 <= self.overlap <= WIDEST_OVERLAP:
            raise ExportError(say("The overlap is in millimetres: from 0 to {most:g}.", most=WIDEST_OVERLAP))
        for name in self.without:
            if name not in SECRETS:
                names = ", ".join(SECRETS)
                raise ExportError(say("“{name}” cannot be left out: it is {names}.", name=name[:40], names=names))
        if not 0 < self.scale <= LARGEST_SCALE:
            raise ExportError(
                say("The scale of a PNG is in pixels to a point: more than 0 and at most {most:g}.", most=LARGEST_SCALE)
            )
        if not 0 <= self.width <= WIDEST:
            raise ExportError(say("The width of a PNG is in pixels: at least 1 and at most {most:,}.", most=WIDEST))
        if self.standard and self.standard not in STANDARDS:
            found, names = self.standard[:40], ", ".join(STANDARDS)
            raise ExportError(say("There is no standard PDF/A-{name} here: it is {names}.", name=found, names=names))
        if self.attach and self.standard == "2b":
            raise ExportError(
                say("PDF/A-2b cannot hold the project. Choose PDF/A-3b, which can, or leave the project out.")
            )
        if self.since and self.without:
            raise ExportError(
                say("What changed since an earlier version cannot be told with things left out: leave one of them out.")
            )
        for part in self.parts:
            if part not in PARTS:
                raise ExportError(
                    say("A report has no part “{part}”; it has {parts}.", part=part[:40], parts=", ".join(PARTS))
                )

    def setup(self) -> Setup:
        """Say how a sheet, or a report, stands on paper."""
        fit, below = fit_of(self.fit), self.footer != "off"
        if self.report:
            name = "A4" if self.page == SHEET else self.page
            # Where nothing is said of them, margins take little of small paper.
            paper = _paper(name) if self.margin is None else self._paper(name)
            most = SMALL_PAPER * min(paper.width, paper.height)
            white = self._white(min(REPORT_MARGIN, most))
            return Setup(paper, self.orientation, white / POINT, footer=below)
        if self.poster:
            if self.page != SHEET or fit != "page":
                raise ExportError(
                    say("A poster is as large as it says, on the paper of --on: leave page and scale out.")
                )
            return Setup(self._paper(self.poster), self.orientation, self._white() / POINT, footer=below)
        if self.page == SHEET:
            return Setup(fit=fit, footer=self.footer == "on")
        return Setup(self._paper(self.page), self.orientation, self._white() / POINT, fit, below)

    def sheets(self) -> Sheets:
        """Say on what the sheets of a poster are printed, and how far each reaches into the next one."""
        paper = self._paper(self.on) if self.poster else _paper(self.on)
        return Sheets(paper, self._white() / POINT, self.overlap / POINT)

    def _white(self, otherwise: float = MARGIN) -> float:
        """Give the white on each side in millimetres; `otherwise` where nothing is said of it."""
        return otherwise if self.margin is None else self.margin

    def _paper(self, name: str) -> Paper:
        """Give the paper of this name; raises ExportError if the margins leave too little of it."""
        paper, margin = _paper(name), self._white()
        most = (min(paper.width, paper.height) - LEAST_INSIDE) / 2
        if margin > most:
            raise ExportError(
                say(
                    "Margins of {margin:g} mm leave less than {least:g} mm of a page of {paper}: at most {most:g} mm"
                    " can be had there.",
                    margin=margin,
                    least=LEAST_INSIDE,
                    paper=paper.name[:40],
                    most=math.floor(most * 10) / 10,
                )
            )
        return paper


def _paper(name: str) -> Paper:
    try:
        return paper_of(name)
    except PaperError as error:
        raise ExportError(error.sentence) from None


def fit_of(text: str) -> Fit:
    """Read how large a map is on its pages: "page", "width", or a percentage of its own size.

    Raises:
        ExportError: it is none of these.
    """
    wanted = text.strip().lower()
    if wanted in ("page", "width"):
        return "page" if wanted == "page" else "width"
    try:
        percent = float(wanted.removesuffix("%").replace(",", "."))
    except ValueError:
        percent = 0.0
    if not (wanted.endswith("%") and LEAST_PERCENT <= percent <= MOST_PERCENT):
        raise ExportError(
            say(
                "The scale of a PDF is page, width, or from {least:g}% to {most:g}%, and not “{text}”.",
                least=LEAST_PERCENT,
                most=MOST_PERCENT,
                text=text[:40],
            )
        )
    return percent / 100


def kind_of(path: Path) -> Kind:
    """Tell from a file's extension what it is to hold.

    Raises:
        ExportError: it is none of KINDS.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        found = say("not {suffix}", suffix=path.suffix) if path.suffix else say("and this name has none")
        raise ExportError(
            say(
                "Cannot tell what {name} is to be: name it .pdf, .svg, .png, .html, .md, .csv or .xlsx, {found}.",
                name=path.name,
                found=found,
            )
        )
    return kind
