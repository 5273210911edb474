"""The long campaign in small: ``python -m tests.campaign`` does a thousand kills, and 500 edits a window."""

from pathlib import Path

from tests.campaign.kills import kill_many
from tests.campaign.windows import edit_at_once


def test_nothing_that_the_screen_said_was_saved_is_lost_by_a_kill(tmp_path: Path) -> None:
    tally = kill_many(tmp_path, kills=3, seed=20261112, tell=print)
    assert tally.kills == 3


def test_two_windows_that_edit_at_once_lose_nothing_silently(tmp_path: Path) -> None:
    seen = edit_at_once(tmp_path / "plans", edits=25, seed=20261112)
    assert seen.kept
