"""What the annotations of a record say of its fields: what each is called in a file, and how its value is read."""

from collections.abc import Callable, Iterable, Sequence
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Final, Literal, NamedTuple, Union, get_args, get_origin

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

REQUIRED: Final = object()
"""In the place of a default: there is none."""

Read = Callable[[Any], Any]
"""Gives a field's value for the one that was given, or raises ValueError."""


class Unusual(ValueError):
    """A value that is not plain, whatever else it is."""


class Reader:
    """In an annotation: how a value is read."""

    def __init__(self, read: Read) -> None:
        """``read`` raises ValueError with words for the person, and gives what it has read before back as it is."""
        self.read = read

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.read, handler(source))


class Limits:
    """In an annotation, before its reader: the least and the most of a number, or the longest text."""

    def __init__(self, ge: int | None = None, le: int | None = None, max_length: int | None = None) -> None:
        """The limits; None where there is none."""
        self.ge, self.le, self.max_length = ge, le, max_length

    def read(self, value: Any) -> Any:
        """The value itself, where it is within.

        Raises:
            Unusual: it is not.
        """
        if (
            (self.ge is not None and value < self.ge)
            or (self.le is not None and value > self.le)
            or (self.max_length is not None and len(value) > self.max_length)
        ):
            raise Unusual
        return value

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        limits = {"ge": self.ge, "le": self.le, "max_length": self.max_length}
        limited: Any = {**handler(source), **{name: limit for name, limit in limits.items() if limit is not None}}
        return limited  # type: ignore[no-any-return]


class Exact:
    """In an annotation: a value of this very type, and nothing that could be taken for one."""

    def __init__(self, kind: type) -> None:
        """The type."""
        self._kind = kind

    def read(self, value: Any) -> Any:
        """The value itself, where it is of the type.

        Raises:
            Unusual: it is not.
        """
        return value if type(value) is self._kind else _refuse()

    def __get_pydantic_core_schema__(self, source: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        exact: Any = {**handler(source), "strict": True}
        return exact  # type: ignore[no-any-return]


class Key(str):
    """In an annotation: what the field is called in a file, where a field of Python cannot be called so."""


class Field(NamedTuple):
    """What is known of a field."""

    name: str
    key: str
    """Its name in a file."""
    hint: Any
    """Its annotation."""
    default: Any
    """``REQUIRED`` where there is none."""
    read: Read


def fields_among(owner: type) -> Iterable[Field]:
    """The fields that a class itself names, in order."""
    for name, hint in owner.__dict__.get("__annotations__", {}).items():  # noqa: RUF063 -- inspect is slow to load
        if get_origin(hint) is not ClassVar:
            keys = [str(note) for note in getattr(hint, "__metadata__", ()) if isinstance(note, Key)]
            yield Field(name, keys[0] if keys else name, hint, getattr(owner, name, REQUIRED), _reader(hint))


def _reader(hint: Any) -> Read:
    """How a value with this annotation is read."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        reads = [note.read for note in reversed(hint.__metadata__) if isinstance(note, Reader | Limits | Exact)]
        return _in_turn([*reads, _reader(inner[0])] if get_origin(inner[0]) is Literal else reads)
    if origin in (Union, UnionType):
        (some,) = (_reader(part) for part in inner if part is not NoneType)
        return lambda value: None if value is None else some(value)
    if origin is Literal:
        return lambda value: value if isinstance(value, str) and value in inner else _refuse()
    if origin is tuple:
        return _each(_reader(inner[0]))
    if origin is dict:
        return _each_value(_reader(inner[1]))
    if hasattr(hint, "read_plain"):
        return hint.read_plain  # type: ignore[no-any-return]
    if hint is Any:
        return lambda value: value
    return lambda value: value if type(value) is hint else _refuse()


def _in_turn(reads: Sequence[Read]) -> Read:
    if len(reads) == 1:
        return reads[0]

    def read(value: Any) -> Any:
        for one in reads:
            value = one(value)
        return value

    return read


def _each(read: Read) -> Read:
    return lambda value: tuple([read(part) for part in value]) if isinstance(value, list | tuple) else _refuse()


def _each_value(read: Read) -> Read:
    return lambda value: {key: read(part) for key, part in value.items()} if isinstance(value, dict) else _refuse()


def _refuse() -> Any:
    raise Unusual
