"""In a real terminal: the weekly round of twenty key results, with as few keys as was promised."""

from decimal import Decimal
from pathlib import Path

from okrtui.storage.codec import decode, encode
from tests.support.check_in_plans import due_plan
from tests.support.plans import TODAY
from tests.terminal.session import in_terminal

COUNT, MOST_KEYS = 20, 120


def test_twenty_key_results_are_checked_in_with_few_keys_and_all_are_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "plans" / "2026-Q4.toml"
    path.parent.mkdir(mode=0o700)
    path.write_bytes(encode(due_plan(COUNT)))
    keys = 0
    with in_terminal(tmp_path) as session:
        session.wait_for(f"{COUNT} due")
        session.press("2")
        keys += 1
        session.wait_for(f"0 of {COUNT} done")
        for number in range(COUNT):
            session.press(str(23 + number % 7), "enter", "enter", "+" if number else "Fewer came", "enter")
            keys += 3
        session.wait_for(f"{COUNT} key results checked in; saved")
        session.press("q")
        assert session.wait_for_end() == 0
    assert keys < MOST_KEYS
    written = [
        found.check_ins[-1]
        for objective in decode(path.read_bytes(), path).objectives
        for found in objective.key_results
    ]
    assert [check_in.date for check_in in written] == [TODAY] * COUNT
    assert [check_in.value for check_in in written] == [Decimal(23 + number % 7) for number in range(COUNT)]
    assert [check_in.confidence for check_in in written] == [5] * COUNT
    assert [check_in.note for check_in in written] == ["Fewer came", *["+"] * (COUNT - 1)]
