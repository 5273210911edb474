"""The lines at the foot of a view: the item under the cursor with what is wrong, the last act, the keys."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from okrtui.coach.findings import Finding, Severity, worst_first
from okrtui.i18n import tr, tr_n
from okrtui.model.measure import KeyResultNumbers
from okrtui.report.smart_words import letter_word
from okrtui.report.standing import Standing
from okrtui.tui.key_names import spelled
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import cut, hanging
from okrtui.tui.widgets.marked import marked
from okrtui.tui.widgets.phrase import SLOT, around
from okrtui.tui.widgets.strips import Lines

SEVERITY_MARK: dict[Severity, tuple[str, str]] = {
    "error": ("!!", "$error"),
    "warning": ("!", "$warning"),
    "hint": ("-", "$primary"),
}
"""Mark and colour of each severity, the worst first."""

_MOST_LABEL = 32
"""Columns of what a fix does that are told beside another finding: "set the due date to 31 Dec"."""


def finding_mark(finding: Finding) -> Content:
    """The mark of a finding, before its message."""
    mark, colour = SEVERITY_MARK[finding.severity]
    return Content.assemble((f"{mark} ", f"bold {colour}"))


def _fix_words(findings: Sequence[Finding]) -> str:
    """The key that mends the finding that is told, the first one, or what it does where that mends another."""
    fixed = next((finding for finding in findings if finding.fix), None)
    if fixed is None or fixed.fix is None:
        return ""
    key, label = shown_key("apply_fix"), fixed.fix.label
    if cell_len(label) <= _MOST_LABEL:
        return f"{key}: {label}"
    if fixed is findings[0]:
        # for translators: F is a key; it mends what the finding is about
        return tr("{key}: fix it", key=key)
    # for translators: F is a key; it mends another finding than the one that is told
    return tr("{key}: fix another", key=key)


def under_letter(finding: Finding, said: Content) -> Content:
    """What is said of a finding, behind the letter of the badge that it keeps dark and that letter's word."""
    if finding.letter is None or not finding.counts:
        return said
    # for translators: a letter of SMART that is still open, its word, what is wrong: "S specific: nothing says what …"
    words = tr("{letter} {word}: {problem}", letter=finding.letter, word=letter_word(finding.letter), problem=SLOT)
    return around(words, said, "$quiet")


def doubt_words(standing: Standing, item_id: str) -> str:
    """That a key result's confidence and pace contradict each other, in a few words; empty where they do not."""
    numbers = standing.numbers.of.get(item_id)
    if not isinstance(numbers, KeyResultNumbers) or not standing.disagrees(item_id):
        return ""
    # for translators: {pace} is how a key result is doing: "confidence 8 of 10 while off track"
    return tr("confidence {confidence} of 10 while {pace}", confidence=numbers.confidence, pace=tr(numbers.pace))


def _wordings(finding: Finding) -> list[Content]:
    """A finding with its letter and, where there is no room, without it: the badge shows it, too."""
    message = content(finding.message)
    return [Content.assemble(" ", finding_mark(finding), body) for body in (under_letter(finding, message), message)]


_HANGING = 4
"""Columns before what goes on below the words of a finding."""


