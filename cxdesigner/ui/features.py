"""Spares the start that PySide reads the source of every module."""

from __future__ import annotations

import sys
from typing import Any


def choose_none() -> None:
    """Say that no module chooses features of PySide (`from __feature__ import …`).

    To find that out for itself PySide (6.5 and later) reads the source of every module that is imported after it,
    and Python keeps what was read: a tenth of our start, and some megabytes.
    """
    feature: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _chooses_as_all_do


def _chooses_as_all_do(_module: object) -> bool:
    return True
