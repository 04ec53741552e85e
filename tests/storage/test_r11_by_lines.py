"""A damaged file of the program's own is read by its lines where brackets would misplace what is in it (R11)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import partial

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.records import Record
from cxdesigner.resources import resource
from cxdesigner.storage.codec import read, write
from cxdesigner.storage.mending.by_lines import is_in_lines, read_by_lines
from cxdesigner.storage.mending.loose_values import Making
from cxdesigner.storage.repair import repaired

WHOLE = resource("examples", "vivan-los-tacos.cxd").read_bytes()
BEFORE = read(WHOLE).document


def misplaced(after: Document) -> list[Record]:
    """Give what is of another kind or in something else than it was, or was not there."""

    def place(document: Document, key: str) -> tuple[type[Record], object]:
        return type(document[key]), document[key].parent

    return [
        record for key, record in after.records.items() if key not in BEFORE or place(after, key) != place(BEFORE, key)
    ]


def stray(rng: random.Random) -> bytes:
    """Put a bracket somewhere into the whitespace before a line."""
    line = rng.choice([at for at in range(500, len(WHOLE) - 500) if WHOLE[at : at + 8] == b"\n       "])
    at = line + rng.randrange(1, 8)
    return WHOLE[:at] + rng.choice([b"{", b"}", b"[", b"]"]) + WHOLE[at:]


def without(rng: random.Random) -> bytes:
    """Take a line out, but not the first ones."""
    lines = WHOLE.split(b"\n")
    del lines[rng.randrange(130, len(lines) - 2)]
    return b"\n".join(lines)


@pytest.mark.parametrize("damage", [stray, without])
@pytest.mark.parametrize("seed", range(25))
def test_r11_a_bracket_too_many_or_a_line_too_few_misplaces_nothing(damage, seed: int) -> None:
    found = repaired(damage(random.Random(seed))).document
    assert read(write(found)).document == found
    assert len(misplaced(found)) <= 1  # what lost its id, or its end, with the line
    assert len(found.records) >= len(BEFORE.records) - 3


def cut(first: str, last: str, *, behind: str = "") -> bytes:
    """Take out from the line that is the first of this kind, behind another, to that which is the next of a kind."""
    lines = WHOLE.decode().split("\n")
    start = lines.index(first, lines.index(behind) if behind else 0)
    return "\n".join([*lines[:start], *lines[lines.index(last, start) + 1 :]]).encode()


def lengths(document: Document) -> list[tuple[str, int, int, int]]:
    return [
        (one.title, len(document.stages(one.id)), len(document.lanes(one.id)), document.count_cards(one.id))
        for one in document.maps
    ]


def test_r11_a_list_whose_beginning_is_gone_is_named_by_what_is_in_it() -> None:
    found = repaired(cut('      "lanes": [', "        {"))
    assert lengths(found.document) == lengths(BEFORE)
    assert any("the beginning of a list is missing, so it was named by what is in it" in one for one in found.done)
    assert misplaced(found.document) == []


def test_r11_a_map_whose_beginning_is_gone_is_no_part_of_a_persona() -> None:
    (_, *of_first), second = lengths(BEFORE)
    found = repaired(cut('  "maps": [', '      "stages": [')).document
    assert [(title, *counts) for title, *counts in lengths(found)][1:] == [second]
    assert lengths(found)[0][2:] == tuple(of_first)[1:]  # its stages were cut in two
    title = '      "title": "Friday dinner at Vivan los Tacos",'
    found = repaired(cut("    }", title, behind='  "personas": [')).document
    assert lengths(found) == [("", *of_first), second]


def test_r11_what_was_done_is_told_of_the_reading_that_was_taken() -> None:
    line = b'      ],\n      "lanes": ['
    found = repaired(WHOLE.replace(line, b"      }\n" + line, 1))
    assert found.document == BEFORE
    assert found.done == ("The file: its brackets do not match, so it was read by how its lines are indented.",)


def test_r11_what_has_no_place_is_put_aside() -> None:
    line = b'          "kind": "opportunity",'
    at = WHOLE.index(line)
    found = repaired(WHOLE[:at] + b"   {\nwhat is this, please?\n  17\n" + WHOLE[at:]).document
    assert misplaced(found) == []
    assert "what is this, please?" in str(found.project.model_extra)


def test_r11_what_is_nested_deeper_than_anything_is_read_as_if_it_were_not() -> None:
    deep = "".join(f'\n{" " * (2 * level)}"zz": {{' for level in range(1, 150)).encode()
    start = WHOLE.index(b"{") + 1
    found = read_by_lines((WHOLE[:start] + deep + WHOLE[start:]).decode(), 0, Making())
    assert len(found.found["maps"]) == 2
    assert sum("nested too deep" in oddity.message for oddity in found.oddities) == 49


@pytest.mark.parametrize(
    ("text", "is_so"), [(WHOLE.decode(), True), ("", False), ("{}", False), (WHOLE.decode().replace("\n", ""), False)]
)
def test_r11_only_what_the_program_wrote_is_read_by_lines(text: str, *, is_so: bool) -> None:
    assert is_in_lines(text) == is_so


def test_r11_lines_that_are_gone_cost_what_stood_in_them(seeds: Iterator[int]) -> None:
    for seed in seeds:
        rng = random.Random(seed)
        at = rng.randrange(6000, len(WHOLE) - 600)
        found = repaired(WHOLE[:at] + WHOLE[at + 200 :]).document
        lost = len(BEFORE.records) - len(found.records)
        assert lost <= 45, at  # where a map ends in it, the second is read as a part of the first


@pytest.fixture
def seeds() -> Iterator[int]:
    return iter(range(40))


def chunk(rng: random.Random, size: int) -> bytes:
    """Take a piece out."""
    at = rng.randrange(400, len(WHOLE) - size - 400)
    return WHOLE[:at] + WHOLE[at + size :]


def zeros(rng: random.Random, size: int) -> bytes:
    """Have zero bytes in the place of a piece, as a disk leaves it."""
    at = rng.randrange(400, len(WHOLE) - size - 400)
    return WHOLE[:at] + bytes(size) + WHOLE[at + size :]


def main(count: int = 300) -> None:
    """Print how much is left in its place in so many files of each kind of damage, without and with this reader."""
    damages: dict[str, Callable[[random.Random], bytes]] = {
        "a bracket too many": stray,
        "a line too few": without,
        "20 bytes too few": partial(chunk, size=20),
        "200 bytes too few": partial(chunk, size=200),
        "512 zero bytes": partial(zeros, size=512),
    }
    print("of the records of the example that are in their places: on average, and in the worst file")
    for name, damage in damages.items():
        kept: dict[bool, list[float]] = {False: [], True: []}
        for by_lines, shares in kept.items():
            with pytest.MonkeyPatch.context() as patch:
                if not by_lines:
                    patch.setattr("cxdesigner.storage.repair.is_in_lines", lambda _text: False)
                for seed in range(count):
                    found = repaired(damage(random.Random(seed))).document
                    shares.append((len(found.records) - len(misplaced(found))) / len(BEFORE.records))
        words = "; ".join(
            f"{'with' if by_lines else 'without'} {sum(shares) / count:.1%}, {min(shares):.1%}"
            for by_lines, shares in kept.items()
        )
        print(f"{name}: {words}", flush=True)


if __name__ == "__main__":
    main()
