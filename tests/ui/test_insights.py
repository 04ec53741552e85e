"""What the inspector says of pain points: in the order of the journey, the worst first, told apart by their step."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cxdesigner.model.document import Document
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.ui.panels.choosers import SolvesEditor
from cxdesigner.ui.panels.controls import CheckRow
from cxdesigner.ui.panels.insights import Insights
from cxdesigner.ui.session import Session
from cxdesigner.ui.style.look import Look
from tests.model.builders import journey
from tests.ui.panels import on_screen

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


@pytest.fixture
def session() -> Session:
    document = journey(
        "A: a1 a2", "pains more=pains", cards={"pains a2": "late", "pains a1": "mild bad", "more a1": "worst"}
    )
    kinds: dict[str, int | None] = {"late": 5, "mild": None, "bad": 2, "worst": 4}
    severe = (
        record.with_(kind="pain", severity=kinds[key]) if key in kinds else record
        for key, record in document.records.items()
    )
    return Session(Document(severe))


def test_pains_are_in_the_order_of_the_journey_the_worst_first(qtbot: QtBot, session: Session) -> None:
    insights = on_screen(qtbot, Insights(session, Look()), width=300)
    insights.read()
    assert [row.content.text for row in insights.rows()] == ["worst", "bad", "mild", "late"]


def labels(editor: QWidget) -> list[str]:
    return [row.label() for row in editor.findChildren(CheckRow)]


def test_pains_of_one_text_are_told_apart_by_their_step(qtbot: QtBot, session: Session) -> None:
    session.perform("x", partial(set_fields, keys=["late", "mild"], text="Queue"))
    editor = on_screen(qtbot, SolvesEditor(session, Look()), width=300)
    editor.show_value(())
    assert sorted(labels(editor)) == ["Queue · a1", "Queue · a2", "bad", "worst"]
