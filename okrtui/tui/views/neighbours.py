"""The quarter before and the one after, among those that have a plan."""

from okrtui.i18n import tr
from okrtui.model.quarter import Quarter
from okrtui.storage.errors import FileError
from okrtui.tui.keys_in_use import shown_key
from okrtui.tui.messages import OpenQuarter, Say
from okrtui.tui.world import World


def neighbour(world: World, here: Quarter, by: int) -> OpenQuarter | Say:
    """Asks for the next quarter where ``by`` is 1, the one before where it is -1; what to say where there is none."""
    try:
        others = [q for q in world.repository.quarters() if (q > here if by > 0 else q < here)]
    except FileError as error:
        return Say(str(error), "$error")
    if others:
        return OpenQuarter(others[0] if by > 0 else others[-1])
    key = shown_key("quarters")
    later = tr("no later quarter here; {key} lists them and starts a new one", key=key)
    earlier = tr("no earlier quarter here; {key} lists them and starts a new one", key=key)
    return Say(later if by > 0 else earlier)
