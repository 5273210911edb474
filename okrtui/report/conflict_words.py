"""What two sides disagree about, in a person's words."""

from okrtui.i18n import tr
from okrtui.model import tree
from okrtui.model.merge import Conflict
from okrtui.model.plan import Plan
from okrtui.model.text import display
from okrtui.model.widths import cell_width
from okrtui.report.columns import left
from okrtui.report.field_words import field_name, value_words

_LIMIT = 60
"""The most characters shown of a title."""


def conflict_words(conflict: Conflict, plan: Plan) -> str:
    """One conflict in up to three lines: what it is about, what is there now, what one's own was."""
    if conflict.field == "deleted":
        return _deleted(conflict, plan)
    there, yours = _values(conflict, plan)
    # for translators: the value that stands there now, in a merge, above "yours:"
    heads = tr("there now:"), tr("yours:")
    width = max(map(cell_width, heads))
    lines = (f"  {left(head, width)} {value}" for head, value in zip(heads, (there, yours), strict=True))
    return "\n".join([_about(conflict, plan), *lines])


def conflict_line(conflict: Conflict, plan: Plan) -> str:
    """One conflict on one line: ``1.1 Grow MQLs, target: 50 there now, 40 yours``."""
    if conflict.field == "deleted":
        return _deleted(conflict, plan)
    there, yours = _values(conflict, plan)
    # for translators: a merge found two values for one field: the one that stands there now, and one's own
    return tr("{field}: {there} there now, {yours} yours", field=_about(conflict, plan), there=there, yours=yours)


def _deleted(conflict: Conflict, plan: Plan) -> str:
    where = _where(conflict, plan)
    if conflict.theirs:
        return tr(
            "{item}: It was deleted there, while it was changed on the other side. It is kept.",
            item=where,
        )
    return tr("{item}: You deleted it, while it was changed on the other side. It is kept.", item=where)


def _about(conflict: Conflict, plan: Plan) -> str:
    # for translators: an item of the plan and one of its fields: 1.1 Grow MQLs, target
    return tr("{item}, {field}", item=_where(conflict, plan), field=field_name(conflict.field, plan))


def _values(conflict: Conflict, plan: Plan) -> tuple[str, str]:
    """The value that is there now, and one's own."""
    return value_words(conflict.field, conflict.theirs, plan), value_words(conflict.field, conflict.ours, plan)


def _where(conflict: Conflict, plan: Plan) -> str:
    """The item that it is about: its position and title, a request, or the quarter."""
    placed = tree.find(plan, conflict.item_id)
    if placed is not None:
        return f"{placed.position} {display(placed.node.title, _LIMIT)}".rstrip()
    request = next((found for found in plan.not_now if found.id == conflict.item_id), None)
    if request is not None:
        # for translators: a request in the ledger "Not now"
        return tr('not now "{request}"', request=display(request.request, _LIMIT))
    return tr("an item that is gone") if conflict.item_id else str(plan.quarter)
