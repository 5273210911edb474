"""A quarter is committed once the coach finds no error that nobody accepted, and not before."""

import datetime as dt

import pytest

from okrtui.coach.committing import Commit, what_blocks
from okrtui.model.edits import Accept, ChangeFields, EditError
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from tests.model.merging import done
from tests.support.clean import clean_plan

DAY = dt.date(2026, 10, 5)


def test_a_plan_without_errors_becomes_a_promise_of_that_day() -> None:
    plan = Commit(DAY).apply(clean_plan())
    assert (plan.phase, plan.committed_on, plan.changes) == ("active", DAY, ())
    assert Commit(DAY).label(clean_plan()) == "committed 2026-Q4"
    assert plan.objectives == clean_plan().objectives


def test_errors_are_counted_and_the_first_one_is_named_with_its_place() -> None:
    broken = done(ChangeFields("kr12", {"due": None}), plan=clean_plan())
    with pytest.raises(EditError, match=r"^1 to mend: 1\.2, no due date, so it can wait for ever$"):
        Commit(DAY).apply(broken)
    broken = done(ChangeFields("kr31", {"realistic": ""}), plan=broken)
    with pytest.raises(EditError, match=r"^2 to mend, the first on 1\.2: no due date"):
        Commit(DAY).apply(broken)


def test_an_error_that_was_accepted_on_purpose_is_no_longer_in_the_way() -> None:
    shares = done(ChangeFields("kr11", {"unit": "%"}), plan=clean_plan())
    assert "1.1" in what_blocks(shares)
    assert what_blocks(done(Accept("kr11", "kr-percentage", "The board asks for it"), plan=shares)) == ""


def test_warnings_are_not_in_the_way_but_an_empty_plan_is() -> None:
    first = clean_plan().objectives[0]
    assert what_blocks(clean_plan().replace(objectives=(first,))) == ""
    assert what_blocks(Plan.empty(Quarter(2026, 4))) == "there is no objective yet; write the first one"


@pytest.mark.parametrize(("phase", "word"), [("active", "committed already"), ("closed", "it is closed")])
def test_a_quarter_is_committed_once(phase: str, word: str) -> None:
    with pytest.raises(EditError, match=word):
        Commit(DAY).apply(clean_plan().replace(phase=phase))
