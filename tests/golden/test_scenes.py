"""The scenes of the examples, the templates and a map of everything, as text. `pytest --update-golden` writes them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cxdesigner.layout import theme
from cxdesigner.layout.scene import Box, GlyphRun, Group
from cxdesigner.layout.scene import Path as Drawn
from cxdesigner.model import kinds
from cxdesigner.model.document import Document
from cxdesigner.model.records import Link
from cxdesigner.resources import resource
from cxdesigner.storage.codec import read
from tests.golden.dump import dump
from tests.layout.builders import a_map, picture, scene_of

if TYPE_CHECKING:
    from cxdesigner.layout.scene import Node, Scene

FOLDER = Path(__file__).parent
FILES = sorted([*resource("examples").glob("*.cxd"), *resource("templates").glob("*.cxd")])


def everything() -> Document:
    """Make a map with every kind of lane, card, channel and mark in it."""
    lanes = [{"kind": kind, "title": "Behind the curtain" if kind == "divider" else ""} for kind in kinds.LANE_KINDS]
    lanes += [
        {"kind": "quotes", "collapsed": True, "color": "#d1495b"},
        {"kind": "later", "subtitle": "of a newer release"},
    ]
    number = {lane["kind"]: f"l{at}" for at, lane in enumerate(lanes)}
    cards = [
        {"lane": lane, "step": "s0", "kind": card, "text": f"A card of the kind {card}"}
        for lane, card in ((number[lane], kind) for lane, kind in kinds.CARD_OF_LANE.items())
    ]
    cards += [
        {
            "lane": number["channels"],
            "step": f"s{1 + at % 5}",
            "kind": "touchpoint",
            "channel": channel,
            "text": "Meets",
        }
        for at, channel in enumerate([*kinds.CHANNELS, "teleport"])
    ]
    marks = {"moment_of_truth": True, "support_moment": True, "department": "d", "personas": ["p0", "p1"]}
    measures = {"nps": {"promoters": 10, "passives": 5, "detractors": 3}, "csat": {"score": 81}, "ces": {"mean": 2.5}}
    action = {"owner": "Anna", "due": "2026-06-30", "status": "doing"}
    cards += [
        {"lane": number["touchpoints"], "step": "s1", "kind": "touchpoint", "channel": "phone"} | marks | measures,
        {"lane": number["opportunities"], "step": "s1", "to": "s4", "kind": "opportunity", "text": "Wide"} | action,
        {"lane": number["pains"], "step": "s1", "kind": "pain", "text": "Hurts", "severity": 4},
        {
            "lane": number["pictures"],
            "step": "s1",
            "kind": "picture",
            "asset": "a",
            "text": "At the door",
            "alt": "A door",
        },
        {"lane": number["notes"], "step": "s2", "kind": "note", "text": "Kept\napart", "color": "#123456"} | marks,
        {"lane": number["later"], "step": "s2", "kind": "later", "text": "Of a newer release"},
    ]
    scores = [(2, "At last"), (1, ""), (0, "Well"), (-1, ""), (None, "Left"), (-2, "It takes far too long. " * 4)]
    emotions = [
        {"persona": f"p{who}", "step": f"s{at}", "score": score if who == 0 or score is None else -score, "note": note}
        for who in (0, 1)
        for at, (score, note) in enumerate(scores)
    ]
    stages = [
        {
            "title": "Decide",
            "phase": "before",
            "steps": [{"title": "Looks", "duration": "5 min"}, {"title": "Compares"}],
        },
        {"title": "Buy", "goal": "Be sure", "steps": [{"title": "Pays", "width": 160, "note": "By card"}, {}]},
        {"title": "Use and come back", "phase": "after", "color": "#ffd166", "steps": [{"title": "Uses"}]},
        {"title": "Later", "phase": "later", "steps": [{"title": "Ends", "width": 60}]},
    ]
    personas = [{"name": "Anna Smith", "role": "Guest", "color": "#d1495b"}, {"name": "Bob", "photo": "a"}, {}]
    return a_map(
        stages, lanes, cards, emotions, personas,
        departments={"d": "Kitchen"}, assets={"a": picture(300, 200)},
        title="Everything", state="future", basis="research", scenario="All at once", goal="See it",
        release="3", date="2026-06-30", author="Us",
    )  # fmt: skip


def links() -> Document:
    """Make a map with links of every kind, between all that can be linked, with words and departments."""
    lanes = [{"kind": kind} for kind in ("actions", "touchpoints", "emotion", "pains", "opportunities", "backstage")]
    cards = [
        {"lane": f"l{lane}", "step": f"s{step}", "kind": kind, "text": f"{kind} {step}"}
        for lane, kind in ((0, "action"), (1, "touchpoint"), (3, "pain"), (4, "opportunity"))
        for step in range(6)
    ]
    for at in range(6, 12):
        cards[at]["department"] = "f" if at % 2 else "k"
    cards.append({"lane": "l5", "step": "s1", "to": "s4", "kind": "backstage", "text": "Behind all of it"})
    cards[20]["solves"] = ["c14"]
    stages = [{"title": title, "steps": 2} for title in ("Decide", "Order", "Come back")]
    document = a_map(stages, lanes, cards, departments={"f": "Floor", "k": "Kitchen"}, title="Links")
    ends = [
        ("c0", "leads_to", "c1", ""), ("c6", "hands_over", "c8", ""), ("c9", "hands_over", "c10", "at the pass"),
        ("c7", "hands_over", "c6", ""), ("g2", "repeats", "g0", "brings a friend"), ("c11", "repeats", "s1", ""),
        ("c18", "solves", "c12", ""), ("c24", "leads_to", "c15", "makes it worse"), ("c3", "leads_to", "s5", ""),
        ("c5", "of-a-newer-release", "c16", ""), ("c12", "leads_to", "c17", ""), ("c13", "leads_to", "c17", ""),
    ]  # fmt: skip
    found = [
        Link.new(id=f"k{at}", parent="map", from_=one, kind=kind, to=other, label=label)
        for at, (one, kind, other, label) in enumerate(ends)
    ]
    return Document([*document.records.values(), *found])


def scenes() -> list[tuple[str, Scene]]:
    found = [("everything", scene_of(everything())), ("links", scene_of(links()))]
    for file in FILES:
        document = read(file.read_bytes()).document
        found += [(f"{file.stem}-{at}", scene_of(document, shown.id)) for at, shown in enumerate(document.maps, 1)]
    return found


@pytest.fixture(scope="module")
def drawn() -> dict[str, Scene]:
    return dict(scenes())


def test_scenes_are_as_they_were(drawn, request):
    """Look at the difference: what is meant to change is written with `pytest --update-golden`."""
    found = {f"{name}.scene.txt": dump(scene) for name, scene in drawn.items()}
    if request.config.getoption("--update-golden"):
        for old in FOLDER.glob("*.scene.txt"):
            old.unlink()
        for name, text in found.items():
            (FOLDER / name).write_text(text, "utf-8", newline="\n")
    kept = {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.scene.txt")}
    assert sorted(kept) == sorted(found)
    for name, text in found.items():
        assert text.splitlines() == kept[name].splitlines(), name
    assert sum(map(len, kept.values())) < 300_000


def grounds(node: Node, paper: str, x: float, y: float, found: list[tuple[float, float, float, float, str]]) -> None:
    """Check every text against what was drawn below it last; shapes are taken for their bounds."""
    if isinstance(node, Group):
        inner = list(found)
        for item in node.items:
            grounds(item, paper, x + node.x, y + node.y, inner)
    elif isinstance(node, Box) and node.fill:
        found.append((x + node.x, y + node.y, x + node.x + node.width, y + node.y + node.height, node.fill))
    elif isinstance(node, Drawn) and node.fill:
        points = [
            (float(a), float(b)) for _, *rest in node.commands for a, b in zip(rest[::2], rest[1::2], strict=True)
        ]
        xs, ys = [x + a for a, _ in points], [y + b for _, b in points]
        found.append((min(xs), min(ys), max(xs), max(ys), node.fill))
    elif isinstance(node, GlyphRun):
        at = (x + node.x + node.line.width / 2, y + node.y - node.line.size * 0.3)
        under = [fill for left, top, right, bottom, fill in found if left <= at[0] <= right and top <= at[1] <= bottom]
        assert theme.contrast(node.fill, under[-1] if under else paper) >= 4.5, node.line.text


def test_every_text_can_be_read_on_what_is_below_it(drawn):
    for scene in drawn.values():
        for band in scene.bands:
            for group in band.groups:
                grounds(group, theme.PAPER, 0, 0, [])
