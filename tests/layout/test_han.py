from __future__ import annotations

import pytest

from cxdesigner.layout.han import form_in, form_of


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
        ("Waits", "Hans"),
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
