"""Words that people know from elsewhere, by which the palette finds a command beside its own name."""

from collections.abc import Mapping

from okrtui.i18n import mark

# for translators: words by which a person may look for a command, parted by spaces, as many as your language needs: not
# what it is called here, but what people know it by from elsewhere; these find what is done about the coach's findings
_COACH = mark("coach advice")
# for translators: words by which people look for adding an objective
_OBJECTIVE = mark("new goal")
# for translators: words by which people look for adding a key result or an action
_BELOW = mark("new kpi metric target task todo step")
# for translators: words for the form of an item, in which its status is
_FORM = mark("change modify status drop cancel abandon postpone due deadline owner assign blocked blocker")
# for translators: words for taking an item away
_DELETE = mark("remove drop cancel abandon")
# for translators: words for moving a day to later
_LATER = mark("postpone delay reschedule snooze")
# for translators: words for getting the report to other people
_SEND = mark("status summary email mail send share export print pdf")

SEARCH_WORDS: Mapping[str, str] = {
    **dict.fromkeys(("next_finding", "apply_fix", "accept", "guide_fix", "guide_accept"), _COACH),
    **dict.fromkeys(("mend", "review_fix", "review_accept"), _COACH),
    "add_objective": _OBJECTIVE,
    **dict.fromkeys(("add_child", "add_action"), _BELOW),
    **dict.fromkeys(("edit", "edit_action"), _FORM),
    **dict.fromkeys(("delete", "guide_delete", "delete_request"), _DELETE),
    "put_off": _LATER,
    # for translators: words for the tick that says that an action is done
    **dict.fromkeys(("tick", "tick_action"), mark("complete finish done")),
    # for translators: words for writing down how a key result stands
    **dict.fromkeys(("check_in", "view('check_in')"), mark("update value number weekly")),
    **dict.fromkeys(("view('report')", "copy_report", "copy_shown", "write_report"), _SEND),
    # for translators: words for the view with a chart of each key result
    "view('progress')": mark("status kpi metric chart graph dashboard overview"),
    # for translators: words for the view that lists all actions
    "view('actions')": mark("task todo agenda late"),
    # for translators: words for the list of requests that were declined
    **dict.fromkeys(("view('not_now')", "add_request"), mark("backlog decline reject defer park")),
    # for translators: words for the end of the quarter
    "view('close')": mark("archive finish end score grade wrap up retrospective"),
    # for translators: words for taking objectives along into the next quarter
    "view('carry')": mark("copy continue roll over"),
    # for translators: words for the earlier versions of the plan
    "view('versions')": mark("backup restore history archive deleted trash"),
    # for translators: words for the settings
    "settings": mark("keys theme dark light mode colours options preferences language"),
    # for translators: words for the form of the quarter
    "edit_quarter": mark("start end date focus"),
    # for translators: words for the list of quarters
    "quarters": mark("switch open new"),
    # for translators: words for the import of a spreadsheet
    "import_file": mark("excel csv sheet upload"),
    # for translators: words for making the plan binding
    "commit": mark("start approve freeze"),
    # for translators: words for taking the last change back
    "undo": mark("revert"),
    # for translators: words for looking for an item of the plan
    "find": mark("search filter"),
    # for translators: words by which a person may look for the command that shows some actions alone
    "narrow": mark("find filter"),
    # for translators: words for the help
    "help": mark("manual shortcuts"),
    # for translators: words for leaving the program
    "quit": mark("exit close end"),
}
"""Words, parted by spaces, by a command's id; ``tr`` gives those of the language that is spoken."""
