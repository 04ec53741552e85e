"""From bytes to a document."""

from __future__ import annotations

import binascii
import gc
import hashlib
from collections.abc import Callable
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from cxdesigner.model.document import Document
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.limits import MAX_PICTURE_BYTES, MAX_STEPS
from cxdesigner.model.records import (
    EMOTION_KEY,
    PARENT_KEY,
    Asset,
    Card,
    Emotion,
    Map,
    Project,
    Record,
    Stage,
    emotion_id,
)
from cxdesigner.sentences import say
from cxdesigner.storage.migrations import THIS, Release, migrated
from cxdesigner.storage.nesting import AT_MOST, FORMAT, LISTS, VERSION
from cxdesigner.storage.parsing import EVERY, count_objects, parse
from cxdesigner.storage.places import asset_place, described, faults, ids_in, records_in
from cxdesigner.storage.problems import DamagedError, NotAProjectError, Problem

_MANY = 20_000
OWN_ID = "\x1fid"
_NOT_IN_SNAPSHOTS = frozenset(("snapshots", "assets"))
_NOT_THE_PROJECTS_OWN = frozenset(("format", "version", "assets", *LISTS[Project]))


class Reading(NamedTuple):
    """An opened project, the loose ends in it, and whether it may be written over.

    Where `version` is higher than ours, the first `left_out` of the `problems` name what could not be read and is not
    in the document. `is_attached`: it was in a file that is no project, which must not be written over.
    `digest`: the SHA-256 of the whole file's bytes, where it was read from a file.
    """

    document: Document
    problems: tuple[Problem, ...]
    version: int
    read_only: bool
    left_out: int
    is_attached: bool = False
    digest: str = ""


Told = Callable[[float], None]
"""Is told how far reading is, from 0 to 1; what it raises breaks off the reading."""
_PARSED, _VALIDATED = 0.4, 0.7
"""How far reading is when all is parsed, and when all but the pictures is validated; roughly, where there are many."""


def read(data: bytes, told: Told | None = None, release: Release = THIS) -> Reading:
    """Read a project. `told` hears now and then how far it is. Older versions are migrated to that of the `release`.

    Raises:
        NotAProjectError: the bytes are no project, or past a limit.
        DamagedError: values in it are not as they should be.
    """
    was_on = gc.isenabled()
    gc.disable()  # Thousands of new records and no garbage: looking for it doubles the time.
    try:
        return _read(data, told, release)
    finally:
        if was_on:
            if gc.get_count()[0] > _MANY:
                gc.freeze()  # Nor are they garbage later: see `collector_paused` in `layout`.
            gc.enable()


def _read(data: bytes, told: Told | None, release: Release) -> Reading:
    step, objects = None, 0
    if told is not None:
        objects = count_objects(data)
        step = _between(told, 0.0, _PARSED, objects)
    raw = parse(data, step)
    check_format(raw)
    version = version_of(raw)
    raw = migrated(raw, version, release)
    is_newer = version > release.version
    builder = Builder(lenient=is_newer)
    if told is not None:
        builder.step = _between(told, _PARSED, _VALIDATED, objects)
        assets = raw.get("assets")
        builder.step_pictures = _between(told, _VALIDATED, 1.0, len(assets) if isinstance(assets, dict) else 0)
    document = Document(builder.project(raw))
    problems = [*builder.problems, *_loose(document, raw), *builder.loose]
    return Reading(document, tuple(problems), version, is_newer, len(builder.problems))


def _between(told: Told, start: float, end: float, count: int) -> Callable[[int], None]:
    """Give what tells of `count` things, one after the other, that take reading from one point to another."""
    return lambda number: told(start + (end - start) * min(1.0, number / max(1, count)))


def check_format(raw: Any) -> None:
    """Raise NotAProjectError if a JSON value is of another kind."""
    if not isinstance(raw, dict):
        raise NotAProjectError(
            say("This is not a project: the JSON in it is {kind}, not an object.", kind=described(raw))
        )
    if raw.get("format") == f"{FORMAT}-fragment":
        raise NotAProjectError(say("This is not a whole project but a copied piece of one. Paste it into a project."))
    if raw.get("format") != FORMAT:
        raise NotAProjectError(
            say('This is not a project but JSON of another program: "format" is not "{format}".', format=FORMAT)
        )


def version_of(raw: dict[str, Any]) -> int:
    """Give the version of the format that a project or fragment says it is in."""
    version = raw.get("version")
    if type(version) is not int or version < 1:
        raise NotAProjectError(
            say(
                'The file does not say which version of the format it is in: "version" should be {version}. '
                "Ask for the file again, or correct it in a text editor.",
                version=VERSION,
            )
        )
    return version


