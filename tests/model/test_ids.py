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


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0000000000000"), (1, "0000000000001"), (2**64 - 1, "fvvvvvvvvvvvv")]
)
def test_every_bit_of_the_number_counts(number: int, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr(ids.secrets, "randbits", lambda bits: (asked.append(bits), number)[1])
    assert ids.new_id() == expected
    assert asked == [64]


def test_the_id_of_a_project_is_a_random_uuid() -> None:
    first, second = ids.new_project_id(), ids.new_project_id()
    assert first != second
    assert uuid.UUID(first).version == 4
    assert str(uuid.UUID(first)) == first
