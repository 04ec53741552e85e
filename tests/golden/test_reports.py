"""What stands on the pages of the examples' reports, line by line. `pytest --update-golden` writes them."""

from __future__ import annotations

from pathlib import Path

from cxdesigner.resources import resource
from cxdesigner.storage.codec import read
from tests.layout.report.reports import lines, report_of

FOLDER = Path(__file__).parent
FILES = sorted(resource("examples").glob("*.cxd"))


def told(file: Path) -> str:
    """Write the texts of each page, but for those of maps, a line a text."""
    document = read(file.read_bytes()).document
    made = report_of(document, maps=(document.maps[0].id,))
    pages = (("\n  ".join([f"page {number}", *lines(page)])) for number, page in enumerate(made.flowed.pages, 1))
    return "\n".join(pages) + "\n"


def test_reports_say_what_they_said(request):
    """Look at the difference: what is meant to change is written with `pytest --update-golden`."""
    found = {f"{file.stem}.report.txt": told(file) for file in FILES}
    if request.config.getoption("--update-golden"):
        for name, text in found.items():
            (FOLDER / name).write_text(text, "utf-8", newline="\n")
    kept = {file.name: file.read_text("utf-8") for file in FOLDER.glob("*.report.txt")}
    assert sorted(kept) == sorted(found)
    for name, text in found.items():
        assert text.splitlines() == kept[name].splitlines(), name
