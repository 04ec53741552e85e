"""What the parts of a report are made of: a map, with all that is looked up for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from cxdesigner.insight.journey import cards_along
from cxdesigner.layout import theme
from cxdesigner.layout.context import Context, context_of
from cxdesigner.layout.flow.cells import Text
from cxdesigner.layout.parking import Strays
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.publication import Target
from cxdesigner.layout.report.style import ACCENT, BODY_BOLD, SMALL, cell, swatch
from cxdesigner.layout.report.told import where
from cxdesigner.layout.scene import Color, Scene
from cxdesigner.layout.showing import PLAIN, Showing
from cxdesigner.layout.typeset import TextStyle
from cxdesigner.layout.words import Words
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Map


class Earlier(NamedTuple):
    """An earlier state of a project, by the name under which it is kept."""

    document: Document
    name: str


@dataclass(frozen=True, eq=False)
class About:
    """A map that a report is about.

    `scene` is its sheet as it is shown. `cards` stand on it, in the order of the journey; `parked` and `lost` have no
    place there. `earlier` is what it is compared with, None for the map that it was made from.
    """

    document: Document
    shown: Map
    pen: Pen
    context: Context
    scene: Scene
    showing: Showing
    cards: tuple[Card, ...]
    parked: tuple[Card, ...]
    lost: tuple[Card, ...]
    earlier: Earlier | None = None

    @cached_property
    def cards_at(self) -> Mapping[str, Sequence[Card]]:
        """The cards that stand on the sheet, by the id of the step at which they begin."""
        found: dict[str, list[Card]] = {}
        for card in self.cards:
            found.setdefault(card.step or "", []).append(card)
        return found

    @property
    def words(self) -> Words:
        """The words of the report."""
        return self.pen.words

    @property
    def accent(self) -> Color:
        """The colour of the brand, darkened until it can be read."""
        return accent_of(self.document)

    def card(self, card: Card, style: TextStyle = BODY_BOLD, *, led: bool = False) -> Text:
        """Make the text of a card, in a table, with a mark of its colours; `led`: it leads to the card on the map."""
        text = card.text or self.words.get(f"kind_{card.kind}", "") or card.kind
        ink = theme.INK if card.text else theme.MUTED
        to = Target(card.id, "card") if led else None
        return Text(text, style, ink, card.id, "h4", 0.0, 14.0, swatch(card, style.leading), to)

    def with_place(self, card: Card, document: Document | None = None) -> tuple[Text, ...]:
        """Make the text of a card with where it stands below it; in another document, if one is given."""
        place = where(document or self.document, card)
        return (self.card(card), *((_below(place),) if place else ()))


def _below(text: str) -> Text:
    return cell(text, SMALL, theme.MUTED)._replace(indent=14.0)


def accent_of(document: Document) -> Color:
    """Give the colour of a project's brand, darkened until it can be read."""
    brand = document.project.brand
    return theme.readable(brand.primary if brand is not None and brand.primary else ACCENT)


def about(
    document: Document,
    map_id: str,
    pen: Pen,
    scene: Scene,
    showing: Showing = PLAIN,
    earlier: Earlier | None = None,
) -> About:
    """Look up what a report says of a map, whose sheet is `scene`, shown like that.

    Raises:
        KeyError: there is no such map.
    """
    shown = document[map_id]
    assert isinstance(shown, Map)
    parked, lost = Strays().of(document, map_id)
    return About(
        document,
        shown,
        pen,
        context_of(document, map_id),
        scene,
        showing,
        cards_along(document, map_id),
        parked,
        lost,
        earlier,
    )
