"""Nothing is fetched and nothing is sent: a test in which anything tries to fails (R14)."""

from __future__ import annotations

import contextlib
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def connect() -> None:
    with socket.socket() as there:
        there.connect_ex(("127.0.0.1", 9))


def send() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as there:
        there.sendto(b"x", ("127.0.0.1", 9))


def ask_for_an_address() -> None:
    socket.getaddrinfo("localhost", 80)


@pytest.mark.parametrize("reach", [connect, send, ask_for_an_address])
def test_r14_whatever_reaches_for_the_network_is_seen(no_network: list[str], reach: Callable[[], None]) -> None:
    with contextlib.suppress(OSError):
        reach()
    assert no_network
    no_network.clear()


def test_r14_no_module_knows_the_network() -> None:
    for path in (ROOT / "cxdesigner").rglob("*.py"):
        text = path.read_text("utf-8")
        for name in ("QtNetwork", "import urllib.request", "import http", "import requests", "import ssl"):
            assert name not in text, f"{path}: {name}"
