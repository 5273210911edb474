"""The next quarter from the command line: what goes on, what stays behind, and what an ended quarter shows."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

from okrtui.model.edits import Add, ChangeFields, Remove
from okrtui.model.goalposts import WithReason
from okrtui.model.lifecycle import Close, Reopen, SetRetrospective, SetScore
from okrtui.model.plan import KeyResult, Parked, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.widths import cell_width
from okrtui.storage.codec import decode
from tests.model.merging import done, on
from tests.support.command_line import CommandLine
from tests.support.plans import small_plan

END = dt.date(2026, 12, 31)


def loaded(okrtui: CommandLine, quarter: str) -> Plan:
    path = okrtui.data / f"{quarter}.toml"
    return decode(path.read_bytes(), path)


def an_ended_quarter() -> Plan:
    """Two objectives, of which one is reached; a dropped key result; a request for the next quarter."""
    reached = KeyResult(id="r", baseline=Decimal(0), target=Decimal(3), check_ins=(on(9, 3),))
    plan = done(
        ChangeFields("kr0002", {"dropped_on": dt.date(2026, 11, 2)}),
        ChangeFields("ob0002", {"key_results": (reached,)}),
    )
    requests = (
        Parked(id="p", request="A podcast", asked_by="Helen, chief executive", revisit=Quarter(2027, 1)),
        Parked(id="q", request="A fair", revisit=Quarter(2027, 2)),
    )
    return Close(END).apply(plan.replace(not_now=requests, language="de"))


def test_what_goes_on_is_in_the_new_file_and_all_the_rest_is_named_with_its_reason(okrtui: CommandLine) -> None:
    before = okrtui.put(an_ended_quarter()).read_bytes()
    said = okrtui("new", "2027-Q1", "--from", "2026-q4")
    assert (said.code, said.err) == (0, "")
    assert said.lines[0].startswith("started 2027-Q1 (1 Jan to 31 Mar 2027) in ")
    assert said.lines[1:] == [
        "carried over from 2026-Q4, the last values as new baselines:",
        "  1 Build a new demand generation channel (1 key result)",
        "left in 2026-Q4:",
        "  1.2 Train 5 people on the CRM (dropped)",
        "  2 Improve funnel conversion rates (its key result is reached)",
        "parked until 2027-Q1, and not decided on:",
        "  - A podcast (Helen, chief executive; 2026-Q4)",
        "each key result needs a new confidence and due date: okrtui 2027-Q1",
    ]
    plan = loaded(okrtui, "2027-Q1")
    (found,) = plan.objectives[0].key_results
    assert (found.baseline, found.target, found.carried_from) == (Decimal(26), Decimal(30), "kr0001")
    assert (plan.phase, plan.language, plan.not_now) == ("planning", "de", ())
    assert (okrtui.data / "2026-Q4.toml").read_bytes() == before


def test_an_example_is_carried_within_80_columns_and_says_that_it_is_still_open(
    okrtui: CommandLine, example: Path
) -> None:
    said = okrtui("new", "2027-Q1", "--from", "2026-Q4")
    assert said.lines[1] == "2026-Q4 is not closed: values that come in later are not carried over"
    assert max(map(cell_width, said.lines[1:])) <= 80
    assert okrtui("check", "2027-Q1").code == 1


def test_where_nothing_goes_on_an_empty_quarter_is_made_and_it_is_said(okrtui: CommandLine) -> None:
    okrtui.put(Plan.empty(Quarter(2026, 4)).replace(phase="closed"))
    assert okrtui("new", "2027-Q1", "--from", "2026-Q4").lines[1:] == ["nothing was carried over from 2026-Q4"]
    assert loaded(okrtui, "2027-Q1") == Plan.empty(Quarter(2027, 1))


def test_requests_that_older_quarters_parked_are_offered_too_and_a_broken_one_is_no_hindrance(
    okrtui: CommandLine,
) -> None:
    okrtui.put(Plan.empty(Quarter(2026, 4)))
    film = Parked(id="p", request="A film", revisit=Quarter(2026, 4))
    okrtui.put(Plan.empty(Quarter(2026, 3)).replace(not_now=(film,)))
    (okrtui.data / "2026-Q2.toml").write_text("broken")
    said = okrtui("new", "2027-Q1", "--from", "2026-Q4")
    assert (said.code, said.lines[-1]) == (0, "  - A film (2026-Q3)")


def test_what_cannot_be_carried_over_makes_no_file(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    assert "2026-Q4 is not before 2026-Q4; name an earlier" in okrtui.refuses("new", "2026-Q4", "--from", "2026-Q4")
    assert "2027-Q2 is not before 2027-Q1" in okrtui.refuses("new", "2027-Q1", "--from", "2027-Q2")
    assert "does not exist" in okrtui.refuses("new", "2027-Q1", "--from", "2026-Q3")
    assert "is no quarter" in okrtui.refuses("new", "2027-Q1", "--from", "last")
    assert [path.name for path in okrtui.data.glob("*.toml")] == ["2026-Q4.toml"]
    okrtui("new", "2027-Q1")
    assert "is there already" in okrtui.refuses("new", "2027-Q1", "--from", "2026-Q4")


def test_the_list_shows_the_score_of_a_closed_quarter_in_place_of_its_progress(okrtui: CommandLine) -> None:
    okrtui.put(an_ended_quarter())
    okrtui("new", "2027-Q1", "--from", "2026-Q4")
    lines = okrtui("list", "--today", "2027-01-08").lines
    assert lines[0].endswith(" progress")
    assert lines[1].endswith("  score 0.8")
    assert lines[2].endswith("  0 %")
    assert len({len(line) for line in lines}) == 1


def test_show_tells_what_moved_how_it_came_out_and_what_was_learned(okrtui: CommandLine) -> None:
    day = dt.date(2026, 11, 3)
    plan = WithReason(ChangeFields("kr0001", {"target": Decimal(40)}), "The budget was\ncut", day).apply(small_plan())
    plan = WithReason(Remove("kr0002"), "Sales does it", day).apply(plan)
    plan = WithReason(Add(KeyResult(id="late", title="Win 5 partners"), "ob0001"), "Asked", day).apply(plan)
    plan = WithReason(ChangeFields("late", {"dropped_on": END}), "No time", END).apply(plan)
    plan = done(
        SetScore("kr0001", None, "The fair was cancelled"),
        Close(END),
        Reopen(dt.date(2027, 1, 4), "An invoice was missing"),
        SetRetrospective({"went_well": "The webinar, and how we told of it. " * 4, "change_next": "Start\nearlier"}),
        Close(dt.date(2027, 1, 8)),
        plan=plan,
    )
    okrtui.put(plan)
    lines = okrtui("show", "2026-Q4", "--today", "2027-02-01").lines
    assert lines[2] == "Score 0.3, little"
    assert [line for line in lines if line.startswith("Changed: ")] == [
        'Changed: "Train 5 people on the CRM" removed on 3 Nov: Sales does it',
        "Changed: reopened on 4 Jan 2027: An invoice was missing",
        "Changed: closed again on 8 Jan 2027",
    ]
    at = lines.index("  1.2 Win 5 partners")
    assert lines[at + 1 : at + 3] == ["      dropped on 31 Dec: No time", "      Changed: added on 3 Nov: Asked"]
    assert "      Why this score: The fair was cancelled" in lines
    assert "      Changed: target 40, was 30 until 3 Nov: The budget was cut" in lines
    at = lines.index("Retrospective")
    assert lines[at + 1].startswith("  What went well? The webinar")
    assert lines[-1] == "  What will you do differently next quarter? Start earlier"
    assert max(map(cell_width, lines)) <= 80
