"""No token, no raw answer and no local path in anything that is shown, logged or saved: a walk over all there is.

A whole conversation is held with the hosted service and with the engine, with everything going wrong that can. Then
every object of this package that is still alive is shown in every way that it can be shown.
"""

from __future__ import annotations

import asyncio
import gc
import json
import logging
import traceback
from collections.abc import Iterator
from pathlib import Path

import ipywidgets
import pytest
from ipywidgets import embed

import photo2video_widgets as p2v
from photo2video_widgets import P2VError, edits
from photo2video_widgets.tokens import Token

from .backends import HostedDouble, hang_up, refusing, stream
from .test_client import QUICK, first

SECRET = "nmv_usr_hidden"
FOLDER = "a-folder-of-mine"
SERVER = "raw: secret"
VIEWS = ("_repr_html_", "_repr_markdown_", "_repr_svg_", "_repr_latex_", "_repr_json_")


def shown(item: object) -> Iterator[tuple[str, str]]:
    """Every text that an object gives of itself, and by which way."""
    yield "repr", repr(item)
    yield "str", str(item)
    yield "format", format(item)
    if isinstance(item, BaseException):
        yield "traceback", "".join(traceback.format_exception(item))
    for way in VIEWS:
        view = getattr(item, way, None)
        if callable(view):
            yield way, str(view())
    if isinstance(item, ipywidgets.Widget):
        yield "state", str(item.get_state())
    elif callable(bundle := getattr(item, "_repr_mimebundle_", None)):
        yield "mimebundle", str(bundle())


def ours() -> list[object]:
    """Every living object of a class of this package."""
    gc.collect()
    return [item for item in gc.get_objects() if str(type(item).__module__).startswith("photo2video_widgets")]


@pytest.fixture
def folder(tmp_path: Path, photos: list[Path]) -> Path:
    """A folder with a name that nobody else needs to know, with three photos in it."""
    folder = tmp_path / FOLDER
    folder.mkdir()
    for photo in photos:
        (folder / photo.name).write_bytes(photo.read_bytes())
    (folder / "taken.mp4").mkdir()
    (folder / "bad.jpg").write_bytes(b"no picture at all")
    return folder


async def a_conversation(client: p2v.Client, folder: Path, told: list[object]) -> None:
    """Everything that can be asked for, well and badly; what comes back is kept in `told`."""
    client.on_notice(told.append)
    session = await client.new_session()
    session.watch(told.append)
    told += [client, session]
    told.append(await session.upload([*sorted(folder.glob("?-*.jpg"))], on_progress=told.append))
    with pytest.raises(P2VError) as bad:
        await session.upload([folder / "bad.jpg", folder / "1-red.jpg"])
    told.append(bad.value)
    for items in (folder / "nothing.jpg", folder / "*.png", folder.parent / "no-folder", object()):
        with pytest.raises(P2VError) as missing:
            await session.upload(items)
        told.append(missing.value)
    told.append(await session.send("make a 1 second slideshow, 320x240, no music", on_event=told.append))
    told += [event async for event in session.stream("add title 'Hello'")]
    told += [await session.say("show tracks"), await session.say("credits"), await session.draft(), session.uploads]
    told.append(await session.edit(edits.set_length(1000)))
    told.append(await session.export(folder / "film.mp4", on_progress=told.append))
    for path in (folder / "film.mov", folder / "none" / "film.mp4", folder / "taken.mp4"):
        with pytest.raises(P2VError) as wrong:
            await session.export(path)
        told.append(wrong.value)
    with pytest.raises(P2VError) as nothing:
        await session.resume_export(folder / "other.mp4")
    told.append(nothing.value)


