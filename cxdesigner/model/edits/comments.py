"""Comments: what is to be settled later, on anything in a project."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.ids import new_id
from cxdesigner.model.records import Card, Comment, Emotion, Lane, Map, Persona, Stage, Step, emotion_id

COMMENTED = Card | Step | Stage | Lane | Map | Persona | Emotion
"""What can be commented on."""


def add_comment(
    document: Document, map_id: str, on: str, text: str, *, author: str = "", date: str = ""
) -> Change | None:
    """Comment on something; `date` is an ISO date, with the time if it is known. None without text or what it is on."""
    if not text.strip() or not can_comment(document, map_id, on):
        return None
    emotion = document.get(on, Emotion)
    place = {"on": emotion.step, "persona": emotion.persona} if emotion is not None else {"on": on}
    draft = Draft(document)
    draft.put(Comment.new(id=new_id(), parent=map_id, text=text, author=author, date=date, **place))
    return draft.change()


def can_comment(document: Document, map_id: str, on: str) -> bool:
    """Tell whether something can be commented on, on this map."""
    record = document.records.get(on)
    if document.get(map_id, Map) is None or not isinstance(record, COMMENTED):
        return False
    return isinstance(record, Persona) or document.map_of(on) == map_id


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


def open_comments(document: Document, map_id: str) -> tuple[Comment, ...]:
    """Give the comments of a map that are not done."""
    return tuple(comment for comment in document.comments(map_id) if not comment.done)
