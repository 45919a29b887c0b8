"""The package as a whole: what it exports, who may import whom, what a wheel holds."""

from __future__ import annotations

import ast
import inspect
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import photo2video_widgets as p2v

from . import typescript

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "photo2video_widgets"

# Knowledge flows one way: a module may import those of its own level and below, never those above.
LEVELS = [
    ("errors", "phrases", "vocabulary", "schema", "cells", "tempo"),
    ("draft", "rules", "changes", "storyboard", "playing"),
    ("layout", "operations", "edits"),
    (
        "director",
        "photos",
        "intake",
        "kinds",
        "containers",
        "gate",
        "settings",
        "tokens",
        "fitting",
        "footage",
        "hdr",
        "video",
    ),
    ("engine",),
    ("wire", "upload", "hosted", "events", "exports", "pending", "notes", "turns"),
    (
        "remembered",
        "page",
        "session",
        "timeline",
        "reply",
        "client",
        "localfilm",
        "localsound",
        "watching",
        "blocking",
        "progress",
        "draftfile",
    ),
    ("making", "results"),
    ("batching",),
    ("widgets", "magic", "cli", "__main__"),
]
# The engine is started by the client as a process of its own; that is the one thing which either knows of the other.
DOORS = {("wire", "engine.process")}


def imports(file: Path) -> set[str]:
    """The modules of this package that a file imports, as dotted names below the package."""
    inside = file.relative_to(PACKAGE).with_suffix("").parts
    found = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom):
            if node.level:
                base = list(inside[: len(inside) - node.level])
                stem = base + (node.module.split(".") if node.module else [])
            elif node.module and node.module.split(".")[0] == PACKAGE.name:
                stem = node.module.split(".")[1:]
            else:
                continue
            names = [".".join(stem)] if stem else [alias.name for alias in node.names]
            found |= {name for name in names if name}
    return found


def test_knowledge_flows_one_way() -> None:
    level = {name: number for number, names in enumerate(LEVELS) for name in names}
    wrong = []
    for file in sorted(PACKAGE.rglob("*.py")):
        room = file.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if room == "__init__":
            continue
        for name in imports(file):
            target = name.split(".")[0]
            if target in level and level[target] > level[room]:
                wrong.append(f"{file.relative_to(PACKAGE)} imports {name}")
            if room == "wire" and target == "engine" and (room, name) not in DOORS:
                wrong.append(f"{file.relative_to(PACKAGE)} imports {name}")
    assert wrong == []


def test_exported_names_exist_and_are_documented() -> None:
    for name in p2v.__all__:
        value = getattr(p2v, name)
        assert name == "__version__" or value.__doc__, name
    with pytest.raises(AttributeError, match="has no attribute 'Panle'"):
        p2v.Panle  # noqa: B018


def members(value: object) -> Iterator[tuple[str, object]]:
    """What a class or a module of this package has for everybody."""
    for name, member in inspect.getmembers_static(value):
        of = getattr(member, "__module__", None) or getattr(getattr(member, "fget", None), "__module__", None)
        if name[0] != "_" and str(of or type(member).__module__).startswith((PACKAGE.name, "functools")):
            yield name, member


def test_help_tells_what_every_public_name_is_for() -> None:
    told = {name: getattr(p2v, name) for name in p2v.__all__ if name != "__version__"}
    inside = {
        f"{name}.{member}": value
        for name, thing in told.items()
        if inspect.isclass(thing) or inspect.ismodule(thing)
        for member, value in members(thing)
    }
    assert {"Panel.add", "Panel.timeline", "Draft.width", "Session.undo", "edits.set_look"} <= inside.keys()
    assert [name for name, value in {**told, **inside}.items() if not inspect.getdoc(value)] == []
    names = dir(p2v.Panel.__new__(p2v.Panel))
    assert [n for n in names if f"Panel.{n}" not in inside and f"`{n}`" not in str(p2v.Panel.__doc__)] == []


def test_importing_loads_nothing_heavy() -> None:
    code = (
        "import sys, photo2video_widgets as p; p.Draft, p.edits, p.connect;"
        "heavy = ('av', 'cv2', 'numpy', 'PIL', 'anywidget', 'starlette', 'httpx');"
        "print([name for name in heavy if name in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


@pytest.mark.skipif(os.name == "nt" or not shutil.which("make"), reason="needs make")
def test_jupyterlab_starts_for_root_too() -> None:
    told = subprocess.run(["make", "--dry-run", "lab"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert ("--allow-root" in told) == (os.getuid() == 0)


def test_the_front_ends_types_are_those_of_the_draft() -> None:
    written = (ROOT / "js" / "src" / "draft.generated.ts").read_text("utf-8")
    assert written == typescript.source(), "run `make types`"


def test_the_front_ends_effects_are_those_of_the_renderer() -> None:
    written = (ROOT / "js" / "src" / "effects.generated.ts").read_text("utf-8")
    assert written == typescript.effects(), "run `make types`"


STATIC = ("panel.js", "part.js", "painting.js", "chinese.js", "LICENSES.txt")


def test_a_wheel_brings_the_built_front_end_and_works_in_a_clean_environment(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    constraints = ["-c", str(ROOT / "constraints.txt")]
    build = [*pip, "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True)
    wheel = next(tmp_path.glob("*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {f"photo2video_widgets/static/{name}" for name in STATIC} <= names
    assert any(name.endswith("inter-latin-400.ttf") for name in names)
    assert not any("node_modules" in name for name in names)
    place = "/data/share/jupyter/labextensions/photo2video-widgets/"
    extension = {name.partition(place)[2] for name in names if place in name}
    assert {"package.json", "install.json"} < extension
    assert any(name.startswith("static/remoteEntry.") for name in extension)

    clean = tmp_path / "clean"
    venv.create(clean, with_pip=True)
    python = clean / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [str(python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", *constraints, str(wheel)]
    subprocess.run(install, check=True)
    code = (
        "import photo2video_widgets as p2v; panel = p2v.Panel(); assert len(panel._esm) > 1000;"
        "print(panel.session.revision, len(panel.accept) > 5)"
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    ran = subprocess.run([str(python), "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == "0 True"
