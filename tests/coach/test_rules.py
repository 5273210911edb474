import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

import pytest

from okrtui.coach.findings import (
    Finding,
    Problem,
    badge,
    blocking,
    check_action,
    check_key_result,
    check_objective,
    check_plan,
    rule,
    rules,
    smart,
)
from okrtui.model.edits import Accept
from okrtui.model.plan import Action, KeyResult, Objective, Plan
from tests.coach import cases as c
from tests.support.plans import small_plan


def judged(item: Plan | Objective | KeyResult | Action) -> tuple[Finding, ...]:
    match item:
        case Plan():
            return tuple(finding for finding in check_plan(item) if not finding.item_id)
        case Objective():
            return check_objective(item, c.QUARTER)
        case KeyResult():
            return check_key_result(item, c.QUARTER)
        case Action():
            return check_action(item, c.key_result(), c.QUARTER)


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


@pytest.mark.parametrize("case", c.CASES, ids=str)
def test_each_rule_speaks_of_bad_items_and_is_silent_about_good_ones(case: c.Case) -> None:
    found = [finding for finding in judged(case.item) if finding.code == case.code]
    seen = [(finding.severity, finding.letter, finding.field) for finding in found]
    assert seen == ([(case.severity, case.letter, case.field)] if case.severity else [])
    assert all(finding.message and finding.code not in finding.message for finding in found)


def test_every_rule_has_good_and_bad_examples_and_an_explanation() -> None:
    tried = {case.code for case in c.CASES if case.severity} & {case.code for case in c.CASES if case.severity is None}
    assert tried | {"duplicate-title"} == set(rules())
    assert all(rule.explanation.endswith(".") for rule in rules().values())


def test_a_code_cannot_be_taken_twice() -> None:
    with pytest.raises(ValueError, match="kr-no-due"):

        @rule("kr-no-due", on="key result", severity="hint")
        def again(_item: object, _context: object) -> Problem | None:
            return None


def test_items_without_fault_have_no_findings() -> None:
    assert judged(c.action()) == judged(c.key_result()) == judged(c.objective()) == ()


def test_dropped_items_are_not_nagged_about() -> None:
    empty = KeyResult(id="kr", dropped_on=dt.date(2026, 10, 9), actions=(Action(id="ac"),))
    assert judged(empty) == judged(Action(id="ac", status="dropped")) == ()
    plan = c.QUARTER.replace(objectives=(c.objective(key_results=(empty, *c.results(2))),))
    assert not {finding.item_id for finding in check_plan(plan)} & {"kr", "ac"}


def test_a_message_names_the_numbers() -> None:
    assert [finding.message for finding in judged(c.objective(key_results=c.results(1)))] == [
        "1 key result; 3 to 5 show whether the objective is reached"
    ]
    assert [finding.message for finding in judged(c.action(due=dt.date(2027, 1, 9)))] == [
        "due on 9 Jan 2027, after its key result is due on 31 Dec"
    ]


def test_findings_come_in_the_order_of_the_tree() -> None:
    found = [(finding.item_id, finding.code) for finding in check_plan(small_plan())]
    assert found == [
        ("", "objective-count"),
        ("ob0001", "kr-count"),
        ("kr0002", "kr-no-definition"),
        ("kr0002", "kr-no-baseline"),
        ("kr0002", "kr-no-target"),
        ("kr0002", "kr-no-unit"),
        ("kr0002", "kr-no-confidence"),
        ("kr0002", "kr-not-realistic"),
        ("kr0002", "kr-no-due"),
        ("kr0002", "kr-no-action"),
        ("ob0002", "objective-no-why"),
        ("ob0002", "kr-count"),
    ]


@pytest.mark.parametrize(
    ("item", "due"),
    [
        (c.key_result(id="kr0002", due=None), dt.date(2026, 12, 31)),
        (c.key_result(id="kr0002", due=dt.date(2027, 2, 1)), dt.date(2026, 12, 31)),
    ],
)
def test_the_fix_puts_a_key_result_into_the_quarter(item: KeyResult, due: dt.date) -> None:
    plan = small_plan()
    first, second = plan.objectives
    plan = plan.replace(objectives=(first.replace(key_results=(first.key_results[0], item)), second))
    (finding,) = [found for found in check_plan(plan) if found.fix]
    assert finding.fix is not None
    assert finding.fix.label == "set the due date to 31 Dec"
    mended = finding.fix.edit.apply(plan)
    assert mended.objectives[0].key_results[1].due == due
    assert finding.code not in codes(check_plan(mended))


def test_the_fix_of_a_wrong_year_is_the_same_day_of_the_quarter() -> None:
    item = c.key_result(due=dt.date(2025, 12, 15))
    (finding,) = [it for it in check_key_result(item, c.QUARTER) if it.code == "kr-due-outside"]
    assert finding.fix is not None and finding.fix.label == "set the due date to 15 Dec"


def test_the_fix_of_a_start_outside_the_quarter_is_its_first_day() -> None:
    result = c.key_result(start=dt.date(2026, 9, 4))
    plan = c.QUARTER.replace(objectives=(c.objective(key_results=(result,)),))
    (finding,) = [found for found in check_plan(plan) if found.fix]
    assert finding.fix is not None
    assert finding.fix.label == "set the start to 1 Oct"
    assert finding.fix.edit.apply(plan).objectives[0].key_results[0].start == dt.date(2026, 10, 1)


