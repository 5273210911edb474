"""What a reader of the source can rely on, and what a plan on a shared server relies on."""

import ast
import re
from collections.abc import Iterator

from tests.architecture.source import Module, dotted, modules

MOST_LINES = 400
MOST_FUNCTION_LINES = 60
WRITER = "okrtui/storage/atomic.py"
LOCK = "okrtui/storage/lock.py"  # writes into its own lock file who holds it, and into no other
NO_IMPORTS = {
    "shutil",
    "pickle",
    "marshal",
    "shelve",
    "socket",
    "urllib",
    "http",
    "ftplib",
    "smtplib",
    "requests",
    "yaml",
}
NO_CALLS = {"eval", "exec", "compile", "os.system", "os.popen", "__import__"}
WRITES = {"write_text", "write_bytes"}
CLOCKS = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time"}


def functions(module: Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_no_module_is_too_long_to_be_read_in_one_go() -> None:
    long = {module.name: lines for module in modules() if (lines := len(module.text.splitlines())) > MOST_LINES}
    assert long == {}


def test_no_function_is_too_long_to_be_seen_at_once() -> None:
    long = {
        f"{module.at(found)} {found.name}": lines
        for module in modules()
        for found in functions(module)
        if (lines := (found.end_lineno or 0) - found.lineno + 1) > MOST_FUNCTION_LINES
    }
    assert long == {}


def test_every_module_says_what_it_is_for() -> None:
    assert [
        module.name for module in modules() if not (ast.get_docstring(module.tree) or "").endswith((".", "?"))
    ] == []


def test_files_are_written_in_one_place_so_that_no_plan_is_half_written() -> None:
    found = [
        module.at(call)
        for module in modules()
        if module.name not in (WRITER, LOCK)
        for name, call in module.calls()
        if name.rpartition(".")[2] in WRITES or _opens_to_write(name, call)
    ]
    assert found == []


def _opens_to_write(name: str, call: ast.Call) -> bool:
    """Whether it opens a file to write it, other than the null device, a terminal or a lock."""
    last = name.rpartition(".")[2]
    if last not in {"open", "fdopen", "mkstemp", "NamedTemporaryFile"}:
        return False
    if last in {"mkstemp", "NamedTemporaryFile"}:
        return True
    if name == "os.open":
        flags = {dotted(node) for node in ast.walk(call) if isinstance(node, ast.Attribute)}
        return bool(flags & {"os.O_CREAT", "os.O_TRUNC", "os.O_APPEND"})
    words = [node.value for node in ast.walk(call) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return any(re.fullmatch(r"[rwxab+t]*[wxa+][rwxab+t]*", word) for word in words)


def test_nothing_runs_what_it_reads_and_nothing_reaches_the_network() -> None:
    found = [
        f"{module.name} imports {name}"
        for module in modules()
        for name in module.imports()
        if name.partition(".")[0] in NO_IMPORTS
    ]
    found += [
        f"{module.at(call)} calls {name}" for module in modules() for name, call in module.calls() if name in NO_CALLS
    ]
    found += [
        f"{module.at(call)} uses a shell"
        for module in modules()
        for _, call in module.calls()
        for keyword in call.keywords
        if keyword.arg == "shell"
    ]
    assert found == []


def test_the_clock_is_asked_by_the_command_line_alone() -> None:
    found = [
        module.at(call)
        for module in modules()
        if not module.name.startswith("okrtui/cli/")
        for name, call in module.calls()
        if name in CLOCKS
    ]
    assert found == []


def test_the_environment_is_read_by_the_command_line_alone() -> None:
    found = [
        module.at(node)
        for module in modules()
        if not module.name.startswith("okrtui/cli/")
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and dotted(node) in {"os.environ", "os.getenv", "sys.argv"}
    ]
    assert found == []


def test_no_text_is_escaped_by_the_function_that_misses_some() -> None:
    for module in modules():
        assert not {"textual.markup.escape", "rich.markup.escape"} & set(module.imports()), module.name


def test_other_programs_are_started_in_two_places_and_the_clipboard_is_written_in_one() -> None:
    allowed = {
        "subprocess.run": {"okrtui/storage/own_editor.py", "okrtui/tui/clipboard.py"},
        "app.copy_to_clipboard": {"okrtui/tui/clipboard.py"},
    }
    starts = {"Popen", "call", "check_call", "check_output", "execv", "execve", "spawnv", "posix_spawn", "fork", "run"}
    found = [
        f"{module.at(call)} calls {name}"
        for module in modules()
        for name, call in module.calls()
        if (name.rpartition(".")[2] in starts and name.split(".")[0] in {"subprocess", "os", "asyncio"})
        or name.endswith("copy_to_clipboard")
        if module.name not in allowed.get(name, set())
    ]
    assert found == []


def test_nothing_lies_in_a_shared_directory() -> None:
    found = [module.name for module in modules() if "gettempdir" in module.text or '"/tmp' in module.text]
    assert found == []
