"""The Unicode Bidirectional Algorithm (UAX #9): in which order the characters of a line are shown.

Rule numbers (P2, X1 …) are those of the annex, revision 46 (Unicode 15). Classes come from `unicodedata`,
which with Python 3.11 is that of Unicode 14; unassigned characters get the default of their block. Characters
that rule X9 removes stay in place, with the level of the character before them (section 5.2).
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DEEPEST = 125
"""max_depth (BD2)."""

BRACKETS = 63
"""How many brackets may be open at a time (BD16)."""

_RTL = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

_PAIRS = (
    "()[]{}༺༻༼༽᚛᚜⁅⁆⁽⁾₍₎⌈⌉⌊⌋〈〉❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩"
    "\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
"""Every opening bracket with its closing one (BidiBrackets.txt). U+2329 and U+3008 count as the same."""

_OPENING = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)) | {"\u2329": "\u3009"}
_CLOSING = {close: close for close in _PAIRS[1::2]} | {"\u232a": "\u3009"}

_DEFAULTS = (
    (0x0590, 0x05FF, "R"), (0x0600, 0x07BF, "AL"), (0x07C0, 0x085F, "R"), (0x0860, 0x08FF, "AL"),
    (0x20A0, 0x20CF, "ET"), (0xFB1D, 0xFB4F, "R"), (0xFB50, 0xFDCF, "AL"), (0xFDD0, 0xFDEF, "BN"),
    (0xFDF0, 0xFDFF, "AL"), (0xFE70, 0xFEFF, "AL"), (0xFFF0, 0xFFF8, "BN"), (0x10800, 0x10CFF, "R"),
    (0x10D00, 0x10D3F, "AL"), (0x10D40, 0x10EBF, "R"), (0x10EC0, 0x10EFF, "AL"), (0x10F00, 0x10F2F, "R"),
    (0x10F30, 0x10F6F, "AL"), (0x10F70, 0x10FFF, "R"), (0x1E800, 0x1EC6F, "R"), (0x1EC70, 0x1ECBF, "AL"),
    (0x1ECC0, 0x1ECFF, "R"), (0x1ED00, 0x1ED4F, "AL"), (0x1ED50, 0x1EDFF, "R"), (0x1EE00, 0x1EEFF, "AL"),
    (0x1EF00, 0x1EFFF, "R"), (0xE0000, 0xE0FFF, "BN"),
)  # fmt: skip
"""The class of what is not assigned yet (DerivedBidiClass.txt); elsewhere it is L, of noncharacters BN."""

_ISOLATES = frozenset({"LRI", "RLI", "FSI"})
_REMOVED = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "BN"})
_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_STRONG = {"L": "L", "R": "R", "EN": "R", "AN": "R"}
"""What counts as strong for neutrals, and as which (N0 to N2)."""


_RISE = ({"L": 0, "R": 1, "AN": 2, "EN": 2}, {"L": 1, "R": 0, "AN": 1, "EN": 1})
"""What a resolved type adds to an even and to an odd level (I1, I2)."""


class _Status(NamedTuple):
    """An entry of the directional status stack (X1); `override` is "L", "R" or empty."""

    level: int
    override: str
    isolate: bool


class _Sequence(NamedTuple):
    """An isolating run sequence (BD13): where its characters are and of which type, as resolved so far.

    `own` is the direction of its level, `first` and `last` are what it takes its neighbours for (sos, eos).
    """

    indices: list[int]
    kinds: list[str]
    own: str
    first: str
    last: str


def has_rtl(text: str) -> bool:
    """Whether anything in `text` could be shown from right to left; if not, its order is as it is."""
    return _RTL.search(text) is not None


def has_rtl_letter(text: str) -> bool:
    """Whether `text` has a letter that is written from right to left (classes R and AL)."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


def levels(text: str, base: int | None = None) -> tuple[list[int], int]:
    """The levels of `text`, which is one paragraph shown as one line, and that of the paragraph.

    `base` is 0 or 1, or None to let the first strong character decide. To break a line afterwards, cut the
    list: what L1 would change at the new end is space, which is dropped there, or is not seen.
    """
    classes = [_class(char) for char in text]
    matches = _isolates(classes)
    if base is None:
        base = _first_strong(classes, matches, 0, len(classes)) or 0
    explicit, types = _explicit(classes, matches, base)
    result = list(explicit)
    for indices in _sequences(classes, matches, explicit):
        level = explicit[indices[0]]
        first, last = _edges(classes, explicit, indices, base)
        sequence = _Sequence(indices, [types[index] for index in indices], "LR"[level % 2], first, last)
        _weak(sequence.kinds, first)
        _brackets(text, classes, sequence)
        _neutrals(sequence)
        for index, kind in zip(indices, sequence.kinds, strict=True):
            result[index] = level + _RISE[level % 2][kind]
    _keep_removed(classes, result, base)
    _reset_whitespace(classes, result, base)
    return result, base


