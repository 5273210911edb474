"""What a key result still needs once its sentence is taken, such as its confidence: the line asks for one at a time."""

from okrtui.coach.findings import Finding, check_item
from okrtui.coach.questions import questions_for
from okrtui.i18n import tr
from okrtui.model.dates import format_date
from okrtui.model.edits import ChangeFields, Edit, cleaned
from okrtui.model.plan import KeyResult, Objective
from okrtui.model.text import clean_line, display
from okrtui.report.standing import Standing
from okrtui.tui.forms.reading import Days, hint, read
from okrtui.tui.forms.specs import SPECS, said
from okrtui.tui.guide.place import Place
from okrtui.tui.guide.steps import STEP_TYPES, KeyResultsStep, Step, Written, unanswered
from okrtui.tui.guide.takeover import Before
from okrtui.tui.widgets.glyphs import Glyphs

_QUOTED = 30
"""Columns of a wrong answer that are quoted."""


class AnswerStep(KeyResultsStep):
    """The key results of an objective, while the line asks for a field of one of them."""

    def __init__(self, place: Place, standing: Standing, glyphs: Glyphs, before: Before | None) -> None:
        """``place`` says what is asked for; the key result is in the plan."""
        super().__init__(place, standing, glyphs, before)
        self._asked = _open(place, standing)[place.asked]
        node = standing.places[self._asked.item_id].node
        assert isinstance(node, KeyResult)
        self._node = node
        self._days = Days(standing.plan.start, standing.plan.end, standing.today)
        fields = {spec.name: spec for line in said(SPECS[KeyResult], "") for spec in line.fields}
        self._spec = fields[self._asked.field or ""]

    @property
    def prompt(self) -> str:
        """Of which key result it is, and the name of the field: the next sentence does not belong here."""
        return f"{self.standing.position(self._node.id)} {self._spec.label} "

    def placeholder(self) -> str:
        """What the form shows in the empty field; of a day that it is an example, since enter passes it over."""
        if self._spec.name == "due":
            # for translators: an example of what to type, in an empty line
            return tr("such as {day}", day=format_date(self._days.end, self._days.start, self._days.end))
        return hint(self._spec, self._days)

    def title(self) -> str:
        """Which key result it is."""
        return f"{self.standing.position(self._node.id)} {self._node.title or tr('(no title yet)')}"

    def questions(self) -> tuple[str, ...]:
        """Those of the letter that the field lights."""
        return questions_for(self.kind, self._asked.letter)

    def edit(self, text: str) -> Edit | None:
        """The edit that gives the answer; None where it is none."""
        try:
            answer = read(self._spec, text, self._days, self._node.unit)
        except ValueError:
            return None
        return ChangeFields(self._node.id, {self._spec.name: answer})

    def written(self, text: str) -> Written:
        """The key result with the answer, or what is wrong with it."""
        fields = {self._spec.name: text}
        try:
            answer = read(self._spec, text, self._days, self._node.unit)
        except ValueError as error:
            # for translators: {problem} goes on with the sentence: "is no number; write it like 30, +3 or -2"
            wrong = tr('"{text}" {problem}', text=display(clean_line(text), _QUOTED), problem=error)
            return Written(self._node, fields, "", (), wrong, self._spec.name)
        item = self._node.replace(**cleaned({self._spec.name: answer}))
        parent = self.standing.places[self._node.id].parent
        found = check_item(item, parent, self.standing.plan, self.standing.past)
        own = tuple(it for it in found if it.field == self._spec.name)
        return Written(self._node, fields, "", own, "", self._spec.name)

    def missing(self) -> str:
        """What the answer is needed for, and that it can wait."""
        # for translators: {problem} is such as: nobody has said how likely it is, from 0 to 10
        return tr("An empty line leaves it for the review: {problem}.", problem=self._asked.message)


class Asking:
    """Which answer the line asks for. A key result that was left open is not asked about again on the same screen."""

    def __init__(self) -> None:
        """Nothing is asked for yet."""
        self._left_open: set[str] = set()
        self._begins = False

    def begin(self) -> None:
        """Ask for what is open from the next look at the plan on."""
        self._begins = True

    def leave_open(self, asked: str) -> None:
        """Ask no more about the key result of this answer."""
        self._left_open.add(_item_id(asked))

    def waiting(self, place: Place, standing: Standing) -> list[str]:
        """What can be asked for on a screen, each as :attr:`Place.asked`."""
        return [asked for asked in _open(place, standing) if _item_id(asked) not in self._left_open]

    def next(self, place: Place, standing: Standing, first: str) -> str:
        """What is asked for now; of the item ``first`` before all others."""
        waiting = self.waiting(place, standing)
        goes_on, self._begins = bool(place.asked) or self._begins, False
        if place.asked in waiting:
            return place.asked
        ordered = sorted(waiting, key=lambda asked: _item_id(asked) != first)
        return ordered[0] if goes_on and ordered else ""


def step_at(place: Place, standing: Standing, glyphs: Glyphs, before: Before | None) -> Step:
    """The screen of a place."""
    kind = AnswerStep if place.asked else STEP_TYPES[place.step]
    return kind(place, standing, glyphs, before)


def _item_id(asked: str) -> str:
    return asked.partition(" ")[0]


def _open(place: Place, standing: Standing) -> dict[str, Finding]:
    """The empty fields that keep the key results of a screen from being committed, by :attr:`Place.asked`."""
    placed = standing.places.get(place.item_id)
    if placed is None or not isinstance(placed.node, Objective):
        return {}
    return {
        f"{node.id} {finding.field}": finding
        for node in placed.node.key_results
        for finding in unanswered(node, standing)
        if getattr(node, finding.field or "") in (None, "")
    }
