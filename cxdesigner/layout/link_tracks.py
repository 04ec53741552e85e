"""Spreading links: several that share a gutter, a gap or a side of a card run beside each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from cxdesigner.layout.link_routes import End, Line, Way, corners

Key = tuple[str, float]
"""A strip; for a straight link the place that it has for itself."""
BESIDE = 3.0
"""How far apart two links run that share a way, where there is room."""
PORT = 7.0
"""How far apart two links meet a side of a card, where there is room."""
STEP = 4.0
"""A step to the side that is smaller is none."""
LEAN = 1.6
"""How far a link that runs down alone keeps from the side that it goes to, so that its head has room."""


def at_ports(ways: Sequence[Way], ends: Sequence[tuple[End, End]]) -> list[Way]:
    """Spread the links that meet one side of a thing along it, in the order in which their other ends stand."""
    ports: dict[tuple[str, str], list[tuple[float, int, int]]] = defaultdict(list)
    for index, (way, pair) in enumerate(zip(ways, ends, strict=True)):
        for which in (0, 1):
            upright = way.sides[which] in ("top", "bottom")
            other = way.start if which else way.end
            ports[pair[which].id, way.sides[which]].append((other[0] if upright else other[1], index, which))
    moved = list(ways)
    for users in ports.values():
        if len(users) > 1:
            users.sort()
            for place, (_, index, which) in enumerate(users):
                box, way = ends[index][which].box, moved[index]
                size = box.right - box.left if way.sides[which] in ("top", "bottom") else box.bottom - box.top
                step = min(PORT, max(0.0, size - 8.0) / (len(users) - 1))
                moved[index] = _shifted(way, which, (place - (len(users) - 1) / 2) * step)
    return moved


def _shifted(way: Way, which: int, by: float) -> Way:
    if len(way.lines) == 1:
        return way  # a straight link has one place for both ends
    at = -1 if which else 0
    lines = list(way.lines)
    lines[at] = lines[at]._replace(at=lines[at].at + by)
    x, y = way.end if which else way.start
    point = (x + by, y) if lines[at].down else (x, y + by)
    return way._replace(lines=tuple(lines), end=point) if which else way._replace(lines=tuple(lines), start=point)


def beside_each_other(ways: Sequence[Way], room: Mapping[Key, float]) -> list[Way]:
    """Give every line of its strip a track; `room` is how far tracks may lie from the middle of a strip."""
    strips: dict[Key, list[tuple[float, float, int, int]]] = defaultdict(list)
    for index, way in enumerate(ways):
        points = corners(way)
        for place, line in enumerate(way.lines):
            one, other = points[place], points[place + 1]
            low, high = sorted((one[1], other[1]) if line.down else (one[0], other[0]))
            key: Key = line.strip or ("at", line.at)
            if line.strip is not None or len(way.lines) == 1:
                strips[key].append((low, high, index, place))
    offsets: dict[tuple[int, int], float] = {}
    for key, users in strips.items():
        tracks = _tracks(users)
        count = max(tracks) + 1
        most = room.get(key, 2.5)
        step = min(BESIDE, 2 * most / (count - 1)) if count > 1 else 0.0
        for track, (_, _, index, place) in zip(tracks, users, strict=True):
            lean = _lean(ways[index], place) if count == 1 and key[0] == "g" else 0.0
            offsets[index, place] = (track - (count - 1) / 2) * step + lean
    return [
        _smoothed(_moved(way, [offsets.get((index, place), 0.0) for place in range(len(way.lines))]))
        for index, way in enumerate(ways)
    ]


def _smoothed(way: Way) -> Way:
    """Take out the small steps to the side that a way makes next to its ends: it begins or ends there instead."""
    lines = list(way.lines)
    start, end = way.start, way.end
    if len(lines) > 2 and lines[0].down and abs(lines[0].at - lines[2].at) < STEP:
        start = lines[2].at, start[1]
        del lines[:2]
    if len(lines) > 2 and lines[-1].down and abs(lines[-1].at - lines[-3].at) < STEP:
        end = lines[-3].at, end[1]
        del lines[-2:]
    return way._replace(start=start, end=end, lines=tuple(lines)) if len(lines) < len(way.lines) else way


def _tracks(users: list[tuple[float, float, int, int]]) -> list[int]:
    """Give each stretch the first track on which it meets no other; the stretches are put in order."""
    users.sort()
    ends: list[float] = []
    found = []
    for low, high, _, _ in users:
        track = next((number for number, end in enumerate(ends) if end < low - 1), len(ends))
        if track == len(ends):
            ends.append(high)
        else:
            ends[track] = high
        found.append(track)
    return found


def _lean(way: Way, place: int) -> float:
    """Keep a line away from the side to which the last stretch goes, which holds the head."""
    if place != len(way.lines) - 2:
        return 0.0
    return -LEAN if way.end[0] > way.lines[place].at else LEAN


def _moved(way: Way, offsets: Sequence[float]) -> Way:
    if not any(offsets):
        return way
    lines = tuple(
        Line(line.down, line.at + by, line.strip) if by else line for line, by in zip(way.lines, offsets, strict=True)
    )
    if len(lines) > 1:
        return Way(way.start, lines, way.end, way.sides)
    by = offsets[0]
    (x1, y1), (x2, y2) = way.start, way.end
    if lines[0].down:
        return way._replace(lines=lines, start=(x1 + by, y1), end=(x2 + by, y2))
    return way._replace(lines=lines, start=(x1, y1 + by), end=(x2, y2 + by))
