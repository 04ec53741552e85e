"""Three versions into one: what either side did to the version that both began from is done, and nothing is lost.

By record and field. What one side alone changed is taken, and so is what both changed alike. Where they changed it
differently the value of ours stays, and a conflict in `project.conflicts` keeps all three. What one side took out and
the other changed stays, with a conflict in which the side that took it out has null; so does what one side took out and
the other put something into or refers to from there. What it took along, as a lane its cards, stays with it.

Where something stands (`parent`, lane and step, rank) is one value. Of ranks alone that differ the higher one stands,
without a conflict.

It is the same whichever side is called ours, but for the value that stays where they differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from statistics import median
from typing import Any, NamedTuple, TypeVar

from pydantic_core import to_json

from cxdesigner.model.bringing_back import brought_back, needed_by, needed_still
from cxdesigner.model.change import Change, Pair
from cxdesigner.model.conflict_paths import PLACE, path_in, path_to, place_of
from cxdesigner.model.document import Document
from cxdesigner.model.draft import Draft
from cxdesigner.model.merge_fitting import fitted
from cxdesigner.model.placement import rank_all
from cxdesigner.model.records import Asset, Comment, Conflict, Emotion, Link, Project, Ranked, Record
from cxdesigner.model.run_order import apart
from cxdesigner.model.three_way import conflict, in_order, is_same, joined_parts, made_of, same
from cxdesigner.model.wording import noun
from cxdesigner.sentences import SentenceError, say

R = TypeVar("R", bound=Record)

_APART = frozenset(("lane", "to"))
"""What two people may change of the place of a card, each one of them, and both are right."""


class CannotMergeError(SentenceError):
    """These are not versions of one project."""


class Merged(NamedTuple):
    """What a merge gave; `conflicts` are those that it found, which the document's project has too."""

    document: Document
    conflicts: tuple[Conflict, ...]


class Names(NamedTuple):
    """What conflicts are to call the two sides: people or files; "" for what needs no name."""

    ours: str = ""
    theirs: str = ""


def merge(base: Document, ours: Document, theirs: Document, names: Names | None = None) -> Merged:
    """Join two versions of a project that began from `base`.

    Where siblings have no ranks they are given some, as on opening.

    Raises:
        CannotMergeError: they are not versions of one project.
        LimitReachedError: both together are past a limit.
    """
    _refuse_strangers((base, ours, theirs))
    began, mine, its = map(_ranked, (base, ours, theirs))  # before that, other orders are alike
    if its in (mine, began):
        return Merged(ours, ())
    if mine == began:
        return Merged(theirs, ())
    return _Merge(began, mine, its, names or Names()).run()


def merge_all(base: Document | None, documents: Sequence[Document], names: Sequence[str] = ()) -> Merged:
    """Join any number of versions (one at least), one after the other, into the first.

    Without a base, what is the same in all of them counts as what they began from, and what only some have as added.
    `names` are what conflicts are to call them.

    Raises:
        CannotMergeError: they are not versions of one project.
        LimitReachedError: all together are past a limit.
    """
    _refuse_strangers(documents)
    began = base if base is not None else _in_common([_ranked(document) for document in documents])
    found: list[Conflict] = []

    so_far, called = documents[0], names[0] if names else ""
    for at, document in enumerate(documents[1:], 1):
        sides = Names(called, names[at]) if names else Names()
        merged = merge(began, so_far, document, sides)
        so_far, called = merged.document, f"{called}, {names[at]}" if called else ""
        found += merged.conflicts
    return Merged(so_far, tuple(found))


def _refuse_strangers(documents: Sequence[Document]) -> None:
    if len({document.root for document in documents}) > 1:
        raise CannotMergeError(
            say("These are different projects, not versions of one. Open the other one and copy what you need.")
        )


def _ranked(document: Document) -> Document:
    ranks = rank_all(document)
    return document.apply(ranks) if ranks else document


