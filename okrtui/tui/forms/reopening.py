"""What a draft is about, so that its form can be opened again."""

from okrtui.i18n import tr
from okrtui.model.edits import KINDS
from okrtui.model.plan import Node, Objective
from okrtui.report.standing import Standing
from okrtui.storage.drafts import Draft
from okrtui.tui.widgets.tree_pane import NewItem


def target_of(draft: Draft, standing: Standing) -> Node | NewItem | None:
    """The item that a draft changes, or the new one that it makes; None where what it belonged to is gone."""
    placed = standing.places.get(draft.item_id)
    if placed is not None:
        return placed.node
    kind = KINDS.get(draft.kind)
    if kind is not None and (kind is Objective or draft.parent_id in standing.places):
        return NewItem(kind(id=draft.item_id), draft.parent_id, draft.index)
    return None


def lost(draft: Draft) -> str:
    """What to say where it is gone, with what was written."""
    return tr("what it belonged to is gone; it said: {words}", words=" / ".join(draft.texts.values()))
