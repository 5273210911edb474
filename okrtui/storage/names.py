"""Which quarters a directory holds, by the names of its files alone."""

import os
from pathlib import Path

from okrtui.model.quarter import Quarter

ENDING = ".toml"
"""How the name of a quarter's file ends."""


def quarter_file(directory: Path, quarter: Quarter) -> Path:
    """The file of a quarter, whether it exists or not."""
    return directory / f"{quarter}{ENDING}"


def quarters_in(directory: Path) -> list[Quarter]:
    """The quarters that have a file, oldest first; none where there is no directory.

    Raises:
        OSError: the directory cannot be listed.
    """
    found: list[Quarter] = []
    try:
        names = os.listdir(directory)  # noqa: PTH208 - names alone are wanted
    except FileNotFoundError:
        return []
    for name in names:
        try:
            found.append(Quarter.parse(name.removesuffix(ENDING) if name.endswith(ENDING) else ""))
        except ValueError:
            continue
    return sorted(found)
