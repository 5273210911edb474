import unicodedata
from pathlib import Path

import pytest

from okrtui.model.plan import Plan
from okrtui.storage.codec import encode
from tests.support.clean import clean_plan
from tests.support.command_line import CommandLine

LITERAL = [
    "[/x]",
    "[red]a[/red]",
    "[@click=app.quit]x[/]",
    "%s {0} $HOME",
    "日本語の目標を立てる",
    "هدف الربع",
    "🚀 launch",
]
MARKED = {
    "\x1b]52;c;aGk=\x07": "␛]52;c;aGk=␇",
    "\x1b[2J": "␛[2J",
    "a\x9b31mb": "a‹009B›31mb",
    "a\u202eb": "a‹202E›b",
    "a\u2066b": "a‹2066›b",
    "a\x7fb": "a␡b",
    "a\nb": "a␊b",
    "a\u2028b": "a‹2028›b",
}
LONG = "Increase " + "x" * 191
COMMANDS = [("show",), ("show", "--format", "json"), ("check",), ("check", "--format", "json"), ("list",)]


def hostile_plan(text: str) -> Plan:
    """A plan with the text in every field that may hold one."""
    plan = clean_plan()

    def spoil(item_fields: list[str]) -> dict[str, str]:
        return dict.fromkeys(item_fields, text)

    objectives = tuple(
        objective.replace(
            **spoil(["title", "why", "notes", "carried_from"]),
            key_results=tuple(
                found.replace(
                    **spoil(["title", "definition", "unit", "realistic", "owner", "source", "notes"]),
                    accepted={"kr-percentage": text, "duplicate-title": text},
                    actions=tuple(a.replace(**spoil(["title", "owner", "notes"])) for a in found.actions),
                )
                for found in objective.key_results
            ),
        )
        for objective in plan.objectives
    )
    return plan.replace(objectives=objectives, focus=text)


def assert_harmless(text: str) -> None:
    """Nothing in the output that a terminal could act on."""
    bad = [c for c in text if c != "\n" and (unicodedata.category(c) == "Cc" or c in "\u202e\u2066\u2028")]
    assert bad == []


@pytest.mark.parametrize("text", LITERAL)
def test_a_title_is_printed_as_it_was_written_whatever_it_looks_like(okrtui: CommandLine, text: str) -> None:
    okrtui.put(hostile_plan(text))
    said = okrtui("show")
    assert said.code == 0
    assert f"1 {text}" in said.lines
    assert f"  1.1 {text}" in said.lines
    assert okrtui("show", "--format", "json").json["objectives"][0]["title"] == text
    assert okrtui("check").code in (0, 1)


@pytest.mark.parametrize("text", MARKED)
def test_what_a_terminal_would_obey_is_shown_as_a_mark_instead(okrtui: CommandLine, text: str) -> None:
    okrtui.put(hostile_plan(text))
    assert f"1 {MARKED[text]}" in okrtui("show").lines
    for words in COMMANDS:
        said = okrtui(*words)
        assert said.code in (0, 1)
        assert_harmless(said.out + said.err)
    assert okrtui("show", "--format", "json").json["objectives"][0]["title"] == text


@pytest.mark.parametrize("text", MARKED)
def test_an_error_message_hands_nothing_to_the_terminal_either(okrtui: CommandLine, tmp_path: Path, text: str) -> None:
    for words in (["show", text], [text], ["new", text], ["list", f"--{text}"], ["list", "--today", text]):
        assert_harmless(okrtui.refuses(*words))
    path = tmp_path / f"{text.replace('/', '')}.toml"
    assert_harmless(okrtui.refuses("check", str(path)))
    path.write_bytes(encode(hostile_plan(text)))
    said = okrtui("check", str(path))
    assert_harmless(said.out + said.err)
    path = okrtui.put(clean_plan())
    path.write_text(path.read_text().replace('"planning"', '"' + "".join(f"\\u{ord(c):04x}" for c in text) + '"'))
    assert_harmless(okrtui.refuses("show"))


def test_a_title_of_200_characters_is_printed_whole(okrtui: CommandLine) -> None:
    okrtui.put(hostile_plan(LONG))
    said = okrtui("show")
    assert max(map(len, said.lines)) <= 80
    assert LONG.replace(" ", "") in said.out.replace("\n", "").replace(" ", "")


def test_wide_characters_keep_within_80_columns(okrtui: CommandLine) -> None:
    okrtui.put(hostile_plan("日本語" * 60))
    for line in okrtui("show").lines:
        assert sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) <= 80
