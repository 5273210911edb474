"""What the coach says about a plan: findings, the registry of rules, and the badge they add up to.

A rule is a function that looks at one item and gives a :class:`Problem` or None; :func:`rule` registers
it with its code. The rules themselves stand in modules of their own, which are loaded with the first look at a plan:
what a finding is, is asked for long before.
"""

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from types import MappingProxyType
from typing import Any, Literal, get_args

from okrtui.frozen import frozen, replace
from okrtui.i18n import mark, spoken
from okrtui.model.edits import KINDS, Edit, kind_of
from okrtui.model.kept import Kept
from okrtui.model.language import Language
from okrtui.model.past_steps import NOTHING_BEFORE, Past
from okrtui.model.plan import Action, KeyResult, Node, Objective, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.text import search_key

Severity = Literal["error", "warning", "hint"]
"""An error keeps the quarter from being committed; a warning asks for a decision; a hint only helps."""

SHOWN_SEVERITIES = (mark("error"), mark("warning"), mark("hint"))
"""As people read them, with ``tr``."""

Letter = Literal["S", "M", "A", "R", "T"]
"""Specific, measurable, achievable, realistic, time-bound."""

On = Literal["quarter", "objective", "key result", "action"]
"""What a rule looks at."""

LETTERS: tuple[Letter, ...] = get_args(Letter)
"""The letters in the order in which they are read."""

_PLACES: Mapping[Letter | None, int] = {
    **{letter: place for place, letter in enumerate(LETTERS)},
    None: len(LETTERS),
}

DARK = "·"
"""What stands in the badge for a letter that is not lit."""


@frozen
class Fix:
    """A way to mend what was found, to be applied with one key."""

    label: str
    """What it does: ``set the due date to 31 Dec``."""
    edit: Edit
    """The edit that does it."""


@dataclass(frozen=True)
class Finding:
    """One thing that the coach has to say about one item."""

    code: str
    """Explains itself, such as ``kr-no-due``; a key of :func:`rules`."""
    severity: Severity
    """How much it weighs."""
    item_id: str
    """The item it is about; empty for the quarter."""
    letter: Letter | None
    """The SMART letter that it keeps dark, on key results only."""
    message: str
    """One sentence that says why, in plain words and without the code; safe to print."""
    field: str | None
    """The form field that it belongs to, such as ``due``."""
    acceptable: bool
    """Whether it may be accepted on purpose, with a reason."""
    fix: Fix | None = dataclasses.field(default=None, hash=False)
    """How to mend it, where there is one natural way."""
    accepted: str = ""
    """The reason for which it was accepted on purpose; then it does not count."""
    span: tuple[int, int] | None = None
    """First character and the one past the last, of the words in the title that caused it."""

    @property
    def counts(self) -> bool:
        """Whether it dims its letter: an error or a warning that nobody accepted."""
        return not self.accepted and self.severity != "hint"


@frozen
class Problem:
    """What a rule found: the parts of a finding that the rule's registration does not say."""

    message: str
    """As in :class:`Finding`."""
    severity: Severity | None = None
    """Where it differs from the rule's."""
    field: str | None = None
    """Where it differs from the rule's."""
    fix: Fix | None = None
    span: tuple[int, int] | None = None


Titles = Mapping[str, tuple[str, str]]
"""Id and position of an item by the search key of its title."""


@frozen
class Context:
    """What a rule may look at beside the item itself."""

    plan: Plan
    titles: Titles
    """Where each title stands first."""
    key_result: KeyResult | None = None
    """The key result that an action stands under, where it is known."""
    past: Past = NOTHING_BEFORE
    """What the quarters before did, where it is known."""


Check = Callable[[Any, Context], Problem | None]
"""A rule's function: the item (a Plan for the quarter) and its context, to what is wrong with it."""


@frozen
class Rule:
    """A rule with what is the same for all its findings."""

    code: str
    on: tuple[On, ...]
    severity: Severity
    """The usual one; the explanation says where it differs."""
    letter: Letter | None
    field: str | None
    acceptable: bool
    """Whether it may be accepted on a key result although it is an error; warnings always may."""
    wording: bool
    """Whether it asks about the words of the title alone."""
    explanation: str
    """What the rule asks for, in one line or two."""
    check: Check


_REGISTERED: dict[str, Rule] = {}
_BY_KIND: dict[On, list[Rule]] = {kind: [] for kind in get_args(On)}


def rules() -> Mapping[str, Rule]:
    """Every rule by its code. Among findings with the same letter, those of the earlier rule stand first."""
    _load()
    return MappingProxyType(_REGISTERED)


