"""What becomes of bytes: a project, or a sentence."""

from __future__ import annotations

from cxdesigner.storage.codec import DamagedError, NotAProjectError, Reading, read


def read_or_sentence(data: bytes) -> Reading | str:
    """Read a project, or give the sentence that says why not."""
    try:
        return read(data)
    except (NotAProjectError, DamagedError) as error:
        return str(error)
