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
    before, _, rest = PATH.read_text().partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{PATH} has no marks for the figures")
    stamp = f"Measured on {day} with Python {platform.python_version()}, the floor and okrtui in turn; medians."
    parts = [stamp, *(f"{place}\n\n{as_markdown(rows)}" for place, rows in tables.items())]
    PATH.write_text(before + BEGIN + "\n\n".join(parts) + "\n" + END + after)
