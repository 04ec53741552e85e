"""Any file that is not a project gets one clear sentence (R11)."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from cxdesigner.model import limits
from cxdesigner.storage import parsing
from cxdesigner.storage.codec import NotAProjectError, Reading, read
from tests.storage.outcomes import read_or_sentence

FULL = (Path(__file__).parent / "full.cxd").read_bytes()
CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
HEAD = b'{"format": "cxdesigner", "version": 1, "id": "p", "maps": []'


def sentence(data: bytes) -> str:
    with pytest.raises(NotAProjectError) as caught:
        read(data)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\0" * 100, "nothing but zero bytes"),
        (FULL[:1000] + b"\0" * 100, "zero bytes from line 42 on"),
        (b"PK\x03\x04\x14\0", "a ZIP archive"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "a document of an office program"),
        (b"PK\x03\x04" + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text", "an office program"),
        (b"\x89PNG\r\n", "a picture"),
        (b"\xff\xd8\xff\xe0", "a picture"),
        (b"GIF89a", "a picture"),
        (b"\x1f\x8b\x08", "a compressed file"),
        (b"\xd0\xcf\x11\xe0\xa1", "an older office program"),
        (b"\n<!DOCTYPE html><p>", "a web page"),
        (b"<html lang=en>", "a web page"),
        (b"<?xml version='1.0'?>", "an XML file"),
        (b"<mxfile>", "an XML file"),
        (b"\xef\xbb\xbf" + FULL, "byte order mark"),
        (FULL.decode().encode("utf-16"), "UTF-16"),
        (FULL.decode().encode("utf-16-le"), "UTF-16"),
        (FULL.decode().encode("utf-16-be"), "UTF-16"),
        (FULL.decode().encode("utf-32"), "UTF-16 (or UTF-32)"),
        (b'{\n"title": "caf\xe9"}', "not in the encoding UTF-8: see line 2"),
        (b'{"a": 1,\n<<<<<<< HEAD\n', "both sides of a conflict in the file, the first in line 2"),
        (FULL + b"{}", "Something follows after the end of the project, in line"),
        (b"journey\n  title A map", "it is not JSON"),
        (b'{"title": "a\nb"}', "a text with a line break or a control character in it in line 1, column 13"),
        (b'{"title": "a\\qb"}', "a backslash with something after it that means nothing in line 1, column 13"),
        (b'{"title": "\\u12" }', "a backslash with something after it that means nothing"),
        (b'{"a": 1 "b": 2}', "a comma is missing in line 1, column 9"),
        (b'{"a" 1}', "a colon is missing in line 1, column 6"),
        (b'{"a": , "b": 1}', "a value is missing in line 1, column 7"),
        (b"{a: 1}", "the name of a field is missing in line 1, column 2"),
        (b'{"a": [1, 2', "is cut off: it ends in line 1"),
        (HEAD + b', "n": NaN}', "holds NaN"),
        (HEAD + b', "n": -Infinity}', "holds -Infinity"),
        (HEAD + b', "n": 1e999}', "the number 1e999"),
        (HEAD + b', "n": ' + b"9" * 5000 + b"}", "thousands of digits"),
        (HEAD + b', "zz": 1, "zz": 2}', 'The field "zz" of the object with the id "p" is there twice'),
        (HEAD + b', "zz": {"a": 1, "a": 1}}', 'The field "a" is there twice'),
        (HEAD + b', "zz": ' + b"[" * 64 + b"]" * 64 + b"}", "more than 64 levels"),
        (b"[" * 200_000, "more than 64 levels"),
        (b"[]", "the JSON in it is a list"),
        (b"3", "the JSON in it is a number"),
        (b'"cxdesigner"', "the JSON in it is a text"),
        (b"null", "the JSON in it is null"),
        (b"false", "the JSON in it is false"),
        (b"{}", "JSON of another program"),
        (b'{"format": "cxdesigner-fragment"}', "a copied piece of one"),
        (b'{"format": "cxdesigner"}', "which version"),
        (b'{"format": "cxdesigner", "version": 0}', "which version"),
        (b'{"format": "cxdesigner", "version": true}', "which version"),
        (b'{"format": "cxdesigner", "version": "1"}', "which version"),
        (b'{"format": "cxdesigner", "version": 1.5}', "which version"),
    ],
)  # fmt: skip
def test_r11_what_is_no_project_gets_a_sentence_that_says_what_it_is(data: bytes, says: str) -> None:
    told = sentence(data)
    assert says in told
    assert told[0].isupper()
    assert told.endswith(".")


def test_r11_a_comma_too_many_is_named_in_every_version_of_python() -> None:
    told = sentence(b'{"a": 1,}')
    assert ("a comma too many" if sys.version_info >= (3, 13) else "the name of a field") in told


@pytest.mark.parametrize("levels", [60, 63])
def test_r11_sixty_four_levels_are_allowed(levels: int) -> None:
    assert isinstance(read_or_sentence(HEAD + b', "zz": ' + b"[" * levels + b"]" * levels + b"}"), Reading)


def test_r11_a_file_past_the_limit_is_not_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_FILE_BYTES", 2**20)
    assert "The file has 1.0 MiB; a project has at most 1 MiB" in sentence(b"\xff" * (2**20 + 1))


def test_r11_a_field_that_is_there_twice_among_thousands_is_found() -> None:
    names = [*(f"zz{index}" for index in range(100_000)), "zz99999"]
    data = HEAD + b", " + ", ".join(f'"{name}": 0' for name in names).encode() + b"}"
    assert 'The field "zz99999" of the object with the id "p"' in sentence(data)


def several(count: int, kind: str, **fields: Any) -> list[dict[str, Any]]:
    return [{"id": f"{kind}{index}", **fields} for index in range(count)]


def project(**fields: Any) -> bytes:
    return json.dumps({"format": "cxdesigner", "version": 1, "id": "p", "maps": [], **fields}).encode()


def a_map(**fields: Any) -> bytes:
    return project(maps=[{"id": "m", **fields}])


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (project(maps=several(201, "m")), "maps has 201; at most 200 are allowed"),
        (project(personas=several(201, "a")), "personas has 201"),
        (a_map(lanes=several(65, "l")), "maps[0].lanes has 65"),
        (a_map(cards=several(20_001, "c")), "maps[0].cards has 20,001"),
        (
            a_map(stages=[{"id": "s", "steps": several(500, "t")}, {"id": "z", "steps": several(1, "u")}]),
            "maps[0].stages has 501 steps; at most 500 are allowed",
        ),
        (project(title="x" * 10_001), "title is longer than 10,000 characters"),
        (
            a_map(cards=[{"id": "c", "evidence": {"source": "x" * 10_001}}]),
            "maps[0].cards[0].evidence.source is longer than 10,000 characters",
        ),
    ],
)
def test_r11_a_limit_that_is_passed_is_named(data: bytes, says: str) -> None:
    assert says in sentence(data)


def test_r11_what_is_just_within_the_limits_opens() -> None:
    stages = [{"id": "s", "steps": several(limits.MAX_STEPS, "t")}]
    cards = several(limits.MAX_CARDS, "c", text="🚋")
    lanes = several(limits.MAX_LANES, "l", title="🚋" * limits.MAX_TEXT)
    assert isinstance(read_or_sentence(a_map(stages=stages, cards=cards, lanes=lanes)), Reading)


def test_r11_pictures_are_counted_in_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cxdesigner.storage.reading.MAX_PICTURE_BYTES", 2**20)
    data = "AAAA" * (2**19 // 3)
    assets = ", ".join(f'"a{index}": {{"data": "{data}"}}' for index in range(3))
    assert "more than 1 MiB" in sentence(HEAD + f', "assets": {{{assets}}}}}'.encode())


def test_r11_a_file_that_is_cut_off_anywhere_says_so() -> None:
    for end in range(1, len(FULL) - 2):
        told = read_or_sentence(FULL[:end])
        assert isinstance(told, str)
        assert "is cut off: it ends in line" in told, FULL[max(0, end - 20) : end]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside this checkout")
@pytest.mark.parametrize("folder", ["JSONTestSuite/test_parsing", "synthetic"])
def test_r11_the_files_of_others_end_in_a_project_or_a_sentence(folder: str) -> None:
    files = sorted((CORPUS / folder).iterdir())
    assert files
    for file in files:
        told = read_or_sentence(file.read_bytes())
        assert isinstance(told, str), file.name
        assert told[0].isupper(), file.name
        assert told.endswith("."), file.name


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not beside this checkout")
def test_r11_json_of_others_inside_a_project_survives_or_gets_a_sentence() -> None:
    for file in sorted((CORPUS / "JSONTestSuite/test_parsing").iterdir()):
        outcome = read_or_sentence(HEAD + b', "zz": ' + file.read_bytes() + b"}")
        if file.name.startswith("y_") and "duplicated_key" not in file.name:
            assert isinstance(outcome, Reading), (file.name, outcome)
        elif file.name.startswith("n_"):
            assert isinstance(outcome, str), file.name
