"""The form of an item: every field in sight, judged as it is written, with the method's questions beside it."""

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.widgets import Input

from okrtui.coach.findings import Finding, Letter, On, check_item, smart
from okrtui.coach.questions import questions_for
from okrtui.i18n import tr
from okrtui.model.edits import NodeKind, cleaned, kind_of
from okrtui.model.plan import Action, KeyResult, Node, Plan
from okrtui.model.record import Invalid
from okrtui.report.standing import Standing
from okrtui.storage.drafts import Draft
from okrtui.tui.example_days import early_day
from okrtui.tui.forms.day_field import DayField
from okrtui.tui.forms.field import Field
from okrtui.tui.forms.form import Form
from okrtui.tui.forms.form_line import FormLine
from okrtui.tui.forms.from_sentence import fill_in
from okrtui.tui.forms.reading import Days
from okrtui.tui.forms.specs import SPECS, FieldSpec, said
from okrtui.tui.widgets.choice import Choice
from okrtui.tui.widgets.filled import filled_words
from okrtui.tui.widgets.lines import SEVERITY_MARK
from okrtui.tui.widgets.marked import marks
from okrtui.tui.world import World


class ItemForm(Form):
    """Writes an item of the plan, or the quarter itself; see :class:`Form`."""

    def __init__(
        self, item: Node | Plan, standing: Standing, parent: Plan | Node | None, world: World, draft: Draft
    ) -> None:
        """``draft`` is what this form is about, with what was written already and is not in the item."""
        due = parent.due if isinstance(parent, KeyResult) else None
        self._days = days = Days(standing.plan.start, standing.plan.end, world.today(), due)

        def field(spec: FieldSpec, *, beside: bool) -> Field:
            value = getattr(item, spec.name)
            if spec.reading == "date":
                return DayField(spec, value, standing.plan, days, beside=beside)
            return Field(spec, value, days, beside=beside)

        lines = [
            FormLine(line, [field(spec, beside=at > 0) for at, spec in enumerate(line.fields)])
            for line in said(SPECS[type(item)], early_day(days.start, days.end))
        ]
        is_new = not isinstance(item, Plan) and item.id not in standing.places
        super().__init__(item, lines, world, draft, is_new=is_new)
        self._item = item
        self._standing = standing
        self._parent_item = parent
        self._filled_from: set[str] = set()
        """The sentences that filled in what they say, and what they became: nothing is filled in twice."""

    def heading(self) -> str:
        """What the form is about."""
        if isinstance(self._item, Plan):
            return tr("Quarter {quarter}", quarter=self._item.quarter)
        kind = kind_of(self._item)
        return _of_new(kind) if self.is_new else _of_known(kind, self._standing.position(self._item.id))

    def judge(self) -> None:
        """Light the letters, and put the first finding of each line below it."""
        values, wrong = self.values()
        try:
            item = self._item.replace(**cleaned(values))
        except Invalid:
            item = self._item
        findings = [
            finding
            for finding in check_item(item, self._parent_item, self._standing.plan, self._standing.past)
            if not finding.accepted
        ]
        for line in self.lines:
            self._show_first(line, findings, wrong)
        if isinstance(item, KeyResult):
            self._light(findings, wrong)

    def questions(self, *, wide: bool) -> list[Content]:
        """The questions of the group that is written now; where there is room, all of them, these lit."""
        kind: On = "quarter" if isinstance(self._item, Plan) else kind_of(self._item)
        now = questions_for(kind, self._focused_letter())
        if not wide:
            return [Content.assemble(("? ", "bold $accent"), (question, "$quiet")) for question in now]
        lines = [Content.assemble((tr("Ask yourself"), "bold $primary"))] if now else []
        for question in questions_for(kind):
            lit = question in now
            mark = ("? ", "bold $accent" if lit else "$faint")
            lines += [Content(""), Content.assemble(mark, (question, "" if lit else "$quiet"))]
        return lines

    def leave_field(self, field: Field) -> None:
        """Fill in what a sentence that was written says; another window that takes the keys is no end of it."""
        if field.spec.name == "title" and self.app.app_focus:
            self._fill_from_sentence()

    def action_save(self) -> None:
        """Keep what is written, and what a sentence says that was not left yet."""
        self._fill_from_sentence()
        super().action_save()

    def _fill_from_sentence(self) -> None:
        item, plan = self._item, self._standing.plan
        if not isinstance(item, KeyResult | Action):
            return
        fields = {field.spec.name: field for field in self.fields()}
        title = fields["title"]
        if title.text in self._filled_from or not (self.is_new or title.is_changed):
            return
        self._filled_from.add(title.text)
        with self.prevent(Input.Changed, Choice.Changed):  # told of them later, the form would forget what it refuses
            taken = fill_in(fields, item, plan, self._days)
        self.on_field_changed()
        self._filled_from.add(title.text)
        if words := filled_words(item.replace(**cleaned(taken)), taken, plan):
            # for translators: {fields} are those that a sentence filled in: "from 20 to 30 MQLs, due 15 Dec"
            self._status.say(tr("filled in: {fields}", fields=words))

    def _show_first(self, line: FormLine, findings: Sequence[Finding], wrong: Mapping[Field, str]) -> None:
        for field in line.fields:
            own = [finding for finding in findings if finding.field == field.spec.name]
            if field.spec.name == "title":
                field.mark(marks(own, field.text))
            if not field.touched:
                own = [finding for finding in own if marks([finding], field.text)]
            if field in wrong and field.touched:
                line.show_message(field, wrong[field])
                return
            if own:
                mark, colour = SEVERITY_MARK[own[0].severity]
                line.show_message(field, f"{mark} {own[0].message}", colour)
                return
        line.show_message(None)

    def _light(self, findings: Sequence[Finding], wrong: Mapping[Field, str]) -> None:
        """Light the letters; not one of whose fields holds what cannot be read, whatever was there before."""
        dark = {self._letter_of(field) for field in wrong}
        lit = {letter: is_lit and letter not in dark for letter, is_lit in smart(findings).items()}
        parts: list[tuple[str, str]] = []
        for line in self.lines:
            if line.letter:
                line.light(lit[line.letter])
        for letter, is_lit in lit.items():
            shown = letter if is_lit else self.world.glyphs.unlit
            parts.append((f"{shown} ", "bold $success" if is_lit else "$faint"))
        self.head.show_badge(Content.assemble(*parts))

    def _focused_letter(self) -> Letter | None:
        """The letter of the group that holds the focused field."""
        return self._letter_of(self._focused())

    def _letter_of(self, wanted: Field | None) -> Letter | None:
        """The letter of the group that holds a field."""
        letter: Letter | None = None
        for line in self.lines:
            letter = line.letter or letter
            if wanted in line.fields:
                return letter
        return None


def _of_new(kind: NodeKind) -> str:
    """The heading of an item that is not in the plan yet."""
    match kind:
        case "objective":
            return tr("New objective")
        case "key result":
            return tr("New key result")
        case "action":
            return tr("New action")


def _of_known(kind: NodeKind, position: str) -> str:
    """The heading of an item of the plan, with its number, such as ``2.1``."""
    match kind:
        case "objective":
            return tr("Objective {position}", position=position)
        case "key result":
            return tr("Key result {position}", position=position)
        case "action":
            return tr("Action {position}", position=position)
