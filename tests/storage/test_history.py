"""Earlier versions: kept at every save, thinned so that the disk does not fill, never the only copy of comments."""

import datetime as dt
from pathlib import Path

import pytest

from okrtui.model.quarter import Quarter
from okrtui.storage.codec import FIRST_LINE
from okrtui.storage.errors import FileError
from okrtui.storage.history import Version, keep, surplus, versions
from okrtui.storage.repository import Repository
from tests.support.plans import small_plan

Q4 = Quarter(2026, 4)
NOW = dt.datetime(2026, 11, 12, 9, 30, tzinfo=dt.UTC)
OURS = FIRST_LINE.encode()


def test_every_save_keeps_the_plan_before_it(tmp_path: Path) -> None:
    repository = Repository(tmp_path, lambda: NOW)
    repository.create(small_plan())
    assert repository.versions(Q4) == []
    for focus in ("one", "two", "three"):
        repository.update(Q4, lambda plan, focus=focus: plan.replace(focus=focus))  # type: ignore[misc]
    kept = repository.versions(Q4)
    assert [repository.load_version(v).focus for v in kept] == ["two", "one", "Inbound before outbound"]
    assert kept[-1].at == NOW
    assert kept[-1].name.startswith("20261112T093000.000000Z-")


def test_versions_keep_their_order_when_the_clock_is_set_back(tmp_path: Path) -> None:
    for number, hours in enumerate((0, -5, -5, 1)):
        keep(tmp_path, Q4, OURS + b"%d" % number, NOW + dt.timedelta(hours=hours))
    assert [v.path.read_bytes()[-1:] for v in versions(tmp_path, Q4)] == [b"3", b"2", b"1", b"0"]


def test_the_same_plan_is_not_kept_twice_in_a_row(tmp_path: Path) -> None:
    for text in (b"a", b"a", b"b", b"a"):
        keep(tmp_path, Q4, text, NOW)
    assert [v.path.read_bytes() for v in versions(tmp_path, Q4)] == [b"a", b"b", b"a"]


def test_a_version_that_was_damaged_is_not_taken_for_the_same(tmp_path: Path) -> None:
    keep(tmp_path, Q4, b"a", NOW)
    versions(tmp_path, Q4)[0].path.write_bytes(b"")
    keep(tmp_path, Q4, b"a", NOW)
    assert versions(tmp_path, Q4)[0].path.read_bytes() == b"a"


def test_a_year_of_saves_is_thinned_to_what_can_be_looked_through() -> None:
    every_half_hour = [at(NOW - dt.timedelta(minutes=30 * n)) for n in range(2 * 24 * 365)]
    gone = set(surplus(every_half_hour, NOW))
    left = [v for v in every_half_hour if v not in gone]
    day, week, quarter = (NOW - dt.timedelta(days=n) for n in (1, 7, 92))
    assert len([v for v in left if v.at >= day]) == 49
    assert len([v for v in left if week <= v.at < day]) in (144, 145)
    assert len([v for v in left if quarter <= v.at < week]) in (85, 86)
    assert len([v for v in left if v.at < quarter]) in (39, 40)
    assert surplus(left, NOW) == []


def test_thinning_a_little_each_day_keeps_as_much_as_thinning_once() -> None:
    kept: list[Version] = []
    for hour in range(24 * 120):
        now = NOW + dt.timedelta(hours=hour)
        kept = [*kept, at(now), at(now + dt.timedelta(minutes=20))]
        if hour % 24 == 0:
            gone = set(surplus(kept, now))
            kept = [v for v in kept if v not in gone]
    weeks = {int(v.at.timestamp()) // 604_800 for v in kept}
    assert weeks == set(range(min(weeks), max(weeks) + 1)), "a week without any version"


def test_old_versions_go_when_a_new_one_is_safe_but_not_those_with_comments(tmp_path: Path) -> None:
    old = NOW - dt.timedelta(days=30)
    texts = [b"# mine\nfocus = 'x'\n", OURS + b"focus = 'a # b'\n", OURS + b"a = 1 # why\n", OURS + b"last"]
    for number, text in enumerate(texts):
        keep(tmp_path, Q4, text, old + dt.timedelta(minutes=number))
    keep(tmp_path, Q4, OURS + b"new", NOW)
    left = [v.path.read_bytes() for v in reversed(versions(tmp_path, Q4))]
    assert left == [texts[0], texts[2], texts[3], OURS + b"new"]


def test_nothing_is_saved_when_the_version_before_cannot_be_kept(tmp_path: Path) -> None:
    repository = Repository(tmp_path, lambda: NOW)
    repository.create(small_plan())
    before = repository.path(Q4).read_bytes()
    (tmp_path / ".okrtui" / "history").write_bytes(b"in the way")
    with pytest.raises((OSError, FileError)):
        repository.update(Q4, lambda plan: plan.replace(focus="x"))
    assert repository.path(Q4).read_bytes() == before


def test_other_files_in_the_history_are_ignored(tmp_path: Path) -> None:
    keep(tmp_path, Q4, b"a", NOW)
    folder = tmp_path / "history" / "2026-Q4"
    for name in ("notes.txt", "20261399T999999.000000Z-00000000.toml", "..toml", "20261112-abc.toml"):
        (folder / name).write_bytes(b"")
    assert len(versions(tmp_path, Q4)) == 1


def at(moment: dt.datetime) -> Version:
    return Version(moment, "00000000", Path(moment.isoformat()))


def test_a_version_named_for_the_end_of_time_stops_no_save(tmp_path: Path) -> None:
    keep(tmp_path, Q4, b"a", NOW)
    far = tmp_path / "history" / "2026-Q4" / "99991231T235959.999999Z-00000000.toml"
    far.write_bytes(b"far")
    keep(tmp_path, Q4, b"b", NOW)
    assert [v.path.read_bytes() for v in versions(tmp_path, Q4)] == [b"b", b"a"]
    assert far.read_bytes() == b"far"
