"""Whatever the bytes are, there is an answer: objectives that a quarter can hold, or what is wrong."""

from collections.abc import Iterable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from okrtui.model.measure import Bands
from okrtui.model.plan import Plan
from okrtui.model.text import display
from okrtui.report.importing import AddImported, counts, preview_lines, read_spreadsheet, told
from okrtui.report.importing.options import Options
from okrtui.storage.codec import decode, encode
from tests.report.importing.outlines import QUARTER
from tests.support.plans import TODAY

HEADERS = st.sampled_from(
    [
        *("Objective", "Key result", "Action", "Ziel", "目標", "Target", "Baseline", "Current", "Unit", "Due", "Owner"),
        *("Status", "Confidence", "Notes", "Why", "Type", "Title", "Weight", "Metric", "Start", "", "Foo", "Kind"),
        *("Objective number", "Key result number", "Current on"),
    ]
)
CELLS = st.one_of(
    st.sampled_from(
        [
            *("", "Win", "1.250", "1,250", "2,5", "20 %", "$1,2M", "10/11/2026", "15.12.", "2026-12-15", "done", "7"),
            *("Objective", "key result", "at least", "Total", "'=x", '"', "\u202ex", "\x1b[0m", "- a\n- b", "Q4", "-"),
        ]
    ),
    st.text(max_size=6),
)
TABLES = st.builds(
    lambda head, rows, delimiter, encoding: "\n".join(delimiter.join(row) for row in [head, *rows]).encode(
        encoding, "replace"
    ),
    st.lists(HEADERS, min_size=1, max_size=8),
    st.lists(st.lists(CELLS, max_size=8), max_size=5),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp932"]),
)


def assert_safe(lines: Iterable[str]) -> None:
    for line in lines:
        assert line == display(line), "a line holds what a terminal obeys"


def answer(data: bytes) -> None:
    found = read_spreadsheet(data, Options.into(QUARTER, TODAY))
    if found.problems:
        assert found.plan_part == ()
        assert_safe(told(found.problems))
        return
    plan: Plan = AddImported(found.plan_part).apply(QUARTER)
    assert decode(encode(plan), Path("2026-Q4.toml")) == plan
    assert_safe([*found.left_out, *found.read_as, counts(found.plan_part)])


@given(st.binary(max_size=300))
def test_any_bytes_give_an_answer(data: bytes) -> None:
    answer(data)


@given(TABLES)
def test_any_table_gives_an_answer(data: bytes) -> None:
    answer(data)


@given(TABLES.map(lambda data: b"Objective,Key result,Target,Due\n" + data))
def test_any_preview_can_be_printed(data: bytes) -> None:
    found = read_spreadsheet(data, Options.into(QUARTER, TODAY))
    if not found.problems:
        assert_safe(preview_lines(found, QUARTER, TODAY, Bands()))
