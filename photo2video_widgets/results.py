"""What became of a batch: a table for a cell, a terminal and code."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .phrases import say

DONE, KEPT, FAILED = "done", "kept", "failed"


@dataclass(frozen=True)
class Result:
    """What became of a wish: "done", "kept" (it was there already) or "failed", with the `problem` in words."""

    album: str
    status: str
    film: Path
    duration: float = 0.0
    size: int = 0
    problem: str = ""


@dataclass(frozen=True)
class Results:
    """What became of a batch, in its order. As a cell's value it is a table."""

    rows: tuple[Result, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Result]:
        return iter(self.rows)

    def __getitem__(self, number: int) -> Result:
        return self.rows[number]

    @property
    def failed(self) -> tuple[Result, ...]:
        """Those that came to nothing."""
        return tuple(row for row in self.rows if row.status == FAILED)

    def records(self) -> list[dict[str, Any]]:
        """The table as plain data, for `pandas.DataFrame(…)`."""
        return [
            {
                "album": row.album, "status": row.status, "film": row.film.name, "seconds": round(row.duration, 2),
                "MB": round(row.size / 1e6, 1), "problem": row.problem,
            }
            for row in self.rows
        ]  # fmt: skip

    def _cells(self) -> list[list[str]]:
        head = [say(f"batch-{name}") for name in ("album", "status", "film", "length", "size", "problem")]
        lines = [head]
        for row in self.rows:
            made = row.status != FAILED
            length, size = (f"{row.duration:.1f} s", f"{row.size / 1e6:.1f} MB") if made else ("", "")
            status = say(f"batch-{row.status}")
            lines.append([row.album, status, row.film.name if made else "", length, size, row.problem])
        return lines

    def __str__(self) -> str:
        lines = self._cells()
        widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
        return "\n".join(
            "  ".join(cell + " " * (wide - _width(cell)) for cell, wide in zip(line, widths, strict=True)).rstrip()
            for line in lines
        )

    def __repr__(self) -> str:
        return f"<Results: {len(self)} films, {len(self.failed)} failed>"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        head, *lines = [[html.escape(cell) for cell in line] for line in self._cells()]
        body = "".join(f"<tr><td>{'</td><td>'.join(line)}</td></tr>" for line in lines)
        table = f"<table><thead><tr><th>{'</th><th>'.join(head)}</th></tr></thead><tbody>{body}</tbody></table>"
        return {"text/plain": str(self), "text/html": table}


def _width(text: str) -> int:
    """How many columns of a terminal a text takes: two for each Chinese character."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
