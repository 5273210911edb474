"""The README's page of figures."""

import datetime as dt
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.rows import Row
from tests.bench.table import as_markdown

PATH = Path(__file__).resolve().parents[2] / "README.md"
BEGIN, END = "<!-- figures -->\n", "<!-- end -->"


def rewrite(tables: Mapping[str, Sequence[Row]], day: dt.date) -> None:
    """Put the tables between the marks; each has a line above that says where it was measured.

    Raises:
        ValueError: the README has no such marks.
    """
    before, _, after = _parts()
    stamp = f"Measured on {day} with Python {platform.python_version()}, the floor and okrtui in turn; medians."
    parts = [stamp, *(f"{place}\n\n{as_markdown(rows)}" for place, rows in tables.items())]
    PATH.write_text(before + BEGIN + "\n\n".join(parts) + "\n" + END + after)


def renew(tables: Mapping[str, Sequence[Row]]) -> None:
    """Put rows that were measured again in their places in the tables; each is a comparison of its own.

    Raises:
        ValueError: the README has no such marks, or no such row.
    """
    before, page, after = _parts()
    for place, rows in tables.items():
        above, _, table = page.partition(place)
        lines = table.split("\n")
        for line in as_markdown(rows).split("\n")[2:]:
            figure = line[: line.index(" |") + 2]
            at = [old.startswith(figure) for old in lines].index(True)
            lines[at] = line
        page = above + place + "\n".join(lines)
    PATH.write_text(before + BEGIN + page + END + after)


def _parts() -> tuple[str, str, str]:
    """What stands before the figures, the figures, and what stands behind them."""
    before, _, rest = PATH.read_text().partition(BEGIN)
    page, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{PATH} has no marks for the figures")
    return before, page, after
