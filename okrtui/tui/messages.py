"""What views ask of the screen around them."""

from dataclasses import dataclass

from textual.message import Message

from okrtui.model.edits import Edit
from okrtui.model.quarter import Quarter
from okrtui.open_plan import OpenPlan
from okrtui.storage.settings import Settings
from okrtui.tui.scopes import Scope


@dataclass
class Do(Message):
    """Apply an edit and save it."""

    edit: Edit
    cursor_id: str | None = None
    """Where the cursor goes afterwards; None leaves it where it is."""


@dataclass
class Go(Message):
    """Turn to another view."""

    view: Scope | None
    """None goes back to the one before."""
    cursor_id: str | None = None
    """Where the cursor goes there; None leaves it where it is."""


@dataclass
class OpenQuarter(Message):
    """Open another quarter."""

    quarter: Quarter
    opened: OpenPlan | None = None
    """The quarter, open already, so that what was done in it can be undone there."""
    said: str = ""
    """What to say of it."""


@dataclass
class Say(Message):
    """Show a line of text as the status."""

    text: str
    colour: str = ""
    """A theme colour, such as ``$warning``."""


@dataclass
class TakeBack(Message):
    """Show nothing as the status any more, where it is still this text."""

    text: str


@dataclass
class SettingsChanged(Message):
    """Take these settings, which are in the file already."""

    settings: Settings
    said: str
    """What to say of it."""
    changed: str
    """The row of the settings that was changed."""
    open_plan: OpenPlan
    view: Scope
    """The plan and the view that are in sight."""
