"""Columns are known by their names in six languages, however people write them."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.report.importing import words
from okrtui.report.importing.meanings import meanings
from okrtui.report.importing.words import fold, vocabulary
from tests.report.importing.outlines import imported, key_results, outline

NAMES = {
    "en": {
        "objective": ["Objective", "OBJECTIVES", "Goals", "Objective title"],
        "key_result": ["Key Result", "key results", "KeyResult", "KR", "KRs", "key_result", "Key-Result"],
        "action": ["Action", "Initiatives", "Action items", "To-do", "Next steps"],
        "baseline": ["Baseline", "Start value", "Starting value", "From"],
        "target": ["Target", "Target value", "Goal", "Target Q4", "Target (31 Dec)"],
        "current": ["Current", "Current value", "Actual", "Current value (week 7)"],
        "unit": ["Unit", "Units", "Unit of measure", "Metric"],
        "due": ["Due", "Due date", "Deadline", "By when?", "DUE-DATE"],
        "owner": ["Owner", "Responsible", "DRI", "Assignee", "Owner *"],
        "status": ["Status", "State"],
        "confidence": ["Confidence", "Confidence level", "Confidence (0-10)"],
        "notes": ["Notes", "Note", "Comments", "Remarks"],
        "why": ["Why", "Why?", "Rationale"],
    },
    "de": {
        "objective": ["Ziel", "Ziele", "Oberziel"],
        "key_result": ["Schlüsselergebnis", "Schlüsselergebnisse", "SCHLUESSELERGEBNIS", "Kernergebnisse"],
        "action": ["Maßnahme", "Maßnahmen", "Massnahmen", "Aufgaben", "Initiative"],
        "baseline": ["Ausgangswert", "Startwert", "Basis"],
        "target": ["Zielwert", "Soll", "Ziel"],
        "current": ["Aktuell", "Istwert", "Ist", "Aktueller Wert"],
        "unit": ["Einheit", "Maßeinheit"],
        "due": ["Fällig", "Fällig am", "Frist", "Termin", "Bis wann"],
        "owner": ["Verantwortlich", "Verantwortliche/r", "Zuständig", "Wer?"],
        "status": ["Status"],
        "confidence": ["Zuversicht", "Konfidenz"],
        "notes": ["Notizen", "Bemerkung", "Kommentare"],
        "why": ["Warum", "Begründung"],
    },
    "fr": {
        "objective": ["Objectif", "Objectifs"],
        "key_result": ["Résultat clé", "Résultats clés", "RESULTATS CLES"],
        "action": ["Action", "Actions", "Initiatives", "Tâche"],
        "baseline": ["Valeur de départ", "Valeur initiale", "Départ"],
        "target": ["Cible", "Valeur cible", "Objectif"],
        "current": ["Actuel", "Valeur actuelle", "Réalisé"],
        "unit": ["Unité", "Unité de mesure"],
        "due": ["Échéance", "Date d'échéance", "Date limite"],
        "owner": ["Responsable", "Porteur", "Pilote"],
        "status": ["Statut", "État"],
        "confidence": ["Confiance", "Niveau de confiance"],
        "notes": ["Remarques", "Commentaires"],
        "why": ["Pourquoi"],
    },
    "ja": {
        "objective": ["目標", "目的"],
        "key_result": ["主要な結果", "主な結果", "成果指標", "キーリザルト"],
        "action": ["アクション", "施策", "ｱｸｼｮﾝ"],
        "baseline": ["開始値", "基準値"],
        "target": ["目標値", "目標"],
        "current": ["現在値", "実績"],
        "unit": ["単位"],
        "due": ["期限", "締切"],
        "owner": ["担当", "担当者", "責任者"],
        "status": ["状態", "ステータス"],
        "confidence": ["自信度", "確信度"],
        "notes": ["備考", "メモ"],
        "why": ["理由"],
    },
    "ko": {
        "objective": ["목표", "오브젝티브"],
        "key_result": ["핵심 결과", "핵심결과", "주요 결과"],
        "action": ["실행 과제", "액션", "이니셔티브"],
        "baseline": ["시작값", "기준값"],
        "target": ["목표값", "목표 값", "목표"],
        "current": ["현재값", "현재 값", "실적"],
        "unit": ["단위"],
        "due": ["기한", "마감일"],
        "owner": ["담당자", "책임자"],
        "status": ["상태", "진행 상태"],
        "confidence": ["자신감", "신뢰도"],
        "notes": ["비고", "메모"],
        "why": ["이유"],
    },
    "ar": {
        "objective": ["الهدف", "الأهداف", "هدف"],
        "key_result": ["النتيجة الرئيسية", "النتائج الرئيسية", "نتائج رئيسية"],
        "action": ["الإجراء", "المبادرة", "مبادرات", "المهام"],
        "baseline": ["القيمة الأساسية", "خط الأساس"],
        "target": ["المستهدف", "القيمة المستهدفة", "الهدف"],
        "current": ["الحالي", "القيمة الحالية"],
        "unit": ["الوحدة", "وحدة القياس"],
        "due": ["تاريخ الاستحقاق", "الموعد النهائي"],
        "owner": ["المسؤول", "المالك"],
        "status": ["الحالة"],
        "confidence": ["الثقة", "مستوى الثقة"],
        "notes": ["ملاحظات", "الملاحظات"],
        "why": ["لماذا", "السبب"],
    },
}
"""Headers as people write them, by language and by what they mean."""


@pytest.mark.parametrize("language", NAMES)
def test_a_column_is_known_by_its_name_in_each_language(language: str) -> None:
    for field, headers in NAMES[language].items():
        for header in headers:
            assert field in {meaning.field for meaning in meanings(header)}, f"{header} is not read as {field}"


def test_no_word_of_the_list_is_lost_when_it_is_read() -> None:
    assert "" not in vocabulary().columns
    assert set(vocabulary().fields) == {field for fields in vocabulary().columns.values() for field in fields}


def test_the_name_of_a_column_may_say_whose_it_is() -> None:
    found = imported(
        "Objective,Key Result,KR owner,Action,Action owner,Action due date,KR deadline\n"
        "Win,Sign 6,Ana,Call,Tom,2026-11-20,2026-12-31\n"
    )
    assert outline(found)[1:] == [
        "  Sign 6 | reach None -> None | due 2026-12-31 | owner Ana",
        "    Call | todo | due 2026-11-20 | owner Tom",
    ]


def test_a_name_with_two_meanings_means_what_its_cells_hold() -> None:
    (key_result,) = key_results("Ziel;Schlüsselergebnis;Start;Ziel\nGewinnen;6 Partner;0;6\n")
    assert (key_result.baseline, key_result.target) == (Decimal(0), Decimal(6))
    (key_result,) = key_results("Goal,Key result,Goal,Start,End\nWin,Sign 6,6,2026-10-15,2026-12-01\n")
    assert (key_result.target, str(key_result.start), str(key_result.due)) == (Decimal(6), "2026-10-15", "2026-12-01")
    (key_result,) = key_results("Objective,Key result,Metric,Target\nWin,Sign 6,partners,6\n")
    assert key_result.unit == "partners"
    (key_result,) = key_results("Objective,Key result,KPI,Unit,Target\nWin,Sign 6,Signed contracts,partners,6\n")
    assert (key_result.definition, key_result.unit) == ("Signed contracts", "partners")


def test_numbers_of_objectives_beside_their_titles_are_no_titles() -> None:
    found = imported("Objective #,Objective,KR #,Key result\n1,Win,1,Sign 6\n")
    assert outline(found)[:2] == ["Win", "  Sign 6 | reach None -> None"]


def test_two_languages_in_one_heading_are_read() -> None:
    (key_result,) = key_results("目標 / Objective,主要な結果 / Key result,目標値 / Target\n勝つ,6社,6\n")
    assert key_result.target == 6


@pytest.mark.parametrize("header", ["Key result / task", "KR or task", "Schlüsselergebnis oder Aufgabe"])
def test_of_two_names_of_one_column_the_first_counts_and_is_said(header: str) -> None:
    found = imported(f"Objective,{header},Baseline,Target\nWin,Sign 6,0,6\n")
    assert outline(found)[1:] == ["  Sign 6 | reach 0 -> 6", f'read: "{header}" as key result']
    mapped = imported(f"Objective,{header},Baseline,Target\nWin,Sign 6,0,6\n", f"{header}=key result")
    assert mapped.read_as == ()


def test_rows_that_become_one_key_result_are_said() -> None:
    head = "Objective,Key result,Target,Action\nWin,Sign 6,6,\n"
    assert imported(f"{head},Keep 5,5,\n,sign 6,6,\n").read_as == (
        'rows of the same title as one key result, "Sign 6" (lines 2, 4)',
    )
    assert imported(f"{head},Sign 6,6,Call\n").read_as == (), "a key result that is written again beside its action"


def test_statuses_that_are_left_out_are_named() -> None:
    found = imported("Objective,Key result,Status\nWin,Sign 6,amber\n,Keep 5,on track\n,Call,amber\n")
    assert found.left_out == (
        "the status of key results, which okrtui tells from their numbers: amber, on track (lines 2, 3, 4)",
    )


def test_a_sign_in_the_heading_is_the_unit_of_bare_numbers() -> None:
    share, money = key_results("Objective,Key result,Target (%)\nWin,A,30\n,B,€ 40\n")
    assert (share.unit, money.unit) == ("%", "€")


@pytest.mark.parametrize("language", ["en", "de", "fr", "ja", "ko", "ar"])
def test_statuses_are_known_in_each_language(language: str) -> None:
    said = {
        "en": ("to do", "In progress", "DONE", "Cancelled"),
        "de": ("offen", "in Arbeit", "erledigt", "verworfen"),
        "fr": ("à faire", "en cours", "terminé", "abandonné"),
        "ja": ("未着手", "進行中", "完了", "中止"),
        "ko": ("예정", "진행 중", "완료", "취소"),
        "ar": ("لم يبدأ", "قيد التنفيذ", "منجز", "ملغى"),
    }[language]
    rows = "".join(f",,A{at},{word}\n" for at, word in enumerate(said))
    (key_result,) = key_results(f"Objective,Key result,Action,Status\nWin,Sign 6,,\n{rows}")
    assert [action.status for action in key_result.actions] == ["todo", "doing", "done", "dropped"]


def test_no_status_word_stands_for_two_statuses() -> None:
    file = Path(words.__file__).with_name("words.toml")
    statuses = tomllib.loads(file.read_text(encoding="utf-8"))["status"]
    seen: dict[str, str] = {}
    for status, languages in statuses.items():
        for names in languages.values():
            for name in names.split(","):
                assert seen.setdefault(fold(name), status) == status, f"{name} is {seen[fold(name)]} and {status}"
