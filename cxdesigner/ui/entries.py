"""What can be taken from the library."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing of the library: ("persona", id), ("new-persona", ""), ("stage", ""), ("step", ""), ("lane", kind or ""),
    ("divider", ""), ("touchpoint", channel) or ("card", kind).
    """

    kind: str
    value: str = ""
