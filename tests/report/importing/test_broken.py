"""A spreadsheet that cannot be read whole gives a line for each bad row, and nothing of it."""

import re
from decimal import Decimal

import pytest

from tests.report.importing.outlines import imported, key_results, refused

HEAD = "Objective,Key result,Baseline,Target,Current,Due,Confidence,Action,Status"

ROWS = {
    # what stands below HEAD: what has to be said, a line a row
    "O,K,few,30,,,,,": ["line 2, baseline: few is no number; write it like 30, 1250 or 2.5"],
    "O,K,20-30,> 40,,,,,": [
        "line 2, baseline: 20-30 is no number; write it like 30, 1250 or 2.5; and "
        "target: > 40 is no number; write it like 30, 1250 or 2.5"
    ],
    "O,K,#REF!,,,,,,": ["line 2, baseline: #REF! is an error of the spreadsheet; mend the formula and save it again"],
    "O,K,1,1234567890123456,,,,,": ["line 2, target: 1234567890123456 has more than 15 digits"],
    "O,K,1.250,,,,,,": [
        "line 2, baseline: 1.250 could be 1,250 (--decimal comma) or 1.25 (--decimal point); say which with that option"
    ],
    'O,K,1.250,"1,5",2.5,,,,': [
        "line 2, baseline: 1.250 could be two numbers, as this file has both 1,5 on line 2 and 2.5 on line 2; "
        "write them all in one way"
    ],
    "O,K,20 %,30 MQLs,,,,,": ["line 2, unit: is % in baseline and MQLs in target; write the same in both"],
    "O,K,1,2,,10/11/2026,,,": [
        "line 2, due: 10/11/2026 could be 10 Nov (--dates dmy) or 11 Oct (--dates mdy); say which with that option"
    ],
    "O,K,1,2,,13/11/2026,,,\nO,L,1,2,,11/14/2026,,,\nO,M,1,2,,11/10/2026,,,": [
        "line 4, due: 11/10/2026 could be two dates, as this file has both 13/11/2026 on line 2 and "
        "11/14/2026 on line 3; "
        "write them all in one way"
    ],
    "O,K,1,2,,31/11/2026,,,": ["line 2, due: 31/11/2026 is no date: Nov has 30 days"],
    "O,K,1,2,,soon,,,\nO,L,1,2,,later,,,": [
        "line 2, due: soon is no date; write it like 2026-12-15",
        "line 3, due: later is no date; write it like 2026-12-15",
    ],
    "O,K,1,2,,46371,,,": [
        "line 2, due: 46371 is a date as spreadsheets count days; format that column as a date and save it again"
    ],
    "O,K,1,2,,15.12.2062,,,": ["line 2, due: 15.12.2062 has the year 2062, far from 2026-Q4; write it like 2026-12-31"],
    "O,K,1,2,,Q3,,,": ["line 2, due: Q3 is another quarter than 2026-Q4; write the day, like 2026-12-31"],
    "O,K,1,2,,,11,,\nO,L,1,2,,,7,,\nO,M,1,2,,,high,,": [
        "line 2, confidence: 11 is no whole number from 0 to 10; "
        'write one, or leave the column out with --map "Confidence=ignore"',
        "line 4, confidence: high is no whole number from 0 to 10; "
        'write one, or leave the column out with --map "Confidence=ignore"',
    ],
    "O,K,1,2,,,,Draft,Maybe": ["line 2, status: Maybe is no status that is known; write to do, doing, done or dropped"],
    "O,K,1,2,,,,A,\n,,1,3,,,,B,": [
        'line 3, target: 3 is not what line 2 says for the same key result, "K"; '
        "leave one of them empty, or give each a title of its own"
    ],
    ",K,1,2,,,,,": ["line 2, objective: is empty, and no row above names one"],
    "O,,,,,,,Draft,": ["line 2, key result: is empty, and an action serves a key result; write which"],
    "O,,,,,,,,\n,,1,2,,,,,": [
        "line 3, baseline: 1 belongs to no key result; write its title in this row; and "
        "target: 2 belongs to no key result; write its title in this row"
    ],
    'O,"K,1,2,,,,,\nO,L,,,,,,,': [
        'line 2: the quotes are not closed, or stand within a word; write "" for a quote within quotes'
    ],
    f"{'O' * 501},K,,,,,,,": [f"line 2, objective: {'O' * 59}… has 501 characters, and may have 500; shorten it"],
}

