from __future__ import annotations

import importlib.util
import re
import sys
from pathlib import Path

import pytest

FILE = Path(__file__).parents[2] / "packaging" / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("bootstrap_under_test", FILE)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    locks = {name: tmp_path / f"{name}.txt" for name in module.LOCKS}
    for name, lock in locks.items():
        lock.write_text(name, "utf-8")
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "LOCKS", locks)
    module.VENV.mkdir()
    return module


@pytest.fixture
def calls(bootstrap, monkeypatch):
    """The commands that were run; `calls.codes` maps a word in a command to the code it ends with."""

    class Calls(list):
        codes: dict[str, int] = {}  # noqa: RUF012

    seen = Calls()

    def call(command, **options):
        words = [str(word) for word in command]
        seen.append((words, options))
        return next((code for word, code in seen.codes.items() if word in words), 0)

    monkeypatch.setattr(bootstrap.subprocess, "call", call)
    return seen


@pytest.fixture
def ready(bootstrap, monkeypatch):
    """Everything is installed already."""
    monkeypatch.setattr(bootstrap, "set_up", lambda name: Path("python"))
    monkeypatch.setattr(bootstrap, "check_qt", lambda python, *, window: None)
    monkeypatch.setattr(bootstrap.shutil, "which", lambda name: name)


@pytest.fixture
def no_display(bootstrap, monkeypatch):
    monkeypatch.setattr(bootstrap, "has_display", lambda environ: False)


def stamp(bootstrap, name, version=(3, 11)):
    text = bootstrap.stamp_of(bootstrap.LOCKS[name], version)
    bootstrap.stamp_file(name, bootstrap.VENV).write_text(text, "utf-8")


def test_nothing_is_installed_without_a_stamp(bootstrap):
    assert not bootstrap.is_installed("requirements", bootstrap.VENV, (3, 11))


@pytest.mark.parametrize(
    ("stamped", "asked", "installed"),
    [
        ("requirements", "requirements", True),
        ("requirements-test", "requirements-test", True),
        ("requirements-test", "requirements", True),
        ("requirements", "requirements-test", False),
    ],
)
def test_what_the_tests_need_is_enough_to_run(bootstrap, stamped, asked, installed):
    stamp(bootstrap, stamped)
    assert bootstrap.is_installed(asked, bootstrap.VENV, (3, 11)) is installed


def test_another_lock_or_python_is_installed_again(bootstrap):
    stamp(bootstrap, "requirements")
    assert not bootstrap.is_installed("requirements", bootstrap.VENV, (3, 12))
    bootstrap.LOCKS["requirements"].write_text("newer", "utf-8")
    assert not bootstrap.is_installed("requirements", bootstrap.VENV, (3, 11))


def test_an_environment_without_python_is_not_sound(bootstrap):
    assert not bootstrap.is_sound(bootstrap.VENV, (3, 11))


def test_a_sound_environment_has_the_version_asked_for(bootstrap, monkeypatch):
    monkeypatch.setattr(bootstrap, "python_of", lambda venv: sys.executable)
    assert bootstrap.is_sound(bootstrap.VENV, sys.version_info)
    assert not bootstrap.is_sound(bootstrap.VENV, (3, 1))


def test_the_second_start_installs_nothing(bootstrap, calls, monkeypatch):
    monkeypatch.setattr(bootstrap, "is_sound", lambda venv, version: True)
    bootstrap.set_up("requirements")
    assert [words[3] for words, _ in calls] == ["install"]
    assert "--require-hashes" in calls[0][0]
    bootstrap.set_up("requirements")
    assert len(calls) == 1


def test_a_failing_pip_ends_in_a_sentence_and_is_tried_again(bootstrap, calls, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap, "is_sound", lambda venv, version: True)
    stamp(bootstrap, "requirements", sys.version_info)
    calls.codes = {"pip": 1}
    assert bootstrap.main(["test"]) == 1
    assert capsys.readouterr().err.startswith("pip could not install what the program needs: check")
    assert not bootstrap.is_installed("requirements", bootstrap.VENV, sys.version_info)


def test_an_environment_of_another_python_is_made_again(bootstrap, calls, monkeypatch):
    monkeypatch.setattr(bootstrap, "is_sound", lambda venv, version: False)
    bootstrap.set_up("requirements")
    assert calls[0][0][1:] == ["-m", "venv", "--clear", str(bootstrap.VENV)]


LIBGL = "ImportError: libGL.so.1: cannot open shared object file: No such file or directory"
CURSOR = "OSError: libxcb-cursor.so.0: cannot open shared object file: No such file or directory"


def test_one_missing_library_asks_for_every_package(bootstrap):
    packages = bootstrap.packages_for(LIBGL, window=False)
    assert packages == ["libgl1", "libegl1", "libglib2.0-0", "libfontconfig1", "libxkbcommon0", "libdbus-1-3"]
    assert "libxcb-cursor0" in bootstrap.packages_for(LIBGL, window=True)
    assert "libxcb-cursor0" in bootstrap.packages_for(CURSOR, window=True)


