"""Named versions of a project, kept in it, and what stood at some time in the place of what stands now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.become import become
from cxdesigner.model.ids import new_id
from cxdesigner.model.limits import MAX_PICTURE_BYTES, LimitReachedError
from cxdesigner.model.placement import rank_all
from cxdesigner.model.records import Asset, Record, Snapshot
from cxdesigner.sentences import say

R = TypeVar("R", bound=Record)


def keep_snapshot(
    document: Document, name: str, content: dict[str, Any], *, author: str = "", date: str = ""
) -> Change | None:
    """Keep a version under a name; None without one.

    `content` is a project as `storage.snapshots.content_of` gives it; `date` an ISO date, with the time if it is
    known.
    """
    if not name.strip():
        return None
    draft = Draft(document)
    fields = {"name": name.strip(), "author": author, "date": date, "content": content}
    draft.put(Snapshot.new(id=new_id(), parent=document.root, **fields))
    return draft.change()


def rename_snapshot(document: Document, key: str, name: str) -> Change | None:
    """Call a kept version otherwise; None if it is not there, or without a name."""
    snapshot = document.get(key, Snapshot)
    if snapshot is None or not name.strip():
        return None
    draft = Draft(document)
    draft.put(snapshot.with_(name=name.strip()))
    return draft.change()


def remove_snapshots(document: Document, keys: Iterable[str]) -> Change | None:
    """Keep versions no longer; pictures that only they showed are in the file until it is saved."""
    draft = Draft(document)
    for key in keys:
        if document.get(key, Snapshot) is not None:
            draft.remove(key)
    return draft.change()


def restore(document: Document, other: Document) -> Change | None:
    """Have the project be as `other` is, a version of it; None if it is so already.

    Versions that are kept now stay, those that only the other one keeps come along, and with them the pictures that
    they show. What of the pictures only the present state shows goes, and comes back with it by an undo.

    Raises:
        LimitReachedError: the pictures of it and of the kept versions together are too many.
    """
    ranks = rank_all(other)  # where there are none, what both have would stand in the order of now
    other = other.apply(ranks) if ranks is not None else other
    ids = other.records.keys() - {snapshot.id for snapshot in other.snapshots}
    stay = [one if one.id not in ids else one.with_(id=new_id()) for one in document.snapshots]
    shown = pictures_in([one.content for one in stay], document.assets)
    # The kept ones first: of two of the same id the later one counts, which is the one of now.
    whole = become(document, Document([*other.records.values(), *_moved(stay, other.root), *_moved(shown, other.root)]))
    if whole is not None:
        _check_pictures(document.apply(whole))
    return whole


def pictures_in(contents: Iterable[Any], assets: Iterable[Asset]) -> list[Asset]:
    """Give the pictures whose keys occur in JSON values, or in unknown fields of other pictures."""
    assets = tuple(assets)
    text = "\n".join(_texts([*contents, *(asset.__pydantic_extra__ for asset in assets)])) if assets else ""
    return [asset for asset in assets if asset.id in text]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _moved(records: Iterable[R], root: str) -> list[R]:
    """Give what belongs to a project as belonging to another one."""
    return [record if record.parent == root else record.with_(parent=root) for record in records]


def _check_pictures(document: Document) -> None:
    if sum(len(asset.data) // 4 * 3 for asset in document.assets) > MAX_PICTURE_BYTES:
        raise LimitReachedError(
            say(
                "The pictures of this version and of those that are kept have more than {amount} MiB together, so "
                "nothing was restored. Open it as a copy, or delete kept versions.",
                amount=MAX_PICTURE_BYTES // 2**20,
            )
        )
