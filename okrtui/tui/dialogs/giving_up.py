"""Ask how something that was promised is given up: dropped, so that it stays in sight, or deleted."""

from typing import Final

from okrtui.i18n import tr
from okrtui.model.plan import KeyResult
from okrtui.model.text import display
from okrtui.model.tree import Placed
from okrtui.tui.dialogs.ask import Ask

_TITLE_LIMIT = 44


class GivingUp(Ask):
    """Gives :attr:`DROP` or :attr:`DELETE`, or None where it is not given up."""

    DROP: Final = "x"
    DELETE: Final = "d"

    def __init__(self, placed: Placed) -> None:
        """Asks about a key result."""
        title = display(placed.node.title, _TITLE_LIMIT) or tr("(no title yet)")
        drop = tr("drop it: it stays in the plan and the report, with the reason")
        checked_in = isinstance(placed.node, KeyResult) and placed.node.check_ins
        delete = (
            tr("delete it with its check-ins; only the reason is kept")
            if checked_in
            else tr("delete it; only the reason is kept")
        )
        # for translators: asked before a key result is dropped or deleted
        question = tr("Give up {position} {title}?", position=placed.position, title=title)
        super().__init__(question, [(self.DROP, drop), (self.DELETE, delete)])
