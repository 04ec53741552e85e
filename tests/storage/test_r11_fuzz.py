"""Whatever becomes of the bytes of a project, it opens, can be repaired, or gets one sentence (R11).

All 20,000 flips of bits and every truncation of all examples: python -m tests.storage.test_r11_fuzz
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from cxdesigner.resources import resource
from cxdesigner.storage.codec import DamagedError, NotAProjectError, read, write
from cxdesigner.storage.repair import repaired

FULL = (Path(__file__).parent / "full.cxd").read_bytes()
EXAMPLES = sorted(resource("examples").glob("*.cxd"))
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FLIPS = 20_000
SEED = 11


def outcome(data: bytes) -> str:
    """Open a file, or else repair it; a repaired one can be read again without a problem but loose ends."""
    try:
        read(data)
    except (NotAProjectError, DamagedError) as error:
        refusal = str(error)
    else:
        return "project"
    assert refusal.endswith(".")
    assert "\n" not in refusal
    try:
        found = repaired(data)
    except NotAProjectError as error:
        return str(error)
    assert found.done
    assert read(write(found.document)).document == found.document
    return "repaired"


def flips(data: bytes, count: int, seed: int = SEED) -> Iterator[bytes]:
    """Give files in which one bit each is another."""
    chance = random.Random(seed)
    for _ in range(count):
        at, bit = chance.randrange(len(data)), chance.randrange(8)
        yield data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]


def counted(files: Iterable[bytes]) -> Counter[str]:
    """Count what becomes of files; sentences as one."""
    found = (outcome(data) for data in files)
    return Counter(one if one in ("project", "repaired") else "sentence" for one in found)


def test_r11_a_small_file_cut_off_at_every_third_byte_is_repaired_or_gets_a_sentence() -> None:
    found = counted(FULL[:end] for end in range(0, len(FULL) - 1, 3))
    assert set(found) == {"repaired", "sentence"}
    assert found["sentence"] < 50  # before there is anything in it but its id


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_r11_examples_cut_off_anywhere_are_repaired_or_get_a_sentence(path: Path) -> None:
    data = path.read_bytes()
    found = counted(data[:end] for end in range(0, len(data) - 1, 487))
    assert found["repaired"] > found["sentence"]


def test_r11_flipped_bits_end_in_a_project_a_repaired_one_or_a_sentence() -> None:
    found = counted(flips(FULL, FLIPS // 10))
    assert found["project"] + found["repaired"] >= FLIPS // 10 - 5


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside this checkout")
@pytest.mark.parametrize("folder", ["JSONTestSuite/test_parsing", "synthetic", "blns"])
def test_r11_the_files_of_others_are_never_taken_for_projects(folder: str) -> None:
    for file in sorted((CORPUS / folder).iterdir()):
        assert outcome(file.read_bytes()) not in ("project", "repaired"), file.name


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside this checkout")
def test_r11_json_of_others_in_a_project_does_it_no_harm() -> None:
    head, tail = FULL[: FULL.rindex(b"}")].rstrip(), b"\n}\n"
    cards = read(FULL).document.count_cards("m-1")
    for file in sorted((CORPUS / "JSONTestSuite/test_parsing").iterdir()):
        data = head + b',\n  "zz-other": ' + file.read_bytes() + tail
        assert outcome(data) in ("project", "repaired"), file.name
        assert repaired(data).document.count_cards("m-1") == cards, file.name


def main() -> None:
    """Print what becomes of every truncation of the examples and of all flips."""
    for path in EXAMPLES:
        data = path.read_bytes()
        print(path.name, "cut off at every byte", dict(counted(data[:end] for end in range(len(data)))))
        print(path.name, f"{FLIPS:,} flips", dict(counted(flips(data, FLIPS))))
    print("full.cxd", f"{FLIPS:,} flips", dict(counted(flips(FULL, FLIPS))))


if __name__ == "__main__":
    main()
