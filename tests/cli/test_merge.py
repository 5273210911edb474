"""Two machines, one plan: git puts both sides together, and what both changed is chosen in the program."""

import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from okrtui.model.edits import Add, ChangeFields, Edit, Move, Remove, Tick
from okrtui.model.lifecycle import Close, refusal
from okrtui.model.merge import merge as merged
from okrtui.model.plan import KeyResult, Objective, Parked, Plan, Retrospective
from okrtui.model.quarter import Quarter
from okrtui.model.settling import KeepTheirs, TakeOurs, asked_first
from okrtui.model.week_edits import Park
from okrtui.storage.codec import decode, encode
from tests.model.merging import done, node, on, seen
from tests.support.clean import clean_plan
from tests.support.command_line import CommandLine
from tests.support.plans import TODAY, small_plan

ROOT = Path(__file__).parents[2]
OURS = ChangeFields("kr0001", {"target": Decimal(40)})
THEIRS = ChangeFields("kr0001", {"target": Decimal("50.5"), "unit": "leads"})


def read(path: Path) -> Plan:
    return decode(path.read_bytes(), path)


def files(okrtui: CommandLine, base: Plan | None, ours: Plan, theirs: Plan) -> list[str]:
    """The three files that git gives, called as git calls them."""
    folder = okrtui.data.parent
    paths = [folder / f".merge_file_{name}" for name in ("base", "ours", "theirs")]
    for path, plan in zip(paths, (base, ours, theirs), strict=True):
        path.write_bytes(b"" if plan is None else encode(plan))
    return list(map(str, paths))


def test_changes_of_both_sides_are_put_together_by_item_and_field(okrtui: CommandLine) -> None:
    ours, theirs = done(OURS, Remove("ac0001"), Move("kr0002", "ob0002", 0)), done(Tick("ac0002", TODAY), THEIRS)
    theirs = done(ChangeFields("kr0001", {"target": Decimal(30)}), plan=theirs)
    names = files(okrtui, small_plan(), ours, theirs)
    said = okrtui("merge", *names)
    assert (said.code, said.out, said.err) == (0, "", "")
    plan = read(Path(names[1]))
    assert plan == merged(small_plan(), ours, theirs).plan
    assert plan.conflicts == ()
    found = node(plan, "kr0001")
    assert (found.target, found.unit, found.actions[0].status) == (Decimal(40), "leads", "done")


def test_what_both_changed_stands_in_the_file_with_both_values_and_the_plan_still_opens(okrtui: CommandLine) -> None:
    names = files(okrtui, small_plan(), done(OURS), done(THEIRS))
    said = okrtui("merge", *names)
    assert (said.code, said.err) == (1, "")
    assert said.lines == [
        "2026-Q4: both sides changed the same; choose with: okrtui 2026-Q4",
        "  1.1 Increase MQLs attributable to inbound marketing from 20 to …, target: 50.5 there now, 40 yours",
    ]
    text = Path(names[1]).read_text()
    assert text.endswith('\n[[conflicts]]\nitem = "kr0001"\nfield = "target"\nours = 40\ntheirs = 50.5\n')
    plan = read(Path(names[1]))
    (left,) = plan.conflicts
    assert node(TakeOurs((left,)).apply(plan), "kr0001").target == Decimal(40)
    settled = KeepTheirs((left,)).apply(plan)
    assert node(settled, "kr0001").target == Decimal("50.5")
    assert settled.conflicts == ()


def asked(who: str) -> Plan:
    return done(Park(Parked(id="pk", request="A podcast", asked_by=who)))


def unknown(line: str) -> Plan:
    """A plan with something that only a newer program would know."""
    text = encode(small_plan()).decode().replace('id = "kr0002"\n', f'id = "kr0002"\n{line}\n')
    return decode(text.encode(), Path("2026-Q4.toml"))


ROOM_A, ROOM_B = "room = [1, 2]", 'room = { floor = 2.50, name = "B" }'
BASES = {"a request that we deleted": asked("Ana")}
"""Where the kind of conflict needs another plan to start from."""

