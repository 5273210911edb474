"""One sentence fills the fields, and a share becomes the real number."""

import datetime as dt
import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrtui.coach.findings import check_action, check_key_result
from okrtui.coach.quick_add import quick_fields
from okrtui.coach.said_day import typed_day
from okrtui.model.edits import Accept, ChangeFields
from okrtui.model.language import Code
from okrtui.model.plan import Action, KeyResult, Objective
from tests.coach import cases as c

TODAY = dt.date(2026, 11, 18)
"""A Wednesday."""
DUE = dt.date(2026, 12, 15)
GROW = {"baseline": Decimal(20), "target": Decimal(30), "due": DUE}


def filled(sentence: str, item: type[KeyResult] | type[Action] = KeyResult) -> dict[str, Any]:
    return dict(quick_fields(item(id="new"), sentence, c.QUARTER, TODAY))


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("Increase MQLs from 20 to 30 by 15 Dec", {"title": "Increase MQLs from 20 to 30", "unit": "MQLs"}),
        ("Steigere MQLs von 20 auf 30 bis 15.12.", {"title": "Steigere MQLs von 20 auf 30", "unit": "MQLs"}),
        (
            "Augmenter les MQL de 20 à 30 d'ici le 15 décembre",
            {"title": "Augmenter les MQL de 20 à 30", "unit": "MQL"},
        ),
        ("12月15日までにMQLを20件から30件に増やす", {"title": "MQLを20件から30件に増やす", "unit": "件"}),
        ("12월 15일까지 MQL을 20에서 30으로 늘리기", {"title": "MQL을 20에서 30으로 늘리기", "unit": "MQL"}),
        ("زيادة MQL من 20 إلى 30 بحلول 15 ديسمبر", {"title": "زيادة MQL من 20 إلى 30", "unit": "MQL"}),
        (
            "Newsletter-Leser von 20 auf 30 erhöhen bis 15.12.",
            {"title": "Newsletter-Leser von 20 auf 30 erhöhen", "unit": "Newsletter-Leser"},
        ),
        ("MQLs: 20 → 30, due 2026-12-15", {"title": "MQLs: 20 → 30", "unit": "MQLs"}),
        ("Grow MQLs 20 -> 30 by 15 Dec", {"title": "Grow MQLs 20 -> 30", "unit": "MQLs"}),
        ("MQLs 20 to 30 by 15 Dec", {"title": "MQLs 20 to 30", "unit": "MQLs"}),
        ("Raise MQLs 20 to 30 by mid December", {"title": "Raise MQLs 20 to 30", "unit": "MQLs"}),
        ("Raise MQLs 20 to 30 by 15.12", {"title": "Raise MQLs 20 to 30", "unit": "MQLs"}),
        ("MQLs 20 auf 30 bis 15.12", {"title": "MQLs 20 auf 30", "unit": "MQLs"}),
        ("MQLs 20 auf 30 bis Mitte Dezember", {"title": "MQLs 20 auf 30", "unit": "MQLs"}),
        ("MQL 20 à 30 d'ici mi-décembre", {"title": "MQL 20 à 30", "unit": "MQL"}),
        ("MQL 20 إلى 30 بحلول منتصف ديسمبر", {"title": "MQL 20 إلى 30", "unit": "MQL"}),
        ("Followers from 20 to 30 by 15 Dec", {"title": "Followers from 20 to 30", "unit": "Followers"}),
        (
            "webinar signups from 20 to 30 by 15 Dec",
            {"title": "webinar signups from 20 to 30", "unit": "webinar signups"},
        ),
        (
            "Newsletter-Öffnungen von 20 auf 30 bis 15.12.",
            {"title": "Newsletter-Öffnungen von 20 auf 30", "unit": "Newsletter-Öffnungen"},
        ),
        (
            "inscriptions à la newsletter de 20 à 30 d'ici le 15 décembre",
            {"title": "inscriptions à la newsletter de 20 à 30", "unit": "inscriptions"},
        ),
        ("Wir steigern MQLs bis 15.12. von 20 auf 30", {"title": "Wir steigern MQLs von 20 auf 30", "unit": "MQLs"}),
    ],
)
def test_a_change_is_read_in_every_language(sentence: str, fields: dict[str, Any]) -> None:
    assert filled(sentence) == GROW | fields


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("Send 3 email newsletters", {"baseline": Decimal(0), "target": Decimal(3), "unit": "email newsletters"}),
        ("Send at least 3 newsletters", {"baseline": Decimal(0), "target": Decimal(3), "unit": "newsletters"}),
        ("At least 4.5 stars", {"kind": "at_least", "target": Decimal("4.5"), "unit": "stars"}),
        ("Webinar leads from 7", {"baseline": Decimal(7), "unit": "Webinar leads"}),
        ("Cut reply time from 8 to 4 hours", {"baseline": Decimal(8), "target": Decimal(4), "unit": "hours"}),
        ("Keep churn below 3 customers a month", {"kind": "at_most", "target": Decimal(3), "unit": "customers"}),
        ("Keep the rating above 4.5 stars", {"kind": "at_least", "target": Decimal("4.5"), "unit": "stars"}),
        ("Raise revenue to $1.2M", {"target": Decimal(1_200_000), "unit": "$"}),
        ("Increase newsletter readers to 900", {"target": Decimal(900), "unit": "newsletter readers"}),
        ("Refer a friend sign ups to 60", {"target": Decimal(60), "unit": "Refer a friend sign ups"}),
        (
            "Get 500 refer a friend sign ups",
            {"baseline": Decimal(0), "target": Decimal(500), "unit": "refer a friend sign ups"},
        ),
        ("12k newsletter readers", {"target": Decimal(12_000), "unit": "newsletter readers"}),
        ("Sign 5 contracts", {"baseline": Decimal(0), "target": Decimal(5), "unit": "contracts"}),
        ("Raise NPS to 45 (now 38)", {"baseline": Decimal(38), "target": Decimal(45), "unit": "NPS"}),
        ("Leads auf 45 steigern, derzeit 38", {"baseline": Decimal(38), "target": Decimal(45), "unit": "Leads"}),
        ("Porter le NPS à 45 (aujourd'hui 38)", {"baseline": Decimal(38), "target": Decimal(45), "unit": "NPS"}),
        ("Keep uptime between 99 and 100", {}),
        ("Win 40 or more customers", {"target": Decimal(40), "unit": "customers"}),
        ("Raise trials to 40 or more", {"target": Decimal(40), "unit": "trials"}),
        ("Get 12 partners minimum", {"baseline": Decimal(0), "target": Decimal(12), "unit": "partners"}),
        ("12 neue Kunden gewinnen", {"target": Decimal(12), "unit": "neue Kunden"}),
        ("Leads gewinnen, mindestens 40", {"target": Decimal(40), "unit": "Leads"}),
        ("読者を1万4000人に増やす", {"target": Decimal(14_000), "unit": "人"}),
        ("売上を3億5000万円に増やす", {"target": Decimal(350_000_000), "unit": "円"}),
        ("구독자를 1만4000명으로 늘리기", {"target": Decimal(14_000), "unit": "명"}),
        ("Reply time 8 to 4 hours", {"baseline": Decimal(8), "target": Decimal(4), "unit": "hours"}),
        ("Win 20 to 30 customers", {"target": Decimal(30), "unit": "customers"}),
        ("Send newsletters 2 to 3 times", {"target": Decimal(3), "unit": "times"}),
        ("Close 5 deals worth a lot", {"baseline": Decimal(0), "target": Decimal(5), "unit": "deals"}),
        ("Boost SEO performance by 50 %", {}),
        ("Launch a new website", {}),
        ("", {}),
    ],
)
def test_what_a_sentence_says_is_filled_in_and_nothing_else(sentence: str, fields: dict[str, Any]) -> None:
    assert filled(sentence) == {"title": sentence} | fields


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Publish 2 blog posts per week", "blog posts per week"),
        ("Post 3 times per week", "times per week"),
        ("2 Blogartikel pro Woche veröffentlichen", "Blogartikel pro Woche"),
        ("Publier 2 articles par semaine", "articles par semaine"),
        ("週に2本のブログ記事を公開する", "本"),
        ("매주 블로그 글 2개 게시", "개"),
        ("نشر 2 مقال كل أسبوع", "مقال كل أسبوع"),
    ],
)
def test_so_many_a_week_is_a_level_to_keep_each_week_and_not_a_number_for_the_quarter(sentence: str, unit: str) -> None:
    target = Decimal(3 if "3" in sentence else 2)
    assert filled(sentence) == {"title": sentence, "kind": "at_least", "target": target, "unit": unit}


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Raise demo requests to 180 a month, 12/15", dt.date(2026, 12, 15)),
        ("Raise demo requests to 180 a month, @Sam, 12/31", dt.date(2026, 12, 31)),
        ("Raise demo requests to 180 a month 12/31", dt.date(2026, 12, 31)),
        ("Raise demo requests to 180 a month @Sam 12/31.", dt.date(2026, 12, 31)),
        ("Raise the mean of reviews from 8 to 9 11/12", None),
        ("Answer 10/31 questions in the forum", None),
        ("Crop the pictures, 16/9", None),
    ],
)
def test_two_numbers_behind_a_comma_are_a_day_if_the_quarter_has_it(sentence: str, due: dt.date | None) -> None:
    assert filled(sentence).get("due") == due


