"""A file is data: what means harm reaches for nothing, whatever is done with it (R12, R14)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from cxdesigner.storage.codec import DamagedError, NotAProjectError, read
from cxdesigner.storage.repair import repaired
from tests import hostile_child

ROOT = Path(__file__).parent.parent
HOSTILE = {path.stem: path for path in sorted((ROOT / "tests" / "corpus" / "hostile").glob("*.cxd"))}
REFUSED = {
    "picture-bomb": "has more than 64 megapixels",
    "nesting": "more than 64 levels deep",
    "doubled-ids": 'the id "a" is taken by personas[0]',
}
FOLLOWED = ("http://", "https://", "mailto:")


def reached(file: Path, folder: Path) -> tuple[list[str], list[str]]:
    """Give the exit codes of all that can be done with a file, and what was reached for."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.hostile_child", str(file), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    codes, *lines = done.stdout.splitlines()
    return codes.split(), [line for line in lines if line]


@pytest.mark.parametrize("name", [name for name in HOSTILE if name not in REFUSED])
def test_r12_a_hostile_project_reaches_for_nothing(name: str, tmp_path: Path) -> None:
    codes, lines = reached(HOSTILE[name], tmp_path)
    assert lines == []
    assert codes[0] in ("0", "1")
    assert set(codes[1:]) == {"0"}
    written = {path.name for path in tmp_path.iterdir()}
    assert {kind[0] for kind in hostile_child.KINDS} | {"window.png", "printed.pdf"} <= written
    with Image.open(tmp_path / "window.png") as picture:
        assert len(picture.getcolors(picture.width * picture.height) or ()) > 100  # the map is there
    for path in tmp_path.glob("*.pdf"):
        for page in PdfReader(path).pages:
            for mark in page.get("/Annots") or ():
                action = mark.get_object().get("/A", {})
                assert action.get("/S", "/GoTo") in ("/GoTo", "/URI")
                assert action.get("/URI", "http://").startswith(FOLLOWED)


@pytest.mark.parametrize("name", REFUSED)
def test_r12_what_may_not_be_opened_says_so(name: str, tmp_path: Path) -> None:
    with pytest.raises((NotAProjectError, DamagedError)) as caught:
        read(HOSTILE[name].read_bytes())
    assert REFUSED[name] in str(caught.value)
    found = repaired(HOSTILE[name].read_bytes())
    assert found.done
    codes, lines = reached(HOSTILE[name], tmp_path)
    assert lines == []
    assert set(codes[1:]) == {"3"}


def test_r12_markup_stays_text(tmp_path: Path) -> None:
    reached(HOSTILE["markup"], tmp_path)
    page, drawing = (tmp_path / "x.html").read_text("utf-8"), (tmp_path / "text.svg").read_text("utf-8")
    for made in (page, drawing):
        assert "<script>fetch" not in made
        assert "<img src=" not in made
        assert 'href="javascript:' not in made.lower()
    assert "&lt;script&gt;" in page


def test_r12_ids_cannot_be_made_to_collide() -> None:
    # Texts are hashed with a key of the process, so that a file cannot hold a million that share a hash.
    assert sys.flags.hash_randomization == 1
    code = "print(hash('id'))"
    keyed = {**os.environ, "PYTHONHASHSEED": "random"}
    hashes = {subprocess.check_output([sys.executable, "-c", code], env=keyed) for _ in range(3)}
    assert len(hashes) > 1


@pytest.mark.parametrize(
    "reach",
    ["open('/etc/passwd').close()", "import socket; socket.socket().connect_ex(('127.0.0.1', 9))",
     "import subprocess; subprocess.run(['true'])"],
)  # fmt: skip
def test_r14_the_hook_bites(reach: str, tmp_path: Path) -> None:
    code = f"import sys; from tests import hostile_child as c; c.watch(lambda told: print(told)); {reach}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.startswith(("open /etc/passwd", "socket.", "subprocess.Popen"))
