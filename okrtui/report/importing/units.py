"""What a key result is counted in: the unit of its own column, or what stands beside its numbers."""

import re

from okrtui.i18n import tr
from okrtui.patterns import pattern
from okrtui.report.importing.drafts import Draft
from okrtui.report.importing.field_words import field_words
from okrtui.report.importing.notes import Notes
from okrtui.report.importing.problems import shown
from okrtui.report.importing.words import fold, vocabulary

AMOUNTS = ("target", "baseline", "current")
"""The fields that hold an amount with its unit."""

_SHARE = pattern(r"%|٪|per ?cent|prozent|pour ?cent|パーセント|퍼센트|نسبة|مئ", re.IGNORECASE)


def read_unit(draft: Draft, notes: Notes) -> tuple[str, str]:
    """The unit and the definition of a key result.

    Where the numbers are in per cent and the unit's column names what is measured, as columns called *Metric* do,
    that is what counts.

    Raises:
        ValueError: the numbers have units that contradict each other.
    """
    beside = {name: draft.values[name][1] for name in AMOUNTS if name in draft.values and draft.values[name][1]}
    said, definition = draft.values.get("unit", ""), draft.values.get("definition", "")
    names = {fold(unit) or unit: name for name, unit in reversed(beside.items())}
    if len(names) > 1:
        one, other = list(names.values())[:2]
        # for translators: said of the unit, which is named before it: "is % in target and € in baseline; …"
        problem = tr(
            "is {unit} in {field} and {other_unit} in {other_field}; write the same in both",
            unit=shown(beside[one]),
            field=field_words(one),
            other_unit=shown(beside[other]),
            other_field=field_words(other),
        )
        raise ValueError(problem)
    unit = next(iter(beside.values()), "")
    if not said or not unit or (fold(said) or said) in names:
        return said or unit, definition
    if unit == "%" and not _SHARE.search(said):
        if definition:
            # for translators: said of the unit, which is named before it
            raise ValueError(tr("is {unit}, and the numbers are in %; write the same in both", unit=shown(said)))
        # for translators: how something was read
        notes.read(tr("the unit of numbers in % as what counts"), draft.lines["unit"])
        return unit, said
    if unit not in vocabulary().currencies and any(map(str.isalpha, unit)):
        # for translators: what was left out
        what = tr("{words} beside a number whose unit is {unit}", words=shown(unit), unit=shown(said))
        notes.leave_out(what, draft.line)
    return said, definition
