"""``okrtui report``: the update for leadership, to look at, to send on, to keep."""

import io
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from okrtui.cli.verbs import VERBS
from okrtui.model.plan import Plan
from okrtui.model.quarter import Quarter
from okrtui.report.update.formats import FORMATS, format_of
from tests.report.updates import golden
from tests.support.command_line import CommandLine
from tests.support.plans import small_plan

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_each_format_goes_to_standard_output_and_markdown_is_the_usual_one(okrtui: CommandLine, example: Path) -> None:
    for name in FORMATS:
        said = okrtui("report", "--format", name)
        assert (said.code, said.err) == (0, "")
        assert said.out == golden(name).read_bytes().decode()
    assert okrtui("report") == okrtui("report", "2026-q4", "-o", "-") == okrtui("report", "--format", "md")
    (offered,) = (
        argument.choices for verb in VERBS if verb.name == "report" for argument in verb.takes if argument.choices
    )
    assert offered == FORMATS


def test_a_file_is_written_whole_for_nobody_else_to_read_in_the_format_of_its_name(
    okrtui: CommandLine, example: Path, tmp_path: Path
) -> None:
    for suffix, name in ((".md", "md"), (".html", "html"), (".csv", "csv"), (".json", "json"), (".txt", "text")):
        path = tmp_path / f"update{suffix}"
        said = okrtui("report", "-o", str(path))
        assert (said.code, said.out, said.err) == (0, f"wrote {path}\n", "")
        assert path.read_bytes() == golden(name).read_bytes()  # type: ignore[arg-type]
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert format_of(Path("A.HTM")) == "html" and format_of(Path("notes")) is None
    shared = tmp_path / "shared.html"
    shared.write_text("old")
    shared.chmod(0o644)
    link = tmp_path / "link.html"
    link.symlink_to(shared)
    assert okrtui("report", "-o", str(link), "--format", "text").code == 0
    assert link.is_symlink() and shared.read_bytes() == golden("text").read_bytes()
    assert not [found for found in tmp_path.iterdir() if found.name.startswith(".okrtui-")]


def test_no_plan_is_ever_written_over(okrtui: CommandLine, example: Path, tmp_path: Path) -> None:
    before = example.read_bytes()
    elsewhere = tmp_path / "to-the-plan"
    elsewhere.symlink_to(example)
    for path in (example, elsewhere, okrtui.data / "2027-Q1.toml", okrtui.data / ".okrtui" / "update.md"):
        assert okrtui.refuses("report", "-o", str(path)).endswith("is where plans are kept; name another file after -o")
    assert example.read_bytes() == before
    assert okrtui("report", "-o", str(okrtui.data / "update.md")).code == 0


def test_what_cannot_be_said_or_written_is_one_line_that_helps(okrtui: CommandLine, example: Path) -> None:
    def line(*words: str) -> str:
        return okrtui.refuses("report", *words).removeprefix("okrtui: ")

    assert line("--since", "13 Nov") == "--since: 13 Nov is still to come; name the day of the last update, such as -7d"
    assert line("--since", "soon") == "--since: soon is no date; write it like 15 Dec, 2026-12-15 or +2w"
    assert line("--objective", "9") == "--objective: 2026-Q4 has no objective 9; write 1 to 4"
    assert line("-o", "") == "-o names no file; write it like -o update.html"
    assert line("-o", "/nowhere/x") == "x: cannot be written: no such file or directory; name another file after -o"
    assert "is a directory" in line("-o", str(okrtui.data))
    assert line("--format", "pdf").startswith("--format cannot be pdf; write one of md, html, csv, json, text")
    assert line("2031-Q1").startswith("2031-Q1.toml: does not exist")
    assert line("q") == "q is no quarter; write it like 2026-Q4"


def test_since_and_objective_narrow_it(okrtui: CommandLine, example: Path) -> None:
    assert "## Done since 29 Oct\n" in okrtui("report", "--since", "-14d").out
    assert "## What moved since 8 Nov\n" in okrtui("report", "--since", "8 Nov").out
    one = okrtui("report", "--objective", "3").out
    assert one.startswith("# 2026-Q4, objective 3: ") and "2.4" not in one
    assert okrtui("report", "--objective", "9nj3ty").out == one


def test_without_a_name_it_is_the_quarter_of_today_and_settings_count(okrtui: CommandLine, tmp_path: Path) -> None:
    assert "does not exist; make it with: okrtui new 2026-Q4" in okrtui.refuses("report")
    okrtui.put(small_plan().replace(quarter=Quarter(2026, 3)))
    assert okrtui("report").out.startswith("# 2026-Q3: update of 12 Nov 2026\n")
    okrtui.put(Plan.empty(Quarter(2026, 4)))
    assert okrtui("report").out == (
        "# 2026-Q4: the plan\n\n1 Oct to 31 Dec 2026; as of 12 Nov 2026.\n\n**Nothing is planned yet.**\n"
    )
    settings = tmp_path / ".config" / "okrtui" / "config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("on_track_points = 3\n")
    okrtui.put(small_plan())
    assert "On track: at most 3 points behind" in okrtui("report").out


def test_who_stops_reading_is_told_nothing(okrtui: CommandLine, example: Path) -> None:
    environ = {**okrtui.environ, "PATH": os.environ.get("PATH", "")}
    shell = f'"{sys.executable}" -m okrtui report --format html | head -c 9; exit ${{PIPESTATUS[0]}}'
    said = subprocess.run(["bash", "-c", shell], env=environ, cwd=ROOT, capture_output=True, check=False)
    assert (said.stdout, said.stderr) == (b"<!DOCTYPE", b"")
    assert said.returncode in (0, 141)


class Terminal(io.TextIOWrapper):
    """A terminal that keeps what it is sent."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("name", FORMATS)
def test_a_terminal_that_knows_only_ascii_is_sent_nothing_that_breaks_it(
    okrtui: CommandLine, example: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    example.write_text(example.read_text().replace("Build a new channel", "日本語 – 🎯 é"))
    kept = io.BytesIO()
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", Terminal(kept, encoding="utf-8"))
        assert okrtui.main(["report", "--format", name], {**okrtui.environ, "LANG": "C"}) == 0
        out = kept.getvalue().decode("ascii")
    if name == "json":
        assert json.loads(out)["objectives"][0]["title"].startswith("日本語 – 🎯 é")
    elif name == "html":
        assert "&#26085;&#26412;&#35486; &#8211; &#127919; &#233;" in out
    elif name == "csv":
        assert out.startswith("Quarter,Objective number,")


def keys(value: object) -> set[str]:
    if isinstance(value, dict):
        return {*value, *(found for part in value.values() for found in keys(part))}
    return {found for part in value for found in keys(part)} if isinstance(value, list) else set()


def test_the_readme_says_what_each_key_and_column_is(okrtui: CommandLine, example: Path) -> None:
    section = README.split("### The update as data\n")[1].split("\n## ")[0]
    document = json.loads(okrtui("report", "--format", "json").out)
    paces = set(document["paces"])
    assert {key for key in keys(document) - paces if f"`{key}`" not in section} == set()
    columns = okrtui("report", "--format", "csv").out.lstrip("\ufeff").splitlines()[0].split(",")
    assert [name for name in columns if f"*{name}*" not in section] == []
