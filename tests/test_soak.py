"""The soak finds what is lost; it is run by hand, since it takes minutes: `python -m tests.soak`."""

from __future__ import annotations

import json
from pathlib import Path

from cxdesigner.model.change import Change
from cxdesigner.model.records import Conflict, Vote
from cxdesigner.storage.codec import write
from tests.soak.ledger import Ledger, verdict
from tests.soak.project import shared


def test_what_was_acknowledged_is_looked_for(tmp_path: Path) -> None:
    document = shared()
    project, card = document.project, document["c1"]
    first, second, third = (f"words {number}" for number in (1, 2, 3))
    fresh = {
        project.id: (project, project.with_(conflicts=(Conflict.new(path="x", ours="c1", theirs=second),))),
        "c1": (card, card.with_(text=third, votes=(Vote.new(id="v1", by="ana"),))),
    }
    (tmp_path / "plan.cxd").write_bytes(write(document.apply(Change(fresh))))
    ana, ben = Ledger(tmp_path, "ana", 0), Ledger(tmp_path, "ben", 0)
    ana.note(do=1, kind="reword", card="c1", text=first, replaced="c1")
    ana.note(do=2, kind="vote", card="c1", vote="v1")
    ana.note(event="saves", saved=2)
    ana.note(do=3, kind="add", card="never saved")
    ben.note(do=1, kind="reword", card="c1", text=second, replaced="c1")
    ben.note(do=2, kind="reword", card="c1", text=third, replaced=first)
    ben.note(do=3, kind="reword", card="c1", text="gone", replaced=third)
    ben.note(do=4, kind="vote", card="c1", vote="v2")
    ben.note(do=5, kind="add", card="missing")
    ben.note(event="saves", saved=5)
    ana.close()
    ben.close()
    with (tmp_path / "ben.0.ledger").open("ab") as file:
        file.write(b'{"do": 6, "ki')  # killed while it wrote
    found = verdict(tmp_path, ["ana", "ben"])
    assert [json.loads(line)["do"] for line in found.lost] == [3, 4, 5]
    assert found.counts["edits"] == 8
    assert found.counts["edits acknowledged"] == 7
