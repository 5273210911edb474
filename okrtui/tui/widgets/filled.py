"""What is said of a sentence while it is written: ``from 20 to 30 MQLs, due 15 Dec``, and what is wrong with that."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any

from okrtui.coach.findings import Finding
from okrtui.i18n import tr
from okrtui.i18n_lists import row_of
from okrtui.model.dates import format_date
from okrtui.model.plan import KeyResult, Node, Plan
from okrtui.tui.widgets.detail import goal_words


def filled_words(written: Node, fields: Mapping[str, Any], plan: Plan) -> str:
    """What the fields say that a sentence fills; ``written`` is the item with them."""
    words = []
    if isinstance(written, KeyResult) and {"target", "baseline"} & fields.keys():
        words.append(goal_words(written))
    if "due" in fields:
        words.append(_due_words(fields["due"], plan))
    if "owner" in fields:
        # for translators: who owns it, as the sentence names them: owner Ana
        words.append(tr("owner {name}", name=fields["owner"]))
    return row_of(words)


def found_in_line(findings: Sequence[Finding], fields: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Those that are about the sentence: its wording, and what is wrong in the fields that it fills."""
    return tuple(
        it for it in findings if it.field == "title" or (it.severity == "error" and fields.get(it.field or ""))
    )


def owner_tip(fields: Mapping[str, Any], sentence: str, plan: Plan) -> str:
    """How to name the owner, where the title ends in what may be one and the sentence names none."""
    from okrtui.coach.said_owner import unmarked_owner  # a start reads no sentence

    name = "" if "owner" in fields else unmarked_owner(fields["title"], sentence, plan)
    # for translators: somebody wrote "Write the brief, Ann"; "Write the brief @Ann" makes Ann its owner
    return tr("write @{name} to name the owner", name=name) if name else ""


def _due_words(due: dt.date, plan: Plan) -> str:
    """The due date, with the word where it lies outside of the quarter."""
    day = format_date(due, plan.start, plan.end)
    if due < plan.start:
        return tr("due {day} (before the quarter starts)", day=day)
    return tr("due {day} (after the quarter ends)", day=day) if due > plan.end else tr("due {day}", day=day)
