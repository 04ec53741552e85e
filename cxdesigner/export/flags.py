"""The options of an export as flags of the command line: one table for parser, help and the exports of windows."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Container, Mapping
from dataclasses import fields
from typing import Any, Final, NamedTuple, get_args

from cxdesigner.export.options import PARTS, TEXTS, ExportError, ExportOptions, Kind, Text
from cxdesigner.sentences import say

DRAWN: Final[tuple[Kind, ...]] = ("pdf", "svg", "png")
"""Kinds of file that show maps; others tell of all that is on them."""
COMMENTED: Final = (*DRAWN, *TEXTS)
"""Kinds of file that have a place for comments."""
CURVES: Final = ("together", "single", "mean")
"""`layout.showing.Curves`, for which help does not wait."""


class Flag(NamedTuple):
    """A flag, the field of `ExportOptions` that it sets, and the kinds of file that it is for (none: all).

    Several with one name, for different kinds, are one to whoever types them.

    `sets`: what the field becomes where the flag takes no value; `metavar` "" then. A field that holds a tuple takes
    the flag several times, or where it is `listed` once, with commas between its values.
    """

    name: str
    field: str
    help: str
    metavar: str = ""
    sets: Any = True
    kinds: tuple[Kind, ...] = ()
    choices: tuple[str, ...] = ()
    listed: bool = False


FLAGS: Final = (
    Flag(
        "--page",
        "page",
        "the paper of a PDF: A5 to A0, Letter, Legal, Tabloid, “ANSI C” to E, a size such as 500x900mm or 20x30in, or"
        " one page as large as the map (sheet)",
        "SIZE",
        kinds=("pdf",),
    ),
    Flag("--portrait", "orientation", "the paper stands", sets="portrait", kinds=("pdf",)),
    Flag("--landscape", "orientation", "the paper lies (it does by itself for a wide map)", "", "landscape", ("pdf",)),
    Flag(
        "--margin",
        "margin",
        "white on each side of the paper, in millimetres (10; 20 for a report)",
        "MM",
        kinds=("pdf",),
    ),
    Flag(
        "--poster", "poster", "the map on sheets to glue to a poster of this size, such as A0", "SIZE", kinds=("pdf",)
    ),
    Flag("--on", "on", "the paper of the sheets of a poster (A4)", "SIZE", kinds=("pdf",)),
    Flag(
        "--overlap",
        "overlap",
        "how far sheets of a poster reach into the next, in millimetres (10)",
        "MM",
        kinds=("pdf",),
    ),
    Flag("--footer", "footer", "a strip with project, map, edition and page, also without paper", "", "on", ("pdf",)),
    Flag("--no-footer", "footer", "no such strip, which maps on paper have otherwise", "", "off", ("pdf",)),
    Flag("--no-facing", "facing", "do not put a future state beside its current one", "", False, ("pdf",)),
    Flag("--comments", "comments", "number the comments, and list them below the map", kinds=COMMENTED),
    Flag(
        "--only",
        "only",
        "fade the cards that are not persona=NAME, channel=…, department=NAME, kind=pain, evidence=survey or none,"
        " moment=truth or support; several of one widen it, several kinds narrow it",
        "WHAT=VALUE",
        kinds=DRAWN,
    ),
    Flag(
        "--without",
        "without",
        "leave out for other people's eyes: quotes, names, photos, notes, votes, authors (without names personas keep"
        " age, place and occupation)",
        "WHAT,WHAT",
        listed=True,
    ),
    Flag(
        "--curves",
        "curves",
        "the emotion curves of all personas, of one, or their mean",
        "HOW",
        kinds=DRAWN,
        choices=CURVES,
    ),
    Flag("--persona", "persona", "whose curve is on top, or is the one (the first)", "NAME|NUMBER", kinds=DRAWN),
    Flag("--report", "report", "make a report: cover, guide, personas, the map, its stages, lists", kinds=("pdf",)),
    Flag(
        "--parts",
        "parts",
        f"the parts of a report: some of {', '.join(PARTS)} (all)",
        "A,B,…",
        kinds=("pdf",),
        listed=True,
    ),
    Flag(
        "--since",
        "since",
        "what the changes in a report are measured from: a named version of the project, or another file of it (the map"
        " that each was made from)",
        "NAME|FILE",
        kinds=("pdf",),
    ),
    Flag("--attach", "attach", "put the project into a PDF, which then opens it", kinds=("pdf",)),
    Flag(
        "--standard",
        "standard",
        "make a PDF for archives, PDF/A-2b, or PDF/A-3b that may hold the project too",
        "2b|3b",
        kinds=("pdf",),
    ),
    Flag(
        "--scale",
        "fit",
        "how large the map is on the pages of a PDF: page (it fits on one), width (as wide as the paper, on as many as"
        " it needs) or a percentage such as 75%%",
        "SIZE",
        kinds=("pdf",),
    ),
    Flag("--scale", "scale", "pixels to a point of a PNG (2)", "N", kinds=("png",)),
    Flag(
        "--width", "width", "how wide a PNG is, in pixels, whatever --scale says (up to 32000)", "PIXELS", 0, ("png",)
    ),
    Flag(
        "--text",
        "text",
        "letters of an SVG as outlines, drawn alike everywhere, or as text that can be found and edited (outlines)",
        "HOW",
        kinds=("svg",),
        choices=get_args(Text),
    ),
)

NEEDS: Final = {"parts": "report", "since": "report", "on": "poster", "overlap": "poster"}
"""Fields that say nothing without another one."""
NOT_FOR_REPORTS: Final = frozenset({"poster", "on", "overlap", "fit", "facing"})
"""Fields that are about a map on pages of its own."""
_DEFAULTS: Final[dict[str, Any]] = {field.name: field.default for field in fields(ExportOptions)}


def add_to(parser: ArgumentParser) -> None:
    """Let a parser take all the flags; what was not given is not in its namespace."""
    for name, flags in _by_name().items():
        flag = flags[0]
        said = "; ".join(one.help for one in flags)
        kept: dict[str, Any] = {"dest": name, "default": None, "help": said}
        if not flag.metavar:
            parser.add_argument(flag.name, action="store_true", **kept)
        elif isinstance(_DEFAULTS[flag.field], tuple) and not flag.listed:
            parser.add_argument(flag.name, action="append", metavar=flag.metavar, **kept)
        else:
            parser.add_argument(flag.name, metavar=flag.metavar, choices=flag.choices or None, **kept)


def options_from(given: Namespace, kind: Kind) -> ExportOptions:
    """Make options for a kind of file of what a parser found.

    Raises:
        ExportError: a flag is not for this kind of file, or without effect, or its value cannot be.
    """
    values: dict[str, Any] = {"kind": kind}
    names: dict[str, str] = {}
    for name, flags in _by_name().items():
        value = vars(given).get(name)
        if value is None:
            continue
        flag = next((one for one in flags if not one.kinds or kind in one.kinds), None)
        if flag is None:
            kinds = ", ".join(one.upper() for found in flags for one in found.kinds)
            raise ExportError(say("{flag} is for {kinds}, not for {kind}.", flag=name, kinds=kinds, kind=kind.upper()))
        values[flag.field] = _read(flag, value)
        names[flag.field] = name
    _refuse_idle(names)
    return ExportOptions(**values)


def _refuse_idle(names: Mapping[str, str]) -> None:
    """Raise ExportError for a flag, given by the field that it sets, that would change nothing beside the others."""
    for field, name in names.items():
        if field in NOT_FOR_REPORTS and "report" in names:
            raise ExportError(say("{flag} is for maps, not for a report: leave one of them out.", flag=name))
        if _is_idle(field, names):
            raise ExportError(say("{flag} is for --{needed} only.", flag=name, needed=NEEDS[field]))


def _is_idle(field: str, given: Container[str]) -> bool:
    """Tell whether a field changes nothing beside others that are given."""
    return (field in NOT_FOR_REPORTS and "report" in given) or NEEDS.get(field, field) not in given


def arguments(options: ExportOptions) -> list[str]:
    """Write options as flags, such that `options_from` reads them; what is as it is by default is left out.

    So is what would change nothing, which whoever sets options one by one may have set before the others.
    """
    found = []
    given = {name for name, default in _DEFAULTS.items() if getattr(options, name) != default}
    for flag in FLAGS:
        value = getattr(options, flag.field)
        if flag.field not in given or _is_idle(flag.field, given) or (flag.kinds and options.kind not in flag.kinds):
            continue
        if not flag.metavar:
            found += [flag.name] if value == flag.sets else []
            continue
        # In one word: a value may begin with a dash.
        if flag.listed:
            found.append(f"{flag.name}={','.join(value)}")
            continue
        found += [f"{flag.name}={one}" for one in (value if isinstance(value, tuple) else (value,))]
    return found


def _by_name() -> dict[str, list[Flag]]:
    found: dict[str, list[Flag]] = {}
    for flag in FLAGS:
        found.setdefault(flag.name, []).append(flag)
    return found


def _read(flag: Flag, value: Any) -> Any:
    default = _DEFAULTS[flag.field]
    if not flag.metavar:
        return flag.sets
    if flag.listed:
        return tuple(one.strip().lower() for one in value.split(",") if one.strip())
    if isinstance(default, tuple):
        return tuple(value)
    try:
        return float(value) if default is None else type(default)(value)
    except ValueError:
        raise ExportError(say("{flag} takes a number, and not “{value}”.", flag=flag.name, value=value[:40])) from None
