"""Damage for hypothesis: what other programs, disks and people do to a project file."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import strategies as st

from cxdesigner.model.document import Document
from cxdesigner.storage.codec import write
from tests.strategies import json_values, texts

_ODD: st.SearchStrategy[Any] = st.sampled_from([
    *([], {}, ["a", "b"], [None], {"id": 5}, [{"id": ""}], {"zz": [[1]]}, None, True, 0, -1, 7, 10**30, 1.5),
    *("", "x", "NaN", "3,5", "true", "#abc", "x" * 201, "y" * 10_001),
])  # fmt: skip
values = _ODD | json_values
"""Anything at all in the place of something else."""


def spots(raw: Any) -> list[tuple[Any, Any]]:
    """Give every holder and key in raw JSON."""
    found: list[tuple[Any, Any]] = []
    pairs = list(raw.items()) if isinstance(raw, dict) else list(enumerate(raw)) if isinstance(raw, list) else []
    for key, value in pairs:
        found += [(raw, key), *spots(value)]
    return found


@st.composite
def damaged_values(draw: st.DrawFn, documents: st.SearchStrategy[Document]) -> bytes:
    """Make a project with other values, missing and doubled things in it."""
    raw = json.loads(write(draw(documents)))
    for _ in range(draw(st.integers(1, 4))):
        holder, key = draw(st.sampled_from(spots(raw)))
        if holder is raw and key in ("format", "version"):
            continue
        do = draw(st.sampled_from(["put", "drop", "double", "name"]))
        if do == "drop":
            del holder[key]
        elif do == "put":
            holder[key] = copy.deepcopy(draw(values))
        elif do == "double" and isinstance(holder, list):
            holder.insert(key, copy.deepcopy(holder[key]))
        elif do == "name" and isinstance(holder, dict):
            holder[draw(st.sampled_from(["cards", "id", "unfit", "rank", "steps"]) | texts)] = holder[key]
    return json.dumps(raw, ensure_ascii=draw(st.booleans()), indent=draw(st.sampled_from([None, 2]))).encode()


@st.composite
def damaged_bytes(draw: st.DrawFn, documents: st.SearchStrategy[Document]) -> bytes:
    """Make a project whose bytes were changed, cut out, put in or cut off."""
    data = bytearray(write(draw(documents)))
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(data)))
        do = draw(st.sampled_from(["flip", "cut out", "put in", "cut off"]))
        if do == "cut off":
            del data[at:]
        elif do == "cut out":
            del data[at : at + draw(st.integers(1, 40))]
        elif do == "put in":
            data[at:at] = draw(st.binary(max_size=6) | st.sampled_from([b"}", b"]", b"{", b"[", b'"', b",", b"\0" * 9]))
        elif at < len(data):
            data[at] ^= 1 << draw(st.integers(0, 7))
    return bytes(data)
