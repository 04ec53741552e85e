from __future__ import annotations

import pytest

from cxdesigner.layout.han import form_in, form_of
from cxdesigner.layout.parking import Lot
from cxdesigner.layout.sheet import Sheet
from cxdesigner.model.edits.fields import set_fields
from tests.layout.builders import MAP, a_map, icons, only, runs, typesetter


@pytest.mark.parametrize(
    ("language", "form"),
    [
        ("en", ""),
        ("", ""),
        ("ja", "Jpan"),
        ("ja-JP", "Jpan"),
        ("ko", "Kore"),
        ("zh", "Hans"),
        ("zh-Hans", "Hans"),
        ("ZH_cn", "Hans"),
        ("zh-Hant", "Hant"),
        ("zh-TW", "Hant"),
        ("zh-HK", "Hant"),
        ("zh-Hans-HK", "Hans"),
        ("yue", "Hant"),
        ("yue-Hans", "Hans"),
        ("en-Jpan", "Jpan"),
    ],
)
def test_a_language_has_its_form(language, form):
    assert form_in(language) == form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Waits → ≤", ""),
        ("、", "Hans"),
        ("骨", "Hans"),
        ("他在车站等车", "Hans"),
        ("他在車站等車", "Hant"),
        ("漢字ㄅ", "Hant"),
        ("駅で待つ", "Jpan"),
        ("ﾊﾞｽ 骨", "Jpan"),
        ("東京駅", "Jpan"),
        ("骨 뼈", "Kore"),
        ("骨 \u1112\u1161", "Kore"),
    ],
)
def test_a_text_tells_its_form(text, form):
    assert form_of(text) == form
    assert form_of(text, "Kore") == "Kore", "the language of the project decides"


FACES = {"en": "CX SC Regular", "ja": "CX JP Regular", "zh-TW": "CX TC Regular", "ko": "CX KR Regular"}


def test_a_sheet_and_the_parking_lot_follow_the_language_of_the_project():
    document = a_map([{"steps": 1}], [{}], [{"id": "card", "lane": "l0", "step": "s0", "text": "骨"}])
    sheet, lot = Sheet(typesetter(), icons()), Lot(typesetter(), icons())
    shown = []
    for language in (*FACES, "en"):
        change = set_fields(document, document.project.id, language=language)
        document = document.apply(change) if change else document
        scene = sheet.update(document, MAP)
        lot.update(document, MAP, (document.cards(MAP), ()))
        for group in (only(scene, "card", "card"), lot.groups[0]):
            (run,) = [run for run in runs(group) if run.line.text == "骨"]
            shown.append(run.line.pieces[0][1].face.name)
    assert shown == [name for language in (*FACES, "en") for name in (FACES[language], FACES[language])]
    assert sheet.typesetter is typesetter(), "where it was before"
