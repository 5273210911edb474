"""Every command: what it is called, what it takes, what it does in a line, and how it is written."""

from dataclasses import dataclass

from okrtui.model.language import CODES


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


_HISTORY = """\
Every save keeps the plan as it was before. Of the last day all versions are kept,
then one an hour for a week, one a day for a quarter and one a week for ever. A
version has a name of 4 letters and digits that stays the same."""
_RESTORE = """\
The version becomes the present plan, saved like any other change: the plan as it
is now goes into the history, so that it can be brought back as well. The phase of
the quarter and the record of what moved stay. Where what was committed changes,
--reason says why. A file that cannot be read is replaced, and kept too."""
_MERGE = """\
For git, which calls it with %O %A %B: the changes of both sides go into OURS, by
item and field. Ends with exit code 1 where both changed the same thing: THEIRS is
kept, and both values stand in the file until you choose, in the program. Ends
with 2, with nothing written, where a file cannot be read. An empty BASE is fine.
The set-up is in the README."""


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
        "history",
        "list the earlier versions of a quarter",
        ("okrtui history 2026-Q4", "okrtui history 2026-Q4 --show a3f9"),
        (
            _QUARTER,
            Argument("--show", "print the plan as it was in this version", "VERSION"),
            Argument("--all", "list all of them, not the newest alone", action="store_true"),
        ),
        _HISTORY,
    ),
    Verb(
        "restore",
        "bring an earlier version of a quarter back",
        ("okrtui restore 2026-Q4 a3f9", 'okrtui restore 2026-Q4 a3f9 --reason "The cut was off"'),
        (
            Argument("quarter", "such as 2026-Q4", "QUARTER"),
            Argument("version", "a name that okrtui history lists, such as a3f9", "VERSION"),
            Argument("--reason", "why what was committed changes", "WHY"),
        ),
        _RESTORE,
    ),
    Verb(
        "merge",
        "merge two files, for git",
        ("okrtui merge base.toml ours.toml theirs.toml", "git config merge.okrtui.driver 'okrtui merge %O %A %B'"),
        (
            Argument("base", "the file that both sides began with; may be empty", "BASE"),
            Argument("ours", "our file; what comes of the merge is written into it", "OURS"),
            Argument("theirs", "their file", "THEIRS"),
        ),
        _MERGE,
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
