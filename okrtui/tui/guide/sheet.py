"""What a screen of the guide looks like: steps, question, what is there, the line to write, the coach's word on it."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from okrtui.coach.findings import Finding
from okrtui.i18n import tr
from okrtui.model.plan import Objective
from okrtui.model.tree import Placed
from okrtui.report.standing import Standing
from okrtui.tui.guide.field_findings import told_of
from okrtui.tui.guide.head import steps_line, unfinished
from okrtui.tui.guide.line import GuideLine
from okrtui.tui.guide.steps import Step, Written
from okrtui.tui.key_names import spelled
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import cut, labelled, wrapped
from okrtui.tui.widgets.filled import owner_tip
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.lines import SEVERITY_MARK, finding_mark, under_letter
from okrtui.tui.widgets.row_list import RowList

WIDE = 100
"""From this many columns on, the questions stand beside what is written; below, above it."""
_MOST_QUESTIONS, _MOST_LINES = 3, 5
_BESIDE, _MARGINS = 32, 4
"""Columns of the questions beside what is written, and those that are free around them."""
_HEAD, _WRITE, _COACH = 4, 2, 3
_COACH_SIDES = 6
"""Columns that are free around the coach's words."""
_PROMPT = ">"


class Sheet(Widget):
    """One screen; what is pressed and typed in it is the view's affair."""

    DEFAULT_CSS = """
    Sheet { height: 1fr; layout: vertical; }
    Sheet #guide-head { height: 4; padding: 1 1 0 1; }
    Sheet #guide-questions { height: auto; padding: 0 2 1 2; }
    Sheet.-wide #guide-questions {
        dock: right; width: 36; height: 100%; padding: 1 1 0 2; border-left: solid $edge;
    }
    Sheet RowList {
        height: 1; overflow-x: hidden; overflow-y: auto; scrollbar-size-vertical: 1;
        scrollbar-color: $edge; scrollbar-background: $background;
    }
    Sheet.-wide RowList { margin-top: 1; }
    Sheet RowList > .row-list--cursor { color: $foreground; background: $surface; }
    Sheet RowList:focus > .row-list--cursor { color: $cursor-text; background: $cursor-line; }
    Sheet #guide-write { height: 1; margin-top: 1; }
    Sheet #guide-prompt { width: auto; padding: 0 1 0 2; color: $primary; }
    Sheet GuideLine { width: 1fr; background: $surface; margin-right: 2; }
    Sheet GuideLine:focus { background: $panel; }
    Sheet #guide-coach { height: 1fr; min-height: 3; padding: 0 2 0 4; }
    """

    def __init__(self, glyphs: Glyphs) -> None:
        """Empty until :meth:`show`."""
        super().__init__()
        self._glyphs = glyphs
        self._step: Step | None = None
        self._said: Sequence[Content] = ()
        """What stands below the line, before it is broken into lines."""
        self.spoken_of = ""
        """The item that the words below the line are about; empty where they are about none."""
        self._head = Static("", id="guide-head", markup=False)
        self._questions = Static("", id="guide-questions", markup=False)
        self._prompt = Static(_PROMPT, id="guide-prompt", markup=False)
        self._coach = Static("", id="guide-coach", markup=False)
        self.list = RowList()
        """What is there."""
        self.line = GuideLine()
        """What is written."""

    def compose(self) -> ComposeResult:
        """From top to bottom."""
        yield self._head
        yield self._questions
        yield self.list
        with Horizontal(id="guide-write"):
            yield self._prompt
            yield self.line
        yield self._coach

    def show(self, step: Step, cursor_id: str | None) -> None:
        """Show a screen, with the cursor of its list on an item or where it was."""
        if self._step is None or self._step.prompt != step.prompt:
            self._prompt.update(content(f"{step.prompt}{_PROMPT}"))
        self._step = step
        self.list.show(step.rows(), cursor_id)
        self.lay_out()

    def lay_out(self) -> None:
        """Everything that follows from the size."""
        if self._step is None or not self.size.width:
            return
        width = self.app.size.width
        wide = width >= WIDE
        self.set_class(wide, "-wide")
        across = width - _BESIDE - _MARGINS if wide else width
        steps = steps_line(self._step.place.step, unfinished(self._step.standing), across - 2, self._glyphs)
        title = cut(content(self._step.title(), "bold"), across - 3)
        self._head.update(Content.assemble(steps, "\n\n ", title), layout=False)
        asked = self._step.questions()
        shown = asked if wide else asked[:_MOST_QUESTIONS]
        lead, columns = Content.styled("? ", "$accent"), _BESIDE if wide else width - _MARGINS
        marked = [Content("\n").join(labelled(lead, question, columns, _MOST_LINES, "$quiet")) for question in shown]
        self._questions.update(Content("\n\n" if wide else "\n").join(marked))
        room = self.size.height - _HEAD - _WRITE - _COACH - (1 if wide else len(marked) + 1)
        self.list.styles.height = max(1, min(len(self._step.rows()), room))
        self._say(self._said)

    def say_of_line(self, written: Written | None) -> None:
        """What a line that is being written fills in, and what the coach has to say of it."""
        lines: list[Content] = []
        if written is not None and written.wrong:
            sign, colour = SEVERITY_MARK["error"]
            lines.append(Content.assemble((f"{sign} ", f"bold {colour}"), content(written.wrong)))
        if written is not None and written.instead:
            lines.append(content(written.instead, "$quiet"))
        if written is not None and written.fills:
            # for translators: what a sentence fills in follows: "fills in 20 to 30, due 15 Dec"
            lines.append(Content.assemble((tr("fills in"), "bold $primary"), " ", content(written.fills)))
        if written is not None and written.tip:
            lines.append(content(written.tip, "$quiet"))
        if written is not None:
            lines += [Content.assemble(*_parts(found)) for found in written.findings]
        self._say(lines)

    def say_of_screen(self, step: Step, taken_id: str) -> None:
        """While nothing is written: what is to be said of the words taken last, what is wrong, and what is missing."""
        wrong = step.wrong()
        said = [*(it for it in told_of(taken_id, step.standing) if it not in wrong), *wrong]
        self.spoken_of = said[0].item_id if said else taken_id
        lines = [
            Content.assemble(
                (f"{step.standing.position(found.item_id)} ", "bold $primary"),
                *_parts(found),
                content("".join(f"   {way}" for way in _ways_up(found)), "$quiet"),
            )
            for found in said
        ]
        if tip := _tip(taken_id, step.standing):
            position = f"{step.standing.position(taken_id)} "
            lines.append(Content.assemble((position, "bold $primary"), content(tip, "$quiet")))
        if missing := step.missing():
            lines.append(content(missing, "$quiet"))
        self._say(lines)

    def say_of_item(self, findings: Sequence[Finding], placed: Placed | None) -> None:
        """What is to be said of the item under the cursor, and what the key of a fix, that of the worst, does.

        The words come first: of a sentence that is no key result the fields are not worth asking for.
        """
        lines: list[Content] = []
        fixed = next((found for found in findings if found.fix), None)
        for found in sorted(findings, key=lambda found: found.field != "title"):
            fix = f"   {shown_key('guide_fix')}: {found.fix.label}" if found.fix and found is fixed else ""
            position = f"{placed.position} " if placed else ""
            lines.append(Content.assemble((position, "bold $primary"), *_parts(found), content(fix, "$quiet")))
        if placed and not findings:
            lines.append(Content.assemble((tr("nothing to mend here"), "$faint")))
        self._say(lines)

    def _say(self, lines: Sequence[Content]) -> None:
        self._said = lines
        across = self.app.size.width
        width = across - (_BESIDE + _MARGINS if across >= WIDE else 0) - _COACH_SIDES
        shown = [part for line in lines for part in wrapped(line, width)]
        room = max(_COACH, self._coach.content_size.height)
        if len(shown) > room:
            shown = [*shown[: room - 1], Content.assemble((tr("… the form says all"), "$faint"))]
        self._coach.update(Content("\n").join(shown), layout=False)


def _tip(item_id: str, standing: Standing) -> str:
    """How to name the owner of an item that was just written, where its title ends in what may be one."""
    placed = standing.places.get(item_id)
    if placed is None or isinstance(placed.node, Objective) or placed.node.owner:
        return ""
    return owner_tip({"title": placed.node.title}, placed.node.title, standing.plan)


def _ways_up(finding: Finding) -> Iterator[str]:
    """What the list above the line can do about a finding: letters are keys there."""
    if finding.fix:
        yield tr("{key} fixes", key=spelled(f"↑ {shown_key('guide_fix')}"))
    if finding.acceptable:
        yield tr("{key} accepts it as it is", key=spelled(f"↑ {shown_key('guide_accept')}"))


def _parts(finding: Finding) -> tuple[Content, Content]:
    """The mark of a finding, and what it says, with the letter of the badge that it keeps dark; not its code."""
    return finding_mark(finding), under_letter(finding, content(finding.message))
