"""The messages in the code, found in its syntax tree: also those in an f-string, which Babel passes over."""

import ast
from collections.abc import Collection, Iterator, Mapping
from typing import IO

Found = tuple[int, str, str | tuple[str | None, ...], list[str]]
"""A message as Babel wants it: line, function, its texts, the comments for translators."""


def messages_in(
    file: IO[bytes], keywords: Mapping[str, object], comment_tags: Collection[str], options: object
) -> Iterator[Found]:
    """The messages in a file of Python; see Babel's interface for extraction methods."""
    source = file.read().decode()
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in keywords:
            texts = tuple(
                part.value if isinstance(part, ast.Constant) and isinstance(part.value, str) else None
                for part in node.args
            )
            yield node.lineno, node.func.id, texts, _comments_above(node.lineno, lines, comment_tags)


def _comments_above(line: int, lines: list[str], tags: Collection[str]) -> list[str]:
    """The comment that ends above a line, from where it begins with a tag; empty where it has none."""
    comment: list[str] = []
    for above in reversed(lines[: line - 1]):
        words = above.strip()
        if not words.startswith("#"):
            break
        comment.insert(0, words.removeprefix("#").strip())
        if comment[0].startswith(tuple(tags)):
            return comment
    return []
