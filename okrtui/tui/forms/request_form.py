"""The form of a request that is declined for now: who asked, why not, what it would push aside, when to look again."""

from textual.content import Content
from textual.widget import Widget

from okrtui.model.plan import Parked, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.text import clean_line
from okrtui.model.tree import walk
from okrtui.storage.drafts import Draft
from okrtui.tui.forms.field import Field
from okrtui.tui.forms.form import Form
from okrtui.tui.forms.form_line import FormLine
from okrtui.tui.forms.reading import Days
from okrtui.tui.forms.specs import FieldSpec, Line
from okrtui.tui.widgets.one_of import OneOf
from okrtui.tui.world import World

QUESTIONS = (
    "What would have to wait if we said yes?",
    "When would be a better time?",
    "What would have to change for a yes?",
)
"""What to ask oneself before saying *not now*."""

_GONE = "an objective that is gone"


class _RequestField(Field):
    """What was asked for; a line in the ledger is about something."""

    def value(self) -> str:
        """The request; see :meth:`Field.value`."""
        if not clean_line(self.text):
            raise ValueError("is empty; write what was asked for")
        return str(super().value())


class _QuarterField(Field):
    """A quarter by its name."""

    def value(self) -> Quarter | None:
        """The quarter, None where none is named; see :meth:`Field.value`."""
        name = "".join(clean_line(self.text).upper().split())
        return Quarter.parse(name) if name else None


class _ObjectiveField(Field):
    """One of the plan's objectives, or none."""

    def value(self) -> str:
        """The id of the objective; empty for none."""
        return self.text

    def _made(self) -> Widget:
        control = OneOf(self.spec.options, self._original_text)
        control.add_class("field-control")
        return control


class RequestForm(Form):
    """Writes a request; see :class:`Form`."""

    def __init__(self, request: Parked, plan: Plan, world: World, draft: Draft) -> None:
        """``draft`` is what this form is about, with what was written already."""
        days = Days(plan.start, plan.end, world.today())

        def field(kind: type[Field], spec: FieldSpec, *, beside: bool = False) -> Field:
            return kind(spec, getattr(request, spec.name), days, beside=beside)

        asked_by = FieldSpec("asked_by", "asked by", hint="who it came from")
        asked_on = FieldSpec("asked_on", "on", "date", "12 Nov", 12)
        reason = FieldSpec("reason", "why not now", "prose", "what it would cost, or what has to come first")
        revisit = FieldSpec("revisit", "look again", hint="2027-Q1", width=12)
        rows = [
            [field(_RequestField, FieldSpec("request", "request", hint="A podcast with the founders"))],
            [field(Field, asked_by), field(Field, asked_on, beside=True)],
            [field(Field, reason)],
            [field(_ObjectiveField, _displaces(request, plan))],
            [field(_QuarterField, revisit)],
        ]
        is_new = all(known.id != request.id for known in plan.not_now)
        super().__init__(request, [_line(fields) for fields in rows], world, draft, is_new=is_new)

    def heading(self) -> str:
        """What the form is about."""
        return "New request that has to wait" if self.is_new else "Request that has to wait"

    def questions(self, *, wide: bool) -> list[Content]:
        """What to ask oneself."""
        gap = [Content("")] if wide else []
        lines = [Content.assemble(("Ask yourself", "bold $primary"))] if wide else []
        for question in QUESTIONS:
            lines += [*gap, Content.assemble(("? ", "bold $accent"), (question, "$quiet"))]
        return lines


def _line(fields: list[Field]) -> FormLine:
    return FormLine(Line(tuple(field.spec for field in fields)), fields)


def _displaces(request: Parked, plan: Plan) -> FieldSpec:
    """The field that says which objective would give way, with the plan's objectives to choose from."""
    options: list[tuple[str, str]] = [("", "nothing in particular")]
    options += [
        (placed.node.id, f"{placed.position}  {placed.node.title or '(no title yet)'}")
        for placed in walk(plan)
        if placed.depth == 0
    ]
    if request.displaces not in dict(options):
        options.append((request.displaces, _GONE))
    return FieldSpec("displaces", "displaces", "choice", options=tuple(options))
