"""How many columns of a terminal a text fills: two a wide letter, none a mark that combines."""

import unicodedata


def cell_width(text: str) -> int:
    """The columns that a terminal gives to the text: none to marks that combine, two to wide characters."""
    if text.isascii():
        return len(text)
    return sum(map(_char_width, text))


def fitted(text: str, width: int) -> str:
    """The text in at most ``width`` columns, which ends in ``…`` where it is cut."""
    if cell_width(text) <= width:
        return text
    return f"{start_of(text, max(1, width - 1)).rstrip()}…"


def start_of(text: str, width: int) -> str:
    """As much of the text as goes into ``width`` columns, from 1; one character at least."""
    return text[: end_of(text, 0, width)]


def end_of(word: str, start: int, width: int) -> int:
    """Where the columns end that begin at ``start``, one character later at least."""
    used = 0
    for place in range(start, len(word)):
        used += _char_width(word[place])
        if used > width and place > start:
            return place
    return len(word)


def _char_width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
