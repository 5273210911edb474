"""Files that are no plan: each says where, what and what to do, and keeps every byte."""

import datetime as dt
import os
import resource
from pathlib import Path

import pytest

from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.errors import FileError, ReadOnlyError
from okrtui.storage.repository import Repository
from tests.support.plans import small_plan

Q4 = Quarter(2026, 4)
TOP = b'quarter = "2026-Q4"\nstart = 2026-10-01\nend = 2026-12-31\n'
KR = TOP + b'[[objectives]]\nid = "a"\n[[objectives.key_results]]\nid = "b"\n'
CHECK_IN = KR + b"[[objectives.key_results.check_ins]]\ndate = 2026-10-12\n"
IN_KR = " of objective 1, key result 1"

Row = tuple[str, bytes, int | None, str | None, str, str]
BAD: list[Row] = [
    # name, bytes, line, field, what, what to do
    ("syntax", TOP + b"phase active\n", 4, None, "no line of the form", "write it like"),
    ("quotes missing", TOP + b"phase = active\n", 4, None, "cannot be read", "texts in quotes"),
    ("text not closed", TOP + b'focus = "x\nphase = "active"\n', 4, None, "not closed", "on the same line"),
    ("quote in text", TOP + b'focus = "a "b" c"\n', 4, None, "goes on after", '\\" for a quote'),
    ("no such day", TOP + b"closed_on = 2026-02-30\n", 4, None, "", "2026-12-31"),
    ("key twice", TOP + b"phase = 'active'\nphase = 'closed'\n", 5, None, "twice", "delete one"),
    ("heading twice", TOP + b"[retrospective]\n[retrospective]\n", 5, None, "twice", ""),
    ("escape byte", TOP + b'focus = "\x1b[2J"\n', 4, None, "control character", "delete"),
    ("merge", TOP + b"<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n", 4, None, "unresolved merge", "keep one"),
    (
        "merge in a text",
        TOP + b'focus = """\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x"""\n',
        5,
        None,
        "unresolved merge",
        "keep one",
    ),
    (
        "merge under windows",
        TOP.replace(b"\n", b"\r\n") + b">>>>>>> x\r\n",
        4,
        None,
        "unresolved",
        "keep one",
    ),
    ("latin-1", TOP + b'focus = "\xe9t\xe9"\n', 4, None, "not UTF-8", "save it as UTF-8"),
    ("utf-16", TOP.decode().encode("utf-16"), None, None, "not UTF-8", "save it as UTF-8"),
    ("long number", TOP + b"\nx = " + b"9" * 5000, 5, None, "number that is too long", "15 digits"),
    ("huge exponent", TOP + b"x = 1e9999999999999999999", None, None, "number that is too long", "15 digits"),
    ("deep list", TOP + b"x = " + b"[" * 900 + b"]" * 900, None, None, "nested too deep", "levels"),
    ("17 levels", TOP + b"x = " + b"[" * 16 + b"]" * 16, None, None, "nested too deep", "levels"),
    ("deep key", TOP + b"a." * 10_000 + b"b = 1", 4, None, "nested too deep", "levels"),
    ("deep heading", TOP + b"[" + b'"a".' * 10_000 + b"b]", 4, None, "nested too deep", "levels"),
    ("empty", b"", None, "quarter", "missing", 'quarter = "2026-Q4"'),
    ("no start", b'quarter = "2026-Q4"\nend = 2026-12-31\n', None, "start", "missing", "start = 2026-10-01"),
    ("other quarter", TOP.replace(b"Q4", b"Q3"), 1, "quarter", "2026-Q3", 'quarter = "2026-Q4"'),
    ("no quarter", TOP.replace(b"Q4", b"Q5"), 1, "quarter", "no quarter", "write it like 2026-Q4"),
    ("end first", TOP.replace(b"12-31", b"01-31"), 3, "end", "not after the start", "later date"),
    ("far quarter", TOP.replace(b"2026-12-31", b"2126-12-31"), 3, "end", "36,615 days after", "an earlier date"),
    ("year 1", TOP.replace(b"2026-10-01", b"0001-10-01"), 2, "start", "has the year 1", "from 1900 to 2199"),
    ("year 9999", TOP.replace(b"2026-12-31", b"9999-12-31"), 3, "end", "has the year 9999", "from 1900 to 2199"),
    ("schema in hex", TOP + b"schema = 0x1" + b"0" * 5000, 4, "schema", "is 0x1000", "write 1000000 or less"),
    ("confidence in hex", KR + b"confidence = 0x1" + b"0" * 5000, 8, "confidence" + IN_KR, "is 0x1000", "10 or less"),
    ("unknown phase", TOP + b'phase = "foo"\n', 4, "phase", "is 'foo'", "one of planning, active, closed"),
    ("phase a number", TOP + b"phase = 3\n", 4, "phase", "is 3", "one of planning, active, closed"),
    ("escape in a value", TOP + b'phase = "\\u001b[2J"\n', 4, "phase", "is '␛[2J'", "one of planning"),
    ("schema text", TOP + b'schema = "1"\n', 4, "schema", "no whole number", "without quotes"),
    ("schema_version", TOP + b"schema_version = 1\n", 4, "schema_version", "called schema", "schema = 1"),
    ("not a list", TOP + b"[objectives]\n", 4, "objectives", "no list", "[[objectives]]"),
    ("not a table", TOP + b"retrospective = 1\n", 4, "retrospective", "no group", "[retrospective]"),
    ("no date", KR + b'\ndue = "soon"\n', 9, "due" + IN_KR, "is no date", "write it like 2026-12-31"),
    ("title a number", KR + b"title = 5\n", 8, "title" + IN_KR, "is no text", "put it in quotes"),
    ("too long", KR + b'notes = "' + b"x" * 100_001 + b'"', 8, "notes" + IN_KR, "too long", "100,000"),
    ("bool as number", KR + b"target = true\n", 8, "target" + IN_KR, "no number", "30 or 2.5"),
    ("number in quotes", KR + b'target = "30"\n', 8, "target" + IN_KR, "no number", "without quotes"),
    ("nan", KR + b"target = nan\n", 8, "target" + IN_KR, "not a number that can be counted", "30 or 2.5"),
    ("inf", KR + b"target = -inf\n", 8, "target" + IN_KR, "not a number that can be counted", "30 or 2.5"),
    ("1e400", KR + b"target = 1e400\n", 8, "target" + IN_KR, "more than 15 digits", "shorter"),
    ("16 digits", KR + b"target = 1234567890123456\n", 8, "target" + IN_KR, "more than 15", "shorter"),
    ("confidence 11", KR + b"confidence = 11\n", 8, "confidence" + IN_KR, "is 11", "10 or less"),
    ("confidence 6.5", KR + b"confidence = 6.5\n", 8, "confidence" + IN_KR, "no whole number", "like 7"),
    ("weight -1", KR + b"weight = -1\n", 8, "weight" + IN_KR, "is -1", "0 or more"),
    ("no value", CHECK_IN, 8, "value of objective 1, key result 1, check-in 1", "missing", "value = 30"),
    (
        "second check-in",
        CHECK_IN + b"value = 1\n" + CHECK_IN[len(KR) :] + b"value = 'x'\n",
        13,
        "value of objective 1, key result 1, check-in 2",
        "no number",
        "without quotes",
    ),
    (
        "id twice",
        KR + b'[[not_now]]\nid = "a"\n',
        9,
        "id of not-now request 1",
        "'a' is also the id of objective 1 (line 5)",
        "delete this line",
    ),
    (
        "after a text that looks like lines",
        TOP + b'focus = """\n[[objectives]]\nphase = "x"\n"""\n[[objectives]]\nwhy = ["[", \']\',\n[1]\n]\n',
        9,
        "why of objective 1",
        "is no text",
        "put it in quotes",
    ),
    (
        "inline",
        TOP + b'objectives = [{id="a", due=1, title=3}]',
        4,
        "title of objective 1",
        "no text",
        "quotes",
    ),
    (
        "newer and unreadable",
        b"schema = 7\n" + TOP + b'phase = "dreaming"\n',
        1,
        "schema",
        "a newer okrtui",
        "update okrtui",
    ),
    ("too many items", TOP + b"[[objectives]]\n" * 12_001, None, None, "holds 12,001 objectives", "at most 12,000"),
    (
        "too many check-ins",
        KR + b"check_ins = [" + b"{date=2026-10-12,value=1}," * 20_001 + b"]",
        None,
        None,
        "holds 20,001 check-ins",
        "at most 20,000",
    ),
    ("5 MB", TOP + b"#" * 5_000_000, None, None, "larger than 4 MB", "take out"),
]


