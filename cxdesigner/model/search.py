"""Finding text in a project: as it is typed, whatever its capital letters and accents, in all that a person wrote.

What is compared is folded text: compatibility forms taken apart (UAX #15, NFKD), case folded (Unicode, section 3.13),
accents left out. Places of matches are those of the text as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final, NamedTuple
from unicodedata import combining, normalize

from cxdesigner.model.document import Document
from cxdesigner.model.records import (
    Card,
    Comment,
    Department,
    Emotion,
    Lane,
    Link,
    Map,
    Persona,
    Project,
    Record,
    Round,
    Stage,
    Step,
)

FIELDS: Final[dict[type[Record], tuple[str, ...]]] = {
    Project: ("title", "brand.name", "brand.promise"),
    Department: ("name",),
    Persona: (
        "name", "role", "quote", "about", "age", "occupation", "location", "goals", "needs", "frustrations",
        "behaviours", "channels", "brand_feeling",
    ),
    Map: ("title", "scenario", "goal", "release", "author"),
    Stage: ("title", "goal"),
    Step: ("title", "duration", "note"),
    Lane: ("title", "subtitle"),
    Card: ("text", "says", "promise", "experience", "owner", "url", "author", "alt", "evidence.source", "evidence.url"),
    Emotion: ("feeling", "note", "evidence.source", "evidence.url"),
    Link: ("label",),
    Round: ("title",),
    Comment: ("text", "author"),
}  # fmt: skip
"""The texts of each class of records; "a.b" is the text b in the part a."""

_STROKED: Final = str.maketrans("øłđħıŧʼ’‘“”„–—", "olđhit'''\"\"\"--") | {0xE6: "ae", 0x153: "oe", 0x111: "d"}
"""Letters that Unicode does not take apart, and marks that keyboards have but one of."""
_MARKS: Final = frozenset([1, *range(10, 36), *range(200, 241)])
"""Combining classes of accents and of the points of Hebrew and Arabic; signs that make another letter (the voicing of
kana, the nukta, tone marks of Thai) are of others.
"""


class Text(NamedTuple):
    """A text of a project and where it is: in a field of the record `key`, the item of a list or -1.

    `home` is the id of the map, persona or project that it belongs to. `is_plain`: whether each letter of `folded`
    stands for the one at its place in `text`.
    """

    key: str
    field: str
    item: int
    text: str
    home: str
    folded: str
    is_plain: bool


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `match_case`: capitals and accents count; `whole_words`: no letter stands beside it."""

    text: str
    match_case: bool = False
    whole_words: bool = False


class _Table(dict[int, str]):
    """What stands for each character, made when it is first met."""

    def __init__(self, make: Callable[[str], str]) -> None:
        self._make = make

    def __missing__(self, code: int) -> str:
        made = self[code] = self._make(chr(code))
        return made


def _folded(letter: str) -> str:
    apart = normalize("NFKD", normalize("NFKD", letter).casefold()).casefold().translate(_STROKED)
    return "".join(" " if one in "\n\t" else one for one in apart if combining(one) not in _MARKS)


_BLANKS: Final = str.maketrans("\n\t", "  ")
_FOLD: Final = _Table(_folded)
_ODD: Final = _Table(lambda letter: "" if len(_FOLD[ord(letter)]) == 1 else "x")
_EXACT: Final = _Table(lambda letter: " " if letter in "\n\t" else normalize("NFD", letter))


def fold(text: str) -> str:
    """Give a text as it is compared where capital letters and accents do not count."""
    return text.lower().translate(_BLANKS) if text.isascii() else text.translate(_FOLD)


