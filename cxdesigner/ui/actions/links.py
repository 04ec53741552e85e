"""The actions of links between cards, steps and stages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from cxdesigner.model.edits.links import change_links, reverse_links
from cxdesigner.model.kinds import LINK_KINDS
from cxdesigner.model.records import Card, Link, Stage, Step
from cxdesigner.ui.actions.spec import ActionSpec
from cxdesigner.ui.canvas.gestures.link import link
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.main_window import MainWindow

MENU = "&Map|Lin&ks"
PICK = "Select a card, a step or a stage first, or two that are to be linked."
PICK_LINK = "Select a link first: click on it."
NO_LINK = "Select a card, a step or a stage that is linked first."
NAMES = {
    "leads_to": "Leads &to",
    "solves": "&Solves",
    "hands_over": "&Hands over to",
    "repeats": "R&epeats",
}
ENDS = ("card", "step", "stage")


def _ends(window: MainWindow) -> list[str]:
    return [record.id for record in window.project.selected() if isinstance(record, Card | Step | Stage)]


def _one_or_two(window: MainWindow) -> bool:
    return len(_ends(window)) in (1, 2)


def _link(window: MainWindow) -> None:
    ends = _ends(window)
    canvas = window.bench.canvas
    if len(ends) == 2:
        link(window.project, *ends)
    elif ends:
        canvas.setFocus()
        canvas.overlay.links.pick(ends[0])


def _chosen(window: MainWindow) -> list[Link]:
    return [record for record in window.project.selected() if isinstance(record, Link)]


def _link_selected(window: MainWindow) -> bool:
    return bool(_chosen(window))


def _change(kind: str, window: MainWindow) -> None:
    links = _chosen(window)
    edit = partial(change_links, keys=[one.id for one in links], kind=kind)
    _keep_selected(window, links, window.project.perform(tr("Change kind of link"), edit) is not None)


def _reverse(window: MainWindow) -> None:
    links = _chosen(window)
    turned = [one.with_(from_=one.to, to=one.from_) for one in links]
    edit = partial(reverse_links, keys=[one.id for one in links])
    _keep_selected(window, turned, window.project.perform(tr("Reverse link"), edit) is not None)


def _keep_selected(window: MainWindow, links: list[Link], changed: bool) -> None:
    """Select the links again that have got other ids: what a card solves has none of its own."""
    from cxdesigner.model.edits.links import added_key

    if changed:
        session = window.project
        document = session.document
        keys = [
            one.id if one.id in document else added_key(document, session.map_id, one.from_, one.to) for one in links
        ]
        session.select(key for key in keys if key)


def _is_of(kind: str, window: MainWindow) -> bool:
    links = _chosen(window)
    return bool(links) and all(one.kind == kind for one in links)


def _linked(window: MainWindow) -> bool:
    links = _chosen(window)
    return bool(links) or any(window.bench.canvas.overlay.links.others(key) for key in _ends(window)[:1])


def _go(window: MainWindow) -> None:
    window.bench.canvas.setFocus()
    window.bench.canvas.overlay.links.go_on()


SPECS: tuple[ActionSpec, ...] = (
    ActionSpec("links.link", "&Link…", MENU, _link, "F7", _one_or_two, needs=PICK, on=ENDS),
    ActionSpec("links.go", "&Go to linked card", MENU, _go, "Shift+F7", _linked, needs=NO_LINK, on=(*ENDS, "link")),
    *(
        ActionSpec(
            f"links.kind.{kind}",
            NAMES[kind],
            MENU,
            partial(_change, kind),
            applies=_link_selected,
            separated=kind == LINK_KINDS[0],
            needs=PICK_LINK,
            on=("link",),
            checked=partial(_is_of, kind),
        )
        for kind in LINK_KINDS
    ),
    ActionSpec(
        "links.reverse", "&Reverse link", MENU, _reverse, "Ctrl+F7", _link_selected, True, needs=PICK_LINK, on=("link",)
    ),
)
