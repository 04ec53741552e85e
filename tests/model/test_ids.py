"""Fresh ids."""

from __future__ import annotations

import re
import uuid

import pytest

from cxdesigner.model import ids


def test_an_id_is_thirteen_characters_that_are_safe_in_a_file_name_and_a_url() -> None:
    assert all(re.fullmatch("[0-9a-v]{13}", ids.new_id()) for _ in range(200))


def test_ids_are_not_the_same_twice() -> None:
    assert len({ids.new_id() for _ in range(2000)}) == 2000


@pytest.mark.parametrize(("fill", "expected"), [(b"\x00", "0000000000000"), (b"\xff", "vvvvvvvvvvvvv")])
def test_every_digit_is_random(fill: bytes, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ids.os, "urandom", lambda count: fill * count)
    assert ids.new_id() == expected


def test_the_id_of_a_project_is_a_random_uuid() -> None:
    first, second = ids.new_project_id(), ids.new_project_id()
    assert first != second
    assert uuid.UUID(first).version == 4
    assert str(uuid.UUID(first)) == first
