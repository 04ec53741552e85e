"""Where the files that come with the program are."""

from __future__ import annotations

from pathlib import Path

from cxdesigner.sentences import SentenceError, say

_INSTALLED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parent.parent / "resources"


class InstallationError(SentenceError):
    """Something that comes with the program is missing or damaged."""


def missing(what: Path | str) -> InstallationError:
    """Say that a file that comes with the program is not there."""
    return InstallationError(
        say("{what} is missing from this installation of cxdesigner: install it again.", what=what)
    )


def damaged(what: Path | str) -> InstallationError:
    """Say that a file that comes with the program is not as it was made."""
    return InstallationError(say("{what} is damaged: install cxdesigner again.", what=what))


def resource(*parts: str) -> Path:
    """Return the path of a file or folder below `resources`, such as `resource("fonts", "OFL.txt")`.

    Raises:
        InstallationError: it did not come with this installation.
    """
    path = (_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT).joinpath(*parts)
    if not path.exists():
        raise missing("/".join(("resources", *parts)))
    return path
