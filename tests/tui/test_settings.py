"""The settings at work: keys of one's own everywhere, a look without colours, and a list that writes the file."""

from pathlib import Path

import pytest
from rich.color import ColorType

from okrtui.i18n import tr
from okrtui.storage.settings import Settings
from okrtui.tui.widgets.options import Options
from tests.support.catalogue import speak_some
from tests.support.desk import LARGE, Desk, at_desk


def config(directory: Path) -> Path:
    return directory / ".config" / "okrtui" / "config.toml"


def written(directory: Path, text: str) -> Path:
    config(directory).parent.mkdir(parents=True)
    config(directory).write_text(text)
    return config(directory)


def colours(desk: Desk) -> set[ColorType]:
    """The kinds of colours on the screen."""
    return {
        colour.type
        for strip in desk.app.screen._compositor.render_strips()
        for segment in strip
        if segment.style
        for colour in (segment.style.color, segment.style.bgcolor)
        if colour is not None
    }


async def test_a_key_of_ones_own_acts_and_the_usual_one_does_not(tmp_path: Path) -> None:
    settings = Settings.read({"keys": {"add_objective": ["O", "f5"], "undo": "ctrl+g", "back_to_planning": "B"}})
    async with at_desk(tmp_path, example=True, settings=settings) as desk:
        before = len(desk.plan.objectives)
        await desk.press("o")
        await desk.press("O")
        await desk.type("Be found first")
        await desk.press("enter", "escape")
        assert len(desk.plan.objectives) == before + 1
        await desk.press("u")
        assert len(desk.plan.objectives) == before + 1
        await desk.press("ctrl+g")
        assert len(desk.plan.objectives) == before
        await desk.press("B")
        assert "back" in desk.screen


async def test_two_commands_can_change_places(tmp_path: Path) -> None:
    settings = Settings.read({"keys": {"undo": "z", "toggle_detail": "u"}})
    async with at_desk(tmp_path, example=True, size=LARGE, settings=settings) as desk:
        assert "Why" in desk.screen or "Serves" in desk.screen
        shown = desk.screen
        await desk.press("u")
        assert desk.screen != shown
        await desk.press("space", "z")
        assert "nothing to undo" in desk.status or "folded" not in desk.status


async def test_foot_palette_help_and_hints_name_the_keys_in_use(tmp_path: Path) -> None:
    settings = Settings.read(
        {"keys": {"help": "f2", "palette": ["f3"], "add_sibling": "+", "next_finding": "ctrl+g", "quarters": "L"}}
    )
    async with at_desk(tmp_path, example=True, settings=settings) as desk:
        foot = desk.lines[-1]
        assert "+ add" in foot and "f2 help" in foot and "f3 commands" in foot
        assert "ctrl+g: " in desk.screen
        await desk.press("right_square_bracket")
        assert "L lists them" in desk.status
        await desk.press("f3")
        await desk.type("next item that needs")
        assert "ctrl+g" in desk.screen
        await desk.press("escape", "f2")
        assert "f3 finds a command by name" in desk.screen


@pytest.mark.parametrize("letter", ["b", "O"])
async def test_a_key_of_ones_own_is_a_letter_where_one_writes(tmp_path: Path, letter: str) -> None:
    async with at_desk(tmp_path, example=True, settings=Settings.read({"keys": {"redo": "b", "quit": "O"}})) as desk:
        await desk.press("o", letter, "enter")
        assert letter in [objective.title for objective in desk.plan.objectives]


async def test_without_colours_there_are_none_and_the_cursor_is_seen(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, settings=Settings(colours="none")) as desk:
        assert colours(desk) <= {ColorType.DEFAULT}
        reversed_lines = [
            strip.text.strip()
            for strip in desk.app.screen._compositor.render_strips()
            if any(segment.style and segment.style.reverse and "Build" in segment.text for segment in strip)
        ]
        assert len(reversed_lines) == 1


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
async def test_the_terminals_own_palette_is_all_that_these_themes_use(tmp_path: Path, theme: str) -> None:
    async with at_desk(tmp_path, example=True, size=LARGE, settings=Settings(theme=theme)) as desk:
        assert colours(desk) <= {ColorType.DEFAULT, ColorType.STANDARD}


async def test_a_setting_is_picked_written_and_taken_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, '# mine\ncheck_in_days = 7  # a week\n\n[keys]\nredo = "f5"\n')
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("comma")
        assert "okrtui-dark" in desk.screen and "any theme of Textual" in desk.screen
        await desk.type("theme")
        await desk.press("enter")
        await desk.type("nord")
        await desk.press("enter")
        await desk.until(lambda: desk.app.theme == "nord")
        await desk.until(lambda: "saved: theme" in desk.screen and "type to narrow" in desk.screen)
        await desk.type("check_in")
        await desk.press("enter", "backspace")
        await desk.type("93")
        await desk.press("enter")
        assert "from 1 to 92" in desk.screen
        await desk.press("backspace", "backspace")
        await desk.type("14")
        await desk.press("enter")
        await desk.until(lambda: "saved: check_in_days = 14" in desk.screen and "type to narrow" in desk.screen)
        await desk.press("escape")
        assert "type to narrow" not in desk.screen
    assert path.read_text() == ('# mine\ncheck_in_days = 14  # a week\n\ntheme = "nord"\n[keys]\nredo = "f5"\n')


