"""Whole projects for hypothesis: every class, every field, unknown fields, texts of any script."""

from __future__ import annotations

from base64 import b64decode
from hashlib import sha256
from typing import Any

from hypothesis import strategies as st

from cxdesigner.model import kinds
from cxdesigner.model.document import Document
from cxdesigner.model.ranks import spread
from cxdesigner.model.records import (
    Asset,
    Brand,
    Card,
    Ces,
    Comment,
    Conflict,
    Csat,
    Department,
    Emotion,
    Evidence,
    Lane,
    Link,
    Map,
    Nps,
    Part,
    Persona,
    Project,
    Rating,
    Record,
    Round,
    Snapshot,
    Stage,
    Step,
    Vote,
    emotion_id,
)

# Red, green and blue of 51, 102 and 153; black.
_PIXELS = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGMwTpsJAAICATNWh+JUAAAAAElFTkSuQmCC",
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC",
)
PICTURES = {f"sha256-{sha256(b64decode(data)).hexdigest()}": data for data in _PIXELS}
"""Pictures of one pixel, by their keys."""

GONE = "gone"
"""An id that no record has."""

texts = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\t\n"), max_size=8)
whole = st.integers(0, 50)
colors = st.sampled_from(["", "#2f5bd7", "#ABCDEF"])
texts_lists = st.lists(texts, max_size=2)
flags = st.booleans()


def between(low: float, high: float) -> st.SearchStrategy[float]:
    return st.integers(int(low), int(high)) | st.floats(low, high)


def one_of(values: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from([*values, "", "from-a-newer-release"])


# As a reader leaves them: whole numbers are integers.
numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False).filter(lambda value: not value.is_integer())
json_values = st.recursive(
    st.none() | flags | numbers | texts,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(texts, inner, max_size=2),
    max_leaves=4,
)
unknown = st.just({}) | st.dictionaries(texts.map("x-{}".format), json_values, max_size=2)
contents = st.just({}) | st.fixed_dictionaries(
    {"id": st.just("p"), "title": texts, "maps": st.just([]), "zz": json_values}
)
"""What a snapshot holds."""


@st.composite
def parts(draw: st.DrawFn, kind: type[Part], **given: Any) -> Any:
    """Make a part or record of this class with some of its fields, and unknown ones."""
    return kind.new(**draw(st.fixed_dictionaries({}, optional=_FIELDS[kind])) | given | draw(unknown))


_FIELDS: dict[type[Part], dict[str, st.SearchStrategy[Any]]] = {
    Brand: {"name": texts, "promise": texts, "primary": colors},
    Conflict: {"path": texts, "base": json_values, "ours": json_values, "theirs": json_values},
    Project: {"title": texts, "language": st.sampled_from(["en", "nl-BE"]), "brand": parts(Brand)}
    | {"conflicts": st.lists(parts(Conflict), max_size=2)},
    Department: {"name": texts, "color": colors},
    Persona: dict.fromkeys(["name", "role", "quote", "about", "age", "occupation", "location", "brand_feeling"], texts)
    | dict.fromkeys(["goals", "needs", "frustrations", "behaviours", "channels"], texts_lists)
    | {"color": colors},
    Map: dict.fromkeys(["origin", "title", "scenario", "goal", "release", "date", "author"], texts)
    | {"state": one_of(kinds.STATES), "basis": one_of(kinds.BASES)},
    Stage: {"origin": texts, "title": texts, "phase": one_of(kinds.PHASES), "goal": texts, "color": colors}
    | {"collapsed": flags},
    Step: {"origin": texts, "title": texts, "duration": texts, "note": texts, "width": between(24, 4000)},
    Lane: {"origin": texts, "kind": one_of(kinds.LANE_KINDS), "title": texts, "subtitle": texts, "color": colors}
    | dict.fromkeys(["hidden", "collapsed", "pinned"], flags),
    Evidence: {"kind": one_of(kinds.EVIDENCE_KINDS), "source": texts, "url": texts, "n": numbers},
    Vote: {"by": texts, "n": whole},
    Nps: dict.fromkeys(["promoters", "passives", "detractors", "n"], whole) | {"score": between(-100, 100)},
    Csat: dict.fromkeys(["satisfied", "total", "n"], whole) | {"score": between(0, 100)},
    Ces: {"mean": between(0, 7), "n": whole, "scale": between(2, 10)},
    Card: dict.fromkeys(["origin", "text", "url", "author", "promise", "experience", "says", "owner", "alt"], texts)
    | {"kind": one_of(kinds.CARD_KINDS), "channel": one_of(kinds.CHANNELS), "color": colors}
    | {"delivered_by": one_of(kinds.DELIVERERS), "moment_of_truth": flags, "support_moment": flags}
    | {"evidence": parts(Evidence), "nps": parts(Nps), "csat": parts(Csat), "ces": parts(Ces)}
    | dict.fromkeys(["severity", "impact", "effort"], between(1, 5))
    | {"due": st.sampled_from(["", "2026-06-30"]), "status": one_of(kinds.STATUSES)},
    Rating: {"by": texts},
    Emotion: {"score": between(-2, 2), "feeling": texts, "note": texts, "evidence": parts(Evidence)},
    Link: {"kind": one_of(kinds.LINK_KINDS), "label": texts},
    Round: {"title": texts, "dots": whole, "stack": flags, "open": flags},
    Comment: {"author": texts, "date": texts, "text": texts, "done": flags},
    Asset: {},
    Snapshot: {"name": texts, "author": texts, "date": texts, "content": contents},
}


