"""What holds of every map, however odd: nothing is clipped, nothing is lost, nothing lies on anything else."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cxdesigner.insight.curve import value_at
from cxdesigner.layout import theme
from cxdesigner.layout.columns import columns_of
from cxdesigner.layout.scene import Box, Group, Path, Picture
from cxdesigner.layout.sheet import KEPT_WAYS, Sheet, lay_out
from cxdesigner.layout.showing import Showing
from cxdesigner.model import kinds
from cxdesigner.model.edits import cards as card_edits
from cxdesigner.model.edits import lanes as lane_edits
from cxdesigner.model.edits import stages as stage_edits
from cxdesigner.model.edits import steps as step_edits
from cxdesigner.model.edits.emotions import set_emotion
from cxdesigner.model.edits.fields import set_fields
from cxdesigner.model.edits.personas import add_persona, leave_map
from cxdesigner.model.edits.removal import remove
from cxdesigner.model.records import Card, Emotion, Lane, Persona, Stage, Step
from tests.golden.dump import dump
from tests.layout.builders import MAP, a_map, can_be_cut, groups, icons, picture, runs, scene_of, typesetter

if TYPE_CHECKING:
    from cxdesigner.layout.glyphs import Piece
    from cxdesigner.layout.scene import Scene
    from cxdesigner.model.document import Document

CASES = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
NEAR = 0.01
ASCENT = 0.14
"""How far a line's ascent and descent may reach beyond the leading that is given to it, in ems."""
INK = 0.2
"""And how far the letters of other scripts may: that much is free around every text."""

ALPHABETS = [
    "abc AVW. -",
    "w \n\t",
    "W",
    "e\u0301o\u0308\u0323 ",
    "אבגד ה,1",
    "سلام ١ b",
    "語テス。「」",
    "👩\u200d👧😀🇳🇱 ",
    "สวัดี ",
    "ក្រុម ខ្ញុំ",
    "বাংলা ক্ষি ",
    "தமிழ் ஸ்ரீ",
    "हिन्दी क्षी",
    "ẪỘặ Ữ",
    "한글 ",
    "\u2067a\u2069\u200b\u00a0 \u2028",
]
SHORT = st.one_of(st.just(""), *(st.text(alphabet, max_size=14) for alphabet in ALPHABETS))
LONG = st.sampled_from(
    ["Donaudampfschifffahrtsgesellschaft" * 4, "says so and " * 40, "x\n" * 20, "語" * 90, "שלום " * 40]
)
TEXTS = st.one_of(SHORT, SHORT, SHORT, LONG)
COLORS = st.one_of(st.just(""), st.sampled_from(["#000000", "#ffffff", "#808080", "#ffd166", "#123456"]))
WIDTHS = st.one_of(st.none(), st.just(24), st.floats(24, 400), st.just(4000))
FLAGS = st.booleans()


def value(known):
    return st.sampled_from([*known, "", "from-a-newer-release"])


def fields(**strategies):
    return st.fixed_dictionaries({}, optional=strategies)


@cache
def assets() -> dict[str, str]:
    return {"wide": picture(60, 20), "tall": picture(2, 90), "bad": "not base64!", "cut": picture(9, 9)[:40]}


ASSETS = st.sampled_from(["", "", "wide", "tall", "bad", "cut", "gone"])
MEASURE = {
    "nps": st.sampled_from([None, {"score": -12, "n": 123456}, {"promoters": 1, "passives": 0, "detractors": 3}])
}


