"""A file cannot be made so that reading or mending it takes for ever (R12): four times as much takes about four times
as long, whatever it is.
"""

from __future__ import annotations

import contextlib
import gc
import json
import time
from collections.abc import Callable, Iterable

import pytest

from cxdesigner.model.diff import compare
from cxdesigner.model.merge import merge
from cxdesigner.storage.codec import read
from cxdesigner.storage.mending import legible
from cxdesigner.storage.problems import DamagedError, NotAProjectError
from cxdesigner.storage.repair import repaired

FEW, TIMES = 1_000, 4
AT_MOST = 2.5 * TIMES
"""What grows with the square takes 16 times as long."""
COLLIDE = 2**61 - 1
"""Python hashes multiples of it to 0, as whole numbers and as floats."""
START, END = b'{"format":"cxdesigner","version":1,"id":"p","maps":[{"id":"m","cards":[', b"]}]}"


def cards(items: Iterable[bytes], between: bytes = b",") -> bytes:
    return START + between.join(items) + END


def in_map(**lists: object) -> bytes:
    fields = {"id": "m", "stages": [{"id": "s", "steps": [{"id": "t"}]}], "lanes": [{"id": "l"}], **lists}
    return json.dumps({"format": "cxdesigner", "version": 1, "id": "p", "maps": [fields]}).encode()


def plain(count: int) -> list[bytes]:
    return [b'{"id":"%d","text":"hello"}' % number for number in range(count)]


def cased(number: int) -> str:
    return "".join(sign.upper() if number >> place & 1 else sign for place, sign in enumerate("abcdefghijklmnop"))


MADE: dict[str, Callable[[int], bytes]] = {
    "ids that are numbers and collide": lambda n: in_map(cards=[{"id": COLLIDE * k} for k in range(n)]),
    "ids that are floats and collide": lambda n: in_map(cards=[{"id": 2.0**61 * k} for k in range(n)]),
    "ids that are all one": lambda n: in_map(cards=[{"id": "x"}] * n),
    "ids that differ by their case": lambda n: in_map(cards=[{"id": cased(k)} for k in range(n)]),
    "emotions that collide": lambda n: in_map(
        emotions=[{"persona": COLLIDE * k, "step": COLLIDE * k, "score": 1} for k in range(n)]
    ),
    "emotions of nobody": lambda n: in_map(emotions=[{"score": 1, "note": "x"}] * n),
    "emotions of one": lambda n: in_map(emotions=[{"persona": "a", "step": "t", "note": str(k)} for k in range(n)]),
    "links that collide": lambda n: in_map(links=[{"id": COLLIDE * k, "from": COLLIDE * k, "to": 0} for k in range(n)]),
    "votes that collide": lambda n: in_map(cards=[{"id": "c", "votes": [{"id": COLLIDE * k} for k in range(n)]}]),
    "references in a circle": lambda n: in_map(
        cards=[{"id": f"c{k}", "solves": [f"c{(k + 1) % n}"], "to": f"c{(k + 1) % n}"} for k in range(n)]
    ),
    "snapshots": lambda n: json.dumps({
        "format": "cxdesigner", "version": 1, "id": "p", "maps": [],
        "snapshots": [{"id": str(k), "content": {"maps": [{}]}} for k in range(n)],
    }).encode(),
    "texts that do not end": lambda n: cards(b'{"id":"%d","text":"hel' % k for k in range(n)),
    "texts with line breaks": lambda n: cards(b'{"id":"%d","text":"a\nb"}' % k for k in range(n)),
    "sides of conflicts": lambda n: START + b"\n<<<<<<< a\n" + b",\n=======\n".join(plain(n)) + END,
    "conflicts": lambda n: START + b"\n" + b",\n=======\n1\n>>>>>>> b\n<<<<<<< a\n".join(plain(n)) + END,
    "brackets that open": lambda n: START + b"[" * n,
    "braces that open": lambda n: START + b'{"a":' * n,
    "quotation marks": lambda n: START + b'"' * n,
    "backslashes": lambda n: START + b'"' + b"\\" * n,
    "colons": lambda n: START + b":" * n,
    "no commas": lambda n: cards(plain(n), b" "),
    "zero bytes": lambda n: cards(plain(n), b"\0,"),
    "fields there twice": lambda n: START[:-1] + b"[]," + b",".join(b'"a":%d' % k for k in range(n)) + END,
    "beginnings": lambda n: START * n,
    "numbers past all bounds": lambda n: cards(b'{"id":"%d","impact":1e99999}' % k for k in range(n)),
}  # fmt: skip


def seconds(act: Callable[[bytes], object], data: bytes) -> float:
    """Give the processor's time that something takes, the least of two."""
    taken = []
    for _ in range(2):
        gc.collect()
        begin = time.process_time()
        with contextlib.suppress(DamagedError, NotAProjectError):
            act(data)
        taken.append(time.process_time() - begin)
    return min(taken)


@pytest.mark.parametrize("act", [read, repaired])
@pytest.mark.parametrize("name", MADE)
def test_r12_what_is_more_takes_longer_by_no_more_than_that(name: str, act: Callable[[bytes], object]) -> None:
    few, many = (seconds(act, MADE[name](count)) for count in (FEW, TIMES * FEW))
    assert many < AT_MOST * max(few, 0.005)


@pytest.mark.parametrize("name", ["ids that differ by their case", "references in a circle"])
def test_r12_what_opens_is_merged_and_compared_in_time_too(name: str) -> None:
    def join(data: bytes) -> None:
        document = read(data).document
        assert merge(document, document, document).document == document
        assert compare(document, document).entries == ()

    few, many = (seconds(join, MADE[name](count)) for count in (FEW, TIMES * FEW))
    assert many < AT_MOST * max(few, 0.005)


def test_r12_what_has_more_wrong_than_anything_that_happens_is_not_mended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legible, "_MOST_ODDITIES", 500)
    assert repaired(START + b":" * 400 + END).done
    with pytest.raises(NotAProjectError, match=r"^More than 500 things in the file are not as they should be"):
        repaired(START + b":" * 600 + END)


@pytest.mark.parametrize("length", [1, 100, 4_079, 4_080, 4_096, 16_384, 70_000, 300_000])
@pytest.mark.parametrize("field", ['"text": "{}"', '"n": 1{}', '"t": true, "text": "{}"', '"text": "\\u00e4{}"'])
def test_r11_what_is_sound_is_read_whole_however_long(length: int, field: str) -> None:
    fields = field.replace("{}", "1" * min(length, 200) if '"n"' in field else "a" * length)
    sound = f'{{"id": "c", {fields}, "zz": true}}'
    done = repaired(START + sound.encode() + b" x " + END)
    (card,) = done.document.cards("m")
    kept = json.loads(sound)
    assert card.model_extra is not None
    assert card.model_extra["zz"] is True
    if "text" in kept and length <= 10_000:
        assert card.text == kept["text"]
