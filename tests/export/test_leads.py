"""Bookmarks and links: what leads to where."""

from __future__ import annotations

from cxdesigner.export.leads import LONGEST, MOST, bookmarks_of, links_of
from cxdesigner.layout.card import whose
from cxdesigner.layout.publication import Bookmark, Link, Target
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Lane, Map, Persona, Project, Stage, Step
from cxdesigner.model.records import Link as Arrow


def document(*more: Arrow, language: str = "en", url: str = "") -> Document:
    return Document(
        [
            Project.new(id="p", language=language),
            Persona.new(id="marta", parent="p", rank="1", name="Marta\nK."),
            Persona.new(id="joris", parent="p", rank="2"),
            Map.new(id="m", parent="p", rank="1", title="Dinner", personas=("marta", "joris", "marta")),
            Map.new(id="n", parent="p", rank="2"),
            Stage.new(id="s1", parent="m", rank="1", title="Decide"),
            Stage.new(id="s2", parent="m", rank="2"),
            Step.new(id="t1", parent="s1", rank="1", title="Reads"),
            Lane.new(id="l", parent="m", rank="1", kind="pains"),
            Card.new(
                id="pain",
                parent="m",
                rank="1",
                lane="l",
                step="t1",
                kind="pain",
                text="Queue",
                personas=("joris", "gone"),
            ),
            Card.new(
                id="chance",
                parent="m",
                rank="2",
                lane="l",
                step="t1",
                kind="opportunity",
                text="QR code",
                solves=("pain", "gone"),
                url=url,
            ),
            *more,
        ]
    )


def test_a_map_has_bookmarks_of_its_stages_and_personas() -> None:
    assert bookmarks_of(document(), "m") == (
        Bookmark("Dinner", Target("m", "title"), 0, "page"),
        Bookmark("Decide", Target("s1", "stage"), 1, "column"),
        Bookmark("Marta K.", Target("marta", "persona", "m"), 1),
        Bookmark("Unnamed persona", Target("joris", "persona", "m"), 1),
    )
    assert bookmarks_of(document(language="nl"), "n")[0].title == "Kaart zonder titel"
    assert bookmarks_of(document(), "gone") == ()


def test_a_pain_and_what_solves_it_lead_to_each_other() -> None:
    links = links_of(document(), ["m"])
    assert links[Target("chance", "card")] == (Link(Target("pain", "card"), "solves: Queue"),)
    assert links[Target("pain", "card")] == (Link(Target("chance", "card"), "QR code (solves)"),)


def test_a_card_leads_to_its_personas_in_its_map() -> None:
    links = links_of(document(), ["m"])
    assert links[Target(whose("pain", "joris"), "whose")] == (Link(Target("joris", "persona", "m"), "Unnamed persona"),)
    assert [target.id for target in links if target.part == "whose"] == [whose("pain", "joris")]


def test_an_address_comes_first() -> None:
    links = links_of(document(url=" https://example.org/a b "), ["m"])
    assert [link.to for link in links[Target("chance", "card")]] == [
        "https://example.org/a b",
        Target("pain", "card"),
    ]


def test_both_ends_of_a_link_lead_to_the_other() -> None:
    arrows = [
        Arrow.new(id="k1", parent="m", from_="s1", to="pain", kind="leads_to"),
        Arrow.new(id="k2", parent="m", from_="t1", to="gone", kind="repeats"),
        Arrow.new(id="k3", parent="m", from_="marta", to="t1", kind="repeats"),
        Arrow.new(id="k4", parent="m", from_="chance", to="pain", kind="solves"),
    ]
    links = links_of(document(*arrows), ["m"])
    assert links[Target("s1", "stage")] == (Link(Target("pain", "card"), "leads to: Queue"),)
    assert links[Target("pain", "card")] == (
        Link(Target("chance", "card"), "QR code (solves)"),
        Link(Target("s1", "stage"), "Decide (leads to)"),
    )
    assert Target("t1", "step") not in links
    assert not links_of(document(*arrows), ["n"])


def test_a_card_has_room_for_a_few_links_with_short_names() -> None:
    arrows = [
        Arrow.new(id=f"k{at}", parent="m", from_="pain", to="t1", kind=kind)
        for at, kind in enumerate(("leads_to", "hands_over", "repeats", "solves", "made-up"))
    ]
    assert len(links_of(document(*arrows), ["m"])[Target("pain", "card")]) == MOST
    shown = Document([Project.new(id="p"), Map.new(id="m", parent="p", title="word " * 40)])
    (mark,) = bookmarks_of(shown, "m")
    assert len(mark.title) == LONGEST
    assert mark.title.endswith("…")
