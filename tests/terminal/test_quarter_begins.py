"""In a real terminal: a quarter from an empty directory through the guide to the commit, over a line that drops."""

from decimal import Decimal
from pathlib import Path

from okrtui.coach.findings import blocking, check_plan
from okrtui.model.plan import Plan
from okrtui.storage.codec import decode
from tests.terminal.session import Session, in_terminal

NEXT = "\x0e"
"""ctrl+n, as a terminal sends it."""


def plan_in(directory: Path) -> Plan:
    path = directory / "plans" / "2026-Q4.toml"
    return decode(path.read_bytes(), path)


def fill_in_the_form(session: Session) -> None:
    session.wait_for("New key result")
    session.press("tab", "A contact that asked for a demo", "tab", "tab", "tab", "tab", "tab")
    session.press("CRM", "tab", "tab", "6", "tab", "tab", "Two tracks are funded")
    session.wait_for("S M A R T")
    session.press("ctrl+s")


def test_the_guide_leads_from_nothing_to_the_commit_and_a_dropped_line_loses_no_step(tmp_path: Path) -> None:
    with in_terminal(tmp_path) as session:
        session.wait_for("plans a quarter as OKRs")
        session.press("down", "enter")
        session.wait_for("The focus of 2026-Q4")
        session.press("Inbound before outbound", "enter")
        session.wait_for("saved: changed the quarter's focus")
        session.wait_for("Where do you want to go?")
        session.press("Build a new demand chan")
        session.wait_for("> Build a new demand chan")
        session.hang_up()
        session.wait_for_end()
    assert (plan_in(tmp_path).focus, plan_in(tmp_path).objectives) == ("Inbound before outbound", ())
    with in_terminal(tmp_path) as session:
        session.wait_for("planning goes on where you were")
        session.wait_for("> Build a new demand chan")
        session.press("nel", "enter")
        session.wait_for('saved: added "Build a new demand channel"')
        session.press("enter")
        session.wait_for("What proves it? Objective 1 of 1")
        session.press("Increase MQLs from 20 to 30 by 15 Dec", "tab")
        fill_in_the_form(session)
        session.wait_for("SMART")
        session.press("enter")
        session.wait_for("How to get there?")
        session.press("Draft the plan by 20 Nov", NEXT)
        session.wait_for("Nothing is in the way")
        session.press("X")
        session.wait_for("Commit 2026-Q4: 1 objective and 1 key result")
        session.press("c")
        session.wait_for("saved: committed 2026-Q4")
        session.wait_for("1.1 Increase MQLs")
        session.press("q")
        assert session.wait_for_end() == 0
    plan = plan_in(tmp_path)
    assert not blocking(check_plan(plan)), "what was committed passes the coach"
    (key_result,) = plan.objectives[0].key_results
    assert (plan.phase, str(plan.committed_on)) == ("active", "2026-11-12")
    assert (key_result.target, key_result.confidence) == (Decimal(30), 6)
    assert [action.title for action in key_result.actions] == ["Draft the plan"]
    assert not [*(tmp_path / "plans" / ".okrtui" / "drafts").glob("*.toml")], "the guide leaves nothing behind"
