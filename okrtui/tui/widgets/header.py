"""The line at the top of every view: quarter, phase, week, how the key results stand, what is due now."""

import datetime as dt
from collections.abc import Callable, Iterator

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from okrtui.i18n import tr, tr_n
from okrtui.model.closing import State, quarter_score, states
from okrtui.model.dates import month_day
from okrtui.model.numbers import format_amount
from okrtui.model.plan import Plan
from okrtui.model.widths import fitted
from okrtui.report import tally
from okrtui.report.outcome import phase_word
from okrtui.report.standing import Standing
from okrtui.report.uncommitted import uncommitted
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.plain import content
from okrtui.tui.scopes import VIEWS, Scope
from okrtui.tui.widgets.cells import cut
from okrtui.tui.widgets.glyphs import Glyphs, bar
from okrtui.tui.widgets.lines import SEVERITY_MARK
from okrtui.tui.widgets.states import colour_of

_COUNTED: tuple[State, ...] = (
    *("done", "on track", "at risk", "off track", "stale"),
    *("delivered", "partly", "little"),
)
"""How key results stand that are counted, in the order of their counts."""

_LEAST_NAME = 3
"""Columns from which down no name of a view is cut."""
_WIDE = 100
"""Columns from which on a bar of the weeks may be shown."""
_GAP = 2
"""The least columns between the quarter and the counts, which are parted by less."""
_LEAST_FOCUS = 18
"""Columns below which no beginning of the focus is shown: a few words of it say nothing."""