@st.composite
def maps(draw: st.DrawFn) -> Document:
    steps = fields(title=TEXTS, duration=SHORT, note=TEXTS, width=WIDTHS)
    stages = draw(
        st.lists(
            st.builds(
                lambda given, steps: given | {"steps": steps},
                fields(title=TEXTS, goal=TEXTS, color=COLORS, phase=value(kinds.PHASES)),
                st.lists(steps, max_size=3),
            ),
            max_size=4,
        )
    )
    lanes = draw(
        st.lists(
            fields(kind=value((*kinds.LANE_KINDS, "emotion", "emotion")), title=TEXTS, subtitle=SHORT, color=COLORS)
            .flatmap(lambda given: st.tuples(st.just(given), st.integers(0, 9)))
            .map(lambda pair: pair[0] | {"hidden": pair[1] == 0, "collapsed": pair[1] == 1}),
            max_size=6,
        )
    )
    count = sum(len(stage["steps"]) for stage in stages)
    people = draw(
        st.lists(fields(name=TEXTS, role=SHORT, color=COLORS, photo=ASSETS), max_size=draw(st.sampled_from([1, 3, 12])))
    )
    lane = st.sampled_from([f"l{at}" for at in range(len(lanes))] + ["gone", None])
    step = st.sampled_from([f"s{at}" for at in range(count)] * 3 + ["gone", None])
    who = st.sampled_from([f"p{at}" for at in range(len(people))] + ["gone"])
    cards = draw(
        st.lists(
            fields(
                lane=lane, step=step, to=step, kind=value(kinds.CARD_KINDS), text=TEXTS, color=COLORS, alt=SHORT,
                channel=value(kinds.CHANNELS), department=st.sampled_from(["", "d", "gone"]), owner=SHORT,
                moment_of_truth=FLAGS, support_moment=FLAGS, personas=st.lists(who, max_size=2), asset=ASSETS,
                severity=st.none() | st.floats(1, 5), status=value(kinds.STATUSES), **MEASURE,
            ),
            max_size=12,
        )
    )  # fmt: skip
    keys = [(f"p{one}", f"s{at}") for one in range(len(people)) for at in range(count)]
    scores = fields(score=st.none() | st.floats(-2, 2), note=st.one_of(st.just(""), TEXTS))
    rated = draw(st.lists(st.sampled_from(keys), unique=True, max_size=20)) if keys else []
    emotions = [{"persona": persona, "step": at} | draw(scores) for persona, at in rated]
    shown = draw(fields(title=TEXTS, scenario=TEXTS, goal=SHORT, release=SHORT, date=SHORT, author=TEXTS))
    return a_map(
        stages, lanes, cards, emotions, people, departments={"d": draw(SHORT)}, assets=assets(),
        language=draw(st.sampled_from(["en", "nl", "", "ja", "zh-Hant"])), **shown,
    )  # fmt: skip


def bare(text: str) -> str:
    """A text without white space, of which some is lost where lines wrap."""
    return "".join(text.split())


def check_inside(scene: Scene) -> None:
    """Bands tile the sheet, groups are inside their bands, and what is in a group is inside the group."""
    assert scene.bands[0].top == 0
    for one, other in pairwise(scene.bands):
        assert other.top == pytest.approx(one.top + one.height)
    assert scene.height == pytest.approx(scene.bands[-1].top + scene.bands[-1].height)
    for band in scene.bands:
        for group in band.groups:
            assert group.y >= -NEAR
            assert group.y + group.height <= band.height + NEAR, (band.key, group.part)
            assert group.x >= -NEAR
            assert group.x + group.width <= scene.width + NEAR, (band.key, group.part)
            check_items(group)


def reach(piece: Piece) -> tuple[int, int, float]:
    """How far up and down a piece reaches in font units, and by how much of its size that may be beyond the leading.

    Of the first family it is the line's ascent and descent, of the others the letters' ink, without marks, of which
    there may be any number on top of each other.
    """
    if piece.face.path.name.startswith("cx-sans"):
        return piece.face.ascent, piece.face.descent, ASCENT
    boxes = [piece.face.hb.get_glyph_extents(cluster.glyphs[0][0]) for cluster in piece.clusters if cluster.advance]
    tops, bottoms = [box.y_bearing for box in boxes], [box.y_bearing + box.height for box in boxes]
    return max(tops, default=0), min(bottoms, default=0), INK


def check_items(group: Group) -> None:
    for run in runs(group):
        single = not can_be_cut(run.line)
        assert single or run.x >= -NEAR, (group.part, run.line.text)
        assert single or run.x + run.line.width <= group.width + NEAR, (group.part, run.line.text)
        for _, piece in run.line.pieces:
            size = run.line.size / piece.face.upem
            up, down, more = reach(piece)
            assert run.y - up * size >= -more * run.line.size, (group.part, run.line.text, up)
            assert run.y - down * size <= group.height + more * run.line.size, (group.part, run.line.text, down)
    for item in group.items:
        if isinstance(item, (Box, Picture)):
            out = 3.0 if group.part in ("lane-title", "lane", "definitions") else NEAR
            assert -out <= item.x
            assert item.x + item.width <= group.width + out, group.part
            assert item.y >= -NEAR
            assert item.y + item.height <= group.height + NEAR, group.part
        elif isinstance(item, Path):
            points = [(float(x), float(y)) for _, *n in item.commands for x, y in zip(n[::2], n[1::2], strict=True)]
            assert all(-NEAR <= x <= group.width + NEAR and -NEAR <= y <= group.height + NEAR for x, y in points), (
                group.part
            )


