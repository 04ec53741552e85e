"""Why bytes are no project: one sentence that says what they are instead, where, and what to do."""

from __future__ import annotations

import json
import re

from cxdesigner.model.limits import MAX_LEVELS
from cxdesigner.sentences import Sentence, say
from cxdesigner.storage.problems import NotAProjectError

_ASK = say("Open a backup, or ask for the file again.")

# First bytes → what the file is.
_KINDS = (
    (b"PK\x03\x04", say("a ZIP archive; unpack it and open the project inside")),
    (b"\x89PNG", say("a picture; import it into a card instead")),
    (b"\xff\xd8\xff", say("a picture; import it into a card instead")),
    (b"GIF8", say("a picture; import it into a card instead")),
    (b"\x1f\x8b", say("a compressed file; unpack it and open the project inside")),
    (b"\xd0\xcf\x11\xe0", say("a document of an older office program")),
)
# What the last bytes may be the beginning of, other than a text.
_BEGUN = ("true", "false", "null", "-", ".", "e+", "e-", "E+", "E-")
# What the first of the files in a document of an office program is called: Office Open XML, OpenDocument.
_OFFICE = re.compile(
    rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/|docProps/|word/|xl/|ppt/|mimetypeapplication/vnd\.oasis)",
    re.DOTALL,
)
_HTML = re.compile(rb"\s*<(?:!doctype html|html|head|body)\b", re.IGNORECASE)
_XML = re.compile(rb"\s*<(?:\?xml|svg|mxfile)\b", re.IGNORECASE)
_CONFLICT = re.compile(rb"^(?:<<<<<<<|>>>>>>>) ?", re.MULTILINE)


def cannot_be_read(data: bytes, error: Exception) -> NotAProjectError:
    """Make the sentence for bytes that could not be parsed because of `error`."""
    return NotAProjectError(_by_look(data) or _by_error(data, error))


def never_a_project(data: bytes) -> Sentence | None:
    """Say what bytes are that hold nothing of a project; None if they may hold some."""
    if not data.strip():
        return say("The file is empty. {ask}", ask=_ASK)
    if not data.strip(b"\0"):
        return say(
            "The file holds nothing but zero bytes: its content was lost when it was saved or copied. {ask}", ask=_ASK
        )
    if _OFFICE.match(data):
        return say("This is not a project: it is a document of an office program, such as a letter or a spreadsheet.")
    for start, what in _KINDS:
        if data.startswith(start):
            return say("This is not a project: it is {what}.", what=what)
    if _HTML.match(data):
        return say("This is not a project: it is a web page, perhaps one to sign in at. Download the file again.")
    if _XML.match(data):
        return say("This is not a project: it is an XML file of another program.")
    return None


def _by_look(data: bytes) -> Sentence | None:
    return never_a_project(data) or _by_encoding(data) or _by_damage(data)


def _by_encoding(data: bytes) -> Sentence | None:
    if data.startswith(b"\xef\xbb\xbf"):
        return say(
            "The file starts with a byte order mark. Save it as UTF-8 without one (without BOM) and open it again."
        )
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or looks_like_utf16(data):
        return say("The file is in the encoding UTF-16 (or UTF-32). Save it as UTF-8 and open it again.")
    return None


def looks_like_utf16(data: bytes) -> bool:
    """Tell whether bytes without a mark are UTF-16 or UTF-32: in the names of fields every second one is zero."""
    start = data[:64]
    return start.count(0) * 3 > len(start) and b"{" in start.replace(b"\0", b"")[:4]


def _by_damage(data: bytes) -> Sentence | None:
    if b"\0" in data:
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        return say(
            "The file holds zero bytes from line {line:,} on: a part was lost when it was saved or copied. {ask}",
            line=line,
            ask=_ASK,
        )
    if conflict := _CONFLICT.search(data):
        line = data.count(b"\n", 0, conflict.start()) + 1
        return say(
            "A version control program left both sides of a conflict in the file, the first in line {line:,}. "
            "Take one side whole with that program, then open the file.",
            line=line,
        )
    return None


def _by_error(data: bytes, error: Exception) -> Sentence:
    if isinstance(error, UnicodeDecodeError):
        if error.reason == "unexpected end of data":
            return _cut_off(data.count(b"\n") + 1)
        line = data.count(b"\n", 0, error.start) + 1
        return say(
            "The file is not in the encoding UTF-8: see line {line:,}. Save it as UTF-8 and open it again.", line=line
        )
    if isinstance(error, RecursionError):
        return say(
            "The file is nested more than {most} levels deep, which no project is. It was not opened.", most=MAX_LEVELS
        )
    if not isinstance(error, json.JSONDecodeError):
        return say("The file holds a number of thousands of digits, which no project does. It was not opened.")
    where = say("line {line:,}, column {column:,}", line=error.lineno, column=error.colno)
    if _is_cut_off(error):
        return _cut_off(error.doc.rstrip().count("\n") + 1)
    if error.msg == "Extra data":
        return say(
            "Something follows after the end of the project, in {where}. Take it out with a text editor. {ask}",
            where=where,
            ask=_ASK,
        )
    if not data.lstrip().startswith((b"{", b"[")):
        return say("This is not a project: it is not JSON, the format that projects are kept in.")
    return say(
        "The file is not as a project should be: {reason} in {where}. {ask}",
        reason=_reason(error.msg),
        where=where,
        ask=_ASK,
    )


def _is_cut_off(error: json.JSONDecodeError) -> bool:
    rest = error.doc[error.pos :].rstrip()
    return (
        not rest
        or error.msg.startswith("Unterminated string")
        or (error.msg.startswith("Invalid") and "u" in error.msg and len(rest) < 5 and '"' not in rest)
        or any(word.startswith(rest) for word in _BEGUN)
    )


def _cut_off(line: int) -> Sentence:
    return say("The file is cut off: it ends in line {line:,}, before the project does. {ask}", line=line, ask=_ASK)


def _reason(message: str) -> Sentence:
    if message.startswith("Invalid control character"):
        return say("a text with a line break or a control character in it")
    if message.startswith("Invalid"):
        return say("a backslash with something after it that means nothing")
    return {
        "Expecting ',' delimiter": say("a comma is missing"),
        "Expecting ':' delimiter": say("a colon is missing"),
        "Expecting value": say("a value is missing"),
        "Illegal trailing comma before end of object": say("a comma too many"),  # since Python 3.13
        "Illegal trailing comma before end of array": say("a comma too many"),
    }.get(message, say("the name of a field is missing"))
