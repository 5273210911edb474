import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrtui.model.text import (
    LINE_LIMIT,
    PROSE_LIMIT,
    clean_line,
    clean_prose,
    display,
    is_clean,
    locale_is_utf8,
    search_key,
)

# text, as kept on one line, as shown
UNSAFE = {
    "ESC": ("a\x1b[31mb", "a[31mb", "a␛[31mb"),
    "OSC 52": ("a\x1b]52;c;ZXZpbA==\x07b", "a]52;c;ZXZpbA==b", "a␛]52;c;ZXZpbA==␇b"),
    "C1 CSI": ("a\x9b2Jb", "a2Jb", "a‹009B›2Jb"),
    "C1 OSC": ("a\x9d0;tb", "a0;tb", "a‹009D›0;tb"),
    "NUL": ("a\x00b", "ab", "a␀b"),
    "DEL": ("a\x7fb", "ab", "a␡b"),
    "BEL": ("a\x07b", "ab", "a␇b"),
    "bidi override": ("a\u202eb", "ab", "a‹202E›b"),
    "bidi isolate": ("a\u2066b\u2069", "ab", "a‹2066›b‹2069›"),
    "zero width space": ("a\u200bb", "ab", "a‹200B›b"),
    "byte order mark": ("\ufeffab", "ab", "‹FEFF›ab"),
    "tag": ("a\U000e0041b", "ab", "a‹E0041›b"),
    "noncharacter": ("a\uffffb", "ab", "a‹FFFF›b"),
    "another noncharacter": ("a\ufdd0b", "ab", "a‹FDD0›b"),
    "lone surrogate": ("a\ud800b", "ab", "a‹D800›b"),
    "line break": ("a\nb", "a b", "a␊b"),
    "tab": ("a\tb", "a b", "a␉b"),
    "next line": ("a\x85b", "a b", "a‹0085›b"),
    "line separator": ("a\u2028b", "a b", "a‹2028›b"),
}

SAFE = [
    "Grow MQLs from 20 to 30 [/x] <b> 100 %",
    "می\u200cخواهم",  # Persian needs the non-joiner
    "👩\u200d💻 launch",  # so does the emoji of a woman at a computer, the joiner
    "क्\u200dष",
    "אבג\u200f 12",
    "Müller & Söhne — “größer”",
    "売上を30％伸ばす",
    "e\u0301te\u0301",
]


@pytest.mark.parametrize("name", UNSAFE)
def test_terminal_codes_in_text_are_dropped_when_typed_and_seen_when_read(name: str) -> None:
    text, kept, shown = UNSAFE[name]
    assert clean_line(text) == kept
    assert display(text) == shown
    assert is_clean(kept)
    assert is_clean(text) == (name == "line break")


@pytest.mark.parametrize("text", SAFE)
def test_text_of_every_script_is_kept_and_shown_as_it_is(text: str) -> None:
    assert clean_line(text) == text
    assert clean_prose(text) == text
    assert display(text) == text
    assert is_clean(text)


def test_prose_keeps_its_lines() -> None:
    assert clean_prose(" one\r\ntwo\rthree\u2028four\n\n\tfive \n") == "one\ntwo\nthree\nfour\n\n    five"
    assert clean_prose("a\x1b[0m\nb\x00") == "a[0m\nb"


def test_a_huge_paste_is_cut_not_kept() -> None:
    assert len(clean_line("x" * 10_000)) == LINE_LIMIT
    assert len(clean_prose("x\n" * 50_000)) <= PROSE_LIMIT
    assert clean_line("x" * (LINE_LIMIT - 1) + "  y") == "x" * (LINE_LIMIT - 1)


def test_a_title_that_is_cut_says_so() -> None:
    assert display("abcdef", 6) == "abcdef"
    assert display("abcdefg", 6) == "abcde…"
    assert display("abc", 0) == "…"


def test_finding_ignores_case_and_width() -> None:
    assert search_key("ＭＱＬ Straße") == search_key("mql STRASSE")
    assert search_key("Léa Müller") == search_key("lea muller")
    assert search_key("がっつり 한국") == "がっつり 한국", "marks that make another sound are no accents"


@given(st.text(st.characters(exclude_categories=[]), max_size=40))
def test_whatever_is_typed_ends_up_clean_and_stays_the_same_when_cleaned_again(text: str) -> None:
    line, prose = clean_line(text), clean_prose(text)
    assert is_clean(line)
    assert is_clean(prose)
    assert "\n" not in line
    assert (clean_line(line), clean_prose(prose)) == (line, prose)
    assert is_clean(display(text))
    assert "\n" not in display(text)
    line.encode()


@pytest.mark.parametrize(
    ("environ", "utf8"),
    [
        ({}, False),
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "en_US.utf8"}, True),
        ({"LANG": "C"}, False),
        ({"LC_CTYPE": "ja_JP.eucJP", "LANG": "ja_JP.UTF-8"}, False),
        ({"LC_ALL": "C.UTF-8", "LC_CTYPE": "C", "LANG": "C"}, True),
        ({"LC_ALL": "", "LC_CTYPE": "", "LANG": "fr_FR.UTF-8@euro"}, True),
        ({"LC_CTYPE": "C.UTF-8"}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "C"}, False),
        ({"LC_CTYPE": "C.UTF-8", "LANG": "en_US.UTF-8"}, True),
        ({"LC_CTYPE": "en_US.UTF-8"}, True),
        ({"LC_MESSAGES": "C.UTF-8", "PYTHONUTF8": "1"}, False),
    ],
)
def test_a_terminal_is_sent_only_what_its_locale_can_show(environ: dict[str, str], utf8: bool) -> None:
    assert locale_is_utf8(environ) is utf8
