"""Lines wrapped in columns: nothing is lost, nothing stands out, and no title is long enough to hang the program."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrtui.model.widths import cell_width
from okrtui.report.columns import wrap


@given(st.text("ab 日本é\u0301\u200d", max_size=60), st.integers(4, 20))
def test_wrapped_lines_hold_all_of_the_text_within_the_width(text: str, width: int) -> None:
    lines = list(wrap(text, width, "- ", "  "))
    assert "".join(line[2:] for line in lines).replace(" ", "") == text.replace(" ", "")
    assert all(cell_width(line) <= width for line in lines)


def test_words_stand_together_where_they_fit() -> None:
    assert list(wrap("one two three", 9, "", "  ")) == ["one two", "  three"]
    assert list(wrap("日本語日本語 ab", 8, "", "  ")) == ["日本語日", "  本語", "  ab"]


@pytest.mark.parametrize("text", ["日" * 99_000, "x" * 99_000, "x " * 49_000, "\u0301" * 99_000])
def test_a_title_of_99000_characters_is_shown_in_no_time(text: str) -> None:
    before = time.process_time()
    lines = list(wrap(text, 80, "  ", "    "))
    assert time.process_time() - before < 2
    assert sum(map(len, lines)) >= 98_000
