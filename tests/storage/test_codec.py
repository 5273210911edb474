"""Plans to bytes and back: nothing typed may change on the way."""

import datetime as dt
import difflib
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrtui.model.edits import Add, ChangeFields, Edit, Tick
from okrtui.model.plan import Action, CheckIn, KeyResult, Objective, Plan
from okrtui.storage.codec import FIRST_LINE, decode, encode
from okrtui.storage.document import same_plan, to_document
from okrtui.storage.errors import FileError, ReadOnlyError
from okrtui.storage.toml_writer import write_toml
from tests.support.plans import TODAY, amounts, plans, small_plan, texts

PATH = Path("2026-Q4.toml")
TOP = 'schema = 1\nquarter = "2026-Q4"\nstart = 2026-10-01\nend = 2026-12-31\n'
CHECK_INS = small_plan().objectives[0].key_results[0].check_ins


def read(text: str) -> Plan:
    return decode(text.encode(), PATH)


@settings(max_examples=30, deadline=None)
@given(plans)
def test_any_plan_is_read_back_as_it_was_saved(plan: Plan) -> None:
    data = encode(plan)
    again = decode(data, PATH)
    assert again == plan
    assert to_document(again) == to_document(plan)
    assert encode(again) == data, "saving what was loaded must not make a diff"


@given(st.lists(amounts, min_size=1, max_size=20))
def test_numbers_come_back_with_the_decimals_that_were_typed(numbers: list[Decimal]) -> None:
    check_ins = tuple(CheckIn(date=TODAY + dt.timedelta(n), value=v) for n, v in enumerate(numbers))
    plan = with_key_result(check_ins=check_ins)
    read_back = decode(encode(plan), PATH).objectives[0].key_results[0].check_ins
    assert [str(c.value) for c in read_back] == [str(c.value) for c in check_ins]


@pytest.mark.parametrize(
    "typed", ["30", "2.50", "0.1", "0.0000001", "-5", "-0.50", "1000000", "0", "0.00", "999999999999999"]
)
def test_a_number_stands_in_the_file_as_it_was_typed(typed: str) -> None:
    data = encode(with_key_result(target=Decimal(typed)))
    assert f"\ntarget = {typed}\n".encode() in data
    assert str(decode(data, PATH).objectives[0].key_results[0].target) == str(Decimal(typed))


def test_a_weight_of_one_point_zero_stays_one_point_zero() -> None:
    assert b"weight = 1.0\n" in encode(with_key_result(weight=Decimal("1.0")))
    assert b"weight" not in encode(with_key_result(weight=Decimal(1)))


@pytest.mark.parametrize(
    "note",
    [
        "two\nlines",
        "\nleading",
        "trailing\n",
        'quotes """ inside\nand \\ backslash\n"',
        "carriage\r\nreturn\nkept",
        "tab\tand \x1b escape\nnext",
        "<<<<<<< not a merge\n=======\n>>>>>>> either",
        "c1 \x9b bidi \u202e separator \u2028 next \x85 end",
        "# no comment\n[no header]\nno = key",
        "spaces at the end   \n   and the start",
        "'''\n\"\"\"\n",
    ],
)
def test_a_text_of_several_lines_comes_back_to_the_character(note: str) -> None:
    plan = with_key_result(notes=note, definition=note.replace("\n", " "))
    assert decode(encode(plan), PATH) == plan


def test_notes_of_several_lines_can_be_read_and_edited_in_the_file() -> None:
    assert b'notes = """\nfirst\nsecond"""\n' in encode(with_key_result(notes="first\nsecond"))


def test_the_file_says_first_that_comments_are_not_kept_and_has_the_order_of_the_manual() -> None:
    lines = encode(small_plan()).decode().splitlines()
    assert lines[0] == FIRST_LINE.strip()
    assert "omments are not kept" in lines[0]
    assert "notes" in lines[0]
    assert lines[1:7] == [
        "schema = 1",
        'quarter = "2026-Q4"',
        "start = 2026-10-01",
        "end = 2026-12-31",
        'phase = "active"',
        'focus = "Inbound before outbound"',
    ]
    headers = [line for line in lines if line.startswith("[")]
    assert headers == [
        "[[objectives]]",
        "[[objectives.key_results]]",
        "[[objectives.key_results.check_ins]]",
        "[[objectives.key_results.check_ins]]",
        "[[objectives.key_results.actions]]",
        "[[objectives.key_results.actions]]",
        "[[objectives.key_results]]",
        "[[objectives]]",
    ]


