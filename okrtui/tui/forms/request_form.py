"""The form of a request that is declined for now: who asked, why not, what it would push aside, when to look again."""

from textual.content import Content
from textual.widget import Widget

from okrtui.i18n import mark, tr
from okrtui.model.dates import format_date
from okrtui.model.ledger import after
from okrtui.model.plan import Parked, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.text import clean_line
from okrtui.model.tree import walk
from okrtui.storage.drafts import Draft
from okrtui.tui.forms.day_field import DayField
from okrtui.tui.forms.field import Field
from okrtui.tui.forms.form import Form
from okrtui.tui.forms.form_line import FormLine
from okrtui.tui.forms.reading import Days
from okrtui.tui.forms.specs import FieldSpec, Line
from okrtui.tui.widgets.one_of import OneOf
from okrtui.tui.world import World

QUESTIONS = (
    mark("What would have to wait if we said yes?"),
    mark("When would be a better time?"),
    mark("What would have to change for a yes?"),
)
"""What to ask oneself before saying *not now*."""


class _RequestField(Field):
    """What was asked for; a line in the ledger is about something."""

    def value(self) -> str:
        """The request; see :meth:`Field.value`."""
        if not clean_line(self.text):
            # for translators: what is wrong with a field; it stands behind the field's name
            raise ValueError(tr("is empty; write what was asked for"))
        return str(super().value())


class _QuarterField(Field):
    """A quarter by its name."""

    def value(self) -> Quarter | None:
        """The quarter, None where none is named; see :meth:`Field.value`."""
        name = clean_line(self.text)
        return Quarter.typed(name) if name else None


class _ObjectiveField(Field):
    """One of the plan's objectives, or none."""

    def value(self) -> str:
        """The id of the objective; empty for none."""
        return self.text

    def _made(self) -> Widget:
        return OneOf(self.spec.options, self._original_text)


class RequestForm(Form):
    """Writes a request; see :class:`Form`."""

    def __init__(self, request: Parked, plan: Plan, world: World, draft: Draft) -> None:
        """``draft`` is what this form is about, with what was written already."""
        days = Days(plan.start, plan.end, world.today())

        def field(kind: type[Field], spec: FieldSpec) -> Field:
            return kind(spec, getattr(request, spec.name), days, beside=False)

        # for translators: names of fields, at most 12 columns: what is asked for, and who asked
        asked, by = tr("request"), tr("asked by")
        # for translators: the name of a field: the day on which something was asked
        on = tr("asked on")
        # for translators: names of fields, at most 12 columns: why a request has to wait, when to look at it again
        why, again = tr("why not now"), tr("look again")
        asked_by = FieldSpec("asked_by", by, hint=tr("who it came from"))
        asked_on = FieldSpec("asked_on", on, "date", format_date(days.today, days.start, days.end), 17)
        reason = FieldSpec("reason", why, "prose", tr("what it would cost, or what has to come first"))
        revisit = FieldSpec("revisit", again, hint=str(after(plan.quarter) or plan.quarter), width=12)
        # for translators: an example of what somebody may ask for
        example = tr("A podcast with the founders")
        rows = [
            [field(_RequestField, FieldSpec("request", asked, hint=example))],
            [field(Field, asked_by), DayField(asked_on, request.asked_on, plan, days, beside=True)],
            [field(Field, reason)],
            [field(_ObjectiveField, _displaces(request, plan))],
            [field(_QuarterField, revisit)],
        ]
        is_new = all(known.id != request.id for known in plan.not_now)
        super().__init__(request, [_line(fields) for fields in rows], world, draft, is_new=is_new)

    def heading(self) -> str:
        """What the form is about."""
        return tr("New request that has to wait") if self.is_new else tr("Request that has to wait")

    def questions(self, *, wide: bool) -> list[Content]:
        """What to ask oneself."""
        gap = [Content("")] if wide else []
        lines = [Content.assemble((tr("Ask yourself"), "bold $primary"))] if wide else []
        for question in QUESTIONS:
            lines += [*gap, Content.assemble(("? ", "bold $accent"), (tr(question), "$quiet"))]
        return lines


def _line(fields: list[Field]) -> FormLine:
    return FormLine(Line(tuple(field.spec for field in fields)), fields)


def _displaces(request: Parked, plan: Plan) -> FieldSpec:
    """The field that says which objective would give way, with the plan's objectives to choose from."""
    untitled = tr("(no title yet)")
    options: list[tuple[str, str]] = [("", tr("nothing in particular"))]
    options += [
        (placed.node.id, f"{placed.position}  {placed.node.title or untitled}")
        for placed in walk(plan)
        if placed.depth == 0
    ]
    if request.displaces not in dict(options):
        options.append((request.displaces, tr("an objective that is gone")))
    # for translators: the name of a field, at most 12 columns: the objective that a request would push aside
    return FieldSpec("displaces", tr("instead of"), "choice", options=tuple(options))