@pytest.mark.parametrize(
    ("sentence", "kind", "target", "unit"),
    [
        ("Keep churn no higher than 2%", "at_most", 2, "%"),
        ("Keep cost per lead less than or equal to 45 €", "at_most", 45, "€"),
        ("Keep NPS at 40 or more", "at_least", 40, "NPS"),
        ("NPS at least 45 all quarter", "at_least", 45, "NPS"),
        ("Keep the stars on G2 above 4", "at_least", 4, "stars"),
        ("Keep the rating at 4 stars or above", "at_least", 4, "stars"),
        ("Keep response time within 4 hours", "at_most", 4, "hours"),
        ("Answer tickets in 2 hours or less", "at_most", 2, "hours"),
        ("CPL nicht höher als 45 € halten", "at_most", 45, "€"),
        ("NPS bei 40 oder mehr halten", "at_least", 40, "NPS"),
        ("Garder un coût par lead inférieur ou égal à 45 €", "at_most", 45, "€"),
        ("Garder la note à 4 étoiles ou plus", "at_least", 4, "étoiles"),
        ("Never fall below 4 stars", "at_least", 4, "stars"),
        ("Don't let churn go above 2%", "at_most", 2, "%"),
        ("Do not exceed 48 h for an answer", "at_most", 48, "h"),
        ("Stay below the 45 € mark per lead", "at_most", 45, "€"),
        ("48 h Antwortzeit nicht überschreiten", "at_most", 48, "h"),
        ("Nie unter 4 Sterne fallen", "at_least", 4, "Sterne"),
        ("Ne pas dépasser 48 h de délai", "at_most", 48, "h"),
        ("Rester sous la barre des 45 € par lead", "at_most", 45, "€"),
        ("Moins de 45 € de coût par lead", "at_most", 45, "€"),
        ("Pas plus de 3 réclamations", "at_most", 3, "réclamations"),
        ("Conserver une note de 4 minimum", "at_least", 4, ""),
        ("Ne pas descendre en dessous de 4 étoiles", "at_least", 4, "étoiles"),
        ("عدم تجاوز 48 ساعة", "at_most", 48, "ساعة"),
        ("NPSを40以上に保つ", "at_least", 40, ""),
        ("解約率を2%以下に維持する", "at_most", 2, "%"),
        ("NPS를 40 이상으로 유지하기", "at_least", 40, "NPS"),
        ("이탈률을 2% 이하로 유지한다", "at_most", 2, "%"),
        ("الحفاظ على 40 عميل أو أكثر", "at_least", 40, "عميل"),
    ],
)
def test_a_level_is_told_by_the_words_on_either_side_of_its_number(
    sentence: str, kind: str, target: int, unit: str
) -> None:
    assert filled(sentence) == {"title": sentence, "kind": kind, "target": Decimal(target), "unit": unit}


@pytest.mark.parametrize(
    "sentence",
    [
        "Raise open rate from 31% to 40%",
        "Raise open rate from 31 to 40 %",
        "Raise open rate from 31% to 40",
        "Open rate 31% to 40%",
        "Öffnungsrate von 31 % auf 40 % steigern",
        "Faire passer le taux d'ouverture de 31 % à 40 %",
        "開封率を31%から40%に上げる",
        "오픈율을 31%에서 40%로 올리기",
        "رفع معدل الفتح من 31% إلى 40%",
    ],
)
def test_the_levels_of_a_share_are_filled_in_and_the_share_is_still_told(sentence: str) -> None:
    said = {"baseline": Decimal(31), "target": Decimal(40), "unit": "%"}
    assert filled(sentence) == {"title": sentence} | said
    found = check_key_result(KeyResult(id="new", **filled(sentence)), c.QUARTER)
    assert "kr-percentage" in {finding.code for finding in found}


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("Raise open rate to 40%", {}),
        ("Öffnungsrate auf 40 % steigern", {}),
        ("Porter le taux d'ouverture à 40 %", {}),
        ("開封率を40%に上げる", {}),
        ("오픈율을 40% 이상으로 올리기", {}),
        ("رفع معدل الفتح إلى 40%", {}),
        ("Keep the bounce rate below 40%", {"kind": "at_most"}),
        ("Abwanderung unter 40 % halten", {"kind": "at_most"}),
        ("Maintenir le taux d'ouverture au-dessus de 40 %", {"kind": "at_least"}),
        ("Reach an open rate of 40%", {}),
        ("Reduce bounce rate below 40%", {}),
        ("Conversion rate of at least 40%", {"kind": "at_least"}),
        ("Öffnungsrate von 40 % erreichen", {}),
        ("Atteindre un taux d'ouverture de 40 %", {}),
        ("開封率40%を達成", {}),
        ("오픈율 40% 달성", {}),
        ("معدل فتح 40%", {}),
    ],
)
def test_the_level_that_a_share_is_to_reach_or_keep_is_the_target_alone(sentence: str, fields: dict[str, Any]) -> None:
    assert filled(sentence) == {"title": sentence, "target": Decimal(40), "unit": "%"} | fields


