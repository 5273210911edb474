"""The model's words that people read, too, marked so that ``tr`` can show them in each language.

As values, in files and on the command line, they are English always.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from okrtui.i18n import mark, tr_n

if TYPE_CHECKING:
    from okrtui.model.edits import NodeKind

PHASES = (
    # for translators: how far a quarter is
    mark("planning"),
    # for translators: how far a quarter is: it is committed to, and its weeks are running
    mark("active"),
    # for translators: how far a quarter is: over and scored
    mark("closed"),
)

KINDS = (
    # for translators: what a key result does with its number: it reaches a target
    mark("reach"),
    # for translators: stands before an amount: at least 5 customers
    mark("at least"),
    # for translators: stands before an amount: at most 450 euros
    mark("at most"),
)
"""Those of key results, as they are shown: with a space where the value has an underscore."""

INDICATORS = (
    # for translators: an indicator that tells early whether the result will come
    mark("leading"),
    # for translators: an indicator that tells only afterwards whether the result came
    mark("lagging"),
)

AMBITIONS = (
    # for translators: a key result that is a promise and has to be kept; also a quarter that was promised
    mark("committed"),
    # for translators: a key result whose target is set high on purpose
    mark("aspirational"),
)

ACTION_STATUSES = (
    # for translators: an action that nobody has begun
    mark("todo"),
    # for translators: an action that somebody is working on
    mark("doing"),
    # for translators: an action that is done; also a key result that has reached its target
    mark("done"),
    # for translators: a key result that was given up, or the status of an action; beside an action or a request it is a
    # message of its own
    mark("dropped"),
)

REQUEST_STATUSES = (
    # for translators: a request that has to wait until a later quarter
    mark("parked"),
    # for translators: a request that was taken into the plan after all
    mark("adopted"),
    mark("dropped"),
)

PACES = (
    # for translators: how a key result is doing: far behind; stands in a narrow column, so keep it short
    mark("off track"),
    # for translators: how a key result is doing: nobody has checked in for too long; keep it short
    mark("stale"),
    # for translators: how a key result is doing: a little behind; keep it short
    mark("at risk"),
    # for translators: how a key result is doing; keep it short
    mark("not started"),
    # for translators: how a key result is doing: as planned; keep it short
    mark("on track"),
    mark("done"),
)

BANDS = (
    # for translators: what a final score below 0.4 says: little of it was delivered
    mark("little"),
    # for translators: what a final score from 0.4 on says: it was delivered in part
    mark("partly"),
    # for translators: what a final score from 0.7 on says
    mark("delivered"),
)

DECISIONS = (
    # for translators: what becomes of an objective in the next quarter: it is kept as it is
    mark("keep"),
    # for translators: what becomes of an objective in the next quarter: its targets are set anew
    mark("change"),
    # for translators: what becomes of an objective in the next quarter: it stays behind
    mark("abandon"),
)

FATES = (
    # for translators: a key result that has something left to do in the next quarter
    mark("goes on"),
    # for translators: a key result that has reached its target
    mark("reached"),
    mark("dropped"),
)

DIRECTIONS = (
    # for translators: what a new value means
    mark("better"),
    # for translators: what a new value means
    mark("worse"),
    # for translators: a new value that is the same as the last one
    mark("no change"),
    # for translators: a level that was to be kept
    mark("kept"),
    # for translators: a level that was not kept
    mark("missed"),
    # for translators: a new value of which nobody can say whether it is better
    mark("changed"),
)

ITEMS = (
    # for translators: three months that are planned as one
    mark("quarter"),
    # for translators: the O of OKR
    mark("objective"),
    # for translators: the KR of OKR
    mark("key result"),
    # for translators: a step towards a key result
    mark("action"),
    # for translators: what somebody asked the team to do beside its plan
    mark("request"),
)

GOALPOSTS = (
    # for translators: the value that a key result starts from
    mark("baseline"),
    # for translators: the value that a key result is to reach
    mark("target"),
    # for translators: what a key result counts, such as customers
    mark("unit"),
    # for translators: whether a key result reaches a target or keeps a level
    mark("kind"),
    # for translators: the first day of a key result
    mark("start"),
    # for translators: the day on which a key result is due
    mark("due"),
)


def counted(kind: NodeKind, n: int) -> str:
    """So many of one kind: ``1 objective``, ``3 key results``."""
    match kind:
        case "objective":
            return tr_n("{n} objective", "{n} objectives", n)
        case "key result":
            return tr_n("{n} key result", "{n} key results", n)
        case "action":
            return tr_n("{n} action", "{n} actions", n)
