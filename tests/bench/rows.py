"""One row of the table: samples of the program and of what it is held against, taken in turn, and the budget."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Sample = Mapping[str, float]
"""What one run gave, by name."""


@dataclass(frozen=True)
class Figure:
    """One number that a run gives."""

    name: str
    """Its name in the sample."""
    words: str
    """What it is, for the table."""
    unit: str = "ms"
    ratio: float | None = None
    """The most that it may be, as a multiple of what it is held against."""
    plus: float = 0
    """What comes on top of that, in its unit."""
    most: float | None = None
    """The most that it may be by itself, in its unit."""


@dataclass(frozen=True)
class Row:
    """A figure with its samples, those of one round at the same place."""

    figure: Figure
    against: str
    """What it is held against; empty for nothing."""
    ours: tuple[float, ...]
    others: tuple[float, ...] = ()

    @property
    def value(self) -> float:
        """The median of ours."""
        return statistics.median(self.ours)

    @property
    def other(self) -> float | None:
        """The median of what it is held against."""
        return statistics.median(self.others) if self.others else None

    @property
    def ratio(self) -> float | None:
        """The median of the rounds' ratios; None where there is nothing to divide by."""
        ratios = [own / other for own, other in zip(self.ours, self.others, strict=False) if other]
        return statistics.median(ratios) if ratios else None

    @property
    def is_held(self) -> bool | None:
        """Whether the budget is kept; None where there is none."""
        figure = self.figure
        if figure.most is not None:
            return self.value <= figure.most
        if figure.ratio is None or self.other is None:
            return None
        if self.ratio is None or figure.plus:
            return self.value <= figure.ratio * self.other + figure.plus
        return self.ratio <= figure.ratio


def in_turn(
    rounds: int,
    figures: Sequence[Figure],
    ours: Callable[[], Sample],
    other: Callable[[], Sample] | None = None,
    against: str = "floor",
    warm_ups: int = 1,
) -> list[Row]:
    """Run both in turn, ``warm_ups`` times without counting and so many rounds; a row for each figure."""
    takers = [taker for taker in (other, ours) if taker]
    samples = [[taker() for taker in takers] for _ in range(warm_ups + rounds)][warm_ups:]
    return [
        Row(
            figure,
            against if other else "",
            tuple(taken[-1][figure.name] for taken in samples),
            tuple(taken[0][figure.name] for taken in samples) if other else (),
        )
        for figure in figures
    ]
