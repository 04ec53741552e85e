"""What every panel draws with, made once for the window and handed to each."""

from __future__ import annotations

from dataclasses import dataclass, field

from cxdesigner.ui.style.icons import UiIcons
from cxdesigner.ui.style.portraits import Portraits
from cxdesigner.ui.style.tokens import LIGHT, Tokens


@dataclass(frozen=True)
class Look:
    """A theme with the icons and portraits that are drawn in it."""

    tokens: Tokens = LIGHT
    icons: UiIcons = field(default_factory=UiIcons)
    portraits: Portraits = field(default_factory=lambda: Portraits(LIGHT))

    @classmethod
    def of(cls, tokens: Tokens) -> Look:
        """Give the look of a theme."""
        return cls(tokens, UiIcons(scale=tokens.scale), Portraits(tokens))
