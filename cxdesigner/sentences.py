"""Sentences for the reader that know how they were made, so that the interface can say them in another language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class Sentence(str):
    """A sentence in English; `template` and `values` are what it was made of."""

    __slots__ = ("template", "values")

    template: str
    values: Mapping[str, Any]


def say(template: str, /, **values: Any) -> Sentence:
    """Put values into a sentence where it names them in braces; one without values may hold any braces.

    The template is what translators see, so it is a literal.
    """
    sentence = Sentence(template.format(**values) if values else template)
    sentence.template, sentence.values = template, values
    return sentence
