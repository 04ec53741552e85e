"""The pictures of a project as files."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cxdesigner.model.document import Document


def assets_of(document: Document) -> Mapping[str, bytes]:
    """Give the pictures of a project as files, by key; those that cannot be decoded are left out.

    Each is decoded when it is first asked for: a window shows some of them, and a project may have 60 MiB.
    """
    return _Assets({asset.id: asset.data for asset in document.assets})


class _Assets(Mapping[str, bytes]):
    def __init__(self, data: Mapping[str, str]) -> None:
        self._data = data
        self._decoded: dict[str, bytes | None] = {}

    def __getitem__(self, key: str) -> bytes:
        if key not in self._decoded:
            self._decoded[key] = _decoded(self._data[key])
        found = self._decoded[key]
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._data if self.get(key) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _decoded(data: str) -> bytes | None:
    try:
        return base64.b64decode(data, validate=True)
    except (ValueError, binascii.Error):
        return None
