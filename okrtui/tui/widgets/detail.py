"""The detail beside the tree: everything about the item under the cursor, in words."""

import datetime as dt
from collections.abc import Callable, Iterator
from decimal import Decimal

from textual.content import Content

from okrtui.coach.findings import Finding
from okrtui.coach.questions import questions_for
from okrtui.frozen import frozen, replace
from okrtui.i18n import mark, tr, tr_n
from okrtui.i18n_lists import row_of
from okrtui.model.dates import format_date
from okrtui.model.goalposts import change_words, changes_of
from okrtui.model.numbers import format_amount, format_trimmed, with_unit
from okrtui.model.plan import Action, ActionStatus, KeyResult, Objective
from okrtui.model.shares import format_share, percent
from okrtui.model.shown_words import counted
from okrtui.model.tree import Placed
from okrtui.report.outcome import state_words
from okrtui.report.standing import Standing
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.plain import content, prose
from okrtui.tui.widgets.beside import Resized
from okrtui.tui.widgets.cells import filled, wrapped
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.lines import doubt_words, finding_mark
from okrtui.tui.widgets.marked import marked
from okrtui.tui.widgets.phrase import SLOT, around
from okrtui.tui.widgets.states import colour_of
from okrtui.tui.widgets.strips import Lines

STATUS_WORDS: dict[ActionStatus, str] = {
    # for translators: an action that nobody has begun
    "todo": mark("to do"),
    # for translators: an action that somebody is working on
    "doing": mark("being done"),
    "done": mark("done"),
    "dropped": mark("dropped"),
}
"""How an action stands, as one would say it."""

_NOTES_LIMIT = 600
_CHECK_INS = 5
_LABEL_LEAST, _LABEL_MOST = 12, 20
"""Columns of the word before a fact."""


@frozen
class _Line:
    """A line of the detail; what does not fit goes on below its body, not below its lead."""

    lead: Content
    body: Content
    is_fact: bool = False
    """Whether the lead is a word, and all bodies of such lines begin in one column."""

    def wrapped(self, width: int) -> Iterator[Content]:
        indent = self.lead.cell_length
        lead: str | Content = self.lead
        for part in wrapped(self.body, width - indent):
            yield Content.assemble(lead, part)
            lead = " " * indent


class Detail(Lines):
    """Shows one item of a plan."""

    def __init__(self, glyphs: Glyphs) -> None:
        """Empty until :meth:`show`."""
        super().__init__()
        self._glyphs = glyphs

    def on_resize(self) -> None:
        """Ask to be shown anew."""
        self.post_message(Resized())

    def show(self, standing: Standing, item_id: str) -> None:
        """Show the item with this id; none where nothing was found, how to begin where the plan holds nothing."""
        width, height = self.content_size
        if not width or not height:
            return
        placed = standing.places.get(item_id)
        lines: list[_Line] = []
        if placed:
            lines = [*_describe(placed, standing, self._glyphs)]
        elif not standing.places:
            lines = [*_nothing_yet()]
        shown = [part for line in _aligned(lines) for part in line.wrapped(width)]
        if len(shown) > height:
            shown = [
                *shown[: height - 1],
                Content.assemble(("… ", "$faint"), (tr("{key} shows every field", key=shown_key("edit")), "$faint")),
            ]
        self.draw(shown)


_BLANK = _Line(Content(""), Content(""))


def _plain(body: Content | str) -> _Line:
    return _Line(Content(""), Content(body) if isinstance(body, str) else body)


def _nothing_yet() -> Iterator[_Line]:
    yield _plain(Content.assemble((tr("Begin with where to go"), "bold $primary")))
    yield _BLANK
    yield _plain(
        tr("An objective is a short sentence that says where to go, without a number. Three to five are plenty.")
    )
    yield _BLANK
    # for translators: {key} is a letter to press; it writes the first objective
    yield _plain(around(tr("{key} writes the first one.", key=SLOT), (shown_key("add_objective"), "bold $primary")))
    # for translators: {key} is a letter to press
    words = tr("{key} walks through planning the quarter, step by step.", key=SLOT)
    yield _plain(around(words, (shown_key("guide"), "bold $primary")))
    yield _BLANK
    for question in questions_for("objective"):
        yield _Line(Content.assemble(("? ", "$accent")), content(question, "$quiet"))


def _describe(placed: Placed, standing: Standing, glyphs: Glyphs) -> Iterator[_Line]:
    node = placed.node
    title = node.title or tr("(no title yet)")
    found = standing.told_of(node.id)
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
        yield _plain(Content.assemble((tr("Notes"), "$quiet")))
        for line in prose(node.notes[:_NOTES_LIMIT]).split("\n"):
            yield _plain(line)


