"""What was being written when the program ended: kept on disk, offered again at the next start.

A draft is one TOML file of texts in the control directory. It never touches the plan.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from okrtui.model.quarter import Quarter
from okrtui.storage import paths
from okrtui.storage.atomic import read_file, write_file
from okrtui.storage.errors import FileError
from okrtui.storage.toml_reader import read_toml
from okrtui.storage.toml_writer import write_toml

_LIMIT = 500_000
_FOLDER = "drafts"
_TEXTS = ("kind", "item_id", "parent_id")


@dataclass(frozen=True)
class Draft:
    """A half-filled form, or a title half written."""

    quarter: Quarter
    kind: str
    """``objective``, ``key result``, ``action`` or ``quarter``."""
    item_id: str
    """Id of the item, which may not be in the plan yet; empty for the quarter."""
    parent_id: str
    """What it hangs on; empty for the plan itself."""
    index: int
    """Its place there, from 0, where it is new."""
    texts: Mapping[str, str]
    """What stands in the fields that were changed, by name."""


class Drafts:
    """The drafts in one data directory, of this session and of those that have ended."""

    def __init__(self, directory: Path) -> None:
        """``directory`` is the data directory; nothing is made before the first draft."""
        self._directory = directory
        self._owner = f"{os.getpid()}@{os.uname().nodename}"

    def keep(self, draft: Draft) -> None:
        """Put a draft on disk, in place of an earlier one of the same item.

        Raises:
            OSError: it cannot be written.
            FileError: the directory is not one's own.
        """
        paths.make_inner(paths.prepare(self._directory) / _FOLDER)
        fields = {name: getattr(draft, name) for name in _TEXTS}
        values = {"owner": self._owner, **fields, "index": draft.index, "texts": dict(draft.texts)}
        write_file(self._path(draft), write_toml(values).encode())

    def drop(self, draft: Draft) -> None:
        """Forget a draft; nothing happens where there is none."""
        self._path(draft).unlink(missing_ok=True)

    def left_behind(self, quarter: Quarter) -> list[Draft]:
        """What sessions that have ended were writing in a quarter, oldest name first; unreadable ones are left out."""
        found = sorted((self._directory / paths.CONTROL / _FOLDER).glob(f"{quarter}-*.toml"))
        return [draft for path in found if (draft := self._read(path, quarter)) is not None]

    def _path(self, draft: Draft) -> Path:
        name = "".join(char for char in draft.item_id if char.isalnum())[:40] or "quarter"
        return self._directory / paths.CONTROL / _FOLDER / f"{draft.quarter}-{name}.toml"

    def _read(self, path: Path, quarter: Quarter) -> Draft | None:
        try:
            values, _ = read_toml(read_file(path, _LIMIT), path)
        except (FileError, OSError):
            return None
        texts, index = values.get("texts"), values.get("index")
        if not isinstance(texts, dict) or not isinstance(index, int) or self._is_alive(values.get("owner")):
            return None
        if not all(isinstance(text, str) for text in [*texts.values(), *(values.get(name) for name in _TEXTS)]):
            return None
        kind, item_id, parent_id = (values[name] for name in _TEXTS)
        return Draft(quarter, kind, item_id, parent_id, index, texts)

    def _is_alive(self, owner: Any) -> bool:
        """Whether the session that writes it still runs on this machine."""
        pid, _, host = str(owner).partition("@")
        if host != os.uname().nodename or not pid.isdecimal() or str(owner) == self._owner:
            return False
        try:
            os.kill(int(pid), 0)
        except ProcessLookupError:
            return False
        except OSError:
            return True
        return True
