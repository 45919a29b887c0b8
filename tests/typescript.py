"""The draft's TypeScript types, made from its Python model; `make types` writes them."""

from __future__ import annotations

import types
import typing
from typing import Any

from photo2video_widgets import schema, vocabulary

_PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}


def source() -> str:
    """The whole file."""
    models = [model for model in vars(schema).values() if typing.is_typeddict(model)]
    blocks = ["// Made from photo2video_widgets/schema.py by `make types`.\n"]
    blocks += [_interface(model) for model in models]
    for name in ("TRANSITIONS", "MOTIONS", "LOOKS", "MOODS", "POSITIONS", "ROLES"):
        names = [f'"{item}"' for item in getattr(vocabulary, name)]
        line = f"export const {name} = [{', '.join(names)}] as const;\n"
        # As the front end's formatter would have it, so that a check of its style has nothing to say.
        lines = "".join(f"  {item},\n" for item in names)
        blocks.append(line if len(line) <= 111 else f"export const {name} = [\n{lines}] as const;\n")
    return "\n".join(blocks)


def _interface(model: type) -> str:
    required: frozenset[str] = model.__required_keys__  # type: ignore[attr-defined]
    hints = typing.get_type_hints(model).items()
    lines = [f"  {key}{'' if key in required else '?'}: {_type(kind)};\n" for key, kind in hints]
    return f"export interface {_name(model)} {{\n{''.join(lines)}}}\n"


def _name(model: type) -> str:
    name = model.__name__
    return name if name.endswith("Meta") else name.removesuffix("Data")


def _type(kind: Any) -> str:
    if typing.is_typeddict(kind):
        return _name(kind)
    if typing.get_origin(kind) is list:
        return f"{_type(typing.get_args(kind)[0])}[]"
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        return " | ".join(_type(one) for one in typing.get_args(kind))
    return _PLAIN[kind]


if __name__ == "__main__":
    print(source(), end="")
