from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from itertools import pairwise
from math import isclose
from operator import mul

import pytest

from cxdesigner.layout.icons import GRID, IconPath, Icons
from cxdesigner.layout.scene import Path, Stroke
from cxdesigner.model.kinds import CARD_KINDS, CHANNELS
from cxdesigner.resources import resource

FILES = sorted(resource("icons").glob("*.svg"))
SVG = "{http://www.w3.org/2000/svg}"
NUMBERS = {"M": 2, "L": 2, "C": 6, "Z": 0}
DRAWN = {"d", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-linejoin"}
LINE, CURVE = '<path d="M 2 4 L 14.5 8 Z"', '<path d="M 8 0 C 1 2 3 4 5 6"'


@pytest.fixture(scope="module")
def icons():
    return Icons()


@pytest.fixture
def folder(tmp_path):
    stroked = f'{LINE} fill="none" stroke="currentColor" stroke-width="1.4" stroke-linejoin="round"/>'
    filled = f'{CURVE} fill="currentColor"/>'
    (tmp_path / "two.svg").write_text(f"<svg>\n{stroked}\n{filled}\n</svg>", "utf-8")
    return tmp_path


def extent(path):
    """The box about a path, its curves taken at many places."""
    points = []
    for _letter, *numbers in path.commands:
        pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
        points += [bezier(points[-1], *pairs, step / 32) for step in range(1, 33)] if len(pairs) == 3 else pairs
    across, down = zip(*points, strict=True)
    return min(across), min(down), max(across), max(down)


def bezier(start, first, second, end, t):
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return tuple(sum(map(mul, weights, axis)) for axis in zip(start, first, second, end, strict=True))


@pytest.mark.parametrize("name", [*map("channel-{}".format, CHANNELS), *map("card-{}".format, CARD_KINDS)])
def test_every_channel_and_every_kind_of_card_has_its_icon(icons, name):
    assert icons.paths(name)


def test_no_two_channels_and_no_two_kinds_of_card_look_the_same(icons):
    names = [name for name in icons.names if name.startswith(("channel-", "card-"))]
    assert len({icons.paths(name) for name in names}) == len(names)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_is_an_svg_of_paths_in_the_current_colour(file):
    root = ET.fromstring(file.read_text("utf-8"))
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == f"0 0 {GRID} {GRID}"
    for element in root:
        assert element.tag == f"{SVG}path"
        assert set(element.attrib) <= DRAWN
        assert re.fullmatch(r"[MLCZ0-9. ]+", element.attrib["d"])
        if element.get("fill") == "none":
            assert element.get("stroke") == "currentColor"
            assert element.get("stroke-linejoin") == "round"
        else:
            assert element.get("fill") == "currentColor"
            assert "stroke" not in element.attrib


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_icon_is_read_as_the_file_has_it(icons, file):
    elements = ET.fromstring(file.read_text("utf-8"))
    paths = icons.paths(file.stem)
    assert len(paths) == len(elements)
    for path, element in zip(paths, elements, strict=True):
        words = [str(word) if isinstance(word, str) else f"{word:g}" for command in path.commands for word in command]
        assert words == element.attrib["d"].split()
        assert path.width == (float(element.attrib["stroke-width"]) if "stroke" in element.attrib else None)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_an_icon_is_well_drawn_and_stays_in_its_square(icons, file):
    for path in icons.paths(file.stem):
        assert path.commands[0][0] == "M"
        assert all(len(command) == 1 + NUMBERS[command[0]] for command in path.commands)
        assert all(after[0] == "M" for command, after in pairwise(path.commands) if command[0] == "Z")
        left, top, right, bottom = extent(path)
        half = (path.width or 0) / 2
        assert min(left, top) - half >= 0
        assert max(right, bottom) + half <= GRID


def test_the_paths_of_an_icon_come_in_the_order_of_the_file(folder):
    assert Icons(folder).paths("two") == (
        IconPath((("M", 2.0, 4.0), ("L", 14.5, 8.0), ("Z",)), 1.4),
        IconPath((("M", 8.0, 0.0), ("C", 1.0, 2.0, 3.0, 4.0, 5.0, 6.0)), None),
    )


def test_a_placed_icon_is_scaled_and_coloured(folder):
    assert Icons(folder).placed("two", 100, 200, 32, "#2f5bd7") == (
        Path((("M", 104, 208), ("L", 129, 216), ("Z",)), None, Stroke("#2f5bd7", 2.8)),
        Path((("M", 116, 200), ("C", 102, 204, 106, 208, 110, 212)), "#2f5bd7"),
    )


def test_every_icon_placed_fits_the_square_asked_for(icons):
    for name in icons.names:
        for path in icons.placed(name, -3, 20, 9, "#000000"):
            half = path.stroke.width / 2 if path.stroke else 0
            left, top, right, bottom = extent(path)
            assert left - half >= -3
            assert top - half >= 20
            assert right + half <= -3 + 9
            assert bottom + half <= 20 + 9
            assert not path.stroke or isclose(path.stroke.width, 1.4 * 9 / GRID)


def test_what_was_made_once_is_kept(folder):
    icons = Icons(folder)
    paths, placed = icons.paths("two"), icons.placed("two", 1, 2, 9, "#000000")
    (folder / "two.svg").unlink()
    assert icons.paths("two") is paths
    assert icons.placed("two", 1, 2, 9, "#000000") is placed
    assert icons.placed("two", 1, 2, 9, "#ffffff")[1].fill == "#ffffff"


def test_what_is_kept_is_bounded(folder):
    icons = Icons(folder)
    first = icons.placed("two", 0, 0, 9, "#000000")
    for x in range(1, 5000):
        icons.placed("two", x, 0, 9, "#000000")
    again = icons.placed("two", 0, 0, 9, "#000000")
    assert again == first
    assert again is not first


@pytest.mark.parametrize("name", ["", "channel-hologram", "../icons/two", "two.svg", "two\0"])
def test_an_unknown_name_is_a_key_error(folder, name):
    icons = Icons(folder)
    with pytest.raises(KeyError):
        icons.paths(name)
    with pytest.raises(KeyError):
        icons.placed(name, 0, 0, 9, "#000000")
