"""Sentences in another script than the plan's: Japanese with names in Latin letters, English with Japanese ones."""

import pytest

from okrtui.coach.findings import On, check_wording
from okrtui.coach.quick_add import quick_fields
from okrtui.model.language import CODES, Language
from okrtui.model.plan import KeyResult, Plan
from okrtui.model.quarter import Quarter

LATIN: tuple[Language, ...] = ("en", "de", "fr")


def codes(kind: On, title: str, language: Language) -> list[str]:
    return [finding.code for finding in check_wording(kind, title, language)]


@pytest.mark.parametrize("language", LATIN)
@pytest.mark.parametrize(
    "title",
    [
        "LINEで顧客を増やす",
        "Instagram と LINE で新規顧客を獲得する",
        "A/Bテストの文化を根づかせる",
        "MarketingとSalesの連携を深める",
        "「The Way of Coffee」キャンペーンを展開する",
        "카카오톡 Kakao 채널을 키운다",
        "B2B SaaS 고객을 확보하기",
        "بناء قناة LinkedIn جديدة",
    ],
)
def test_names_in_latin_letters_do_not_make_a_sentence_english(title: str, language: Language) -> None:
    assert codes("objective", title, language) == []


def test_what_is_wrong_with_such_a_sentence_is_said_in_its_own_terms() -> None:
    assert codes("key result", "SNSで顧客と交流する", "en") == ["kr-vague", "kr-no-number"]
    assert codes("objective", "LINE広告", "en") == ["objective-no-direction"]


@pytest.mark.parametrize(
    "title", ["Launch in 日本", "Win over the 微信 community", "Enter the market of 大阪 with partners"]
)
def test_a_name_in_another_script_does_not_make_an_english_sentence_japanese(title: str) -> None:
    assert codes("objective", title, "en") == []


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("LINEの友だちを1200人から3000人に12月15日までに増やす", "人"),
        ("Kakao 친구를 12월 15일까지 1200명에서 3000명으로 늘린다", "명"),
        ("زيادة متابعي LinkedIn من 1200 إلى 3000 بحلول 15 ديسمبر", "متابعي LinkedIn"),
    ],
)
def test_quick_add_fills_the_fields_from_such_a_sentence(sentence: str, unit: str) -> None:
    plan = Plan.empty(Quarter(2026, 4)).replace(language="en")
    fields = quick_fields(KeyResult(id="kr"), sentence, plan, plan.start)
    assert (fields["baseline"], fields["target"], fields["unit"]) == (1200, 3000, unit)
    assert f"{fields['due']}" == "2026-12-15"


@pytest.mark.parametrize(
    ("language", "title"),
    [*zip(CODES, ("Grow", "Wachsen", "Grandir", "成長", "성장하기", "ننمو"), strict=True)],
)
def test_one_word_is_told_that_it_leaves_open_what_and_for_whom(language: Language, title: str) -> None:
    assert codes("objective", title, language) == codes("objective", title, "auto") == ["objective-too-short"]
