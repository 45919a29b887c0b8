"""What a panel's views do by hand: edits, looks into the history, and what they need to draw of the timeline.

Each message has one answer, told to every view: drafts of earlier revisions, waveforms and refusals are no traits.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any

from .. import edits
from ..errors import DraftError, P2VError, StaleRevisionError
from ..phrases import say
from ..session import Session

if TYPE_CHECKING:
    from .model import PanelModel

Handler = Callable[[dict[str, Any]], Coroutine[Any, Any, None]]


class Hands:
    """The handlers of those messages, for one panel."""

    def __init__(
        self,
        panel: PanelModel,
        ready: Callable[[], Coroutine[Any, Any, Session]],
        show: Callable[[], Coroutine[Any, Any, None]],
    ) -> None:
        self._panel, self._ready, self._show = panel, ready, show

    def handlers(self) -> Mapping[str, Handler]:
        """By the type of the message."""
        return {
            "edit": self._edit,
            "undo": lambda message: self._change(lambda session: session.undo(by_hand=True)),
            "redo": lambda message: self._change(lambda session: session.redo(by_hand=True)),
            "restore": self._restore,
            "as_words": lambda message: self._change(self._reword),
            "history": self._history,
            "revision": self._revision,
            "peaks": self._peaks,
        }

    async def _edit(self, message: dict[str, Any]) -> None:
        async def edit(session: Session) -> None:
            operations = edits.from_json(message.get("operations"))
            await session.edit(*operations, base=int(message.get("base", 0)), by_hand=True)

        await self._change(edit)

    async def _restore(self, message: dict[str, Any]) -> None:
        number, base = int(message.get("revision", 0)), int(message.get("base", 0))
        await self._change(lambda session: session.restore(number, base=base, by_hand=True))

    async def _reword(self, session: Session) -> None:
        self._panel.send_message("words", text=await session.as_words())

    async def _change(self, change: Callable[[Session], Coroutine[Any, Any, object]]) -> None:
        """Do it; where it is refused the views are told why, and show what there is now."""
        session = await self._ready()
        try:
            await change(session)
        except P2VError as problem:
            told = (
                say("cannot-be-done", problem=problem.problem) if isinstance(problem, DraftError) else problem.message
            )
            self._panel.send_message("refused", stale=isinstance(problem, StaleRevisionError), message=told)
            raise
        finally:
            await self._show()

    async def _history(self, message: dict[str, Any]) -> None:
        session = await self._ready()
        self._panel.send_message("history", entries=await session.revisions(), revision=session.revision)

    async def _revision(self, message: dict[str, Any]) -> None:
        number = int(message.get("revision", 0))
        draft = (await (await self._ready()).at(number)).data
        self._panel.send_message("revision", revision=number, draft=draft)

    async def _peaks(self, message: dict[str, Any]) -> None:
        src, seed, seconds = str(message.get("src", "")), int(message.get("seed", 1)), int(message.get("seconds", 0))
        peaks: list[float] = []
        try:
            peaks = await (await self._ready()).peaks(src, seed, seconds)
        finally:
            self._panel.send_message("peaks", src=src, seed=seed, seconds=seconds, peaks=peaks)
