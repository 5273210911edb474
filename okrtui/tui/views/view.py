"""What all views have in common: one plan shown, keys at the foot, the focus where the keys are to go."""

from textual.screen import Screen
from textual.widget import Widget

from okrtui.i18n import tr
from okrtui.report.standing import Standing
from okrtui.storage.drafts import Draft
from okrtui.tui import clipboard
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import Say
from okrtui.tui.widgets.header import closed_words
from okrtui.tui.widgets.lines import KeyLine
from okrtui.tui.world import World


class View(Widget):
    """One way to look at the plan. What is asked of it goes up as :class:`Do` and :class:`Say`."""

    def __init__(self, world: World) -> None:
        """Empty until :meth:`show`."""
        super().__init__()
        self.world = world
        self.standing: Standing | None = None
        """The plan as it stands; None until it is shown."""
        self.locked = ""
        """Why nothing may be changed; empty when it may."""

    @property
    def sealed(self) -> str:
        """Why nothing but check-ins and scores may be changed; empty when all may."""
        return self.locked or (closed_words(self.standing.plan) if self.standing is not None else "")

    def is_sealed(self) -> bool:
        """Whether nothing but check-ins and scores may be changed; then the person is told why."""
        if self.sealed:
            self.post_message(Say(self.sealed, "$warning"))
        return bool(self.sealed)

    def show(self, standing: Standing, cursor_id: str | None = None, locked: str = "") -> None:
        """Show a plan, with the cursor on an item or where it was; ``locked`` says why it cannot be changed."""
        self.standing = standing
        self.locked = locked
        self.refresh_view(cursor_id)

    def refresh_view(self, cursor_id: str | None) -> None:
        """Draw what :attr:`standing` says."""
        raise NotImplementedError

    def show_saved(self) -> None:
        """What was done is on disk by now, or could not be put there: show what hangs on that."""

    def enter(self) -> None:
        """Take the keys: the view was turned to."""
        raise NotImplementedError

    def leave(self) -> None:
        """The view is turned away from; keep what is half written."""

    def reopen(self, draft: Draft) -> None:
        """Go on with what was being written here when the program ended."""
        raise NotImplementedError

    def explanation(self) -> Screen[None] | None:
        """What explains the question that is asked here; None where the keys are what there is to know."""
        return None

    def copy_item(self, item_id: str) -> None:
        """Send an item to the clipboard as one line of Markdown."""
        from okrtui.report.item_line import item_line

        placed = self.standing.places.get(item_id) if self.standing is not None else None
        if placed is None or self.standing is None:
            self.post_message(
                Say(tr("there is nothing to copy here; {key} copies the report", key=shown_key("copy_report")))
            )
        else:
            self.post_message(Say(clipboard.copy(self.app, item_line(placed, self.standing), self.world.environ)))

    def copy_report(self) -> None:
        """Send the report of the plan to the clipboard, in its usual format."""
        from okrtui.report.update.edition import Edition
        from okrtui.report.update.formats import FORMATS

        assert self.standing is not None
        text = Edition(self.standing, self.world.settings.bands()).text(FORMATS[0])
        otherwise = tr(
            "{report} and {write} write it to a file",
            report=shown_key("view('report')"),
            write=shown_key("write_report"),
        )
        self.post_message(clipboard.copy_report(self.app, text, self.world.environ, otherwise))

    @property
    def unfinished(self) -> str:
        """What has to be done before a command is found by its name; empty where what is half typed stays as it is."""
        return ""

    def keys(self) -> list[tuple[str, str]]:
        """Keys with what they do here, for the foot."""
        raise NotImplementedError

    def tell_keys(self) -> None:
        """Show the keys that count now, where this view is in sight; at once, in the frame of the key pressed."""
        if self.display and self.is_attached:
            for line in self.screen.query(KeyLine):
                line.show(self.keys())
