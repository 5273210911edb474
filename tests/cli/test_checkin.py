"""``okrtui checkin``: one check-in or a table of them, all or none, safe beside an open window."""

import io
from decimal import Decimal

import pytest

from okrtui.model.edits import ChangeFields
from okrtui.model.plan import CheckIn, KeyResult, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.week_edits import RecordCheckIn
from okrtui.open_plan import OpenPlan
from okrtui.report.check_in_rows import COLUMNS
from okrtui.storage.codec import decode
from okrtui.storage.repository import Repository
from tests.cli.at_once import call_at_once
from tests.cli.test_hostile_text import assert_harmless
from tests.support.clean import clean_plan
from tests.support.command_line import CommandLine, Said
from tests.support.desk import clock
from tests.support.plans import TODAY, small_plan

Q4 = Quarter(2026, 4)
MQLS = '1.1 "Increase MQLs attributable to inbound marketing from 20 to 30"'


def on_disk(okrtui: CommandLine) -> Plan:
    path = okrtui.data / "2026-Q4.toml"
    return decode(path.read_bytes(), path)


def first_key_result(okrtui: CommandLine) -> KeyResult:
    return on_disk(okrtui).objectives[0].key_results[0]


def checked(value: int, confidence: int | None = None, note: str = "", day: int = TODAY.day) -> CheckIn:
    """The check-in of a day in November."""
    return CheckIn(date=TODAY.replace(day=day), value=Decimal(value), confidence=confidence, note=note)


def latest(okrtui: CommandLine) -> CheckIn:
    return first_key_result(okrtui).check_ins[-1]


@pytest.fixture
def piped(okrtui: CommandLine, monkeypatch: pytest.MonkeyPatch) -> "Piped":
    return Piped(okrtui, monkeypatch)


class Piped:
    """``okrtui checkin -`` with something on its standard input."""

    def __init__(self, okrtui: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
        self._okrtui = okrtui
        self._monkeypatch = monkeypatch

    def __call__(self, table: bytes | str, *words: str) -> Said:
        data = table.encode() if isinstance(table, str) else table
        self._monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        return self._okrtui("checkin", "-", *words)


def test_a_check_in_is_written_and_said_to_be_saved(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    said = okrtui("checkin", "1.1", "28", "--confidence", "7", "--note", " Webinar \x1b[2Jhelped\n")
    assert (said.code, said.err) == (0, "")
    assert said.out == f"checked in {MQLS}: 28, was 26 (saved)\n"
    assert latest(okrtui) == checked(28, confidence=7, note="Webinar [2Jhelped")
    assert okrtui("checkin", "--note", "Five more", "kr0002", "--quarter", "2026-q4", "5").out == (
        'checked in 1.2 "Train 5 people on the CRM": 5 (saved)\n'
    )


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1,250", "1250"),
        ("10k", "10000"),
        ("26.50", "26.50"),
        ("+3", "29"),
        ("-3", "23"),
        ("−3", "23"),
        ("-1,250", "-1224"),
        ("-.5", "25.5"),
        ("-1k", "-974"),
        ("=-3", "-3"),
        ("=5", "5"),
        ("", "26"),
        ("٢٨", "28"),
        ("~30", "30"),
        ("about 30", "30"),
        ("ca. 1,250 MQLs", "1250"),
        ("30 or so", "30"),
        ("thirty-one", "31"),
        ("+about three", "29"),
        ("28/30", "28"),
    ],
)
def test_a_value_is_read_as_people_type_it_and_a_sign_counts_from_the_last(
    okrtui: CommandLine, typed: str, value: str
) -> None:
    okrtui.put(small_plan())
    for words in ([typed, "--note", "-5 less"], ["--note", "-5 less", typed]):
        said = okrtui("checkin", "1.1", *words, "--date", "-1d")
        assert (said.code, said.err) == (0, "")
        if words[0] == typed:
            assert (str(latest(okrtui).value), latest(okrtui).note) == (value, "-5 less")
            assert ": " in said.out and " for 11 Nov: " in said.out


