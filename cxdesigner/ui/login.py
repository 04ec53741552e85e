"""Who is logged in, where that is somebody's name."""

from __future__ import annotations

from getpass import getuser

_NOBODY = {"root", "user", "admin", "administrator", "guest", "default", "owner", "pi", "ubuntu", "test"}
"""Names of accounts that say nothing about who sits there."""


def login() -> str:
    """Give the name under which somebody is logged in; "" if the system does not tell, or it is that of anybody."""
    try:
        name = getuser()
    except (OSError, KeyError, ImportError):
        return ""
    return "" if name.strip().casefold() in _NOBODY else name
