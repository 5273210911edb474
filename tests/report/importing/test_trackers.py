"""Spreadsheets as people have them come in as the plan that a reader sees in them.

Each ``trackers/*.csv`` stands beside a ``.txt`` with everything that has to come out of it, what is left out and how
doubtful cells were read. Read the two side by side before changing the ``.txt``.
"""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.model.text import display
from okrtui.report.importing import counts, told
from tests.report.importing.outlines import imported, key_results, outline

TRACKERS = sorted((Path(__file__).parent / "trackers").glob("*.csv"))


def test_there_are_trackers_of_at_least_ten_shapes() -> None:
    assert len(TRACKERS) >= 10


@pytest.mark.parametrize("path", TRACKERS, ids=lambda path: path.stem)
def test_a_tracker_becomes_the_plan_that_a_reader_sees_in_it(path: Path) -> None:
    assert outline(imported(path.read_bytes())) == path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_encoding_and_delimiter_do_not_matter(encoding: str, delimiter: str) -> None:
    rows = [["Objectif", "Résultat clé", "Cible"], ["Créer l'été", "Gagner 30 clients; vite, bien", "30"]]
    text = "\r\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    (key_result,) = key_results(text.encode(encoding))
    assert (key_result.title, key_result.target) == ("Gagner 30 clients; vite, bien", Decimal(30))


def test_a_file_says_itself_what_stands_between_its_columns() -> None:
    (key_result,) = key_results("sep=|\nObjective|Key result|Target\nWin|Sign, seal, deliver|3\n")
    assert key_result.title == "Sign, seal, deliver"


def test_a_cell_over_several_lines_is_one_line_of_text_and_keeps_its_lines_in_notes() -> None:
    (key_result,) = key_results('Objective,Key result,Notes\nWin,"Sign\n6 partners","First\nSecond"\n')
    assert (key_result.title, key_result.notes) == ("Sign 6 partners", "First\nSecond")


def test_empty_cells_mean_the_same_as_above_and_so_does_the_same_title_again() -> None:
    blank = "Objective,Key result,Action\nWin,Sign 6,Call\n,,Write\n,Train 5,Book\nGrow,Send 3,Draft\n"
    full = "Objective,Key result,Action\nWin,Sign 6,Call\nWIN ,sign 6,Write\nWin,Train 5,Book\nGrow,Send 3,Draft\n"
    sorted_by_owner = (
        "Objective,Key result,Action\nWin,Sign 6,Call\nGrow,Send 3,Draft\nWin,Train 5,Book\n,Sign 6,Write\n"
    )
    assert outline(imported(full)) == outline(imported(blank))
    assert counts(imported(sorted_by_owner).plan_part) == "2 objectives, 3 key results and 4 actions"


def test_an_owner_or_date_belongs_to_what_stands_left_of_it() -> None:
    found = imported(
        "Objective,Key result,Target,Due,Owner,Initiative,Due,Owner\n"
        "Win,Sign 6,6,2026-12-31,Ana,Call all,2026-11-20,Tom\n"
    )
    assert outline(found) == [
        "Win",
        "  Sign 6 | reach None -> 6 | due 2026-12-31 | owner Ana",
        "    Call all | todo | due 2026-11-20 | owner Tom",
    ]


def test_one_date_column_serves_key_results_and_the_actions_below_them() -> None:
    found = imported(
        "Objective,Key result,Due,Action\nWin,Sign 6,2026-12-31,\n,,2026-11-20,Call all\n,,2026-12-31,Write\n"
    )
    assert outline(found)[1:] == [
        "  Sign 6 | reach None -> None | due 2026-12-31",
        "    Call all | todo | due 2026-11-20",
        "    Write | todo",
    ]


def test_each_of_several_columns_of_actions_is_an_action() -> None:
    found = imported("Objective,Key result,Initiative 1,Initiative 2\nWin,Sign 6,Call,Write\n,Train 5,,Book\n")
    assert [line.strip() for line in outline(found)] == [
        "Win",
        "Sign 6 | reach None -> None",
        "Call | todo",
        "Write | todo",
        "Train 5 | reach None -> None",
        "Book | todo",
    ]


def test_the_current_value_is_a_check_in_only_where_it_moved() -> None:
    moved, still, level = key_results(
        "Objective,Key result,Kind,Baseline,Target,Current\nWin,A,,20,30,26\n,B,,20,30,20\n,C,at least,,5,5\n"
    )
    assert [str(found.date) for found in moved.check_ins] == ["2026-11-12"]
    assert (still.check_ins, len(level.check_ins)) == ((), 1)
    assert level.kind == "at_least"


def test_before_the_quarter_the_current_value_is_where_it_starts() -> None:
    text = "Objective,Key result,Baseline,Target,Current\nWin,A,,30,20\n,B,18,30,20\n"
    found = imported(text, today=dt.date(2026, 9, 20))
    assert outline(found) == [
        "Win",
        "  A | reach 20 -> 30",
        "  B | reach 18 -> 30",
        "left out: the current value, as it is from before the quarter (line 3)",
        "read: the current value as the baseline, as it is from before the quarter (line 2)",
    ]


def test_what_a_terminal_might_obey_is_taken_out_and_said() -> None:
    found = imported("Objective,Key result\nWin\x1b[2J\u202e all,Sign\x00 6\n")
    assert outline(found) == [
        "Win[2J all",
        "  Sign 6 | reach None -> None",
        "left out: control characters and direction overrides in a text (line 2)",
    ]


def test_what_is_said_of_a_cell_is_safe_to_print() -> None:
    text = "Objective;Key \x1b[2Jresult;Target\u202e;Odd\x1b[2J\nWin;A;1.250\n;B;2,5 a\x1b[Jb\n"
    found = imported(text, "Key result=key result")
    said = [*told(found.problems), *found.left_out, *found.read_as]
    assert said
    assert all(line == display(line) for line in said)
    found = imported("Objective;Key result;Target;Odd\x1b[2J\nWin;A;1.250;x\n;B;2,5 a\x1b[Jb;\n")
    assert [line for line in (*found.left_out, *found.read_as) if line != display(line)] == []
    assert any("as in 2,5 a␛[Jb on line 3" in line for line in found.read_as)


def test_the_guard_against_formulas_goes_and_other_apostrophes_stay() -> None:
    found = imported("Objective,Key result,Owner,Baseline\n'=Win,'-- 6 partners,'Ana',-3\n")
    (node,) = found.plan_part
    (key_result,) = node.key_results
    assert (node.title, key_result.title, key_result.owner, key_result.baseline) == (
        "=Win",
        "-- 6 partners",
        "'Ana'",
        Decimal(-3),
    )


def test_what_is_not_read_is_named() -> None:
    found = imported("Objective,Key result,Team,Progress,Target\nWin,Sign 6,Field,40 %,tbd\n")
    assert outline(found)[2:] == [
        "left out: columns that okrtui works out itself: Progress",
        "left out: columns that are not known: Team",
        "read: tbd as no value (line 2)",
    ]


def test_two_hundred_unknown_columns_are_not_all_named() -> None:
    headers = ",".join(f"Extra thing {chr(97 + at % 26)}{chr(97 + at // 26)}" for at in range(200))
    (phrase,) = imported(f"Objective,Key result,{headers}\nWin,Sign 6\n").left_out
    assert phrase.endswith(" and 180 more")
