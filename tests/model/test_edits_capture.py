"""Lines that become cards."""

from __future__ import annotations

from cxdesigner.model.edits.capture import capture
from cxdesigner.model.lexicon import lexicon_of
from tests.model.builders import PARKING, after, cards, journey

MAP = journey(lanes="actions pains", cards={"pains a1": "x"}, personas="ann bob")
LEXICON = lexicon_of(MAP, "map")


def test_a_line_becomes_a_card_at_the_end_of_its_stack() -> None:
    fresh = after(MAP, capture(MAP, "map", ["pain: queue @a1 #phone +bob"], LEXICON, (None, None)))
    card = fresh.cell("map", "pains", "a1")[1]
    assert (card.text, card.kind, card.channel, card.personas) == ("queue", "pain", "phone", ("bob",))


def test_lines_follow_each_other_and_what_has_no_place_is_parked() -> None:
    lines = ["one", "pain: two @b1", "three", "idea: four", "five", " ", "@a2", "six"]
    fresh = after(MAP, capture(MAP, "map", lines, LEXICON, ("actions", "a1")))
    expected = {"pains a1": "x", "actions a1": "one", "pains b1": "two three five", PARKING: "four", "pains a2": "six"}
    assert cards(fresh) == expected
    assert fresh.cell("map", None, None)[0].kind == "idea"


def test_a_line_that_says_nothing_adds_nothing() -> None:
    assert capture(MAP, "map", ["", "  ", "@a1", "pain:"], LEXICON, (None, None)) is None


def test_without_the_map_there_is_nothing_to_note_on() -> None:
    assert capture(MAP, "no", ["x"], LEXICON, (None, None)) is None
