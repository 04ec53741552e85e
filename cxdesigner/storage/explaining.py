"""Why bytes are no project: one sentence that says what they are instead, where, and what to do."""

from __future__ import annotations

import json
import re

from cxdesigner.model.limits import MAX_LEVELS
from cxdesigner.storage.problems import NotAProjectError

_ASK = "Open a backup, or ask for the file again."

# First bytes → what the file is.
_KINDS = (
    (b"PK\x03\x04", "a ZIP archive (or a document of an office program); unpack it and open the project inside"),
    (b"%PDF", "a PDF; if it was exported with the project attached, save the attachment and open that"),
    (b"\x89PNG", "a picture; import it into a card instead"),
    (b"\xff\xd8\xff", "a picture; import it into a card instead"),
    (b"GIF8", "a picture; import it into a card instead"),
    (b"\x1f\x8b", "a compressed file; unpack it and open the project inside"),
    (b"\xd0\xcf\x11\xe0", "a document of an older office program"),
)
# What the last bytes may be the beginning of, other than a text.
_BEGUN = ("true", "false", "null", "-", ".", "e+", "e-", "E+", "E-")
_HTML = re.compile(rb"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_XML = re.compile(rb"\s*<(?:\?xml|svg|mxfile)\b", re.IGNORECASE)
_CONFLICT = re.compile(rb"^(?:<<<<<<<|>>>>>>>) ?", re.MULTILINE)


def cannot_be_read(data: bytes, error: Exception) -> NotAProjectError:
    """Make the sentence for bytes that could not be parsed because of `error`."""
    return NotAProjectError(_by_look(data) or _by_error(data, error))


def _by_look(data: bytes) -> str | None:
    if not data.strip():
        return f"The file is empty. {_ASK}"
    for start, what in _KINDS:
        if data.startswith(start):
            return f"This is not a project: it is {what}."
    if _HTML.match(data):
        return "This is not a project: it is a web page, perhaps one to sign in at. Download the file again."
    if _XML.match(data):
        return "This is not a project: it is an XML file of another program."
    return _by_encoding(data) or _by_damage(data)


def _by_encoding(data: bytes) -> str | None:
    if data.startswith(b"\xef\xbb\xbf"):
        return "The file starts with a byte order mark. Save it as UTF-8 without one (without BOM) and open it again."
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_like_utf16(data):
        return "The file is in the encoding UTF-16 (or UTF-32). Save it as UTF-8 and open it again."
    return None


def _looks_like_utf16(data: bytes) -> bool:
    start = data[:64]
    return b"\0" in start and bool(start.strip(b"\0")) and b"{" in start.replace(b"\0", b"")[:4]


def _by_damage(data: bytes) -> str | None:
    if b"\0" in data:
        if not data.strip(b"\0"):
            return f"The file holds nothing but zero bytes: its content was lost when it was saved or copied. {_ASK}"
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        return f"The file holds zero bytes from line {line:,} on: a part was lost when it was saved or copied. {_ASK}"
    if conflict := _CONFLICT.search(data):
        line = data.count(b"\n", 0, conflict.start()) + 1
        return (
            f"A version control program left both sides of a conflict in the file, the first in line {line:,}. "
            "Take one side whole with that program, then open the file."
        )
    return None


def _by_error(data: bytes, error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        if error.reason == "unexpected end of data":
            return _cut_off(data.count(b"\n") + 1)
        line = data.count(b"\n", 0, error.start) + 1
        return f"The file is not in the encoding UTF-8: see line {line:,}. Save it as UTF-8 and open it again."
    if isinstance(error, RecursionError):
        return f"The file is nested more than {MAX_LEVELS} levels deep, which no project is. It was not opened."
    if not isinstance(error, json.JSONDecodeError):
        return "The file holds a number of thousands of digits, which no project does. It was not opened."
    where = f"line {error.lineno:,}, column {error.colno:,}"
    if _is_cut_off(error):
        return _cut_off(error.doc.rstrip().count("\n") + 1)
    if error.msg == "Extra data":
        return f"Something follows after the end of the project, in {where}. Take it out with a text editor. {_ASK}"
    if not data.lstrip().startswith((b"{", b"[")):
        return "This is not a project: it is not JSON, the format that projects are kept in."
    return f"The file is not as a project should be: {_reason(error.msg)} in {where}. {_ASK}"


def _is_cut_off(error: json.JSONDecodeError) -> bool:
    rest = error.doc[error.pos :].rstrip()
    return (
        not rest
        or error.msg.startswith("Unterminated string")
        or (error.msg.startswith("Invalid") and "u" in error.msg and len(rest) < 5 and '"' not in rest)
        or any(word.startswith(rest) for word in _BEGUN)
    )


def _cut_off(line: int) -> str:
    return f"The file is cut off: it ends in line {line:,}, before the project does. {_ASK}"


def _reason(message: str) -> str:
    if message.startswith("Invalid control character"):
        return "a text with a line break or a control character in it"
    if message.startswith("Invalid"):
        return "a backslash with something after it that means nothing"
    return {
        "Expecting ',' delimiter": "a comma is missing",
        "Expecting ':' delimiter": "a colon is missing",
        "Expecting value": "a value is missing",
        "Illegal trailing comma before end of object": "a comma too many",  # since Python 3.13
        "Illegal trailing comma before end of array": "a comma too many",
    }.get(message, "the name of a field is missing")
