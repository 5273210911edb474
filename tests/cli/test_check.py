import datetime as dt
import json
from pathlib import Path

from okrtui.cli.checking import read_plan
from okrtui.examples import PLANTED
from okrtui.model.plan import Plan
from tests.support.clean import clean_plan, quarter_before
from tests.support.command_line import CommandLine


def accepted_plan() -> Plan:
    """The clean plan with a percentage that was accepted on purpose."""
    plan = clean_plan()
    first, *others = plan.objectives
    share = first.key_results[0].replace(unit="%", accepted={"kr-percentage": "The board asks for it"})
    return plan.replace(objectives=(first.replace(key_results=(share, *first.key_results[1:])), *others))


def test_every_planted_mistake_is_named_by_place_and_code(okrtui: CommandLine, example: Path) -> None:
    before = example.read_bytes()
    said = okrtui("check")
    *found, total = said.lines
    assert said.code == 1
    assert tuple((line.split()[1], line.split()[3].rstrip(":")) for line in found) == PLANTED
    assert found[0].startswith("2026-Q4.toml 2.2 error kr-percentage: a share")
    assert total == "1 error, 4 warnings, 1 hint in 1 quarter"
    assert said.err == ""
    assert example.read_bytes() == before


def test_a_plan_without_a_mistake_is_let_through(okrtui: CommandLine) -> None:
    okrtui.put(clean_plan())
    said = okrtui("check")
    assert (said.code, said.out, said.err) == (0, "nothing to mend in 1 quarter\n", "")


def test_a_start_behind_the_due_date_is_an_error(okrtui: CommandLine) -> None:
    plan = clean_plan()
    first, *others = plan.objectives
    late = first.key_results[0].replace(start=dt.date(2026, 12, 20), due=dt.date(2026, 12, 15))
    okrtui.put(plan.replace(objectives=(first.replace(key_results=(late, *first.key_results[1:])), *others)))
    said = okrtui("check")
    assert said.code == 1
    assert "1.1 error kr-start-late: starts on 20 Dec 2026, after it is due on 15 Dec 2026" in said.out


def test_a_closed_quarter_has_nothing_to_mend_and_says_why(okrtui: CommandLine, example: Path) -> None:
    """A script that waits for 0 would wait for ever: nobody can mend what is closed."""
    closed = read_plan(example).replace(phase="closed", closed_on=dt.date(2026, 12, 31))
    okrtui.put(closed)
    said = okrtui("check")
    assert (said.code, said.out) == (0, "nothing to mend in 1 quarter; 1 is closed\n")
    assert okrtui("check", "--format", "json").json["files"][0]["findings"] == []
    okrtui("new", "2027-Q1")
    said = okrtui("check")
    assert said.code == 1 and said.lines[-1].endswith(" in 2 quarters; 1 is closed")
    assert not any("2026-Q4.toml" in line for line in said.lines)


def test_a_hint_alone_stops_no_script(okrtui: CommandLine) -> None:
    plan = clean_plan()
    okrtui.put(plan.replace(objectives=(plan.objectives[0].replace(why=""), *plan.objectives[1:])))
    said = okrtui("check")
    assert said.code == 0
    assert said.lines[-1] == "1 hint in 1 quarter"


def test_what_was_accepted_on_purpose_is_shown_with_its_reason_and_stops_nothing(okrtui: CommandLine) -> None:
    okrtui.put(accepted_plan())
    said = okrtui("check")
    assert said.code == 0
    assert "1.1 accepted kr-percentage: " in said.out
    assert "The board asks for it" in said.out
    assert said.lines[-1] == "nothing to mend in 1 quarter; 1 accepted"
    (found,) = okrtui("check", "--format", "json").json["files"][0]["findings"]
    assert found["accepted"] == "The board asks for it"


def test_a_mistake_of_the_quarter_itself_has_a_place_too(okrtui: CommandLine) -> None:
    okrtui("new", "2027-Q1")
    said = okrtui("check")
    assert said.code == 1
    assert said.lines[0].startswith("2027-Q1.toml quarter warning objective-count: ")
    (found,) = okrtui("check", "--format", "json").json["files"][0]["findings"]
    assert (found["position"], found["item_id"], found["title"]) == (None, None, None)


