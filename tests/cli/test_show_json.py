import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

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
)
from okrtui.model.quarter import Quarter
from okrtui.report.exact_json import to_json
from tests.support.clean import clean_plan
from tests.support.command_line import CommandLine
from tests.support.plans import small_plan

NUMBERS = {
    "position",
    "smart",
    "current",
    "progress",
    "expected",
    "pace",
    "needed_per_week",
    "forecast",
    "disagreement",
    "score",
    "findings",
}
EXTRA: dict[type[Item], set[str]] = {
    Plan: {"today", "week", "weeks", "findings"},
    Objective: NUMBERS,
    KeyResult: NUMBERS,
    Action: {"position", "findings"},
}


def full_plan() -> Plan:
    """A plan with one of everything that a quarter file may hold."""
    plan = small_plan()
    return plan.replace(
        not_now=(Parked(id="no0001", request="A fair in May", revisit=Quarter(2027, 1)),),
        changes=(Change(date=dt.date(2026, 10, 20), item="kr0001", field="target", old="25", new="30"),),
        retrospective=Retrospective(went_well="Webinars"),
    )


def every(kind: type[Item], document: Any) -> list[Any]:
    """All tables of one kind in the document."""
    objectives = document["objectives"]
    key_results = [found for objective in objectives for found in objective["key_results"]]
    of: dict[type[Item], list[Any]] = {
        Plan: [document],
        Objective: objectives,
        KeyResult: key_results,
        Action: [found for key_result in key_results for found in key_result["actions"]],
        CheckIn: [found for key_result in key_results for found in key_result["check_ins"]],
        Parked: document["not_now"],
        Change: document["changes"],
        Retrospective: [document["retrospective"]],
    }
    return of[kind]


def test_every_field_of_the_file_and_every_number_is_always_there(okrtui: CommandLine) -> None:
    okrtui.put(full_plan())
    document = okrtui("show", "--format", "json").json
    for kind in (Plan, Objective, KeyResult, Action, CheckIn, Parked, Change, Retrospective):
        names = {field.key for field in kind.FIELDS.values()}
        found = every(kind, document)
        assert found
        for table in found:
            assert set(table) == names | EXTRA.get(kind, set())


def test_numbers_dates_and_names_are_what_they_are_in_the_file(okrtui: CommandLine) -> None:
    okrtui.put(full_plan())
    document = okrtui("show", "--format", "json").json
    head = {name: document[name] for name in ("schema", "quarter", "start", "phase", "today", "week", "weeks")}
    assert head == {
        "schema": 1,
        "quarter": "2026-Q4",
        "start": "2026-10-01",
        "phase": "active",
        "today": "2026-11-12",
        "week": 7,
        "weeks": 13,
    }
    assert [found["code"] for found in document["findings"]] == ["objective-count"]
    assert document["not_now"][0]["revisit"] == "2027-Q1"
    mqls, draft = document["objectives"][0]["key_results"]
    found = {name: mqls[name] for name in NUMBERS - {"findings"}}
    assert found == {
        "position": "1.1",
        "smart": "SMART",
        "current": 26,
        "progress": "0.6",
        "expected": "0.4615",
        "pace": "on track",
        "needed_per_week": "0.6",
        "forecast": None,
        "disagreement": False,
        "score": "0.6",
    }
    assert mqls["due"] == "2026-12-31"
    assert mqls["check_ins"][1]["value"] == 26
    assert mqls["actions"][1]["position"] == "1.1.2"
    assert (draft["current"], draft["progress"], draft["due"], draft["smart"]) == (None, None, None, "·····")
    assert {"code", "severity", "letter", "field", "message", "accepted"} == set(draft["findings"][0])


def test_an_amount_keeps_the_decimals_that_were_typed(okrtui: CommandLine) -> None:
    plan = clean_plan()
    first = plan.objectives[0]
    exact = first.key_results[0].replace(baseline=Decimal("2.50"), target=Decimal("0.0000001"))
    okrtui.put(plan.replace(objectives=(first.replace(key_results=(exact,)),)))
    out = okrtui("show", "--format", "json").out
    assert '"baseline": 2.50,\n' in out
    assert '"target": 0.0000001,\n' in out


def test_what_a_newer_version_wrote_is_passed_on(okrtui: CommandLine) -> None:
    path = okrtui.put(small_plan())
    text = path.read_text().replace(
        'phase = "active"\n', 'phase = "active"\nmood = "good"\nat = 2026-10-01T09:00:00Z\n'
    )
    text += '[future]\nlist = [1, 2.50, true, 07:30:00, nan, 1e400]\n"\\u001b" = 0xffffffffffffffffffff\n'
    path.write_text(text)
    said = okrtui("show", "--format", "json")
    assert said.code == 0
    assert said.json["mood"] == "good"
    assert said.json["at"] == "2026-10-01T09:00:00+00:00"
    assert said.json["future"]["list"] == [1, "2.50", True, "07:30:00", "NaN", "1E+400"]
    assert said.json["future"]["\x1b"] == 0xFFFFFFFFFFFFFFFFFFFF


def test_the_example_is_one_document_in_the_order_of_the_file(okrtui: CommandLine, example: Path) -> None:
    document = okrtui("show", "--format", "json").json
    positions = [found["position"] for found in every(KeyResult, document)]
    assert positions == sorted(positions)
    assert list(document)[:4] == ["schema", "quarter", "start", "end"]
    codes = [found["code"] for kind in EXTRA for table in every(kind, document) for found in table["findings"]]
    assert len(codes) == 6


def test_no_value_of_a_file_is_too_odd_to_be_written() -> None:
    assert to_json({}) == "{}"
    assert to_json([], indent=2) == "[]"
    assert to_json({"a": [], "b": {}}, indent=2) == '{\n  "a": [],\n  "b": {}\n}'
    assert to_json([1, "x"]) == '[1, "x"]'
    assert to_json(16**2000).startswith('"0x1000')
    assert to_json("\ud800\x7f\x9b\U000e0041é\n", ascii_only=False) == '"\\ud800\\u007f\\u009b\\udb40\\udc41é\\n"'
    assert to_json("é日", ascii_only=True) == '"\\u00e9\\u65e5"'
