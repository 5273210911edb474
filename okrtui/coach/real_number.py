"""From a share to the real number: *by 50 %* of 20,000 visits is *from 20,000 to 30,000 visits*."""

from decimal import Decimal
from typing import cast

from okrtui.coach.change import is_moved, is_part, with_words
from okrtui.coach.findings import Fix
from okrtui.coach.quantities import SHARES, Quantity
from okrtui.coach.reading import Reading
from okrtui.frozen import frozen
from okrtui.i18n import Code, tr
from okrtui.model.edits import ChangeFields
from okrtui.model.numbers import amount_in, check_amount
from okrtui.model.plan import KeyResult
from okrtui.model.text import search_key

_HUNDRED = Decimal(100)
_KOREAN_FINALS = 28
"""How many endings a Korean syllable may have, none among them."""
_KOREAN_RIEUL = 8
_SCALES = tuple(Decimal(scale) for scale in (1, 10**3, 10**4, 10**6, 10**8, 10**9, 60, 24, 7))
"""By how much a unit may differ from the sentence's: thousands, millions, 万, 億; minutes, hours, days."""


def same_amount(said: Decimal, meant: Decimal) -> bool:
    """Whether two amounts are the same, whatever multiple of the unit either is written in."""
    return any(said == meant * scale or meant == said * scale for scale in _SCALES)


@frozen
class RealNumber:
    """What stands in the place of a share."""

    words: str
    """``from 20,000 to 30,000 visits``, in the language of the sentence."""
    fix: Fix
    """What writes it into the sentence, and the number into the target."""


def real_number(key_result: KeyResult, reading: Reading) -> RealNumber | None:
    """The real numbers of a sentence that says a share; None without a baseline or a change."""
    shares = reading.of_types(SHARES)
    share = next((share for share in shares if share.own_unit), shares[0])
    baseline = key_result.baseline
    goal = _goal(key_result, reading, share)
    if baseline is None or goal is None or goal == baseline:
        return None
    words = reading.words
    is_said = f" {search_key(key_result.unit)} " in f" {search_key(key_result.title)} "  # grow signups by 30 %
    unit = f"{'' if words.unspaced else ' '}{key_result.unit}" if key_result.unit and not is_said else ""
    code = cast(Code, words.code)  # the sentence's own, whatever language the program speaks
    start, end = amount_in(code, baseline), amount_in(code, goal)
    change = _with_particle(words.template.format(start=start, goal=end, unit=unit).strip())
    title = _rewritten(key_result.title, reading, share, change)
    # for translators: what is to be written into a sentence, such as "from 20,000 to 30,000 visits"
    label = tr("write {words}", words=change)
    return RealNumber(change, Fix(label, ChangeFields(key_result.id, {"title": title, "target": goal})))


def _with_particle(change: str) -> str:
    """The change with the form of the Korean particle that goes with the sound before it: 명으로, 개로, 건으로."""
    before, particle, behind = change.partition("(으)로")
    if not particle:
        return change
    last = before[-1:]
    if "가" <= last <= "힣":
        is_open = (ord(last) - ord("가")) % _KOREAN_FINALS in (0, _KOREAN_RIEUL)
    else:
        is_open = last not in "036"  # as these are read: 십, 삼, 육
    return f"{before}{'로' if is_open else '으로'}{behind}"


def _goal(key_result: KeyResult, reading: Reading, share: Quantity) -> Decimal | None:
    """What the share comes to, or the target where there is one; None where the share is no change."""
    baseline, value = key_result.baseline, share.value
    if baseline is None or value is None or not is_change(reading, share):
        return None
    if key_result.target is not None:
        return key_result.target
    if share.type == "factor":
        goal = baseline * value
    elif share.type == "percentage":
        falls = reading.find(reading.words.change["down"]) is not None
        goal = baseline * (_HUNDRED + (-value if falls else value)) / _HUNDRED
    else:
        return None
    try:
        return check_amount(Decimal(f"{goal.normalize():f}"))
    except ValueError:
        return None


def is_change(reading: Reading, share: Quantity) -> bool:
    """Whether a share says by how much something grows or falls, so that the real number follows from a baseline."""
    return share.type == "factor" or is_part(reading, share, "step") or is_moved(reading, share)


def _rewritten(title: str, reading: Reading, share: Quantity, change: str) -> str:
    """The title with the change in the place of the share; a verb such as *double* stays."""
    start, end = share.start, share.end
    gap = "" if reading.words.unspaced else " "
    if share.type == "factor":
        body = title.rstrip(" .")
        at, last = reading.folded.span(start, end)
        if reading.words.verb_last or last >= len(body) > at > 0:
            return f"{title[:at]}{change}{gap}{title[at:]}"
        return f"{body} {change}{title[len(body) :].rstrip(' ')}"
    first, last = with_words(reading, share, "step")
    if reading.words.verb_last:
        last = end
    before, behind = reading.folded.span(first, last)
    return f"{title[:before]}{change}{title[behind:]}"
