"""What came out of a spreadsheet, in lines that a test can hold against what should have."""

import datetime as dt
from collections.abc import Iterable, Iterator

from okrtui.model.plan import Action, KeyResult, Objective, Plan
from okrtui.model.quarter import Quarter
from okrtui.report.importing import Imported, Options, read_spreadsheet, told
from okrtui.report.importing.amounts import Decimals
from okrtui.report.importing.days import Order
from tests.support.plans import TODAY

QUARTER = Plan.empty(Quarter(2026, 4))
"""The quarter that the tests import into."""


def imported(
    data: bytes | str,
    *mapping: str,
    today: dt.date = TODAY,
    dates: Order | None = None,
    decimal: Decimals | None = None,
) -> Imported:
    """What a spreadsheet holds, read into the test's quarter."""
    options = Options.into(QUARTER, today, dates, decimal, mapping)
    return read_spreadsheet(data.encode() if isinstance(data, str) else data, options)


def refused(data: bytes | str, *mapping: str, dates: Order | None = None, decimal: Decimals | None = None) -> list[str]:
    """What is said of a spreadsheet that must not be read, a line each."""
    found = imported(data, *mapping, dates=dates, decimal=decimal)
    assert found.problems, "it was read"
    assert found.plan_part == (), "something came out of a bad file"
    return told(found.problems)


def key_results(data: bytes | str, *mapping: str, **options: object) -> list[KeyResult]:
    """The key results of a spreadsheet that must be good."""
    found = imported(data, *mapping, **options)  # type: ignore[arg-type]
    assert told(found.problems) == []
    return [node for objective in found.plan_part for node in objective.key_results]


def outline(found: Imported) -> list[str]:
    """Everything that came out, then what was left out and how it was read; ids aside."""
    lines = list(_objectives(found.plan_part))
    lines += [f"left out: {phrase}" for phrase in found.left_out]
    lines += [f"read: {phrase}" for phrase in found.read_as]
    return lines


def _objectives(objectives: Iterable[Objective]) -> Iterator[str]:
    for objective in objectives:
        yield " | ".join([objective.title, *_texts(why=objective.why, notes=objective.notes)])
        for node in objective.key_results:
            yield "  " + " | ".join(_key_result(node))
            for action in node.actions:
                yield "    " + " | ".join(_action(action))


def _key_result(node: KeyResult) -> Iterator[str]:
    yield node.title
    yield " ".join(filter(None, [node.kind, f"{node.baseline} -> {node.target}", node.unit]))
    for check_in in node.check_ins:
        yield f"{check_in.value} on {check_in.date}"
    yield from _texts(
        due=node.due, owner=node.owner, confidence=node.confidence, counts=node.definition, notes=node.notes
    )


def _action(node: Action) -> Iterator[str]:
    yield node.title
    yield node.status
    yield from _texts(due=node.due, done_on=node.done_on, owner=node.owner, notes=node.notes)


def _texts(**fields: object) -> Iterator[str]:
    return (f"{name} {value}" for name, value in fields.items() if value not in (None, ""))
