"""Objects and numbers out of JSON in which a name may be there twice, or a number be none."""

from __future__ import annotations

import json
import math
from typing import Any, Final

from cxdesigner.model.values import clean
from cxdesigner.storage.mending.log import keep

Pairs = list[tuple[str, Any]]

NAMELESS: Final = "\x1f"
"""Stands for the name of a value that has none; names in a project hold no control characters."""
_LONGEST_NUMBER: Final = 300
"""Digits of a number; longer ones are kept as texts."""


class Making:
    """Makes objects of pairs and numbers of digits; both without losing anything."""

    def __init__(self) -> None:
        self.twice: list[str] = []
        """The names that were in an object twice, with different values."""

    def decoder(self) -> json.JSONDecoder:
        """Give Python's own reader, with objects and numbers made here."""
        return json.JSONDecoder(
            object_pairs_hook=self.object, parse_float=self.number, parse_int=self.number, parse_constant=self.number
        )

    def object(self, pairs: Pairs) -> dict[str, Any]:
        """Make an object. Of two values with one name the first stays and the other is put aside; two lists are one."""
        made: dict[str, Any] = dict(pairs)
        if len(made) == len(pairs) and NAMELESS not in made:
            return made
        made = {}
        for name, value in pairs:
            if name == NAMELESS:
                keep(made, "value", value)
            elif name not in made:
                made[name] = value
            elif made[name] != value:
                self.twice.append(name)
                if isinstance(made[name], list) and isinstance(value, list):
                    made[name] = [*made[name], *value]
                else:
                    keep(made, name, value)
        return made

    def number(self, digits: str) -> float | int | str:
        """Make a number; what is none of ordinary size stays a text."""
        if len(digits) > _LONGEST_NUMBER:
            return digits
        value = float(digits)
        if not math.isfinite(value):
            return digits
        return int(digits) if digits.lstrip("-").isdecimal() else int(value) if value.is_integer() else value

    def cleaned(self, value: Any) -> Any:
        """Give a value with texts and names fit for a project."""
        if isinstance(value, str):
            return clean(value)
        if isinstance(value, list):
            return [self.cleaned(item) for item in value]
        if isinstance(value, dict):
            return self.object([(clean(name), self.cleaned(item)) for name, item in value.items()])
        return value
