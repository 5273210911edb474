"""The screen shows what Textual draws, cell by cell, though only what changed is sent."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from textual.strip import Strip

from okrtui.tui.terminal.picture import Picture
from okrtui.tui.terminal.style import NotUnderstood
from tests.tui.terminal.screens import HEIGHT, WIDTH, Screen, Thin, partly, strip, whole

COLOURS = ("", "red", "bright_white", "color(24)", "#203040")
ATTRIBUTES = ("", "bold", "dim", "italic", "underline", "reverse", "bold underline", "strike", "bold dim")
NARROW = ("    ", "abc", "  ", "─│▼", "é", "e\u0301x", "·…")
WIDE = (*NARROW, "計画")
"""All of a width that the emulator and Textual agree about."""
WITHOUT_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)
"""Making a failing example small takes minutes here, and says little more."""


@st.composite
def styles(draw: st.DrawFn) -> str:
    ground = draw(st.sampled_from(COLOURS))
    words = [draw(st.sampled_from(ATTRIBUTES)), draw(st.sampled_from(COLOURS)), f"on {ground}" if ground else ""]
    return " ".join(filter(None, words))


def strips(longest: int, texts: tuple[str, ...] = WIDE) -> st.SearchStrategy[Strip]:
    part = st.tuples(st.sampled_from(texts), styles())
    return st.lists(part, min_size=1, max_size=6).map(lambda parts: strip(*parts).crop(0, longest))


places = st.tuples(st.integers(0, HEIGHT - 1), st.integers(0, WIDTH - 1))
wholes = st.builds(whole, st.lists(strips(WIDTH), min_size=HEIGHT, max_size=HEIGHT), places)


@st.composite
def parts(draw: st.DrawFn, texts: tuple[str, ...] = WIDE) -> str:
    pieces: dict[int, dict[int, Strip]] = {}
    for y in draw(st.sets(st.integers(0, HEIGHT - 1), min_size=1, max_size=4)):
        x = draw(st.integers(0, WIDTH - 6))
        pieces[y] = {x: draw(strips(WIDTH - x, texts))}
    return partly(pieces, draw(places))


@settings(max_examples=60, deadline=None, phases=WITHOUT_SHRINKING)
@given(wholes, st.lists(st.one_of(parts(), wholes), max_size=5), st.booleans())
def test_any_frames_come_out_as_textual_draws_them(first: str, others: list[str], erases: bool) -> None:
    stock, thin = Screen(), Thin(erases=erases)
    for frame in (first, *others):
        stock.feed(frame)
        thin.draw(frame)
        assert thin.screen.cells == stock.cells
        assert thin.screen.cursor == stock.cursor


@settings(max_examples=25, deadline=None, phases=WITHOUT_SHRINKING)
@given(wholes, st.lists(parts(NARROW), max_size=4))
def test_frames_that_were_left_out_make_no_difference(first: str, others: list[str]) -> None:
    stock, thin = Screen(), Thin()
    thin.draw(first)
    stock.feed(first)
    for frame in others:
        stock.feed(frame)
        thin.picture = thin.picture.drawn(frame)
    thin.screen.feed(thin.shown.become(thin.picture))
    assert thin.screen.cells == stock.cells


def test_a_frame_that_changes_nothing_sends_nothing() -> None:
    thin = Thin()
    lines = [strip(("the plan", "bold on blue"), (" of the quarter", ""))] * HEIGHT
    assert thin.draw(whole(lines))
    picture = thin.picture
    assert thin.draw(whole(lines)) == ""
    assert thin.picture is picture


def test_a_changed_word_sends_the_word() -> None:
    thin = Thin()
    lines = [strip(("the plan", "bold"), (f" of week {y}", "on blue")) for y in range(HEIGHT)]
    thin.draw(whole(lines))
    lines[2] = strip(("the plan", "bold"), (" of week 9", "on blue"))
    sent = thin.draw(whole(lines))
    assert "9" in sent
    assert len(sent) < len("\x1b[3;18H\x1b[44m9\x1b[1;1H") + 1


@pytest.mark.parametrize("by", [1, 2, -1])
def test_lines_that_move_are_moved_by_the_terminal(by: int) -> None:
    stock, thin = Screen(WIDTH, 12), Thin(WIDTH, 12)

    def frame(first: int) -> str:
        rows = [f"\x1b[{y + 1};1H計画{chr(65 + first + y) * (WIDTH - 4)}" for y in range(11)]
        return "\n".join([*rows, f"\x1b[12;1H{'the same foot':<{WIDTH}}\x1b[1;1H"])

    for first in (20, 20 + by):
        stock.feed(frame(first))
        sent = thin.draw(frame(first))
        assert thin.screen.cells == stock.cells
    assert len(sent) < 100


DELICATE = ("👍🏽", "❤️", "1️⃣", "क्षि", "😀", "⚠", "\u200b", "👩‍👩‍👧")
"""Texts that Textual and terminals give different widths."""


@pytest.mark.parametrize("text", DELICATE)
def test_what_stands_after_a_character_of_doubtful_width_stands_where_it_should(text: str) -> None:
    thin = Thin()

    def row(words: str) -> Strip:
        return Strip.join([strip((words, "bold")).adjust_cell_length(14), strip(("end|", ""))])

    calm = [row("| ############")] * HEIGHT
    for words in (f"| {text}plan and more", f"|{text}plan and less", f"| {text}{text}plan or no"):
        thin.draw(whole(calm))
        thin.draw(whole([row(words), *calm[1:]]))
        assert thin.screen.text[0].endswith("end|")
        assert "#" not in thin.screen.text[0]
        assert thin.screen.column(17) == "|" * HEIGHT
    thin.draw(whole(calm))
    assert thin.screen.text == ["| ############end|"] * HEIGHT


def test_a_wide_character_that_was_written_over_in_part_is_written_whole_again() -> None:
    stock, thin = Screen(), Thin()
    for frame in (
        whole([strip(("計画", ""))] * HEIGHT),
        partly({0: {1: strip(("x", ""))}}, cursor=(3, 3)),
        partly({0: {0: strip(("計", ""))}}, cursor=(3, 3)),
    ):
        stock.feed(frame)
        thin.draw(frame)
    assert thin.screen.cells == stock.cells
    assert thin.screen.text[0] == "計画"


@pytest.mark.parametrize(
    "frame",
    [
        "\x1b[1;1Htext without a place after it\n",
        "no place first\x1b[1;1H",
        "\x1b[1;1H\x1b]8;;https://example.org\x1b\\link\x1b]8;;\x1b\\\x1b[1;1H",
        "\x1b[1;1Hbell\x07\x1b[1;1H",
        "\x1b[1;1H\x1b[4:3mcurly\x1b[0m\x1b[1;1H",
        "\x1b[1;1H\x1b[38;5mhalf a colour\x1b[0m\x1b[1;1H",
        "\x1b[1;18Htoo long\x1b[1;1H",
        "\x1b[9;1Htoo low\x1b[1;1H",
        "\x1b[1;1H\x1b[31mnever ended\x1b[1;1H",
        "\x1b[1;1H\u0301a mark on nothing\x1b[1;1H",
        "\x1b[2J",
    ],
)
def test_what_is_no_frame_of_textuals_is_not_understood(frame: str) -> None:
    with pytest.raises(NotUnderstood):
        Picture.unknown(WIDTH, HEIGHT).drawn(frame)


@given(
    st.lists(st.text("abcdefgh", min_size=12, max_size=WIDTH), min_size=12, max_size=12), st.integers(-4, 4), st.data()
)
@settings(max_examples=60)
def test_lines_that_move_below_a_head_that_changes_are_where_they_belong(
    lines: list[str], by: int, data: st.DataObject
) -> None:
    moved = lines[by:] + lines[:by]
    head = data.draw(st.integers(0, 3))
    before = [*[f"head {number}" for number in range(head)], *lines]
    after = [*[f"head {number} of it" for number in range(head)], *moved]
    thin, stock = Thin(WIDTH, len(before)), Screen(WIDTH, len(before))
    for shown in (before, after):
        frame = whole([strip((line, "")) for line in shown])
        thin.draw(frame)
        stock.feed(frame)
        assert thin.screen.cells == stock.cells