def visual_order(levels: Sequence[int]) -> list[int]:
    """The indices of `levels` from left to right (L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    for depth in range(max(levels, default=0), min(odd, default=DEEPEST + 2) - 1, -1):
        end = 0
        for high, group in groupby([levels[index] >= depth for index in order]):
            start, end = end, end + len(list(group))
            if high:
                order[start:end] = order[start:end][::-1]
    return order


def _class(char: str) -> str:
    known = unicodedata.bidirectional(char)
    if known:
        return known
    point = ord(char)
    if point & 0xFFFE == 0xFFFE:
        return "BN"
    return next((kind for first, last, kind in _DEFAULTS if first <= point <= last), "L")


def _isolates(classes: Sequence[str]) -> dict[int, int]:
    """Each isolate initiator's matching PDI (BD9); those without one are missing."""
    matches: dict[int, int] = {}
    stack: list[int] = []
    for index, kind in enumerate(classes):
        if kind in _ISOLATES:
            stack.append(index)
        elif kind == "PDI" and stack:
            matches[stack.pop()] = index
    return matches


def _first_strong(classes: Sequence[str], matches: dict[int, int], start: int, end: int) -> int | None:
    """The level that the first strong character outside isolates asks for (P2, P3)."""
    index = start
    while index < end:
        kind = classes[index]
        if kind in ("L", "R", "AL"):
            return int(kind != "L")
        index = matches.get(index, end) if kind in _ISOLATES else index + 1
    return None


def _explicit(classes: Sequence[str], matches: dict[int, int], base: int) -> tuple[list[int], list[str]]:
    """Levels by embeddings, overrides and isolates, and the classes with overrides applied (X1 to X8)."""
    nest = _Nest(base)
    levels: list[int] = []
    types: list[str] = []
    for index, kind in enumerate(classes):
        if kind == "PDI":
            nest.end_isolate()
        top = nest.stack[-1]
        levels.append(top.level if kind != "B" else base)
        types.append(top.override or kind)
        if kind in _ISOLATES:
            nest.isolate(_opens_rtl(classes, matches, index))
        elif kind == "PDF":
            nest.end_embedding()
        elif kind in _REMOVED and kind != "BN":
            nest.embed(kind[0], override=kind[2] == "O")
    return levels, types


class _Nest:
    """The directional status stack, and how many openings there was no room for (X1)."""

    def __init__(self, base: int) -> None:
        self.stack = [_Status(base, "", isolate=False)]
        self._lost_isolates = self._lost_embeddings = self._isolates = 0

    def embed(self, side: str, *, override: bool) -> None:
        """An embedding or override to the `side` "L" or "R" begins (X2 to X5)."""
        level = _next_level(self.stack[-1].level, rtl=side == "R")
        if level <= DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            self.stack.append(_Status(level, side if override else "", isolate=False))
        elif not self._lost_isolates:
            self._lost_embeddings += 1

    def isolate(self, rtl: bool) -> None:
        """An isolate begins (X5a to X5c)."""
        level = _next_level(self.stack[-1].level, rtl)
        if level <= DEEPEST and not self._lost_isolates and not self._lost_embeddings:
            self._isolates += 1
            self.stack.append(_Status(level, "", isolate=True))
        else:
            self._lost_isolates += 1

    def end_isolate(self) -> None:
        """An isolate ends, and with it the embeddings inside that are still open (X6a)."""
        if self._lost_isolates:
            self._lost_isolates -= 1
        elif self._isolates:
            self._lost_embeddings = 0
            while not self.stack.pop().isolate:
                pass
            self._isolates -= 1

    def end_embedding(self) -> None:
        """An embedding or override ends, unless an isolate began inside it (X7)."""
        if self._lost_isolates:
            return
        if self._lost_embeddings:
            self._lost_embeddings -= 1
        elif len(self.stack) > 1 and not self.stack[-1].isolate:
            self.stack.pop()


def _next_level(level: int, rtl: bool) -> int:
    """The next odd level, or the next even one."""
    return level + 1 + (level % 2 if rtl else 1 - level % 2)


def _opens_rtl(classes: Sequence[str], matches: dict[int, int], index: int) -> bool:
    kind = classes[index]
    if kind != "FSI":
        return kind == "RLI"
    return _first_strong(classes, matches, index + 1, matches.get(index, len(classes))) == 1


def _sequences(classes: Sequence[str], matches: dict[int, int], levels: Sequence[int]) -> Iterator[list[int]]:
    """The isolating run sequences, as indices, without what X9 removes (BD13, X10)."""
    visible = [index for index, kind in enumerate(classes) if kind not in _REMOVED]
    runs = [list(group) for _, group in groupby(visible, key=levels.__getitem__)]
    begun: dict[int, list[int]] = {}
    closing = set(matches.values())
    for run in runs:
        sequence = begun.pop(run[0], None) if run[0] in closing else None
        if sequence is None:
            sequence = []
        sequence += run
        pair = matches.get(run[-1])
        if pair is None:
            yield sequence
        else:
            begun[pair] = sequence


