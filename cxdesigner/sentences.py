"""Sentences for the reader that know how they were made, so that the interface can say them in another language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

ASKED_AS_JSON: Final = "CXDESIGNER_SENTENCES"
"""The environment variable that, set to "json", has a command give its sentences as `to_json` does, a line each."""


class Sentence(str):
    """A sentence in English, or a part of one; `template` and `values` are what it was made of.

    The values are texts, numbers and other sentences.
    """

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, str | float]


class SentenceError(Exception):
    """An error whose text is a sentence for the reader."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def say(template: str, /, **values: Any) -> Sentence:
    """Put values into a sentence where it names them in braces; one without values may hold any braces.

    The template is what translators see, so it is a literal, or one of a table that they are given.
    """
    plain = {name: _plain(value) for name, value in values.items()}
    sentence = Sentence(template.format(**plain) if plain else template)
    sentence.template, sentence.values = template, plain
    return sentence


def _plain(value: Any) -> str | float:
    if isinstance(value, SentenceError):
        return value.sentence
    return value if isinstance(value, str | int | float) else str(value)


def to_json(sentence: Sentence) -> str:
    """Write a sentence as a line of ASCII that `from_json` makes it of again, in another process."""
    import json  # a start does without

    return json.dumps(_raw(sentence))


def from_json(line: str) -> Sentence | None:
    """Give the sentence in a line; None if there is none in it, such as in a plain one."""
    import json

    try:
        return _made(json.loads(line))
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return None


def _raw(sentence: Sentence) -> dict[str, Any]:
    values = sentence.values.items()
    inner = {name: _raw(value) if isinstance(value, Sentence) else value for name, value in values}
    return {"template": sentence.template, "values": inner}


def _made(raw: Any) -> Sentence:
    values = raw["values"].items()
    return say(raw["template"], **{name: _made(one) if isinstance(one, dict) else one for name, one in values})
