"""A map as a scene, band by band: what did not change is not laid out again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import inf
from typing import Any

from cxdesigner.layout import theme
from cxdesigner.layout.columns import Columns, columns_of
from cxdesigner.layout.comments import CommentsInput, comment_marks, comments_band, names_of
from cxdesigner.layout.context import Context, context_of, same_context
from cxdesigner.layout.curve_legend import CurvesShown, Felt, felt_in
from cxdesigner.layout.emotion import EmotionInput, KeptCurves, emotion_band
from cxdesigner.layout.fading import Fading
from cxdesigner.layout.header import HeaderInput, header_band
from cxdesigner.layout.icons import Icons
from cxdesigner.layout.laid_out import LaidOut
from cxdesigner.layout.lane import Drawn, LaneInput, divider_band, lane_band
from cxdesigner.layout.legend import LegendInput, Used, legend_band, marks_of
from cxdesigner.layout.linked import Linked, Looking
from cxdesigner.layout.links import Links
from cxdesigner.layout.metrics import MetricsInput, metrics_band
from cxdesigner.layout.pen import Pen, line
from cxdesigner.layout.plot import PLOT
from cxdesigner.layout.scene import COMMENTS, FOOT, HEADER, STAGES, Band, Box, Node, Scene, Stroke
from cxdesigner.layout.showing import PLAIN, Showing
from cxdesigner.layout.stages import StagesInput, stages_band
from cxdesigner.layout.typeset import Typesetter, collector_paused
from cxdesigner.layout.words import Words
from cxdesigner.model.document import Document
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS
from cxdesigner.model.records import Card, Comment, Emotion, Lane, Map, Record

KEPT_CARDS = 30_000
"""How many cards are kept as they are drawn, also those that are gone."""

KEPT_WAYS = 24
"""How many ways of looking at curves are kept: who is on top, together, alone or as their mean."""

LINES = {"frontstage": "interaction", "backstage": "visibility", "support": "internal"}
"""The kind of lane above whose first stands each line of a service blueprint."""
MANY_LINKS = 120
"""More links than this take longer than a frame when much has changed."""


@dataclass(slots=True)
class Slot:
    """A band's place: what it depends on, how to lay it out, and what came of it (None: not yet)."""

    key: str
    given: tuple[Any, ...]
    lay_out: Callable[[], Band]
    band: Band | None
    estimate: Callable[[], float]
    kept_height: float | None = None

    @property
    def guess(self) -> float:
        """The height that the band probably has: that of the one before, else an estimate."""
        if self.kept_height is None:
            self.kept_height = self.estimate()
        return self.kept_height


