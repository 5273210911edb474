"""``okrtui status``: one line for a login message or a prompt, there at once."""

import datetime as dt
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from okrtui.model.measure import PACE_ORDER, Pace, PlanNumbers
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.report.status import CLOSE_KEY, status_line, text
from okrtui.storage.codec import encode
from okrtui.tui.commands import COMMANDS
from tests.support.clean import clean_plan
from tests.support.command_line import CommandLine
from tests.support.plans import TODAY, small_plan
from tests.terminal.session import in_terminal

LOADED = "import sys; from okrtui.cli import main; main(sys.argv[1:]); print(*sys.modules)"


def numbers(due: int = 0, late: int = 0, **paces: int) -> PlanNumbers:
    """Numbers of a plan in week 7 with so many key results of each pace, named ``off_track`` for *off track*."""
    counts: dict[Pace, int] = {pace: paces.get(pace.replace(" ", "_"), 0) for pace in PACE_ORDER}
    return PlanNumbers({}, counts, (7, 13), ("id",) * due, ("id",) * late, None)


def line(plan: Plan, found: PlanNumbers, width: int = 80) -> str:
    return text(status_line(plan, found, TODAY, width))


def test_the_line_says_how_the_key_results_stand_and_what_is_due(okrtui: CommandLine, example: Path) -> None:
    said = okrtui("status")
    assert (said.code, said.err) == (1, "")
    (only,) = said.lines
    assert re.fullmatch(r"2026-Q4 week 7/13: (\d+ [a-z ]+, )*\d+ [a-z ]+; \d+ (check-ins? )?due, \d+ .*late", only)
    assert okrtui("status", "2026-q4") == said
    okrtui.put(small_plan())
    assert okrtui("status").out == "2026-Q4 week 7/13: 1 on track, 1 stale; 1 check-in due, 1 action late\n"


