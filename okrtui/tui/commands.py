"""The one table of what can be done: bindings, footer, palette, help and the README's key table follow from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

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
    ("plan", "Plan"),
    ("check_in", "Check-in"),
    ("progress", "Progress"),
    ("actions", "Actions"),
    ("not_now", "Not now"),
    ("report", "Report"),
)
"""The views in the order of their keys, ``1`` on, with what they are called."""


@dataclass(frozen=True)
class Command:
    """Something a person can do, and the keys that do it."""

    id: str
    """The action; its method is ``action_<id>``, which may have a parameter: ``view('plan')``."""
    keys: tuple[str, ...]
    """Textual's names of keys; the first one is shown. None where it is found by name alone."""
    label: str
    """A word or two, for the footer and the palette."""
    help: str
    """One sentence fragment saying what it does."""
    scope: Scope
    footer: int = 0
    """Place in the footer, from 1; 0 leaves it out."""


COMMANDS = (
    # moving
    Command("cursor_down", ("j", "down"), "Down", "move to the next line", "move"),
    Command("cursor_up", ("k", "up"), "Up", "move to the line before", "move"),
    Command("first", ("g", "home"), "Top", "move to the first line", "move"),
    Command("last", ("G", "end"), "Bottom", "move to the last line", "move"),
    Command("page_down", ("pagedown", "ctrl+f"), "Page down", "move a page down", "move"),
    Command("page_up", ("pageup", "ctrl+b"), "Page up", "move a page up", "move"),
    Command("collapse", ("h", "left"), "Fold", "fold this item, or move to its parent", "tree"),
    Command("expand", ("l", "right"), "Unfold", "unfold this item, or move into it", "tree"),
    Command("fold_all", ("minus",), "Fold all", "fold every objective, or unfold everything", "tree"),
    # planning
    Command("add_sibling", ("a",), "Add", "add an item after this one, of the same kind", "pane", 1),
    Command("add_child", ("A",), "Add below", "add a key result or an action below this item", "pane", 2),
    Command("add_objective", ("o",), "Add objective", "add an objective", "pane"),
    Command("rename", ("enter",), "Edit title", "edit the title in place", "pane"),
    Command("edit", ("e",), "Edit", "open the form with every field", "plan", 3),
    Command("tick", ("space",), "Tick", "tick an action; fold or unfold anything else", "plan", 4),
    Command("delete", ("d", "delete"), "Delete", "delete this item and what is below it; u brings it back", "plan"),
    Command("move_down", ("J",), "Move down", "move this item down among its siblings", "plan"),
    Command("move_up", ("K",), "Move up", "move this item up among its siblings", "plan"),
    Command("move_under", ("m",), "Move under", "move this item under another parent", "plan"),
    Command("next_finding", ("f",), "Next finding", "go to the next item that needs a look", "pane"),
    Command("apply_fix", ("F",), "Apply fix", "apply the fix that a finding offers", "plan"),
    Command("accept", ("x",), "Accept finding", "accept a finding on purpose, with a reason", "plan"),
    Command(
        "check_in", ("c",), "Check in", "check in this key result, or correct what it was checked in with", "plan", 5
    ),
    Command("find", ("slash",), "Find", "show only the items that hold what you type", "pane", 5),
    Command("find_next", ("n",), "Next match", "go to the next match", "pane"),
    Command("find_previous", ("N",), "Previous match", "go to the match before", "pane"),
    Command("copy", ("y",), "Copy", "copy this item as one line of Markdown", "plan"),
    Command("toggle_detail", ("z",), "Detail", "show or hide the detail beside the tree", "plan"),
    # the views
    Command("view('plan')", ("1",), "Plan", "plan: the tree of objectives, key results and actions", "app"),
    Command("view('check_in')", ("2", "C"), "Check-in", "check in: every key result that is due, in one go", "app"),
    Command("view('progress')", ("3",), "Progress", "progress: the quarter at a glance, a chart a key result", "app"),
    Command("view('actions')", ("4",), "Actions", "actions: what is late, what comes this week and later", "app"),
    Command("view('not_now')", ("5",), "Not now", "not now: what was asked for and declined", "app"),
    Command("view('report')", ("6",), "Report", "report: the update for leadership, to copy or to write", "app"),
    Command("copy_report", ("Y",), "Copy report", "copy the report, as Markdown; in view 6 as it is shown", "app"),
    # progress
    Command("open_in_plan", ("enter", "e"), "In the plan", "go to this item in the plan", "progress", 1),
    Command("copy", ("y",), "Copy", "copy this item as one line of Markdown", "progress"),
    # checking in
    Command("correct", ("e",), "Correct", "go back to a check-in of this round, to correct it", "check_in", 1),
    Command("open_in_plan", ("enter",), "In the plan", "go to the key result in the plan", "check_in", 2),
    Command("all_live", ("t",), "All", "check in every key result, due or not", "check_in", 3),
    Command("round_date", ("ctrl+d",), "Date", "say from which day the values of this round are", "check_in"),
    Command("back_to_plan", ("escape",), "Plan", "go back to the plan; what is half typed is kept", "check_in", 4),
    # actions
    Command("tick_action", ("space",), "Done", "tick the action, or take the tick back", "actions", 1),
    Command("put_off", ("p",), "Put off", "give the action a later date: +1w, friday, 15 Dec", "actions", 2),
    Command("begin", ("s",), "Being done", "say that the action is being done, or to do again", "actions", 3),
    Command("edit_action", ("e",), "Edit", "open the action's form with every field", "actions", 4),
    Command("narrow", ("w", "slash"), "Only …", "show the actions of one objective or owner alone", "actions", 5),
    Command("show_all", ("escape",), "Show all", "show the actions of everybody again", "actions"),
    Command("show_in_plan", ("enter",), "In the plan", "go to the action in the plan", "actions", 5),
    Command("copy", ("y",), "Copy", "copy the action as one line of Markdown", "actions"),
    # not now
    Command("add_request", ("a",), "Add", "write down a request that has to wait", "not_now", 1),
    Command("edit_request", ("e",), "Edit", "open the request's form", "not_now", 2),
    Command("copy_answer", ("y",), "Copy answer", "copy a polite one-line answer to who asked", "not_now", 3),
    Command("adopt", ("P", "enter"), "Adopt", "take the request into the plan after all", "not_now", 4),
    Command("drop_request", ("x",), "Drop", "drop the request, or park it again", "not_now", 5),
    Command("park_here", ("A",), "Park here", "take a request of an earlier quarter along into this one", "not_now"),
    Command("delete_request", ("d", "delete"), "Delete", "delete the request; u brings it back", "not_now"),
    # the report
    Command("next_format", ("right", "f"), "Format", "show the next format", "report", 1),
    Command("previous_format", ("left", "F"), "Format before", "show the format before", "report"),
    Command("copy_shown", ("y", "Y"), "Copy", "copy the report as it is shown", "report", 2),
    Command("write_report", ("w",), "Write", "write the report to a file", "report", 3),
    Command("report_since", ("s",), "Since", "say since when the news counts", "report", 4),
    Command("report_objective", ("o",), "Objective", "report on one objective, or the whole plan", "report", 5),
    # the planning guide
    Command("guide_next", ("right", "ctrl+n"), "Next", "go on to the next screen of the guide", "guide", 1),
    Command("guide_back", ("left", "ctrl+b"), "Back", "go back to the screen before", "guide", 2),
    Command("guide_edit", ("e", "enter"), "Form", "open the form with every field", "guide", 3),
    Command("guide_delete", ("d", "delete"), "Delete", "delete the item; one taken over stays behind", "guide", 4),
    Command("guide_write", ("a",), "Write", "go to the line to write", "guide", 5),
    Command("guide_down", ("J",), "Move down", "move the item down among its siblings", "guide"),
    Command("guide_up", ("K",), "Move up", "move the item up among its siblings", "guide"),
    Command("guide_fix", ("F",), "Apply fix", "apply the fix that a finding offers", "guide"),
    Command("guide_accept", ("x",), "Accept finding", "accept a finding on purpose, with a reason", "guide"),
    Command("guide_template", ("ctrl+t",), "Template", "insert a template, or one objective of it", "guide"),
    Command("take_over", ("t",), "Take over", "take over an objective, or what was parked until now", "guide"),
    Command("take_to_change", ("c",), "To be changed", "take over an objective with its targets left open", "guide"),
    Command("take_actions", ("s",), "With its actions", "take over an objective with its unfinished actions", "guide"),
    Command("let_wait", ("w",), "Let wait", "let what was parked wait for another quarter", "guide"),
    Command("guide_leave", ("escape",), "Leave", "leave the guide; it goes on where you were", "guide"),
    # the review
    Command("mend", ("enter", "e"), "Mend", "go to where the finding is mended", "review", 1),
    Command("review_fix", ("F",), "Apply fix", "apply the fix that the finding offers", "review", 2),
    Command("review_accept", ("x",), "Accept", "accept the finding on purpose, with a reason", "review", 3),
    Command("review_commit", ("c",), "Commit", "commit the quarter, once nothing is in the way", "review", 4),
    Command("review_back", ("left", "ctrl+b"), "Back", "go back into the guide", "review", 5),
    Command("review_leave", ("escape",), "Plan", "leave the review for the plan", "review"),
    # the end of the quarter
    Command("leave_close", ("escape",), "Leave", "leave the close; it goes on where you were", "close"),
    Command("reopen_quarter", ("R",), "Reopen", "take the close of the quarter back, with a reason", "close"),
    Command("decide", ("space", "right"), "Decide", "keep the objective, change it, or abandon it", "carry", 1),
    Command("decide_back", ("left",), "Back", "go through keep, change and abandon the other way", "carry"),
    Command("with_actions", ("t",), "Actions too", "take unfinished actions along, or leave them", "carry", 2),
    Command("carry_on", ("enter",), "Carry over", "write it into the next quarter and open that", "carry", 3),
    Command("leave_carry", ("escape",), "Leave", "leave without carrying anything over", "carry", 4),
    # across quarters
    Command("plan_history", ("H",), "History", "the objective over the quarters it lived in, and all scores", "plan"),
    Command("progress_history", ("H",), "History", "the objective over the quarters, and all scores", "progress", 2),
    Command("leave_history", ("escape",), "Leave", "go back to the plan", "across", 1),
    # earlier versions
    Command("bring_back", ("enter",), "Bring back", "make this version the plan; u takes that back", "versions", 1),
    Command("leave_versions", ("escape",), "Leave", "leave the versions for the plan", "versions", 2),
    # importing a spreadsheet
    Command("take_import", ("enter",), "Import", "import what the preview shows", "import", 1),
    Command("import_dates", ("d",), "Dates", "say what stands first in the file's dates, day or month", "import", 2),
    Command("import_numbers", ("n",), "Numbers", "say what stands before decimals, point or comma", "import", 3),
    Command("import_columns", ("c",), "Columns", "say what a column holds", "import", 4),
    Command("read_again", ("r",), "Read again", "read the file again, after it was mended", "import", 5),
    Command("leave_import", ("escape",), "Leave", "leave the import with nothing written", "import", 6),
    # the quarter and the program
    Command("undo", ("u",), "Undo", "take the last change back", "app", 6),
    Command("redo", ("ctrl+r",), "Redo", "do again what was undone", "app"),
    Command("save_again", ("ctrl+s",), "Save again", "try again to save what could not be saved", "app"),
    Command("edit_quarter", ("i",), "Quarter's form", "edit the quarter's focus, dates and language", "app"),
    Command("guide", ("p",), "Guide", "walk through planning the quarter, from where you left it", "app"),
    Command("commit", ("X",), "Commit", "commit the quarter; shows what is in the way", "app"),
    Command("back_to_planning", (), "Back to planning", "take the commit back, with a reason", "app"),
    Command("view('close')", ("Z",), "Close", "close the quarter, step by step; reopen one that is closed", "app"),
    Command(
        "view('carry')", ("greater_than_sign",), "Carry over", "carry objectives over into the next quarter", "app"
    ),
    Command("previous_quarter", ("left_square_bracket",), "Previous quarter", "open the quarter before", "app"),
    Command("next_quarter", ("right_square_bracket",), "Next quarter", "open the quarter after", "app"),
    Command("quarters", ("Q",), "Quarters", "list the quarters, open one or start one", "app"),
    Command("import_file", (), "Import", "import a spreadsheet, with a look at what would come of it", "app"),
    Command("view('versions')", ("V",), "Versions", "earlier versions: look at one, bring it back", "app"),
    Command("settle", (), "Settle", "settle what a git merge left open: choose between both sides", "app"),
    Command("edit_file", ("E",), "Edit file", "edit the quarter's file in your editor", "app"),
    Command("help", ("question_mark", "f1"), "Help", "show the keys and what the marks mean", "app", 7),
    Command("palette", ("ctrl+p", "colon"), "Commands", "find any command by name", "app", 8),
    Command("suspend_process", ("ctrl+z",), "Suspend", "go back to the shell; fg returns here", "app"),
    Command("redraw", ("ctrl+l",), "Redraw", "draw the screen anew, where something else wrote on it", "app"),
    Command("quit", ("q",), "Quit", "leave; everything is saved already", "app"),
    # forms
    Command("save", ("ctrl+s",), "Save", "save the form and leave it", "form", 1),
    Command("leave", ("escape",), "Leave", "leave the form; asks where something would be lost", "form", 2),
    Command("external", ("ctrl+e",), "Editor", "write this field in your editor", "form", 3),
)
"""Every command, in the order in which help shows them."""

