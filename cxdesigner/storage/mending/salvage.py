"""From bytes that are no sound JSON to the values that are legible in them."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from collections.abc import Callable
from typing import Any, Final, cast

from cxdesigner.model.limits import MAX_FILE_BYTES
from cxdesigner.sentences import say
from cxdesigner.storage.explaining import looks_like_utf16, never_a_project
from cxdesigner.storage.mending.legible import PASSED_OVER, Legible, Oddity
from cxdesigner.storage.mending.log import PUT_ASIDE, Log, keep
from cxdesigner.storage.mending.loose_json import read_loosely
from cxdesigner.storage.mending.loose_values import Making
from cxdesigner.storage.nesting import FORMAT
from cxdesigner.storage.parsing import parse, too_large
from cxdesigner.storage.problems import NotAProjectError
from cxdesigner.storage.reading import check_format

_MARKS: Final = ((BOM_UTF32_LE, "utf-32"), (BOM_UTF32_BE, "utf-32"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
_NULS: Final = re.compile("\0+")
_MARK: Final = re.compile(r"^(?:<{7}|\|{7}|={7}|>{7})[^\n]*(?:\n|\Z)", re.MULTILINE)
"""A line with which a version control program begins a side of a conflict, or ends the last one."""
_ITS_LISTS: Final = ("maps", "personas")
_SIMILAR: Final = len(FORMAT) - 2
"""Characters of the name of the format that are right where it is damaged."""
_FILE: Final = say("The file")
_IS_UTF_8: Final = say("is not in the encoding UTF-8")
_BOTH: Final = say('both are kept: of two lists all that is in them, else the second in the field "unfit"')


Reader = Callable[[str, int, Making], Legible]
"""Reads the object that begins at a bracket in a text."""


def salvaged(data: bytes, log: Log, read: Reader = read_loosely) -> dict[str, Any]:
    """Give what a reader finds legible of a project, and note what was odd.

    Raises:
        NotAProjectError: the bytes never were a project, or nothing in them can be read.
    """
    if len(data) > MAX_FILE_BYTES:
        raise too_large(len(data))
    if refusal := never_a_project(data):
        raise NotAProjectError(refusal)
    making, asides = Making(), list[str]()
    text = _one_side(_without_nuls(_decoded(data, log), log), asides, log)
    start = text.find("{")
    if start < 0:
        raise _refusal(data)
    legible = read(text, start, making)
    found = cast("dict[str, Any]", making.cleaned(legible.found))
    if not _is_a_project(found) or (legible.is_cut_off and not any(map(found.get, (*_ITS_LISTS, "title")))):
        raise _refusal(data)
    if rest := text[legible.end :].strip():
        follows = say("something follows after the end of the project")
        legible.oddities.append(Oddity(legible.end, follows, PUT_ASIDE))
        legible.unread.append(rest)
    for aside in filter(None, [text[:start].strip(), *asides, *legible.unread]):
        keep(found, "text", making.cleaned(aside))
    _tell(text, legible, making, log)
    return found


def _refusal(data: bytes) -> NotAProjectError:
    """Give the sentence for a file in which there is nothing to be had."""
    refusal = NotAProjectError(say("Nothing in the file can be read as a project."))
    try:
        check_format(parse(data))
    except NotAProjectError as error:
        refusal = error
    return refusal


def _decoded(data: bytes, log: Log) -> str:
    code = next((code for mark, code in _MARKS if data.startswith(mark)), "")
    if not code and looks_like_utf16(data):
        code = ("utf-32" if b"\0\0" in data[:4] else "utf-16") + ("-be" if data[:1] == b"\0" else "-le")
    if code:
        log.tell(_FILE, say("is in the encoding {code}", code=code.upper()), say("it was read as that"))
        return data.decode(code, "replace")
    if data.startswith(BOM_UTF8):
        log.tell(_FILE, say("starts with a byte order mark"), PASSED_OVER)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8-sig", "replace")
        # Where other letters are UTF-8, single bytes were damaged; where none is, another program wrote it.
        if error.reason == "unexpected end of data" or not text.replace("\ufffd", "").isascii():
            log.tell(_FILE, _IS_UTF_8, say("what is no letter was read as U+FFFD"))
            return text
        log.tell(_FILE, _IS_UTF_8, say("it was read as {code}", code="Windows-1252"))
        return data.decode("cp1252", "replace")


def _without_nuls(text: str, log: Log) -> str:
    if "\0" not in text:
        return text
    where = say("Line {line:,}", line=text.count("\n", 0, text.index("\0")) + 1)
    log.tell(where, say("zero bytes stand where something was lost"), say("they were passed over"))
    # A line ends there; what stands behind must not look as if it stood further out.
    return _NULS.sub(lambda found: "\n" + " " * (len(found[0]) - 1), text)


def _one_side(text: str, asides: list[str], log: Log) -> str:
    """Take the first side of each conflict that a version control program left in a file."""
    kept, others, end = list[str](), list[str](), 0
    begun: dict[str, re.Match[str]] = {}
    for mark in _MARK.finditer(text):
        sign = mark[0][0]
        if sign == "<":
            begun = {sign: mark}
        elif sign != ">":
            begun.setdefault(sign, mark)
        elif "<" in begun and "=" in begun:
            first, second = begun["<"], begun["="]
            kept += [text[end : first.start()], text[first.end() : begun.get("|", second).start()]]
            others.append(text[second.end() : mark.start()].strip())
            begun, end = {}, mark.end()
    if not others:
        return text
    asides += others
    message = say("a version control program left both sides of a conflict in it, {n:,} times", n=len(others))
    log.tell(_FILE, message, say('the first side was taken, and the other put aside in the field "unfit"'))
    return "".join([*kept, text[end:]])


def _is_a_project(found: dict[str, Any]) -> bool:
    """Tell whether this is a project, the name of its format being damaged perhaps."""
    named = found.get("format")
    if not isinstance(named, str):
        named = FORMAT
        lists = [found.get(name) for name in _ITS_LISTS]
        if not any(isinstance(one, list) and one and isinstance(one[0], dict) and "id" in one[0] for one in lists):
            return False
    return sum(a == b for a, b in zip(named, FORMAT, strict=False)) >= _SIMILAR and len(named) == len(FORMAT)


def _tell(text: str, legible: Legible, making: Making, log: Log) -> None:
    line, at = 1, 0
    for oddity in sorted(legible.oddities):
        line += text.count("\n", at, max(at, oddity.at))
        at = max(at, oddity.at)
        log.tell(say("Line {line:,}", line=line), oddity.message, oddity.did)
    for name in making.twice:
        log.tell(f'"{name[:80]}"', say("is there twice"), _BOTH)
    if legible.is_cut_off:
        where = say("Line {line:,}", line=text.rstrip().count("\n") + 1)
        log.tell(where, say("the file is cut off there"), say("what stands before that was read"))