class _Builder:
    """Draws one project; ids count on, so that each is there once."""

    def __init__(self, draw: st.DrawFn, *, loose: bool) -> None:
        self.draw = draw
        self.loose = loose
        self.records: list[Record] = []
        self.personas: list[str] = []
        self.departments: list[str] = []
        self.assets: list[str] = []
        self.odd = draw(st.sampled_from(["", "é", '"', "\\", " ", "🚋"]))

    def id(self, kind: str) -> str:
        return f"{kind}-{len(self.records)}{self.odd}"

    def ref(self, ids: list[str]) -> str:
        """Give one of these ids, or one that leads nowhere; "" if there is none."""
        choice = [*ids, GONE] if self.loose else ids
        return self.draw(st.sampled_from(choice)) if choice else ""

    def refs(self, ids: list[str]) -> list[str]:
        choice = [*ids, GONE] if self.loose else ids
        return self.draw(st.lists(st.sampled_from(choice), max_size=2)) if choice else []

    def add(self, kind: type[Record], parent: str, **given: Any) -> str:
        key = given.pop("id", None) or self.id(kind.__name__.lower()[:2])
        self.records.append(self.draw(parts(kind, id=key, parent=parent, **given)))
        return key

    def several(self, kind: type[Record], parent: str, low: int = 0, high: int = 2, **given: Any) -> list[str]:
        """Add siblings, with ranks or without; if with, their order in memory is not that of their ranks."""
        count = self.draw(st.integers(low, high))
        ranks = spread(count) if self.draw(flags) else [""] * count
        return [self.add(kind, parent, rank=rank, **given) for rank in reversed(ranks)]

    def project(self) -> Document:
        odd = {"logo": "", "é": "AAAA"} if self.loose else {}
        files = PICTURES | odd
        self.assets += self.draw(st.lists(st.sampled_from([*files]), unique=True))
        # A file keeps only the pictures whose keys occur in it.
        root = self.add(Project, "", **({"x-pictures": self.assets} if self.assets else {}))
        self.departments = self.several(Department, root)
        self.personas = self.several(Persona, root, photo=self.ref(self.assets))
        for shown in self.several(Map, root, personas=self.refs(self.personas)):
            self.map(shown)
        for _ in range(self.draw(st.integers(0, 1))):
            self.add(Snapshot, root)
        for key in self.assets:
            self.add(Asset, root, id=key, type="image/png", data=files[key])
        return Document(self.records)

    def map(self, shown: str) -> None:
        stages = self.several(Stage, shown)
        steps = [step for stage in stages for step in self.several(Step, stage, low=1)]
        lanes = self.several(Lane, shown)
        rounds = [self.add(Round, shown) for _ in range(self.draw(st.integers(0, 1)))]
        cards: list[str] = []
        for _ in range(self.draw(st.integers(0, 3))):
            cards += self.several(Card, shown, high=1, **self.card(lanes, steps, rounds, cards))
        for persona, step in {(self.ref(self.personas), self.ref(steps)) for _ in range(3)}:
            if persona and step:
                ratings = (
                    [self.draw(parts(Rating, id=self.id("g"), score=self.draw(between(-2, 2))))]
                    if self.draw(flags)
                    else []
                )
                key = emotion_id(persona, step)
                if key not in {record.id for record in self.records}:
                    self.add(Emotion, shown, id=key, persona=persona, step=step, ratings=ratings)
        ends = [*cards, *steps, *stages]
        if ends:
            self.add(Link, shown, from_=self.ref(ends), to=self.ref(ends))
        self.add(Comment, shown, on=self.ref(ends), persona=self.ref(self.personas) if self.draw(flags) else "")

    @property
    def bare(self) -> set[str]:
        """The lanes that hold no cards."""
        return {
            record.id
            for record in self.records
            if isinstance(record, Lane) and record.kind in kinds.LANES_WITHOUT_CARDS
        }

    def place(self, lanes: list[str], steps: list[str]) -> dict[str, str | None]:
        """Give a cell, or the parking lot; a loose card may have half a place."""
        lane, step = self.ref(lanes) or None, self.ref(steps) or None
        if not self.loose and (lane is None or step is None or self.draw(flags)):
            lane = step = None
        return {"lane": lane, "step": step}

    def card(self, lanes: list[str], steps: list[str], rounds: list[str], cards: list[str]) -> dict[str, Any]:
        votes = [self.draw(parts(Vote, id=self.id("v"), round=self.ref(rounds)))] if self.draw(flags) else []
        return {
            **self.place([lane for lane in lanes if lane not in self.bare], steps),
            "to": (self.ref(steps) or None) if self.draw(flags) else None,
            "personas": self.refs(self.personas),
            "department": self.ref(self.departments),
            "solves": self.refs(cards),
            "asset": self.ref(self.assets),
            "votes": votes,
        }


@st.composite
def documents(draw: st.DrawFn, *, loose: bool = False) -> Document:
    """Make a whole project; a `loose` one has references that lead nowhere."""
    return _Builder(draw, loose=loose).project()
