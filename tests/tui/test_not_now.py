"""The ledger of declined requests: nothing that was asked is forgotten, everybody gets a polite answer."""

import datetime as dt
from pathlib import Path

from okrtui.model.plan import Parked, Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import encode
from tests.support.desk import at_desk, example_plan
from tests.support.plans import small_plan


def with_request(**fields: object) -> Plan:
    request = Parked(id="re0001", request="A podcast with the founders", asked_by="Helen").replace(**fields)
    return small_plan().replace(not_now=(request,))


async def test_a_request_is_written_down_answered_and_kept_when_one_changes_ones_mind(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        await desk.press("5")
        assert "Nothing was declined yet." in desk.screen
        await desk.press("a", "ctrl+s")
        assert "is empty; write what was asked for" in desk.screen
        await desk.type("Sponsor a podcast")
        await desk.press("tab")
        await desk.type("Helen")
        await desk.press("tab", "tab")
        await desk.type("It costs a day a week")
        await desk.press("escape")
        assert "This form is not saved." in desk.screen
        await desk.press("escape", "tab", "2", "ctrl+s")
        (kept,) = desk.plan.not_now
        assert kept.replace(id="") == Parked(
            id="",
            request="Sponsor a podcast",
            asked_by="Helen",
            asked_on=dt.date(2026, 11, 12),
            reason="It costs a day a week",
            displaces="ob0002",
            revisit=Quarter(2027, 1),
        )
        assert desk.status == 'saved: not now: "Sponsor a podcast"'
        assert "1 parked   0 adopted   0 dropped" in desk.screen
        await desk.press("y")
        answer = (
            'Thank you for your request "Sponsor a podcast". This quarter we are working on "Improve funnel conversion '
            'rates" instead; we will look at your request again in 2027-Q1.'
        )
        assert desk.app.clipboard == answer
        assert desk.status == "answer copied through the terminal"
        shown = " ".join(" ".join(desk.lines).split())
        assert answer in shown


async def test_a_wrong_quarter_is_said_and_a_change_is_one_edit(tmp_path: Path) -> None:
    async with at_desk(tmp_path, with_request(revisit=Quarter(2027, 1))) as desk:
        await desk.press("5", "e", "shift+tab", "end")
        await desk.type("9")
        await desk.press("ctrl+s")
        assert '"2027-Q19" is no quarter; write it like 2026-Q4' in desk.screen
        await desk.press("ctrl+u")
        await desk.type("q2 2027")
        await desk.press("ctrl+s")
        assert desk.plan == with_request(revisit=Quarter(2027, 2))
        assert desk.status == 'saved: changed "A podcast with the founders"'


async def test_a_request_is_dropped_parked_again_and_deleted_and_all_of_it_is_undone(tmp_path: Path) -> None:
    async with at_desk(tmp_path, example_plan()) as desk:
        before = desk.plan.not_now
        await desk.press("5", "x")
        assert desk.plan.not_now[0].status == "dropped"
        assert "× dropped  A podcast with the founders" in desk.screen
        assert "2 parked   0 adopted   1 dropped" in desk.screen
        await desk.press("x")
        assert desk.plan.not_now == before
        await desk.press("d")
        assert desk.plan.not_now == before[1:]
        assert desk.lines[-11].strip() == before[1].request, "the cursor is on the one that stood below"
        await desk.press("u")
        assert desk.plan.not_now == before


async def test_a_request_is_adopted_as_an_objective_or_an_action_and_shown_in_the_plan(tmp_path: Path) -> None:
    async with at_desk(tmp_path, with_request()) as desk:
        await desk.press("5", "enter", "o")
        assert desk.plan.objectives[-1].title == "A podcast with the founders"
        assert desk.status == 'saved: adopted "A podcast with the founders"'
        await desk.until(lambda: desk.cursor == "3 A podcast with the founders")
        await desk.press("5", "P")
        assert "adopted already" in desk.status
        await desk.press("u", "P", "a", "down", "enter")
        assert desk.plan.objectives[0].key_results[1].actions[0].title == "A podcast with the founders"
        await desk.until(lambda: desk.cursor == "1.2.1 A podcast with the founders")


async def test_what_earlier_quarters_put_off_until_now_comes_back_and_is_decided_here(tmp_path: Path) -> None:
    now, asked = Quarter(2026, 4), dt.date(2026, 8, 4)
    earlier = [
        Parked(id="re0002", request="A partners' newsletter", asked_on=asked, displaces="gone", revisit=now),
        Parked(id="re0003", request="A trade fair in Lyon", asked_on=asked, revisit=now),
        Parked(id="re0004", request="A mascot", status="dropped", revisit=now),
    ]
    async with at_desk(tmp_path, with_request()) as desk:
        desk.repository.create(Plan.empty(Quarter(2026, 3)).replace(not_now=tuple(earlier)))
        desk.repository.path(Quarter(2026, 2)).write_text("this cannot be read")
        await desk.press("5")
        await desk.until(lambda: "A trade fair in Lyon" in desk.screen)
        assert "2 parked   0 adopted   1 dropped   (2026-Q3)" in desk.screen
        assert "A mascot" not in desk.screen
        await desk.press("j", "x")
        assert "ledger of 2026-Q3; A parks it here first" in desk.status
        await desk.press("A")
        taken = desk.plan.not_now[1]
        assert taken == earlier[0].replace(displaces="", revisit=Quarter(2027, 1))
        await desk.press("G", "enter", "o")
        assert [request.status for request in desk.plan.not_now] == ["parked", "parked", "adopted"]
        assert desk.plan.objectives[-1].title == "A trade fair in Lyon"
        await desk.press("u", "5")
        assert "Asked to be looked at again" in desk.screen and len(desk.plan.not_now) == 2


async def test_a_newer_file_is_shown_and_not_touched(tmp_path: Path) -> None:
    newer = tmp_path / "plans" / "2026-Q4.toml"
    newer.parent.mkdir(mode=0o700)
    newer.write_bytes(encode(with_request()).replace(b"schema = 1", b"schema = 2"))
    before = newer.read_bytes()
    async with at_desk(tmp_path) as desk:
        await desk.press("5")
        for key in ("a", "P"):
            await desk.press(key)
            assert "read-only" in desk.status, key
        assert "A podcast with the founders" in desk.screen
        assert newer.read_bytes() == before


async def test_a_request_half_written_is_lost_neither_to_ctrl_q_nor_to_a_hang_up(tmp_path: Path) -> None:
    async with at_desk(tmp_path, small_plan()) as desk:
        await desk.press("5", "a")
        await desk.type("A mascot")
        await desk.press("ctrl+q")
        assert "This form is not saved." in desk.screen
        desk.app.keep_writing()
    async with at_desk(tmp_path) as desk:
        assert "A mascot" in desk.screen
        await desk.press("o")
        await desk.until(lambda: "New request" in desk.screen)
        await desk.press("ctrl+s")
        assert [request.request for request in desk.plan.not_now] == ["A mascot"]
        assert not desk.app._world.drafts().left_behind(Quarter(2026, 4))


async def test_a_slash_finds_a_request_by_its_words_or_by_who_asked(tmp_path: Path) -> None:
    asked = [("re0001", "A podcast with the founders", "Helen"), ("re0002", "A stand at the fair", "Siemens")]
    requests = tuple(Parked(id=key, request=words, asked_by=who) for key, words, who in asked)
    async with at_desk(tmp_path, small_plan().replace(not_now=requests)) as desk:
        await desk.press("5", "slash")
        await desk.type("Siem")
        await desk.press("enter", "d")
        assert [it.id for it in desk.plan.not_now] == ["re0001"], "letters are no commands while one looks for words"