EVERY_KIND: dict[str, tuple[Plan, Plan]] = {
    "a title": (done(ChangeFields("ob0001", {"title": "A"})), done(ChangeFields("ob0001", {"title": "B"}))),
    "a date": (done(ChangeFields("kr0001", {"due": TODAY})), done(ChangeFields("kr0001", {"due": None}))),
    "a place": (done(Move("kr0001", "ob0002", 0)), done(Add(Objective(id="n"), "", 9), Move("kr0001", "n", 0))),
    "a deleted item": (done(Remove("kr0002")), done(ChangeFields("kr0002", {"title": "B"}))),
    "an item the others deleted": (done(ChangeFields("kr0002", {"title": "B"})), done(Remove("kr0002"))),
    "a value of a check-in": (
        seen(small_plan(), on(9, 27, note="Webinar helped")),
        seen(small_plan(), on(9, 28, note="Webinar helped")),
    ),
    "a check-in": (seen(small_plan(), on(9, 99)), seen(small_plan())),
    "a check-in that we removed": (seen(small_plan()), seen(small_plan(), on(9, 99))),
    "an acceptance": (
        done(ChangeFields("kr0002", {"accepted": {"kr-percentage": "A"}})),
        done(ChangeFields("kr0002", {"accepted": {"kr-percentage": "B"}})),
    ),
    "a request": (asked("Ana"), asked("Ben")),
    "a request that we deleted": (small_plan(), asked("Ben")),
    "the retrospective": (
        small_plan().replace(retrospective=Retrospective(went_well="A")),
        small_plan().replace(retrospective=Retrospective(went_well="B")),
    ),
    "a key that nobody knows": (unknown(ROOM_A), unknown(ROOM_B)),
    "the focus": (small_plan().replace(focus="A"), small_plan().replace(focus="B")),
    "both ends of the quarter": (
        small_plan().replace(start=TODAY, end=TODAY.replace(day=30)),
        small_plan().replace(start=TODAY.replace(month=1), end=TODAY.replace(day=1)),
    ),
}


@pytest.mark.parametrize("name", EVERY_KIND)
def test_every_kind_of_conflict_can_be_settled_for_either_side(okrtui: CommandLine, name: str) -> None:
    (ours, theirs), base = EVERY_KIND[name], BASES.get(name, small_plan())
    names = files(okrtui, base, ours, theirs)
    assert okrtui("merge", *names).code == 1
    plan = read(Path(names[1]))
    conflicts = merged(base, ours, theirs).conflicts
    insisted = merged(base, ours, theirs, {(it.item_id, it.field) for it in conflicts}).plan
    kept, taken = plan, plan
    while first := asked_first(kept):
        kept = KeepTheirs(first).apply(kept)
    while first := asked_first(taken):
        taken = TakeOurs(first).apply(taken)
    assert kept == merged(base, ours, theirs).plan
    assert taken == insisted, "the same as between two windows"
    assert decode(encode(taken), Path("2026-Q4.toml")) == taken


def test_in_a_closed_quarter_a_conflict_can_be_settled_as_it_stands(okrtui: CommandLine) -> None:
    names = files(okrtui, *(Close(TODAY).apply(plan) for plan in (small_plan(), done(OURS), done(THEIRS))))
    okrtui("merge", *names)
    plan = read(Path(names[1]))
    assert refusal(plan, KeepTheirs(plan.conflicts).apply(plan)) == ""
    assert "is closed" in refusal(plan, TakeOurs(plan.conflicts).apply(plan))


def test_both_sides_started_the_quarter(okrtui: CommandLine) -> None:
    theirs = Plan.empty(Quarter(2026, 4)).replace(objectives=(Objective(id="theirs", title="Win trust"),))
    names = files(okrtui, None, small_plan(), theirs)
    assert okrtui("merge", *names).code == 0
    plan = read(Path(names[1]))
    assert [found.id for found in plan.objectives] == ["theirs", "ob0001", "ob0002"]
    assert (plan.phase, plan.focus) == ("active", "Inbound before outbound")


def test_a_conflict_of_an_earlier_merge_is_not_lost_in_the_next(okrtui: CommandLine) -> None:
    names = files(okrtui, small_plan(), done(OURS), done(THEIRS))
    okrtui("merge", *names)
    open_still = read(Path(names[1]))
    other = done(ChangeFields("ob0002", {"title": "Other"}))
    names = files(okrtui, small_plan(), open_still, other)
    assert okrtui("merge", *names).code == 1
    assert read(Path(names[1])).conflicts == open_still.conflicts
    settled = KeepTheirs(open_still.conflicts).apply(open_still)
    names = files(okrtui, open_still, settled, done(ChangeFields("ob0002", {"title": "Other"}), plan=open_still))
    assert okrtui("merge", *names).code == 0
    assert read(Path(names[1])).conflicts == ()


