"""The back ends that the protocol is tried on. A new one joins by a name in `BACKENDS` and a branch in `backend`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from photo2video_widgets import settings
from photo2video_widgets.engine.process import Engine

BACKENDS = ("engine",)


@dataclass(frozen=True)
class Backend:
    """Where a back end is, and what a client needs to speak to it."""

    name: str
    base_url: str
    token: str
    client_id: str


@pytest.fixture(params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> Backend:
    engine: Engine = request.getfixturevalue("engine")
    return Backend(request.param, engine.base_url, engine.token, engine.client_id)


@pytest.fixture
async def http(backend: Backend) -> AsyncIterator[httpx.AsyncClient]:
    """A bare connection with the headers of every request."""
    headers = {"Authorization": f"Bearer {backend.token}", **settings.attribution()}
    async with httpx.AsyncClient(base_url=backend.base_url, headers=headers, timeout=60, trust_env=False) as client:
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
