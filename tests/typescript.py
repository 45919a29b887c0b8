"""What the front end takes from Python: the draft's types, and the tables by which films move.

`make types` writes both.
`python -m tests.typescript` prints the types, `python -m tests.typescript effects` the tables.
"""

from __future__ import annotations

import json
import sys
import types
import typing
from dataclasses import fields
from typing import Any

from photo2video_widgets import schema, vocabulary
from photo2video_widgets.engine.render import animations, looks, motion, transitions

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


def effects() -> str:
    """The tables of transitions, animations, motions and easings, whole."""
    told, shown = transitions.as_data(), animations.as_data()
    blocks = [
        "// Made from photo2video_widgets/engine/render by `make types`; what the numbers mean is told there.\n"
        "// biome-ignore-all format: one line each\n",
        "export type Track = readonly (readonly [progress: number, value: number])[];\n",
    ]
    for kind in (transitions.Side, transitions.Matte, transitions.Transition, animations.Animation):
        lines = [f"  {field.name}: {_TOLD[str(field.type)]};\n" for field in fields(kind)]
        blocks.append(f"export interface {kind.__name__} {{\n{''.join(lines)}}}\n")
    blocks += [
        "export interface Look {\n"
        "  table: readonly (readonly [luma: number, u: number, v: number])[];\n"
        "  saturation: number;\n  glow: number;\n  spread: number;\n}\n",
        _table("LOOKS_DATA", "Look", looks.as_data()),
        _table("TRANSITIONS_DATA", "Transition", told["transitions"]),
        _table("ANIMATIONS_DATA", "Animation", shown["animations"]),
        _table("MOTIONS_DATA", "readonly [x: number, y: number, zoom: number]", motion.MOTIONS),
        _table("EASES", "readonly number[]", motion.EASES),
        f"export const CLOUDS = {_json(told['clouds'])} as const;\n",
        f"export const ANIMATION_LONGEST = {shown['longest']};\n\nexport const ANIMATION_MOST = {shown['most']};\n",
    ]
    return "\n".join(blocks)


# The types of the tables' fields.
_TOLD = {name: name for name in ("Track", "Side", "Matte")} | {
    "str": "string", "float": "number", "int": "number", "bool": "boolean",
}  # fmt: skip


def _table(name: str, kind: str, rows: typing.Mapping[str, Any]) -> str:
    lines = "".join(f"  {json.dumps(key)}: {_json(row)},\n" for key, row in rows.items())
    return f"export const {name}: Readonly<Record<string, {kind}>> = {{\n{lines}}};\n"


def _json(data: Any) -> str:
    return json.dumps(_whole(data))


def _whole(data: Any) -> Any:
    """Whole numbers without their point."""
    if isinstance(data, dict):
        return {key: _whole(item) for key, item in data.items()}
    if isinstance(data, list | tuple):
        return [_whole(item) for item in data]
    return int(data) if isinstance(data, float) and data.is_integer() else data


if __name__ == "__main__":
    print(effects() if "effects" in sys.argv else source(), end="")
