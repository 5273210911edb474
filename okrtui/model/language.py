"""The languages that a plan can be written in."""

from typing import Literal

from okrtui.i18n import CODES, Code

__all__ = ["CODES", "Code", "Language"]

Language = Literal["auto", Code]
"""What a plan says of its language; ``auto`` tells it by the sentence."""
