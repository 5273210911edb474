"""Requests across quarters: what was put off until now comes back once, and only while nothing was decided on it."""

from typing import Any

from okrtui.model.ledger import AdoptEarlier, after, due_again, offered, taken_along
from okrtui.model.plan import Objective, Parked, Plan
from okrtui.model.quarter import Quarter
from tests.support.plans import small_plan

Q2, Q3, Q4, Q1 = Quarter(2026, 2), Quarter(2026, 3), Quarter(2026, 4), Quarter(2027, 1)


def before(quarter: Quarter, *requests: Parked) -> Plan:
    return Plan.empty(quarter).replace(not_now=requests)


def test_what_was_parked_until_this_quarter_comes_back_once_by_its_latest_word() -> None:
    asked = Parked(id="podcast", request="A podcast", revisit=Q4)
    earlier = [
        before(Q3, asked.replace(request="A podcast, again"), Parked(id="later", revisit=Quarter(2027, 1))),
        before(Q2, asked, Parked(id="decided", revisit=Q4, status="dropped"), Parked(id="taken", revisit=Q4)),
    ]
    plan = small_plan().replace(not_now=(Parked(id="taken"),))
    assert [(found.quarter, found.request.request) for found in due_again(plan, earlier)] == [(Q3, "A podcast, again")]
    parked_again = [before(Q3, asked.replace(revisit=Quarter(2027, 1))), before(Q2, asked)]
    assert due_again(plan, parked_again) == []


def test_a_request_taken_along_waits_for_the_next_quarter_and_names_no_objective_that_is_gone() -> None:
    asked = Parked(id="p", request="A podcast", asked_by="Helen", displaces="ob0001", revisit=Q4)
    assert taken_along(asked, small_plan()) == asked.replace(revisit=Quarter(2027, 1))
    assert taken_along(asked.replace(displaces="gone"), small_plan()).displaces == ""
    assert after(Quarter(2199, 4)) is None


def test_an_earlier_request_is_adopted_with_its_line_in_the_ledger_in_one_step() -> None:
    asked = taken_along(Parked(id="p", request="A podcast"), small_plan())
    edit = AdoptEarlier(asked, Objective(id="new001", title="A podcast"))
    plan = edit.apply(small_plan())
    assert [(request.id, request.status) for request in plan.not_now] == [("p", "adopted")]
    assert plan.objectives[-1].title == "A podcast"
    assert edit.label(small_plan()) == 'adopted "A podcast"'


def test_requests_whose_quarter_has_come_or_passed_are_offered_by_their_latest_word() -> None:
    def asked(item_id: str, revisit: Quarter | None, **fields: Any) -> Parked:
        return Parked(id=item_id, request=item_id, revisit=revisit, **fields)

    old = [
        Plan.empty(Q4).replace(not_now=(asked("now", Q1), asked("moved", Quarter(2027, 2)), asked("never", None))),
        Plan.empty(Q3).replace(not_now=(asked("overdue", Q4), asked("moved", Q4), asked("out", Q4, status="dropped"))),
    ]
    assert [(it.quarter, it.request.id) for it in offered(old, Q1)] == [(Q3, "overdue"), (Q4, "now")]
    assert [it.request.id for it in offered(old, Quarter(2027, 2))] == ["overdue", "now", "moved"]
    assert offered([], Q1) == []
