"""Reading tells how far it is, and can be broken off."""

from __future__ import annotations

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from cxdesigner.storage.codec import write
from cxdesigner.storage.problems import NotAProjectError
from cxdesigner.storage.project_file import load
from cxdesigner.storage.reading import read
from tests.model.builders import journey


def project(pictures: int = 5) -> bytes:
    raw: dict[str, Any] = json.loads(
        write(journey("A: a1", cards={"actions a1": " ".join(f"c{n}" for n in range(900))}))
    )
    datas = [bytes([number]) for number in range(pictures)]
    raw["assets"] = {
        f"sha256-{hashlib.sha256(data).hexdigest()}": {"type": "image/png", "data": base64.b64encode(data).decode()}
        for data in datas
    }
    return json.dumps(raw).encode()


def test_reading_tells_how_far_it_is() -> None:
    told: list[float] = []
    assert read(project(), told.append).document == read(project()).document
    assert told == sorted(told)
    assert 0 < told[0] < 0.4
    assert 0.7 < told[-1] < 1
    assert len(told) > 8


def test_a_file_is_read_with_the_same_steps(tmp_path: Path) -> None:
    (tmp_path / "a.cxd").write_bytes(project())
    told: list[float] = []
    load(tmp_path / "a.cxd", told.append)
    assert told


class BrokenOffError(Exception):
    pass


@pytest.mark.parametrize("after", [0.0, 0.3, 0.45, 0.7])
def test_whoever_is_told_may_break_it_off(after: float) -> None:
    def tell(done: float) -> None:
        if done >= after:
            raise BrokenOffError

    with pytest.raises(BrokenOffError):
        read(project(), tell)


def test_pictures_that_are_none_are_told_all_the_same() -> None:
    raw = json.loads(project(0))
    raw["assets"] = 5
    with pytest.raises(Exception, match="should be an object"):
        read(json.dumps(raw).encode(), lambda _done: None)
    with pytest.raises(NotAProjectError):
        read(b"[]", lambda _done: None)
