"""What helps where the smallest text is too small to be read, and that it does."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cxdesigner.export import ExportOptions
from cxdesigner.export.compose import publication_of
from cxdesigner.export.preflight import Finding, preflight
from cxdesigner.export.remedies import Remedy, remedies_for
from cxdesigner.layout.fonts import Fonts
from cxdesigner.layout.typeset import Typesetter
from cxdesigner.model.document import Document
from cxdesigner.paper import SHEET
from cxdesigner.sentences import say
from tests.model.builders import journey


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter(Fonts.load())


def wide() -> Document:
    steps = " ".join(f"s{number}" for number in range(14))
    cards = {f"actions s{number}": f"card{number}" for number in range(14)}
    return journey(f"A: {steps} | B: b1", "actions", cards=cards)


def tall() -> Document:
    return journey("A: a1", "actions", cards={"actions a1": " ".join(f"card{number}" for number in range(40))})


def looked_over(document: Document, options: ExportOptions, typesetter: Typesetter) -> tuple[int, Finding]:
    publication = publication_of(document, ["map"], options, typesetter)
    (found,) = (one for one in preflight(document, ["map"], publication, options, {}) if one.subject == "text")
    return len(publication.pages), found


def helped(document: Document, options: ExportOptions, typesetter: Typesetter) -> dict[str, Remedy]:
    """Give remedies by the field that they set first."""
    _, finding = looked_over(document, options, typesetter)
    found = remedies_for(finding, document, ["map"], options, typesetter)
    return {next(iter(one.changes)): one for one in found}


def test_a_wide_map_goes_on_on_more_pages(typesetter: Typesetter) -> None:
    options = ExportOptions(page="A4")
    found = helped(wide(), options, typesetter)
    assert list(found) == ["fit", "page", "poster"]
    pages, finding = looked_over(wide(), replace(options, **found["fit"].changes), typesetter)
    assert not finding.warns
    assert pages > 1
    assert found["fit"].sentence == f"Continue on {pages} pages"
    assert found["fit"].flags() == f"--scale={found['fit'].changes['fit']}"


def test_a_tall_map_is_as_wide_as_the_page_where_that_is_enough(typesetter: Typesetter) -> None:
    found = helped(tall(), ExportOptions(page="A4"), typesetter)
    assert found["fit"].flags() == "--scale=width"
    pages, finding = looked_over(tall(), ExportOptions(page="A4", fit="width"), typesetter)
    assert (found["fit"].sentence, finding.warns) == (f"Continue on {pages} pages", False)


@pytest.mark.parametrize(("page", "larger"), [("A4", "A3"), ("letter", "Tabloid"), ("A5", "A4")])
def test_the_next_larger_paper_tells_from_how_far_it_is_read(page: str, larger: str, typesetter: Typesetter) -> None:
    remedy = helped(wide(), ExportOptions(page=page), typesetter)["page"]
    assert remedy.changes == {"page": larger}
    assert remedy.flags() == f"--page={larger}"
    _, finding = looked_over(wide(), ExportOptions(page=larger), typesetter)
    told = re.search(r"read from (.+?) at most", finding.sentence)
    assert told
    assert remedy.sentence == f"{larger} paper: read from {told[1]}"


@pytest.mark.parametrize(("page", "on"), [("A4", "A4"), ("A3", "A3"), ("Letter", "Letter"), ("Legal", "A4")])
def test_a_poster_is_on_sheets_of_the_paper_that_was_chosen(page: str, on: str, typesetter: Typesetter) -> None:
    remedy = helped(wide(), ExportOptions(page=page, margin=60), typesetter)["poster"]
    assert remedy.changes["on"] == on
    options = ExportOptions(**remedy.changes, margin=60)
    pages, _ = looked_over(wide(), options, typesetter)
    assert re.fullmatch(rf".+ poster on {pages} pages of {on}: read from \S+ c?m", remedy.sentence)
    assert (f"--on={on}" in remedy.flags()) == (on != "A4")  # which is so by itself


def test_a_name_of_two_words_is_quoted() -> None:
    assert Remedy(say("x"), {"poster": "ANSI E", "on": "Letter"}).flags() == '"--poster=ANSI E" --on=Letter'


def test_on_a_wall_larger_paper_helps_and_more_pages_do_not(typesetter: Typesetter) -> None:
    assert list(helped(wide(), ExportOptions(page="A2"), typesetter)) == ["page", "poster"]
    assert helped(wide(), ExportOptions(page="A0", margin=200), typesetter).keys() <= {"poster"}
    small = helped(wide(), ExportOptions(poster="A2", on="A3"), typesetter)
    assert {key: one.changes["on"] for key, one in small.items()} == {"poster": "A3"}
    assert helped(wide(), ExportOptions(poster="A0"), typesetter) == {}


def test_a_page_as_large_as_the_map_is_made_larger(typesetter: Typesetter) -> None:
    found = helped(wide(), ExportOptions(page=SHEET, fit="30%"), typesetter)
    assert list(found) == ["fit", "poster"]
    assert found["fit"].sentence == f"At {found['fit'].changes['fit']} of its size"
    _, finding = looked_over(wide(), ExportOptions(page=SHEET, **found["fit"].changes), typesetter)
    assert not finding.warns


def test_paper_of_ones_own_has_no_next_one(typesetter: Typesetter) -> None:
    assert "page" not in helped(wide(), ExportOptions(page="200x100mm"), typesetter)


def test_where_nothing_is_too_small_nothing_helps(typesetter: Typesetter) -> None:
    text = Finding("text", say("small"), (), warns=True)
    for finding, options in (
        (text._replace(warns=False), ExportOptions(page="A4")),
        (text._replace(subject="stages"), ExportOptions(page="A4")),
        (text, ExportOptions(report=True, page="A4")),
        (text, ExportOptions("svg")),
    ):
        assert remedies_for(finding, wide(), ["map"], options, typesetter) == ()


def test_more_pages_than_a_file_may_have_are_not_offered(
    typesetter: Typesetter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cxdesigner.export.sheets.MOST_PAGES", 1)
    assert list(helped(wide(), ExportOptions(page="A4"), typesetter)) == ["page"]
