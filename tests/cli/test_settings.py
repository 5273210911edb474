"""``okrtui settings``: what counts and why, and a file that cannot be left wrong without being told."""

import stat
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The settings file, which is not there yet."""
    return tmp_path / ".config" / "okrtui" / "config.toml"


def write(config: Path, text: str) -> None:
    config.parent.mkdir(parents=True)
    config.write_text(text)


def row(lines: list[str], name: str) -> list[str]:
    """The words of a setting's line."""
    return next(line.split() for line in lines if line.startswith(name))


def test_each_setting_stands_with_its_value_default_and_origin(okrtui: CommandLine, config: Path) -> None:
    write(config, '# mine\ncheck_in_days = 14\n\n[keys]\nundo = ["U", "f5"]\n')
    said = okrtui("settings")
    assert said.code == 0
    assert said.lines[0] == str(config)
    assert row(said.lines, "check_in_days") == ["check_in_days", "14", "7", "line", "2"]
    assert row(said.lines, "fiscal_year_starts") == ["fiscal_year_starts", "1", "1", "default"]
    assert row(said.lines, "keys.undo") == ["keys.undo", "U", "f5", "u", "line", "5"]


def test_without_a_file_it_is_told_how_to_make_one(okrtui: CommandLine, config: Path) -> None:
    assert okrtui("settings").lines[0] == f"{config} is not there yet; okrtui settings --edit makes it"
    assert not config.exists()


def test_what_the_environment_decides_is_told_with_its_variable(okrtui: CommandLine) -> None:
    okrtui.environ.update(NO_COLOR="1", LANG="C", LC_MESSAGES="en_GB.UTF-8")
    lines = okrtui("settings").lines
    assert row(lines, "colours") == ["colours", "none", "auto", "NO_COLOR"]
    assert row(lines, "ascii") == ["ascii", "true", "false", "LANG"]
    assert row(lines, "language") == ["language", "en", "auto", "LC_MESSAGES"]


def test_programs_read_the_settings_as_json(okrtui: CommandLine, config: Path) -> None:
    write(config, 'ascii = true\n[keys]\nundo = "U"\n')
    whole = okrtui("settings", "--format", "json").json
    settings = {it["name"]: it for it in whole["settings"]}
    assert (whole["file"], whole["exists"]) == (str(config), True)
    assert settings["ascii"] == {
        "name": "ascii",
        "value": True,
        "default": False,
        "origin": "file",
        "line": 1,
        "variable": None,
    }
    assert (settings["keys.undo"]["value"], settings["keys.undo"]["default"]) == (["U"], ["u"])
    assert settings["theme"]["origin"] == "default"


@pytest.mark.parametrize(
    ("line", "field", "what", "do"),
    [
        ('undoo = "U"', "keys.undoo", "is no command", "write undo?"),
        ('undo = "z"', "keys.undo", "z is the key of toggle_detail already", "another"),
        ('toggle_detail = "u"', "keys.toggle_detail", "u is the key of undo already", "another"),
        ('copy = "c"', "keys.copy", "c is the key of check_in already", "another"),
        ('undo = "hyperspace"', "keys.undo", "hyperspace is no key", "write it like"),
        ('undo = "ctrl+i"', "keys.undo", "ctrl+i arrives as tab", "a letter"),
        ('undo = "ctrl+m"', "keys.undo", "ctrl+m arrives as enter", "a letter"),
        ('undo = "ctrl+h"', "keys.undo", "ctrl+h arrives as backspace", "a letter"),
        ('undo = "alt+u"', "keys.undo", "alt+u does not arrive", "a letter"),
        ('undo = "ctrl+shift+u"', "keys.undo", "ctrl+shift+u does not arrive", "a letter"),
        ('undo = "shift+up"', "keys.undo", "shift+↑ does not arrive", "a letter"),
        ('undo = "ctrl+enter"', "keys.undo", "ctrl+enter does not arrive", "a letter"),
        ('undo = "ctrl+z"', "keys.undo", "ctrl+z is what goes back to the shell", "a letter"),
        ('undo = "ctrl+c"', "keys.undo", "ctrl+c is what ends programs", "a letter"),
        ('undo = "ctrl+q"', "keys.undo", "ctrl+q always leaves", "a letter"),
        ('undo = "tab"', "keys.undo", "tab goes from field to field", "a letter"),
        ('save = "w"', "keys.save", "w is a character that is typed in forms", "ctrl+"),
        ("undo = []", "keys undo", "has no key", "delete the line"),
    ],
)
def test_a_key_that_cannot_be_is_told_with_its_line(
    okrtui: CommandLine, config: Path, line: str, field: str, what: str, do: str
) -> None:
    write(config, f'ascii = false\n[keys]\nredo = "f5"\n{line}\n')
    told = okrtui.refuses("settings")
    assert f"config.toml, line 4, {field}: {what}" in told
    assert do in told


