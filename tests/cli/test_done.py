"""``okrtui done``: an action ticked from the shell."""

import datetime as dt

import pytest

from okrtui.model.edits import ChangeFields
from okrtui.model.plan import Action
from okrtui.model.quarter import Quarter
from okrtui.open_plan import OpenPlan
from okrtui.storage.codec import decode
from okrtui.storage.repository import Repository
from tests.support.command_line import CommandLine
from tests.support.desk import clock
from tests.support.plans import TODAY, small_plan

Q4 = Quarter(2026, 4)


def actions(okrtui: CommandLine) -> tuple[Action, ...]:
    path = okrtui.data / "2026-Q4.toml"
    return decode(path.read_bytes(), path).objectives[0].key_results[0].actions


@pytest.mark.parametrize(
    ("words", "day", "said"),
    [
        (["1.1.2"], TODAY, 'done: 1.1.2 "Approve the template" (saved)'),
        (["ac0002", "--quarter", "2026-Q4"], TODAY, 'done: 1.1.2 "Approve the template" (saved)'),
        (["--date", "9 Nov", "1.1.2"], dt.date(2026, 11, 9), 'done on 9 Nov: 1.1.2 "Approve the template" (saved)'),
        (["1.1.2", "--date", "-3d"], dt.date(2026, 11, 9), 'done on 9 Nov: 1.1.2 "Approve the template" (saved)'),
    ],
)
def test_an_action_is_ticked_and_said_to_be(okrtui: CommandLine, words: list[str], day: dt.date, said: str) -> None:
    okrtui.put(small_plan())
    found = okrtui("done", *words)
    assert (found.code, found.out, found.err) == (0, f"{said}\n", "")
    assert (actions(okrtui)[1].status, actions(okrtui)[1].done_on) == ("done", day)


def test_several_are_ticked_at_once_a_line_each(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    found = okrtui("done", "1.1.1", "1.1.2", "--date", "9 Nov", "1.1.2")
    assert (found.code, found.err) == (0, "")
    assert found.lines == [
        'done already on 12 Oct: 1.1.1 "Draft the nurture plan"',
        'done on 9 Nov: 1.1.2 "Approve the template" (saved)',
    ]
    assert actions(okrtui)[1].done_on == dt.date(2026, 11, 9)


def test_of_several_none_is_ticked_where_one_is_wrong(okrtui: CommandLine) -> None:
    path = okrtui.put(small_plan())
    before = path.read_bytes()
    assert okrtui.refuses("done", "1.1.2", "1.1.9") == (
        "okrtui: there is no action 1.1.9 in 2026-Q4; see: okrtui show 2026-Q4 (nothing was written)"
    )
    assert path.read_bytes() == before


def test_one_that_is_done_already_stays_so(okrtui: CommandLine) -> None:
    path = okrtui.put(small_plan())
    before = path.read_bytes()
    found = okrtui("done", "1.1.1", "--date", "yesterday")
    assert (found.code, found.out) == (0, 'done already on 12 Oct: 1.1.1 "Draft the nurture plan"\n')
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["1.1.9"], "there is no action 1.1.9 in 2026-Q4; see: okrtui show 2026-Q4"),
        (["1.1"], "1.1 is a key result; name an action, such as 2.1.3"),
        (["ob0001"], "ob0001 is an objective; name an action"),
        ([], "missing: ACTION"),
        ([""], "there is no action without a name"),
        (["1.1.2", "--date", "soon"], "date soon: is no date"),
        (["1.1.2", "--date", "tomorrow"], "date tomorrow: is still to come"),
        (["1.1.2", "--quarter", "soon"], "soon is no quarter"),
        (["1.1.2", "--quarter", "2027-Q1"], "2027-Q1.toml: does not exist"),
    ],
)
def test_what_is_no_action_is_said_in_one_line(okrtui: CommandLine, words: list[str], expected: str) -> None:
    path = okrtui.put(small_plan())
    before = path.read_bytes()
    assert expected in okrtui.refuses("done", *words)
    assert path.read_bytes() == before


def test_a_tick_beside_an_open_window_is_not_lost(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    window = OpenPlan(Repository(okrtui.data, clock), Q4)
    okrtui("done", "1.1.2")
    assert window.apply(ChangeFields("ac0002", {"owner": "Ana"})).saved
    approved = actions(okrtui)[1]
    assert (approved.status, approved.done_on, approved.owner) == ("done", TODAY, "Ana")
