"""The examples and templates that ship: whole, in canonical form, and rated wherever a persona appears."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxdesigner.model.document import Document
from cxdesigner.model.records import Card
from cxdesigner.storage.codec import read, write

RESOURCES = Path(__file__).parents[1] / "resources"
EXAMPLES = sorted((RESOURCES / "examples").glob("*.cxd"))
TEMPLATES = sorted((RESOURCES / "templates").glob("*.cxd"))


def opened(path: Path) -> Document:
    return read(path.read_bytes()).document


def unsolved(document: Document, map_id: str) -> list[str]:
    """Give the pain points of a map for which there is no opportunity."""
    cards = document.cards(map_id)
    solved = {key for card in cards for key in card.solves}
    return [card.text for card in cards if card.kind == "pain" and card.id not in solved]


@pytest.mark.parametrize("path", [*EXAMPLES, *TEMPLATES], ids=lambda path: path.stem)
def test_has_no_problem_and_is_written_as_it_stands(path: Path) -> None:
    reading = read(path.read_bytes())
    assert not reading.problems
    assert write(reading.document) == path.read_bytes()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_emotion_of_an_example_is_rated_and_named(path: Path) -> None:
    document = opened(path)
    for shown in document.maps:
        emotions = document.emotions(shown.id)
        assert emotions
        assert all(emotion.score is not None and emotion.feeling for emotion in emotions)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_has_columns_and_lanes_and_no_cards(path: Path) -> None:
    document = opened(path)
    (shown,) = document.maps
    assert document.steps(shown.id)
    assert document.lanes(shown.id)
    assert not document.cards(shown.id)


def test_the_future_map_of_the_restaurant_names_what_each_card_came_from() -> None:
    document = opened(RESOURCES / "examples" / "vivan-los-tacos.cxd")
    today, future = document.maps
    assert future.origin == today.id
    origins = [card.origin for card in document.cards(future.id) if card.origin]
    assert origins
    assert all(document.map_of(origin) == today.id and document.get(origin, Card) for origin in origins)


def test_two_pain_points_of_the_restaurant_have_no_action() -> None:
    document = opened(RESOURCES / "examples" / "vivan-los-tacos.cxd")
    assert unsolved(document, document.maps[0].id) == [
        "Bad reviews get no answer",
        "Queue in the doorway, no host",
    ]
