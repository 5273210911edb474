"""The chart of a key result as characters, each picture drawn by hand."""

import datetime as dt
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrtui.model.measure import measure_key_result
from okrtui.model.plan import KeyResult, Objective
from okrtui.report.standing import stand
from okrtui.tui.widgets.chart import LEAST_HEIGHT, Drawn, Subject, draw_chart
from okrtui.tui.widgets.glyphs import ASCII, UNICODE, Glyphs
from tests.model.measuring import day, level, reach
from tests.support.plans import TODAY, key_results, small_plan


def subject(key_result: KeyResult, **fields: Any) -> Subject:
    objectives = (Objective(id="ob", key_results=(key_result,)),)
    return Subject.of(key_result, stand(small_plan().replace(**{"objectives": objectives, **fields}), TODAY))


def drawn(
    key_result: KeyResult, width: int = 44, height: int = 10, glyphs: Glyphs = ASCII, **fields: Any
) -> list[Drawn]:
    return draw_chart(subject(key_result, **fields), width, height, glyphs)


def picture(key_result: KeyResult, width: int = 44, height: int = 10, glyphs: Glyphs = ASCII, **fields: Any) -> str:
    lines = drawn(key_result, width, height, glyphs, **fields)
    return "\n".join("".join(text for text, _ in line).rstrip() for line in lines)


RISING = reach(20, 30, [(0, 20), (20, 23), (40, 26)])
LEVEL = level("at_least", 5, [(0, 6), (7, 4), (21, 5), (35, 7)])

