"""What the sentence of a new item fills into its form, as in the tree and in the guide."""

from collections.abc import Mapping
from typing import Any

from okrtui.coach.quick_add import quick_fields
from okrtui.model.plan import Action, KeyResult, Plan
from okrtui.tui.forms.field import Field
from okrtui.tui.forms.reading import Days, texts

_LEAVE_SENTENCE = ("due", "owner")


def fill_in(fields: Mapping[str, Field], item: KeyResult | Action, plan: Plan, days: Days) -> dict[str, Any]:
    """Fill the empty fields with what the sentence says, and give what was filled in.

    The words of a date and an owner leave the sentence once both stand in their fields. Nothing that was typed or
    chosen is written over.
    """
    said = quick_fields(item, fields["title"].text, plan, days.today)
    taken = {name: value for name, value in said.items() if name in fields and not fields[name].text and value}
    if "target" in taken and "kind" in said and not fields["kind"].is_changed:
        taken["kind"] = said["kind"]
    if all(name in taken for name in _LEAVE_SENTENCE if name in said):
        taken["title"] = said["title"]
    for name, text in texts(taken, days).items():
        if text != fields[name].text:
            fields[name].write(text)
    return taken
