"""The program's own source as syntax trees, for tests that look over all of it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "okrtui"


@dataclass(frozen=True)
class Module:
    """One module of the program."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        """Its path below the repository, with slashes."""
        return self.path.relative_to(ROOT).as_posix()

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call with the name of what is called: ``notify``, ``date.today``, ``os.system``."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield dotted(node.func), node

    def imports(self) -> Iterator[str]:
        """Every module that is imported, relative ones left out."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level:
                yield node.module or ""
                yield from (f"{node.module}.{alias.name}" for alias in node.names)

    def at(self, node: ast.expr | ast.stmt) -> str:
        """Where something stands, for a message."""
        return f"{self.name}:{node.lineno}"


def dotted(node: ast.expr) -> str:
    """The name of what an expression names: the last two parts of a dotted one."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value).rpartition(".")[2]
        return f"{before}.{node.attr}" if before else node.attr
    return ""


@cache
def modules() -> tuple[Module, ...]:
    """All modules of the program."""
    return tuple(
        Module(path, text := path.read_text("utf-8"), ast.parse(text)) for path in sorted(PACKAGE.rglob("*.py"))
    )
