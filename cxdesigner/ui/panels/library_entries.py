"""What the library holds, and how each entry looks: its name, icon, colours and what dragging it does."""

from __future__ import annotations

from typing import NamedTuple

from cxdesigner.layout import theme
from cxdesigner.model.kinds import LANE_KINDS
from cxdesigner.ui.entries import Entry
from cxdesigner.ui.style import labels
from cxdesigner.ui.style.tokens import Tokens
from cxdesigner.ui.style.words import tr

MAIN_CHANNELS = 8
MAIN_CARDS = 6

STRUCTURE = (Entry("stage"), Entry("step"), Entry("lane"), Entry("divider"))
LANE_ENTRIES = tuple(Entry("lane", kind) for kind in LANE_KINDS if kind != "divider")
CHANNEL_ENTRIES = tuple(Entry("touchpoint", channel) for channel in labels.CHANNELS)
CARD_ENTRIES = tuple(Entry("card", kind) for kind in labels.CARDS if kind != "touchpoint")


class Face(NamedTuple):
    """How an entry looks: an icon in `ink`, on a square of `fill` unless that is ""."""

    label: str
    icon: str
    ink: str
    fill: str
    tip: str


def face_of(entry: Entry, tokens: Tokens) -> Face:
    """Tell how an entry looks; those of personas are drawn from the persona."""
    if entry.kind == "touchpoint":
        color = theme.CHANNEL_COLOR.get(entry.value, theme.PLAIN_CHANNEL)
        tip = tr("Drag onto a step to add a touchpoint with this channel, or click to add it at the selection.")
        return Face(labels.label(labels.CHANNELS, entry.value), f"channel-{entry.value}", color, "", tip)
    if entry.kind == "card":
        colors = theme.CARD_COLORS.get(entry.value, theme.PLAIN_CARD)
        tip = tr("Drag onto a cell to add a card of this kind, or click to add it at the selection.")
        fill = colors.fill
        return Face(labels.label(labels.CARDS, entry.value), f"card-{entry.value}", colors.ink, fill, tip)
    if entry.kind == "lane":
        tip = tr("Drag between two lanes to add a lane there, or click.")
        return Face(labels.label(labels.LANES, entry.value) or tr("Lane"), "lane", tokens.muted, "", tip)
    return _structure(entry, tokens)


def _structure(entry: Entry, tokens: Tokens) -> Face:
    found = {
        "stage": (tr("Stage"), "stage", tr("Drag between two stages to add one there, or click.")),
        "step": (tr("Step"), "step", tr("Drag between two steps to add a step there, or click.")),
        "divider": (tr("Divider"), "divider", tr("Drag between two lanes to draw a line there, or click.")),
        "persona": (
            "",
            "persona",
            tr("Click to see this persona. Drag onto the map to add it, or onto a step to rate it."),
        ),
        "new-persona": (tr("New persona"), "add", tr("Add a persona to the project and to this map.")),
    }
    label, icon, tip = found[entry.kind]
    return Face(label, icon, tokens.muted, "", tip)
