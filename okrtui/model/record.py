"""Frozen records with checked fields: what stands in a file, as values.

A plain value is read at once, by the readers in its field's annotation. What is not plain is left to pydantic, which
uses the same readers, makes of it what can be made and says all that is wrong. It takes longer to load than all else
that a start does with a plan, so it is loaded only then: see :mod:`okrtui.model.full_check`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform

from okrtui.model.record_fields import REQUIRED, Field, Unusual, fields_among

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema, ErrorDetails


class Invalid(ValueError):
    """Values that make no record."""

    def __init__(self, words: str, details: "list[ErrorDetails]") -> None:
        """``details`` are pydantic's, each with ``loc``, ``type``, ``msg``, ``input`` and ``ctx``."""
        super().__init__(words)
        self.details = details


@dataclass_transform(kw_only_default=True, frozen_default=True)
class Record:
    """A frozen value with checked fields, which its annotations name."""

    __slots__ = ("__dict__", "__pydantic_extra__", "__pydantic_fields_set__", "__pydantic_private__")

    FIELDS: ClassVar[Mapping[str, Field]] = {}
    """The fields by their names, in order."""
    KEEPS_UNKNOWN: ClassVar[bool] = False
    """Whether keys that are no field go along; else they are refused."""
    CHECKED: ClassVar[tuple[str, ...]] = ()
    """The fields that :meth:`check` looks at."""

    _BY_KEY: ClassVar[Mapping[str, Field]]
    """The fields by their names and by what a file calls them."""
    _BLANK: ClassVar[dict[str, Any]]
    """Every field in order with its default, or with ``REQUIRED``."""
    _REQUIRED: ClassVar[tuple[str, ...]]

    def __init_subclass__(cls) -> None:
        cls.FIELDS = {**cls.FIELDS, **{field.name: field for field in fields_among(cls)}}
        cls._BY_KEY = {key: field for field in cls.FIELDS.values() for key in (field.key, field.name)}
        cls._BLANK = {field.name: field.default for field in cls.FIELDS.values()}
        cls._REQUIRED = tuple(name for name, default in cls._BLANK.items() if default is REQUIRED)

    def __init__(self, **values: Any) -> None:
        """A record with these fields.

        Raises:
            Invalid: a value that a field cannot hold.
        """
        read = self.read(values)
        self._fill(read.__dict__, read.extra)

    @classmethod
    def read(cls, values: object) -> Self:
        """The record that plain values make, as a file or a person gives them.

        Raises:
            Invalid: they make none; says all that is wrong.
        """
        try:
            return cls.read_plain(values)
        except ValueError:
            return cls._checked_in_full(values)

    @classmethod
    def read_plain(cls, values: object) -> Self:
        """The record that values make which are plain throughout.

        Raises:
            ValueError: something of them is not; :meth:`read` may still make sense of it.
        """
        if isinstance(values, cls):
            return values
        if not isinstance(values, dict):
            raise Unusual
        known, fields = cls._BY_KEY, cls._BLANK.copy()
        for key, value in values.items():
            if (field := known.get(key)) is None:
                raise Unusual
            fields[field.name] = field.read(value)
        if any(fields[name] is REQUIRED for name in cls._REQUIRED):
            raise Unusual
        for name in cls.CHECKED:
            cls.check(name, fields[name], fields)
        return cls._of(fields, {})

    @classmethod
    def made(cls, **fields: Any) -> Self:
        """A record of values that need no check; what is left out has its default."""
        return cls._of({**cls._BLANK, **fields}, {})

    @classmethod
    def check(cls, name: str, value: Any, before: Mapping[str, Any]) -> None:
        """Look at the value of a field, beside those of the fields before it.

        Raises:
            ValueError: it does not go with them.
        """

    @property
    def extra(self) -> Mapping[str, Any]:
        """Keys of the file that are no field, with their plain values."""
        return self.__pydantic_extra__ or {}  # type: ignore[attr-defined]

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed, checked like a file.

        Raises:
            Invalid: a value that the field cannot hold.
            KeyError: no such field.
        """
        known = self.FIELDS
        try:
            fields = {**self.__dict__, **{name: known[name].read(value) for name, value in changes.items()}}
            for name in self.CHECKED:
                if name in changes:
                    self.check(name, fields[name], fields)
        except ValueError:
            return self._checked_in_full({**self.__dict__, **self.extra, **changes})
        return self._of(fields, self.extra)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record) or type(self) is not type(other):
            return NotImplemented
        return self.__dict__ == other.__dict__ and self.extra == other.extra

    def __hash__(self) -> int:
        return hash(tuple(self.__dict__.values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"{name} of a {type(self).__name__} cannot be changed")

    @classmethod
    def __get_pydantic_core_schema__(cls, _: object, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from okrtui.model.full_check import schema

        return schema(cls, handler)

    @classmethod
    def _checked_in_full(cls, values: object) -> Self:
        from okrtui.model.full_check import check

        return check(cls, values)

    @classmethod
    def _of(cls, fields: dict[str, Any], extra: Mapping[str, Any]) -> Self:
        record = cls.__new__(cls)
        record._fill(fields, extra)
        return record

    def _fill(self, fields: dict[str, Any], extra: Mapping[str, Any]) -> None:
        object.__setattr__(self, "__dict__", fields)
        object.__setattr__(self, "__pydantic_extra__", extra)
