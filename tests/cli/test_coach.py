"""``okrtui coach``: wording alone, one sentence a line, each answered before the next is read."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.support.command_line import CommandLine

SENTENCES = ("Boost SEO performance by 50 %", "", "Send 3 newsletters", "市場を広げる", "  Launch a new website\t")


def test_a_sentence_is_judged_in_plain_words(okrtui: CommandLine) -> None:
    said = okrtui("coach", "Boost SEO performance by 50 %")
    assert said.code == 1
    assert said.lines[0] == "Boost SEO performance by 50 %"
    assert said.lines[1].startswith('  error kr-percentage: "50 %" hides how many there are')
    assert okrtui("coach", "Send", "3", "newsletters").lines == ["Send 3 newsletters", "  fine"]
    assert okrtui("coach", "Send 3 newsletters").code == 0


def test_the_kind_decides_what_is_asked(okrtui: CommandLine) -> None:
    for kind, code in (("objective", 1), ("key-result", 0), ("action", 0)):
        assert okrtui("coach", "--kind", kind, "Generate 53 MQLs").code == code
    assert "objective-too-long" in okrtui("coach", "--kind", "objective", "Win " + "very " * 12 + "much").out


def test_a_hint_alone_is_fine(okrtui: CommandLine) -> None:
    said = okrtui("coach", "--kind", "objective", "Frobnicated gizmos")
    assert (said.code, said.lines[1][:30]) == (0, "  hint objective-no-direction:")


def answers(okrtui_words: list[str], lines: bytes) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, "-m", "okrtui", "coach", "--format", "jsonl", *okrtui_words],
        input=lines,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def test_every_line_gets_one_answer_in_order_with_offsets_as_given() -> None:
    told = answers(["-"], "\n".join(SENTENCES).encode())
    assert [answer["text"] for answer in told] == list(SENTENCES)
    assert {frozenset(answer) for answer in told} == {frozenset({"text", "kind", "lang", "findings"})}
    assert [answer["lang"] for answer in told[::3]] == ["en", "ja"]
    (share,) = told[0]["findings"]
    assert list(share) == ["code", "severity", "start", "end", "message"]
    assert SENTENCES[0][share["start"] : share["end"]] == "50 %"


def test_bytes_that_are_no_text_and_windows_lines_are_judged_too() -> None:
    assert [answer["text"] for answer in answers([], b"Send 3 \xff\r\nx\ry\n")] == ["Send 3 \ufffd", "x\ry"]


def test_each_answer_is_there_before_the_next_sentence_is_asked() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "okrtui", "coach", "--format", "jsonl"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        assert process.stdout
        for text in ("Send 3 newsletters", "Win fans"):
            process.stdin.write(f"{text}\n".encode())
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["text"] == text


@pytest.mark.parametrize(("words", "problem"), [(["--lang", "it"], "--lang"), (["--kind", "kr"], "--kind")])
def test_wrong_use_is_said_in_one_line(okrtui: CommandLine, words: list[str], problem: str) -> None:
    said = okrtui("coach", *words, "Win")
    assert (said.code, said.out) == (2, "")
    assert problem in said.err
    assert said.err.count("\n") == 1
