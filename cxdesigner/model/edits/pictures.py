"""Pictures: files that become part of the project."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable

from cxdesigner import pictures
from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.in_turn import in_turn
from cxdesigner.model.limits import InvalidValueError
from cxdesigner.model.records import Asset


def set_picture(document: Document, keys: Iterable[str], field: str, file: bytes) -> Change | None:
    """Make a picture file part of the project, once, and show it in a field of these records.

    Raises:
        InvalidValueError: it is not a picture that can be used.
        LimitReachedError: a project can't hold that many bytes of pictures.
    """
    try:
        data = pictures.for_project(file)
    except pictures.PictureError as error:
        raise InvalidValueError(str(error)) from None
    key = f"sha256-{hashlib.sha256(data).hexdigest()}"

    def add(before: Document) -> Change | None:
        draft = Draft(before)
        if key not in before:
            encoded = base64.b64encode(data).decode("ascii")
            draft.put(Asset.new(id=key, parent=before.root, type=pictures.media_type(data), data=encoded))
        return draft.change()

    return in_turn(document, [add, lambda after: set_fields(after, keys, **{field: key})])
