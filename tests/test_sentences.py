"""Sentences know what they were made of, in this process and in the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxdesigner.sentences import Sentence, SentenceError, from_json, say, to_json


def parts(sentence: Sentence) -> tuple[str, dict[str, object]]:
    inner = {name: parts(one) if isinstance(one, Sentence) else one for name, one in sentence.values.items()}
    return sentence.template, inner


def test_a_sentence_is_english_and_what_it_was_made_of() -> None:
    error = SentenceError(say("the disk is full."))
    sentence = say("{n:,} of {path}: {error} {cause}", n=2000, path=Path("x"), error=error, cause=OSError(5, "no"))
    assert sentence == "2,000 of x: the disk is full. [Errno 5] no"
    assert parts(sentence) == (
        "{n:,} of {path}: {error} {cause}",
        {"n": 2000, "path": "x", "error": ("the disk is full.", {}), "cause": "[Errno 5] no"},
    )


def test_braces_stay_without_values() -> None:
    assert say("{n:,} cards") == "{n:,} cards"


def test_a_line_carries_a_sentence_to_another_process() -> None:
    sentence = say("“{name}”\n{inner}: {n:,} {ratio:.1f}", name="é{x}\n☂", inner=say("{n}", n=3), n=2000, ratio=0.25)
    line = to_json(sentence)
    assert line.isascii()
    assert "\n" not in line
    again = from_json(line)
    assert again is not None
    assert again == sentence
    assert parts(again) == parts(sentence)


@pytest.mark.parametrize(
    "line",
    ["", "A plain sentence.", "3", "null", "[]", "{}", '{"template": "{x}"}', '{"template": "{x}", "values": {"y": 1}}',
     '{"template": 1, "values": {"y": 1}}', '{"template": "{x:d}", "values": {"x": "y"}}'],
)  # fmt: skip
def test_other_lines_carry_none(line: str) -> None:
    assert from_json(line) is None
