"""The command that prints what a shell needs to complete the words after ``okrtui``, made from their table."""

import argparse
from collections.abc import Callable, Iterator

from okrtui.cli.output import write_lines
from okrtui.cli.situation import Situation
from okrtui.cli.verbs import COMMON, VERBS, Argument, Verb
from okrtui.i18n import tr

_FILES = frozenset({"FILE", "DIR", "BASE", "OURS", "THEIRS"})
_COMMAND = "COMMAND"
_QUARTER = "QUARTER"
_LIST = "okrtui list 2>/dev/null"
_NAMED = tuple(verb for verb in VERBS if verb.name)


def completion(options: argparse.Namespace, situation: Situation) -> int:
    """Print the words for a shell."""
    shells: dict[str, Callable[[], Iterator[str]]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
    write_lines(shells[options.shell](), situation.environ)
    return 0


def _plain(verb: Verb) -> list[Argument]:
    """What a command takes by its place."""
    return [argument for argument in verb.takes if not argument.name.startswith("-")]


def _words(argument: Argument) -> str:
    """The words that an argument can be, where they are known beforehand."""
    if argument.metavar == _COMMAND:
        return " ".join(verb.name for verb in _NAMED)
    return " ".join(argument.choices or ())


def _is_file(argument: Argument) -> bool:
    return argument.metavar in _FILES


# bash


_BASH = """\
_okrtui_words() { COMPREPLY+=($(compgen -W "$1" -- "$cur")); }
_okrtui_quarters() { _okrtui_words "$(okrtui list 2>/dev/null | grep -o '^[0-9]\\{4\\}-Q[1-4]')"; }
_okrtui_files() {
    local IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$cur"))
    compopt -o filenames 2>/dev/null
}
_okrtui() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} verb= word
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case $word in VERBS) verb=$word; break ;; esac
    done
    COMPREPLY=()"""


def _bash() -> Iterator[str]:
    yield _BASH.replace("VERBS", "|".join(verb.name for verb in _NAMED))
    yield '    case "$verb $prev" in'
    for verb in VERBS:
        for it in verb.takes:
            if it.name.startswith("-") and it.action != "store_true":
                yield f'        "{verb.name} {it.name}") {_in_bash(it)}; return ;;'
    yield from (f'        *" {it.name}") {_in_bash(it)}; return ;;' for it in COMMON if it.action != "store_true")
    yield "    esac"
    yield '    case "$verb" in'
    for verb in VERBS:
        words = " ".join(it.name for it in (*verb.takes, *COMMON) if it.name.startswith("-"))
        plain = dict.fromkeys(_in_bash(it) for it in _plain(verb) if _in_bash(it) != ":")
        acts = [f'_okrtui_words "{words}"', *(f"[[ $cur == -* ]] || {act}" for act in plain)]
        if not verb.name:
            acts.append(f'_okrtui_words "{" ".join(known.name for known in _NAMED)}"')
        yield f'        "{verb.name}") {"; ".join(acts)} ;;'
    yield "    esac"
    yield "}"
    yield "complete -F _okrtui okrtui"


def _in_bash(argument: Argument) -> str:
    """Adds what an argument can be to the replies."""
    if words := _words(argument):
        return f'_okrtui_words "{words}"'
    if argument.metavar == _QUARTER:
        return "_okrtui_quarters"
    return "_okrtui_files" if _is_file(argument) else ":"


# zsh


def _zsh() -> Iterator[str]:
    yield "#compdef okrtui"
    yield "_okrtui_quarters() {"
    yield f"    compadd -- ${{(f)\"$({_LIST} | grep -o '^[0-9]\\{{4\\}}-Q[1-4]')\"}}"
    yield "}"
    yield "_okrtui_first() {"
    yield "    local -a verbs=("
    yield from (f"        {_quoted(verb.name + ':' + tr(verb.does))}" for verb in _NAMED)
    yield "    )"
    yield "    _describe command verbs"
    yield "    _okrtui_quarters"
    yield "}"
    yield "_okrtui() {"
    yield "    local curcontext=$curcontext state line"
    yield "    typeset -A opt_args"
    yield "    local -a common=("
    yield from (f"        {_in_zsh(argument)}" for argument in COMMON)
    yield "    )"
    yield "    _arguments -C $common '1: :_okrtui_first' '*:: :->rest'"
    yield "    [[ $state == rest ]] || return"
    yield "    case $words[1] in"
    for verb in _NAMED:
        own = [_in_zsh(it) for it in verb.takes if it.name.startswith("-")]
        places = [
            _in_zsh(it, f"{place}" if it.nargs not in {"*", "+"} else "*") for place, it in enumerate(_plain(verb), 1)
        ]
        yield f"        {verb.name}) _arguments {' '.join(['$common', *own, *places])} ;;"
    yield "    esac"
    yield "}"
    yield "compdef _okrtui okrtui"


def _in_zsh(argument: Argument, place: str = "") -> str:
    """How ``_arguments`` is told of an argument; ``place`` is where one without a name stands."""
    about = argument.told().replace("[", "(").replace("]", ")").replace(":", "\\:")
    name = place or f"{argument.name}[{about}]"
    if argument.action == "store_true":
        return _quoted(name)
    act = " "
    if words := _words(argument):
        act = f"({words})"
    elif argument.metavar == _QUARTER:
        act = "_okrtui_quarters"
    elif _is_file(argument):
        act = "_files"
    return _quoted(f"{name}:{argument.metavar or argument.name.strip('-')}:{act}")


def _quoted(text: str) -> str:
    """A text that a shell takes as it is."""
    return "'" + text.replace("'", "'\\''") + "'"


# fish


def _fish() -> Iterator[str]:
    yield "function __okrtui_quarters"
    yield f"    {_LIST} | string match -r '^\\d{{4}}-Q[1-4]'"
    yield "end"
    yield "complete -c okrtui -f"
    yield "complete -c okrtui -n __fish_use_subcommand -a '(__okrtui_quarters)'"
    for argument in COMMON:
        yield _in_fish("complete -c okrtui", argument)
    for verb in _NAMED:
        yield f"complete -c okrtui -n __fish_use_subcommand -a {verb.name} -d {_in_fish_quotes(tr(verb.does))}"
        start = f"complete -c okrtui -n '__fish_seen_subcommand_from {verb.name}'"
        for argument in verb.takes:
            if line := _in_fish(start, argument):
                yield line


def _in_fish(start: str, argument: Argument) -> str:
    """The line that tells fish of an argument; empty where there is nothing to complete."""
    if words := _words(argument):
        value = f" -xa {_in_fish_quotes(words)}"
    elif argument.metavar == _QUARTER:
        value = " -xa '(__okrtui_quarters)'"
    else:
        value = " -rF" if _is_file(argument) else "" if argument.action == "store_true" else " -x"
    if argument.name.startswith("-"):
        dashes = "-l" if argument.name.startswith("--") else "-s"
        return f"{start} {dashes} {argument.name.lstrip('-')}{value} -d {_in_fish_quotes(argument.told())}"
    return f"{start}{value.replace(' -xa', ' -a').replace(' -rF', ' -F')}" if value not in {"", " -x"} else ""


def _in_fish_quotes(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
