"""What can be written after ``okrtui``, and what it means. Loads nothing of the program but its version."""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from okrtui import __version__
from okrtui.cli.output import UsageError
from okrtui.model.language import CODES
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


@dataclass(frozen=True)
class Argument:
    """Something that a command takes beside what all commands take."""

    name: str
    """As the parser wants it: ``quarter``, or ``--format`` for an option."""
    help: str
    """What it is, in a few words."""
    metavar: str | None = None
    """How the help calls it."""
    nargs: str | None = None
    choices: tuple[str, ...] | None = None
    default: str | None = None
    """What it is where it is not given."""
    action: str | None = None
    """What argparse does with it: ``append`` where it can be given again, ``store_true`` where it has no value."""


@dataclass(frozen=True)
class Verb:
    """One command."""

    name: str
    """The word that calls it; empty for opening a quarter."""
    does: str
    """What it does, in one line."""
    examples: tuple[str, ...]
    """How it is written, ready to copy."""
    takes: tuple[Argument, ...] = ()
    """In the order in which they are written."""
    more: str = ""
    """What else there is to know to write it, in lines of at most 80 characters."""


_QUARTER = Argument("quarter", "such as 2026-Q4", "QUARTER", "?")
_OF_QUARTER = Argument("--quarter", "such as 2026-Q4; the current one where none is named", "QUARTER")
_DATE = "such as 9 Nov, friday, -3d or 2026-11-09; today where none is named"
_TEMPLATES = ("demand-generation", "content-seo", "product-launch", "marketing-operations", "brand-events")
"""The names of the templates, which stand here again so that no command loads the plans to be read."""
_NEW = """\
A template is a whole plan to make your own. Its targets are suggestions, and the
baselines that only you can know are left to fill in. There are:

  demand-generation     pipeline that sales wants, from channels of your own
  content-seo           be found by buyers, and turn readers into contacts
  product-launch        bring a product to market, and learn from it
  marketing-operations  numbers, data and handovers to rely on
  brand-events          be known by the right people, and meet them

With --from, every objective that has a key result below its target is carried
over. Its key results start from their last value; those that are reached or
were dropped stay behind, and so do check-ins, scores and actions."""
_STATUS = """\
Ends with exit code 1 where a check-in is due or an action late. Where there is no
quarter yet, it prints nothing into a login message, and a hint on a terminal."""
_CHECK_IN = """\
VALUE is written as people do: 26, 1,250, 2.5, 10k. A sign counts from the last
value: +3 is three more, -3 is three less. =-3 is minus three itself. An empty
value ('') is the last one again. What is not given of confidence and note stays
as a check-in of the same day has it.

A table has a row for each check-in: key_result,value,confidence,note,date, of
which two are needed. The columns are parted by , or ; or tabs; a heading may
stand on top; - as a value leaves a row out. Where a row is wrong, its line is
named and nothing is written."""

_FORMATS = "md, html, csv, json, text; what the file's name says, else md"
_REPORT = """\
What happened after the day of --since is new: values, done actions, reached key
results. A quarter in planning gives the plan to be agreed, a closed one its
scores and what was learnt. HTML is one file without script or network, to be
sent or printed. CSV has a row for each key result and opens in Excel and
LibreOffice; JSON is described in the README."""

_IMPORT = """\
The first row with names that are known is the heading: objective, key result,
action, baseline, target, current, unit, due, owner, status, confidence, notes,
why and others, in English, German, French, Japanese, Korean or Arabic. An empty
cell below an objective or a key result means the same as above. A current value
that differs from the baseline becomes a check-in of today. FIELD of --map is one
of these names, or ignore.

All rows are read or none: each bad one is named with its line, and nothing is
written. What is left out of a good one is said.

What okrtui report --format csv writes comes back as the same plan, but for what
CSV does not hold: actions, earlier check-ins, the confidence at planning, notes
of objectives, accepted findings, scores, the focus and what was not now."""


def _choice(option: str, *choices: str) -> Argument:
    """An option that is one of some words, the first where none is given."""
    usual = f"{', '.join(choices)}; {choices[0]} where none is named"
    return Argument(option, usual, choices=choices, default=choices[0])


