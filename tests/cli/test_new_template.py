"""A quarter that starts from a template, by the command line."""

from pathlib import Path

import pytest

from okrtui.examples.templates import templates
from okrtui.storage.codec import decode
from tests.support.command_line import CommandLine

NAMES = [known.name for known in templates()]


def configure(tmp_path: Path, text: str) -> None:
    config = tmp_path / ".config" / "okrtui" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(text)


@pytest.mark.parametrize("name", NAMES)
def test_a_quarter_from_a_template_waits_for_its_baselines_alone(okrtui: CommandLine, name: str) -> None:
    said = okrtui("new", "2027-Q1", "--template", name)
    assert (said.code, said.err) == (0, "")
    path = okrtui.data / "2027-Q1.toml"
    first, second = said.lines
    assert first == f"started 2027-Q1 (1 Jan to 31 Mar 2027) in {path}"
    checked = okrtui("check", "2027-Q1")
    assert checked.code == 1
    open_ones = [line for line in checked.lines if " error kr-no-baseline: " in line]
    assert len(open_ones) == len(checked.lines) - 1, "the last line counts them, and nothing else is found"
    left = "1 baseline is" if len(open_ones) == 1 else f"{len(open_ones)} baselines are"
    assert second == f"its targets are suggestions, and {left} left to fill in; okrtui check 2027-Q1 names them"


def test_the_settings_give_the_dates_and_the_language(okrtui: CommandLine, tmp_path: Path) -> None:
    configure(tmp_path, 'fiscal_year_starts = 4\nplan_language = "de"\n')
    okrtui("new", "2026-Q4", "--template", "product-launch")
    path = okrtui.data / "2026-Q4.toml"
    plan = decode(path.read_bytes(), path)
    assert (str(plan.start), str(plan.end), plan.language) == ("2027-01-01", "2027-03-31", "de")
    codes = {line.split()[3].rstrip(":") for line in okrtui("check", "2026-Q4").lines[:-1]}
    assert codes == {"kr-no-baseline"}, "a coach of another language would misread the titles"
    assert plan.objectives[0].title == "Den Launch so vorbereiten, dass der Vertrieb sofort verkauft"


def test_who_sets_no_language_gets_the_one_that_the_program_speaks(okrtui: CommandLine) -> None:
    okrtui.environ["LANG"] = "ja_JP.UTF-8"
    okrtui("new", "2027-Q1", "--template", "content-seo")
    path = okrtui.data / "2027-Q1.toml"
    plan = decode(path.read_bytes(), path)
    assert plan.language == "auto", "the coach tells it by the sentence, also what is written in another one later"
    assert "。" in plan.objectives[0].why


def test_who_writes_english_keeps_it(okrtui: CommandLine, tmp_path: Path) -> None:
    configure(tmp_path, 'plan_language = "en"\n')
    okrtui("new", "2027-Q1", "--template", "content-seo")
    assert 'language = "en"\n' in (okrtui.data / "2027-Q1.toml").read_text()


def test_no_action_is_late_in_a_quarter_that_is_started_late(okrtui: CommandLine) -> None:
    okrtui("new", "2026-Q4", "--template", "demand-generation", "--today", "2026-11-12")
    shown = okrtui("show", "2026-Q4", "--today", "2026-11-12").out
    assert "Hold the first round table (due 27 Nov)" in shown
    assert "Write a one-page offer for partners\n" in shown, "its day has passed, so it waits for a new one"
    assert "Oct)" not in shown


def test_an_unknown_template_lists_the_known_ones_and_makes_no_file(okrtui: CommandLine) -> None:
    for name in ("foo", "", "../coach/lexicons/en", "2026-Q4"):
        line = okrtui.refuses("new", "2027-Q1", "--template", name)
        assert f"write one of {', '.join(NAMES)}; see: okrtui new --help" in line
    assert list(okrtui.data.iterdir()) == []


def test_a_quarter_starts_from_one_thing_only(okrtui: CommandLine, example: Path) -> None:
    line = okrtui.refuses("new", "2027-Q1", "--template", "content-seo", "--from", "2026-Q4")
    assert line.endswith("either --from an earlier one or with a --template; choose one of them")
    assert not (okrtui.data / "2027-Q1.toml").exists()


def test_a_quarter_that_is_there_is_not_written_over_by_a_template(okrtui: CommandLine, example: Path) -> None:
    before = example.read_bytes()
    assert "is there already" in okrtui.refuses("new", "2026-Q4", "--template", "content-seo")
    assert example.read_bytes() == before


def test_the_help_says_what_each_template_is_for(okrtui: CommandLine) -> None:
    shown = [line.split(maxsplit=1) for line in okrtui("help", "new").lines if line.strip()]
    assert [[known.name, known.about] for known in templates()] == [found for found in shown if found[0] in NAMES]