def _in_common(documents: Sequence[Document]) -> Document:
    """Give what all have: records that all have, with the values that all have, and defaults for the others.

    A record is not among them if they differ in a value that has no default, as where a link leads.
    """
    first, *others = documents
    records = []
    for record in first.records.values():
        found = [document.get(record.id, type(record)) for document in others]
        twins = [twin for twin in found if twin is not None and _has_alike(record, twin)]
        if len(twins) == len(others):
            records.append(reduce(_alike, twins, record))
    return Document(records)


def _has_alike(one: Record, other: Record) -> bool:
    """Tell whether two records have the same values where there is no default."""
    needed = (name for name, field in type(one).model_fields.items() if field.is_required())
    return all(getattr(one, name) == getattr(other, name) for name in needed)


def _alike(one: R, other: R) -> R:
    fields = {
        name: field.get_default()
        for name, field in type(one).model_fields.items()
        if not field.is_required() and not same(getattr(one, name), getattr(other, name))
    }
    mine, others = one.__pydantic_extra__ or {}, other.__pydantic_extra__ or {}
    unknown = {name: value for name, value in mine.items() if name in others and same(value, others[name])}
    alike: R = made_of(one, {name: value for name, value in fields.items() if name != "id"}, unknown)
    return alike


class _Merge:
    def __init__(self, base: Document, ours: Document, theirs: Document, names: Names) -> None:
        self._documents, self._names = (base, ours, theirs), names
        self._base, self._ours, self._theirs = base.records, ours.records, theirs.records
        self._merged: dict[str, Record] = dict(self._ours)
        self._found: dict[str, Conflict] = {}

    def run(self) -> Merged:
        for key in dict.fromkeys((*self._ours, *self._theirs)):
            self._record(key)
        brought_back(self._base, self._ours, self._theirs, self._merged, [*self._needed()], self._tell)
        fitted(self._base, self._ours, self._theirs, self._merged, self._tell)
        apart(self._ours, self._theirs, self._merged)
        conflicts = tuple(self._found[path] for path in sorted(self._found))
        self._keep(conflicts)
        return Merged(self._document(), conflicts)

    def _tell(self, found: Conflict) -> None:
        named = found.with_(ours_by=self._names.ours, theirs_by=self._names.theirs)
        self._found.setdefault(found.path, named)

    def _record(self, key: str) -> None:
        base, ours, theirs = self._base.get(key), self._ours.get(key), self._theirs.get(key)
        if ours is not None and theirs is not None:
            if is_same(ours, theirs) or is_same(theirs, base):
                return
            self._merged[key] = theirs if is_same(ours, base) else self._both(base, ours, theirs)
            return
        left = ours or theirs
        assert left is not None
        if base is None or isinstance(left, Asset):
            self._merged[key] = left
        elif is_same(left, base, but=("rank",)):
            self._merged.pop(key, None)
        else:
            self._merged[key] = left
            self._tell(conflict(path_to(left), base, ours, theirs))

    def _both(self, base: Record | None, ours: Record, theirs: Record) -> Record:
        if type(ours) is not type(theirs):
            raise CannotMergeError(
                say(
                    'These are not versions of one project: "{id}" is a {one} in one and a {other} in the other.',
                    id=ours.id,
                    one=noun(type(ours)),
                    other=noun(type(theirs)),
                )
            )
        before = base if type(base) is type(ours) else None
        path = path_to(ours)
        rated = isinstance(ours, Emotion) and isinstance(theirs, Emotion) and _both_rated(before, ours, theirs)
        left_out = {*place_of(ours), "conflicts", *(["score"] if rated else [])}
        record: Record = joined_parts(path, before, ours, theirs, self._tell, left_out)
        if rated and isinstance(record, Emotion):
            record = record.with_(score=_median(record))
        where = self._where(path, before, ours, theirs)
        return record.with_(**where) if where else record

    def _where(self, path: str, base: Record | None, ours: Record, theirs: Record) -> dict[str, Any]:
        """Give the fields that say where a record stands and that are not as ours has them.

        Where one side alone moved it, its rank there stands. A card that one side moved to another lane and the other
        made longer or shorter is both.
        """
        before, mine, others = _place(base), _place(ours), _place(theirs)
        if mine == others:
            return _rank(base if before == mine else None, ours, theirs)
        if others == before:
            return {}
        if mine == before:
            return others | _ranks(theirs)
        changes, its = _changes(before, mine), _changes(before, others)
        if changes | its <= _APART and all(mine[name] == others[name] for name in changes & its):
            moved = {name: others[name] for name in its}
            return moved | _ranks(theirs) if "lane" in its and "lane" not in changes else moved
        if not isinstance(ours, (Emotion, Comment, Link)):  # which are where that is what they are about
            values = [record and place_of(record) for record in (base, ours, theirs)]
            self._tell(conflict(path_in(path, PLACE), *values))
        return {}

    def _needed(self) -> Iterator[str]:
        """Give the ids that conflicts need, those of before too."""
        yield from needed_by(list(self._found.values()), self._ours, self._theirs)
        sides = [(side.records, {_key(one): one for one in side.project.conflicts}) for side in self._documents[1:]]
        for key in self._standing():
            having = [(records, known[key]) for records, known in sides if key in known]
            yield from needed_still(having[0][1], [records for records, _ in having])

    def _standing(self) -> tuple[str, ...]:
        """Give the keys of the conflicts of before that neither side has settled."""
        root = self._documents[0].root
        base, ours, theirs = (
            [_key(one) for one in getattr(side.get(root), "conflicts", ())]
            for side in (self._base, self._ours, self._theirs)
        )
        return in_order(base, ours, theirs)

    def _keep(self, found: Sequence[Conflict]) -> None:
        """Put the conflicts of all sides into the project; one that a side has settled is out."""
        root = self._documents[0].root
        sides = [getattr(side[root], "conflicts", ()) for side in (self._theirs, self._ours)]
        by_key = {_key(one): one for one in (*found, *sides[0], *sides[1])}
        keys = dict.fromkeys((*self._standing(), *map(_key, found)))
        project = self._merged[root]
        fresh = tuple(by_key[key] for key in keys)
        if isinstance(project, Project) and project.conflicts != fresh:
            self._merged[root] = project.with_(conflicts=fresh)

    def _document(self) -> Document:
        ours, merged = self._ours, self._merged
        pairs: dict[str, Pair] = {key: (record, None) for key, record in ours.items() if key not in merged}
        pairs |= {key: (ours.get(key), record) for key, record in merged.items() if record is not ours.get(key)}
        draft = Draft(self._documents[1])
        for key, (_, after) in pairs.items():
            if after is None:
                draft.remove(key)
            else:
                draft.put(after)
        draft.change()  # raises where both together are past a limit
        return self._documents[1].apply(Change(pairs))


