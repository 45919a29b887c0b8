"""A client of one back end: what `connect` gives, and where conversations begin."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from . import exports
from .session import Session
from .settings import Timing
from .tokens import Token
from .wire.calls import Calls

if TYPE_CHECKING:
    from .video import Video


def connect(
    backend: str | None = None,
    *,
    base_url: str | None = None,
    token: str | Token | None = None,
    timing: Timing = Timing(),  # noqa: B008  (frozen)
    data_dir: str | Path | None = None,
    allow_private_urls: bool = False,
) -> Client:
    """A client of a back end, to be opened by `async with` or by `await client.open()`.

    `backend`: "local", the engine on this machine, started at first use; "nemo", the hosted service; or the URL of
    something else that speaks the protocol. None is "nemo" where NEMO_TOKEN is set, else "local". `base_url` and
    `token` stand in for NEMO_API_URL and NEMO_TOKEN; other addresses than NEMO_API_URL's and this machine's get no
    token but `token`. `data_dir` is the local engine's folder; `allow_private_urls` lets it fetch photos from servers
    on this machine. Raises P2VError, also where a token would go over plain http:// to another machine.
    """
    token = Token.of(token)
    return Client(
        backend, base_url=base_url, token=token, timing=timing, data_dir=data_dir,
        allow_private_urls=allow_private_urls,
    )  # fmt: skip


class Client(Calls):
    """A connection to one back end; see `connect`. It belongs to the event loop that opened it."""

    async def new_session(self, language: str = "") -> Session:
        """Start a conversation. `language`: that of the replies, as in "en" or "zh".

        Without one the session is made at its first use, in the language of the first words, or of this machine
        where photos come before words.
        """
        await self.open()
        session = Session(self, language=language)
        if language:
            await session.begin()
        return session

    async def session(self, session_id: str, language: str = "") -> Session:
        """Go on with a conversation of earlier. Raises SessionNotFoundError."""
        await self.open()
        session = Session(self, id=session_id, language=language)
        await session.look()
        return session

    async def resume_export(self, path: str | Path) -> Video:
        """Fetch the film that an earlier process asked for at `path` and didn't get. Raises P2VError."""
        await self.open()
        return await exports.resume(self, Path(path), None)
