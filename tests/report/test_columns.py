"""Lines end where a reader of the language would end them."""

import pytest

from okrtui.report.columns import wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("11 of 16 key results", 11, ["11 of 16", "key results"]),
        ("abcdefghij kl", 4, ["abcd", "efgh", "ij", "kl"]),
        ("It is 58 % done", 8, ["It is", "58 %", "done"]),
        ("Peut-on le mesurer\u00a0?", 18, ["Peut-on le", "mesurer\u00a0?"]),
        ("進捗 58 %、想定 48 %。遅れなし", 16, ["進捗 58 %、想定", "48 %。遅れなし"]),
        ("目標に「到達」した。", 8, ["目標に", "「到達」", "した。"]),
        ("목표에 도달했습니다", 12, ["목표에", "도달했습니다"]),
    ],
)
def test_a_line_ends_between_words_or_where_the_script_has_no_blanks(text: str, width: int, lines: list[str]) -> None:
    assert list(wrap(text, width, "", "")) == lines


def test_further_lines_hang_below_the_first() -> None:
    assert list(wrap("one two three", 9, "- ", "  ")) == ["- one two", "  three"]
