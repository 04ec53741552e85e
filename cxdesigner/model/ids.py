"""Fresh ids. They are random, so that two people who edit copies of a file never make the same one."""

from __future__ import annotations

import secrets
import uuid


def new_id() -> str:
    """Give an id for a record: 13 characters of a 64-bit random number, safe in a file name and a URL."""
    number = secrets.randbits(64)
    digits = "0123456789abcdefghijklmnopqrstuv"
    return "".join(digits[(number >> shift) & 31] for shift in range(60, -1, -5))


def new_project_id() -> str:
    """Give an id for a project: a random UUID."""
    return str(uuid.uuid4())
