"""Who acts on a command, and what that is called where views and commands are listed."""

from typing import Literal

from okrtui.i18n import mark

Scope = Literal[
    "move",
    "tree",
    "pane",
    "plan",
    "check_in",
    "progress",
    "actions",
    "not_now",
    "report",
    "guide",
    "review",
    "close",
    "carry",
    "across",
    "versions",
    "import",
    "app",
    "form",
]
"""Who acts on a command: any list, the tree, the pane around it, a view, the main screen, or an open form."""

VIEWS: tuple[tuple[Scope, str], ...] = (
    ("plan", mark("Plan")),
    ("check_in", mark("Check-in")),
    ("progress", mark("Progress")),
    ("actions", mark("Actions")),
    ("not_now", mark("Not now")),
    ("report", mark("Report")),
)
"""The views in the order of their keys, ``1`` on, with what they are called."""

HEADINGS: dict[Scope, str] = {
    "move": mark("Moving"),
    "tree": mark("Moving"),
    "pane": mark("Planning"),
    "plan": mark("Planning"),
    "check_in": mark("Checking in"),
    "progress": mark("Progress"),
    "actions": mark("Actions"),
    "not_now": mark("Not now"),
    "report": mark("The report"),
    "guide": mark("The planning guide"),
    "review": mark("The review before the commit"),
    "close": mark("The end of the quarter"),
    "carry": mark("The end of the quarter"),
    "across": mark("Across quarters"),
    "versions": mark("Earlier versions"),
    "import": mark("Importing a spreadsheet"),
    "app": mark("The quarter and the program"),
    "form": mark("In forms"),
}
"""What the scopes are called where commands are listed."""


def acting(view: Scope) -> tuple[Scope, ...]:
    """Who acts on the keys that are a view's own: the view, in the plan with the pane around its tree."""
    return ("pane", "plan") if view == "plan" else (view,)


def view_for(kind: str, shown: Scope) -> Scope:
    """The view in which a draft of this kind is gone on with: what was written while planning, where that goes on."""
    own: dict[str, Scope] = {"request": "not_now", "close": "close"}
    is_planning = shown in {"guide", "review"} and kind in {"objective", "key result", "action"}
    return own.get(kind, shown if is_planning else "plan")
