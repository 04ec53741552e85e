"""Maps as text: everything is told, as it was typed, in HTML and in Markdown."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from cxdesigner.export import ExportOptions, Kind, export_maps
from cxdesigner.export.twin.html import html_of
from cxdesigner.export.twin.tree import Picture, Text
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Comment, Link, Map, Project, Round, Vote
from cxdesigner.model.values import clean
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load
from tests.layout.builders import a_map, picture

EXAMPLES = sorted(resource("examples").glob("*.cxd"))
NAUGHTY = Path(__file__).parents[3] / "shared" / "corpus" / "blns" / "blns.json"
VOID = {"meta", "img", "br"}
OWN = (
    "R&D <b>bold</b>", "<img src=http://example.com/x.png>", "&#0;&amp;", "a | b", "# no heading", "- no list", "1. x",
    "`code`", "*a* _b_ ~c~", "[x](http://example.com)", "  two  spaces  ", "tab\there", "line\nbreak\n\n# three",
    "\\", "\\|", "<!-- no -->", "</td></table>", "$x$ ^y^ =z=", "www.example.com", "me@example.com", "---", "> quote",
    "الطلب 24 دقيقة", "注文する", "👩🏽‍🍳", "\n", "'\"", "<br>",
)  # fmt: skip


class Reader(HTMLParser):
    """Gathers texts by what they stand in, and checks that what is opened is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag in ("p", "dd", "li", "h1", "h2", "h3", "th", "td", "caption", "dt"):
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.texts and self.open and self.open[-1] not in ("tr", "tbody", "thead", "main", "div", "ul", "dl"):
            self.texts[-1] += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert not reader.open
    return reader


def told(document: Document, kind: Kind, maps: int = 1, **options: bool) -> str:
    keys = [one.id for one in document.maps[:maps]]
    return export_maps(document, keys, ExportOptions(kind, **options)).decode()  # type: ignore[arg-type]


def recovered(markdown: str) -> str:
    """Take off what Markdown takes off: backslashes before marks, characters as numbers, breaks."""
    return re.sub(
        r"<br>|\\([!-/:-@\[-`{-~])|&#(\d+);",
        lambda found: "\n" if found[0] == "<br>" else found[1] or chr(int(found[2])),
        markdown,
    )


def naughty() -> list[str]:
    if not NAUGHTY.is_file():
        pytest.skip("the shared corpus is not beside this checkout")
    return [text for raw in json.loads(NAUGHTY.read_text("utf-8")) if (text := clean(raw)).strip()]


def with_texts(texts: list[str]) -> Document:
    lanes = [{"kind": "notes"}]
    cards = [{"lane": "l0", "step": "s0", "kind": "note", "text": text, "author": text} for text in texts]
    return a_map([{"title": text, "steps": [{"title": text}]} for text in texts[:3]], lanes, cards, title=texts[0])


@pytest.mark.parametrize("texts", [pytest.param(None, id="naughty"), pytest.param(list(OWN), id="own")])
def test_html_gives_each_text_back_as_it_was_typed(texts: list[str] | None) -> None:
    texts = texts if texts is not None else naughty()
    reader = read(told(with_texts(texts), "html"))
    assert set(texts) <= set(reader.texts)
    assert {tag for tag, _ in reader.tags}.isdisjoint({"script", "link", "iframe", "a", "b", "img"})
    assert not any(name in ("src", "href") or name.startswith("on") for _, attrs in reader.tags for name in attrs)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("kind", ["html", "md"])
def test_everything_of_an_example_is_told(path: Path, kind: Kind) -> None:
    document = load(path).document
    shown = document.maps[0]
    text = told(document, kind)
    plain = unescape(text) if kind == "html" else recovered(text)
    wanted = [card.text for card in document.cards(shown.id)]
    wanted += [value for card in document.cards(shown.id) for value in (card.promise, card.says, card.owner, card.due)]
    wanted += [card.evidence.source for card in document.cards(shown.id) if card.evidence is not None]
    wanted += [one.note for one in document.emotions(shown.id)] + [one.label for one in document.links(shown.id)]
    wanted += [goal for one in document.personas_of(shown.id) for goal in (*one.goals, *one.needs, one.quote)]
    hidden = {lane.id for lane in document.lanes(shown.id) if lane.hidden}
    assert not any(card.lane in hidden for card in document.cards(shown.id))
    assert [value for value in wanted if value and value not in plain] == []


