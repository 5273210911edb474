"""Good and bad items beside each other, a list for each rule; a good item never raises its rule."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from okrtui.coach.findings import Letter, Severity
from okrtui.model.plan import Action, KeyResult, Objective, Plan
from tests.support.plans import small_plan

QUARTER = small_plan().replace(objectives=())
"""The empty quarter, 1 October to 31 December 2026, that items are judged in."""


def action(**fields: Any) -> Action:
    """An action that no rule has anything to say about, but for these fields."""
    return Action(**{"id": "action", "title": "Draft the nurture plan", "due": dt.date(2026, 11, 8), **fields})


def key_result(**fields: Any) -> KeyResult:
    """A key result that no rule has anything to say about, but for these fields."""
    complete = small_plan().objectives[0].key_results[0]
    return complete.replace(id="kr", actions=(action(),)).replace(**fields)


def unmeasured(title: str, **fields: Any) -> KeyResult:
    """A key result of which only the sentence says how much."""
    return key_result(**{"title": title, "baseline": None, "target": None, **fields})


def objective(**fields: Any) -> Objective:
    """An objective that no rule has anything to say about, but for these fields."""
    results = tuple(
        key_result(id=f"kr{n}", title=f"Result {n}", actions=(action(id=f"ac{n}", title=f"Step {n}"),))
        for n in range(3)
    )
    good = {"title": "Build a new demand channel", "why": "Growth", "key_results": results}
    return Objective(**{"id": "objective", **good, **fields})


def quarter(*objectives: Objective) -> Plan:
    """A quarter of these objectives, with ids and titles that differ."""
    return QUARTER.replace(
        objectives=tuple(o.replace(id=f"o{n}", title=f"{o.title} {n}") for n, o in enumerate(objectives))
    )


def results(count: int, **fields: Any) -> tuple[KeyResult, ...]:
    """So many key results with these fields."""
    return tuple(key_result(id=f"kr{n}", title=f"Result {n}", **fields) for n in range(count))


@dataclass(frozen=True)
class Case:
    """One item and what its rule should say of it."""

    code: str
    item: Plan | Objective | KeyResult | Action
    severity: Severity | None
    """None where the item is good."""
    letter: Letter | None = None
    field: str | None = None

    def __str__(self) -> str:
        return f"{self.code}-{self.severity or 'good'}"


def cases(
    code: str,
    severity: Severity,
    field: str,
    letter: Letter | None = None,
    *,
    good: list[Any],
    bad: list[Any],
) -> list[Case]:
    """The cases of one rule."""
    return [Case(code, item, None) for item in good] + [Case(code, item, severity, letter, field) for item in bad]


LONG = "one two three four five six seven eight nine ten eleven twelve"
KEEP = {"kind": "at_least", "baseline": None}
DROPPED = {"dropped_on": dt.date(2026, 10, 20)}
END = dt.date(2026, 12, 31)

CASES = [
    *cases("objective-empty", "error", "title", good=[objective()], bad=[
        objective(title=""), objective(title="  "), objective(title="\u200b"),
    ]),
    *cases("objective-too-long", "warning", "title", good=[
        objective(title=LONG), objective(title=LONG + " – & –"), objective(title=""), objective(title="?!"),
        objective(title="新しいデマンド創出チャネルを立ち上げる"), objective(title="あ" * 30),
        objective(title="영업팀과 함께 새로운 수요 창출 채널을 구축하고 꾸준히 키워 나간다"),
        objective(title="بناء قناة جديدة لتوليد الطلب"),
    ], bad=[
        objective(title=LONG + " thirteen"), objective(title="あ" * 31), objective(title="B2B" + "顧客" * 20),
        objective(title="가 나 다 라 마 바 사 아 자 차 카 타 파"),
    ]),
    *cases("objective-too-short", "warning", "title", good=[
        objective(), objective(title=""), objective(title="Grow our readers"), objective(title="Win back customers"),
        objective(title="Marketing"), objective(title="Markenaufbau"), objective(title="Croissance en Espagne"),
        objective(title="顧客獲得"), objective(title="성장 동력 확보"), objective(title="نمو المبيعات في الخليج"),
    ], bad=[
        objective(title="Grow"), objective(title="growth!"), objective(title="Grow 2027"), objective(title="成長2027"),
        objective(title="成長する"), objective(title="성장하기"), objective(title="ننمو"),
    ]),
    *cases("objective-no-why", "hint", "why", good=[objective()], bad=[
        objective(why=""), objective(why="\n"),
    ]),
    *cases("objective-count", "warning", "objectives", good=[
        quarter(*[objective()] * 3), quarter(*[objective()] * 5),
    ], bad=[quarter(), quarter(objective()), quarter(*[objective()] * 2)]),
    *cases("objective-count", "error", "objectives", good=[], bad=[quarter(*[objective()] * 6)]),
    *cases("kr-count", "warning", "key_results", good=[
        objective(), objective(key_results=results(5)),
        objective(key_results=results(5) + tuple(kr.replace(**DROPPED) for kr in results(1))),
    ], bad=[
        objective(key_results=results(1)), objective(key_results=results(2)),
        objective(key_results=results(6)),
        objective(key_results=results(2) + tuple(kr.replace(**DROPPED) for kr in results(1))),
    ]),
    *cases("kr-count", "error", "key_results", good=[], bad=[
        objective(key_results=()), objective(key_results=results(3, **DROPPED)),
    ]),
    *cases("kr-all-lagging", "hint", "key_results", good=[
        objective(), objective(key_results=()), objective(key_results=results(3, indicator=None)),
        objective(key_results=results(2, indicator="lagging") + results(1)),
        objective(key_results=results(3, indicator="lagging", **DROPPED)),
    ], bad=[objective(key_results=results(3, indicator="lagging"))]),
    *cases("kr-empty", "error", "title", "S", good=[key_result()], bad=[
        key_result(title=" "), key_result(title="6"), key_result(title="30 %"),
    ]),
    *cases("kr-no-definition", "warning", "definition", "S", good=[key_result()], bad=[
        key_result(definition=""), key_result(definition=" \n "), key_result(definition="-"),
    ]),
    *cases("kr-percentage", "error", "unit", "M", good=[
        key_result(unit=unit)
        for unit in ("MQLs", "", "euros", "percentiles", "NPS points", "story points", "apps", "人", "원")
    ], bad=[
        key_result(unit=unit)
        for unit in (
            "%", "％", "٪", "﹪", "% of visitors", "per cent", "Percent", "percentage points", "Prozent",
            "Prozentpunkte", "pour cent", "points", "pp", "PP", "パーセント", "ﾊﾟｰｾﾝﾄ", "퍼센트", "في المئة",
            "بالمئة",
        )
    ] + [key_result(unit="%", **KEEP)]),
    *cases("kr-percentage", "error", "title", "M", good=[
        unmeasured("Send 3 newsletters"), unmeasured("Increase leads by 20 % from 500 to 600"), unmeasured(""),
    ], bad=[
        unmeasured("Boost SEO performance by 50 %"), unmeasured("Double the leads"), unmeasured("Win half of them"),
    ]),
    *cases("kr-no-number", "error", "title", "M", good=[
        unmeasured("Send 3 newsletters"), unmeasured("Grow by 5 %"), unmeasured(""),
        unmeasured("Launch a website", target=Decimal(1)),
    ], bad=[
        unmeasured("Launch a new website"), unmeasured("Migrate to GA4 by 30 June 2027"),
        unmeasured("Win several fans"),
    ]),
    *cases("kr-sentence-disagrees", "warning", "title", "M", good=[
        key_result(title="Increase MQLs from 20 to 30"), key_result(title="Win 10 more MQLs"), key_result(title="Win"),
        key_result(title="Earn 30k euros"), key_result(title="Send 3 newsletters", target=None),
        key_result(title="Win 30 more MQLs", baseline=Decimal(0)), key_result(title="Win 30 or more MQLs"),
        key_result(title="Write 30 posts more than 2 pages long"),
        key_result(title="Atteindre 30 clients de moins de 30 ans"),
        key_result(title="Open rate from 20 % to 30 %", unit="%"), key_result(title="Raise open rate by 5 %", unit="%"),
        key_result(title="Increase MQLs from 20 to 30 by 15 Dec"),
    ], bad=[
        key_result(title="Win 30 more MQLs"), key_result(title="30 MQLs mehr pro Woche"),
        key_result(title="Gagner 30 MQL de plus"), key_result(title="MQLを30件増やす"),
        key_result(title="MQL 30건 늘리기"), key_result(title="كسب 30 MQL إضافية"), key_result(title="Grow MQLs by 30"),
        key_result(title="Open rate from 20 % to 28 %", unit="%"), key_result(title="Open rate to 28 %", unit="%"),
        key_result(title="Increase MQLs from 20 to 40"), key_result(title="Increase MQLs from 10 to 30"),
        key_result(title="Send 3 newsletters"),
    ]),
    *cases("kr-percentage", "error", "unit", "M", good=[key_result(title="NPS of at least 45", unit="points")], bad=[
        key_result(title="Market share", unit="points"),
    ]),
    *cases("kr-other-way", "hint", "title", "M", good=[
        key_result(title="Increase MQLs from 20 to 30"), key_result(title="Win MQLs"),
        key_result(title="Reduce the wait", baseline=Decimal(30), target=Decimal(20)),
        key_result(title="Improve the wait", baseline=Decimal(30), target=Decimal(20)),
        key_result(title="Grow with fewer complaints", baseline=Decimal(30), target=Decimal(20)),
        key_result(title="Grow", baseline=Decimal(30), target=Decimal(30)), key_result(title="Keep more", **KEEP),
        key_result(title="Grow", baseline=None),
    ], bad=[
        key_result(title=title, baseline=Decimal(30), target=Decimal(20))
        for title in ("Grow MQLs", "Mehr MQLs", "Avoir plus de MQL", "MQLを増やす", "MQL 늘리기", "زيادة MQL")
    ] + [
        key_result(title=title)
        for title in ("Cut MQLs", "Weniger MQLs", "Réduire les MQL", "MQLを減らす", "MQL 줄이기", "تقليل MQL")
    ]),
    *cases("kr-date-disagrees", "warning", "title", "T", good=[
        key_result(title="MQLs from 20 to 30 by 31 Dec"), key_result(title="MQLs from 20 to 30 by December"),
        key_result(title="MQLs von 20 auf 30 bis KW 53"), key_result(title="Win 30 MQLs for the 5 May fair"),
        key_result(title="Increase MQLs from 10 to 40"), key_result(title="Win 30 MQLs by 15 Dec", due=None),
        key_result(title="Win 30 MQLs by 5/12"),
    ], bad=[
        key_result(title="Increase MQLs from 20 to 30 by 15 Dec"), key_result(title="Win 30 MQLs by November"),
        key_result(title="Win 30 MQLs by 31 Nov"), key_result(title="30 MQLs gewinnen bis 31.11."),
    ]),
    *cases("kr-number-unclear", "warning", "title", "M", good=[
        key_result(title="Grow from 1.200 to 2.000 fans", baseline=Decimal(1200), target=Decimal(2000)),
        unmeasured("Grow from 1.5 to 2,000 fans"), unmeasured("Mehr Leser: von 1.200 auf 2.000"),
        unmeasured("Grow from 1.200.000 to 2 million fans"), unmeasured("Launch a website"), unmeasured(""),
        key_result(title="Keep at most 1.200 open requests", **KEEP),
    ], bad=[
        unmeasured("Grow from 1.200 to 2,000 fans"), unmeasured("Grow from 1,200 to 2.000 fans"),
        key_result(title="Grow from 1.200 to 2,000 fans", baseline=None), unmeasured("Keep cost below $1.250"),
        unmeasured("Passer de 1.200 à 2 000 lecteurs"), unmeasured("読者を1.200人に増やす"),
    ]),
    *cases("due-unclear", "warning", "title", good=[
        action(title="Draft it by 31.02.2027"), action(title="Draft it by 28.02.2027", due=None),
        action(title="Draft it by 15/03", due=None), action(title="Draft it", due=None), action(title="", due=None),
        action(title="Entwurf bis 5/12", due=None), key_result(title="Answer 3/5 of all inquiries", due=None),
        key_result(title="Cut costs by 1/2", due=None), key_result(title="評価を4/5まで引き上げる", due=None),
        action(title="Draft it by Christmas"), action(title="Prepare the Christmas mailing", due=None),
        action(title="Send it on Friday", due=None), action(title="Win the Q4 budget", due=None),
    ], bad=[
        action(title="Draft it by Christmas", due=None), key_result(title="Win 3 partners by Q4", due=None),
        key_result(title="5 Kunden bis KW 10/11", due=None), key_result(title="5 clients d'ici vendredi", due=None),
        action(title="Draft it by 31.02.2027", due=None), action(title="Draft it by 15/13", due=None),
        action(title="Draft it by 5/12", due=None), action(title="Entwurf am 31/2/2027", due=None),
        key_result(title="Increase MQLs from 20 to 30 by 05/12/2026", due=None),
    ]),
    *cases("kr-vague", "warning", "title", "S", good=[
        unmeasured("Interact with 30 customers"), unmeasured("Improve awareness", target=Decimal(1)),
    ], bad=[unmeasured("Interact with customers"), unmeasured("Increase brand awareness")]),
    *cases("kr-is-an-activity", "hint", "title", "S", good=[
        unmeasured("Launch 3 websites"), unmeasured("More leads"),
    ], bad=[unmeasured("Launch a new website"), unmeasured("Attend the fair")]),
    *cases("objective-has-number", "error", "title", good=[
        objective(title="Build a B2B channel by 2027"), objective(title="Become one of the top 3"), objective(title=""),
        objective(title="Speak with one voice"), objective(title="Unite the two brands"),
    ], bad=[objective(title="Generate 53 MQLs"), objective(title="Double the leads"), objective(title="Win XX fans")]),
    *cases("objective-no-direction", "error", "title", good=[
        objective(), objective(title=""), objective(title="A stronger brand"),
    ], bad=[objective(title="Market research"), objective(title="Social media"), objective(title="SEO")]),
    *cases("objective-no-direction", "hint", "title", good=[], bad=[objective(title="Frobnicated gizmos")]),
    *cases("kr-no-baseline", "error", "baseline", "M", good=[
        key_result(), key_result(baseline=Decimal(0)), key_result(**KEEP),
        key_result(kind="at_most", baseline=None),
    ], bad=[key_result(baseline=None)]),
    *cases("kr-no-target", "error", "target", "M", good=[key_result(), key_result(target=Decimal(0))], bad=[
        key_result(target=None), key_result(target=None, **KEEP),
    ]),
    *cases("kr-no-unit", "error", "unit", "M", good=[key_result(), key_result(unit="€")], bad=[
        key_result(unit=""),
    ]),
    *cases("kr-nothing-to-move", "error", "target", "M", good=[
        key_result(), key_result(baseline=None, target=None),
        key_result(baseline=Decimal(30), kind="at_least"),
    ], bad=[key_result(baseline=Decimal("30.0"), target=Decimal(30))]),
    *cases("kr-no-confidence", "error", "confidence", "A", good=[
        key_result(), key_result(confidence=0),
    ], bad=[key_result(confidence=None)]),
    *cases("kr-too-safe", "warning", "confidence", "A", good=[
        key_result(confidence=8), key_result(confidence=None),
    ], bad=[key_result(confidence=9), key_result(confidence=10)]),
    *cases("kr-too-bold", "warning", "confidence", "A", good=[
        key_result(confidence=3), key_result(confidence=None),
    ], bad=[key_result(confidence=0), key_result(confidence=2)]),
    *cases("kr-not-realistic", "error", "realistic", "R", good=[key_result(), key_result(realistic="경험")], bad=[
        key_result(realistic=""), key_result(realistic="6"), key_result(realistic="-"), key_result(realistic="ok"),
    ]),
    *cases("kr-no-due", "error", "due", "T", good=[key_result()], bad=[key_result(due=None)]),
    *cases("kr-due-outside", "error", "due", "T", good=[
        key_result(due=dt.date(2026, 10, 1)), key_result(due=END), key_result(due=None),
    ], bad=[key_result(due=dt.date(2026, 9, 30)), key_result(due=dt.date(2027, 1, 1))]),
    *cases("kr-start-late", "error", "start", "T", good=[
        key_result(start=dt.date(2026, 12, 15), due=dt.date(2026, 12, 15)), key_result(due=None, start=END),
    ], bad=[key_result(start=dt.date(2026, 12, 16), due=dt.date(2026, 12, 15)),
            key_result(start=dt.date(2027, 1, 5), due=END)]),
    *cases("kr-start-outside", "warning", "start", "T", good=[
        key_result(start=dt.date(2026, 10, 1)), key_result(start=END), key_result(start=None),
    ], bad=[key_result(start=dt.date(2026, 9, 30)), key_result(start=dt.date(2027, 1, 1))]),
    *cases("kr-no-action", "warning", "actions", good=[
        key_result(), key_result(actions=(action(status="done"),)),
    ], bad=[key_result(actions=()), key_result(actions=(action(status="dropped"),))]),
    *cases("action-empty", "error", "title", good=[action(), action(title="?")], bad=[action(title="")]),
    *cases("action-due-early", "warning", "due", good=[
        action(due=dt.date(2026, 10, 1)), action(due=None), action(due=dt.date(2026, 9, 30), status="done"),
        action(due=dt.date(2026, 9, 30), status="dropped"),
    ], bad=[action(due=dt.date(2026, 9, 30)), action(due=dt.date(2026, 1, 1), status="doing")]),
    *cases("action-due-late", "warning", "due", good=[
        action(due=END), action(due=None), action(due=dt.date(2027, 1, 9), status="done"),
    ], bad=[action(due=dt.date(2027, 1, 1)), action(due=dt.date(2027, 1, 1), status="doing")]),
]  # fmt: skip
"""Every rule on one item; ``duplicate-title`` compares items and has tests of its own."""
