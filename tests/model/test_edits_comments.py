"""Comments: on anything, for the evening."""

from __future__ import annotations

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.edits.comments import (
    add_comment,
    change_comment,
    comments_on,
    open_comments,
    remove_comments,
    subject,
)
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.records import Comment, emotion_id
from tests.model.builders import after, journey


def a_map() -> Document:
    return journey(cards={"actions a1": "card"}, personas="ann", emotions={"ann a1": 1})


def commented(on: str = "card", text: str = "Is this so?", **fields: str) -> Document:
    document = a_map()
    return after(document, add_comment(document, "map", on, text, **fields))


def one(document: Document) -> Comment:
    (comment,) = document.comments("map")
    return comment


@pytest.mark.parametrize("on", ["card", "a1", "A", "actions", "map", "ann", emotion_id("ann", "a1")])
def test_anything_can_be_commented_on(on: str) -> None:
    document = commented(on, author="Eva", date="2026-06-30T21:05")
    comment = one(document)
    assert (subject(comment), comment.text, comment.author, comment.date) == (
        on,
        "Is this so?",
        "Eva",
        "2026-06-30T21:05",
    )
    assert comments_on(document, "map", on) == open_comments(document, "map") == (comment,)
    assert comments_on(document, "map", "b1") == ()


@pytest.mark.parametrize(("on", "text"), [("gone", "x"), ("project", "x"), ("card", " \n")])
def test_a_comment_is_on_something_and_says_something(on: str, text: str) -> None:
    assert add_comment(a_map(), "map", on, text) is None


def test_a_comment_is_on_a_map() -> None:
    assert add_comment(a_map(), "gone", "card", "x") is None


def test_a_comment_is_edited_and_done() -> None:
    document = commented()
    key = one(document).id
    done = after(document, change_comment(document, key, done=True, text="Yes"))
    assert (one(done).done, one(done).text) == (True, "Yes")
    assert open_comments(done, "map") == ()
    assert change_comment(document, "card", done=True) is None
    assert change_comment(document, key, done=False) is None


def test_a_comment_without_text_goes() -> None:
    document = commented()
    assert after(document, change_comment(document, one(document).id, text=" ")).comments("map") == ()


def test_comments_are_removed_by_themselves_and_with_what_they_are_on() -> None:
    document = commented()
    assert after(document, remove_comments(document, [one(document).id, "card"])) == a_map()
    assert after(document, remove(document, ["card"])).comments("map") == ()


def test_a_comment_on_a_feeling_goes_with_the_persona() -> None:
    document = commented(emotion_id("ann", "a1"))
    assert (one(document).on, one(document).persona) == ("a1", "ann")
    assert after(document, remove(document, ["ann"])).comments("map") == ()
    loose = Document([*a_map().records.values(), one(document).with_(persona="gone")])
    assert [end.field for end in loose_ends(loose)] == ["persona"]
