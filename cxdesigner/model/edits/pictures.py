"""Pictures: files that become part of the project."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable, Sequence

from cxdesigner import pictures
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.cards import can_hold_cards
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.edits.parts import set_value
from cxdesigner.model.ids import new_id
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.placement import place
from cxdesigner.model.records import Asset, Card


def as_asset(file: bytes) -> Asset:
    """Make of a picture file what a project keeps of it; for a large one that takes seconds.

    Raises:
        InvalidValueError: it is not a picture that can be used.
    """
    try:
        data = pictures.for_project(file)
    except pictures.PictureError as error:
        raise InvalidValueError(error.sentence) from None
    key = f"sha256-{hashlib.sha256(data).hexdigest()}"
    return Asset.new(id=key, type=pictures.media_type(data), data=base64.b64encode(data).decode("ascii"))


def set_picture(document: Document, keys: Iterable[str], field: str, file: bytes) -> Change | None:
    """Make a picture file part of the project, once, and show it in a field of these records.

    Raises:
        InvalidValueError: it is not a picture that can be used.
        LimitReachedError: a project can't hold that many bytes of pictures.
    """
    return show_picture(document, keys, field, as_asset(file))


def show_picture(document: Document, keys: Iterable[str], field: str, asset: Asset) -> Change | None:
    """Make a picture part of the project, once, and show it in a field of these records.

    Raises:
        LimitReachedError: a project can't hold that many bytes of pictures.
    """

    def add(before: Document) -> Change | None:
        draft = Draft(before)
        _put(draft, [asset])
        return draft.change()

    return in_turn(document, [add, lambda after: set_value(after, keys, field, asset.id)])


def crop_picture(document: Document, keys: Iterable[str], field: str, key: str, crop: pictures.Crop) -> Change | None:
    """Show only a part of the picture `key`, given in its pixels, in a field of these records.

    Raises:
        InvalidValueError: it is not a picture that can be used.
        LimitReachedError: a project can't hold that many bytes of pictures.
    """
    asset = document.get(key, Asset)
    if asset is None:
        return None
    try:
        part = pictures.cropped(base64.b64decode(asset.data), crop)
    except pictures.PictureError as error:
        raise InvalidValueError(error.sentence) from None
    except binascii.Error:
        raise InvalidValueError(pictures.DAMAGED) from None
    return set_picture(document, keys, field, part)


def add_pictures(
    document: Document,
    map_id: str,
    lane_id: str | None,
    step_id: str | None,
    index: int | None,
    assets: Sequence[Asset],
) -> Change | None:
    """Put a card for each picture into a cell, one below the other, before the card at `index` (None: at the end).

    Raises:
        LimitReachedError: a map can't hold that many cards, or a project that many bytes of pictures.
    """
    if not can_hold_cards(document, map_id, lane_id, step_id):
        return None
    draft = Draft(document)
    _put(draft, assets)
    cards = [
        Card.new(id=new_id(), parent=map_id, lane=lane_id, step=step_id, kind="picture", asset=asset.id)
        for asset in assets
    ]
    stack = document.cell(map_id, lane_id, step_id)
    draft.put(*place(stack, cards, len(stack) if index is None else index))
    return draft.change()


def _put(draft: Draft, assets: Iterable[Asset]) -> None:
    draft.put(*(asset.with_(parent=draft.document.root) for asset in assets if asset.id not in draft.document))