@pytest.mark.parametrize("error", ["", "ImportError: undefined symbol", LIBGL.replace("libGL", "libother")])
def test_other_errors_ask_for_no_package(bootstrap, error):
    assert bootstrap.packages_for(error, window=True) == []


def check_qt(bootstrap, monkeypatch, errors, *, may_install):
    monkeypatch.setattr(bootstrap.sys, "platform", "linux")
    monkeypatch.setattr(bootstrap, "apt_install", lambda packages: may_install)
    monkeypatch.setattr(bootstrap, "load_qt", lambda python, platform: errors.pop(0))
    bootstrap.check_qt(Path("python"), window=False)


def test_without_the_right_to_install_qt_asks_for_its_packages(bootstrap, monkeypatch):
    with pytest.raises(bootstrap.Stop, match="sudo apt-get install libgl1 libegl1"):
        check_qt(bootstrap, monkeypatch, [LIBGL], may_install=False)


def test_missing_packages_are_installed_and_qt_is_checked_once(bootstrap, monkeypatch):
    check_qt(bootstrap, monkeypatch, [LIBGL, ""], may_install=True)
    check_qt(bootstrap, monkeypatch, [], may_install=True)


def test_another_reason_why_qt_does_not_load_is_named(bootstrap, monkeypatch):
    with pytest.raises(bootstrap.Stop, match="Qt cannot be loaded: ImportError: GLIBC"):
        check_qt(bootstrap, monkeypatch, ["Traceback\nImportError: GLIBC"], may_install=True)


@pytest.mark.parametrize(
    ("environ", "platform", "shown"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_display_is_needed_on_linux_only(bootstrap, environ, platform, shown):
    assert bootstrap.has_display(environ, platform) is shown


def test_with_no_display_the_example_is_exported(bootstrap, calls, ready, no_display, capsys):
    assert bootstrap.main(["run"]) == 0
    assert "no display here" in capsys.readouterr().out
    ((words, options),) = calls
    assert words[1:] == ["-m", "cxdesigner", "export", str(bootstrap.EXAMPLE), "-o", "vivan-los-tacos.pdf"]
    assert "cwd" not in options
    assert options["env"]["PYTHONPATH"].startswith(str(bootstrap.ROOT))


def test_with_no_display_every_file_is_exported(bootstrap, calls, ready, no_display):
    calls.codes = {"maps/a.cxd": 3}
    assert bootstrap.main(["run", "maps/a.cxd", "b.cxd"]) == 3
    assert [words[3:] for words, _ in calls] == [
        ["export", "maps/a.cxd", "-o", "a.pdf"],
        ["export", "b.cxd", "-o", "b.pdf"],
    ]


@pytest.mark.parametrize("arguments", [["--help"], ["export", "a.cxd", "-o", "b.png"]])
def test_with_no_display_other_arguments_are_handed_on(bootstrap, calls, ready, no_display, arguments):
    assert bootstrap.main(["run", *arguments]) == 0
    assert [words[3:] for words, _ in calls] == [arguments]


def test_with_a_display_the_window_opens(bootstrap, calls, ready, monkeypatch):
    monkeypatch.setattr(bootstrap, "has_display", lambda environ: True)
    bootstrap.main(["run"])
    bootstrap.main(["run", "a.cxd"])
    assert [words[3:] for words, _ in calls] == [[str(bootstrap.EXAMPLE)], ["a.cxd"]]


def test_every_check_runs_and_the_failed_ones_are_listed(bootstrap, calls, ready, capsys):
    calls.codes = {"mypy": 1, "coverage": 2}
    assert bootstrap.main(["test"]) == 1
    assert len(calls) == len(bootstrap.STEPS)
    assert all(options["env"]["QT_QPA_PLATFORM"] == "offscreen" for _, options in calls)
    assert capsys.readouterr().out.endswith("Failed: mypy, coverage\n")


def test_arguments_run_pytest_alone(bootstrap, calls, ready):
    assert bootstrap.main(["test", "tests/model", "-x"]) == 0
    assert [words[1:] for words, _ in calls] == [["-m", "pytest", "tests/model", "-x"]]


def test_an_old_python_is_told_so(bootstrap, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 9, 2))
    assert bootstrap.main(["run"]) == 1
    assert capsys.readouterr().err.startswith("This needs Python 3.11 or newer")


def test_without_a_command_the_usage_is_shown(bootstrap, capsys):
    assert bootstrap.main([]) == 2
    assert "bootstrap.py run [FILE ...]" in capsys.readouterr().err


def test_the_locks_agree_and_hold_versions_with_hashes_only():
    locked = {}
    for name in ("requirements", "requirements-test"):
        text = FILE.with_name(f"{name}.txt").read_text("utf-8")
        entries = re.split(r"\n(?=[^\s#])", re.sub(r"(?m)^#.*\n", "", text).strip())
        assert all("--hash=sha256:" in entry for entry in entries)
        assert not re.search(r"://|--index|--find-links|file:", text)
        locked[name] = {entry.split(" \\\n")[0] for entry in entries}
    assert locked["requirements"] < locked["requirements-test"]
