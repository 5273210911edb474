"""What an editor was given does not stay for ever, and what one may still save into is left alone."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

from okrtui.storage.edit_files import edit_file
from okrtui.storage.repository import Repository

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.UTC)
NAME_OF_ANOTHER = "from okrtui.storage.sessions import own_name; print(own_name())"


def left(folder: Path, name: str, age: dt.timedelta) -> Path:
    """A file that a session left so long ago."""
    path = folder / name
    path.write_text("what the editor saved")
    at = (NOW - age).timestamp()
    os.utime(path, (at, at))
    return path


def test_a_killed_sessions_file_goes_after_a_week(tmp_path: Path) -> None:
    own = edit_file(tmp_path / ".okrtui", ".toml")
    own.parent.mkdir(parents=True)
    ended = subprocess.run([sys.executable, "-c", NAME_OF_ANOTHER], capture_output=True, text=True, check=True)
    old, new = dt.timedelta(days=8), dt.timedelta(days=6)
    gone = left(own.parent, f"{ended.stdout.strip()}.toml", old)
    kept = [
        left(own.parent, own.name, old),
        left(own.parent, f"{ended.stdout.strip()}.txt", new),
        left(own.parent, "1.1@another-machine.toml", old),
    ]
    Repository(tmp_path, lambda: NOW).tidy()
    assert not gone.exists()
    assert all(path.exists() for path in kept)