class Sheet:
    """The layout of one map, kept from one document to the next."""

    def __init__(self, typesetter: Typesetter, icons: Icons) -> None:
        self._typesetter = typesetter
        self._icons = icons
        self._slots: list[Slot] = []
        self._cards: dict[str, Drawn] = {}
        self._used: dict[str, tuple[tuple[Card, ...], Used]] = {}
        self._context: Context | None = None
        self._showing = PLAIN
        self._map_id = ""
        self._passing = False
        self._fading = Fading()
        self._links = Links()
        self._looking = Looking()
        self._drawn_with: tuple[Pen, Document, Linked, Context] | None = None
        self._curves: dict[tuple[str, ...], KeptCurves] = {}
        self._felt: tuple[tuple[Emotion, ...], Felt] = (), Felt()
        self._aspect_assets: tuple[object, ...] = ()
        self.columns = Columns((), {}, 0, 0, 0)
        self.scene = Scene(0, 0, ())

    @property
    def typesetter(self) -> Typesetter:
        """What sets the sheet's text, in the language of the project."""
        return self._typesetter

    @property
    def is_complete(self) -> bool:
        """Whether every band has been laid out; the others stand in with a guessed height and nothing in it."""
        return all(slot.band is not None for slot in self._slots)

    def update(
        self,
        document: Document,
        map_id: str,
        until: float = inf,
        showing: Showing = PLAIN,
        *,
        passing: bool = False,
    ) -> Scene:
        """Lay out what changed since the last update, as somebody looks at it.

        Bands that begin below `until` (points from the top of the sheet) may be left for `lay_out_next`. `passing`: the
        document is one of many that follow each other quickly, so that links stay as they are where there are many,
        until `lay_out_links`.

        Raises:
            KeyError: there is no such map.
        """
        shown = document[map_id]
        assert isinstance(shown, Map)
        self._showing = showing
        self._passing = passing and map_id == self._map_id
        self._map_id = map_id
        with collector_paused():
            self._typesetter = self._typesetter.speaking(document.project.language)
            pen = Pen(self._typesetter, self._icons, Words(document.project.language))
            context = self._current_context(document, map_id)
            columns = columns_of(document, map_id)
            self.columns = self.columns if self.columns == columns else columns
            kept = {slot.key: slot for slot in self._slots}
            linked = self._looking.look(document, map_id, self.columns)
            self._drawn_with = pen, document, linked, context
            slots = self._slots_for(pen, document, shown, context, linked)
            self._slots = [_renewed(kept.get(slot.key), slot) for slot in slots]
            if len(self._cards) > KEPT_CARDS:
                self._cards.clear()
            top = 0.0
            for slot in self._slots:
                if slot.band is None and (top < until or slot.key in (FOOT, COMMENTS)):
                    slot.band = slot.lay_out()
                top += slot.band.height if slot.band else slot.guess
            self._fading.update(document, map_id, showing.filter)
            self.scene = self._compose(document, shown)
        return self.scene

    @property
    def laid_out(self) -> LaidOut:
        """The scene, and what its bands that are no lanes are made from."""
        assert self._drawn_with is not None
        given = {slot.key: slot.given for slot in self._slots}
        made: Any = (given[HEADER], given[STAGES], given[FOOT], given.get(COMMENTS))
        lanes = [one[0] for one in given.values() if isinstance(one[0], Lane)]
        dividers = frozenset(lane.id for lane in lanes if lane.kind == "divider")
        return LaidOut(self.scene, self.columns, self._drawn_with[0], *made)._replace(dividers=dividers)

    @property
    def links_wait(self) -> bool:
        """Whether links stand where they stood before."""
        assert self._drawn_with is not None
        return self._passing and len(self._drawn_with[2].links) > MANY_LINKS

    def lay_out_links(self) -> None:
        """Lay out links that were left; `scene` is made anew."""
        self._passing = False
        with collector_paused():
            self.scene = self.scene._replace(**self._placed())

    def lay_out_next(self) -> bool:
        """Lay out the next band that was left; False if there is none. `scene` is made anew."""
        slot = next((slot for slot in self._slots if slot.band is None), None)
        if slot is None:
            return False
        with collector_paused():
            slot.band = slot.lay_out()
            self.scene = self.scene._replace(**self._placed())
        return True

    def _current_context(self, document: Document, map_id: str) -> Context:
        assets = document.assets
        if (
            self._context is None
            or assets is not self._aspect_assets
            or not same_context(document, map_id, self._context)
        ):
            self._context = context_of(document, map_id)
            self._aspect_assets = assets
        return self._context

    def _slots_for(self, pen: Pen, document: Document, shown: Map, context: Context, linked: Linked) -> list[Slot]:
        columns, language = self.columns, pen.words.language
        header = HeaderInput(shown, columns, context, language, document.project.brand)
        stages = StagesInput(document.stages(shown.id), document.steps(shown.id), columns, language, linked.above)
        lanes = [lane for lane in document.lanes(shown.id) if not lane.hidden]
        named: set[str] = set()
        slots = [
            Slot(HEADER, header, partial(header_band, pen, header), None, lambda: 60),
            Slot(STAGES, stages, partial(stages_band, pen, stages), None, lambda: 70),
        ]
        for lane in lanes:
            blueprint = "" if lane.kind in named or lane.kind not in LINES else pen.words[LINES[lane.kind]]
            named.add(lane.kind)
            slots.append(self._lane_slot(pen, document, lane, blueprint, context))
        drawn = any(lane.kind == "emotion" and not lane.collapsed for lane in lanes)
        curves = CurvesShown(self._showing.curves, self._active(context), self._felt_on(document, shown.id))
        marks = self._marks(document, shown.id, lanes)
        legend = LegendInput(shown, columns, context, marks, curves if drawn else None, language, linked.used)
        slots.append(Slot(FOOT, legend, partial(legend_band, pen, legend), None, lambda: 40))
        if commented := self._comments(document, shown.id):
            given = CommentsInput(commented, columns, language, names_of(document, pen.words, commented))
            slots.append(Slot(COMMENTS, given, partial(comments_band, pen, given), None, lambda: 60))
        return slots

    def _lane_slot(self, pen: Pen, document: Document, lane: Lane, blueprint: str, context: Context) -> Slot:
        columns, language = self.columns, pen.words.language
        if lane.kind == "divider":
            return Slot(lane.id, (lane, columns), partial(divider_band, pen, lane, columns), None, lambda: 24)
        if lane.kind == "emotion" and not lane.collapsed:
            curves, active = self._showing.curves, self._active(context)
            emotion = EmotionInput(lane, columns, document.emotions(lane.parent), context, curves, active)
            kept = self._kept_curves(lane.id, curves, active)
            return Slot(lane.id, (*emotion, language), partial(emotion_band, pen, emotion, kept), None, lambda: PLOT)
        if lane.kind == "metrics" and not lane.collapsed:
            measured = tuple(card for card in document.cards(lane.parent) if card.nps or card.csat or card.ces)
            metrics = MetricsInput(lane, columns, measured)
            return Slot(lane.id, (*metrics, language), partial(metrics_band, pen, metrics), None, lambda: 60)
        cards = LaneInput(lane, columns, document.cards_in_lane(lane.parent, lane.id), context, blueprint)
        given = (*cards, language)
        return Slot(lane.id, given, partial(lane_band, pen, cards, self._cards), None, partial(_guess, cards))

    def _kept_curves(self, *way: str) -> KeptCurves:
        """Give what was drawn of an emotion lane when it was looked at in this way."""
        if way not in self._curves and len(self._curves) >= KEPT_WAYS:
            self._curves.clear()
        return self._curves.setdefault(way, KeptCurves())

    def _active(self, context: Context) -> str:
        """Give the id of the active persona, "" for the first: who is not on the map is not it."""
        found = self._showing.persona
        return found if any(persona.id == found for persona in context.shown[1:]) else ""

    def _felt_on(self, document: Document, map_id: str) -> Felt:
        emotions = document.emotions(map_id)
        if self._felt[0] is not emotions:
            self._felt = emotions, felt_in(emotions)
        return self._felt[1]

    def _marks(self, document: Document, map_id: str, lanes: list[Lane]) -> Used:
        used = Used()
        fresh = {}
        for lane in lanes:
            if lane.collapsed or lane.kind in LANES_WITHOUT_CARDS:
                continue
            cards = document.cards_in_lane(map_id, lane.id)
            found = self._used.get(lane.id)
            marks = found[1] if found is not None and found[0] is cards else marks_of(cards)
            fresh[lane.id] = (cards, marks)
            used = used.both(marks)
        self._used = fresh
        return used

    def _compose(self, document: Document, shown: Map) -> Scene:
        return Scene(title=shown.title, language=document.project.language, **self._placed())

    def _placed(self) -> dict[str, Any]:
        placed = _placed(self._slots, self.columns)
        over = self.scene.over if self.links_wait else self._over(placed["bands"])
        return placed | {"bands": self._fading.applied(placed["bands"]), "over": over}

    def _over(self, bands: tuple[Band, ...]) -> tuple[Node, ...]:
        assert self._drawn_with is not None
        pen, document, linked, context = self._drawn_with
        unknown = [slot.key for slot in self._slots if slot.band is None]
        closed = [lane.id for lane in document.lanes(self._map_id) if lane.collapsed]
        drawn = self._links.draw(pen, linked.links, bands, unknown, closed, self.columns, context, linked.above)
        ends = {one.link.id: (one.link.from_, one.link.to) for one in linked.links}
        over = self._fading.over(drawn, ends) if drawn else ()
        comments = self._comments(document, self._map_id)
        return (*over, *comment_marks(pen, comments, bands, drawn)) if comments else over

    def _comments(self, document: Document, map_id: str) -> tuple[Comment, ...]:
        return document.comments(map_id) if self._showing.comments else ()