def test_a_second_one_of_a_day_counts_on_and_keeps_what_it_does_not_say(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    okrtui("checkin", "1.1", "+1", "--confidence", "7", "--note", "Fair")
    assert okrtui("checkin", "1.1", "+1").out == f"checked in {MQLS}: 28, was 26, in place of 27 (saved)\n"
    assert latest(okrtui) == checked(28, confidence=7, note="Fair")
    okrtui("checkin", "1.1", "", "--note", "")
    assert latest(okrtui) == checked(28, confidence=7)
    assert len(first_key_result(okrtui).check_ins) == 3


def test_a_late_entry_carries_its_own_date_and_counts_from_what_was_then(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    said = okrtui("checkin", "1.1", "+1", "--date", "2 Nov")
    assert said.out == f"checked in {MQLS} for 2 Nov: 24, was 23 (saved)\n"
    assert [str(found.value) for found in first_key_result(okrtui).check_ins] == ["23", "24", "26"]
    assert " for 6 Nov: 25, was 24 " in okrtui("checkin", "1.1", "25", "--date", "friday").out


WRONG = {
    "no such key result": (["9.9", "3"], "there is no key result 9.9 in 2026-Q4; see: okrtui show 2026-Q4"),
    "an objective": (["1", "3"], "1 is an objective; name a key result, such as 2.1"),
    "an action": (["ac0001", "3"], "ac0001 is an action; name a key result"),
    "no key result": (["", "3"], "no key result is named"),
    "no value": (["1.1"], "VALUE is missing; write it like okrtui checkin 2.1 26"),
    "no word at all": ([], "missing: KR; see: okrtui checkin --help"),
    "two values": (["1.1", "3", "4"], "not understood: 4"),
    "a word": (["1.1", "many"], "value many: is no number; write it like 30"),
    "a hedge alone": (["1.1", "about"], "value about: is no number; write it like 30"),
    "hardly a number": (["1.1", "almost 30"], "value almost 30: has more in it than the number"),
    "of something else": (["1.1", "28/50"], "value 28/50: is no number; write it like 30"),
    "two readings that are hedged": (["1.1", "about 1.250"], "value about 1.250: could be 1,250 or 1.25; write"),
    "two readings": (["1.1", "1.250"], "value 1.250: could be 1,250 or 1.25; write"),
    "a sign alone": (["1.1", "-"], "value -: is no number"),
    "two signs": (["1.1", "--5"], "not understood: --5"),
    "an unknown option": (["1.1", "3", "-x"], "not understood: -x"),
    "no last value": (["1.2", ""], "there is no last value yet; write the first one"),
    "nothing to count from": (["1.2", "+3"], "value +3: there is no last value to count from"),
    "too sure": (["1.1", "3", "--confidence", "11"], "confidence 11: it is no whole number from 0 to 10"),
    "less than not sure": (["1.1", "3", "--confidence", "-7"], "confidence -7: it makes -2 of 5; write 0 to 10"),
    "no date": (["1.1", "3", "--date", "2026-13-01"], "date 2026-13-01: has no month 13"),
    "a day to come": (["1.1", "3", "--date", "tomorrow"], "date tomorrow: is still to come"),
    "a day long ago": (["1.1", "3", "--date", "2025-11-09"], "2025-11-09 is before 2026-Q4 begins, on 2026-10-01"),
    "no such quarter": (["1.1", "3", "--quarter", "2026-Q1"], "2026-Q1.toml: does not exist; make it with: okrtui new"),
    "a table with a value": (["-", "3"], "write okrtui checkin - alone"),
    "hostile words": (["\x1b[2J", "\x9b1m"], "there is no key result ␛[2J"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_is_no_check_in_is_said_in_one_line_and_nothing_is_written(okrtui: CommandLine, name: str) -> None:
    path = okrtui.put(small_plan())
    before = path.read_bytes()
    words, expected = WRONG[name]
    line = okrtui.refuses("checkin", *words)
    assert expected in line
    assert_harmless(line)
    assert path.read_bytes() == before
    assert not (okrtui.data / ".okrtui" / "history").exists()


def test_what_must_not_be_changed_is_left_with_a_sentence(okrtui: CommandLine) -> None:
    plan = small_plan()
    path = okrtui.put(plan.replace(phase="closed"))
    assert "2026-Q4 is closed" in okrtui.refuses("done", "1.1.2")
    assert okrtui("checkin", "1.1", "28").code == 0, "a value that comes in late is still taken"
    path.write_bytes(path.read_bytes().replace(b"schema = 1", b"schema = 2"))
    for words in (["checkin", "1.1", "28"], ["done", "1.1.2"]):
        assert "a newer okrtui wrote this file" in okrtui.refuses(*words)
    dropped = plan.objectives[0].key_results[0].replace(dropped_on=TODAY)
    okrtui.put(plan.replace(objectives=(plan.objectives[0].replace(key_results=(dropped,)),)))
    assert "1.1 was dropped on 2026-11-12, so nothing is checked in" in okrtui.refuses("checkin", "1.1", "28")


def test_where_today_has_no_quarter_the_line_names_the_one_it_went_to(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    assert okrtui("checkin", "1.1", "29", "--today", "2027-01-04").out.endswith(": 29, was 26 (saved in 2026-Q4)\n")
    assert "is before 2026-Q4 begins" in okrtui.refuses("checkin", "1.1", "29", "--today", "2026-09-04")


TABLE = f'{",".join(COLUMNS)}\n1.1,28,7,"Webinar, and\na ""mailing""",2026-11-10\n\nkr0002,"1,250"\n'


@pytest.mark.parametrize(
    "table",
    [
        TABLE,
        TABLE.partition("\n")[2],
        "\ufeff" + TABLE.replace("\n", "\r\n"),
        'KR;Value;Confidence;Note;Date\n1.1;28;7;"Webinar, and\na ""mailing""";10 Nov;\nkr0002;1,250;;;\n;;;;\n',
        '"1.1"\t28\t7\t"Webinar, and\na ""mailing"""\ttuesday\n1.2\t1,250\n',
        'date,note,confidence,value,kr\n10 Nov,"Webinar, and\na ""mailing""",7,28,1.1\n,,,"1,250",1.2\n,,,-,1.2',
    ],
)
def test_a_table_is_read_as_spreadsheets_write_it(okrtui: CommandLine, piped: Piped, table: str) -> None:
    okrtui.put(small_plan())
    said = piped(table)
    assert (said.code, said.err) == (0, "")
    assert said.lines == [
        f"checked in {MQLS} for 10 Nov: 28, was 26 (saved)",
        'checked in 1.2 "Train 5 people on the CRM": 1,250 (saved)',
    ]
    one, other = on_disk(okrtui).objectives[0].key_results
    assert one.check_ins[-1] == checked(28, confidence=7, note='Webinar, and\na "mailing"', day=10)
    assert other.check_ins == (checked(1250),)


def test_rows_count_from_each_other_and_an_empty_value_is_the_last(okrtui: CommandLine, piped: Piped) -> None:
    okrtui.put(small_plan())
    assert piped("1.1,+1,,,2026-11-10\n1.1,+1,,,2026-11-11\n1.1,\n1.2,-\n").code == 0
    assert [str(found.value) for found in first_key_result(okrtui).check_ins] == ["23", "26", "27", "28", "28"]
    assert piped("1.1,-\n").out == "no row with a check-in\n"


def test_a_bad_row_is_named_by_its_line_and_then_nothing_is_written(okrtui: CommandLine, piped: Piped) -> None:
    path = okrtui.put(small_plan())
    before = path.read_bytes()
    said = piped(
        'key_result,value,confidence,note,date\n1.1,28\n9.9,3\n1.2,many,7,"two\nlines"\n\n'
        "1.2,1,250\n1.1,29\n1.2,3,5,,2027-01-01\n\x1b[2J,3\n1.2 5\n"
    )
    assert (said.code, said.out) == (2, "")
    assert [found[:60] for found in said.err.splitlines()] == [
        "okrtui: line 3: there is no key result 9.9 in 2026-Q4; see: "[:60],
        "okrtui: line 4: value many: is no number; write it like 30, "[:60],
        "okrtui: line 7: confidence 250: it is no whole number from 0 to"[:60],
        "okrtui: line 8: 1.1 has a value of that day on line 2 already"[:60],
        "okrtui: line 9: date 2027-01-01: is still to come; a check-in"[:60],
        "okrtui: line 10: there is no key result ␛[2J in 2026-Q4; see:"[:60],
        "okrtui: line 11: has one column; write key_result,value, and a comma"[:60],
    ]
    assert said.err.endswith(" (nothing was written)\n")
    assert_harmless(said.err)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("", "there is no row on standard input"),
        ("key_result,value\n", "there is no row on standard input"),
        ("1.1,28\n1.1 28\n", "line 2: has one column; write key_result,value"),
        ("1.1,28,7,a note,10 Nov,more\n", "line 1: has 6 columns and may have 5"),
        ('1.1,28\n1.2,3,,"never closed\n', "line 2: the quotes are not closed"),
        ("key_result,value,owner\n1.1,28,Ana\n", "line 1: owner is no column; the columns are key_result, value"),
        ("kr,note\n1.1,28\n", "line 1: there is no column value"),
        ("value,note\n28,1.1\n", "line 1: there is no column key_result"),
        (b"1.1,3,," + b"x" * 200_000, "line 1: a text is far too long"),
        ("kr,value,value\n1.1,2,8\n", "line 1: value stands twice"),
        (b"1.1,28\n1.2,3,,caf\xe9\n", "line 2: is not UTF-8 text; save the table as CSV in UTF-8"),
        ("1.1,28\n".encode("utf-16"), "is not UTF-8 text"),
        ("1.1,3\n" * 2_001, "line 2001: comes after 2,000 rows"),
        (b"1.1,3," + b"x" * 1_000_000, "the table is larger than 1 MB"),
        ("1.1,\0\n", "value ␀: is no number"),
    ],
)
def test_what_is_no_table_is_said_in_one_line(
    okrtui: CommandLine, piped: Piped, table: bytes | str, expected: str
) -> None:
    path = okrtui.put(small_plan())
    before = path.read_bytes()
    said = piped(table)
    assert (said.code, said.out, said.err.count("\n")) == (2, "", 1)
    assert expected in said.err
    assert path.read_bytes() == before


def test_a_thousand_wrong_rows_do_not_flood_the_terminal(okrtui: CommandLine, piped: Piped) -> None:
    okrtui.put(small_plan())
    lines = piped("9.9,3\n" * 1_000).err.splitlines()
    assert len(lines) == 101
    assert lines[-1] == "okrtui: and 900 more rows are wrong (nothing was written)"


def test_a_title_is_printed_as_it_is_but_for_what_a_terminal_would_obey(okrtui: CommandLine) -> None:
    plan = small_plan()
    for title, shown in (("[/x] %s", "[/x] %s"), ("a\x1b[2J\nb", "a␛[2J␊b"), ("日本語" * 60, "日本語" * 26 + "日…")):
        titled = plan.objectives[0].key_results[0].replace(title=title)
        okrtui.put(plan.replace(objectives=(plan.objectives[0].replace(key_results=(titled,)),)))
        assert okrtui("checkin", "1.1", "28").out == f'checked in 1.1 "{shown}": 28, was 26 (saved)\n'


def test_an_open_window_and_a_check_in_beside_it_keep_each_others_work(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    window = OpenPlan(Repository(okrtui.data, clock), Q4)
    window.apply(ChangeFields("kr0001", {"title": "Grow MQLs"}))
    assert okrtui("checkin", "1.1", "28").out == 'checked in 1.1 "Grow MQLs": 28, was 26 (saved)\n'
    outcome = window.apply(ChangeFields("kr0001", {"definition": "A contact that asked twice"}))
    assert outcome.saved and not outcome.conflicts
    assert window.apply(RecordCheckIn("kr0002", checked(2))).saved
    assert okrtui("checkin", "1.2", "+1").out.endswith(": 3, in place of 2 (saved)\n")
    assert window.undo().saved, "what was written in between stays"
    found = first_key_result(okrtui)
    assert (found.title, found.definition) == ("Grow MQLs", "A contact that asked twice")
    assert found.check_ins[-1] == checked(28)
    assert window.plan.objectives[0].key_results[0] == found


def test_many_at_once_are_all_in_the_file_afterwards(okrtui: CommandLine) -> None:
    okrtui.put(clean_plan().replace(phase="active"))
    positions = [f"{i}.{j}" for i in (1, 2, 3) for j in (1, 2, 3)][:7]
    calls = [["checkin", position, f"={number}"] for number, position in enumerate(positions)]
    calls += [["done", "1.1.1"], ["checkin", "3.3", "+1"], ["checkin", "3.3", "+1"]]
    for code, said in call_at_once(calls, okrtui.environ):
        assert code == 0
        assert said.endswith(" (saved)\n")
    key_results = [found for objective in on_disk(okrtui).objectives for found in objective.key_results]
    assert [[int(found.value) for found in held.check_ins] for held in key_results] == [
        *([number] for number in range(7)),
        [],
        [2],
    ]
    assert key_results[0].actions[0].status == "done"
