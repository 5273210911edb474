"""The languages that a plan can be written in."""

from typing import Literal, get_args

Code = Literal["en", "de", "fr", "ja", "ko", "ar"]
"""A language by its code."""

CODES: tuple[Code, ...] = get_args(Code)
"""Every language."""

Language = Literal["auto", Code]
"""What a plan says of its language; ``auto`` tells it by the sentence."""
