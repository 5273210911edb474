"""What an update says, worked out once: the numbers and texts of a plan on a day, before any format."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from okrtui.coach.findings import Finding, blocking
from okrtui.coach.language import told
from okrtui.frozen import frozen
from okrtui.model.closing import quarter_score
from okrtui.model.goalposts import title_of
from okrtui.model.measure import (
    PACE_ORDER,
    Bands,
    KeyResultNumbers,
    ObjectiveNumbers,
    Pace,
    PlanNumbers,
    measure_plan,
)
from okrtui.model.plan import Change, CheckIn, KeyResult, Objective, Parked, Plan, Retrospective
from okrtui.report.agenda import Entry, agenda
from okrtui.report.objective_words import objective_words
from okrtui.report.standing import Standing
from okrtui.report.uncommitted import uncommitted
from okrtui.report.words import BEHIND, disagreement_words, key_result_words

USUAL_DAYS = 7
"""Days from one update to the next, and the days ahead that an update looks."""

_TOLD_BY = 10
"""Titles by which the language of a plan is told that does not say it."""


@frozen
class KeyResultUpdate:
    """One key result, today and on the day of the last update."""

    node: KeyResult
    position: str
    """``2.1``"""
    objective_position: str
    """``2``"""
    numbers: KeyResultNumbers
    """Today, or at the close."""
    before: KeyResultNumbers
    """On the day of the last update; the same as today where nothing is compared."""
    seen: tuple[CheckIn, ...]
    """The check-ins up to today, oldest first."""
    news: bool
    """Whether the latest of them came after the last update."""
    since: dt.date
    """The day from which changes count: that of the last update; its first day where nothing was known by then."""
    smart: str
    """``SM·RT``"""
    words: str
    """Where it stands, in a sentence or two."""
    warning: str
    """That confidence and pace contradict each other; empty where they do not."""
    start: dt.date
    """Its first day."""
    due: dt.date
    """Its last day."""
    score: Decimal | None
    """0 to 1; None until the quarter is closed."""

    @property
    def live(self) -> bool:
        """Whether it was not dropped."""
        return self.node.dropped_on is None

    @property
    def latest(self) -> CheckIn | None:
        """The latest check-in."""
        return self.seen[-1] if self.seen else None

    @property
    def change(self) -> Decimal | None:
        """By how much the value changed since the last update; None without a new one, or without one before."""
        since = self.before.current
        if since is None and self.node.kind == "reach":
            since = self.node.baseline
        if not self.news or since is None or self.numbers.current is None:
            return None
        return self.numbers.current - since

    @property
    def fell_back(self) -> bool:
        """Whether the value is further from its target than at the last update."""
        now, then = self.numbers.progress, self.before.progress
        return self.news and self.node.kind == "reach" and now is not None and then is not None and now < then

    @property
    def moved(self) -> bool:
        """Whether it is on another pace than at the last update, or believed in more or less, or fell back."""
        paces = self.before.pace, self.numbers.pace
        confidence = self.before.confidence, self.numbers.confidence
        return self.live and (paces[0] != paces[1] or confidence[0] != confidence[1] or self.fell_back)

    @property
    def reached_now(self) -> bool:
        """Whether it was reached after the last update."""
        return self.live and self.numbers.pace == "done" and self.before.pace != "done"


@frozen
class ObjectiveUpdate:
    """One objective with its key results, dropped ones too."""

    node: Objective
    position: str
    numbers: ObjectiveNumbers
    before: ObjectiveNumbers
    """On the day of the last update; the same as today where nothing is compared."""
    since: dt.date
    """The day from which changes count: that of the last update; the first of all where nothing was known by then."""
    words: str
    """Where it stands, in a sentence or two."""
    score: Decimal | None
    """0 to 1 with one decimal; None until the quarter is closed."""
    key_results: tuple[KeyResultUpdate, ...]


@frozen
class Goalpost:
    """A change of what was agreed."""

    change: Change
    key_result: KeyResultUpdate | None
    """None where it is no longer in the plan, and where the change is one of the quarter itself."""
    title: str
    """The key result's, as it is or was last called; empty where that is not known."""


@frozen
class Remark:
    """What the coach found on an item: something to settle, or something that was accepted on purpose."""

    position: str
    """The item's; the quarter's name for the quarter."""
    title: str
    finding: Finding


