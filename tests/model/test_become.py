"""One project in the place of another."""

from __future__ import annotations

from cxdesigner.model.document import Document
from cxdesigner.model.edits.become import become
from cxdesigner.model.records import Project
from tests.model.builders import journey


def test_a_project_becomes_another_and_can_be_brought_back() -> None:
    one = journey("A: a1 a2", "actions", cards={"actions a1": "one two"})
    other = journey("A: a1 a2 | B: b1", "actions pains", cards={"actions a1": "one", "pains b1": "new"})
    change = become(one, other)
    assert change is not None
    assert one.apply(change) == other
    assert one.apply(change).apply(change.inverse()) == one
    assert become(one, one) is None


def test_it_stays_the_project_that_it_is() -> None:
    one, other = journey("A: a1", "actions"), journey("A: a1 a2", "actions")
    renamed = [
        record.with_(id="other") if isinstance(record, Project)
        else record.with_(parent="other") if record.parent == other.root else record
        for record in other.records.values()
    ]  # fmt: skip
    change = become(one, Document(renamed))
    assert change is not None
    assert one.apply(change) == other
