"""Earlier versions from the command line: what was changed when, and how a plan looked before it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from okrtui.model.quarter import Quarter
from okrtui.model.widths import cell_width
from okrtui.storage.history import versions
from tests.support.command_line import CommandLine
from tests.support.plans import small_plan

Q4 = Quarter(2026, 4)


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Times of day are those of the person's own zone."""
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def names(okrtui: CommandLine) -> list[str]:
    """What the list calls the versions, newest first."""
    return [line.split()[0] for line in okrtui("history", "2026-Q4").lines[1:-1]]


def test_each_version_says_what_was_changed_after_it_the_newest_first(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    okrtui("checkin", "1.1", "28", "--confidence", "7")
    okrtui("done", "1.1.2")
    said = okrtui("history")
    assert (said.code, said.err) == (0, "")
    head, done, checked_in, hint = said.lines
    assert head.split() == ["version", "until", "what", "was", "changed", "then"]
    assert done.endswith('done: "Approve the template"')
    assert 'checked in 28 on 12 Nov: "Increase MQLs' in checked_in
    assert hint == f"to bring one back: okrtui restore 2026-Q4 {done.split()[0]}"
    assert max(map(cell_width, said.lines)) <= 80


def test_a_name_is_short_and_stays_the_same_when_versions_come(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    okrtui("checkin", "1.1", "28")
    (first,) = names(okrtui)
    assert len(first) == 4
    okrtui("checkin", "1.1", "29")
    assert names(okrtui)[1] == first
    assert "as it was until" in okrtui("history", "2026-Q4", "--show", first.upper()).lines[0]


def test_a_version_can_be_looked_at_before_it_is_brought_back(okrtui: CommandLine) -> None:
    path = okrtui.put(small_plan())
    okrtui("checkin", "1.1", "28")
    before = path.read_bytes()
    (name,) = names(okrtui)
    said = okrtui("history", "--show", name)
    assert said.code == 0
    assert said.lines[1:3] == [
        "bringing it back would change:",
        '  removed the check-in of 12 Nov: "Increase MQLs attributable to inbound',
    ]
    assert "26/30 MQLs" in said.out
    assert "28/30 MQLs" not in said.out
    assert path.read_bytes() == before


def test_a_version_that_cannot_be_read_is_listed_and_refused_in_words(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    okrtui("checkin", "1.1", "28")
    okrtui("checkin", "1.1", "29")
    versions(okrtui.data / ".okrtui", Q4)[0].path.write_bytes(b'quarter = "2026-Q4\n')
    said = okrtui("history")
    bad, good = said.lines[1:3]
    assert bad.endswith("cannot be read: line 1, a text is not closed")
    assert "checked in 29" in good, "what cannot be read is passed over, not compared"
    assert said.lines[3].endswith(good.split()[0])
    assert "a text is not closed" in okrtui.refuses("history", "--show", bad.split()[0])


def test_a_quarter_without_a_version_says_so(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    assert okrtui("history").out == "2026-Q4 has no earlier version yet; every save keeps one\n"
    assert "2027-Q3.toml: does not exist" in okrtui.refuses("history", "2027-Q3")
    assert "zzzz is no version of 2026-Q4; see: okrtui history" in okrtui.refuses("history", "--show", "zzzz")


def test_a_long_history_lists_the_newest_and_all_when_asked(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    for value in range(33):
        okrtui("checkin", "1.1", str(value))
    assert okrtui("history").lines[-2] == "and 3 older; --all lists them"
    assert len(okrtui("history", "--all").lines) == 35


def test_a_file_that_cannot_be_read_does_not_hide_its_history(okrtui: CommandLine) -> None:
    path = okrtui.put(small_plan())
    okrtui("checkin", "1.1", "28")
    path.write_bytes(b"broken")
    said = okrtui("history", "2026-Q4")
    assert said.code == 2
    assert said.err.startswith("okrtui: 2026-Q4.toml, line 1")
    assert said.lines[-1].startswith("to bring one back: okrtui restore 2026-Q4 ")
    assert path.read_bytes() == b"broken"


def test_a_name_that_two_versions_share_is_asked_to_be_longer(okrtui: CommandLine) -> None:
    okrtui.put(small_plan())
    folder: Path = okrtui.data / ".okrtui" / "history" / "2026-Q4"
    okrtui("checkin", "1.1", "28")
    (kept,) = versions(okrtui.data / ".okrtui", Q4)
    for number, digest in enumerate(("abcd1111", "abcd2222")):
        (folder / f"20261110T10000{number}.000000Z-{digest}.toml").write_bytes(kept.path.read_bytes())
    assert "write more of its name" in okrtui.refuses("history", "--show", "abcd")
    assert okrtui("history", "--show", "abcd1").code == 0
    assert {"abcd1", "abcd2"} <= set(names(okrtui))
