"""What the program touches: its own directories, the terminal, the person's editor and tmux; nothing else."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

from okrtui.storage.repository import Repository
from tests.support.desk import clock
from tests.support.plans import small_plan
from tests.terminal.session import in_terminal

CALLS = "network,execve,openat,open,creat,rename,renameat,renameat2,mkdir,mkdirat,unlink,unlinkat,link,linkat,symlink"
STRACE = ["-f", "-qq", "-s", "300", "-e", f"trace={CALLS}"]
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_APPEND")
CHANGING = re.compile(r"\d+\s+(open|creat|rename|mkdir|unlink|link|symlink)")
NAMED = re.compile(r'"([^"]*)"')
PROGRAM = "import os, sys; os.execvp('strace', ['strace', '-o', *sys.argv[1:]])"


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed: apt-get install strace")
def test_a_session_reaches_no_network_and_writes_in_its_own_directories_alone(tmp_path: Path) -> None:
    Repository(tmp_path / "plans", clock).create(small_plan())
    log = tmp_path / "trace"
    bin_directory = tmp_path / "bin"
    bin_directory.mkdir()
    for name in ("tmux", "own-editor"):
        (bin_directory / name).write_text("#!/bin/sh\nexec /bin/cat > /dev/null < /dev/null\n")
        (bin_directory / name).chmod(0o700)
    words = [str(log), *STRACE, sys.executable, "-B", "-m", "okrtui"]
    path = f"{bin_directory}:{os.environ['PATH']}"
    with in_terminal(
        tmp_path, *words, program=["-c", PROGRAM], PATH=path, TMUX="none,1,0", EDITOR="own-editor"
    ) as session:
        session.wait_for("every change is saved at once")
        session.press("o", "Grow", "enter", "enter")
        session.wait_for('saved: added "Grow"')
        session.press("y")
        session.wait_for("through tmux")
        session.press("E")
        session.wait_for("nothing changed in the editor")
        session.press("6")
        session.wait_for("Markdown")
        session.press("1")
        session.wait_for("A add below")
        session.press("q")
        assert session.wait_for_end() == 0
    calls = log.read_text(errors="replace").splitlines()
    assert [line for line in calls if re.search(r"\bAF_INET6?\b|\b(connect|bind)\(", line)] == []
    started = {NAMED.findall(line)[0] for line in calls if "execve(" in line and line.endswith("= 0")}
    assert {Path(name).name for name in started} <= {Path(sys.executable).name, "tmux", "own-editor", "cat"}
    written = {
        name
        for line in calls
        if CHANGING.match(line) and ("open" not in line or WRITING.search(line)) and "= -1" not in line
        for name in NAMED.findall(line)
    }
    outside = {name for name in written if not name.startswith((str(tmp_path / "plans"), "/dev/"))}
    assert outside == set()