@frozen
class Update:
    """The whole update."""

    plan: Plan
    """The quarter."""
    today: dt.date
    since: dt.date
    """The day of the last update: what came after it is new."""
    until: dt.date
    """The last of the days ahead."""
    bands: Bands
    """What separates one pace from the next."""
    only: str
    """The position of the one objective that is told of; empty for all of them."""
    language: str
    """The code of the plan's language; the plan's own, else told by its titles."""
    week: tuple[int, int]
    """Week of the quarter and how many there are; week 0 is before its start."""
    progress: Fraction | None
    """The mean of the objectives', 0 to 1; None where none has one."""
    score: Decimal | None
    """The mean of the objectives', 0 to 1 with one decimal; None until the quarter is closed."""
    objectives: tuple[ObjectiveUpdate, ...]
    paces: dict[Pace, int]
    """How many key results have each pace, the worst first, zeros left out; dropped ones are not counted."""
    done: tuple[Entry, ...]
    """Actions done after the last update, the latest first."""
    late: tuple[Entry, ...]
    """Open actions whose day is past; none unless the quarter is active."""
    next: tuple[Entry, ...]
    """Open actions due today or in the days ahead; none in a closed quarter."""
    goalposts: tuple[Goalpost, ...]
    """Every change of what was agreed, the latest first."""
    to_settle: tuple[Remark, ...]
    """What keeps a quarter in planning from being committed, while it is not over."""
    accepted: tuple[Remark, ...]
    """Findings that were accepted on purpose, with their reasons."""
    declined: tuple[Parked, ...]
    """Requests that were parked or dropped."""
    retrospective: Retrospective
    """Empty until the quarter is closed, and where one objective alone is told of."""

    @property
    def key_results(self) -> list[KeyResultUpdate]:
        """All key results that were not dropped."""
        return [found for objective in self.objectives for found in objective.key_results if found.live]

    @property
    def risks(self) -> list[KeyResultUpdate]:
        """What asks for attention: the worst pace first, and confidence that does not go with the pace."""
        if self.plan.phase != "active":
            return []
        asking = [found for found in self.key_results if found.numbers.pace in BEHIND or found.numbers.disagreement]
        return sorted(asking, key=lambda found: (PACE_ORDER.index(found.numbers.pace), -_gap(found)))

    @property
    def reached(self) -> list[KeyResultUpdate]:
        """Key results that were reached after the last update, at the close all that were."""
        if self.plan.phase == "closed":
            return [found for found in self.key_results if found.numbers.pace == "done"]
        return [found for found in self.key_results if found.reached_now]


def update_of(
    standing: Standing, since: dt.date | None = None, objective_id: str = "", bands: Bands | None = None
) -> Update:
    """What there is to say of a plan on a day.

    Args:
        standing: the plan and its numbers.
        since: the day of the last update, today at the latest; a week ago where it is not given.
        objective_id: the one objective to tell of; empty for all.
        bands: the thresholds that ``standing`` was worked out with.
    """
    plan, today, used = standing.plan, standing.today, bands or Bands()
    day = since or today - dt.timedelta(days=USUAL_DAYS)
    until = today + dt.timedelta(days=USUAL_DAYS)
    told_of = [found for found in plan.objectives if objective_id in ("", found.id)]
    before = measure_plan(plan, day, used) if plan.phase == "active" else standing.numbers
    objectives = tuple(_objective(found, standing, before, day) for found in told_of)
    live = [found for objective in objectives for found in objective.key_results if found.live]
    counted = Counter(found.numbers.pace for found in live)
    entries = [found for found in agenda(standing) if objective_id in ("", found.objective.id)]
    active = plan.phase == "active"
    return Update(
        plan=plan,
        today=today,
        since=day,
        until=until,
        bands=used,
        only=standing.position(objective_id) if objective_id else "",
        language=_language(plan),
        week=standing.numbers.week,
        progress=standing.numbers.progress if not objective_id else standing.objective(objective_id).progress,
        score=_score(standing, objective_id),
        objectives=objectives,
        paces={pace: counted[pace] for pace in PACE_ORDER if counted[pace]},
        done=tuple(found for found in entries if active and _is_done_after(found, day, today)),
        late=tuple(found for found in entries if active and found.group == "late"),
        next=tuple(found for found in entries if plan.phase != "closed" and _is_ahead(found, today, until)),
        goalposts=_goalposts(plan, objectives, objective_id),
        to_settle=_to_settle(standing, objectives, objective_id),
        accepted=tuple(_remark(found, standing) for found in _of(standing, objectives) if found.accepted),
        declined=tuple(
            found
            for found in plan.not_now
            if found.status != "adopted" and objective_id in ("", found.displaces or objective_id)
        ),
        retrospective=plan.retrospective if plan.phase == "closed" and not objective_id else Retrospective(),
    )


