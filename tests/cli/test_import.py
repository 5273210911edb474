"""A spreadsheet tracker goes into a quarter whole, or nothing is written and each bad row is named."""

import datetime as dt
import io
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest

from okrtui.examples import example_bytes
from okrtui.model.plan import Action, CheckIn, KeyResult, Objective, Plan
from okrtui.storage.codec import decode
from tests.support.clean import clean_plan
from tests.support.command_line import CommandLine
from tests.support.plans import small_plan

TRACKER = """\
Q4 OKRs,,,,,,,,
Objective,Key result,Baseline,Target,Current,Due,Team,Action,Status
Win back customers,Bring 12 customers back,0,12,4,15/12/2026,Field,Call all who left,done
,,,,,,,Write the mail,
,Hold 40 interviews,5,40,5,10/12/2026,Field,,
"""


@pytest.fixture
def tracker(tmp_path: Path) -> str:
    path = tmp_path / "tracker.csv"
    path.write_text(TRACKER, encoding="utf-8")
    return str(path)


def load(data: Path, quarter: str = "2026-Q4") -> Plan:
    path = data / f"{quarter}.toml"
    return decode(path.read_bytes(), path)


def csv_file(tmp_path: Path, text: str) -> str:
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_preview_shows_the_plan_and_writes_nothing(okrtui: CommandLine, tracker: str) -> None:
    said = okrtui("import", tracker, "--quarter", "2026-Q4", "--dry-run")
    assert (said.code, said.err) == (0, "")
    assert said.lines[0] == "2026-Q4, planning, week 7 of 13 (1 Oct to 31 Dec 2026)"
    assert "  1.1 Bring 12 customers back" in said.lines
    assert "      [x] Call all who left (done)" in said.lines
    assert said.lines[-4:] == [
        "From the file: 1 objective, 2 key results, 2 actions and 1 check-in of 12 Nov.",
        "Left out: columns that are not known: Team.",
        "Read: 10/12/2026 on line 5 as 10 Dec, as in 15/12/2026 on line 3.",
        "Nothing was written; leave out --dry-run to import it into 2026-Q4.",
    ]
    assert list(okrtui.data.iterdir()) == []


def test_a_tracker_makes_a_new_quarter(okrtui: CommandLine, tracker: str) -> None:
    said = okrtui("import", tracker, "--quarter", "2026-q4")
    assert said.code == 0
    assert said.lines == [
        "imported 1 objective, 2 key results, 2 actions and 1 check-in of 12 Nov into 2026-Q4, a new quarter (saved)",
        "Left out: columns that are not known: Team.",
        "Read: 10/12/2026 on line 5 as 10 Dec, as in 15/12/2026 on line 3.",
    ]
    plan = load(okrtui.data)
    first, second = plan.objectives[0].key_results
    assert (plan.phase, first.target, str(second.due)) == ("planning", Decimal(12), "2026-12-10")
    assert [(str(found.date), found.value) for found in first.check_ins] == [("2026-11-12", Decimal(4))]
    assert [action.status for action in first.actions] == ["done", "todo"]


def test_a_tracker_is_added_to_a_plan_in_planning_and_the_version_before_is_kept(
    okrtui: CommandLine, tracker: str
) -> None:
    before = clean_plan().replace(phase="planning", committed_on=None)
    path = okrtui.put(before)
    old = path.read_bytes()
    assert okrtui("import", tracker, "--quarter", "2026-Q4").code == 0
    after = load(okrtui.data)
    assert after.objectives[:-1] == before.objectives
    assert after.objectives[-1].title == "Win back customers"
    kept = [found.read_bytes() for found in (okrtui.data / ".okrtui" / "history").rglob("*") if found.is_file()]
    assert old in kept


def test_what_is_imported_again_is_said_to_be_there_twice(okrtui: CommandLine, tracker: str) -> None:
    okrtui("import", tracker, "--quarter", "2026-Q4")
    twice = "In 2026-Q4 twice by now: Win back customers."
    assert twice in okrtui("import", tracker, "--quarter", "2026-Q4", "--dry-run").lines
    assert len(load(okrtui.data).objectives) == 1
    assert twice in okrtui("import", tracker, "--quarter", "2026-Q4").lines
    assert [node.title for node in load(okrtui.data).objectives] == ["Win back customers"] * 2


@pytest.mark.parametrize("phase", ["active", "closed"])
def test_a_quarter_that_was_agreed_is_not_added_to(okrtui: CommandLine, tracker: str, phase: str) -> None:
    path = okrtui.put(small_plan().replace(phase=phase))
    before = path.read_bytes()
    for more in ([], ["--dry-run"]):
        said = okrtui.refuses("import", tracker, "--quarter", "2026-Q4", *more)
        assert said.startswith(f"okrtui: 2026-Q4 is {phase}, ")
        assert said.endswith("name another with --quarter, such as 2027-Q1")
    assert path.read_bytes() == before


@pytest.mark.parametrize("more", [[], ["--dry-run"]])
def test_one_bad_row_keeps_all_rows_out(okrtui: CommandLine, tmp_path: Path, more: list[str]) -> None:
    path = okrtui.put(clean_plan().replace(phase="planning", committed_on=None))
    before = path.read_bytes()
    bad = csv_file(tmp_path, f"{TRACKER},Train 5 people,few,5,,soon,,,\n,Hold 3 talks,0,3,,31/11/2026,,,\n")
    said = okrtui("import", bad, "--quarter", "2026-Q4", *more)
    assert (said.code, said.out) == (2, "")
    assert said.err.splitlines() == [
        "okrtui: line 6, baseline: few is no number; write it like 30, 1250 or 2.5; "
        "and due: soon is no date; write it like 2026-12-15",
        "okrtui: line 7, due: 31/11/2026 is no date: Nov has 30 days (nothing was written)",
    ]
    assert path.read_bytes() == before


