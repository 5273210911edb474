"""python -m tests.bench: every figure of the program's speed, with its budget. No part of the test run."""

import argparse
import datetime as dt
import json
import shutil
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.bench import readme
from tests.bench.groups import (
    editing,
    files,
    forms,
    holding,
    leaving,
    memory,
    moving,
    paging,
    quarters,
    resting,
    sizes,
    starting,
    verbs,
)
from tests.bench.programs import TREE_ALONE, Bench
from tests.bench.rows import Row
from tests.bench.table import as_text, as_values

IN_TERMINAL: Mapping[str, Callable[[Bench], list[Row]]] = {
    "start": starting.measure,
    "move": moving.measure,
    "page": paging.measure,
    "hold": holding.measure,
    "form": forms.measure,
    "memory": memory.measure,
    "idle": resting.measure,
    "exit": leaving.measure,
    "quarters": quarters.measure,
    "sizes": sizes.measure,
}
GROUPS = {**IN_TERMINAL, "edit": editing.measure, "files": files.measure, "verbs": verbs.measure}
FULL = Bench(size=(100, 30), rounds=5, keys=40, idle=10)
QUICK = Bench(size=(100, 30), rounds=3, keys=20, idle=3)


def main() -> int:
    """Measure and print; 1 where a budget is missed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # so that what was started is ended
    options = _options()
    bench = QUICK if options.quick else FULL
    inside = Bench(TREE_ALONE, bench.rounds, bench.keys, bench.idle, in_tmux=True)
    tables = {} if options.tmux else {"In a terminal of 100 columns and 30 lines:": _measured(bench, options.groups)}
    if options.tmux or (options.readme and shutil.which("tmux")):
        names = [name for name in options.groups if name in IN_TERMINAL]
        tables["Inside tmux, 80 columns and 24 lines:"] = _measured(inside, names)
    for place, rows in tables.items():
        print(f"{place}\n\n{as_text(rows)}\n")
    if options.json:
        options.json.write_text(json.dumps({place: as_values(rows) for place, rows in tables.items()}, indent=1))
    if options.readme:
        if set(options.groups) == set(GROUPS):
            readme.rewrite(tables, dt.date.today())
        else:
            readme.renew(tables)
    return int(any(row.is_held is False for rows in tables.values() for row in rows))


def _measured(bench: Bench, names: Sequence[str]) -> list[Row]:
    rows: list[Row] = []
    for name in names:
        print(f"{dt.datetime.now():%H:%M:%S} {name}{' in tmux' if bench.in_tmux else ''}", file=sys.stderr, flush=True)
        rows += GROUPS[name](bench)
    return rows


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="How fast okrtui is, with budgets.")
    parser.add_argument("groups", nargs="*", default=[*GROUPS], metavar="GROUP", help=f"of {', '.join(GROUPS)}")
    parser.add_argument("--quick", action="store_true", help="fewer and shorter rounds: a few minutes")
    parser.add_argument("--tmux", action="store_true", help="inside tmux at 80x24")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every sample there")
    parser.add_argument(
        "--readme",
        action="store_true",
        help="write the figures into the README, those in tmux too; of some groups theirs alone",
    )
    options = parser.parse_args()
    if unknown := set(options.groups) - set(GROUPS):
        parser.error(f"no such group: {', '.join(sorted(unknown))}")
    if options.tmux and not shutil.which("tmux"):
        parser.error("tmux is not there")
    return options


if __name__ == "__main__":
    sys.exit(main())
