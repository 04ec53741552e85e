"""From the raw JSON of a project in which things are not as they should be to one that a reader takes.

What is legible stays: a value that does not fit where it is goes into the field `unfit` of its record, or, if it is
words that somebody wrote about a step, onto a card or into a comment.
"""

from __future__ import annotations

import json
from typing import Any, Final

from cxdesigner.model.limits import MAX_LEVELS
from cxdesigner.model.records import Card, Emotion, Link, Persona, Project, Snapshot
from cxdesigner.model.wording import described
from cxdesigner.sentences import say
from cxdesigner.storage.mending.assets import keep_unnamed, mend_assets
from cxdesigner.storage.mending.emotions import as_note, joined_emotions, take_out
from cxdesigner.storage.mending.ids import Ids
from cxdesigner.storage.mending.log import Log
from cxdesigner.storage.mending.records import fits
from cxdesigner.storage.mending.shape import Found, Shaper
from cxdesigner.storage.nesting import FORMAT, VERSION
from cxdesigner.storage.parsing import is_too_deep

_NOT_OF_A_PROJECT: Final = ("snapshots", "assets")
_FLAT: Final = MAX_LEVELS // 2
"""Records stand less deep than this, so that all that is deeper is in fields that this release does not know."""


def mend(raw: dict[str, Any], log: Log) -> list[Found]:
    """Mend a project where it stands; give what is in it, and where that stood before."""
    if raw.get("format") != FORMAT:
        log.tell("format", say('should be "{format}"', format=FORMAT), say("it was set to that"))
    if raw.get("version") != VERSION or isinstance(raw["version"], bool):
        log.tell("version", say("should be {version}", version=VERSION), say("it was set to that"))
    raw |= {"format": FORMAT, "version": VERSION}
    found = _mend(raw, log)
    if is_too_deep(raw):
        for place in _flatten(raw, 0, ""):
            message = say("is nested more than {most} levels deep", most=MAX_LEVELS)
            log.tell(place, message, say("it is there as a text now"))
    return found


def _mend(raw: dict[str, Any], log: Log) -> list[Found]:
    if not isinstance(raw.get("assets", {}), dict):
        message = say("should be an object, not {found}", found=described(raw["assets"]))
        log.take_out("assets", message, raw, "assets", raw.pop("assets"))
    found = Shaper(log).records(raw)
    ids = Ids(log)
    ids.mend(raw, found)
    if "assets" in raw:
        _follow(ids.mend_assets(raw), raw, found)
        mend_assets(raw, log)
        keep_unnamed(raw, log)
    _mend_records(raw, found, log)
    for one in found:
        if one.kind is Snapshot and one.raw.get("content"):
            _mend_snapshot(one, log)
    return found


def _follow(renamed: dict[str, str], project: dict[str, Any], found: list[Found]) -> None:
    """Have what shows a picture name it by the key that it has now."""
    brand = project.get("brand")
    holders = [(brand, "logo")] if isinstance(brand, dict) else []
    holders += [(one.raw, {Persona: "photo", Card: "asset"}[one.kind]) for one in found if one.kind in (Persona, Card)]
    for holder, name in holders:
        if isinstance(holder.get(name), str) and holder[name] in renamed:
            holder[name] = renamed[holder[name]]


def _mend_records(project: dict[str, Any], found: list[Found], log: Log) -> None:
    # What these leave over becomes cards and comments.
    emotions, more, lost = [], [], []
    for one in found:
        if one.kind is Emotion or one.kind is Link:
            if not fits(one.kind, one.raw, one.place, log):
                more += as_note(one, say("what it is about is missing"), log)
                lost.append(one)
            elif one.kind is Emotion:
                emotions.append(one)
    take_out(lost)
    more += joined_emotions(emotions, log)
    for one in [*found, *more]:
        if one.kind not in (Emotion, Link):
            fits(one.kind, one.raw, one.place, log)
    fits(Project, project, "", log)


def _mend_snapshot(found: Found, log: Log) -> None:
    """Mend the project in a snapshot, whose ids are a scope of their own."""
    content = found.raw["content"]
    inner = Log()
    raw = {name: value for name, value in content.items() if name not in _NOT_OF_A_PROJECT}
    _mend(raw, inner)
    left = {name: content[name] for name in _NOT_OF_A_PROJECT if name in content}
    order = [name for name in dict.fromkeys([*content, *raw]) if name in raw or name in left]
    found.raw["content"] = {name: raw[name] if name in raw else left[name] for name in order}
    log.done += [say("{place}.content.{done}", place=found.place, done=done) for done in inner.done]


def _flatten(value: Any, level: int, place: str) -> list[str]:
    """Write as text what stands too deep; give the places of that."""
    places = []
    for key, inner in [*(value.items() if isinstance(value, dict) else enumerate(value))]:
        if not isinstance(inner, dict | list):
            continue
        where = f"{place}.{key}".lstrip(".") if isinstance(value, dict) else f"{place}[{key}]"
        if level < _FLAT:
            places += _flatten(inner, level + 1, where)
        elif is_too_deep(inner, MAX_LEVELS - level - 1):
            value[key] = json.dumps(inner, ensure_ascii=False)
            places.append(where)
    return places
