from __future__ import annotations

from cxdesigner.layout import theme
from cxdesigner.layout.missing import Missing, missing_in
from cxdesigner.layout.scene import GlyphRun, Scene
from tests.layout.builders import a_map, pen, scene_of, typesetter

RUNES = "ᚠᚢᚦ"
CUNEIFORM = "\U00012000"


def test_what_no_font_has_is_told_by_record_each_character_once():
    place = {"lane": "l0", "step": "s0"}
    document = a_map(
        [{"steps": 2, "title": f"Finds {RUNES}"}],
        [{}],
        [
            {"id": "odd", **place, "text": f"a {RUNES} b {RUNES[::-1]}\n{CUNEIFORM}"},
            {"id": "fine", **place, "text": "東京 กรุงเทพ 😀 ok"},
            {"id": "private", **place, "text": "\ue000"},
        ],
    )
    assert dict(missing_in([scene_of(document)])) == {
        document.stages("map")[0].id: RUNES,
        "odd": RUNES + CUNEIFORM,
        "private": "\ue000",
    }


def test_several_scenes_are_told_together_and_what_is_in_no_group_has_no_record():
    def scene(text: str) -> Scene:
        (line,) = typesetter().paragraph(text, theme.CARD).lines
        run = GlyphRun(0.0, 10.0, line, "#000000")
        return Scene(100.0, 20.0, (), (run,), (run,))

    assert missing_in([scene("ᚠa"), scene("ᚢᚠ"), scene("ok")]) == (Missing("", "ᚠᚢ"),)
    assert missing_in([]) == ()


def test_text_from_the_right_is_told_in_its_order():
    """Thaana has no font here and is written from the right."""
    (line,) = pen().text("ދވ", theme.CARD).lines
    assert missing_in([Scene(100.0, 20.0, (), (GlyphRun(0.0, 10.0, line, "#000000"),))]) == (Missing("", "ދވ"),)


def test_what_is_only_a_base_for_a_mark_that_lacks_is_not_told():
    (line,) = pen().text("a\u0b3c", theme.CARD).lines
    assert missing_in([Scene(100.0, 20.0, (), (GlyphRun(0.0, 10.0, line, "#000000"),))]) == (Missing("", "\u0b3c"),)
