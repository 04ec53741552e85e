"""What is legible in bytes that are no JSON any more is read, wherever the damage is (R11)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cxdesigner.storage import parsing
from cxdesigner.storage.codec import NotAProjectError, read, write
from cxdesigner.storage.mending import salvage
from cxdesigner.storage.repair import repaired

FULL = (Path(__file__).parent / "full.cxd").read_bytes()
PLAIN = b"""{
  "format": "cxdesigner",
  "version": 1,
  "id": "p",
  "title": "Tram",
  "maps": [
    {
      "id": "m",
      "title": "Caf\xc3\xa9",
      "cards": [
        {
          "id": "b",
          "text": "Waits"
        },
        {
          "id": "c",
          "text": "Boards",
          "nps": {
            "promoters": 5
          }
        }
      ],
      "author": "Bo"
    }
  ],
  "zz": 2
}
"""
"""A project as the program writes it."""


def mended(data: bytes) -> tuple[Any, list[str]]:
    found = repaired(data)
    written = write(found.document)
    assert read(written).document == found.document
    return json.loads(written), list(found.done)


def damaged(old: str, new: str) -> bytes:
    """Put something else in the place of the only one of its kind."""
    assert PLAIN.count(old.encode()) == 1
    return PLAIN.replace(old.encode(), new.encode("utf-8", "surrogateescape"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"title": "Tram",', '"title": "Tram"'),
        ('"title": "Tram",', '"title": "Tram",,'),
        ('"title": "Tram",', '"title" "Tram",'),
        ('"title": "Tram",', '"title"; "Tram",'),
        ('"title": "Tram",', '"title":#"Tram",'),
        ('"title": "Tram",', '"title": "Tram,'),
        ('"title": "Tram",', '"title": #Tram",'),
        ('"title": "Tram",', '"title#: "Tram",'),
        ('"title": "Tram",', '#title": "Tram",'),
        ('"title": "Tram",', 'title: "Tram",'),
        ('  "title": "Tram",', '" "title": "Tram",'),
        ('  "title": "Tram",', '0 "title": "Tram",'),
        ('  "title": "Tram",\n', '  "title": "Tram",* '),
        ('          "text": "Waits"\n        },', '          "text": "Waits"\n        :,'),
        ('          "text": "Waits"\n        },', '          "text": "Waits"\n        ],'),
        ('          "text": "Waits"\n        },', '          "text": "Waits"\n        '),
        ('        {\n          "id": "b"', '        [\n          "id": "b"'),
        ('        {\n          "id": "b"', '        *\n          "id": "b"'),
        ('        {\n          "id": "b"', '          "id": "b"'),
        ('"nps": {', '"nps": s'),
        ('"nps": {', '"nps": ['),
        ('            "promoters": 5\n          }', '            "promoters": 5\n          '),
        ('            "promoters": 5\n          }', '            "promoters": 5\n          :'),
        ('"cards": [', '"cards": {'),
        ('"cards": [', '"cards": Z'),
        ('      ],\n      "author"', '      },\n      "author"'),
        ('      ],\n      "author"', '      \n      "author"'),
        ('      ],\n      "author"', '      *,\n      "author"'),
        ('  ],\n  "zz"', '  ]},\n  "zz"'),
        ('  ],\n  "zz"', '  ]],\n  "zz"'),
        ('  "zz": 2\n}', '  "zz": 2\n'),
        ('  "zz": 2\n}', '  "zz": 2\n}}'),
    ],
)  # fmt: skip
def test_r11_a_letter_too_few_too_many_or_wrong_loses_nothing(old: str, new: str) -> None:
    raw, done = mended(damaged(old, new))
    raw.pop("unfit", None)
    assert raw == json.loads(PLAIN)
    assert done


@pytest.mark.parametrize(
    ("old", "new", "left"),
    [
        ('"Waits"', '"Waits at " the tram"', 'Waits at " the tram'),
        ('"Waits"', '"Waits\nhere"', "Waits\nhere"),
        ('"Waits"', '"Waits\\qhere"', "Waits\\qhere"),
        ('"Waits"', '"a\\qb\\u0041\\n\\"c\\""', 'a\\qbA\n"c"'),
        ('"Waits"', '"Wai\0ts"', "Wai\nts"),
        ('"Waits"', '"Wai\x01ts"', "Waits"),
        ('"Waits"', '"Waits\udcff"', "Waits\ufffd"),
        ('"Waits"', "NaN", "NaN"),
        ('"Waits"', "-Infinity", "-Infinity"),
        ('"Waits"', "1e999", "1e999"),
        ('"Waits"', "9" * 5000, "9" * 5000),
        ('"Waits"', "1.0", "1"),
        ('"Waits"', "1.5", "1.5"),
        ('"Waits"', "true", "true"),
        ('"Waits"', 'true "', "true"),
        ('"Waits"', "", None),
        ('"Waits"', '"Waits", "text": "Waits"', "Waits"),
        ('"Waits"', '"Waits", "text": "Goes"', "Waits"),
        ('"text": "Waits"', '"text": "Waits", "solves": [true "a" -5, nonsense "c"]', "Waits"),
    ],
)
def test_r11_what_stands_in_a_text_or_beside_it_is_kept(old: str, new: str, left: str | None) -> None:
    raw, done = mended(damaged(old, new))
    assert raw["maps"][0]["cards"][0].get("text") == left
    assert raw["maps"][0]["cards"][-1]["text"] == "Boards"
    assert raw["zz"] == 2
    assert done or new in ('"Wai\x01ts"', "1.0")


def test_r11_what_is_passed_over_is_kept_too() -> None:
    raw, done = mended(damaged('"zz": 2', '"zz": 2, nonsense, {"a": 1}') + b"and more")
    assert raw["unfit"] == {"text": "nonsense", "text 2": "and more", "value": {"a": 1}}
    assert 'Line 26: a value has no name, so it is in the field "unfit".' in done
    raw, _ = mended(b"Dear Bo: " + PLAIN)
    assert raw["unfit"] == {"text": "Dear Bo:"}


def test_r11_of_a_field_that_is_there_twice_nothing_is_lost() -> None:
    raw, done = mended(damaged('"zz": 2', '"zz": 2, "zz": 3, "maps": [{"id": "n"}]'))
    assert ([shown["id"] for shown in raw["maps"]], raw["zz"], raw["unfit"]) == (["m", "n"], 2, {"zz": 3})
    assert done[0].startswith('"zz": is there twice, so both are kept')


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xef\xbb\xbf" + PLAIN, "The file: starts with a byte order mark, so it was passed over."),
        (PLAIN.decode().encode("utf-16"), "The file: is in the encoding UTF-16, so it was read as that."),
        (PLAIN.decode().encode("utf-16-le"), "The file: is in the encoding UTF-16-LE, so it was read as that."),
        (PLAIN.decode().encode("utf-16-be"), "The file: is in the encoding UTF-16-BE, so it was read as that."),
        (PLAIN.decode().encode("utf-32"), "The file: is in the encoding UTF-32, so it was read as that."),
        (PLAIN.decode().encode("utf-32-le"), "The file: is in the encoding UTF-32-LE, so it was read as that."),
        (PLAIN.decode().encode("cp1252"), "The file: is not in the encoding UTF-8, so it was read as Windows-1252."),
    ],
)
def test_r11_other_encodings_are_read(data: bytes, told: str) -> None:
    raw, done = mended(data)
    assert raw == json.loads(PLAIN)
    assert done == [told]


def test_r11_both_sides_of_a_conflict_are_kept() -> None:
    sides = '<<<<<<< mine\n  "title": "Tram",\n=======\n  "title": "Bus",\n>>>>>>> theirs\n'
    raw, done = mended(damaged('  "title": "Tram",\n', sides))
    assert (raw["title"], raw["unfit"]) == ("Tram", {"text": '"title": "Bus",'})
    assert done == [
        "The file: a version control program left both sides of a conflict in it, 1 times, "
        'so the first side was taken, and the other put aside in the field "unfit".'
    ]
    whole, _ = mended(
        damaged('  "title": "Tram",\n', sides.replace("=======", '||||||| base\n  "title": "",\n======='))
    )
    assert whole == raw


def test_r11_a_lost_block_is_passed_over() -> None:
    start = PLAIN.index(b'"text": "Waits"')
    raw, done = mended(PLAIN[:start] + b"\0" * 20 + PLAIN[start + 20 :])
    assert [shown["id"] for shown in raw["maps"]] == ["m"]
    assert raw["maps"][0]["cards"][-1]["text"] == "Boards"
    assert done[0] == "Line 13: zero bytes stand where something was lost, so they were passed over."


def test_r11_wherever_a_file_is_cut_off_what_stands_before_is_read() -> None:
    begins = PLAIN.index(b'"Tram') + 2
    for end in range(1, begins):
        with pytest.raises(NotAProjectError, match="cut off"):
            repaired(PLAIN[:end])
    read_so_far = 0
    for end in range(begins, len(PLAIN) - 2):
        found = repaired(PLAIN[:end])
        assert any("cut off there" in sentence for sentence in found.done)
        assert len(found.document) >= read_so_far
        read_so_far = len(found.document)
    assert read_so_far == 4


def test_r11_files_without_lines_or_with_lines_that_are_not_indented_are_read() -> None:
    flat = b"\n".join(line.strip() for line in PLAIN.splitlines())
    broken = flat.replace(b'"title": "Tram",', b'"title" "Tram",')
    assert mended(broken)[0] == json.loads(PLAIN)
    dense = json.dumps(json.loads(PLAIN)).encode()
    for old, new in [(b'"title": "Tram"', b'"title" "Tram"'), (b'"text": "Waits"}', b'"text": "Waits"')]:
        assert mended(dense.replace(old, new))[0] == json.loads(PLAIN)
    long = dense.replace(b'"Tram"', b'"' + b"x" * 5_000 + b'"')
    raw, _ = mended(
        long.replace(b'"zz": 2', b'"zz" 2').replace(b'"nps": {"promoters": 5}}', b'"nps": {"promoters": 5}')
    )
    assert len(raw["title"]) == 5_000
    assert raw["zz"] == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b"\0" * 9, "nothing but zero bytes"),
        (b"PK\x03\x04", "a ZIP archive"),
        (b"<html>", "a web page"),
        (b"<svg/>", "an XML file"),
        (b"Dear all", "it is not JSON"),
        (b"[1]", "the JSON in it is a list"),
        (b'{"type": "excalidraw"}', "JSON of another program"),
        (b'{"format": "tiled", "maps": [{"id": 1}]}', "JSON of another program"),
        (b'{"format": 3, "maps": [1]}', "JSON of another program"),
        (b'{"format": "cxdesigner-fragment", "cards": []}', "a copied piece of one"),
        (b'{"format": "cxdesigner", "version": 1, "id": "p', "is cut off"),
        (b'["{"]', "the JSON in it is a list"),
    ],
)  # fmt: skip
def test_r11_what_never_was_a_project_is_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(NotAProjectError, match=says):
        repaired(data)


def test_r11_what_is_past_the_limit_is_not_looked_into(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (salvage, parsing):
        monkeypatch.setattr(module, "MAX_FILE_BYTES", 100)
    with pytest.raises(NotAProjectError, match="a project has at most"):
        repaired(PLAIN)


def test_r11_thousands_of_open_brackets_are_no_trouble() -> None:
    for broken in (b'{"a":' * 50_000, b"[" * 200_000, b'[{"a":[' * 30_000, b'"[{' * 9):
        raw, _ = mended(damaged('"zz": 2', '"zz": ' + broken.decode()))
        assert raw["maps"] == json.loads(PLAIN)["maps"]


@pytest.mark.parametrize(("old", "left"), [("tru", None), ("[1, tru", [1]), ("[NaN, nonsense, 2", ["NaN", 2])])
def test_r11_a_word_at_the_end_is_whole_or_none(old: str, left: Any) -> None:
    raw, done = mended(PLAIN[: PLAIN.index(b"2\n}")] + old.encode())
    assert raw.get("zz") == left
    assert done[-1] == "Line 26: the file is cut off there, so what stands before that was read."