def _objective(node: Objective, standing: Standing, before: PlanNumbers, since: dt.date) -> ObjectiveUpdate:
    numbers, then = standing.objective(node.id), before.of[node.id]
    assert isinstance(then, ObjectiveNumbers)
    key_results = tuple(_key_result(found, node, standing, before, since) for found in node.key_results)
    return ObjectiveUpdate(
        node=node,
        position=standing.position(node.id),
        numbers=numbers,
        before=then,
        since=max((found.since for found in key_results if found.seen), default=since),
        words=objective_words(node, standing),
        score=numbers.score if standing.plan.phase == "closed" else None,
        key_results=key_results,
    )


def _key_result(
    node: KeyResult, parent: Objective, standing: Standing, before: PlanNumbers, since: dt.date
) -> KeyResultUpdate:
    plan, numbers, then = standing.plan, standing.key_result(node.id), before.of[node.id]
    assert isinstance(then, KeyResultNumbers)
    compared = plan.phase == "active"
    last = standing.today if plan.phase != "closed" else dt.date.max
    by_date = {found.date: found for found in node.check_ins if found.date <= last}
    seen = tuple(by_date[date] for date in sorted(by_date))
    begins = node.start or plan.start
    return KeyResultUpdate(
        node=node,
        position=standing.position(node.id),
        objective_position=standing.position(parent.id),
        numbers=numbers,
        before=then,
        seen=seen,
        news=compared and bool(seen) and seen[-1].date > since,
        since=since if seen and seen[0].date <= since else begins,
        smart=standing.badges[node.id],
        words=key_result_words(node, standing),
        warning=disagreement_words(numbers) if compared else "",
        start=begins,
        due=node.due or plan.end,
        score=numbers.score if plan.phase == "closed" else None,
    )


def _score(standing: Standing, objective_id: str) -> Decimal | None:
    if standing.plan.phase != "closed":
        return None
    return standing.objective(objective_id).score if objective_id else quarter_score(standing.plan, standing.numbers)


def _gap(found: KeyResultUpdate) -> float:
    """How far it is behind, as a share."""
    numbers = found.numbers
    return float((1 if numbers.expected is None else numbers.expected) - (numbers.progress or 0))


def _is_done_after(entry: Entry, since: dt.date, today: dt.date) -> bool:
    done_on = entry.action.done_on
    return entry.group == "done" and done_on is not None and since < done_on <= today


def _is_ahead(entry: Entry, today: dt.date, until: dt.date) -> bool:
    due = entry.action.due
    return entry.group != "done" and due is not None and today <= due <= until


def _goalposts(plan: Plan, objectives: Iterable[ObjectiveUpdate], objective_id: str) -> tuple[Goalpost, ...]:
    known = {found.node.id: found for objective in objectives for found in objective.key_results}
    moved = [Goalpost(change, known.get(change.item), title_of(change, plan)) for change in plan.changes]
    told_of = [found for found in moved if not objective_id or found.key_result]
    return tuple(sorted(told_of, key=lambda found: found.change.date, reverse=True))


def _to_settle(standing: Standing, objectives: Iterable[ObjectiveUpdate], objective_id: str) -> tuple[Remark, ...]:
    plan = standing.plan
    if plan.phase != "planning" or uncommitted(plan, standing.today):
        return ()
    quarter = () if objective_id else standing.findings_of.get("", ())
    return tuple(_remark(found, standing) for found in blocking([*quarter, *_of(standing, objectives)]))


def _of(standing: Standing, objectives: Iterable[ObjectiveUpdate]) -> list[Finding]:
    """The findings on these objectives and what is below them, in the order of the plan."""
    nodes = [
        item_id
        for objective in objectives
        for item_id in (
            objective.node.id,
            *(
                node_id
                for found in objective.key_results
                for node_id in (found.node.id, *(action.id for action in found.node.actions))
            ),
        )
    ]
    return [finding for item_id in nodes for finding in standing.findings_of.get(item_id, ())]


def _remark(finding: Finding, standing: Standing) -> Remark:
    placed = standing.places.get(finding.item_id)
    return Remark(standing.position(finding.item_id), placed.node.title if placed else "", finding)


def _language(plan: Plan) -> str:
    if plan.language != "auto":
        return plan.language
    titles = [title for objective in plan.objectives[:_TOLD_BY] if (title := objective.title.strip())]
    codes = Counter(told(title, "auto") for title in titles)
    return codes.most_common(1)[0][0] if codes else "en"
