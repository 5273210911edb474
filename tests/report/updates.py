"""Updates for tests, and the files that they are compared with: ``python -m tests.report.updates`` makes those anew."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from okrtui.examples import EXAMPLE_DAY, EXAMPLE_QUARTER, example_bytes
from okrtui.model.language import Language
from okrtui.model.plan import Action, Change, CheckIn, KeyResult, Objective, Parked, Phase, Plan, Retrospective
from okrtui.report.standing import stand
from okrtui.report.update.content import Update, update_of
from okrtui.report.update.formats import FORMATS, Format, rendered
from okrtui.storage.codec import decode

GOLDEN = Path(__file__).parent / "golden"

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "R&D &amp; &lt;b&gt; &#65;",
    "a | b | c",
    "# x",
    "[a](javascript:alert(1))",
    "*bold* _em_ `code` ~~gone~~ **",
    "1. one",
    "- two",
    "+ three",
    "> four",
    "===",
    "$a$ and US$5-US$6",
    "back\\slash \\*",
    "![x](y) <b> <!-- c --> </style></script>",
    "x" * 200,
    "日本語の目標を達成するために何をするのか" * 4,
    "الوصول إلى ٣٠ عميلا جديدا",
)
"""Titles that mean something in one format or another."""

ARABIC = (
    "بناء قناة جديدة للطلب الوارد",
    "زيادة طلبات العرض من ٤٠ إلى ٦٥ طلبا",
    "تدريب ١٤ زميلا على نظام CRM الجديد",
)


def example() -> Plan:
    """The example quarter."""
    return decode(example_bytes(), Path(f"{EXAMPLE_QUARTER}.toml"))


def long() -> Plan:
    """A plan whose update is longer than a terminal's clipboard takes."""
    key_results = tuple(KeyResult(id=f"kr{number}", title=f"Win {number} {'x' * 180}") for number in range(600))
    return example().replace(
        objectives=(Objective(id="ob1", title="Win"), Objective(id="ob2", key_results=key_results))
    )


def made(plan: Plan, name: Format, today: dt.date = EXAMPLE_DAY) -> str:
    """The update of a plan in a format."""
    return rendered(update(plan, today), name)


def update(plan: Plan, today: dt.date = EXAMPLE_DAY, since: dt.date | None = None) -> Update:
    """The update of a plan."""
    return update_of(stand(plan, today), since)


def everywhere(texts: Sequence[str], phase: Phase = "active", language: Language = "auto") -> Plan:
    """A plan that holds each of the texts wherever a plan can hold a text that is reported."""
    key_results = tuple(_key_result(number, text) for number, text in enumerate(texts))
    objectives = (
        Objective(id=f"o{number}", title=text, why=f"{text}\n\n{text}", key_results=() if number else key_results)
        for number, text in enumerate(texts)
    )
    return Plan(
        quarter=EXAMPLE_QUARTER,
        start=dt.date(2026, 10, 1),
        end=dt.date(2026, 12, 31),
        phase=phase,
        language=language,
        focus=texts[0],
        objectives=tuple(objectives),
        not_now=tuple(
            Parked(id=f"n{number}", request=text, asked_by=text, reason=text) for number, text in enumerate(texts)
        ),
        changes=tuple(
            Change(date=dt.date(2026, 11, 1), item=f"k{number}", field=field, old=text, new=text, reason=text)
            for number, text in enumerate(texts)
            for field in ("target", text)
        ),
        retrospective=Retrospective(went_well="\n".join(texts), went_badly=texts[0], change_next=texts[-1]),
    )


def _key_result(number: int, text: str) -> KeyResult:
    return KeyResult(
        id=f"k{number}",
        title=text,
        unit=text,
        baseline=Decimal(0),
        target=Decimal(10),
        due=dt.date(2026, 12, 31),
        confidence=5,
        owner=text,
        definition=text,
        realistic=text,
        score_note=text,
        accepted={"kr-no-number": text},
        check_ins=(
            CheckIn(date=dt.date(2026, 10, 12), value=Decimal(-2)),
            CheckIn(date=dt.date(2026, 11, 10), value=Decimal("-2.50"), confidence=8, note=text),
        ),
        actions=(
            Action(id=f"a{number}", title=text, due=dt.date(2026, 11, 13), owner=text),
            Action(id=f"b{number}", title=text, due=dt.date(2026, 11, 3)),
            Action(id=f"c{number}", title=text, status="done", done_on=dt.date(2026, 11, 9)),
        ),
    )


def golden(name: Format) -> Path:
    """The file that the update of the example is compared with."""
    return GOLDEN / f"update.{'txt' if name == 'text' else name}"


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for each in FORMATS:
        golden(each).write_bytes(made(example(), each).encode())