@pytest.mark.parametrize(
    "lines",
    [
        'undo = "z"\ntoggle_detail = "u"',  # swapped
        'suspend_process = "ctrl+z"',  # its usual key
        'copy_shown = ["y", "Y"]',  # Y is the usual key of another command there too
        'back_to_planning = "B"',  # has no usual key
        'save = "ctrl+w"\nview_plan = "f2"\nfind = ["/", "ctrl+g"]',
    ],
)
def test_keys_that_can_be_are_taken(okrtui: CommandLine, config: Path, lines: str) -> None:
    write(config, f"[keys]\n{lines}\n")
    assert okrtui("settings").code == 0


def test_a_theme_that_there_is_not_is_told_with_one_that_there_is(okrtui: CommandLine, config: Path) -> None:
    write(config, 'theme = "grubox"\n')
    assert "config.toml, line 1, theme: is no theme; write gruvbox?" in okrtui.refuses("settings")


def test_edit_makes_a_file_of_comments_for_its_owner_alone(okrtui: CommandLine, config: Path) -> None:
    okrtui.environ["EDITOR"] = "true"
    said = okrtui("settings", "--edit")
    assert said.code == 0
    assert stat.S_IMODE(config.stat().st_mode) == 0o600
    assert "# check_in_days = 7" in config.read_text().splitlines()
    assert row(said.lines, "check_in_days") == ["check_in_days", "7", "7", "default"]
    config.write_text(
        "\n".join(
            line.removeprefix("# ") if " = " in line or "[" in line[:3] else line
            for line in config.read_text().splitlines()
        )
    )
    assert okrtui("settings").code == 0, "every line is right once its # is taken away"


def test_edit_says_what_is_wrong_afterwards(okrtui: CommandLine, config: Path, tmp_path: Path) -> None:
    editor = tmp_path / "my editor"
    editor.write_text('#!/bin/sh\ntest "$1" = -w && echo "check_in_days = 0" > "$2"\n')
    editor.chmod(0o700)
    okrtui.environ["VISUAL"] = f"'{editor}' -w"
    assert "config.toml, line 1, check_in_days: is 0; write 1 or more" in okrtui.refuses("settings", "--edit")
    assert config.read_text() == "check_in_days = 0\n"


@pytest.mark.parametrize("there", ["nano", "vi"])
def test_without_an_editor_of_ones_own_it_is_nano_which_says_how_it_is_left_or_else_vi(
    okrtui: CommandLine, config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str
) -> None:
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in {there, "vi"}:
        (folder / name).write_text(f'#!/bin/sh\necho "# {name}" > "$1"\n')
        (folder / name).chmod(0o700)
    monkeypatch.setenv("PATH", str(folder))
    okrtui.environ.update(PATH=str(folder), VISUAL="", EDITOR="")
    assert okrtui("settings", "--edit").code == 0
    assert config.read_text() == f"# {there}\n"


@pytest.mark.parametrize(
    ("editor", "told"), [("no-such-editor", "no such file"), ("false", "ended with an error"), ("'", "quote")]
)
def test_an_editor_that_does_not_start_is_told(okrtui: CommandLine, editor: str, told: str) -> None:
    okrtui.environ["EDITOR"] = editor
    assert told in okrtui.refuses("settings", "--edit")
