"""What was typed, such that Markdown shows it so: a backslash where it would read a mark, and only there.

The rules are those of CommonMark 0.31 with the tables and the struck text of GitHub's. Two texts may come to stand in
one paragraph or cell: a mark that only the other one could close, such as half of a pair of stars, counts as read.
"""

from __future__ import annotations

import re
from typing import Final, Literal

Place = Literal["line", "block", "heading", "cell"]
"""Where a text stands: within a line, at the start of a block, in a heading after its signs, in a cell of a table."""

BREAK: Final = "<br>"
"""Stands for the end of a line: a cell of a table has to be written in one."""

_EDGES: Final = re.compile("[\n\u2028\u2029]")
_SPACES: Final = re.compile(r"^\s+|\s+$|\t|(?<= ) ")
_ASCII_MARKS: Final = r"!-/:-@\[-`{-~"

_ANYWHERE: Final = re.compile(
    rf"\\(?=[{_ASCII_MARKS}]|$)"  # a backslash that would take the next mark, or the end of the line, with it
    r"|`"  # code
    r"|\](?=[(:])"  # the text of a link, or of the definition of one, which is none without its end
    r"|<(?=[A-Za-z/!?])"  # a tag, an address, a comment
    r"|&(?=(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);)"  # a character by its name or number
)
_RUN: Final = re.compile(r"\*+|_+|~+")
_STARTS: Final = re.compile(
    r"(?:#{1,6}|[-+])(?=\s|$)"  # a heading, an item of a list
    r"|>"  # a quotation
    r"|[-*_](?=(?:[ \t]*[-*_]){2,}[ \t]*$)|-(?=[ \t-]*$)"  # a line across, also with the dash of an item before it
    r"|~(?=~~)"  # code, up to the end
    r"|\[(?=[ xX]\])"  # a task
)
_NUMBERED: Final = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")
_CLOSES: Final = re.compile(r"(?:^|(?<=\s))#(?=#*\s*$)")


def escaped(text: str, place: Place = "line") -> str:
    """Write a text such that it stands for itself, with `<br>` for the ends of its lines.

    Spaces that Markdown would drop are numbers, as HTML writes characters.
    """
    first, *others = _EDGES.split(text)
    within: Place = "cell" if place == "cell" else "line"
    lines = [_line(first, place), *(_line(other, within) for other in others)]
    if place == "heading" and others:
        lines[-1] = _line(others[-1], "heading")
    return BREAK.join(lines)


def _line(line: str, place: Place) -> str:
    marks = {found.start() for found in _ANYWHERE.finditer(line)}
    for run in _RUN.finditer(line):
        if _is_read(line, run):
            marks.update(range(*run.span()))
    if place == "cell":
        marks.update(at for at, letter in enumerate(line) if letter == "|")
    elif place == "heading":
        marks.update(found.start() for found in _CLOSES.finditer(line))
    elif place == "block":
        marks.update(_at_start(line))
    spaces = {at for found in _SPACES.finditer(line) for at in range(*found.span())}
    return "".join(
        f"&#{ord(letter)};" if at in spaces else f"\\{letter}" if at in marks else letter
        for at, letter in enumerate(line)
    )


def _at_start(line: str) -> list[int]:
    """Give where the marks are that begin a block other than a paragraph."""
    if _STARTS.match(line):
        return [0]
    number = _NUMBERED.match(line)
    return [number.end()] if number else []


def _is_read(line: str, run: re.Match[str]) -> bool:
    """Tell whether stars, underscores or tildes may open or close anything, whatever stands around the line."""
    before, after = line[: run.start()][-1:], line[run.end() :][:1]
    if before.isspace() and after.isspace():
        return False
    if run[0][0] == "_":
        return not (before.isalnum() and after.isalnum())
    if run[0][0] == "~":
        # Those that can only open have nothing to close them then: all that could are read.
        return not (after.isalnum() and before in _BEFORE)
    return True


_BEFORE: Final = " \t(\"'/|"
"""What stands before a tilde that means "about"; as nothing does."""