@pytest.mark.parametrize(
    "sentence",
    [
        "Cut costs by up to 50 %",
        "Reduce costs at least 5%",
        "Grow revenue 10% to 20%",
        "Grow revenue by 10% to 200k",
        "Raise open rate by 5 points to 40%",
        "Double the open rate to 40%",
        "Cut bounces by half",
        "Answer 90 % of inquiries",
        "Increase leads by 20 % from 500 to 600",
        "Öffnungsrate um 40 % steigern",
        "Increase open rate at least 40 %",
        "Improve conversion rate 40 %",
        "Open rate from 31 %",
        "Réduire de 31 % les coûts et de 40 % les délais",
        "Augmenter le taux d'ouverture de plus de 40 %",
        "開封率を40%以上上げる",
        "오픈율을 40% 올리기",
        "رفع معدل الفتح بنسبة 40%",
    ],
)
def test_a_share_by_which_something_changes_fills_nothing(sentence: str) -> None:
    assert filled(sentence) == {"title": sentence}


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("demo requests 20 to 30 per month", "demo requests"),
        ("Demo requests 20 to 30 a week", "Demo requests"),
        ("20 to 30 per month", ""),
        ("Demo-Anfragen 20 auf 30 pro Monat", "Demo-Anfragen"),
        ("demandes 20 à 30 par mois", "demandes"),
        ("デモ依頼 20から30 毎月", "デモ依頼"),
        ("데모 요청 20에서 30 매월", "데모 요청"),
        ("طلبات العروض 20 إلى 30 شهريا", "طلبات العروض"),
    ],
)
def test_how_often_behind_a_change_hides_no_baseline(sentence: str, unit: str) -> None:
    assert filled(sentence) == {"title": sentence, "baseline": Decimal(20), "target": Decimal(30), "unit": unit}


@pytest.mark.parametrize("sentence", ["Publish 2 to 3 per week", "Publier 2 à 3 par semaine", "نشر 2 إلى 3 كل أسبوع"])
def test_so_many_or_so_many_that_somebody_does_is_no_change(sentence: str) -> None:
    assert "baseline" not in filled(sentence)


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Faire passer les abonnés de 200 à 300", "abonnés"),
        ("Faire croître le nombre d'abonnés de 200 à 300", "abonnés"),
        ("Nous voulons faire grimper nos abonnés de 200 à 300", "abonnés"),
        ("Help grow subscribers from 200 to 300", "subscribers"),
        ("We want to keep growing the number of subscribers from 200 to 300", "subscribers"),
        ("Help customers from 200 to 300", "customers"),
        ("Members: 200 to 300", "Members"),
        ("Abonnenten gewinnen: 200 auf 300", "Abonnenten"),
        ("Grow lead conversions from 200 to 300", "lead conversions"),
        ("Wir wollen die Zahl der Abonnenten von 200 auf 300 wachsen lassen", "Abonnenten"),
        ("購読者を200人から300人に増やしていく", "人"),
        ("구독자를 200명에서 300명으로 늘려 나가기", "명"),
        ("العمل على زيادة عدد المشتركين من 200 إلى 300", "المشتركين"),
        ("نريد زيادة المشتركين من 200 إلى 300", "المشتركين"),
    ],
)
def test_the_unit_is_what_is_counted_without_the_verbs_before_it(sentence: str, unit: str) -> None:
    said = {"baseline": Decimal(200), "target": Decimal(300), "unit": unit}
    assert filled(sentence) == {"title": sentence} | said


@pytest.mark.parametrize("behind", ["(with Ana)", '"as agreed"', "then write it up"])
def test_what_stands_behind_a_due_date_stays_a_word_of_its_own(behind: str) -> None:
    assert filled(f"Call the printer by 12 October {behind}", Action)["title"] == f"Call the printer {behind}"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Call the printer by 15 Dec @ben", "Call the printer"),
        ("Call the printer @ben by 15 Dec", "Call the printer"),
        ("Call the printer @ben, by 15 Dec", "Call the printer"),
        ("Druckerei anrufen bis 15.12. @ben", "Druckerei anrufen"),
        ("Appeler l'imprimeur d'ici le 15 décembre @ben", "Appeler l'imprimeur"),
        ("12月15日までに印刷会社に電話する @ben", "印刷会社に電話する"),
        ("12월 15일까지 인쇄소에 전화하기 @ben", "인쇄소에 전화하기"),
        ("الاتصال بالمطبعة بحلول 15 ديسمبر @ben", "الاتصال بالمطبعة"),
    ],
)
def test_a_name_behind_an_at_sign_at_the_end_is_the_owner(sentence: str, title: str) -> None:
    assert filled(sentence, Action) == {"title": title, "due": DUE, "owner": "ben"}
    assert filled("MQLs 20 to 30 by 15 Dec @ben")["owner"] == "ben"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Podcast-Anfragen schreiben @Jana bis KW 10/11", "Podcast-Anfragen schreiben bis KW 10/11"),
        ("Podcast-Anfragen schreiben, zuständig: Jana bis Weihnachten", "Podcast-Anfragen schreiben bis Weihnachten"),
        ("Call the printer @Jana by next Friday", "Call the printer by next Friday"),
        ("Call the printer @Jana, next month", "Call the printer, next month"),
        ("Call the printer @Jana by 31 February", "Call the printer by 31 February"),
        ("Appeler l'imprimeur @Jana avant Noël", "Appeler l'imprimeur avant Noël"),
    ],
)
def test_the_owner_is_taken_from_before_a_time_that_is_no_date(sentence: str, title: str) -> None:
    assert filled(sentence, Action) == {"title": title, "owner": "Jana"}


@pytest.mark.parametrize(
    ("sentence", "title", "owner"),
    [
        ("Set up the series by 15 Dec, owner Aylin", "Set up the series", "Aylin"),
        ("Set up the series owner: Aylin Demir, by 15 Dec", "Set up the series", "Aylin Demir"),
        ("Texte schreiben bis 15.12., zuständig: Annika", "Texte schreiben", "Annika"),
        ("Texte schreiben bis 15.12. (verantwortlich: Annika)", "Texte schreiben", "Annika"),
        ("Rédiger le plan d'ici le 15 décembre, responsable : Ana", "Rédiger le plan", "Ana"),
        ("12月15日までに計画を書く、担当：田中", "計画を書く", "田中"),
        ("計画を12月15日までに担当：田中", "計画を", "田中"),
        ("12月15日までに計画を書く＠田中", "計画を書く", "田中"),
        ("計画 @田中さん 12/15", "計画", "田中"),
        ("計画を書く 12/15まで @経理部 田中", "計画を書く", "経理部 田中"),
        ("12월 15일까지 계획 작성 @김민수님", "계획 작성", "김민수"),
        ("Set up the series @Ana Lopez by 15 Dec", "Set up the series", "Ana Lopez"),
        ("計画を書く 期限：１２／１５ 担当 田中", "計画を書く", "田中"),
        ("Set up the series, owner: Aylin, due: 15 Dec", "Set up the series", "Aylin"),
        ("Set up the series (due 15 December), owner Aylin", "Set up the series", "Aylin"),
        ("Texte schreiben, verantwortlich: Annika, Frist: 15.12.", "Texte schreiben", "Annika"),
        ("Rédiger le plan (échéance : 15 décembre), responsable : Ana", "Rédiger le plan", "Ana"),
        ("계획 작성, 담당자: 김민수, 기한: 12/15", "계획 작성", "김민수"),
        ("إعداد الخطة، الموعد: 15 ديسمبر، المسؤول: سارة", "إعداد الخطة", "سارة"),
        ("計画を書く　＠田中　１２／１５", "計画を書く", "田中"),
        ("12월 15일까지 계획 작성, 담당자: 김민수", "계획 작성", "김민수"),
        ("إعداد الخطة بحلول 15 ديسمبر، المسؤول: سارة", "إعداد الخطة", "سارة"),
    ],
)
def test_a_name_behind_the_word_for_an_owner_is_the_owner(sentence: str, title: str, owner: str) -> None:
    assert filled(sentence, Action) == {"title": title, "due": DUE, "owner": owner}


