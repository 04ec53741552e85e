"""Texts in which nobody is named: personas, and the people who own or rated something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final
from unicodedata import normalize

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Comment, Emotion, Map, Persona, Record
from cxdesigner.model.search import FIELDS, texts_of

LEFT_OUT: Final = "…"
"""Stands where somebody was named who is no persona."""
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_UNSPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of scripts that put no space between words."""


class Incognito:
    """Knows the names of a project, those of its authors too where that is asked for, and what stands in their place.

    A persona is called by its number where its whole name stands, or a word of it of three letters and more, in
    whatever case. Not hidden are words that the name itself writes small ("Anna the explorer"), and those before the
    last one that are ordinary words elsewhere in the project ("Team lead Tess", where a team does this and that); nor
    are those of the brand and of departments.
    """

    def __init__(self, document: Document, persona: str, *, names: bool, authors: bool) -> None:
        self._names = names
        brand = document.project.brand
        public = {brand.name if brand else "", *(one.name for one in document.departments)}
        known = {word.casefold() for name in public for word in _WORD.findall(name)}
        self._called = {one.id: persona.format(n=number) for number, one in enumerate(document.personas, 1)}
        self._instead: dict[str, str] = {}
        texts = [text.text for record in document.records.values() for text in texts_of(record)]
        ordinary = {word for text in texts for word in _WORD.findall(text) if word.islower()}
        for one in document.personas if names else ():
            words = [word for word in _WORD.findall(one.name) if one.name.islower() or not word.islower()]
            said = {word for word in words[:-1] if word.lower() in ordinary}
            for hidden in (one.name, *(word for word in words if word not in said and word.casefold() not in known)):
                self._hide(hidden, self._called[one.id])
        people = {*(_people(document) if names else ()), *(_authors(document) if authors else ())}
        for name in people - public:
            self._hide(name, LEFT_OUT)
        # The longest first, so that of a whole name no word is left.
        shapes = map(_shape, sorted(self._instead, key=lambda name: (-len(name), name)))
        self._pattern = re.compile("|".join(shapes), re.IGNORECASE) if self._instead else None

    def _hide(self, name: str, instead: str) -> None:
        for form in ("NFC", "NFD"):
            if name.strip():
                self._instead.setdefault(normalize(form, name.strip()).casefold(), instead)

    def without_names(self, record: Record) -> Record:
        """Give a record with nobody named in its texts."""
        fields: dict[str, Any] = {}
        for field in FIELDS.get(type(record), ()):
            name, _, inner = field.partition(".")
            value = fields.get(name, getattr(record, name))
            if inner:
                fields[name] = value.with_(**{inner: self._clear(getattr(value, inner))}) if value else value
            else:
                fields[name] = tuple(map(self._clear, value)) if isinstance(value, tuple) else self._clear(value)
        if isinstance(record, Persona) and self._names:
            fields["name"] = self._called[record.id]
        return record.with_(**fields) if fields else record

    def _clear(self, text: str) -> str:
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda found: self._stand_in(found[0].casefold()), text)

    def _stand_in(self, found: str) -> str:
        return self._instead.get(found) or self._instead.get(found.removesuffix("s"), LEFT_OUT)


def _shape(name: str) -> str:
    """The pattern that finds a name as a word, also with the s of a genitive."""
    shape = re.escape(name)
    return shape if _UNSPACED.search(name) else rf"(?<!\w){shape}s?(?!\w)"


def _people(document: Document) -> Iterator[str]:
    for record in document.records.values():
        if isinstance(record, Card):
            yield record.owner
            yield from (vote.by for vote in record.votes)
        elif isinstance(record, Emotion):
            yield from (rating.by for rating in record.ratings)


def _authors(document: Document) -> Iterator[str]:
    for record in document.records.values():
        if isinstance(record, Card | Comment | Map):
            yield record.author
