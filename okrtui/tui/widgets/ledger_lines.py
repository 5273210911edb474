"""The lines of the ledger of declined requests: one a request, and everything about the one under the cursor."""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual.content import Content

from okrtui.i18n import mark, tr, tr_as, tr_n
from okrtui.model.dates import format_date, short_date
from okrtui.model.ledger import Asked, counts
from okrtui.model.plan import Parked, Plan, RequestStatus
from okrtui.report.polite import answer
from okrtui.report.standing import Standing
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import cell, cut, filled, labelled, title_column, widest
from okrtui.tui.widgets.glyphs import Glyphs

WIDE = 100
"""From this many columns on, there is more room for who asked."""

_STATUS_STYLE: dict[RequestStatus, str] = {"parked": "$warning", "adopted": "$success", "dropped": "$faint"}
"""The colour of each status, beside its word and glyph."""

_COUNTS: dict[RequestStatus, Callable[[int], str]] = {
    # for translators: so many requests have to wait
    "parked": lambda n: tr_n("{n} parked", "{n} parked", n),
    # for translators: so many requests were taken into the plan
    "adopted": lambda n: tr_n("{n} adopted", "{n} adopted", n),
    # for translators: so many requests were given up
    "dropped": lambda n: tr_n("{n} dropped", "{n} dropped", n),
}
"""How many requests there are of each status, in words."""

_HEADINGS = (
    # for translators: the head of a column: what was asked for
    mark("request"),
    # for translators: the head of a column: who asked for it
    mark("asked by"),
    # for translators: the head of a column of 6 columns: the day on which it was asked
    mark("asked"),
    # for translators: the head of a column of 4 columns: which objective would have to wait
    mark("obj."),
    # for translators: the head of a column of 7 columns: the quarter in which to look at it again
    mark("again"),
)
_BY_MOST, _BY_WIDE, _ON, _AGAIN = 14, 26, 6, 7
_STATUS_LEAST, _STATUS_MOST = 9, 15
_OBJECTIVE_LEAST, _OBJECTIVE_MOST = 4, 8
_BY_FROM, _ON_FROM = 64, 72
"""From how many columns on who asked, and when, stand in the line, too."""
_LABELS = (
    # for translators: before who asked and when
    mark("asked by"),
    # for translators: before the day on which something was asked, where nobody is named
    mark("asked"),
    # for translators: before the reason why a request has to wait
    mark("why not now"),
    # for translators: before the objective that a request would push aside
    mark("displaces"),
    # for translators: before the answer to who asked, which the key copies
    mark("answer ({key})"),
)
"""What the lines about one request are called."""
_LABEL_LEAST, _LABEL_MOST = 11, 20


class LedgerLines:
    """Draws requests in columns that all of them share."""

    def __init__(self, requests: Sequence[Parked], standing: Standing, glyphs: Glyphs) -> None:
        """``requests`` are all that are shown."""
        self._standing = standing
        self._marks = {"parked": glyphs.parked, "adopted": glyphs.holds, "dropped": glyphs.dropped}
        self._dash = glyphs.dash
        self._title = title_column([request.request for request in requests])
        self._by = widest([request.asked_by for request in requests], _BY_WIDE, cell_len(tr(_HEADINGS[1])))

    def headings(self, width: int) -> Content:
        """What the columns are called."""
        first, *others = map(tr, _HEADINGS)
        return self._columns(content(first), others, width, "").stylize("$faint")

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
        # for translators: stands beside a request, in a column, so keep it short
        standing = tr_as("a request", "dropped") if out else tr(request.status)
        status = came_from or f"{self._marks[request.status]} {standing}"
        title = content(request.request or tr("(no words yet)"), "$faint" if out or not request.request else "")
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
        objective = widest([tr(_HEADINGS[3])], _OBJECTIVE_MOST, _OBJECTIVE_LEAST)
        right += [cell(displaces, objective, "$quiet"), cell(again, _AGAIN, "$quiet")]
        statuses = [f"  {tr(name)}" for name in _STATUS_STYLE]
        lead = cell(status, widest(statuses, _STATUS_MOST, _STATUS_LEAST), status_style)
        room = width - 4 - lead.cell_length - sum(column.cell_length + 2 for column in right)
        fitted = cut(first, max(1, min(self._title, room)), pad=True)
        return Content.assemble(" ", lead, "  ", fitted, *[part for column in right for part in ("  ", column)], " ")


