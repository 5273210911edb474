"""The screens of the walk: what each one asks, shows, and makes of a line that is written."""

from collections.abc import Mapping
from typing import Any

from textual.content import Content

from okrtui.coach.findings import Finding, On, check_item
from okrtui.coach.questions import questions_for
from okrtui.coach.quick_add import quick_fields
from okrtui.frozen import frozen
from okrtui.i18n import mark, tr, tr_n
from okrtui.i18n_lists import clauses, row_of
from okrtui.model import tree
from okrtui.model.edits import ChangeQuarter, Edit, cleaned
from okrtui.model.plan import Action, Node, Objective
from okrtui.model.shown_words import counted
from okrtui.report.standing import Standing
from okrtui.tui.guide.field_findings import field_errors, is_filled, labels_of, unanswered
from okrtui.tui.guide.head import heading
from okrtui.tui.guide.place import Place
from okrtui.tui.guide.takeover import Before, decided
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.plain import content
from okrtui.tui.widgets.cells import two_sided
from okrtui.tui.widgets.filled import filled_words, found_in_line, owner_tip
from okrtui.tui.widgets.glyphs import Glyphs
from okrtui.tui.widgets.lines import SEVERITY_MARK
from okrtui.tui.widgets.row_list import ListRow, plain_row
from okrtui.tui.widgets.tree_pane import LAST, NewItem

_TAKEN = {
    # for translators: what was decided on an objective of the quarter before
    "keep": mark("taken over"),
    # for translators: what was decided on an objective of the quarter before
    "change": mark("taken over, to be changed"),
}
_USUAL = {
    # for translators: what is usually decided on such an objective of the quarter before
    "keep": mark("usual: take over"),
    # for translators: what is usually decided on such an objective of the quarter before
    "abandon": mark("usual: leave"),
}


@frozen
class Written:
    """What a line would become, for the coach and the form."""

    target: Node | NewItem
    fields: Mapping[str, Any]
    fills: str
    """What the sentence fills in beside the title."""
    findings: tuple[Finding, ...]
    tip: str = ""
    """What else the sentence could fill in."""
    wrong: str = ""
    """Why the line cannot be taken; empty where it can."""
    field: str = ""
    """The field that is written, at which the form begins; empty for the first."""
    instead: str = ""
    """What to do with a line that cannot be taken, where it was meant for something else."""


class Step:
    """One screen; this one is about the whole quarter."""

    kind: On = "quarter"

    def __init__(self, place: Place, standing: Standing, glyphs: Glyphs, before: Before | None) -> None:
        """``before`` is None until the earlier quarters are read."""
        self.place = place
        self.standing = standing
        self.glyphs = glyphs
        self.before = before

    @property
    def at_first(self) -> str:
        """What stands in the line already."""
        return self.standing.plan.focus

    def placeholder(self) -> str:
        """What an empty line shows."""
        return tr("what this quarter is about, in one line")

    @property
    def prompt(self) -> str:
        """What stands before the line; empty where the screen's title says what is written."""
        return ""

    def questions(self) -> tuple[str, ...]:
        """What to ask oneself here."""
        return questions_for(self.kind)

    def title(self) -> str:
        """What is to be done here, in one line."""
        return tr("The focus of {quarter}", quarter=self.standing.plan.quarter)

    def rows(self) -> list[ListRow]:
        """What is there: what comes from the quarters before."""
        if self.before is None:
            return [plain_row(heading(tr("looking into the quarters before …")))]
        plan, rows = self.standing.plan, []
        if self.before.old is not None and self.before.old.objectives:
            # for translators: what the keys do with an objective of the quarter before
            note = tr(
                "{take} takes it over, {change} to be changed, {actions} with actions, {leave} leaves it",
                take=shown_key("take_over"),
                change=shown_key("take_to_change"),
                actions=shown_key("take_actions"),
                leave=shown_key("guide_delete"),
            )
            rows.append(plain_row(heading(tr("From {quarter}", quarter=self.before.old.quarter), note)))
            rows += [self._old_row(it) for it in self.before.old.objectives]
        if parked := self.before.undecided(plan):
            # for translators: what the keys do with a request that was parked
            note = tr(
                "{take} makes it an objective, {wait} lets it wait another quarter",
                take=shown_key("take_over"),
                wait=shown_key("let_wait"),
            )
            rows += [plain_row(Content("")), plain_row(heading(tr("Parked until now"), note))]
            rows += [self._parked_row(it.request.id, it.request.request, it.request.asked_by) for it in parked]
        if not rows:
            nothing = content(tr("Nothing is left over from earlier quarters."), "$quiet")
            rows.append(plain_row(Content.assemble(" ", nothing)))
        return rows

    def edit(self, text: str) -> Edit | None:
        """The edit that a line asks for."""
        return ChangeQuarter({"focus": text})

    def written(self, text: str) -> Written | None:
        """What a line would become as an item; None where it becomes none."""

    def nothing_yet(self) -> str:
        """That something has to be written here and nothing is; empty where that is not so."""
        return ""

    def wrong(self) -> list[Finding]:
        """Errors in what the fields of the items here say."""
        return []

    def missing(self) -> str:
        """What the items here need before the commit and no line fills in; empty where that is nothing."""
        return ""

    def _old_row(self, old: Objective) -> ListRow:
        assert self.before is not None
        choice = decided(old.id, self.standing.plan)
        usual = _USUAL[self.before.suggested.get(old.id, "abandon")]
        said = tr(_TAKEN.get(choice, usual))
        sign = self.glyphs.parked if choice == "abandon" else self.glyphs.done
        reached = self.before.reached.get(old.id, self.glyphs.dash)
        right = Content.assemble((f"{reached:>6}  ", "$quiet"), (said, "$quiet" if choice == "abandon" else "$success"))
        left = Content.assemble((f"   {sign} ", "$primary"), content(old.title or tr("(no title yet)")))
        return ListRow(old.id, lambda width: two_sided(left, right, width))

    def _parked_row(self, request_id: str, request: str, asked_by: str) -> ListRow:
        left = Content.assemble((f"   {self.glyphs.parked} ", "$primary"), content(request or tr("(no words yet)")))
        return ListRow(request_id, lambda width: two_sided(left, content(asked_by[:20], "$quiet"), width))


