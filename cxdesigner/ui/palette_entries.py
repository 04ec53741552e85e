"""What the command palette offers, and what of it a few letters find."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from cxdesigner.ui.actions.table import ACTIONS, on
from cxdesigner.ui.matching import Places, places, rank
from cxdesigner.ui.names import title_of_map
from cxdesigner.ui.style.labels import STATES, label
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.actions.spec import ActionSpec
    from cxdesigner.ui.commands import Commands
    from cxdesigner.ui.session import Session

OWN = "view.palette"
"""The action that opens the palette, which is no use in it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the palette: `path` is where else it is found, `needs` why it cannot be chosen now, "" if it can.

    `key` is the id of an action, "" for a place to go to.
    """

    text: str
    path: str
    keys: str
    needs: str
    run: Callable[[], object]
    key: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A choice, and where in its text the letters of the query are."""

    choice: Choice
    places: Places


def choices_of(commands: Commands, session: Session | None) -> tuple[Choice, ...]:
    """Give all that can be chosen: the actions, then the maps, steps and personas of what is open to go to."""
    if session is None:
        closed = tr("Open a project or start one first.")
        return tuple(_action(commands, spec, "" if spec.anywhere else closed) for spec in ACTIONS if spec.id != OWN)
    actions = (_action(commands, spec) for spec in ACTIONS if spec.id != OWN)
    return (*actions, *_maps(session), *_steps(session), *_personas(session))


def plain(text: str) -> str:
    """Give the text of an action or a menu without its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def menu_path(menu: str) -> str:
    """Write where in the menus an action is: "Map ▸ Emotion"."""
    return " ▸ ".join(plain(tr(part)) for part in menu.split("|"))


def keys_in_words(keys: str) -> str:
    """Write the first of an action's shortcuts as the system does."""
    first = keys.split(", ", maxsplit=1)[0]
    return QKeySequence(first).toString(QKeySequence.SequenceFormat.NativeText) if first else ""


def _action(commands: Commands, spec: ActionSpec, closed: str = "") -> Choice:
    action = commands.actions[spec.id]
    needs = "" if action.isEnabled() else closed or tr(spec.needs) or tr("It does not apply here.")
    run = partial(commands.run, spec.id)
    return Choice(plain(action.text()), menu_path(spec.menu), keys_in_words(spec.keys), needs, run, spec.id)


def _maps(session: Session) -> Iterable[Choice]:
    for one in session.document.maps:
        if one.id != session.map_id:
            text = tr("Go to map {name}", name=title_of_map(one))
            yield Choice(text, label(STATES, one.state), "", "", partial(session.show_map, one.id))


def _steps(session: Session) -> Iterable[Choice]:
    document, shown = session.document, session.map_id
    for stage in document.stages(shown):
        for step in document.steps_of(stage.id):
            if step.title:
                text = tr("Go to step {name}", name=step.title)
                yield Choice(text, stage.title, "", "", partial(session.select, step.id))


def _personas(session: Session) -> Iterable[Choice]:
    for persona in session.document.personas_of(session.map_id):
        if persona.name:
            text = tr("Go to persona {name}", name=persona.name)
            yield Choice(text, persona.role, "", "", partial(session.select, persona.id))


def find(query: str, choices: Sequence[Choice], recent: Sequence[str], part: str = "") -> list[Found]:
    """Give what a query finds, the best first.

    For an empty one all actions: those used last, then those of the selected `part` of the drawing, the others, and
    those that are off.
    """
    order = {key: place for place, key in enumerate(recent)}
    last = len(order)
    if not query.strip():
        actions = [Found(one, ()) for one in choices if one.key]
        here = {spec.id for spec in on(part)}
        return sorted(actions, key=lambda found: _rest(found.choice, order, here))
    ranked = []
    for place, one in enumerate(choices):
        in_text = places(query, one.text)
        if in_text is not None:
            pieces, start, length = rank(in_text, one.text)
            key = (0, pieces, order.get(one.key, last), start, length, place)
            ranked.append((key, Found(one, in_text)))
        elif places(query, f"{one.path} {one.text}") is not None:
            ranked.append(((1, 0, order.get(one.key, last), 0, 0, place), Found(one, ())))
    return [found for _, found in sorted(ranked, key=lambda pair: pair[0])]


def _rest(choice: Choice, order: Mapping[str, int], here: Collection[str]) -> tuple[bool, int, bool]:
    return bool(choice.needs), order.get(choice.key, len(order)), choice.key not in here
