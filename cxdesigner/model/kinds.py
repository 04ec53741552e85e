"""The values that the format names. A file may hold others (from a newer release): they are kept, shown as plain."""

from __future__ import annotations

from typing import Final

LANE_KINDS: Final = (
    "pictures", "actions", "thoughts", "quotes", "touchpoints", "channels", "evidence", "emotion", "pains",
    "opportunities", "ideas", "insights", "promise", "metrics", "frontstage", "backstage", "support", "notes",
    "divider",
)  # fmt: skip
CARD_KINDS: Final = (
    "action", "touchpoint", "thought", "quote", "pain", "opportunity", "idea", "insight", "promise", "evidence",
    "frontstage", "backstage", "support", "picture", "note",
)  # fmt: skip
CHANNELS: Final = (
    "website", "app", "email", "phone", "chat", "messaging", "social", "ad", "search", "store", "person", "post",
    "event", "device", "document", "other",
)  # fmt: skip
PHASES: Final = ("before", "during", "after")
STATES: Final = ("current", "future")
BASES: Final = ("assumption", "research")
DELIVERERS: Final = ("employee", "system", "channel", "product")
STATUSES: Final = ("open", "planned", "doing", "done", "dropped")
LINK_KINDS: Final = ("leads_to", "solves", "hands_over", "repeats")
EVIDENCE_KINDS: Final = ("assumption", "observed", "interview", "survey", "data")
PICTURE_TYPES: Final = ("image/png", "image/jpeg", "image/webp")

LANES_WITHOUT_CARDS: Final = frozenset({"emotion", "metrics", "divider"})

CARD_OF_LANE: Final = {
    "pictures": "picture",
    "actions": "action",
    "thoughts": "thought",
    "quotes": "quote",
    "touchpoints": "touchpoint",
    "channels": "touchpoint",
    "evidence": "evidence",
    "pains": "pain",
    "opportunities": "opportunity",
    "ideas": "idea",
    "insights": "insight",
    "promise": "promise",
    "frontstage": "frontstage",
    "backstage": "backstage",
    "support": "support",
}
"""The kind of card that a lane is for; a lane of any other kind takes notes."""


def card_kind_for(lane_kind: str) -> str:
    """Give the kind of a card that is started in a lane of this kind."""
    return CARD_OF_LANE.get(lane_kind, "note")
