"""Fresh ids. They are random, so that two people who edit copies of a file never make the same one.

Without `secrets` and `uuid`: importing those takes longer than everything else in this package.
"""

from __future__ import annotations

import os

_DIGITS = "0123456789abcdefghijklmnopqrstuv"


def new_id() -> str:
    """Give an id for a record: a 65-bit random number in 13 characters, safe in a file name and a URL."""
    number = int.from_bytes(os.urandom(9), "big")
    return "".join(_DIGITS[(number >> shift) & 31] for shift in range(60, -1, -5))


def new_project_id() -> str:
    """Give an id for a project: a random UUID (RFC 9562, version 4)."""
    number = bytearray(os.urandom(16))
    number[6] = number[6] & 0x0F | 0x40
    number[8] = number[8] & 0x3F | 0x80
    text = number.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
