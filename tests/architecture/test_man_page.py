"""The manual page is that of the program, and nothing of it is lost on the way through groff."""

from pathlib import Path

from okrtui.cli.man_page import man_page
from okrtui.cli.verbs import VERBS

PAGE = (Path(__file__).parents[2] / "man" / "okrtui.1").read_text(encoding="utf-8")
REQUESTS = {'.\\"', ".TH", ".SH", ".SS", ".TP", ".PP", ".RS", ".RE", ".nf", ".fi", ".br", ".nh", ".ad"}


def test_the_page_is_that_of_the_program() -> None:
    assert man_page() == PAGE, "run: python -m okrtui.cli.man_page > man/okrtui.1"


def test_every_command_and_option_is_in_it_as_it_is_typed() -> None:
    plain = PAGE.replace(r"\-", "-")
    for verb in VERBS:
        assert f"okrtui {verb.name}".rstrip() in plain
        for argument in verb.takes:
            assert (argument.name if argument.name.startswith("-") else argument.metavar or "") in plain


def test_no_line_of_text_is_taken_for_a_request() -> None:
    for line in PAGE.splitlines():
        if line.startswith((".", "'")):
            assert line.split()[0] in REQUESTS, line
    assert PAGE.isascii(), "groff reads each character of other scripts as several"
