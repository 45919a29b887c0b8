"""Edits by hand against a service that takes words only: operations that lie on top of its last draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..draft import Draft
from ..errors import DraftError
from ..operations import Operation, apply

Looks = dict[str, tuple[int, str, str, str]]


@dataclass(frozen=True)
class _Edit:
    """An operation, and what the segments that it names looked like when it was made."""

    operation: Operation
    named: Looks

    def fits(self, draft: Draft) -> bool:
        return self.named == _named(self.operation, draft)


class HandEdits:
    """Operations that are applied again to every draft of the service, as long as they fit it; undone first.

    They fit while the segments that they name are still what they were: a service that gives its segments no ids may
    have put another in the same place.
    """

    def __init__(self) -> None:
        self._done: list[list[_Edit]] = []
        self._undone: list[list[_Edit]] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is one to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether one was taken back."""
        return bool(self._undone)

    def add(self, draft: Draft, operations: Sequence[Operation]) -> Draft:
        """Make a change on `draft`, which has all edits so far; the draft with it. Raises DraftError."""
        change = []
        for operation in operations:
            change.append(_Edit(operation, _named(operation, draft)))
            draft = apply(draft, [operation], foreign=True)
        self._done.append(change)
        self._undone.clear()
        return draft

    def undo(self) -> list[Operation]:
        """Take back the last change; the operations that it was."""
        change = self._done.pop()
        self._undone.append(change)
        return [edit.operation for edit in change]

    def redo(self) -> None:
        """Make it again."""
        self._done.append(self._undone.pop())

    def on(self, draft: Draft) -> tuple[Draft, list[str]]:
        """The draft with the edits, and the names of those that don't fit it any more: they are dropped.

        A draft of nothing is none to judge by: a service that has trouble may send one.
        """
        if not draft.tracks:
            return draft, []
        kept: list[list[_Edit]] = []
        dropped: list[str] = []
        for change in self._done:
            fitting: list[_Edit] = []
            for edit in change:
                try:
                    if not edit.fits(draft):
                        raise DraftError("id", "another segment is there now")
                    draft = apply(draft, [edit.operation], foreign=True)
                except DraftError:
                    dropped.append(edit.operation.name)
                else:
                    fitting.append(edit)
            if fitting:
                kept.append(fitting)
        self._done = kept
        return draft, dropped


def _named(operation: Operation, draft: Draft) -> Looks:
    arguments = operation.arguments
    names = {arguments.get("id"), *(arguments.get("ids") or ())}
    return {
        segment.id: (track.type, segment.name, segment.src, segment.text)
        for track in draft.tracks
        for segment in track.segments
        if segment.id in names
    }