def head(plan: Plan, earlier: Sequence[Plan], width: int) -> Content:
    """How many requests were parked, adopted and dropped in this quarter, and in those before, newest first."""
    here = counts(plan.not_now)
    # for translators: before how many requests there were in this quarter; before those of the quarters before it
    names = [tr("This quarter"), tr("Earlier")]
    now, before = (filled(name, widest(names, _LABEL_MOST)) for name in names)
    parts: list[tuple[str, str]] = [(f"{now}  ", "bold")]
    parts += [(f"{words(here[status])}   ", _STATUS_STYLE[status]) for status, words in _COUNTS.items()]
    lines = [Content.assemble(*parts)]
    if any(past.not_now for past in earlier):
        then = counts(request for past in earlier for request in past.not_now)
        counted = "   ".join(words(then[status]) for status, words in _COUNTS.items())
        span = str(earlier[0].quarter)
        if len(earlier) > 1:
            # for translators: from the first to the last of several quarters: "2025-Q1 to 2026-Q3"
            span = tr("{first} to {last}", first=earlier[-1].quarter, last=earlier[0].quarter)
        lines.append(Content.assemble((f"{before}  {counted}   ({span})", "$quiet")))
    return Content("\n").join([cut(line, width) for line in lines])


def foot(asked: Asked, standing: Standing, width: int, height: int) -> Content:
    """A whole request with its reason, and the answer as it is copied, on at most so many lines."""
    request, plan = asked.request, standing.plan
    displaced = standing.places.get(request.displaces)
    by, asked_on, why, displaces, polite = _labels()
    facts = [
        _fact(by if request.asked_by else asked_on, _who_and_when(asked, plan), 1, width),
        _fact(why, request.reason, 2, width),
        _fact(displaces, f"{displaced.position} {displaced.node.title}" if displaced else "", 1, width),
    ]
    most = max(4, height - 1 - sum(map(len, facts)))
    last = _fact(polite, answer(request, plan, standing.today), most, width)
    room = height - 1 - len(last)
    lines = labelled(Content(""), request.request or tr("(no words yet)"), width, 1, "bold")
    for fact in facts:
        lines += fact if len(fact) <= room else []
        room -= len(fact)
    return Content("\n").join([*lines, *last])


def _who_and_when(asked: Asked, plan: Plan) -> str:
    """Who asked, when, and in which earlier quarter that was declined, as far as it is known."""
    name, words = asked.request.asked_by, asked.request.asked_by
    if asked.request.asked_on:
        day = format_date(asked.request.asked_on, plan.start, plan.end)
        # for translators: who asked for something, and when
        words = tr("{name} on {day}", name=name, day=day) if name else tr("on {day}", day=day)
    if asked.quarter == plan.quarter:
        return words
    if not words:
        return tr("declined in {quarter}", quarter=asked.quarter)
    # for translators: {asked} is who asked and when: "Mia on 3 Nov"
    return tr("{asked}, declined in {quarter}", asked=words, quarter=asked.quarter)


def _labels() -> list[str]:
    """What the lines are called, in the language that is spoken, with the key in use."""
    return [tr(name, key=shown_key("copy_answer")) for name in _LABELS]


def _fact(label: str, text: str, most: int, width: int) -> list[Content]:
    """A text with what it is, on at most so many lines; nothing where there is none."""
    room = widest(_labels(), _LABEL_MOST, _LABEL_LEAST)
    lead = Content.assemble((f"{filled(label, room)}  ", "$quiet"))
    return labelled(lead, text, width, most) if text else []
