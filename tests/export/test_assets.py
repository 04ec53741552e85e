"""The pictures of a project as files."""

from __future__ import annotations

import base64

import pytest

from cxdesigner.export import assets_of
from cxdesigner.model.document import Document
from cxdesigner.model.records import Asset, Project


def document(**data: str) -> Document:
    assets = [Asset(id=key, parent="p", type="image/png", data=value) for key, value in data.items()]
    return Document([Project(id="p"), *assets])


def test_pictures_are_files() -> None:
    assets = assets_of(document(a=base64.b64encode(b"one").decode(), b=base64.b64encode(b"two").decode()))
    assert dict(assets) == {"a": b"one", "b": b"two"}
    assert assets["a"] is assets["a"], "it is decoded once"


def test_what_cannot_be_decoded_is_left_out() -> None:
    assets = assets_of(document(a="b25l", b="?"))
    assert list(assets) == ["a"]
    assert len(assets) == 1
    assert "b" not in assets
    assert assets.get("c") is None
    with pytest.raises(KeyError):
        assets["b"]
