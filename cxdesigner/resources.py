"""Where the files that come with the program are."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_PLACES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")
"""In an installed wheel, in a checkout."""


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below `resources`, such as `resource("fonts", "OFL.txt")`.

    FileNotFoundError when it did not come with this installation.
    """
    for place in _PLACES:
        path = place.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(
        f"{'/'.join(('resources', *parts))} did not come with this installation of cxdesigner: install it again."
    )
