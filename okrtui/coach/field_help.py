"""What each field of the forms asks and each of its choices means, for whoever does not know the method's words."""

from collections.abc import Mapping

from okrtui.i18n import mark, tr

_OWNER = mark("Who answers for it and keeps its numbers up to date.")
_NOTES = mark("Anything else that is worth keeping.")
_SPAN = mark("Fiscal quarters differ: dates without a year, weeks and the pace follow from the first and the last day.")

_ASKED: Mapping[str, Mapping[str, str]] = {
    "objective": {
        "title": mark("Where to go, in one short sentence without a number; its key results hold the numbers."),
        "why": mark("The company goal that it moves, so that everybody sees why it matters."),
        "notes": _NOTES,
    },
    "key result": {
        "title": mark("One sentence with a real number: from 20 to 30. It says what changes, not what is done."),
        "definition": mark("What makes one count and what does not, so that two people count the same number."),
        "kind": mark("What the number has to do until the due date."),
        "baseline": mark("The number at the start: progress counts from here. A level that is kept needs none."),
        "target": mark("The number to reach by the due date, or the level to keep."),
        "unit": mark("What the numbers count, such as customers. Real numbers say more than per cent."),
        "source": mark("Where anybody can look the number up every week."),
        "indicator": mark("Whether it tells early or late how things go. A good objective has both kinds."),
        "confidence": mark("How likely it is to be reached, from 0 to 10: 5 or 6 is a stretch, 9 asks too little."),
        "ambition": mark("Whether it is a promise or a stretch; the close looks at its score in that light."),
        "realistic": mark("How it moves the objective, and what makes it feasible: people, money, experience."),
        "start": mark("The first day that counts; where it is empty, the first day of the quarter."),
        "due": mark("The day by which it is reached, within the quarter: 15 Dec, friday, +2w or end of December."),
        "owner": _OWNER,
        "weight": mark("How much it counts for its objective: 1 is usual, 2 counts double, 0 leaves it out."),
        "notes": _NOTES,
    },
    "action": {
        "title": mark("One step towards the key result; it begins with a verb."),
        "status": mark("How far it has come. What is dropped stays in sight and is not counted as late."),
        "due": mark("The day by which it is done, no later than its key result: 15 Dec, friday or +2w."),
        "done_on": mark("The day on which it was done; ticking it in the plan fills that in."),
        "owner": _OWNER,
        "notes": _NOTES,
    },
    "quarter": {
        "focus": mark("What the quarter is about, in one line; it stands above the plan and in the report."),
        "start": _SPAN,
        "end": _SPAN,
        "language": mark("The language of the titles, in which the coach reads them; auto tells it by the words."),
    },
    "request": {
        "request": mark("What was asked for, in the words of whoever asked."),
        "asked_by": mark("Who asked, and is to get an answer."),
        "asked_on": mark("The day on which it was asked for."),
        "reason": mark("Why it has to wait, in words for whoever asked: the answer to copy is made of them."),
        "displaces": mark("The objective that would get less time if this were done now."),
        "revisit": mark("The quarter in which it is looked at again, such as 2027-Q1; the guide asks then."),
    },
}
"""What is asked, by the kind of item and the field."""

_MEANINGS: Mapping[str, Mapping[str, str]] = {
    "kind": {
        # for translators: what the choice "reach" means
        "reach": mark("goes from one number to another; progress is the share of the way"),
        # for translators: what the choice "keep at least" means
        "at_least": mark("that number or more; progress counts the weeks that kept it"),
        # for translators: what the choice "keep at most" means
        "at_most": mark("that number or less; progress counts the weeks that kept it"),
    },
    "indicator": {
        # for translators: what the choice "leading" means
        "leading": mark("moves before the outcome and warns in time, such as demo requests"),
        # for translators: what the choice "lagging" means
        "lagging": mark("moves after it and proves the result, such as signed customers"),
    },
    "ambition": {
        # for translators: what the choice "committed" means
        "committed": mark("promised in full; a score below 1.0 asks for a reason"),
        # for translators: what the choice "aspirational" means
        "aspirational": mark("set high on purpose; a score of 0.7 is a success"),
    },
}
"""What a choice means, by the field and the value."""


def asked(kind: str, field: str) -> str:
    """What a field asks, in a sentence or two; empty where it says so itself.

    Args:
        kind: ``objective``, ``key result``, ``action``, ``quarter`` or ``request``.
        field: its name in the file, such as ``baseline``.
    """
    words = _ASKED.get(kind, {}).get(field, "")
    return tr(words) if words else ""


def meaning(field: str, value: str) -> str:
    """What a choice means, to stand behind its word; empty where the word says it."""
    words = _MEANINGS.get(field, {}).get(value, "")
    return tr(words) if words else ""