def _edges(classes: Sequence[str], levels: Sequence[int], indices: Sequence[int], base: int) -> tuple[str, str]:
    """What counts as the strong types before and after a sequence: sos and eos (X10)."""
    level = levels[indices[0]]
    before = indices[0] - 1
    while before >= 0 and classes[before] in _REMOVED:
        before -= 1
    after = indices[-1] + 1
    while after < len(classes) and classes[after] in _REMOVED:
        after += 1
    open_ended = classes[indices[-1]] in _ISOLATES
    low = levels[before] if before >= 0 else base
    high = base if after == len(classes) or open_ended else levels[after]
    return "LR"[max(level, low) % 2], "LR"[max(level, high) % 2]


def _weak(kinds: list[str], first: str) -> None:
    """Numbers and what belongs to them (W1 to W7)."""
    _marks(kinds, first)
    strong = first
    for index, kind in enumerate(kinds):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":  # W2
            kinds[index] = "AN"
    kinds[:] = ["R" if kind == "AL" else kind for kind in kinds]  # W3
    for index in range(1, len(kinds) - 1):  # W4
        kind, left, right = kinds[index], kinds[index - 1], kinds[index + 1]
        if left == right and ((kind in ("ES", "CS") and left == "EN") or (kind == "CS" and left == "AN")):
            kinds[index] = left
    _terminators(kinds)
    strong = first
    for index, kind in enumerate(kinds):
        if kind in ("ES", "CS", "ET"):  # W6
            kinds[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":  # W7
            kinds[index] = "L"


def _marks(kinds: list[str], first: str) -> None:
    """A mark is of its base's type, a neutral after the ends of an isolate (W1)."""
    before = first
    for index, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[index] = "ON" if before in _ISOLATES or before == "PDI" else before
        before = kinds[index]


def _terminators(kinds: list[str]) -> None:
    """Signs such as those of currencies belong to the number next to them (W5)."""
    start = 0
    for signs, group in groupby(kinds[:], key="ET".__eq__):
        end = start + len(list(group))
        if signs and "EN" in (kinds[start - 1 : start] + kinds[end : end + 1]):
            kinds[start:end] = ["EN"] * (end - start)
        start = end


def _brackets(text: str, classes: Sequence[str], sequence: _Sequence) -> None:
    """Give both brackets of a pair, and the marks on them, one direction (N0)."""
    indices, kinds, own, *_ = sequence
    for left, right in _pairs(text, kinds, indices):
        inside = {_STRONG.get(kind) for kind in kinds[left + 1 : right]}
        if inside <= {None}:
            continue
        found = own if own in inside else _strong_before(sequence, left)
        for at in (left, right):
            kinds[at] = found
            for mark in range(at + 1, len(kinds)):
                if classes[indices[mark]] != "NSM":
                    break
                kinds[mark] = found


def _strong_before(sequence: _Sequence, at: int) -> str:
    for index in range(at - 1, -1, -1):
        kind = sequence.kinds[index]
        if kind in _STRONG:
            return _STRONG[kind]
    return sequence.first


def _pairs(text: str, kinds: Sequence[str], indices: Sequence[int]) -> list[tuple[int, int]]:
    """The matching brackets of a sequence, by where they open (BD16)."""
    stack: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for at, index in enumerate(indices):
        if kinds[at] != "ON":
            continue
        char = text[index]
        if char in _OPENING:
            if len(stack) == BRACKETS:
                break
            stack.append((_OPENING[char], at))
        elif char in _CLOSING:
            for depth in range(len(stack) - 1, -1, -1):
                if stack[depth][0] == _CLOSING[char]:
                    pairs.append((stack[depth][1], at))
                    del stack[depth:]
                    break
    return sorted(pairs)


def _neutrals(sequence: _Sequence) -> None:
    """Give neutrals the direction around them, or else the sequence's own (N1, N2)."""
    _, kinds, own, before, last = sequence
    start = 0
    for neutral, group in groupby(kinds[:], key=_NEUTRAL.__contains__):
        end = start + len(list(group))
        if neutral:
            after = _STRONG[kinds[end]] if end < len(kinds) else last
            kinds[start:end] = [before if before == after else own] * (end - start)
        else:
            before = _STRONG[kinds[end - 1]]
        start = end


def _keep_removed(classes: Sequence[str], levels: list[int], base: int) -> None:
    before = base
    for index, kind in enumerate(classes):
        if kind in _REMOVED:
            levels[index] = before
        before = levels[index]


def _reset_whitespace(classes: Sequence[str], levels: list[int], base: int) -> None:
    """Separators, and the spaces before them and at the end, are of the paragraph's level (L1)."""
    reset = True
    for index in range(len(classes) - 1, -1, -1):
        kind = classes[index]
        if kind in ("S", "B"):
            reset = True
        elif kind not in _REMOVED and kind != "WS" and kind not in _ISOLATES and kind != "PDI":
            reset = False
        if reset:
            levels[index] = base
