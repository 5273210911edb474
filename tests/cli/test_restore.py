"""Bringing an earlier version back: as an edit like any other, and as the way out of a broken file."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.model.edits import ChangeFields
from okrtui.model.goalposts import WithReason
from okrtui.model.lifecycle import BackToPlanning, Close
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import decode, encode
from okrtui.storage.history import versions
from okrtui.storage.repository import Repository
from tests.support.command_line import CommandLine
from tests.support.desk import clock
from tests.support.plans import TODAY, planned_plan, small_plan

Q4 = Quarter(2026, 4)
EARLIER = dt.date(2026, 11, 3)


def loaded(okrtui: CommandLine) -> Plan:
    path = okrtui.data / "2026-Q4.toml"
    return decode(path.read_bytes(), path)


def newest(okrtui: CommandLine) -> str:
    """The name of the newest version."""
    return okrtui("history", "2026-Q4", "--all").lines[1].split()[0]


def oldest(okrtui: CommandLine) -> str:
    return okrtui("history", "2026-Q4", "--all").lines[-2].split()[0]


def change(okrtui: CommandLine, *edits: object) -> None:
    """Edit the plan as a window does."""
    for edit in edits:
        Repository(okrtui.data, clock).update(Q4, edit.apply)  # type: ignore[attr-defined]


def test_a_version_comes_back_and_can_be_taken_back_by_the_same_command(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    okrtui("done", "1.1.2")
    before = loaded(okrtui)
    said = okrtui("restore", "2026-q4", newest(okrtui))
    assert (said.code, said.err) == (0, "")
    assert said.lines[0].startswith("brought back the plan of ")
    assert said.lines[0].endswith(" (saved)")
    assert said.lines[1] == '  to do again: "Approve the template"'
    assert loaded(okrtui) == small_plan()
    assert said.lines[-1].startswith("to take that back: okrtui restore 2026-Q4 ")
    okrtui(*said.lines[-1].split()[5:])
    assert loaded(okrtui) == before


def test_what_is_as_it_was_already_is_not_saved_again(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    okrtui("done", "1.1.2")
    name = newest(okrtui)
    okrtui("restore", "2026-Q4", name)
    kept = len(versions(okrtui.data / ".okrtui", Q4))
    assert okrtui("restore", "2026-Q4", name).out == "2026-Q4 is as it was then already; nothing was changed\n"
    assert len(versions(okrtui.data / ".okrtui", Q4)) == kept


def test_bringing_back_a_goalpost_asks_for_its_reason_and_takes_no_record_away(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    change(okrtui, WithReason(ChangeFields("kr0001", {"target": Decimal(40)}), "Sales asked", EARLIER))
    name = newest(okrtui)
    before = (okrtui.data / "2026-Q4.toml").read_bytes()
    line = okrtui.refuses("restore", "2026-Q4", name)
    assert 'it changes what was committed (target: "Increase MQLs' in line
    assert line.endswith("say why with --reason WHY")
    assert okrtui("restore", "2026-Q4", name, "--reason", " ").code == 2
    assert (okrtui.data / "2026-Q4.toml").read_bytes() == before
    assert okrtui("restore", "2026-Q4", name, "--reason", "The deal\nfell through").code == 0
    records = [(it.date, it.old, it.new, it.reason) for it in loaded(okrtui).changes]
    assert records == [(EARLIER, "30", "40", "Sales asked"), (TODAY, "40", "30", "The deal\nfell through")]


def test_a_version_from_planning_does_not_take_the_commit_back(okrtui: CommandLine) -> None:
    okrtui.put(planned_plan())
    change(okrtui, ChangeFields("ob0002", {"title": "Other"}))
    committed = loaded(okrtui).replace(phase="active", committed_on=EARLIER)
    Repository(okrtui.data, clock).update(Q4, lambda _: committed)
    said = okrtui("restore", "2026-Q4", oldest(okrtui))
    assert "  the quarter stays as it is, active; it was planning then" in said.lines
    plan = loaded(okrtui)
    assert (plan.phase, plan.committed_on) == ("active", EARLIER)
    assert plan.objectives == small_plan().objectives


def test_the_record_of_a_quarter_taken_back_to_planning_stays(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    change(okrtui, BackToPlanning(EARLIER, "New budget"), ChangeFields("kr0001", {"target": Decimal(40)}))
    okrtui("restore", "2026-Q4", oldest(okrtui))
    plan = loaded(okrtui)
    assert plan.phase == "planning"
    assert [it.reason for it in plan.changes] == ["New budget"]
    assert plan.objectives == small_plan().objectives


def test_a_closed_quarter_keeps_what_is_settled(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    change(okrtui, ChangeFields("ob0002", {"title": "Other"}), Close(TODAY))
    before = (okrtui.data / "2026-Q4.toml").read_bytes()
    assert "2026-Q4 is closed" in okrtui.refuses("restore", "2026-Q4", oldest(okrtui))
    assert (okrtui.data / "2026-Q4.toml").read_bytes() == before


def test_a_broken_file_is_replaced_to_the_byte_and_kept_itself(okrtui: CommandLine) -> None:
    """The moment at which people need it most."""
    by_hand = encode(small_plan()) + b"\n# remember: Ana knows why\n"
    path = okrtui.data / "2026-Q4.toml"
    path.write_bytes(by_hand)
    okrtui("done", "1.1.2")
    broken = path.read_bytes().replace(b"title", b"tit le")
    path.write_bytes(broken)
    said = okrtui("restore", "2026-Q4", newest(okrtui))
    assert (said.code, said.err) == (0, "")
    assert path.read_bytes() == by_hand
    kept = versions(okrtui.data / ".okrtui", Q4)[0].path
    assert kept.read_bytes() == broken
    assert str(kept) in said.lines[-1]
    bad = okrtui("history").lines[1]
    assert "cannot be read: line 11" in bad
    assert "is no line of the form" in okrtui.refuses("restore", "2026-Q4", bad.split()[0])
    assert path.read_bytes() == by_hand


def test_a_file_that_is_gone_comes_back(okrtui: CommandLine) -> None:
    path = okrtui.put(small_plan())
    okrtui("done", "1.1.2")
    path.unlink()
    assert okrtui("restore", "2026-Q4", newest(okrtui)).code == 0
    assert loaded(okrtui) == small_plan()
    assert (path.stat().st_mode & 0o777) == 0o600


@pytest.mark.parametrize("schema", [b"schema = 2", b'schema = 2\nphase = "later"'])
def test_a_file_of_a_newer_program_is_never_replaced(okrtui: CommandLine, schema: bytes) -> None:
    path = okrtui.put(small_plan())
    okrtui("done", "1.1.2")
    newer = path.read_bytes().replace(b"schema = 1", schema).replace(b'\nphase = "active"', b"")
    path.write_bytes(newer)
    name = versions(okrtui.data / ".okrtui", Q4)[0].digest
    assert "a newer okrtui wrote this file" in okrtui.refuses("restore", "2026-Q4", name)
    assert path.read_bytes() == newer


def test_what_is_no_file_is_not_replaced(okrtui: CommandLine) -> None:
    path = okrtui.put(small_plan())
    okrtui("done", "1.1.2")
    name = newest(okrtui)
    path.unlink()
    path.mkdir()
    assert "is a directory" in okrtui.refuses("restore", "2026-Q4", name)
    path.rmdir()
    target = okrtui.data / "elsewhere.toml"
    path.symlink_to(target)
    assert "links to a file that does not exist" in okrtui.refuses("restore", "2026-Q4", name)
    assert not target.exists()


def test_comments_do_not_come_back_but_their_place_is_named(okrtui: CommandLine) -> None:
    path: Path = okrtui.data / "2026-Q4.toml"
    path.write_bytes(b"# mine\n" + encode(small_plan()))
    okrtui("done", "1.1.2")
    (kept,) = versions(okrtui.data / ".okrtui", Q4)
    said = okrtui("restore", "2026-Q4", newest(okrtui))
    assert f"  its comments do not come back; they stand in {kept.path}" in said.lines


def test_a_version_that_is_not_there_is_refused(okrtui: CommandLine) -> None:
    assert "does not exist" in okrtui.refuses("restore", "2026-Q4", "a3f9")
    okrtui.put(small_plan())
    assert "a3f9 is no version of 2026-Q4; see: okrtui history 2026-Q4" in okrtui.refuses("restore", "2026-Q4", "a3f9")
    assert "missing: VERSION" in okrtui.refuses("restore", "2026-Q4")
