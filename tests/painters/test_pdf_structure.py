"""Tags of a PDF: all that is drawn is marked, each mark leads to its element and back."""

from __future__ import annotations

import io
from typing import Any

from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.pages import Clip, Page, View
from cxdesigner.layout.publication import Bookmark, Link, Publication, Target
from cxdesigner.layout.scene import Band, Box, GlyphRun, Group, Picture, Scene
from cxdesigner.layout.structure import Element, Told
from cxdesigner.layout.typeset import TextStyle, Typesetter
from cxdesigner.painters.pdf import write_pdf
from tests.painters import scenes
from tests.painters.tagged import Tags, below

RULE = Box(0, 0, 9, 9, "#336699")


def words(key: str, x: float, *more: Any) -> Group:
    return Group(key, "card", x, 20, 90, 40, (RULE, *more, GlyphRun(5, 30, scenes.line(f"Card {key}"), "#000000")))


PHOTO = Picture(10, 0, 20, 20, "photo", alt="A face")
CARDS = (words("a", 0), words("b", 100, PHOTO), words("c", 200, PHOTO._replace(alt="")), words("d", 300))
ARROW = Group("k", "link", 0, 0, 400, 9, (RULE, PHOTO))
SCENE = Scene(400, 100, (Band("l", 10, 90, CARDS, frozenset({"a"})),), under=(RULE,), over=(ARROW, RULE))
WHOLE = Page(400, 100, (View(SCENE),))
TABLE = Element(
    "Table",
    children=(
        Element(
            "TR",
            children=(
                Element("TH", scope="Row", rows=2, children=(Element("P", CARDS[:1]),)),
                Element("TD", children=(Element("P", CARDS[1:2]), Element("P"))),
                Element("TD"),
            ),
        ),
        Element("TR", children=(Element("TD", children=(Element("P", CARDS[2:3]),), columns=2),)),
    ),
)
TOLD = (Told((SCENE,), (TABLE, Element("L"), Element("Figure", (ARROW,), alt="An arrow (ä)"))),)


def tags(*pages: Page, told: tuple[Told, ...] = TOLD, **facts: Any) -> Tags:
    out = io.BytesIO()
    publication = Publication(pages or (WHOLE,), "Map", told=told, **facts)
    write_pdf(publication, out, assets=scenes.assets())
    return Tags(out.getvalue())


def test_all_that_is_drawn_is_marked_and_leads_to_its_element() -> None:
    found = tags()
    assert found.wrong == []
    assert found.roles() == ["Document", "Table", "TR", "TH", "TD", "Figure", "TD", "TR", "TD", "Figure"]
    assert found.alternatives() == ["A face", "An arrow (ä)"]


def test_a_cell_holds_its_only_paragraph_itself_and_more_than_one_stay() -> None:
    def found(*groups: Group) -> Tags:
        cell = Element("TD", children=tuple(Element("P", (group,)) for group in groups))
        return tags(told=(Told((SCENE,), (Element("Table", children=(Element("TR", children=(cell,)),)),)),))

    alone, together = found(CARDS[0]), found(*CARDS[:2])
    assert alone.wrong == together.wrong == []
    assert alone.roles() == ["Document", "Table", "TR", "TD"]
    assert together.roles() == ["Document", "Table", "TR", "TD", "P", "P", "Figure"]
    assert alone.tables() == [[[("TD", "Card a")]]]
    assert together.tables() == [[[("TD", "Card a Card b")]]]


def test_a_picture_of_which_nothing_is_said_is_decoration() -> None:
    operations = tags().reader.pages[0].get_contents()
    assert operations is not None
    data = operations.get_data()
    before = data.split(b"/P1 Do")
    assert [part.rfind(b"/Artifact BMC") > part.rfind(b"BDC") for part in before[:-1]] == [False, True, False]


def test_what_is_on_several_pages_is_read_once() -> None:
    views = [View(SCENE, 1.0, -at, 0, Clip(0, 0, 250, 100)) for at in (0.0, 150.0)]
    found = tags(*(Page(250, 100, (view,)) for view in views))
    assert found.wrong == []
    cells = [element for element in below(found.document) if element["/S"] in ("/TD", "/TH") and "/Pg" in element]
    assert len(cells) == 3
    pages = {str(element.raw_get("/Pg")) for element in cells}
    assert len(pages) == 2
    repeated = tags(Page(250, 100, (View(SCENE, repeated=True),)), WHOLE)
    assert repeated.wrong == []
    contents = repeated.reader.pages[0].get_contents()
    assert contents is not None
    assert b"BDC" not in contents.get_data()


def test_an_element_may_be_on_several_pages() -> None:
    views = [View(SCENE, 1.0, -at, 0, Clip(0, 0, 100, 100)) for at in (0.0, 100.0)]
    found = tags(*(Page(100, 100, (view,)) for view in views), told=(Told((SCENE,), (Element("P", CARDS[:2]),)),))
    assert found.wrong == []
    assert found.roles() == ["Document", "P", "Figure"]


