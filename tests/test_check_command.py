"""`check --repair` writes a copy that is mended, and never touches what it was made of."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cxdesigner import cli
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load

EXAMPLE = resource("examples", "vivan-los-tacos.cxd").read_bytes()

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `check` in a folder with a damaged project in it; gives exit code, stdout, stderr."""
    monkeypatch.chdir(tmp_path)
    raw: dict[str, Any] = json.loads(EXAMPLE)
    raw["maps"][0]["cards"][3]["severity"] = 9
    raw["maps"][0]["lanes"][1]["hidden"] = "yes"
    (tmp_path / "damaged.cxd").write_text(json.dumps(raw))

    def ran(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["check", *arguments])
        return code, *capsys.readouterr()

    return ran


def test_r11_a_repaired_copy_is_written_and_what_was_done_is_listed(run: Run, tmp_path: Path) -> None:
    before = (tmp_path / "damaged.cxd").read_bytes()
    code, out, err = run("damaged.cxd", "--repair", "-o", "mended.cxd")
    assert (code, err) == (0, "")
    assert out.splitlines() == [
        "Lane “Touchpoints” (maps[0].lanes[1].hidden): should be true or false, not a text, "
        'so it was put aside in the field "unfit".',
        "Action “Walks over with a friend” (maps[0].cards[3].severity): 9 is outside 1 to 5, "
        'so it was set to 5 and what was there is in the field "unfit".',
    ]
    assert (tmp_path / "damaged.cxd").read_bytes() == before
    assert run("mended.cxd") == (0, "", "")
    assert len(load(tmp_path / "mended.cxd").document) == len(
        load(resource("examples", "vivan-los-tacos.cxd")).document
    )


def test_r11_of_a_damaged_file_the_way_out_is_named_and_of_a_conflict_where_to_settle_it(
    run: Run, tmp_path: Path
) -> None:
    code, out, err = run("damaged.cxd")
    assert (code, len(out.splitlines())) == (1, 2)
    assert err == "damaged.cxd is damaged: --repair -o OUT writes a mended copy of it.\n"
    raw: dict[str, Any] = json.loads(EXAMPLE)
    raw["conflicts"] = [{"path": "title", "base": "a", "ours": "b", "theirs": "c"}]
    (tmp_path / "open.cxd").write_text(json.dumps(raw))
    code, out, err = run("open.cxd")
    assert (code, err) == (1, "")
    assert out == "title: a merge left it open, and both values are kept: choose one in the window\n"


def test_r11_what_is_cut_off_is_repaired_too(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cut.cxd").write_bytes(EXAMPLE[:30_000])
    code, out, _ = run("cut.cxd", "--repair", "-o", "mended.cxd")
    assert code == 0
    assert "the file is cut off there, so what stands before that was read." in out
    assert load(tmp_path / "mended.cxd").document.maps[0].title == "Friday dinner at Vivan los Tacos"


def test_of_a_sound_file_it_writes_the_same(run: Run, tmp_path: Path) -> None:
    (tmp_path / "sound.cxd").write_bytes(EXAMPLE)
    assert run("sound.cxd", "--repair", "-o", "same.cxd") == (0, "", "")
    assert (tmp_path / "same.cxd").read_bytes() == EXAMPLE


@pytest.mark.parametrize("kind", ["itself", "symbolic", "hard", "detour"])
def test_r11_the_damaged_file_is_never_written_over(run: Run, tmp_path: Path, kind: str) -> None:
    damaged, out = tmp_path / "damaged.cxd", tmp_path / "link.cxd"
    before = damaged.read_bytes()
    if kind == "symbolic":
        out.symlink_to(damaged)
    elif kind == "hard":
        os.link(damaged, out)
    name = {"itself": "damaged.cxd", "detour": f"../{tmp_path.name}/damaged.cxd"}.get(kind, "link.cxd")
    code, told, err = run("damaged.cxd", "--repair", "--force", "-o", name)
    assert (code, told) == (4, "")
    assert err == f"{name} is the damaged file itself, which stays as it is: choose another name.\n"
    assert damaged.read_bytes() == before


def test_nothing_is_written_over_unasked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.cxd").write_bytes(b"precious")
    code, _, err = run("damaged.cxd", "--repair", "-o", "mine.cxd")
    assert (code, err) == (4, "mine.cxd is there already: choose another name, or write over it with --force.\n")
    assert (tmp_path / "mine.cxd").read_bytes() == b"precious"
    assert run("damaged.cxd", "--repair", "-o", "mine.cxd", "--force")[0] == 0
    assert load(tmp_path / "mine.cxd").problems == ()


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["damaged.cxd", "--repair"], 2, "say with -o where to write the repaired copy"),
        (["damaged.cxd", "-o", "x.cxd"], 2, "-o names the copy that --repair writes"),
        (["gone.cxd", "--repair", "-o", "x.cxd"], 3, "Could not open gone.cxd: there is no such file in "),
        (["text.cxd", "--repair", "-o", "x.cxd"], 3, "text.cxd: This is not a project: it is not JSON"),
        (["damaged.cxd", "--repair", "-o", "no/x.cxd"], 4, "Could not save x.cxd: there is no folder no."),
    ],
)
def test_r11_what_does_not_work_is_one_sentence(
    run: Run, tmp_path: Path, arguments: list[str], code: int, says: str
) -> None:
    (tmp_path / "text.cxd").write_text("Dear all,")
    found, out, err = run(*arguments)
    assert (found, out) == (code, "")
    assert says in err
    assert err.count("\n") == 1
    assert not (tmp_path / "x.cxd").exists()


def test_standard_input_is_repaired(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((tmp_path / "damaged.cxd").read_bytes())))
    code, out, _ = run("-", "--repair", "-o", "mended.cxd")
    assert (code, out.count("\n")) == (0, 2)
