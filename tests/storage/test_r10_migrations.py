"""Old files open for ever, newer ones are not damaged (R10)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from cxdesigner.model.document import Document
from cxdesigner.storage.codec import read, write
from cxdesigner.storage.migrations import STEPS, THIS, Release, migrated
from cxdesigner.storage.nesting import VERSION
from tests.strategies import documents

CORPUS = Path(__file__).parents[1] / "corpus"
FILES = sorted(CORPUS.glob("v*/*.cxd"))


def raise_scores(raw: dict[str, Any]) -> dict[str, Any]:
    """Make of version 1 a version 2 in which scores are from 0 to 4."""
    for shown in raw.get("maps", []):
        for emotion in shown.get("emotions", []):
            if "score" in emotion:
                emotion["score"] += 2
    return raw


def note_way(raw: dict[str, Any]) -> dict[str, Any]:
    return raw | {"zz-way": "2 to 3"}


NEXT = Release(2, {1: raise_scores})
LATER = Release(3, {1: raise_scores, 2: note_way})


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_r10_files_of_every_version_open(path: Path) -> None:
    reading = read(path.read_bytes())
    assert f"v{reading.version}" == path.parent.name
    assert not reading.read_only
    again = read(write(reading.document))
    assert again.document == reading.document
    assert again.version == VERSION


def test_r10_there_are_files_of_every_version_and_a_step_from_each() -> None:
    assert {path.parent.name for path in FILES} == {f"v{number}" for number in range(1, VERSION + 1)}
    assert set(STEPS) == set(range(1, VERSION))
    assert Release(VERSION, STEPS) == THIS


def test_r10_an_older_file_is_migrated_step_by_step() -> None:
    data = (CORPUS / "v1" / "loose-ends.cxd").read_bytes()
    reading = read(data, release=Release(2, {1: note_way}))
    assert (reading.version, reading.read_only) == (1, False)
    assert reading.document.project.model_extra == {"zz": {"newer": [1]}, "zz-way": "2 to 3"}
    raw = migrated(json.loads(data), 1, LATER)
    assert (raw["version"], raw["zz-way"], raw["maps"][0]["emotions"][0]["score"]) == (3, "2 to 3", 0.5)
    assert migrated(json.loads(data), 3, LATER) == json.loads(data)
    assert read(data, release=Release(0, {})).read_only


def test_r10_what_is_in_snapshots_is_migrated_from_its_own_version() -> None:
    content = {"id": "p", "maps": [{"id": "m", "emotions": [{"persona": "a", "step": "t", "score": 1}]}]}
    snapshots = [{"content": json.loads(json.dumps(content)) | own} for own in ({}, {"version": 2}, {"version": "x"})]
    raw = migrated({"version": 1, "snapshots": [*snapshots, {"content": 5}, 6]}, 1, NEXT)
    scores = [one["content"]["maps"][0]["emotions"][0]["score"] for one in raw["snapshots"][:3]]
    assert scores == [3, 1, 3]
    assert [one["content"].get("version") for one in raw["snapshots"][:3]] == [None, 2, 2]
    assert migrated({"snapshots": 3}, 1, NEXT) == {"snapshots": 3}


@given(documents())
def test_r10_a_migration_that_changes_nothing_loses_nothing(document: Document) -> None:
    data = write(document)
    assert read(data, release=Release(4, dict.fromkeys((1, 2, 3), lambda raw: raw))).document == document
