"""The page that an update makes: what stands first, and under which headings."""

from collections.abc import Callable, Iterable, Iterator

from okrtui.model.closing import band
from okrtui.model.measure import Pace
from okrtui.model.text import display
from okrtui.report.update import news, plan_sections
from okrtui.report.update.content import Update
from okrtui.report.update.headline import headline
from okrtui.report.update.page import BAND_TONES, TONES, Page, Section, Tone
from okrtui.report.update.phrases import Words, day, full_day, quote

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
        yield from ((f"{bands.count(name)} {name}", tone) for name, tone in BAND_TONES.items() if name in bands)
    elif update.plan.phase == "active":
        paces = update.paces
        yield from ((f"{paces[pace]} {pace}", TONES[pace]) for pace in _COUNTED if pace in paces)


def _title(update: Update) -> str:
    quarter = f"{update.plan.quarter}, objective {update.only}" if update.only else str(update.plan.quarter)
    match update.plan.phase:
        case "planning":
            return f"{quarter}: the plan"
        case "closed":
            return f"{quarter}: how it ended"
    return f"{quarter}: update of {full_day(update.today)}"


def _lead(update: Update) -> Iterable[Words]:
    """Where in the quarter one is, and what it is about."""
    plan, (week, weeks) = update.plan, update.week
    span = f"{day(plan.start, plan)} to {full_day(plan.end)}"
    if plan.phase == "closed":
        closed = f"; closed on {full_day(plan.closed_on)}" if plan.closed_on else ""
        yield (f"{span}{closed}.",)
    elif plan.phase == "planning":
        yield (f"{span}; as of {full_day(update.today)}.",)
    else:
        yield (f"Week {week} of {weeks}, {span}." if week and update.today <= plan.end else f"{span}.",)
    if display(plan.focus).strip():
        yield ("Focus: ", quote(plan.focus))
