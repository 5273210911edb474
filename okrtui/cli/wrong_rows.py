"""What is said of the rows of a table or a spreadsheet that are wrong, which is why nothing of it was written."""

from collections.abc import Sequence

from okrtui.i18n import tr, tr_n

_MOST = 100
"""The most rows of which is said what is wrong."""


def nothing_written(problems: Sequence[str]) -> list[str]:
    """A line for each row that is wrong, from one on; the last says that nothing was written."""
    from okrtui.model.numbers import format_count

    told = list(problems[:_MOST])
    if more := len(problems) - len(told):
        rows = format_count(more)
        told.append(tr_n("and {rows} more row is wrong", "and {rows} more rows are wrong", more, rows=rows))
    # for translators: what is wrong in a table, and what came of it
    return [*told[:-1], tr("{problem} (nothing was written)", problem=told[-1])]
