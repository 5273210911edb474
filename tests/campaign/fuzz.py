"""Bytes and sentences made up at random for as long as one likes: only the errors that are promised come of them."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrtui.coach.language import readings
from okrtui.model.language import CODES
from okrtui.storage.codec import decode, encode
from okrtui.storage.document import same_plan
from okrtui.storage.errors import FileError
from tests.support.plans import small_plan

PATH = Path("2026-Q4.toml")
_A_ROUND = 1_000

_WHOLE = encode(small_plan()).decode()
_LINES = _WHOLE.splitlines(keepends=True)
_KEYS = sorted({line.partition(" = ")[0] for line in _LINES if " = " in line} | {"nobody", "schema", "weight", "score"})
_ODD_VALUES = (
    "true",
    "nan",
    "-inf",
    "1e400",
    "-0.0",
    "9999999999999999",
    "0x1f",
    "2026-02-29",
    "2026-10-12T09:00:00Z",
    "09:00:00",
    "[]",
    "[[1], [2]]",
    "{}",
    "{a = {b = 1}}",
    '""',
    '"\\u202e[/x]\\u0000"',
    '"""\n<<<<<<< x\n"""',
    "'''\n'''",
)
_values = (
    st.sampled_from(_ODD_VALUES)
    | st.text(max_size=10).map(lambda text: f'"{text}"')
    | st.integers().map(str)
    | st.decimals(allow_nan=False, allow_infinity=False).map(str)
    | st.dates().map(str)
)
_lines = (
    st.sampled_from(_LINES)
    | st.builds("{} = {}\n".format, st.sampled_from(_KEYS), _values)
    | st.sampled_from([line for line in _LINES if line.startswith("[")])
    | st.text(max_size=20)
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A quarter file in which lines were changed, doubled, moved or made up, and sometimes a few bytes."""
    lines = list(_LINES)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        lines[at : at + draw(st.integers(0, 3))] = draw(st.lists(_lines, max_size=2))
        lines = lines or ["\n"]
    data = "".join(lines).encode("utf-8", "replace")
    if draw(st.booleans()):
        at = draw(st.integers(0, len(data)))
        data = data[:at] + draw(st.binary(max_size=4)) + data[at + draw(st.integers(0, 4)) :]
    return data


hostile_files = files() | st.binary(max_size=200)
"""Bytes that may be a quarter file, or nearly."""

sentences = st.text(max_size=80) | st.lists(
    st.text("0123456789.,%-/:€$ 三割万件分ののうち건명원فيمن٥۵ XxQ[]<{}_éüß", max_size=6)
    | st.sampled_from(
        [
            "one",
            "out of",
            "un",
            "une",
            "sur",
            "deux",
            "von",
            "zehn",
            "ein",
            "Q4",
            "by",
            "10人中9人",
            "3분의 1",
            "ثلاثون",
        ]
    ),
    max_size=12,
).map(" ".join)
"""Sentences full of numbers, or of anything."""


def expect_a_plan_or_an_error(data: bytes) -> None:
    """Bytes are a plan that is written as it was read, or an error of one line that is safe to print."""
    try:
        plan = decode(data, PATH)
        written = encode(plan)
    except FileError as error:
        assert str(error).isprintable()
        assert error.do
        return
    assert same_plan(decode(written, PATH), plan)
    assert encode(decode(written, PATH)) == written


def expect_quantities_inside(sentence: str, language: str) -> None:
    """The quantities of a sentence stand in it one after the other, whatever it holds."""
    for reading in readings(sentence, language):
        past = 0
        for quantity in reading.quantities:
            assert past <= quantity.start < quantity.end <= len(reading.folded.text), quantity
            start, end = reading.folded.span(quantity.start, quantity.end)
            assert 0 <= start <= end <= len(sentence)
            past = quantity.end


languages = st.sampled_from(["auto", *CODES])


def fuzz(seconds: float, tell: Callable[[str], None]) -> None:
    """Try the reading of files and then that of sentences, each for so many seconds."""
    for name, check, drawn in (
        ("files", expect_a_plan_or_an_error, (hostile_files,)),
        ("sentences", expect_quantities_inside, (sentences, languages)),
    ):
        tell(f"{_tried(check, drawn, seconds)} {name} made up at random, no error but those that are promised")


def _tried(check: Callable[..., None], drawn: tuple[st.SearchStrategy[Any], ...], seconds: float) -> int:
    """How many examples were tried until the time was up."""
    tried, end = 0, time.monotonic() + seconds

    def counted(values: tuple[Any, ...]) -> None:
        nonlocal tried
        tried += 1
        check(*values)

    often = settings(
        max_examples=_A_ROUND,
        derandomize=False,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    while time.monotonic() < end:
        often(given(st.tuples(*drawn))(counted))()
    return tried
