"""The actions of comments, which stand in the menu Workshop."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from cxdesigner.model.edits.comments import change_comment, comments_about, comments_on, open_comments
from cxdesigner.model.records import Comment
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.actions.when import any_map
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow
    from cxdesigner.ui.panels.comments import CommentsPanel

MENU = "&Workshop|&Comments"
NO_MAP = "There is no map to comment on: add one first."
NONE_OPEN = "There are no open comments."
NOT_HERE = "There is no open comment on what is selected."
ANYTHING = ("card", "stage", "step", "lane-title", "point", "persona", "title", "link")


def _panel(window: MainWindow) -> CommentsPanel:
    return cast("CommentsPanel", window.bench.show_panel("comments"))


def _add(window: MainWindow) -> None:
    fields_of = window.bench.inspector.in_use
    panel = _panel(window)
    if fields_of:
        window.project.select(fields_of)
    panel.write()


def _open(window: MainWindow) -> list[Comment]:
    """Give the open comments of all maps, those of the map that is shown first, then those of the maps behind it."""
    session = window.project
    maps = [one.id for one in session.document.maps]
    here = maps.index(session.map_id) if session.map_id in maps else 0
    return [one for map_id in (*maps[here:], *maps[:here]) for one in open_comments(session.document, map_id)]


def _any_open(window: MainWindow) -> bool:
    return bool(_open(window))


def _walk(by: int, window: MainWindow) -> None:
    from cxdesigner.ui.panels.comments import go_to

    panel = _panel(window)
    comments = [comment.id for comment in _open(window)]
    if not comments:
        return
    here = [comment.id for comment in open_comments(window.project.document, window.project.map_id)]
    if panel.current in here:
        place = comments.index(panel.current) + by
    else:  # the first or the last of the map that is shown
        place = 0 if by > 0 else len(here) - 1
    found = comments[place % len(comments)]
    go_to(window.bench, found)
    panel.stand_at(found)
    comment = window.project.document.get(found, Comment)
    assert comment is not None
    said = comment.text if not comment.author else f"{comment.author}: {comment.text}"
    window.tell(" ".join(said.split())[:200])


def _here(window: MainWindow) -> list[Comment]:
    session = window.project
    document, shown = session.document, session.map_id
    found = [
        one
        for key in session.selection.ids
        for one in (comments_on(document, shown, key) if document.map_of(key) else comments_about(document, key))
    ]
    return [comment for comment in found if not comment.done]


def _any_here(window: MainWindow) -> bool:
    return bool(_here(window))


def _resolve(window: MainWindow) -> None:
    for comment in _here(window)[:1]:
        window.project.perform(tr("Comment is done"), partial(change_comment, comment_id=comment.id, done=True))


def _show(window: MainWindow) -> None:
    window.project.show(comments=not window.project.showing.comments)


SPECS: tuple[ActionSpec, ...] = (
    ActionSpec("comments.add", "&Add comment", MENU, _add, "Ctrl+Alt+M", any_map, needs=NO_MAP, on=ANYTHING),
    ActionSpec("workshop.comments", "&Comments", MENU, lambda w: w.bench.toggle("comments"), "", any_map, needs=NO_MAP),
    ActionSpec("comments.next", "&Next comment", MENU, partial(_walk, 1), "F4", _any_open, needs=NONE_OPEN),
    ActionSpec(
        "comments.previous", "&Previous comment", MENU, partial(_walk, -1), "Shift+F4", _any_open, needs=NONE_OPEN
    ),
    ActionSpec("comments.resolve", "Comment is &done", MENU, _resolve, "", _any_here, needs=NOT_HERE, on=ANYTHING),
    ActionSpec(
        "comments.export",
        "Number on the &sheet and in exports",
        MENU,
        _show,
        applies=any_map,
        separated=True,
        needs=NO_MAP,
        checked=lambda w: w.project.showing.comments,
    ),
)
