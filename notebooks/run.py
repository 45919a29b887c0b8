"""Execute a notebook into a folder, beside the files it makes: `python notebooks/run.py quickstart.ipynb out/`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from traitlets.config import Config

VIEW = "application/vnd.jupyter.widget-view+json"
# Of what is seen by these, there is a picture in an output of its own; and links would lead to files that aren't kept.
_DROPPED = re.compile(r"<video.*?</video>|<img [^>]*>|<style>.*?</style>|</?a\b[^>]*>", re.DOTALL)


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


def readable(notebook: Path) -> NotebookNode:
    """An executed notebook as it is kept here: what was made can be seen in it, but holds no film and no live panel."""
    content = nbformat.read(notebook, as_version=4)
    content.metadata.pop("widgets", None)
    for cell in content.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if VIEW not in output.get("data", {})]
            for output in cell.outputs:
                if "text/html" in output.get("data", {}):
                    output.data["text/html"] = _DROPPED.sub("", output.data["text/html"])
    return content


if __name__ == "__main__":
    source, target, *keep = map(Path, sys.argv[1:])
    print(f"Running {source} …", flush=True)
    executed = run(source, target)
    if keep == [Path("--keep")]:
        nbformat.write(readable(executed), source)
    films = ", ".join(str(film) for film in sorted(target.glob("*.mp4")))
    print(f"The film:              {films}\nThe executed notebook: {executed}\nTry it yourself:       make lab")
