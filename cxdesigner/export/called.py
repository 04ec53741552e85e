"""What somebody calls by its name, or by as much of it as tells it from others."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cxdesigner.export.options import ExportError
from cxdesigner.sentences import say


def called(names: Sequence[str], text: str) -> list[int]:
    """Give the places of the names that are a text, as it is written or else in whatever case; else of the one name
    that has it for a part. All that are the same are found, and nothing where none is meant.

    Raises:
        ExportError: several names have the text for a part.
    """
    wanted = text.casefold()
    tests: tuple[Callable[[str], bool], ...] = (
        lambda name: name == text,
        lambda name: name.casefold() == wanted,
        lambda name: bool(wanted) and wanted in name.casefold(),
    )
    for test in tests:
        found = [at for at, name in enumerate(names) if test(name)]
        if len({names[at].casefold() for at in found}) == 1 or (found and test is not tests[-1]):
            return found
        if found:
            some = ", ".join(f"“{names[at][:40]}”" for at in found[:6])
            raise ExportError(
                say("“{text}” is a part of several names: {some}. Write more of the one.", text=text[:60], some=some)
            )
    return []