HEADINGS: dict[Scope, str] = {
    "move": "Moving",
    "tree": "Moving",
    "pane": "Planning",
    "plan": "Planning",
    "check_in": "Checking in",
    "progress": "Progress",
    "actions": "Actions",
    "not_now": "Not now",
    "report": "The report",
    "guide": "The planning guide",
    "review": "The review before the commit",
    "close": "The end of the quarter",
    "carry": "The end of the quarter",
    "across": "Across quarters",
    "versions": "Earlier versions",
    "import": "Importing a spreadsheet",
    "app": "The quarter and the program",
    "form": "In forms",
}
"""What the scopes are called where commands are listed."""

_KEY_NAMES = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "question_mark": "?",
    "greater_than_sign": ">",
    "colon": ":",
    "slash": "/",
    "minus": "-",
    "escape": "esc",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "down": "↓",
    "up": "↑",
    "left": "←",
    "right": "→",
}


def key_name(key: str) -> str:
    """A key as people write it: ``?``, ``pgdn``, ``ctrl+p``."""
    return _KEY_NAMES.get(key, key)


def in_scope(*scopes: Scope) -> list[Command]:
    """The commands of these scopes, in the table's order."""
    return [command for command in COMMANDS if command.scope in scopes]


def command(command_id: str) -> Command:
    """The command with this id.

    Raises:
        StopIteration: there is none.
    """
    return next(row for row in COMMANDS if row.id == command_id)


