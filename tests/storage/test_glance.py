"""A file read for its numbers alone gives the numbers that the full reading gives, or leaves the file to it."""

import datetime as dt
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from okrtui.examples import example_bytes
from okrtui.model.measure import PlanNumbers, measure_plan
from okrtui.model.plan import (
    Action,
    Change,
    CheckIn,
    Item,
    KeyResult,
    Objective,
    Parked,
    Plan,
    Retrospective,
    Unsettled,
)
from okrtui.model.quarter import Quarter
from okrtui.report.status import status_line
from okrtui.storage import glance
from okrtui.storage.codec import decode, encode, to_document
from okrtui.storage.errors import FileError
from okrtui.storage.settings import Settings, load_settings
from okrtui.storage.toml_writer import write_toml
from tests.support.plans import TODAY, plans, small_plan

Q4 = Quarter(2026, 4)
TABLES: list[tuple[type[Item], glance.Fields]] = [
    (Plan, glance.PLAN),
    (Objective, glance.OBJECTIVE),
    (KeyResult, glance.KEY_RESULT),
    (CheckIn, glance.CHECK_IN),
    (Action, glance.ACTION),
    (Parked, glance.PARKED),
    (Change, glance.CHANGE),
    (Retrospective, glance.RETROSPECTIVE),
    (Unsettled, glance.UNSETTLED),
]
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
]


def both(data: bytes) -> tuple[Plan | None, Plan | None]:
    """What a glance at the file gives, and what the full reading does; None where it is refused."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "2026-Q4.toml"
        path.write_bytes(data)
        glanced = glance.glance_at_plan(path.parent, Q4)
    try:
        return glanced, decode(data, path)
    except FileError:
        return glanced, None


def assert_agree(glanced: Plan, full: Plan | None) -> None:
    assert full is not None, "the status would pass over an error in the file"
    first, second = (numbers(plan) for plan in (glanced, full))
    assert first == second
    assert status_line(glanced, first, TODAY) == status_line(full, second, TODAY)


def numbers(plan: Plan) -> PlanNumbers:
    return measure_plan(plan, TODAY)


@settings(max_examples=15)
@given(plans)
def test_any_plan_has_the_same_numbers_at_a_glance(plan: Plan) -> None:
    glanced, full = both(encode(plan))
    assert glanced is not None, "what the program writes should need no full reading"
    assert_agree(glanced, full)


def test_the_example_and_a_file_made_by_hand_are_plain_enough() -> None:
    for data in (
        example_bytes(),
        b'quarter = "2026-Q4"\nstart = 2026-10-01\nend = 2026-12-31\n',
        encode(small_plan()).replace(b'unit = "MQLs"', b'unit = "MQLs"\ncolour = "blue"\nsize = { a = [1, 2] }'),
    ):
        glanced, full = both(data)
        assert glanced is not None
        assert_agree(glanced, full)


def spoiled() -> Iterator[bytes]:
    """A small file with one field left out or holding something odd, for every field; the odd things in turn."""
    plan = small_plan().replace(
        not_now=(Parked(id="pk0001", request="A podcast"),),
        changes=(Change(date=TODAY, item="kr0001", field="target"),),
        retrospective=Retrospective(went_well="Much"),
        conflicts=(Unsettled(item="kr0001", field="target", ours=40),),
    )
    one = plan.objectives[0].key_results[0]
    plan = plan.replace(
        objectives=(plan.objectives[0].replace(key_results=(one.replace(check_ins=one.check_ins[:1]),)),)
    )
    for place, (_, fields) in enumerate(TABLES):
        for number, name in enumerate([*fields, "schema_version"]):
            for odd in [None, *ODD[number % 6 :: 6]]:
                document = to_document(plan)
                objective = document["objectives"][0]
                key_result = objective["key_results"][0]
                tables = [document, objective, key_result, key_result["check_ins"][0], key_result["actions"][0]]
                tables += [document["not_now"][0], document["changes"][0], document["retrospective"]]
                tables += [document["conflicts"][0]]
                tables[place].pop(name, None)
                if odd is not None:
                    tables[place][name] = odd
                yield write_toml(document).encode()


def test_what_is_wrong_in_a_file_is_never_passed_over() -> None:
    plain = 0
    for data in spoiled():
        glanced, full = both(data)
        if glanced is not None:
            plain += 1
            assert_agree(glanced, full)
    assert plain > 30, "a glance that refuses everything would be slow and prove nothing"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff",
        b"quarter = ",
        encode(small_plan()).replace(b"2026-Q4", b"2026-Q3"),
        encode(small_plan()).replace(b"schema = 1", b"schema = 2"),
        encode(small_plan()).replace(b"kr0002", b"kr0001"),
        encode(small_plan()).replace(b"end = 2026-12-31", b"end = 2026-09-30"),
        encode(small_plan()).replace(b'"kr0002"', b'""'),
        encode(small_plan()) + b"#" * glance.MAX_BYTES,
    ],
)
def test_what_is_not_plain_is_left_to_the_full_reading(data: bytes) -> None:
    assert both(data)[0] is None


def test_the_table_of_fields_is_that_of_the_model() -> None:
    for model, fields in TABLES:
        known = {field.alias or name: field for name, field in model.model_fields.items()}
        assert fields.keys() == known.keys(), f"bring storage/glance.py in step with {model.__name__}"
        for name, field in known.items():
            default = fields[name][1]
            assert (default is glance.NEEDED) == field.is_required(), name
            if not field.is_required() and not isinstance(field.default, Item):
                assert default == field.default, name


def test_settings_at_a_glance_are_those_of_the_full_reading(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    assert glance.glance_at_settings(path) == glance.Glanced()
    assert glance.Glanced() == glance.Glanced(Settings().fiscal_year_starts, Settings().bands())
    path.write_text(
        'theme = "nord"\nfiscal_year_starts = 4\non_track_points = 5\nat_risk_points = 20\ncheck_in_days = 14\n'
    )
    full = load_settings(path)
    assert glance.glance_at_settings(path) == glance.Glanced(full.fiscal_year_starts, full.bands())
    for wrong in ("check_in_days = 0", "on_track_points = 30", "colour = 1", "theme = 1", "check_in_days = "):
        path.write_text(f"{wrong}\n")
        assert glance.glance_at_settings(path) is None
        with pytest.raises(FileError):
            load_settings(path)
