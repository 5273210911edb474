"""The language of the program: the settings', else the environment's, in all that is said."""

from pathlib import Path

import pytest

from tests.support.catalogue import speak_some
from tests.support.command_line import CommandLine

GERMAN = {
    "plan a quarter": "",
    "show this help": "diese Hilfe zeigen",
    "is no text": "ist kein Text",
    "setting": "Einstellung",
    "line {number}": "Zeile {number}",
}


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The settings file, which is not there yet; some words of German are."""
    speak_some(monkeypatch, tmp_path / "locale", "de", GERMAN)
    config = tmp_path / ".config" / "okrtui" / "config.toml"
    config.parent.mkdir(parents=True)
    return config


@pytest.mark.parametrize(
    ("environ", "german"),
    [
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "C.UTF-8", "LC_MESSAGES": "de_AT.UTF-8"}, True),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, False),
        ({"LANG": "xx_XX.UTF-8"}, False),
    ],
)
def test_the_help_speaks_the_language_of_the_environment(
    okrtui: CommandLine, config: Path, environ: dict[str, str], german: bool
) -> None:
    okrtui.environ.update(environ)
    assert ("diese Hilfe zeigen" in okrtui("--help").out) == german


def test_the_settings_go_before_the_environment(okrtui: CommandLine, config: Path) -> None:
    config.write_text('language = "de"\n')
    assert "diese Hilfe zeigen" in okrtui("--help").out
    assert any(line.startswith("Einstellung") for line in okrtui("settings").lines)
    config.write_text('language = "en"\n')
    okrtui.environ["LANG"] = "de_DE.UTF-8"
    assert "show this help" in okrtui("--help").out


@pytest.mark.parametrize("text", ["theme = 1\nlanguage = 5\n", "theme = 1\n"])
def test_a_file_that_is_wrong_is_complained_about_in_the_language_of_the_environment(
    okrtui: CommandLine, config: Path, text: str
) -> None:
    config.write_text(text)
    okrtui.environ["LANG"] = "de_DE.UTF-8"
    assert "ist kein Text" in okrtui.refuses("settings")


def test_a_file_that_is_no_toml_does_no_harm_to_the_help(okrtui: CommandLine, config: Path) -> None:
    config.write_text("language = de\n")
    said = okrtui("--help")
    assert (said.code, said.err) == (0, "")


def test_new_quarters_have_a_language_of_their_own(okrtui: CommandLine, config: Path) -> None:
    config.write_text('language = "en"\nplan_language = "de"\n')
    okrtui("new", "2026-Q4")
    assert 'language = "de"' in (okrtui.data / "2026-Q4.toml").read_text()


def test_a_terminal_that_shows_no_japanese_is_spoken_to_in_english(okrtui: CommandLine) -> None:
    okrtui.environ["LANG"] = "ja_JP"
    assert okrtui("--help").out.startswith("usage:")
