"""The locks name all that is installed: pip is told to look for nothing else."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"
PINNED = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^]]*\])?==", re.MULTILINE)


def pins(lock: str) -> set[str]:
    return {canonicalize_name(name) for name in PINNED.findall((PACKAGING / f"{lock}.txt").read_text("utf-8"))}


def needed(name: str, extra: str = "") -> list[Requirement]:
    asked = [Requirement(text) for text in metadata.requires(name) or ()]
    return [one for one in asked if one.marker is None or one.marker.evaluate({"extra": extra})]


@pytest.mark.parametrize("lock", ["requirements", "requirements-test"])
def test_what_is_pinned_needs_nothing_that_is_not(lock: str) -> None:
    pinned = pins(lock)
    here = {name for name in pinned if name in {canonicalize_name(one.name) for one in metadata.distributions()}}
    missing = {
        f"{name} needs {one.name}" for name in here for one in needed(name) if canonicalize_name(one.name) not in pinned
    }
    assert here
    assert not missing


def test_pip_is_told_to_look_for_nothing_beyond_the_lock() -> None:
    # A release of coverage that came after the lock was once chosen for pytest-cov's "coverage[toml]", without a hash.
    assert '"--no-deps"' in (PACKAGING / "bootstrap.py").read_text("utf-8")
