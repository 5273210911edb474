"""Settings: nothing is needed, and a slip of the pen is told with its line."""

from pathlib import Path

import pytest

from okrtui.model.measure import Bands
from okrtui.storage.errors import FileError
from okrtui.storage.settings import Settings, load_settings


def test_without_a_file_everything_has_its_default(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "not" / "config.toml") == Settings()
    defaults = Settings()
    assert (defaults.on_track_points, defaults.at_risk_points, defaults.check_in_days) == (10, 25, 7)
    assert (defaults.fiscal_year_starts, defaults.ascii, defaults.thin_output) == (1, False, True)
    assert defaults.bands() == Bands()


def test_every_setting_is_read(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        'theme = "nord"\nlanguage = "de"\nplan_language = "fr"\nfiscal_year_starts = 4\non_track_points = 5\n'
        "at_risk_points = 5\ncheck_in_days = 14\nascii = true\nthin_output = false\nmouse = true\ncolours = 256\n"
        '[keys]\nundo = "U"\nfirst = ["t", "home"]\n'
    )
    settings = load_settings(path)
    assert settings == Settings(
        theme="nord",
        language="de",
        plan_language="fr",
        fiscal_year_starts=4,
        on_track_points=5,
        at_risk_points=5,
        check_in_days=14,
        ascii=True,
        thin_output=False,
        mouse=True,
        colours="256",
        keys={"undo": ("U",), "first": ("t", "home")},
    )
    assert settings.bands() == Bands(on_track=5, at_risk=5, check_in_days=14)


@pytest.mark.parametrize(
    ("text", "line", "field", "what", "do"),
    [
        ("\ncolors = true\n", 2, "colors", "no setting", "slip of the pen"),
        ("fiscal_year_starts = 13\n", 1, "fiscal_year_starts", "is 13", "12 or less"),
        ("fiscal_year_starts = true\n", 1, "fiscal_year_starts", "no whole number", "10"),
        ('language = "xx"\n', 1, "language", "is 'xx'", "auto, en, de, fr, ja, ko, ar"),
        ('ascii = "no"\n', 1, "ascii", "is 'no'", "true or false"),
        ("ascii = true\ncolors = false\n", 2, "colors", "no setting", "delete the line"),
        ("colours = 8\n", 1, "colours", "is '8'", "auto, none, 16, 256, truecolor"),
        ("theme = 1\n", 1, "theme", "no text", "quotes"),
        ('[keys]\nundo = "U"\nquit = []\n', 3, "keys quit", "has no key", "delete the line"),
        ("[keys]\nquit = 5\n", 2, "keys quit", "is no key", "quotes"),
        ('keys = "x"\n', 1, "keys", "is no group of lines", "[keys]"),
        ("on_track_points = 30\n", None, "at_risk_points", "less than", "larger"),
        ("theme = nord\n", 1, None, "cannot be read", "quotes"),
    ],
)
def test_a_wrong_setting_is_told_with_its_line(
    tmp_path: Path, text: str, line: int | None, field: str | None, what: str, do: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(FileError) as caught:
        load_settings(path)
    assert (caught.value.line, caught.value.field) == (line, field)
    assert what in caught.value.what
    assert do in caught.value.do


def test_a_settings_file_that_is_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileError, match="directory"):
        load_settings(tmp_path)
