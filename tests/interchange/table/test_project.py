"""Projects made of tables that people made in spreadsheets, and what of those is not understood."""

from __future__ import annotations

import pytest

from cxdesigner.interchange.table.csv_file import TableError
from cxdesigner.interchange.table.project import read_table
from cxdesigner.model.document import Document
from cxdesigner.model.integrity import loose_ends
from cxdesigner.model.records import Emotion, Lane, Step
from tests.interchange.table.made import card, cards_of, project, read


def shape(document: Document) -> dict[str, dict[str, int]]:
    """Count the cards at the steps of each stage of the first map."""
    (shown, *_) = document.maps
    cards = document.cards(shown.id)
    return {
        stage.title: {step.title: sum(one.step == step.id for one in cards) for step in document.steps_of(stage.id)}
        for stage in document.stages(shown.id)
    }


def lanes(document: Document) -> list[tuple[str, str]]:
    return [(lane.title, lane.kind) for lane in document.lanes(document.maps[0].id)]


def places(document: Document) -> list[tuple[str, str]]:
    """Give lane and step of each card, by title or kind; "" for the parking lot."""
    found = []
    for one in cards_of(document):
        lane, step = document.get(one.lane, Lane), document.get(one.step, Step)
        found.append((lane.title or lane.kind if lane else "", step.title if step else ""))
    return found


def test_a_table_that_somebody_typed() -> None:
    found = read(
        "Stage,Step,Lane,Kind,Text,Persona\n"
        "Before,Searches,Frustrations,Pain point,No menu online,Marta\n"
        'Before,Searches,Frustrations,Pain points,Old photos,"Marta, Joris"\n'
        "During,Orders,Ideas,idea,A picture menu,\n"
        "During,Pays,,Kans,Pay at the table,Joris; Ann\n"
    )
    document = found.document
    assert found.lost == ()
    assert shape(document) == {"Before": {"Searches": 2}, "During": {"Orders": 1, "Pays": 1}}
    assert [one.phase for one in document.stages(document.maps[0].id)] == ["before", "during"]
    assert lanes(document) == [("Frustrations", "pains"), ("", "ideas"), ("", "opportunities")]
    assert [one.kind for one in cards_of(document)] == ["pain", "pain", "idea", "opportunity"]
    names = {one.id: one.name for one in document.personas}
    assert [[names[key] for key in one.personas] for one in cards_of(document)] == [
        ["Marta"], ["Marta", "Joris"], [], ["Joris", "Ann"]
    ]  # fmt: skip
    assert [names[key] for key in document.maps[0].personas] == ["Marta", "Joris", "Ann"]
    assert document.project.title == document.maps[0].title == "Table"
    assert len({one.color for one in document.personas}) == 3
    assert loose_ends(document) == []


def test_columns_in_any_order_under_names_that_others_use() -> None:
    found = read("Actor;Sticky;Task;Phase;Section;Deadline\nMarta;Queue;Enters;Arrive;Pain points;2026-6-3\n")
    assert (shape(found.document), lanes(found.document)) == ({"Arrive": {"Enters": 1}}, [("", "pains")])
    (one,) = cards_of(found.document)
    assert (one.text, one.kind, one.due, found.lost) == ("Queue", "pain", "2026-06-03", ())


def test_a_title_of_ours_comes_before_another_name_for_it() -> None:
    found = read("Note,Text,Card\nignored,Queue,\n")
    assert [one.text for one in cards_of(found.document)] == ["Queue"]
    assert found.lost == ("The column “Note” is not known here, or is there twice, so it was left out.",)


def test_unknown_columns_are_told_of_if_anything_stands_in_them() -> None:
    found = read("Text,Budget,Empty,\nQueue,100,,x,y\n")
    assert found.lost == (
        "The column “Budget” is not known here, or is there twice, so it was left out.",
        "The column 4 has no name, so it was left out.",
        "The column 5 has no name, so it was left out.",
    )