def test_nothing_due_is_fine(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    okrtui("checkin", "1.2", "3")
    okrtui("done", "1.1.2")
    said = okrtui("status")
    assert (said.code, said.out) == (0, "2026-Q4 week 7/13: 1 on track, 1 not started\n")


@pytest.mark.parametrize(
    ("plan", "day", "said", "code"),
    [
        (clean_plan(), "2026-10-05", "2026-Q4 week 1/13, still planning: 3 objectives, 9 key results", 0),
        (clean_plan(), "2026-09-05", "2026-Q4 begins 1 Oct: 3 objectives, 9 key results", 0),
        (
            clean_plan().replace(objectives=()),
            "2026-10-05",
            "2026-Q4 week 1/13, still planning: nothing planned yet",
            0,
        ),
        (small_plan().replace(objectives=()), "2026-11-12", "2026-Q4 week 7/13: no key results yet", 0),
        (
            small_plan(),
            "2027-01-04",
            "2026-Q4 ended 31 Dec: 2 stale; 2 due, 1 late; okrtui 2026-Q4, then Z closes it",
            1,
        ),
        (
            clean_plan(),
            "2027-01-04",
            "2026-Q4 ended 31 Dec, planned but never committed: 9 late",
            1,
        ),
        (
            small_plan().replace(phase="planning", committed_on=TODAY),
            "2027-01-04",
            "2026-Q4 ended 31 Dec, taken back to planning and not committed again: 1 late",
            1,
        ),
        (
            small_plan().replace(phase="closed", closed_on=TODAY),
            "2027-01-04",
            "2026-Q4 closed: 1 partly",
            0,
        ),
    ],
)
def test_each_part_of_a_quarters_life_has_its_words(
    okrtui: CommandLine, plan: Plan, day: str, said: str, code: int
) -> None:
    okrtui.put(plan)
    found = okrtui("status", "--today", day)
    assert (found.out, found.code) == (f"{said}\n", code)


def test_a_quarter_that_is_over_names_the_key_that_closes_it(okrtui: CommandLine, tmp_path: Path) -> None:
    assert [row.keys for row in COMMANDS if row.name == "view_close"] == [(CLOSE_KEY,)]
    okrtui.put(small_plan())
    settings = tmp_path / ".config" / "okrtui" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('[keys]\nview_close = "ctrl+e"\n')
    assert okrtui("status", "--today", "2027-01-04").out.endswith("; okrtui 2026-Q4, then ctrl+e closes it\n")
    over = small_plan().replace(end=TODAY - dt.timedelta(days=1))
    assert line(over, numbers(3, 1, on_track=9), 50) == "2026-Q4 ended 11 Nov: 9 on track; 3 due, 1 late"


def test_where_there_is_no_quarter_a_login_message_stays_empty(okrtui: CommandLine, tmp_path: Path) -> None:
    for words in ([], ["--data", str(tmp_path / "nowhere")]):
        said = okrtui("status", *words)
        assert (said.code, said.out, said.err) == (0, "", "")
    assert "2026-Q4.toml: does not exist; make it with: okrtui new 2026-Q4" in okrtui.refuses("status", "2026-Q4")


def test_a_file_or_settings_that_cannot_be_read_say_why(okrtui: CommandLine, tmp_path: Path) -> None:
    path = okrtui.put(small_plan())
    settings = tmp_path / ".config" / "okrtui" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("check_in_days = 2\n")
    assert "2 check-ins due" in okrtui("status").out
    settings.write_text("check_in_days = 0\n")
    assert "config.toml, line 1, check_in_days: is 0; write 1 or more" in okrtui.refuses("status")
    settings.unlink()
    path.write_bytes(path.read_bytes().replace(b'title = "Train', b"title = 5 #"))
    assert "title of objective 1, key result 2: is no text" in okrtui.refuses("status")


def test_the_line_keeps_to_its_width_with_whole_words_and_what_is_due_stays_longest() -> None:
    plan = small_plan()
    few = numbers(3, 1, on_track=4, at_risk=2, off_track=2)
    assert line(plan, few, 90).endswith("4 on track, 2 at risk, 2 off track; 3 check-ins due, 1 action late")
    assert line(plan, few) == "2026-Q4 week 7/13: 4 on track, 2 at risk, 2 off track; 3 due, 1 late"
    many = numbers(3, 1, done=1, on_track=10, at_risk=2, off_track=2, stale=1, not_started=12)
    assert line(plan, many) == "2026-Q4 week 7/13: 1 done, 10 on track, 2 at risk, 2 off, 1 stale; 3 due, 1 late"
    assert line(plan, many, 50) == "2026-Q4 week 7/13: 2 at risk, 2 off; 3 due, 1 late"
    assert line(plan, many, 30) == "2026-Q4: 3 due, 1 late"
    words = set(re.findall(r"[\w/-]+", line(plan, many, 200))) | {"off", "new"}
    for width in range(7, 130):
        shown = line(plan, many, width)
        assert len(shown) <= width
        assert set(re.findall(r"[\w/-]+", shown)) <= words


def test_a_terminal_gets_colours_a_hint_and_no_more_columns_than_it_has(tmp_path: Path) -> None:
    with in_terminal(tmp_path, "status") as session:
        session.wait_for("no quarter yet; start one with: okrtui new 2026-Q4")
        assert session.wait_for_end() == 0
    data = tmp_path / "plans"
    data.mkdir(mode=0o700)
    (data / "2026-Q4.toml").write_bytes(encode(small_plan()))
    with in_terminal(tmp_path, "status", size=(45, 5)) as session:
        assert session.wait_for_end() == 1
        assert session.text.strip() == "2026-Q4 week 7/13: 1 stale; 1 due, 1 late"
        assert b"\x1b[33m1 stale\x1b[0m" in session.sent_by_program
    with in_terminal(tmp_path, "status", NO_COLOR="1") as session:
        assert session.wait_for_end() == 1
        assert b"\x1b" not in session.sent_by_program


def test_the_quarter_is_the_one_of_today_else_the_nearest(okrtui: CommandLine) -> None:
    okrtui.put(small_plan().replace(quarter=Quarter(2026, 3)))
    assert okrtui("status").out.startswith("2026-Q3 ")
    okrtui.put(small_plan())
    assert okrtui("status").out.startswith("2026-Q4 ")
    assert okrtui.refuses("status", "soon") == "okrtui: soon is no quarter; write it like 2026-Q4"


def test_a_login_waits_neither_for_the_interface_nor_for_the_coach_nor_for_pydantic(
    okrtui: CommandLine, example: Path
) -> None:
    environ = {**okrtui.environ, "PATH": os.environ.get("PATH", "")}
    root = Path(__file__).parents[2]
    said = subprocess.run(
        [sys.executable, "-c", LOADED, "status"], env=environ, cwd=root, capture_output=True, check=True
    )
    first, modules = said.stdout.decode().splitlines()
    assert first.startswith("2026-Q4 week 7/13: ")
    assert not {
        name
        for name in modules.split()
        if name.split(".")[0] in {"textual", "rich", "pydantic", "asyncio"} or name.startswith("okrtui.coach")
    }


def test_the_day_alone_decides(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    early = okrtui("status", "--today", (TODAY - dt.timedelta(days=35)).isoformat())
    assert early.out == "2026-Q4 week 2/13: 2 not started; 2 check-ins due\n"
