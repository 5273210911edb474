"""The one table of what can be done: bindings, footer, palette, help and the README's key table follow from it."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from okrtui.frozen import frozen
from okrtui.i18n import mark, tr
from okrtui.tui.key_names import key_name
from okrtui.tui.own_keys import NO_KEY, keys_for
from okrtui.tui.scopes import Scope

if TYPE_CHECKING:
    from textual.binding import Binding


@frozen
class Command:
    """Something a person can do, and the keys that do it."""

    id: str
    """The action; its method is ``action_<id>``, which may have a parameter: ``view('plan')``."""
    keys: tuple[str, ...]
    """Textual's names of its usual keys; the first one is shown. None where it is found by name alone."""
    label: str
    """A word or two in small letters, for the footer and the palette; ``tr`` shows it."""
    help: str
    """One sentence fragment saying what it does; ``tr`` shows it."""
    scope: Scope
    footer: int = 0
    """Place in the footer, from 1; 0 leaves it out."""

    @property
    def name(self) -> str:
        """What it is called in the settings; the same command of several views has one name."""
        return self.id.replace("('", "_").removesuffix("')")

    @property
    def binding_id(self) -> str:
        """What Textual calls its binding."""
        return f"{self.scope}.{self.name}"

    @property
    def keys_in_use(self) -> tuple[str, ...]:
        """The keys that do it: the person's own, else the usual ones."""
        return keys_for(self.name, self.keys)


