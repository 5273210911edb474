"""The lines of the review: what keeps the quarter from being committed, then what is worth a look, by item."""

from collections.abc import Callable, Sequence

from textual.content import Content

from okrtui.coach.findings import Finding
from okrtui.i18n import mark, tr
from okrtui.report.standing import Standing
from okrtui.tui.guide.place import StepName
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import two_sided
from okrtui.tui.widgets.lines import SEVERITY_MARK, finding_mark
from okrtui.tui.widgets.row_list import ListRow, plain_row

GOES_BACK: dict[StepName, str] = {
    # for translators: what the enter key does
    "objectives": mark("goes back to write objectives"),
    # for translators: what the enter key does
    "key results": mark("goes back to write key results"),
    # for translators: what the enter key does
    "actions": mark("goes back to write actions"),
}
"""What the key does that leads to the step in which a finding is mended."""


def row_id(finding: Finding) -> str:
    """What a finding is called in the list."""
    return f"{finding.item_id} {finding.code}"


def shown(standing: Standing) -> list[Finding]:
    """Errors first, then warnings, then hints, each in the order of the plan; what was accepted is left out."""
    return [it for severity in SEVERITY_MARK for it in standing.open_findings if it.severity == severity]


def review_rows(findings: Sequence[Finding], standing: Standing) -> list[ListRow]:
    """The findings under their items."""
    rows: list[ListRow] = []
    headings = {
        "error": tr("To mend before the commit"),
        "warning": tr("Worth a look; {key} accepts one on purpose", key=shown_key("review_accept")),
        "hint": tr("Hints"),
    }
    for severity, heading in headings.items():
        group = [it for it in findings if it.severity == severity]
        if not group:
            continue
        if rows:
            rows.append(plain_row(Content("")))
        rows.append(plain_row(Content.assemble((f" {heading}", f"bold {SEVERITY_MARK[group[0].severity][1]}"))))
        last = None
        for finding in group:
            if finding.item_id != last:
                last = finding.item_id
                rows.append(plain_row(_item(last, standing)))
            rows.append(ListRow(row_id(finding), _drawer(finding)))
    return rows


def _item(item_id: str, standing: Standing) -> Content:
    placed = standing.places.get(item_id)
    title = (placed.node.title or tr("(no title yet)")) if placed else tr("the quarter")
    return Content.assemble((f"  {standing.position(item_id)} ", "bold $primary"), content(title, "bold"))


def _drawer(finding: Finding) -> Callable[[int], Content]:
    """A finding with the key that acts on it."""
    keys = (
        tr("{key} fixes", key=shown_key("review_fix"))
        if finding.fix
        else tr("{key} accepts", key=shown_key("review_accept"))
        if finding.acceptable
        else ""
    )
    right = content(keys, "$quiet")
    left = Content.assemble("      ", finding_mark(finding), content(finding.message))
    return lambda width: two_sided(left, right, width)
