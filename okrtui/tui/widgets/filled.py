"""What a sentence fills in beside the title, in words: ``from 20 to 30 MQLs, due 15 Dec``."""

from collections.abc import Mapping
from typing import Any

from okrtui.i18n import tr
from okrtui.i18n_lists import row_of
from okrtui.model.dates import format_date
from okrtui.model.numbers import format_amount
from okrtui.model.plan import KeyResult, Node, Plan
from okrtui.tui.widgets.detail import goal_words


def filled_words(written: Node, fields: Mapping[str, Any], plan: Plan) -> str:
    """What the fields say that a sentence fills; ``written`` is the item with them."""
    words = []
    if isinstance(written, KeyResult) and "target" in fields:
        words.append(goal_words(written))
    elif isinstance(written, KeyResult) and "baseline" in fields:
        start, amount = format_amount(fields["baseline"]), f"? {written.unit}".rstrip()
        words.append(tr("from {start} to {amount}", start=start, amount=amount))
    if "due" in fields:
        words.append(tr("due {day}", day=format_date(fields["due"], plan.start, plan.end)))
    return row_of(words)