@pytest.mark.parametrize(
    ("sentence", "due"), [("Win 60 shops by 28.12", dt.date(2026, 12, 28)), ("Grow it by 28.12", None)]
)
def test_a_day_without_its_last_dot_is_one_where_another_number_is_counted(sentence: str, due: dt.date | None) -> None:
    assert filled(sentence, Action).get("due") == due


@pytest.mark.parametrize("sentence", ["計画 @田中 12/5", "계획 @田中 12/5"])
def test_two_numbers_behind_an_owner_are_a_day_where_all_days_are_written_so(sentence: str) -> None:
    assert filled(sentence, Action) == {"title": sentence[:2], "due": dt.date(2026, 12, 5), "owner": "田中"}


@pytest.mark.parametrize(
    "sentence",
    ["Interview the product owner Ben", "Find a new owner: Ben", "Agree with @ben on the talk before Christmas"],
)
def test_an_owner_that_the_sentence_is_about_stays_in_it(sentence: str) -> None:
    assert filled(sentence, Action) == {"title": sentence}


def test_an_owner_is_spelled_as_in_the_rest_of_the_plan() -> None:
    owned = (Action(id="ac0001", owner="Aylin"), Action(id="ac0002", owner="Léa"), Action(id="ac0003", owner="tom"))
    known = KeyResult(id="kr0001", actions=owned)
    plan = c.QUARTER.replace(objectives=(Objective(id="ob0001", key_results=(known,)),))
    assert quick_fields(Action(id="new"), "Call the printer @aylin", plan, TODAY)["owner"] == "Aylin"
    assert quick_fields(Action(id="new"), "Call the printer @Lea", plan, TODAY)["owner"] == "Léa"
    assert quick_fields(Action(id="new"), "Call the printer @Tom", plan, TODAY)["owner"] == "Tom", "tom was a slip"
    behind = quick_fields(Action(id="new"), "Popup on the blog live 15.12. tom", plan, TODAY)
    assert dict(behind) == {"title": "Popup on the blog live", "due": DUE, "owner": "tom"}
    assert "owner" not in quick_fields(Action(id="new"), "Popup live 15.12. ben", plan, TODAY), "nobody knows Ben"


@pytest.mark.parametrize(
    "sentence",
    ["Grow the followers of @acme", "Write to ana@acme.com", "Ask @ben about it", "@ben", "Call it in, @ana and @ben"],
)
def test_a_name_that_the_sentence_needs_stays_in_it(sentence: str) -> None:
    assert filled(sentence, Action) == {"title": sentence}


def test_what_stands_behind_a_due_date_keeps_its_comma() -> None:
    assert filled("Flyer by 15 Dec, Lea", Action)["title"] == "Flyer, Lea"
    assert filled("Flyer, by 15 Dec, in blue", Action)["title"] == "Flyer, in blue"
    assert filled("By 15 Dec, print the flyer", Action)["title"] == "print the flyer"


@pytest.mark.parametrize(
    "sentence",
    [
        "Recap by fri 18 dec",
        "Recap by Fri, 18 Dec",
        "Recap due friday 18 dec",
        "Recap bis Fr. 18.12.",
        "Recap ven. 18 déc",
    ],
)
def test_a_weekday_before_a_date_goes_with_it(sentence: str) -> None:
    language = "de" if "bis" in sentence else "fr" if "ven" in sentence else "auto"
    fields = quick_fields(Action(id="new"), sentence, c.QUARTER.replace(language=language), TODAY)
    assert fields == {"title": "Recap", "due": dt.date(2026, 12, 18)}


@pytest.mark.parametrize(
    ("sentence", "title", "due"),
    [
        ("Call Ana tomorrow", "Call Ana", "2026-11-19"),
        ("Call Ana Friday @ben", "Call Ana", "2026-11-20"),
        ("Ship it by eom", "Ship it", "2026-11-30"),
        ("Ship it end of quarter", "Ship it", "2026-12-31"),
        ("Entwurf fertig Ende des Monats", "Entwurf fertig", "2026-11-30"),
        ("Den Entwurf freigeben morgen", "Den Entwurf freigeben", "2026-11-19"),
        ("Ana anrufen morgen", "Ana anrufen", "2026-11-19"),
        ("Ana anrufen übermorgen", "Ana anrufen", "2026-11-20"),
        ("Ana anrufen 15. Dezember", "Ana anrufen", "2026-12-15"),
        ("Cut google brand bidding next week", "Cut google brand bidding", "2026-11-23"),
        ("Draft it by next week", "Draft it", "2026-11-23"),
        ("Druckerei anrufen nächste Woche", "Druckerei anrufen", "2026-11-23"),
        ("Appeler l'imprimeur la semaine prochaine", "Appeler l'imprimeur", "2026-11-23"),
        ("来週までに計画を書く", "計画を書く", "2026-11-23"),
        ("다음 주까지 계획 작성", "계획 작성", "2026-11-23"),
        ("الاتصال بالمطبعة الأسبوع القادم", "الاتصال بالمطبعة", "2026-11-23"),
        ("appeler Ana demain", "appeler Ana", "2026-11-19"),
        ("Appeler Ana vendredi", "Appeler Ana", "2026-11-20"),
        ("Appeler l'imprimeur pour les affiches demain", "Appeler l'imprimeur pour les affiches", "2026-11-19"),
        ("الاتصال بالمطبعة غدا", "الاتصال بالمطبعة", "2026-11-19"),
    ],
)
def test_a_day_at_the_end_of_an_action_is_when_it_is_due(sentence: str, title: str, due: str) -> None:
    fields = filled(sentence, Action)
    assert (fields["title"], str(fields["due"])) == (title, due)
    assert "due" not in filled("Answer 30 letters tomorrow")


@pytest.mark.parametrize(
    ("sentence", "title", "due"),
    [
        ("Call the printer by next Monday", "Call the printer", "2026-11-16"),
        ("Call the printer til 15.12.", "Call the printer", "2026-12-15"),
        ("Call the printer till 15.12", "Call the printer", "2026-12-15"),
        ("Call the printer till 1.12", "Call the printer", "2026-12-01"),
        ("Call the printer next Monday @Tom", "Call the printer", "2026-11-16"),
        ("Call the printer by this Friday", "Call the printer", "2026-11-13"),
        ("Die Druckerei bis kommenden Freitag anrufen", "Die Druckerei anrufen", "2026-11-13"),
        ("Appeler l'imprimeur d'ici vendredi prochain", "Appeler l'imprimeur", "2026-11-13"),
        ("Appeler l'imprimeur vendredi prochain", "Appeler l'imprimeur", "2026-11-13"),
        ("Appeler l'imprimeur d'ici 2 semaines", "Appeler l'imprimeur", "2026-11-26"),
    ],
)
def test_a_weekday_of_which_all_know_which_one_it_is_is_its_day(sentence: str, title: str, due: str) -> None:
    said = quick_fields(Action(id="new"), sentence, c.QUARTER, dt.date(2026, 11, 12))
    assert (said["title"], said["due"]) == (title, dt.date.fromisoformat(due))


