"""The options of an export as rows of the dialog: one table, from which its form is made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as field_of
from typing import Any, Final, Literal

from cxdesigner.export.flags import DRAWN, FLAGS
from cxdesigner.export.options import KINDS, PARTS, Kind
from cxdesigner.model.secrecy import SECRETS
from cxdesigner.paper import SHEET, SIZES
from cxdesigner.ui.style.words import mark

Control = Literal["choice", "check", "number", "many"]
Values = Mapping[str, Any]

WHAT, PAGE, SHOW, SAFE, FILE = mark("What"), mark("Page"), mark("Show"), mark("Leave out"), mark("File")

MAPS, FADED = "maps", "faded"
"""Rows that are about no field of the options: which maps, and whether what is faded on the canvas is faded."""
SINCE = "since"
"""The row whose choices are the versions that a project keeps under a name."""
POSTERS: Final = ("A0", "A1", "A2", "ANSI E", "ANSI D", "ANSI C")
SHEETS: Final = ("A4", "A3", "Letter", "Tabloid")
"""Papers of posters, and those on which most printers print their parts."""
OWN: Final = "\x1fown"
"""The choice of a value of one's own, which is typed."""


def always(_values: Values) -> bool:
    """Tell that a row is shown whatever else is chosen."""
    return True


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the `field` that it sets, the group in which it stands, and what one sets it with.

    `choices`: values with their names, for "choice" and "many". `own`: an example of a value that may be typed where
    none of the choices fits, "" for none, and `own_text` names that choice. `tips` say more of choices of "many", by
    their values, and `notes` stand below them while they are chosen. `unit` stands after a number, and `empty` where
    none is, if none need be. `when`: whether it is shown, by the values of all rows. `folds`: what is chosen is
    hidden until it is asked for.
    """

    field: str
    group: str
    text: str
    control: Control
    choices: tuple[tuple[Any, str], ...] = ()
    own: str = ""
    own_text: str = mark("Own size …")
    tips: Mapping[str, str] = field_of(default_factory=dict)
    notes: Mapping[str, str] = field_of(default_factory=dict)
    unit: str = ""
    empty: str = ""
    when: Callable[[Values], bool] = always
    folds: bool = False

    def is_for(self, kind: Kind) -> bool:
        """Tell whether a kind of file has this option."""
        flags = [flag for flag in FLAGS if flag.field == self.field]
        return not flags or any(not flag.kinds or kind in flag.kinds for flag in flags)


_KINDS: Final[dict[str, str]] = {
    "pdf": mark("PDF"),
    "svg": mark("SVG drawing"),
    "png": mark("PNG picture"),
    "html": mark("Web page, as text"),
    "md": mark("Markdown, as text"),
    "csv": mark("CSV table"),
    "xlsx": mark("Excel workbook"),
}
_PARTS: Final[dict[str, str]] = {
    "cover": mark("Cover"),
    "guide": mark("How to read it"),
    "personas": mark("Personas"),
    "map": mark("The map"),
    "stages": mark("A page a stage"),
    "details": mark("Behind the cards"),
    "moments": mark("Moments of truth"),
    "pains": mark("Pain points"),
    "opportunities": mark("Opportunities"),
    "actions": mark("Actions"),
    "metrics": mark("Figures"),
    "handovers": mark("Hand-overs"),
    "promises": mark("Promises"),
    "votes": mark("Votes"),
    "parking": mark("Parking lot"),
    "assumptions": mark("Assumptions"),
    "changes": mark("Changes"),
}
_SECRETS: Final[dict[str, str]] = {
    "quotes": mark("Quotes"),
    "names": mark("Names"),
    "photos": mark("Photos"),
    "notes": mark("Notes"),
    "votes": mark("Votes"),
    "authors": mark("Authors"),
}
_COVERED: Final[dict[str, str]] = {
    "quotes": mark("Cards that are quotes, what customers say at touchpoints and at points, personas’ own words"),
    "names": mark("Names of personas, owners and voters, also within other texts"),
    "photos": mark("Photos of personas, and pictures on cards"),
    "notes": mark("Cards that are notes, notes at steps and at points, comments"),
    "votes": mark("Dots, and the ratings of ballots"),
    "authors": mark("Authors of maps, cards and comments, also within other texts"),
}
_KEPT: Final[dict[str, str]] = {"names": mark("Personas keep age, place and occupation.")}
"""A persona is a typical customer and no person: these are what it tells, and point to nobody."""
_PAGE_NAMES: Final[dict[str, str]] = {
    SHEET: mark("As large as the map"),
    "Letter": mark("Letter"),
    "Legal": mark("Legal"),
    "Tabloid": mark("Tabloid"),
}


def _named(values: tuple[str, ...], names: Mapping[str, str]) -> tuple[tuple[Any, str], ...]:
    return tuple((value, names.get(value, value)) for value in values)


def _has_maps_on_pages(values: Values) -> bool:
    return values[MAPS] == "all" and _is_map_on_pages(values)


def _is_drawn(values: Values) -> bool:
    return values["kind"] in DRAWN


def _is_report(values: Values) -> bool:
    return bool(values["report"])


def _is_map(values: Values) -> bool:
    return not values["report"]


def _is_poster(values: Values) -> bool:
    return bool(values["poster"]) and _is_map(values)


def _is_no_poster(values: Values) -> bool:
    return not _is_poster(values)


def _is_map_on_pages(values: Values) -> bool:
    return _is_map(values) and _is_no_poster(values)


def _has_way_up(values: Values) -> bool:
    return values["page"] != SHEET or not _is_map_on_pages(values)


ROWS: Final = (
    Row("kind", WHAT, mark("File type"), "choice", _named(KINDS, _KINDS)),
    Row(MAPS, WHAT, mark("Maps"), "choice", (("this", mark("This map")), ("all", mark("All maps")))),
    Row("facing", WHAT, mark("Current and future side by side"), "check", when=_has_maps_on_pages),
    Row("report", WHAT, mark("As a report"), "check"),
    Row("parts", WHAT, mark("Parts"), "many", _named(PARTS, _PARTS), when=_is_report, folds=True),
    Row(SINCE, WHAT, mark("Changes since"), "choice", (("", mark("The map it was made from")),), when=_is_report),
    Row(
        "page",
        PAGE,
        mark("Size"),
        "choice",
        _named((SHEET, *SIZES), _PAGE_NAMES),
        own="500x900mm",
        when=_is_no_poster,
    ),
    Row(
        "poster",
        PAGE,
        mark("Poster"),
        "choice",
        (("", mark("None")), *_named(POSTERS, _PAGE_NAMES)),
        own="1200x900mm",
        when=_is_map,
    ),
    Row("on", PAGE, mark("On sheets of"), "choice", _named(SHEETS, _PAGE_NAMES), own="320x450mm", when=_is_poster),
    Row("overlap", PAGE, mark("Overlap"), "number", unit=mark("mm"), when=_is_poster),
    Row(
        "orientation",
        PAGE,
        mark("Orientation"),
        "choice",
        (("auto", mark("Automatic")), ("portrait", mark("Portrait")), ("landscape", mark("Landscape"))),
        when=_has_way_up,
    ),
    Row(
        "fit",
        PAGE,
        mark("Scale"),
        "choice",
        (("page", mark("Whole map on a page")), ("width", mark("As wide as the page"))),
        own="75%",
        own_text=mark("Own scale …"),
        when=_is_map_on_pages,
    ),
    Row("margin", PAGE, mark("Margin"), "number", unit=mark("mm"), when=_has_way_up, empty=mark("Automatic")),
    Row("comments", SHOW, mark("Comments, numbered"), "check"),
    Row(
        "footer",
        SHOW,
        mark("Footer"),
        "choice",
        (("auto", mark("On paper")), ("on", mark("Always")), ("off", mark("Never"))),
    ),
    Row(FADED, SHOW, mark("Faded as on the canvas"), "check", when=_is_drawn),
    Row(
        "curves",
        SHOW,
        mark("Curves"),
        "choice",
        (("together", mark("All personas")), ("single", mark("One persona")), ("mean", mark("Their mean"))),
        when=_is_drawn,
    ),
    Row("without", SAFE, "", "many", _named(SECRETS, _SECRETS), tips=_COVERED, notes=_KEPT),
    Row("width", FILE, mark("Width"), "choice", ((0, mark("By scale")),), own="3840", own_text=mark("Own width …")),
    Row("scale", FILE, mark("Scale"), "number", unit=mark("px per point"), when=lambda values: not values["width"]),
    Row(
        "text",
        FILE,
        mark("Letters"),
        "choice",
        (("outlines", mark("Outlines: always alike")), ("text", mark("Text: to find and edit"))),
    ),
    Row("attach", FILE, mark("With the project in it"), "check"),
    Row(
        "standard",
        FILE,
        mark("For archives"),
        "choice",
        (("", mark("No")), ("2b", mark("PDF/A-2b")), ("3b", mark("PDF/A-3b"))),
    ),
)
