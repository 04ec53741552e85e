"""Options as flags, and back again."""

from __future__ import annotations

from argparse import ArgumentParser
from dataclasses import fields, replace
from typing import get_args

import pytest

from cxdesigner.export import KINDS, ExportError, ExportOptions
from cxdesigner.export.flags import FLAGS, add_to, arguments, options_from
from cxdesigner.layout.showing import Curves


def read(*words: str, kind: str = "pdf") -> ExportOptions:
    parser = ArgumentParser()
    add_to(parser)
    return options_from(parser.parse_args(words), kind)  # type: ignore[arg-type]


VARIED = [
    replace(ExportOptions(), page="A3", orientation="portrait", margin=5.5, comments=True),
    replace(ExportOptions(), page="500x900mm", orientation="landscape", only=("kind=pain", "-x=1"), persona="-3"),
    replace(ExportOptions(), without=("quotes", "names")),
    replace(ExportOptions(), page="A3", fit="width"),
    replace(ExportOptions(), fit="62.5%"),
    replace(ExportOptions(), footer="on"),
    replace(ExportOptions(), footer="off", facing=False),
    replace(ExportOptions(), poster="A0", on="Letter", overlap=12.5),
    ExportOptions("png", scale=0.3, curves="mean"),
    ExportOptions("png", width=31_999),
    ExportOptions("svg", curves="single", persona="Ben"),
    ExportOptions("svg", text="text"),
    *map(ExportOptions, KINDS),
]


@pytest.mark.parametrize("options", VARIED)
def test_what_is_written_as_flags_is_read_as_it_was(options: ExportOptions) -> None:
    assert read(*arguments(options), kind=options.kind) == options


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        (ExportOptions(poster="A0", on="A3", overlap=5, report=True, parts=("map",)), ["--report", "--parts=map"]),
        (ExportOptions(on="A3", overlap=5, parts=("map",)), []),
        (ExportOptions("html", curves="mean", only=("kind=pain",), persona="1"), []),
        (
            ExportOptions(page="A4", margin=3, fit="width", footer="off", facing=False, report=True),
            ["--page=A4", "--margin=3", "--no-footer", "--report"],
        ),
    ],
)
def test_what_changes_nothing_is_not_written_so_that_it_is_never_refused(
    options: ExportOptions, kept: list[str]
) -> None:
    assert arguments(options) == kept
    read(*arguments(options), kind=options.kind)


def test_every_option_has_a_flag() -> None:
    assert {flag.field for flag in FLAGS} == {field.name for field in fields(ExportOptions)} - {"kind"}


def test_the_command_knows_every_way_of_curves() -> None:
    assert next(flag.choices for flag in FLAGS if flag.field == "curves") == get_args(Curves)


@pytest.mark.parametrize(
    ("words", "kind", "sentence"),
    [
        (["--page", "A4"], "svg", "--page is for PDF, not for SVG."),
        (["--scale", "2"], "svg", "--scale is for PDF, PNG, not for SVG."),
        (["--only", "kind=pain"], "html", "--only is for PDF, SVG, PNG, not for HTML."),
        (["--curves", "mean"], "md", "--curves is for PDF, SVG, PNG, not for MD."),
        (["--persona", "Ben"], "html", "--persona is for PDF, SVG, PNG, not for HTML."),
        (
            ["--without", "prices"],
            "pdf",
            "“prices” cannot be left out: it is quotes, names, photos, notes, votes, authors.",
        ),
        (["--parts", "cover"], "pdf", "--parts is for --report only."),
        (["--on", "A3"], "pdf", "--on is for --poster only."),
        (["--report", "--poster", "A0"], "pdf", "--poster is for maps, not for a report: leave one of them out."),
        (["--scale", "width", "--report"], "pdf", "--scale is for maps, not for a report: leave one of them out."),
        (["--report", "--no-facing"], "pdf", "--no-facing is for maps, not for a report: leave one of them out."),
        (["--poster", "A0", "--overlap", "51"], "pdf", "The overlap is in millimetres: from 0 to 50."),
        (
            ["--poster", "A0", "--page", "A4"],
            "pdf",
            "A poster is as large as it says, on the paper of --on: leave page and scale out.",
        ),
        (["--margin", "wide"], "pdf", "--margin takes a number, and not “wide”."),
        (["--scale", "75"], "pdf", "The scale of a PDF is page, width, or from 10% to 1000%, and not “75”."),
        (["--scale", "0%"], "pdf", "The scale of a PDF is page, width, or from 10% to 1000%, and not “0%”."),
        (
            ["--scale", "as it is"],
            "pdf",
            "The scale of a PDF is page, width, or from 10% to 1000%, and not “as it is”.",
        ),
        (["--margin", "-1"], "pdf", "The margin is in millimetres: from 0 to 200."),
        (["--margin", "nan"], "pdf", "The margin is in millimetres: from 0 to 200."),
        (["--width", "99"], "svg", "--width is for PNG, not for SVG."),
        (["--width", "wide"], "png", "--width takes a number, and not “wide”."),
        (["--width", "-1"], "png", "The width of a PNG is in pixels: at least 1 and at most 32,000."),
        (["--width", "32001"], "png", "The width of a PNG is in pixels: at least 1 and at most 32,000."),
        (["--scale", "0"], "png", "The scale of a PNG is in pixels to a point: more than 0 and at most 64."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(words: list[str], kind: str, sentence: str) -> None:
    with pytest.raises(ExportError) as refusal:
        read(*words, kind=kind)
    assert str(refusal.value) == sentence
