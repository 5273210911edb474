"""How each language writes numbers and dates, and the words for days that people type.

What is shown with these forms is read back as the same value in the same language: see :mod:`okrtui.model.numbers` and
:mod:`okrtui.model.dates`. Files and what other programs read never follow them.
"""

from collections.abc import Mapping
from typing import NamedTuple

from okrtui.i18n import Code, spoken


class Forms(NamedTuple):
    """One language's. All that is typed is compared in lower case and without accents."""

    months: tuple[str, ...]
    """Short names of the months, January first."""
    month_names: tuple[str, ...]
    """Their whole names, in lower case."""
    weekdays: tuple[str, ...]
    """Short names of the weekdays, Monday first."""
    weekday_names: tuple[str, ...]
    """Their whole names, in lower case."""
    near_days: Mapping[str, int]
    """Words for days around today, with how many days later each is."""
    ends: tuple[str, ...]
    """Words for the end of the quarter."""
    day_units: tuple[str, ...]
    """Words for days behind a number, as in ``+3d``."""
    week_units: tuple[str, ...]
    """Words for weeks behind a number."""
    next_week: tuple[str, ...]
    """What the week after this one is called."""
    next_month: tuple[str, ...]
    """What the month after this one is called."""
    next_weekday: tuple[str, ...]
    """Ways to name a weekday of which nobody can tell whether it is this week's, with braces for its name."""
    last_weekday: tuple[str, ...] = ()
    """Ways to name a weekday that was the last one."""
    coming_weekday: tuple[str, ...] = ()
    """Ways to name a weekday that is the next one to come."""
    in_next_week: tuple[str, ...] = ()
    """Ways to name a weekday of the week after this one."""
    weekday_stems: tuple[str, ...] = ()
    """Names of the weekdays that are neither whole nor short."""
    day: str = "{day} {month}"
    """A date whose year is plain; ``month`` is the short name; ``nth`` is the day, as :attr:`first` has the first."""
    full_day: str = "{day} {month} {year}"
    """A date with its year."""
    short: str = "{day}/{number}"
    """A date in at most 6 columns; ``number`` is the month's."""
    short_month: str = "{number:02}/{years:02}"
    """A month of another year in at most 6 columns; ``years`` are those of the century."""
    short_full: str = "{day}/{number}/{years:02}"
    """A date of another year in at most 9 columns."""
    first: str = "1"
    """The first day of a month, before the name of the month."""
    day_first: bool | None = True
    """Whether ``5/12`` is a day in December, or in May; None where it could be both."""
    plus: tuple[str, ...] = ("plus",)
    """Words for the sign before a number, in lower case."""
    minus: tuple[str, ...] = ("minus",)
    """The same for the other sign."""
    decimal: str = "."
    """What stands before the decimals."""
    thousands: str = ","
    """What stands between groups of three digits."""
    share: str = "{} %"
    """How so many per cent are written."""
    left_out: int = 3
    """How many digits each of :attr:`magnitudes` stands for."""
    magnitudes: tuple[str, ...] = ("k", "M", "B", "T")
    """What stands behind a short number for the digits that are left out, once, twice and so on."""