@pytest.mark.parametrize(
    "sentence",
    ["Plan the talk for Friday", "Send the mailing every Friday", "Prepare Black Friday", "Write up yesterday"],
)
def test_a_day_that_the_sentence_needs_stays_in_it(sentence: str) -> None:
    assert filled(sentence, Action) == {"title": sentence}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Clean the list next friday, Ann", "next friday"),
        ("Call the printer next month", "next month"),
        ("Call the printer late next week", "next week"),
        ("Druckerei anrufen Anfang nächste Woche", "nächste Woche"),
        ("Druckerei anrufen nächsten Monat", "nächsten Monat"),
    ],
)
def test_a_time_that_ends_an_action_and_could_be_several_days_is_told(sentence: str, words: str) -> None:
    assert filled(sentence, Action) == {"title": sentence}
    found = check_action(Action(id="new", title=sentence), None, c.QUARTER)
    assert f'"{words}" could be several days; write one such as 31 Dec' in [it.message for it in found]


@pytest.mark.parametrize(("title", "words"), [("MQLs from 12 to 30 a month", "12"), ("MQLs from 25 to 6k", "6k")])
def test_the_number_that_disagrees_is_the_one_that_is_quoted(title: str, words: str) -> None:
    key_result = c.key_result(title=title, baseline=Decimal(25), target=Decimal(30))
    found = check_key_result(key_result, c.QUARTER)
    assert f'the sentence says "{words}", the fields say from 25 to 30' in [it.message for it in found]


@pytest.mark.parametrize(
    ("title", "unit", "said", "mended"),
    [
        ("1.000 Besucher mehr pro Woche", "Besucher", "1.000 Besucher mehr", 5000),
        ("Win 1,000 more visitors", "visitors", "1,000 more", 5000),
        ("Cut the visits by 1,000", "visits", "by 1,000", 3000),
    ],
)
def test_a_target_that_is_by_how_much_it_changes_is_told_with_the_target_that_is_meant(
    title: str, unit: str, said: str, mended: int
) -> None:
    item = c.key_result(title=title, unit=unit, baseline=Decimal(4000), target=Decimal(1000))
    (found,) = [it for it in check_key_result(item, c.QUARTER) if it.code == "kr-sentence-disagrees"]
    assert found.message == f'the sentence says "{said}", the fields say from 4,000 to 1,000'
    assert found.fix is not None
    assert found.fix.edit == ChangeFields(item.id, {"target": Decimal(mended)})


def test_a_date_that_there_is_not_is_taken_out_of_the_sentence_once_the_field_has_another_one() -> None:
    item = c.key_result(title="Win 30 MQLs by 31 Nov, in Spain")
    (found,) = [it for it in check_key_result(item, c.QUARTER) if it.code == "kr-date-disagrees"]
    assert found.message == '"31 Nov" is no date: Nov has 30 days'
    assert found.fix is not None
    assert found.fix.edit == ChangeFields(item.id, {"title": "Win 30 MQLs, in Spain"})


@pytest.mark.parametrize(
    ("sentence", "title", "due"),
    [
        ("Print flyers by Fri", "Print flyers", "2026-11-20"),
        ("Angebot einholen bis Mi.", "Angebot einholen", "2026-11-25"),
        ("Texte schreiben bis Do @Eva", "Texte schreiben", "2026-11-19"),
        ("Imprimer les affiches d'ici ven.", "Imprimer les affiches", "2026-11-20"),
    ],
)
def test_a_short_name_of_a_day_is_one_behind_a_word_that_leads_to_it(sentence: str, title: str, due: str) -> None:
    fields = filled(sentence, Action)
    assert (fields["title"], str(fields["due"])) == (title, due)


@pytest.mark.parametrize("sentence", ["Print flyers by far", "Win by Monaco", "Kuchen backen bis so", "Meet Wed"])
def test_a_word_that_is_short_for_a_day_elsewhere_stays_in_the_sentence(sentence: str) -> None:
    assert filled(sentence, Action) == {"title": sentence}


def test_a_due_date_that_only_the_title_says_is_told_with_what_sets_it() -> None:
    item = c.key_result(title="Increase MQLs from 20 to 30 by 15 Dec")
    (found,) = [it for it in check_key_result(item, c.QUARTER) if it.code == "kr-date-disagrees"]
    assert found.message == 'the sentence says "by 15 Dec", the due date is 31 Dec'
    assert found.fix is not None
    assert found.fix.edit == ChangeFields(item.id, {"due": DUE})


def test_what_is_to_grow_to_so_many_a_week_is_still_to_be_reached() -> None:
    assert filled("Win 5 customers per week") == {
        "title": "Win 5 customers per week",
        "target": Decimal(5),
        "unit": "customers per week",
    }


def test_an_action_takes_its_due_date_and_keeps_its_numbers() -> None:
    assert filled("Draft the OKR proposal by 12 October", Action) == {
        "title": "Draft the OKR proposal",
        "due": dt.date(2026, 10, 12),
    }
    assert filled("Call 10 trials", Action) == {"title": "Call 10 trials"}
    assert filled("Draft it by 31 February", Action) == {"title": "Draft it by 31 February"}


@pytest.mark.parametrize(
    ("sentence", "title", "due"),
    [
        ("Hire 3 people by end of November", "Hire 3 people", dt.date(2026, 11, 30)),
        ("Hire 3 people by the end of Oct", "Hire 3 people", dt.date(2026, 10, 31)),
        ("Hire 3 people until the end of February", "Hire 3 people", dt.date(2027, 2, 28)),
        ("Hire 3 people by end of February 2028", "Hire 3 people", dt.date(2028, 2, 29)),
        ("Bis Ende November 3 Leute einstellen", "3 Leute einstellen", dt.date(2026, 11, 30)),
        ("Recruter 3 personnes d'ici fin novembre", "Recruter 3 personnes", dt.date(2026, 11, 30)),
        ("Recruter 3 personnes avant la fin d'octobre", "Recruter 3 personnes", dt.date(2026, 10, 31)),
        ("11月末までに3人を採用する", "3人を採用する", dt.date(2026, 11, 30)),
        ("11월 말까지 직원 3명 채용하기", "직원 3명 채용하기", dt.date(2026, 11, 30)),
        ("توظيف 3 أشخاص قبل نهاية شهر نوفمبر", "توظيف 3 أشخاص", dt.date(2026, 11, 30)),
        ("توظيف 3 أشخاص بنهاية نوفمبر", "توظيف 3 أشخاص", dt.date(2026, 11, 30)),
    ],
)
def test_the_end_of_a_month_is_its_last_day(sentence: str, title: str, due: dt.date) -> None:
    assert filled(sentence, Action) == {"title": title, "due": due}


