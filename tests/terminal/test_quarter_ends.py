"""In a real terminal: a quarter is closed by keyboard alone, and the next one opens with what was carried over."""

import datetime as dt
import json
import signal
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.cli import main
from okrtui.model.plan import CheckIn, KeyResult, Plan
from okrtui.storage.codec import decode, encode
from tests.support.clean import clean_plan
from tests.terminal.session import in_terminal

AFTER = "2027-01-02"
"""The quarter is over."""


def reached(key_result: KeyResult, target: Decimal) -> KeyResult:
    return key_result.replace(check_ins=(CheckIn(date=dt.date(2026, 12, 29), value=target),))


def nearly_done() -> Plan:
    """Every key result reached at the end of the quarter, but for the first, which was never checked in."""
    plan = clean_plan()
    objectives = tuple(
        objective.replace(
            key_results=tuple(
                found if found.id == "kr11" or found.target is None else reached(found, found.target)
                for found in objective.key_results
            )
        )
        for objective in plan.objectives
    )
    return plan.replace(phase="active", committed_on=dt.date(2026, 10, 1), objectives=objectives)


def checked(path: Path, capsys: pytest.CaptureFixture[str]) -> set[str]:
    """The codes that ``okrtui check`` gives for a file."""
    capsys.readouterr()
    assert main(["check", str(path), "--format", "jsonl"], {"HOME": str(path.parent), "LANG": "C.UTF-8"}) in (0, 1)
    return {json.loads(line)["code"] for line in capsys.readouterr().out.splitlines()}


def test_a_quarter_is_closed_over_a_line_that_drops_and_the_next_one_begins_with_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plans" / "2026-Q4.toml"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(encode(nearly_done()))
    with in_terminal(tmp_path, "2026-Q4", OKRTUI_TODAY=AFTER) as session:
        session.wait_for("Z scores it and closes it")
        session.press("Z")
        session.wait_for("1 key result has no value from the end of the quarter yet")
        session.press("55", "enter")
        session.wait_for("saved: checked in")
        session.press("enter")
        session.wait_for("say what was missing")
        session.press("The form broke in May", "enter")
        session.wait_for("saved: said why")
        session.press("tab")
        session.wait_for("What went well?")
        session.press("Webinars brought peo")
        session.wait_for("Webinars brought peo")
        session.hang_up()
        assert session.wait_for_end() == 128 + signal.SIGHUP
    assert checked(path, capsys) == set()
    with in_terminal(tmp_path, "2026-Q4", OKRTUI_TODAY=AFTER) as session:
        session.wait_for("This was being written when okrtui ended")
        session.press("o")
        session.wait_for("What went well?")
        session.press("ple who stayed", "tab", "tab", "Begin earlier", "tab")
        session.wait_for("score 1.0, delivered")
        session.press("enter")
        session.wait_for("saved: closed 2026-Q4")
        session.press("enter")
        session.wait_for("into 2027-Q1, which is made now")
        session.press("enter")
        session.wait_for("2027-Q1 is open")
        session.press("q")
        assert session.wait_for_end() == 0
    closed = decode(path.read_bytes(), path)
    assert (closed.phase, closed.closed_on) == ("closed", dt.date(2027, 1, 2))
    assert closed.retrospective.went_well == "Webinars brought people who stayed"
    assert closed.retrospective.change_next == "Begin earlier"
    short = closed.objectives[0].key_results[0]
    assert (short.check_ins[-1].date, short.score_note) == (dt.date(2026, 12, 31), "The form broke in May")
    assert checked(path, capsys) == set()
    following = path.with_name("2027-Q1.toml")
    (carried,) = decode(following.read_bytes(), following).objectives
    assert (carried.carried_from, [found.baseline for found in carried.key_results]) == ("ob1", [Decimal(55)])
    assert checked(following, capsys) <= {
        "objective-count",
        "kr-count",
        "kr-no-confidence",
        "kr-no-due",
        "kr-no-action",
        "kr-sentence-disagrees",
    }
    (drafts,) = tmp_path.glob("plans/.okrtui/drafts")
    assert list(drafts.iterdir()) == []
