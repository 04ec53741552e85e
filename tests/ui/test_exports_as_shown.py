"""What the window exports is what it shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cxdesigner.export import ExportOptions, export_maps
from cxdesigner.layout.showing import Curves
from cxdesigner.ui.exporting import as_shown
from tests.model.builders import feeling, journey
from tests.ui.hand import PLATFORM, Hand, Start

pytestmark = pytest.mark.qt_log_ignore(PLATFORM, extend=True)


@pytest.fixture
def hand(start: Start) -> Hand:
    document = journey(
        "A: a1 a2", "actions feelings=emotion", personas="ana ben", emotions={"ana a1": 1, "ana a2": -1},
        more=(feeling("ben", "a1", score=-2, feeling="Rage"), feeling("ben", "a2", score=2)),
    )  # fmt: skip
    return start(document)


@pytest.mark.parametrize(("curves", "persona"), [("together", "ben"), ("single", "ben"), ("mean", "")])
def test_the_curves_are_those_on_the_wall(
    hand: Hand, tmp_path: Path, qtbot: QtBot, curves: Curves, persona: str
) -> None:
    hand.session.show(curves=curves, persona=persona)
    options = as_shown(hand.session, ExportOptions("svg"))
    job = hand.window.application._exporting.start(hand.window, hand.session, tmp_path / "out.svg", options)
    with qtbot.waitSignal(job.exported, timeout=60_000):
        pass
    expected = ExportOptions("svg", curves=curves, persona=persona)
    assert (tmp_path / "out.svg").read_bytes() == export_maps(hand.document, [hand.session.map_id], expected)


def test_who_is_not_on_the_map_stands_in_no_ones_way(hand: Hand, tmp_path: Path, qtbot: QtBot) -> None:
    hand.session.show(persona="gone")
    options = as_shown(hand.session, ExportOptions("svg"))
    job = hand.window.application._exporting.start(hand.window, hand.session, tmp_path / "out.svg", options)
    with qtbot.waitSignal(job.exported, timeout=60_000):
        pass
