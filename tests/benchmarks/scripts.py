"""How large exports in other scripts become: the map of size M with made-up words of each, and of all in turn."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, cycle
from statistics import median
from typing import Any, NamedTuple

from tests.benchmarks.measure import Bench, Row, alternating
from tests.benchmarks.pdf import seconds
from tests.benchmarks.projects import project

_WORDS = 600


class Script(NamedTuple):
    """What words are made of: pieces that begin or go on, how many in a word and a text, and what is between words."""

    language: str
    font: str
    pieces: str
    more: Sequence[str] = ()
    word: tuple[int, int] = (2, 6)
    text: int = 60
    space: str = " "


def _pool(first: int, last: int, count: int) -> str:
    """Give letters that are chosen from a range, always the same."""
    return "".join(map(chr, sorted(random.Random(5).sample(range(first, last), count))))


_KANA, _HAN, _HANGUL = _pool(0x3041, 0x3094, 70), _pool(0x4E00, 0x9FA5, 500), _pool(0xAC00, 0xD7A4, 400)
SCRIPTS: Mapping[str, Script] = {
    "Greek": Script("el", "sans", "αβγδεζηθικλμνξοπρστυφχψωάέήίόύώ"),
    "Cyrillic": Script("ru", "sans", "абвгдежзийклмнопрстуфхцчшщъыьэюя"),
    "Vietnamese": Script("vi", "sans", "bcdđghklmnpqrstvx", tuple("aăâeêơưếộữẫ"), (1, 2)),
    "Arabic": Script("ar", "arabic", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    "Hebrew": Script("he", "hebrew", "אבגדהוזחטיכלמנסעפצקרשת"),
    "Devanagari": Script("hi", "sans", "कखगघचछजटठडणतथदधनपफबभमयरलवशषसह", ("", *"ािीुेों्"), (2, 4)),
    "Bengali": Script("bn", "bengali", "কখগঘচছজটঠডণতথদধনপফবভমযরলশষসহ", ("", *"ািীুেো্"), (2, 4)),
    "Tamil": Script("ta", "tamil", "கஙசஞடணதநபமயரலவழளறன", ("", *"ாிீுெொ்"), (3, 6)),
    "Thai": Script("th", "thai", "กขคงจชซดตถทนบปผพมยรลวสหอ", ("", *"าิีุ่้ั"), (2, 4), space=""),
    "Khmer": Script("km", "khmer", "កខគងចឆជញដតថទនបផពមយរលវសហអ", ("", *"ាិីុេំ", "្រ"), (2, 4), space=""),
    "Chinese": Script("zh-Hans", "sc", _HAN, (), (1, 2), 30, ""),
    "Japanese": Script("ja", "jp", _KANA + "日本人大会時出学生年私行見電車待駅店員客話言", (), (2, 4), 30, ""),
    "Korean": Script("ko", "kr", _HANGUL, (), (2, 4), 40),
}  # fmt: skip
GOALS = {"Greek": 1.2, "Cyrillic": 1.2, "Vietnamese": 1.2}


def rows(bench: Bench) -> Iterator[Row]:
    made = {name: (script,) for name, script in SCRIPTS.items()} | {"all in turn": tuple(SCRIPTS.values())}
    for name, scripts in made.items():
        source, ours, bare = (bench.folder / f"script{end}" for end in (".cxd", ".pdf", "-bare.pdf"))
        source.write_text(json.dumps(written_in(scripts), ensure_ascii=False), "utf-8")
        files = sorted({script.font for script in scripts})
        commands = {
            "bare": partial(seconds, bench, ["tests.benchmarks.pdf_bare", source, bare, *files], bare, {bare: []}),
            "ours": partial(seconds, bench, ["cxdesigner", "export", source, "-o", ours], ours, {ours: []}),
        }
        if len(scripts) > 1:
            found = alternating(bench.rounds, commands)
            yield Row(f"PDF, {name}", "M", median(found["ours"]) * 1000, "ms", median(found["bare"]) * 1000)
        else:
            for write in commands.values():
                write()
        size, least = ours.stat().st_size / 1024, bare.stat().st_size / 1024
        yield Row(f"PDF, {name}, size of the file", "M", size, "KiB", least, GOALS.get(name, 2))


def written_in(scripts: Sequence[Script]) -> dict[str, Any]:
    """Give the project of size M with its cards, stages and steps in scripts, card by card."""
    made = project("M")
    chosen = cycle([_Text(script) for script in scripts])
    (shown,) = made["maps"]
    for stage in shown["stages"]:
        for titled in (stage, *stage["steps"]):
            titled["title"] = next(chosen).of(10)
    for card in shown["cards"]:
        card["text"] = next(chosen).of()
    return {**made, "language": scripts[0].language if len(scripts) == 1 else "en"}


class _Text:
    """Makes texts of made-up words in a script, some said far more often than others."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._random = random.Random(script.language)
        self._words = sorted({self._word() for _ in range(_WORDS)}, key=lambda word: (len(word), word))
        self._weights = list(accumulate(1 / (rank + 3) for rank in range(len(self._words))))

    def _word(self) -> str:
        choose, script = self._random.choice, self._script
        return "".join(
            choose(script.pieces) + choose(script.more or ("",)) for _ in range(self._random.randint(*script.word))
        )

    def of(self, length: int = 0) -> str:
        words: list[str] = []
        while sum(map(len, words)) + len(words) * len(self._script.space) < (length or self._script.text):
            words += self._random.choices(self._words, cum_weights=self._weights)
        return self._script.space.join(words)