def _both_rated(base: Record | None, ours: Emotion, theirs: Emotion) -> bool:
    """Tell whether both sides collected ratings, and their scores are the medians of theirs."""
    before = base.ratings if isinstance(base, Emotion) else ()
    return all(one.ratings != before and one.score == _median(one) for one in (ours, theirs))


def _median(emotion: Emotion) -> float | None:
    return float(median(rating.score for rating in emotion.ratings)) if emotion.ratings else None


_Place = dict[str, Any]


def _place(record: Record | None) -> _Place:
    place = place_of(record) if record is not None else {}
    place.pop("rank", None)
    return place


def _changes(before: _Place, after: _Place) -> set[str]:
    return {name for name, value in after.items() if name not in before or before[name] != value}


def _ranks(record: Record) -> _Place:
    return {"rank": record.rank} if isinstance(record, Ranked) else {}


def _rank(base: Record | None, ours: Record, theirs: Record) -> _Place:
    """Give the rank of what stands at the same place on both sides; the higher one if both gave it another."""
    before, mine, others = (_ranks(record) if record is not None else {} for record in (base, ours, theirs))
    if others in (mine, before):
        return {}
    if mine == before:
        return others
    return max(mine, others, key=lambda one: one["rank"])


def _key(one: Conflict) -> str:
    """Give what tells conflicts apart: which side is called ours does not."""
    values = sorted(to_json(value).decode() for value in (one.ours, one.theirs))
    return to_json([one.path, one.base, values, one.__pydantic_extra__ or {}]).decode()
