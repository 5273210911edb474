"""What can be written after ``okrtui``, and what it means. Loads nothing of the program but its version."""

import argparse
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NoReturn

from okrtui import __version__
from okrtui.cli.output import UsageError
from okrtui.cli.verbs import COMMON, EXIT_CODES, PURPOSE, VERBS, Verb
from okrtui.frozen import frozen
from okrtui.i18n import mark, tr
from okrtui.model.text import display
from okrtui.patterns import pattern

_LONGEST = 200
"""The most characters shown of a word that was not understood."""

_PLAIN_WORDS: tuple[tuple[re.Pattern[str], str], ...] = (
    # for translators: words of a command line
    (pattern(r"unrecognized arguments: (?P<words>.*)", re.DOTALL), mark("not understood: {words}")),
    # for translators: names of what is missing on a command line
    (pattern(r"the following arguments are required: (?P<names>.*)", re.DOTALL), mark("missing: {names}")),
    # for translators: option is such as --data
    (pattern(r"argument (?P<option>\S+): expected one argument"), mark("{option} needs a value after it")),
    (
        pattern(r"argument (?:-h/)?(?P<option>\S+): ignored explicit argument .*", re.DOTALL),
        # for translators: option is such as --help
        mark("{option} takes no value"),
    ),
    (
        pattern(
            r"argument (?P<option>\S+): invalid choice: '?(?P<value>.*?)'? \(choose from (?P<choices>.*)\)", re.DOTALL
        ),
        # for translators: option is such as --format, and the choices are a list of words
        mark("{option} cannot be {value}; write one of {choices}"),
    ),
)
"""How argparse says what is wrong, and how we do."""

_GUARD = "\0"
"""A mark that no word of a command line can hold."""

_NEGATIVE = pattern(r"-[.,]?\d")
"""How a number below zero begins, or a date such as ``-3d``; no option does."""

_VALUED = frozenset({"--data", "--today"})
"""Options that go with every command, each followed by a value."""


_NAMED = {verb.name: verb for verb in VERBS}

_EXAMPLE = 25
"""Columns for the example of a command beside what it does."""

_WIDTH = 82
"""The most columns of a paragraph in the help; what a terminal of 80 does not hold, it breaks itself."""


@frozen
class Command:
    """What was asked for."""

    verb: Verb
    options: argparse.Namespace
    """``data`` and ``today`` (text or None), and what the verb takes: ``quarter``, ``format``, ``files``."""
    answer: str = ""
    """A text that is all that was asked for: the help or the version."""


class _Help(argparse.RawDescriptionHelpFormatter):
    """Lays the help out, in the language that is spoken."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """The line that says how the command is written."""
        super().add_usage(usage, actions, groups, _usage() if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        from okrtui.report.columns import wrap

        return super()._split_lines(text, width) if text.isascii() else [*wrap(text, width, "", "")]


class _Parser(argparse.ArgumentParser):
    """An argument parser that says what is wrong in one line and leaves the exit to others."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where the help is."""
        plain = message
        for said, words in _PLAIN_WORDS:
            if found := said.fullmatch(message):
                plain = tr(words, **_unquoted(found.groupdict()))
        problem = display(plain.replace(_GUARD, ""), _LONGEST)
        # for translators: what is wrong with a command line, and a command that says more
        raise UsageError(tr("{problem}; see: {command}", problem=problem, command=f"{self.prog} --help"))


def _unquoted(parts: dict[str, str]) -> dict[str, str]:
    """The parts of a message; those of a choice without the quotes that argparse puts around each word."""
    return {name: part.replace("'", "") for name, part in parts.items()} if "choices" in parts else parts


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
            word = display(word, _LONGEST)
            raise UsageError(tr("{word} is no command; see: {command}", word=word, command="okrtui --help"))
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
        usage=None if verb.name else _ways(),
        description=_about(verb) if verb.name else tr(PURPOSE),
        epilog=_examples(verb) if verb.name else f"{_commands()}\n\n{_exit_codes()}",
        formatter_class=_Help,
        allow_abbrev=False,
        add_help=False,
    )
    # for translators: heading of what a command takes by its place
    words = parser.add_argument_group(tr("positional arguments"))
    # for translators: heading of what a command takes by its name, such as --data
    named = parser.add_argument_group(tr("options"))
    for argument in (*verb.takes, *COMMON):
        given = {
            name: value
            for name in ("metavar", "nargs", "choices", "default", "action")
            if (value := getattr(argument, name)) is not None
        }
        group = named if argument.name.startswith("-") else words
        names = filter(None, (argument.short, argument.name))
        group.add_argument(*names, help=_told(argument.told()), **given)
    return parser


def _told(words: str) -> str:
    """Words for argparse, in which a percent sign alone would be taken for a place to fill in."""
    return words.replace("%", "%%")


def _usage() -> str:
    # for translators: stands before the ways in which a command is written
    return tr("usage:") + " "


def _ways() -> str:
    """The two ways in which the program is called, one under the other."""
    from okrtui.model.widths import cell_width

    below = "\n" + " " * cell_width(_usage())
    options = tr("options")
    return below.join(f"okrtui {first} [{options}]" for first in ("[QUARTER]", "COMMAND"))


def _about(verb: Verb) -> str:
    """What a command does, and what else there is to know."""
    does = tr(verb.does)
    # for translators: what a command does, as a sentence; only the full stop is added
    sentence = tr("{clause}.", clause=f"{does[0].upper()}{does[1:]}")
    return "\n\n".join([sentence, *map(_paragraph, verb.more)])


def _paragraph(part: str | Mapping[str, str]) -> str:
    """A paragraph, lines that are too long for it broken; or words with what each means, one below the other."""
    from okrtui.model.widths import cell_width
    from okrtui.report.columns import wrap

    if isinstance(part, str):
        lines = ([line] if cell_width(line) <= _WIDTH else wrap(line, _WIDTH, "", "") for line in tr(part).split("\n"))
        return "\n".join(line for broken in lines for line in broken)
    longest = max(map(len, part))
    rows = ((f"  {word:<{longest}}  ", tr(meaning)) for word, meaning in part.items())
    return "\n".join(line for lead, meaning in rows for line in wrap(meaning, _WIDTH, lead, " " * len(lead)))


def _examples(verb: Verb) -> str:
    return "\n".join([tr("for example:"), *(f"  {example}" for example in verb.examples)])


def _commands() -> str:
    """All commands, each with what it does and an example of its own, which has a line to itself where it is long."""
    from okrtui.report.columns import wrap

    lines, below = [tr("commands, with an example for each:")], " " * (_EXAMPLE + 3)
    for verb in VERBS:
        example = verb.examples[0]
        is_long = len(example) > _EXAMPLE
        if is_long:
            lines.append(f"  {example}")
        lines.extend(wrap(tr(verb.does), _WIDTH, below if is_long else f"  {example:<{_EXAMPLE}} ", below))
    # for translators: COMMAND stands for the name of any command
    return "\n".join([*lines, "", tr("okrtui COMMAND --help says more about each.")])


def _exit_codes() -> str:
    # for translators: heading of numbers with which a command ends, and what each means
    return "\n".join([tr("exit codes:"), *(f"  {code:<2} {tr(words)}" for code, words in EXIT_CODES.items())])
