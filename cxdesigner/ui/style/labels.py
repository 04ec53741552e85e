"""The interface's names for the values of the format; a value that is not known is shown as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from cxdesigner.ui.style.words import mark, tr

if TYPE_CHECKING:
    from cxdesigner.model.records import Record

Names = Mapping[str, str]
"""Names by value, to be translated."""

CHANNELS: Final[Names] = {
    "website": mark("Website"),
    "app": mark("App"),
    "store": mark("In store"),
    "person": mark("Person"),
    "phone": mark("Phone"),
    "chat": mark("Chat"),
    "social": mark("Social"),
    "email": mark("E-mail"),
    "messaging": mark("Message"),
    "search": mark("Search"),
    "ad": mark("Advert"),
    "post": mark("Post"),
    "event": mark("Event"),
    "device": mark("Device"),
    "document": mark("Document"),
    "other": mark("Other"),
}
"""The channels in the order of the library: the first eight are those that most maps need."""

CARDS: Final[Names] = {
    "action": mark("Action"),
    "thought": mark("Thought"),
    "pain": mark("Pain point"),
    "opportunity": mark("Opportunity"),
    "note": mark("Note"),
    "backstage": mark("Backstage"),
    "quote": mark("Quote"),
    "idea": mark("Idea"),
    "insight": mark("Insight"),
    "promise": mark("Promise"),
    "evidence": mark("Evidence"),
    "frontstage": mark("Frontstage"),
    "support": mark("Support"),
    "picture": mark("Picture"),
    "touchpoint": mark("Touchpoint"),
}
"""The kinds of card in the order of the library."""

LANES: Final[Names] = {
    "actions": mark("Actions"),
    "thoughts": mark("Thoughts"),
    "quotes": mark("Quotes"),
    "touchpoints": mark("Touchpoints"),
    "channels": mark("Channels"),
    "evidence": mark("Evidence"),
    "emotion": mark("Emotion"),
    "pains": mark("Pain points"),
    "opportunities": mark("Opportunities"),
    "ideas": mark("Ideas"),
    "insights": mark("Insights"),
    "promise": mark("Promise"),
    "metrics": mark("Metrics"),
    "frontstage": mark("Frontstage"),
    "backstage": mark("Backstage"),
    "support": mark("Support processes"),
    "pictures": mark("Pictures"),
    "notes": mark("Notes"),
    "divider": mark("Divider"),
}

DELIVERERS: Final[Names] = {
    "employee": mark("Employee"),
    "system": mark("System"),
    "channel": mark("Channel"),
    "product": mark("Product"),
}
PHASES: Final[Names] = {
    "before": mark("Before purchase"),
    "during": mark("During purchase"),
    "after": mark("After purchase"),
}
STATES: Final[Names] = {
    "current": mark("Current state"),
    "future": mark("Future state"),
}
BASES: Final[Names] = {
    "assumption": mark("Assumptions"),
    "research": mark("Research"),
}
STATUSES: Final[Names] = {
    "open": mark("Open"),
    "planned": mark("Planned"),
    "doing": mark("Under way"),
    "done": mark("Done"),
    "dropped": mark("Dropped"),
}
EVIDENCE: Final[Names] = {
    "assumption": mark("Assumption"),
    "observed": mark("Observed"),
    "interview": mark("Interview"),
    "survey": mark("Survey"),
    "data": mark("Data"),
}
LEVELS: Final[Names] = {
    "-2": mark("Very negative"),
    "-1": mark("Negative"),
    "0": mark("Neutral"),
    "1": mark("Positive"),
    "2": mark("Very positive"),
}
LINKS: Final[Names] = {
    "leads_to": mark("Leads to"),
    "solves": mark("Solves"),
    "hands_over": mark("Hands over to"),
    "repeats": mark("Repeats"),
}
RECORDS: Final[Names] = {
    "Map": mark("Map"),
    "Persona": mark("Persona"),
    "Stage": mark("Stage"),
    "Step": mark("Step"),
    "Lane": mark("Lane"),
    "Card": mark("Card"),
    "Emotion": mark("Emotion"),
    "Link": mark("Link"),
}


def label(names: Names, value: str) -> str:
    """Give the name of a value in the reader's language, or the value itself where it has none."""
    return tr(names[value]) if value in names else value


def lane_title(title: str, kind: str) -> str:
    """Give what a lane is called: its title, or the name of its kind."""
    return title or label(LANES, kind)


ONE: Final[Names] = {
    "Map": mark("map"),
    "Persona": mark("persona"),
    "Stage": mark("stage"),
    "Step": mark("step"),
    "Lane": mark("lane"),
    "Card": mark("card"),
    "Emotion": mark("emotion"),
    "Link": mark("link"),
    "Comment": mark("comment"),
    "": mark("item"),
}
"""Kinds of records, as a word in a sentence."""
SEVERAL: Final[Names] = {
    "Map": mark("{n:,} maps"),
    "Persona": mark("{n:,} personas"),
    "Stage": mark("{n:,} stages"),
    "Step": mark("{n:,} steps"),
    "Lane": mark("{n:,} lanes"),
    "Card": mark("{n:,} cards"),
    "Emotion": mark("{n:,} emotions"),
    "Link": mark("{n:,} links"),
    "Comment": mark("{n:,} comments"),
    "": mark("{n:,} items"),
}


def counted(records: Sequence[Record]) -> str:
    """Say within a sentence what records are: "card", "3 steps", "5 items"."""
    kinds = {type(record).__name__ for record in records}
    kind = kinds.pop() if len(kinds) == 1 else ""
    names = ONE if len(records) == 1 else SEVERAL
    return tr(names.get(kind, names[""]), n=len(records))
