"""What every test needs: no screen, no network, folders of its own, the same random examples at every run."""

from __future__ import annotations

import os
import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

import cxdesigner

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("steady", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
# Other examples, to look for more: --hypothesis-profile=varied --hypothesis-seed=7
settings.register_profile("varied", settings.get_profile("steady"), derandomize=False)
settings.load_profile("steady")

_CALLS = ("socket.connect", "socket.sendto")
_LOOK_UPS = ("socket.getaddrinfo", "socket.gethostbyname")
_calls: list[str] = []


def _listen(event: str, arguments: tuple[Any, ...]) -> None:
    # An audit hook can't be taken away again, so it only writes down what happens.
    is_local = event in _CALLS and isinstance(arguments[1], (str, bytes))  # a name of a file: another window of ours
    if event in _LOOK_UPS or (event in _CALLS and not is_local):
        _calls.append(f"{event} {arguments[-1]!r}")


sys.addaudithook(_listen)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden scenes anew instead of comparing")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # Hypothesis takes some of its values from the sources of the modules that are loaded: with all of the program there
    # the examples of a test are the same by itself, among others and in whatever order.
    if any(item.get_closest_marker("hypothesis") for item in items):
        for module in pkgutil.walk_packages(cxdesigner.__path__, "cxdesigner."):
            if not module.name.endswith("__main__"):
                import_module(module.name)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[list[str]]:
    """Fail a test in which anything connects to the network; gives what did."""
    _calls.clear()
    yield _calls
    assert not _calls


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep the settings, the state and the data of the person who runs the tests out of them."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    return home
