from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxdesigner.layout import theme
from cxdesigner.model import kinds

COLORS = st.integers(0, 0xFFFFFF).map("#{:06x}".format)
CASES = settings(max_examples=300)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#0000FF", "#ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one, other, ratio):
    assert theme.contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert theme.contrast(other, one) == theme.contrast(one, other)


@pytest.mark.parametrize("kind", [*kinds.CARD_KINDS, "", "from-a-newer-release"])
def test_the_text_of_every_kind_of_card_can_be_read(kind):
    colors = theme.card_colors(kind, "")
    assert theme.contrast(colors.ink, colors.fill) >= 4.5


def test_every_kind_of_card_and_every_channel_has_colours():
    assert set(theme.CARD_COLORS) == set(kinds.CARD_KINDS)
    assert set(theme.CHANNEL_COLOR) == set(kinds.CHANNELS)
    assert set(theme.PHASE_COLOR) == set(kinds.PHASES)


@given(COLORS)
@CASES
def test_ink_can_be_read_on_any_colour(color):
    assert theme.contrast(theme.ink_on(color), color) >= 4.5


def test_ink_is_dark_on_light_and_white_on_dark():
    assert theme.ink_on("#ffffff") == theme.INK
    assert theme.ink_on("#123456") == theme.PAPER
    assert theme.ink_on("#777777") == theme.BLACK


@given(COLORS, COLORS)
@CASES
def test_a_colour_is_made_readable_on_any_other(color, on):
    assert theme.contrast(theme.readable(color, on), on) >= 4.5


def test_what_can_be_read_stays_as_it_is():
    assert theme.readable("#1d4f91") == "#1d4f91"
    assert theme.readable("#b57a00", "#ffffff", 3.0) == "#b57a00"


@given(st.sampled_from(kinds.CARD_KINDS), COLORS)
@CASES
def test_a_card_of_its_own_colour_can_be_read(kind, color):
    colors = theme.card_colors(kind, color)
    assert colors.fill == color
    assert theme.contrast(colors.ink, color) >= 4.5
