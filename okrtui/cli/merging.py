"""The command that git calls to merge two versions of a quarter's file, by item and field."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from okrtui.cli.checking import read_plan
from okrtui.cli.output import complain, write_lines
from okrtui.cli.saving import told
from okrtui.cli.situation import Situation
from okrtui.i18n import tr

if TYPE_CHECKING:
    from okrtui.model.plan import Plan

_MERGED, _CONFLICTS, _WRONG = 0, 1, 2
_AS_TEXT = "git -c merge.okrtui.driver='git merge-file %A %O %B' checkout --merge FILE"
"""How git merges a file as any other text."""


def merge(options: argparse.Namespace, situation: Situation) -> int:
    """Put the changes of both sides into the file of ours; what both changed is left in it to be chosen."""
    from okrtui.model.plan import Plan
    from okrtui.storage.errors import FileError

    sides: dict[str, Plan] = {}
    for side in ("ours", "theirs", "base"):
        path = Path(getattr(options, side))
        both_added = side == "base" and _is_empty(path)
        try:
            sides[side] = Plan.empty(sides["ours"].quarter) if both_added else read_plan(path)
        except FileError as error:
            # for translators: which of three files it is, and what is wrong with it
            return _refused(tr("{file}: {problem}", file=side, problem=error), situation)
    try:
        merged = _merged(Path(options.ours), **sides)
    except FileError as error:
        return _refused(str(error), situation)
    if not merged.conflicts:
        return _MERGED
    from okrtui.model.settling import as_conflict
    from okrtui.report.conflict_words import conflict_line

    lines = [f"  {conflict_line(as_conflict(left), merged)}" for left in merged.conflicts]
    choose = f"okrtui {merged.quarter}"
    # for translators: the two sides of a merge by git; command is such as okrtui 2026-Q4
    head = tr("{quarter}: both sides changed the same; choose with: {command}", quarter=merged.quarter, command=choose)
    write_lines([head, *lines], situation.environ)
    return _CONFLICTS


def _merged(path: Path, base: "Plan", ours: "Plan", theirs: "Plan") -> "Plan":
    """The merged plan, which is in our file by then.

    Raises:
        FileError: the files are of different quarters, or ours cannot be written; it is as it was.
    """
    from okrtui.model.settling import merge_files
    from okrtui.storage.atomic import write_file
    from okrtui.storage.codec import encode
    from okrtui.storage.document import same_plan
    from okrtui.storage.errors import FileError

    if ours.quarter != theirs.quarter:
        # for translators: said of a file: its quarter, and that of the other side's file
        what = tr("is {quarter}, and theirs is {other}", quarter=ours.quarter, other=theirs.quarter)
        raise FileError(path, what, tr("merge files of one quarter"))
    merged = merge_files(base, ours, theirs)
    if not same_plan(merged, ours):  # else it stays to the byte, comments included
        data = encode(merged)
        with told(path):
            write_file(path, data)
    return merged


def _is_empty(path: Path) -> bool:
    """Whether it is the empty file that git gives for a base where both sides added the file."""
    return path.is_file() and not path.stat().st_size


def _refused(problem: str, situation: Situation) -> int:
    # for translators: command is for the shell
    complain(
        situation.environ, problem, tr("nothing was merged; git merges it as text with: {command}", command=_AS_TEXT)
    )
    return _WRONG
