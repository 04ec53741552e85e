"""The order in which a scene is read: a map as a table, the rest as its texts."""

from __future__ import annotations

from cxdesigner.layout.publication import Target
from cxdesigner.layout.reading import put_together, reading_of
from cxdesigner.layout.scene import COMMENTS, FOOT, HEADER, STAGES, Band, Box, GlyphRun, Group, Node, Picture, Scene
from cxdesigner.layout.structure import Element
from tests.painters.scenes import line

RULE = Box(0, 0, 9, 1, "#000000")


def text(key: str, part: str, x: float = 0.0, *, words: str = "Words", width: float = 90.0) -> Group:
    return Group(key, part, x, 0, width, 20, (RULE, GlyphRun(0, 9, line(words), "#000000")))


def mute(key: str, part: str, x: float = 0.0) -> Group:
    return Group(key, part, x, 0, 90, 20, (RULE,))


def band(key: str, *groups: Group) -> Band:
    return Band(key, 0, 50, groups)


def told(element: Element) -> str:
    """An element in a line: its role, what it says of itself, its groups and its children."""
    about = [group.id if group.part in ("card", "step") else f"{group.part}:{group.id}" for group in element.groups]
    more = [f"{element.columns}c"] if element.columns > 1 else []
    more += [f"{element.rows}r"] if element.rows > 1 else []
    more += [element.scope] if element.scope else []
    said = f"“{element.alt}”" if element.alt else ""
    inner = [one for one in (*more, said, *about, *map(told, element.children)) if one]
    return f"{element.role}({' '.join(inner)})"


def read(
    *bands: Band, over: tuple[Node, ...] = (), under: tuple[Node, ...] = (), said: dict[Target, str] | None = None
) -> list[str]:
    return [told(element) for element in reading_of(Scene(900, 500, bands, under, over), said or {})]


STEPS = band(
    STAGES,
    text("s1", "phase", 100),
    text("s1", "stage", 101, width=198),
    text("s2", "stage", 301),
    text("s1", "goal", 104),
    text("t1", "step", 103),
    text("t2", "step", 203),
    mute("t3", "step", 303),
)
HEAD = (
    "TR(TD() TH(2c Column P(phase:s1) P(stage:s1) P(goal:s1)) TH(Column P(stage:s2))) "
    "TR(TD() TH(Column P(t1)) TH(Column P(t2)) TH(Column))"
)


def test_a_map_is_a_table_of_lanes_and_steps() -> None:
    lane = band(
        "l",
        mute("l", "lane"),
        text("l", "lane-title"),
        text("a", "card", 303),
        text("b", "card", 103),
        text("c", "card", 103),
        text("wide", "card", 203, width=190),
        mute("d", "bar", 103),
        text("l", "count", 210, width=60),
    )
    (table,) = read(STEPS, lane)
    cells = "TH(Row P(lane-title:l)) TD(P(b) P(c)) TD(P(wide) P(count:l)) TD(P(a))"
    assert table == f"Table({HEAD} TR({cells}))"


def test_header_foot_and_comments_stand_around_it() -> None:
    header = band(HEADER, text("m", "title"), text("m", "about"), text("p", "persona"), text("q", "persona"))
    foot = band(FOOT, mute("m", "rule"), text("m", "legend"), text("m", "legend"), text("m", "edition"))
    comments = band(COMMENTS, text(COMMENTS, "comments"), text("c1", "comment-text"))
    found = read(header, STEPS, foot, comments, over=(text("c1", "comment"), RULE))
    assert found == [
        "H1(title:m)",
        "P(about:m)",
        "L(LI(LBody(persona:p)) LI(LBody(persona:q)))",
        f"Table({HEAD})",
        "L(LI(LBody(legend:m)) LI(LBody(legend:m)))",
        "P(edition:m)",
        f"H2(comments:{COMMENTS})",
        "P(comment-text:c1)",
    ]


def test_a_line_of_the_blueprint_is_named_before_its_lane_and_empty_lanes_are_passed_over() -> None:
    named = band("l", text("l", "lane"), text("l", "lane-title"))
    bare = band("d", mute("d", "lane"), mute("d", "lane-title"))
    (table,) = read(STEPS, named, bare)
    assert table == f"Table({HEAD} TR(TH(Row P(lane:l) P(lane-title:l)) TD() TD() TD()))"


def emotions(*more: Group) -> Band:
    return band(
        "e",
        mute("e", "lane"),
        text("e", "scale"),
        text("e", "lane-title"),
        mute("e", "emotion"),
        mute("p", "curve"),
        mute("p\x1ft1", "point", 120),
        mute("p\x1ft2", "point", 220),
        mute("q\x1ft1", "point", 120),
        *more,
    )


