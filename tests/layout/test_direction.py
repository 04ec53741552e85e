"""The direction of languages, and of texts in projects in them."""

from __future__ import annotations

import pytest

from cxdesigner.layout import theme
from cxdesigner.layout.direction import is_from_right
from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.glyphs import Paragraph
from cxdesigner.layout.typeset import Typesetter

SPEED = "612 Mb/s! أرسلت صورة"


@pytest.mark.parametrize("language", ["ar", "ar-EG", "fa", "he_IL", "ur", "az-Arab", "pa-Arab-PK"])
def test_written_from_the_right(language: str) -> None:
    assert is_from_right(language)


@pytest.mark.parametrize("language", ["", "en", "nl", "ja", "ar-Latn", "az", "en-arab1"])
def test_written_from_the_left(language: str) -> None:
    assert not is_from_right(language)


@pytest.fixture(scope="module")
def setter() -> Typesetter:
    return Typesetter(Fonts.load(), "en")


def line(setter: Typesetter, text: str, language: str) -> Paragraph:
    return setter.speaking(language).paragraph(text, theme.CARD, 300)


def test_in_an_arabic_project_a_text_with_arabic_starts_at_the_right(setter: Typesetter) -> None:
    (arabic,), (english,) = line(setter, SPEED, "ar").lines, line(setter, SPEED, "en").lines
    assert arabic.rtl
    assert arabic.x == pytest.approx(300 - arabic.width)
    assert not english.rtl
    assert english.x == 0
    order = [piece.text.strip() for _, piece in arabic.pieces if piece.text.strip()]
    assert order[-2:] == ["Mb/s", "612"], "the first word is at the right"


@pytest.mark.parametrize("text", ["NovaFibre 500", "+2", "https://novafibre.jo", "é – ü"])
def test_a_text_without_arabic_is_as_it_is_elsewhere(setter: Typesetter, text: str) -> None:
    (arabic,), (english,) = line(setter, text, "ar").lines, line(setter, text, "en").lines
    assert (arabic.text, arabic.x, arabic.width, arabic.rtl) == (english.text, 0, english.width, False)


def test_typesetters_of_languages_that_are_written_alike_are_one(setter: Typesetter) -> None:
    arabic = setter.speaking("ar")
    assert arabic is not setter
    assert arabic.speaking("he") is arabic
    assert arabic.speaking("nl") is setter
    assert setter.speaking("ja") not in (arabic, setter)


def test_each_hard_line_of_a_text_has_a_direction_of_its_own(setter: Typesetter) -> None:
    assert [one.rtl for one in line(setter, "NovaFibre\nWi-Fi في البيت", "ar").lines] == [False, True]
