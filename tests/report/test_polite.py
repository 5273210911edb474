"""The answer to who asked: it thanks, it says what is done instead and when, and it can be sent as it is."""

import datetime as dt

import pytest

from okrtui.model.plan import Parked
from okrtui.model.quarter import Quarter
from okrtui.report.polite import answer
from tests.support.plans import TODAY, small_plan

REQUEST = Parked(id="re0001", request="A podcast.", displaces="ob0002", revisit=Quarter(2027, 1), reason="Mei is away")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {},
            'Thank you for your request "A podcast". This quarter we are working on "Improve funnel conversion rates" '
            "instead; we will look at your request again in 2027-Q1.",
        ),
        (
            {"displaces": "gone", "revisit": None},
            'Thank you for your request "A podcast". This quarter our focus is "Inbound before outbound"; '
            "your request has to wait.",
        ),
        (
            {"revisit": Quarter(2026, 4), "displaces": ""},
            'Thank you for your request "A podcast". This quarter our focus is "Inbound before outbound"; '
            "we will look at your request again before the quarter ends.",
        ),
        (
            {"status": "dropped"},
            'Thank you for your request "A podcast". This quarter we are working on "Improve funnel conversion rates" '
            "instead, and have decided not to take your request up.",
        ),
        (
            {"status": "adopted"},
            'Thank you for your request "A podcast". We have taken it into our plan for this quarter.',
        ),
        (
            {"request": "a\nb\x1b[31m", "displaces": ""},
            'Thank you for your request "a b␛[31m". This quarter our focus is "Inbound before outbound"; '
            "we will look at your request again in 2027-Q1.",
        ),
    ],
)
def test_the_answer_names_the_request_what_is_done_instead_and_when_it_is_looked_at_again(
    fields: dict[str, object], said: str
) -> None:
    assert answer(REQUEST.replace(**fields), small_plan(), TODAY) == said


def test_the_answer_keeps_the_reason_to_oneself_and_holds_in_an_empty_plan_and_later() -> None:
    bare = small_plan().replace(objectives=(), focus="")
    said = answer(REQUEST.replace(request=""), bare, dt.date(2027, 2, 1))
    assert said == (
        "Thank you for your request. In 2026-Q4 our time is taken; we will look at your request again in 2027-Q1."
    )
    assert "Mei" not in answer(REQUEST, small_plan(), TODAY)
