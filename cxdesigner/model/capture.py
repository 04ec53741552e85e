"""Notes typed in a line: `pain: queue in the doorway @orders #phone +marta`.

Before a colon stands the kind of card or the lane, or the beginning of its name if that is plain. At the ends stand, in
any order, a step or stage (`@`), a channel (`#`) and personas (`+`): whole names, their beginnings or words of them,
whatever the case and the accents; in quotes, if a text follows, where a name has spaces. What names nothing is part of
the text; a single word that was meant to is told as well.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from cxdesigner.model.lexicon import MARKS, Lexicon, Name, begun, called, found

_SHORTEST = 3
"""Letters that the beginning of a kind or lane takes: "to: Marta" is not about touchpoints."""
_COLONS = 3
"""How many colons are tried: the title of a lane may hold one."""
_OFFERED = 12
_FIRST = re.compile(rf'([{MARKS}])("[^"]*"|[^\s"]+)(?=\s|$)')
_QUOTED = re.compile(rf'(?:^|(?<=\s))([{MARKS}])"([^"]*)"?$')
_MARK = re.compile(rf'(?:^|(?<=\s))[{MARKS}](?=[^\s"])')


class Noted(NamedTuple):
    """What a line says.

    `lost` is the name of a step or stage that is not there, `unknown` are all such names with the marks before them;
    they stay in the text too.
    """

    text: str
    head: Name | None = None
    place: Name | None = None
    channel: str = ""
    personas: tuple[str, ...] = ()
    lost: str = ""
    unknown: tuple[str, ...] = ()


class Landing(NamedTuple):
    """Where a note goes and what it becomes; without lane and step it is the parking lot."""

    lane: str | None
    step: str | None
    kind: str


class Offer(NamedTuple):
    """Names that may be meant by what stands from `start` to `end` of a line; `mark` is "" for kinds and lanes."""

    start: int
    end: int
    mark: str
    names: tuple[Name, ...]


def read_note(line: str, lexicon: Lexicon) -> Noted:
    """Tell what a line says."""
    noted = _without_firsts(Noted(line.strip()), lexicon)
    noted = _without_lasts(_without_firsts(_without_head(noted, lexicon), lexicon), lexicon)
    first = _FIRST.match(noted.text)
    if first is not None and first[1] == "@" and noted.place is None and not noted.lost:
        name = first[2].strip('"')
        return noted._replace(lost=name, unknown=(first[1] + name, *noted.unknown)) if name else noted
    return noted


def _without_head(noted: Noted, lexicon: Lexicon) -> Noted:
    colon = -1
    for _ in range(min(_COLONS, noted.text.count(":"))):
        colon = noted.text.index(":", colon + 1)
        head = _head(noted.text[:colon], lexicon)
        if head is not None:
            return noted._replace(head=head, text=noted.text[colon + 1 :].strip())
    return noted


def _head(typed: str, lexicon: Lexicon) -> Name | None:
    """Give the lane or kind of this name, else what begins so, if all that does leads to one place."""
    typed = typed.strip()
    whole = called(lexicon.heads, typed)
    if whole:
        return next((name for name in whole if name.sort == "lane"), whole[0])
    names = begun(lexicon.heads, typed) if len(typed) >= _SHORTEST else []
    return names[0] if len({(name.kind, name.lane) for name in names}) == 1 else None


def _without_firsts(noted: Noted, lexicon: Lexicon) -> Noted:
    """Take off the marks at the beginning that name something."""
    while (first := _FIRST.match(noted.text)) is not None:
        named = _named(noted, first[1], first[2].strip('"'), lexicon)
        if named is None:
            break
        noted = named._replace(text=noted.text[first.end() :].strip())
    return noted


def _without_lasts(noted: Noted, lexicon: Lexicon) -> Noted:
    """Take off the marks at the end that name something, those before names that nothing has too."""
    kept: list[str] = []
    while (last := _last_mark(noted.text)) is not None:
        start, mark, typed, quoted = last
        named = _named(noted, mark, typed, lexicon)
        if named is None:
            if not _is_meant(mark, typed, quoted) or found(lexicon.marked(mark), typed):
                break
            kept.insert(0, noted.text[start:])
            lost = typed if mark == "@" and noted.place is None else noted.lost
            named = noted._replace(lost=lost, unknown=(mark + typed, *noted.unknown))
        noted = named._replace(text=noted.text[:start].strip())
    return noted._replace(text=" ".join([noted.text, *kept]).strip())


def _is_meant(mark: str, typed: str, quoted: bool) -> bool:
    """Tell whether a name was meant: "+5" and "#1" are what they are, and so is what goes on after a space."""
    return bool(typed) and (quoted or " " not in typed) and (mark == "@" or typed[0].isalpha())


def _last_mark(text: str) -> tuple[int, str, str, bool] | None:
    """Give where the last mark of a text stands, the mark, what is behind it, and whether that is in quotes."""
    quoted = _QUOTED.search(text)
    if quoted is not None:
        return quoted.start(), quoted[1], quoted[2], True
    starts = [mark.start() for mark in _MARK.finditer(text)]
    return (starts[-1], text[starts[-1]], text[starts[-1] + 1 :].strip(), False) if starts else None


def _named(noted: Noted, mark: str, typed: str, lexicon: Lexicon) -> Noted | None:
    """Add what a mark names to a note; None if it names nothing, or what the note has already."""
    names = found(lexicon.marked(mark), typed) if typed.strip() else []
    if not names:
        return None
    if mark == "@":
        return noted._replace(place=names[0]) if noted.place is None else None
    if mark == "#":
        return noted._replace(channel=names[0].key) if not noted.channel else None
    return noted._replace(personas=tuple(dict.fromkeys((*noted.personas, names[0].key))))


def landing_of(noted: Noted, lexicon: Lexicon, here: tuple[str | None, str | None]) -> Landing:
    """Tell where a note goes; `here` is the lane and the step that are meant where it names none.

    A channel without a kind makes a touchpoint. A note whose lane or step is not there has no place. What is only
    said goes among no pictures: where that is meant it is a note.
    """
    if noted.head is not None:
        lane, kind = noted.head.lane, noted.head.kind
    elif noted.channel:
        lane, kind = lexicon.lane_for("touchpoint"), "touchpoint"
    else:
        lane, kind = here[0], lexicon.kind_of(here[0])
        if kind == "picture":
            lane, kind = lexicon.lane_for("note"), "note"
    step = noted.place.step if noted.place is not None else here[1]
    if lane is None or lane not in lexicon.lanes or step is None or step not in lexicon.steps or noted.lost:
        return Landing(None, None, kind)
    return Landing(lane, step, kind)


def offer(line: str, at: int, lexicon: Lexicon) -> Offer | None:
    """Tell what may be meant by what is typed before the caret at `at`; None where nothing can be named."""
    before = line[:at]
    starts = [mark.start() for mark in re.finditer(rf"(?:^|(?<=\s))[{MARKS}](?!\s)", before)]
    if starts:
        start = starts[-1]
        typed = before[start + 1 :].lstrip('"')
        names = found(lexicon.marked(before[start]), typed)
        return _offer(start, at, before[start], names, typed)
    if ":" in before or not before.strip():
        return None
    return _offer(0, at, "", _once(begun(lexicon.heads, before)), before)


def _offer(start: int, end: int, mark: str, names: list[Name], typed: str) -> Offer | None:
    """Offer names, unless what is typed is the only one already."""
    if not names or (len(names) == 1 and called(names, typed)):
        return None
    return Offer(start, end, mark, tuple(names[:_OFFERED]))


def _once(names: list[Name]) -> list[Name]:
    """Leave out a lane that leads where its kind does."""
    leads: dict[tuple[str, str | None], Name] = {}
    for name in names:
        leads.setdefault((name.kind, name.lane), name)
    return list(leads.values())


def taken(line: str, given: Offer, name: Name) -> tuple[str, int]:
    """Give the line with a name put in where it was offered, and where the caret stands then."""
    quote = '"' if given.mark and " " in name.text else ""
    put_in = f"{given.mark}{quote}{name.text}{quote} " if given.mark else f"{name.text}: "
    return line[: given.start] + put_in + line[given.end :].lstrip(), given.start + len(put_in)
