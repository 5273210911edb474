import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from okrtui.model.plan import Action, CheckIn, KeyResult, Objective, Parked, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.record import Invalid
from tests.support.plans import small_plan


def test_a_plan_cannot_be_changed_behind_the_back_of_undo() -> None:
    with pytest.raises(AttributeError):
        small_plan().focus = "other"  # type: ignore[misc]


def test_keys_of_a_newer_version_survive_an_edit() -> None:
    action = Action.read({"id": "a", "title": "Draft", "effort": {"days": 3}})
    assert action.replace(title="Write").extra == {"effort": {"days": 3}}


def test_a_wrong_field_in_an_edit_is_not_kept_as_an_unknown_key() -> None:
    with pytest.raises(KeyError):
        Action(id="a").replace(heading="Draft")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("target", "30"),
        ("target", True),
        ("target", 0.1),
        ("target", Decimal("NaN")),
        ("target", 10**15),
        ("target", Decimal("1E+59")),
        ("due", "soon"),
        ("due", "2026-13-45"),
        ("due", dt.datetime(2026, 12, 31, 12)),
        ("due", 20261231),
        ("confidence", 11),
        ("confidence", -1),
        ("confidence", True),
        ("confidence", Decimal("6.5")),
        ("weight", -1),
        ("score", Decimal("1.1")),
        ("kind", "grow"),
        ("title", 5),
        ("title", "x" * 100_001),
        ("check_ins", [{"date": "2026-11-09"}]),
    ],
)
def test_what_could_not_be_worked_with_is_refused(field: str, value: Any) -> None:
    with pytest.raises(Invalid):
        KeyResult.read({"id": "k", field: value})


@pytest.mark.parametrize(("value", "kept"), [(30, "30"), (Decimal("0.1"), "0.1"), (Decimal("2.50"), "2.50")])
def test_a_number_stays_as_it_was_typed(value: Any, kept: str) -> None:
    assert str(CheckIn(date=dt.date(2026, 11, 9), value=value).value) == kept


def test_dates_may_be_written_with_quotes() -> None:
    assert Action.read({"id": "a", "due": "2026-12-31"}).due == dt.date(2026, 12, 31)


def test_a_quarter_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(Invalid, match="is not after the start"):
        small_plan().replace(end=dt.date(2026, 10, 1))


def test_a_draft_may_be_as_empty_as_it_is() -> None:
    plan = Plan.empty(Quarter(2026, 1), first_month=4)
    drafted = plan.replace(objectives=(Objective(id="o", key_results=(KeyResult(id="k"),)),))
    assert (drafted.start, drafted.end, drafted.phase) == (dt.date(2026, 4, 1), dt.date(2026, 6, 30), "planning")


def test_a_parked_request_names_the_quarter_to_look_at_it_again() -> None:
    assert Parked.read({"id": "p", "revisit": "2027-Q1"}).revisit == Quarter(2027, 1)
    with pytest.raises(Invalid):
        Parked.read({"id": "p", "revisit": "next year"})


@pytest.mark.parametrize(
    ("start", "end", "what"),
    [
        ("0001-01-01", "0001-03-31", "has the year 1; write a year from 1900 to 2199"),
        ("9999-10-01", "9999-12-31", "has the year 9999"),
        ("2026-10-01", "2027-11-06", "is 401 days after the start; write an earlier date"),
        ("1900-01-01", "2199-12-31", "is 109,572 days after the start"),
    ],
)
def test_dates_that_make_no_quarter_are_refused(start: str, end: str, what: str) -> None:
    with pytest.raises(Invalid, match=what):
        Plan.read({"quarter": "2026-Q4", "start": start, "end": end})


def test_every_quarter_that_has_a_name_can_be_begun_in_any_fiscal_year() -> None:
    for first_month in range(1, 13):
        assert Plan.empty(Quarter(1900, 1), first_month).start.year == 1900
        assert Plan.empty(Quarter(2199, 4), first_month).end.year in (2199, 2200)


@pytest.mark.parametrize("schema", [0, 10**6 + 1, 16**5000], ids=["0", "a million", "very long"])
def test_a_version_that_cannot_be_is_refused(schema: int) -> None:
    with pytest.raises(Invalid):
        Plan.read({**small_plan().__dict__, "schema": schema})
