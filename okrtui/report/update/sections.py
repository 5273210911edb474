"""The page that an update makes: what stands first, and under which headings."""

from collections.abc import Callable, Iterable, Iterator

from okrtui.i18n import tr
from okrtui.model.closing import band
from okrtui.model.dates import full_date, span_of_days
from okrtui.model.measure import Pace
from okrtui.model.text import display
from okrtui.report import tally
from okrtui.report.update import news, plan_sections
from okrtui.report.update.content import Update
from okrtui.report.update.headline import headline
from okrtui.report.update.page import BAND_TONES, TONES, Page, Section, Tone
from okrtui.report.update.phrases import Words, filled, quote

_COUNTED: tuple[Pace, ...] = ("done", "on track", "at risk", "off track", "stale", "not started")

_SECTIONS: tuple[Callable[[Update], Section | None], ...] = (
    plan_sections.glance,
    news.attention,
    plan_sections.to_settle,
    news.wins,
    news.ahead,
    news.moved,
    plan_sections.objectives,
    plan_sections.goalposts,
    plan_sections.accepted,
    plan_sections.declined,
    plan_sections.looking_back,
    plan_sections.how_to_read,
)
"""Every section in its order: what is on track, what is not, what comes next, and then the details."""


def page_of(update: Update) -> Page:
    """The page. Sections with nothing to say are not on it."""
    made = (section(update) for section in _SECTIONS)
    return Page(
        title=_title(update),
        lead=tuple(_lead(update)),
        headline=headline(update),
        counts=tuple(_counts(update)),
        sections=tuple(section for section in made if section is not None),
        language=update.language,
    )


def _counts(update: Update) -> Iterator[tuple[str, Tone]]:
    """How many key results there are of each kind; none in a quarter that is still planned."""
    if update.plan.phase == "closed":
        bands = [band(found.score) for found in update.key_results if found.score is not None]
        yield from ((tally.states(name, bands.count(name)), tone) for name, tone in BAND_TONES.items() if name in bands)
    elif update.plan.phase == "active":
        paces = update.paces
        yield from ((tally.states(pace, paces[pace]), TONES[pace]) for pace in _COUNTED if pace in paces)


def _title(update: Update) -> str:
    name = str(update.plan.quarter)
    if update.only:
        # for translators: {position} is the number of the objective
        name = tr("{quarter}, objective {position}", quarter=name, position=update.only)
    match update.plan.phase:
        case "planning":
            # for translators: a title; {name} is a quarter
            return tr("{name}: the plan", name=name)
        case "closed":
            # for translators: a title; {name} is a quarter
            return tr("{name}: how it ended", name=name)
    # for translators: a title; {name} is a quarter
    return tr("{name}: update of {day}", name=name, day=full_date(update.today))


def _lead(update: Update) -> Iterable[Words]:
    """Where in the quarter one is, and what it is about."""
    plan, (week, weeks) = update.plan, update.week
    span = span_of_days(plan.start, plan.end)
    if plan.phase == "closed" and plan.closed_on:
        # for translators: {days} is such as: 1 Oct to 31 Dec 2026
        yield (tr("{days}; closed on {day}.", days=span, day=full_date(plan.closed_on)),)
    elif plan.phase == "planning":
        # for translators: {days} is such as: 1 Oct to 31 Dec 2026
        yield (tr("{days}; as of {day}.", days=span, day=full_date(update.today)),)
    elif plan.phase == "active" and week and update.today <= plan.end:
        # for translators: {days} is such as: 1 Oct to 31 Dec 2026
        yield (tr("Week {week} of {weeks}, {days}.", week=week, weeks=weeks, days=span),)
    else:
        # for translators: {days} is such as: 1 Oct to 31 Dec 2026; a line that begins with "1. " is a list in Markdown
        yield (tr("{days}.", days=span),)
    if display(plan.focus).strip():
        yield filled(tr("Focus: {focus}"), focus=quote(plan.focus))
