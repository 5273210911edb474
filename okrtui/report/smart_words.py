"""What the letters of a key result's badge stand for."""

from okrtui.coach.findings import LETTERS, Letter
from okrtui.i18n import tr_as


def letter_word(letter: Letter) -> str:
    """The word that a letter of SMART stands for."""
    match letter:
        case "S":
            return tr_as("what SMART stands for", "specific")
        case "M":
            return tr_as("what SMART stands for", "measurable")
        case "A":
            return tr_as("what SMART stands for", "achievable")
        case "R":
            return tr_as("what SMART stands for", "realistic")
        case "T":
            return tr_as("what SMART stands for", "time-bound")


def words_left(badge: str) -> list[str]:
    """The words of the letters that a badge such as ``SM·RT`` leaves dark."""
    return [letter_word(letter) for letter in LETTERS if letter not in badge]