def test_links_are_in_the_element_of_their_group() -> None:
    links = {
        Target("b", "card"): (Link("https://example.org"), Link(Target("c"))),
        Target("k", "link"): (Link(Target("a"), "There"),),
        Target("d"): (Link(Target("a")),),
    }
    found = tags(links=links, bookmarks=(Bookmark("The third", Target("c")),))
    assert found.wrong == []
    # Those of what is in no element, and of a figure, follow it in the whole.
    assert found.roles().count("Link") == 4
    cell = found.roles().index("Figure")
    assert found.roles()[cell : cell + 3] == ["Figure", "Link", "Link"]
    said = [one.get_object()["/Contents"] for one in found.reader.pages[0]["/Annots"]]  # type: ignore[attr-defined]
    assert said == ["https://example.org", "The third", "There", "1"]


def test_two_scenes_with_the_same_groups_are_both_read() -> None:
    other = SCENE._replace(title="Again")
    told = (Told((SCENE,), (Element("P", CARDS[:1]),)), Told((other,), (Element("P", CARDS[:2]),)))
    found = tags(WHOLE, Page(400, 100, (View(other),)), told=told)
    assert found.wrong == []
    assert found.roles() == ["Document", "P", "P", "Figure"]


def test_parts_of_a_sheet_are_read_as_one() -> None:
    left, right = (SCENE._replace(bands=(SCENE.bands[0]._replace(groups=CARDS[at : at + 3]),)) for at in (0, 1))
    told = (
        Told(
            (left, right),
            (Element("P", CARDS[:1]), Element("P", CARDS[1:2]), Element("P", CARDS[3:])),
        ),
    )
    found = tags(Page(400, 100, (View(left),)), Page(400, 100, (View(right),)), told=told)
    assert found.wrong == []
    assert found.roles() == ["Document", "P", "P", "Figure", "P"]
    contents = found.reader.pages[1].get_contents()
    assert contents is not None
    assert contents.get_data().count(b"BDC") == 1


def test_without_anything_told_there_are_no_tags() -> None:
    out = io.BytesIO()
    write_pdf(Publication((WHOLE,)), out)
    assert b"StructTreeRoot" not in out.getvalue()
    assert b"BDC" not in out.getvalue()


def paragraph(text: str, width: float = 60.0) -> Group:
    made = Typesetter(Fonts.load()).paragraph(text, TextStyle("regular", 9.0, 12.0), width)
    runs = tuple(GlyphRun(line.x, 12.0 * at + 9, line, "#000000") for at, line in enumerate(made.lines))
    return Group("a", "card", 0, 0, 100, 100, (*runs, GlyphRun(0, 90, scenes.line("Below"), "#000000")))


def said(group: Group) -> tuple[Tags, str]:
    """The tags of a page with a group, and its text as the content has it, one line after the other."""
    scene = Scene(100, 100, (Band("l", 0, 100, (group,)),))
    found = tags(Page(100, 100, (View(scene),)), told=(Told((scene,), (Element("P", (group,)),)),))
    assert found.wrong == []
    return found, found.text(0)


def test_words_at_the_ends_of_lines_are_apart() -> None:
    _, text = said(paragraph("She looks for the timetable and\nfinds only last year’s"))
    assert text == "She looks for the timetable and finds only last year’s Below"


def test_words_in_a_group_within_another_are_apart_from_what_follows() -> None:
    (shown,) = Typesetter(Fonts.load()).paragraph("العمر", TextStyle("regular", 9.0, 12.0)).lines
    label = Group("", "mark", 50, 0, 40, 12, (GlyphRun(0, 9, shown, "#000000"),))
    run = GlyphRun(0, 9, scenes.line("46"), "#000000")
    found, _ = said(Group("a", "card", 0, 0, 100, 12, (label, run)))
    assert found.actual() == ["العمر 46"]
    last, _ = said(Group("a", "card", 0, 0, 100, 12, (run, label)))
    assert last.actual() == ["46 العمر"]


def test_a_word_that_is_broken_stays_one() -> None:
    _, text = said(paragraph("Donaudampfschifffahrtsgesellschaft Wien", 50.0))
    assert text == "Donaudampfschifffahrtsgesellschaft Wien Below"
    _, text = said(paragraph("简体中文测试一下这个", 40.0))
    assert text == "简体中文测试一下这个 Below"


def test_text_from_the_right_is_said_as_it_was_typed() -> None:
    found, _ = said(paragraph("مرحبا بالعالم and שלום", 200.0))
    assert found.roles() == ["Document", "P", "Span"]
    assert found.actual() == ["مرحبا بالعالم and שלום Below"]
    plain, _ = said(paragraph("and so on"))
    assert plain.roles() == ["Document", "P"]