def _guess(given: LaneInput) -> float:
    stacks: dict[str | None, int] = {}
    for card in given.cards:
        stacks[card.step] = stacks.get(card.step, 0) + 1
    return max(theme.MIN_LANE, 54.0 * max(stacks.values(), default=0) + 2 * theme.LANE_PADDING)


def _renewed(old: Slot | None, fresh: Slot) -> Slot:
    """Keep a band whose input is the same."""
    if old is not None and len(old.given) == len(fresh.given):
        if all(map(_same, old.given, fresh.given)):
            fresh.band = old.band
        if old.band is not None:
            fresh.kept_height = old.band.height
    return fresh


def _same(one: object, other: object) -> bool:
    """Compare inputs: records by identity (one that nothing touched is the same object), other values by value."""
    if one is other:
        return True
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    return not isinstance(one, Record) and one == other


def _placed(slots: list[Slot], columns: Columns) -> dict[str, Any]:
    bands = []
    top = 0.0
    for slot in slots:
        band = slot.band or Band(slot.key, 0.0, slot.guess, ())
        if band.top != top:
            band = Band(band.key, top, band.height, band.groups)
            slot.band = band if slot.band is not None else None
        bands.append(band)
        top += band.height
    return {"width": columns.sheet_width, "height": top, "bands": tuple(bands), "under": _under(bands, columns, top)}


def _under(bands: list[Band], columns: Columns, height: float) -> tuple[Node, ...]:
    """Draw the paper, and the lines between columns from the steps down to the last lane."""
    paper = Box(0, 0, columns.sheet_width, height, theme.PAPER)
    lanes = [band for band in bands if band.is_lane]
    if not lanes or not columns.columns:
        return (paper,)
    top, bottom = lanes[0].top, lanes[-1].top + lanes[-1].height
    rules = [
        line(
            column.x,
            top,
            column.x,
            bottom,
            Stroke(theme.RULE if column.first else theme.HAIRLINE, 0.8 if column.first else 0.6),
        )
        for column in columns.columns[1:]
    ]
    return (paper, *rules)


def lay_out(document: Document, map_id: str, typesetter: Typesetter, icons: Icons, showing: Showing = PLAIN) -> Scene:
    """Lay out a whole map once.

    Raises:
        KeyError: there is no such map.
    """
    return lay_out_for_pages(document, map_id, typesetter, icons, showing).scene


def lay_out_for_pages(
    document: Document, map_id: str, typesetter: Typesetter, icons: Icons, showing: Showing = PLAIN
) -> LaidOut:
    """Lay out a whole map once, with what pages need of it; raises as `lay_out` does."""
    sheet = Sheet(typesetter, icons)
    sheet.update(document, map_id, showing=showing)
    return sheet.laid_out
