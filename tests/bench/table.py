"""The rows as a table: for the terminal, for the README, for other programs."""

from collections.abc import Sequence
from typing import Any

from tests.bench.rows import Row

_HEADS = ("figure", "okrtui", "beside it", "ratio", "budget", "")
_VERDICTS = {True: "held", False: "missed", None: ""}


def as_text(rows: Sequence[Row]) -> str:
    """Columns with blanks between them."""
    lines = [_HEADS, *map(_cells, rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADS))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column in (0, 5) else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def as_markdown(rows: Sequence[Row]) -> str:
    """A table of Markdown."""
    lines = [_HEADS, ("---", "---:", "---:", "---:", "---:", "---"), *map(_cells, rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def as_values(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Every sample, for JSON."""
    return [
        {
            "figure": row.figure.words,
            "unit": row.figure.unit,
            "ours": row.ours,
            "against": row.against,
            "others": row.others,
            "ratio": row.ratio,
            "held": row.is_held,
        }
        for row in rows
    ]


def _cells(row: Row) -> tuple[str, ...]:
    figure = row.figure
    other = "" if row.other is None else f"{_number(row.other)} ({row.against})"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    return (
        figure.words,
        f"{_number(row.value)} {figure.unit}".rstrip(),
        other,
        ratio,
        _budget(row),
        _VERDICTS[row.is_held],
    )


def _budget(row: Row) -> str:
    figure = row.figure
    if figure.most is not None:
        return f"{_number(figure.most)} {figure.unit}".rstrip()
    if figure.ratio is None:
        return ""
    return f"{figure.ratio:.2f}" + (f" + {_number(figure.plus)} {figure.unit}" if figure.plus else "")


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.1f}"
