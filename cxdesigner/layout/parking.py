"""The parking lot: cards without a place on the map, one below the other. It is beside the sheet and in no export."""

from __future__ import annotations

from math import inf

from cxdesigner.layout import theme
from cxdesigner.layout.card import card_group
from cxdesigner.layout.context import Context, context_of, same_context
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.lane import Drawn
from cxdesigner.layout.pen import Pen
from cxdesigner.layout.scene import Group
from cxdesigner.layout.typeset import Typesetter, collector_paused
from cxdesigner.layout.words import Words
from cxdesigner.model.document import Document
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.records import Asset, Card

WIDTH = theme.STEP_WIDTH - theme.CELL_GAP
"""Of a card, in points: that of one on the map in a step of plain width."""
APART = 30.0
"""Between the cards of the parking lot and those that have lost their place."""
_GUESS = 40.0


class Strays:
    """Finds the cards that no lane of a map shows; what it knows of a lane holds as long as its cards do."""

    def __init__(self) -> None:
        self._steps: frozenset[str] = frozenset()
        self._lanes: dict[str | None, tuple[tuple[Card, ...], tuple[Card, ...]]] = {}

    def of(self, document: Document, map_id: str) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
        """Give the cards of the parking lot, and those whose lane or step is not there or holds no cards."""
        steps = frozenset(step.id for step in document.steps(map_id))
        places = {lane.id for lane in document.lanes(map_id) if lane.kind not in LANES_WITHOUT_CARDS}
        known = self._lanes if steps == self._steps else {}
        fresh: dict[str | None, tuple[tuple[Card, ...], tuple[Card, ...]]] = {}
        lost: list[Card] = []
        for lane in document.lanes_of_cards(map_id):
            cards = document.cards_in_lane(map_id, lane)
            if lane not in places:
                lost += [card for card in cards if lane is not None or card.step is not None]
                continue
            found = known.get(lane)
            if found is None or found[0] is not cards:
                found = cards, tuple([card for card in cards if card.step not in steps])
            fresh[lane] = found
            lost += found[1]
        self._steps, self._lanes = steps, fresh
        return document.cell(map_id, None, None), tuple(lost)


class Lot:
    """Cards in a column, laid out as far down as they are looked at; lengths in points.

    `groups` are placed from the top left; `parked` of them are in the parking lot, the others have lost their place.
    """

    def __init__(self, typesetter: Typesetter, icons: Icons) -> None:
        self._typesetter, self._icons = typesetter, icons
        self._kept: dict[str, Drawn] = {}
        self._cards: tuple[Card, ...] = ()
        self._context: Context | None = None
        self._assets: tuple[Asset, ...] = ()
        self._pen: Pen | None = None
        self.parked = 0
        self.groups: list[Group] = []
        self.height = 0.0

    @property
    def is_complete(self) -> bool:
        """Whether all cards are laid out."""
        return len(self.groups) == len(self._cards)

    def update(
        self, document: Document, map_id: str, found: tuple[tuple[Card, ...], tuple[Card, ...]], until: float = inf
    ) -> None:
        """Show other cards: those of the parking lot, and those that have lost their place."""
        if (
            self._context is None
            or self._assets is not document.assets
            or not same_context(document, map_id, self._context)
        ):
            self._context, self._assets = context_of(document, map_id), document.assets
        language = document.project.language
        self._pen = Pen(self._typesetter.speaking(language), self._icons, Words(language))
        self._cards = (*found[0], *found[1])
        self.parked = len(found[0])
        known = {card.id for card in self._cards}
        self._kept = {key: drawn for key, drawn in self._kept.items() if key in known}
        self.groups = []
        self.height = 0.0
        self.lay_out(until)

    def lay_out(self, until: float) -> None:
        """Lay out at least the cards that begin above a height; the others are taken to be of a common height."""
        pen, context = self._pen, self._context
        assert pen is not None
        assert context is not None
        last = self.groups[-1] if self.groups else None
        y = last.y + last.height + theme.CELL_GAP if last is not None else 0.0
        with collector_paused():
            for number in range(len(self.groups), len(self._cards)):
                if y >= until:
                    break
                y += APART if number == self.parked else 0.0
                group = self._drawn(pen, context, self._cards[number])._replace(y=y)
                self.groups.append(group)
                y += group.height + theme.CELL_GAP
        self.height = y + _GUESS * (len(self._cards) - len(self.groups))

    def _drawn(self, pen: Pen, context: Context, card: Card) -> Group:
        drawn = self._kept.get(card.id)
        if drawn is None or drawn.card is not card or drawn.context is not context:
            drawn = self._kept[card.id] = Drawn(card, WIDTH, context, card_group(pen, card, WIDTH, context))
        return drawn.group
