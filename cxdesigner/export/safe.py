"""Exports for other people's eyes: of a project out of which things were left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from cxdesigner.export.only import filter_of, personas_of, texts_of
from cxdesigner.export.options import ExportOptions
from cxdesigner.layout.words import Words
from cxdesigner.model.document import Document
from cxdesigner.model.redact import redact


class Task(NamedTuple):
    """A project, the ids of the maps of it to export, and how."""

    document: Document
    map_ids: Sequence[str]
    options: ExportOptions


def safe(task: Task) -> Task:
    """Give a task whose project holds nothing of what is to be left out; whom it speaks of is found before that.

    Raises:
        ExportError: the options speak of what is not there.
    """
    return redacted(task)[0]


def redacted(task: Task) -> tuple[Task, Mapping[str, str]]:
    """Make a task safe, as `safe` does, and give what each id that is still there has become."""
    document, map_ids, options = task
    if not options.without:
        return task, {key: key for key in document.records}
    found = redact(document, options.without, Words(document.project.language)["persona_number"])
    by = filter_of(document, options.only)
    by = replace(by, personas=_new(by.personas, found.ids), departments=_new(by.departments, found.ids))
    persona = next(filter(None, personas_of(document, map_ids, options.persona).values()), "")
    options = replace(options, only=texts_of(by), persona=found.ids.get(persona, ""))
    return Task(found.document, [found.ids[key] for key in map_ids], options), found.ids


def _new(keys: frozenset[str], ids: Mapping[str, str]) -> frozenset[str]:
    return frozenset(ids.get(key, key) for key in keys)
