"""From a share to the real number: *by 50 %* of 20,000 visits is *from 20,000 to 30,000 visits*."""

from decimal import Decimal

from okrtui.coach.findings import Fix
from okrtui.coach.quantities import MEASURES, SHARES, Quantity
from okrtui.coach.reading import Reading
from okrtui.model.edits import ChangeFields
from okrtui.model.numbers import check_amount, format_amount
from okrtui.model.plan import KeyResult

_HUNDRED = Decimal(100)
_SCALES = tuple(Decimal(scale) for scale in (1, 10**3, 10**4, 10**6, 10**8, 10**9, 60, 24, 7))
"""By how much a unit may differ from the sentence's: thousands, millions, 万, 億; minutes, hours, days."""


def start_and_goal(reading: Reading) -> tuple[Quantity | None, Quantity | None]:
    """The measured numbers of a change, where it starts and where it ends, as far as the sentence says."""
    start = next((quantity for quantity in reading.of_types(MEASURES) if _is_led(reading, quantity, "start")), None)
    goals = [quantity for quantity in reading.of_types(MEASURES) if quantity is not start]
    goal = next((quantity for quantity in goals if _is_led(reading, quantity, "goal")), None)
    if start and goal is None:
        goal = next((quantity for quantity in goals if quantity.start > start.end), None)
    return start, goal


def same_amount(said: Decimal, meant: Decimal) -> bool:
    """Whether two amounts are the same, whatever multiple of the unit either is written in."""
    return any(said == meant * scale or meant == said * scale for scale in _SCALES)


def real_number(key_result: KeyResult, reading: Reading) -> Fix | None:
    """The fix that writes the real numbers into the sentence and the target; None without a baseline or a change."""
    share = reading.of_types(SHARES)[0]
    baseline = key_result.baseline
    goal = _goal(key_result, reading, share)
    if baseline is None or goal is None or goal == baseline:
        return None
    unit = f" {key_result.unit}" if key_result.unit else ""
    words = reading.words
    change = words.template.format(start=format_amount(baseline), goal=format_amount(goal), unit=unit).strip()
    title = _rewritten(key_result.title, reading, share, change)
    return Fix(f"write {change}", ChangeFields(key_result.id, {"title": title, "target": goal}))


def _goal(key_result: KeyResult, reading: Reading, share: Quantity) -> Decimal | None:
    """What the share comes to, or the target where there is one; None where the share is no change."""
    baseline, value = key_result.baseline, share.value
    is_step = share.type == "factor" or _is_step(reading, share)
    if baseline is None or value is None or not is_step:
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


def _is_step(reading: Reading, quantity: Quantity) -> bool:
    return _is_led(reading, quantity, "step")


def _is_led(reading: Reading, quantity: Quantity, role: str) -> bool:
    """Whether the words right before or right behind give the number this part in a change."""
    return _before(reading, quantity, role) is not None or _behind(reading, quantity, role) is not None


def _before(reading: Reading, quantity: Quantity, role: str) -> int | None:
    """Where the word begins that stands right before the number and gives it this part."""
    text, folded = reading.folded.text, reading.folded
    for at in reversed([at for at in reading.starts if at < quantity.start][-4:]):
        matched = reading.words.change[role].match(folded, at)
        if matched and matched[0] + (text[matched[0] : matched[0] + 1] == " ") == quantity.start:
            return at
    return None


def _behind(reading: Reading, quantity: Quantity, role: str) -> int | None:
    """Where the word ends that stands right behind the number and gives it this part."""
    after = reading.words.change.get(f"{role}_after")
    if after is None:
        return None
    text, end = reading.folded.text, quantity.end
    matched = after.match(reading.folded, end) or after.match(reading.folded, end + (text[end : end + 1] == " "))
    return matched[0] if matched else None


def _rewritten(title: str, reading: Reading, share: Quantity, change: str) -> str:
    """The title with the change in the place of the share; a verb such as *double* stays."""
    start, end = share.start, share.end
    if share.type == "factor":
        if reading.words.verb_last:
            at, _ = reading.folded.span(start, end)
            return f"{title[:at]}{change}{title[at:]}"
        body = title.rstrip(" .")
        return f"{body} {change}{title[len(body) :].rstrip(' ')}"
    led = _before(reading, share, "step")
    behind = _behind(reading, share, "step")
    first, last = reading.folded.span(start if led is None else led, end if behind is None else behind)
    return f"{title[:first]}{change}{title[last:]}"
