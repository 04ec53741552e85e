"""Text that is pasted, as cards: lines, lists, and tables as spreadsheets copy them; and cards as such text.

A block is rows of cells, a cell a stack of texts. Reading stops at the limits, however much more there is.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from typing import Final

from cxdesigner.model.limits import MAX_CARDS, MAX_STEPS, MAX_TEXT, LimitReachedError
from cxdesigner.model.values import clean
from cxdesigner.sentences import Sentence, say

Stack = tuple[str, ...]
Block = list[list[Stack]]

BULLET: Final = "• "
INDENT: Final = "  "
_SIGNS: Final = r"[-*•‣◦▪▫●○■□–—·∙⁃‐►▶➤➢✓✔✗✘☐☑☒" + "\uf0b7\uf0a7]"
"""The last two are the bullets of Word's symbol font."""
_BOX: Final = r"\[[ xX✓]?\]"
_NUMBER: Final = r"\(?(?:\d{1,3}|[a-zA-Z])[.)]"
_SIGN: Final = re.compile(rf"(?:[-*]\s+{_BOX}|{_SIGNS}|{_BOX})(?:\s+|$)")
_NUMBERED: Final = re.compile(rf"{_NUMBER}\s+")
_TABBED: Final = re.compile(rf"\s*(?:{_SIGNS}|{_BOX}|{_NUMBER})\t[^\t]*")
_BREAKS: Final = str.maketrans({"\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})
"""What other programs write for the end of a line within a paragraph, or of a page."""
_MOST_LINES: Final = 10 * MAX_CARDS
"""More lines than this are not read, even if they are empty."""


def read_block(text: str) -> Block:
    """Read what was copied as text: a table if there are tabs, else a single cell with a card for each line.

    Lists lose their bullets. In a table a cell that is a list is a stack of cards, and a cell in quotes may hold line
    breaks.

    Raises:
        LimitReachedError: there are more cards or columns than a map can hold, or a text is too long.
    """
    text = text.rstrip("\t\r\n \0")
    if "\t" not in text or _is_list_with_tabs(text):
        return [[_broken_cells(text) or unlisted(_few(filter(None, map(_tidy, _lines(text)))))]]
    try:
        return limited(_quoted(text))
    except csv.Error:  # a quotation mark that is only that
        return limited(line.split("\t") for line in _lines(text))


def limited(rows: Iterable[Iterable[str]]) -> Block:
    """Make a block of the rows of a table; what is empty at the ends is left out.

    Raises:
        LimitReachedError: as for `read_block`; no further rows are looked at.
    """
    block: Block = []
    count = 0
    for row in rows:
        cells = list(row)
        while cells and not cells[-1].strip():
            cells.pop()
        if len(cells) > MAX_STEPS:
            raise LimitReachedError(say("A map can hold {most:,} steps at most, so nothing was added.", most=MAX_STEPS))
        stacks = [_stack(cell) for cell in cells]
        count += sum(map(len, stacks))
        if count > MAX_CARDS or len(block) > MAX_CARDS:
            raise _too_many_cards()
        block.append(stacks)
    while block and not block[-1]:
        block.pop()
    return block


def unlisted(lines: Sequence[str]) -> Stack:
    """Take the bullets off lines; numbers and letters count as such if there are several."""
    sign = _sign_of(lines)
    return tuple(filter(None, (line[sign(line) :].strip() for line in lines)))


def write_block(block: Sequence[Sequence[Sequence[str]]]) -> str:
    """Write cells as tab-separated text: a stack as a list in its cell; a single column as a line for each card.

    What is read of it is the same block, but for a single column, which is one cell then.
    """
    width = max(map(len, block), default=0)
    if width <= 1:
        texts = [text for row in block for stack in row for text in stack]
        broken = any("\n" in text for text in texts)
        return "\n".join(_in_quotes(text) if broken else text for text in texts)
    rows = [[*map(_written, row), *[""] * (width - len(row))] for row in block]
    return "\n".join("\t".join(map(_in_quotes, row)) for row in rows)


def _written(stack: Sequence[str]) -> str:
    if len(stack) == 1 and _stack(stack[0]) == tuple(stack):
        return stack[0]
    return "\n".join(BULLET + text.replace("\n", f"\n{INDENT}") for text in stack if text)


def _in_quotes(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if "\n" in text or "\t" in text or text.startswith('"') else text


def _tidy(text: str) -> str:
    if len(text) > 2 * MAX_TEXT:
        raise LimitReachedError(_too_long())
    text = clean(text.translate(_BREAKS)).strip()
    if len(text) > MAX_TEXT:
        raise LimitReachedError(_too_long())
    return text


def _too_long() -> Sentence:
    return say("A text can hold {most:,} characters at most, so nothing was put in.", most=MAX_TEXT)


def _too_many_cards() -> LimitReachedError:
    return LimitReachedError(say("A map can hold {most:,} cards at most, so nothing was added.", most=MAX_CARDS))


def _few(texts: Iterable[str]) -> list[str]:
    """Give texts, if a map can hold as many cards; of more than that only as many are looked at."""
    found = list(islice(texts, MAX_CARDS + 1))
    if len(found) > MAX_CARDS:
        raise _too_many_cards()
    return found


def _lines(text: str) -> Iterator[str]:
    for number, ended in enumerate(StringIO(text, newline=None)):
        if number > _MOST_LINES:
            raise _too_many_cards()
        line = ended.removesuffix("\n")
        yield from line.translate(_BREAKS).split("\n") if len(line) <= MAX_TEXT else [line]


def _quoted(text: str) -> Iterator[list[str]]:
    """Read rows as spreadsheets write them, in quotes where a cell holds line breaks.

    Raises:
        csv.Error: they are not written so.
    """
    return csv.reader(StringIO(text, newline=""), delimiter="\t", strict=True)


def _broken_cells(text: str) -> Stack:
    """Give the cells of a single column of which some hold line breaks in quotes; () if it is no such thing."""
    if not text.startswith('"') and '\n"' not in text:
        return ()
    try:
        cells = _few("".join(row) for row in _quoted(text))
    except csv.Error:
        return ()
    return tuple(filter(None, map(_tidy, cells))) if any("\n" in cell for cell in cells) else ()


def _is_list_with_tabs(text: str) -> bool:
    """Tell whether the only tabs are those that stand between bullets and what is listed, as Word writes them."""
    return all(_TABBED.fullmatch(line.rstrip()) for line in _lines(text) if "\t" in line.rstrip())


def _stack(cell: str) -> Stack:
    """Read a cell of a table: what follows the bullet of a list on further lines is part of the same card."""
    text = _tidy(cell)
    lines = text.split("\n")
    sign = _sign_of(lines)
    if not sign(lines[0]):
        return (text,) if text else ()
    items: list[list[str]] = []
    for line in lines:
        if length := sign(line):
            items.append([line[length:]])
        else:
            items[-1].append(line.removeprefix(INDENT))
    return tuple(filter(None, ("\n".join(item).strip() for item in items)))


def _sign_of(lines: Sequence[str]) -> Callable[[str], int]:
    """Give what tells how long the bullet of a line is, 0 for none."""
    numbered = sum(_NUMBERED.match(line) is not None for line in lines) > 1

    def length(line: str) -> int:
        found = _SIGN.match(line) or (_NUMBERED.match(line) if numbered else None)
        return found.end() if found else 0

    return length
