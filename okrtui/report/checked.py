"""What the coach finds in quarter files, as lines to read and as plain values for JSON."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from okrtui.coach.findings import Finding, check_plan
from okrtui.model import tree
from okrtui.model.past_steps import NOTHING_BEFORE, Past
from okrtui.model.plan import Plan
from okrtui.model.text import display
from okrtui.report.document import finding_document


@dataclass(frozen=True)
class Checked:
    """One quarter file with what was found in it."""

    name: str
    """The file as it is shown."""
    plan: Plan
    findings: tuple[Finding, ...]
    """In the order of the tree, accepted ones too."""
    places: Mapping[str, tree.Placed]
    """Every item with its place, by id."""

    @classmethod
    def of(cls, name: str, plan: Plan, past: Past = NOTHING_BEFORE) -> "Checked":
        """The plan with its findings, beside what the quarters before did."""
        return cls(name, plan, check_plan(plan, past), {placed.node.id: placed for placed in tree.walk(plan)})

    @property
    def to_mend(self) -> bool:
        """Whether there is an error or a warning that nobody accepted."""
        return any(finding.counts for finding in self.findings)


def lines(checked: Iterable[Checked]) -> Iterator[str]:
    """One line a finding: ``2026-Q4.toml 2.2 error kr-percentage: message``, safe to print."""
    for found in checked:
        for finding in found.findings:
            place = found.places.get(finding.item_id)
            where = f"{display(found.name)} {place.position if place else 'quarter'}"
            weight = "accepted" if finding.accepted else finding.severity
            reason = f" (accepted: {display(finding.accepted)})" if finding.accepted else ""
            yield f"{where} {weight} {finding.code}: {display(finding.message)}{reason}"


def summary(checked: Sequence[Checked]) -> str:
    """How much there is to mend: ``2 errors, 3 warnings, 1 hint in 1 quarter``."""
    counts = Counter(
        "accepted" if finding.accepted else finding.severity for found in checked for finding in found.findings
    )
    words = [_many(counts[weight], weight) for weight in ("error", "warning", "hint") if counts[weight]]
    accepted = f"; {counts['accepted']} accepted" if counts["accepted"] else ""
    return f"{', '.join(words) or 'nothing to mend'} in {_many(len(checked), 'quarter')}{accepted}"


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


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
