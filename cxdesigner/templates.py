"""The projects that come with the program: templates to start from, examples to look at."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from cxdesigner.resources import resource
from cxdesigner.sentences import SentenceError, say

if TYPE_CHECKING:
    from cxdesigner.model.document import Document

BLANK: Final = "blank"


class UnknownTemplateError(SentenceError):
    """There is no template of this name."""


def templates() -> list[tuple[str, str]]:
    """Give the name and the title of every template, the blank one first."""
    return _listed("templates")


def examples() -> list[tuple[str, str]]:
    """Give the name and the title of every example."""
    return _listed("examples")


def _listed(folder: str) -> list[tuple[str, str]]:
    files = sorted(resource(folder).glob("*.cxd"), key=lambda file: (file.stem != BLANK, file.stem))
    return [(file.stem, str(json.loads(file.read_bytes())["title"])) for file in files]


def from_template(name: str = BLANK, title: str | None = None) -> Document:
    """Make a project of a template: fresh ids throughout, and `title` on it and its first map.

    Without a `title` the project has none: that of the template says what to start from, not what it becomes.

    Raises:
        UnknownTemplateError: there is no such template.
        InvalidValueError: the title is too long.
    """
    document = _made("templates", name)
    titled = {document.root, *(shown.id for shown in document.maps[:1] if title is not None)}
    records = document.records.items()
    return type(document)([record.with_(title=title or "") if key in titled else record for key, record in records])


def from_example(name: str) -> Document:
    """Make a project of an example: fresh ids throughout."""
    return _made("examples", name)


def _made(folder: str, name: str) -> Document:
    known = {file.stem: file for file in resource(folder).glob("*.cxd")}
    # Looked up and never joined: a name is not a path.
    if name not in known:
        raise UnknownTemplateError(
            say("There is no template “{name}”; there are {known}.", name=name[:60], known=", ".join(sorted(known)))
        )
    from cxdesigner.model.edits.renew import renewed
    from cxdesigner.storage.reading import read

    return renewed(read(known[name].read_bytes()).document)
