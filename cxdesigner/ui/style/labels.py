"""The interface's names for the values of the format; a value that is not known is shown as it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_CONTEXT = "labels"

Names = Mapping[str, object]
"""Names by value; Qt's mark for the translators gives back the text, and types it as an object."""

CHANNELS: Final[Names] = {
    "website": QT_TRANSLATE_NOOP("labels", "Website"),
    "app": QT_TRANSLATE_NOOP("labels", "App"),
    "store": QT_TRANSLATE_NOOP("labels", "In store"),
    "person": QT_TRANSLATE_NOOP("labels", "Person"),
    "phone": QT_TRANSLATE_NOOP("labels", "Phone"),
    "chat": QT_TRANSLATE_NOOP("labels", "Chat"),
    "social": QT_TRANSLATE_NOOP("labels", "Social"),
    "email": QT_TRANSLATE_NOOP("labels", "E-mail"),
    "messaging": QT_TRANSLATE_NOOP("labels", "Message"),
    "search": QT_TRANSLATE_NOOP("labels", "Search"),
    "ad": QT_TRANSLATE_NOOP("labels", "Advert"),
    "post": QT_TRANSLATE_NOOP("labels", "Post"),
    "event": QT_TRANSLATE_NOOP("labels", "Event"),
    "device": QT_TRANSLATE_NOOP("labels", "Device"),
    "document": QT_TRANSLATE_NOOP("labels", "Document"),
    "other": QT_TRANSLATE_NOOP("labels", "Other"),
}
"""The channels in the order of the library: the first eight are those that most maps need."""

CARDS: Final[Names] = {
    "action": QT_TRANSLATE_NOOP("labels", "Action"),
    "thought": QT_TRANSLATE_NOOP("labels", "Thought"),
    "pain": QT_TRANSLATE_NOOP("labels", "Pain point"),
    "opportunity": QT_TRANSLATE_NOOP("labels", "Opportunity"),
    "note": QT_TRANSLATE_NOOP("labels", "Note"),
    "backstage": QT_TRANSLATE_NOOP("labels", "Backstage"),
    "quote": QT_TRANSLATE_NOOP("labels", "Quote"),
    "idea": QT_TRANSLATE_NOOP("labels", "Idea"),
    "insight": QT_TRANSLATE_NOOP("labels", "Insight"),
    "promise": QT_TRANSLATE_NOOP("labels", "Promise"),
    "evidence": QT_TRANSLATE_NOOP("labels", "Evidence"),
    "frontstage": QT_TRANSLATE_NOOP("labels", "Frontstage"),
    "support": QT_TRANSLATE_NOOP("labels", "Support"),
    "picture": QT_TRANSLATE_NOOP("labels", "Picture"),
    "touchpoint": QT_TRANSLATE_NOOP("labels", "Touchpoint"),
}
"""The kinds of card in the order of the library."""

LANES: Final[Names] = {
    "actions": QT_TRANSLATE_NOOP("labels", "Actions"),
    "thoughts": QT_TRANSLATE_NOOP("labels", "Thoughts"),
    "quotes": QT_TRANSLATE_NOOP("labels", "Quotes"),
    "touchpoints": QT_TRANSLATE_NOOP("labels", "Touchpoints"),
    "channels": QT_TRANSLATE_NOOP("labels", "Channels"),
    "evidence": QT_TRANSLATE_NOOP("labels", "Evidence"),
    "emotion": QT_TRANSLATE_NOOP("labels", "Emotion"),
    "pains": QT_TRANSLATE_NOOP("labels", "Pain points"),
    "opportunities": QT_TRANSLATE_NOOP("labels", "Opportunities"),
    "ideas": QT_TRANSLATE_NOOP("labels", "Ideas"),
    "insights": QT_TRANSLATE_NOOP("labels", "Insights"),
    "promise": QT_TRANSLATE_NOOP("labels", "Promise"),
    "metrics": QT_TRANSLATE_NOOP("labels", "Metrics"),
    "frontstage": QT_TRANSLATE_NOOP("labels", "Frontstage"),
    "backstage": QT_TRANSLATE_NOOP("labels", "Backstage"),
    "support": QT_TRANSLATE_NOOP("labels", "Support processes"),
    "pictures": QT_TRANSLATE_NOOP("labels", "Pictures"),
    "notes": QT_TRANSLATE_NOOP("labels", "Notes"),
    "divider": QT_TRANSLATE_NOOP("labels", "Divider"),
}