@pytest.mark.parametrize("row", BAD, ids=[row[0] for row in BAD])
def test_a_bad_file_is_explained_and_never_written(tmp_path: Path, row: Row) -> None:
    _, data, line, field, what, do = row
    path = tmp_path / "2026-Q4.toml"
    path.write_bytes(data)
    repository = Repository(tmp_path, clock)
    with pytest.raises(FileError) as loading:
        repository.load(Q4)
    error = loading.value
    assert (error.line, error.field) == (line, field)
    assert what in error.what
    assert do in error.do
    assert str(error).startswith("2026-Q4.toml")
    assert "\n" not in str(error)
    assert str(error).isprintable()
    assert len(str(error)) < 400
    with pytest.raises(FileError):
        repository.update(Q4, lambda plan: plan.replace(focus="x"))
    with pytest.raises(FileError):
        repository.create(small_plan())
    assert path.read_bytes() == data
    assert not (tmp_path / ".okrtui" / "history").exists()


def test_the_message_is_one_line_with_the_place_in_words(tmp_path: Path) -> None:
    (tmp_path / "2026-Q4.toml").write_bytes(KR + b'due = "soon"\ntarget = nan\nphase = 3\nunit = 4\n')
    with pytest.raises(FileError) as caught:
        Repository(tmp_path, clock).load(Q4)
    assert str(caught.value) == (
        "2026-Q4.toml, line 8, due of objective 1, key result 1: is no date; write it like 2026-12-31 "
        "(2 more errors in this file)"
    )