COMMANDS = (
    # moving
    # for translators: of each command first what its key does, in a word or two for the foot of the screen, then the
    # for translators: same in more words; single letters in these are keys
    Command("cursor_down", ("j", "down"), mark("down"), mark("move to the next line"), "move"),
    Command("cursor_up", ("k", "up"), mark("up"), mark("move to the line before"), "move"),
    Command("first", ("g", "home"), mark("top"), mark("move to the first line"), "move"),
    Command("last", ("G", "end"), mark("bottom"), mark("move to the last line"), "move"),
    Command("page_down", ("pagedown", "ctrl+f"), mark("page down"), mark("move a page down"), "move"),
    Command("page_up", ("pageup", "ctrl+b"), mark("page up"), mark("move a page up"), "move"),
    Command("collapse", ("h", "left"), mark("fold"), mark("fold this item, or move to its parent"), "tree"),
    Command("expand", ("l", "right"), mark("unfold"), mark("unfold this item, or move into it"), "tree"),
    Command("fold_all", ("minus",), mark("fold all"), mark("fold every objective, or unfold everything"), "tree"),
    # planning
    Command("add_sibling", ("a",), mark("add"), mark("add an item after this one, of the same kind"), "pane", 1),
    Command("add_child", ("A",), mark("add below"), mark("add a key result or an action below this item"), "pane", 2),
    Command("add_objective", ("o",), mark("add objective"), mark("add an objective"), "pane"),
    Command("rename", ("enter",), mark("edit title"), mark("edit the title in place"), "pane"),
    Command("edit", ("e",), mark("edit"), mark("open the form with every field"), "plan", 3),
    Command("tick", ("space",), mark("tick"), mark("tick an action; fold or unfold anything else"), "plan", 4),
    Command(
        "delete",
        ("d", "delete"),
        mark("delete"),
        mark("delete this item and all below it; undo brings it back"),
        "plan",
    ),
    Command("move_down", ("J",), mark("move down"), mark("move this item down among its siblings"), "plan"),
    Command("move_up", ("K",), mark("move up"), mark("move this item up among its siblings"), "plan"),
    Command("move_under", ("m",), mark("move under"), mark("move this item under another parent"), "plan"),
    Command("next_finding", ("f",), mark("next finding"), mark("go to the next item that needs a look"), "pane"),
    Command("apply_fix", ("F",), mark("apply fix"), mark("apply the fix that a finding offers"), "plan"),
    Command("accept", ("x",), mark("accept finding"), mark("accept a finding on purpose, with a reason"), "plan"),
    Command(
        "check_in",
        ("c",),
        mark("check in"),
        mark("check in this key result, or correct what it was checked in with"),
        "plan",
        5,
    ),
    Command("find", ("slash",), mark("find"), mark("show only the items that hold what you type"), "pane", 5),
    Command("find_next", ("n",), mark("next match"), mark("go to the next match"), "pane"),
    Command("find_previous", ("N",), mark("previous match"), mark("go to the match before"), "pane"),
    Command("copy", ("y",), mark("copy"), mark("copy this item as one line of Markdown"), "plan"),
    Command("toggle_detail", ("z",), mark("detail"), mark("show or hide the detail beside the tree"), "plan"),
    # the views
    Command("view('plan')", ("1",), mark("plan"), mark("plan: the tree of objectives, key results and actions"), "app"),
    Command(
        "view('check_in')",
        ("2", "C"),
        mark("check-in"),
        mark("check in: every key result that is due, in one go"),
        "app",
    ),
    Command(
        "view('progress')",
        ("3",),
        mark("progress"),
        mark("progress: the quarter at a glance, a chart a key result"),
        "app",
    ),
    Command(
        "view('actions')", ("4",), mark("actions"), mark("actions: what is late, what comes this week and later"), "app"
    ),
    Command("view('not_now')", ("5",), mark("not now"), mark("not now: what was asked for and declined"), "app"),
    Command(
        "view('report')", ("6",), mark("report"), mark("report: the update for leadership, to copy or to write"), "app"
    ),
    Command(
        "copy_report",
        ("Y",),
        mark("copy report"),
        mark("copy the report, as Markdown; in view 6 as it is shown"),
        "app",
    ),
    # progress
    Command("open_in_plan", ("enter", "e"), mark("in the plan"), mark("go to this item in the plan"), "progress", 1),
    Command("copy", ("y",), mark("copy"), mark("copy this item as one line of Markdown"), "progress"),
    # checking in
    Command(
        "correct", ("e",), mark("correct"), mark("go back to a check-in of this round, to correct it"), "check_in", 1
    ),
    Command("open_in_plan", ("enter",), mark("in the plan"), mark("go to the key result in the plan"), "check_in", 2),
    Command("all_live", ("t",), mark("check in all"), mark("check in every key result, due or not"), "check_in", 3),
    Command(
        "round_date", ("ctrl+d",), mark("date"), mark("say from which day the values of this round are"), "check_in"
    ),
    Command(
        "back_to_plan",
        ("escape",),
        mark("plan"),
        mark("go back to the plan; what is half typed is kept"),
        "check_in",
        4,
    ),
    # actions
    Command("tick_action", ("space",), mark("done"), mark("tick the action, or take the tick back"), "actions", 1),
    Command(
        "put_off", ("p",), mark("put off"), mark("give the action a later date: +1w, friday, 15 Dec"), "actions", 2
    ),
    Command(
        "begin", ("s",), mark("being done"), mark("say that the action is being done, or to do again"), "actions", 3
    ),
    Command("edit_action", ("e",), mark("edit"), mark("open the action's form with every field"), "actions", 4),
    Command(
        "narrow", ("w", "slash"), mark("filter"), mark("show the actions of one objective or owner alone"), "actions", 5
    ),
    Command("show_all", ("escape",), mark("show all"), mark("show the actions of everybody again"), "actions"),
    Command("add_action", ("a",), mark("add"), mark("say where an action is added, in the plan"), "actions"),
    Command("show_in_plan", ("enter",), mark("in the plan"), mark("go to the action in the plan"), "actions", 5),
    Command("copy", ("y",), mark("copy"), mark("copy the action as one line of Markdown"), "actions"),
    # not now
    Command("add_request", ("a",), mark("add"), mark("write down a request that has to wait"), "not_now", 1),
    Command("edit_request", ("e",), mark("edit"), mark("open the request's form"), "not_now", 2),
    Command(
        "copy_answer", ("y",), mark("copy answer"), mark("copy a polite one-line answer to who asked"), "not_now", 3
    ),
    Command("adopt", ("P", "enter"), mark("adopt"), mark("take the request into the plan after all"), "not_now", 4),
    Command("drop_request", ("x",), mark("drop"), mark("drop the request, or park it again"), "not_now", 5),
    Command(
        "park_here",
        ("A",),
        mark("park here"),
        mark("take a request of an earlier quarter along into this one"),
        "not_now",
    ),
    Command(
        "delete_request", ("d", "delete"), mark("delete"), mark("delete the request; undo brings it back"), "not_now"
    ),
    Command("find_request", ("slash",), mark("find"), mark("go to a request by its words"), "not_now"),
    # the report
    Command("next_format", ("right", "f"), mark("format"), mark("show the next format"), "report", 1),
    Command("previous_format", ("left", "F"), mark("format before"), mark("show the format before"), "report"),
    Command("copy_shown", ("y", "Y"), mark("copy"), mark("copy the report as it is shown"), "report", 2),
    Command("write_report", ("w",), mark("write file"), mark("write the report to a file"), "report", 3),
    Command("report_since", ("s",), mark("since"), mark("say since when the news counts"), "report", 4),
    Command(
        "report_objective", ("o",), mark("objective"), mark("report on one objective, or the whole plan"), "report", 5
    ),
    # the planning guide
    Command("guide_next", ("right", "ctrl+n"), mark("next"), mark("go on to the next screen of the guide"), "guide", 1),
    Command("guide_back", ("left", "ctrl+b"), mark("back"), mark("go back to the screen before"), "guide", 2),
    Command("guide_edit", ("e", "enter"), mark("form"), mark("open the form with every field"), "guide", 3),
    Command(
        "guide_delete",
        ("d", "delete"),
        mark("delete"),
        mark("delete the item; one taken over stays behind"),
        "guide",
        4,
    ),
    Command("guide_write", ("a",), mark("write"), mark("go to the line to write"), "guide", 5),
    Command("guide_down", ("J",), mark("move down"), mark("move the item down among its siblings"), "guide"),
    Command("guide_up", ("K",), mark("move up"), mark("move the item up among its siblings"), "guide"),
    Command("guide_fix", ("F",), mark("apply fix"), mark("apply the fix that a finding offers"), "guide"),
    Command(
        "guide_accept", ("x",), mark("accept finding"), mark("accept a finding on purpose, with a reason"), "guide"
    ),
    Command(
        "guide_template", ("ctrl+t",), mark("template"), mark("insert a template, or one objective of it"), "guide"
    ),
    Command(
        "take_over", ("t",), mark("take over"), mark("take over an objective, or what was parked until now"), "guide"
    ),
    Command(
        "take_to_change",
        ("c",),
        mark("to be changed"),
        mark("take over an objective with its targets left open"),
        "guide",
    ),
    Command(
        "take_actions",
        ("s",),
        mark("with its actions"),
        mark("take over an objective with its unfinished actions"),
        "guide",
    ),
    Command("let_wait", ("w",), mark("let wait"), mark("let what was parked wait for another quarter"), "guide"),
    Command("guide_review", ("ctrl+o",), mark("review"), mark("go to the review, with what is left to mend"), "guide"),
    Command("guide_leave", ("escape",), mark("leave"), mark("leave the guide; it goes on where you were"), "guide"),
    # the review
    Command("mend", ("enter", "e"), mark("mend"), mark("go to where the finding is mended"), "review", 1),
    Command("review_fix", ("F",), mark("apply fix"), mark("apply the fix that the finding offers"), "review", 2),
    Command("review_accept", ("x",), mark("accept"), mark("accept the finding on purpose, with a reason"), "review", 3),
    Command("review_next", ("right", "ctrl+n"), mark("next"), mark("go on to the commit"), "review"),
    Command("review_back", ("left", "ctrl+b"), mark("back"), mark("go back into the guide"), "review", 5),
    Command("review_leave", ("escape",), mark("plan"), mark("leave the review for the plan"), "review"),
    # the end of the quarter
    Command("leave_close", ("escape",), mark("leave"), mark("leave the close; it goes on where you were"), "close"),
    Command(
        "reopen_quarter", ("R",), mark("reopen"), mark("take the close of the quarter back, with a reason"), "close"
    ),
    Command(
        "decide", ("space", "right"), mark("decide"), mark("keep the objective, change it, or abandon it"), "carry", 1
    ),
    Command("decide_back", ("left",), mark("back"), mark("go through keep, change and abandon the other way"), "carry"),
    Command(
        "with_actions", ("t",), mark("actions too"), mark("take unfinished actions along, or leave them"), "carry", 3
    ),
    Command(
        "carry_on", ("enter",), mark("carry over"), mark("write it into the next quarter and open that"), "carry", 2
    ),
    Command("leave_carry", ("escape",), mark("leave"), mark("leave without carrying anything over"), "carry", 4),
    # across quarters
    Command(
        "plan_history",
        ("H",),
        mark("history"),
        mark("the objective over the quarters it lived in, and all scores"),
        "plan",
    ),
    Command(
        "progress_history",
        ("H",),
        mark("history"),
        mark("the objective over the quarters, and all scores"),
        "progress",
        2,
    ),
    Command("leave_history", ("escape",), mark("leave"), mark("go back to where you were"), "across", 1),
    # earlier versions
    Command(
        "bring_back",
        ("enter",),
        mark("bring back"),
        mark("make this version the plan; undo takes that back"),
        "versions",
        1,
    ),
    Command("leave_versions", ("escape",), mark("leave"), mark("leave the versions for the plan"), "versions", 2),
    # importing a spreadsheet
    Command("take_import", ("enter",), mark("import"), mark("import what the preview shows"), "import", 1),
    Command(
        "import_dates",
        ("d",),
        mark("dates"),
        mark("say what stands first in the file's dates, day or month"),
        "import",
        2,
    ),
    Command(
        "import_numbers", ("n",), mark("numbers"), mark("say what stands before decimals, point or comma"), "import", 3
    ),
    Command("import_columns", ("c",), mark("columns"), mark("say what a column holds"), "import", 4),
    Command("read_again", ("r",), mark("read again"), mark("read the file again, after it was mended"), "import", 5),
    Command("leave_import", ("escape",), mark("leave"), mark("leave the import with nothing written"), "import", 6),
    # the quarter and the program
    Command("settings", ("comma",), mark("settings"), mark("look, language and other settings, kept in a file"), "app"),
    Command("mouse", ("M",), mark("mouse"), mark("let the mouse put the cursor, or leave it to the terminal"), "app"),
    Command("undo", ("u",), mark("undo"), mark("take the last change back"), "app", 6),
    Command("redo", ("ctrl+r",), mark("redo"), mark("do again what was undone"), "app"),
    Command("save_again", ("ctrl+s",), mark("save again"), mark("try again to save what could not be saved"), "app"),
    Command(
        "edit_quarter", ("i",), mark("quarter's form"), mark("edit the quarter's focus, dates and language"), "app"
    ),
    Command("guide", ("p",), mark("guide"), mark("walk through planning the quarter, from where you left it"), "app"),
    Command("commit", ("X",), mark("commit"), mark("commit the quarter; shows what is in the way"), "app"),
    Command("back_to_planning", (), mark("back to planning"), mark("take the commit back, with a reason"), "app"),
    Command(
        "view('close')",
        ("Z",),
        mark("close"),
        mark("close the quarter, step by step; reopen one that is closed"),
        "app",
    ),
    Command(
        "view('carry')",
        ("greater_than_sign",),
        mark("carry over"),
        mark("carry objectives over into the next quarter"),
        "app",
    ),
    Command(
        "previous_quarter", ("left_square_bracket",), mark("previous quarter"), mark("open the quarter before"), "app"
    ),
    Command("next_quarter", ("right_square_bracket",), mark("next quarter"), mark("open the quarter after"), "app"),
    Command("quarters", ("Q",), mark("quarters"), mark("list the quarters, open one or start one"), "app"),
    Command(
        "import_file", (), mark("import"), mark("import a spreadsheet, with a look at what would come of it"), "app"
    ),
    Command("view('versions')", ("V",), mark("versions"), mark("earlier versions: look at one, bring it back"), "app"),
    Command("settle", (), mark("settle"), mark("settle what a git merge left open: choose between both sides"), "app"),
    Command("edit_file", ("E",), mark("edit file"), mark("edit the quarter's file in your editor"), "app"),
    Command("help", ("question_mark", "f1"), mark("help"), mark("show the keys and what the marks mean"), "app", 7),
    Command("palette", ("ctrl+p", "colon"), mark("commands"), mark("find any command by name"), "app", 8),
    Command("suspend_process", ("ctrl+z",), mark("suspend"), mark("go back to the shell; fg returns here"), "app"),
    Command(
        "redraw", ("ctrl+l",), mark("redraw"), mark("draw the screen anew, where something else wrote on it"), "app"
    ),
    Command("quit", ("q",), mark("quit"), mark("leave; everything is saved already"), "app"),
    # forms
    Command("save", ("ctrl+s",), mark("save"), mark("save the form and leave it"), "form", 1),
    Command("leave", ("escape",), mark("leave"), mark("leave the form; asks where something would be lost"), "form", 2),
    Command("external", ("ctrl+e",), mark("editor"), mark("write this field in your editor"), "form", 3),
)
"""Every command, in the order in which help shows them."""


