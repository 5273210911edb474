"""The line in which one types what to find, and the matches it leaves behind."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from okrtui.i18n import tr, tr_n
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Say
from okrtui.tui.widgets.line_input import LineInput
from okrtui.tui.widgets.plan_tree import PlanTree


class FindBar(LineInput):
    """Shows only what matches while one types; enter stays at the match, escape goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave(False)", "Leave", show=False),
        Binding("down,up,tab,shift+tab", "leave(True)", "Stay", show=False),
    ]

    class Closed(Message):
        """Finding is over."""

    def __init__(self, tree: PlanTree) -> None:
        """Finds in this tree."""
        super().__init__(placeholder=tr("type what to find in the titles"))
        self._tree = tree
        self._matches: list[str] = []
        self._from = ""

    def on_mount(self) -> None:
        """Stay out of the way until asked for."""
        self.display = False

    def begin(self) -> None:
        """Take the keys and find from here."""
        self._from = self._tree.cursor_id
        self.value = ""
        self.display = True
        self.focus()

    def step(self, by: int) -> None:
        """Go to the next match, or to the one before."""
        self._matches = self._tree.outline.matches()
        if not self._matches:
            self.post_message(Say(tr("nothing to go to; {key} finds", key=shown_key("find"))))
            return
        here = self._tree.cursor_id
        order = self._tree.outline.order()
        if here in self._matches:
            index = (self._matches.index(here) + by) % len(self._matches)
        else:
            later = [number for number, match in enumerate(self._matches) if order[match] > order.get(here, -1)]
            index = (later[0] if later else 0) if by > 0 else (later[0] - 1 if later else -1)
        self._tree.go_to(self._matches[index])
        number = self._matches.index(self._tree.cursor_id) + 1
        # for translators: which of the places that were found this is: "2 of 5 found"
        self.post_message(Say(tr("{number} of {all} found", number=number, all=len(self._matches))))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Find while one types."""
        event.stop()
        if not self.display:
            return
        self._matches = self._tree.search(self.value)
        self._tree.show_only(self._matches if self.value else None)
        if self._matches:
            self._tree.cursor_id = self._matches[0]
            self.post_message(Say(tr_n("{n} found", "{n} found", len(self._matches))))
        else:
            self.post_message(Say(tr("nothing found") if self.value else ""))

    async def action_submit(self) -> None:
        """Stay at the match."""
        self.action_leave(keep=True)

    def action_leave(self, keep: bool) -> None:
        """End finding: stay at the match, or go back to where it began."""
        here = self._tree.cursor_id
        self.display = False
        self._tree.show_only(None)
        if keep and self._matches:
            self._tree.go_to(here)
            self.post_message(
                Say(
                    tr_n(
                        "{n} found; {next} and {before} go from one to the next",
                        "{n} found; {next} and {before} go from one to the next",
                        len(self._matches),
                        next=shown_key("find_next"),
                        before=shown_key("find_previous"),
                    )
                )
            )
        else:
            self._tree.search("")
            self.post_message(Say(""))
            self._tree.cursor_id = self._from
        self._tree.focus()
        self.post_message(self.Closed())