PICTURES: dict[str, tuple[KeyResult, str]] = {
    "values beside the ideal pace, and where they are heading": (
        RISING,
        """\
   |                  :                 ~~~~
   |                  :          ~~~~~~~
30 +                  :  ~~~~~~~~       . .
   |                **~~~     . . . . .
   |           *****. . . . .
   |     ****** . .   :
20 +*****             :
   ++------------+----+-------+------------+
    1 Oct       Nov today    Dec      31 Dec
 *** values  . . ideal pace  ~~~ forecast""",
    ),
    "a value that has to fall": (
        reach(9, 4, [(0, 9), (20, 8), (40, "6.5")]),
        """\
  9 +*****             :
    |    .******       :
    |           **** . .
6.5 +               ***~~~ . . .
    |                  :  ~~~~~~~. . . .
  4 +                  :         ~~~~~~~ . .
    |                  :                ~~~~
    ++------------+----+------+------------+
     1 Oct       Nov today   Dec      31 Dec
 *** values  . . ideal pace  ~~~ forecast""",
    ),
    "values below zero, and below where it began": (
        reach(-10, 5, [(10, -12), (40, -3)]),
        """\
  5 +                  :                 . .
    |                  :         . . . .
    |                  : . . . .
 -3 +            . .***.
    |    . . . .****   :
-10 +. .    ****       :
    |    ***           :
    ++------------+----+------+------------+
     1 Oct       Nov today   Dec      31 Dec
 *** values  . . ideal pace  : today""",
    ),
    "a single check-in": (
        reach(20, 30, [(40, 24)]),
        """\
30 +                  :                 . .
   |                  :           . . .
   |                  :     . . .
   |                  . . .
24 +          . . . .*:
   |    . . .         :
20 +. .               :
   ++------------+----+-------+------------+
    1 Oct       Nov today    Dec      31 Dec
 *** values  . . ideal pace  : today""",
    ),
    "no check-in yet: what will be expected": (
        reach(20, 30),
        """\
30 +                  :                 . .
   |                  :           . . .
   |                  :     . . .
   |                  . . .
   |          . . . . :
   |    . . .         :
20 +. .               :
   ++------------+----+-------+------------+
    1 Oct       Nov today    Dec      31 Dec
 . . ideal pace  : today""",
    ),
    "a level with its weeks: met, missed, silent": (
        LEVEL,
        """\
 7 +              **  :
   |             *    :
   |*         ***     :
>5 +.*. . . **. . . . . . . . . . . . . . .
   |  *  ***          :
 4 +   **             :
   ++------------+----+-------+------------+
    1 Oct       Nov today    Dec      31 Dec
     x  !  .  x  .  x
 *** values  . . level  x met  ! missed""",
    ),
    "no target yet: the values alone": (
        reach(None, None, [(0, 20), (20, 23), (40, 26)], due=day(45)),
        """\
   |                                    :~~~
26 +                               *****~
   |                      *********     :
   |               *******              :
   |         ******                     :
   |   ******                           :
20 +***                                 :
   ++--------------------------+-----------+
    1 Oct                     Nov     15 Nov
 *** values  ~~~ forecast  : today""",
    ),
    "checked in after it was due": (
        reach(0, 10, [(5, 2), (40, 6)], due=day(35)),
        """\
10 +                                . .
   |                          . . .
 6 +                    . . .         ******
   |                . .    ***********
   |          .************
   |    .******
 0 +. .
   ++---------------------------------+-----
    1 Oct                           5 Nov
 *** values  . . ideal pace""",
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_key_result_is_drawn(name: str) -> None:
    key_result, expected = PICTURES[name]
    assert picture(key_result) == expected


def test_dots_draw_the_same_finer_and_every_line_has_a_texture_of_its_own() -> None:
    assert (
        picture(RISING, glyphs=UNICODE)
        == """\
   │                  ┊                ⢀⠤ ⠐⠉
30 ┤                  ┊          ⢀⠤ ⠐⠉
   │                  ┊    ⢀⡠ ⠐⠊    ⡀ ⠄ ⠂ ⠁
26 ┤                 ⣀⡀ ⠐⠊  ⡀ ⠄ ⠂ ⠁
   │           ⣀⡠⠤⠒⠊⠉⠈⠁ ⠂ ⠁
   │     ⣀⡠⠤⠲⠎⠉ ⠂ ⠁   ┊
20 ┤⣤⠤⠔⠒⠉ ⠁           ┊
   └┬────────────┬────┬───────┬────────────┬
    1 Oct       Nov today    Dec      31 Dec
 ⠤⠤⠤ values  ⠄ ⠄ ideal pace  ⠤⠄  forecast"""
    )


def test_what_is_over_is_not_foretold() -> None:
    """A forecast of what is reached, closed or dropped would say nothing, and press the rest flat."""
    reached = reach(20, 30, [(0, 20), (20, 25), (40, 31)])
    for told in (
        picture(reached),
        picture(RISING, phase="closed", closed_on=TODAY),
        picture(RISING.replace(dropped_on=TODAY)),
    ):
        assert "~" not in told


def test_a_wild_forecast_leaves_the_chart_and_does_not_press_the_values_flat() -> None:
    wild = reach(0, 100, [(10, 0), (30, 1), (40, 80)], due=dt.date(2027, 6, 30))
    forecast = subject(wild, end=dt.date(2027, 9, 1)).forecast
    assert forecast is not None and forecast > 300
    top = picture(wild, height=16, end=dt.date(2027, 9, 1)).splitlines()
    assert [line[:3] for line in top].index("100") < 6


def test_a_flat_line_and_amounts_of_every_size_have_labels_that_tell_them_apart() -> None:
    assert "5 +" in picture(reach(5, 5, [(0, 5), (20, 5)]))
    close = picture(reach(1_000_001, 1_000_009, [(20, 1_000_004)]))
    assert "1,000,009 +" in close and "1,000,001 +" in close
    assert "123.5T +" in picture(reach(0, 123_456_789_012_345, [(20, 12)]))
    assert "0.0014 +" in picture(reach("0.001", "0.002", [(20, "0.0014")]))


def test_what_was_read_before_it_began_counts_as_of_its_start() -> None:
    first = picture(reach(0, 10, [(-40, 1), (-5, 5), (40, 6)])).splitlines()[3]
    assert first.startswith("   |***"), "half way up at the left edge"


def test_without_a_number_or_room_there_is_no_chart_rather_than_half_of_one() -> None:
    assert drawn(reach(None, None)) == []
    assert drawn(RISING, height=LEAST_HEIGHT - 1) == []
    assert drawn(RISING, width=12) == []
    assert len(drawn(RISING, height=LEAST_HEIGHT)) == LEAST_HEIGHT, "two lines, and the dates below them"
    assert "ideal pace" not in picture(RISING, height=LEAST_HEIGHT + 1)


def test_every_part_of_the_chart_has_a_name_that_colours_it() -> None:
    parts = {part for key_result in (RISING, LEVEL) for line in drawn(key_result) for _, part in line}
    assert parts == {"value", "goal", "forecast", "today", "axis", "label", "met", "missed", "silent"}


@settings(max_examples=30)
@given(key_results, st.integers(10, 90), st.integers(0, 24))
def test_any_key_result_is_drawn_within_its_room(key_result: KeyResult, width: int, height: int) -> None:
    start, end = dt.date(2026, 10, 1), dt.date(2026, 12, 31)
    for glyphs, one_day in product((ASCII, UNICODE), (False, True)):
        shown = key_result.replace(start=TODAY, due=TODAY) if one_day else key_result
        numbers = measure_key_result(shown, start, end, TODAY)
        first = shown.start or start
        whole = Subject(shown, numbers, first, max(first, shown.due or end), TODAY, (start, end), numbers.pace)
        lines = draw_chart(whole, width, height, glyphs)
        assert len(lines) in (0, height)
        assert all(sum(len(text) for text, _ in line) <= width for line in lines)


def test_a_value_of_one_day_is_drawn_where_that_day_is() -> None:
    """Off by a week, the chart would contradict the list of check-ins."""
    spread = reach(0, 13, [(7 * week, week) for week in range(6)])
    lines = picture(spread, width=44, height=17).splitlines()
    middle = next(line for line in lines if line.startswith(" 5 +"))
    column = middle.index("*") - 4
    assert round(35 / 91 * 39) - 1 <= column <= round(35 / 91 * 39)
