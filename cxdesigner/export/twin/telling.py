"""Maps told as headings and tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxdesigner.export.twin.lists import card_entry, lists_of
from cxdesigner.export.twin.tree import Bullets, Cell, Entry, Facts, Heading, Node, Picture, Table, Text, entry
from cxdesigner.insight.journey import lanes_shown
from cxdesigner.layout.metrics import measures
from cxdesigner.layout.report import told
from cxdesigner.layout.words import Words
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Emotion, Lane, Map, Persona, Stage, Step

PERSONA_TEXTS = ("role", "quote", "about", "age", "occupation", "location", "brand_feeling")
PERSONA_LISTS = ("goals", "needs", "frustrations", "behaviours", "channels")


def text_of(document: Document, map_ids: Sequence[str], *, comments: bool = False) -> Text:
    """Tell maps: personas, each stage as a table of its lanes and steps, and the lists to work with."""
    words = Words(document.project.language)
    maps = [found for key in map_ids if (found := document.get(key, Map)) is not None]
    titles = [shown.title or words["untitled"] for shown in maps]
    title = titles[0] if len(maps) == 1 else document.project.title or words["untitled"]
    nodes: list[Node] = [Heading(1, title)]
    if len(maps) == 1:
        nodes += _map_facts(document, words, maps[0])
    people = {persona.id: persona for shown in maps for persona in document.personas_of(shown.id)}
    for persona in people.values():
        nodes += _persona(words, persona)
    for shown, name in zip(maps, titles, strict=True):
        if len(maps) > 1:
            nodes += [Heading(2, name), *_map_facts(document, words, shown)]
        level = 2 if len(maps) == 1 else 3
        for stage in document.stages(shown.id):
            nodes += _stage(document, words, stage, level)
        nodes += lists_of(document, words, shown, level, comments=comments)
    return Text(title, document.project.language, tuple(nodes))


def _map_facts(document: Document, words: Words, shown: Map) -> list[Node]:
    brand = document.project.brand
    basis = words.get({"assumption": "hypothesis", "research": "backed"}.get(shown.basis, ""), shown.basis)
    facts = [
        (words["brand"], brand.name if brand is not None else ""),
        (words["brand_promise"], brand.promise if brand is not None else ""),
        (words["state"], words.get(shown.state, shown.state)),
        (words["basis"], basis),
        (words["scenario"], shown.scenario),
        (words["goal"], shown.goal),
        (words["version"], shown.release),
        (words["date"], shown.date),
        (words["author"], shown.author),
    ]
    found: list[Node] = [Facts(tuple((label, value) for label, value in facts if value))]
    if brand is not None and brand.logo:
        found.append(Picture(brand.logo, brand.name))
    return found


def _persona(words: Words, persona: Persona) -> list[Node]:
    name = persona.name or words["unnamed"]
    found: list[Node] = [Heading(2, f"{words['persona']}: {name}")]
    if persona.photo:
        found.append(Picture(persona.photo, name))
    facts = tuple((words[key], value) for key in PERSONA_TEXTS if (value := getattr(persona, key)))
    found += [Facts(facts)] if facts else []
    for key in PERSONA_LISTS:
        if values := tuple(value for value in getattr(persona, key) if value):
            found.append(Bullets(words["channels_used"] if key == "channels" else words[key], values))
    return found


def _stage(document: Document, words: Words, stage: Stage, level: int) -> list[Node]:
    title = stage.title or words["untitled_stage"]
    found: list[Node] = [Heading(level, f"{words['stage']}: {title}")]
    facts = [(words["phase"], words.get(f"in_{stage.phase}", stage.phase)), (words["goal"], stage.goal)]
    found.append(Facts(tuple((label, value) for label, value in facts if value)))
    steps = document.steps_of(stage.id)
    if steps:
        rows = tuple(row for lane in lanes_shown(document, stage.parent) for row in _lane(document, words, lane, steps))
        head = (words["lane"], *(_step(step) for step in steps))
        found.append(Table(title, head, rows))
    return found


def _step(step: Step) -> str:
    return "\n".join(part for part in (step.title, step.duration, step.note) if part)


def _lane(document: Document, words: Words, lane: Lane, steps: Sequence[Step]) -> Iterator[tuple[Cell, ...]]:
    """Tell a lane as rows: one, but for emotions one a persona."""
    name = lane.title or words.get(lane.kind)
    title = entry(f"{name}\n{lane.subtitle}" if lane.subtitle else name)
    if lane.kind == "emotion":
        for persona in document.personas_of(lane.parent):
            felt = (_felt(words, document.emotion(persona.id, step.id)) for step in steps)
            yield (Entry(f"{name}: {persona.name or words['unnamed']}"),), *felt
    elif lane.kind == "metrics":
        cards = _by_step(document.cards(lane.parent), steps)
        yield title, *(_measured(words, cards[step.id]) for step in steps)
    else:
        cards = _by_step(document.cards_in_lane(lane.parent, lane.id), steps)
        yield title, *(tuple(card_entry(document, words, card) for card in cards[step.id]) for step in steps)


def _by_step(cards: Sequence[Card], steps: Sequence[Step]) -> dict[str, list[Card]]:
    found: dict[str, list[Card]] = {step.id: [] for step in steps}
    for card in cards:
        if card.step in found:
            found[card.step].append(card)
    return found


def _felt(words: Words, emotion: Emotion | None) -> Cell:
    if emotion is None:
        return ()
    facts = [
        (words["score"], told.score(emotion.score) if emotion.score is not None else ""),
        (words["note"], emotion.note),
        (words["evidence_of"], told.evidence_words(words, emotion.evidence) if emotion.evidence is not None else ""),
        (words["ratings"], told.ratings(emotion)),
    ]
    return (Entry(emotion.feeling, tuple((label, value) for label, value in facts if value)),)


def _measured(words: Words, cards: Sequence[Card]) -> Cell:
    return tuple(Entry("\n".join(lines)) for card in cards if (lines := measures(words, card)))
