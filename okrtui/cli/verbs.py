"""Every command: what it is called, what it takes, what it does in a line, and how it is written."""

from collections.abc import Mapping

from okrtui.frozen import frozen
from okrtui.i18n import mark, tr
from okrtui.i18n_lists import row_of
from okrtui.model.language import CODES


@frozen
class Argument:
    """Something that a command takes beside what all commands take."""

    name: str
    """As the parser wants it: ``quarter``, or ``--format`` for an option."""
    help: str
    """What it is, in a few words, in English; see :meth:`told`."""
    metavar: str | None = None
    """How the help calls it."""
    nargs: str | None = None
    choices: tuple[str, ...] | None = None
    default: str | None = None
    """What it is where it is not given."""
    action: str | None = None
    """What argparse does with it: ``append`` where it can be given again, ``store_true`` where it has no value."""
    short: str | None = None
    """Another way to write an option, such as ``-h``."""

    def told(self) -> str:
        """What it is, in the language that is spoken."""
        return tr(self.help, choices=row_of(self.choices or ()), usual=self.default)


@frozen
class Verb:
    """One command."""

    name: str
    """The word that calls it; empty for opening a quarter."""
    does: str
    """What it does, in one line, in English."""
    examples: tuple[str, ...]
    """How it is written, ready to copy."""
    takes: tuple[Argument, ...] = ()
    """In the order in which they are written."""
    more: tuple[str | Mapping[str, str], ...] = ()
    """What else there is to know to write it: paragraphs in English, in lines of about 80 characters, or words with
    what each means."""


_QUARTER = Argument("quarter", mark("such as 2026-Q4"), "QUARTER", "?")
_OF_QUARTER = Argument("--quarter", mark("such as 2026-Q4; the current one where none is named"), "QUARTER")
# for translators: write the first two days as people of the language do
_DATE = mark("such as 9 Nov, friday, -3d or 2026-11-09; today where none is named")
_TEMPLATES = {
    # for translators: what the plan in a template is for; so are those that follow
    "demand-generation": mark("pipeline that sales wants, from channels of your own"),
    "content-seo": mark("be found by buyers, and turn readers into contacts"),
    "product-launch": mark("bring a product to market, and learn from it"),
    "marketing-operations": mark("numbers, data and handovers to rely on"),
    "brand-events": mark("be known by the right people, and meet them"),
}
"""The names of the templates, which stand here again so that no command loads the plans to be read."""
_NEW = (
    # for translators: in all help of commands, keep the lines as short as here, and the words in capitals or with --
    mark("""\
A template is a whole plan to make your own. Its targets are suggestions, and the
baselines that only you can know are left to fill in. There are:"""),
    _TEMPLATES,
    mark("""\
With --from, every objective that has a key result below its target is carried
over. Its key results start from their last value; those that are reached or
were dropped stay behind, and so do check-ins, scores and actions."""),
)
_STATUS = (
    mark("""\
Ends with exit code 1 where a check-in is due or an action late. Where there is no
quarter yet, it prints nothing into a login message, and a hint on a terminal."""),
)
_CHECK_IN = (
    # for translators: write the numbers as people of the language do, thousands and decimals
    mark("""\
VALUE is written as people do: 26, 1,250, 2.5, 10k. A sign counts from the last
value: +3 is three more, -3 is three less. =-3 is minus three itself. An empty
value ('') is the last one again. What is not given of confidence and note stays
as a check-in of the same day has it."""),
    mark("""\
A table has a row for each check-in: key_result,value,confidence,note,date, of
which two are needed. The columns are parted by , or ; or tabs; a heading may
stand on top; - as a value leaves a row out. Where a row is wrong, its line is
named and nothing is written."""),
)

_FORMATS = mark("md, html, csv, json, text; what the file's name says, else md")
_REPORT = (
    mark("""\
What happened after the day of --since is new: values, done actions, reached key
results. A quarter in planning gives the plan to be agreed, a closed one its
scores and what was learnt. HTML is one file without script or network, to be
sent or printed. CSV has a row for each key result and opens in Excel and
LibreOffice; JSON is described in the README."""),
)

_IMPORT = (
    # for translators: the names of fields stay in English
    mark("""\
The first row with names that are known is the heading: objective, key result,
action, baseline, target, current, unit, due, owner, status, confidence, notes,
why and others, in English, German, French, Japanese, Korean or Arabic. An empty
cell below an objective or a key result means the same as above. A current value
that differs from the baseline becomes a check-in of today. FIELD of --map is one
of these names, or ignore."""),
    mark("""\
All rows are read or none: each bad one is named with its line, and nothing is
written. What is left out of a good one is said."""),
    mark("""\
What okrtui report --format csv writes comes back as the same plan, but for what
CSV does not hold: actions, earlier check-ins, the confidence at planning, notes
of objectives, accepted findings, scores, the focus and what was not now."""),
)


