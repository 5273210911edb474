"""The templates: what a person gets who starts a quarter, or an objective, from one."""

import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import okrtui.examples
from okrtui.coach.fields import is_share
from okrtui.coach.findings import check_plan, check_wording
from okrtui.examples import EXAMPLE_QUARTER, example_bytes
from okrtui.examples.templates import objective_of, template, templates
from okrtui.i18n import speak
from okrtui.model import tree
from okrtui.model.edits import Add, kind_of
from okrtui.model.language import CODES, Code, Language
from okrtui.model.plan import Action, KeyResult, Node, Objective, Plan
from okrtui.model.quarter import Quarter
from okrtui.storage.codec import decode, encode
from okrtui.storage.document import same_plan

NAMES = [known.name for known in templates()]
FILES = Path(okrtui.examples.__file__).parent
EMPTY = Plan.empty(Quarter(2027, 2))
LONGEST_TITLE = 60

each = pytest.mark.parametrize("name", NAMES)


def nodes(plan: Plan) -> list[Node]:
    return [placed.node for placed in tree.walk(plan)]


def key_results(plan: Plan) -> list[KeyResult]:
    return [node for node in nodes(plan) if isinstance(node, KeyResult)]


def actions(plan: Plan) -> list[Action]:
    return [node for node in nodes(plan) if isinstance(node, Action)]


def without_dates_and_ids(plan: Plan) -> list[Node]:
    bare: list[Node] = []
    for node in nodes(plan):
        plain = node.replace(id="")
        if not isinstance(plain, Objective):
            plain = plain.replace(due=None)
        bare.append(tree.with_children(plain, ()) if not isinstance(plain, Action) else plain)
    return bare


def test_every_template_that_is_shipped_is_offered_by_its_name() -> None:
    shipped = {path.stem for path in FILES.glob("*.toml")} - {str(EXAMPLE_QUARTER)}
    assert shipped == set(NAMES)
    assert len(NAMES) == len(set(NAMES)) >= 5
    assert {known.title for known in templates()} >= {
        "Demand generation",
        "Content and SEO",
        "Product launch",
        "Marketing operations and data",
        "Brand and events",
    }


def test_a_name_that_is_no_template_reads_no_other_file() -> None:
    for name in ("nothing", "", str(EXAMPLE_QUARTER), "../coach/lexicons/en", "Content-SEO"):
        with pytest.raises(ValueError, match="no such template"):
            template(name, EMPTY)
        with pytest.raises(ValueError, match="no such template"):
            objective_of(name, 0, EMPTY)


@each
def test_a_template_is_saved_exactly_as_it_is_shipped_and_keeps_its_words_in_another_quarter(name: str) -> None:
    path = FILES / f"{name}.toml"
    shipped = decode(path.read_bytes(), path)
    assert encode(shipped) == path.read_bytes()
    fitted = template(name, EMPTY)
    assert without_dates_and_ids(fitted) == without_dates_and_ids(shipped)
    assert fitted.focus == shipped.focus != ""
    assert same_plan(decode(encode(fitted), Path("2027-Q2.toml")), fitted)


@each
@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("is_told", [True, False])
def test_the_coach_asks_for_nothing_but_the_baselines(name: str, code: Code, is_told: bool) -> None:
    speak(code)
    language: Language = code if is_told else "auto"
    plan = template(name, EMPTY.replace(language=language))
    assert plan.language == language
    found = check_plan(plan)
    assert {finding.code for finding in found} == {"kr-no-baseline"}, found
    filled = tuple(
        objective.replace(
            key_results=tuple(
                key_result.replace(baseline=0) if key_result.baseline is None else key_result
                for key_result in objective.key_results
            )
        )
        for objective in plan.objectives
    )
    assert check_plan(plan.replace(objectives=filled)) == (), "once they are filled in, it can be committed"
    for node in nodes(plan):
        assert check_wording(kind_of(node), node.title, language) == (), node.title


