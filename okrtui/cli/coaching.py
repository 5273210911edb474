"""The command that judges the wording of sentences, and nothing else."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from okrtui.cli.output import UsageError, is_utf8, write_lines
from okrtui.cli.situation import Situation
from okrtui.i18n import tr
from okrtui.model.text import display
from okrtui.report.exact_json import to_json

if TYPE_CHECKING:
    from okrtui.coach.findings import Finding, On
    from okrtui.model.language import Language

_FINE, _FOUND = 0, 1


def coach(options: argparse.Namespace, situation: Situation) -> int:
    """Judge one sentence, or one a line of standard input; each answer is written before the next line is read.

    Raises:
        UsageError: there is no sentence.
    """
    from okrtui.coach import findings

    kind: On = options.kind.replace("-", " ")
    any_counts = False
    for text in _sentences(options.text):
        found = findings.check_wording(kind, text, options.lang)
        any_counts = any_counts or any(finding.counts for finding in found)
        if options.format == "jsonl":
            lines = [_as_json(text, options.kind, options.lang, found, ascii_only=not is_utf8(situation.environ))]
        else:
            lines = _as_text(text, found)
        write_lines(lines, situation.environ)
    return _FOUND if any_counts else _FINE


def _sentences(words: Sequence[str]) -> Iterator[str]:
    if list(words) not in ([], ["-"]):
        return iter([" ".join(words)])
    if sys.stdin is None or (not words and sys.stdin.isatty()):
        raise UsageError(tr("no sentence; write it like {command}", command='okrtui coach "Send 3 newsletters"'))
    return _lines()


def _lines() -> Iterator[str]:
    """The lines of standard input, which is UTF-8; what is not becomes marks."""
    for line in iter(sys.stdin.buffer.readline, b""):
        yield line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8", "replace")


def _as_text(text: str, found: "Sequence[Finding]") -> list[str]:
    said = [f"  {tr(finding.severity)} {finding.code}: {display(finding.message)}" for finding in found]
    # for translators: nothing is wrong with the wording of a sentence
    return [display(text), *(said or ["  " + tr("fine")])]


def _as_json(text: str, kind: str, language: "Language", found: "Sequence[Finding]", *, ascii_only: bool) -> str:
    from okrtui.coach.language import told

    answer = {
        "text": text,
        "kind": kind,
        "lang": told(text, language) if language == "auto" else language,
        "findings": [
            {
                "code": finding.code,
                "severity": finding.severity,
                "start": start,
                "end": end,
                "message": finding.message,
            }
            for finding in found
            for start, end in [finding.span or (0, len(text))]
        ],
    }
    return to_json(answer, ascii_only=ascii_only)