@pytest.mark.parametrize(
    ("sentence", "title", "due"),
    [
        ("Hire 3 people by Nov", "Hire 3 people", dt.date(2026, 11, 30)),
        ("Hire 3 people by February 2028", "Hire 3 people", dt.date(2028, 2, 29)),
        ("Hire 3 people by 11/2026", "Hire 3 people", dt.date(2026, 11, 30)),
        ("Bis November 3 Leute einstellen", "3 Leute einstellen", dt.date(2026, 11, 30)),
        ("Recruter 3 personnes d'ici novembre", "Recruter 3 personnes", dt.date(2026, 11, 30)),
        ("11月までに3人を採用する", "3人を採用する", dt.date(2026, 11, 30)),
        ("11월까지 직원 3명 채용하기", "직원 3명 채용하기", dt.date(2026, 11, 30)),
        ("توظيف 3 أشخاص بحلول نوفمبر", "توظيف 3 أشخاص", dt.date(2026, 11, 30)),
    ],
)
def test_by_a_month_is_by_its_last_day(sentence: str, title: str, due: dt.date) -> None:
    assert filled(sentence, Action) == {"title": title, "due": due}


@pytest.mark.parametrize(
    ("sentence", "title", "due"),
    [
        ("Podcast-Anfragen schreiben bis KW 3", "Podcast-Anfragen schreiben", "2027-01-22"),
        ("Plakate drucken bis KW50", "Plakate drucken", "2026-12-11"),
        ("Plakate drucken bis Ende KW 10/2027", "Plakate drucken", "2027-03-12"),
        ("Die Plakate in KW 50 drucken", "Die Plakate drucken", "2026-12-11"),
        ("Die Plakate drucken KW 50", "Die Plakate drucken", "2026-12-11"),
        ("Print the posters by week 50", "Print the posters", "2026-12-11"),
        ("Print the posters by the end of CW 50", "Print the posters", "2026-12-11"),
        ("Livrer les affiches d'ici la semaine 50", "Livrer les affiches", "2026-12-11"),
        ("Livrer les affiches en S50", "Livrer les affiches", "2026-12-11"),
    ],
)
def test_a_calendar_week_is_over_on_its_friday(sentence: str, title: str, due: str) -> None:
    assert filled(sentence, Action) == {"title": title, "due": dt.date.fromisoformat(due)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Win 5 partners by the end of Q4",
        "5 Partner gewinnen bis Ende Q4",
        "5 Partner gewinnen bis Ende des 4. Quartals",
        "Gagner 5 partenaires d'ici fin T4",
        "第4四半期末までに5社獲得する",
        "4분기 말까지 파트너 5곳 확보",
        "كسب 5 شركاء بحلول نهاية الربع 4",
    ],
)
def test_the_end_of_a_quarter_by_its_name_is_its_last_day(sentence: str) -> None:
    assert filled(sentence)["due"] == dt.date(2026, 12, 31)
    assert filled(sentence.replace("4", "3"))["due"] == dt.date(2026, 9, 30), "which is told: it is too early"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Print the posters the week of 7 December", "Print the posters"),
        ("Print the posters, w/c 7 Dec", "Print the posters"),
        ("Die Plakate in der Woche vom 7.12. drucken", "Die Plakate drucken"),
        ("Livrer les affiches, semaine du 7 décembre @Léa", "Livrer les affiches"),
        ("12月7日の週に印刷する", "印刷する"),
        ("12월 7일 주에 인쇄하기", "인쇄하기"),
    ],
)
def test_the_week_of_a_day_is_over_on_its_friday(sentence: str, title: str) -> None:
    owner = {"owner": "Léa"} if "@" in sentence else {}
    assert filled(sentence, Action) == {"title": title, "due": dt.date(2026, 12, 11)} | owner


@pytest.mark.parametrize(
    "sentence",
    [
        "Post weekly from 1 Dec",
        "Post weekly starting 1 December",
        "Jede Woche posten ab 1.12.",
        "Publier chaque semaine à partir du 1er décembre",
        "12月1日から毎週投稿する",
        "12월 1일부터 매주 게시하기",
    ],
)
def test_the_day_from_which_on_something_is_done_is_no_due_date(sentence: str) -> None:
    assert filled(sentence, Action) == {"title": sentence}


@pytest.mark.parametrize(
    "sentence",
    [
        "Run ads from 1 to 11 December",
        "Run ads from 1 Dec to 11 Dec",
        "Anzeigen vom 1.12. bis 11.12. schalten",
        "Anzeigen vom 1. bis 11. Dezember schalten",
        "Diffuser la publicité du 1er au 11 décembre",
        "12月1日から12月11日まで広告を出す",
        "12월 1일부터 12월 11일까지 광고하기",
    ],
)
def test_the_last_of_several_days_is_when_it_is_due_and_the_title_names_them_all(sentence: str) -> None:
    assert filled(sentence, Action) == {"title": sentence, "due": dt.date(2026, 12, 11)}


def test_a_key_result_is_due_in_a_calendar_week() -> None:
    fields = filled("12 neue Kunden gewinnen bis KW 50")
    assert (fields["title"], fields["due"]) == ("12 neue Kunden gewinnen", dt.date(2026, 12, 11))


@pytest.mark.parametrize(
    "sentence",
    [
        "Send the report by week 7 of the campaign",
        "Post in week 7",
        "KW 50 planen",
        "Pro Woche 10 Artikel schreiben",
        "Die Plakate drucken vor KW 50",
        "Die Plakate drucken bis Mitte KW 50",
        "Die Plakate drucken bis KW 10/11",
        "Livrer les affiches d'ici la semaine 3 de la campagne",
        "Tester le Galaxy S10",
    ],
)
def test_a_week_that_is_none_of_the_calendar_or_no_day_stays_in_the_title(sentence: str) -> None:
    assert filled(sentence, Action) == {"title": sentence}


def test_a_calendar_week_that_its_year_does_not_have_is_told() -> None:
    title = "Die Plakate drucken bis KW 53/2027"
    found = check_action(Action(id="new", title=title), None, c.QUARTER)
    assert [it.message for it in found] == ['"KW 53/2027" is no week: 2027 has 52 weeks']


@pytest.mark.parametrize("text", ["KW 50", "kw50", "bis KW 50", "CW 50/2026", "week 50", "semaine 50"])
def test_a_field_for_a_day_takes_a_calendar_week(text: str) -> None:
    assert typed_day(text, c.QUARTER, TODAY) == dt.date(2026, 12, 11)


@pytest.mark.parametrize("sentence", ["Write the November report", "Ab November testen"])
def test_a_month_that_says_no_deadline_stays_in_the_title(sentence: str) -> None:
    assert filled(sentence, Action) == {"title": sentence}


@pytest.mark.parametrize(
    ("sentence", "title", "due"),
    [
        ("Hire 3 people by 15/11", "Hire 3 people", dt.date(2026, 11, 15)),
        ("Hire 3 people by 11/15", "Hire 3 people", dt.date(2026, 11, 15)),
        ("3 Leute einstellen bis 5/11", "3 Leute einstellen", dt.date(2026, 11, 5)),
        ("Recruter 3 personnes d'ici le 5/11", "Recruter 3 personnes", dt.date(2026, 11, 5)),
        ("11/15までに3人を採用する", "3人を採用する", dt.date(2026, 11, 15)),
        ("3人を採用する、11/5まで", "3人を採用する", dt.date(2026, 11, 5)),
        ("11/5까지 직원 3명 채용하기", "직원 3명 채용하기", dt.date(2026, 11, 5)),
        ("توظيف 3 أشخاص بحلول 5/11", "توظيف 3 أشخاص", dt.date(2026, 11, 5)),
    ],
)
def test_a_date_with_a_slash_is_read_in_the_order_of_the_language(sentence: str, title: str, due: dt.date) -> None:
    assert filled(sentence, Action) == {"title": title, "due": due}


