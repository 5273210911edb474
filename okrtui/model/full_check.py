"""The full check of a record's values, by pydantic: what can be made of them, and all that is wrong with them."""

from functools import cache
from typing import Any, TypeVar

from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema, core_schema

from okrtui.model.record import Invalid, Record
from okrtui.model.record_fields import REQUIRED, Field

_AnyRecord = TypeVar("_AnyRecord", bound=Record)


def check(kind: type[_AnyRecord], values: object) -> _AnyRecord:
    """The record that the values make.

    Raises:
        Invalid: they make none.
    """
    try:
        record: _AnyRecord = _adapter(kind).validate_python(values)  # type: ignore[arg-type]
        return record
    except ValidationError as error:
        raise Invalid(str(error), error.errors(include_url=False)) from None


def schema(kind: type[Record], handler: GetCoreSchemaHandler) -> CoreSchema:
    """How pydantic checks this kind of record."""
    fields = core_schema.model_fields_schema(
        {field.name: _field(kind, field, handler) for field in kind.FIELDS.values()},
        model_name=kind.__name__,
    )
    unknown: core_schema.ExtraBehavior = "allow" if kind.KEEPS_UNKNOWN else "forbid"
    config = core_schema.CoreConfig(extra_fields_behavior=unknown, allow_inf_nan=False)
    return core_schema.model_schema(kind, fields, config=config)


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _field(kind: type[Record], field: Field, handler: GetCoreSchemaHandler) -> core_schema.ModelField:
    value = handler.generate_schema(field.hint)
    if field.name in kind.CHECKED:
        value = core_schema.with_info_after_validator_function(_beside(kind, field.name), value)
    if field.default is not REQUIRED:
        value = core_schema.with_default_schema(value, default_factory=lambda: field.default)  # as it is, no copy
    names = [[name] for name in dict.fromkeys((field.key, field.name))]
    return core_schema.model_field(value, validation_alias=names)  # type: ignore[arg-type]


def _beside(kind: type[Record], name: str) -> Any:
    def checked(value: Any, info: core_schema.ValidationInfo) -> Any:
        kind.check(name, value, info.data)
        return value

    return checked
