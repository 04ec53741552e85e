"""From bytes to JSON values that are safe to look at: finite, clean, no deeper than allowed, no key twice."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from itertools import chain, compress, count
from typing import Any

from cxdesigner.model.limits import MAX_FILE_BYTES, MAX_LEVELS
from cxdesigner.model.values import clean
from cxdesigner.sentences import say
from cxdesigner.storage.explaining import cannot_be_read
from cxdesigner.storage.problems import NotAProjectError

# Escapes that may stand for a character that has no place in a text; pairs of surrogates are among them.
_SUSPECT = re.compile(rb"\\(?:[bfr]|u00[0189]|u007[fF]|u[dD][89a-fA-F])")
# U+0080 to U+009F: JSON lets them stand in a text as they are.
_CONTROLS = re.compile(rb"\xc2[\x80-\x9f]")
_LONGEST = 6
"""Bytes of what these find."""
_PIECE = 2**20
"""Bytes in which something is looked for at once: while that goes on, no other thread has its turn."""
EVERY = 250
"""Objects, or records, after which it is told how far reading is."""
_CONTAINERS = frozenset((dict, list))


def parse(data: bytes, step: Callable[[int], None] | None = None) -> Any:
    """Give the JSON value in these bytes, with whole numbers as int and text cleaned.

    `step` is called now and then with the number of objects that were read; what it raises breaks off the reading.

    Raises:
        NotAProjectError: they are not JSON, or unsafe.
    """
    if len(data) > MAX_FILE_BYTES:
        raise too_large(len(data))
    try:
        text = data.decode("utf-8")
        found = json.loads(
            text,
            object_pairs_hook=_object if step is None else _counting(step),
            parse_float=_float,
            parse_constant=_constant,
        )
    except (ValueError, RecursionError) as error:
        raise cannot_be_read(data, error) from None
    if is_too_deep(found):
        raise NotAProjectError(
            say(
                "The file is nested more than {most} levels deep, which no project is. It was not opened.",
                most=MAX_LEVELS,
            )
        )
    is_escaped, is_plain = b"\\" in data, text.isascii()
    if b"\x7f" in data or (not is_plain and _is_in(_CONTROLS, data)) or (is_escaped and _is_in(_SUSPECT, data)):
        found = _cleaned(found)
    return found


def count_objects(data: bytes) -> int:
    """Tell how many objects there are about in these bytes."""
    return sum(data.count(b"{", at, at + _PIECE) for at in range(0, len(data), _PIECE))


def _is_in(pattern: re.Pattern[bytes], data: bytes) -> bool:
    return any(pattern.search(data, at, at + _PIECE + _LONGEST) for at in range(0, len(data), _PIECE))


def too_large(size: int) -> NotAProjectError:
    """Make the sentence for a file of this many bytes."""
    return NotAProjectError(
        say(
            "The file has {amount:,.1f} MiB; a project has at most {most} MiB. It was not opened.",
            amount=size / 2**20,
            most=MAX_FILE_BYTES // 2**20,
        )
    )


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        owner = found.get("id")
        whole = say('"{field}" of the object with the id "{id}"', field=twice[:80], id=owner)
        raise NotAProjectError(
            say(
                "The field {field} is there twice, so nobody can tell which value is meant. "
                "Open the file in a text editor and take one out, or ask for it again.",
                field=whole if isinstance(owner, str) else f'"{twice[:80]}"',
            )
        )
    return found


def _counting(step: Callable[[int], None]) -> Callable[[list[tuple[str, Any]]], dict[str, Any]]:
    numbers = count(1)

    def read(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        number = next(numbers)
        if not number % EVERY:
            step(number)
        return _object(pairs)

    return read


def _float(text: str) -> float | int:
    value = float(text)
    if not math.isfinite(value):
        raise NotAProjectError(
            say("The file holds the number {value}, which is too large to use. It was not opened.", value=text[:40])
        )
    return int(value) if value.is_integer() else value


def _constant(text: str) -> float:
    raise NotAProjectError(
        say(
            "The file holds {text} where a number should be. No project holds that, so another program wrote it.",
            text=text,
        )
    )


def is_too_deep(found: Any, most: int = MAX_LEVELS) -> bool:
    """Tell whether lists and objects stand in each other more than `most` levels deep."""
    level = [found] if type(found) in _CONTAINERS else []
    for _ in range(most):
        inside = [*chain.from_iterable(holder.values() if type(holder) is dict else holder for holder in level)]
        # All in C: this looks at every value in the file.
        level = [*compress(inside, map(_CONTAINERS.__contains__, map(type, inside)))]
        if not level:
            return False
    return True


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(item) for item in value]
    if isinstance(value, dict):
        return _object([(clean(name), _cleaned(item)) for name, item in value.items()])
    return value