class Header(Static):
    """Two lines: the quarter with its counts; the views by their keys, and the focus where there is room."""

    def __init__(self, glyphs: Glyphs, place: str = "") -> None:
        """``place`` is a word for where this is, such as *example*."""
        super().__init__("", markup=False)
        self._glyphs = glyphs
        self._place = place
        self._standing: Standing | None = None
        self._not_saved = ""
        self._view: Scope = "plan"
        self._keys_act = True

    def on_mount(self) -> None:
        """Follow the focus: while a line is written, the keys of the views are letters of it."""
        self.watch(self.screen, "focused", self._follow_focus, init=False)

    def turn_to(self, view: Scope) -> None:
        """Light another view's name."""
        self._view = view
        self._draw()

    def show(self, standing: Standing, not_saved: str) -> None:
        """Show a plan's head; ``not_saved`` says why it is not on disk, empty where it is."""
        self._standing = standing
        self._not_saved = not_saved
        self._draw()

    def on_resize(self) -> None:
        """Use the new width."""
        self._draw()

    def _follow_focus(self, focused: Widget | None) -> None:
        """Show the keys of the views where they act."""
        act = focused is None or not focused.check_consume_key("a", "a")
        if act != self._keys_act:
            self._keys_act = act
            self._draw()

    def _draw(self) -> None:
        if self._standing is not None and self.size.width:
            lines = [self._head(self._standing), self._second(self._standing)]
            fitting = [cut(line, self.size.width) for line in lines]
            self.update(Content("\n").join(fitting), layout=False)

    def _head(self, standing: Standing) -> Content:
        """The quarter at the left, the counts at the right; what matters least goes where both do not fit."""
        for brand, space, counts in self._ever_shorter(standing):
            left = self._quarter(standing, brand=brand)
            right = Content.assemble(*[piece for part in counts for piece in (part, " " * space)][:-1], " ")
            gap = self.size.width - left.cell_length - right.cell_length
            if gap >= _GAP:
                break
        passed = self._passed(standing, gap)
        return Content.assemble(left, passed, " " * max(1, gap - passed.cell_length), right)

    def _passed(self, standing: Standing, room: int) -> Content:
        """A bar of the weeks, which says no more than their number before it: for wide windows that have the room."""
        week, weeks = standing.numbers.week
        if self.size.width < _WIDE or room < weeks + 2:
            return Content("")
        return Content.styled(f" {bar(week / weeks, weeks, self._glyphs)}", "$primary")

    def _quarter(self, standing: Standing, *, brand: bool) -> Content:
        plan, (week, weeks) = standing.plan, standing.numbers.week
        # for translators: which week of the quarter it is: "week 3/13"; keep it short
        when = tr("week {week}/{weeks}", week=week, weeks=weeks) if week else tr("not begun")
        if standing.today > plan.end:
            # for translators: in the place of the week, once the quarter's last day is past; keep it short
            when = tr("over")
        if plan.phase == "closed":
            score = quarter_score(plan, standing.numbers)
            when = tr("not scored") if score is None else tr("score {score}", score=format_amount(score))
        name = self._place or "okrtui"
        parts: list[tuple[str, str]] = [(f" {name} ", "bold $primary")] if brand or self._place else []
        parts += [(f" {plan.quarter}", "bold"), (f" {phase_word(plan.phase, has_begun=week > 0)} · {when}", "")]
        return Content.assemble(*parts)

    def _ever_shorter(self, standing: Standing) -> Iterator[tuple[bool, int, list[tuple[str, str]]]]:
        """Whether the program is named, the columns between the counts, and the counts.

        Marks take the place of all words before a count goes: what is left of the words would be the bad news alone.
        """
        if standing.plan.phase == "planning":
            left, marks = self._to_commit(standing)
            yield from ((True, 2, left), (False, 2, left), (False, 2, marks))
            return
        ways = (tally.states, tally.states_in_short, self._marked)
        in_full, words, marks = (self._counts(standing, way) for way in ways)
        yield from ((True, 2, in_full), (True, 2, words), (False, 2, words), (False, 1, words))
        if {"done", "on track"} <= states(standing.plan, standing.numbers).keys():
            yield False, 1, words[1:]
        yield from ((False, space, marks) for space in (2, 1))
        yield from ((False, 1, marks[gone:]) for gone in range(1, len(marks)))

    def _to_commit(self, standing: Standing) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
        """What is left before the commit, in words and as a mark."""
        if not standing.plan.objectives:
            nothing = [(tr("nothing planned yet"), "$quiet")]
            return nothing, nothing
        if not standing.is_judged:
            return [], []
        wrong = sum(finding.severity == "error" for finding in standing.open_findings)
        if not wrong:
            # for translators: {key} commits the quarter; keep it short
            ready = [(tr("ready to commit ({key})", key=shown_key("commit")), "$success")]
            return ready, ready
        # for translators: so much is still to be answered or mended before the quarter can be committed; keep it short
        words = tr_n("{n} to mend before the commit", "{n} to mend before the commit", wrong)
        return [(words, "$warning")], [(f"{SEVERITY_MARK['error'][0]} {wrong}", "$warning")]

    def _marked(self, state: State, n: int) -> str:
        """So many key results behind the mark of how they stand."""
        return f"{self._glyphs.states[state]}{n}"

    def _counts(self, standing: Standing, way: Callable[[State, int], str]) -> list[tuple[str, str]]:
        """How many key results stand how, each told in a way, and what is due now."""
        numbers = standing.numbers
        found = states(standing.plan, numbers)
        counts = [(way(state, n), colour_of(state)) for state in _COUNTED if (n := found.get(state))]
        if not numbers.due:
            return counts
        # for translators: the check-ins of so many key results are due; keep it short
        return [*counts, (tr_n("{n} due", "{n} due", len(numbers.due)), "bold $primary")]

    def _second(self, standing: Standing) -> Content:
        if self._not_saved:
            return Content.assemble(" ", (tr("NOT SAVED"), "bold $error"), "  ", content(self._not_saved, "$error"))
        views = Content.assemble(*self._views(), "   ")
        # for translators: {key} opens the form of the quarter; keep it short
        focus = standing.plan.focus or tr("no focus: {key} adds it", key=shown_key("edit_quarter"))
        if self.size.width - views.cell_length < min(_LEAST_FOCUS, cell_len(focus)):
            return views.rstrip()
        return Content.assemble(views, content(focus, "" if standing.plan.focus else "$faint"))

    def _views(self) -> Iterator[tuple[str, str]]:
        """The views by their keys; where they are too wide, the longest names but that of this view are cut."""
        keys = [f" {shown_key(f'view({view!r})')} " for view, _ in VIEWS]
        names = [tr(name) for _, name in VIEWS]
        others = [at for at, (view, _) in enumerate(VIEWS) if view != self._view]
        while sum(map(cell_len, [*keys, *names])) > self.size.width:
            longest = max(others, key=lambda at: cell_len(names[at]))
            if cell_len(names[longest]) <= _LEAST_NAME:
                break
            names[longest] = fitted(names[longest], cell_len(names[longest]) - 1)
        for at, (view, _) in enumerate(VIEWS):
            yield keys[at] if self._keys_act else " " * cell_len(keys[at]), "$faint"
            yield names[at], "bold $primary" if view == self._view else "$quiet"


def opening_words(plan: Plan, today: dt.date) -> str:
    """What to know of a plan that was just opened."""
    if plan.phase == "active" and today > plan.end:
        # for translators: {key} leads to the close; at most 58 columns
        return tr(
            "{quarter} ran until {day}: {key} scores it and closes it",
            quarter=plan.quarter,
            day=month_day(plan.end),
            key=shown_key("view('close')"),
        )
    if uncommitted(plan, today):
        # for translators: {key} leads to where its objectives go on in the next quarter; at most 58 columns
        return tr(
            "{quarter} ended uncommitted; {key} carries it over", quarter=plan.quarter, key=shown_key("view('carry')")
        )
    return closed_words(plan) or tr("{quarter} is open; every change is saved at once", quarter=plan.quarter)


def closed_words(plan: Plan) -> str:
    """Why a plan may not be changed but for what comes in late, and the way to change it; empty while it is open."""
    if plan.phase != "closed":
        return ""
    # for translators: {key} leads to the close, where the quarter can be reopened; at most 58 columns
    return tr(
        "{quarter} is closed; late values still go in, {key} reopens it",
        quarter=plan.quarter,
        key=shown_key("view('close')"),
    )