def test_a_thousand_bad_rows_do_not_flood_the_screen(okrtui: CommandLine, tmp_path: Path) -> None:
    bad = csv_file(tmp_path, "Objective,Key result,Target\n" + "Win,Sign 6,lots\n" * 1_000)
    said = okrtui("import", bad, "--quarter", "2026-Q4")
    assert len(said.err.splitlines()) == 101
    assert said.err.splitlines()[-1] == "okrtui: and 900 more rows are wrong (nothing was written)"


def test_what_the_file_does_not_say_is_said_by_options(okrtui: CommandLine, tmp_path: Path) -> None:
    odd = csv_file(tmp_path, "Worauf;Woran;Wie weit;Bis\nGewinnen;Mehr Leser;14.000;10/11/2026\n")
    words = ["import", odd, "--quarter", "2026-Q4", "--map", "Worauf=objective", "--map", "Woran=key result"]
    said = okrtui.refuses(*words, "--map", "Wie weit=target")
    assert "10 Nov (--dates dmy) or 11 Oct (--dates mdy)" in said
    assert okrtui(*words, "--map", "Wie weit=target", "--dates", "mdy", "--decimal", "point").code == 0
    (key_result,) = load(okrtui.data).objectives[0].key_results
    assert (str(key_result.target), key_result.due) == ("14.000", dt.date(2026, 10, 11))


def test_wrong_use_says_what_to_write(okrtui: CommandLine, tracker: str, tmp_path: Path) -> None:
    assert okrtui.refuses("import", tracker).startswith("okrtui: --quarter is missing; write it like okrtui import ")
    assert "is no quarter" in okrtui.refuses("import", tracker, "--quarter", "Q4")
    assert "missing: FILE" in okrtui.refuses("import", "--quarter", "2026-Q4")
    assert '--map: "Ziel" is no pair' in okrtui.refuses("import", tracker, "--quarter", "2026-Q4", "--map", "Ziel")
    assert "nowhere.csv: cannot be read" in okrtui.refuses("import", "nowhere.csv", "--quarter", "2026-Q4")
    assert "is a directory" in okrtui.refuses("import", str(tmp_path), "--quarter", "2026-Q4")
    assert "write one of dmy, mdy" in okrtui.refuses("import", tracker, "--quarter", "2026-Q4", "--dates", "ymd")
    assert list(okrtui.data.iterdir()) == []


def test_a_pipe_is_read_too(okrtui: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(TRACKER.encode())))
    assert okrtui("import", "-", "--quarter", "2026-Q4").code == 0
    assert load(okrtui.data).objectives[0].title == "Win back customers"


def test_a_file_of_a_newer_program_is_left_alone(okrtui: CommandLine, tracker: str) -> None:
    path = okrtui.put(clean_plan())
    path.write_text(path.read_text().replace("schema = 1", "schema = 2"))
    assert "update okrtui to change it" in okrtui.refuses("import", tracker, "--quarter", "2026-Q4", "--dry-run")


# Our own export


def without_what_csv_cannot_hold(plan: Plan) -> list[Objective]:
    """The objectives as CSV holds them: no actions, the latest check-in alone, confidence as it is by now."""
    return [
        objective.replace(id="", notes="", carried_from="", key_results=tuple(map(_as_exported, objective.key_results)))
        for objective in plan.objectives
    ]


def _as_exported(node: KeyResult) -> KeyResult:
    latest = max(node.check_ins, key=lambda found: found.date, default=None)
    stated = latest.confidence if latest and latest.confidence is not None else node.confidence
    check_ins = () if latest is None else (CheckIn(date=latest.date, value=latest.value, note=latest.note),)
    return node.replace(
        id="",
        actions=(),
        accepted={},
        carried_from="",
        confidence=stated,
        score=None,
        score_note="",
        check_ins=check_ins,
    )


def nameless(plan: Plan) -> list[Objective]:
    """The objectives without their ids."""
    return [
        objective.replace(id="", key_results=tuple(node.replace(id="") for node in objective.key_results))
        for objective in plan.objectives
    ]


def hostile_plan() -> Plan:
    """Titles that look like formulas, the same title twice, numbers that could be two."""
    titles = ["=SUM(A1:A9)", "'=already guarded", "-5 is no title", "@all", 'say "hi"; then, go', "Win", "Win", ""]
    key_results = tuple(
        KeyResult(
            id=f"kx000{at}",
            title=title,
            baseline=Decimal("1.250"),
            target=Decimal(-5),
            unit="n/a" if at else "%",
            due=dt.date(2026, 11, 10),
            weight=Decimal("0.5"),
            kind="at_most" if at == 3 else "reach",
            notes="- first\n- second",
            actions=(Action(id=f"ax000{at}", title="Call"),),
        )
        for at, title in enumerate(titles)
    )
    plan = small_plan()
    win = Objective(id="ob0009", title="Win", why="+10 reasons", key_results=key_results)
    return plan.replace(objectives=(win, Objective(id="ob0008", title="Win"), *plan.objectives))


@pytest.mark.parametrize("name", ["example", "hostile"])
def test_our_own_export_comes_back_as_the_same_plan(okrtui: CommandLine, tmp_path: Path, name: str) -> None:
    plan = decode(example_bytes(), Path("2026-Q4.toml")) if name == "example" else hostile_plan()
    path = okrtui.put(plan)
    exported = str(tmp_path / "export.csv")
    assert okrtui("report", "--format", "csv", "-o", exported).code == 0
    path.unlink()
    said = okrtui("import", exported, "--quarter", "2026-Q4")
    assert said.code == 0, said.err
    assert nameless(load(okrtui.data)) == without_what_csv_cannot_hold(plan)