class Matcher:
    """A query made ready to be looked for in many texts."""

    def __init__(self, query: Query) -> None:
        self._table = _EXACT if query.match_case else _FOLD
        self._exact = query.match_case
        self._pattern = _pattern(query.text.translate(self._table), query.whole_words)

    def spans(self, text: str) -> tuple[tuple[int, int], ...]:
        """Give where the query stands in a text: starts and ends of matches that do not overlap, in its own letters.

        A match begins and ends with whole characters, accents included: there is no "s" in "ß".
        """
        pattern, table = self._pattern, self._table
        if pattern is None:
            return ()
        if text.isascii():
            plain = text.translate(_BLANKS)
            return tuple(match.span() for match in pattern.finditer(plain if self._exact else plain.lower()))
        pieces = [table[ord(letter)] for letter in text]
        return tuple(_whole_spans(text, pieces, pattern, exact=self._exact))

    def is_in(self, text: Text) -> bool:
        """Tell whether the query stands in a text of the index."""
        if text.is_plain and not self._exact:
            return self._pattern is not None and self._pattern.search(text.folded) is not None
        return bool(self.spans(text.text))


def spans(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Give where a query stands in a text; see `Matcher.spans`."""
    return Matcher(query).spans(text)


def _whole_spans(
    text: str, pieces: Sequence[str], pattern: re.Pattern[str], *, exact: bool
) -> Iterator[tuple[int, int]]:
    """Find where pieces of any length stand for the characters; one of no length belongs to the one before it."""
    starts: dict[int, int] = {}
    at = 0
    for index, piece in enumerate(pieces):
        if piece and not (exact and index and combining(text[index])):
            starts[at] = index
        at += len(piece)
    starts[at] = len(pieces)
    folded, begin = "".join(pieces), 0
    while (match := pattern.search(folded, begin)) is not None:
        first, last = match.span()
        if first in starts and last in starts:
            yield starts[first], starts[last]
            begin = last
        else:
            begin = first + 1


def _pattern(needle: str, whole_words: bool) -> re.Pattern[str] | None:
    if not needle:
        return None
    before = r"(?<!\w)" if whole_words and _is_word(needle[0]) else ""
    behind = r"(?!\w)" if whole_words and _is_word(needle[-1]) else ""
    return re.compile(f"{before}{re.escape(needle)}{behind}")


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


class _Shelf(NamedTuple):
    """The texts of siblings, good as long as the tuples that they were gathered from are the same."""

    given: tuple[object, ...]
    texts: list[Text]


class SearchIndex:
    """All texts of a project in reading order, folded once a record: what did not change is not gathered again.

    Maps come first, each from left to right and from top to bottom, then personas, then what belongs to the project.
    """

    def __init__(self) -> None:
        self._document: Document | None = None
        self._known: dict[str, tuple[Record, tuple[Text, ...]]] = {}
        self._shelves: dict[tuple[str, ...], _Shelf] = {}
        self._fresh: dict[tuple[str, ...], _Shelf] = {}
        self._texts: list[Text] = []
        self._folded: list[str] = []
        self._last: tuple[Query, list[Text]] | None = None
        self._narrowed: tuple[str, list[Text]] = "", []

    def update(self, document: Document) -> None:
        """Take in a document."""
        if document is self._document:
            return
        self._document, self._last, self._narrowed, self._fresh = document, None, ("", []), {}
        parts = [self._of_map(document, shown) for shown in document.maps]
        parts += [self._part(("persona", one.id), (one,), one.id) for one in document.personas]
        parts.append(self._part(("project",), (document.project, *document.departments), document.root))
        self._shelves = self._fresh
        self._known = {key: known for key, known in self._known.items() if key in document}
        self._texts = list(chain.from_iterable(parts))
        self._folded = [text.folded for text in self._texts]

    def find(self, query: Query) -> list[Text]:
        """Give the texts in which the query stands, in reading order."""
        needle = fold(query.text)
        if not needle:
            return []
        if self._last is not None and self._last[0] == query:
            return self._last[1]
        candidates = self._candidates(needle)
        matcher, strict = Matcher(query), query.match_case or query.whole_words
        found = [text for text in candidates if (text.is_plain and not strict) or matcher.is_in(text)]
        self._last = query, found
        return found

    def _candidates(self, needle: str) -> list[Text]:
        """Give the texts whose folded form holds the needle: of those found before, where it was made longer."""
        before, kept = self._narrowed
        if before and before in needle:
            found = [text for text in kept if needle in text.folded]
        else:
            found = [text for text, folded in zip(self._texts, self._folded, strict=True) if needle in folded]
        self._narrowed = needle, found
        return found

    def _of_map(self, document: Document, shown: Map) -> list[Text]:
        home, steps = shown.id, document.steps(shown.id)
        parts = [self._part((home, "map"), (shown,), home)]
        parts += [
            self._part((home, stage.id), (stage, *document.steps_of(stage.id)), home) for stage in document.stages(home)
        ]
        place = {step.id: index for index, step in enumerate(steps)}
        for lane in document.lanes(home):
            parts.append(self._part((home, lane.id), (lane,), home))
            if lane.kind == "emotion":
                parts.append(self._sorted((home, "emotions"), document.emotions(home), place, home))
            cards = document.cards_in_lane(home, lane.id)
            parts.append(self._sorted((home, "cards", lane.id), cards, place, home))
        own = {lane.id for lane in document.lanes(home)}
        for lane_id in document.lanes_of_cards(home):
            if lane_id not in own:
                strays = document.cards_in_lane(home, lane_id)
                parts.append(self._part((home, "strays", lane_id or ""), strays, home))
        if not any(lane.kind == "emotion" for lane in document.lanes(home)):
            parts.append(self._sorted((home, "emotions"), document.emotions(home), place, home))
        rest = (*document.links(home), *document.rounds(home), *document.comments(home))
        parts.append(self._part((home, "rest"), rest, home))
        return list(chain.from_iterable(parts))

    def _sorted(
        self, name: tuple[str, ...], records: Sequence[Card | Emotion], place: dict[str, int], home: str
    ) -> list[Text]:
        """Give the texts of records from left to right."""
        order = tuple(place)
        kept = self._shelves.get(name)
        if kept is not None and len(kept.given) == 2 and kept.given[0] is records and kept.given[1] == order:
            self._fresh[name] = kept
            return kept.texts
        across = sorted(records, key=lambda record: place.get(record.step or "", len(place)))
        texts = self._texts_of(across, home)
        self._fresh[name] = _Shelf((records, order), texts)
        return texts

    def _part(self, name: tuple[str, ...], records: tuple[Record, ...], home: str) -> list[Text]:
        kept = self._shelves.get(name)
        if kept is not None and _alike(kept.given, records):
            self._fresh[name] = kept
            return kept.texts
        texts = self._texts_of(records, home)
        self._fresh[name] = _Shelf(records, texts)
        return texts

    def _texts_of(self, records: Iterable[Record], home: str) -> list[Text]:
        known = self._known
        found: list[Text] = []
        for record in records:
            kept = known.get(record.id)
            if kept is None or kept[0] is not record or (kept[1] and kept[1][0].home != home):
                kept = known[record.id] = record, tuple(texts_of(record, home))
            found += kept[1]
        return found


def _alike(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return one is other or (len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True)))


def texts_of(record: Record, home: str = "") -> list[Text]:
    """Give the texts of a record that are not empty, folded."""
    found = []
    values = record.__dict__
    for field in FIELDS.get(type(record), ()):
        value = values.get(field) if "." not in field else _within(values, field)
        if not value:
            continue
        if isinstance(value, str):
            found.append(_text(record.id, field, -1, value, home))
        else:
            found += [_text(record.id, field, item, one, home) for item, one in enumerate(value) if one]
    return found


def _within(values: dict[str, object], field: str) -> str:
    part, _, name = field.partition(".")
    return str(getattr(values.get(part), name, ""))


def _text(key: str, field: str, item: int, text: str, home: str) -> Text:
    if text.isascii():
        return Text(key, field, item, text, home, text.lower().translate(_BLANKS), True)
    return Text(key, field, item, text, home, text.translate(_FOLD), not text.translate(_ODD))
