"""Options kept under names."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path

import pytest

from cxdesigner.export.flags import add_to, options_from
from cxdesigner.export.presets import OURS, PresetError, Presets
from cxdesigner.files import CannotWriteError


@pytest.fixture
def presets(tmp_path: Path) -> Presets:
    return Presets(tmp_path / "settings")


@pytest.mark.parametrize("name", OURS)
def test_those_of_the_program_can_be_exported_with(name: str) -> None:
    parser = ArgumentParser()
    add_to(parser)
    assert options_from(parser.parse_args(OURS[name]), "pdf").kind == "pdf"


def test_one_is_kept_by_its_name_and_found_in_whatever_case(presets: Presets) -> None:
    presets.save(" For the board ", ["--page=A3", "--without=names"])
    assert presets.own() == {"For the board": ("--page=A3", "--without=names")}
    assert presets.arguments("for the BOARD") == ("--page=A3", "--without=names")
    presets.remove("For the board")
    assert presets.own() == {}


def test_ones_own_stands_before_that_of_the_program(presets: Presets) -> None:
    presets.save("A4 handout", ["--page=A4", "--portrait"])
    assert presets.arguments("a4 handout") == ("--page=A4", "--portrait")


@pytest.mark.parametrize("content", ["", "[]", "{", '{"a": 1, "b": ["x"], "c": [2]}', "[" * 100_000])
def test_a_file_that_is_something_else_counts_as_none(presets: Presets, content: str) -> None:
    presets.path.parent.mkdir()
    presets.path.write_text(content)
    assert presets.own() == {}
    assert presets.all() == OURS


def test_a_folder_that_cannot_be_made_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("a file")
    with pytest.raises(CannotWriteError, match=r"^Could not save presets\.json: "):
        Presets(tmp_path / "settings").save("Board", [])


def test_a_name_that_there_is_not_is_refused_in_a_sentence(presets: Presets) -> None:
    with pytest.raises(PresetError, match=r"^There is no preset “board”: there are “Phone”, “A4 handout”.*\.$"):
        presets.arguments("board")


def test_they_lie_with_the_settings_of_the_person(own_folders: Path) -> None:
    assert own_folders in Presets().path.parents