DELIVERERS: Final[Names] = {
    "employee": QT_TRANSLATE_NOOP("labels", "Employee"),
    "system": QT_TRANSLATE_NOOP("labels", "System"),
    "channel": QT_TRANSLATE_NOOP("labels", "Channel"),
    "product": QT_TRANSLATE_NOOP("labels", "Product"),
}
PHASES: Final[Names] = {
    "before": QT_TRANSLATE_NOOP("labels", "Before purchase"),
    "during": QT_TRANSLATE_NOOP("labels", "During purchase"),
    "after": QT_TRANSLATE_NOOP("labels", "After purchase"),
}
STATES: Final[Names] = {
    "current": QT_TRANSLATE_NOOP("labels", "Current state"),
    "future": QT_TRANSLATE_NOOP("labels", "Future state"),
}
BASES: Final[Names] = {
    "assumption": QT_TRANSLATE_NOOP("labels", "Assumptions"),
    "research": QT_TRANSLATE_NOOP("labels", "Research"),
}
STATUSES: Final[Names] = {
    "open": QT_TRANSLATE_NOOP("labels", "Open"),
    "planned": QT_TRANSLATE_NOOP("labels", "Planned"),
    "doing": QT_TRANSLATE_NOOP("labels", "Under way"),
    "done": QT_TRANSLATE_NOOP("labels", "Done"),
    "dropped": QT_TRANSLATE_NOOP("labels", "Dropped"),
}
EVIDENCE: Final[Names] = {
    "assumption": QT_TRANSLATE_NOOP("labels", "Assumption"),
    "observed": QT_TRANSLATE_NOOP("labels", "Observed"),
    "interview": QT_TRANSLATE_NOOP("labels", "Interview"),
    "survey": QT_TRANSLATE_NOOP("labels", "Survey"),
    "data": QT_TRANSLATE_NOOP("labels", "Data"),
}
LEVELS: Final[Names] = {
    "-2": QT_TRANSLATE_NOOP("labels", "Very negative"),
    "-1": QT_TRANSLATE_NOOP("labels", "Negative"),
    "0": QT_TRANSLATE_NOOP("labels", "Neutral"),
    "1": QT_TRANSLATE_NOOP("labels", "Positive"),
    "2": QT_TRANSLATE_NOOP("labels", "Very positive"),
}
LINKS: Final[Names] = {
    "leads_to": QT_TRANSLATE_NOOP("labels", "Leads to"),
    "solves": QT_TRANSLATE_NOOP("labels", "Solves"),
    "hands_over": QT_TRANSLATE_NOOP("labels", "Hands over to"),
    "repeats": QT_TRANSLATE_NOOP("labels", "Repeats"),
}
RECORDS: Final[Names] = {
    "Map": QT_TRANSLATE_NOOP("labels", "Map"),
    "Persona": QT_TRANSLATE_NOOP("labels", "Persona"),
    "Stage": QT_TRANSLATE_NOOP("labels", "Stage"),
    "Step": QT_TRANSLATE_NOOP("labels", "Step"),
    "Lane": QT_TRANSLATE_NOOP("labels", "Lane"),
    "Card": QT_TRANSLATE_NOOP("labels", "Card"),
    "Emotion": QT_TRANSLATE_NOOP("labels", "Emotion"),
    "Link": QT_TRANSLATE_NOOP("labels", "Link"),
}


def label(names: Names, value: str) -> str:
    """Give the name of a value in the reader's language, or the value itself where it has none."""
    return QCoreApplication.translate(_CONTEXT, str(names[value])) if value in names else value


def lane_title(title: str, kind: str) -> str:
    """Give what a lane is called: its title, or the name of its kind."""
    return title or label(LANES, kind)