class ItemLine(Lines):
    """Two lines: the title under the cursor where the tree cuts it, and its worst finding."""

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
        elsewhere = tr_n("{key}: {n} more to look at", "{key}: {n} more to look at", others, key=key) if others else ""
        fix = _fix_words(worst_first(own))
        edit = shown_key("edit" if placed else "commit")
        # for translators: e is a key that shows them; so many more findings are about this item: few columns
        here = tr_n("{key}: {n} more here", "{key}: {n} more here", len(own) - 1, key=edit) if len(own) > 1 else ""
        if own:
            second = _wordings(worst_first(own)[0])
        elif not standing.is_judged or standing.plan.phase == "closed" or (standing.places and placed is None):
            second = [Content("")]
        elif doubt := doubt_words(standing, item_id):
            second = [Content.assemble(" ", content(doubt, "$warning"))]
        elif others:
            second = [Content.assemble(" ", (tr("nothing to mend here"), "$faint"))]
        else:
            second = [Content.assemble(" ", (tr("nothing to mend in this plan"), "$success"))]
        self._draw(first, second, fix, here, elsewhere)

    def show_writing(self, fills: str, findings: Sequence[Finding], tip: str = "") -> None:
        """Show what a title fills in while it is written, what is wrong with it, and a tip; its keys are letters."""
        first = Content.assemble(" ", content(tip, "$quiet")) if tip else Content("")
        if fills:
            # for translators: {fields} are those that a title fills in while it is written: "from 20, to 30"
            words = tr("fills in {fields}", fields=SLOT)
            first = Content.assemble(" ", around(words, content(fills), "bold $primary"), " " if tip else "", first)
        # for translators: so many more findings
        more = tr_n("{n} more", "{n} more", len(findings) - 1) if len(findings) > 1 else ""
        second = _wordings(worst_first(findings)[0]) if findings else [Content("")]
        self._draw(first, second, more)

    def _draw(self, first: Content, second: Sequence[Content], *more: str) -> None:
        """Both lines, with ``more`` at the right end of one; ``second`` is one thing, from most words to fewest.

        So that the second is not cut the last of ``more`` goes, then the end of the first line.
        """
        first = cut(first, self._room(""))
        tails = [_entries(*more[:kept]) for kept in range(len(more), 0, -1)]
        ways = (self._whole(first, second, tail) for tail in tails)
        at_worst = [self._ends(first, tails[-1]), cut(second[-1], self._room(""))]
        self.draw(next(filter(None, ways), at_worst))

    def _whole(self, first: Content, second: Sequence[Content], more: str) -> list[Content]:
        """Both lines where the words of the second have room, with its letter if they can; none where they have not."""
        if second[0].cell_length <= self._room(more):
            return [first, self._ends(second[0], more)]
        spread = (self._spread(first, line, more) for line in second)
        return next(filter(None, spread), [])

    def _spread(self, first: Content, second: Content, more: str) -> list[Content]:
        """Both lines where the second has no room beside ``more``; none where the first has no room to give."""
        if first:
            has_room = first.cell_length <= self._room(more) and second.cell_length <= self._room("")
            return [self._ends(first, more), second] if has_room else []
        upper, *rest = hanging(second, self._room(""), _HANGING)
        lower = rest[0] if rest else Content("")
        return [upper, self._ends(lower, more)] if len(rest) <= 1 and lower.cell_length <= self._room(more) else []

    def _ends(self, left: Content, more: str) -> Content:
        """A line with something at its right end."""
        return Content.assemble(cut(left, self._room(more), pad=True), (more, "$quiet"))

    def _room(self, more: str) -> int:
        """Columns that are left beside what stands at the right."""
        width = self.size.width or self.app.size.width
        return max(0, width - cell_len(more) - 1)


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
        self._acts = True

    def keys_act(self, do: bool) -> None:
        """Show keys only while they act: a window that is above names its own."""
        if do != self._acts:
            self._acts = do
            self._draw()

    def show(self, entries: list[tuple[str, str]]) -> None:
        """Show other keys."""
        if entries != self._entries:
            self._entries = entries
            self._draw()

    def on_resize(self) -> None:
        """Use the new width."""
        self._draw()

    def _draw(self) -> None:
        entries = [(spelled(key), spelled(label)) for key, label in self._entries if self._acts]
        while len(entries) > _LAST_KEPT and _width(entries) > self.size.width:
            del entries[-_LAST_KEPT - 1]
        parts = [part for key, label in entries for part in ((key, "bold $primary"), (f" {label}  ", "$quiet"))]
        self.draw([Content.assemble(" ", *parts).truncate(self.size.width)])


def _width(entries: list[tuple[str, str]]) -> int:
    return sum(cell_len(key) + cell_len(label) + 3 for key, label in entries) - 1
