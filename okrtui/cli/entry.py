"""From the words after ``okrtui`` to an exit code, whatever happens on the way."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from traceback import walk_tb

from okrtui.cli.arguments import parse
from okrtui.cli.output import UsageError, complain, silence, write
from okrtui.cli.situation import Situation
from okrtui.cli.verbs import Verb
from okrtui.i18n import LATIN, language_of, speak, tr
from okrtui.model.text import locale_is_utf8

FINE, DUE, WRONG, INTERNAL = 0, 1, 2, 70
"""Exit codes: fine; findings or something due; wrong use or bad data; an error inside the program."""

INTERRUPTED, UNREAD = 130, 141
"""Exit codes as a shell gives them to what SIGINT and SIGPIPE end."""


def main(argv: Sequence[str] | None = None, environ: Mapping[str, str] | None = None) -> int:
    """Run one command and give its exit code; never raises.

    Args:
        argv: the words after ``okrtui``; those of the process where not given.
        environ: the environment; that of the process where not given.
    """
    os.umask(0o077)
    around = os.environ if environ is None else environ
    try:
        _speak(around)
        return _run(sys.argv[1:] if argv is None else argv, around)
    except UsageError as error:
        complain(around, error)
        return WRONG
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        silence(sys.stdout)
        return UNREAD
    except Exception as error:
        return _failed(error, around)


def _speak(environ: Mapping[str, str]) -> None:
    """Speak the language that the settings name, else the one that the environment asks for, if it can be shown."""
    from okrtui.storage.paths import config_file

    file = config_file(environ)
    if os.path.lexists(file):
        from okrtui.storage.language_setting import to_speak, wished_language

        asked = to_speak(wished_language(file), environ)
    else:
        asked = language_of(environ)
    speak(asked if asked in LATIN or locale_is_utf8(environ) else "en")


def _run(words: Sequence[str], environ: Mapping[str, str]) -> int:
    command = parse(words)
    if command.answer:
        write(command.answer, environ)
        return FINE
    situation = Situation.of(command.options.data, command.options.today, environ)
    return _call(command.verb, command.options, situation)


def _call(verb: Verb, options: argparse.Namespace, situation: Situation) -> int:
    """Run the verb; each brings its modules along only now."""
    from okrtui.storage.errors import FileError

    try:
        match verb.name:
            case "new" | "list" | "show":
                from okrtui.cli import quarters

                run = {"new": quarters.new, "list": quarters.list_all, "show": quarters.show}[verb.name]
                return run(options, situation)
            case "status":
                from okrtui.cli.status import status

                return status(options, situation)
            case "checkin" | "done":
                from okrtui.cli import week

                return {"checkin": week.checkin, "done": week.done}[verb.name](options, situation)
            case "report":
                from okrtui.cli.reporting import report

                return report(options, situation)
            case "import":
                from okrtui.cli.importing import import_file

                return import_file(options, situation)
            case "history" | "restore":
                from okrtui.cli import versions

                return {"history": versions.history, "restore": versions.restore}[verb.name](options, situation)
            case "merge":
                from okrtui.cli.merging import merge

                return merge(options, situation)
            case "check":
                from okrtui.cli.checking import check

                return check(options, situation)
            case "coach":
                from okrtui.cli.coaching import coach

                return coach(options, situation)
            case "settings" | "completion":
                from okrtui.cli import completion, settings

                run = {"settings": settings.settings, "completion": completion.completion}[verb.name]
                return run(options, situation)
            case "demo":
                from okrtui.cli.interface import open_demo

                return open_demo(options, situation)
            case _:
                from okrtui.cli.interface import open_quarter

                return open_quarter(options, situation)
    except FileError as error:
        complain(situation.environ, error)
        return WRONG


def _failed(error: Exception, environ: Mapping[str, str]) -> int:
    """Say that it is the program's fault, and where, without a word of the plan."""
    frames = [(frame.f_globals.get("__name__", ""), line) for frame, line in walk_tb(error.__traceback__)]
    ours = [(name, line) for name, line in frames if str(name).startswith("okrtui.")]
    name, line = ours[-1] if ours else ("okrtui", 0)
    complain(
        environ,
        # for translators: kind is the name of an error, module that of a part of the program
        tr(
            "an error inside the program ({kind} in {module}, line {line}); what was saved is safe",
            kind=type(error).__name__,
            module=name,
            line=line,
        ),
        tr("please report the line above with the command you gave; it holds nothing of your plan"),
    )
    return INTERNAL
