"""What the foot of the guide says of its keys."""

from okrtui.i18n import tr
from okrtui.tui import commands
from okrtui.tui.key_names import key_name
from okrtui.tui.keys_in_use import typing_key

Entries = list[tuple[str, str]]
"""Keys with what they do."""


def of_what_is_there(*, is_old: bool) -> Entries:
    """In the list of what comes from the quarters before; ``is_old`` on an objective of the last one."""
    own = ["take_over", "take_to_change", "take_actions", "guide_delete"] if is_old else ["take_over", "let_wait"]
    rows = map(commands.command, [*own, "guide_write", "guide_leave"])
    return commands.entries(rows, guide_delete=tr("leave it"))


def of_written_line(*, has_form: bool) -> Entries:
    """In a line in which something new is written."""
    form = [("tab", tr("go on in the form"))] if has_form else []
    return [("enter", tr("takes it")), *form, (typing_key("guide_next"), tr("next")), *_found_by_name()]


def of_refused_line() -> Entries:
    """In a line whose words are no answer to what is asked for: nothing takes them as one."""
    # for translators: what the enter key does, once what is written was mended
    again = tr("try again")
    return [("enter", again), *_found_by_name(), ("tab", tr("go on in the form"))]


def of_question_mark() -> Entries:
    """In a line that holds a lone question mark."""
    return [("enter", tr(commands.command("help").label)), _palette()]


def of_question() -> Entries:
    """In the empty line while it asks for an answer."""
    # for translators: what the enter key does: it passes over the question, which stays open
    return [("enter →", tr("skip")), _back(), _to_list(), *_found_by_name()]


def of_line_that_can_ask() -> Entries:
    """In the empty line where answers are to be given that it asks for next."""
    # for translators: what the enter key does: the questions that are open are asked one by one
    return [("enter", tr("answer")), ("→", tr("next")), _back(), _to_list(), *_found_by_name()]


def of_empty_line(*, is_first: bool) -> Entries:
    """In an empty line. Where not all fit, the way to the list goes first and the templates stay."""
    template = (typing_key("guide_template"), tr("template"))
    back = [] if is_first else [_back()]
    return [("enter →", tr("next")), *back, _palette(), _to_list(), _help(), template]


def while_mending(entries: Entries) -> Entries:
    """What stays where the review led here, with the way back."""
    elsewhere = {typing_key("palette"), typing_key("guide_template"), typing_key("help")}
    # for translators: what the key does: it goes back to the review, the list of what is left to mend
    review = (typing_key("guide_review"), tr("back to the review"))
    return [*(entry for entry in entries if entry[0] not in elsewhere), review]


def leave() -> tuple[str, str]:
    """The way out: no step back, which has a key of its own."""
    return typing_key("guide_leave"), tr(commands.command("view('plan')").label)


def skip_all() -> tuple[str, str]:
    """The way out of the questions."""
    # for translators: what the escape key does: it passes over all questions, which stay open
    return key_name("escape"), tr("skip all")


def _back() -> tuple[str, str]:
    return "←", tr("back")


def _to_list() -> tuple[str, str]:
    # for translators: what the arrow key up does: it goes to the list above
    return "↑", tr("list")


def _found_by_name() -> Entries:
    """The help, where there is room for it, and the commands."""
    return [_help(), _palette()]


def _help() -> tuple[str, str]:
    return typing_key("help"), tr(commands.command("help").label)


def _palette() -> tuple[str, str]:
    return typing_key("palette"), tr(commands.command("palette").label)