@pytest.mark.parametrize(
    ("sentence", "title", "due"),
    [
        ("Draft it by Friday", "Draft it", dt.date(2026, 11, 20)),
        ("Call Ana on Friday", "Call Ana", dt.date(2026, 11, 20)),
        ("Ana anrufen am Freitag", "Ana anrufen", dt.date(2026, 11, 20)),
        ("Draft it by tomorrow", "Draft it", dt.date(2026, 11, 19)),
        ("Draft it in 3 weeks", "Draft it", dt.date(2026, 12, 9)),
        ("Draft it by the middle of December", "Draft it", dt.date(2026, 12, 15)),
        ("Draft it by mid-December", "Draft it", dt.date(2026, 12, 15)),
        ("Draft it by the end of the quarter", "Draft it", dt.date(2026, 12, 31)),
        ("Draft it by Friday, 27 Nov", "Draft it", dt.date(2026, 11, 27)),
        ("Plan bis Freitag entwerfen", "Plan entwerfen", dt.date(2026, 11, 20)),
        ("Plan in 10 Tagen entwerfen", "Plan entwerfen", dt.date(2026, 11, 28)),
        ("Plan bis Mitte Dezember entwerfen", "Plan entwerfen", dt.date(2026, 12, 15)),
        ("Plan bis Quartalsende entwerfen", "Plan entwerfen", dt.date(2026, 12, 31)),
        ("Rédiger le plan d'ici vendredi", "Rédiger le plan", dt.date(2026, 11, 20)),
        ("Rédiger le plan dans 3 semaines", "Rédiger le plan", dt.date(2026, 12, 9)),
        ("Rédiger le plan d'ici la mi-décembre", "Rédiger le plan", dt.date(2026, 12, 15)),
        ("Rédiger le plan d'ici la fin du trimestre", "Rédiger le plan", dt.date(2026, 12, 31)),
        ("金曜日までに計画を書く", "計画を書く", dt.date(2026, 11, 20)),
        ("計画を書く 来週金曜", "計画を書く", dt.date(2026, 11, 27)),
        ("来週の金曜日までに計画を書く", "計画を書く", dt.date(2026, 11, 27)),
        ("다음 주 금요일까지 계획 작성", "계획 작성", dt.date(2026, 11, 27)),
        ("Draft it by Friday next week", "Draft it", dt.date(2026, 11, 27)),
        ("Draft it Friday of next week", "Draft it", dt.date(2026, 11, 27)),
        ("Plan entwerfen bis Freitag nächster Woche", "Plan entwerfen", dt.date(2026, 11, 27)),
        ("Rédiger le plan vendredi de la semaine prochaine", "Rédiger le plan", dt.date(2026, 11, 27)),
        ("إعداد الخطة الجمعة الأسبوع القادم", "إعداد الخطة", dt.date(2026, 11, 27)),
        ("計画を書く 12/4", "計画を書く", dt.date(2026, 12, 4)),
        ("計画を書く 〜12/4", "計画を書く", dt.date(2026, 12, 4)),
        ("計画を書く １２月４日（金）まで", "計画を書く", dt.date(2026, 12, 4)),
        ("計画書の作成 12/4（金）", "計画書の作成", dt.date(2026, 12, 4)),
        ("計画を書く 12月下旬", "計画を書く", dt.date(2026, 12, 31)),
        ("12월 4일(금)까지 계획 작성", "계획 작성", dt.date(2026, 12, 4)),
        ("Draft it 4 Dec (Fri)", "Draft it", dt.date(2026, 12, 4)),
        ("Plan entwerfen bis 4.12. (Fr)", "Plan entwerfen", dt.date(2026, 12, 4)),
        ("Rédiger le plan avant le 4 décembre (vendredi)", "Rédiger le plan", dt.date(2026, 12, 4)),
        ("Draft it by 4 December this year", "Draft it", dt.date(2026, 12, 4)),
        ("3週間後までに計画を書く", "計画を書く", dt.date(2026, 12, 9)),
        ("12月中旬までに計画を書く", "計画を書く", dt.date(2026, 12, 15)),
        ("期末までに計画を書く", "計画を書く", dt.date(2026, 12, 31)),
        ("금요일까지 계획 작성", "계획 작성", dt.date(2026, 11, 20)),
        ("3주 후까지 계획 작성", "계획 작성", dt.date(2026, 12, 9)),
        ("12월 중순까지 계획 작성", "계획 작성", dt.date(2026, 12, 15)),
        ("분기 말까지 계획 작성", "계획 작성", dt.date(2026, 12, 31)),
        ("إعداد الخطة بحلول الجمعة", "إعداد الخطة", dt.date(2026, 11, 20)),
        ("إعداد الخطة بعد 3 أسابيع", "إعداد الخطة", dt.date(2026, 12, 9)),
        ("إعداد الخطة بحلول منتصف ديسمبر", "إعداد الخطة", dt.date(2026, 12, 15)),
        ("إعداد الخطة قبل نهاية الربع", "إعداد الخطة", dt.date(2026, 12, 31)),
        ("Draft it before December", "Draft it", dt.date(2026, 11, 30)),
        ("Draft it b4 end of december", "Draft it", dt.date(2026, 12, 31)),
        ("Plan noch vor Dezember entwerfen", "Plan entwerfen", dt.date(2026, 11, 30)),
        ("Rédiger le plan avant janvier 2027", "Rédiger le plan", dt.date(2026, 12, 31)),
        ("12월 전까지 계획 작성", "계획 작성", dt.date(2026, 11, 30)),
        ("إعداد الخطة قبل ديسمبر", "إعداد الخطة", dt.date(2026, 11, 30)),
    ],
)
def test_a_day_that_is_named_without_a_date_is_its_day(sentence: str, title: str, due: dt.date) -> None:
    assert filled(sentence, Action) == {"title": title, "due": due}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Draft it by next Friday", "next Friday"),
        ("Draft it by Friday noon", "Friday"),
        ("Draft it by late November", "late November"),
        ("Draft it by the 15th", "15th"),
        ("Draft it by next month", "next month"),
        ("Draft it until Christmas", "Christmas"),
        ("Plan bis nächsten Freitag entwerfen", "nächsten Freitag"),
        ("Plan bis Freitag Mittag entwerfen", "Freitag"),
        ("Plan bis Weihnachten entwerfen", "Weihnachten"),
        ("Rédiger le plan avant Noël", "Noël"),
        ("クリスマスまでに計画を書く", "クリスマス"),
        ("12月上旬までに計画を書く", "12月"),
        ("12월 초까지 계획 작성", "12월"),
        ("إعداد الخطة بحلول الجمعة القادمة", "الجمعة"),
    ],
)
def test_a_time_that_could_be_several_days_stays_in_the_title_and_is_told_by_name(sentence: str, words: str) -> None:
    assert filled(sentence, Action) == {"title": sentence}
    found = check_action(Action(id="new", title=sentence), None, c.QUARTER)
    (told,) = [it.message for it in found if it.code == "due-unclear"]
    assert re.fullmatch(f'"{words}" (gives no date|could be several days); write one such as 31 Dec', told)


