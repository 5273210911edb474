"""The agenda: every action stands where one looks for it, on any day of the week."""

import datetime as dt

import pytest

from okrtui.model.plan import Action, KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter
from okrtui.report.agenda import Only, agenda, due_words, group_of, later_date, owners
from okrtui.report.standing import stand
from tests.support.plans import TODAY, small_plan

DAY = dt.date(2026, 11, 12)
assert DAY == TODAY and DAY.strftime("%a") == "Thu"


def a_plan() -> Plan:
    def action(item_id: str, due: int | None = None, **fields: object) -> Action:
        day = None if due is None else DAY + dt.timedelta(days=due)
        return Action(id=item_id, title=item_id, due=day).replace(**fields)

    first = KeyResult(
        id="kr1",
        owner="Ana",
        actions=(
            action("sunday", 3),
            action("someday"),
            action("yesterday", -1, status="doing"),
            action("gone", -1, status="dropped"),
            action("early", status="done", done_on=dt.date(2026, 10, 2)),
        ),
    )
    second = KeyResult(
        id="kr2",
        actions=(
            action("monday", 4, owner="tom"),
            action("today", 0, owner="Tom"),
            action("long-ago", -20),
            action("lately", -9, status="done", done_on=dt.date(2026, 11, 9)),
            action("undated", status="done"),
        ),
    )
    out = KeyResult(id="kr3", dropped_on=DAY, actions=(action("below-a-dropped-one", -3),))
    objectives = (Objective(id="ob1", key_results=(first,)), Objective(id="ob2", key_results=(second, out)))
    return Plan.empty(Quarter(2026, 4)).replace(objectives=objectives)


def test_actions_are_grouped_by_when_they_ask_to_be_done_and_ordered_by_their_dates() -> None:
    entries = agenda(stand(a_plan(), DAY))
    assert [(entry.group, entry.action.id) for entry in entries] == [
        ("late", "long-ago"),
        ("late", "yesterday"),
        ("this week", "today"),
        ("this week", "sunday"),
        ("later", "monday"),
        ("no date", "someday"),
        ("done", "lately"),
        ("done", "early"),
        ("done", "undated"),
    ]
    assert [(entry.position, entry.key_result_position) for entry in entries[:2]] == [
        ("2.1.3", "2.1"),
        ("1.1.3", "1.1"),
    ]


@pytest.mark.parametrize(
    ("day", "due", "group"),
    [
        (dt.date(2026, 11, 9), dt.date(2026, 11, 15), "this week"),  # Monday to Sunday
        (dt.date(2026, 11, 15), dt.date(2026, 11, 15), "this week"),  # a Sunday is in the week that ends
        (dt.date(2026, 11, 15), dt.date(2026, 11, 16), "later"),
        (dt.date(2026, 11, 16), dt.date(2026, 11, 15), "late"),
    ],
)
def test_a_week_ends_with_its_sunday(day: dt.date, due: dt.date, group: str) -> None:
    assert group_of(Action(id="a", due=due), small_plan(), day) == group


def test_an_agenda_is_narrowed_to_an_objective_or_to_whoever_does_it_or_answers_for_it() -> None:
    entries = agenda(stand(a_plan(), DAY))
    assert [name.casefold() for name in owners(entries)] == ["ana", "tom"]
    assert {entry.action.id for entry in entries if Only(owner="TOM").holds(entry)} == {"monday", "today"}
    of_ana = [entry.action.id for entry in entries if Only(owner="Ana").holds(entry)]
    assert of_ana == ["yesterday", "sunday", "someday", "early"]
    assert all(entry.objective.id == "ob2" for entry in entries if Only(objective_id="ob2").holds(entry))
    assert all(Only().holds(entry) for entry in entries)


def test_a_due_date_reads_as_one_would_say_it() -> None:
    def words(due: dt.date | None, **fields: object) -> str:
        return due_words(Action(id="a", due=due).replace(**fields), a_plan(), DAY)

    assert words(dt.date(2026, 11, 8)) == "late 4 days"
    assert words(dt.date(2026, 11, 11)) == "late 1 day"
    assert words(DAY) == "today"
    assert words(dt.date(2026, 11, 20)) == "Fri 20 Nov"
    assert words(dt.date(2028, 1, 8)) == "8 Jan 2028"
    assert words(None) == ""
    assert words(dt.date(2026, 11, 8), status="done", done_on=dt.date(2026, 10, 12)) == "done 12 Oct"


def test_a_step_is_counted_from_the_date_or_from_today_where_that_is_past() -> None:
    def day(text: str, due: dt.date | None) -> str:
        return str(later_date(text, due, a_plan(), DAY))

    soon, past = dt.date(2026, 11, 20), dt.date(2026, 11, 1)
    assert day("+1w", soon) == "2026-11-27"
    assert day("＋１ｗ", past) == day("+1w", None) == "2026-11-19"
    assert day("friday", past) == "2026-11-13"
    assert day("end of november", soon) == "2026-11-30"
    assert day("15 Dec", soon) == "2026-12-15"
    assert day("today", past) == "2026-11-12"
    for wrong in ("", "soon", "1 Nov", "-2d", "31.13."):
        with pytest.raises(ValueError, match="write"):
            day(wrong, soon)


def test_what_is_put_off_is_never_brought_forward_and_a_weekday_that_could_be_two_is_asked_for() -> None:
    with pytest.raises(ValueError, match="is 16 Nov, before 15 Dec, when it is due now; write a later day"):
        later_date("next week", dt.date(2026, 12, 15), a_plan(), DAY)
    with pytest.raises(ValueError, match="could be 13 Nov or 20 Nov; write 13 Nov or 20 Nov"):
        later_date("next Friday", None, a_plan(), DAY)
    with pytest.raises(ValueError, match="like 15 Dec, 2026-12-15, friday, end of march or"):
        later_date("soon", None, a_plan(), DAY)
