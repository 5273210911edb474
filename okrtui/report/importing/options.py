"""What is known of a spreadsheet before it is read: the quarter it is for, and what the person said of it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from okrtui.i18n import tr
from okrtui.i18n_lists import row_of
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.report.importing.amounts import Decimals
from okrtui.report.importing.days import Order
from okrtui.report.importing.meanings import IGNORE, field_named
from okrtui.report.importing.problems import shown
from okrtui.report.importing.words import fold, vocabulary


@dataclass(frozen=True)
class Options:
    """How a spreadsheet is to be read."""

    quarter: Quarter
    start: dt.date
    """First day of the quarter."""
    end: dt.date
    """Its last day."""
    today: dt.date
    """The day of the check-ins that current values become."""
    day_order: Order | None = None
    """What stands first in 10/11/2026; None where the file has to tell it."""
    decimal: Decimals | None = None
    """What stands before decimals; None where the file has to tell it."""
    mapped: Mapping[str, str] = field(default_factory=dict)
    """Folded headers with the field that they mean; see :func:`read_mapping`."""

    @classmethod
    def into(
        cls,
        plan: Plan,
        today: dt.date,
        day_order: Order | None = None,
        decimal: Decimals | None = None,
        mapping: Iterable[str] = (),
    ) -> "Options":
        """The options for a plan; ``mapping`` as :func:`read_mapping` takes it.

        Raises:
            ValueError: the mapping cannot be understood.
        """
        return cls(plan.quarter, plan.start, plan.end, today, day_order, decimal, read_mapping(mapping))


def fields() -> tuple[str, ...]:
    """What a column can hold, in words: ``key result``; and how one says that it is to be left out."""
    return (*(name.replace("_", " ") for name in vocabulary().fields), IGNORE)


def read_mapping(pairs: Iterable[str]) -> dict[str, str]:
    """Headers with what they mean, of pairs such as ``Ziel=objective`` or ``Team=ignore``.

    Raises:
        ValueError: one is no such pair, or names no field.
    """
    mapped: dict[str, str] = {}
    for pair in pairs:
        header, sign, meaning = pair.rpartition("=")
        if not sign or not fold(header):
            said = tr('"{text}" is no pair; write it like {option}', text=shown(pair), option='--map "Ziel=objective"')
            raise ValueError(said)
        found = field_named(meaning)
        if found is None:
            known = row_of(fields())
            said = tr(
                '"{text}" is nothing that a column can hold; write one of {words}', text=shown(meaning), words=known
            )
            raise ValueError(said)
        if mapped.setdefault(fold(header), found) != found:
            raise ValueError(tr('"{header}" is said to be two things; write it once', header=shown(header)))
    return mapped