UNKNOWN = """\
x_int = 255
x_float = 2.50
x_nan = nan
x_inf = -inf
x_exp = 1e0
x_big = 123456789012345678901234567890
x_bool = true
x_date = 2026-01-02
x_time = 10:11:12
x_local = 2026-01-02T10:11:12
x_offset = 2026-01-02T10:11:12.5+02:00
x_text = "a\\u001bb\\r\\n"
x_list = [1, [2.50, "x"], {a = 1, b = [{c = true}]}]
x_empty = []
"a key with spaces. and dots" = "kept"
"" = "empty"
model_config = "a name of pydantic's"
"""


@pytest.mark.parametrize(
    "header",
    [
        "",
        "[retrospective]\n",
        "[[objectives]]\n",
        "[[objectives]]\n[[objectives.key_results]]\n",
        "[[objectives]]\n[[objectives.key_results]]\n[[objectives.key_results.actions]]\n",
        "[[objectives]]\n[[objectives.key_results]]\n[[objectives.key_results.check_ins]]\n"
        "date = 2026-10-12\nvalue = 3\n",
        "[[not_now]]\n",
        '[[changes]]\ndate = 2026-10-12\nitem = "x"\nfield = "target"\n',
        "[unknown.table]\n",
        "[[unknown.tables]]\n[[unknown.tables]]\n",
    ],
)
def test_keys_of_a_newer_version_survive_a_save_at_every_level(header: str) -> None:
    text = TOP + header + UNKNOWN
    plan = read(text)
    changed = plan.replace(focus="something else")
    data = encode(changed)
    again = decode(data, PATH)
    assert same_plan(again.replace(focus=""), plan)
    assert without_ids(raw(data)) == without_ids({**raw(text.encode()), "phase": "planning"})


def test_unknown_tables_below_an_item_survive() -> None:
    text = TOP + "[[objectives]]\n[objectives.x]\na = 1\n[objectives.x.y]\nb = 2\n[[objectives.z]]\nc = 3\n"
    assert without_ids(raw(encode(read(text)))) == without_ids({**raw(text.encode()), "phase": "planning"})


@pytest.mark.parametrize(
    "edit",
    [
        ChangeFields("kr0001", {"title": "Increase MQLs"}),
        ChangeFields("kr0001", {"check_ins": CHECK_INS[:1]}),
        ChangeFields(
            "kr0001",
            {
                "check_ins": (
                    *CHECK_INS,
                    CheckIn(date=TODAY, value=Decimal(27), note="a long note that goes on " * 10),
                )
            },
        ),
        ChangeFields("kr0001", {"accepted": {"kr-percentage": "agreed"}}),
        ChangeFields("ob0002", {"why": "first line\nsecond line"}),
        Tick("ac0002", TODAY),
        Add(Action(id="ac0003", title="Third"), "kr0001"),
        Add(Action(id="ac0003", title="First"), "kr0001", 0),
        Add(KeyResult(id="kr0003", title="New"), "ob0002"),
        Add(Objective(id="ob0003", title="New")),
    ],
)
def test_one_edit_is_one_hunk_for_who_keeps_the_plan_in_git(edit: Edit) -> None:
    before = encode(small_plan()).decode().split("\n")
    after = encode(edit.apply(small_plan())).decode().split("\n")
    hunks = [line for line in difflib.unified_diff(before, after, lineterm="") if line.startswith("@@")]
    assert len(hunks) == 1


def test_items_written_by_hand_without_id_keep_the_same_id_at_each_load() -> None:
    text = TOP + "".join(
        f'[[objectives]]\ntitle = "{name}"\n[[objectives.key_results]]\n[[objectives.key_results.actions]]\n'
        for name in ("One", "Same", "Same")
    )
    text += '[[not_now]]\nrequest = "A fair"\n'
    plan, again = read(text), read(text)
    assert plan == again
    ids = [o.id for o in plan.objectives] + [o.key_results[0].id for o in plan.objectives]
    ids += [o.key_results[0].actions[0].id for o in plan.objectives] + [plan.not_now[0].id]
    assert len(set(ids)) == 10
    assert all(len(item_id) == 6 for item_id in ids)
    assert decode(encode(plan), PATH) == plan