async def all_that_goes_wrong(hosted: HostedDouble, client: p2v.Client, folder: Path, told: list[object]) -> None:
    session = await client.new_session("en")
    session.watch(told.append)
    await session.upload(folder / "1-red.jpg")
    for code in (1001, 1002, 2001, 4000, 4001, 4002, 400, 402, 404, 500, 31337):
        for path in ("/run_sse", "/api/upload-video", "/api/render"):
            hosted.once("POST", path, refusing(code))
            work = {
                "/run_sse": lambda: session.send("make a slideshow"),
                "/api/upload-video": lambda: session.upload(folder / "2-green.jpg"),
                "/api/render": lambda: session.export(folder / "film.mp4"),
            }[path]
            hosted.draft = {"t": [{"tt": 0, "sg": [{"d": 1000, "m": {"name": "1-red.jpg"}}]}]}
            try:
                told.append(await work())
            except P2VError as problem:
                told.append(problem)
            hosted.users.add(SECRET)
    for answer in (
        hang_up,
        first(stream({"error": SERVER})),
        first(stream({"errorCode": "500", "errorMessage": SERVER})),
    ):
        hosted.once("POST", "/run_sse", answer)
        with pytest.raises(P2VError) as lost:
            await session.send("make a slideshow")
        told.append(lost.value)
    await session.upload(folder / "1-red.jpg")
    hosted.films.failures = 5
    with pytest.raises(P2VError) as failed:
        await session.export(folder / "film.mp4")
    told.append(failed.value)
    told.append(await session.export(folder / "here.mp4", renderer="local"))


def check(texts: Iterator[tuple[object, str, str]], forbidden: list[str]) -> None:
    found = {
        f"{type(item).__name__} by {way}": f"…{text[max(0, text.index(word) - 60) :][:120]}…"
        for item, way, text in texts
        for word in forbidden
        if word in text
    }
    assert not found, "\n".join(f"{way} shows {text}" for way, text in sorted(found.items()))


async def test_nothing_private_shows_in_anything_public(
    hosted: HostedDouble, folder: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    told: list[object] = []
    async with p2v.connect("nemo", base_url=hosted.url, token=SECRET, timing=QUICK) as client:
        await a_conversation(client, folder, told)
        await all_that_goes_wrong(hosted, client, folder, told)
    async with p2v.connect("local", timing=QUICK, data_dir=folder / "data") as client:
        await a_conversation(client, folder, told)
        assert client._engine
        secret = client._engine.token
        panel = await asyncio.to_thread(p2v.Panel, "local", data_dir=folder / "data")
        await asyncio.to_thread(panel.add, str(folder / "1-red.jpg"))
        told.append(await asyncio.to_thread(panel.say, "make a 1 second slideshow, 320x240, no music"))
        told.append(await asyncio.to_thread(panel.export, folder / "panel.mp4"))
        told += [panel, panel.upload, panel.log, panel.timeline, panel.player, panel.prompt, Token(SECRET), QUICK]
        saved = json.dumps(embed.embed_data(views=[panel]), default=str)
        forbidden = [SECRET, secret, FOLDER, str(folder), SERVER]
        living = [item for item in ours() if item is not told]
        for name in p2v.__all__:
            value = getattr(p2v, name)
            if isinstance(value, type) and not issubclass(value, P2VError):
                assert any(isinstance(item, value) for item in [*told, *living]), f"{name} was not walked over"
        check(((item, way, text) for item in [*told, *living] for way, text in shown(item)), forbidden)
        check(((saved, "the saved notebook", saved),), forbidden)
        await asyncio.to_thread(panel.close)
        client._engine.stop()
    # Other people's log lines of their own doing, such as the event loop's, hold nothing of ours either.
    lines = [(record, record.name, record.getMessage() + str(record.exc_text or "")) for record in caplog.records]
    check(iter(lines), [SECRET, secret, FOLDER, SERVER])
    out, err = capfd.readouterr()
    check(iter([(out, "standard output", out), (err, "standard error", err)]), [SECRET, secret, FOLDER, SERVER])


def test_the_walk_notices_what_it_looks_for() -> None:
    class Careless:
        def _repr_html_(self) -> str:
            return f"<b>{SECRET}</b>"

    with pytest.raises(AssertionError, match="Careless by _repr_html_"):
        check(((item, way, text) for item in [Careless()] for way, text in shown(item)), [SECRET])