def check_cards(scene: Scene, document: Document) -> None:
    """Every card that has a place is there once, whole, in its columns, on no other."""
    columns = columns_of(document, MAP)
    lanes = {
        lane.id
        for lane in document.lanes(MAP)
        if not (lane.hidden or lane.collapsed or lane.kind in kinds.LANES_WITHOUT_CARDS)
    }
    expected = [card.id for card in document.cards(MAP) if card.lane in lanes and card.step in columns.position]
    found = groups(scene, "card")
    assert sorted(group.id for group in found) == sorted(expected)
    for group in found:
        card = document[group.id]
        assert isinstance(card, Card)
        first, last = columns.span(card.step, card.to) or (0, 0)
        left, right = columns.columns[first], columns.columns[last]
        assert group.x == pytest.approx(left.x + theme.CELL_GAP / 2)
        assert group.x + group.width == pytest.approx(right.x + right.width - theme.CELL_GAP / 2)
        text = "".join(run.line.text for run in runs(group) if run.line.size == theme.CARD.size)
        assert bare(text) == bare(card.text)
    assert not any(overlap(*pair) for pair in combinations(found, 2))


def overlap(one: Group, other: Group) -> bool:
    return (
        one.x < other.x + other.width - NEAR
        and other.x < one.x + one.width - NEAR
        and one.y < other.y + other.height - NEAR
        and other.y < one.y + one.height - NEAR
    )


def check_emotions(scene: Scene) -> None:
    """No note is on a point or on another note, none is lost, and no curve has a peak that nobody gave."""
    for band in scene.bands:
        parts = {part: [group for group in band.groups if group.part == part] for part in ("note", "point", "curve")}
        for note in parts["note"]:
            assert not any(overlap(note, point) for point in parts["point"])
        assert not any(overlap(*pair) for pair in combinations(parts["note"], 2))
        for curve in parts["curve"]:
            check_curve(curve)


