"""Writes a scene as SVG, exactly as it is drawn elsewhere: letters as outlines, or as text in fonts of its own.

Nothing in the file is fetched from anywhere. The same input gives the same bytes.
"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, assert_never

from cxdesigner import pictures
from cxdesigner.layout.fading import faded
from cxdesigner.layout.pages import Page, View
from cxdesigner.layout.scene import Box, GlyphRun, Group, Path, Picture
from cxdesigner.painters.shapes import missing_picture, number
from cxdesigner.painters.svg_outlines import Outlines
from cxdesigner.painters.svg_text import RealText
from cxdesigner.painters.svg_words import escaped, path_data

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cxdesigner.layout.scene import Band, Node, Scene, Stroke


class Facts(NamedTuple):
    """What is known of a drawing; `language` is a BCP 47 tag."""

    title: str = ""
    description: str = ""
    language: str = "en"


def write_svg(
    scene: Scene,
    out: BinaryIO,
    *,
    title: str = "",
    description: str = "",
    language: str = "",
    assets: Mapping[str, bytes] | None = None,
    outlines: bool = True,
) -> None:
    """Write the scene as UTF-8; `title` and `language` (a BCP 47 tag) are the scene's own if not given.

    With `outlines` its letters are drawn alike everywhere; without, they are text in fonts that are in the file, which
    can be found, copied and edited.

    `assets` maps an asset's key to the bytes of its file; one that is missing or damaged is drawn as a grey
    box with a cross.
    """
    view = View(scene)
    page = Page(scene.width, scene.height, (view,))
    facts = Facts(title or scene.title, description, language or scene.language)
    write_svg_page(page, out, facts, assets=assets, outlines=outlines)


def write_svg_page(
    page: Page, out: BinaryIO, facts: Facts, *, assets: Mapping[str, bytes] | None = None, outlines: bool = True
) -> None:
    """Write a page as `write_svg` does a scene; nothing of a view that has a clip is shown beyond that."""
    definitions, letters = _Definitions(assets or {}), Outlines() if outlines else RealText()
    body = _Body(definitions, letters)
    for view in page.views:
        body.draw_view(view)
    width, height = number(page.width), number(page.height)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'xml:lang="{escaped(facts.language)}" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" fill="none" stroke-linejoin="round" role="graphics-document">',
        f"<title>{escaped(facts.title)}</title>",
        *([f"<desc>{escaped(facts.description)}</desc>"] if facts.description else []),
        "<defs>",
        *letters.definitions,
        *definitions.lines,
        "</defs>",
        *body.lines,
        "</svg>\n",
    ]
    out.write("\n".join(lines).encode("utf-8"))


class _Definitions:
    """What is defined once: pictures and the shapes that they are cut to."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        self.lines: list[str] = []
        self._assets = assets
        self._pictures: dict[str, tuple[str, int, int] | None] = {}
        self._clips: dict[tuple[float, ...], str] = {}

    def picture(self, asset: str) -> tuple[str, int, int] | None:
        """The name, width and height of a picture; None if it is missing or cannot be read."""
        if asset not in self._pictures:
            data = self._assets.get(asset)
            self._pictures[asset] = None if data is None else self._embedded(data)
        return self._pictures[asset]

    def _embedded(self, data: bytes) -> tuple[str, int, int] | None:
        try:
            if not pictures.plain_jpeg(data) and pictures.media_type(data) != "image/png":
                data = pictures.for_project(data)
            width, height = pictures.proved_size(data)
        except pictures.PictureError:
            return None
        name = f"p{len(self._pictures) + 1}"
        encoded = base64.b64encode(data).decode("ascii")
        self.lines.append(
            f'<image id="{name}" width="{width}" height="{height}" '
            f'preserveAspectRatio="none" xlink:href="data:{pictures.media_type(data)};base64,{encoded}"/>'
        )
        return name, width, height

    def clip(self, width: float, height: float, radius: float, x: float = 0.0, y: float = 0.0) -> str:
        """The name of a rectangle to cut to."""
        key = (width, height, radius, x, y)
        name = self._clips.get(key)
        if name is None:
            name = self._clips[key] = f"c{len(self._clips) + 1}"
            shape = _rectangle(x, y, width, height, radius)
            self.lines.append(f'<clipPath id="{name}">{shape}/></clipPath>')
        return name


