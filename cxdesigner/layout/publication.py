"""What a file of pages consists of, besides what is drawn on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from cxdesigner.layout.pages import Page, View
from cxdesigner.layout.scene import Scene


class Target(NamedTuple):
    """The first group on a page that shows this record; with `part`, the first one that is this part of it."""

    id: str
    part: str = ""


class Bookmark(NamedTuple):
    """A line of the outline of a file; `level` 0 is the outermost."""

    title: str
    target: Target
    level: int = 0


class Publication(NamedTuple):
    """Pages and what is known of them.

    `language` is a BCP 47 tag. `links`: where a group leads, a group itself or an address with http, https or mailto;
    targets that are on no page lead nowhere.
    """

    pages: tuple[Page, ...]
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "en"
    bookmarks: tuple[Bookmark, ...] = ()
    links: Mapping[Target, Target | str] = {}


def one_page(scene: Scene, title: str = "") -> Publication:
    """Make a publication of a page that is as large as a scene, and shows it."""
    page = Page(scene.width, scene.height, (View(scene),))
    return Publication((page,), title or scene.title, language=scene.language)
