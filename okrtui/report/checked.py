"""What the coach finds in quarter files, as lines to read and as plain values for JSON."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from okrtui.coach.findings import Finding, Severity, check_plan, still_told
from okrtui.frozen import frozen
from okrtui.i18n import tr, tr_n
from okrtui.i18n_lists import clauses, row_of
from okrtui.model import tree
from okrtui.model.past_steps import NOTHING_BEFORE, Past
from okrtui.model.plan import Plan
from okrtui.model.text import display
from okrtui.report.document import finding_document

_COUNTED: Mapping[Severity, Callable[[int], str]] = {
    "error": lambda n: tr_n("{n} error", "{n} errors", n),
    "warning": lambda n: tr_n("{n} warning", "{n} warnings", n),
    "hint": lambda n: tr_n("{n} hint", "{n} hints", n),
}
"""How many findings of each weight, in words."""


@frozen
class Checked:
    """One quarter file with what was found in it."""

    name: str
    """The file as it is shown."""
    plan: Plan
    findings: tuple[Finding, ...]
    """In the order of the tree, accepted ones too; of a closed quarter these alone."""
    places: Mapping[str, tree.Placed]
    """Every item with its place, by id."""

    @classmethod
    def of(cls, name: str, plan: Plan, past: Past = NOTHING_BEFORE) -> "Checked":
        """The plan with its findings, beside what the quarters before did."""
        findings = still_told(check_plan(plan, past), plan)
        return cls(name, plan, findings, {placed.node.id: placed for placed in tree.walk(plan)})

    @property
    def to_mend(self) -> bool:
        """Whether there is an error or a warning that nobody accepted."""
        return any(finding.counts for finding in self.findings)


def lines(checked: Iterable[Checked]) -> Iterator[str]:
    """One line a finding: ``2026-Q4.toml 2.2 error kr-percentage: message``, safe to print."""
    for found in checked:
        for finding in found.findings:
            place = found.places.get(finding.item_id)
            where = f"{display(found.name)} {place.position if place else tr('quarter')}"
            # for translators: a warning that somebody accepted on purpose
            weight = tr("accepted") if finding.accepted else tr(finding.severity)
            said = display(finding.message)
            if finding.accepted:
                # for translators: a warning, and the reason for which it was accepted on purpose
                said = tr("{message} (accepted: {reason})", message=said, reason=display(finding.accepted))
            yield f"{where} {weight} {finding.code}: {said}"


def summary(checked: Sequence[Checked]) -> str:
    """How much there is to mend: ``2 errors, 3 warnings, 1 hint in 1 quarter``."""
    counts = Counter(
        "accepted" if finding.accepted else finding.severity for found in checked for finding in found.findings
    )
    found = [_COUNTED[weight](counts[weight]) for weight in _COUNTED if counts[weight]]
    # for translators: {found} is such as "2 errors, 3 warnings"
    said = tr_n(
        "{found} in {n} quarter",
        "{found} in {n} quarters",
        len(checked),
        found=row_of(found) or tr("nothing to mend"),
    )
    # for translators: so many warnings were accepted on purpose
    accepted = tr_n("{n} accepted", "{n} accepted", counts["accepted"]) if counts["accepted"] else ""
    over = sum(found.plan.phase == "closed" for found in checked)
    # for translators: so many of the quarters are closed, and what is wrong in these is not told any more
    closed = tr_n("{n} is closed", "{n} are closed", over) if over else ""
    return clauses([said, accepted, closed])


def documents(checked: Iterable[Checked]) -> list[dict[str, Any]]:
    """The files with their findings as plain values; None where a finding is on no item."""
    return [
        {
            "file": found.name,
            "quarter": str(found.plan.quarter),
            "findings": [_finding(finding, found.places.get(finding.item_id)) for finding in found.findings],
        }
        for found in checked
    ]


def _finding(finding: Finding, place: tree.Placed | None) -> dict[str, Any]:
    document = finding_document(finding)
    return {
        "code": document.pop("code"),
        "severity": document.pop("severity"),
        "position": place.position if place else None,
        "item_id": place.node.id if place else None,
        "title": place.node.title if place else None,
        **document,
    }
