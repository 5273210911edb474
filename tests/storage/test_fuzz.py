"""Whatever bytes stand in a quarter file: a plan, or an error that is said; ``python -m tests.campaign`` tries more."""

from hypothesis import example, given, settings

from tests.campaign.fuzz import expect_a_plan_or_an_error, hostile_files


@settings(max_examples=100)
@given(hostile_files)
@example(b"")
@example(b"\xef\xbb\xbf")
def test_any_bytes_are_a_plan_or_an_error_in_words(data: bytes) -> None:
    expect_a_plan_or_an_error(data)
