"""Of any damaged project the best that can be had is made, nothing legible is lost, and what was done is told (R11)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given, settings

from cxdesigner.model.document import Document
from cxdesigner.storage.codec import NotAProjectError, read, write
from cxdesigner.storage.repair import Repaired, repaired
from tests.storage.damaging import damaged_bytes, damaged_values
from tests.strategies import documents

FULL = (Path(__file__).parent / "full.cxd").read_bytes()


def sound(found: Repaired) -> dict[str, Any]:
    """Give what a repaired project is written as, having read it again."""
    written = write(found.document)
    assert read(written).document == found.document
    raw: dict[str, Any] = json.loads(written)
    return raw


def repaired_or_sentence(data: bytes) -> Repaired | str:
    """Repair a project, or give the sentence that says why that cannot be."""
    try:
        return repaired(data)
    except NotAProjectError as error:
        return str(error)


@given(documents())
def test_r11_of_a_sound_project_nothing_is_changed(document: Document) -> None:
    written = write(document)
    found = repaired(written)
    assert found.done == ()
    assert write(found.document) == written


def test_r11_what_was_done_is_told_with_the_name_of_what_it_was_done_to() -> None:
    raw = json.loads(FULL)
    raw["maps"][0]["cards"][0]["severity"] = 9
    raw["snapshots"][0]["date"] = 3
    raw["maps"][0]["stages"].append(7)
    found = repaired(json.dumps(raw).encode() + b"}")
    for done, told in zip(found.done, found.told(), strict=True):
        assert told.endswith(done.partition(": ")[2])
    names = [told.partition(": ")[0] for told in found.told()]
    assert [name.partition(" ")[0] for name in names] == ["Line", "Map", "Touchpoint", "Version"]
    assert names[1].endswith("(maps[0].stages[1])")


@settings(max_examples=40)
@given(damaged_values(documents(loose=True)))
def test_r11_damaged_values_are_mended_so_that_the_project_can_be_read(data: bytes) -> None:
    sound(repaired(data))


@settings(max_examples=40)
@given(damaged_bytes(documents()))
def test_r11_damaged_bytes_end_in_a_project_or_a_sentence(data: bytes) -> None:
    found = repaired_or_sentence(data)
    if isinstance(found, str):
        assert found.endswith(".")
    else:
        sound(found)


@given(damaged_values(documents()))
def test_r11_a_repaired_project_needs_no_repair(data: bytes) -> None:
    again = repaired(write(repaired(data).document))
    assert again.done == ()
