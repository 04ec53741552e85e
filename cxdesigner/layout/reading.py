"""A scene in reading order: a map as a table of lanes and steps, anything else as its texts one after the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from cxdesigner.layout import theme
from cxdesigner.layout.publication import Target
from cxdesigner.layout.scene import COMMENTS, FOOT, HEADER, STAGES, Band, Group, Scene
from cxdesigner.layout.structure import Element, role_of, speaks

Said = Mapping[Target, str]
"""What is said instead of curves (the part "curve" of a persona or a lane) and of links (the part "link")."""

_CURVES: Final = frozenset({"curve", "point", "mean"})
_BESIDE: Final = frozenset({"lane", "lane-title", "scale", "definitions"})
"""Parts that belong to a lane and to none of its steps."""
_SLACK: Final = theme.CELL_GAP
"""Stages begin a little to the left of the titles of their steps."""


def put_together(sheet: Scene, parts: Sequence[Scene]) -> Scene:
    """Make a scene of what parts of a sheet show, to be read as one.

    What several of them have is in it once: whole if any of them has it so, else all the pieces of it.
    """
    bands = []
    for band in sheet.bands:
        found = [group for part in parts for one in part.bands if one.key == band.key for group in one.groups]
        # The stages are laid out anew for each page, so that one may stand on several.
        groups = _first_ones(found) if band.key == STAGES else _whole_ones(found, band.groups)
        bands.append(Band(band.key, 0.0, 0.0, tuple(groups)))
    over = [node for part in parts for node in part.over if isinstance(node, Group)]
    links = _whole_ones(over, [node for node in sheet.over if isinstance(node, Group)])
    return sheet._replace(bands=tuple(bands), under=(), over=tuple(links))


def _first_ones(groups: Iterable[Group]) -> list[Group]:
    found: dict[tuple[str, str], Group] = {}
    for group in groups:
        found.setdefault((group.id, group.part), group)
    return list(found.values())


def _whole_ones(found: Iterable[Group], originals: Sequence[Group]) -> list[Group]:
    """Give groups in the order of the originals, those that are none behind; of pieces only where there is no whole."""
    order = {id(group): at for at, group in enumerate(originals)}
    places = {_spot(group): at for at, group in enumerate(originals)}
    whole = {_spot(group) for group in found if id(group) in order}
    kept = {id(group): group for group in found if id(group) in order or _spot(group) not in whole}
    return sorted(kept.values(), key=lambda group: places.get(_spot(group), len(places)))


def _spot(group: Group) -> tuple[object, ...]:
    return group.id, group.part, group.x, group.y


def reading_of(scene: Scene, said: Said) -> tuple[Element, ...]:
    """Put what a scene shows in the order in which it is read."""
    bands = {band.key: band for band in scene.bands}
    columns = _columns(bands[STAGES]) if STAGES in bands else []
    if not columns:
        return (*_texts(_all(scene)), *_links(scene, said))
    lanes = [band for band in scene.bands if band.is_lane]
    found = [*_texts(bands[HEADER].groups)] if HEADER in bands else []
    found.append(Element("Table", children=(*_head(bands[STAGES], columns), *_rows(lanes, columns, said))))
    found += _links(scene, said)
    for key in (FOOT, COMMENTS):
        if key in bands:
            found += _texts(bands[key].groups)
    return tuple(found)


def _all(scene: Scene) -> Iterator[Group]:
    for nodes in (scene.under, *(band.groups for band in scene.bands), scene.over):
        yield from (node for node in nodes if isinstance(node, Group) and node.part not in ("link", "comment"))


def _texts(groups: Iterable[Group]) -> list[Element]:
    """Make paragraphs and headings of what has words or pictures, and lists of personas and of the entries of a legend
    that follow each other.
    """
    found: list[Element] = []
    for group in groups:
        if not speaks(group.items):
            continue
        if group.part not in ("persona", "legend"):
            found.append(Element(role_of(group.part), (group,)))
            continue
        item = Element("LI", children=(Element("LBody", (group,)),))
        last = found[-1] if found else None
        if last is not None and last.role == "L" and last.children[-1].children[0].groups[0].part == group.part:
            found[-1] = last._replace(children=(*last.children, item))
        else:
            found.append(Element("L", children=(item,)))
    return found


def _columns(band: Band) -> list[Group]:
    """Give the titles of the steps, from left to right."""
    return sorted((group for group in band.groups if group.part in ("step", "steps")), key=lambda group: group.x)


def _column_of(columns: Sequence[Group], x: float) -> int:
    return max(0, bisect_right(columns, x + _SLACK, key=lambda column: column.x) - 1)


def _head(band: Band, columns: Sequence[Group]) -> tuple[Element, Element]:
    """Make the rows of the stages, each above its steps, and of the steps."""
    stages = [group for group in band.groups if group.part == "stage"]
    about: dict[str, list[Group]] = {}
    for group in band.groups:
        if group.part in ("phase", "stage", "goal"):
            about.setdefault(group.id, []).append(group)
    firsts = [_column_of(columns, stage.x) for stage in stages]
    cells = [
        Element("TH", children=tuple(_texts(about[stage.id])), scope="Column", columns=after - first)
        for stage, first, after in zip(stages, firsts, [*firsts[1:], len(columns)], strict=True)
    ]
    steps = [Element("TH", children=tuple(_texts([column])), scope="Column") for column in columns]
    empty = Element("TD")
    return Element("TR", children=(empty, *cells)), Element("TR", children=(empty, *steps))


def _rows(lanes: Iterable[Band], columns: Sequence[Group], said: Said) -> Iterator[Element]:
    for band in lanes:
        about = [group for group in band.groups if group.part in _BESIDE]
        # The name of a line of the blueprint stands in the frame; both come before what is in the lane.
        title = tuple(_named(band, about))
        curves = _figures(band, said)
        drawn = {id(group) for curve in curves for group in curve.groups}
        cells: list[list[Group]] = [[] for _ in columns]
        for group in band.groups:
            if group.part not in _BESIDE and group.part not in _CURVES and id(group) not in drawn:
                cells[_column_of(columns, _middle(group, band))].append(group)
        texts = [tuple(_texts(cell)) for cell in cells]
        if curves:
            notes = any(texts)
            yield Element(
                "TR",
                children=(
                    Element("TH", children=title, scope="Row", rows=2 if notes else 1),
                    Element("TD", children=tuple(curves), columns=len(columns)),
                ),
            )
            if notes:
                yield Element("TR", children=tuple(Element("TD", children=cell) for cell in texts))
        elif title or any(texts):
            tds = tuple(Element("TD", children=cell) for cell in texts)
            yield Element("TR", children=(Element("TH", children=title, scope="Row"), *tds))


def _named(band: Band, about: Iterable[Group]) -> list[Element]:
    """Give the title of a lane as paragraphs: in the cell of a table it is no heading."""
    return [one._replace(role="P") for one in _texts(about)]


def _middle(group: Group, band: Band) -> float:
    """Give where a group stands across: what belongs to a point of a curve where that is, a card at its left end."""
    if group.part in ("note", "feeling"):
        group = next((one for one in band.groups if one.part == "point" and one.id == group.id), group)
        return group.x + group.width / 2
    return group.x + group.width / 2 if group.part == "count" else group.x


def _figures(band: Band, said: Said) -> list[Element]:
    """Make a figure of each curve, its points and what is said of it, in the order of what is said."""
    found: dict[str, list[Group]] = {}
    for group in band.groups:
        if group.part in _CURVES:
            found.setdefault(group.id.split("\x1f")[0], []).append(group)
    return [
        Element("Figure", tuple(found[target.id]), alt=text)
        for target, text in said.items()
        if target.part == "curve" and target.id in found
    ]


def _links(scene: Scene, said: Said) -> list[Element]:
    """Say what the links join: the arrows are figures."""
    drawn: dict[str, list[Group]] = {}
    for node in scene.over:
        if isinstance(node, Group) and node.part == "link":
            drawn.setdefault(node.id, []).append(node)
    texts = [(groups, said.get(Target(key, "link"), "")) for key, groups in drawn.items()]
    return [Element("Figure", tuple(groups), alt=text) for groups, text in texts if text]