@pytest.mark.parametrize(
    ("table", "where"),
    [
        ("Text\nQueue\n", [("", "")]),
        ("Text,Kind\nQueue,pain\n", [("", "")]),
        ("Text,Lane\nQueue,Ouch\n", [("Ouch", "")]),
        ("Text,Step\nQueue,Enters\n", [("notes", "Enters")]),
        ("Text,Step,Kind\nQueue,Enters,quote\n", [("quotes", "Enters")]),
        ("Text,Stage\nQueue,Arrive\n", [("notes", "")]),
        ("Text,Step,Lane\nQueue,Enters,Emotion\n", [("notes", "Enters")]),
        ("Text,Stage,Step\na,Arrive,Enters\nb,,Sits\n", [("notes", "Enters"), ("notes", "Sits")]),
        ("Text,Stage,Step\na,Arrive,Enters\nb,,\n", [("notes", "Enters"), ("", "")]),
        ("Text,Step,Lane\na,Enters,Ouch\nb,,Ouch\n", [("Ouch", "Enters"), ("Ouch", "Enters")]),
    ],
)
def test_where_a_card_goes_of_which_not_all_is_said(table: str, where: list[tuple[str, str]]) -> None:
    assert places(read(table).document) == where


def test_a_map_without_places_gets_those_that_a_map_begins_with() -> None:
    document = read("Text\nQueue\n").document
    assert (shape(document), len(lanes(document))) == ({"": {"": 0}}, 5)
    assert len(document.steps(document.maps[0].id)) == 3


def test_rows_that_only_name_a_place_make_it() -> None:
    document = read("Stage,Step,Lane,Text\nArrive,Enters,,\nArrive,Sits,Ouch,\n,,Wishes,\n").document
    assert shape(document) == {"Arrive": {"Enters": 0, "Sits": 0}}
    assert lanes(document) == [("Ouch", "notes"), ("Wishes", "notes")]


def test_rows_without_text_that_say_anything_are_cards() -> None:
    (one,) = cards_of(read("Step,Text,Owner\nEnters,,Ann\n").document)
    assert (one.text, one.owner) == ("", "Ann")


def test_a_table_with_a_head_only_is_an_empty_map() -> None:
    document = read("Stage,Step,Text\n\n").document
    assert (len(document.maps), cards_of(document)) == (1, ())


def test_emotions_of_a_table() -> None:
    found = read(
        "Step,Kind,Persona,Score,Feeling,Text\n"
        "Enters,Emotion,Marta,-1,Tired,What a queue\n"
        "Enters,Mood,Joris,\"1,5\",Happy,\n"
        "Pays,,Marta,+2,,\n"
        "Pays,emotion,Joris,9,Sad,\n"
        "Leaves,emotion,,0,,\n"
    )  # fmt: skip
    document = found.document
    names = {one.id: one.name for one in document.personas}
    titles = {one.id: one.title for one in document.steps(document.maps[0].id)}
    felt = [one for one in document.records.values() if isinstance(one, Emotion)]
    assert [(names[one.persona], titles[one.step], one.score, one.feeling, one.note) for one in felt] == [
        ("Marta", "Enters", -1, "Tired", "What a queue"),
        ("Joris", "Enters", 1.5, "Happy", ""),
        ("Marta", "Pays", 2, "", ""),
        ("Joris", "Pays", None, "Sad", ""),
        ("Marta", "Leaves", 0, "", ""),
        ("Joris", "Leaves", 0, "", ""),
    ]
    assert lanes(document) == [("", "emotion")]
    assert found.lost == ("Row 5: The score: 9 is outside -2 to 2. It was left out.",)


def test_a_feeling_of_nobody_is_that_of_a_persona_without_a_name() -> None:
    document = read("Kind,Emotion\nemotion,1\n").document
    assert [one.name for one in document.personas] == [""]


def test_rows_with_names_of_their_own() -> None:
    document = read(
        "Kind,Map,State,Stage,Step,Lane,Lane kind,Text,Persona,Language,Duration,Author\n"
        "map,Now,as-is,,,,,Friday,,nl,,Ann\n"
        "map,Later,To-be,,,,,,,,,\n"
        "persona,Later,,,,,,Regular,Marta,,,\n"
        "persona,Later,,,,,,Joris,,,,\n"
        "lane,Later,,,,Ouch,pain points,sub,,,,\n"
        "lane,Later,,,,Quotes,,,,,,\n"
        "step,Later,,Arrive,Enters,,,note,,,5 min,\n"
        "pain,Later,,Arrive,Enters,Ouch,,Queue,,,,\n"
    ).document
    now, later = document.maps
    assert document.project.language == "nl"
    assert (now.title, now.state, now.scenario, now.author) == ("Now", "current", "Friday", "Ann")
    assert (later.title, later.state) == ("Later", "future")
    assert [(one.name, one.role) for one in document.personas] == [("Marta", "Regular"), ("Joris", "")]
    assert [(one.title, one.kind, one.subtitle) for one in document.lanes(later.id)] == [
        ("Ouch", "pains", "sub"),
        ("", "quotes", ""),
    ]
    assert [(one.title, one.duration, one.note) for one in document.steps(later.id)] == [("Enters", "5 min", "note")]
    assert len(document.cards(later.id)) == 1