@cache
def _load() -> None:
    """Load the modules that hold the rules."""
    for name in ("fields", "wording", "structure"):
        import_module(f"okrtui.coach.{name}")


def rule(
    code: str,
    *,
    on: On | tuple[On, ...],
    severity: Severity,
    letter: Letter | None = None,
    field: str | None = None,
    acceptable: bool = False,
    wording: bool = False,
) -> Callable[[Check], Check]:
    """Register the decorated function as a rule; its docstring explains the code to people.

    Raises:
        ValueError: the code is taken.
    """

    def register(check: Check) -> Check:
        if code in _REGISTERED:
            raise ValueError(f"two rules are called {code}")
        explanation = " ".join((check.__doc__ or "").split())
        kinds = (on,) if isinstance(on, str) else on
        registered = Rule(code, kinds, severity, letter, field, acceptable, wording, explanation, check)
        _REGISTERED[code] = registered
        for kind in kinds:
            _BY_KIND[kind].append(registered)
        return check

    return register


class Looked:
    """What a look at a plan found in its items, most of which are the same at the next one."""

    def __init__(self) -> None:
        """No plan was looked at yet."""
        self.named: Kept[_Named] = Kept()
        """The titles of an objective and all below it."""
        self.judged: Kept[list[Finding]] = Kept()
        """The findings on an objective itself, and on a key result with its actions."""


def check_plan(plan: Plan, past: Past = NOTHING_BEFORE, before: Looked | None = None) -> tuple[Finding, ...]:
    """Every finding in tree order: the quarter's, then each objective's, its key results', their actions'.

    What was accepted on purpose is among them, with the reason. Dropped items have no findings. ``before`` is what was
    found when the plan was looked at last.
    """
    before = Looked() if before is None else before
    titles, repeated = _titles(plan, before.named)
    context = Context(plan, titles, past=past)
    kept = before.judged
    kept.begin((plan.start, plan.end, plan.language, past, repeated, spoken()))  # all that a rule looks at besides
    found = [*_look(plan, "quarter", context)]
    for objective in plan.objectives:
        found += kept.of(objective, partial(_look, objective, "objective", context))
        for key_result in filter(is_live, objective.key_results):
            found += kept.of(key_result, partial(_judged, key_result, context))
    return tuple(found)


def _judged(key_result: KeyResult, context: Context) -> list[Finding]:
    """The findings on a key result and on its actions."""
    below = replace(context, key_result=key_result)
    found = _look(key_result, "key result", below)
    for action in filter(is_live, key_result.actions):
        found += _look(action, "action", below)
    return found


def check_objective(objective: Objective, plan: Plan) -> tuple[Finding, ...]:
    """The findings on an objective as it is typed so far, whether the plan holds it yet or not."""
    return _check_typed(objective, Context(plan, _titles_with(objective, plan)))


def check_key_result(key_result: KeyResult, plan: Plan, past: Past = NOTHING_BEFORE) -> tuple[Finding, ...]:
    """The findings on a key result as it is typed so far, without those of its actions; none once dropped."""
    return _check_typed(key_result, Context(plan, _titles_with(key_result, plan), key_result, past))


def check_action(action: Action, key_result: KeyResult | None, plan: Plan) -> tuple[Finding, ...]:
    """The findings on an action as it is typed so far; none once dropped."""
    return _check_typed(action, Context(plan, _titles_with(action, plan), key_result=key_result))


def check_item(
    item: Node | Plan, parent: Node | Plan | None, plan: Plan, past: Past = NOTHING_BEFORE
) -> tuple[Finding, ...]:
    """The findings on an item as it is typed so far, below its parent; none on the plan itself."""
    match item:
        case KeyResult():
            return check_key_result(item, plan, past)
        case Objective():
            return check_objective(item, plan)
        case Action():
            return check_action(item, parent if isinstance(parent, KeyResult) else None, plan)
        case Plan():
            return ()


def smart(kr_findings: Iterable[Finding]) -> Mapping[Letter, bool]:
    """Which letters are lit, from the findings of one key result: no error or warning keeps them dark."""
    dark = {finding.letter for finding in kr_findings if finding.counts}
    return {letter: letter not in dark for letter in LETTERS}


def badge(kr_findings: Iterable[Finding]) -> str:
    """The five letters of one key result, a dot for each that is not lit: ``SM·RT``."""
    return "".join(letter if lit else DARK for letter, lit in smart(kr_findings).items())


def still_told(findings: Iterable[Finding], plan: Plan) -> tuple[Finding, ...]:
    """Those that say anything to a reader: of a closed quarter, where nothing is mended, what was accepted alone."""
    return tuple(finding for finding in findings if finding.accepted or plan.phase != "closed")


