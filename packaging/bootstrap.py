"""Sets the program up in `.venv` and starts it; needs nothing but Python 3.11 or newer.

python3 packaging/bootstrap.py run [FILE ...]            open the example map, or the files
python3 packaging/bootstrap.py test [pytest arguments]   check everything, or only these tests
python3 packaging/bootstrap.py bench [arguments]         measure
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
EXAMPLE = ROOT / "resources" / "examples" / "vivan-los-tacos.cxd"
LOCKS = {name: ROOT / "packaging" / f"{name}.txt" for name in ("requirements", "requirements-test")}
STAMPS_THAT_DO = {"requirements": ("requirements", "requirements-test"), "requirements-test": ("requirements-test",)}
FULLY_COVERED = "cxdesigner/model/*,cxdesigner/layout/*,cxdesigner/storage/*"
READERS = {"pdftotext": "poppler-utils", "qpdf": "qpdf"}
"""Programs that read what the tests export, and the packages of Debian that they are in."""

STEPS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("lint-imports", ("-c", "from importlinter.cli import lint_imports_command as run; run(['--no-logo'])")),
    ("pytest", ("-m", "pytest", "-n", "auto", "--dist", "loadfile", "--cov=cxdesigner", "--cov-report=")),
    ("coverage", ("-m", "coverage", "report", f"--include={FULLY_COVERED}", "--fail-under=100")),
)

# Debian's and Ubuntu's packages, with the libraries in them or behind them that Qt takes from the system.
OFFSCREEN = {
    "libgl1": ("libGL.so.1", "libX11.so.6"),
    "libegl1": ("libEGL.so.1",),
    "libglib2.0-0": ("libglib-2.0.so.0", "libgthread-2.0.so.0"),
    "libfontconfig1": ("libfontconfig.so.1", "libfreetype.so.6"),
    "libxkbcommon0": ("libxkbcommon.so.0",),
    "libdbus-1-3": ("libdbus-1.so.3",),
}
WINDOW = {
    "libxcb-cursor0": ("libxcb-cursor.so.0", "libxcb-util.so.1", "libxcb-image.so.0", "libxcb-render-util.so.0"),
    "libxkbcommon-x11-0": ("libxkbcommon-x11.so.0", "libxcb-xkb.so.1"),
    "libxcb-icccm4": ("libxcb-icccm.so.4",),
    "libxcb-keysyms1": ("libxcb-keysyms.so.1",),
    "libxcb-shape0": ("libxcb-shape.so.0",),
}
MISSING = re.compile(r"(lib\S+\.so[.\d]*): cannot open shared object file")
LOAD_QT = """
import ctypes, pathlib, sys, PySide6.QtWidgets
plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
ctypes.CDLL(str(plugins / f"libq{sys.argv[1]}.so"))
"""


class Stop(Exception):  # noqa: N818 - not an error of this program
    """Ends the set-up with a sentence for the person who started it."""


def has_display(environ: Mapping[str, str], platform: str = sys.platform) -> bool:
    """Tell whether a window can be shown, or was asked for."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not platform.startswith("linux") or any(environ.get(name) for name in names)


def exports(arguments: Sequence[str]) -> list[list[str]] | None:
    """Return the commands that export instead of opening a window; None when the arguments are no files."""
    files = list(arguments) or [str(EXAMPLE)]
    if any(file.startswith("-") or not Path(file).suffix for file in files):
        return None
    return [["export", file, "-o", f"{Path(file).stem}.pdf"] for file in files]


def packages_for(error: str, *, window: bool) -> list[str]:
    """Return all packages that Qt needs when `error` names a missing library of theirs, else nothing.

    The loader names one library at a time, hence all of them at once.
    """
    packages = OFFSCREEN | WINDOW if window else OFFSCREEN
    missing = MISSING.search(error)
    return list(packages) if missing and any(missing[1] in held for held in packages.values()) else []


def stamp_of(lock: Path, version: Sequence[int]) -> str:
    """Return what tells an environment of this lock and Python apart from any other."""
    return f"{version[0]}.{version[1]} {hashlib.sha256(lock.read_bytes()).hexdigest()}"


def stamp_file(name: str, venv: Path) -> Path:
    """Return the file that holds the stamp of a lock."""
    return venv / f"cxdesigner-{name}.stamp"


def is_installed(name: str, venv: Path, version: Sequence[int]) -> bool:
    """Tell whether what the lock `name` asks for is in the environment."""
    for other in STAMPS_THAT_DO[name]:
        stamp = stamp_file(other, venv)
        if stamp.is_file() and stamp.read_text("utf-8") == stamp_of(LOCKS[other], version):
            return True
    return False


