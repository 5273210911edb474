"""What a key result is counted in: the unit of its own column, or what stands beside its numbers."""

import re

from okrtui.report.importing.drafts import Draft
from okrtui.report.importing.notes import Notes
from okrtui.report.importing.problems import shown
from okrtui.report.importing.words import fold, vocabulary

AMOUNTS = ("target", "baseline", "current")
"""The fields that hold an amount with its unit."""

_SHARE = re.compile(r"%|٪|per ?cent|prozent|pour ?cent|パーセント|퍼센트|نسبة|مئ", re.IGNORECASE)


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
        raise ValueError(
            f"is {shown(beside[one])} in {one} and {shown(beside[other])} in {other}; write the same in both"
        )
    unit = next(iter(beside.values()), "")
    if not said or not unit or (fold(said) or said) in names:
        return said or unit, definition
    if unit == "%" and not _SHARE.search(said):
        if definition:
            raise ValueError(f"is {shown(said)}, and the numbers are in %; write the same in both")
        notes.read("the unit of numbers in % as what counts", draft.lines["unit"])
        return unit, said
    if unit not in vocabulary().currencies and any(map(str.isalpha, unit)):
        notes.leave_out(f"{shown(unit)} beside a number whose unit is {shown(said)}", draft.line)
    return said, definition