def test_a_file_saved_by_a_windows_editor_is_read() -> None:
    text = "\ufeff" + (TOP + '[[objectives]]\nid = "a"\nnotes = """one\ntwo"""\n').replace("\n", "\r\n")
    assert read(text).objectives[0].notes == "one\ntwo"


def test_two_check_ins_on_one_date_are_left_as_they_are() -> None:
    twice = "[[objectives.key_results.check_ins]]\ndate = 2026-10-12\nvalue = 3\n" * 2
    plan = read(TOP + "[[objectives]]\n[[objectives.key_results]]\n" + twice)
    assert len(plan.objectives[0].key_results[0].check_ins) == 2
    assert decode(encode(plan), PATH) == plan


def test_half_a_character_is_refused_and_its_place_is_named() -> None:
    with pytest.raises(FileError) as caught:
        encode(with_key_result(notes="broken \ud800 text"))
    assert caught.value.field == "notes of objective 1, key result 1"
    str(caught.value).encode()


@pytest.mark.parametrize(
    "broken",
    [
        {"baseline": Decimal("nan")},
        {"baseline": Decimal("inf")},
        {"baseline": 10**20},
        {"title": None, "notes": 5},
        {"due": "soon"},
        {"accepted": {"x": object()}},
        {"accepted": {"x": 10**5000}},
        {"id": ""},
    ],
)
def test_a_plan_that_would_not_be_read_back_is_not_written(broken: dict[str, Any]) -> None:
    key_result = KeyResult.made(**{"id": "kr0001", **broken})
    plan = Plan.made(
        **{
            **small_plan().__dict__,
            "objectives": (Objective.made(id="o", key_results=(key_result,)),),
        }
    )
    with pytest.raises(FileError) as caught:
        encode(plan)
    assert "not saved" in caught.value.what


def test_a_plan_with_an_id_twice_is_not_written() -> None:
    one = small_plan().objectives[1]
    with pytest.raises(FileError, match="ob0002"):
        encode(small_plan().replace(objectives=(one, one)))


def test_a_plan_too_large_to_be_read_again_is_not_written() -> None:
    item = Action(id="x", notes="é" * 90_000)
    many = tuple(item.replace(id=f"a{n}") for n in range(24))
    with pytest.raises(FileError, match="4 MB"):
        encode(with_key_result(actions=many))


def test_a_plan_of_a_newer_format_is_not_written() -> None:
    with pytest.raises(ReadOnlyError):
        encode(small_plan().replace(schema_version=2))


@settings(deadline=None)
@given(st.text("\"'\\#\n\r =[]{}a.", max_size=40) | texts)
def test_no_text_can_break_out_of_its_quotes(text: str) -> None:
    plan = with_key_result(title=text, notes=text, accepted={text: text})
    assert decode(encode(plan), PATH) == plan


def with_key_result(**fields: Any) -> Plan:
    objective = Objective(id="ob0001", key_results=(KeyResult(id="kr0001", **fields),))
    return small_plan().replace(objectives=(objective,))


def raw(data: bytes) -> dict[str, Any]:
    values: dict[str, Any] = tomllib.loads(data.decode(), parse_float=lambda text: str(Decimal(text)))
    return values


def without_ids(values: Any) -> Any:
    """The values without what a save adds to an item written by hand."""
    if isinstance(values, dict):
        added = {"id", "title", "status", "focus"}
        return {key: without_ids(value) for key, value in values.items() if key not in added}
    if isinstance(values, list):
        return [without_ids(value) for value in values]
    return "1.0" if values == "1" else values  # 1e0, which is written 1.0


def test_a_save_writes_and_reads_back_only_what_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = small_plan()
    encode(plan)
    read: list[str] = []
    parse = tomllib.loads
    monkeypatch.setattr(tomllib, "loads", lambda text, **how: read.append(text) or parse(text, **how))  # type: ignore[func-returns-value]
    changed = ChangeFields("kr0001", {"title": "Win 30 partners"}).apply(plan)
    data = encode(changed)
    assert decode(data, PATH) == changed
    assert sum(map(len, read[:-1])) < len(data) / 2, "the rest was read back when it was written"


@given(plans)
def test_a_plan_put_together_of_its_items_is_the_file_written_as_a_whole(plan: Plan) -> None:
    assert encode(plan) == (FIRST_LINE + write_toml(to_document(plan))).encode()
    assert (
        encode(plan.replace(focus="other"))
        == (FIRST_LINE + write_toml(to_document(plan.replace(focus="other")))).encode()
    )
