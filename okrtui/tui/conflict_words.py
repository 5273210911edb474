"""What two windows disagree about, in a person's words."""

from okrtui.model.merge import Conflict
from okrtui.model.text import display
from okrtui.report.standing import Standing
from okrtui.tui.forms.specs import SPECS

_LIMIT = 120
_LABELS = {spec.name: spec.label for lines in SPECS.values() for line in lines for spec in line.fields}


def conflict_words(conflict: Conflict, standing: Standing) -> str:
    """One conflict: what it is about, what is there now, what one's own was."""
    where = standing.position(conflict.item_id)
    if conflict.field == "deleted":
        who = "It was deleted there" if conflict.theirs else "You deleted it"
        return f"{where}: {who}, while it was changed on the other side. It is kept."
    label = _LABELS.get(conflict.field, conflict.field.replace("_", " ").replace(".", " "))
    return f"{where}, {label}\n  there now: {_value(conflict.theirs)}\n  yours:     {_value(conflict.ours)}"


def _value(value: object) -> str:
    text = "nothing" if value is None or value == "" else str(value)
    return display(text.replace("\n", " / "), _LIMIT)
