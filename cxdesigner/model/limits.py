"""How large a project may be, on opening and on every edit (the limits of file-format.md)."""

from __future__ import annotations

from typing import Final

from cxdesigner.sentences import SentenceError

MAX_FILE_BYTES: Final = 128 * 1024 * 1024
MAX_PICTURE_BYTES: Final = 64 * 1024 * 1024
MAX_LEVELS: Final = 64
MAX_CARDS: Final = 20_000
MAX_MAPS: Final = 200
MAX_PERSONAS: Final = 200
MAX_STEPS: Final = 500
MAX_LANES: Final = 64
MAX_LINKS: Final = 5_000
MAX_COMMENTS: Final = 5_000
MAX_TEXT: Final = 10_000
MIN_STEP_WIDTH: Final = 24
MAX_STEP_WIDTH: Final = 4000


class LimitReachedError(SentenceError, ValueError):
    """An edit that would go past a limit."""


class InvalidValueError(SentenceError, ValueError):
    """A value that a field does not take."""
