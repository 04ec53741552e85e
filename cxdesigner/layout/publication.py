"""What a file of pages consists of, besides what is drawn on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from cxdesigner.layout.pages import Page
from cxdesigner.layout.paging.facing import First
from cxdesigner.layout.structure import Told

Standard = Literal["", "2b", "3b"]


class Target(NamedTuple):
    """The first group on a page that shows this record; with `part`, the first one that is this part of it.

    `beside`: in a scene that shows this record too, such as a map, where others may show the one that is meant.
    """

    id: str
    part: str = ""
    beside: str = ""


class Bookmark(NamedTuple):
    """A line of the outline of a file; `level` 0 is the outermost.

    `shows`: the whole "page", the "column" below the group, as wide as that, or the "spot" at the zoom of the reader.
    """

    title: str
    target: Target
    level: int = 0
    shows: Literal["page", "column", "spot"] = "spot"


class Link(NamedTuple):
    """Where a group leads: another one, or an address with http, https or mailto. `says`: what readers call it."""

    to: Target | str
    says: str = ""


class Attachment(NamedTuple):
    """A file that is in the one of pages: what it is called, its media type, what is said of it, and its bytes."""

    name: str
    type: str
    about: str
    data: bytes


class Publication(NamedTuple):
    """Pages and what is known of them.

    `language` is a BCP 47 tag. `links`: where a group leads; one that leads to several places does so by strips of it,
    one below the other. Targets that are on no page lead nowhere. `facing`: pages stand beside each other two
    by two, the first of them on this side; "" for pages by themselves.
    `told`: what is said of scenes to those who do not see them, in reading order; a file with nothing has no tags.
    `standard`: that of PDF/A which the file keeps to, "" for none. `attached`: a file that is in it.
    """

    pages: tuple[Page, ...]
    title: str = ""
    author: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    language: str = "en"
    bookmarks: tuple[Bookmark, ...] = ()
    links: Mapping[Target, tuple[Link, ...]] = {}
    facing: First = ""
    told: tuple[Told, ...] = ()
    standard: Standard = ""
    attached: Attachment | None = None