def test_a_newer_file_that_makes_sense_opens_but_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "2026-Q4.toml"
    data = b"schema = 2\n" + TOP + b"[[moods]]\nday = 1\n"
    path.write_bytes(data)
    repository = Repository(tmp_path, clock)
    stored = repository.load(Q4)
    assert stored.plan.schema_version == 2
    assert "newer okrtui" in stored.read_only
    for known in (None, stored):
        with pytest.raises(ReadOnlyError, match="update okrtui"):
            repository.update(Q4, lambda plan: plan.replace(focus="x"), known)
    assert path.read_bytes() == data


@pytest.mark.parametrize("kind", ["fifo", "directory", "link to a device", "link to a directory", "link loop"])
def test_what_is_no_file_neither_hangs_nor_is_replaced(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "2026-Q4.toml"
    match kind:
        case "fifo":
            os.mkfifo(path)
        case "directory":
            path.mkdir()
        case "link to a device":
            path.symlink_to("/dev/zero")
        case "link to a directory":
            path.symlink_to(tmp_path)
        case "link loop":
            path.symlink_to(path)
    before = path.lstat()
    repository = Repository(tmp_path, clock)
    with pytest.raises(FileError) as caught:
        repository.load(Q4)
    assert caught.value.do
    with pytest.raises((FileError, OSError)):
        repository.update(Q4, lambda plan: plan)
    with pytest.raises(FileError):
        repository.create(small_plan())
    assert os.path.samestat(path.lstat(), before)


@pytest.mark.parametrize(
    "data",
    [
        b"a." * 900_000 + b"b = 1",
        b"[[a]]\n" * 60_000,
        b'"""' * 600_000,
        b"." * 40 + b"\n" + b'x = "' + b'\\"' * 900_000,
        b"x = " + b"{a=" * 600_000,
    ],
    ids=["dots", "tables", "quotes", "escapes", "braces"],
)
def test_a_hostile_file_costs_neither_minutes_nor_all_memory(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "2026-Q4.toml").write_bytes(data)
    before = resource.getrusage(resource.RUSAGE_SELF)
    with pytest.raises(FileError):
        Repository(tmp_path, clock).load(Q4)
    after = resource.getrusage(resource.RUSAGE_SELF)
    assert after.ru_utime - before.ru_utime < 6
    assert after.ru_maxrss - before.ru_maxrss < 300_000


def test_one_bad_quarter_leaves_the_others_usable(tmp_path: Path) -> None:
    (tmp_path / "2026-Q3.toml").write_bytes(b"\xff")
    repository = Repository(tmp_path, clock)
    repository.create(small_plan())
    assert repository.quarters() == [Quarter(2026, 3), Q4]
    plan: Plan = repository.load(Q4).plan
    assert plan == small_plan()


def clock() -> dt.datetime:
    return dt.datetime(2026, 11, 12, 9, tzinfo=dt.UTC)