def test_our_file_stays_to_the_byte_where_nothing_is_to_be_merged(okrtui: CommandLine) -> None:
    names = files(okrtui, small_plan(), small_plan(), small_plan())
    ours = b"# mine\n" + encode(small_plan())
    Path(names[1]).write_bytes(ours)
    assert okrtui("merge", *names).code == 0
    assert Path(names[1]).read_bytes() == ours


@pytest.mark.parametrize("side", [0, 1, 2])
def test_a_side_that_cannot_be_read_writes_nothing_and_names_the_way_out(okrtui: CommandLine, side: int) -> None:
    names = files(okrtui, small_plan(), done(OURS), done(THEIRS))
    Path(names[side]).write_bytes(b"broken\n")
    before = Path(names[1]).read_bytes()
    said = okrtui("merge", *names)
    assert (said.code, said.out) == (2, "")
    what, way_out = said.err.splitlines()
    assert what.startswith(f"okrtui: {('base', 'ours', 'theirs')[side]}: .merge_file_")
    assert "line 1" in what
    assert "git merges it as text with: git -c merge.okrtui.driver=" in way_out
    assert Path(names[1]).read_bytes() == before


def test_files_of_two_quarters_are_not_merged(okrtui: CommandLine) -> None:
    names = files(okrtui, None, small_plan(), Plan.empty(Quarter(2027, 1)))
    said = okrtui("merge", *names)
    assert said.code == 2
    assert "is 2026-Q4, and theirs is 2027-Q1" in said.err
    assert read(Path(names[1])) == small_plan()


def test_check_names_an_open_conflict_with_its_line_and_stops_a_commit(okrtui: CommandLine) -> None:
    target = ChangeFields("kr11", {"target": Decimal(70)})
    base = clean_plan()
    ours, theirs = (done(target, plan=base), done(ChangeFields("kr11", {"target": Decimal(80)}), plan=base))
    names = files(okrtui, base, ours, theirs)
    okrtui("merge", *names)
    path = okrtui.data / "2026-Q4.toml"
    path.write_bytes(Path(names[1]).read_bytes())
    line = path.read_text().splitlines().index("[[conflicts]]") + 1
    said = okrtui("check", str(path))
    assert said.code == 2
    assert said.err.startswith(f"okrtui: {path}, line {line}: unresolved merge: 1.1 Increase inbound demo requests")
    assert "target: 80 there now, 70 yours; open it and choose: okrtui 2026-Q4" in said.err
    assert len(said.err.splitlines()) == 1
    assert "Unresolved merge: 1.1 Increase inbound demo requests" in okrtui("show").out
    assert okrtui("show", "--format", "json").json["conflicts"] == [
        {"item": "kr11", "field": "target", "ours": 70, "theirs": 80}
    ]


def test_the_marks_of_a_merge_as_text_are_told_with_their_line(okrtui: CommandLine) -> None:
    path = okrtui.put(small_plan())
    path.write_bytes(path.read_bytes().replace(b"phase", b"<<<<<<< HEAD\nphase", 1))
    line = path.read_text().splitlines().index("<<<<<<< HEAD") + 1
    assert f"2026-Q4.toml, line {line}: unresolved merge; keep one" in okrtui.refuses("check", "2026-Q4")


# With git itself

SETUP = (ROOT / "README.md").read_text().split("<!-- git -->\n```sh\n")[1].split("```")[0]


class Clone:
    """A data directory that is a clone, set up as the README says, and the person who works in it."""

    def __init__(self, folder: Path, environ: dict[str, str]) -> None:
        self.folder = folder
        self.environ = environ
        self.path = folder / "2026-Q4.toml"
        self.sh(SETUP)

    def sh(self, command: str, expect: int = 0) -> str:
        """Run a line of shell in the clone and give what it said."""
        ran = subprocess.run(
            ["sh", "-c", command], cwd=self.folder, env=self.environ, capture_output=True, text=True, timeout=60
        )
        assert ran.returncode == expect, ran.stdout + ran.stderr
        return ran.stdout + ran.stderr

    def commit(self, *edits: Edit) -> None:
        """Change the plan and commit it."""
        self.path.write_bytes(encode(done(*edits, plan=read(self.path))))
        self.sh("git add -A && git commit -qm change")


