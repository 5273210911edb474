import datetime as dt
import errno
import os
import stat
from pathlib import Path

import pytest

from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import decode
from tests.support.clean import clean_plan
from tests.support.command_line import CommandLine
from tests.support.plans import small_plan


def test_each_quarter_is_one_aligned_line_oldest_first(okrtui: CommandLine, example: Path) -> None:
    okrtui("new", "2027-Q1")
    okrtui("new", "2026-Q3")
    said = okrtui("list")
    assert said.code == 0
    assert said.lines == [
        "quarter  phase     obj  KRs  actions  new  on  risk  off  stale  done  progress",
        "2026-Q3  planning    0    0      0/0    0   0     0    0      0     0         –",
        "2026-Q4  active      4   16    22/47    0  10     2    2      1     1      53 %",
        "2027-Q1  planning    0    0      0/0    0   0     0    0      0     0         –",
    ]


@pytest.mark.parametrize("today", ["2026-09-01", "2026-10-12", "2026-11-12", "2027-02-01"])
def test_the_counts_of_a_quarter_add_up_to_its_key_results(okrtui: CommandLine, example: Path, today: str) -> None:
    cells = okrtui("list", "--today", today).lines[1].split()
    assert sum(map(int, cells[5:11])) == int(cells[3]) == 16


def test_what_was_dropped_is_not_counted(okrtui: CommandLine) -> None:
    plan = small_plan()
    first, second = plan.objectives
    mqls, draft = first.key_results
    dropped = draft.replace(dropped_on=dt.date(2026, 11, 1))
    okrtui.put(plan.replace(objectives=(first.replace(key_results=(mqls, dropped)), second)))
    assert okrtui("list").lines[1].split() == [
        "2026-Q4",
        "active",
        "2",
        "1",
        "1/2",
        "0",
        "1",
        "0",
        "0",
        "0",
        "0",
        "60",
        "%",
    ]


def test_a_closed_quarter_has_a_score_and_no_paces_any_more(okrtui: CommandLine) -> None:
    """Off track beside a score of 0.7 would say two opposite things of one quarter."""
    okrtui.put(small_plan().replace(phase="closed", closed_on=dt.date(2026, 12, 31)))
    cells = okrtui("list", "--today", "2027-01-08").lines[1].split()
    assert cells == ["2026-Q4", "closed", "2", "2", "1/2", *("–" * 6), "score", "0.6"]


def test_an_unreadable_quarter_is_named_and_the_others_are_still_listed(okrtui: CommandLine, example: Path) -> None:
    (okrtui.data / "2026-Q3.toml").mkdir()
    said = okrtui("list")
    assert said.code == 2
    assert said.lines[1] == "2026-Q3  cannot be read"
    assert said.lines[2].startswith("2026-Q4  active")
    assert said.err == "okrtui: 2026-Q3.toml: is a directory; move it away, or give the file another name\n"


def test_an_empty_directory_says_how_to_start_and_stays_empty(okrtui: CommandLine) -> None:
    said = okrtui("list")
    assert (said.code, said.out) == (0, "no quarters yet; start one with: okrtui new 2026-Q4\n")
    assert list(okrtui.data.iterdir()) == []
    gone = okrtui.data / "gone"
    said = okrtui("list", "--data", str(gone))
    assert said.out == f"no such directory yet: {gone}; okrtui new 2026-Q4 --data {gone} makes it\n"
    assert (said.code, said.err) == (0, "")
    assert not gone.exists()


def test_other_files_in_the_directory_are_left_out(okrtui: CommandLine) -> None:
    for name in ("2026-Q5.toml", "٢٠٢٦-Q4.toml", "2026-Q4.toml.bak", "notes.toml", "-Q1.toml"):
        (okrtui.data / name).write_text("nothing of ours")
    assert okrtui("list").out.startswith("no quarters yet")


def test_a_new_quarter_is_on_the_disk_for_its_owner_alone_when_it_is_said_to_be(okrtui: CommandLine) -> None:
    said = okrtui("new", "2027-Q1")
    path = okrtui.data / "2027-Q1.toml"
    assert said.out == f"started 2027-Q1 (1 Jan to 31 Mar 2027) in {path}\n"
    assert (said.code, said.err) == (0, "")
    assert decode(path.read_bytes(), path) == Plan.empty(Quarter(2027, 1))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_letter_of_a_quarter_may_be_small(okrtui: CommandLine) -> None:
    assert okrtui("new", "2027-q1").out.startswith("started 2027-Q1 ")
    assert (okrtui.data / "2027-Q1.toml").exists()
    assert okrtui("show", "2027-q1").lines[0].startswith("2027-Q1, planning")


def test_a_data_directory_is_made_where_there_is_none(okrtui: CommandLine, tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    assert okrtui("new", "2027-Q1", "--data", str(deep)).code == 0
    assert stat.S_IMODE(deep.stat().st_mode) == 0o700


def test_a_quarter_that_is_there_is_not_started_again(okrtui: CommandLine, example: Path) -> None:
    before = example.read_bytes()
    assert okrtui.refuses("new", "2026-Q4").endswith("is there already; open it with: okrtui 2026-Q4")
    assert example.read_bytes() == before


def test_the_settings_give_language_and_fiscal_year(okrtui: CommandLine, tmp_path: Path) -> None:
    config = tmp_path / ".config" / "okrtui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text('fiscal_year_starts = 4\nplan_language = "de"\n')
    said = okrtui("new", "2026-Q4")
    assert said.out.startswith("started 2026-Q4 (1 Jan to 31 Mar 2027) in ")
    path = okrtui.data / "2026-Q4.toml"
    assert decode(path.read_bytes(), path).language == "de"
    okrtui("new", "2026-Q3")
    assert okrtui("show").lines[0].startswith("2026-Q3"), "in November the fiscal year is in its third quarter"
    assert okrtui("show", "--today", "2027-02-01").lines[0].startswith("2026-Q4")


def test_a_quarter_over_the_turn_of_the_year_names_both_years(okrtui: CommandLine, tmp_path: Path) -> None:
    config = tmp_path / ".config" / "okrtui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("fiscal_year_starts = 2\n")
    assert "(1 Nov 2026 to 31 Jan 2027)" in okrtui("new", "2026-Q4").out


def test_a_full_disk_is_said_in_one_line_and_leaves_nothing_behind(
    okrtui: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("okrtui.storage.atomic.os.replace", full)
    line = okrtui.refuses("new", "2027-Q1")
    assert "2027-Q1.toml: cannot be made: no space left on device; mend that" in line
    assert not (okrtui.data / "2027-Q1.toml").exists()


@pytest.mark.parametrize("name", ["2027", "2027q1", "2027-Q5", "1899-Q1", "../2027-Q1", "2027-Q1\n", "", "２０２７-Q1"])
def test_a_name_that_is_no_quarter_makes_no_file(okrtui: CommandLine, name: str) -> None:
    assert "is no quarter; write it like 2026-Q4" in okrtui.refuses("new", name)
    assert list(okrtui.data.iterdir()) == []


def test_the_bands_of_the_settings_decide_the_pace(okrtui: CommandLine, example: Path, tmp_path: Path) -> None:
    config = tmp_path / ".config" / "okrtui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text("on_track_points = 100\nat_risk_points = 100\n")
    assert okrtui("list").lines[1].split()[5:11] == ["0", "14", "0", "0", "1", "1"]


def test_a_clean_plan_can_be_listed_before_its_quarter_begins(okrtui: CommandLine) -> None:
    okrtui.put(clean_plan())
    assert okrtui("list", "--today", "2026-09-01").lines[1].split()[-2:] == ["0", "%"]
