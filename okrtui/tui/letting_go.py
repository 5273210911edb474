"""Widgets that are gone are let go, with all that they drew."""

from functools import lru_cache
from typing import Any

from textual._styles_cache import StylesCache


def let_go() -> None:
    """Have Textual keep the colours of widgets by their colours alone.

    Its cache of them is one for all widgets, and holds the last 1,024 that were drawn with every line of theirs: some
    20 forms. Where Textual does it otherwise, this changes nothing.
    """
    kept: Any = vars(StylesCache).get("get_inner_outer")
    if hasattr(kept, "cache_parameters"):  # by object, that is; it was meant to be a method of the class
        by_colour: Any = lru_cache(1024)(kept.__wrapped__)
        StylesCache.get_inner_outer = classmethod(by_colour)  # type: ignore[assignment]
