"""The memory of a process, where the system tells it: Linux alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def peak() -> float:
    """The most memory (MiB) that this process ever held, or held since `forget`.

    `getrusage` doesn't tell: its figure survives an exec, so that a child begins with the peak of its parent.
    """
    status = Path("/proc/self/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()[1]) / 1024


def forget() -> None:
    """Count the peak anew from what is held now."""
    Path("/proc/self/clear_refs").write_text("5")


def figures(code: str) -> list[float]:
    """The numbers that a process of its own prints, which runs this code and has `peak` at hand."""
    head = "from tests.memory import forget, peak\n"
    child = subprocess.run([sys.executable, "-c", head + code], capture_output=True, text=True, check=True, cwd=ROOT)
    return [float(word) for word in child.stdout.split()]
