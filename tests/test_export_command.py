"""Exporting many projects at once, into pipes, and with options kept under a name."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cxdesigner import cli
from cxdesigner.export import ExportOptions
from cxdesigner.export.naming import file_name, titles_of, unlike
from cxdesigner.export.presets import Presets
from cxdesigner.model.document import Document
from cxdesigner.progress import Progress
from cxdesigner.resources import resource
from cxdesigner.storage.codec import read, write
from cxdesigner.usage import export_parser
from tests.model.builders import journey

ROOT = Path(__file__).parent.parent
DINNER, SAAS = (resource("examples", f"{name}.cxd") for name in ("vivan-los-tacos", "saas-subscription"))


def ran(folder: Path, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cxdesigner", "export", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, env=_environment(folder), capture_output=True, check=False)


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}


def test_several_projects_go_into_a_folder(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    shutil.copy(DINNER, other / "Vivan-los-tacos.cxd")
    done = ran(tmp_path, DINNER, SAAS, other / "Vivan-los-tacos.cxd", "-o", "out/deep", "--page", "A4")
    assert (done.returncode, done.stderr) == (0, b"")
    files = {path.name: path.read_bytes() for path in (tmp_path / "out" / "deep").iterdir()}
    assert sorted(files) == ["Vivan-los-tacos-2.pdf", "saas-subscription.pdf", "vivan-los-tacos.pdf"]
    assert files["Vivan-los-tacos-2.pdf"] == files["vivan-los-tacos.pdf"]


def test_one_that_cannot_be_read_does_not_keep_the_others(tmp_path: Path) -> None:
    (tmp_path / "broken.cxd").write_text("{")
    done = ran(tmp_path, "broken.cxd", SAAS, "gone.cxd", "-o", "out/", "--kind", "svg", "--map", "1")
    assert done.returncode == 3
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["saas-subscription.svg"]
    first, second = sorted(done.stderr.decode().splitlines())
    assert "gone.cxd" in first
    assert second.startswith("broken.cxd: ")
    assert "Traceback" not in done.stderr.decode()


def test_a_pattern_that_the_shell_left_is_looked_for(tmp_path: Path) -> None:
    for name in ("a", "b"):
        shutil.copy(SAAS, tmp_path / f"{name}.cxd")
    assert ran(tmp_path, "*.cxd", "-o", "out/").returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.pdf", "b.pdf"]


@pytest.mark.parametrize(
    ("kind", "begins"), [((), b"%PDF-1.7"), (("--kind", "svg"), b"<?xml"), (("--kind", "png"), b"\x89PNG")]
)
def test_a_dash_writes_to_standard_output(tmp_path: Path, kind: tuple[str, ...], begins: bytes) -> None:
    done = ran(tmp_path, DINNER, "-o", "-", *kind)
    assert done.returncode == 0
    assert done.stdout.startswith(begins)
    assert list(tmp_path.iterdir()) == []


def test_a_window_is_told_how_far_it_is_and_goes_first(tmp_path: Path) -> None:
    environment = {**_environment(tmp_path), "CXDESIGNER_PROGRESS": "json"}
    command = [sys.executable, "-m", "cxdesigner", "export", str(DINNER), "-o", "x.pdf", "--report", "--page", "A4"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=True)
    told = [Progress(**json.loads(line)) for line in done.stderr.splitlines()]
    assert list(dict.fromkeys(one.stage for one in told)) == ["layout", "pages", "draw"]
    drawn = [one for one in told if one.stage == "draw"]
    assert drawn[0].done < drawn[-1].done == drawn[-1].of
    code = "import os; from cxdesigner.console import make_way; at = os.nice(0); make_way(); print(os.nice(0) > at)"
    for chosen, goes_first in ((environment, "True"), (_environment(tmp_path), "False")):
        done = subprocess.run([sys.executable, "-c", code], env=chosen, capture_output=True, check=True)
        assert done.stdout.decode().strip() == goes_first


def test_a_preflight_prints_what_to_look_at_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["export", str(DINNER), "--page", "A5", "--preflight"]) == 1
    printed = capsys.readouterr().out.splitlines()
    assert printed[0] == f"{DINNER}: 1 page of 210 × 148 mm"
    assert printed[1].startswith(f"{DINNER}: Look: Capitals of the smallest text are 0.")
    assert "; paper in the hand is read from 30 cm." in printed[1]
    helps = [
        re.fullmatch(r"(.*): Helps: (--\S+)(?: instead of --page and --scale)? \((.+)\)", one) for one in printed[2:]
    ]
    assert [(one[1], one[2].split("=")[0]) for one in helps if one] == [
        (str(DINNER), flag) for flag in ("--scale", "--page", "--poster")
    ]
    # With the flags that are told the warning is gone, or a poster is read from farther off.
    for one in filter(None, helps):
        own = ["--page", "A5"] if "--scale" in one[2] else []
        cli.main(["export", str(DINNER), *own, one[2], "--preflight"])
        again = capsys.readouterr().out
        assert "paper in the hand" not in again
    assert cli.main(["export", str(DINNER), "-o", "x.md", "--preflight"]) == 0
    assert capsys.readouterr().out == ""
    assert cli.main(["export", str(DINNER), "-o", "x.png", "--width", "1000", "--preflight"]) == 0
    assert "A picture of 1,000 × " in capsys.readouterr().out
    assert cli.main(["export", str(DINNER), "-o", "folder/", "--page", "A6", "--preflight"]) == 2
    assert not list(tmp_path.iterdir())


def test_only_a_preflight_needs_no_file_to_write(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["export", str(DINNER)]) == 2
    assert "-o is missing" in capsys.readouterr().err


def test_help_names_the_parts_of_a_report_without_breaking_them() -> None:
    assert "cover, guide, personas, map, stages" in " ".join(export_parser().format_help().split())


def test_what_stands_beside_a_preset_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Presets().save("Board", ["--page=A3", "--portrait"])
    out = tmp_path / "out.pdf"
    assert cli.main(["export", str(DINNER), "-o", str(out), "--preset", "board", "--page", "A5"]) == 0
    from pypdf import PdfReader

    box = PdfReader(out).pages[0].mediabox
    assert [round(float(side) / 72 * 25.4) for side in box[2:]] == [148, 210]
    assert cli.main(["export", str(DINNER), "-o", str(out), "--preset", "none"]) == 2
    assert capsys.readouterr().err.startswith("There is no preset “none”")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["a.cxd", "b.cxd", "-o", "-"], 2, "Several projects go into a folder: say which one"),
        (["-", "b.cxd", "-o", "out/"], 2, "Several projects go into a folder: say which one"),
        (["a.cxd", "b.cxd", "-o", "here.txt/x"], 4, "here.txt/x cannot be made: Not a directory."),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(
    words: list[str],
    code: int,
    sentence: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here.txt").write_text("")
    assert cli.main(["export", *words]) == code
    assert capsys.readouterr().err.startswith(sentence)


def test_a_screen_gets_no_bytes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert cli.main(["export", str(DINNER), "-o", "-"]) == 2
    assert capsys.readouterr().err.startswith("A file would fill this screen")


def fonts_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> Path:
    """Have the program find its fonts in a folder in which one file is missing; give the path that it has there."""
    folder = tmp_path / "fonts"
    folder.mkdir()
    for path in resource("fonts").iterdir():
        if path.name != name:
            (folder / path.name).symlink_to(path)
    monkeypatch.setattr("cxdesigner.layout.fonts.resource", lambda *parts: folder)
    return folder / name


@pytest.mark.parametrize("kind", ["pdf", "svg", "png"])
def test_a_font_that_is_damaged_is_said_in_a_sentence_and_the_old_file_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    font = fonts_without(tmp_path, monkeypatch, "cx-sans-regular.ttf")
    font.write_bytes(resource("fonts", font.name).read_bytes()[:200_000])
    out = tmp_path / f"map.{kind}"
    out.write_text("old")
    assert cli.main(["export", str(DINNER), "-o", str(out)]) == 4
    assert capsys.readouterr().err == f"{font} is damaged: install cxdesigner again.\n"
    assert out.read_text() == "old"


def test_a_font_that_is_missing_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    font = fonts_without(tmp_path, monkeypatch, "cx-jp-regular.ttf")
    assert cli.main(["export", str(DINNER), "-o", str(tmp_path / "map.pdf")]) == 4
    assert capsys.readouterr().err == f"{font} is missing from this installation of cxdesigner: install it again.\n"


def test_anything_else_that_is_missing_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("cxdesigner.resources._INSTALLED", Path("/nowhere"))
    monkeypatch.setattr("cxdesigner.resources._CHECKOUT", Path("/nowhere"))
    assert cli.main(["new", "--list"]) == 69
    said = "resources/templates is missing from this installation of cxdesigner: install it again.\n"
    assert capsys.readouterr().err == said


def test_no_export_is_written_over_a_project_that_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(SAAS, "a.cxd")
    assert cli.main(["export", "a.cxd", "-o", "a.pdf", "--attach"]) == 0
    Path("link.pdf").symlink_to("a.pdf")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    for asked in (
        ["a.pdf", "-o", "a.pdf"],
        ["a.pdf", "-o", "link.pdf"],
        ["a.cxd", "-o", "./a.cxd", "--kind", "pdf"],
        ["a.pdf", "-o", "."],
        ["a.cxd", "a.pdf", "-o", str(tmp_path)],
    ):
        assert cli.main(["export", *asked]) == 2
        assert capsys.readouterr().err.endswith(" is a project that is read here: choose another name.\n")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert cli.main(["export", "a.pdf", "-o", "b.pdf"]) == 0


@pytest.mark.parametrize("out", ["all.svg", "all", "deep/"])
def test_each_of_several_maps_gets_a_drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, out: str) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(DINNER, "all.cxd")
    (tmp_path / "deep").mkdir()
    assert cli.main(["export", "all.cxd", "-o", out, "--map", "all", "--kind", "svg"]) == 0
    folder = tmp_path / "deep" if out == "deep/" else tmp_path
    titles = [one.title for one in read(DINNER.read_bytes()).document.maps]
    assert len(titles) > 1
    names = unlike([f"all – {Path(file_name(title, 'x')).stem}" for title in titles])
    assert sorted(path.name for path in folder.glob("*.svg")) == sorted(f"{name}.svg" for name in names)
    assert cli.main(["export", "all.cxd", "-o", "one.svg", "--map", "2"]) == 0
    assert (folder / f"{names[1]}.svg").read_bytes() == (tmp_path / "one.svg").read_bytes()


def test_a_pipe_takes_one_drawing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: False, raising=False)
    assert cli.main(["export", str(DINNER), "-o", "-", "--map", "all", "--kind", "svg"]) == 2
    assert "An SVG shows one map: say which one." in capsys.readouterr().err


def test_names_that_are_left_out_are_in_no_name_of_a_file() -> None:
    document = journey("A: a1", "actions", personas="Marta")
    shown = document.maps[0]
    document = Document(
        record.with_(title="The day of Marta") if record.id == shown.id else record
        for record in document.records.values()
    )
    assert titles_of(document, ExportOptions())[shown.id] == "The day of Marta"
    assert titles_of(document, ExportOptions(without=("names",)))[shown.id] == "The day of Persona 1"


def test_several_projects_go_into_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(["export", str(DINNER), str(SAAS), "-o", "both.pdf"]) == 2
    said = "and both.pdf is the name of a file: name a folder, such as “-o both/”."
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("flags", "code", "said"),
    [
        (["--only", "persona=marta"], 0, ""),
        (["--persona", "MARTA"], 0, ""),
        (["--map", "TODAY"], 0, ""),
        (["--only", "persona=a"], 2, "“a” is a part of several names: "),
        (["--map", "dinner"], 2, "“dinner” is a part of several names: "),
    ],
)
def test_a_part_that_only_one_has_may_do_for_a_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], flags: list[str], code: int, said: str
) -> None:
    document = journey("A: a1", "actions", personas="Marta Ben").records
    titled = {"Marta": {"name": "Loyal Marta"}, "Ben": {"name": "Careful Anna"}}
    (first,) = Document(document.values()).maps
    titled[first.id] = {"title": "Friday dinner today"}
    records = [record.with_(**titled.get(key, {})) for key, record in document.items()]
    records.append(first.with_(id="other", title="Friday dinner tomorrow"))
    file = tmp_path / "a.cxd"
    file.write_bytes(write(Document(records)))
    assert cli.main(["export", str(file), "-o", str(tmp_path / "x.svg"), *flags]) == code
    assert said in capsys.readouterr().err
