"""A project made of a table: what stands in the rows is put where their columns say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from cxdesigner.interchange.table.columns import FRAME
from cxdesigner.interchange.table.csv_file import TableError, read_csv
from cxdesigner.interchange.table.entries import Entry, Losses, entries_of
from cxdesigner.interchange.table.frame import Frame, MapFrame
from cxdesigner.interchange.table.values import Values
from cxdesigner.interchange.table.wordings import LANE_OF_CARD
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.edits.maps import new_project
from cxdesigner.model.ids import new_id
from cxdesigner.model.kinds import LANES_WITHOUT_CARDS, card_kind_for
from cxdesigner.model.limits import LimitReachedError
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import Card, Ces, Csat, Emotion, Evidence, Lane, Nps, Record, Round, Vote, emotion_id
from cxdesigner.sentences import Sentence

_TEXTS = ("text", "promise", "experience", "says", "owner", "url", "author")
_NUMBERS = ("severity", "impact", "effort")
_WORDS = ("channel", "delivered_by")
_PLACE = frozenset({"no", "map", "state", "stage", "purchase", "step", "lane"})
"""Columns that say where something is, and not what."""


class Imported(NamedTuple):
    """A project of a table, and what of that was not understood or left out."""

    document: Document
    lost: tuple[Sentence, ...]


def read_table(data: bytes, title: str = "") -> Imported:
    """Make a project of a table in the bytes of a CSV file; `title` is that of the project, and of a map without one.

    Raises:
        TableError: it is no table, names no columns that are known, or is past a limit.
    """
    losses = Losses()
    entries = entries_of(read_csv(data), losses)
    try:
        document = _Building(title, entries, Values(entries, losses), losses).document()
    except LimitReachedError as error:
        raise TableError(error.sentence) from None
    return Imported(document, losses.sentences())


class _Building:
    def __init__(self, title: str, entries: list[Entry], values: Values, losses: Losses) -> None:
        self._entries, self._values, self._losses = entries, values, losses
        self._base = new_project(title)
        self._frame = Frame(self._base.root, title, values)
        self._cards: dict[str, list[Card]] = {}
        self._emotions: dict[str, Emotion] = {}
        self._rounds: dict[str, Round] = {}

    def document(self) -> Document:
        """Make the project."""
        kinds = [self._kind(entry) for entry in self._entries]
        self._frame.take(zip(self._entries, kinds, strict=True))
        for entry, kind in zip(self._entries, kinds, strict=True):
            self._put(entry, kind)
        self._frame.complete()
        draft = Draft(self._base)
        draft.put(*self._records())
        change = draft.change()
        return self._base.apply(change) if change is not None else self._base

    def _records(self) -> Iterable[Record]:
        language = self._frame.language
        if language:
            yield self._base.project.with_(language=language)
        yield from self._frame.records()
        for cards in self._cards.values():
            yield from (card.with_(rank=rank) for card, rank in zip(cards, spread(len(cards)), strict=True))
        yield from self._emotions.values()
        yield from self._rounds.values()

    def _kind(self, entry: Entry) -> str:
        """Give the kind of a row: one of FRAME, that of a card, or "" where nothing says it."""
        if entry.text("kind").strip():
            return self._values.one_of(entry, "kind")
        return "emotion" if entry.text("emotion").strip() and not entry.text("text").strip() else ""

    def _put(self, entry: Entry, kind: str) -> None:
        if kind in FRAME and kind != "emotion":
            self._frame.follow(entry, kind)
        elif kind == "emotion":
            self._put_emotion(entry, self._frame.map_of(entry))
        elif kind or not entry.cells.keys() <= _PLACE:
            self._put_card(entry, kind, self._frame.map_of(entry))
        else:  # a row that only names a place makes that
            home, lane = self._frame.map_of(entry), self._values.line(entry, "lane")
            home.step_of(entry)
            if lane:
                home.lane_called(lane, self._values.meanings.lane_kind(lane) or "notes")

    def _put_emotion(self, entry: Entry, home: MapFrame) -> None:
        step = home.step_of(entry) or home.current_step()
        people = self._frame.people(entry, home) or self._frame.everybody(home)
        home.lane_called(self._values.line(entry, "lane"), "emotion")
        fields = {
            "score": self._values.number(entry, "emotion"),
            "feeling": self._values.line(entry, "feeling"),
            "note": self._values.text(entry, "text"),
            "evidence": self._evidence(entry),
        }
        for persona in people:
            own = {"id": emotion_id(persona, step.id), "parent": home.map.id, "persona": persona, "step": step.id}
            self._emotions[own["id"]] = self._values.fitting(entry, Emotion, fields, **own)

    def _put_card(self, entry: Entry, kind: str, home: MapFrame) -> None:
        values = self._values
        step = home.step_of(entry)
        lane = self._lane(entry, kind, home, is_placed=step is not None)
        if step is None and lane is not None:
            step = home.current_step()
        last = home.step_after(entry, step) if step is not None else None
        if entry.text("to").strip() and last is None:
            values.tell_no_step(entry)
        if lane is not None and not kind:
            kind = card_kind_for(lane.kind)
        fields = {
            **{key: values.text(entry, key) for key in _TEXTS},
            **{key: values.number(entry, key) for key in _NUMBERS},
            **{key: values.one_of(entry, key) for key in _WORDS},
            "kind": kind or "note",
            "status": values.one_of(entry, "status") or "open",
            "due": values.day(entry, "due"),
            "moment_of_truth": values.yes(entry, "moment_of_truth"),
            "support_moment": values.yes(entry, "support_moment"),
            "nps": self._measure(entry, "nps", Nps, "score"),
            "csat": self._measure(entry, "csat", Csat, "score"),
            "ces": self._measure(entry, "ces", Ces, "mean"),
            "evidence": self._evidence(entry),
            "votes": self._votes(entry, home),
        }
        card = values.fitting(
            entry,
            Card,
            fields,
            id=new_id(),
            parent=home.map.id,
            lane=lane.id if lane is not None and step is not None else None,
            step=step.id if lane is not None and step is not None else None,
            to=last.id if last is not None and lane is not None else None,
            personas=tuple(self._frame.people(entry, home)),
            department=self._frame.department(values.line(entry, "department")),
        )
        self._cards.setdefault(home.map.id, []).append(card)

    def _lane(self, entry: Entry, kind: str, home: MapFrame, *, is_placed: bool) -> Lane | None:
        """Give the lane of a card: the one that is named, or else that of its kind where it has a step."""
        title = self._values.line(entry, "lane")
        if title:
            lane = home.lane_called(title, self._values.meanings.lane_kind(title) or LANE_OF_CARD.get(kind, "notes"))
            # A card cannot stand where the curves are.
            return lane if lane.kind not in LANES_WITHOUT_CARDS else home.lane_of(LANE_OF_CARD.get(kind, "notes"))
        return home.lane_of(LANE_OF_CARD.get(kind or "note", "notes")) if is_placed else None

    def _measure(self, entry: Entry, key: str, kind: type[Nps | Csat | Ces], field: str) -> Nps | Csat | Ces | None:
        value = self._values.number(entry, key)
        if value is None:
            return None
        fields = {field: value, "n": self._values.number(entry, f"{key}_n")}
        scale = self._values.number(entry, "ces_scale") if kind is Ces else None
        made = self._values.fitting(entry, kind, fields | ({"scale": scale} if scale is not None else {}))
        return made if getattr(made, field) is not None else None

    def _evidence(self, entry: Entry) -> Evidence | None:
        fields = {
            "kind": self._values.one_of(entry, "evidence"),
            "source": self._values.text(entry, "evidence_source"),
            "n": self._values.number(entry, "evidence_n"),
            "url": self._values.text(entry, "evidence_url"),
        }
        return self._values.fitting(entry, Evidence, fields) if any(fields.values()) else None

    def _votes(self, entry: Entry, home: MapFrame) -> tuple[Vote, ...]:
        n = self._values.number(entry, "votes")
        if not n:
            return ()
        if home.map.id not in self._rounds:
            self._rounds[home.map.id] = Round.new(id=new_id(), parent=home.map.id, title="Votes", open=False)
        vote = self._values.fitting(entry, Vote, {"n": n}, id=new_id(), round=self._rounds[home.map.id].id)
        return (vote,) if vote.n == n else ()
