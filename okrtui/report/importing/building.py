"""Items as a spreadsheet told them to objectives of a plan: units, levels, check-ins, ids."""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal

from okrtui.i18n import tr
from okrtui.model.plan import Action, CheckIn, KeyResult, Objective
from okrtui.model.tree import new_id
from okrtui.report.importing.drafts import Draft
from okrtui.report.importing.field_words import field_words
from okrtui.report.importing.notes import Notes
from okrtui.report.importing.options import Options
from okrtui.report.importing.problems import Problem
from okrtui.report.importing.units import AMOUNTS, read_unit

_AS_READ = (
    *("start", "due", "indicator", "ambition", "confidence", "realistic"),
    *("owner", "source", "weight", "dropped_on", "notes"),
)
"""Fields of a key result whose cells say all there is."""


@dataclass
class Builder:
    """Makes the objectives of one spreadsheet."""

    options: Options
    notes: Notes
    problems: list[Problem] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def objectives(self, plan: Draft) -> tuple[Objective, ...]:
        """The objectives below the draft of the plan; what cannot be is kept in ``problems``."""
        return tuple(
            Objective(
                id=self._id(),
                title=draft.title,
                why=draft.values.get("why", ""),
                notes=draft.values.get("notes", ""),
                key_results=tuple(map(self._key_result, draft.children)),
            )
            for draft in plan.children
        )

    def _key_result(self, draft: Draft) -> KeyResult:
        values = draft.values
        amounts: dict[str, Decimal] = {name: values[name][0] for name in AMOUNTS if name in values}
        try:
            unit, definition = read_unit(draft, self.notes)
        except ValueError as error:
            self.problems.append(Problem(draft.line, field_words("unit"), str(error)))
            unit = definition = ""
        key_result = KeyResult(
            id=self._id(),
            title=draft.title,
            kind=values.get("kind", "reach"),
            unit=unit,
            definition=definition,
            baseline=amounts.get("baseline"),
            target=amounts.get("target"),
            **{name: values[name] for name in _AS_READ if name in values},
            actions=tuple(map(self._action, draft.children)),
        )
        return self._checked_in(key_result, amounts.get("current"), draft)

    def _action(self, draft: Draft) -> Action:
        names = ("status", "due", "done_on", "owner", "notes")
        known = {name: draft.values[name] for name in names if name in draft.values}
        if "done_on" in known and known.get("status", "done") == "done":
            known["status"] = "done"
        elif known.pop("done_on", None):
            what = tr("the day on which an action was done that is not done")
            self.notes.leave_out(what, draft.lines["done_on"])
        return Action(id=self._id(), title=draft.title, **known)

    def _checked_in(self, key_result: KeyResult, current: Decimal | None, draft: Draft) -> KeyResult:
        """The key result with its current value as a check-in, where that says more than the baseline."""
        stated: dt.date | None = draft.values.get("current_on")
        note = draft.values.get("check_in_note", "")
        if current is None:
            for name in {"current_on", "check_in_note"} & draft.values.keys():
                what = tr("the {field} without a current value", field=field_words(name))
                self.notes.leave_out(what, draft.lines[name])
            return key_result
        if key_result.kind == "reach" and current == key_result.baseline and not (stated or note):
            return key_result
        day, line = stated or min(self.options.today, self.options.end), draft.lines["current"]
        if day > self.options.today:
            what = tr("{day} is still to come; a value was read on a day that was", day=day)
            self.problems.append(Problem(line, field_words("current_on"), what))
        if day >= min(self.options.start, key_result.start or self.options.start):
            return key_result.replace(check_ins=(CheckIn(date=day, value=current, note=note),))
        if key_result.kind == "reach" and key_result.baseline is None:
            self.notes.read(tr("the current value as the baseline, as it is from before the quarter"), line)
            return key_result.replace(baseline=current)
        self.notes.leave_out(tr("the current value, as it is from before the quarter"), line)
        return key_result

    def _id(self) -> str:
        fresh = new_id(self._taken)
        self._taken.add(fresh)
        return fresh
