"""Comments: what is to be settled later, on anything in a project."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.links import link_of
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.ids import new_id
from cxdesigner.model.records import (
    EMOTION_KEY,
    Card,
    Comment,
    Department,
    Emotion,
    Lane,
    Link,
    Map,
    Persona,
    Project,
    Round,
    Stage,
    Step,
    emotion_id,
)

ON_A_MAP = Card | Step | Stage | Lane | Map | Emotion | Link | Round
ON_ANY = Persona | Department | Project
"""What can be commented on, of one map and of the whole project; a comment on the latter is kept with a map too."""


def add_comment(
    document: Document, map_id: str, on: str, text: str, *, author: str = "", date: str = ""
) -> Change | None:
    """Comment on something; `date` is an ISO date, with the time if it is known. None without text or what it is on."""
    if not text.strip() or not can_comment(document, map_id, on):
        return None
    draft = Draft(document)
    persona, _, step = on.partition(EMOTION_KEY)
    link = link_of(document, on)
    if step:
        place = {"on": step, "persona": persona}
    elif link is not None:
        place = {"on": _recorded(draft, link)}
    else:
        place = {"on": on}
    draft.put(Comment.new(id=new_id(), parent=map_id, text=text, author=author, date=date, **place))
    return draft.change()


def _recorded(draft: Draft, link: Link) -> str:
    """Give the id of a link in the file; what is only in a card's `solves` has none until there is more to say."""
    if link.id in draft.document:
        return link.id
    fresh = link.with_(id=new_id())
    draft.put(fresh)
    return fresh.id


def can_comment(document: Document, map_id: str, on: str) -> bool:
    """Tell whether something can be commented on, on this map: a feeling too that nobody has noted yet."""
    if document.get(map_id, Map) is None:
        return False
    persona, _, step = on.partition(EMOTION_KEY)
    if step:
        return document.get(persona, Persona) is not None and _is_on(document, map_id, step, Step)
    link = link_of(document, on)
    if link is not None:
        return link.parent == map_id
    return isinstance(document.records.get(on), ON_ANY) or _is_on(document, map_id, on, ON_A_MAP)


def _is_on(document: Document, map_id: str, key: str, kinds: Any) -> bool:
    return isinstance(document.records.get(key), kinds) and document.map_of(key) == map_id


def change_comment(document: Document, comment_id: str, **fields: Any) -> Change | None:
    """Give a comment another text, or say that it is done; without text it goes."""
    comment = document.get(comment_id, Comment)
    if comment is None:
        return None
    fresh = comment.with_(**fields)
    if not fresh.text.strip():
        return remove(document, [comment_id])
    draft = Draft(document)
    draft.put(fresh)
    return draft.change()


def remove_comments(document: Document, keys: Iterable[str]) -> Change | None:
    """Remove comments."""
    return remove(document, [key for key in keys if document.get(key, Comment) is not None])


def subject(comment: Comment) -> str:
    """Give the id of what a comment is on, also that of an emotion, which the file does not know."""
    return emotion_id(comment.persona, comment.on) if comment.persona else comment.on


def comments_on(document: Document, map_id: str, key: str) -> tuple[Comment, ...]:
    """Give the comments on a thing, in the order in which they were made."""
    return tuple(comment for comment in document.comments(map_id) if subject(comment) == key)


def comments_about(document: Document, key: str) -> tuple[Comment, ...]:
    """Give the comments on a thing on whichever map they were made, in the order of the maps."""
    return tuple(comment for one in document.maps for comment in comments_on(document, one.id, key))


def count_open(document: Document) -> Counter[str]:
    """Count the open comments of all maps by what they are on."""
    return Counter(subject(comment) for one in document.maps for comment in open_comments(document, one.id))


def open_comments(document: Document, map_id: str) -> tuple[Comment, ...]:
    """Give the comments of a map that are not done."""
    return tuple(comment for comment in document.comments(map_id) if not comment.done)