_HISTORY = (
    mark("""\
Every save keeps the plan as it was before. Of the last day all versions are kept,
then one an hour for a week, one a day for a quarter and one a week for ever. A
version has a name of 4 letters and digits that stays the same."""),
)
_RESTORE = (
    mark("""\
The version becomes the present plan, saved like any other change: the plan as it
is now goes into the history, so that it can be brought back as well. The phase of
the quarter and the record of what moved stay. Where what was committed changes,
--reason says why. A file that cannot be read is replaced, and kept too."""),
)
_MERGE = (
    mark("""\
For git, which calls it with %O %A %B: the changes of both sides go into OURS, by
item and field. Ends with exit code 1 where both changed the same thing: THEIRS is
kept, and both values stand in the file until you choose, in the program. Ends
with 2, with nothing written, where a file cannot be read. An empty BASE is fine.
The set-up is in the README."""),
)


_COMPLETION = (
    {
        "bash": "okrtui completion bash > ~/.local/share/bash-completion/completions/okrtui",
        "zsh": 'okrtui completion zsh > "${fpath[1]}/_okrtui"',
        "fish": "okrtui completion fish > ~/.config/fish/completions/okrtui.fish",
    },
)


def _choice(option: str, *choices: str) -> Argument:
    """An option that is one of some words, the first where none is given."""
    # for translators: the values of an option, and the one that it has where it is not given
    words = mark("{choices}; {usual} where none is named")
    return Argument(option, words, choices=choices, default=choices[0])


PURPOSE = mark("Plan a quarter as OKRs, work it week by week and answer for it, in a terminal.")
"""What the program is for."""

EXIT_CODES = {
    # for translators: what the exit code of a command means; so do those that follow
    0: mark("fine"),
    1: mark("something to mend, or something due"),
    2: mark("wrong use or bad data; one line says where, what and what to do"),
    70: mark("an error inside the program"),
}
"""What each exit code means."""

COMMON = (
    Argument("--data", mark("where the quarters are kept"), "DIR"),
    Argument("--today", mark("act as if today were this day, such as 2026-11-12"), "DATE"),
    Argument("--help", mark("show this help"), action="store_true", short="-h"),
    Argument("--version", mark("show the version"), action="store_true"),
)
"""What every command takes."""

