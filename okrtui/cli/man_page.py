"""The manual page, made from what the help is made from: ``python -m okrtui.cli.man_page > man/okrtui.1``."""

import sys
from collections.abc import Iterator, Mapping

from okrtui import __version__
from okrtui.cli.verbs import COMMON, EXIT_CODES, PURPOSE, VERBS, Argument, Verb
from okrtui.report.settings_words import ABOUT, KEYS_ABOUT, default
from okrtui.storage.settings import as_toml

_OPENS = """\
Without a command, okrtui opens the quarter on the whole terminal. There, ? shows the keys of where you are, ctrl+p
finds any command by name, and q leaves. Every change is on disk before the status line says so, and u takes it back."""

_WHERE = """\
The quarters lie in the directory that --data names, else in $OKRTUI_DATA, else in okrtui of the XDG data directory.
It is yours alone, and so are the files in it."""

_FILES = {
    "~/.local/share/okrtui/2026-Q4.toml": "one quarter, made to be read and edited by hand",
    "~/.local/share/okrtui/.okrtui/": "earlier versions, what is half written, and the lock; git leaves it out",
    "~/.local/share/okrtui-demo/": "the example quarter of okrtui demo",
    "~/.config/okrtui/config.toml": "the settings",
}

_ENVIRONMENT = {
    "OKRTUI_DATA": "where the quarters are kept, where --data does not say",
    "OKRTUI_TODAY": "the day to act on, such as 2026-11-12, where --today does not say",
    "XDG_DATA_HOME, XDG_CONFIG_HOME": "in place of ~/.local/share and ~/.config",
    "VISUAL, EDITOR": "the editor for texts, a quarter's file and the settings; nano or vi where neither is set",
    "NO_COLOR": "no colours, unless the settings ask for some",
    "LC_ALL, LC_MESSAGES, LANG": "the language, where the settings name none",
    "LC_ALL, LC_CTYPE, LANG": "whether the terminal takes UTF-8; plain ASCII is drawn where none of them says so",
    "TMUX": "in tmux, texts are copied through its buffer",
}

_UNBROKEN = r"\~"
"""A space at which no line ends."""

_SETTINGS = "All are optional. okrtui settings shows them, okrtui settings --edit opens the file."


def man_page() -> str:
    """The page, in English, for ``man``."""
    return "".join(f"{line}\n" for line in _page())


def _page() -> Iterator[str]:
    yield '.\\" Made by: python -m okrtui.cli.man_page > man/okrtui.1'
    yield f'.TH OKRTUI 1 "" "okrtui {__version__}" "User Commands"'
    yield from (".nh", ".ad l")  # what is to be copied is not broken by hyphens, nor spaced out
    yield from (".SH NAME", _text(f"okrtui - {PURPOSE[0].lower()}{PURPOSE[1:].rstrip('.')}"))
    yield ".SH SYNOPSIS"
    yield from (r"\fBokrtui\fR [\fIQUARTER\fR] [\fIoptions\fR]", ".br", r"\fBokrtui\fR \fICOMMAND\fR [\fIoptions\fR]")
    yield from (".SH DESCRIPTION", _text(_OPENS))
    yield ".SH COMMANDS"
    for verb in VERBS:
        yield from _command(verb)
    yield from (".SH OPTIONS", "These go with every command.")
    yield from _arguments(COMMON)
    yield ".SH EXIT STATUS"
    yield from _rows({str(code): words for code, words in EXIT_CODES.items()})
    yield from (".SH FILES", _text(_WHERE))
    yield from _rows(_FILES)
    yield ".SH ENVIRONMENT"
    yield from _rows(_ENVIRONMENT)
    yield from (".SH SETTINGS", _text(_SETTINGS))
    yield from _rows({f"{name} = {as_toml(default(name))}": words for name, words in ABOUT.items()})
    yield from _rows({"[keys]": KEYS_ABOUT})


def _command(verb: Verb) -> Iterator[str]:
    yield f".SS {_bold(f'okrtui {verb.name}'.rstrip())} {' '.join(map(_written, verb.takes))}".rstrip()
    yield _text(f"{verb.does[0].upper()}{verb.does[1:]}.")
    for part in verb.more:
        if isinstance(part, str):
            yield from (".PP", _text(part))
        else:
            yield from _rows(part)
    yield from _arguments(verb.takes)
    yield from (".PP", "For example:", ".PP", ".RS 4", ".nf", *map(_text, verb.examples), ".fi", ".RE")


def _written(argument: Argument) -> str:
    """An argument as the first line of a command has it."""
    value = _italic(argument.metavar or "|".join(argument.choices or ()))
    if argument.name.startswith("-"):
        parts = (_bold(argument.name), "" if _is_switch(argument) else value)
        return f"[{_UNBROKEN.join(filter(None, parts))}]"
    return {"?": f"[{value}]", "*": f"[{value} ...]", "+": f"{value} ..."}.get(argument.nargs or "", value)


def _arguments(arguments: tuple[Argument, ...]) -> Iterator[str]:
    """Each with what it is; a plain word by what the first line calls it."""
    for argument in arguments:
        names = [argument.name] if argument.name.startswith("-") else []
        named = ", ".join(map(_bold, filter(None, (argument.short, *names))))
        value = "" if _is_switch(argument) else _italic(argument.metavar or "|".join(argument.choices or ()))
        yield from (".TP", " ".join(filter(None, (named, value))), _text(argument.told()))


def _is_switch(argument: Argument) -> bool:
    return argument.action == "store_true"


def _rows(rows: Mapping[str, str]) -> Iterator[str]:
    for name, words in rows.items():
        yield from (".TP", _bold(name), _text(words))


def _bold(words: str) -> str:
    return rf"\fB{_escaped(words)}\fR"


def _italic(words: str) -> str:
    return rf"\fI{_escaped(words)}\fR" if words else ""


def _text(words: str) -> str:
    """Text that is filled, and of which no line is taken for a request."""
    return "\n".join(rf"\&{line}" if line[:1] in (".", "'") else line for line in _escaped(words).split("\n"))


def _escaped(words: str) -> str:
    """Every character as itself: a minus is no hyphen, so that an option can be copied out of the page."""
    special = {"\\": r"\e", "-": r"\-", "'": r"\(aq", "`": r"\(ga", "^": r"\(ha", "~": r"\(ti", '"': r"\(dq"}
    return "".join(special.get(char) or (char if char.isascii() else rf"\[u{ord(char):04X}]") for char in words)


if __name__ == "__main__":
    sys.stdout.write(man_page())
