"""Operations: changes to a draft as data that can be sent, logged and replayed, and the history of drafts."""

from __future__ import annotations

import functools
import inspect
import types
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Concatenate, ParamSpec

from .draft import Draft
from .errors import DraftError
from .layout import Data, complete, filled

P = ParamSpec("P")


_TOO_FOREIGN = "this draft is shaped in a way that can't be edited by hand"


@dataclass(frozen=True)
class Operation:
    """One change as data: its name and its arguments. Called on a draft it gives the changed draft."""

    name: str
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def __call__(self, draft: Draft) -> Draft:
        return apply(draft, [self])

    def to_json(self) -> dict[str, Any]:
        """The operation as the wire carries it: `{"op": name, **arguments}`."""
        return {"op": self.name, **self.arguments}


@dataclass(frozen=True)
class _Definition:
    change: Callable[..., None]
    signature: inspect.Signature
    annotations: Mapping[str, Any]


_definitions: dict[str, _Definition] = {}


def operation(change: Callable[Concatenate[Data, P], None]) -> Callable[P, Operation]:
    """Turn a function that changes the JSON of a draft in place into a builder of operations."""
    name = change.__name__
    full = inspect.signature(change)
    signature = full.replace(parameters=list(full.parameters.values())[1:], return_annotation=Operation)
    _definitions[name] = _Definition(change, signature, typing.get_type_hints(change))

    @functools.wraps(change)
    def build(*args: P.args, **kwargs: P.kwargs) -> Operation:
        given = signature.bind(*args, **kwargs).arguments
        return Operation(name, {key: value for key, value in given.items() if value is not None})

    build.__signature__ = signature  # type: ignore[attr-defined]
    return build


def from_json(operations: object) -> list[Operation]:
    """Read operations as the wire carries them, checking names and types.

    Raises `DraftError` with the path of what is wrong: `operations[2].duration: must be a whole number, not 'x'`.
    """
    if not isinstance(operations, Sequence) or isinstance(operations, str | bytes):
        raise DraftError("operations", 'must be a list of objects like {"op": "set_length", "duration": 20000}')
    return [_read(item, f"operations[{place}]") for place, item in enumerate(operations)]


def _read(item: object, path: str) -> Operation:
    if not isinstance(item, Mapping):
        raise DraftError(path, "must be an object with an op")
    name = item.get("op")
    definition = _definitions.get(name) if isinstance(name, str) else None
    if definition is None:
        raise DraftError(f"{path}.op", f"must be one of {', '.join(_definitions)}")
    arguments = {key: value for key, value in item.items() if key != "op"}
    parameters = definition.signature.parameters
    for key, value in arguments.items():
        if key not in parameters:
            raise DraftError(f"{path}.{key}", f"{name} takes {', '.join(parameters) or 'no arguments'}")
        if not fits(value, definition.annotations[key]):
            wanted = parameters[key].annotation
            raise DraftError(f"{path}.{key}", f"must be {wanted}, not {value!r:.40}")
    for key, parameter in parameters.items():
        if parameter.default is parameter.empty and key not in arguments:
            raise DraftError(f"{path}.{key}", "is missing")
    return Operation(str(name), arguments)


def fits(value: object, wanted: Any) -> bool:
    if typing.get_origin(wanted) in (types.UnionType, typing.Union):
        return any(fits(value, one) for one in typing.get_args(wanted))
    if wanted is type(None):
        return value is None
    if wanted is float:
        return isinstance(value, int | float) and not isinstance(value, bool)
    if wanted is int:
        return isinstance(value, int) and not isinstance(value, bool)
    if typing.get_origin(wanted) is list:
        return isinstance(value, list) and all(fits(item, typing.get_args(wanted)[0]) for item in value)
    if typing.get_origin(wanted) is dict:
        return isinstance(value, dict) and all(isinstance(key, str) for key in value)
    return isinstance(value, wanted)


def apply(draft: Draft, operations: Iterable[Operation], *, foreign: bool = False) -> Draft:
    """The draft after all the operations, checked; raises `DraftError` and changes nothing where one can't be done.

    A `foreign` draft is one that another service made: what it leaves out is filled in, and it isn't held to our rules.
    """
    data = filled(draft) if foreign else draft.data
    for place, operation in enumerate(operations):
        path = f"operations[{place}]"
        definition = _definitions.get(operation.name)
        if definition is None:
            raise DraftError(f"{path}.op", f"must be one of {', '.join(_definitions)}")
        complete(data)
        try:
            definition.change(data, **operation.arguments)
        except DraftError as wrong:
            raise DraftError(f"{path}.{wrong.path}" if wrong.path else path, wrong.problem) from None
        except TypeError:
            # Only an operation that was built by hand gets here: what comes by wire has been read by `from_json`.
            definition.signature.bind(**operation.arguments)
            if foreign:
                raise DraftError(path, _TOO_FOREIGN) from None
            raise
        except (KeyError, ValueError, AttributeError, ArithmeticError):
            if foreign:
                raise DraftError(path, _TOO_FOREIGN) from None
            raise
    changed = Draft.owning(data)
    if not foreign:
        changed.check()
    return changed


class History:
    """Drafts one after the other, with undo and redo. An undo gives the earlier draft exactly, ids too."""

    def __init__(self, draft: Draft) -> None:
        self._drafts = [draft]
        self._place = 0

    @property
    def draft(self) -> Draft:
        return self._drafts[self._place]

    def push(self, draft: Draft) -> None:
        """Make `draft` the present one; what had been undone is forgotten. An equal draft is no change."""
        if draft != self.draft:
            self._drafts[self._place + 1 :] = [draft]
            self._place += 1

    def step(self, by: int) -> bool:
        """Go back (-1) or forth (+1) as many times as `by` says, or as there are; False where there is nothing."""
        place = min(max(0, self._place + by), len(self._drafts) - 1)
        moved = place != self._place
        self._place = place
        return moved
