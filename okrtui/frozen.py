"""Frozen classes that cost next to nothing to make.

``dataclasses`` writes and compiles five methods a class, which for a hundred classes takes an eighth of the program's
start. These share theirs. Where a class needs more than fields and defaults, it is a dataclass.
"""

from collections.abc import Callable
from operator import attrgetter
from typing import Any, ClassVar, TypeVar, dataclass_transform, get_origin

_Class = TypeVar("_Class", bound=type)
_Value = TypeVar("_Value")


@dataclass_transform(frozen_default=True)
def frozen(kind: _Class) -> _Class:
    """Make a class a frozen value of the fields that its annotations name: equal and hashable by them."""
    own = vars(kind).get("__annotations__", {})
    fields = dict.fromkeys(getattr(kind, "__match_args__", ()))
    fields |= dict.fromkeys(name for name, hint in own.items() if get_origin(hint) is not ClassVar)
    names = tuple(fields)
    defaults = {name: getattr(kind, name) for name in names if hasattr(kind, name)}
    parts: Callable[[object], Any] = attrgetter(*names) if names else lambda _: ()

    def make(self: Any, *given: Any, **named: Any) -> None:
        values = self.__dict__
        values.update(defaults)
        values.update(zip(names, given, strict=False))
        values.update(named)
        if values.keys() != fields.keys() or len(given) > len(names):
            wrong = ", ".join(values.keys() ^ fields.keys()) or "too many values"
            raise TypeError(f"{kind.__name__}: {wrong}")

    def equals(self: Any, other: object) -> bool:
        return parts(self) == parts(other) if type(self) is type(other) else NotImplemented

    def as_text(self: Any) -> str:
        return f"{kind.__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name in names)})"

    made = {"__init__": make, "__eq__": equals, "__hash__": lambda self: hash(parts(self)), "__repr__": as_text}
    for name, what in {**made, "__setattr__": _refuse, "__delattr__": _refuse, "__match_args__": names}.items():
        if name not in vars(kind):
            setattr(kind, name, what)
    return kind


def replace(whole: _Value, **changes: Any) -> _Value:
    """The same value with some fields changed."""
    names: tuple[str, ...] = type(whole).__match_args__  # type: ignore[attr-defined]
    return type(whole)(**{name: getattr(whole, name) for name in names} | changes)


def _refuse(self: object, name: str, *_: object) -> None:
    raise AttributeError(f"{name} of a {type(self).__name__} cannot be changed")
