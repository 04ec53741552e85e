"""Picture files become part of the project, once."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image

from cxdesigner import pictures
from cxdesigner.model.document import Document
from cxdesigner.model.edits.pictures import add_pictures, as_asset, crop_picture, set_picture
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Asset, Persona
from cxdesigner.pictures import Crop
from tests.model.builders import after, journey


def png(color: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 2), color).save(out, "PNG")
    return out.getvalue()


def photo(document: object, key: str) -> str:
    assert isinstance(document, Persona)
    assert document.id == key
    return document.photo


def test_a_picture_comes_in_with_what_shows_it() -> None:
    document = journey(personas="ann bob")
    fresh = after(document, set_picture(document, ["ann"], "photo", png("red")))
    (asset,) = fresh.assets
    assert asset.type == "image/png"
    assert photo(fresh["ann"], "ann") == asset.id
    assert photo(fresh["bob"], "bob") == ""


def test_the_same_picture_is_kept_once() -> None:
    document = journey(personas="ann bob")
    fresh = after(document, set_picture(document, ["ann"], "photo", png("red")))
    again = after(fresh, set_picture(fresh, ["bob"], "photo", png("red")))
    assert again.assets == fresh.assets
    assert photo(again["bob"], "bob") == fresh.assets[0].id
    assert set_picture(again, ["ann", "bob"], "photo", png("red")) is None


def test_what_is_no_picture_is_refused_with_a_sentence() -> None:
    with pytest.raises(InvalidValueError, match="not a picture"):
        set_picture(journey(personas="ann"), ["ann"], "photo", b"<b>")


def test_pictures_become_cards_one_below_the_other() -> None:
    document = journey(cards={"actions a1": "x y"})
    assets = [as_asset(png(color)) for color in ("red", "blue", "red")]
    fresh = after(document, add_pictures(document, "map", "actions", "a1", 1, assets))
    stack = fresh.cell("map", "actions", "a1")
    assert [card.asset for card in stack] == ["", *(asset.id for asset in assets), ""]
    assert {card.kind for card in stack[1:4]} == {"picture"}
    assert len(fresh.assets) == 2
    again = after(fresh, add_pictures(fresh, "map", None, None, None, assets[:1]))
    assert [card.asset for card in again.cell("map", None, None)] == [assets[0].id]
    assert again.assets == fresh.assets


def test_pictures_need_a_cell_for_cards() -> None:
    assert add_pictures(journey(lanes="emotion"), "map", "emotion", "a1", None, [as_asset(png("red"))]) is None


def test_no_pictures_are_no_change() -> None:
    assert add_pictures(journey(), "map", "actions", "a1", None, []) is None


def test_a_part_of_a_picture_takes_its_place() -> None:
    document = journey(personas="ann")
    fresh = after(document, set_picture(document, ["ann"], "photo", png("red")))
    key = photo(fresh["ann"], "ann")
    cropped = after(fresh, crop_picture(fresh, ["ann"], "photo", key, Crop(0, 0, 1, 1)))
    assert photo(cropped["ann"], "ann") != key
    assert pictures.size(base64.b64decode(cropped.assets[-1].data)) == (1, 1)


def test_a_part_of_a_picture_that_is_not_there_or_damaged() -> None:
    document = journey(personas="ann")
    assert crop_picture(document, ["ann"], "photo", "sha256-0", Crop(0, 0, 1, 1)) is None
    broken = Asset.new(id="sha256-1", type="image/png", data="eA==", parent=document.root)
    document = Document([*document.records.values(), broken])
    with pytest.raises(InvalidValueError, match="not a picture"):
        crop_picture(document, ["ann"], "photo", "sha256-1", Crop(0, 0, 1, 1))
    document = Document([*document.records.values(), broken.with_(data="x")])
    with pytest.raises(InvalidValueError, match="damaged"):
        crop_picture(document, ["ann"], "photo", "sha256-1", Crop(0, 0, 1, 1))


def test_the_brand_gets_a_logo() -> None:
    document = journey()
    fresh = after(document, set_picture(document, [document.root], "brand.logo", png("red")))
    assert fresh.project.brand is not None
    assert fresh.project.brand.logo == fresh.assets[0].id