def _loose(document: Document, raw: dict[str, Any]) -> list[Problem]:
    ends = loose_ends(document)
    places = dict(records_in(raw, Project)) if ends else {}
    return [Problem(f"{places.get(end.record, '')}.{end.field}".lstrip("."), end.message) for end in ends]


class Builder:
    """Makes records of raw JSON and collects what is wrong, in `problems`, and what is odd but stays, in `loose`.

    A lenient one leaves out fields, and if need be records, that do not fit.
    """

    def __init__(self, *, lenient: bool = False) -> None:
        self.lenient = lenient
        self.records: list[Record] = []
        self.problems: list[Problem] = []
        self.loose: list[Problem] = []
        self.step: Callable[[int], None] = _nobody
        self.step_pictures: Callable[[int], None] = _nobody
        """Called now and then with the number of records, and of pictures, that were read."""

    def project(self, raw: dict[str, Any]) -> list[Record]:
        """Read everything in a project."""
        own = {name: value for name, value in raw.items() if name not in _NOT_THE_PROJECTS_OWN}
        project = self._record(Project, own, "", "")
        if project is None:
            raise DamagedError(self.problems)
        return self.lists_of(Project, raw, project.id)

    def lists_of(self, root: type[Record], raw: dict[str, Any], parent: str) -> list[Record]:
        """Read all lists of a project or a fragment; give every record that was read so far.

        Raises:
            DamagedError: something does not fit, and this builder is not lenient.
        """
        for name, kind in LISTS[root].items():
            self._list(kind, raw.get(name, []), parent, name)
        self._snapshots(raw.get("snapshots"))
        self._assets(raw.get("assets", {}), parent)
        self._check_ids(root, raw)
        if self.problems and not self.lenient:
            raise DamagedError(self.problems)
        return self.records

    def _list(self, kind: type[Record], items: Any, parent: str, place: str) -> None:
        if not isinstance(items, list):
            self.problems.append(Problem(place, say("should be a list, not {found}", found=described(items))))
            return
        if not items:
            return  # before its class is asked for, which is built then
        if len(items) > AT_MOST.get(kind, len(items)):
            raise _over(place, f"{len(items):,}", AT_MOST[kind])
        if kind in LISTS:
            for index, item in enumerate(items):
                self._holder(kind, item, parent, f"{place}[{index}]")
            return
        if kind is Emotion:
            _name_emotions(items)
        validate, add = kind.__pydantic_validator__.validate_python, self.records.append
        for index, item in enumerate(items):
            if not index % EVERY:
                self.step(len(self.records))
            try:
                item[PARENT_KEY] = parent
                add(validate(item, by_name=False, by_alias=True))
            except (TypeError, ValidationError):
                self._record(kind, item, parent, f"{place}[{index}]")

    def _holder(self, kind: type[Record], item: Any, parent: str, place: str) -> None:
        lists = LISTS[kind]
        own = {name: value for name, value in item.items() if name not in lists} if isinstance(item, dict) else item
        if kind is Stage and isinstance(item, dict) and not item.get("steps"):
            self.problems.append(Problem(f"{place}.steps", say("a stage has at least one step")))
            return
        record = self._record(kind, own, parent, place)
        if record is None:
            return
        if kind is Map and (steps := _count_steps(item)) > MAX_STEPS:
            raise _over(f"{place}.stages", say("{n:,} steps", n=steps), MAX_STEPS)
        for name, listed in lists.items():
            self._list(listed, item.get(name, []), record.id, f"{place}.{name}")

    def _record(self, kind: type[Record], item: Any, parent: str, place: str) -> Record | None:
        if not isinstance(item, dict):
            self.problems.append(Problem(place, say("should be an object, not {found}", found=described(item))))
            return None
        item[PARENT_KEY] = parent
        try:
            record: Record = kind.__pydantic_validator__.validate_python(item, by_name=False, by_alias=True)
        except ValidationError as error:
            found = faults(error, item)
            for fault in found:
                where = f"{place}{fault.suffix}".lstrip(".")
                if fault.over_limit:
                    raise NotAProjectError(
                        say("{where} {message}. It was not opened.", where=where, message=fault.message)
                    ) from None
                self.problems.append(Problem(where, fault.message))
            fields = {fault.field for fault in found}
            if not self.lenient or not fields <= item.keys():
                return None
            rest = {name: value for name, value in item.items() if name not in fields}
            return self._record(kind, rest, parent, place)
        self.records.append(record)
        return record

    def _assets(self, items: Any, parent: str) -> None:
        """Read the pictures; their data has to be base64 and within the limit once decoded."""
        if not isinstance(items, dict):
            self.problems.append(Problem("assets", say("should be an object, not {found}", found=described(items))))
            return
        size = 0
        for number, (key, item) in enumerate(items.items()):
            self.step_pictures(number)
            if isinstance(item, dict):
                item[OWN_ID] = key
            asset = self._record(Asset, item, parent, asset_place(key))
            if isinstance(asset, Asset):
                size += len(asset.data) // 4 * 3
                if size > MAX_PICTURE_BYTES:
                    raise NotAProjectError(
                        say(
                            "The pictures in the file have more than {amount} MiB. It was not opened.",
                            amount=MAX_PICTURE_BYTES // 2**20,
                        )
                    )
                self._check_data(asset)

    def _check_data(self, asset: Asset) -> None:
        place = asset_place(asset.id)
        try:
            data = binascii.a2b_base64(asset.data, strict_mode=True)
        except ValueError:
            self.problems.append(Problem(f"{place}.data", say("is not base64")))
            self.records.pop()
            return
        from cxdesigner import pictures

        try:
            pictures.check(data)
        except pictures.TooLargeError as error:
            raise NotAProjectError(say("{place}: {error} It was not opened.", place=place, error=error)) from None
        except pictures.PictureError:
            self.loose.append(Problem(f"{place}.data", say("is no picture that can be read")))
        if asset.id != f"sha256-{hashlib.sha256(data).hexdigest()}":
            self.loose.append(Problem(place, say("is not the key of this data, which has another hash")))

    def _snapshots(self, items: Any) -> None:
        """Check what snapshots hold: each is a project with ids of its own, and stays as it is."""
        for index, item in enumerate(items if isinstance(items, list) else ()):
            content = item.get("content") if isinstance(item, dict) else None
            if not isinstance(content, dict) or not content:
                continue
            place = f"snapshots[{index}].content"
            # A copy: reading puts marks into what it reads.
            raw = from_json(to_json({name: value for name, value in content.items() if name not in _NOT_IN_SNAPSHOTS}))
            inner = Builder(lenient=self.lenient)
            try:
                inner.project(raw)
            except NotAProjectError as error:
                raise NotAProjectError(say("{place}.{error}", place=place, error=error)) from None
            except DamagedError:
                self.problems += [Problem(f"{place}.{found.place}", found.message) for found in inner.problems]

    def _check_ids(self, root: type[Record], raw: dict[str, Any]) -> None:
        """Find ids, of records, votes and ratings, that are there twice; of records the first is kept."""
        ids = [record.id for record in self.records]
        for record in self.records:
            if type(record) is Card:
                ids += [vote.id for vote in record.votes]
            elif type(record) is Emotion:
                ids += [rating.id for rating in record.ratings]
        if len(set(ids)) == len(ids):
            return
        unique: dict[str, Record] = {}
        for record in self.records:
            unique.setdefault(record.id, record)
        self.records = list(unique.values())
        first: dict[str, str] = {}
        for key, place in ids_in(raw, root):
            if key in first:
                self.problems.append(_taken(key, place, first[key]))
            first.setdefault(key, place)


def _nobody(_number: int) -> None:
    """Is told, and nobody hears it."""


def _taken(key: str, place: str, first: str) -> Problem:
    if EMOTION_KEY in key:
        return Problem(place, say("the same persona and step as in {first}", first=first))
    owner = first or say("the project")
    return Problem(f"{place}.id", say('the id "{key}" is taken by {owner}', key=key, owner=owner))


def _name_emotions(items: list[Any]) -> None:
    for item in items:
        if isinstance(item, dict) and isinstance(item.get("persona"), str) and isinstance(item.get("step"), str):
            item[OWN_ID] = emotion_id(item["persona"], item["step"])


def _count_steps(raw: dict[str, Any]) -> int:
    stages = raw.get("stages")
    lists = [stage.get("steps") for stage in (stages if isinstance(stages, list) else ()) if isinstance(stage, dict)]
    return sum(len(steps) for steps in lists if isinstance(steps, list))


def _over(place: str, found: str, limit: int) -> NotAProjectError:
    return NotAProjectError(
        say(
            "{place} has {found}; at most {limit:,} are allowed. It was not opened.",
            place=place,
            found=found,
            limit=limit,
        )
    )
