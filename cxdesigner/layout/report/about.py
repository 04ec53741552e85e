"""What the parts of a report are made of: a map, with all that is looked up for it."""

from __future__ import annotations

from dataclasses import dataclass

from cxdesigner.insight.journey import cards_along, place_of
from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns, columns_of
from cxdesigner.layout.context import Context, context_of
from cxdesigner.layout.flow.cells import Text
from cxdesigner.layout.parking import Strays
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.publication import Target
from cxdesigner.layout.report.style import ACCENT, BODY_BOLD, SMALL, cell, swatch
from cxdesigner.layout.scene import Color, Scene
from cxdesigner.layout.sheet import lay_out
from cxdesigner.layout.showing import PLAIN, Showing
from cxdesigner.layout.typeset import TextStyle
from cxdesigner.layout.words import Words
from cxdesigner.model.change import Change, Pair
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Map

STAGE_WIDTH, WIDEST_STEP = 360.0, 240.0
"""How wide a stage of few steps is drawn, and a step of it at most; in points."""


@dataclass(frozen=True, eq=False)
class About:
    """A map that a report is about.

    `scene` is its sheet as it is shown; `open`, with `columns`, the same with nothing collapsed and steps that are wide
    enough for a page a stage. `cards` stand on it, in the order of the journey; `parked` and `lost` have no place.
    """

    document: Document
    shown: Map
    pen: Pen
    context: Context
    scene: Scene
    open: Scene
    columns: Columns
    cards: tuple[Card, ...]
    parked: tuple[Card, ...]
    lost: tuple[Card, ...]

    @property
    def words(self) -> Words:
        """The words of the report."""
        return self.pen.words

    @property
    def accent(self) -> Color:
        """The colour of the brand, darkened until it can be read."""
        return accent_of(self.document)

    def where(self, card: Card) -> str:
        """Say at which stage and step a card begins; "" for one without a place."""
        place = place_of(self.document, card)
        return " › ".join(part.title for part in place or () if part.title)

    def card(self, card: Card, style: TextStyle = BODY_BOLD, *, led: bool = False) -> Text:
        """Make the text of a card, in a table, with a mark of its colours; `led`: it leads to the card on the map."""
        text = card.text or self.words.get(f"kind_{card.kind}", "") or card.kind
        ink = theme.INK if card.text else theme.MUTED
        to = Target(card.id, "card") if led else None
        return Text(text, style, ink, card.id, "h4", 0.0, 14.0, swatch(card, style.leading), to)

    def with_place(self, card: Card) -> tuple[Text, ...]:
        """Make the text of a card with where it stands below it."""
        where = self.where(card)
        return (self.card(card), *((_below(where),) if where else ()))


def _below(text: str) -> Text:
    return cell(text, SMALL, theme.MUTED)._replace(indent=14.0)


def accent_of(document: Document) -> Color:
    """Give the colour of a project's brand, darkened until it can be read."""
    brand = document.project.brand
    return theme.readable(brand.primary if brand is not None and brand.primary else ACCENT)


def about(document: Document, map_id: str, pen: Pen, scene: Scene, showing: Showing = PLAIN) -> About:
    """Look up what a report says of a map, whose sheet is `scene`, shown like that.

    Raises:
        KeyError: there is no such map.
    """
    shown = document[map_id]
    assert isinstance(shown, Map)
    whole = opened(document, map_id)
    parked, lost = Strays().of(document, map_id)
    return About(
        document,
        shown,
        pen,
        context_of(document, map_id),
        scene,
        scene if whole is document else lay_out(whole, map_id, pen.typesetter, pen.icons, showing),
        columns_of(whole, map_id),
        cards_along(document, map_id),
        parked,
        lost,
    )


def opened(document: Document, map_id: str) -> Document:
    """Give a document in which nothing of a map is collapsed, and whose stages are as wide as a page has room for.

    Columns are not made narrower than on the map; a stage that is too wide is drawn smaller.
    """
    pairs: dict[str, Pair] = {}
    for one in document.lanes(map_id):
        if one.collapsed:
            pairs[one.id] = one, one.with_(collapsed=False)
    for stage in document.stages(map_id):
        if stage.collapsed:
            pairs[stage.id] = stage, stage.with_(collapsed=False)
        steps = document.steps_of(stage.id)
        widths = [float(step.width) if step.width is not None else theme.STEP_WIDTH for step in steps]
        factor = STAGE_WIDTH / sum(widths) if widths else 1.0
        for step, width in zip(steps, widths, strict=True):
            if factor > 1:
                pairs[step.id] = step, step.with_(width=max(width, min(width * factor, WIDEST_STEP)))
    change = Change.of(pairs)
    return document.apply(change) if change is not None else document