def test_json_and_jsonl_tell_a_script_the_same_as_the_text_tells_a_person(okrtui: CommandLine, example: Path) -> None:
    said = okrtui("check", "--format", "json")
    assert said.code == 1
    (file,) = said.json["files"]
    assert (file["file"], file["quarter"]) == ("2026-Q4.toml", "2026-Q4")
    assert tuple((found["position"], found["code"]) for found in file["findings"]) == PLANTED
    first = file["findings"][0]
    assert first == {
        "code": "kr-percentage",
        "severity": "error",
        "position": "2.2",
        "item_id": first["item_id"],
        "title": "Raise trial activation from 24 % to 31 %",
        "letter": "M",
        "field": "unit",
        "message": first["message"],
        "accepted": None,
    }
    flat = [json.loads(line) for line in okrtui("check", "--format", "jsonl").lines]
    assert flat == [{"file": "2026-Q4.toml", "quarter": "2026-Q4", **found} for found in file["findings"]]


def test_a_file_outside_the_data_directory_can_be_checked_before_it_is_taken_over(
    okrtui: CommandLine, example: Path, tmp_path: Path
) -> None:
    other = tmp_path / "from a colleague.toml"
    other.write_bytes(example.read_bytes())
    example.unlink()
    said = okrtui("check", str(other))
    assert said.code == 1
    assert len(said.lines) == len(PLANTED) + 1
    assert said.lines[0].startswith(f"{other} 2.2 error")
    assert list(okrtui.data.iterdir()) == []


def test_one_quarter_can_be_checked_by_its_name(okrtui: CommandLine, example: Path) -> None:
    okrtui("new", "2027-Q1")
    for name in ("2027-Q1", "2027-q1"):
        said = okrtui("check", name)
        assert (said.code, len(said.lines)) == (1, 2)
        assert said.lines[0].startswith("2027-Q1.toml quarter warning objective-count: ")
    assert okrtui("check", "2027-Q1", str(example)).lines[-1].endswith(" in 2 quarters")
    assert "2025-Q1.toml: cannot be read: no such file" in okrtui.refuses("check", "2025-Q1")


def test_one_bad_file_does_not_hide_what_is_wrong_with_the_others(okrtui: CommandLine, example: Path) -> None:
    bad = okrtui.data / "2026-Q3.toml"
    bad.write_text("schema = = 1\n")
    said = okrtui("check")
    assert said.code == 2
    assert len(said.lines) == len(PLANTED) + 1
    assert said.err.startswith("okrtui: 2026-Q3.toml, line 1")
    assert len(said.err.splitlines()) == 1


def test_two_bad_files_of_one_name_can_be_told_apart(okrtui: CommandLine, tmp_path: Path) -> None:
    for name in ("ours", "theirs"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "2026-Q4.toml").write_text("x")
    said = okrtui("check", *(str(tmp_path / name / "2026-Q4.toml") for name in ("ours", "theirs")))
    first, second = said.err.splitlines()
    assert first.startswith(f"okrtui: {tmp_path}/ours/2026-Q4.toml, line 1")
    assert second.startswith(f"okrtui: {tmp_path}/theirs/2026-Q4.toml, line 1")


def test_nothing_to_check_is_said_and_is_no_error(okrtui: CommandLine) -> None:
    said = okrtui("check")
    assert said.code == 0
    assert said.out.startswith("no quarter to check; start one with: okrtui new")
    assert okrtui("check", "--format", "json").json == {"files": []}
    assert okrtui("check", "--format", "jsonl").out == ""


def test_a_target_far_beyond_the_best_quarter_so_far_is_called_bold(okrtui: CommandLine) -> None:
    okrtui.put(quarter_before())
    path = okrtui.put(clean_plan())
    bold = "1.1 warning kr-too-bold: it asks for 25; the best quarter so far, 2026-Q3, moved it by 6"
    for arguments in ([], ["2026-Q4"], [str(path)]):
        assert any(line.endswith(bold) for line in okrtui("check", *arguments).lines)
    assert "SM·RT" in okrtui("show", "2026-Q4").out, "show and check agree"


def test_a_broken_quarter_before_keeps_nobody_from_checking(okrtui: CommandLine) -> None:
    (okrtui.data / "2026-Q3.toml").write_text("nonsense")
    okrtui.put(clean_plan())
    assert okrtui("check", "2026-Q4").code == 0