VERBS = (
    Verb("", "open the current quarter, or the one named", ("okrtui 2026-Q4", "okrtui"), (_QUARTER,)),
    Verb("demo", "open an example quarter, to explore", ("okrtui demo",)),
    Verb(
        "new",
        "start the plan of a quarter",
        ("okrtui new 2027-Q1", "okrtui new 2027-Q1 --from 2026-Q4", "okrtui new 2027-Q1 --template content-seo"),
        (
            Argument("quarter", "such as 2027-Q1", "QUARTER"),
            Argument("--from", "an earlier quarter to carry over from, such as 2026-Q4", "QUARTER"),
            Argument("--template", "a plan to start from; one of those above", "NAME", choices=_TEMPLATES),
        ),
        _NEW,
    ),
    Verb("list", "list the quarters: phase, counts, progress or score", ("okrtui list",)),
    Verb(
        "show",
        "print the plan of the quarter",
        ("okrtui show 2026-Q4", "okrtui show --format json > plan.json"),
        (_QUARTER, _choice("--format", "text", "json")),
    ),
    Verb(
        "status",
        "say in one line how the quarter stands",
        ("okrtui status", "okrtui status 2026-Q4"),
        (_QUARTER,),
        _STATUS,
    ),
    Verb(
        "checkin",
        "record a check-in, or a table of them",
        (
            "okrtui checkin 2.1 26",
            'okrtui checkin 2.1 +3 --confidence 7 --note "Webinar helped"',
            "okrtui checkin 2.1 1,250 --date friday",
            "okrtui checkin - < values.csv",
        ),
        (
            Argument("key_result", "position, such as 2.1, or id; - reads a table", "KR"),
            Argument("value", "such as 26, or +3 from the last", "VALUE", "?"),
            Argument("--confidence", "how sure you are of the target, 0 to 10", "N"),
            Argument("--note", "one sentence on why", "NOTE"),
            Argument("--date", _DATE, "DATE"),
            _OF_QUARTER,
        ),
        _CHECK_IN,
    ),
    Verb(
        "done",
        "tick an action",
        ("okrtui done 1.2.3", "okrtui done 1.2.3 --date yesterday"),
        (
            Argument("action", "position, such as 1.2.3, or id", "ACTION"),
            Argument("--date", _DATE, "DATE"),
            _OF_QUARTER,
        ),
    ),
    Verb(
        "report",
        "write the update for leadership",
        (
            "okrtui report",
            "okrtui report --format html -o update.html",
            "okrtui report 2026-Q4 --since 5 Nov --objective 2 | less",
            "okrtui report --format text | mail -s Update boss@example.com",
        ),
        (
            _QUARTER,
            Argument("--format", _FORMATS, choices=("md", "html", "csv", "json", "text")),
            Argument("-o", "the file to write, whole or not at all; - is standard output", "FILE"),
            Argument("--since", "day of the last update, such as 5 Nov or -14d; a week ago by default", "DATE"),
            Argument("--objective", "tell of this one alone, such as 2", "N"),
        ),
        _REPORT,
    ),
    Verb(
        "import",
        "import a spreadsheet tracker",
        (
            "okrtui import okrs.csv --quarter 2027-Q1",
            "okrtui import okrs.csv --quarter 2027-Q1 --dry-run",
            'okrtui import okrs.csv --quarter 2027-Q1 --dates dmy --map "Ziel=objective"',
        ),
        (
            Argument("file", "the spreadsheet, saved as CSV; - is standard input", "FILE"),
            Argument("--quarter", "such as 2027-Q1; a new one, or one in planning", "QUARTER"),
            Argument("--dry-run", "show what would come of it, and write nothing", action="store_true"),
            Argument("--map", "what an odd column holds; can be given again", "HEADER=FIELD", action="append"),
            Argument("--dates", "what stands first in 10/11/2026, day or month", choices=("dmy", "mdy")),
            Argument("--decimal", "what stands before decimals, as in 2,5 or 2.5", choices=("comma", "point")),
        ),
        _IMPORT,
    ),
    Verb(
        "check",
        "say what to mend, in all quarters or some files",
        ("okrtui check", "okrtui check 2027-Q1", "okrtui check plans/2026-Q4.toml --format json"),
        (
            Argument("files", "a quarter such as 2027-Q1, or a file", "FILE", "*"),
            _choice("--format", "text", "json", "jsonl"),
        ),
    ),
    Verb(
        "coach",
        "judge the wording of a sentence, or of one a line",
        (
            'okrtui coach "Win trust"',
            'okrtui coach --kind objective "Generate 53 MQLs"',
            "okrtui coach --lang de --format jsonl - < sentences.txt",
        ),
        (
            Argument("text", "the sentence; - reads one a line", "TEXT", "*"),
            _choice("--kind", "key-result", "objective", "action"),
            _choice("--lang", "auto", *CODES),
            _choice("--format", "text", "jsonl"),
        ),
    ),
    Verb(
        "help",
        "say more about a command",
        ("okrtui help show",),
        (Argument("command", "such as show", "COMMAND", "?"),),
    ),
)
"""Every command, in the order in which the help names them."""

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
