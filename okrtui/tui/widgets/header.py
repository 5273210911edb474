"""The line at the top of every view: quarter, phase, week, how the key results stand, what is due now."""

from textual.content import Content
from textual.widgets import Static

from okrtui.model.closing import quarter_score
from okrtui.model.measure import Pace
from okrtui.model.plan import Plan
from okrtui.report.standing import Standing
from okrtui.tui.commands import VIEWS, Scope
from okrtui.tui.plain import content
from okrtui.tui.widgets.glyphs import Glyphs, bar

_COUNTED: tuple[tuple[Pace, str, str], ...] = (
    ("done", "done", "$success"),
    ("on track", "on track", "$success"),
    ("at risk", "at risk", "$warning"),
    ("off track", "off", "$error"),
    ("stale", "stale", "$warning"),
)


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

    def _draw(self) -> None:
        if self._standing is not None and self.size.width:
            lines = [self._head(self._standing), self._second(self._standing)]
            fitting = [line.truncate(self.size.width, ellipsis=True) for line in lines]
            self.update(Content("\n").join(fitting), layout=False)

    def _head(self, standing: Standing) -> Content:
        """The quarter at the left, the counts at the right; what matters least goes where both do not fit."""
        counts = self._counts(standing)
        every = len(counts)
        shorter = [(False, 1, length) for length in range(every - 1, 0, -1)]
        for brand, space, length in [(True, 2, every), (False, 2, every), (False, 1, every), *shorter]:
            left = self._quarter(standing, brand=brand)
            right = Content.assemble(
                *[piece for part in counts[every - length :] for piece in (part, " " * space)][:-1], " "
            )
            gap = self.size.width - left.cell_length - right.cell_length
            if gap > 0:
                break
        return Content.assemble(left, " " * max(1, gap), right)

    def _quarter(self, standing: Standing, *, brand: bool) -> Content:
        plan, (week, weeks) = standing.plan, standing.numbers.week
        when = f"week {week}/{weeks}" if week else "not begun"
        if plan.phase == "closed":
            score = quarter_score(plan, standing.numbers)
            when = "not scored" if score is None else f"score {score}"
        name = self._place or "okrtui"
        parts: list[tuple[str, str]] = [(f" {name} ", "bold $primary")] if brand or self._place else []
        parts += [(f" {plan.quarter}", "bold"), (f" {plan.phase} · {when}", "")]
        if self.size.width >= 100:
            parts.append((f" {bar(week / weeks, weeks, self._glyphs)}", "$primary"))
        return Content.assemble(*parts)

    def _counts(self, standing: Standing) -> list[tuple[str, str]]:
        numbers = standing.numbers
        if standing.plan.phase == "planning":
            if not standing.plan.objectives:
                return [("nothing planned yet", "$quiet")]
            if not standing.is_judged:
                return []
            wrong = sum(finding.severity == "error" for finding in standing.open_findings)
            return [(f"{wrong} error{'s' * (wrong > 1)} to mend", "$error") if wrong else ("no errors", "$success")]
        counts = [
            (f"{numbers.paces[pace]} {word}", colour) for pace, word, colour in _COUNTED if numbers.paces.get(pace)
        ]
        return [*counts, (f"{len(numbers.due)} due", "bold $primary")] if numbers.due else counts

    def _second(self, standing: Standing) -> Content:
        if self._not_saved:
            return Content.assemble((" NOT SAVED  ", "bold $error"), content(self._not_saved, "$error"))
        names = [
            Content.assemble((f" {key} ", "$faint"), (name, "bold $primary" if view == self._view else "$quiet"))
            for key, (view, name) in enumerate(VIEWS, 1)
        ]
        focus = standing.plan.focus or "no focus yet (i)"
        return Content.assemble(*names, "   ", content(focus, "" if standing.plan.focus else "$faint"))


def opening_words(plan: Plan) -> str:
    """What to know of a plan that was just opened."""
    if plan.phase == "closed":
        return f"{plan.quarter} is closed; late values can be checked in, Z shows how it came out and reopens it"
    return f"{plan.quarter} is open; every change is saved at once"
