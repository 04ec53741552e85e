"""A word beside a sentence about an edit that takes it back: that edit, and no other one."""

from __future__ import annotations

from collections.abc import Callable

from cxdesigner.ui.session import Session
from cxdesigner.ui.style.words import tr


def undoing(session: Session) -> Callable[[], None]:
    """Give what undoes the last edit of a session, unless something was done since."""
    after = session.document

    def undo() -> None:
        if session.document is after:
            session.undo()
        else:
            session.told.emit(tr("The map has changed since: undo step by step."))

    return undo
