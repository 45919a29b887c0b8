"""The back ends that the protocol is tried on. A new one joins by a name in `BACKENDS` and a branch in `backend`."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest

from photo2video_widgets import Client, Timing, connect, settings
from photo2video_widgets.engine.process import Engine

from ..adk_service import adk_service
from ..backends import HostedDouble

BACKENDS = ("engine", "hosted", "adk")
QUICK = Timing(poll=0.02, recovery=0.02, still_working=0.2, silence=5.0, retry=0.02)
MAKE = "make a 2 second slideshow, 320x240, no music"


@dataclass(frozen=True)
class Backend:
    """Where a back end is, and what a client needs to speak to it. `double` is None for an engine."""

    name: str
    base_url: str
    token: str = field(repr=False)
    client_id: str
    double: HostedDouble | None = None

    def expect(self, *rules: str) -> None:
        """Say that this test breaks rules of requests, where somebody looks after them."""
        if self.double:
            self.double.expect(*rules)


@pytest.fixture(scope="session")
def adk() -> Iterator[HostedDouble]:
    with adk_service() as service:
        yield service


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> Iterator[Backend]:
    if request.param == "engine":
        engine: Engine = request.getfixturevalue("engine")
        yield Backend("engine", engine.base_url, engine.token, engine.client_id)
        return
    double: HostedDouble = request.getfixturevalue(request.param)
    double.credits = 100
    yield Backend(request.param, double.url, "mine", str(uuid.uuid4()), double)
    double.check()


@pytest.fixture
async def http(backend: Backend) -> AsyncIterator[httpx.AsyncClient]:
    """A bare connection with the headers of every request."""
    headers = {"Authorization": f"Bearer {backend.token}", **settings.attribution()}
    async with httpx.AsyncClient(base_url=backend.base_url, headers=headers, timeout=60, trust_env=False) as client:
        yield client


@pytest.fixture
async def stranger(backend: Backend) -> AsyncIterator[httpx.AsyncClient]:
    """The same without a token."""
    async with httpx.AsyncClient(
        base_url=backend.base_url, headers=settings.attribution(), timeout=60, trust_env=False
    ) as client:
        yield client


@pytest.fixture
async def session(http: httpx.AsyncClient) -> str:
    """The id of a fresh session."""
    body = {"task_name": "project", "language": "en"}
    answer = await http.post("/api/tasks/me/with-session/nemo_agent", json=body)
    return str(answer.json()["data"]["session_id"])


@pytest.fixture
async def filled(http: httpx.AsyncClient, session: str, photos: list[Path]) -> str:
    """The id of a session that has three photos."""
    files = [("files", (photo.name, photo.read_bytes())) for photo in photos]
    answer = await http.post(f"/api/upload-video/nemo_agent/me/{session}", files=files)
    assert answer.json()["code"] == 0
    return session


@pytest.fixture
async def client(backend: Backend) -> AsyncIterator[Client]:
    """Our own client, which waits for nothing for long."""
    async with connect(backend.base_url, token=backend.token, timing=QUICK) as opened:
        yield opened
