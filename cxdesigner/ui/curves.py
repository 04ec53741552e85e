"""Copying a curve to another persona: which part of it, and to whom."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from cxdesigner.model.edits.curves import copy_curve
from cxdesigner.model.records import Emotion, Persona, Stage, Step
from cxdesigner.ui.canvas.whereabouts import place_of_selection
from cxdesigner.ui.emotions import active_persona, people_of
from cxdesigner.ui.style.text import no_mnemonic
from cxdesigner.ui.style.words import tr

if TYPE_CHECKING:
    from cxdesigner.ui.canvas.view import CanvasView
    from cxdesigner.ui.session import Session


def targets(session: Session) -> list[Persona]:
    """Give the personas to whom the active one's curve can be copied: those of the map, then the others."""
    on_map = people_of(session)
    known = {persona.id for persona in on_map}
    everybody = [*on_map, *(persona for persona in session.document.personas if persona.id not in known)]
    return [persona for persona in everybody if persona.id != active_persona(session)]


def chosen_steps(session: Session) -> frozenset[str] | None:
    """Give the steps that are selected, by themselves, in a stage or by several points of curves; None for all.

    A single point is where the keyboard happens to be, and means the whole curve.
    """
    steps: list[str] = []
    points: list[str] = []
    for record in session.selected():
        if isinstance(record, Step):
            steps.append(record.id)
        elif isinstance(record, Stage):
            steps += [step.id for step in session.document.steps_of(record.id)]
        elif isinstance(record, Emotion):
            points.append(record.step)
    found = steps + (points if len(points) > 1 else [])
    return frozenset(found) if found else None


def copy_to(session: Session, target: str, *, feelings: bool) -> None:
    """Copy the active persona's curve to another, who is active then."""
    persona = session.document.get(target, Persona)
    edit = partial(
        copy_curve,
        map_id=session.map_id,
        source=active_persona(session),
        target=target,
        steps=chosen_steps(session),
        feelings=feelings,
    )
    name = persona.name if persona is not None else ""
    if session.perform(tr("Copy curve to {name}", name=name or tr("Unnamed persona")), edit) is None:
        session.told.emit(tr("The curves are alike already, so nothing was copied."))
    else:
        session.select(())
        session.show(persona=target)


def choose_target(canvas: CanvasView, *, feelings: bool) -> None:
    """Ask in a menu at the selection to whom the active persona's curve is to be copied."""
    session = canvas.session
    menu = QMenu(canvas)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for persona in targets(session):
        act = partial(copy_to, session, persona.id, feelings=feelings)
        menu.addAction(no_mnemonic(persona.name or tr("Unnamed persona"))).triggered.connect(
            lambda _=False, do=act: do()
        )
    menu.popup(canvas.viewport().mapToGlobal(place_of_selection(canvas)))
    menu.setActiveAction(menu.actions()[0])