CURVES = {
    Target("q", "curve"): "Joris: −1",
    Target("p", "curve"): "Marta: +1",
    Target("nobody", "curve"): "Nobody",
    Target("k", "link"): "one leads to other",
}


def test_curves_are_figures_above_what_is_written_at_their_points() -> None:
    # A note far from its point belongs to the step of the point; one without a point to that where it stands.
    notes = text("p\x1ft1", "note", 260), text("q\x1ft3", "feeling", 303)
    (table,) = read(STEPS, emotions(*notes), said=CURVES)
    figures = "Figure(“Joris: −1” point:q\x1ft1) Figure(“Marta: +1” curve:p point:p\x1ft1 point:p\x1ft2)"
    assert table == " ".join(
        (
            f"Table({HEAD}",
            f"TR(TH(2r Row P(scale:e) P(lane-title:e)) TD(3c {figures}))",
            "TR(TD(P(note:p\x1ft1)) TD() TD(P(feeling:q\x1ft3))))",
        )
    )


def test_curves_without_words_have_one_row_and_curves_of_which_nothing_is_said_none() -> None:
    (table,) = read(STEPS, emotions(), said=CURVES)
    assert "TH(Row P(scale:e) P(lane-title:e)) TD(3c " in table
    (silent,) = read(STEPS, emotions())
    assert "Figure" not in silent
    assert "TH(Row P(scale:e) P(lane-title:e)) TD() TD() TD()" in silent


def test_a_link_is_a_figure_if_anything_is_said_of_it() -> None:
    over = mute("k", "link"), text("silent", "link")
    assert read(STEPS, over=over, said=CURVES)[1:] == ["Figure(“one leads to other” link:k)"]


def test_any_other_scene_is_read_as_it_is_drawn() -> None:
    photo = Group("p", "photo", 0, 0, 9, 9, (Picture(0, 0, 9, 9, "a", alt="Marta"),))
    plain = photo._replace(id="q", items=(Picture(0, 0, 9, 9, "a"),))
    nested = Group("n", "td", 0, 0, 9, 9, (Group("n", "in", 0, 0, 9, 9, text("n", "x").items),))
    page = band(
        "flow", text("h", "h1"), text("h", "h2"), text("h", "h3"), text("l", "lane-title"), photo, plain, nested
    )
    found = read(page, under=(RULE, text("u", "td")), over=(mute("k", "link"),), said=CURVES)
    assert found == [
        "P(td:u)",
        "H1(h1:h)",
        "H2(h2:h)",
        "H3(h3:h)",
        "H2(lane-title:l)",
        "P(photo:p)",
        "P(td:n)",
        "Figure(“one leads to other” link:k)",
    ]


def test_a_map_without_steps_is_no_table() -> None:
    found = read(band(HEADER, text("m", "title")), band(STAGES), band("l", text("l", "lane-title")))
    assert found == ["H1(title:m)", "H2(lane-title:l)"]


def test_parts_of_a_sheet_are_put_together() -> None:
    card, link = text("a", "card", 103), mute("k", "link")
    sheet = Scene(
        900, 500, (STEPS, band("l", text("l", "lane-title"), card, text("b", "card", 203))), over=(link, RULE)
    )
    stages = text("s1", "stage", 101, width=98), text("s1", "stage", 201, width=98)
    parts = [
        Scene(900, 500, (band(STAGES, stage, step), band("l", *groups)), over=(link,))
        for stage, step, groups in (
            (stages[0], text("t1", "step", 103), sheet.bands[1].groups[:2]),
            (stages[1], text("t2", "step", 203), sheet.bands[1].groups[1:]),
        )
    ]
    found = put_together(sheet, parts)
    assert [one.key for one in found.bands] == [STAGES, "l"]
    assert [group.id for group in found.bands[0].groups] == ["s1", "t1", "t2"]
    assert [group.id for group in found.bands[1].groups] == ["l", "a", "b"]
    assert (found.over, found.under) == ((link,), ())
    # Of a card that is cut on one page and whole on another the whole one is read, of others all pieces.
    cut = [one._replace(items=one.items[:1]) for one in (sheet.bands[1].groups[1], sheet.bands[1].groups[2])]
    pieces = [Scene(900, 500, (band("l", *groups),)) for groups in ((*cut, text("z", "card", 103)), (card, cut[1]))]
    kept = put_together(sheet, pieces).bands[1].groups
    assert [(group.id, len(group.items)) for group in kept] == [("a", 2), ("b", 1), ("z", 2)]
    (table,) = [told(element) for element in reading_of(found, {})]
    assert table == (
        "Table(TR(TD() TH(2c Column P(stage:s1))) TR(TD() TH(Column P(t1)) TH(Column P(t2)))"
        " TR(TH(Row P(lane-title:l)) TD(P(a)) TD(P(b))))"
    )
