"""The records of a project: frozen, validated, one class a noun of file-format.md.

A record keeps the fields that it does not know. `parent` is the id of the record that holds it in the file (a
step's stage, a card's map; "" for the project): it is never written, the nesting of the file says it.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, Strict, ValidationError

from cxdesigner.model import kinds
from cxdesigner.model.limits import MAX_STEP_WIDTH, MIN_STEP_WIDTH, InvalidValueError
from cxdesigner.model.values import Color, Date, Id, Ids, Number, Text, Texts, clean, known, number
from cxdesigner.model.wording import refusal

PARENT_KEY = "\x1fparent"
"""The key under which a reader passes `parent`; no file can hold it, since control characters are dropped."""

EMOTION_KEY = "\x1f"
"""Stands between persona and step in the id of an emotion, which has no id of its own in the file."""


def _cleaned(fields: dict[str, Any]) -> dict[str, Any]:
    # The id of an emotion holds a control character on purpose, and ids are never typed.
    return {name: value if name == "id" else _clean(value) for name, value in fields.items()}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    return type(value)(_clean(one) for one in value) if type(value) in (tuple, list) else value


class Part(BaseModel):
    """A value inside a record: frozen, strict about types, keeps unknown fields."""

    # Built when a record of its class is first made: most projects have no use for half of the classes, and what is
    # only a value inside a record is built with it.
    model_config = ConfigDict(
        frozen=True, strict=True, extra="allow", populate_by_name=True, allow_inf_nan=False, defer_build=True
    )

    @classmethod
    def new(cls, **fields: Any) -> Self:
        """Make a record of what somebody typed or pasted; text is cleaned.

        Raises:
            InvalidValueError: a value does not fit its field.
        """
        return cls._made(_cleaned(fields))

    @classmethod
    def _made(cls, fields: dict[str, Any]) -> Self:
        try:
            return cls.model_validate(fields, by_alias=False, by_name=True)
        except ValidationError as error:
            raise InvalidValueError(refusal(error)) from None

    def with_(self, **fields: Any) -> Self:
        """Make a copy with these fields changed, cleaned and validated; unknown fields stay.

        Raises:
            InvalidValueError: a value does not fit its field.
        """
        fresh = self._made(self.__dict__ | _cleaned(fields))
        if self.__pydantic_extra__:
            fresh.__pydantic_extra__.update(self.__pydantic_extra__)  # type: ignore[union-attr]
        return fresh


class Record(Part):
    """A part with an identity, held by a document."""

    id: Id
    parent: str = Field(default="", alias="\x1fparent", exclude=True)


class Ranked(Record):
    """A record that has a place among its siblings; `rank` is compared by code point, ties by id."""

    rank: str = Field(default="", max_length=1000)


class Copied(Ranked):
    """A ranked record that may have been made from another, whose id is `origin`."""

    origin: str = ""


class Brand(Part):
    name: Text = ""
    promise: Text = ""
    logo: str = ""
    primary: Color = ""


class Conflict(Part):
    """What a merge left open; `ours_by` and `theirs_by` name whose the values are, "" where that was not known."""

    path: Text = ""
    base: Any = None
    ours: Any = None
    theirs: Any = None
    ours_by: Text = ""
    theirs_by: Text = ""


class Project(Record):
    """The file itself: its title and what belongs to no map."""

    title: Text = ""
    language: Text = "en"
    brand: Brand | None = None
    conflicts: Annotated[tuple[Conflict, ...], Strict(strict=False)] = ()


class Department(Ranked):
    name: Text = ""
    color: Color = ""


class Persona(Ranked):
    name: Text = ""
    role: Text = ""
    color: Color = ""
    photo: str = ""
    quote: Text = ""
    about: Text = ""
    age: Text = ""
    occupation: Text = ""
    location: Text = ""
    goals: Texts = ()
    needs: Texts = ()
    frustrations: Texts = ()
    behaviours: Texts = ()
    channels: Texts = ()
    brand_feeling: Text = ""


class Map(Copied):
    """One journey on one sheet; stages, lanes, cards and so on are records of their own, children of it."""

    title: Text = ""
    state: known(*kinds.STATES) = "current"  # type: ignore[valid-type]
    basis: known(*kinds.BASES) = "assumption"  # type: ignore[valid-type]
    scenario: Text = ""
    goal: Text = ""
    release: Text = ""
    date: Text = ""
    author: Text = ""
    personas: Ids = ()


class Stage(Copied):
    title: Text = ""
    phase: known(*kinds.PHASES) = "during"  # type: ignore[valid-type]
    goal: Text = ""
    color: Color = ""
    collapsed: bool = False


class Step(Copied):
    """One column; `width` in points on the sheet, None for automatic. Its parent is its stage."""

    title: Text = ""
    duration: Text = ""
    note: Text = ""
    width: number(MIN_STEP_WIDTH, MAX_STEP_WIDTH) | None = None  # type: ignore[valid-type]


class Lane(Copied):
    kind: known(*kinds.LANE_KINDS) = ""  # type: ignore[valid-type]
    title: Text = ""
    subtitle: Text = ""
    color: Color = ""
    hidden: bool = False
    collapsed: bool = False
    pinned: bool = False


class Evidence(Part):
    kind: known(*kinds.EVIDENCE_KINDS) = ""  # type: ignore[valid-type]
    source: Text = ""
    url: Text = ""
    n: Number | None = None


class Vote(Part):
    id: Id
    round: str = ""
    by: Text = ""
    n: number(0) = 1  # type: ignore[valid-type]


class Nps(Part):
    """Net promoter score, -100..100, as counts of answers or as a score with the number of answers."""

    promoters: number(0) | None = None  # type: ignore[valid-type]
    passives: number(0) | None = None  # type: ignore[valid-type]
    detractors: number(0) | None = None  # type: ignore[valid-type]
    score: number(-100, 100) | None = None  # type: ignore[valid-type]
    n: number(0) | None = None  # type: ignore[valid-type]


class Csat(Part):
    """Customer satisfaction, 0..100 %, as counts or as a score with the number of answers."""

    satisfied: number(0) | None = None  # type: ignore[valid-type]
    total: number(0) | None = None  # type: ignore[valid-type]
    score: number(0, 100) | None = None  # type: ignore[valid-type]
    n: number(0) | None = None  # type: ignore[valid-type]


class Ces(Part):
    """Customer effort score: the mean of answers from 1 to `scale`."""

    mean: number(0) | None = None  # type: ignore[valid-type]
    n: number(0) | None = None  # type: ignore[valid-type]
    scale: number(2) = 7  # type: ignore[valid-type]


class Card(Copied):
    """Anything that stands in a lane at a step; lane and step None is the parking lot.

    `to` is the last step that it covers, None for only `step`; no personas means all of the map's.
    """

    lane: str | None = None
    step: str | None = None
    to: str | None = None
    kind: known(*kinds.CARD_KINDS) = ""  # type: ignore[valid-type]
    text: Text = ""
    color: Color = ""
    personas: Ids = ()
    url: Text = ""
    author: Text = ""
    evidence: Evidence | None = None
    votes: Annotated[tuple[Vote, ...], Strict(strict=False)] = ()
    channel: known(*kinds.CHANNELS) = ""  # type: ignore[valid-type]
    delivered_by: known(*kinds.DELIVERERS) = ""  # type: ignore[valid-type]
    department: str = ""
    moment_of_truth: bool = False
    support_moment: bool = False
    promise: Text = ""
    experience: Text = ""
    says: Text = ""
    nps: Nps | None = None
    csat: Csat | None = None
    ces: Ces | None = None
    severity: number(1, 5) | None = None  # type: ignore[valid-type]
    impact: number(1, 5) | None = None  # type: ignore[valid-type]
    effort: number(1, 5) | None = None  # type: ignore[valid-type]
    owner: Text = ""
    due: Date = ""
    status: known(*kinds.STATUSES) = "open"  # type: ignore[valid-type]
    solves: Ids = ()
    asset: str = ""
    alt: Text = ""


class Rating(Part):
    id: Id
    by: Text = ""
    score: number(-2, 2)  # type: ignore[valid-type]


class Emotion(Record):
    """How one persona feels at one step; its id is made of the two, see `emotion_id`."""

    id: str = Field(default="-", exclude=True, alias="\x1fid")
    persona: Id
    step: Id
    score: number(-2, 2) | None = None  # type: ignore[valid-type]
    feeling: Text = ""
    note: Text = ""
    evidence: Evidence | None = None
    ratings: Annotated[tuple[Rating, ...], Strict(strict=False)] = ()


class Link(Record):
    """An arrow between cards, steps or stages."""

    from_: Id = Field(alias="from")
    to: Id
    kind: known(*kinds.LINK_KINDS) = ""  # type: ignore[valid-type]
    label: Text = ""


class Round(Record):
    """A round of dot voting."""

    title: Text = ""
    dots: number(0) | None = None  # type: ignore[valid-type]
    stack: bool = True
    open: bool = True


class Comment(Record):
    """A remark on anything; with a `persona` it is on how that one feels at the step `on`."""

    on: str = ""
    persona: str = ""
    author: Text = ""
    date: Text = ""
    text: Text = ""
    done: bool = False


class Snapshot(Record):
    """A named version of the project; `content` is a project as the file has it, with ids of its own."""

    name: Text = ""
    author: Text = ""
    date: Text = ""
    content: dict[str, Any] = Field(default_factory=dict)


class Asset(Record):
    """A picture; its id is "sha256-<hex>" of the decoded bytes, `data` is base64."""

    id: Id = Field(default="-", exclude=True, alias="\x1fid")
    type: known(*kinds.PICTURE_TYPES) = ""  # type: ignore[valid-type]
    data: str = ""


def emotion_id(persona: str, step: str) -> str:
    """Give the id under which a document holds the emotion of a persona at a step."""
    return f"{persona}{EMOTION_KEY}{step}"
