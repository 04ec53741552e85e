"""What the process that looks at versions knows of a project, and what has to be sent when that is no longer so."""

from __future__ import annotations

from typing import Any, NamedTuple

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.edits.snapshots import pictures_in
from cxdesigner.model.records import Asset, Snapshot
from cxdesigner.storage.writing import Writer

Message = tuple[dict[str, Any], bytes]


class Known(NamedTuple):
    """A project as it stands, its named versions and pictures, which seldom change, and what its file holds."""

    now: Document
    snapshots: tuple[Snapshot, ...]
    assets: tuple[Asset, ...]
    file: Document | None

    def is_same(self, other: Known) -> bool:
        """Tell whether nothing has to be sent to one who knows the other."""
        return all(one is another for one, another in zip(self, other, strict=True))

    def messages(self, before: Known | None, writer: Writer) -> list[Message]:
        """Write what one has to be sent who knew `before`; the writer is that of the project as it stands."""
        found: list[Message] = []
        if before is None or self.snapshots is not before.snapshots or self.assets is not before.assets:
            found.append(({"do": "kept"}, Writer().write(self._only_kept())))
        if self.file is not None and (before is None or self.file is not before.file):
            found.append(({"do": "file"}, Writer().write(self.file)))
        if before is None or self.now is not before.now:
            found.append(({"do": "now"}, writer.write(self._without_kept())))
        return found

    def _only_kept(self) -> Document:
        """Give a project of nothing but its named versions, and the pictures that these show."""
        contents = [one.content for one in self.snapshots]
        return Document([self.now.project, *self.snapshots, *pictures_in(contents, self.assets)])

    def _without_kept(self) -> Document:
        """Give the project without its named versions and pictures."""
        return self.now.apply(Change({one.id: (one, None) for one in (*self.snapshots, *self.assets)}))
