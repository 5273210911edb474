"""What can be written after ``okrtui``, and what it means. Loads nothing of the program but its version."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from okrtui import __version__
from okrtui.cli.output import UsageError
from okrtui.cli.verbs import VERBS, Verb
from okrtui.model.text import display

_LONGEST = 200
"""The most characters shown of a word that was not understood."""

_PLAIN_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"unrecognized arguments: (.*)", re.DOTALL), r"not understood: \1"),
    (re.compile(r"the following arguments are required: (.*)", re.DOTALL), r"missing: \1"),
    (re.compile(r"argument (\S+): expected one argument"), r"\1 needs a value after it"),
    (re.compile(r"argument (?:-h/)?(\S+): ignored explicit argument .*", re.DOTALL), r"\1 takes no value"),
    (
        re.compile(r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.*)\)", re.DOTALL),
        r"\1 cannot be \2; write one of \3",
    ),
)
"""How argparse says what is wrong, and how we do."""

_GUARD = "\0"
"""A mark that no word of a command line can hold."""

_NEGATIVE = re.compile(r"-[.,]?\d")
"""How a number below zero begins, or a date such as ``-3d``; no option does."""

_VALUED = frozenset({"--data", "--today"})
"""Options that go with every command, each followed by a value."""


_NAMED = {verb.name: verb for verb in VERBS}

_PURPOSE = "Plan a quarter as OKRs, work it week by week and answer for it, in a terminal."

_EXIT_CODES = """\
exit codes:
  0  fine
  1  something to mend, or something due
  2  wrong use or bad data; one line says where, what and what to do
  70 an error inside the program"""


@dataclass(frozen=True)
class Command:
    """What was asked for."""

    verb: Verb
    options: argparse.Namespace
    """``data`` and ``today`` (text or None), and what the verb takes: ``quarter``, ``format``, ``files``."""
    answer: str = ""
    """A text that is all that was asked for: the help or the version."""


class _Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one line and leaves the exit to others."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is."""
        plain = message
        for said, words in _PLAIN_WORDS:
            if found := said.fullmatch(message):
                plain = found.expand(words)
                if "write one of" in plain:
                    plain = plain.replace("'", "")
        raise UsageError(f"{display(plain.replace(_GUARD, ''), _LONGEST)}; see: {self.prog} --help")


def parse(words: Sequence[str]) -> Command:
    """The command in the words after ``okrtui``.

    Raises:
        UsageError: they are no command.
    """
    verb, rest = _split(words)
    parser = _parser(verb)
    before_files = list(rest[: rest.index("--")] if "--" in rest else rest)
    if "--version" in before_files:
        return Command(verb, argparse.Namespace(), f"okrtui {__version__}\n")
    if "--help" in before_files or "-h" in before_files:
        return Command(verb, argparse.Namespace(), parser.format_help())
    # options may stand between what else is given, but argparse then overlooks a "--"
    read = parser.parse_args if "--" in rest else parser.parse_intermixed_args
    options = read(_guarded(rest))
    for name, value in vars(options).items():
        setattr(options, name, _bare(value))
    if verb.name == "help":
        word = options.command or ""
        if word not in _NAMED:
            raise UsageError(f"{display(word, _LONGEST)} is no command; see: okrtui --help")
        return Command(verb, options, _parser(_NAMED[word]).format_help())
    return Command(verb, options)


def _guarded(words: Sequence[str]) -> list[str]:
    """The words, those that begin like ``-5`` or ``-1,250`` behind a mark, so that they are taken for no option."""
    return [_GUARD + word if _NEGATIVE.match(word) else word for word in words]


def _bare(value: Any) -> Any:
    """A value without that mark."""
    if isinstance(value, list):
        return [_bare(word) for word in value]
    return value.removeprefix(_GUARD) if isinstance(value, str) else value


def _split(words: Sequence[str]) -> tuple[Verb, list[str]]:
    """The verb among the words, wherever it stands between the options, and the other words."""
    place = 0
    while place < len(words):
        word = words[place]
        if word in _VALUED:
            place += 2
        elif word.startswith("-"):
            place += 1
        else:
            break
    if place < len(words) and words[place] and words[place] in _NAMED:
        return _NAMED[words[place]], [*words[:place], *words[place + 1 :]]
    return _NAMED[""], list(words)


def _parser(verb: Verb) -> _Parser:
    parser = _Parser(
        prog=f"okrtui {verb.name}".rstrip(),
        usage=None if verb.name else "okrtui [QUARTER] [options]\n       okrtui COMMAND [options]",
        description="\n\n".join(filter(None, [_sentence(verb.does), verb.more])) if verb.name else _PURPOSE,
        epilog=_examples(verb) if verb.name else f"{_commands()}\n\n{_EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    for argument in verb.takes:
        given = {
            name: value
            for name in ("help", "metavar", "nargs", "choices", "default", "action")
            if (value := getattr(argument, name)) is not None
        }
        parser.add_argument(argument.name, **given)
    parser.add_argument("--data", metavar="DIR", help="where the quarters are kept")
    parser.add_argument("--today", metavar="DATE", help="act as if today were this day, such as 2026-11-12")
    parser.add_argument("-h", "--help", action="store_true", help="show this help")
    parser.add_argument("--version", action="store_true", help="show the version")
    return parser


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _examples(verb: Verb) -> str:
    return "\n".join(["for example:", *(f"  {example}" for example in verb.examples)])


def _commands() -> str:
    """All commands, each with what it does and an example of its own."""
    lines = ["commands, with an example for each:"]
    for verb in VERBS:
        lines.append(f"  {verb.examples[0]:<25} {verb.does}")
    return "\n".join([*lines, "", "okrtui COMMAND --help says more about each."])
