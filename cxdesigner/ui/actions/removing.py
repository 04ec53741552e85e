"""Saying what was deleted, with a word that brings it back: nothing is asked before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from cxdesigner.model.records import Card, Emotion, Map, Persona
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.style.words import tr
from cxdesigner.ui.undoing import undoing

if TYPE_CHECKING:
    from cxdesigner.model.change import Change
    from cxdesigner.model.records import Record
    from cxdesigner.ui.main_window import MainWindow

_TITLE = 60


def tell_removed(window: MainWindow, chosen: Sequence[Record], change: Change | None) -> None:
    """Say what went with records that somebody deleted; nothing if that was only what they had selected."""
    sentence = _sentence(chosen, change) if change is not None else ""
    if sentence:
        window.tell(sentence, links=[(tr("Undo"), undoing(window.project))])


def _sentence(chosen: Sequence[Record], change: Change) -> str:
    own = {record.id for record in chosen}
    with_it = [before for before, after in change.pairs.values() if after is None and before and before.id not in own]
    first = chosen[0]
    if isinstance(first, Map):
        return tr("The map “{map}” was deleted.", map=title_of_map(first, _TITLE))
    people = [record for record in chosen if isinstance(record, Persona)]
    if people:
        return _about_people(people, any(isinstance(record, Emotion) for record in with_it))
    cards = sum(isinstance(record, Card) for record in with_it)
    if not cards:
        return ""
    if len(chosen) > 1:
        return tr("1 card went with them.") if cards == 1 else tr("{n:,} cards went with them.", n=cards)
    return tr("1 card went with it.") if cards == 1 else tr("{n:,} cards went with it.", n=cards)


def _about_people(people: Sequence[Persona], felt: bool) -> str:
    if len(people) > 1:
        return tr("{n} personas were deleted from the project.", n=len(people))
    name = people[0].name or tr("Unnamed")
    if felt:
        return tr("“{name}” was deleted from the project, with what they felt.", name=name)
    return tr("“{name}” was deleted from the project.", name=name)