def python_of(venv: Path) -> Path:
    """Return the path of the environment's Python."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def is_sound(venv: Path, version: Sequence[int]) -> bool:
    """Tell whether the environment starts, in the version of Python asked for."""
    ask = "import sys; print(*sys.version_info[:2])"
    try:
        answer = subprocess.run([python_of(venv), "-I", "-c", ask], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.split() == [str(part) for part in version[:2]]


def apt_install(packages: Sequence[str]) -> bool:
    """Install packages of the system where that can be done without asking, and tell whether it was."""
    if shutil.which("apt-get") is None or os.geteuid() != 0:  # type: ignore[attr-defined,unused-ignore]
        return False
    say(f"Installing {' '.join(packages)} of the system.")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.call(["apt-get", "update", "-qq"], env=quiet)
    install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages]
    return subprocess.call(install, env=quiet, stdout=subprocess.DEVNULL) == 0


def set_up(name: str) -> Path:
    """Make the environment and install the lock `name` where that was not done yet; return its Python."""
    version, python = sys.version_info[:2], python_of(VENV)
    if not is_sound(VENV, version):
        say(f"Making {VENV} for Python {version[0]}.{version[1]}.")
        make = [sys.executable, "-m", "venv", "--clear", str(VENV)]
        failed = subprocess.call(make, stdout=subprocess.DEVNULL)
        if failed and (not apt_install(["python3-venv"]) or subprocess.call(make)):
            raise Stop(f"Could not make {VENV}: is its folder writable, and (Debian, Ubuntu) python3-venv installed?")
    if not is_installed(name, VENV, version):
        for lock in LOCKS:
            stamp_file(lock, VENV).unlink(missing_ok=True)
        say("Installing what the program needs; this takes a minute or two, once.")
        # The lock is complete: pip has nothing to resolve, and a newer release of anything cannot upset it.
        options = ("--quiet", "--disable-pip-version-check", "--only-binary=:all:", "--require-hashes", "--no-deps")
        if subprocess.call([python, "-m", "pip", "install", *options, "-r", LOCKS[name]]):
            raise Stop(
                "pip could not install what the program needs: check the network connection and the room on the disk"
                f" and start again; if it fails once more, delete {VENV} and try Python 3.11, 3.12 or 3.13."
            )
        stamp_file(name, VENV).write_text(stamp_of(LOCKS[name], version), "utf-8")
    return python


def check_qt(python: Path, *, window: bool) -> None:
    """Make sure that Qt finds the libraries it takes from the system; Stop says what to install."""
    platform = "xcb" if window else "offscreen"
    stamp = VENV / f"qt-{platform}.stamp"
    if not sys.platform.startswith("linux") or stamp.is_file():
        return
    error = load_qt(python, platform)
    if packages := packages_for(error, window=window):
        error = load_qt(python, platform) if apt_install(packages) else error
    if error and packages:
        raise Stop(f"Qt needs libraries of the system: sudo apt-get install {' '.join(packages)}")
    if error:
        raise Stop(f"Qt cannot be loaded: {error.splitlines()[-1]}")
    stamp.touch()


def load_qt(python: Path, platform: str) -> str:
    """Return why Qt cannot be loaded, or nothing."""
    tried = subprocess.run([python, "-c", LOAD_QT, platform], capture_output=True, text=True, check=False)
    return tried.stderr.strip() if tried.returncode else ""


def environment(**more: str) -> dict[str, str]:
    """Return the environment in which the checkout is the program."""
    paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths), **more}


def run(arguments: Sequence[str]) -> int:
    """Open the window; with no display, export."""
    python = set_up("requirements")
    commands = None if has_display(os.environ) else exports(arguments)
    if commands is None:
        if has_display(os.environ):
            check_qt(python, window=bool(os.environ.get("DISPLAY")) and not os.environ.get("QT_QPA_PLATFORM"))
        commands = [list(arguments) or [str(EXAMPLE)]]
    else:
        names = " and ".join(command[-1] for command in commands)
        say(f"There is no display here, so no window can be shown: writing {names} in this folder instead.")
    code = max(abs(subprocess.call([python, "-m", "cxdesigner", *each], env=environment())) for each in commands)
    for stamp in VENV.glob("qt-*.stamp") if code else ():  # a library may have gone: look again next time
        stamp.unlink()
    return code


def test(arguments: Sequence[str]) -> int:
    """Run every check, or pytest alone with the arguments given."""
    python = set_up("requirements-test")
    check_qt(python, window=False)
    missing = [package for tool, package in READERS.items() if not shutil.which(tool)]
    if sys.platform.startswith("linux") and missing and not apt_install(missing):
        say(f"{' and '.join(missing)} cannot be installed here: the tests that need them will be skipped.")
    steps = [("pytest", ("-m", "pytest", *arguments))] if arguments else STEPS
    failed = []
    for heading, command in steps:
        say(f"\n=== {heading}: {shlex.join(command)}")
        if subprocess.call([python, *command], cwd=ROOT, env=environment(QT_QPA_PLATFORM="offscreen")):
            failed.append(heading)
    say(f"\nFailed: {', '.join(failed)}" if failed else "\nAll passed.")
    return 1 if failed else 0


def bench(arguments: Sequence[str]) -> int:
    """Run the measurements."""
    python = set_up("requirements-test")
    check_qt(python, window=False)
    env = environment() if has_display(os.environ) else environment(QT_QPA_PLATFORM="offscreen")
    return subprocess.call([python, "-m", "tests.benchmarks", *arguments], cwd=ROOT, env=env)


def say(sentence: str) -> None:
    """Print at once, so that it stands before what a child process prints."""
    print(sentence, flush=True)


def main(arguments: Sequence[str]) -> int:
    """Do what the first argument says."""
    commands = {"run": run, "test": test, "bench": bench}
    if not arguments or arguments[0] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        if sys.version_info < (3, 11):  # noqa: UP036 - any Python may start this file
            raise Stop(f"This needs Python 3.11 or newer; {sys.executable} is {sys.version.split()[0]}.")
        return commands[arguments[0]](arguments[1:])
    except (Stop, OSError) as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