def _objective(node: Objective, standing: Standing, glyphs: Glyphs) -> Iterator[_Line]:
    # for translators: before the company goal that an objective moves
    yield _fact(tr("Serves"), node.why or glyphs.dash)
    numbers = standing.objective(node.id)
    if numbers.progress is not None:
        words = row_of([format_share(numbers.progress), state_words(numbers, standing.plan)])
        yield _fact(tr("Progress"), words, colour_of(standing.state(node.id)))
    live = sum(1 for kr in node.key_results if kr.dropped_on is None)
    # for translators: before the number of key results that an objective has
    yield _fact(tr("Holds"), counted("key result", live))
    for kr in node.key_results:
        dropped = kr.dropped_on is not None
        state = None if dropped else standing.state(kr.id)
        glyph = glyphs.dropped if dropped else glyphs.states[state] if state else glyphs.dash
        lead = Content.assemble((f"  {glyph} ", colour_of(state)), (f"{standing.position(kr.id)} ", "$quiet"))
        yield _Line(lead, content(kr.title or tr("(no title yet)"), "$faint" if dropped else ""))


def _key_result(node: KeyResult, standing: Standing, glyphs: Glyphs) -> Iterator[_Line]:
    lit = standing.badges[node.id]
    for letter, words in zip("SMART", _smart_words(node, standing), strict=True):
        mark, colour = (glyphs.holds, "$success") if letter in lit else (glyphs.unlit, "$faint")
        yield _Line(Content.assemble((f"{letter} {mark} ", f"bold {colour}")), content(words))
    yield _BLANK
    yield from _numbers(node, standing, glyphs)
    yield from _findings(standing.told_of(node.id))
    yield _BLANK
    # for translators: before a person's name; before where the number is read, such as a report
    for label, text in ((tr("Owner"), node.owner), (tr("Read from"), node.source)):
        if text:
            yield _fact(label, text)
    # for translators: before how a key result is meant: leading or lagging, committed or aspirational
    yield _fact(tr("Counts as"), row_of(map(tr, filter(None, [node.indicator, node.ambition]))))
    if node.dropped_on:
        # for translators: before the day on which a key result was given up
        yield _fact(tr("Dropped"), format_date(node.dropped_on, *_span(standing)))
    yield from _changes(node, standing, glyphs)
    yield from _check_ins(node, standing)


def _smart_words(node: KeyResult, standing: Standing) -> Iterator[str]:
    span = _span(standing)
    yield node.definition.replace("\n", " ") or tr("say what counts")
    yield goal_words(node) or tr("give the number: from, to, unit")
    if node.confidence is not None:
        yield tr("confidence {confidence} of 10", confidence=node.confidence)
    else:
        yield tr("say how confident you are")
    yield node.realistic.replace("\n", " ") or tr("say what makes it feasible")
    if node.due is None:
        yield tr("set the date")
        return
    left, date = (node.due - standing.today).days, format_date(node.due, *span)
    if left > 0:
        yield tr_n("{date}, {n} days left", "{date}, {n} days left", left, date=date)
    elif left == 0:
        yield tr("{date}, due today", date=date)
    else:
        yield tr_n("{date}, {n} days ago", "{date}, {n} days ago", -left, date=date)


def goal_words(node: KeyResult, number: Callable[[Decimal], str] = format_amount) -> str:
    """From where to where the value is to go, or the level to keep; empty without a number.

    ``number`` writes the amounts.
    """
    if node.target is None and (node.baseline is None or node.kind != "reach"):
        return ""
    amount = with_unit("?" if node.target is None else number(node.target), node.unit)
    if node.kind == "at_least":
        return tr("keep at least {amount}", amount=amount)
    if node.kind == "at_most":
        return tr("keep at most {amount}", amount=amount)
    start = number(node.baseline) if node.baseline is not None else "?"
    # for translators: from where to where a value is to go: "from 20 to 30 MQLs"
    return tr("from {start} to {amount}", start=start, amount=amount)


def _numbers(node: KeyResult, standing: Standing, glyphs: Glyphs) -> Iterator[_Line]:
    numbers = standing.key_result(node.id)
    now = format_amount(numbers.current) if numbers.current is not None and node.check_ins else glyphs.dash
    value = with_unit(now, node.unit if now != glyphs.dash else "")
    share = format_share(numbers.progress) if numbers.progress is not None else ""
    # for translators: before the value of a key result as it is now
    yield _fact(tr("Now"), row_of([value, share]))
    if node.kind != "reach":
        yield from _kept(node, standing)
    if standing.plan.phase == "closed":
        # for translators: before the score of a key result in a closed quarter, and what it says: "0.7 delivered"
        yield _fact(tr("Score"), state_words(numbers, standing.plan), colour_of(standing.state(node.id)))
        return
    yield _fact(tr("Pace"), f"{glyphs.states[numbers.pace]} {tr(numbers.pace)}", colour_of(numbers.pace))
    if numbers.expected is not None and numbers.progress is not None:
        # for translators: before how far a key result should have come: "46 % by today"
        yield _fact(tr("Expected"), tr("{share} % by today", share=percent(numbers.expected)))
    if numbers.needed_per_week is not None and numbers.pace != "done":
        # for translators: before what it takes to reach the target: "0.7 a week"
        yield _fact(tr("Needs"), tr("{amount} a week", amount=format_amount(numbers.needed_per_week)))
    if numbers.forecast is not None:
        # for translators: before the value at which a key result will arrive if it goes on like this
        yield _fact(tr("Heading for"), format_trimmed(numbers.forecast))
    if doubt := doubt_words(standing, node.id):
        # for translators: before two things that contradict each other
        yield _fact(tr("Look again"), doubt, "$warning")