def bindings(*scopes: Scope) -> list[Binding]:
    """Textual's bindings for the commands of these scopes."""
    return [
        Binding(",".join(row.keys), row.id, row.label, show=False, priority=row.scope == "form")
        for row in in_scope(*scopes)
        if row.keys
    ]


def footer_entries(*scopes: Scope, **labels: str) -> list[tuple[str, str]]:
    """Key and label of the commands that the footer shows, in its order.

    ``labels`` gives commands, by id, another word than the table's, for where they do another thing.
    """
    shown = sorted((row for row in in_scope(*scopes) if row.footer), key=lambda row: row.footer)
    return entries(shown, **labels)


def entries(rows: Iterable[Command], **labels: str) -> list[tuple[str, str]]:
    """Key and label of these commands."""
    return [(key_name(row.keys[0]), labels.get(row.id, row.label.lower())) for row in rows]


def key_table(commands: Iterable[Command] = COMMANDS) -> str:
    """The README's table of keys, in Markdown."""
    rows = ["| keys | do |", "| --- | --- |"]
    for row in commands:
        keys = " ".join(f"`{key_name(key)}`" for key in row.keys) or "`ctrl+p`, by name"
        where = " (in forms)" if row.scope == "form" else ""
        rows.append(f"| {keys} | {row.help}{where} |")
    return "\n".join(rows)


if __name__ == "__main__":
    print(key_table())