def chosen(desk: Desk) -> str:
    """The setting under the cursor of the list."""
    options = desk.app.screen.query_one(Options)
    return "" if options.highlighted is None else options.get_option_at_index(options.highlighted).id or ""


async def test_the_cursor_stays_on_the_setting_that_was_changed(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("comma", *["down"] * 5)
        name = chosen(desk)
        assert name == "fiscal_year_starts"
        await desk.press("enter", "down", "enter")
        await desk.until(lambda: "saved: fiscal_year_starts = 2" in desk.screen and "type to narrow" in desk.screen)
        assert chosen(desk) == name


async def test_another_language_is_spoken_at_once_and_undo_still_knows_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speak_some(monkeypatch, tmp_path / "locale", "de", {"help": "Hilfe"})
    async with at_desk(tmp_path, example=True) as desk:
        before = len(desk.plan.objectives)
        await desk.press("o", "X", "enter", "escape", "comma")
        await desk.type("language of the program")
        await desk.press("enter")
        await desk.type("Deutsch")
        await desk.press("enter")
        await desk.until(lambda: 'saved: language = "de"' in desk.screen and "type to narrow" in desk.screen)
        await desk.press("escape")
        await desk.until(lambda: "? Hilfe" in desk.lines[-1])
        await desk.press("u")
        await desk.until(lambda: len(desk.plan.objectives) == before)
        assert tr("help") == "Hilfe"
    assert config(tmp_path).read_text() == 'language = "de"\n'


async def test_ascii_is_drawn_at_once(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True) as desk:
        assert "▼" in desk.screen
        await desk.press("3", "comma")
        await desk.type("ascii")
        await desk.press("enter")
        await desk.type("yes")
        await desk.press("enter")
        await desk.until(lambda: "saved: ascii = true" in desk.screen and "type to narrow" in desk.screen)
        await desk.press("escape")
        await desk.until(lambda: "####" in desk.screen)


async def test_a_settings_file_that_is_wrong_is_told_and_not_written(tmp_path: Path) -> None:
    path = written(tmp_path, "check_in_days = 0\n")
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("comma")
        assert "config.toml, line 1, check_in_days" in desk.status
    assert path.read_text() == "check_in_days = 0\n"


async def test_the_mouse_puts_the_cursor(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True, settings=Settings(mouse=True)) as desk:
        await desk.pilot.click(offset=(20, 4))
        assert "space fold" not in desk.lines[-1], "an action is under the cursor"
        await desk.press("4")
        line = next(number for number, text in enumerate(desk.lines) if "late" in text and "start video" in text)
        await desk.pilot.click(offset=(20, line))
        await desk.press("enter")
        await desk.until(lambda: "space tick" in desk.lines[-1])
        await desk.press("space")
        assert "Record a three-minute" in desk.status


async def test_another_look_leaves_what_is_half_typed_where_it_is(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("2")
        await desk.type("123")
        await desk.press("escape", "comma")
        await desk.type("theme")
        await desk.press("enter")
        await desk.type("nord")
        await desk.press("enter")
        await desk.until(lambda: "saved: theme" in desk.screen and "type to narrow" in desk.screen)
        await desk.press("escape")
        assert "This " not in desk.screen, "nothing is asked: nothing has ended"
        await desk.press("2")
        await desk.until(lambda: "123" in desk.screen)


async def test_keys_of_ones_own_are_written_in_the_editor_and_count_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, '[keys]\nredo = "f5"\n')
    texts = iter([b'[keys]\nredo = "no such key"\n', b'[keys]\nredo = "f5"\nundo = "U"\n'])
    monkeypatch.setattr("okrtui.tui.settings_by_hand.Editor.edit", lambda *_: next(texts))
    async with at_desk(tmp_path, example=True) as desk:
        await desk.press("comma")
        await desk.type("keys of your own")
        assert "1 set" in desk.screen and "~/.config/okrtui/config.toml" in desk.screen.replace("│\n", "")
        await desk.press("enter")
        asked = " ".join(desk.screen.replace("│", "").split())
        assert "no such key is no key" in asked and "edit it again" in asked
        assert "undo" not in path.read_text()
        await desk.press("e")
        await desk.until(lambda: "2 set" in desk.screen)
        await desk.press("escape")
        await desk.press("U")
        assert desk.status == "nothing to undo"
    assert 'undo = "U"' in path.read_text()
