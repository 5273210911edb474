"""The lines at the foot of a view: the item under the cursor with what is wrong, the last act, the keys."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from okrtui.coach.findings import Finding, Severity
from okrtui.i18n import tr, tr_n
from okrtui.model.measure import KeyResultNumbers
from okrtui.report.standing import Standing
from okrtui.tui.key_names import spelled
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import cut
from okrtui.tui.widgets.marked import marked
from okrtui.tui.widgets.phrase import SLOT, around
from okrtui.tui.widgets.strips import Lines

SEVERITY_MARK: dict[Severity, tuple[str, str]] = {
    "error": ("!!", "$error"),
    "warning": ("!", "$warning"),
    "hint": ("i", "$primary"),
}
"""Mark and colour of each severity, the worst first."""


def finding_mark(finding: Finding) -> Content:
    """The mark of a finding, before its message."""
    mark, colour = SEVERITY_MARK[finding.severity]
    return Content.assemble((f"{mark} ", f"bold {colour}"))


def finding_parts(finding: Finding) -> tuple[Content, Content]:
    """The mark of a finding, and its message with the code."""
    return finding_mark(finding), Content.assemble(content(finding.message), (f" ({finding.code})", "$faint"))


def doubt_words(standing: Standing, item_id: str) -> str:
    """That a key result's confidence and pace contradict each other, in a few words; empty where they do not."""
    numbers = standing.numbers.of.get(item_id)
    if not isinstance(numbers, KeyResultNumbers) or not standing.disagrees(item_id):
        return ""
    # for translators: {pace} is how a key result is doing: "confidence 8 of 10 while off track"
    return tr("confidence {confidence} of 10 while {pace}", confidence=numbers.confidence, pace=tr(numbers.pace))


def _finding_line(finding: Finding, room: int, tail: str = "") -> Content:
    """A finding in one line; its code, which says least, where all has room."""
    mark, with_code = finding_parts(finding)
    line = Content.assemble(" ", mark, with_code, (tail, "$quiet"))
    return line if line.cell_length <= room else Content.assemble(" ", mark, content(finding.message), (tail, "$quiet"))


class ItemLine(Lines):
    """Two lines: the title under the cursor where the tree cuts it, and its first finding."""

    def show(self, standing: Standing, item_id: str, *, is_cut: bool) -> None:
        """Show an item of the plan; ``is_cut`` where its title is not to be read in full elsewhere."""
        placed = standing.places.get(item_id)
        first = Content("")
        own = standing.open_findings_of(item_id)
        if placed is not None and (is_cut or any(finding.span for finding in own)):
            title = marked(placed.node.title or tr("(no title yet)"), own)
            first = Content.assemble((f" {placed.position} ", "bold $primary"), title)
        others = len(standing.open_findings) - len(own)
        key = shown_key("next_finding")
        # for translators: f is a key that goes there; so many findings are about other items: few columns
        elsewhere = tr_n("{key}: {n} more to mend", "{key}: {n} more to mend", others, key=key) if others else ""
        # for translators: F is a key; it mends what the finding is about
        fix = tr("{key}: fix it", key=shown_key("apply_fix")) if any(finding.fix for finding in own) else ""
        more = _entries(fix, elsewhere)
        if own:
            # for translators: so many more findings are about this item
            tail = tr_n("{n} more here", "{n} more here", len(own) - 1) if len(own) > 1 else ""
            second = _finding_line(_worst(own), self._room(more), _entries(tail))
        elif not standing.is_judged or standing.plan.phase == "closed" or (standing.places and placed is None):
            second = Content("")
        elif doubt := doubt_words(standing, item_id):
            second = Content.assemble(" ", content(doubt, "$warning"))
        elif others:
            second = Content.assemble(" ", (tr("nothing to mend here"), "$faint"))
        else:
            second = Content.assemble(" ", (tr("nothing to mend in this plan"), "$success"))
        self._draw(first, second, more)

    def show_writing(self, fills: str, tip: str, findings: Sequence[Finding]) -> None:
        """Show what a title that is being written fills in and could fill in, and what is to be said of it."""
        first = Content.assemble(" ", content(tip, "$quiet")) if tip else Content("")
        if fills:
            # for translators: {fields} are those that a title fills in while it is written: "from 20, to 30"
            words = tr("fills in {fields}", fields=SLOT)
            first = Content.assemble(" ", around(words, content(fills), "bold $primary"), " " if tip else "", first)
        # for translators: so many more findings
        more = _entries(tr_n("{n} more", "{n} more", len(findings) - 1) if len(findings) > 1 else "")
        second = _finding_line(_worst(findings), self._room(more)) if findings else Content("")
        self._draw(first, second, more)

    def _draw(self, first: Content, second: Content, more: str) -> None:
        below = Content.assemble(cut(second, self._room(more), pad=True), (more, "$quiet"))
        self.draw([cut(first, self._room("")), below])

    def _room(self, more: str) -> int:
        """Columns that are left beside what stands at the right."""
        width = self.size.width or self.app.size.width
        return max(0, width - cell_len(more) - 1)


def _worst(findings: Sequence[Finding]) -> Finding:
    """The first of the worst."""
    return min(findings, key=lambda finding: list(SEVERITY_MARK).index(finding.severity))


def _entries(*words: str) -> str:
    """Entries at the right, each after a gap; empty ones left out."""
    return "".join(f"  {entry}" for entry in words if entry)


class StatusLine(Lines):
    """One line: what the last act did, and that it is on disk."""

    text = ""
    """What it says."""

    def say(self, text: str, colour: str = "") -> None:
        """Say one thing, in a theme colour."""
        self.text = text
        line = Content.assemble(" ", content(text, colour))
        self.draw([cut(line, self.app.size.width - 1)])


_LAST_KEPT = 2
"""The entries at the end that stay where others have to go: help and commands."""


class KeyLine(Lines):
    """One line: the keys that matter here."""

    def __init__(self, entries: list[tuple[str, str]]) -> None:
        """``entries`` are keys with what they do; where not all fit, those before the last two go first."""
        super().__init__()
        self._entries = entries

    def show(self, entries: list[tuple[str, str]]) -> None:
        """Show other keys."""
        if entries != self._entries:
            self._entries = entries
            self._draw()

    def on_resize(self) -> None:
        """Use the new width."""
        self._draw()

    def _draw(self) -> None:
        entries = [(spelled(key), spelled(label)) for key, label in self._entries]
        while len(entries) > _LAST_KEPT and _width(entries) > self.size.width:
            del entries[-_LAST_KEPT - 1]
        parts = [part for key, label in entries for part in ((key, "bold $primary"), (f" {label}  ", "$quiet"))]
        self.draw([Content.assemble(" ", *parts).truncate(self.size.width)])


def _width(entries: list[tuple[str, str]]) -> int:
    return sum(cell_len(key) + cell_len(label) + 3 for key, label in entries) - 1
