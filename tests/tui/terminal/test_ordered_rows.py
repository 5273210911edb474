"""On the screen, too, parts of a row stay where they belong in a terminal that turns right-to-left text round."""

import pytest
from textual.strip import Strip

from tests.support.turning import seen
from tests.tui.terminal.screens import HEIGHT, WIDTH, Screen, Thin, partly, strip, whole

_STAND_INS = {"\u200e": "\u0346", "\u202b": "\u034a", "\u202c": "\u034b"}
_IN, _OUT = str.maketrans(_STAND_INS), str.maketrans({accent: mark for mark, accent in _STAND_INS.items()})
"""The emulator keeps no marks of order in its cells; it does keep accents."""

ROWS = {
    "columns": (strip(("✓ كتاب      ١ │ باب", "")), ["✓", "باتك", "│", "باب"]),
    "views by their keys": (
        strip((" 1 ", "dim"), ("خطة", "bold"), (" 2 ", "dim"), ("باب", "")),
        ["1", "ةطخ", "2", "باب"],
    ),
    "a number in bold": (strip((" باب ", ""), ("53", "bold"), (" كتاب", "")), ["باب", "53", "باتك"]),
    "a field": (strip((" باب ", ""), ("كتاب   ", "on blue")), ["باب", "باتك"]),
    "a cursor in a text": (strip((" باب ", "on red"), ("5", "on blue"), ("3 كتاب", "on red")), ["باتك", "53", "باب"]),
    "what was found": (strip((" باب ", ""), ("كتب", "underline on blue"), (" كتاب", "")), ["باتك", "بتك", "باب"]),
    "a wide character before": (strip(("計画  باب  كتاب", "")), ["計画", "باب", "باتك"]),
}


def shown(row: Strip, *, then: Strip | None = None) -> str:
    """The first row as it is seen once it was drawn, and the beginning of it drawn over."""
    thin, screen = Thin(), Screen()
    frames = [whole([row] + [strip((" ", ""))] * (HEIGHT - 1))]
    frames += [partly({0: {0: then}})] if then else []
    for frame in frames:
        screen.feed(thin.draw(frame).translate(_IN))
    return seen("".join(str(cell[0]) for cell in screen.cells[0]).translate(_OUT))


def in_this_order(line: str, parts: list[str]) -> bool:
    """Whether the parts stand in a line from the left to the right."""
    for part in parts:
        _, found, line = line.partition(part)
        if not found:
            return False
    return True


@pytest.mark.parametrize("row, parts", ROWS.values(), ids=ROWS)
def test_parts_of_a_row_stay_where_they_are_drawn(row: Strip, parts: list[str]) -> None:
    assert in_this_order(shown(row), parts), shown(row)


def test_a_row_of_which_a_part_is_drawn_anew_keeps_its_order() -> None:
    row = strip(("✓ كتاب      باب", ""))
    assert in_this_order(shown(row, then=strip(("•", ""))), ["•", "باتك", "باب"])


def test_the_marks_of_order_move_nothing() -> None:
    stock, thin = Screen(), Screen()
    lines = [strip(("✓ كتاب      باب │ x", "on red")), strip(("計画  باب 計باب ok", "")), strip(("計 باب  画", "bold"))]
    frame = whole([*lines, *lines][:HEIGHT])
    stock.feed(frame)
    thin.feed(Thin().draw(frame).translate(dict.fromkeys(_IN)))
    assert thin.cells == stock.cells
    assert len(thin.cells[0]) == WIDTH
