"""Templates in the guide: a whole one, or one objective of it, put into the plan."""

import datetime as dt

from okrtui.examples.templates import objective_of, template, templates
from okrtui.frozen import frozen
from okrtui.i18n import tr
from okrtui.model.plan import Plan
from okrtui.tui.dialogs.pick import Choice


@frozen
class InsertTemplate:
    """Put a template's objectives at the end of the plan; its focus where there is none yet."""

    name: str
    """What the template is called."""
    index: int | None
    """Which of its objectives, from 0; None for all."""
    today: dt.date

    def apply(self, plan: Plan) -> Plan:
        """The plan with them; see :class:`okrtui.model.edits.Edit`."""
        whole = template(self.name, plan)
        if self.index is None and not plan.focus:
            plan = plan.replace(focus=whole.focus)
        for index in range(len(whole.objectives)) if self.index is None else [self.index]:
            plan = plan.replace(objectives=(*plan.objectives, objective_of(self.name, index, plan, self.today)))
        return plan

    def label(self, plan: Plan) -> str:
        """``inserted the template Product launch``, or which of its objectives."""
        title = tr(next(known.title for known in templates() if known.name == self.name))
        if self.index is None:
            return tr("inserted the template {template}", template=title)
        objective = template(self.name, plan).objectives[self.index].title
        return tr("inserted {objective}, of the template {template}", objective=objective, template=title)


def choices(plan: Plan) -> list[Choice]:
    """Every template, each with its objectives below it; the ids are for :func:`chosen`."""
    found: list[Choice] = []
    for known in templates():
        objectives = template(known.name, plan).objectives
        title = tr(known.title)
        # for translators: a choice: the whole template, with what it is for in brackets
        whole = tr("{template}: all of it ({about})", template=title, about=tr(known.about))
        # for translators: stands before a template that is put into the plan as a whole
        found.append(Choice(f"{known.name} ", whole, tr("whole")))
        found += [
            # for translators: stands before one objective of a template, which is put into the plan alone
            Choice(f"{known.name} {index}", f"  {objective.title}", tr("one"), title)
            for index, objective in enumerate(objectives)
        ]
    return found


def whole_choices() -> list[Choice]:
    """Every template, to begin a quarter with."""
    return [Choice(known.name, tr(known.about), tr(known.title)) for known in templates()]


def chosen(choice_id: str, today: dt.date) -> InsertTemplate:
    """What a choice stands for."""
    name, _, index = choice_id.partition(" ")
    return InsertTemplate(name, int(index) if index else None, today)
