"""Projects to measure with, always the same ones: `python -m tests.benchmarks.projects FOLDER` writes all sizes."""

from __future__ import annotations

import base64
import hashlib
import json
import random
import struct
import sys
import zlib
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple


class Size(NamedTuple):
    """How many stages of one step there are, lanes of cards, and cards in each cell."""

    stages: int
    lanes: int
    stack: int

    @property
    def cards(self) -> int:
        return self.stages * self.lanes * self.stack


SIZES = {"S": Size(5, 5, 1), "M": Size(10, 8, 3), "L": Size(40, 12, 5), "XL": Size(100, 20, 5)}
LENGTH = 60
"""Characters in a card, give or take a word."""
ACCENTED = 0.08
"""The share of cards with accented letters in them."""

KINDS = {
    "actions": "action",
    "touchpoints": "touchpoint",
    "thoughts": "thought",
    "quotes": "quote",
    "pains": "pain",
    "opportunities": "opportunity",
    "ideas": "idea",
    "insights": "insight",
    "frontstage": "frontstage",
    "backstage": "backstage",
    "support": "support",
    "notes": "note",
}
CHANNELS = ("website", "app", "store", "person", "phone", "chat", "email", "social")

_HEADS = (*"bcdfghjlmnprstvw", "br", "ch", "fl", "gr", "pl", "qu", "sh", "st", "th", "tr")
_VOWELS = (*"aeiou", "ai", "ea", "ee", "ie", "oo", "ou")
_TAILS = ("", "", "", "d", "l", "ll", "m", "n", "nd", "ng", "r", "rt", "s", "st", "t", "ter")
_ACCENTS = str.maketrans("eoc", "éöç")
_WORDS = 3_000
_SIDE = 648
"""Pixels along the edge of a picture."""


def project(name: str) -> dict[str, Any]:
    """Give the project of a size as the JSON of its file."""
    size = SIZES[name]
    words = _Words(random.Random(7))
    lanes = [_lane(index, kind) for index, kind in zip(range(size.lanes), _cycle(), strict=False)]
    stages = [_stage(index, words) for index in range(size.stages)]
    cards = [
        _card(lane, stage, number, words)
        for lane in lanes
        for stage in range(size.stages)
        for number in range(size.stack)
    ]
    emotion = {"id": "le", "rank": "zz", "kind": "emotion", "title": "Emotion"}
    scores = [
        {"persona": "p", "step": f"t{index}", "score": round(words.random.uniform(-2, 2), 1)}
        for index in range(size.stages)
    ]
    shown = {"id": "m", "rank": "V", "title": f"Measured, {size.cards:,} cards", "stages": stages}
    return {
        "format": "cxdesigner",
        "version": 1,
        "id": f"bench-{name}",
        "title": f"Measured {name}",
        "personas": [{"id": "p", "rank": "V", "name": "Anna", "role": "Guest", "color": "#d9772b"}],
        "maps": [{**shown, "lanes": [*lanes, emotion], "cards": cards, "emotions": scores}],
    }


def with_pictures(made: dict[str, Any], count: int) -> dict[str, Any]:
    """Put pictures of 1.2 MiB that cannot be made smaller on the first cards of a map, one each."""
    cards = made["maps"][0]["cards"]
    assets = {}
    for number in range(count):
        data = _png(number)
        key = f"sha256-{hashlib.sha256(data).hexdigest()}"
        assets[key] = {"type": "image/png", "data": base64.b64encode(data).decode()}
        cards[number] |= {"kind": "picture", "asset": key}
    return {**made, "assets": assets}


def doubled(made: dict[str, Any]) -> dict[str, Any]:
    """Put each card of a map there twice."""
    cards = made["maps"][0]["cards"]
    cards += [{**card, "id": f"{card['id']}-again", "rank": f"{card['rank']}V"} for card in cards]
    return made


def _png(seed: int) -> bytes:
    noise = random.Random(seed)
    rows = b"".join(b"\0" + noise.randbytes(_SIDE * 3) for _ in range(_SIDE))
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 0)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


class _Words:
    """A vocabulary of made-up words in which some are said far more often than others, as in a language."""

    def __init__(self, source: random.Random) -> None:
        self.random = source
        found: dict[str, None] = {}
        while len(found) < _WORDS:
            syllables = source.choices((1, 2, 3, 4), (5, 6, 3, 1))[0]
            found["".join(map(self._syllable, range(syllables)))] = None
        self._words = sorted(found, key=len)
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(_WORDS)))

    def _syllable(self, _index: int) -> str:
        return "".join(map(self.random.choice, (_HEADS, _VOWELS, _TAILS)))

    def text(self, length: int) -> str:
        words: list[str] = []
        while sum(map(len, words)) + len(words) < length:
            words += self.random.choices(self._words, cum_weights=self._weights)
        text = " ".join(words).capitalize()
        return text.translate(_ACCENTS) if self.random.random() < ACCENTED else text


def _cycle() -> list[str]:
    return [*KINDS] * 2


def _lane(index: int, kind: str) -> dict[str, Any]:
    return {"id": f"l{index}", "rank": f"{index:03d}V", "kind": kind, "title": f"{kind.capitalize()} {index + 1}"}


def _stage(index: int, words: _Words) -> dict[str, Any]:
    step = {"id": f"t{index}", "rank": "V", "title": words.text(12)}
    return {"id": f"s{index}", "rank": f"{index:03d}V", "title": words.text(8), "steps": [step]}


def _card(lane: dict[str, Any], stage: int, number: int, words: _Words) -> dict[str, Any]:
    name = f"{lane['id']}-{stage}-{number}"
    rank = f"{stage:03d}{number}V"
    kind = KINDS[lane["kind"]]
    more = {"channel": words.random.choice(CHANNELS)} if kind == "touchpoint" else {}
    text = words.text(LENGTH)
    return {"id": name, "rank": rank, "lane": lane["id"], "step": f"t{stage}", "kind": kind, "text": text, **more}


def path_of(folder: Path, name: str) -> Path:
    """Give the file in which a size is written."""
    return folder / f"{name}.cxd"


def main(folder: Path) -> None:
    for name in SIZES:
        path_of(folder, name).write_text(json.dumps(project(name), ensure_ascii=False, indent=2), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