@pytest.fixture
def clones(tmp_path: Path) -> tuple[Clone, Clone]:
    """Two clones of one bare repository with a plan in it."""
    if shutil.which("git") is None:
        pytest.skip("git is not installed, and the set-up is for git")
    programs = tmp_path / "bin"
    programs.mkdir()
    program = programs / "okrtui"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m okrtui "$@"\n')
    program.chmod(0o755)
    environ = {
        "HOME": str(tmp_path),
        "PATH": f"{programs}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "OKRTUI_TODAY": TODAY.isoformat(),
        "GIT_CONFIG_NOSYSTEM": "1",
        **{f"GIT_{who}_{what}": f"{who}@x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
    }
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", "b.git"], cwd=tmp_path, env=environ, check=True)
    made: list[Clone] = []
    for name in ("one", "two"):
        subprocess.run(
            ["git", "clone", "-q", "b.git", name], cwd=tmp_path, env=environ, check=True, capture_output=True
        )
        made.append(Clone(tmp_path / name, environ))
        if name == "one":
            made[0].path.write_bytes(encode(small_plan()))
            made[0].sh("git add -A && git commit -qm plan && git push -q origin HEAD:main")
    return made[0], made[1]


def test_two_clones_with_edits_on_both_sides_merge_cleanly(clones: tuple[Clone, Clone]) -> None:
    one, two = clones
    one.commit(OURS, Add(KeyResult(id="new", title="Win 3 partners"), "ob0002"))
    two.commit(Tick("ac0002", TODAY), ChangeFields("kr0001", {"unit": "leads"}))
    one.sh("git push -q origin HEAD:main")
    two.sh("git pull -q --no-rebase --no-edit origin main")
    plan = read(two.path)
    found = node(plan, "kr0001")
    assert (found.target, found.unit, found.actions[1].status) == (Decimal(40), "leads", "done")
    assert node(plan, "new").title == "Win 3 partners"
    two.sh("git push -q origin HEAD:main")
    one.sh("git pull -q --no-rebase origin main")
    assert read(one.path) == plan
    assert one.sh("git status --porcelain --untracked-files=all") == "", "history and lock stay out of git"


def test_a_conflict_is_kept_from_being_committed_until_it_is_settled(clones: tuple[Clone, Clone]) -> None:
    one, two = clones
    one.commit(THEIRS)
    two.commit(OURS)
    one.sh("git push -q origin HEAD:main")
    said = two.sh("git pull -q --no-rebase --no-edit origin main", expect=1)
    assert "both sides changed the same; choose with: okrtui 2026-Q4" in said
    assert "CONFLICT" in said
    assert "unresolved merge" in two.sh("git add -A && git commit -qm merged", expect=1)
    plan = read(two.path)
    two.path.write_bytes(encode(TakeOurs(plan.conflicts).apply(plan)))
    two.sh("git add -A && git commit -qm merged && git push -q origin HEAD:main")
    one.sh("git pull -q --no-rebase origin main")
    found = node(read(one.path), "kr0001")
    assert (found.target, found.unit) == (Decimal(40), "leads")


def test_a_side_that_cannot_be_read_can_be_merged_as_text_by_the_line_that_is_named(
    clones: tuple[Clone, Clone],
) -> None:
    one, two = clones
    two.commit(OURS)
    one.path.write_bytes(one.path.read_bytes() + b"broken\n")
    one.sh("git add -A && git commit -qnm broken && git push -q origin HEAD:main")
    said = two.sh("git pull -q --no-rebase --no-edit origin main", expect=1)
    (line,) = [line for line in said.splitlines() if "as text with: " in line]
    two.sh(line.partition("as text with: ")[2].replace("FILE", "2026-Q4.toml"))
    text = two.path.read_text()
    assert "target = 40" in text
    assert text.endswith("broken\n")


def test_a_draft_with_findings_is_committed_and_a_broken_file_is_not(clones: tuple[Clone, Clone]) -> None:
    one, _ = clones
    one.path.write_bytes(encode(done(ChangeFields("kr0002", {"title": ""}), plan=read(one.path))))
    assert "kr-empty" in one.sh("git add -A && git commit -qm draft")
    one.path.write_bytes(one.path.read_bytes() + b"broken\n")
    assert "2026-Q4.toml, line " in one.sh("git add -A && git commit -qm broken", expect=1)
    one.path.unlink()
    one.sh("git add -A && git commit -qm gone")