def test_html_says_its_language_and_direction_and_names_rows_and_columns() -> None:
    reader = read(told(a_map([{"title": "اطلب", "steps": 2}], [{"kind": "actions"}], language="ar"), "html"))
    tags = dict(reader.tags)
    assert tags["html"] == {"lang": "ar", "dir": "rtl"}
    scopes = [attrs["scope"] for tag, attrs in reader.tags if tag == "th"]
    assert scopes == ["col", "col", "col", "row"]
    assert [tag for tag, _ in reader.tags if re.fullmatch("h[1-6]", tag)][:2] == ["h1", "h2"]


def test_several_maps_are_parts_of_one_text() -> None:
    document = load(resource("examples", "vivan-los-tacos.cxd")).document
    markdown = told(document, "md", 2)
    headings = [line for line in markdown.splitlines() if line.startswith("#")]
    assert headings[0] == "# Vivan los Tacos"
    assert "## Friday dinner without the wait" in headings
    assert "### Pain points and what solves them" in headings
    assert not [line for line in headings if line.startswith("####")]


def everything() -> Document:
    document = a_map(
        [{"steps": 2}, {"title": "Empty", "steps": 0, "phase": "later"}],
        [{"kind": "actions"}, {"kind": "metrics"}, {"kind": "emotion"}, {"kind": "backstage", "hidden": True}],
        [
            {"lane": "l0", "step": "s0", "kind": "action", "text": "Orders", "asset": "a", "alt": "A door"},
            {"lane": "l0", "step": "s0", "to": "s1", "kind": "touchpoint", "csat": {"score": 60}, "text": "Desk"},
            {"lane": "l3", "step": "s0", "kind": "backstage", "text": "Hidden"},
            {"kind": "note", "text": "Parked"},
            {"lane": "gone", "step": "s0", "kind": "note", "text": "Lost"},
        ],
        [{"persona": "p0", "step": "s0", "score": None, "ratings": [{"id": "r", "by": "Ann", "score": 1}]}],
        [{"photo": "a", "name": "Marta"}, {"photo": "broken"}],
        assets={"a": picture(4, 4), "broken": "Zm9v"},
    )
    more = [
        Round.new(id="round", parent="map"),
        Comment.new(id="note", parent="map", on="c0", text="Really", author="Bo"),
        Link.new(id="k", parent="map", from_="c0", to="s1", kind="leads_to", label="then"),
        Link.new(id="k2", parent="map", from_="c0", to="gone", kind="leads_to", label="nowhere"),
    ]
    records = {**document.records, **{one.id: one for one in more}}
    card = records["c3"]
    assert isinstance(card, Card)
    records["c3"] = card.with_(votes=(Vote.new(id="v", round="", by="Ann"), Vote.new(id="w", round="", n=2)))
    return Document(records.values())


def test_what_is_hidden_is_not_told_and_what_has_no_place_is() -> None:
    markdown = told(everything(), "md")
    assert "Hidden" not in markdown
    assert {"Parked", "Lost", "Ann", "Orders", "then"} <= set(re.findall(r"\w+", markdown))
    assert "nowhere" not in markdown
    assert "A door" in markdown


def test_comments_are_told_only_if_asked_for() -> None:
    assert "Really" not in told(everything(), "html")
    assert "Really" in told(everything(), "html", comments=True)


def test_pictures_are_in_the_file_with_their_words() -> None:
    reader = read(told(everything(), "html"))
    images = [attrs for tag, attrs in reader.tags if tag == "img"]
    assert [attrs["alt"] for attrs in images] == ["Marta", "A door"]
    assert all(str(attrs["src"]).startswith("data:image/png;base64,") for attrs in images)


def test_a_picture_that_cannot_be_shown_and_has_no_words_is_left_out() -> None:
    assert "<img" not in html_of(Text("", "", (Picture("gone", ""),)), {})


def test_a_logo_is_told_of_by_the_name_of_the_brand() -> None:
    project = Project.new(id="p", title="", brand={"name": "Tacos", "logo": "gone"})
    document = Document([project, Map.new(id="m", parent="p", title="", basis="later")])
    reader = read(told(document, "html"))
    assert "Tacos" in reader.texts
    assert reader.texts[0] == "Untitled map"
