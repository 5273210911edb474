"""Why a value of a file cannot be what it stands for, and what to write instead."""

from okrtui.i18n_lists import clauses


class Unfit(ValueError):
    """A value that a field cannot hold; its text is both, one after the other."""

    what: str
    """What is wrong, such as ``is no date``."""
    do: str
    """What to do about it."""

    def __init__(self, what: str, do: str) -> None:
        super().__init__(clauses((what, do)))
        self.what = what
        self.do = do
