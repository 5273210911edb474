"""Check-ins from a table and from one command, in a language with a decimal comma."""

import datetime as dt
from decimal import Decimal

import pytest

from okrtui.model.plan import Plan
from okrtui.report.check_in_rows import Row, Rows, RowsError, read_rows
from okrtui.report.recording import record
from tests.support.plans import TODAY, small_plan
from tests.support.speaking import speaking


def latest(plan: Plan) -> tuple[dt.date, Decimal]:
    check_in = plan.objectives[0].key_results[0].check_ins[-1]
    return check_in.date, check_in.value


def test_a_table_counts_the_same_in_every_language() -> None:
    with speaking("de"):
        plan, _ = record(small_plan(), read_rows("1.1;1,250"), TODAY)
        assert latest(plan) == (TODAY, Decimal(1250))
        with pytest.raises(RowsError):
            record(small_plan(), read_rows("1.1;1.250"), TODAY)


def test_what_is_typed_counts_as_the_language_means_it() -> None:
    with speaking("de"):
        plan, said = record(small_plan(), Rows([Row(0, "1.1", "1.250,5", date="heute")], {}), TODAY)
    assert latest(plan) == (TODAY, Decimal("1250.5"))
    assert "1.250,5" in said[0]
