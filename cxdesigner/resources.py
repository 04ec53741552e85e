"""Where the files that come with the program are."""

from __future__ import annotations

from pathlib import Path

_INSTALLED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below `resources`, such as `resource("fonts", "OFL.txt")`.

    FileNotFoundError when it did not come with this installation.
    """
    path = (_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT).joinpath(*parts)
    if not path.exists():
        name = "/".join(("resources", *parts))
        raise FileNotFoundError(f"{name} is missing from this installation of cxdesigner: install it again.")
    return path
