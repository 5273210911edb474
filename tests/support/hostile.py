"""A plan whose every text is an attack on the terminal, on markup, and on the eye."""

from typing import Any

from okrtui.model.plan import Change, Parked, Plan, Retrospective, Text
from tests.support.clean import clean_plan

ATTACKS = (
    "\x1b]52;c;UFdORUQ=\x07",  # the clipboard
    "\x1b]0;PWNED\x07",  # the window's title
    "\x1b]8;;http://pwned\x1b\\",  # a link
    "\x1b[13;37H\x1b[5n\x1bc",  # moves the cursor, asks the terminal something, resets it
    "\x1bP+q544e\x1b\\",  # a string for the device
    "\x9d52;c;UFdORUQ=\x9c\x9b5n",  # the same in eight bits
    "\u202edesrever\u2066\u2028\u200b\U000e0041",  # turned around, broken, unseen
    "\x00\x0e\x7f\b\r\n\t",
    "[/] [@click=app.quit]x[/] [link=http://e]y[/link] [$primary] [b",
    "x" * 200,
)
TEXT = " ".join(ATTACKS)


def hostile_plan(**fields: Any) -> Plan:
    """A plan with the attacks in every field that may hold a text, and with these fields of the quarter's own."""
    plan = clean_plan().replace(
        not_now=(Parked(id="pk0001", request="a", displaces=""),),
        changes=(Change(date=clean_plan().start, item="", field="focus", old="", new="", reason="a"),),
        **fields,
    )
    spoiled: Plan = _spoiled(plan)
    return spoiled


def _spoiled(item: Any) -> Any:
    """An item with the attacks in its texts, and in those of what hangs on it."""
    changed: dict[str, Any] = {}
    for name, field in item.FIELDS.items():
        value = getattr(item, name)
        if field.hint is Text and name != "id":
            changed[name] = TEXT
        elif isinstance(value, Retrospective):
            changed[name] = _spoiled(value)
        elif isinstance(value, tuple):
            changed[name] = tuple(map(_spoiled, value))
        elif name == "accepted":
            changed[name] = {"kr-percentage": TEXT}
    return item.replace(**changed)
