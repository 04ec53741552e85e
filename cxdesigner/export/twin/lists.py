"""The lists that follow a map: links, pain points, opportunities, figures, votes, comments, the parking lot."""

from __future__ import annotations

from collections.abc import Sequence

from cxdesigner.export.twin.tree import Cell, Entry, Heading, Node, Paragraph, Picture, Table, entry
from cxdesigner.insight import opportunities as insight
from cxdesigner.insight.journey import cards_along
from cxdesigner.insight.solutions import solutions
from cxdesigner.insight.votes import results
from cxdesigner.layout.metrics import measures
from cxdesigner.layout.parking import Strays
from cxdesigner.layout.report import told
from cxdesigner.layout.words import Words
from cxdesigner.model.document import Document
from cxdesigner.model.edits.links import links_in
from cxdesigner.model.records import Card, Department, Map, Stage, Step

Cards = Sequence[Card]


def lists_of(document: Document, words: Words, shown: Map, level: int, *, comments: bool) -> list[Node]:
    """Tell what there is of each; what is empty is left out."""
    cards = cards_along(document, shown.id)
    parked, lost = Strays().of(document, shown.id)
    everything = (*cards, *parked)
    found = [
        *_links(document, words, shown, everything),
        *_pains(document, words, shown, everything),
        *_opportunities(document, words, everything),
        *_figures(document, words, everything),
        *_votes(document, words, shown, everything),
        *(_comments(document, words, shown) if comments else []),
        *_parking(document, words, words["part_parking"], parked),
        *_parking(document, words, words["lost"], lost),
    ]
    return [node._replace(level=level) if isinstance(node, Heading) else node for node in found]


def card_entry(document: Document, words: Words, card: Card) -> Entry:
    """Tell all that is known of a card."""
    found = told.marked(document, words, card) + told.told_and_measured(words, card) + told.to_do(words, card)
    found += [("severity_head", told.level(card.severity)), *told.rest(document, words, card)]
    picture = Picture(card.asset, card.alt or card.text) if card.asset else None
    return Entry(card.text, tuple((words[key], value) for key, value in found if value), picture)


def _list(title: str, head: Sequence[str], rows: Sequence[tuple[Cell, ...]]) -> list[Node]:
    return [Heading(2, title), Table(title, tuple(head), tuple(rows))] if rows else []


def _links(document: Document, words: Words, shown: Map, cards: Cards) -> list[Node]:
    known = {card.id for card in cards}
    rows = []
    for link in links_in(document, shown.id):
        ends = [document.records.get(key) for key in (link.from_, link.to)]
        if all(isinstance(end, Step | Stage) or (end is not None and end.id in known) for end in ends):
            names = [end.text if isinstance(end, Card) else getattr(end, "title", "") for end in ends]
            told_ = (names[0], words.get(link.kind, link.kind), names[1], link.label)
            rows.append(tuple(map(entry, told_)))
    return _list(words["links"], (words["from"], words["kind"], words["to"], words["link_label"]), rows)


def _pains(document: Document, words: Words, shown: Map, cards: Cards) -> list[Node]:
    solved = solutions(document, shown.id, cards)
    rows = []
    for card in cards:
        if card.kind == "pain":
            solving = tuple(Entry(one.text) for one in solved[card.id]) or entry(words["unsolved"])
            rows.append(
                (entry(card.text), entry(told.where(document, card)), entry(told.level(card.severity)), solving)
            )
    head = (words["kind_pain"], words["where"], words["severity_head"], words["solved_by"])
    return _list(words["part_pains"], head, rows)


def _opportunities(document: Document, words: Words, cards: Cards) -> list[Node]:
    rows = []
    for card in insight.opportunities(cards):
        department = document.get(card.department, Department)
        facts = (
            told.where(document, card), told.level(card.impact), told.level(card.effort),
            department.name if department is not None else "", card.owner, card.due,
            words.get(card.status, card.status),
        )  # fmt: skip
        rows.append((entry(card.text), *map(entry, facts)))
    names = ("kind_opportunity", "where", "impact", "effort", "department", "owner", "due", "status")
    return _list(words["part_opportunities"], [words[name] for name in names], rows)


def _figures(document: Document, words: Words, cards: Cards) -> list[Node]:
    rows = [
        (entry(card.text), entry(told.where(document, card)), entry("\n".join(lines)))
        for card in cards
        if (lines := measures(words, card))
    ]
    head = (words["kind_touchpoint"], words["where"], words["figures"])
    found = _list(words["part_metrics"], head, rows)
    names = ("nps", "csat", "ces")
    return [*found, *(Paragraph(f"{words[name]}: {words[f'{name}_definition']}") for name in names)] if found else []


def _votes(document: Document, words: Words, shown: Map, cards: Cards) -> list[Node]:
    found: list[Node] = []
    for result in results(document, shown.id, cards):
        title = (result.round.title or words["round"]) if result.round is not None else words["no_round"]
        rows = []
        for count in result.counts:
            by = entry(told.voters(count.votes))
            rows.append((entry(count.card.text), entry(told.plain(count.dots)), by))
        head = (words["card_head"], words["part_votes"], words["voters"])
        found += _list(title, head, rows) or [Heading(2, title)]
    return found


def _comments(document: Document, words: Words, shown: Map) -> list[Node]:
    rows = []
    for comment in document.comments(shown.id):
        on = document.records.get(comment.on)
        about = next((value for name in ("text", "title", "name", "label") if (value := getattr(on, name, ""))), "")
        state = words["done" if comment.done else "open"]
        rows.append(tuple(map(entry, (comment.text, about, comment.author, comment.date, state))))
    names = ("comments", "comment_on", "card_author", "date", "status")
    return _list(words["comments"], [words[name] for name in names], rows)


def _parking(document: Document, words: Words, title: str, cards: Cards) -> list[Node]:
    entries = [card_entry(document, words, card) for card in cards]
    rows = [((one._replace(facts=()),), (Entry("", one.facts),)) for one in entries]
    return _list(title, (words["card_head"], words["part_details"]), rows)
