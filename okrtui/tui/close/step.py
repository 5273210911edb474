"""What the steps of the close have in common."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.containers import Vertical
from textual.message import Message

from okrtui.model.closing import ToClose, to_close
from okrtui.model.edits import Edit
from okrtui.report.standing import Standing
from okrtui.tui.world import World


class Step(Vertical):
    """One screen of the walk. What it does to the plan goes up as an edit; nothing is kept for the end."""

    @dataclass
    class Passed(Message):
        """The keys want to go on to another step."""

        by: int
        """1 for the next, -1 for the one before."""

    def __init__(self, world: World) -> None:
        """Empty until :meth:`show`."""
        super().__init__()
        self.world = world
        """The day, the marks."""
        self.standing: Standing | None = None
        """The plan as it stands; None until it is shown."""
        self.closing = ToClose((), (), None)
        """What there is to do, and what is done of it."""

    def show(self, standing: Standing) -> None:
        """Show a plan, as it is after each edit; what is half typed stays."""
        self.standing = standing
        self.closing = to_close(standing.plan, standing.today, self.world.settings.bands())
        self.refresh_step()

    def refresh_step(self) -> None:
        """Draw what :attr:`closing` says."""
        raise NotImplementedError

    def enter(self) -> None:
        """Take the keys."""
        raise NotImplementedError

    def unsaved(self) -> Edit | None:
        """What is to be saved when the step is turned away from; it is asked for once."""
        return None

    def half_typed(self) -> dict[str, str]:
        """What is written and not saved, by what it is about."""
        return {}

    def restore(self, texts: Mapping[str, str]) -> None:
        """Go on with what was half typed when the program ended."""

    def words(self) -> str:
        """One line that says what this step is for."""
        raise NotImplementedError

    def keys(self) -> list[tuple[str, str]]:
        """Keys with what they do here, for the foot."""
        raise NotImplementedError
