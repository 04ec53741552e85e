"""The strip below a map on paper: what it is, from when and by whom, which page."""

from __future__ import annotations

from typing import Final, NamedTuple

from cxdesigner.layout import theme
from cxdesigner.layout.pages import STRIP, Clip, Page, View
from cxdesigner.layout.pen import Pen, line, runs
from cxdesigner.layout.scene import FOOT, Band, GlyphRun, Group, Node, Picture, Scene, Stroke
from cxdesigner.layout.typeset import TextStyle

TEXT: Final = TextStyle("regular", 7.5, 9.5)
RULE, BASE = 6.0, 10.0
"""How far below the upper edge of the strip its line and its words are."""
LOGO_HEIGHT, LOGO_WIDTH = 9.5, 60.0
GAP = 8.0


class Footer(NamedTuple):
    """What stands in the strip. `right` stands before the number of the page. `logo` is an asset, as high as `aspect`
    times its width; `color` that of the line, "" for a quiet one.
    """

    left: str = ""
    middle: str = ""
    right: str = ""
    logo: str = ""
    aspect: float = 1.0
    color: str = ""


def with_footer(page: Page, pen: Pen, footer: Footer, strip: Clip, number: str = "", *, repeated: bool = False) -> Page:
    """Draw a footer into the strip of a page; `number` says which page it is, such as "2 / 5".

    `repeated`: but for the number it was on a page before. In a language that is read from the right it begins there.
    """
    scale = strip.height / STRIP
    width = strip.width / scale
    items: list[Node] = [line(0, RULE, width, RULE, Stroke(footer.color or theme.HAIRLINE, 0.75))]
    left, right = 0.0, width
    if footer.logo:
        wide = min(LOGO_WIDTH, LOGO_HEIGHT / footer.aspect, width / 4)
        high = wide * footer.aspect
        items.append(Picture(0, BASE + (LOGO_HEIGHT - high) / 2, wide, high, footer.logo))
        left = wide + GAP
    for text in (number, footer.right):
        if text:
            words = pen.in_one_line(text, TEXT, max(1.0, (right - left) / 2))
            right -= words.width
            items += runs(words, right, BASE, theme.MUTED)
            right -= GAP
    room = max(1.0, right - left)
    middle = pen.in_one_line(footer.middle, TEXT, room * (0.5 if footer.left else 1.0))
    start = pen.in_one_line(footer.left, TEXT, max(1.0, room - (middle.width + GAP if footer.middle else 0.0)))
    items += runs(start, left, BASE, theme.MUTED)
    # In the middle of the page, if what stands at its sides leaves room there.
    at = max(left + (start.width + GAP if footer.left else 0.0), min((width - middle.width) / 2, right - middle.width))
    items += runs(middle, at, BASE, theme.MUTED)
    if pen.from_right:
        items = [_mirrored(item, width) for item in items]
    group = Group(FOOT, "footer", 0.0, 0.0, width, STRIP, tuple(items))
    scene = Scene(width, STRIP, (Band(FOOT, 0.0, STRIP, (group,)),), language=pen.words.language)
    return page._replace(views=(*page.views, View(scene, scale, strip.x, strip.y, repeated=repeated)))


def _mirrored(item: Node, width: float) -> Node:
    """Move a text or a logo as far from the right as it was from the left; the line is as wide as the strip."""
    if isinstance(item, GlyphRun):
        return item._replace(x=width - item.x - item.line.width)
    return item._replace(x=width - item.x - item.width) if isinstance(item, Picture) else item
