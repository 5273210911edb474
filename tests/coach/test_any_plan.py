import datetime as dt
import time

import pytest
from hypothesis import given, settings

from okrtui.coach.findings import badge, blocking, check_key_result, check_plan, rules
from okrtui.coach.questions import QUESTIONS, questions_for
from okrtui.model import tree
from okrtui.model.plan import KeyResult, Plan
from okrtui.model.text import is_clean
from tests.coach import cases as c
from tests.support.plans import plans

HOSTILE = [
    "[/x]",
    "[red]a[/red]",
    "\x1b]0;x\x07",
    "\u202egpj",
    "x" * 100_000,
    "{}",
    "%s",
    "日本語",
    "العربية",
    "👩‍👩‍👧",
    "\x00",
]


@settings(max_examples=25)
@given(plan=plans)
def test_no_plan_that_a_file_can_hold_stops_the_coach(plan: Plan) -> None:
    known = tree.ids(plan) | {""}
    found = check_plan(plan)
    assert {finding.code for finding in found} <= set(rules())
    assert {finding.item_id for finding in found} <= known
    assert set(blocking(found)) <= set(found)


@settings(max_examples=25)
@given(plan=plans)
def test_the_form_and_the_tree_agree_on_every_key_result(plan: Plan) -> None:
    found = check_plan(plan)
    for placed in tree.walk(plan):
        if isinstance(placed.node, KeyResult):
            own = tuple(finding for finding in found if finding.item_id == placed.node.id)
            assert check_key_result(placed.node, plan) == own
            assert len(badge(own)) == 5


@pytest.mark.parametrize("title", HOSTILE, ids=lambda title: ascii(title[:12]))
def test_hostile_titles_are_judged_and_reach_a_message_only_as_marks(title: str) -> None:
    result = c.key_result(title=title, unit=title, definition=title, actions=(c.action(title=title),))
    plan = c.QUARTER.replace(objectives=(c.objective(title=title, key_results=(result,)),))
    assert all(is_clean(finding.message) and "\n" not in finding.message for finding in check_plan(plan))


def test_a_quarter_at_the_end_of_the_calendar_is_judged_too() -> None:
    first, last = dt.date(1, 1, 1), dt.date(9999, 12, 31)
    result = c.key_result(due=first, actions=(c.action(due=last),))
    plan = c.QUARTER.replace(objectives=(c.objective(key_results=(result,)),))
    for start, end in ((dt.date(1900, 1, 1), dt.date(1900, 3, 31)), (dt.date(2199, 10, 1), dt.date(2199, 12, 31))):
        assert "action-due-late" in {f.code for f in check_plan(plan.replace(start=start, end=end))}


def test_two_thousand_items_are_checked_while_nobody_notices() -> None:
    results = tuple(
        c.key_result(id=f"k{n}", title=f"Key result number {n}", definition="", actions=tuple(
            c.action(id=f"a{n}-{m}", title=f"Do the step {m} of result {n} for the team") for m in range(4)
        ))
        for n in range(400)
    )  # fmt: skip
    plan = c.quarter(*(c.objective(key_results=results[n : n + 20]) for n in range(0, 400, 20)))

    def seconds() -> float:
        begun = time.process_time()
        assert len(check_plan(plan)) > 400
        return time.process_time() - begun

    assert min(seconds() for _ in range(5)) < 0.1


def test_the_forms_ask_the_methods_questions_in_short_lines() -> None:
    asked = [question.text for questions in QUESTIONS.values() for question in questions]
    assert all(text.endswith("?") and len(text) <= 70 for text in asked)
    assert [len(questions_for(kind)) for kind in ("objective", "key result", "action")] == [5, 7, 3]


def test_each_letter_of_the_form_has_something_to_ask() -> None:
    assert questions_for("key result", "S") == ("Does everyone agree what success looks like?",)
    assert questions_for("key result", "T") == ("By when, within this quarter?",)
