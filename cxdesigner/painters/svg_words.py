"""What an SVG is written with: text that XML can hold, and paths."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from cxdesigner.painters.shapes import number

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cxdesigner.layout.scene import Command

_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def escaped(text: str) -> str:
    """Text as it may stand in an attribute or an element; what XML cannot hold is left out."""
    return _NOT_XML.sub("", text).translate(_ESCAPES)


def path_data(commands: Iterable[Command], scale: float = 1.0) -> str:
    """The data of a path; raises ValueError for a command that there is not."""
    out = []
    for command in commands:
        kind = command[0]
        if kind not in ("M", "L", "C", "Z"):
            raise ValueError(f"no such path command: {command!r}")
        out.append(f"{kind}{' '.join(number(float(value) * scale) for value in command[1:])}")
    return "".join(out)
