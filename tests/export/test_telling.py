"""What is said of maps: curves and links in words, and tags on whatever pages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cxdesigner.export import ExportOptions, export_maps
from cxdesigner.export.telling import LONGEST, in_levels, said_of
from cxdesigner.layout.publication import Target
from cxdesigner.layout.scene import Scene
from cxdesigner.layout.structure import Element, Role, Told
from cxdesigner.model.document import Document
from cxdesigner.model.records import Card, Emotion, Lane, Link, Map, Persona, Project, Stage, Step, emotion_id
from cxdesigner.resources import resource
from cxdesigner.storage.project_file import load
from tests.painters.tagged import Tags

EXAMPLES = sorted(resource("examples").glob("*.cxd"))


def document(*more: Emotion | Link, steps: int = 3, title: str = "Step") -> Document:
    return Document(
        [
            Project.new(id="p"),
            Persona.new(id="marta", parent="p", rank="1", name="Marta"),
            Persona.new(id="joris", parent="p", rank="2"),
            Persona.new(id="other", parent="p", rank="3", name="Not on the map"),
            Map.new(id="m", parent="p", personas=("marta", "joris")),
            Stage.new(id="s", parent="m", rank="1"),
            *(Step.new(id=f"t{at}", parent="s", rank=f"{at:03}", title=f"{title} {at}") for at in range(steps)),
            Lane.new(id="e", parent="m", rank="1", kind="emotion"),
            Lane.new(id="l", parent="m", rank="2", kind="pains"),
            Card.new(id="a", parent="m", rank="1", lane="l", step="t0", text="Queue"),
            Card.new(id="b", parent="m", rank="2", lane="l", step="t0", solves=("a",), text="QR\ncode"),
            Card.new(id="c", parent="m", rank="3", lane="l", step="t0"),
            *more,
        ]
    )


def feels(persona: str, step: str, score: float | None) -> Emotion:
    return Emotion.new(id=emotion_id(persona, step), parent="m", persona=persona, step=step, score=score)


def test_curves_are_said_step_by_step() -> None:
    made = document(
        feels("marta", "t2", -1.25), feels("marta", "t0", 2), feels("marta", "t1", None), feels("joris", "t2", 0),
        feels("other", "t1", 1), feels("marta", "gone", 1),
    )  # fmt: skip
    assert said_of(made, "m") == {
        Target("marta", "curve"): "Emotion, Marta: Step 0 +2, Step 2 −1.2",
        Target("joris", "curve"): "Emotion, Unnamed persona: Step 2 0",
        Target("e", "curve"): "Emotion, mean of 2 personas: Step 0 +2, Step 2 −0.6",
        **{target: text for target, text in said_of(made, "m").items() if target.part == "link"},
    }


def test_links_are_said_as_sentences() -> None:
    links = (
        Link.new(id="k1", parent="m", from_="t0", to="a", kind="leads_to", label="at night"),
        Link.new(id="k2", parent="m", from_="t0", to="gone", kind="leads_to"),
        Link.new(id="k3", parent="m", from_="c", to="a", kind="repeats"),
    )
    said = said_of(document(*links), "m")
    assert list(said.values()) == ["“Step 0” leads to “Queue” (at night)", "“QR code” solves “Queue”"]


def test_what_is_said_of_a_curve_is_not_endless() -> None:
    made = document(*(feels("marta", f"t{at}", 1) for at in range(300)), steps=300, title="Long title " * 6)
    (text,) = (text for target, text in said_of(made, "m").items() if target.id == "marta")
    assert len(text) == LONGEST


def test_headings_go_down_one_level_at_a_time() -> None:
    scene = Scene(1, 1, ())
    roles: tuple[Role, ...] = ("H2", "P", "H3", "H3", "H1", "H3")
    told = [Told((scene,), tuple(Element(role) for role in roles[:3])), Told((scene,), tuple(map(Element, roles[3:])))]
    found = [element.role for one in in_levels(told) for element in one.elements]
    assert found == ["H1", "P", "H2", "H3", "H1", "H2"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize(
    "options",
    [
        ExportOptions(),
        ExportOptions(page="A4", fit="width", comments=True),
        ExportOptions(page="A5", fit="75%", curves="mean"),
        ExportOptions(curves="single", only=("kind=pain",)),
        ExportOptions(report=True),
        ExportOptions(poster="A2"),
        ExportOptions(page="A4", facing=True, footer="on"),
    ],
    ids=["sheet", "wide", "percent", "only", "report", "poster", "facing"],
)
def test_every_pdf_is_tagged_by_the_rules(path: Path, options: ExportOptions) -> None:
    made = load(path).document
    tags = Tags(export_maps(made, [one.id for one in made.maps], options))
    assert tags.wrong == []
    assert tags.roles().count("Table") >= len(made.maps)
    assert "H1" in tags.roles()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_on_many_pages_the_same_is_read_as_on_one(path: Path) -> None:
    made = load(path).document
    maps = [one.id for one in made.maps]
    sheet, pages = (
        Tags(export_maps(made, maps, options)) for options in (ExportOptions(), ExportOptions(page="A5", fit="75%"))
    )
    assert len(pages.reader.pages) > len(maps)
    # A phase is named again where a page begins within it.
    kinds = ("Table", "TR", "TD", "Figure")
    assert [role for role in pages.roles() if role in kinds] == [role for role in sheet.roles() if role in kinds]
    assert pages.alternatives() == sheet.alternatives()


def test_bytes_are_the_same_in_another_process(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    found = set()
    for seed in ("1", "2"):
        out = tmp_path / f"{seed}.pdf"
        command = [sys.executable, "-m", "cxdesigner", "export", str(EXAMPLES[0]), "-o", str(out)]
        command += ["--attach", "--standard", "3b", "--report"]
        env = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(request.config.rootpath)}
        subprocess.run(command, env=env, check=True)
        found.add(out.read_bytes())
    assert len(found) == 1


def test_a_curve_is_a_figure_with_its_scores() -> None:
    made = load(resource("examples", "vivan-los-tacos.cxd")).document
    said = Tags(export_maps(made, [made.maps[0].id], ExportOptions())).alternatives()
    assert any(text.startswith("Emotion, Loyal Marta: ") and "+1" in text for text in said)
    assert any(" solves " in text for text in said)
    mean = Tags(export_maps(made, [made.maps[0].id], ExportOptions(curves="mean"))).alternatives()
    assert any(text.startswith("Emotion, mean of 2 personas: ") for text in mean)