def _kept(node: KeyResult, standing: Standing) -> Iterator[_Line]:
    """What the share of a level counts."""
    from okrtui.model.levels import weeks_kept
    from okrtui.report.words import kept_words

    if weeks := weeks_kept(node, *_span(standing), standing.today):
        yield _fact("", kept_words(weeks))


def _changes(node: KeyResult, standing: Standing, glyphs: Glyphs) -> Iterator[_Line]:
    """What was changed of it since the commit, the newest first."""
    if changes := changes_of(standing.plan, node.id):
        yield _BLANK
        yield _plain(Content.assemble((tr("Changed since the commit"), "$quiet")))
        for change in reversed(changes):
            lead = Content.assemble((f"  {glyphs.moved} ", "bold $warning"))
            yield _Line(lead, content(change_words(change, standing.plan)))


def _check_ins(node: KeyResult, standing: Standing) -> Iterator[_Line]:
    if not node.check_ins:
        return
    yield _BLANK
    yield _plain(Content.assemble((tr("Check-ins"), "$quiet")))
    latest = sorted(node.check_ins, key=lambda check_in: check_in.date, reverse=True)[:_CHECK_INS]
    for check_in in latest:
        confidence = f"({check_in.confidence}/10) " if check_in.confidence is not None else ""
        lead = Content.assemble(
            (f"  {filled(format_date(check_in.date, *_span(standing)), 6, right=True)} ", "$quiet"),
            (f"{format_amount(check_in.value)} ", "bold"),
        )
        yield _Line(lead, Content.assemble((confidence, "$quiet"), content(check_in.note)))


def _action(node: Action, standing: Standing, glyphs: Glyphs) -> Iterator[_Line]:
    span = _span(standing)
    words = tr(STATUS_WORDS[node.status])
    if node.status == "done" and node.done_on:
        words = tr("done on {date}", date=format_date(node.done_on, *span))
    yield _fact(tr("Status"), words, "$success" if node.status == "done" else "")
    late = node.id in standing.numbers.late_actions
    due = format_date(node.due, *span) if node.due else glyphs.dash
    # for translators: {date} is the day on which an action was due, and it is past
    due = tr("{date}, late", date=due) if late else due
    # for translators: before the day on which an action is due
    yield _fact(tr("Due"), due, "$error" if late else "")
    if node.owner:
        yield _fact(tr("Owner"), node.owner)
    parent = standing.places[node.id].parent
    if isinstance(parent, KeyResult):
        # for translators: before the key result that an action is a step to
        yield _fact(tr("Step to"), f"{standing.position(parent.id)} {parent.title}")


def _findings(findings: tuple[Finding, ...]) -> Iterator[_Line]:
    if not findings:
        return
    yield _BLANK
    for finding in findings:
        if finding.accepted:
            code = Content.assemble(content(finding.accepted), (f" ({finding.code})", "$faint"))
            # for translators: before the reason for which a finding was accepted
            yield _Line(Content.assemble((tr("accepted:"), "$quiet"), " "), code)
        else:
            yield _Line(finding_mark(finding), content(finding.message))
            if finding.fix is not None:
                yield _Line(Content.assemble(("  F ", "bold $primary")), content(finding.fix.label, "$quiet"))


def _span(standing: Standing) -> tuple[dt.date, dt.date]:
    return standing.plan.start, standing.plan.end


def _fact(label: str, text: str, colour: str = "") -> _Line:
    lead = Content.assemble((f"{label} ", "$quiet"))
    return _Line(lead, content(text.replace("\n", " "), colour), is_fact=True)


def _aligned(lines: list[_Line]) -> Iterator[_Line]:
    """The lines, with the words before facts filled up to the widest of them."""
    widths = [line.lead.cell_length for line in lines if line.is_fact]
    column = min(max(widths, default=0), _LABEL_MOST)
    for line in lines:
        blanks = max(_LABEL_LEAST, column) - line.lead.cell_length
        yield replace(line, lead=line.lead.pad_right(max(0, blanks))) if line.is_fact else line
