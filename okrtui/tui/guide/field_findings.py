"""What the coach says of the fields of an item, beside its title: which are still to be filled, which are wrong."""

from okrtui.coach.findings import Finding, blocking
from okrtui.model.plan import Node
from okrtui.report.standing import Standing
from okrtui.tui.forms.specs import SPECS


def told_of(item_id: str, standing: Standing) -> list[Finding]:
    """What is to be said of an item that was just written: of its title, and what its other words did wrong."""
    placed = standing.places.get(item_id)
    if placed is None:
        return []
    node, labels = placed.node, labels_of(type(placed.node))
    found = [finding for finding in standing.findings_of.get(item_id, ()) if not finding.accepted]
    return [it for it in found if it.field == "title" or (it.counts and it.field in labels and is_filled(node, it))]


def unanswered(node: Node, standing: Standing) -> list[Finding]:
    """The errors on an item that an answer in an empty field of its form mends."""
    return [error for error in field_errors(node, standing) if not is_filled(node, error)]


def is_filled(node: Node, finding: Finding) -> bool:
    """Whether the field that a finding is about holds anything."""
    return getattr(node, finding.field or "") not in (None, "")


def field_errors(node: Node, standing: Standing) -> list[Finding]:
    """The errors on an item in the fields of its form, but for the title."""
    labels = labels_of(type(node))
    found = blocking(standing.findings_of.get(node.id, ()))
    return [finding for finding in found if finding.field in labels and finding.field != "title"]


def labels_of(node_type: type[Node]) -> dict[str, str]:
    """What the fields of a form are called, by their names."""
    return {spec.name: spec.label for line in SPECS[node_type] for spec in line.fields}
