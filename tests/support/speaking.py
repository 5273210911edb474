"""Another language for a while, with the words still in English: for what depends on the language alone."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from okrtui import i18n
from okrtui.i18n import Code


@contextmanager
def speaking(code: Code) -> Iterator[None]:
    """Numbers and dates as this language writes them; messages without its catalogue."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "_spoken", code)
        yield
