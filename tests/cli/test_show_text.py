import datetime as dt
import io
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.model.plan import Action, KeyResult, Plan
from okrtui.model.widths import cell_width
from tests.support.clean import clean_plan
from tests.support.command_line import CommandLine
from tests.support.plans import small_plan


def test_the_plan_says_in_plain_lines_what_the_screen_says(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    said = okrtui("show")
    assert said.code == 0
    assert said.lines[:19] == [
        "2026-Q4, active, week 7 of 13 (1 Oct to 31 Dec 2026)",
        "Focus: Inbound before outbound",
        "1 on track, 1 stale",
        "1 check-in due, 1 action late",
        "! warning: 2 objectives; 3 to 5 make a quarter's plan (objective-count)",
        "",
        "1 Build a new demand generation channel",
        "  60 %, expected 46 %, partly stale",
        "  ! warning: 2 key results; 3 to 5 show whether the objective is reached",
        "    (kr-count)",
        "  1.1 Increase MQLs attributable to inbound marketing from 20 to 30",
        "      SMART 26/30 MQLs, 60 %, on track, due 31 Dec",
        "      from 20 to 30 MQLs, expected 46 %, needs 0.6 a week, confidence 5 of 10,",
        "        owner Ana",
        "      Counts: A contact that asked for a demo",
        "      Feasible: Two nurture tracks are funded",
        "      [x] Draft the nurture plan (done 12 Oct)",
        "      [ ] Approve the template (due 8 Nov, late 4 days)",
        "  1.2 Train 5 people on the CRM",
    ]
    assert "      ····· –, no target, –, stale, no due date, check in now" in said.lines
    assert "  –" in said.lines


def test_every_item_and_every_finding_of_the_example_is_there_within_80_columns(
    okrtui: CommandLine, example: Path
) -> None:
    said = okrtui("show")
    assert said.code == 0
    assert max(map(cell_width, said.lines)) <= 80
    assert all(line == line.rstrip() for line in said.lines)
    for position in ("4 Win the trust", "4.4 Keep the cost", "[~] Build a savings calculator", "[-] Drop the approval"):
        assert any(line.lstrip().startswith(position) for line in said.lines)
    assert said.out.count("  ! ") == 6
    assert "look again: off track" in said.out
    assert "405, keep at most 450 euros, 83 %, at risk" in said.out


def test_another_quarter_than_the_current_one_can_be_shown(okrtui: CommandLine, example: Path) -> None:
    assert okrtui("show", "2026-Q4", "--today", "2027-02-01").lines[0].startswith("2026-Q4, active, week 13 of 13")
    assert okrtui("show", "2026-Q4", "--today", "2026-09-30").lines[0].startswith("2026-Q4, committed, not begun")


def test_a_quarter_without_objectives_says_how_to_begin(okrtui: CommandLine) -> None:
    okrtui("new", "2026-Q4")
    said = okrtui("show")
    assert said.lines[0] == "2026-Q4, planning, week 7 of 13 (1 Oct to 31 Dec 2026)"
    assert said.lines[-1] == "No objectives yet; write the first one with: okrtui 2026-Q4"


def with_key_result(**fields: object) -> Plan:
    plan = clean_plan()
    first = plan.objectives[0]
    changed = first.key_results[0].replace(**fields)
    return plan.replace(objectives=(first.replace(key_results=(changed, *first.key_results[1:])), *plan.objectives[1:]))


def test_what_was_dropped_is_shown_as_dropped(okrtui: CommandLine) -> None:
    okrtui.put(with_key_result(dropped_on=dt.date(2026, 11, 2)))
    lines = okrtui("show").lines
    at = lines.index("  1.1 Increase inbound demo requests from 40 to 65")
    assert lines[at + 1] == "      dropped on 2 Nov"


def test_what_was_accepted_is_shown_with_its_reason(okrtui: CommandLine) -> None:
    okrtui.put(with_key_result(unit="%", accepted={"kr-percentage": "The board asks for it"}))
    assert "      ! accepted: The board asks for it (kr-percentage)" in okrtui("show").lines


def test_a_closed_quarter_shows_its_scores(okrtui: CommandLine) -> None:
    plan = small_plan()
    okrtui.put(plan.replace(phase="closed", closed_on=dt.date(2026, 12, 31)))
    said = okrtui("show", "2026-Q4", "--today", "2027-03-01")
    assert "      from 20 to 30 MQLs, score 0.6" in said.lines
    assert "26/30 MQLs, 60 %, partly, due 31 Dec" in said.out and "1 partly" in said.lines
    assert not any(pace in said.out for pace in ("on track", "off track", "stale", "expected", "check in now")), (
        "it is judged by what it came to alone"
    )


def test_a_closed_quarter_lists_nothing_that_cannot_be_mended_any_more(okrtui: CommandLine) -> None:
    plan = with_key_result(unit="%", accepted={"kr-percentage": "The board asks for it"}, realistic="")
    okrtui.put(plan)
    assert "(kr-not-realistic)" in okrtui("show").out
    okrtui.put(plan.replace(phase="closed", closed_on=dt.date(2026, 12, 31)))
    said = okrtui("show", "2026-Q4")
    assert "(kr-not-realistic)" not in said.out
    assert "      ! accepted: The board asks for it (kr-percentage)" in said.lines, "that was a decision, and stays"
    found = okrtui("show", "2026-Q4", "--format", "json").json["objectives"][0]["key_results"][0]["findings"]
    assert [finding["code"] for finding in found] == ["kr-percentage"]


def test_a_plan_that_was_never_committed_is_not_measured_once_it_is_over(okrtui: CommandLine) -> None:
    okrtui.put(small_plan().replace(phase="planning", committed_on=None))
    said = okrtui("show", "2026-Q4", "--today", "2027-03-01")
    assert said.lines[0].startswith("2026-Q4, planning, ") and said.lines[2] == "Planned but never committed."
    assert "2 stale" not in said.lines and "check in now" not in said.out, "nobody is to check in"
    found = okrtui("show", "2026-Q4", "--today", "2027-03-01", "--format", "json").json["objectives"][0]
    assert (found["score"], found["key_results"][0]["score"]) == (None, None)


def test_amounts_stand_as_they_were_typed(okrtui: CommandLine) -> None:
    okrtui.put(with_key_result(baseline=Decimal("2.50"), target=Decimal("12500.10"), unit=""))
    said = okrtui("show").out
    assert "–/12,500.10, 0 %" in said
    assert "from 2.50 to 12,500.10, " in said


def test_what_counts_is_shown_on_lines_of_its_own_even_where_it_has_several(okrtui: CommandLine) -> None:
    okrtui.put(with_key_result(definition="A form\n\nthat asks"))
    assert "      Counts: A form that asks" in okrtui("show").lines


def test_a_terminal_without_utf8_gets_plain_marks_and_no_error(
    okrtui: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    okrtui.put(with_key_result(title="Umsatz in 東京", target=None, actions=(Action(id="x", title="Prüfen"),)))
    raw = io.BytesIO()
    with monkeypatch.context() as patched:
        terminal = io.TextIOWrapper(raw, encoding="latin-1")
        patched.setattr(sys, "stdout", terminal)
        assert okrtui.main(["show"], okrtui.environ) == 0
        assert okrtui.main(["show", "--format", "json"], okrtui.environ) == 0
    text = raw.getvalue().decode("latin-1")
    assert "Umsatz in \\u6771\\u4eac" in text
    assert "[ ] Prüfen" in text
    assert "S.ART - demo requests, no target" in text
    assert '"title": "Pr\\u00fcfen"' in text


def test_a_key_result_without_anything_is_no_reason_to_stop(okrtui: CommandLine) -> None:
    plan = clean_plan()
    okrtui.put(plan.replace(objectives=(plan.objectives[0].replace(title="", key_results=(KeyResult(id="k"),)),)))
    said = okrtui("show")
    assert said.code == 0
    assert "1 (no title yet)" in said.lines
    assert "  1.1 (no title yet)" in said.lines