def test_maps_are_told_apart_by_their_titles() -> None:
    document = read("Map,Step,Text\nNow,Enters,a\nLater,Enters,b\nNow,Enters,c\n,Enters,d\n").document
    assert [(one.title, [card.text for card in document.cards(one.id)]) for one in document.maps] == [
        ("Now", ["a", "c", "d"]),
        ("Later", ["b"]),
    ]


def test_a_table_that_was_sorted_comes_back_in_the_order_of_its_numbers() -> None:
    rows = ["No.,Step,Text", "1,Enters,a", "2,Enters,b", "3,Pays,c", "10,Leaves,d"]
    for order in ([4, 1, 3, 2], [3, 2, 1, 4]):
        document = read("\n".join([rows[0], *(rows[at] for at in order)])).document
        assert [one.text for one in cards_of(document)] == ["a", "b", "c", "d"]
    document = read("\n".join([rows[0], rows[3], "x,Pays,new", rows[1]])).document
    assert [one.text for one in cards_of(document)] == ["a", "c", "new"]


@pytest.mark.parametrize(
    ("due", "expected"),
    [
        (["2026-06-30"], ["2026-06-30"]),
        (["2026/6/3"], ["2026-06-03"]),
        (["30.06.2026", "1-7-2026", "1.7.2026."], ["2026-06-30", "2026-07-01", "2026-07-01"]),
        (["2026-06-30 00:00:00", "2026-06-30T00:00"], ["2026-06-30", "2026-06-30"]),
        (["30/6/2026", "1/7/2026"], ["2026-06-30", "2026-07-01"]),
        (["6/30/2026", "7/1/2026"], ["2026-06-30", "2026-07-01"]),
        (["6/30/2026", "30/6/2026", "1/7/2026"], ["2026-06-30", "2026-06-30", ""]),
        (["1/7/2026", "6/6/2026"], ["", "2026-06-06"]),
        (["31.02.2026", "13/13/2026", "1.7.26", "2026-7", "soon", "123.1.2026", "0000-01-01"], [""] * 7),
        (["2026-06-30 14:00"], [""]),
    ],
)
def test_dates_as_spreadsheets_write_them(due: list[str], expected: list[str]) -> None:
    found = read("Text\tDue\n" + "\n".join(f"x\t{one}" for one in due))
    assert [one.due for one in cards_of(found.document)] == expected
    assert found.lost == tuple(
        f"Row {row}: Due cannot be “{text}”, so it was left out."
        for row, (text, day) in enumerate(zip(due, expected, strict=True), 2)
        if not day
    )


def test_numbers_and_marks_as_people_type_them() -> None:
    found = read(
        "Text;Severity;NPS;NPS answers;CSAT;CES;CES scale;Votes;Moment of truth;Support moment\n"
        'a;3;−12,5;40;80 %;"2,5";5;3;x;TRUE\n'
        "b;9;500;;1e5;;5;-1;no;maybe\n"
        "c;high;;;;;;0;;\n"
    )
    first, second, third = cards_of(found.document)
    assert first.nps is not None
    assert first.csat is not None
    assert first.ces is not None
    assert (first.severity, first.nps.score, first.nps.n, first.csat.score) == (3, -12.5, 40, 80)
    assert (first.ces.mean, first.ces.scale, [one.n for one in first.votes]) == (2.5, 5, [3])
    assert (first.moment_of_truth, first.support_moment) == (True, True)
    assert (second.severity, second.nps, second.csat, second.ces, second.votes) == (None, None, None, None, ())
    assert (second.moment_of_truth, second.support_moment, third.votes) == (False, False, ())
    assert [one.title for one in found.document.rounds(found.document.maps[0].id)] == ["Votes"]
    assert found.lost == (
        "Row 3: Support moment cannot be “maybe”, so it was left out.",
        "Row 3: The score: 500 is outside -100 to 100. It was left out.",
        "Row 3: CSAT cannot be “1e5”, so it was left out.",
        "Row 3: The n: -1 is outside 0 and more. It was left out.",
        "Row 3: The severity: 9 is outside 1 to 5. It was left out.",
        "Row 4: Severity cannot be “high”, so it was left out.",
    )


