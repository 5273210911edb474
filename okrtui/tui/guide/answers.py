"""What a key result still needs once its sentence is taken, such as its confidence: the line asks for one at a time."""

from collections.abc import Iterable
from typing import Any

from rich.cells import cell_len

from okrtui.coach.findings import Finding, Letter, check_item
from okrtui.coach.questions import questions_for
from okrtui.coach.said_day import typed_day
from okrtui.coach.typed_amount import counted
from okrtui.i18n import mark, tr
from okrtui.model.dates import format_date
from okrtui.model.edits import ChangeFields, Edit, cleaned
from okrtui.model.plan import KeyResult, Objective
from okrtui.model.text import clean_line, display
from okrtui.report.standing import Standing
from okrtui.tui.forms.reading import Days, hint, read, written
from okrtui.tui.forms.specs import SPECS, said
from okrtui.tui.guide.field_findings import unanswered
from okrtui.tui.guide.place import Place
from okrtui.tui.guide.screens import STEP_TYPES, KeyResultsStep
from okrtui.tui.guide.steps import Step, Written
from okrtui.tui.guide.takeover import Before
from okrtui.tui.key_names import key_name
from okrtui.tui.widgets.glyphs import Glyphs

_QUOTED = 30
"""Columns of a wrong answer that are quoted."""

_SENTENCE = 16
"""Columns from which on an answer can be a whole key result; "from 5 to 6" is none."""

_MOST_CONFIDENT = 10
_MOST_UNIT_WORDS = 5
_NUMBERS = ("baseline", "target")

_ASKS = {
    # for translators: these stand before the line in which the answer is written, each as short as can be; {item} is
    # the number of a key result, such as 1.1
    "baseline": mark("starting value of {item}"),
    "target": mark("target of {item}"),
    "unit": mark("unit of {item}"),
    "confidence": mark("confidence in {item}"),
    "realistic": mark("why {item} is feasible"),
    "due": mark("due date of {item}"),
}
"""What the line asks for, by the field of a key result."""


class AnswerStep(KeyResultsStep):
    """The key results of an objective, while the line asks for a field of one of them."""

    def __init__(self, place: Place, standing: Standing, glyphs: Glyphs, before: Before | None) -> None:
        """``place`` says what is asked for; the key result is in the plan."""
        super().__init__(place, standing, glyphs, before)
        item_id, _, name = place.asked.partition(" ")
        node = standing.places[item_id].node
        assert isinstance(node, KeyResult)
        self._node = node
        self._days = Days(standing.plan.start, standing.plan.end, standing.today)
        fields = {spec.name: spec for line in said(SPECS[KeyResult], "") for spec in line.fields}
        self.spec = fields[name]
        """What is asked for."""

    @property
    def prompt(self) -> str:
        """Which field it is, of which key result: the next sentence does not belong here."""
        return f"{tr(_ASKS[self.spec.name], item=self.standing.position(self._node.id))} "

    @property
    def at_first(self) -> str:
        """The answer that was given before; nothing where there is none."""
        return written(self.spec, getattr(self._node, self.spec.name), self._days)

    def placeholder(self) -> str:
        """What the form shows in the empty field; of a day that it is an example, since enter passes it over."""
        if self.spec.name == "due":
            # for translators: an example of what to type, in an empty line
            return tr("such as {day}", day=format_date(self._days.end, self._days.start, self._days.end))
        return hint(self.spec, self._days)

    def title(self) -> str:
        """Which key result it is."""
        return f"{self.standing.position(self._node.id)} {self._node.title or tr('(no title yet)')}"

    def questions(self) -> tuple[str, ...]:
        """Those of the letter that the field lights."""
        return questions_for(self.kind, _letter(self.spec.name))

    def edit(self, text: str) -> Edit | None:
        """The edit that gives the answer; None where it is none."""
        try:
            answer = self._answer(text)
        except ValueError:
            return None
        return ChangeFields(self._node.id, answer)

    def written(self, text: str) -> Written:
        """The key result with the answer, or what is wrong with it."""
        fields = {self.spec.name: text}
        try:
            answer = self._answer(text)
        except ValueError as error:
            # for translators: {problem} goes on with the sentence: "is no number; write it like 30, +3 or -2"
            wrong = tr('"{text}" {problem}', text=display(clean_line(text), _QUOTED), problem=error)
            instead = self._way_out(text)
            return Written(self._node, fields, "", (), wrong=wrong, field=self.spec.name, instead=instead)
        found = self._found(self._node.replace(**cleaned(answer)))
        return Written(self._node, fields, "", found, field=self.spec.name)

    def wrong(self) -> list[Finding]:
        """Errors in the fields of the key result that is asked about."""
        return [found for found in super().wrong() if found.item_id == self._node.id]

    def missing(self) -> str:
        """What the answer is needed for, and that it can wait; nothing of one that was given."""
        asked = _open(self.place, self.standing).get(self.place.asked)
        if asked is None:
            return ""
        # for translators: {problem} is such as: nobody has said how likely it is, from 0 to 10
        return tr("Enter skips this for now, and the review comes back to it: {problem}.", problem=asked.message)

    def _answer(self, text: str) -> dict[str, Any]:
        """The field with what the answer says; with its unit where a number brings one along and none is known yet."""
        line = clean_line(text)
        unit = {}
        if self.spec.name in _NUMBERS and not self._node.unit and (behind := counted(line)):
            unit = {"unit": behind}
        if self.spec.name == "due" and line:
            answer = typed_day(line, self.standing.plan, self.standing.today)
        else:
            answer = read(self.spec, text, self._days, unit.get("unit", self._node.unit))
        if self.spec.name == "unit" and len(line.split()) > _MOST_UNIT_WORDS:
            # for translators: goes on with what was written as a unit: "via blogs and guest posts" is too long for …
            raise ValueError(tr("is too long for a unit; a word or two do"))
        if self._is_a_key_result(text):
            # for translators: goes on with what was written: "leads from 20 to 30 by 15 Dec" reads like …
            raise ValueError(tr("reads like a key result of its own"))
        taken = {self.spec.name: answer, **unit}
        if line and self.spec.reading == "prose" and self._found(self._node.replace(**cleaned(taken))):
            # for translators: goes on with what was written as a reason: "ok" says too little
            raise ValueError(tr("says too little; a few words do"))
        return taken

    def _found(self, key_result: KeyResult) -> tuple[Finding, ...]:
        """What the coach finds in the field."""
        parent = self.standing.places[self._node.id].parent
        found = check_item(key_result, parent, self.standing.plan, self.standing.past)
        return tuple(it for it in found if it.field == self.spec.name)

    def is_another(self, text: str) -> bool:
        """Whether it is the next key result, written where an answer is due that never says as much.

        A reason may say it; and "from 20 to 30" is half an answer to where it starts.
        """
        if self.spec.reading == "prose" or cell_len(clean_line(text)) < _SENTENCE:
            return False
        said = self._fields(text)
        if said.get("target") is None:
            return False
        counts = bool(said.get("unit")) and said["target"] > _MOST_CONFIDENT
        is_more = counts or "kind" in said or bool(said.get("baseline"))
        return said.get("due") is not None or (self.spec.name not in _NUMBERS and is_more)

    def _says(self, text: str, names: Iterable[str]) -> bool:
        said = self._fields(text)
        return all(said.get(name) is not None for name in names)

    def _is_a_key_result(self, text: str) -> bool:
        """Whether it says all that only a key result says: from where, to where and by when."""
        return self._says(text, (*_NUMBERS, "due"))

    def _way_out(self, text: str) -> str:
        """What to do with the next sentence: words that are longer than the form's field for the answer are one too."""
        if not (0 < self.spec.width <= cell_len(clean_line(text)) or self._is_a_key_result(text)):
            return ""
        # for translators: somebody wrote a sentence in a line that asks for a number or a date
        return tr(
            "Is it a new key result? {key} skips the questions and keeps what is written.", key=key_name("escape")
        )