@each
@pytest.mark.parametrize("code", CODES)
def test_a_template_is_a_whole_plan_in_real_numbers(name: str, code: Code) -> None:
    plan = template(name, EMPTY.replace(language=code))
    assert 3 <= len(plan.objectives) <= 4
    for objective in plan.objectives:
        assert objective.why
        assert 3 <= len(objective.key_results) <= 4
        assert {key_result.indicator for key_result in objective.key_results} == {"leading", "lagging"}, objective.title
    for key_result in key_results(plan):
        assert key_result.definition and key_result.realistic and key_result.source and key_result.target
        assert key_result.confidence in (5, 6)
        assert not is_share(key_result.unit)
        assert 2 <= len(key_result.actions) <= 3, key_result.title
    for node in nodes(plan):
        assert 15 <= cell_len(node.title) <= LONGEST_TITLE, node.title
        texts = " ".join(value for value in node.__dict__.values() if isinstance(value, str)).lower()
        assert not [word for word in ("%", "per cent", "percent", "double", "!", "！", "％") if word in texts], texts


@pytest.mark.parametrize("code", CODES)
def test_objectives_of_several_templates_can_stand_in_one_plan(code: Code) -> None:
    plans = [template(name, EMPTY.replace(language=code)) for name in NAMES]
    titles = [node.title.lower() for plan in plans for node in nodes(plan)]
    assert sorted(titles) == sorted(set(titles))


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(NAMES),
    st.builds(Quarter, st.integers(1900, 2199), st.integers(1, 4)),
    st.integers(1, 12),
)
def test_a_template_fits_any_quarter_of_any_fiscal_year(name: str, quarter: Quarter, first_month: int) -> None:
    plan = template(name, Plan.empty(quarter, first_month))
    assert (plan.quarter, (plan.start, plan.end)) == (quarter, quarter.dates(first_month))
    assert (plan.phase, plan.committed_on) == ("planning", None)
    assert {key_result.due for key_result in key_results(plan)} == {plan.end}
    due = [action.due for action in actions(plan) if action.due is not None]
    assert len(due) > len(actions(plan)) / 2
    assert all(plan.start < day < plan.end and day.strftime("%a") == "Fri" for day in due)
    assert len(tree.ids(plan)) == len(nodes(plan)), "every item has an id of its own"


@each
def test_two_quarters_made_of_one_template_share_no_id(name: str) -> None:
    shipped = decode((FILES / f"{name}.toml").read_bytes(), FILES / f"{name}.toml")
    one, other = template(name, EMPTY), template(name, EMPTY)
    assert not tree.ids(one) & tree.ids(other)
    assert not tree.ids(one) & tree.ids(shipped)


def test_an_objective_goes_into_an_open_plan_whatever_its_dates() -> None:
    short = decode(example_bytes(), Path(f"{EXAMPLE_QUARTER}.toml")).replace(
        start=dt.date(2026, 10, 5), end=dt.date(2026, 11, 27)
    )
    objective = objective_of("brand-events", 1, short)
    plan = Add(objective).apply(short)
    assert plan.objectives[-1].title == template("brand-events", EMPTY).objectives[1].title
    assert tree.ids(plan) > tree.ids(short)
    below = sum(1 + len(key_result.actions) for key_result in objective.key_results)
    assert len(tree.ids(plan) - tree.ids(short)) == 1 + below
    assert {key_result.due for key_result in objective.key_results} == {short.end}
    new = tree.ids(plan) - tree.ids(short)
    assert {finding.code for finding in check_plan(plan) if finding.item_id in new} <= {"kr-no-baseline"}
    with pytest.raises(IndexError):
        objective_of("brand-events", 4, short)


def test_in_the_middle_of_a_quarter_no_action_of_a_template_is_late_from_the_start() -> None:
    today = dt.date(2027, 5, 12)
    plan, early = template("content-seo", EMPTY, today), template("content-seo", EMPTY)
    due = {action.title: action.due for action in actions(early) if action.due is not None}
    for action in actions(plan):
        known = due.get(action.title)
        assert action.due == (None if known is None or known < today else known)
    assert min(due.values()) < today < max(due.values())
    assert all(
        action.due is None or action.due >= today
        for key_result in objective_of("content-seo", 0, early, today).key_results
        for action in key_result.actions
    )