VERBS = (
    # for translators: what a command does, as an order or in the infinitive; so are those that follow
    Verb("", mark("open the current quarter, or the one named"), ("okrtui 2026-Q4", "okrtui"), (_QUARTER,)),
    Verb("demo", mark("open an example quarter, to explore"), ("okrtui demo",)),
    Verb(
        "new",
        mark("start the plan of a quarter"),
        ("okrtui new 2027-Q1", "okrtui new 2027-Q1 --from 2026-Q4", "okrtui new 2027-Q1 --template content-seo"),
        (
            Argument("quarter", mark("such as 2027-Q1"), "QUARTER"),
            Argument("--from", mark("an earlier quarter to carry over from, such as 2026-Q4"), "QUARTER"),
            Argument("--template", mark("a plan to start from; one of those above"), "NAME", choices=tuple(_TEMPLATES)),
        ),
        _NEW,
    ),
    Verb("list", mark("list the quarters: phase, counts, progress or score"), ("okrtui list",)),
    Verb(
        "show",
        mark("print the plan of the quarter"),
        ("okrtui show 2026-Q4", "okrtui show --format json > plan.json"),
        (_QUARTER, _choice("--format", "text", "json")),
    ),
    Verb(
        "status",
        mark("say in one line how the quarter stands"),
        ("okrtui status", "okrtui status 2026-Q4"),
        (_QUARTER,),
        _STATUS,
    ),
    Verb(
        "checkin",
        mark("record a check-in, or a table of them"),
        (
            "okrtui checkin 2.1 26",
            'okrtui checkin 2.1 +3 --confidence 7 --note "Webinar helped"',
            "okrtui checkin 2.1 1250 --date friday",
            "okrtui checkin - < values.csv",
        ),
        (
            Argument("key_result", mark("position, such as 2.1, or id; - reads a table"), "KR"),
            Argument("value", mark("such as 26, or +3 from the last"), "VALUE", "?"),
            Argument("--confidence", mark("how sure you are of the target, 0 to 10"), "N"),
            Argument("--note", mark("one sentence on why"), "NOTE"),
            Argument("--date", _DATE, "DATE"),
            _OF_QUARTER,
        ),
        _CHECK_IN,
    ),
    Verb(
        "done",
        mark("tick an action, or several"),
        ("okrtui done 1.2.3", "okrtui done 1.2.3 2.1.1 --date yesterday"),
        (
            Argument(
                "action", mark("position, such as 1.2.3, or id; of several, all are ticked or none"), "ACTION", "+"
            ),
            Argument("--date", _DATE, "DATE"),
            _OF_QUARTER,
        ),
    ),
    Verb(
        "report",
        mark("write the update for leadership"),
        (
            "okrtui report",
            "okrtui report --format html -o update.html",
            "okrtui report 2026-Q4 --since 5 Nov --objective 2 | less",
            "okrtui report --format text | mail -s Update boss@example.com",
        ),
        (
            _QUARTER,
            Argument("--format", _FORMATS, choices=("md", "html", "csv", "json", "text")),
            Argument("-o", mark("the file to write, whole or not at all; - is standard output"), "FILE"),
            Argument("--since", mark("day of the last update, such as 5 Nov or -14d; a week ago by default"), "DATE"),
            Argument("--objective", mark("tell of this one alone, such as 2"), "N"),
        ),
        _REPORT,
    ),
    Verb(
        "import",
        mark("import a spreadsheet tracker"),
        (
            "okrtui import okrs.csv --quarter 2027-Q1",
            "okrtui import okrs.csv --quarter 2027-Q1 --dry-run",
            'okrtui import okrs.csv --quarter 2027-Q1 --dates dmy --map "Ziel=objective"',
        ),
        (
            Argument("file", mark("the spreadsheet, saved as CSV; - is standard input"), "FILE"),
            Argument("--quarter", mark("such as 2027-Q1; a new one, or one in planning"), "QUARTER"),
            Argument("--dry-run", mark("show what would come of it, and write nothing"), action="store_true"),
            Argument("--map", mark("what an odd column holds; can be given again"), "HEADER=FIELD", action="append"),
            Argument("--dates", mark("what stands first in 10/11/2026, day or month"), choices=("dmy", "mdy")),
            Argument("--decimal", mark("what stands before decimals, as in 2,5 or 2.5"), choices=("comma", "point")),
        ),
        _IMPORT,
    ),
    Verb(
        "history",
        mark("list the earlier versions of a quarter"),
        ("okrtui history 2026-Q4", "okrtui history 2026-Q4 --show a3f9"),
        (
            _QUARTER,
            Argument("--show", mark("print the plan as it was in this version"), "VERSION"),
            Argument("--all", mark("list all of them, not the newest alone"), action="store_true"),
        ),
        _HISTORY,
    ),
    Verb(
        "restore",
        mark("bring an earlier version of a quarter back"),
        ("okrtui restore 2026-Q4 a3f9", 'okrtui restore 2026-Q4 a3f9 --reason "The cut was off"'),
        (
            Argument("quarter", mark("such as 2026-Q4"), "QUARTER"),
            Argument("version", mark("a name that okrtui history lists, such as a3f9"), "VERSION"),
            Argument("--reason", mark("why what was committed changes"), "WHY"),
        ),
        _RESTORE,
    ),
    Verb(
        "merge",
        mark("merge two files, for git"),
        ("okrtui merge base.toml ours.toml theirs.toml", "git config merge.okrtui.driver 'okrtui merge %O %A %B'"),
        (
            Argument("base", mark("the file that both sides began with; may be empty"), "BASE"),
            Argument("ours", mark("our file; what comes of the merge is written into it"), "OURS"),
            Argument("theirs", mark("their file"), "THEIRS"),
        ),
        _MERGE,
    ),
    Verb(
        "check",
        mark("say what to mend, in all quarters or some files"),
        ("okrtui check", "okrtui check 2027-Q1", "okrtui check plans/2026-Q4.toml --format json"),
        (
            Argument("files", mark("a quarter such as 2027-Q1, or a file"), "FILE", "*"),
            _choice("--format", "text", "json", "jsonl"),
        ),
    ),
    Verb(
        "coach",
        mark("judge the wording of a sentence, or of one a line"),
        (
            'okrtui coach "Win trust"',
            'okrtui coach --kind objective "Generate 53 MQLs"',
            "okrtui coach --lang de --format jsonl - < sentences.txt",
        ),
        (
            Argument("text", mark("the sentence; - reads one a line"), "TEXT", "*"),
            _choice("--kind", "key-result", "objective", "action"),
            _choice("--lang", "auto", *CODES),
            _choice("--format", "text", "jsonl"),
        ),
    ),
    Verb(
        "settings",
        mark("show the settings, or edit them"),
        ("okrtui settings", "okrtui settings --edit", "okrtui settings --format json"),
        (
            Argument("--edit", mark("edit the file in your editor; it is checked afterwards"), action="store_true"),
            _choice("--format", "text", "json"),
        ),
    ),
    Verb(
        "completion",
        mark("print what a shell needs to complete okrtui's words"),
        ("okrtui completion bash", "okrtui completion zsh", "okrtui completion fish"),
        (Argument("shell", mark("the shell"), "SHELL", choices=("bash", "zsh", "fish")),),
        _COMPLETION,
    ),
    Verb(
        "help",
        mark("say more about a command"),
        ("okrtui help show",),
        (Argument("command", mark("such as show"), "COMMAND", "?"),),
    ),
)
"""Every command, in the order in which the help names them."""
