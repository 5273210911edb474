"""A quarter file's bytes to a plan and back, to the byte and the decimal."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from okrtui.i18n import tr, tr_n
from okrtui.model.numbers import format_count
from okrtui.model.plan import MAX_SCHEMA, SCHEMA, Plan
from okrtui.model.quarter import Quarter
from okrtui.model.record import Invalid
from okrtui.model.tree import new_id
from okrtui.storage.document import same, to_document
from okrtui.storage.errors import FileError, ReadOnlyError
from okrtui.storage.item_texts import Unusual, text_of
from okrtui.storage.locate import Place, index_lines, line_of, words
from okrtui.storage.toml_reader import read_toml
from okrtui.storage.toml_writer import write_toml

MAX_BYTES = 4_000_000
"""The largest quarter file that is read or written."""

MAX_ITEMS = 12_000
"""The most objectives, key results and actions of a quarter, taken together."""

MAX_CHECK_INS = 20_000
"""The most check-ins of a quarter."""

FIRST_LINE = "# okrtui writes this file. Comments are not kept: every item has notes for them.\n"
"""The first line of each file that the program wrote."""

_HOLDERS = ("objectives", "key_results", "actions", "not_now")
"""Lists whose items have ids."""


def decode(data: bytes, path: Path) -> Plan:
    """The plan in a quarter file's bytes.

    A newer format that this version can still make sense of is read too; see :func:`is_newer`.

    Raises:
        ReadOnlyError: a newer version wrote it in a way that this one does not know.
        FileError: the bytes are no plan; says where in the file, what is wrong and what to do.
    """
    values, text = read_toml(data, path)
    if "schema_version" in values:
        raise FileError(
            path,
            # for translators: schema is a name in a file; said of a wrong name
            tr("is called {name}", name="schema"),
            tr("write {line}", line="schema = 1"),
            line=line_of(index_lines(text), ["schema_version"]),
            field="schema_version",
        )
    _check_size(values, path)
    _fill_ids(values)
    plan = _plan(values, path, text)
    _check_ids(values, path, text)
    _check_name(plan, path, text)
    return plan


def _plan(values: Mapping[str, Any], path: Path, text: str) -> Plan:
    """The plan that the values make, or what is wrong with them."""
    try:
        return Plan.read(values)
    except Invalid as error:
        schema = values.get("schema")
        if isinstance(schema, int) and SCHEMA < schema <= MAX_SCHEMA:
            raise ReadOnlyError(
                path,
                written_by_a_newer(schema),
                tr("update okrtui to open it"),
                line=line_of(index_lines(text), ["schema"]),
                field="schema",
            ) from None
        from okrtui.storage.explain import explain

        raise explain(error, path, text) from None


def encode(plan: Plan) -> bytes:
    """The bytes of a plan's quarter file, read back and compared before they are given out.

    Raises:
        FileError: the plan cannot be written so that the same plan would be read again.
    """
    path = Path(f"{plan.quarter}.toml")
    if is_newer(plan):
        what = tr("not saved: its schema is {number}", number=plan.schema_version)
        raise ReadOnlyError(path, what, tr("write {line}", line=f"schema = {SCHEMA}"))
    try:
        data = (FIRST_LINE + text_of(plan, MAX_ITEMS, MAX_CHECK_INS)).encode("utf-8")
    except Unusual:
        return _encoded_whole(plan, path)
    return data if len(data) <= MAX_BYTES else _encoded_whole(plan, path)


def _encoded_whole(plan: Plan, path: Path) -> bytes:
    """The bytes, written and read back as a whole.

    Raises:
        FileError: they cannot be; says why.
    """
    document = to_document(plan)
    try:
        data = (FIRST_LINE + write_toml(document)).encode("utf-8")
    except UnicodeEncodeError:
        raise FileError(
            path,
            tr("not saved: holds half a character, which no file can keep"),
            tr("type that text again"),
            field=_broken_text(document),
        ) from None
    except (TypeError, ValueError, RecursionError) as error:
        raise FileError(path, _not_saved(str(error)), tr("undo the last change")) from error
    if len(data) > MAX_BYTES:
        raise FileError(
            path,
            tr("not saved: it would be larger than {size} MB", size=MAX_BYTES // 1_000_000),
            tr("shorten the longest notes"),
        )
    try:
        again = decode(data, path)
    except FileError as error:
        raise FileError(path, _not_saved(error.what), error.do, field=error.field) from error
    if not same(to_document(again), document):
        raise FileError(path, tr("not saved: it would not be read back as it is"), tr("undo the last change"))
    return data


def _not_saved(problem: str) -> str:
    # for translators: what is wrong with the file, as a clause without its subject
    return tr("not saved: {problem}", problem=problem)


def written_by_a_newer(schema: int) -> str:
    """That a file has a schema that only a newer version of the program knows."""
    # for translators: a schema is the version of the way in which files are written
    return tr(
        "a newer okrtui wrote this file (its schema is {theirs}, this okrtui knows {ours})", theirs=schema, ours=SCHEMA
    )


def is_newer(plan: Plan) -> bool:
    """Whether a newer version of the program wrote the plan, so that this one must not."""
    return plan.schema_version > SCHEMA


def _items(values: Mapping[str, Any], place: Place = ()) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Every table with an id, with its place, whatever else is wrong with the values."""
    for holder in _HOLDERS:
        found = values.get(holder)
        for index, item in enumerate(found if isinstance(found, list) else []):
            if isinstance(item, dict):
                here = (*place, holder, index)
                yield here, item
                yield from _items(item, here)