class _Body:
    """The drawing itself, one element a line."""

    def __init__(self, definitions: _Definitions, letters: Outlines | RealText) -> None:
        self.lines: list[str] = []
        self._definitions = definitions
        self._letters = letters

    def draw_view(self, view: View) -> None:
        """Draw a scene on a page."""
        scene, clip, moved = view.scene, view.clip, (view.scale, view.x, view.y) != (1.0, 0.0, 0.0)
        if clip is not None:
            name = self._definitions.clip(clip.width, clip.height, 0.0, clip.x, clip.y)
            self.lines.append(f'<g clip-path="url(#{name})">')
        if moved:
            place = f"translate({number(view.x)} {number(view.y)})"
            self.lines.append(f'<g transform="{place} scale({view.scale:.7g})">')
        self.draw(scene.under)
        for band in scene.bands:
            self.draw_at(0.0, band.top, _groups_of(band))
        self.draw(scene.over)
        self.lines += ["</g>"] * (moved + (clip is not None))

    def draw_at(self, x: float, y: float, nodes: Iterable[Node]) -> None:
        """Draw nodes placed from (x, y), in a group of their own."""
        self.lines.append(f'<g transform="translate({number(x)} {number(y)})">')
        self.draw(nodes)
        self.lines.append("</g>")

    def draw(self, nodes: Iterable[Node]) -> None:
        """Draw nodes placed from the origin."""
        for node in nodes:
            if isinstance(node, Group):
                self.draw_at(node.x, node.y, node.items)
            elif isinstance(node, GlyphRun):
                if shown := self._letters.show(node):
                    self.lines.append(shown)
            elif isinstance(node, Box):
                shape = _rectangle(node.x, node.y, node.width, node.height, node.radius)
                self.lines.append(f"{shape}{_paint(node.fill, node.stroke)}/>")
            elif isinstance(node, Path):
                self.lines.append(f'<path d="{path_data(node.commands)}"{_paint(node.fill, node.stroke)}/>')
            elif isinstance(node, Picture):
                self._picture(node)
            else:
                assert_never(node)

    def _picture(self, node: Picture) -> None:
        known = self._definitions.picture(node.asset)
        if known is None or node.width <= 0 or node.height <= 0:
            self.draw(missing_picture(node))
            return
        name, width, height = known
        crop = pictures.cover(width, height, node.width, node.height)
        scale = node.width / crop.width
        clip = self._definitions.clip(node.width, node.height, node.radius)
        label = f' role="img" aria-label="{escaped(node.alt)}"' if node.alt else ""
        label += f' opacity="{number(node.opacity)}"' if node.opacity < 1 else ""
        self.lines.append(
            f'<g transform="translate({number(node.x)} {number(node.y)})" clip-path="url(#{clip})"{label}>'
            f'<use xlink:href="#{name}" transform="translate({number(-crop.x * scale)} '
            f'{number(-crop.y * scale)}) scale({scale:.7g})"/></g>'
        )


def _groups_of(band: Band) -> Iterable[Group]:
    """Give the groups of a band as they are drawn."""
    for group in band.groups:
        yield group._replace(items=faded(group.items)) if group.id in band.faded else group


def _rectangle(x: float, y: float, width: float, height: float, radius: float) -> str:
    """An element that is still open, for what it is to be painted with."""
    rounding = f' rx="{number(min(radius, width / 2, height / 2))}"' if radius > 0 else ""
    return f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"{rounding}'


def _paint(fill: str | None, stroke: Stroke | None) -> str:
    out = f' fill="{fill}"' if fill is not None else ""
    if stroke is not None:
        out += f' stroke="{stroke.color}" stroke-width="{number(stroke.width)}"'
        if stroke.dash:
            out += f' stroke-dasharray="{" ".join(number(length) for length in stroke.dash)}"'
    return out
