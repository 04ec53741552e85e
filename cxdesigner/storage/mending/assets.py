"""Has the pictures of a project be base64 of what may be decoded, and no more of them than a project may have."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any, Final

from cxdesigner.model.limits import MAX_PICTURE_BYTES
from cxdesigner.model.records import Asset
from cxdesigner.model.wording import described
from cxdesigner.sentences import Sentence, say
from cxdesigner.storage.mending.log import Log, keep
from cxdesigner.storage.mending.records import fits
from cxdesigner.storage.places import asset_place

_SPACE: Final = re.compile(r"\s+")
_FOREIGN: Final = re.compile(r"[^A-Za-z0-9+/]")


def mend_assets(project: dict[str, Any], log: Log) -> None:
    """Mend the pictures of a project where they stand."""
    staying: dict[str, Any] = {}
    size = 0
    for key, asset in project["assets"].items():
        place = asset_place(key)
        why = _why_not(asset, place, log)
        if why is None:
            size += len(asset["data"]) // 4 * 3 if "data" in asset else 0
            if size > MAX_PICTURE_BYTES:
                why = say("the pictures have more than {amount} MiB", amount=MAX_PICTURE_BYTES // 2**20)
        if why is None:
            staying[key] = asset
        else:
            log.take_out(place, why, project, key, asset)
    project["assets"] = staying


def keep_unnamed(project: dict[str, Any], log: Log) -> None:
    """Name the pictures that nothing shows any more: what shows them may be what was damaged, and else no save keeps
    them.
    """
    rest = json.dumps({name: value for name, value in project.items() if name != "assets"}, ensure_ascii=False)
    for key in project["assets"]:
        if key not in rest:
            keep(project, "picture", key)
            log.tell(asset_place(key), say("nothing shows this picture"), say("it was kept all the same"))


def _why_not(asset: Any, place: str, log: Log) -> Sentence | None:
    """Mend a picture; say why it cannot stay, None if it can."""
    if not isinstance(asset, dict):
        return say("should be an object, not {found}", found=described(asset))
    fits(Asset, asset, place, log)
    text = asset.get("data", "")
    data = _decoded(text)
    if data is None:
        data = _decoded_all_the_same(text)
        asset["data"] = base64.b64encode(data).decode("ascii")
        log.tell(f"{place}.data", say("is not base64"), say("what is no base64 in it was passed over"))
    from cxdesigner import pictures

    try:
        pictures.check(data)
    except pictures.TooLargeError:
        return say("is a picture of more than {amount} megapixels", amount=pictures.MAX_PIXELS // 1_000_000)
    except pictures.PictureError:
        pass  # a loose end: it may be one again
    return None


def _decoded(text: str) -> bytes | None:
    try:
        return binascii.a2b_base64(text, strict_mode=True)
    except ValueError:
        return None


def _decoded_all_the_same(text: str) -> bytes:
    """Decode base64 in which characters are wrong, each of which stands for six bits, or missing at the end."""
    plain = _FOREIGN.sub("A", _SPACE.sub("", text).rstrip("="))
    plain = plain[: len(plain) // 4 * 4 + (0 if len(plain) % 4 == 1 else len(plain) % 4)]
    return base64.b64decode(plain + "=" * (-len(plain) % 4))
