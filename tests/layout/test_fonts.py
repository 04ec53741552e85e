from __future__ import annotations

import pytest

from cxdesigner.layout.families import STYLES, Chart, Family
from cxdesigner.layout.fonts import FURTHEST, Face, Fonts
from cxdesigner.layout.typeset import EM
from cxdesigner.resources import InstallationError, resource
from tests.layout.made_fonts import make_cubic_font, make_font


@pytest.fixture(scope="module")
def face() -> Face:
    return Fonts.load().faces("regular")[0]


def test_each_style_has_a_face_of_its_own_name():
    fonts = Fonts.load()
    names = [fonts.faces(style)[0].name for style in STYLES]
    assert names == ["CX Sans Regular", "CX Sans SemiBold", "CX Sans Bold", "CX Sans Italic"]


def test_a_style_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        Fonts.load().faces("heavy")


def test_metrics_are_in_font_units(face):
    assert (face.upem, face.ascent, face.descent) == (1000, 1069, -293)
    assert face.path == resource("fonts", "cx-sans-regular.ttf")
    assert face.data() == face.path.read_bytes()


def test_coverage_is_what_the_file_has_glyphs_for(face):
    assert {ord(char) for char in "aéжω€ग"} <= face.coverage
    assert not {ord(char) for char in "語ก😀"} & face.coverage
    assert face.coverage is face.coverage


def test_a_missing_style_falls_back_to_the_regular_one_of_its_family(tmp_path):
    make_font(tmp_path / "one-regular.ttf", "a")
    make_font(tmp_path / "one-bold.ttf", "a")
    make_font(tmp_path / "two-regular.ttf", "b")
    families = (Family("one", frozenset({"Latn"})), Family("two", frozenset({"Thai"})))
    fonts = Fonts.load(tmp_path, families)
    assert [face.name for face in fonts.faces("bold")] == ["one-bold", "two-regular", "one-regular"]
    assert [face.name for face in fonts.faces("italic")] == ["one-regular", "two-regular"]
    assert fonts.faces("italic")[1] is fonts.faces("bold")[1]
    assert fonts.faces("bold")[1].scripts == {"Thai"}


def test_a_family_without_a_file_is_an_error(tmp_path):
    with pytest.raises(InstallationError, match="none-regular"):
        Fonts.load(tmp_path, [Family("none", frozenset())])


def test_kerning_is_on_and_ligatures_are_off(face):
    kerned = face.shape("AV")
    assert kerned.advance < sum(cluster.natural for cluster in kerned.clusters)
    assert [cluster.text for cluster in face.shape("office").clusters] == list("office")


def test_a_piece_stands_for_its_text_and_is_as_wide_as_its_clusters(face):
    piece = face.shape("Voyage")
    assert piece.text == "Voyage"
    assert piece.face is face
    assert not piece.rtl
    assert piece.advance == sum(cluster.advance for cluster in piece.clusters)


def test_a_letter_and_its_marks_are_one_cluster(face):
    (cluster,) = face.shape("x\u0323\u0301").clusters
    assert cluster.text == "x\u0323\u0301"
    assert len(cluster.glyphs) == 3
    assert cluster.glyphs[0][1:] == (0, 0)
    assert cluster.natural == cluster.advance == face.shape("x").advance
    for gid, right, _ in cluster.glyphs[1:]:
        ink = face.hb.get_glyph_extents(gid)
        assert 0 < right + ink.x_bearing < right + ink.x_bearing + ink.width < cluster.advance


def test_what_is_composed_by_the_font_keeps_its_text(face):
    (cluster,) = face.shape("e\u0301").clusters
    assert cluster.text == "e\u0301"
    assert cluster.glyphs == face.shape("é").clusters[0].glyphs


def test_right_to_left_clusters_are_in_visual_order_and_each_mark_is_one(tmp_path):
    make_font(tmp_path / "hebrew.ttf", "אב\u05b8 ")
    piece = Face(tmp_path / "hebrew.ttf").shape("אב\u05b8", "Hebr", rtl=True)
    assert [cluster.text for cluster in piece.clusters] == ["\u05b8", "ב", "א"]
    assert piece.rtl


def test_a_missing_glyph_is_a_box_that_keeps_its_text(face):
    (cluster,) = face.shape("語").clusters
    assert cluster.glyphs[0][0] == 0
    assert cluster.text == "語"
    assert cluster.advance > 0


def test_what_is_not_seen_takes_no_room(face):
    piece = face.shape("a\u200db")
    assert [cluster.advance for cluster in piece.clusters][-1] == face.shape("b").advance
    assert "".join(cluster.text for cluster in piece.clusters) == "a\u200db"
    assert piece.advance == face.shape("ab").advance


def test_no_file_is_opened_before_it_is_asked_for_more_than_its_characters():
    fonts = Fonts.load()
    faces = {face for style in STYLES for face in fonts.faces(style)}
    assert len(faces) == len(list(resource("fonts").glob("*.ttf"))) == 34
    assert all(face.coverage for face in faces)
    assert not [face for face in faces if "hb" in vars(face)]


def test_the_chart_says_what_the_files_have():
    fonts = Fonts.load()
    for face in {face for style in STYLES for face in fonts.faces(style)}:
        assert face.coverage == frozenset(face.hb.face.unicodes)


def test_the_em_of_every_bundled_face_is_a_part_of_what_widths_are_summed_up_in():
    assert {EM % face.upem for style in STYLES for face in Fonts.load().faces(style)} == {0}


