"""What a column of a spreadsheet can hold, in the language that is spoken."""

from okrtui.i18n import mark, tr, tr_as

FIELDS = (
    mark("objective"),
    mark("key result"),
    mark("action"),
    # for translators: a column of a spreadsheet: why an objective matters
    mark("why"),
    mark("kind"),
    mark("baseline"),
    mark("target"),
    # for translators: a column of a spreadsheet: the current value of a key result
    mark("current"),
    mark("unit"),
    # for translators: a column of a spreadsheet: what counts for a key result, and what does not
    mark("definition"),
    mark("due"),
    mark("start"),
    # for translators: a column of a spreadsheet: whose an item is
    mark("owner"),
    # for translators: a column of a spreadsheet: whether an action is to do or done
    mark("status"),
    # for translators: a column of a spreadsheet: how sure one is to reach a key result, from 0 to 10
    mark("confidence"),
    mark("notes"),
    # for translators: a column of a spreadsheet: where a value is read
    mark("source"),
    # for translators: a column of a spreadsheet: the day on which an action was done
    mark("done on"),
    # for translators: a column of a spreadsheet: what makes a key result feasible
    mark("realistic"),
    # for translators: a column of a spreadsheet: whether a key result tells early or late
    mark("indicator"),
    # for translators: a column of a spreadsheet: whether a key result is a promise or aims high
    mark("ambition"),
    # for translators: a column of a spreadsheet: how much a key result counts
    mark("weight"),
    # for translators: a column of a spreadsheet: the day on which a key result was dropped
    mark("dropped on"),
    # for translators: a column of a spreadsheet: the day of the current value
    mark("current on"),
    # for translators: a column of a spreadsheet: a note on the current value
    mark("check in note"),
    # for translators: a column of a spreadsheet: the title of an item
    mark("title"),
    # for translators: a column of a spreadsheet: the number of an objective, such as 2
    mark("objective number"),
    # for translators: a column of a spreadsheet: the number of a key result, such as 2.1
    mark("key result number"),
    # for translators: a column of a spreadsheet: how much of the way is done
    mark("progress"),
    # for translators: a column of a spreadsheet: whether a key result is on track
    mark("pace"),
    # for translators: a column of a spreadsheet: the final score of a key result, from 0 to 1
    mark("score"),
)
"""Every field, but for the kind of item, which :func:`field_words` says itself."""


def field_words(field: str) -> str:
    """A field as it is shown: *key result* for ``key_result`` or ``key result``."""
    name = field.replace("_", " ")
    return tr_as("column that says which kind of item a row holds", "level") if name == "level" else tr(name)
