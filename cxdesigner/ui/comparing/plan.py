"""What of a comparison is marked where on the canvas, as seen from one of the two versions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from cxdesigner.model.diff import Comparison, Entry
from cxdesigner.model.document import Document
from cxdesigner.model.edits.comments import subject
from cxdesigner.model.records import Card, Comment, Emotion, Lane, Link, Stage, Step
from cxdesigner.ui.comparing.sorts import SORT_OF, Sort

Side = Literal["before", "after"]
Cell = tuple[str, str]
"""Lane and step."""
LOOKED_AT = 200
"""How many cards may have moved for each to be drawn where it stood; of more only the one that is looked at is."""


class Plan(NamedTuple):
    """Ids are those of the side that is shown, where what is meant stands there.

    `stands`: what is shown of it, with the sorts of what became of it. `gone`: cards that only the other side has, by
    the cell in which they would stand. `structure`: lanes, stages and steps that only the other side has. `moved`:
    a card as it is on the other side; those that stand in another cell there are also in `left`, by that cell.
    `felt`: personas whose curve moved.
    """

    side: Side
    other: Document
    stands: Mapping[str, tuple[Sort, ...]]
    gone: Mapping[Cell, tuple[Card, ...]]
    structure: tuple[Lane | Stage | Step, ...]
    moved: Mapping[str, Card]
    left: Mapping[Cell, tuple[Card, ...]]
    felt: frozenset[str]
    titles: frozenset[str]
    """Of what is shown, all but cards and emotions."""
    here: Mapping[str, str]
    """From ids of the other side to those of this one, where they are not the same."""
    links: tuple[Link, ...] = ()
    """Those that only the other side has."""
    comments: Mapping[str, Sort] = {}
    """What became of a comment, by the id of what it is on."""

    @property
    def absent(self) -> Sort:
        """What became of what only the other side has."""
        return "added" if self.side == "before" else "removed"

    def id_here(self, key: str | None) -> str:
        """Give the id that a thing of the other side has on this one."""
        return self.here.get(key or "", key or "")

    def cell_of(self, card: Card) -> Cell:
        """Name the cell of this side in which a card of the other one would stand."""
        return self.id_here(card.lane), self.id_here(card.step)


def plan_of(comparison: Comparison, entries: tuple[Entry, ...], side: Side, map_id: str) -> Plan:
    """Plan the marks on one map for entries of a comparison."""
    other = comparison.before if side == "after" else comparison.after
    twins = comparison.twins
    here = {twin: key for key, twin in twins.items()} if side == "after" else dict(twins)
    stands: dict[str, tuple[Sort, ...]] = {}
    gone: dict[Cell, list[Card]] = {}
    structure: list[Lane | Stage | Step] = []
    moved: dict[str, Card] = {}
    left: dict[Cell, list[Card]] = {}
    felt: set[str] = set()
    titles: set[str] = set()
    links: list[Link] = []
    comments: dict[str, Sort] = {}
    plan = Plan(side, other, stands, {}, (), moved, {}, frozenset(), frozenset(), here)
    for entry in entries:
        sort = SORT_OF[entry.what]
        if isinstance(entry.record, Comment) and entry.record.parent == map_id:
            comments[subject(entry.record)] = sort
        shown, absent = (entry.after, entry.before) if side == "after" else (entry.before, entry.after)
        if shown is not None:
            stands[shown.id] = (*stands.get(shown.id, ()), sort)
            if not isinstance(shown, Card | Emotion):
                titles.add(shown.id)
            if sort == "moved" and isinstance(absent, Card):
                moved[shown.id] = absent
                cell = plan.cell_of(absent)
                if isinstance(shown, Card) and (shown.lane, shown.step) != cell:
                    left.setdefault(cell, []).append(absent)
        elif absent is not None and plan.id_here(other.map_of(absent.id)) == map_id:
            if isinstance(absent, Card):
                gone.setdefault(plan.cell_of(absent), []).append(absent)
            elif isinstance(absent, Lane | Stage | Step):
                structure.append(absent)
            elif isinstance(absent, Link):
                links.append(absent)
        if sort == "felt":
            felt.update(record.persona for record in (shown, absent) if isinstance(record, Emotion))
    return plan._replace(
        gone={cell: tuple(found) for cell, found in gone.items()},
        left={cell: tuple(found) for cell, found in left.items()} if len(moved) <= LOOKED_AT else {},
        structure=tuple(structure),
        felt=frozenset(felt),
        titles=frozenset(titles),
        links=tuple(links),
        comments=comments,
    )


def others_curve(plan: Plan, persona: str, map_id: str) -> list[Emotion]:
    """Give the emotions of a persona on the other side, at the steps of this one."""
    there = {twin: key for key, twin in plan.here.items()}
    found = plan.other.emotions(there.get(map_id, map_id))
    return [
        one if plan.id_here(one.step) == one.step else one.with_(step=plan.id_here(one.step))
        for one in found
        if one.persona == persona
    ]