def _check_size(values: Mapping[str, Any], path: Path) -> None:
    """Refuse more than anybody plans and the screen can draw, before minutes are spent on it."""
    items = [(place, item) for place, item in _items(values) if place[0] != "not_now"]
    if len(items) > MAX_ITEMS:
        raise FileError(
            path,
            # for translators: said of a file; count is the number
            tr_n(
                "holds {count} objective, key result or action",
                "holds {count} objectives, key results and actions",
                len(items),
                count=format_count(len(items)),
            ),
            tr("keep at most {most} in a quarter", most=format_count(MAX_ITEMS)),
        )
    found = [item.get("check_ins") for _, item in items]
    check_ins = sum(len(held) for held in found if isinstance(held, list))
    if check_ins > MAX_CHECK_INS:
        raise FileError(
            path,
            # for translators: said of a file; count is the number
            tr_n("holds {count} check-in", "holds {count} check-ins", check_ins, count=format_count(check_ins)),
            tr("keep at most {most} in a quarter", most=format_count(MAX_CHECK_INS)),
        )


def _fill_ids(values: Mapping[str, Any]) -> None:
    """Give items written by hand an id made of place and title, the same one at each load."""
    items = list(_items(values))
    taken = {item["id"] for _, item in items if isinstance(item.get("id"), str)}
    for place, item in items:
        if item.get("id", "") == "":
            seed = f"{place} {item.get('title', item.get('request', ''))}".encode("utf-8", "replace")
            fresh = new_id(taken, _chooser(seed))
            taken.add(fresh)
            item["id"] = fresh


def _chooser(seed: bytes) -> Callable[[str], str]:
    numbers = (byte for turn in count() for byte in hashlib.sha256(seed + b"%d" % turn).digest())
    return lambda alphabet: alphabet[next(numbers) % len(alphabet)]


def _check_ids(values: Mapping[str, Any], path: Path, text: str) -> None:
    seen: dict[str, Place] = {}
    for place, item in _items(values):
        first = seen.setdefault(item["id"], place)
        if first is not place:
            lines = index_lines(text)
            raise FileError(
                path,
                # for translators: item is such as: objective 2, key result 1
                tr(
                    "'{id}' is also the id of {item} (line {number})",
                    id=item["id"],
                    item=words(first),
                    number=line_of(lines, (*first, "id")),
                ),
                tr("delete this line and a new id is made"),
                line=line_of(lines, (*place, "id")),
                field=words((*place, "id")),
            )


def _check_name(plan: Plan, path: Path, text: str) -> None:
    try:
        named = Quarter.parse(path.stem)
    except ValueError:
        return  # an earlier version or a file to be checked may be called anything
    if plan.quarter != named:
        raise FileError(
            path,
            # for translators: said of a quarter in a file
            tr("is {quarter}, but the file is called {name}", quarter=plan.quarter, name=path.name),
            tr("write {line}, or give the file another name", line=f'quarter = "{named}"'),
            line=line_of(index_lines(text), ["quarter"]),
            field="quarter",
        )


def _broken_text(value: object, place: Place = ()) -> str | None:
    """Where the text with half a character stands, in people's words."""
    if isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            return words(place)
        return None
    parts: list[tuple[int | str, Any]] = []
    if isinstance(value, Mapping):
        parts = list(value.items())
    elif isinstance(value, list):
        parts = list(enumerate(value))
    found = (_broken_text(part, (*place, key)) for key, part in parts)
    return next((where for where in found if where), None)