def check_curve(curve: Group) -> None:
    (path,) = curve.items
    assert isinstance(path, Path)
    at = (0.0, 0.0)
    for _, *numbers in path.commands:
        points = [(float(x), float(y)) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        if len(points) == 3:
            low, high = sorted((at[1], points[2][1]))
            for share in range(1, 8):
                x = at[0] + (points[2][0] - at[0]) * share / 8
                assert low - 1e-6 <= value_at((at, points[0], points[1], points[2]), x) <= high + 1e-6
        at = points[-1]


def check_words(scene: Scene, document: Document) -> None:
    """The text of everything that is shown is there from its first letter to its last."""
    notes = {group.id: group for group in groups(scene, "note")}
    curves = [lane for lane in document.lanes(MAP) if lane.kind == "emotion" and not lane.hidden and not lane.collapsed]
    for emotion in document.emotions(MAP):
        if emotion.note and curves:
            assert bare("".join(run.line.text for run in runs(notes[emotion.id]))) == bare(emotion.note)
    for part, kind, field in (("stage", Stage, "title"), ("goal", Stage, "goal")):
        for group in groups(scene, part):
            text = getattr(document.get(group.id, kind), field)
            assert bare("".join(run.line.text for run in runs(group))) == bare(text)
    for group in groups(scene, "step"):
        step = document.get(group.id, Step)
        assert step is not None
        assert bare("".join(run.line.text for run in runs(group))) == bare(step.title + step.duration + step.note)
    for group in groups(scene, "persona"):
        person = document.get(group.id, Persona)
        assert person is not None
        assert bare(person.name + person.role) in bare("".join(run.line.text for run in runs(group)))


def check_contrast(scene: Scene) -> None:
    for group in groups(scene, "card") + groups(scene, "stage") + groups(scene, "persona"):
        ground = next((item.fill for item in group.items if isinstance(item, (Box, Path)) and item.fill), theme.PAPER)
        for run in runs(group)[: 1 if group.part == "persona" else None]:
            paper = theme.PAPER if isinstance(group.items[0], Picture) else ground
            assert theme.contrast(run.fill, paper) >= 4.5, group.part


def check(document: Document) -> None:
    scene = scene_of(document)
    check_inside(scene)
    check_cards(scene, document)
    check_emotions(scene)
    check_words(scene, document)
    check_contrast(scene)


@given(maps())
@settings(CASES, max_examples=250)
def test_nothing_is_clipped_lost_or_covered(document):
    check(document)


@st.composite
def feelings(draw: st.DrawFn) -> Document:
    """Make a map on which many feel much about every step and say so."""
    widths = draw(st.lists(st.sampled_from([24, 40, 60, 102, 200]), min_size=1, max_size=6))
    people = draw(st.integers(1, 4))
    scores = st.sampled_from([None, -2, -2, -1.5, 0, 0.3, 1, 2, 2])
    notes = st.sampled_from(["", "No", "Says a few words about it", "Goes on and on about it. " * 5, "Mumbles " * 60])
    emotions = [
        {"persona": f"p{who}", "step": f"s{at}", "score": draw(scores), "note": draw(notes)}
        for who in range(people)
        for at in range(len(widths))
    ]
    steps = [{"width": width} for width in widths]
    return a_map([{"steps": steps}], [{"kind": "emotion"}], [], emotions, [{"name": "Anna"}] * people)


@given(feelings())
@settings(CASES, max_examples=100)
def test_whatever_is_felt_no_note_covers_a_point_or_another(document):
    check(document)


@pytest.mark.parametrize(
    "text", ["W" * 10_000, "word " * 2000, "语" * 10_000, "שלום " * 2000, "e\u0301" * 5000, "\n" * 10_000]
)
def test_ten_thousand_characters_are_all_there(text):
    lanes = [
        {"kind": "actions", "title": text, "subtitle": text},
        {"kind": "emotion", "title": text},
        {"kind": "divider", "title": text},
    ]
    check(
        a_map(
            [{"title": text, "goal": text, "steps": [{"title": text}, {"width": 24, "note": text}]}],
            [*lanes, {"kind": "notes", "title": text, "collapsed": True}],
            [{"lane": "l0", "step": "s0", "text": text}, {"lane": "l0", "step": "s1", "text": text, "owner": text}],
            [{"persona": "p0", "step": "s0", "score": 1, "note": text}],
            [{"name": text, "role": text}],
            title=text,
            goal=text,
            author=text,
        )
    )


def test_five_hundred_steps_with_notes_everywhere():
    people = [{"name": f"Person {number}"} for number in range(4)]
    emotions = [
        {"persona": f"p{who}", "step": f"s{at}", "score": (at * (who + 2)) % 5 - 2, "note": "Says a few words about it"}
        for who in range(4)
        for at in range(500)
    ]
    scene = scene_of(a_map([{"steps": 10, "title": "Stage"}] * 50, [{"kind": "emotion"}], [], emotions, people))
    check_inside(scene)
    notes, points = groups(scene, "note"), groups(scene, "point")
    assert len(notes) == len(points) == 2000
    placed = sorted([*notes, *points], key=lambda group: group.x)
    for at, one in enumerate(placed):
        for other in placed[at + 1 :]:
            if other.x >= one.x + one.width:
                break
            assert one.part == other.part == "point" or not overlap(one, other)


def edits(document: Document, draw: st.DrawFn) -> Any:
    """Draw one edit of a map; None where it does not apply."""
    records = list(document.records.values())

    def some(kind):
        found = [record for record in records if isinstance(record, kind)]
        return draw(st.sampled_from(found)).id if found else None

    lane, step, card, stage, persona = some(Lane), some(Step), some(Card), some(Stage), some(Persona)
    place = st.integers(0, 3)
    choices = [
        lambda: card and set_fields(document, card, text=draw(TEXTS), kind=draw(value(kinds.CARD_KINDS))),
        lambda: card and set_fields(document, card, channel="app", moment_of_truth=draw(FLAGS)),
        lambda: card and lane and step and card_edits.move_cards(document, [card], lane, step),
        lambda: lane and step and card_edits.add_card(document, MAP, lane, step, text=draw(TEXTS)),
        lambda: lane and set_fields(document, lane, hidden=draw(FLAGS), collapsed=draw(FLAGS)),
        lambda: lane and lane_edits.move_lane(document, lane, draw(place)),
        lambda: lane_edits.add_lane(document, MAP, draw(value(kinds.LANE_KINDS)), draw(SHORT), draw(place)),
        lambda: stage and step_edits.add_step(document, stage, draw(SHORT), 0),
        lambda: step and stage and step_edits.move_step(document, step, stage, 0),
        lambda: step and set_fields(document, step, title=draw(TEXTS), width=draw(WIDTHS)),
        lambda: stage_edits.add_stage(document, MAP, draw(SHORT)),
        lambda: stage and stage_edits.move_stage(document, stage, draw(place)),
        lambda: (
            step and persona and set_emotion(document, persona, step, score=draw(st.floats(-2, 2)), note=draw(SHORT))
        ),
        lambda: add_persona(document, draw(SHORT), MAP),
        lambda: persona and leave_map(document, MAP, persona),
        lambda: persona and set_fields(document, persona, name=draw(SHORT), color=draw(COLORS)),
        lambda: set_fields(document, document.root, language=draw(st.sampled_from(["en", "nl"]))),
        lambda: set_fields(document, MAP, title=draw(TEXTS), state=draw(value(kinds.STATES))),
        lambda: remove(document, [one for one in (draw(st.sampled_from([lane, step, card, stage, persona])),) if one]),
        lambda: some(Emotion) and remove(document, [some(Emotion)]),
    ]
    return draw(st.sampled_from(choices))()


@given(st.data())
@settings(CASES, max_examples=150)
def test_a_sheet_that_was_kept_is_as_one_laid_out_from_the_start(data):
    document = data.draw(maps())
    sheet = Sheet(typesetter(), icons())
    sheet.update(document, MAP)
    for _ in range(data.draw(st.integers(1, 4))):
        try:
            change = edits(document, data.draw)
        except ValueError:  # an edit that says why it can't be
            continue
        if change:
            document = document.apply(change)
        until = data.draw(st.sampled_from([float("inf"), 0.0, 150.0]))
        sheet.update(document, MAP, until)
        if data.draw(FLAGS) or until == 0.0:
            while sheet.lay_out_next():
                assert sheet.scene.height > 0
        if sheet.is_complete:
            assert dump(sheet.scene) == dump(scene_of(document))
    sheet.update(document, MAP)
    assert sheet.is_complete
    assert dump(sheet.scene) == dump(scene_of(document))


@given(st.data())
@settings(CASES, max_examples=120)
def test_curves_that_were_kept_are_drawn_as_from_the_start_whoever_is_on_top(data):
    document = data.draw(feelings())
    people, steps = document.personas_of(MAP), document.steps(MAP)
    sheet = Sheet(typesetter(), icons())
    for _ in range(data.draw(st.integers(2, 7))):
        ways = st.sampled_from(["together", "together", "single", "mean"])
        showing = Showing(data.draw(ways), data.draw(st.sampled_from(people)).id)
        scene = sheet.update(document, MAP, showing=showing)
        assert dump(scene) == dump(lay_out(document, MAP, typesetter(), icons(), showing))
        persona, step = data.draw(st.sampled_from(people)).id, data.draw(st.sampled_from(steps)).id
        fields = data.draw(
            st.sampled_from([{"score": 1.7}, {"score": -2.0}, {"score": None}, {"note": "Mumbles"}, {"feeling": "joy"}])
        )
        change = set_emotion(document, persona, step, **fields) if data.draw(st.booleans()) else None
        document = document.apply(change) if change else document


def test_whoever_was_on_top_before_is_drawn_as_then():
    felt = [{"persona": f"p{at % 2}", "step": f"s{at // 2}", "score": at - 1, "note": "No"} for at in range(4)]
    document = a_map([{"steps": [{}, {}]}], [{"kind": "emotion"}], [], felt, [{"name": "Anna"}] * 2)
    one, other = (Showing(persona=persona.id) for persona in document.personas_of(MAP))
    sheet = Sheet(typesetter(), icons())
    first, second = (sheet.update(document, MAP, showing=showing).bands[2] for showing in (one, other))
    assert first.groups != second.groups
    assert sheet.update(document, MAP, showing=one).bands[2].groups is first.groups


def test_more_ways_of_looking_than_are_kept_are_drawn_all_the_same():
    document = a_map([{"steps": 1}], [{"kind": "emotion"}] * (KEPT_WAYS + 1), personas=[{"name": "Anna"}] * 2)
    showing = Showing(persona=document.personas_of(MAP)[1].id)
    sheet = Sheet(typesetter(), icons())
    sheet.update(document, MAP)
    assert dump(sheet.update(document, MAP, showing=showing)) == dump(
        lay_out(document, MAP, typesetter(), icons(), showing)
    )
