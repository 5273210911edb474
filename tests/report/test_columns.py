"""Lines end where a reader of the language would end them."""

import pytest

from okrtui.report.columns import one_line, wrap


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
        ("期間は0〜10日", 8, ["期間は", "0〜10日"]),
        ("(2026-Q4、12-31。", 8, ["(2026-Q", "4、", "12-31。"]),
        ("거의 다 … 조금 더", 8, ["거의", "다 …", "조금 더"]),
    ],
)
def test_a_line_ends_between_words_or_where_the_script_has_no_blanks(text: str, width: int, lines: list[str]) -> None:
    assert list(wrap(text, width, "", "")) == lines


def test_a_mark_does_not_stand_alone_above_the_text_that_it_is_before() -> None:
    assert list(wrap("!! Geschäftskundenanteil fehlt", 22, "", "")) == ["!! Geschäftskundenante", "il fehlt"]
    assert list(wrap("! 割合では実際の数", 9, "", "")) == ["! 割合で", "は実際の", "数"]


def test_further_lines_hang_below_the_first() -> None:
    assert list(wrap("one two three", 9, "- ", "  ")) == ["- one two", "  three"]


def test_the_thousands_of_a_french_number_stay_on_its_line() -> None:
    text = one_line("Nettoyer 38\u202f000\nfiches\u2028de contact")
    assert text == "Nettoyer 38\u202f000 fiches de contact"
    assert list(wrap(text, 12, "", "")) == ["Nettoyer", "38\u202f000", "fiches de", "contact"]
