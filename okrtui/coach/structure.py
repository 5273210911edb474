"""Rules on how many there are and how they stand together: objectives, key results, actions, titles."""

from okrtui.coach.findings import Context, Problem, has_text, is_live, rule
from okrtui.i18n import tr, tr_n
from okrtui.model.plan import KeyResult, Node, Objective, Plan
from okrtui.model.text import search_key

FEWEST = 3
"""The fewest objectives of a quarter, and key results of an objective, that the method asks for."""

MOST = 5
"""The most of both."""


@rule("objective-count", on="quarter", severity="warning", field="objectives")
def objective_count(plan: Plan, _: Context) -> Problem | None:
    """A quarter has 3 to 5 objectives. More than 5 is an error."""
    number = len(plan.objectives)
    if number > MOST:
        words = tr_n(
            "{n} objective; nobody can focus on more than {most} in a quarter",
            "{n} objectives; nobody can focus on more than {most} in a quarter",
            number,
            most=MOST,
        )
        return Problem(words, "error")
    if number == 0:
        return Problem(tr("no objective yet; {fewest} to {most} make a quarter's plan", fewest=FEWEST, most=MOST))
    if number < FEWEST:
        words = tr_n(
            "{n} objective; {fewest} to {most} make a quarter's plan",
            "{n} objectives; {fewest} to {most} make a quarter's plan",
            number,
            fewest=FEWEST,
            most=MOST,
        )
        return Problem(words)
    return None


@rule("kr-count", on="objective", severity="warning", field="key_results")
def kr_count(objective: Objective, _: Context) -> Problem | None:
    """An objective has 3 to 5 key results. None at all is an error."""
    number = len(_live_key_results(objective))
    if number > MOST:
        words = tr_n(
            "{n} key result; more than {most} spread the work too thin",
            "{n} key results; more than {most} spread the work too thin",
            number,
            most=MOST,
        )
        return Problem(words)
    if number == 0:
        few, most = FEWEST, MOST
        words = tr("no key result yet; {few} to {most} show whether the objective is reached", few=few, most=most)
        return Problem(words, "error")
    if number < FEWEST:
        words = tr_n(
            "{n} key result; {few} to {most} show whether the objective is reached",
            "{n} key results; {few} to {most} show whether the objective is reached",
            number,
            few=FEWEST,
            most=MOST,
        )
        return Problem(words)
    return None


@rule("kr-all-lagging", on="objective", severity="hint", field="key_results")
def kr_all_lagging(objective: Objective, _: Context) -> Problem | None:
    """At least one key result of an objective is a leading indicator, which moves before the outcome."""
    indicators = {key_result.indicator for key_result in _live_key_results(objective)}
    if indicators != {"lagging"}:
        return None
    return Problem(tr("all its key results are lagging; a leading one would warn in time"))


@rule("kr-no-action", on="key result", severity="warning", field="actions")
def kr_no_action(key_result: KeyResult, _: Context) -> Problem | None:
    """A key result has at least one action planned to reach it."""
    return None if any(map(is_live, key_result.actions)) else Problem(tr("no action is planned to reach it"))


@rule("duplicate-title", on=("objective", "key result", "action"), severity="warning", field="title")
def duplicate_title(node: Node, context: Context) -> Problem | None:
    """No title stands twice in a quarter; upper and lower case are the same. Said of the later item."""
    if not has_text(node.title):
        return None
    first = context.titles.get(search_key(node.title).strip())
    if first is None or first[0] == node.id:
        return None
    # for translators: place is that of an item, such as 2.1
    return Problem(tr("{place} has the same title, so nobody can tell the two apart", place=first[1]))


def _live_key_results(objective: Objective) -> list[KeyResult]:
    return [key_result for key_result in objective.key_results if is_live(key_result)]
