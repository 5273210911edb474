"""The lines of the ledger of declined requests: one a request, and everything about the one under the cursor."""

from collections.abc import Callable, Sequence

from textual.content import Content

from okrtui.model.dates import format_date, short_date
from okrtui.model.ledger import Asked, counts
from okrtui.model.plan import Parked, Plan, RequestStatus
from okrtui.report.polite import answer
from okrtui.report.standing import Standing
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import cell, labelled, widest
from okrtui.tui.widgets.glyphs import Glyphs

WIDE = 100
"""From this many columns on, there is more room for who asked."""

_STATUS_STYLE: dict[RequestStatus, str] = {"parked": "$warning", "adopted": "$success", "dropped": "$faint"}
"""The colour of each status, beside its word and glyph."""

_HEADINGS = ("request", "asked by", "asked", "obj.", "again")
_BY_MOST, _BY_WIDE, _ON, _AGAIN = 14, 26, 6, 7
_BY_FROM, _ON_FROM = 64, 72
"""From how many columns on who asked, and when, stand in the line, too."""
_LABEL = 13


class LedgerLines:
    """Draws requests in columns that all of them share."""

    def __init__(self, requests: Sequence[Parked], standing: Standing, glyphs: Glyphs) -> None:
        """``requests`` are all that are shown."""
        self._standing = standing
        self._marks = {"parked": glyphs.parked, "adopted": glyphs.adopted, "dropped": glyphs.dropped}
        self._dash = glyphs.dash
        self._by = widest([request.asked_by for request in requests], _BY_WIDE, len(_HEADINGS[1]))

    def headings(self, width: int) -> Content:
        """What the columns are called."""
        first, *others = _HEADINGS
        return self._columns(cell(first, len(first)), [*others], width, "").stylize("$faint")

    def drawer(self, request: Parked, came_from: str = "") -> Callable[[int], Content]:
        """What draws a request at a width; ``came_from`` names the quarter of one that was not declined in this."""
        return lambda width: self._draw(request, came_from, width)

    def _draw(self, request: Parked, came_from: str, width: int) -> Content:
        plan = self._standing.plan
        out = request.status == "dropped"
        on = short_date(request.asked_on, plan.start, plan.end) if request.asked_on else ""
        displaces = self._standing.position(request.displaces) if request.displaces in self._standing.places else ""
        again = str(request.revisit) if request.revisit else ""
        style = _STATUS_STYLE[request.status]
        status = came_from or f"{self._marks[request.status]} {request.status}"
        title = content(request.request or "(no words yet)", "$faint" if out or not request.request else "")
        return self._columns(
            title,
            [request.asked_by, on, displaces or self._dash, again or self._dash],
            width,
            status,
            "$primary" if came_from else style,
        )

    def _columns(
        self, first: Content, others: Sequence[str], width: int, status: str, status_style: str = ""
    ) -> Content:
        by, on, displaces, again = others
        right = []
        if width >= _BY_FROM:
            right.append(cell(by, self._by if width >= WIDE else min(self._by, _BY_MOST), "$quiet"))
        if width >= _ON_FROM:
            right.append(cell(on, _ON, "$quiet", right=True))
        right += [cell(displaces, len(_HEADINGS[3]), "$quiet"), cell(again, _AGAIN, "$quiet")]
        lead = cell(status, 9, status_style)
        room = max(1, width - 4 - lead.cell_length - sum(column.cell_length + 2 for column in right))
        fitted = first.truncate(room, ellipsis=True, pad=True)
        return Content.assemble(" ", lead, "  ", fitted, *[part for column in right for part in ("  ", column)], " ")


def head(plan: Plan, earlier: Sequence[Plan], width: int) -> Content:
    """How many requests were parked, adopted and dropped in this quarter, and in those before, newest first."""
    here = counts(plan.not_now)
    parts: list[tuple[str, str]] = [("This quarter  ", "bold")]
    parts += [(f"{here[status]} {status}   ", _STATUS_STYLE[status]) for status in _STATUS_STYLE]
    lines = [Content.assemble(*parts)]
    if any(before.not_now for before in earlier):
        then = counts(request for before in earlier for request in before.not_now)
        words = "   ".join(f"{then[status]} {status}" for status in _STATUS_STYLE)
        span = str(earlier[0].quarter) if len(earlier) == 1 else f"{earlier[-1].quarter} to {earlier[0].quarter}"
        lines.append(Content.assemble(("Earlier       ", "$quiet"), (f"{words}   ({span})", "$quiet")))
    return Content("\n").join([line.truncate(width, ellipsis=True) for line in lines])


def foot(asked: Asked, standing: Standing, width: int, height: int) -> Content:
    """A whole request with its reason, and the answer as it is copied, on at most so many lines."""
    request, plan = asked.request, standing.plan
    on = f"on {format_date(request.asked_on, plan.start, plan.end)}" if request.asked_on else ""
    then = f", declined in {asked.quarter}" if asked.quarter != plan.quarter else ""
    displaced = standing.places.get(request.displaces)
    by = "asked by" if request.asked_by else "asked"
    facts = [
        _fact(by, f"{request.asked_by} {on}{then}".strip(" ,"), 1, width),
        _fact("why not now", request.reason, 2, width),
        _fact("displaces", f"{displaced.position} {displaced.node.title}" if displaced else "", 1, width),
    ]
    most = max(4, height - 1 - sum(map(len, facts)))
    last = _fact("answer (y)", answer(request, plan, standing.today), most, width)
    room = height - 1 - len(last)
    lines = labelled(Content(""), request.request or "(no words yet)", width, 1, "bold")
    for fact in facts:
        lines += fact if len(fact) <= room else []
        room -= len(fact)
    return Content("\n").join([*lines, *last])


def _fact(label: str, text: str, most: int, width: int) -> list[Content]:
    """A text with what it is, on at most so many lines; nothing where there is none."""
    return labelled(Content.assemble((f"{label:<{_LABEL}}", "$quiet")), text, width, most) if text else []
