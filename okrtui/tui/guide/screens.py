"""The screens of the guide on which items are written: objectives, their key results, and the actions of each."""

from functools import partial

from rich.cells import cell_len
from textual.content import Content

from okrtui.coach.findings import LETTERS, Finding, On
from okrtui.coach.quick_add import quick_fields
from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import row_of
from okrtui.model.dates import format_date
from okrtui.model.numbers import format_short
from okrtui.model.plan import Action, KeyResult, Node
from okrtui.model.widths import fitted
from okrtui.patterns import pattern
from okrtui.report.smart_words import letter_word
from okrtui.tui.example_days import early_day, late_day
from okrtui.tui.guide.steps import ItemsStep, Step
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import cut, two_sided
from okrtui.tui.widgets.detail import goal_words
from okrtui.tui.widgets.row_list import ListRow

_GOAL_MOST, _SHORT = 26, 5
_LEGEND_GAP = 3
"""Columns of what a key result goes from and to, and of each of its amounts where they are shortened for that."""
_NUMBERS = pattern(r"\d(?:[\d.,、，\u202f\xa0]*\d)?")
_OWNER_MOST = 12
"""Columns of an owner's name."""


class ObjectivesStep(ItemsStep):
    """Three to five objectives, one line each."""

    kind: On = "objective"

    def asks_for(self, finding: Finding) -> bool:
        """What has to stand below an objective is asked for on the screens behind this one."""
        return finding.field != "key_results"

    def placeholder(self) -> str:
        """What an empty line shows."""
        return tr("where to go, in one sentence without a number")

    def title(self) -> str:
        """How many there are, of how many there should be."""
        count = len(self.standing.plan.objectives)
        if not count:
            return tr("Where do you want to go? Three to five objectives; none so far.")
        return tr_n(
            "Where do you want to go? Three to five objectives; {n} so far.",
            "Where do you want to go? Three to five objectives; {n} so far.",
            count,
        )


class KeyResultsStep(ItemsStep):
    """The key results of one objective."""

    kind: On = "key result"
    node_type = KeyResult

    def placeholder(self) -> str:
        """An example, due in this quarter."""
        plan = self.standing.plan
        # for translators: an example, in a form that the line reads in your language, too
        example = tr("Grow newsletter readers from 400 to 600 by {day}", day=late_day(plan.start, plan.end))
        return f"{example} {_somebody()}"

    def title(self) -> str:
        """Which objective it is."""
        placed = self.standing.places[self.parent_id]
        total = len(self.standing.plan.objectives)
        return tr(
            "What proves it? Objective {number} of {count}: {title}",
            number=placed.position,
            count=total,
            title=placed.node.title or tr("(no title yet)"),
        )

    def rows(self) -> list[ListRow]:
        """The key results, and below them what the dark letters stand for, of the last one that has any."""
        badges = {node.id: self.standing.badges.get(node.id, LETTERS) for node in self.nodes()}
        open_ids = [node_id for node_id, badge in badges.items() if set(LETTERS) - set(badge)]
        if not open_ids:
            return super().rows()
        last = open_ids[-1]
        named = row_of([f"{letter} {letter_word(letter)}" for letter in LETTERS if letter not in badges[last]])
        # for translators: which letters of SMART a key result lacks: 1.2 still open: M measurable, T time-bound
        words = tr("{position} still open: {letters}", position=self.standing.position(last), letters=named)

        def legend(width: int) -> Content:
            said = words if cell_len(words) + _LEGEND_GAP < width else named
            return two_sided(Content(""), Content.assemble(content(said, "$faint"), " " * _LEGEND_GAP), width)

        return [*super().rows(), ListRow("", legend)]

    def nothing_yet(self) -> str:
        """That nothing proves the objective."""
        if self.nodes():
            return ""
        number = self.standing.position(self.parent_id)
        # for translators: said when somebody presses enter on an empty line; it stands in the status line
        return tr("objective {number} has no key result yet; enter again goes on without one", number=number)

    def right(self, node: Node) -> Content:
        """From where to where, unless the title says it, until when, and the letters that are lit."""
        assert isinstance(node, KeyResult)
        plan = self.standing.plan
        goal = cut(content(self._goal(node)), _GOAL_MOST)
        due = tr("by {day}", day=format_date(node.due, plan.start, plan.end)) if node.due else ""
        badge = self.standing.badges[node.id]
        letters = [(self.glyphs.unlit, "$faint") if letter == "·" else (letter, "bold $success") for letter in badge]
        return Content.assemble(goal.stylize("$quiet"), (f" {due}" if due else "", "$quiet"), "  ", *letters)

    def _goal(self, node: KeyResult) -> str:
        """From where to where, in numbers that are not cut off; empty where the title says both."""
        if len(_NUMBERS.findall(node.title)) > 1:
            said = quick_fields(KeyResult(id=node.id), node.title, self.standing.plan, self.standing.today)
            if (said.get("baseline"), said.get("target")) == (node.baseline, node.target):
                return ""
        whole = goal_words(node)
        return whole if cell_len(whole) <= _GOAL_MOST else goal_words(node, partial(format_short, width=_SHORT))


def _somebody() -> str:
    # for translators: an owner, as an example: @ and a first name that is common in your language
    return tr("@Ana")


class ActionsStep(ItemsStep):
    """The actions of one key result."""

    kind: On = "action"
    node_type = Action

    def placeholder(self) -> str:
        """An example, due in this quarter."""
        plan = self.standing.plan
        # for translators: an example, in a form that the line reads in your language, too
        return f"{tr('Draft the plan by {day}', day=early_day(plan.start, plan.end))} {_somebody()}"

    def title(self) -> str:
        """Which key result it is."""
        placed = self.standing.places[self.parent_id]
        title = placed.node.title or tr("(no title yet)")
        return tr("How to get there? Key result {number}: {title}", number=placed.position, title=title)

    def right(self, node: Node) -> Content:
        """Whose it is, and until when."""
        assert isinstance(node, Action)
        plan = self.standing.plan
        day = tr("by {day}", day=format_date(node.due, plan.start, plan.end)) if node.due else tr("no date")
        return content(f"{fitted(node.owner, _OWNER_MOST)}  {day}".strip(), "$quiet")


STEP_TYPES: dict[str, type[Step]] = {
    "focus": Step,
    "objectives": ObjectivesStep,
    "key results": KeyResultsStep,
    "actions": ActionsStep,
}
"""The screens by the name of their step."""
