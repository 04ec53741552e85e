"""Maps as a whole."""

from __future__ import annotations

from cxdesigner.model.change import Change
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.ids import new_id, new_project_id
from cxdesigner.model.placement import place
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import Lane, Map, Project, Stage, Step

FIRST_LANES = ("actions", "touchpoints", "emotion", "pains", "opportunities")


def add_map(document: Document, title: str, author: str = "") -> Change | None:
    """Add a map with one stage, three steps and the lanes that nearly every map has."""
    draft = Draft(document)
    fresh = Map.new(id=new_id(), parent=document.root, title=title, author=author)
    draft.put(*place(document.maps, [fresh], len(document.maps)))
    stage = Stage.new(id=new_id(), parent=fresh.id, rank=spread(1)[0], title="", phase="before")
    draft.put(stage)
    for rank in spread(3):
        draft.put(Step.new(id=new_id(), parent=stage.id, rank=rank))
    for rank, kind in zip(spread(len(FIRST_LANES)), FIRST_LANES, strict=True):
        draft.put(Lane.new(id=new_id(), parent=fresh.id, rank=rank, kind=kind))
    return draft.change()


def move_map(document: Document, map_id: str, index: int) -> Change | None:
    """Move a map before the one that is at `index` among the others."""
    shown = document.get(map_id, Map)
    if shown is None or document.maps.index(shown) == max(0, min(index, len(document.maps) - 1)):
        return None
    draft = Draft(document)
    draft.put(*place(document.maps, [shown], index))
    return draft.change()


def sign_maps(document: Document, author: str) -> Change | None:
    """Put an author's name on the maps that have none."""
    draft = Draft(document)
    draft.put(*(shown.with_(author=author) for shown in document.maps if not shown.author))
    return draft.change()


def new_project(title: str = "") -> Document:
    """Make a project without maps or personas."""
    return Document([Project.new(id=new_project_id(), title=title)])
