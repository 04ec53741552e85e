"""Which curves an export shows, and whose is on top: as the window shows them, or as the command line says."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from cxdesigner.export import ExportError, ExportOptions, export_maps
from cxdesigner.export.only import persona_of
from cxdesigner.model.document import Document
from cxdesigner.model.records import Map, Persona
from tests.model.builders import feeling, journey


def felt() -> Document:
    return journey(
        "A: a1 a2",
        "actions feelings=emotion",
        personas="ana ben",
        emotions={"ana a1": 1, "ana a2": -1},
        more=(
            feeling("ben", "a1", score=-2, feeling="Rage"),
            feeling("ben", "a2", score=2),
            Persona.new(id="zoe", parent="project", name="zoe", rank="z"),
        ),
    )


def drawn(**options: str) -> bytes:
    return export_maps(felt(), ["map"], ExportOptions("svg", **options))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "found"), [("", ""), ("ben", "ben"), ("BEN", "ben"), ("1", "ana"), ("2", "ben"), (" Ana ", "ana")]
)
def test_a_persona_is_named_or_numbered(text: str, found: str) -> None:
    assert persona_of(felt(), "map", text) == found


@pytest.mark.parametrize("text", ["eve", "3", "0", "zoe", "²"])
def test_who_is_not_on_the_map_is_said_in_a_sentence(text: str) -> None:
    with pytest.raises(ExportError) as refusal:
        persona_of(felt(), "map", text)
    assert str(refusal.value) == f"There is no persona “{text}” on this map; it has “ana” and “ben”."


def test_on_several_maps_a_persona_is_in_front_where_she_is() -> None:
    other = Map.new(id="other", parent="project", title="Other", rank="z")
    document = Document([*felt().records.values(), other])
    for maps in (["map", "other"], ["other", "map"]):
        plain, before = (export_maps(document, maps, ExportOptions(persona=persona)) for persona in ("", "ben"))
        assert plain != before
        safe = ExportOptions(persona="ben", without=("notes",))
        assert len(PdfReader(io.BytesIO(export_maps(document, maps, safe))).pages) == 2
    with pytest.raises(ExportError, match="There is no persona “eve” on this map"):
        export_maps(document, ["map", "other"], ExportOptions(persona="eve"))


def test_every_way_of_the_curves_is_drawn() -> None:
    pictures = {drawn(curves=way, persona="2") for way in ("together", "single", "mean")}
    assert len(pictures) == 3
    assert drawn() == drawn(curves="together")
    assert drawn(persona="ben") != drawn()
