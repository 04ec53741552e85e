"""Which fields the inspector shows for which record, and how each is edited: a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxdesigner.model.records import Card, Emotion, Lane, Link, Map, Persona, Record, Stage, Step
from cxdesigner.ui.style import labels


@dataclass(frozen=True, slots=True, eq=False)
class FieldSpec:
    """One field: what it is called, where its value is (`path`), and what edits it.

    `editor` is one of: line text lines choice switch number date color department people emotions feeling solves
    score picture.
    `half` fields stand two in a row. `group` puts a field under a heading that can be closed.
    """

    label: str
    path: str
    editor: str = "line"
    choices: labels.Names | None = None
    optional: bool = False
    half: bool = False
    group: str = ""
    tip: str = ""


def _field(label: str, path: str, editor: str = "line", **more: object) -> FieldSpec:
    return replace(FieldSpec(label, path, editor), **more)  # type: ignore[arg-type]


EVIDENCE_GROUP, SCORES, ANSWERS, MORE = "Evidence", "Satisfaction", "Counts of answers", "More"
CLOSED = frozenset({ANSWERS, MORE})
"""Groups that are closed until somebody opens them."""

NPS_TIP = "NPS = % promoters (9–10) − % detractors (0–6), from −100 to 100"
CSAT_TIP = "CSAT = satisfied answers ÷ all answers, in %"
CES_TIP = "CES = mean effort, from 1 to the end of the scale (7)"

_EVIDENCE = (
    _field("Kind", "evidence.kind", "choice", choices=labels.EVIDENCE, optional=True, half=True, group=EVIDENCE_GROUP),
    _field("Answers or visits", "evidence.n", "number", half=True, group=EVIDENCE_GROUP),
    _field("Source", "evidence.source", "text", group=EVIDENCE_GROUP),
    _field("Web address", "evidence.url", group=EVIDENCE_GROUP),
)
_SATISFACTION = (
    _field("NPS", "nps.score", "number", half=True, group=SCORES, tip=NPS_TIP),
    _field("Answers (NPS)", "nps.n", "number", half=True, group=SCORES),
    _field("CSAT, %", "csat.score", "number", half=True, group=SCORES, tip=CSAT_TIP),
    _field("Answers (CSAT)", "csat.n", "number", half=True, group=SCORES),
    _field("CES", "ces.mean", "number", half=True, group=SCORES, tip=CES_TIP),
    _field("Answers (CES)", "ces.n", "number", half=True, group=SCORES),
    _field("Promoters, 9–10", "nps.promoters", "number", half=True, group=ANSWERS, tip=NPS_TIP),
    _field("Passives, 7–8", "nps.passives", "number", half=True, group=ANSWERS, tip=NPS_TIP),
    _field("Detractors, 0–6", "nps.detractors", "number", half=True, group=ANSWERS, tip=NPS_TIP),
    _field("Satisfied", "csat.satisfied", "number", half=True, group=ANSWERS, tip=CSAT_TIP),
    _field("All answers", "csat.total", "number", half=True, group=ANSWERS, tip=CSAT_TIP),
    _field("Effort scale", "ces.scale", "number", half=True, group=ANSWERS, tip=CES_TIP),
)
_GENERIC = (
    _field("Kind of card", "kind", "choice", choices=labels.CARDS, half=True, group=MORE),
    _field("Colour", "color", "color", half=True, group=MORE),
    _field("Web address", "url", group=MORE),
    _field("Author", "author", group=MORE),
)
_TEXT = _field("Text", "text", "text")
_PERSONAS = _field("Personas", "personas", "people", tip="None checked: all personas of the map")
_DEPARTMENT = _field("Department", "department", "department")

_TOUCHPOINT = (
    _field("Title", "text", "text"),
    _field("Channel", "channel", "choice", choices=labels.CHANNELS, optional=True, half=True),
    _field("Delivered by", "delivered_by", "choice", choices=labels.DELIVERERS, optional=True, half=True),
    _DEPARTMENT,
    _PERSONAS,
    _field("Moment of truth", "moment_of_truth", "switch", tip="It decides what the customer thinks of the brand"),
    _field("Support moment", "support_moment", "switch", tip="The customer gets help here"),
    _field("Emotion at this step", "step", "emotions"),
    _field("What the customer says", "says", "text"),
    _field("Promise", "promise", "text"),
    _field("Experience", "experience", "text"),
    *_EVIDENCE,
    *_SATISFACTION,
    *_GENERIC,
)
_SOLUTION = (
    _TEXT,
    _field("Impact, 1–5", "impact", "number", half=True),
    _field("Effort, 1–5", "effort", "number", half=True),
    _field("Status", "status", "choice", choices=labels.STATUSES, half=True),
    _field("Due", "due", "date", half=True),
    _field("Owner", "owner"),
    _DEPARTMENT,
    _PERSONAS,
    _field("Solves", "solves", "solves"),
    *_EVIDENCE,
    *_GENERIC,
)
_PAIN = (_TEXT, _field("Severity, 1–5", "severity", "number"), _PERSONAS, *_EVIDENCE, *_GENERIC)
_WORK = (_TEXT, _DEPARTMENT, _PERSONAS, *_EVIDENCE, *_GENERIC)
_PICTURE = (
    _field("Picture", "asset", "picture"),
    _field("Caption", "text", "text"),
    _field("What the picture shows", "alt", "text", tip="Read aloud to those who can't see the picture"),
    _PERSONAS,
    *_GENERIC,
)

CARD_FIELDS: dict[str, tuple[FieldSpec, ...]] = {
    "touchpoint": _TOUCHPOINT,
    "pain": _PAIN,
    "opportunity": _SOLUTION,
    "idea": _SOLUTION,
    "insight": _SOLUTION,
    "frontstage": _WORK,
    "backstage": _WORK,
    "support": _WORK,
    "picture": _PICTURE,
}
PLAIN_CARD_FIELDS = (_TEXT, _PERSONAS, *_EVIDENCE, *_GENERIC)

FIELDS: dict[type[Record], tuple[FieldSpec, ...]] = {
    Persona: (
        _field("Name", "name"),
        _field("Role", "role"),
        _field("Photo", "photo", "picture"),
        _field("Colour", "color", "color", half=True),
        _field("Age", "age", half=True),
        _field("Occupation", "occupation", half=True),
        _field("Location", "location", half=True),
        _field("Quote", "quote", "text"),
        _field("About", "about", "text"),
        _field("Goals", "goals", "lines"),
        _field("Needs", "needs", "lines"),
        _field("Frustrations", "frustrations", "lines"),
        _field("Behaviours", "behaviours", "lines"),
        _field("Channels", "channels", "lines"),
        _field("How the brand makes them feel", "brand_feeling", "text"),
    ),
    Map: (
        _field("Title", "title", "text"),
        _field("State", "state", "choice", choices=labels.STATES, half=True),
        _field("Based on", "basis", "choice", choices=labels.BASES, half=True),
        _field("Scenario", "scenario", "text"),
        _field("Goal", "goal", "text"),
        _field("Personas on this map", "personas", "people"),
        _field("Release", "release", half=True),
        _field("Date", "date", half=True),
        _field("Author", "author"),
    ),
    Stage: (
        _field("Title", "title", "text"),
        _field("Phase", "phase", "choice", choices=labels.PHASES),
        _field("Goal of the customer", "goal", "text"),
        _field("Colour", "color", "color"),
        _field("Collapsed", "collapsed", "switch"),
    ),
    Step: (
        _field("Title", "title", "text"),
        _field("Duration", "duration", half=True),
        _field("Width, points", "width", "number", half=True, tip="Empty: as wide as others"),
        _field("Note", "note", "text"),
    ),
    Lane: (
        _field("Title", "title"),
        _field("Subtitle", "subtitle"),
        _field("What it holds", "kind", "choice", choices=labels.LANES, optional=True),
        _field("Colour", "color", "color"),
        _field("Hidden", "hidden", "switch"),
        _field("Collapsed", "collapsed", "switch"),
        _field("Pinned in view", "pinned", "switch"),
    ),
    Link: (
        _field("Kind of link", "kind", "choice", choices=labels.LINKS),
        _field("Words at the link", "label", "text"),
    ),
    Emotion: (
        _field("Score", "score", "score"),
        _field("Feeling, in a word", "feeling", "feeling"),
        _field("Note at the point", "note", "text"),
        *_EVIDENCE,
    ),
}
PROJECT_FIELDS = (
    _field("Title of the project", "title"),
    _field("Language", "language", tip="Such as en, nl or pt-BR"),
)
BRAND_FIELDS = (
    _field("Name", "brand.name"),
    _field("Promise", "brand.promise", "text", tip="What the brand promises its customers"),
    _field("Logo", "brand.logo", "picture", tip="It stands beside the title of every map"),
    _field("Colour", "brand.primary", "color"),
)


def fields_of(record: Record) -> tuple[FieldSpec, ...]:
    """Give the fields that are shown of a record."""
    if isinstance(record, Card):
        return CARD_FIELDS.get(record.kind, PLAIN_CARD_FIELDS)
    return FIELDS.get(type(record), ())


def fields_for(records: Sequence[Record]) -> tuple[FieldSpec, ...]:
    """Give the fields that all records share, in the order of the first."""
    if not records:
        return ()
    kinds = {(type(record), record.kind if isinstance(record, Card) else ""): record for record in records}
    tables = [fields_of(record) for record in kinds.values()]
    if len(tables) == 1:
        return tables[0]
    same = {(spec.path, spec.editor) for spec in tables[0]}
    same.intersection_update(*({(spec.path, spec.editor) for spec in table} for table in tables[1:]))
    return tuple(spec for spec in tables[0] if (spec.path, spec.editor) in same)