def test_a_key_result_is_not_due_in_the_time_that_it_may_be_measured_by_and_that_is_told() -> None:
    title = "Answer 90 inquiries in 2 days"
    assert filled(title)["title"] == title
    assert "due" not in filled(title)
    (found,) = [it for it in check_key_result(KeyResult(id="new", title=title), c.QUARTER) if it.code == "due-unclear"]
    assert found.message == '"in 2 days" gives no date; write one such as 31 Dec'


@pytest.mark.parametrize(
    "title",
    [
        "Draft it by the 3rd workshop",
        "Grow MQLs by 20 this quarter",
        "Review the Friday numbers",
        "Work in 3 teams",
        "Post on Friday mornings",
        "Score the leads every Friday",
    ],
)
def test_what_only_looks_like_a_deadline_is_left_alone(title: str) -> None:
    assert filled(title, Action) == {"title": title}
    assert check_action(Action(id="new", title=title), None, c.QUARTER) == ()


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Draft it by 31.02.2027", '"31.02.2027" is no date: Feb 2027 has 28 days'),
        ("Draft it by 31 February", '"31 February" is no date: Feb 2027 has 28 days'),
        ("Draft it by 5/12", '"5/12" could be 5 Dec or 12 May; write 5 Dec or 12 May'),
        ("Draft it by 05/12/2026", '"05/12/2026" could be 5 Dec or 12 May; write 5 Dec or 12 May'),
    ],
)
def test_a_date_that_is_none_or_two_stays_in_the_title_with_a_word(sentence: str, said: str) -> None:
    assert filled(sentence, Action) == {"title": sentence}
    assert [f.message for f in check_action(Action(id="new", title=sentence), None, c.QUARTER)] == [said]


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("Newsletter readers from 1.350 to 2,000", {"target": Decimal(2000), "unit": "Newsletter readers"}),
        ("Newsletter readers from 1,200 to 1.350", {"baseline": Decimal(1200), "unit": "Newsletter readers"}),
        ("Win 1.350 readers", {}),
        ("Keep churn below 1.350 readers", {}),
    ],
)
def test_a_number_that_could_be_two_fills_nothing_and_is_told(sentence: str, fields: dict[str, Any]) -> None:
    assert filled(sentence) == {"title": sentence} | fields
    item = KeyResult(id="new", **filled(sentence))
    found = {f.code: f.message for f in check_key_result(item, c.QUARTER)}
    assert found["kr-number-unclear"] == '"1.350" could be 1,350 or 1.35; write 1350 or 1.35'


@pytest.mark.parametrize("code", ["auto", "ja", "en"])
def test_japanese_is_read_in_a_plan_of_any_language(code: Code) -> None:
    plan = c.QUARTER.replace(language=code)
    fields = quick_fields(KeyResult(id="new"), "売上を1億2000万円から1億5000万円に 11/15まで", plan, TODAY)
    assert fields == {
        "title": "売上を1億2000万円から1億5000万円に",
        "baseline": Decimal(120_000_000),
        "target": Decimal(150_000_000),
        "unit": "円",
        "due": dt.date(2026, 11, 15),
    }


@pytest.mark.parametrize(
    ("title", "due"),
    [
        ("Increase MQLs from 20 to 30 by Nov", dt.date(2026, 11, 30)),
        ("Increase MQLs from 20 to 30", c.QUARTER.end),
        ("Increase MQLs from 20 to 30 by 5/12", None),
    ],
)
def test_the_fix_of_a_missing_due_date_is_the_date_that_the_title_says(title: str, due: dt.date | None) -> None:
    item = c.key_result(title=title, due=None)
    (found,) = [f for f in check_key_result(item, c.QUARTER) if f.code == "kr-no-due"]
    assert (found.fix.edit if found.fix else None) == (ChangeFields(item.id, {"due": due}) if due else None)


@given(st.text(max_size=60))
def test_any_sentence_can_be_added(sentence: str) -> None:
    KeyResult(id="new", **quick_fields(KeyResult(id="new"), sentence, c.QUARTER, TODAY))


@pytest.mark.parametrize(
    ("code", "title", "unit", "better"),
    [
        ("en", "Boost SEO performance by 50 %", "visits", "Boost SEO performance from 20,000 to 30,000 visits"),
        ("en", "Cut bounces by 50 %.", "bounces", "Cut bounces from 20,000 to 10,000."),
        ("en", "Double the readers", "readers", "Double the readers from 20,000 to 40,000"),
        ("de", "SEO-Leistung um 50 % steigern", "Besuche", "SEO-Leistung von 20.000 auf 30.000 Besuche steigern"),
        ("fr", "Augmenter le trafic de 50 %", "visites", "Augmenter le trafic de 20\u202f000 à 30\u202f000 visites"),
        ("ja", "アクセスを50%増やす", "件", "アクセスを20,000から30,000件に増やす"),
        ("ko", "방문을 50% 늘리기", "건", "방문을 20,000에서 30,000 건으로 늘리기"),
        ("ar", "زيادة الزيارات بنسبة 50%", "زيارة", "زيادة الزيارات من 20,000 إلى 30,000 زيارة"),
    ],
)
def test_a_share_becomes_the_real_number(code: Code, title: str, unit: str, better: str) -> None:
    plan = c.QUARTER.replace(language=code)
    item = c.key_result(title=title, unit=unit, baseline=Decimal(20_000), target=None)
    fixes = [f.fix for f in check_key_result(item, plan) if f.code == "kr-percentage" and f.fix]
    assert [fix.label for fix in fixes]
    plan = plan.replace(objectives=(c.objective(key_results=(item,)),))
    mended = fixes[0].edit.apply(plan).objectives[0].key_results[0]
    assert mended.title == better
    assert mended.target in {Decimal(30_000), Decimal(10_000), Decimal(40_000)}
    assert not {"kr-percentage", "kr-sentence-disagrees"} & {f.code for f in check_key_result(mended, plan)}


def test_without_a_baseline_the_coach_asks_for_it() -> None:
    item = c.key_result(title="Boost SEO performance by 50 %", baseline=None, target=None)
    (found,) = [f for f in check_key_result(item, c.QUARTER) if f.code == "kr-percentage"]
    assert found.fix is None
    assert "baseline" in found.message


def test_a_share_that_is_no_change_has_no_fix() -> None:
    item = c.key_result(title="Answer 90 % of inquiries", baseline=Decimal(20), target=None)
    (found,) = [f for f in check_key_result(item, c.QUARTER) if f.code == "kr-percentage"]
    assert found.fix is None


def test_what_was_accepted_ends_when_the_sentence_or_the_unit_changes() -> None:
    item = c.key_result(title="Raise activation by 5 %")
    plan = c.QUARTER.replace(objectives=(c.objective(key_results=(item,)),))
    plan = Accept(item.id, "kr-percentage", "the board asks for it").apply(plan)

    def accepted(**fields: Any) -> Any:
        return ChangeFields(item.id, fields).apply(plan).objectives[0].key_results[0].accepted

    kept = {"kr-percentage": "the board asks for it"}
    assert accepted(owner="Ana") == accepted(title=item.title) == kept
    assert accepted(title="Raise activation by 6 %") == accepted(unit="%") == {}
