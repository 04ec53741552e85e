"""Tables on the command line: out of projects, and projects of them."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from cxdesigner import cli
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load

EXAMPLE = resource("examples", "vivan-los-tacos.cxd")
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command in a folder of its own; gives exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str | Path) -> tuple[int, str, str]:
        return cli.main([str(argument) for argument in arguments]), *capsys.readouterr()

    return ran


def test_a_table_of_the_maps_that_are_asked_for(run: Run, tmp_path: Path) -> None:
    assert run("export", EXAMPLE, "-o", "one.csv") == (0, "", "")
    assert run("export", EXAMPLE, "-o", "two.csv", "--map", "all") == (0, "", "")
    one, two = ((tmp_path / name).read_text("utf-8-sig") for name in ("one.csv", "two.csv"))
    assert "Friday dinner without the wait" not in one
    assert one.count("\n") < two.count("\n")
    assert "Friday dinner without the wait" in two


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_names_are_left_out_of_a_table_for_other_peoples_eyes(run: Run, kind: str, tmp_path: Path) -> None:
    assert run("export", EXAMPLE, "-o", f"x.{kind}", "--without", "names,quotes")[0] == 0
    data = (tmp_path / f"x.{kind}").read_bytes()
    if kind == "xlsx":
        import zipfile

        with zipfile.ZipFile(io.BytesIO(data)) as file:
            data = b"".join(map(file.read, file.namelist()))
    assert b"Marta" not in data
    assert b"Persona 1" in data


def test_several_projects_go_into_a_folder_and_one_to_a_pipe(run: Run, tmp_path: Path) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "cxdesigner", "export", str(EXAMPLE), "-o", "-", "--kind", "csv"],
        capture_output=True, check=True, cwd=Path(__file__).parent.parent,
    )  # fmt: skip
    assert result.stdout.startswith(b"\xef\xbb\xbfNo.,")
    assert run("export", EXAMPLE, "-o", "tables/", "--kind", "xlsx") == (0, "", "")
    assert (tmp_path / "tables" / "vivan-los-tacos.xlsx").read_bytes().startswith(b"PK")


def test_what_is_for_drawings_is_not_for_tables(run: Run) -> None:
    assert run("export", EXAMPLE, "-o", "x.csv", "--comments") == (
        2, "", "--comments is for PDF, SVG, PNG, HTML, MD, not for CSV.\n"
    )  # fmt: skip
    assert run("export", EXAMPLE, "-o", "x.xlsx", "--page", "A4") == (2, "", "--page is for PDF, not for XLSX.\n")


def test_what_a_table_does_not_hold_is_told_before_it_goes_out(run: Run, tmp_path: Path) -> None:
    code, out, err = run("export", EXAMPLE, "-o", "x.csv", "--preflight")
    assert (code, err) == (1, "")
    assert f"{EXAMPLE}: Look: 4 links are not in the table.\n" in out
    assert f"{EXAMPLE}: Of personas a table holds names and roles only.\n" in out
    assert not (tmp_path / "x.csv").exists()


def test_a_table_is_written_without_qt() -> None:
    code = (
        "import sys; from cxdesigner.cli import main; "
        f"main(['export', {str(EXAMPLE)!r}, '-o', '-', '--kind', 'xlsx']); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=Path(__file__).parent.parent)


def test_a_project_of_a_table_is_called_like_it_or_as_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Friday.csv").write_text("Stage,Step,Text\nArrive,Enters,Queue\n", "utf-8")
    assert run("new", "a.cxd", "--table", "Friday.csv") == (0, "", "")
    assert run("new", "b.cxd", "--table", "Friday.csv", "--title", "Dinner") == (0, "", "")
    documents = [load(tmp_path / name).document for name in ("a.cxd", "b.cxd")]
    assert [(one.project.title, one.maps[0].title) for one in documents] == [("Friday", "Friday"), ("Dinner", "Dinner")]


def test_what_was_not_understood_is_told_a_line_each(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("Text,Severity,Budget\nQueue,high,1\n", "utf-8")
    assert run("new", "x.cxd", "--table", "x.csv") == (
        0,
        "",
        "x.csv: The column “Budget” is not known here, or is there twice, so it was left out.\n"
        "x.csv: Row 2: Severity cannot be “high”, so it was left out.\n",
    )
    assert load(tmp_path / "x.cxd").document.maps[0].title == "x"


def test_a_table_comes_from_a_pipe(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"Text\nQueue\n")))
    assert run("new", "x.cxd", "--table", "-") == (0, "", "")
    assert load(tmp_path / "x.cxd").document.maps[0].title == ""
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"")))
    assert run("new", "y.cxd", "--table", "-") == (3, "", "standard input: There is nothing in it.\n")


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (
            ["--table", "x.csv", "--template", "blank"],
            2,
            "A project begins with a template or with a table: leave one of",
        ),
        (["--table", "gone.csv"], 3, "Could not open gone.csv: there is no such file in "),
        (["--table", "."], 3, "Could not open "),
        (
            ["--table", "book.xlsx"],
            3,
            "book.xlsx: This is a workbook: save its sheet as CSV in the spreadsheet, and import",
        ),
        (
            ["--table", "x.txt"],
            3,
            "x.txt: Its first row names no columns that are known here, such as Stage, Step, Lane,",
        ),
        (["--table", "x.csv", "--title", "x" * 10_001], 2, "The title is too long: 10,000 characters at most."),
        (["--table", "many.csv"], 3, "many.csv: A project can hold 200 maps at most, so nothing was added."),
    ],
)
def test_what_cannot_be_made_of_a_table_is_one_sentence(
    run: Run, tmp_path: Path, arguments: list[str], code: int, sentence: str
) -> None:
    (tmp_path / "x.csv").write_text("Text\nQueue\n", "utf-8")
    (tmp_path / "x.txt").write_text("Dear all,\nthe queue is too long\n", "utf-8")
    (tmp_path / "book.xlsx").write_bytes(b"PK\x03\x04" + bytes(20))
    (tmp_path / "many.csv").write_text("Map,Text\n" + "".join(f"m{n},x\n" for n in range(201)), "utf-8")
    found, out, err = run("new", "y.cxd", *arguments)
    assert (found, out) == (code, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1
    assert not (tmp_path / "y.cxd").exists()