def test_the_fix_of_a_late_action_is_its_key_results_due_date() -> None:
    result = c.key_result(due=dt.date(2026, 12, 11), actions=(c.action(due=dt.date(2026, 12, 16)),))
    plan = c.QUARTER.replace(objectives=(c.objective(key_results=(result,)),))
    (finding,) = [found for found in check_plan(plan) if found.fix]
    assert finding.fix is not None
    assert finding.fix.label == "set the due date to 11 Dec"
    assert finding.fix.edit.apply(plan).objectives[0].key_results[0].actions[0].due == dt.date(2026, 12, 11)


class TestDuplicateTitles:
    def test_the_later_item_is_told_where_the_first_stands(self) -> None:
        later = c.objective(id="b", title="BUILD a new ｄemand channel ")
        plan = c.QUARTER.replace(objectives=(c.objective(id="a", key_results=()), later))
        (finding,) = [found for found in check_plan(plan) if found.code == "duplicate-title"]
        assert (finding.item_id, finding.severity, finding.field) == ("b", "warning", "title")
        assert finding.message.startswith("1 has the same title")

    def test_empty_titles_and_dropped_items_are_no_duplicates(self) -> None:
        gone = c.key_result(id="gone", title="Result 0", dropped_on=dt.date(2026, 10, 9))
        drafts = (
            Action(id="ac1"),
            Action(id="ac2", title=" "),
            Action(id="ac3", status="dropped", title="x"),
        )
        result = c.key_result(title="x", actions=drafts)
        plan = c.QUARTER.replace(objectives=(c.objective(key_results=(gone, *c.results(1), result)),))
        assert "duplicate-title" not in codes(f for f in check_plan(plan) if f.item_id != "kr0")

    def test_a_form_says_so_while_the_title_is_typed(self) -> None:
        plan = small_plan()
        taken = plan.objectives[0].title.upper()
        assert "duplicate-title" in codes(check_objective(c.objective(id="new", title=taken), plan))
        assert "duplicate-title" not in codes(check_objective(plan.objectives[0], plan))
        renamed = plan.objectives[0].replace(title="Something else")
        assert "duplicate-title" not in codes(check_objective(renamed, plan))


class TestBadge:
    def test_an_empty_draft_is_five_dots(self) -> None:
        assert badge(judged(KeyResult(id="kr"))) == "·····"

    def test_a_complete_key_result_lights_all_letters(self) -> None:
        assert badge(judged(c.key_result())) == "SMART"
        assert all(smart(judged(c.key_result())).values())

    @pytest.mark.parametrize(
        ("fields", "lights"),
        [
            ({"definition": ""}, "·MART"),
            ({"unit": "%"}, "S·ART"),
            ({"confidence": 9}, "SM·RT"),
            ({"realistic": ""}, "SMA·T"),
            ({"due": None}, "SMAR·"),
            ({"actions": ()}, "SMART"),
        ],
    )
    def test_each_letter_goes_dark_for_its_own_fault(self, fields: dict[str, object], lights: str) -> None:
        assert badge(judged(c.key_result(**fields))) == lights

    def test_an_accepted_finding_does_not_dim_its_letter(self) -> None:
        result = c.key_result(unit="%", confidence=2, accepted={"kr-percentage": "The tool shows a rate only"})
        found = judged(result)
        assert [(finding.code, finding.accepted) for finding in found] == [
            ("kr-percentage", "The tool shows a rate only"),
            ("kr-too-bold", ""),
        ]
        assert badge(found) == "SM·RT"
        assert blocking(found) == ()

    def test_a_missing_target_cannot_be_accepted_away(self) -> None:
        result = c.key_result(target=None, accepted={"kr-no-target": "later"})
        (finding,) = judged(result)
        assert (finding.acceptable, finding.accepted) == (False, "")
        assert badge([finding]) == "S·ART"
        assert blocking([finding]) == (finding,)

    def test_an_acceptance_needs_a_reason(self) -> None:
        (finding,) = judged(c.key_result(unit="%", accepted={"kr-percentage": " "}))
        assert (finding.acceptable, finding.accepted) == (True, "")

    def test_accepting_on_the_plan_is_seen_by_the_next_check(self) -> None:
        plan = small_plan()
        before = [finding for finding in check_plan(plan) if finding.code == "kr-no-definition"]
        after = check_plan(Accept(before[0].item_id, before[0].code, "All agree").apply(plan))
        assert [f.accepted for f in after if f.code == "kr-no-definition"] == ["All agree"]


def test_only_key_results_findings_can_be_accepted() -> None:
    late = c.action(due=dt.date(2027, 1, 9))
    assert not any(f.acceptable for f in (*judged(c.objective(key_results=c.results(1))), *judged(late)))
    assert {f.code for f in judged(KeyResult(id="kr", unit="%", confidence=9)) if f.acceptable} == {
        "kr-no-definition",
        "kr-percentage",
        "kr-too-safe",
        "kr-no-action",
    }


def test_an_amount_in_a_message_reads_with_separators() -> None:
    found = judged(c.key_result(baseline=Decimal(25000), target=Decimal(25000)))
    assert ["25,000" in finding.message for finding in found] == [True, True]


@pytest.mark.parametrize(("title", "word"), [("登録を増やす", "増やす"), ("認知度を高める", "認知度")])
def test_what_nobody_can_check_is_quoted_as_a_whole_word(title: str, word: str) -> None:
    item = KeyResult(id="kr0001", title=title)
    (found,) = [it for it in check_key_result(item, c.QUARTER.replace(language="ja")) if it.code == "kr-vague"]
    assert f'"{word}"' in found.message and found.span == (title.index(word), title.index(word) + len(word))
