"""Every quantity of a sentence as a typed span: the words that a finding points at."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from okrtui.coach.findings import On, check_wording
from okrtui.coach.language import readings, told
from okrtui.model.language import CODES, Code, Language
from tests.campaign.fuzz import expect_quantities_inside, languages, sentences
from tests.coach.collected import collection

DIGITS = {"full-width": 0xFF10, "Arabic-Indic": 0x660, "Persian": 0x6F0, "Devanagari": 0x966}


def spans(text: str, code: Code) -> list[tuple[str, str]]:
    """The quantities with the words that they stand on."""
    reading = readings(text, code)[0]
    return [(q.type, text[slice(*reading.folded.span(q.start, q.end))]) for q in reading.quantities]


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Send 3 newsletters", [("count", "3")]),
        ("en", "Train twenty-three people", [("count", "twenty-three")]),
        (
            "en",
            "Raise $1.2M from two hundred and fifty donors",
            [("money", "$1.2M"), ("count", "two hundred and fifty")],
        ),
        ("en", "Cut reply time from 8 to 4 hours", [("duration", "8"), ("duration", "4 hours")]),
        ("en", "Answer everyone within 4 hours", [("limit", "within 4 hours")]),
        ("en", "Launch it within 6 weeks", [("date", "within 6 weeks")]),
        ("en", "Grow by 50 % to 10k visits", [("percentage", "50 %"), ("count", "10k")]),
        ("en", "Double sales", [("factor", "Double")]),
        ("en", "Reach 3x more fans", [("factor", "3x"), ("vague", "more")]),
        ("en", "Keep 9 out of 10 clients", [("fraction", "9 out of 10")]),
        ("en", "Finish by 15 December 2026", [("date", "15 December 2026")]),
        ("en", "Be among the top 3", [("rank", "top 3")]),
        ("en", "Sell B2B with GA4 under ISO 27001", [("name", "B2B"), ("name", "GA4"), ("name", "ISO 27001")]),
        ("en", "Support 24/7 after COVID-19 in Q3", [("name", "24/7"), ("name", "COVID-19"), ("date", "Q3")]),
        ("en", "Build Web 2.0 tools", [("name", "Web 2.0")]),
        ("en", "Win XX fans of [X]", [("placeholder", "XX"), ("placeholder", "[X]")]),
        ("en", "Win several fans", [("vague", "several")]),
        ("de", "Gewinne dreiundzwanzig Kunden", [("count", "dreiundzwanzig")]),
        ("de", "Umsatz auf 1,5 Mio. € steigern", [("money", "1,5 Mio. €")]),
        ("fr", "Former quatre-vingts vendeurs", [("count", "quatre-vingts")]),
        ("ja", "三十社に導入", [("count", "三十社")]),
        ("ja", "売上100万円を達成", [("money", "100万円")]),
        ("ja", "成約率を３割にする", [("percentage", "３割")]),
        ("ko", "서른 명을 교육", [("count", "서른 명")]),
        ("ko", "매출 3억 원 달성", [("money", "3억 원")]),
        ("ar", "تدريب ثلاثون موظفا", [("count", "ثلاثون موظفا")]),
        ("ar", "زيادة المبيعات ٥٠٪", [("percentage", "٥٠٪")]),
        ("ar", "إطلاق حملتين", [("count", "حملتين")]),
    ],
)
def test_a_quantity_is_found_with_its_type(code: Code, text: str, expected: list[tuple[str, str]]) -> None:
    assert spans(text, code) == expected


@pytest.mark.parametrize("name", DIGITS)
def test_digits_of_every_script_give_the_same_findings(name: str) -> None:
    zero = DIGITS[name]
    for code in CODES:
        for sentence in list(collection("tuning", code))[::3]:
            kind: On = "key result" if sentence.kind == "key-result" else "objective"
            other = "".join(chr(zero + int(c)) if c in "0123456789" else c for c in sentence.text)
            if other != sentence.text:
                seen = [(f.code, f.severity, f.span) for f in check_wording(kind, sentence.text, code)]
                assert [(f.code, f.severity, f.span) for f in check_wording(kind, other, code)] == seen, other


def test_a_date_does_not_make_a_bad_key_result_good() -> None:
    for sentence in collection("tuning", "en"):
        if sentence.kind == "key-result" and check_wording("key result", sentence.text, "en"):
            dated = f"{sentence.text.rstrip('.')} by 30 June"
            assert {f.code for f in check_wording("key result", dated, "en")} & {"kr-no-number", "kr-percentage"}


@settings(max_examples=80)
@given(
    text=st.text(max_size=80) | st.text("0123456789.,%-/ 三割万件تن٥XxQ[]éüß한건", max_size=40),
    language=st.sampled_from(["auto", *CODES]),
    kind=st.sampled_from(["objective", "key result", "action"]),
)
def test_any_text_gets_an_answer_with_spans_inside_it(text: str, language: Language, kind: On) -> None:
    for finding in check_wording(kind, text, language):
        start, end = finding.span or (0, len(text))
        assert 0 <= start <= end <= len(text)
    assert told(text, language) in CODES


@settings(max_examples=100)
@given(sentences, languages)
@example("Gagner un client sur deux, une.", "fr")
def test_quantities_stand_one_after_the_other_whatever_the_sentence_holds(text: str, language: str) -> None:
    expect_quantities_inside(text, language)


def test_a_very_long_sentence_keeps_nobody_waiting() -> None:
    for text in ("9" * 5_000, "one " * 5_000, "[" * 5_000, "三" * 5_000, "1 of " * 3_000, "a-" * 5_000, "x" * 100_000):
        assert isinstance(check_wording("key result", text, "auto"), tuple)


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Improve the sales pipeline", "auto", "en"),
        ("Die Vertriebspipeline verbessern", "auto", "de"),
        ("Améliorer le pipeline des ventes", "auto", "fr"),
        ("SEOを強化する", "auto", "ja"),
        ("CRM 도입", "auto", "ko"),
        ("تحسين CRM", "auto", "ar"),
        ("市場調査", "auto", "ja"),
        ("Improve the sales pipeline", "ko", "en"),
        ("Newsletter", "de", "de"),
    ],
)
def test_the_language_is_told_by_script_and_words(text: str, language: Language, code: Code) -> None:
    assert told(text, language) == code
