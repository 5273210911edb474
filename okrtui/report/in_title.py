"""What the title of a key result says already, so that the lines below it need not say it again."""

from decimal import Decimal

from okrtui.model.plan import KeyResult


def title_says(node: KeyResult, language: str, *values: Decimal) -> bool:
    """Whether each of the values stands in the title as a number; ``language`` is that of the plan, or ``auto``."""
    from okrtui.coach.language import readings  # its words are not loaded for a command that tells no key result

    numbers = {quantity.value for reading in readings(node.title, language) for quantity in reading.quantities}
    return numbers.issuperset(values)