def in_scope(*scopes: Scope) -> list[Command]:
    """The commands of these scopes, in the table's order."""
    return [command for command in COMMANDS if command.scope in scopes]


def command(command_id: str) -> Command:
    """The command with this id.

    Raises:
        StopIteration: there is none.
    """
    return next(row for row in COMMANDS if row.id == command_id)


def bindings(*scopes: Scope) -> "list[Binding]":
    """Textual's bindings of these scopes' commands; see :func:`bindings_of`."""
    return bindings_of(in_scope(*scopes))


def bindings_of(rows: Iterable[Command]) -> "list[Binding]":
    """Textual's bindings of the usual keys; the person's own lie over them by the bindings' ids."""
    from textual.binding import Binding

    return [
        Binding(
            ",".join(row.keys) or NO_KEY,
            row.id,
            row.label,
            show=False,
            priority=row.scope == "form",
            id=row.binding_id,
        )
        for row in rows
    ]


def footer_entries(*scopes: Scope, without: str = "", **labels: str) -> list[tuple[str, str]]:
    """Key and label of the commands that the footer shows, in its order, ``without`` the one that does nothing here.

    ``labels`` gives commands, by id, another word than the table's, for where they do another thing; it is shown
    as it is.
    """
    shown = [row for row in in_scope(*scopes) if row.footer and row.id != without]
    return entries(sorted(shown, key=lambda row: row.footer), **labels)


def entries(rows: Iterable[Command], **labels: str) -> list[tuple[str, str]]:
    """Key and label of these commands, in the language that is spoken."""
    return [(key_name(row.keys_in_use[0]), labels.get(row.id, tr(row.label))) for row in rows]
