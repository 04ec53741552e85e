"""`merge` and `diff` on the command line, and as a merge driver in a real repository."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cxdesigner.model.merge import merge
from cxdesigner.storage.project_file import load
from tests.test_cli import EXAMPLE, ROOT, Run, project, raise_version, run  # noqa: F401 - a fixture

Change = Callable[[dict[str, Any]], None]


def put(path: str, change: Change = lambda raw: None) -> None:
    Path(path).write_bytes(project(change))


def reword(index: int, text: str) -> Change:
    def change(raw: dict[str, Any]) -> None:
        raw["maps"][0]["cards"][index]["text"] = text

    return change


def ids() -> list[str]:
    return [card["id"] for card in json.loads(EXAMPLE.read_bytes())["maps"][0]["cards"]]


def texts(path: str | Path) -> dict[str, str]:
    document = load(path).document
    return {card.id: card.text for card in document.cards(document.maps[0].id)}


def test_merge_joins_what_both_did(run: Run) -> None:  # noqa: F811
    put("base.cxd")
    put("ours.cxd", reword(0, "ours"))
    put("theirs.cxd", reword(1, "theirs"))
    assert run("merge", "base.cxd", "ours.cxd", "theirs.cxd", "-o", "out.cxd") == (0, "", "")
    first, second = ids()[:2]
    assert (texts("out.cxd")[first], texts("out.cxd")[second]) == ("ours", "theirs")


def test_r04_merge_writes_over_nothing_but_what_it_read(run: Run) -> None:  # noqa: F811
    for name in ("base.cxd", "ours.cxd", "theirs.cxd"):
        put(name)
    put("another.cxd", reword(0, "of somebody else"))
    before = Path("another.cxd").read_bytes()
    given = ("merge", "base.cxd", "ours.cxd", "theirs.cxd", "-o")
    sentence = "another.cxd is there already: choose another name, or write over it with --force.\n"
    assert run(*given, "another.cxd") == (4, "", sentence)
    assert Path("another.cxd").read_bytes() == before
    Path("link.cxd").symlink_to("theirs.cxd")
    for allowed in ("base.cxd", "ours.cxd", "theirs.cxd", "link.cxd", "./ours.cxd"):
        assert run(*given, allowed) == (0, "", "")
    assert run(*given, "another.cxd", "--force") == (0, "", "")
    assert Path("another.cxd").read_bytes() != before


def test_r04_what_somebody_saves_while_a_merge_runs_is_not_written_over(
    run: Run,  # noqa: F811
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("base.cxd", "ours.cxd"):
        put(name)
    put("theirs.cxd", reword(0, "theirs"))

    def merge_slowly(*given: Any) -> Any:
        put("ours.cxd", reword(1, "meanwhile"))
        return merge(*given)

    monkeypatch.setattr("cxdesigner.model.merge.merge", merge_slowly)
    sentence = "Somebody else saved ours.cxd meanwhile, so nothing was written: merge again.\n"
    assert run("merge", "base.cxd", "ours.cxd", "theirs.cxd", "-o", "ours.cxd") == (4, "", sentence)
    assert texts("ours.cxd")[ids()[1]] == "meanwhile"


def test_r04_merge_writes_no_project_over_a_pdf(run: Run) -> None:  # noqa: F811
    put("base.cxd")
    assert run("export", "base.cxd", "-o", "ours.pdf", "--attach")[0] == 0
    put("theirs.cxd", reword(0, "theirs"))
    before = Path("ours.pdf").read_bytes()
    code, out, err = run("merge", "base.cxd", "ours.pdf", "theirs.cxd", "-o", "ours.pdf")
    assert (code, out, err) == (4, "", "ours.pdf is a PDF, which a merge does not write: choose another name.\n")
    assert Path("ours.pdf").read_bytes() == before
    assert run("merge", "base.cxd", "ours.pdf", "theirs.cxd", "-o", "out.cxd")[0] == 0


def test_merge_lists_conflicts_and_exits_1(run: Run) -> None:  # noqa: F811
    put("base.cxd", reword(0, "base"))
    put("ours.cxd", reword(0, "ours"))
    put("theirs.cxd", reword(0, "their " + "long " * 20))
    code, out, err = run("merge", "base.cxd", "ours.cxd", "theirs.cxd", "-o", "ours.cxd")
    assert (code, err) == (1, "")
    start = f'cards["{ids()[0]}"].text (Action “ours”): base "base", ours "ours", theirs "their long long'
    assert out.startswith(start)
    assert out.endswith("…\n")
    (kept,) = load("ours.cxd").document.project.conflicts
    assert (kept.ours, kept.theirs) == ("ours", "their " + "long " * 20)


def test_merge_takes_an_empty_base_for_none(run: Run) -> None:  # noqa: F811
    Path("base.cxd").touch()
    put("ours.cxd", reword(0, "ours"))
    put("theirs.cxd")
    code, out, _ = run("merge", "base.cxd", "ours.cxd", "theirs.cxd", "-o", "out.cxd")
    assert code == 1
    assert "base null" in out or 'base ""' in out


DIFFERENT = "These are different projects, not versions of one. Open the other one and copy what you need.\n"


def other_project(raw: dict[str, Any]) -> None:
    raw["id"] = "another"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            other_project,
            DIFFERENT,
        ),
        (
            raise_version,
            "theirs.cxd was made by a newer release, and a merge by this one would lose some of it. "
            "Merge with that one.\n",
        ),
    ],
)
def test_merge_refuses_what_it_cannot_join(run: Run, change: Change, sentence: str) -> None:  # noqa: F811
    put("base.cxd")
    put("theirs.cxd", change)
    assert run("merge", "base.cxd", "base.cxd", "theirs.cxd", "-o", "out.cxd") == (3, "", sentence)
    assert not Path("out.cxd").exists()


def test_merge_says_what_it_cannot_read_or_write(run: Run) -> None:  # noqa: F811
    put("base.cxd")
    code, _, err = run("merge", "no.cxd", "base.cxd", "base.cxd", "-o", "out.cxd")
    assert (code, err[:21]) == (3, "Could not open no.cxd")
    code, _, err = run("merge", "base.cxd", "base.cxd", "base.cxd", "-o", "no/out.cxd")
    assert (code, err[:22]) == (4, "Could not save out.cxd")
    code, _, err = run("merge", "base.cxd", "base.cxd", "base.cxd")
    assert code == 2
    assert "-o" in err


def test_diff_tells_two_versions_apart(run: Run) -> None:  # noqa: F811
    put("a.cxd", reword(0, "Queue"))
    put("b.cxd", reword(0, "Long queue"))
    assert run("diff", "a.cxd", "a.cxd") == (0, "", "")
    code, out, err = run("diff", "a.cxd", "b.cxd")
    assert (code, err) == (1, "")
    assert out.endswith("“Queue”: now reads “Long queue”\n1 card reworded\n")
    code, out, _ = run("diff", "a.cxd", "b.cxd", "--json")
    (change,) = json.loads(out)["changes"]
    assert code == 1
    assert (change["what"], change["id"], change["before"], change["after"]) == (
        "reworded",
        ids()[0],
        {"text": "Queue"},
        {"text": "Long queue"},
    )


def move_and_take_out(raw: dict[str, Any]) -> None:
    cards = raw["maps"][0]["cards"]
    cards[0] |= {"lane": None, "step": None}
    del cards[1]


def test_diff_as_json_tells_places_and_whole_things(run: Run) -> None:  # noqa: F811
    put("a.cxd")
    put("b.cxd", move_and_take_out)
    changes = json.loads(run("diff", "a.cxd", "b.cxd", "--json")[1])["changes"]
    moved = next(change for change in changes if change["what"] == "moved")
    removed = next(change for change in changes if change["what"] == "removed")
    assert (moved["after"]["lane"], moved["before"]["lane"] is not None) == (None, True)
    assert (removed["before"]["id"], removed["after"]) == (ids()[1], None)


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_r05_git_merges_projects_with_it(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "HOME": str(tmp_path),
        "GIT_CONFIG_NOSYSTEM": "1",
        "PYTHONPATH": str(ROOT),
        **{f"GIT_{who}_{what}": "a@b" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }

    def git(*arguments: str) -> int:
        done = subprocess.run(["git", *arguments], cwd=tmp_path, env=environment, capture_output=True, check=False)
        return done.returncode

    def commit(branch: str, start: str, change: Change) -> None:
        assert git("checkout", "-q", "-B", branch, start) == 0
        (tmp_path / "map.cxd").write_bytes(project(change))
        assert git("commit", "-qam", branch) == 0

    driver = f"{shlex.quote(sys.executable)} -m cxdesigner merge %O %A %B -o %A"
    assert git("init", "-q", "-b", "main") == 0
    assert git("config", "merge.cxdesigner.driver", driver) == 0
    (tmp_path / ".gitattributes").write_text("*.cxd merge=cxdesigner\n")
    (tmp_path / "map.cxd").write_bytes(project())
    assert git("add", ".") == 0
    assert git("commit", "-qm", "base") == 0
    commit("ours", "main", reword(0, "ours"))
    commit("theirs", "main", reword(1, "theirs"))
    commit("rival", "main", reword(0, "rival"))
    first, second = ids()[:2]

    assert git("checkout", "-q", "ours") == 0
    assert git("merge", "-q", "-m", "clean", "theirs") == 0
    assert (texts(tmp_path / "map.cxd")[first], texts(tmp_path / "map.cxd")[second]) == ("ours", "theirs")

    assert git("merge", "-q", "-m", "conflicting", "rival") == 1
    document = load(tmp_path / "map.cxd").document
    (kept,) = document.project.conflicts
    assert (kept.path, kept.ours, kept.theirs) == (f'cards["{first}"].text', "ours", "rival")
    assert texts(tmp_path / "map.cxd")[second] == "theirs"
