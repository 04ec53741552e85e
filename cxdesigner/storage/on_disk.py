"""What a file held when this program last read or wrote it: by that one sees whether somebody else wrote it since."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.model.document import Document


class OnDisk(NamedTuple):
    """The SHA-256 of the bytes, in hexadecimal, and the project that was in them: the base of a three-way merge."""

    digest: str
    document: Document
