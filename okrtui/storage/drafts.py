"""What was being written when the program ended: kept on disk, offered again at the next start.

A draft is one TOML file of texts in the control directory. It never touches the plan. Each session writes files of its
own, so that two windows that write the same kind of thing keep what either of them says.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Any

from okrtui.model.quarter import Quarter
from okrtui.storage import paths
from okrtui.storage.atomic import read_file, write_file
from okrtui.storage.errors import FileError
from okrtui.storage.sessions import is_running, own_name
from okrtui.storage.toml_reader import read_toml
from okrtui.storage.toml_writer import write_toml

_LIMIT = 5_000_000
_FOLDER = "drafts"
_TEXTS = ("kind", "item_id", "parent_id")


@dataclass(frozen=True)
class Draft:
    """A half-filled form, or a title half written."""

    quarter: Quarter
    kind: str
    """``objective``, ``key result``, ``action``, ``quarter``, or what a view calls it."""
    item_id: str
    """Id of the item, which may not be in the plan yet; empty for the quarter."""
    parent_id: str
    """What it hangs on; empty for the plan itself."""
    index: int
    """Its place there, from 0, where it is new."""
    texts: Mapping[str, str]
    """What stands in the fields that were changed, by name."""
    file: str = field(default="", compare=False)
    """Name of the file that it was found in; empty where it is this session's to write."""


class Drafts:
    """The drafts in one data directory, of this session and of those that have ended."""

    def __init__(self, directory: Path) -> None:
        """``directory`` is the data directory; nothing is made before the first draft."""
        self._directory = directory
        self._written: set[str] = set()
        self._set_apart: set[str] = set()
        self._owner = own_name()

    def keep(self, draft: Draft) -> None:
        """Put a draft on disk, in place of what this session wrote about the same item before.

        Raises:
            OSError: it cannot be written.
            FileError: the directory is not one's own.
        """
        paths.make_inner(paths.prepare(self._directory) / _FOLDER)
        fields = {name: getattr(draft, name) for name in _TEXTS}
        values = {"owner": self._owner, **fields, "index": draft.index, "texts": dict(draft.texts)}
        path, data = self._folder / self._name(draft), write_toml(values).encode()
        self._written.add(path.name)
        try:
            write_file(path, data)
        except FileNotFoundError:  # a session that started just then took it for what a killed one left unfinished
            write_file(path, data)

    def take_over(self, draft: Draft, left: Iterable[Draft]) -> None:
        """Put a draft on disk as this session's own, in place of those that were left behind.

        Raises:
            OSError: it cannot be written; what was left behind is as it was.
            FileError: the directory is not one's own.
        """
        self.keep(draft)
        for old in left:
            if old.file != self._name(draft):
                self.drop(old)

    def set_apart(self, draft: Draft) -> Draft:
        """Leave a draft of this session's on disk under a name that nothing else is written to; gives it with that.

        It is not among those that are left behind while this session runs: the session knows what becomes of it.

        Raises:
            OSError: it cannot be renamed, and is where it was.
        """
        name = draft.file or self._name(draft)
        free = (f"{draft.quarter}-{n}-{name.removeprefix(f'{draft.quarter}-')}" for n in count(1))
        apart = next(found for found in free if not (self._folder / found).exists())
        (self._folder / name).rename(self._folder / apart)
        self._set_apart.add(apart)
        return replace(draft, file=apart)

    def drop(self, draft: Draft) -> None:
        """Forget a draft; nothing happens where there is none.

        Raises:
            OSError: it cannot be removed.
        """
        (self._folder / (draft.file or self._name(draft))).unlink(missing_ok=True)

    def left_behind(self, quarter: Quarter) -> list[Draft]:
        """What was being written in a quarter, the newest last, and last of all what this session has put away itself.

        What a session that still runs is writing is left out, and what cannot be read.
        """
        found: list[tuple[bool, int, Draft]] = []
        for path in self._folder.glob(f"{quarter}-*.toml"):
            draft = self._read(path, quarter) if path.name not in self._set_apart else None
            with suppress(FileNotFoundError):  # another window has just taken it over
                if draft is not None:
                    found.append((self._is_own(path), path.stat().st_mtime_ns, draft))
        return [draft for *_, draft in sorted(found, key=lambda it: it[:2])]

    def is_own(self, draft: Draft) -> bool:
        """Whether a draft that was found on disk was written through this very object."""
        return draft.file in self._written

    @property
    def _folder(self) -> Path:
        return self._directory / paths.CONTROL / _FOLDER

    def _name(self, draft: Draft) -> str:
        words = ("".join(char for char in text if char.isalnum())[:40] for text in (draft.kind, draft.item_id))
        return "-".join([str(draft.quarter), *filter(None, words), f"{self._owner}.toml"])

    def _is_own(self, path: Path) -> bool:
        return path.name.endswith(f"-{self._owner}.toml")

    def _read(self, path: Path, quarter: Quarter) -> Draft | None:
        try:
            values, _ = read_toml(read_file(path, _LIMIT), path)
        except (FileError, OSError):
            return None
        texts, index = values.get("texts"), values.get("index")
        if not isinstance(texts, dict) or not isinstance(index, int) or self._is_written(values.get("owner")):
            return None
        if not all(isinstance(text, str) for text in [*texts.values(), *(values.get(name) for name in _TEXTS)]):
            return None
        kind, item_id, parent_id = (values[name] for name in _TEXTS)
        return Draft(quarter, kind, item_id, parent_id, index, texts, path.name)

    def _is_written(self, owner: Any) -> bool:
        """Whether another session that still runs on this machine writes it; of other machines nobody can tell."""
        return str(owner) != self._owner and bool(is_running(str(owner)))