def test_a_file_that_has_gone_or_is_damaged_is_said_in_a_sentence(tmp_path):
    with pytest.raises(InstallationError, match=r"gone\.ttf is missing from this installation"):
        Face(tmp_path / "gone.ttf").shape("a")
    whole = resource("fonts", "cx-hebrew-regular.ttf").read_bytes()
    no_font = b"\0\1\0\0\0\1" + bytes(6) + b"what" + bytes(12)
    for data in (b"", b"no font", bytes(12), no_font, whole[:90], whole[: len(whole) // 2], whole[:-9]):
        (tmp_path / "bad.ttf").write_bytes(data)
        with pytest.raises(InstallationError, match=r"bad\.ttf is damaged"):
            Face(tmp_path / "bad.ttf").shape("a")


def test_a_chart_that_is_damaged_is_said_in_a_sentence(tmp_path):
    (tmp_path / "coverage.json").write_text("{")
    with pytest.raises(InstallationError, match=r"coverage\.json is damaged"):
        Chart(tmp_path).coverage("cx-sans-regular.ttf")


def test_every_bundled_face_has_a_space_to_put_where_nothing_is_seen():
    fonts = Fonts.load()
    for style in STYLES:
        for face in fonts.faces(style):
            assert ord(" ") in face.coverage
            assert face.shape("\u200d").clusters[0].glyphs


def test_a_face_without_a_space_has_no_glyph_for_what_is_not_seen(tmp_path):
    make_font(tmp_path / "small.ttf", "ab")
    small = Face(tmp_path / "small.ttf")
    assert small.shape("\u200d\u200d").clusters == (((), "\u200d\u200d", 0, 0),)
    assert [cluster.text for cluster in small.shape("\u00ada\u00adb\u00ad").clusters] == ["\u00ada\u00ad", "b\u00ad"]


def test_thousands_of_marks_stay_within_what_a_composite_can_hold(face):
    piece = face.shape("a" + "\u0301" * 5000)
    offsets = [abs(offset) for cluster in piece.clusters for glyph in cluster.glyphs for offset in glyph[1:]]
    assert max(offsets) == FURTHEST
    assert "".join(cluster.text for cluster in piece.clusters) == piece.text


def test_khmer_keeps_the_ligatures_that_its_script_requires(face):
    assert face.shape("ក្រុម", "Khmr").text == "ក្រុម"


def test_an_outline_is_closed_and_of_cubic_curves(face):
    gid = face.shape("o").clusters[0].glyphs[0][0]
    outline = face.outline(gid)
    assert outline[0][0] == "M"
    assert outline[-1] == ("Z",)
    assert {command[0] for command in outline} <= set("MLCZ")
    assert "C" in {command[0] for command in outline}
    assert {len(command) for command in outline if command[0] == "C"} == {7}
    assert face.outline(gid) is outline


def test_the_outline_of_a_space_is_empty(face):
    assert face.outline(face.shape(" ").clusters[0].glyphs[0][0]) == ()


def test_quadratic_curves_are_raised_exactly(face):
    """Extremes of the letter as the font has them: a raised curve goes through the same points."""
    gid = face.shape("o").clusters[0].glyphs[0][0]
    extents = face.hb.get_glyph_extents(gid)
    on_curve = [command[-2:] for command in face.outline(gid) if len(command) > 1]
    assert min(x for x, _ in on_curve) == extents.x_bearing
    assert max(y for _, y in on_curve) == extents.y_bearing


def test_lines_and_cubic_curves_are_as_in_the_file(tmp_path):
    make_font(tmp_path / "lines.ttf", "a", advance=700)
    made = Face(tmp_path / "lines.ttf")
    assert made.outline(1)[:3] == (("M", 0.0, 0.0), ("L", 0.0, 700.0), ("L", 700.0, 0.0))
    make_cubic_font(tmp_path / "cubic.otf")
    curve = Face(tmp_path / "cubic.otf").outline(1)
    assert ("C", 0.0, 300.0, 500.0, 300.0, 500.0, 0.0) in curve


@pytest.mark.parametrize(
    ("text", "stem"), [("光", "cx-jp"), ("简", "cx-sc"), ("纜", "cx-tc"), ("한", "cx-kr"), ("か", "cx-jp")]
)
def test_titles_in_east_asian_scripts_are_heavier_than_what_stands_below_them(text, stem):
    fonts = Fonts.load()
    for weight in ("semibold", "bold"):
        names = [face.path.stem for face in fonts.faces(weight) if face.path.stem.startswith(stem)]
        assert names == [f"{stem}-semibold", f"{stem}-regular"], "the second for characters that are seldom in titles"
        first = next(face for face in fonts.faces(weight) if face.path.stem == f"{stem}-semibold")
        assert ord(text) in first.coverage


def test_bold_is_the_semibold_file_where_it_has_none_of_its_own(tmp_path):
    for style in ("regular", "semibold"):
        (tmp_path / f"a-{style}.ttf").touch()
    (tmp_path / "b-regular.ttf").touch()
    fonts = Fonts.load(tmp_path, [Family("a", frozenset()), Family("b", frozenset())])
    assert [face.path.stem for face in fonts.faces("bold")] == ["a-semibold", "b-regular", "a-regular"]
    assert [face.path.stem for face in fonts.faces("italic")] == ["a-regular", "b-regular"]
