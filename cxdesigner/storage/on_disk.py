"""What a file held when this program last read or wrote it: by that one sees whether somebody else wrote it since."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from cxdesigner.model.document import Document


class OnDisk(NamedTuple):
    """The SHA-256 of the bytes, in hexadecimal, and the project that was in them: the base of a three-way merge."""

    digest: str
    document: Document


def digest_of(*pieces: bytes) -> str:
    """Give the SHA-256 of bytes, or of pieces one behind the other, in hexadecimal."""
    found = hashlib.sha256()
    for piece in pieces:
        found.update(piece)
    return found.hexdigest()