def test_words_that_are_not_known_are_kept() -> None:
    found = read("Text,Kind,Channel,Status,Evidence,Delivered by\na,Request,WhatsApp,under way,Survey,Robot\n")
    (one,) = cards_of(found.document)
    assert one.evidence is not None
    assert (one.kind, one.channel, one.status, one.evidence.kind, one.delivered_by) == (
        "Request", "messaging", "doing", "survey", "Robot"
    )  # fmt: skip
    assert found.lost == (
        "Row 2: Kind “Request” is not known here; it was kept as it is.",
        "Row 2: Delivered by “Robot” is not known here; it was kept as it is.",
    )


def test_a_card_can_reach_up_to_a_step_behind_its_own_only() -> None:
    found = read(
        "Kind,Step,Up to step,Text,Lane\nstep,Enters,,,\nstep,Sits,,,\npain,Enters,Sits,a,Ouch\n"
        "pain,Sits,Enters,b,Ouch\npain,,Sits,c,\n"
    )
    first, second, third = cards_of(found.document)
    assert first.to == found.document.steps(found.document.maps[0].id)[1].id
    assert (second.to, third.to) == (None, None)
    assert found.lost == (
        "Row 5: Up to step cannot be “Enters”, so it was left out.",
        "Row 6: Up to step cannot be “Sits”, so it was left out.",
    )


def test_a_text_that_is_too_long_is_cut_and_told_of() -> None:
    found = read(f"Text\n{'x' * 10_001}\n")
    assert [len(one.text) for one in cards_of(found.document)] == [10_000]
    assert found.lost == ("Row 2: Text is longer than 10,000 characters, so it was cut.",)


def test_controls_are_dropped() -> None:
    assert [one.text for one in cards_of(read("Text\na\x07b\x1b\n").document)] == ["ab"]


@pytest.mark.parametrize(
    ("head", "row", "count", "sentence"),
    [
        ("Text", "x", 20_001, "A map can hold 20,000 cards at most, so nothing was added."),
        ("Step,Text", "s{n},x", 501, "A map can hold 500 steps at most, so nothing was added."),
        ("Lane,Text", "l{n},x", 65, "A map can hold 64 lanes at most, so nothing was added."),
        ("Map,Text", "m{n},x", 201, "A project can hold 200 maps at most, so nothing was added."),
        ("Persona,Text", "p{n},x", 201, "A project can hold 200 personas at most, so nothing was added."),
    ],
)
def test_the_limits_of_a_project_hold(head: str, row: str, count: int, sentence: str) -> None:
    with pytest.raises(TableError) as refused:
        read("\n".join([head, *(row.format(n=n) for n in range(count))]))
    assert str(refused.value) == sentence


def test_as_many_cards_as_a_map_holds_are_read() -> None:
    document = read("\n".join(["Step,Text", *(f"Step {n % 500},x" for n in range(20_000))])).document
    assert len(cards_of(document)) == 20_000


def test_of_many_things_like_each_other_some_are_told() -> None:
    found = read("\n".join(["Text,Severity", *(f"x,high{n}" for n in range(250))]))
    assert len(found.lost) == 201
    assert found.lost[-1] == "50 more things like these."


def test_what_is_read_has_no_problems_and_fresh_ids() -> None:
    from cxdesigner.interchange.table.writing import written

    data = written(project([card(1, personas=("marta",)), card(2, to="step")]), ["map"], "csv")
    one, other = read_table(data).document, read_table(data).document
    assert loose_ends(one) == []
    assert not set(one.records) & set(other.records)


def test_a_row_without_anything_in_columns_that_are_known_is_none() -> None:
    assert len(cards_of(read("Text,Budget\nQueue,\n,5\n").document)) == 1


def test_an_emotion_without_a_place_is_at_the_first_step_there_is() -> None:
    for table in ("Kind,Step,Emotion\nstep,Enters,\n", "Kind,Step,Emotion\n"):
        document = read(f"{table}emotion,,1\n").document
        (felt,) = (one for one in document.records.values() if isinstance(one, Emotion))
        assert felt.step == document.steps(document.maps[0].id)[0].id


def test_a_row_without_a_map_above_all_others_is_on_the_first_map() -> None:
    document = read("Kind,Map,Text\npain,,a\nmap,Now,\nmap,Later,\n").document
    assert [len(document.cards(one.id)) for one in document.maps] == [1, 0]
