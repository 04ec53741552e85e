"""The same map given as SVG to other programs that write PDFs, against our own PDF of it in the same run.

They read our SVG with real text, in which the typefaces are named as they are installed: none of them takes typefaces
out of an SVG. A row has our figure, theirs where the others have what is bare, and no goal: it is there to compare.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.measure import ROOT, Bench, MeasureError, Row, alternating
from tests.benchmarks.pdf import seconds, timed

SIZES = ("M", "L")
FACES = {
    "font-weight:700": "Bold",
    "font-weight:600": "SemiBold",
    "font-weight:400;font-style:italic": "Italic",
    "font-weight:400": "Regular",
}
FAMILY = "font-family:'CX sans', 'Noto Sans', sans-serif;"
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{folder}</dir><include ignore_missing="yes">/etc/fonts/fonts.conf</include></fontconfig>
"""


class Rival(NamedTuple):
    """A program, and its arguments; {source} is the SVG, {out} the PDF and {folder} where that is."""

    program: str
    arguments: tuple[str, ...]

    def command(self, source: Path, out: Path) -> list[str]:
        found = shutil.which(self.program) or self.program
        return [found, *(one.format(source=source, out=out, folder=out.parent) for one in self.arguments)]


RIVALS = {
    "rsvg-convert": Rival("rsvg-convert", ("-f", "pdf", "-o", "{out}", "{source}")),
    "Inkscape": Rival("inkscape", ("--export-type=pdf", "--export-filename={out}", "{source}")),
    "LibreOffice Draw": Rival("soffice", ("--headless", "--convert-to", "pdf", "--outdir", "{folder}", "{source}")),
}


def rows(bench: Bench) -> Iterator[Row | str]:
    there = {name: rival for name, rival in RIVALS.items() if shutil.which(rival.program)}
    yield from (
        f"  {name} is left out: {RIVALS[name].program} is not installed" for name in RIVALS if name not in there
    )
    if shutil.which("pdftotext") is None:
        yield "  what pdftotext finds is left out: pdftotext (poppler-utils) is not installed"
    if there:
        for size in SIZES:
            yield from _measured(bench, size, there)


def _measured(bench: Bench, size: str, there: Mapping[str, Rival]) -> Iterator[Row | str]:
    source, ours, drawing = bench.project(size), bench.folder / f"{size}-own.pdf", bench.folder / f"{size}-plain.svg"
    peaks: dict[Path, list[float]] = {ours: [], drawing: []}
    export = ["cxdesigner", "export", source, "-o"]
    seconds(bench, [*export, drawing, "--text", "text"], drawing, peaks)
    text = drawing.read_text("utf-8")
    for told, face in FACES.items():
        text = text.replace(f"{FAMILY}{told}", f"font-family:'CX Sans {face}'")
    fonts = bench.folder / "fonts.conf"
    fonts.write_text(FONTS.format(folder=ROOT / "resources" / "fonts"), "utf-8")
    installed = {**bench.environment, "FONTCONFIG_FILE": str(fonts)}
    made: dict[str, Path] = {}
    commands = {"ours": partial(seconds, bench, [*export, ours], ours, peaks)}
    for name, rival in there.items():
        folder = bench.folder / rival.program
        folder.mkdir(exist_ok=True)
        read, out = folder / f"{size}.svg", folder / f"{size}.pdf"
        read.write_text(text, "utf-8")
        peaks[out] = []
        run = partial(timed, rival.command(read, out), installed, out, peaks, quiet=True)
        try:
            run()
        except MeasureError as error:
            yield f"  {name} is left out at {size}: {error}"
            continue
        made[name], commands[name] = out, run
    found = alternating(min(bench.rounds, 2), commands)
    shares = _shares(bench, size, [ours, *made.values()])
    for name, out in made.items():
        yield Row(f"PDF, by {name}", size, median(found["ours"]) * 1000, "ms", median(found[name]) * 1000)
        yield Row("  size of the file", size, ours.stat().st_size / 1024, "KiB", out.stat().st_size / 1024)
        if peaks[ours]:
            yield Row("  peak of memory", size, median(peaks[ours]), "MiB", median(peaks[out]))
        if shares:
            yield Row("  cards that pdftotext finds as typed", size, shares[ours], "%", shares[out])


def _shares(bench: Bench, size: str, files: list[Path]) -> dict[Path, float]:
    """Tell for each file how many of a hundred cards come back from it, if there is pdftotext to ask."""
    if shutil.which("pdftotext") is None:
        return {}
    found = bench.child("rivals_text", bench.project(size), *files)
    return {path: found[str(path)] for path in files}