class Asking:
    """Which answer the line asks for. One that was given or left open is asked for again by going back alone."""

    def __init__(self) -> None:
        """Nothing is asked for yet."""
        self._passed: set[str] = set()
        self._row: list[str] = []
        """What was asked for in this row of questions, in order."""
        self._again = ""
        self._begins = False
        self._about = ""
        """The item whose answers are asked for; empty for all of the screen."""

    def begin(self, about: str = "") -> None:
        """Ask for what is open from the next look at the plan on: of one item, by its id, or of all."""
        self._begins, self._about = True, about

    def go_past(self, asked: str) -> None:
        """Ask for this no more: it is answered, or left open. Behind a line for a new item a new row begins."""
        self._again = ""
        self._row = [*self._row, asked] if asked else []
        self._passed.add(asked)

    def go_back(self) -> bool:
        """Ask for what was asked for before in this row; whether there was anything."""
        self._again = self._row.pop() if self._row else ""
        self._passed.discard(self._again)
        return bool(self._again)

    def leave_open(self, waiting: Iterable[str]) -> None:
        """Ask for none of these."""
        self._again = ""
        self._passed.update(waiting)

    def waiting(self, place: Place, standing: Standing) -> list[str]:
        """What can be asked for on a screen, each as :attr:`Place.asked`."""
        return [asked for asked in _open(place, standing) if asked not in self._passed]

    def next(self, place: Place, standing: Standing) -> str:
        """What is asked for now; empty once there is nothing more."""
        if _item_id(self._again) in standing.places:
            return self._again
        waiting = self.waiting(place, standing)
        goes_on, self._begins = bool(place.asked) or self._begins, False
        if place.asked in waiting:
            return place.asked
        wanted = [asked for asked in waiting if self._about in ("", _item_id(asked))]
        return wanted[0] if goes_on and wanted else ""


def step_at(place: Place, standing: Standing, glyphs: Glyphs, before: Before | None) -> Step:
    """The screen of a place."""
    kind = AnswerStep if place.asked else STEP_TYPES[place.step]
    return kind(place, standing, glyphs, before)


def _item_id(asked: str) -> str:
    return asked.partition(" ")[0]


def _letter(name: str) -> Letter | None:
    """The letter of the group that holds a field in the form of a key result."""
    letter: Letter | None = None
    for line in SPECS[KeyResult]:
        letter = line.letter or letter
        if any(spec.name == name for spec in line.fields):
            break
    return letter


def _open(place: Place, standing: Standing) -> dict[str, Finding]:
    """The empty fields that keep the key results of a screen from being committed, by :attr:`Place.asked`."""
    placed = standing.places.get(place.item_id)
    if placed is None or not isinstance(placed.node, Objective):
        return {}
    return {
        f"{node.id} {finding.field}": finding
        for node in placed.node.key_results
        for finding in unanswered(node, standing)
    }
