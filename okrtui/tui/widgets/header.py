"""The line at the top of every view: quarter, phase, week, how the key results stand, what is due now."""

from textual.content import Content
from textual.widgets import Static

from okrtui.model.measure import Pace
from okrtui.report.standing import Standing
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
    """Two lines: the quarter with its counts, and its focus."""

    def __init__(self, glyphs: Glyphs, place: str = "") -> None:
        """``place`` is a word for where this is, such as *example*."""
        super().__init__("", markup=False)
        self._glyphs = glyphs
        self._place = place
        self._standing: Standing | None = None

    def show(self, standing: Standing) -> None:
        """Show a plan's head."""
        self._standing = standing
        self._draw()

    def on_resize(self) -> None:
        """Use the new width."""
        self._draw()

    def _draw(self) -> None:
        if self._standing is not None and self.size.width:
            self.update(Content("\n").join([self._head(self._standing), self._focus(self._standing)]), layout=False)

    def _head(self, standing: Standing) -> Content:
        plan, (week, weeks) = standing.plan, standing.numbers.week
        wide = self.size.width >= 100
        when = f"week {week}/{weeks}" if week else "not begun"
        parts: list[tuple[str, str] | Content] = [
            (" okrtui ", "bold $primary"),
            (f" {plan.quarter}", "bold"),
            (f" {plan.phase} · {when}", ""),
        ]
        if wide:
            parts.append((f" {bar(week / weeks, weeks, self._glyphs)}", "$primary"))
        if self._place and wide:
            parts.append((f" {self._place}", "$quiet"))
        left = Content.assemble(*parts)
        right = self._counts(standing)
        gap = max(1, self.size.width - left.cell_length - right.cell_length)
        return Content.assemble(left, " " * gap, right)

    def _counts(self, standing: Standing) -> Content:
        numbers = standing.numbers
        parts: list[tuple[str, str]] = []
        if standing.plan.phase == "planning":
            wrong = sum(finding.severity == "error" for finding in standing.open_findings)
            parts.append((f"{wrong} to mend before the commit", "$error") if wrong else ("ready to commit", "$success"))
        else:
            parts = [
                (f"{numbers.paces[pace]} {word}", colour) for pace, word, colour in _COUNTED if numbers.paces.get(pace)
            ]
            if due := len(numbers.due):
                parts.append((f"{due} due", "bold $primary"))
        spaced = [piece for part in parts for piece in (part, "  ")]
        return Content.assemble(*spaced[:-1], " ")

    def _focus(self, standing: Standing) -> Content:
        focus = standing.plan.focus
        if not focus:
            return Content.assemble((" no focus yet: i writes what this quarter is about", "$faint"))
        line = Content.assemble((" Focus  ", "$quiet"), content(focus))
        return line.truncate(self.size.width, ellipsis=True)
