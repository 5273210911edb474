"""The detail beside the tree: everything about the item under the cursor, in words."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content
from textual.widgets import Static

from okrtui.coach.findings import Finding
from okrtui.coach.questions import questions_for
from okrtui.model.dates import format_date
from okrtui.model.goalposts import change_words, changes_of
from okrtui.model.measure import percent
from okrtui.model.numbers import format_amount
from okrtui.model.plan import Action, KeyResult, Objective
from okrtui.model.tree import Placed
from okrtui.report.standing import Standing
from okrtui.tui.plain import content, prose
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.lines import finding_parts
from okrtui.tui.widgets.marked import marked
from okrtui.tui.widgets.tree_line import COLOURS, PACE_STYLE

_NOTES_LIMIT = 600
_CHECK_INS = 5


@dataclass(frozen=True)
class _Line:
    """A line of the detail; what does not fit goes on below its body, not below its lead."""

    lead: Content
    body: Content

    def wrapped(self, width: int) -> Iterator[Content]:
        indent = self.lead.cell_length
        lead: str | Content = self.lead
        for part in self.body.wrap(max(1, width - indent)) or [self.body]:
            yield Content.assemble(lead, part)
            lead = " " * indent


class Detail(Static):
    """Shows one item of a plan."""

    def __init__(self, glyphs: Glyphs) -> None:
        """Empty until :meth:`show`."""
        super().__init__("", markup=False)
        self._glyphs = glyphs

    def show(self, standing: Standing, item_id: str) -> None:
        """Show the item with this id, or how to begin where there is none."""
        width, height = self.content_size
        if not width or not height:
            return
        placed = standing.places.get(item_id)
        lines = _describe(placed, standing, self._glyphs) if placed else _nothing_yet()
        shown = [part for line in lines for part in line.wrapped(width)]
        if len(shown) > height:
            shown = [*shown[: height - 1], Content.assemble(("… e shows every field", "$faint"))]
        self.update(Content("\n").join(shown), layout=False)


_BLANK = _Line(Content(""), Content(""))


def _plain(body: Content | str) -> _Line:
    return _Line(Content(""), Content(body) if isinstance(body, str) else body)


def _nothing_yet() -> Iterator[_Line]:
    yield _plain(Content.assemble(("Begin with where to go", "bold $primary")))
    yield _BLANK
    yield _plain("An objective is a short sentence that says where to go, without a number. Three to five are plenty.")
    yield _BLANK
    yield _plain(Content.assemble(("o", "bold $primary"), " writes the first one."))
    yield _plain(Content.assemble(("p", "bold $primary"), " walks through planning the quarter, step by step."))
    yield _BLANK
    for question in questions_for("objective"):
        yield _Line(Content.assemble(("? ", "$accent")), content(question, "$quiet"))


def _describe(placed: Placed, standing: Standing, glyphs: Glyphs) -> Iterator[_Line]:
    node = placed.node
    title = node.title or "(no title yet)"
    found = standing.findings_of.get(node.id, ())
    yield _Line(Content.assemble((f"{placed.position}  ", "bold $primary")), marked(title, found, "bold"))
    yield _BLANK
    match node:
        case Objective():
            yield from _objective(node, standing, glyphs)
        case KeyResult():
            yield from _key_result(node, standing, glyphs)
        case Action():
            yield from _action(node, standing, glyphs)
    if not isinstance(node, KeyResult):
        yield from _findings(found)
    if node.notes:
        yield _BLANK
        yield _plain(Content.assemble(("Notes", "$quiet")))
        for line in prose(node.notes[:_NOTES_LIMIT]).split("\n"):
            yield _plain(line)


def _objective(node: Objective, standing: Standing, glyphs: Glyphs) -> Iterator[_Line]:
    yield _fact("Serves", node.why or glyphs.dash)
    numbers = standing.objective(node.id)
    if numbers.progress is not None and numbers.pace is not None:
        share = f"{percent(numbers.progress)} %"
        yield _fact("Progress", f"{share}, {numbers.pace}", COLOURS[PACE_STYLE[numbers.pace]])
    counted = sum(1 for kr in node.key_results if kr.dropped_on is None)
    yield _fact("Holds", f"{counted} key result{'s' if counted != 1 else ''}")
    for kr in node.key_results:
        kr_numbers = standing.key_result(kr.id)
        glyph = glyphs.paces[kr_numbers.pace]
        lead = Content.assemble(
            (f"  {glyph} ", COLOURS[PACE_STYLE[kr_numbers.pace]]), (f"{standing.position(kr.id)} ", "$quiet")
        )
        yield _Line(lead, content(kr.title or "(no title yet)"))


def _key_result(node: KeyResult, standing: Standing, glyphs: Glyphs) -> Iterator[_Line]:
    lit = standing.badges[node.id]
    for letter, words in zip("SMART", _smart_words(node, standing), strict=True):
        mark, colour = (glyphs.done, "$success") if letter in lit else (glyphs.unlit, "$faint")
        yield _Line(Content.assemble((f"{letter} {mark} ", f"bold {colour}")), content(words))
    yield _BLANK
    yield from _numbers(node, standing, glyphs)
    yield from _findings(standing.findings_of.get(node.id, ()))
    yield _BLANK
    for label, text in (("Owner", node.owner), ("Read from", node.source)):
        if text:
            yield _fact(label, text)
    yield _fact("Counts as", ", ".join(filter(None, [node.indicator, node.ambition])))
    if node.dropped_on:
        yield _fact("Dropped", format_date(node.dropped_on, *_span(standing)))
    yield from _changes(node, standing, glyphs)
    yield from _check_ins(node, standing)


def _smart_words(node: KeyResult, standing: Standing) -> Iterator[str]:
    span = _span(standing)
    yield node.definition.replace("\n", " ") or "say what counts"
    yield goal_words(node) or "give the number: from, to, unit"
    yield (f"confidence {node.confidence} of 10" if node.confidence is not None else "say how confident you are")
    yield node.realistic.replace("\n", " ") or "say what makes it feasible"
    if node.due is None:
        yield "set the date"
        return
    left = (node.due - standing.today).days
    rest = f"{left} days left" if left > 0 else "due today" if left == 0 else f"{-left} days ago"
    yield f"{format_date(node.due, *span)}, {rest}"


def goal_words(node: KeyResult) -> str:
    """From where to where the value is to go, or the level to keep; empty without a target."""
    if node.target is None:
        return ""
    target = format_amount(node.target)
    if node.kind == "reach":
        start = format_amount(node.baseline) if node.baseline is not None else "?"
        return f"from {start} to {target} {node.unit}".rstrip()
    return f"keep {node.kind.replace('_', ' ')} {target} {node.unit}".rstrip()


def _numbers(node: KeyResult, standing: Standing, glyphs: Glyphs) -> Iterator[_Line]:
    numbers = standing.key_result(node.id)
    now = format_amount(numbers.current) if numbers.current is not None and node.check_ins else glyphs.dash
    share = f", {percent(numbers.progress)} %" if numbers.progress is not None else ""
    yield _fact("Now", f"{now} {node.unit if now != glyphs.dash else ''}".rstrip() + share)
    yield _fact("Pace", f"{glyphs.paces[numbers.pace]} {numbers.pace}", COLOURS[PACE_STYLE[numbers.pace]])
    if numbers.expected is not None and numbers.progress is not None:
        yield _fact("Expected", f"{percent(numbers.expected)} % by today")
    if numbers.needed_per_week is not None and numbers.pace != "done":
        yield _fact("Needs", f"{format_amount(numbers.needed_per_week)} a week")
    if numbers.forecast is not None:
        yield _fact("Heading for", format_amount(numbers.forecast))
    if numbers.disagreement:
        yield _fact("Look again", f"confidence {numbers.confidence} of 10 while {numbers.pace}", "$warning")


def _changes(node: KeyResult, standing: Standing, glyphs: Glyphs) -> Iterator[_Line]:
    """What was changed of it since the commit, the newest first."""
    if changes := changes_of(standing.plan, node.id):
        yield _BLANK
        yield _plain(Content.assemble(("Changed since the commit", "$quiet")))
        for change in reversed(changes):
            lead = Content.assemble((f"  {glyphs.moved} ", "bold $warning"))
            yield _Line(lead, content(change_words(change, standing.plan)))


def _check_ins(node: KeyResult, standing: Standing) -> Iterator[_Line]:
    if not node.check_ins:
        return
    yield _BLANK
    yield _plain(Content.assemble(("Check-ins", "$quiet")))
    latest = sorted(node.check_ins, key=lambda check_in: check_in.date, reverse=True)[:_CHECK_INS]
    for check_in in latest:
        confidence = f"({check_in.confidence}/10) " if check_in.confidence is not None else ""
        lead = Content.assemble(
            (f"  {format_date(check_in.date, *_span(standing)):>6} ", "$quiet"),
            (f"{format_amount(check_in.value)} ", "bold"),
        )
        yield _Line(lead, Content.assemble((confidence, "$quiet"), content(check_in.note)))


def _action(node: Action, standing: Standing, glyphs: Glyphs) -> Iterator[_Line]:
    span = _span(standing)
    words = {"todo": "to do", "doing": "being done", "done": "done", "dropped": "dropped"}[node.status]
    if node.status == "done" and node.done_on:
        words = f"done on {format_date(node.done_on, *span)}"
    yield _fact("Status", words, "$success" if node.status == "done" else "")
    late = node.due is not None and node.due < standing.today and node.status in {"todo", "doing"}
    due = format_date(node.due, *span) if node.due else glyphs.dash
    yield _fact("Due", f"{due}, late" if late else due, "$error" if late else "")
    if node.owner:
        yield _fact("Owner", node.owner)
    parent = standing.places[node.id].parent
    if isinstance(parent, KeyResult):
        yield _fact("Step to", f"{standing.position(parent.id)} {parent.title}")


def _findings(findings: tuple[Finding, ...]) -> Iterator[_Line]:
    if not findings:
        return
    yield _BLANK
    for finding in findings:
        if finding.accepted:
            code = Content.assemble(content(finding.accepted), (f" ({finding.code})", "$faint"))
            yield _Line(Content.assemble(("accepted: ", "$quiet")), code)
        else:
            mark, body = finding_parts(finding)
            yield _Line(mark, body)
            if finding.fix is not None:
                yield _Line(Content.assemble(("  F ", "bold $primary")), content(finding.fix.label, "$quiet"))


def _span(standing: Standing) -> tuple[dt.date, dt.date]:
    return standing.plan.start, standing.plan.end


def _fact(label: str, text: str, colour: str = "") -> _Line:
    return _Line(Content.assemble((f"{label:<12}", "$quiet")), content(text.replace("\n", " "), colour))