FORMS: Mapping[Code, Forms] = {
    "en": Forms(
        months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        month_names=(
            *("january", "february", "march", "april", "may", "june"),
            *("july", "august", "september", "october", "november", "december"),
        ),
        weekdays=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        weekday_names=("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        near_days={"yesterday": -1, "today": 0, "tomorrow": 1},
        ends=("end",),
        day_units=("d", "day", "days"),
        week_units=("w", "week", "weeks"),
        next_week=("next week",),
        next_month=("next month",),
        next_weekday=("next {}",),
        last_weekday=("last {}",),
        coming_weekday=("this {}", "coming {}", "this coming {}"),
        in_next_week=("{} next week", "{} of next week", "next week {}", "next week on {}"),
        short="{day} {month}",
        short_month="{month}'{years:02}",
        short_full="{day} {month}'{years:02}",
        day_first=None,
    ),
    "de": Forms(
        months=("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
        month_names=(
            *("januar", "februar", "märz", "april", "mai", "juni"),
            *("juli", "august", "september", "oktober", "november", "dezember"),
        ),
        weekdays=("Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"),
        weekday_names=("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag"),
        near_days={"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2},
        ends=("ende",),
        day_units=("t", "tag", "tage", "tagen"),
        week_units=("woche", "wochen"),
        next_week=("nächste woche", "kommende woche"),
        next_month=("nächster monat", "nächsten monat", "kommenden monat"),
        next_weekday=("nächsten {}", "nächster {}", "nächste {}"),
        last_weekday=("letzten {}", "letzter {}", "vergangenen {}"),
        coming_weekday=("diesen {}", "kommenden {}", "kommender {}"),
        in_next_week=(
            *("{} nächster woche", "{} der nächsten woche", "{} kommender woche", "{} der kommenden woche"),
            *("{} nächste woche", "{} kommende woche", "nächste woche {}", "kommende woche {}", "nächste woche am {}"),
        ),
        day="{day}. {month}",
        full_day="{day}. {month} {year}",
        short="{day}.{number}.",
        short_month="{month:.3}'{years:02}",
        short_full="{day}.{number}.{years:02}",
        decimal=",",
        thousands=".",
        magnitudes=("k", "M", "Mrd", "Bio"),
    ),
    "fr": Forms(
        months=(
            *("janv.", "févr.", "mars", "avr.", "mai", "juin"),
            *("juil.", "août", "sept.", "oct.", "nov.", "déc."),
        ),
        month_names=(
            *("janvier", "février", "mars", "avril", "mai", "juin"),
            *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
        ),
        weekdays=("lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."),
        weekday_names=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
        near_days={"avant-hier": -2, "hier": -1, "aujourd'hui": 0, "demain": 1, "après-demain": 2},
        ends=("fin",),
        day_units=("j", "jour", "jours"),
        week_units=("s", "semaine", "semaines"),
        next_week=("semaine prochaine", "la semaine prochaine"),
        next_month=("mois prochain", "le mois prochain"),
        next_weekday=(),
        last_weekday=("{} dernier",),
        coming_weekday=("{} prochain", "ce {}"),
        in_next_week=("{} de la semaine prochaine", "{} la semaine prochaine", "la semaine prochaine {}"),
        minus=("moins",),
        day="{nth} {month}",
        full_day="{nth} {month} {year}",
        first="1er",
        decimal=",",
        thousands="\u202f",
        magnitudes=("k", "M", "Md", "B"),
    ),
    "ja": Forms(
        months=tuple(f"{number}月" for number in range(1, 13)),
        month_names=tuple(f"{number}月" for number in range(1, 13)),
        weekdays=("月", "火", "水", "木", "金", "土", "日"),
        weekday_names=("月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日"),
        near_days={"昨日": -1, "きのう": -1, "今日": 0, "きょう": 0, "本日": 0, "明日": 1, "あした": 1, "明後日": 2},
        ends=("末", "最終日", "期末"),
        day_units=("日",),
        week_units=("週", "週間"),
        next_week=("来週",),
        next_month=("来月",),
        next_weekday=("次の{}",),
        coming_weekday=("今週の{}", "今週{}"),
        in_next_week=("来週の{}", "来週{}"),
        weekday_stems=("月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"),
        plus=("プラス",),
        minus=("マイナス",),
        day="{month}{day}日",
        full_day="{year}年{month}{day}日",
        short="{number}/{day}",
        short_month="{years:02}/{number:02}",
        short_full="{years:02}/{number}/{day}",
        day_first=False,
        share="{}%",
        left_out=4,
        magnitudes=("万", "億", "兆"),
    ),
    "ko": Forms(
        months=tuple(f"{number}월" for number in range(1, 13)),
        month_names=tuple(f"{number}월" for number in range(1, 13)),
        weekdays=("월", "화", "수", "목", "금", "토", "일"),
        weekday_names=("월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일"),
        near_days={"어제": -1, "오늘": 0, "내일": 1, "모레": 2},
        ends=("끝", "마지막", "마지막 날", "분기 말"),
        day_units=("일",),
        week_units=("주", "주일"),
        next_week=("다음 주", "다음주"),
        next_month=("다음 달", "다음달"),
        next_weekday=("다음 {}",),
        last_weekday=("지난 {}",),
        coming_weekday=("오는 {}", "이번 {}", "이번 주 {}", "이번주 {}"),
        in_next_week=("다음 주 {}", "다음주 {}"),
        plus=("플러스",),
        minus=("마이너스",),
        day="{month} {day}일",
        full_day="{year}년 {month} {day}일",
        short="{number}/{day}",
        short_month="{years:02}/{number:02}",
        short_full="{years:02}/{number}/{day}",
        day_first=False,
        share="{}%",
        left_out=4,
        magnitudes=("만", "억", "조"),
    ),
    "ar": Forms(
        months=(
            *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
            *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
        ),
        month_names=(
            *("يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو"),
            *("يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
        ),
        weekdays=("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
        weekday_names=("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
        near_days={"أمس": -1, "اليوم": 0, "غدا": 1},
        ends=("النهاية", "نهاية"),
        day_units=("يوم", "يوما", "أيام"),
        week_units=("أسبوع", "أسبوعا", "أسابيع"),
        next_week=("الأسبوع القادم", "الأسبوع المقبل"),
        next_month=("الشهر القادم", "الشهر المقبل"),
        next_weekday=("{} القادم", "{} القادمة", "{} المقبل", "{} التالي"),
        last_weekday=("{} الماضي", "{} الماضية"),
        in_next_week=(
            *("{} الأسبوع القادم", "{} من الأسبوع القادم", "{} في الأسبوع القادم"),
            *("{} الأسبوع المقبل", "{} من الأسبوع المقبل", "{} في الأسبوع المقبل"),
        ),
        plus=("زائد",),
        minus=("ناقص", "سالب"),
    ),
}
"""The forms of every language."""


def forms() -> Forms:
    """Those of the language that is spoken."""
    return FORMS[spoken()]
