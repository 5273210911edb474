"""How many key results stand how, in words."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from okrtui.i18n import tr_n

if TYPE_CHECKING:  # a login message does not wait for the library that checks plans
    from okrtui.model.closing import State

_STATES: Mapping["State", Callable[[int], str]] = {
    # for translators: so many key results are done; the same of actions is a message of its own
    "done": lambda n: tr_n("{n} done", "{n} done", n),
    # for translators: so many key results are on track
    "on track": lambda n: tr_n("{n} on track", "{n} on track", n),
    # for translators: so many key results are at risk
    "at risk": lambda n: tr_n("{n} at risk", "{n} at risk", n),
    # for translators: so many key results are off track
    "off track": lambda n: tr_n("{n} off track", "{n} off track", n),
    # for translators: so many key results have had no number for too long
    "stale": lambda n: tr_n("{n} stale", "{n} stale", n),
    # for translators: so many key results are not started
    "not started": lambda n: tr_n("{n} not started", "{n} not started", n),
    # for translators: so many key results have a final score from 0.7 on
    "delivered": lambda n: tr_n("{n} delivered", "{n} delivered", n),
    # for translators: so many key results have a final score from 0.4 on
    "partly": lambda n: tr_n("{n} partly", "{n} partly", n),
    # for translators: so many key results have a final score below 0.4
    "little": lambda n: tr_n("{n} little", "{n} little", n),
}

_IN_SHORT: Mapping["State", Callable[[int], str]] = {
    **_STATES,
    # for translators: so many key results are off track, as short as can be
    "off track": lambda n: tr_n("{n} off", "{n} off", n),
    # for translators: so many key results are not started, as short as can be
    "not started": lambda n: tr_n("{n} new", "{n} new", n),
}


def states(state: "State", n: int) -> str:
    """So many key results that stand like that: ``4 on track``, ``3 delivered``."""
    return _STATES[state](n)


def states_in_short(state: "State", n: int) -> str:
    """The same where there is little room: ``1 off``."""
    return _IN_SHORT[state](n)