def blocking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The errors that keep a quarter from being committed: those that nobody accepted."""
    return tuple(finding for finding in findings if finding.severity == "error" and not finding.accepted)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors, then warnings, then hints; those that weigh the same in their order."""
    return sorted(findings, key=lambda finding: get_args(Severity).index(finding.severity))


def is_live(node: Node) -> bool:
    """Whether the item is still meant to be done; dropped ones are neither judged nor counted."""
    if isinstance(node, KeyResult):
        return node.dropped_on is None
    return not isinstance(node, Action) or node.status != "dropped"


def has_text(text: str) -> bool:
    """Whether there is anything to read in a text: more than spaces and invisible characters."""
    return any(char.isprintable() and not char.isspace() for char in text)


def check_wording(kind: On, title: str, language: Language) -> tuple[Finding, ...]:
    """What the words of a title alone, which may be any text, have to be told."""
    node = KINDS[kind].made(id="", title=title)
    context = Context(_empty_plan(language), {})
    _load()
    wordings = (checked for checked in _BY_KIND[kind] if checked.wording)
    return tuple(_finding(node, checked, problem) for checked in wordings if (problem := checked.check(node, context)))


@cache
def _empty_plan(language: Language) -> Plan:
    return Plan.empty(Quarter(2026, 1), 1).replace(language=language)


def _check_typed(node: Node, context: Context) -> tuple[Finding, ...]:
    kind: Any = kind_of(node)
    return tuple(_look(node, kind, context)) if is_live(node) else ()


def _look(item: Plan | Node, kind: On, context: Context) -> list[Finding]:
    """What the rules for this kind find on one item: letter by letter, then what has no letter."""
    _load()
    found = [
        _finding(item, checked, problem) for checked in _BY_KIND[kind] if (problem := checked.check(item, context))
    ]
    return sorted(found, key=lambda finding: _PLACES[finding.letter])


def _finding(item: Plan | Node, checked: Rule, problem: Problem) -> Finding:
    severity = problem.severity or checked.severity
    reason = ""
    acceptable = isinstance(item, KeyResult) and (severity == "warning" or checked.acceptable)
    if acceptable and isinstance(item, KeyResult):
        reason = item.accepted.get(checked.code, "")
    return Finding(
        code=checked.code,
        severity=severity,
        item_id="" if isinstance(item, Plan) else item.id,
        letter=checked.letter,
        message=problem.message,
        field=problem.field or checked.field,
        acceptable=acceptable,
        fix=problem.fix,
        accepted=reason if has_text(reason) else "",
        span=problem.span,
    )


_Named = list[tuple[str, tuple[str, str]]]
"""Search keys of titles, each with the id and the position of its item."""


def _titles(plan: Plan, kept: Kept[_Named]) -> tuple[Titles, Titles]:
    """Where each title stands first, and those of them that stand somewhere else as well."""
    kept.begin(tuple(objective.id for objective in plan.objectives))  # which says where each of them stands
    first: dict[str, tuple[str, str]] = {}
    repeated: dict[str, tuple[str, str]] = {}
    for i, objective in enumerate(plan.objectives, 1):
        for key, place in kept.of(objective, partial(_named, objective, f"{i}", None)):
            if first.setdefault(key, place) is not place:
                repeated[key] = first[key]
    return first, repeated


def _titles_with(typed: Node, plan: Plan) -> Titles:
    """Where each title stands first, with an item as it is typed in the place of the plan's own."""
    named = [pair for i, objective in enumerate(plan.objectives, 1) for pair in _named(objective, f"{i}", typed)]
    return dict(reversed(named))


def _named(objective: Objective, position: str, typed: Node | None) -> _Named:
    """The titles of an objective and what is below it; ``typed`` stands in for the item of the same id."""
    nodes: list[tuple[tuple[str, str], Node]] = [((objective.id, position), objective), *_live(objective, position)]
    shown = ((place, typed if typed is not None and place[0] == typed.id else node) for place, node in nodes)
    return [(search_key(node.title).strip(), place) for place, node in shown]


def _live(objective: Objective, position: str) -> Iterator[tuple[tuple[str, str], Node]]:
    """What is below an objective and not dropped, nor below a dropped one, each with its id and its position."""
    for j, key_result in enumerate(objective.key_results, 1):
        if is_live(key_result):
            yield (key_result.id, f"{position}.{j}"), key_result
            for k, action in enumerate(key_result.actions, 1):
                if is_live(action):
                    yield (action.id, f"{position}.{j}.{k}"), action
