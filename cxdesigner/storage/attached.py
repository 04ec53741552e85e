"""The project in a PDF that was exported with it.

A PDF reader is not needed for that: the project is a stream of its own (ISO 32000-1, 7.11.4), which its media type
gives away, deflated, with its MD5. Other programs may have moved it, or changed the order of what is said of it.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from typing import Final

from cxdesigner.model.limits import MAX_FILE_BYTES
from cxdesigner.sentences import say
from cxdesigner.storage.parsing import too_large
from cxdesigner.storage.problems import NotAProjectError

PDF: Final = b"%PDF-"
_MARK: Final = re.compile(rb"/application#2[Ff]vnd\.cxdesigner\+json\b")
_FACTS: Final = 2_000
"""Bytes that the dictionary of a stream takes at most."""
_LENGTH: Final = re.compile(rb"/Length\s+(\d{1,10})\b(?!\s+\d+\s+R)")
_SUM: Final = re.compile(rb"/CheckSum\s*<([0-9a-fA-F]{32})>")
_STREAM: Final = re.compile(rb"stream\r?\n")


def is_pdf(data: bytes) -> bool:
    """Tell whether bytes begin as a PDF does."""
    return data.startswith(PDF)


def project_in(data: bytes) -> bytes:
    """Give the bytes of the project in a PDF.

    Raises:
        NotAProjectError: there is none, it is damaged, or it is past the limit.
    """
    is_there = False
    for mark in _MARK.finditer(data):
        begin = data.rfind(b" obj", max(0, mark.start() - _FACTS), mark.start())
        end = _STREAM.search(data, mark.end(), mark.end() + _FACTS)
        if begin < 0 or end is None:
            continue
        is_there = True
        found = _unpacked(data, data[begin : end.start()], end.end())
        if found is not None:
            return found
    if is_there:
        raise NotAProjectError(
            say("The project in this PDF is damaged. Open the project file itself, or ask for the PDF again.")
        )
    raise NotAProjectError(
        say("This is a PDF with no project in it. Open the project file itself, or ask for a PDF exported with it.")
    )


def _unpacked(data: bytes, facts: bytes, start: int) -> bytes | None:
    """Give a stream, if it is what is said of it; never more than a project may have."""
    length, digest = _LENGTH.search(facts), _SUM.search(facts)
    if length is None or digest is None:
        return None
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(data[start : start + int(length[1])], MAX_FILE_BYTES + 1)
    except zlib.error:
        return None
    if len(found) > MAX_FILE_BYTES:
        raise too_large(len(found))
    same = hashlib.md5(found, usedforsecurity=False).hexdigest().encode("ascii") == digest[1].lower()
    return found if same else None
