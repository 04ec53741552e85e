"""Exports for other people's eyes: what is left out is in no file, in no form."""

from __future__ import annotations

import io
import re
import zlib

import pytest
from pypdf import PdfReader

from cxdesigner.export import ExportError, ExportOptions, Kind, export_maps
from cxdesigner.export.safe import Task, safe
from cxdesigner.model.document import Document
from cxdesigner.model.secrecy import SECRETS
from cxdesigner.resources import resource
from cxdesigner.storage.codec import write
from cxdesigner.storage.project_file import load
from tests.painters.tagged import objects

NAMES = ("Marta", "Joris", "Lisa", "Brandt", "Diego", "Ramos", "Samir", "Haddad", "Anneke")


@pytest.fixture
def dinner() -> Document:
    return load(resource("examples", "vivan-los-tacos.cxd")).document


def everything_in(pdf: bytes) -> str:
    """The file with all its streams unpacked, and the text of its pages."""
    streams = []
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        try:
            streams.append(zlib.decompress(found[1]))
        except zlib.error:
            streams.append(found[1])
    reader = PdfReader(io.BytesIO(pdf))
    # Texts of objects are escaped, or in UTF-16, or both: bookmarks, links, what is said of figures.
    said = "\n".join(str(one) for one in objects(reader) if isinstance(one, str))
    text = "\n".join(page.extract_text() for page in reader.pages)
    raw = b"".join([pdf, *streams])
    return said + raw.decode("latin-1") + raw.decode("utf-16-be", "replace") + text


def test_a_pdf_holds_no_name_in_any_form(dinner: Document) -> None:
    whole = everything_in(export_maps(dinner, [dinner.maps[0].id], ExportOptions()))
    assert {name for name in NAMES if name in whole} >= {"Marta", "Joris", "Lisa", "Diego"}
    options = ExportOptions(without=SECRETS, attach=True, standard="3b")
    left = everything_in(export_maps(dinner, [dinner.maps[0].id], options, write))
    assert not [name for name in NAMES if name.casefold() in left.casefold()]
    assert "Persona 1" in left
    assert "Ten minutes" not in left


@pytest.mark.parametrize("kind", ["svg", "pdf"])
def test_nothing_but_what_is_asked_for_is_left_out(dinner: Document, kind: Kind) -> None:
    maps = [dinner.maps[0].id]
    same = export_maps(dinner, maps, ExportOptions(kind, without=("votes",)))
    assert same == export_maps(dinner, maps, ExportOptions(kind))


def test_whom_an_export_speaks_of_is_found_before_the_names_go(dinner: Document) -> None:
    joris = dinner.personas[1]
    options = ExportOptions("svg", only=("persona=Deal-seeker Joris", "department=CRM"), persona="deal-seeker joris")
    document, maps, found = safe(Task(dinner, [dinner.maps[1].id], ExportOptions("svg", without=("names",))))
    assert document.maps[1].id == maps[0]
    document, _, found = safe(Task(dinner, [dinner.maps[0].id], _with(options, ("names",))))
    second = document.personas[1]
    assert second.name == "Persona 2"
    assert found.persona == second.id
    assert found.only == (f"persona={second.id}", f"department={document.departments[4].id}")
    assert joris.id not in str(found)
    with pytest.raises(ExportError):
        safe(Task(dinner, [dinner.maps[0].id], ExportOptions(persona="Eve", without=("names",))))


def _with(options: ExportOptions, without: tuple[str, ...]) -> ExportOptions:
    from dataclasses import replace

    return replace(options, without=without)
