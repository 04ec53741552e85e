"""Pages that there cannot be, or that would be too many: said in a sentence before the long work begins."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cxdesigner import cli
from cxdesigner.export import ExportError, ExportOptions, export_maps, find_maps
from cxdesigner.export.options import MOST_PAGES
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load

DINNER = resource("examples", "vivan-los-tacos.cxd")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"page": "40x900mm"}, "A page of 40x900mm cannot be made: each side is from 50 to 50,000 mm."),
        ({"poster": "A0", "on": "1.9x4in"}, "A page of 1.9x4in cannot be made: each side is from 50 to 50,000 mm."),
        (
            {"page": "50x90mm", "margin": 10.5},
            "Margins of 10.5 mm leave less than 30 mm of a page of 50x90mm: at most 10 mm can be had there.",
        ),
        (
            {"page": "A5", "margin": 60},
            "Margins of 60 mm leave less than 30 mm of a page of A5: at most 59 mm can be had there.",
        ),
        (
            {"report": True, "page": "A5", "margin": 60},
            "Margins of 60 mm leave less than 30 mm of a page of A5: at most 59 mm can be had there.",
        ),
        (
            {"poster": "A0", "on": "A4", "margin": 95},
            "Margins of 95 mm leave less than 30 mm of a page of A4: at most 90 mm can be had there.",
        ),
        (
            {"poster": "A5", "on": "A0", "margin": 60},
            "Margins of 60 mm leave less than 30 mm of a page of A5: at most 59 mm can be had there.",
        ),
    ],
)
def test_paper_with_too_little_room_is_refused(options: dict[str, object], sentence: str) -> None:
    with pytest.raises(ExportError, match=f"^{re.escape(sentence)}$"):
        ExportOptions(**options)  # type: ignore[arg-type]


def test_what_stands_on_no_paper_has_no_margins_to_refuse() -> None:
    assert ExportOptions(margin=200.0).margin == 200.0
    assert ExportOptions(page="50x50mm").page == "50x50mm"


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            ExportOptions(poster="A0", on="50x50mm"),
            r"This would take (\S+) sheets of paper, and at most 2,000 can be made: choose larger sheets, or a smaller"
            r" poster\.",
        ),
        (
            ExportOptions(page="60x60mm", fit="1000%"),
            r"This would take (\S+) pages, and at most 2,000 can be made: choose larger paper, or a smaller scale\.",
        ),
    ],
)
def test_too_many_pages_are_refused_before_any_is_made(
    options: ExportOptions, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def make(*_args: object) -> None:
        raise AssertionError

    monkeypatch.setattr("cxdesigner.export.sheets.poster_pages", make)
    monkeypatch.setattr("cxdesigner.export.sheets.paged", make if not options.poster else _paged)
    document = load(DINNER).document
    with pytest.raises(ExportError) as caught:
        export_maps(document, find_maps(document, ("all",)), options)
    found = re.fullmatch(sentence, str(caught.value))
    assert found is not None
    assert int(found[1].replace(",", "")) > MOST_PAGES


def _paged(*args: object) -> object:
    from cxdesigner.layout.paging.paged import paged

    return paged(*args)  # type: ignore[arg-type]


def test_a_report_with_too_many_pages_is_refused_before_it_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cxdesigner.export.sheets.MOST_PAGES", 5)
    document = load(DINNER).document
    with pytest.raises(ExportError, match=r"^This report would have \d+ pages, .* larger paper, or fewer of its parts"):
        export_maps(document, find_maps(document, ()), ExportOptions(report=True))


def test_the_command_says_how_many_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "x.pdf"
    assert cli.main(["export", str(DINNER), "-o", str(out), "--poster", "A0", "--on", "50x50mm"]) == 2
    assert re.fullmatch(r"This would take \d,\d{3} sheets of paper, .*\n", capsys.readouterr().err)
    assert not out.exists()
