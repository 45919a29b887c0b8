"""Execute a notebook into a folder, beside the files it makes: `python notebooks/run.py quickstart.ipynb out/`."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from traitlets.config import Config


def run(notebook: Path, folder: Path, timeout: int = 600) -> Path:
    """The executed notebook in `folder`. Raises `nbclient.exceptions.CellExecutionError` where a cell fails."""
    folder.mkdir(parents=True, exist_ok=True)
    content = nbformat.read(notebook, as_version=4)
    # Kernels warn of a connection that others on this machine could read along.
    config = Config({"KernelManager": {"transport_encryption": "auto"}})
    NotebookClient(content, timeout=timeout, resources={"metadata": {"path": str(folder)}}, config=config).execute()
    executed = folder / notebook.name
    nbformat.write(content, executed)
    return executed


if __name__ == "__main__":
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    print(f"Running {source} …", flush=True)
    executed = run(source, target)
    films = ", ".join(str(film) for film in sorted(target.glob("*.mp4")))
    print(f"The film:              {films}\nThe executed notebook: {executed}\nTry it yourself:       make lab")
