"""A file is read at once where it is plain; that gives what the full check gives, or leaves the file to it."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings

from okrtui.examples import example_bytes
from okrtui.model.full_check import check
from okrtui.model.plan import Change, Parked, Plan, Retrospective, Unsettled
from okrtui.model.record import Invalid, Record
from okrtui.storage.codec import encode
from okrtui.storage.document import to_document
from okrtui.storage.settings import Settings
from tests.support.plans import TODAY, plans, small_plan

ODD: list[Any] = [
    5,
    -1,
    11,
    True,
    10**16,
    Decimal("2.5"),
    Decimal("nan"),
    "",
    "x",
    "2026-10-12",
    dt.date(2026, 10, 12),
    dt.date(2300, 1, 1),
    dt.datetime(2026, 10, 12, 9),
    [],
    {},
    [5],
    {"x": 5},
    None,
]


def in_full(kind: type[Record], values: dict[str, Any]) -> Record | None:
    """What the full check makes of the values; None where it refuses them."""
    try:
        return check(kind, values)
    except Invalid:
        return None


def at_once(kind: type[Record], values: dict[str, Any]) -> Record | None:
    """What is read at once; None where it is left to the full check."""
    try:
        return kind.read_plain(values)
    except ValueError:
        return None


def values_of(data: bytes) -> dict[str, Any]:
    return tomllib.loads(data.decode(), parse_float=Decimal)


@settings(max_examples=25)
@given(plans)
def test_any_plan_that_the_program_wrote_is_read_at_once_and_right(plan: Plan) -> None:
    values = values_of(encode(plan))
    assert at_once(Plan, values) == in_full(Plan, values) == plan


def test_the_example_and_a_bare_file_are_plain_enough() -> None:
    for data in (example_bytes(), b'quarter = "2026-Q4"\nstart = 2026-10-01\nend = 2026-12-31\n'):
        values = values_of(data)
        found = at_once(Plan, values)
        assert found is not None
        assert found == in_full(Plan, values)


def full_document() -> dict[str, Any]:
    """A small file with a table of each kind."""
    plan = small_plan().replace(
        not_now=(Parked(id="pk0001", request="A podcast"),),
        changes=(Change(date=TODAY, item="kr0001", field="target"),),
        retrospective=Retrospective(went_well="Much"),
        conflicts=(Unsettled(item="kr0001", field="target", ours=40),),
    )
    one = plan.objectives[0].key_results[0]
    few = one.replace(check_ins=one.check_ins[:1])
    return to_document(plan.replace(objectives=(plan.objectives[0].replace(key_results=(few,)),)))


def tables(document: dict[str, Any]) -> list[dict[str, Any]]:
    """One table of each kind."""
    objective = document["objectives"][0]
    key_result = objective["key_results"][0]
    inner = [objective, key_result, key_result["check_ins"][0], key_result["actions"][0]]
    return [
        document,
        *inner,
        *(document[name][0] for name in ("not_now", "changes", "conflicts")),
        document["retrospective"],
    ]


def spoiled() -> Iterator[dict[str, Any]]:
    """That file with one field left out or holding something odd, for every field."""
    plan = Plan.read(full_document())
    objective = plan.objectives[0]
    key_result = objective.key_results[0]
    kinds: list[Record] = [plan, objective, key_result, key_result.check_ins[0], key_result.actions[0]]
    kinds += [plan.not_now[0], plan.changes[0], plan.conflicts[0], plan.retrospective]
    for place, kind in enumerate(kinds):
        for name in [*(field.key for field in kind.FIELDS.values()), "colour"]:
            for odd in (Ellipsis, *ODD):
                document = full_document()
                table = tables(document)[place]
                table.pop(name, None)
                if odd is not Ellipsis:
                    table[name] = odd
                yield document


def test_what_is_wrong_in_a_file_is_never_passed_over() -> None:
    plain = 0
    for values in spoiled():
        found = at_once(Plan, values)
        if found is not None:
            plain += 1
            assert found == in_full(Plan, values)
    assert plain > 200, "a reading that refuses everything would be slow and prove nothing"


@pytest.mark.parametrize("name", ["title", "due", "status", "done_on", "id"])
def test_a_changed_field_is_checked_like_a_file(name: str) -> None:
    action = small_plan().objectives[0].key_results[0].actions[0]
    for odd in ODD:
        expected = in_full(type(action), {**vars(action), name: odd})
        try:
            assert action.replace(**{name: odd}) == expected
        except Invalid:
            assert expected is None


@pytest.mark.parametrize("name", list(Settings.FIELDS))
def test_a_setting_is_read_at_once_as_the_full_check_reads_it(name: str) -> None:
    for odd in ODD:
        found = at_once(Settings, {name: odd})
        assert found is None or found == in_full(Settings, {name: odd})
