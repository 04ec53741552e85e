"""Every command, every exit code, every sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cxdesigner import cli, mishaps
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load

ROOT = Path(__file__).parent.parent
EXAMPLE = resource("examples", "vivan-los-tacos.cxd")

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Run:
    """Run a command in a folder of its own; gives exit code, stdout, stderr.

    The application is there first, since a PNG would make one that is no good for the tests of windows.
    """
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str | Path) -> tuple[int, str, str]:
        code = cli.main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return ran


def project(change: Callable[[dict[str, Any]], None] = lambda raw: None) -> bytes:
    raw = json.loads(EXAMPLE.read_bytes())
    change(raw)
    return json.dumps(raw).encode()


def loosen(raw: dict[str, Any]) -> None:
    raw["maps"][0]["cards"][12]["step"] = "t-9"


def damage(raw: dict[str, Any]) -> None:
    raw["maps"][0]["cards"][3]["text"] = 7
    raw["maps"][0]["lanes"][1]["hidden"] = "yes"


def raise_version(raw: dict[str, Any]) -> None:
    raw["version"] = 2


def in_a_process(*arguments: str | Path, after: str = "", **options: Any) -> subprocess.CompletedProcess[str]:
    code = f"import sys; from cxdesigner.cli import main; code = main(sys.argv[1:]); {after or 'sys.exit(code)'}"
    env = {**os.environ, "PYTHONPATH": str(ROOT), **options.pop("env", {})}
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, env=env, encoding="utf-8", **options)


# new


def test_new_makes_a_blank_project(run: Run, tmp_path: Path) -> None:
    assert run("new", "dinner.cxd", "--title", "Friday dinner") == (0, "", "")
    document = load(tmp_path / "dinner.cxd").document
    assert document.project.title == document.maps[0].title == "Friday dinner"


def test_new_makes_fresh_ids_each_time(run: Run, tmp_path: Path) -> None:
    for name in ("a.cxd", "b.cxd"):
        assert run("new", name, "--template", "service-blueprint")[0] == 0
    a, b = (load(tmp_path / name).document for name in ("a.cxd", "b.cxd"))
    template = load(resource("templates", "service-blueprint.cxd")).document
    assert a.project.title == ""
    assert not set(a.records) & set(b.records)
    assert not set(a.records) & set(template.records)


def test_new_lists_the_templates(run: Run) -> None:
    code, out, err = run("new", "--list")
    assert (code, err) == (0, "")
    names = [line.split()[0] for line in out.splitlines()]
    assert names[0] == "blank"
    assert set(names) == {file.stem for file in resource("templates").glob("*.cxd")}


@pytest.mark.parametrize("name", ["nothing", "../examples/vivan-los-tacos", "/etc/passwd", ""])
def test_new_knows_its_templates_by_name_only(run: Run, tmp_path: Path, name: str) -> None:
    code, out, err = run("new", "x.cxd", "--template", name)
    assert (code, out) == (2, "")
    assert err.startswith(f"There is no template “{name}”; there are b2b-subscription, blank, ")
    assert not list(tmp_path.iterdir())


def test_new_writes_over_nothing_unless_told_to(run: Run, tmp_path: Path) -> None:
    (tmp_path / "old.cxd").write_text("precious")
    code, _, err = run("new", "old.cxd")
    assert (code, err) == (4, "old.cxd is there already: choose another name, or write over it with --force.\n")
    assert (tmp_path / "old.cxd").read_text() == "precious"
    assert run("new", "old.cxd", "--force")[0] == 0
    assert load(tmp_path / "old.cxd").document.maps


def test_new_takes_a_link_to_nowhere_for_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "link.cxd").symlink_to(tmp_path / "gone.cxd")
    assert run("new", "link.cxd")[0] == 4


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["new"], "cxdesigner new: say which file to write, such as “cxdesigner new dinner.cxd”."),
        (["new", "x.cxd", "--title", "x" * 10_001], "The title is too long: 10,000 characters at most."),
        (["export", "x.cxd"], "cxdesigner export: -o is missing, the file to write; "),
        (["check"], "cxdesigner check: the following arguments are required: FILE; “cxdesigner check --help” "),
        (
            ["info", "x", "y"],
            "cxdesigner info: unrecognized arguments: y; “cxdesigner info --help” says what it takes.",
        ),
        (["export", "x", "-o", "x.pdf", "--page", "a9"], "There is no paper “a9”: it is A5, A4, A3,"),
        (["export", "x", "-o", "x.svg", "--page", "A4"], "--page is for PDF, not for SVG."),
        (
            ["export", "x", "-o", "x.pdf", "--scale", "big"],
            "The scale of a PDF is page, width, or from 10% to 1000%, and not “big”.",
        ),
        (["--wrong"], "cxdesigner: unrecognized arguments: --wrong; “cxdesigner --help” says what it takes."),
    ],
)
def test_a_mistake_in_the_usage_is_one_sentence(run: Run, arguments: list[str], sentence: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1


def test_new_into_a_folder_that_is_not_there(run: Run) -> None:
    code, _, err = run("new", "nowhere/x.cxd")
    assert code == 4
    assert err == "Could not save x.cxd: there is no folder nowhere. Save it in another place.\n"


# export


@pytest.mark.parametrize(("name", "start"), [("x.pdf", b"%PDF-"), ("x.svg", b"<?xml"), ("x.PNG", b"\x89PNG")])
def test_export_goes_by_the_extension(run: Run, tmp_path: Path, name: str, start: bytes) -> None:
    assert run("export", EXAMPLE, "-o", name) == (0, "", "")
    assert (tmp_path / name).read_bytes().startswith(start)


def test_export_gives_the_same_bytes_each_time_also_from_stdin(tmp_path: Path) -> None:
    with EXAMPLE.open("rb") as file:
        done = in_a_process("export", "-", "-o", tmp_path / "a.pdf", "--map", "2", stdin=file)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    in_a_process("export", EXAMPLE, "-o", tmp_path / "b.pdf", "--map", "Friday dinner without the wait")
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_export_scales_pictures(run: Run, tmp_path: Path) -> None:
    sizes = []
    for scale in ("0.5", "1"):
        assert run("export", EXAMPLE, "-o", "x.png", "--scale", scale)[0] == 0
        sizes.append(int.from_bytes((tmp_path / "x.png").read_bytes()[16:20], "big"))
    assert abs(sizes[1] - 2 * sizes[0]) <= 1


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (
            ["-o", "x.doc"],
            "Cannot tell what x.doc is to be: name it .pdf, .svg, .png, .html, .md, .csv or .xlsx, not .doc.",
        ),
        (
            ["-o", "x"],
            "Cannot tell what x is to be: name it .pdf, .svg, .png, .html, .md, .csv or .xlsx, and this name has none.",
        ),
        (["-o", "x.svg", "--scale", "2"], "--scale is for PDF, PNG, not for SVG."),
        (["-o", "x.png", "--scale", "0"], "The scale of a PNG is in pixels to a point: more than 0 and at most 64."),
        (["-o", "x.png", "--scale", "nan"], "The scale of a PNG is in pixels to a point: more than 0 and at most 64."),
        (["-o", "x.png", "--scale", "60"], "The picture would be "),
        (["-o", "x.pdf", "--map", "9"], "There is no map “9” in this project; it has 1 “Friday dinner at Vivan los "),
    ],
)
def test_export_refuses_what_it_cannot_do(run: Run, tmp_path: Path, arguments: list[str], sentence: str) -> None:
    code, out, err = run("export", EXAMPLE, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(sentence)
    assert not list(tmp_path.iterdir())


def test_export_of_a_project_without_maps(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.cxd").write_bytes(project(lambda raw: raw.update(maps=[])))
    code, _, err = run("export", "x.cxd", "-o", "x.pdf")
    assert (code, err) == (1, "There is no map in this project yet, so there is nothing to export.\n")


def test_export_warns_once_of_loose_ends(run: Run, tmp_path: Path) -> None:
    def twice(raw: dict[str, Any]) -> None:
        loosen(raw)
        raw["maps"][0]["cards"][13]["lane"] = "l-9"

    (tmp_path / "one.cxd").write_bytes(project(loosen))
    (tmp_path / "two.cxd").write_bytes(project(twice))
    assert run("export", "one.cxd", "-o", "x.pdf") == (
        0,
        "",
        'Warning: 1 thing in one.cxd is not as it should be: maps[0].cards[12].step: no step "t-9".\n',
    )
    code, _, err = run("export", "two.cxd", "-o", "x.pdf")
    assert code == 0
    assert err.startswith("Warning: 2 things in two.cxd are not as they should be: maps[0].cards[1")
    assert err.endswith(" (“cxdesigner check two.cxd” lists all).\n")
    assert (tmp_path / "x.pdf").is_file()


def test_export_of_a_newer_project_says_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.cxd").write_bytes(project(raise_version))
    code, _, err = run("export", "x.cxd", "-o", "x.pdf")
    assert code == 0
    assert err == (
        "Warning: x.cxd was made by a newer release, in version 2 of the format; "
        "what this one does not know of it is left out.\n"
    )


@pytest.mark.parametrize(("count", "said"), [(1, "1 thing"), (2, "2 things")])
def test_export_of_a_newer_project_counts_what_it_cannot_read(run: Run, tmp_path: Path, count: int, said: str) -> None:
    raw = json.loads(project(raise_version))
    raw["personas"] = [*raw.get("personas", []), *[5] * count]
    (tmp_path / "x.cxd").write_text(json.dumps(raw), "utf-8")
    code, _, err = run("export", "x.cxd", "-o", "x.pdf")
    assert code == 0
    assert f"; {said} in it cannot be read and will be missing, the first at personas[" in err


def test_export_of_a_damaged_project_names_check(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.cxd").write_bytes(project(damage))
    code, out, err = run("export", "x.cxd", "-o", "x.pdf")
    assert (code, out) == (3, "")
    assert err.startswith("x.cxd: The file is damaged at maps[0].lanes[1].hidden: should be true or false, not a text")
    mends = "; “cxdesigner check x.cxd” lists what is wrong, and with “--repair -o OUT” writes a copy that is mended.\n"
    assert err.endswith(mends)
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("name", ["old.pdf", "old.svg"])
def test_export_leaves_a_read_only_file_alone(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"precious")
    (tmp_path / name).chmod(0o444)
    code, _, err = run("export", EXAMPLE, "-o", name)
    assert code == 4
    assert err == f"Could not save {name}: it is read-only. Save it under another name or in another place.\n"
    assert (tmp_path / name).read_bytes() == b"precious"
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_export_into_a_folder_that_is_not_there(run: Run) -> None:
    code, _, err = run("export", EXAMPLE, "-o", "nowhere/x.pdf")
    assert (code, err) == (4, "Could not save x.pdf: there is no folder nowhere. Save it in another place.\n")


@pytest.mark.parametrize("command", ["export", "check", "info"])
def test_what_cannot_be_read_is_one_sentence(run: Run, tmp_path: Path, command: str) -> None:
    whole = EXAMPLE.read_bytes()
    (tmp_path / "folder.cxd").mkdir()
    files = {
        "missing.cxd": (None, "Could not open missing.cxd: there is no such file in "),
        "folder.cxd": (None, "Could not open folder.cxd: it is a folder. Choose a file in it."),
        "text.cxd": (
            b"Dear all,",
            "text.cxd: This is not a project: it is not JSON, the format that projects are kept ",
        ),
        "other.cxd": (b'{"type": "excalidraw"}', "other.cxd: This is not a project but JSON of another program: "),
        "cut.cxd": (whole[: len(whole) // 2], "cut.cxd: The file is cut off: it ends in line "),
        "empty.cxd": (b"", "empty.cxd: The file is empty."),
    }
    rest = ["-o", "x.pdf"] if command == "export" else []
    for name, (data, sentence) in files.items():
        if data is not None:
            (tmp_path / name).write_bytes(data)
        code, out, err = run(command, name, *rest)
        assert (code, out) == (3, "")
        assert err.startswith(sentence)
        assert err.count("\n") == 1


# check and info


def test_check_says_nothing_of_a_sound_project(run: Run) -> None:
    assert run("check", EXAMPLE) == (0, "", "")


def test_check_prints_a_line_a_problem(run: Run, tmp_path: Path) -> None:
    (tmp_path / "loose.cxd").write_bytes(project(loosen))
    (tmp_path / "damaged.cxd").write_bytes(project(damage))
    assert run("check", "loose.cxd") == (1, 'maps[0].cards[12].step: no step "t-9"\n', "")
    code, out, err = run("check", "damaged.cxd")
    assert (code, err) == (1, "damaged.cxd is damaged: --repair -o OUT writes a mended copy of it.\n")
    assert sorted(out.splitlines()) == [
        "maps[0].cards[3].text: should be a text, not a number",
        "maps[0].lanes[1].hidden: should be true or false, not a text",
    ]


def test_check_keeps_a_problem_on_its_line(run: Run, tmp_path: Path) -> None:
    def tear(raw: dict[str, Any]) -> None:
        raw["maps"][0]["cards"][12]["step"] = "t\n-9"

    (tmp_path / "x.cxd").write_bytes(project(tear))
    assert run("check", "x.cxd")[1].count("\n") == 1


def test_info_for_people(run: Run) -> None:
    code, out, err = run("info", EXAMPLE)
    assert (code, err) == (0, "")
    title, size, first, second = out.splitlines()
    assert title == "Vivan los Tacos"
    assert size == "version 1 of the format, language en, 2 personas, 5 departments"
    assert first.startswith("1. Friday dinner at Vivan los Tacos (current state): 5 stages, 10 steps, 7 lanes, ")
    assert second.startswith("2. ")


def test_info_for_programs(run: Run) -> None:
    code, out, err = run("info", EXAMPLE, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert found["title"] == "Vivan los Tacos"
    assert [(one["number"], one["stages"], one["steps"]) for one in found["maps"]] == [(1, 5, 10), (2, 5, 10)]


def test_info_lists_the_versions_that_are_kept(run: Run, tmp_path: Path) -> None:
    kept = {"id": "v1", "name": "As agreed\nin June", "author": "Ana", "date": "2026-06-14 10:30", "content": {}}
    (tmp_path / "x.cxd").write_bytes(project(lambda raw: raw.update(snapshots=[kept, {"id": "v2"}])))
    out = run("info", "x.cxd")[1].splitlines()
    assert "2 named versions" in out[1]
    assert out[-2:] == ["version “As agreed in June”, Ana, 2026-06-14 10:30", "version “(no name)”"]
    found = json.loads(run("info", "x.cxd", "--json")[1])["snapshots"]
    assert found[1] == {"id": "v2", "name": "", "author": "", "date": ""}
    assert (found[0]["name"], found[0]["author"], found[0]["date"]) == (kept["name"], "Ana", "2026-06-14 10:30")


def test_info_of_an_empty_project(run: Run, tmp_path: Path) -> None:
    bare = {"format": "cxdesigner", "version": 1, "id": "p", "title": "", "maps": [{"id": "m", "title": ""}]}
    (tmp_path / "x.cxd").write_text(json.dumps(bare))
    assert run("info", "x.cxd")[1].splitlines()[::2] == ["(no title)", "1. (no title) (current state): empty"]


def test_letters_that_a_console_lacks_do_no_harm(tmp_path: Path) -> None:
    (tmp_path / "x.cxd").write_bytes(project(lambda raw: raw.update(title="餃子")))
    for arguments in (["info", "x.cxd"], ["info", "x.cxd", "--json"]):
        done = in_a_process(*arguments, cwd=tmp_path, env={"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"})
        assert (done.returncode, done.stderr) == (0, "")
        assert "\\u9903\\u5b50" in done.stdout


# the program as a whole


def test_version_and_help(run: Run) -> None:
    code, out, _ = run("--version")
    assert (code, out.split()[0]) == (0, "cxdesigner")
    assert out.split()[1][0].isdigit()
    code, out, _ = run("--help")
    assert code == 0
    assert all(command in out for command in cli.COMMANDS)
    for command in cli.COMMANDS:
        code, out, _ = run(command, "--help")
        assert code == 0
        assert out.startswith(f"usage: cxdesigner {command} ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", EXAMPLE, "-o", "x.pdf"],
        ["export", EXAMPLE, "-o", "x.svg"],
        ["check", EXAMPLE],
        ["info", EXAMPLE],
        ["new", "x.cxd"],
    ],
)
def test_without_a_window_no_qt_is_loaded(tmp_path: Path, arguments: list[str | Path]) -> None:
    show = "print(*sorted(m for m in sys.modules if 'Qt' in m or 'PySide' in m or 'shiboken' in m))"
    done = in_a_process(*arguments, after=show, cwd=tmp_path)
    assert done.stderr == ""
    assert done.stdout.splitlines()[-1] == ""


def test_usage_loads_nothing_heavy() -> None:
    heavy = "('pydantic', 'reportlab', 'uharfbuzz', 'PySide6', 'PIL')"
    show = f"print(code, *[m for m in {heavy} if m in sys.modules])"
    for arguments in (["--help"], ["export", "--help"], ["new", "--list"], ["--wrong"]):
        done = in_a_process(*arguments, after=show)
        assert done.stdout.splitlines()[-1] in ("0", "2")


def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "cxdesigner", "info", str(EXAMPLE)]
    reading, writing = os.pipe()
    os.close(reading)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False, env=env, cwd=tmp_path)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def failing(error: BaseException) -> Callable[[list[str]], int]:
    def command(_: list[str]) -> int:
        raise error

    return command


def test_ctrl_c_is_quiet(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cli.COMMANDS, "check", failing(KeyboardInterrupt()))
    assert run("check", "x") == (130, "", "")


def test_what_nobody_foresaw_is_one_sentence_and_a_log(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mishaps, "log_path", lambda folder=None: tmp_path / "state" / "cxdesigner.log")
    monkeypatch.setitem(cli.COMMANDS, "check", failing(ZeroDivisionError("oh")))
    code, out, err = run("check", "x")
    assert (code, out) == (70, "")
    log = tmp_path / "state" / "cxdesigner.log"
    assert err == f"cxdesigner stopped because of a mistake in it; the details are in {log}.\n"
    assert "ZeroDivisionError: oh" in log.read_text("utf-8")


def test_a_log_that_cannot_be_written_is_no_second_mishap(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert mishaps.record(ValueError("x"), tmp_path / "file") == "the details could not be written down."


def test_a_long_log_is_put_aside(tmp_path: Path) -> None:
    log = tmp_path / mishaps.NAME
    log.write_text("x" * 1_000_001)
    assert mishaps.write_down("new", tmp_path) == f"the details are in {log}."
    assert log.read_text("utf-8").endswith("new\n\n")
    assert log.stat().st_size < 100
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_no_display_is_one_sentence(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    code, out, err = run("dinner.cxd")
    assert (code, out) == (69, "")
    assert err == "There is no display here to show a window on; “cxdesigner export” does without one.\n"


def test_a_qt_that_cannot_be_loaded_is_one_sentence(tmp_path: Path) -> None:
    # A stand-in for a PySide6 whose libraries are missing.
    (tmp_path / "PySide6").mkdir()
    (tmp_path / "PySide6" / "__init__.py").write_text("raise ImportError('libEGL.so.1: cannot open shared object')")
    path = os.pathsep.join([str(tmp_path), str(ROOT)])
    done = in_a_process("export", EXAMPLE, "-o", "x.png", cwd=tmp_path, env={"PYTHONPATH": path})
    assert (done.returncode, done.stdout) == (69, "")
    assert done.stderr.startswith("Qt cannot be loaded, so there are no windows and no PNG files: libEGL.so.1")