class ItemsStep(Step):
    """A screen on which items are written below one parent."""

    node_type: type[Node] = Objective

    @property
    def at_first(self) -> str:
        """Nothing: each item begins with an empty line."""
        return ""

    @property
    def parent_id(self) -> str:
        """What the items hang on; empty for the plan itself."""
        return self.place.item_id

    def nodes(self) -> tuple[Node, ...]:
        """The items that are there."""
        placed = self.standing.places.get(self.parent_id)
        return tree.children(placed.node if placed else self.standing.plan)

    def rows(self) -> list[ListRow]:
        """The items that are there."""
        return [self._row(node) for node in self.nodes()]

    def edit(self, text: str) -> Edit | None:
        """The edit that adds an item."""
        return self._new().with_fields(**self._fields(text)) if text.strip() else None

    def written(self, text: str) -> Written | None:
        """The item as a line would make it; None for an empty line."""
        if not text.strip():
            return None
        plan, new, fields = self.standing.plan, self._new(), self._fields(text)
        item = new.node.replace(**cleaned(fields))
        placed = self.standing.places.get(self.parent_id)
        found = check_item(item, placed.node if placed else None, plan, self.standing.past)
        tip = "" if isinstance(item, Objective) else owner_tip(fields, text, plan)
        return Written(new, fields, filled_words(item, fields, plan), found_in_line(found, fields), tip)

    def right(self, node: Node) -> Content:
        """What stands at the right end of an item's line."""
        assert isinstance(node, Objective)
        count = len(node.key_results)
        words = counted("key result", count) if count else tr("no key result yet")
        return content(words, "$quiet")

    def wrong(self) -> list[Finding]:
        """Errors in the fields that are filled in, but for the title."""
        found = [(node, error) for node in self.nodes() for error in field_errors(node, self.standing)]
        return [error for node, error in found if is_filled(node, error)]

    def missing(self) -> str:
        """The fields that the form and the review ask for."""
        open_fields = {
            node.id: [it.field for it in unanswered(node, self.standing) if it.field] for node in self.nodes()
        }
        count = sum(map(len, open_fields.values()))
        if not count:
            return ""
        # outside of their form "from" and "to" say nothing
        labels = {**labels_of(self.node_type), "baseline": mark("baseline"), "target": mark("target")}
        fields = clauses(
            f"{self.standing.position(node_id)} {row_of(tr(labels[name]) for name in dict.fromkeys(names))}"
            for node_id, names in open_fields.items()
            if names
        )
        # for translators: {fields} are names of fields that are still empty, such as "1.1 confidence, feasible"
        return tr_n(
            "{n} answer is still to give ({fields}). The review will ask for it; "
            "to answer now, go up to the line and press {key}.",
            "{n} answers are still to give ({fields}). The review will ask for them; "
            "to answer now, go up to the line and press {key}.",
            count,
            fields=fields,
            key=shown_key("guide_edit"),
        )

    def _new(self) -> NewItem:
        return NewItem(self.node_type(id=tree.new_id(tree.ids(self.standing.plan))), self.parent_id, LAST)

    def _fields(self, text: str) -> Mapping[str, Any]:
        node = self._new().node
        if isinstance(node, Objective):
            return {"title": text}
        return quick_fields(node, text, self.standing.plan, self.standing.today)

    def _row(self, node: Node) -> ListRow:
        worst = self._worst(node)
        lead = self.standing.position(node.id) if not isinstance(node, Action) else self.glyphs.todo
        left = Content.assemble((f" {lead} ", "bold $primary"), content(node.title or tr("(no title yet)")))
        right = Content.assemble(self.right(node), worst)
        return ListRow(node.id, lambda width: two_sided(left, right, width))

    def asks_for(self, _: Finding) -> bool:
        """Whether a finding on an item of this screen can be mended here, or before."""
        return True

    def _worst(self, node: Node) -> Content:
        """The worst that is to be said of the item itself."""
        found = [it for it in self.standing.findings_of.get(node.id, ()) if not it.accepted and self.asks_for(it)]
        for severity in ("error", "warning"):
            if any(it.severity == severity for it in found):
                sign, colour = SEVERITY_MARK[severity]
                return Content.assemble((f" {sign:2}", f"bold {colour}"))
        return Content("   ")
