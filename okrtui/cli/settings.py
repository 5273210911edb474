"""The command that shows the settings, and has them edited and checked."""

import argparse
import sys
from pathlib import Path

from okrtui.cli.output import UsageError, complain, is_utf8, write, write_lines
from okrtui.cli.situation import Situation
from okrtui.i18n import tr

_FINE, _WRONG = 0, 2


def settings(options: argparse.Namespace, situation: Situation) -> int:
    """Show every setting with its value, default and origin; or edit the file first, until it is right.

    Raises:
        UsageError: there is no editor.
        FileError: the file is wrong; the message names line and setting.
    """
    from okrtui.storage.paths import config_file

    path = config_file(situation.environ)
    return _edit(path, situation) if options.edit else _show(path, options.format, situation)


def _show(path: Path, form: str, situation: Situation) -> int:
    from okrtui.model.text import display
    from okrtui.report.settings_told import document, lines, told
    from okrtui.storage.settings import read_settings
    from okrtui.tui.check_settings import check_file, usual_keys

    file = read_settings(path)
    check_file(file)
    found, exists = told(file, usual_keys(file.settings), situation.environ), file.text is not None
    if form == "json":
        from okrtui.report.exact_json import to_json

        ascii_only = not is_utf8(situation.environ)
        whole = document(found, str(path), exists)
        write(to_json(whole, ascii_only=ascii_only, indent=2) + "\n", situation.environ)
    else:
        write_lines(lines(found, display(str(path)), exists), situation.environ)
    return _FINE


def _edit(path: Path, situation: Situation) -> int:
    """Have the file edited, made with all in comments where there is none; again where it is wrong and one wants to."""
    from okrtui.report.settings_told import commented
    from okrtui.storage.advice import reason
    from okrtui.storage.errors import FileError
    from okrtui.storage.settings import read_settings
    from okrtui.storage.settings_change import write_settings
    from okrtui.tui.check_settings import check_file

    if not path.exists():
        try:
            write_settings(path, commented().encode())
        except OSError as error:
            what = tr("cannot be made: {reason}", reason=reason(error))
            raise FileError(path, what, tr("see that the directory is yours")) from error
    while True:
        _have_edited(path, situation)
        try:
            check_file(read_settings(path))
        except FileError as error:
            complain(situation.environ, error)
            if not _again(situation):
                return _WRONG
        else:
            return _show(path, "text", situation)


def _have_edited(path: Path, situation: Situation) -> None:
    from okrtui.storage.advice import reason
    from okrtui.storage.own_editor import NoEditorError, edited, editor

    try:
        words = editor(situation.environ)
    except NoEditorError as error:
        raise UsageError(str(error)) from None
    code = edited(words, path)
    program = Path(words[0]).name
    if isinstance(code, OSError):
        # for translators: program is the name of an editor, and the reason is what the system says
        message = tr("{program}: {reason}; set EDITOR to the name of an editor", program=program, reason=reason(code))
        raise UsageError(message)
    if code:
        raise UsageError(tr("{program} ended with an error", program=program))


def _again(situation: Situation) -> bool:
    """Whether the person wants to edit once more; not asked where nobody is there to answer."""
    if sys.stdin is None or sys.stdin.closed or not sys.stdin.isatty():
        return False
    # for translators: Enter means yes; the answer is y or n in every language
    write(tr("Edit it again? [Y/n]") + " ", situation.environ)
    return sys.stdin.readline().strip().lower() in {"", "y", "yes"}
