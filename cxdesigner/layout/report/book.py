"""A report put together: which parts it has, on which pages they begin, and what leads to them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from cxdesigner.layout.flow.excerpts import Whole
from cxdesigner.layout.flow.pages import Flowed, Section, Sheet, flow, numbers_of, room_of, sheets_of
from cxdesigner.layout.flow.strips import Block
from cxdesigner.layout.pages import Setup
from cxdesigner.layout.paging.footer import Footer
from cxdesigner.layout.publication import Bookmark, Target
from cxdesigner.layout.report.about import About
from cxdesigner.layout.report.assumptions import assumptions
from cxdesigner.layout.report.changes import changes
from cxdesigner.layout.report.cover import cover
from cxdesigner.layout.report.doing import actions, opportunities
from cxdesigner.layout.report.figures import figures
from cxdesigner.layout.report.moments import moments
from cxdesigner.layout.report.opening import contents, guide
from cxdesigner.layout.report.owners import handovers
from cxdesigner.layout.report.pains import pains
from cxdesigner.layout.report.parking import parking
from cxdesigner.layout.report.personas import persona_page
from cxdesigner.layout.report.promises import promises
from cxdesigner.layout.report.stages import details, stage_page
from cxdesigner.layout.report.style import heading, section_id
from cxdesigner.layout.report.votes import votes
from cxdesigner.model.records import Persona

Part = Callable[[About], tuple[Block, ...]]

LISTS: Final[dict[str, Part]] = {
    "details": details,
    "moments": moments,
    "pains": pains,
    "opportunities": opportunities,
    "actions": actions,
    "metrics": figures,
    "handovers": handovers,
    "promises": promises,
    "votes": votes,
    "parking": parking,
    "assumptions": assumptions,
    "changes": changes,
}
"""The parts that follow each other on the pages after the stages; one that is about nothing gives no blocks."""
PARTS: Final = ("cover", "guide", "personas", "map", "stages", *LISTS)


class Report(NamedTuple):
    """The pages of a report, its outline, and where what is on them leads."""

    flowed: Flowed
    bookmarks: tuple[Bookmark, ...]


def report(found: Sequence[About], parts: Iterable[str], setup: Setup, title: str, footer: Footer) -> Report:
    """Make a report of maps; of `parts` (some of PARTS, none: all) those that have something in them."""
    chosen = frozenset(parts) or frozenset(PARTS)
    pen = found[0].pen
    rest, marks = _rest(found, chosen)
    placed = [sheet for section in rest for sheet in sheets_of(section, pen, setup)]
    opening = _opened(found, chosen, setup, title, marks, {})
    if "guide" in chosen:
        # What is on which page is known once all is placed; the numbers themselves take no room.
        opening = _opened(found, chosen, setup, title, marks, numbers_of([*opening, *placed]))
    sheets = [*opening, *placed]
    return Report(flow(sheets, pen, setup, footer, found[0].document.project.language), tuple(marks))


def _opened(
    found: Sequence[About],
    chosen: frozenset[str],
    setup: Setup,
    title: str,
    marks: Sequence[Bookmark],
    numbers: Mapping[Target, int],
) -> list[Sheet]:
    """Place what stands before the parts of a report: its cover, and what is in it, on which pages if that is known."""
    pen = found[0].pen
    sheets = []
    if "cover" in chosen:
        section = Section((), bare=True)
        sheets += sheets_of(section._replace(blocks=cover(found, title, room_of(setup, section).frame)), pen, setup)
    if "guide" in chosen:
        sheets += sheets_of(Section((*contents(pen, marks, numbers), *guide(pen))), pen, setup)
    return sheets


def _rest(found: Sequence[About], chosen: frozenset[str]) -> tuple[list[Section], list[Bookmark]]:
    words = found[0].words
    sections: list[Section] = []
    marks: list[Bookmark] = []
    if "personas" in chosen:
        for at, persona in enumerate(_people(found)):
            on = [about for about in found if persona in about.context.shown]
            sections.append(Section(persona_page(on, persona), words["personas"]))
            target = Target(persona.id, "h1")
            marks += [Bookmark(words["personas"], target)] if at == 0 else []
            marks.append(Bookmark(persona.name or words["unnamed"], target, 1))
    for about in found:
        own, lines = _map(about, chosen)
        sections += own
        if lines:
            marks.append(Bookmark(about.shown.title or words["untitled"], lines[0].target))
            marks += lines
    return sections, marks


def _people(found: Sequence[About]) -> list[Persona]:
    return list({persona.id: persona for about in found for persona in about.context.shown}.values())


def _map(about: About, chosen: frozenset[str]) -> tuple[list[Section], list[Bookmark]]:
    words, shown = about.words, about.shown
    title = shown.title or words["untitled"]
    sections: list[Section] = []
    marks: list[Bookmark] = []
    if "map" in chosen:
        sections.append(Section((Whole(about.scene),), title, lies=about.scene.width > about.scene.height))
        marks.append(Bookmark(words["map"], Target(shown.id, "title"), 1))
    if "stages" in chosen:
        for stage in about.document.stages(shown.id):
            sections.append(Section(stage_page(about, stage), title))
            marks.append(Bookmark(stage.title or words["untitled_stage"], Target(stage.id, "h1"), 1))
    lists: list[Block] = []
    for name, part in LISTS.items():
        blocks = part(about) if name in chosen else ()
        if blocks:
            key = section_id(shown.id, name)
            called = "changed" if name == "changes" and about.earlier is not None else name
            lists += [heading(words[f"part_{called}"], key), *blocks]
            marks.append(Bookmark(words[f"part_{called}"], Target(key, "h2"), 1))
    if lists:
        sections.append(Section(tuple(lists), title))
    return sections, marks
