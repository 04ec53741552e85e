"""Conflicted copies beside a file, by the names that programs which synchronise folders give them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cxdesigner.model.document import Document
from cxdesigner.storage.codec import write
from cxdesigner.storage.conflicted_copies import conflicted_copies, is_conflicted_copy, original_of
from cxdesigner.storage.project_file import load

FULL = Path(__file__).parent / "full.cxd"

NAMES = [
    "plan (Marta's conflicted copy 2026-06-14).cxd",  # Dropbox
    "plan (Marta Ruiz's conflicted copy 2026-06-14 (1)).cxd",
    "plan (conflicted copy 2026-06-14).cxd",
    "plan (LAPTOP-7's conflicted copy).cxd",
    "plan (Case Conflict).cxd",
    "plan (Jonas s in Konflikt stehende Kopie 2026-06-14).cxd",
    "plan (In Konflikt stehende Kopie von Jonas 2026-06-14).cxd",
    "plan (Copie en conflit de Adrien Cloutier 2026-06-14).cxd",
    "plan (Copia conflictiva de Marta 2026-06-14).cxd",
    "plan (Copia in conflitto di MBP-di-Marco.fritz.box 2026-06-14).cxd",
    "plan (Конфликтующая копия с компьютера MAIN-PC 2026-06-14).cxd",
    "plan (Taketan の競合コピー 2026-06-14).cxd",
    "plan (Taketan 上の問題のあるコピー 2026-06-14).cxd",
    "plan (conflicted copy 2026-06-14 093612).cxd",  # Nextcloud, ownCloud
    "plan (conflicted copy Marta 2026-06-14 093612).cxd",
    "plan (case clash from Marta 2026-06-14 093612).cxd",
    "plan_conflict-20260614-093612.cxd",
    "plan.sync-conflict-20260614-093612-K3JD82H.cxd",  # Syncthing
    "plan.sync-conflict-20260614-093612.cxd",
    "plan_DiskStation_Jun-14-0936-2026_Conflict.cxd",  # Synology
    "plan_Andy-PC_Jun-14-0936-2026_CaseConflict_1.cxd",
    "plan-DESKTOP-4F7K2QX.cxd",  # OneDrive
    "plan-LAPTOP-7.cxd",
    "plan-LAPTOP-7-2.cxd",
    "plan-Marta-PC.cxd",
    "plan-Jonas-MacBook-Pro.cxd",
    "plan-oak.cxd",  # and by the name of this computer
    "plan-Oak-3.CXD",
]

OTHERS = [
    "plan.cxd",
    "PLAN.cxd",
    "plan 2.cxd",
    "plan (2).cxd",
    "plan (copy).cxd",
    "plan-2026.cxd",
    "plan-final.cxd",
    "plan-oak tree.cxd",
    "plan (Marta's conflicted copy 2026-06-14).pdf",
    "another (Marta's conflicted copy 2026-06-14).cxd",
    "plan conflict.cxd",
    "plan.sync-conflict-old.cxd",
    "pla.cxd",
    ".~lock.plan.cxd#",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_conflicted_copy_is_known_by_its_name(name: str) -> None:
    assert is_conflicted_copy(name, "plan.cxd", "oak")


@pytest.mark.parametrize("name", OTHERS)
def test_other_files_are_not_taken_for_one(name: str) -> None:
    assert not is_conflicted_copy(name, "plan.cxd", "oak")


@pytest.mark.parametrize("name", ["plan-oak.cxd", "plan-.cxd"])
def test_a_computer_without_a_name_gives_none_to_copies(name: str) -> None:
    assert not is_conflicted_copy(name, "plan.cxd")


def test_those_of_the_same_project_are_found_beside_its_file(tmp_path: Path) -> None:
    document, path = load(FULL).document, tmp_path / "plan.cxd"
    changed = Document(
        record.with_(title="Other") if record.id == document.root else record for record in document.records.values()
    )
    path.write_bytes(FULL.read_bytes())
    for name in (NAMES[0], NAMES[15], "plan (copy).cxd"):
        (tmp_path / name).write_bytes(write(changed))
    (tmp_path / NAMES[1]).write_bytes(write(load(FULL).document).replace(document.root.encode(), b"another"))
    (tmp_path / NAMES[2]).write_bytes(b"")
    (tmp_path / NAMES[3]).mkdir()
    assert [one.name for one in conflicted_copies(path, document.root, "oak")] == [NAMES[0], NAMES[15]]


def test_a_copy_leads_to_its_original_of_the_same_project(tmp_path: Path) -> None:
    document = load(FULL).document
    path, copy = tmp_path / "plan.cxd", tmp_path / NAMES[0]
    copy.write_bytes(write(document))
    assert original_of(copy, document.root) is None
    path.write_bytes(write(document).replace(document.root.encode(), b"another"))
    assert original_of(copy, document.root) is None
    path.write_bytes(write(document))
    assert original_of(copy, document.root) == path
    assert original_of(path, document.root) is None
    assert original_of(tmp_path / "missing" / NAMES[0], document.root) is None


def test_a_folder_or_a_copy_that_cannot_be_read_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> Any:
        raise PermissionError(13, "Permission denied")

    document = load(FULL).document
    assert conflicted_copies(tmp_path / "missing" / "plan.cxd", document.root) == []
    (tmp_path / NAMES[0]).write_bytes(FULL.read_bytes())
    monkeypatch.setattr(Path, "open", refuse)
    assert conflicted_copies(tmp_path / "plan.cxd", document.root) == []
