"""What an export is about: the words of the command line, and that the rest stands back in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxdesigner.cli import USAGE, WELL, main
from cxdesigner.export import ExportError, ExportOptions, export_maps
from cxdesigner.export.only import filter_of, texts_of
from cxdesigner.insight.filter import NOTHING, Filter
from cxdesigner.layout import theme
from cxdesigner.layout.fading import pale
from cxdesigner.model.document import Document
from cxdesigner.model.records import Department
from cxdesigner.storage.codec import write
from tests.model.builders import journey


def told() -> Document:
    document = journey(
        "A: a1 a2", "actions pains", cards={"actions a1": "one", "pains a2": "two"}, personas="Ana Ben",
        more=(Department.new(id="d1", parent="project", name="Kitchen"),),
    )  # fmt: skip
    kinds = {"one": {"kind": "action"}, "two": {"kind": "pain", "personas": ["Ben"]}}
    return Document(record.with_(**kinds.get(key, {})) for key, record in document.records.items())


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        ([], NOTHING),
        (["persona=ana"], Filter(personas=frozenset({"Ana"}))),
        (["persona=Ana", "Persona = Ben"], Filter(personas=frozenset({"Ana", "Ben"}))),
        (["department=kitchen"], Filter(departments=frozenset({"d1"}))),
        (["department=d1"], Filter(departments=frozenset({"d1"}))),
        (["kind=pain", "kind=pain"], Filter(kinds=frozenset({"pain"}))),
        (["channel=App"], Filter(channels=frozenset({"app"}))),
        (["evidence=none", "evidence=survey"], Filter(evidence=frozenset({"", "survey"}))),
        (["moment=truth", "kind=touchpoint"], Filter(moments=frozenset({"truth"}), kinds=frozenset({"touchpoint"}))),
    ],
)
def test_words_make_a_filter_and_back(texts: list[str], found: Filter) -> None:
    assert filter_of(told(), texts) == found
    assert filter_of(told(), texts_of(found)) == found


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("colour=red", "--only takes persona, channel, department, kind, evidence and moment"),
        ("pain", "such as persona=Marta, and not “pain”"),
        ("persona=Eve", "There is no persona “Eve” in this project; it has “Ana” and “Ben”."),
        ("kind=smell", "There is no kind “smell”: it is action, "),
        ("moment=", "it is truth or support."),
    ],
)
def test_what_is_not_there_is_said_in_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ExportError) as refusal:
        filter_of(told(), [text])
    assert sentence in str(refusal.value)


def test_a_project_without_departments_says_so() -> None:
    with pytest.raises(ExportError, match="it has none"):
        filter_of(journey(), ["department=Kitchen"])


def test_the_rest_stands_back_in_the_file() -> None:
    fill = theme.card_colors("action", "").fill
    plain = export_maps(told(), ["map"], ExportOptions("svg")).decode()
    faded = export_maps(told(), ["map"], ExportOptions("svg", only=("kind=pain",))).decode()
    assert f'fill="{fill}"' in plain
    assert f'fill="{pale(fill)}"' not in plain
    assert f'fill="{pale(fill)}"' in faded
    assert f'fill="{fill}"' not in faded


def test_the_command_takes_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out, plain = tmp_path / "in.cxd", tmp_path / "out.svg", tmp_path / "plain.svg"
    source.write_bytes(write(told()))
    assert main(["export", str(source), "-o", str(plain)]) == WELL
    assert main(["export", str(source), "-o", str(out), "--only", "persona=ana"]) == WELL
    assert out.read_bytes() != plain.read_bytes()
    out.unlink()
    assert main(["export", str(source), "-o", str(out), "--only", "persona=eve"]) == USAGE
    assert "There is no persona “eve”" in capsys.readouterr().err
    assert not out.exists()