FILES = {
    "empty": (b"", "the file is empty; it needs a row with the names of the columns, and rows below it"),
    "blank": (b" \n;;;\n", "the file is empty; it needs a row with the names of the columns, and rows below it"),
    "workbook": (
        b"PK\x03\x04...",
        "the file is a workbook and no CSV; save it as CSV (UTF-8) in the spreadsheet program",
    ),
    "binary": (bytes(range(256)) * 9, "the file is no text; save it as CSV (UTF-8) in the spreadsheet program"),
    "too large": (b"a" * 5_000_001, "the file is larger than 5 MB; import it in smaller parts"),
    "cut UTF-16": (
        b"\xff\xfeO\0b\0\n\0j",
        "line 2: is not the UTF-16 text that its beginning says; save it as CSV (UTF-8) in the spreadsheet program",
    ),
    "broken UTF-8": (
        "Objective\nÜber äöü\n".encode() + b"\xff\n",
        "line 3: is not UTF-8 text, as the rest of the file is; save it as CSV (UTF-8) in the spreadsheet program",
    ),
    "no heading": (
        b"a,b\n1,2\n",
        "line 1: no column is known to hold the objective; "
        'say which one does like --map "Column=objective"; not understood: a, b',
    ),
    "actions of nothing": (
        b"Objective,Action\nO,A\n",
        'line 1: no column is known to hold the key result; name it like --map "Column=key result"; '
        "the columns are Objective, Action",
    ),
    "a column of key results under a name of its own": (
        b"Objective,Big thing,Start,Goal\nO,K,38,60\n,L,1,2\n",
        "line 1: no column is known to hold the key result; "
        'say which one does like --map "Big thing=key result"; not understood: Big thing',
    ),
    "two targets": (
        b"Objective,Key result,Target Q3,Target Q4\nO,K,1,2\n",
        'line 1: "Target Q3" and "Target Q4" could both be target; leave one out with --map "Target Q4=ignore"',
    ),
    "too many rows": (
        b"Objective,Key result\n" + b"O,K\n" * 20_001,
        "line 20002: comes after 20,000 rows; import it in smaller parts",
    ),
    "too many columns": (
        b"Objective,Key result" + b",x" * 499 + b"\nO,K\n",
        "line 1: has 501 columns, and may have 500",
    ),
    "more than a quarter holds": (
        b"Objective,Key result\nO,\n" + b"".join(b",K%d\n" % number for number in range(12_000)),
        "the file holds 12,001 objectives, key results and actions; a quarter holds 12,000",
    ),
}


@pytest.mark.parametrize("rows", ROWS, ids=lambda rows: rows[:30])
def test_each_bad_row_is_named_with_what_to_do_and_nothing_is_read(rows: str) -> None:
    assert refused(f"{HEAD}\n{rows}\n") == ROWS[rows]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_tracker_says_why_in_one_line(name: str) -> None:
    data, said = FILES[name]
    assert refused(data) == [said]


def test_good_rows_do_not_come_in_without_the_bad_ones() -> None:
    assert len(refused(f"{HEAD}\nO,Good,1,2,,2026-12-15,,,\nO,Bad,1,2,,soon,,,\n")) == 1


def test_a_column_is_named_as_the_file_calls_it_too() -> None:
    assert refused("Ziel;Schlüsselergebnis;Fällig am\nO;K;bald\n") == [
        "line 2, due (Fällig am): bald is no date; write it like 2026-12-15"
    ]


def test_the_line_is_that_of_the_file_whatever_stands_above_it() -> None:
    text = 'Our OKRs\n\n"Title over\ntwo lines",\nObjective,Key result,Due\n"Win\nall",K,\n\nO,L,soon\n'
    assert refused(text) == ["line 9, due: soon is no date; write it like 2026-12-15"]


def test_an_option_says_what_the_file_does_not() -> None:
    text = f"{HEAD}\nO,K,1.250,2.000,,10/11/2026,,,\n"
    (key_result,) = key_results(text, dates="dmy", decimal="comma")
    assert (key_result.baseline, str(key_result.due)) == (Decimal(1250), "2026-11-10")
    (key_result,) = key_results(text, dates="mdy", decimal="point")
    assert (str(key_result.baseline), str(key_result.due)) == ("1.250", "2026-10-11")


def test_an_option_that_contradicts_the_file_is_refused_rather_than_obeyed() -> None:
    assert refused(f'{HEAD}\nO,K,"2,5",3,,15/11/2026,,,\n', dates="mdy", decimal="point") == [
        "line 2, baseline: 2,5 does not go with --decimal point; write it as the other numbers; and "
        "due: 15/11/2026 does not go with --dates mdy; write it as the other dates"
    ]


def test_odd_headers_are_named_by_hand() -> None:
    text = "Worauf,Woran,Wie weit,Status\nWin,Sign 6,6,soon\n"
    (key_result,) = key_results(text, "Worauf=objective", "woran = Key Result", "Wie weit=Zielwert", "status=ignore")
    assert (key_result.title, key_result.target) == ("Sign 6", Decimal(6))


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("Ziel", '"Ziel" is no pair; write it like --map "Ziel=objective"'),
        ("=objective", '"=objective" is no pair; write it like --map "Ziel=objective"'),
        ("Ziel=colour", '"colour" is nothing that a column can hold; write one of objective, key result, action, '),
    ],
)
def test_a_mapping_that_means_nothing_is_refused(pair: str, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}"):
        imported("Objective\nWin\n", pair)


def test_a_mapping_of_a_column_that_is_not_there_is_refused() -> None:
    assert refused("Objective,Key result\nWin,Sign 6\n", "Ziel=target") == [
        'line 1: --map names a column "ziel" that is not there; the columns are Objective, Key result'
    ]


def test_where_titles_are_missed_the_columns_that_were_not_understood_are_named() -> None:
    head = "Objective,Key result,Big thing,Baseline\nO,,,\n"
    assert refused(f"{head},,K,38\n") == [
        'line 1: not understood: Big thing; say what one of them holds like --map "Big thing=key result"',
        "line 3, baseline: 38 belongs to no key result; write its title in this row",
    ]
    assert refused(f"{head}O,K,,few\n") == ["line 3, baseline: few is no number; write it like 30, 1250 or 2.5"]
