"""Collections of labelled sentences, and how well the coach tells the bad ones from the good ones.

``tuning`` may be looked at while the lexicons are written; ``held_back`` only counted.
To see the figures: ``python -m tests.coach.collected``; with a language, the misses among ``tuning``.
"""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from okrtui.coach.findings import On, check_wording
from okrtui.model.language import CODES, Language

_FOLDER = Path(__file__).with_name("sentences")
_KINDS: Mapping[str, On] = {"objective": "objective", "key-result": "key result", "action": "action"}


@dataclass(frozen=True)
class Labelled:
    """A sentence with what the method says of it."""

    kind: str
    label: str
    """``ok``, or the code of the finding that it should have."""
    text: str


@dataclass(frozen=True)
class Figures:
    """How well the bad sentences were told."""

    f1: float
    balanced_accuracy: float
    false_alarms: float
    """Share of the good sentences that were called bad."""


def collection(name: str, code: str) -> Iterator[Labelled]:
    """The sentences of a collection in one language."""
    for line in (_FOLDER / name / f"{code}.tsv").read_text("utf-8").splitlines():
        yield Labelled(*line.split("\t"))


def errors(sentence: Labelled, language: Language) -> list[str]:
    """The codes of the errors that the coach finds in a sentence."""
    found = check_wording(_KINDS[sentence.kind], sentence.text, language)
    return [finding.code for finding in found if finding.severity == "error"]


def figures(name: str, code: str, kind: str, language: Language) -> Figures:
    """The figures for one kind of one collection, read as ``language``."""
    counts = Counter(
        (sentence.label != "ok", bool(errors(sentence, language)))
        for sentence in collection(name, code)
        if sentence.kind == kind
    )
    hits, misses, alarms, quiet = (counts[key] for key in ((True, True), (True, False), (False, True), (False, False)))
    recall, quietness = hits / max(1, hits + misses), quiet / max(1, quiet + alarms)
    return Figures(2 * hits / max(1, 2 * hits + misses + alarms), (recall + quietness) / 2, 1 - quietness)


def main() -> None:
    """Print the figures of every collection; with languages, their misses among ``tuning`` instead."""
    asked = [code for code in CODES if code in sys.argv[1:]]
    codes = asked or list(CODES)
    for name in ("tuning",) if asked else ("tuning", "held_back"):
        for code in codes:
            for language in dict.fromkeys((code, "auto")):
                told = (figures(name, code, kind, language) for kind in ("objective", "key-result"))
                shown = "   ".join(
                    f"F1 {one.f1:.3f} balanced {one.balanced_accuracy:.3f} alarms {one.false_alarms:.3f}"
                    for one in told
                )
                print(f"{name:9} {code} {language:4} {shown}")
    for code in asked:
        for sentence in collection("tuning", code):
            found = errors(sentence, code)
            if (sentence.label == "ok") == bool(found) or (found and sentence.label not in found):
                print(f"{sentence.kind:10} {sentence.label:22} {','.join(found):24} {sentence.text}")


if __name__ == "__main__":
    main()
