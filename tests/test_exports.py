"""Films of the hosted service: asked for, watched, fetched, picked up later, made here where the plan forbids."""

from __future__ import annotations

import asyncio
import stat
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response

from photo2video_widgets import Session, Video, connect
from photo2video_widgets.errors import ConnectionLostError, P2VError, PlanError, RenderError, ServiceError
from photo2video_widgets.exports import ExportProgress, StillRenderingError
from photo2video_widgets.pending import Notes, Pending

from .backends import HostedDouble, cut, error_page, failing, hang_up, hosted_double, refusing, tiny_film
from .test_client import QUICK, client_of


@pytest.fixture
async def session(hosted: HostedDouble, photos: list[Path]) -> AsyncIterator[Session]:
    """A conversation with a draft of three photos."""
    async with client_of(hosted) as client:
        session = await client.new_session("en")
        await session.upload(photos)
        await session.send("make a slideshow")
        yield session


def renders(hosted: HostedDouble) -> list[str]:
    return [seen.json["id"] for seen in hosted.asked("/api/render") if seen.method == "POST"]


async def test_a_film_is_polled_for_and_fetched(hosted: HostedDouble, session: Session, tmp_path: Path) -> None:
    hosted.films.looks = 3
    stages: list[str] = []
    video = await session.export(tmp_path / "film.mp4", on_progress=lambda progress: stages.append(progress.stage))
    assert isinstance(video, Video)
    assert video.path.read_bytes() == tiny_film()
    assert [file.name for file in tmp_path.iterdir()] == ["film.mp4"]
    assert stages[0] == "pending"
    assert stages[-1] == "completed"
    assert hosted.asked("/api/render")[0].json["draft"] == hosted.draft


@pytest.mark.parametrize("trouble", ["forbidden", "missing", "truncated", "half", "page"])
async def test_where_the_films_address_fails_it_comes_by_way_of_the_service(
    hosted: HostedDouble, session: Session, tmp_path: Path, trouble: str
) -> None:
    hosted.films.trouble = trouble  # type: ignore[assignment]
    video = await session.export(tmp_path / "film.mp4")
    assert video.path.read_bytes() == tiny_film()


@pytest.mark.parametrize("trouble", ["no-range", "wrong-length"])
async def test_a_film_that_breaks_off_comes_whole_all_the_same(
    hosted: HostedDouble, session: Session, tmp_path: Path, trouble: str
) -> None:
    hosted.films.trouble = trouble  # type: ignore[assignment]
    video = await session.export(tmp_path / "film.mp4")
    assert video.path.read_bytes() == tiny_film()


async def test_a_download_that_breaks_off_goes_on_where_it_was(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    hosted.films.trouble = "missing"
    hosted.once("GET", "/api/render/proxy/render_", cut(hosted.usual))
    video = await session.export(tmp_path / "film.mp4")
    assert video.path.read_bytes() == tiny_film()
    fetched = [seen for seen in hosted.asked("/api/render/proxy/render_") if seen.path.endswith("/download")]
    assert "range" not in fetched[0].headers
    assert fetched[1].headers["range"].startswith("bytes=")


async def test_an_earlier_film_stays_where_the_new_one_cannot_be_fetched(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    (film := tmp_path / "film.mp4").write_bytes(b"old film")
    hosted.films.trouble = "forbidden"
    hosted.on["GET", "/api/render/proxy/render_"] = failing(404)
    with pytest.raises(ServiceError):
        await session.export(film)
    assert film.read_bytes() == b"old film"
    assert [file.name for file in tmp_path.iterdir()] == ["film.mp4"]
    del hosted.on["GET", "/api/render/proxy/render_"]
    # It was made, so it can be picked up once the service is well again.
    assert (await session.resume_export(film)).path.read_bytes() == tiny_film()
    assert len(renders(hosted)) == 1


async def test_a_film_that_fails_is_asked_for_once_more_under_a_new_id(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    hosted.films.failures = 1
    assert (await session.export(tmp_path / "film.mp4")).size == len(tiny_film())
    assert len(set(renders(hosted))) == 2


async def test_a_film_that_fails_twice_is_an_error(hosted: HostedDouble, session: Session, tmp_path: Path) -> None:
    hosted.films.failures = 5
    with pytest.raises(RenderError):
        await session.export(tmp_path / "film.mp4")
    assert len(renders(hosted)) == 2
    with pytest.raises(P2VError, match="no export"):
        await session.resume_export(tmp_path / "film.mp4")


async def test_a_film_that_outlives_the_looks_is_picked_up_by_the_session(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    hosted.films.never_done = True
    with pytest.raises(StillRenderingError, match="resume_export"):
        await session.export(tmp_path / "film.mp4")
    hosted.films.never_done = False
    video = await session.resume_export(tmp_path / "film.mp4")
    assert video.path.read_bytes() == tiny_film()
    assert len(renders(hosted)) == 1
    with pytest.raises(P2VError, match="no export"):
        await session.resume_export(tmp_path / "film.mp4")


async def test_a_film_is_picked_up_by_another_process(hosted: HostedDouble, photos: list[Path], tmp_path: Path) -> None:
    hosted.films.never_done = True
    async with connect("nemo", base_url=hosted.url, timing=QUICK) as client:
        session = await client.new_session("en")
        await session.upload(photos)
        await session.send("make a slideshow")
        with pytest.raises(StillRenderingError):
            await session.export(tmp_path / "film.mp4")
    hosted.films.never_done = False
    # Without a token of its own: that of the install is kept as well.
    code = (
        "import asyncio, sys, photo2video_widgets as p2v\n"
        "async def main():\n"
        "    async with p2v.connect('nemo', base_url=sys.argv[1]) as client:\n"
        "        print((await client.resume_export(sys.argv[2])).size)\n"
        "asyncio.run(main())"
    )
    ran = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, hosted.url, str(tmp_path / "film.mp4"), stdout=subprocess.PIPE
    )
    out, _ = await ran.communicate()
    assert out.decode().strip() == str(len(tiny_film()))
    assert hosted.tokens == 1
    assert len(renders(hosted)) == 1


async def test_a_film_that_fails_after_it_was_picked_up_is_asked_for_once_more(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    hosted.films.never_done, hosted.films.failures = True, 1
    with pytest.raises(StillRenderingError):
        await session.export(tmp_path / "film.mp4")
    hosted.films.never_done = False
    assert (await session.resume_export(tmp_path / "film.mp4")).size == len(tiny_film())
    assert len(renders(hosted)) == 2


async def test_a_film_of_another_back_end_is_not_looked_for_here(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    hosted.films.never_done = True
    with pytest.raises(StillRenderingError):
        await session.export(tmp_path / "film.mp4")
    with hosted_double() as other:
        async with client_of(other) as client:
            with pytest.raises(P2VError, match="another back end"):
                await client.resume_export(tmp_path / "film.mp4")


@pytest.mark.parametrize("trouble", [hang_up, error_page, failing(503)], ids=["no answer", "a page", "503"])
@pytest.mark.parametrize("taken_on", [True, False])
async def test_a_film_whose_request_got_lost_is_asked_for_once(
    hosted: HostedDouble, session: Session, tmp_path: Path, trouble: object, taken_on: bool
) -> None:
    async def lose(request: Request) -> Response:
        if taken_on:
            await hosted.usual(request)
        return await trouble(request)  # type: ignore[operator,no-any-return]

    hosted.once("POST", "/api/render", lose)
    if taken_on:
        assert (await session.export(tmp_path / "film.mp4")).size == len(tiny_film())
    else:
        with pytest.raises(ServiceError):
            await session.export(tmp_path / "film.mp4")
    assert len(renders(hosted)) == 1


async def test_looks_at_a_film_may_fail_for_a_while(hosted: HostedDouble, session: Session, tmp_path: Path) -> None:
    hosted.once("GET", "/api/render/proxy/lambda", failing(503), times=2)
    assert (await session.export(tmp_path / "film.mp4")).size == len(tiny_film())


async def test_a_film_that_is_cancelled_can_be_picked_up_for_the_service_makes_it_all_the_same(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    hosted.films.never_done = True
    looked = asyncio.Event()

    def look(progress: ExportProgress) -> None:
        looked.set()

    task = asyncio.create_task(session.export(tmp_path / "film.mp4", on_progress=look))
    await looked.wait()
    await session.cancel()
    assert task.cancelled()
    hosted.films.never_done = False
    assert (await session.resume_export(tmp_path / "film.mp4")).size == len(tiny_film())


async def test_neither_token_nor_attribution_goes_to_the_films_address(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    for redirects in (False, True):
        hosted.films.redirects = redirects
        await session.export(tmp_path / f"film-{redirects}.mp4")
    assert hosted.films.seen
    assert hosted.films.leaks() == set()


async def test_a_film_that_has_no_place_on_this_machine_can_be_picked_up_later(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    (folder := tmp_path / "films").mkdir()
    task = asyncio.create_task(session.export(folder / "film.mp4"))
    while not renders(hosted):
        await asyncio.sleep(0.01)
    folder.rmdir()
    with pytest.raises(RenderError, match="can't be written"):
        await task
    folder.mkdir()
    assert (await session.resume_export(folder / "film.mp4")).size == len(tiny_film())
    assert len(renders(hosted)) == 1


async def test_a_refused_export_does_not_forget_the_one_before(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    hosted.films.never_done = True
    with pytest.raises(StillRenderingError):
        await session.export(tmp_path / "film.mp4")
    hosted.once("POST", "/api/render", refusing(402))
    with pytest.raises(PlanError):
        await session.export(tmp_path / "film.mp4")
    hosted.films.never_done = False
    assert (await session.resume_export(tmp_path / "film.mp4")).size == len(tiny_film())


async def test_an_export_in_place_of_one_under_way_is_told(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    notices: list[str] = []
    session.client.on_notice(notices.append)
    hosted.films.never_done = True
    with pytest.raises(StillRenderingError):
        await session.export(tmp_path / "film.mp4")
    hosted.films.never_done = False
    await session.export(tmp_path / "film.mp4")
    assert [notice for notice in notices if "earlier export" in notice]


async def test_a_service_that_takes_a_film_on_without_a_word_makes_it(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    async def nod(request: Request) -> Response:
        await hosted.usual(request)
        return Response(status_code=202)

    hosted.once("POST", "/api/render", nod)
    assert (await session.export(tmp_path / "film.mp4")).size == len(tiny_film())
    assert len(renders(hosted)) == 1


async def test_a_service_may_know_of_a_film_a_while_after_it_took_it_on(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    hosted.once("GET", "/api/render/proxy/lambda", failing(404), times=3)
    assert (await session.export(tmp_path / "film.mp4")).size == len(tiny_film())


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[[" * 10_000, b'{"id": 5, "session": "s", "back_end": 3, "draft": {}}', b'{"x": 1}']
)
async def test_a_damaged_note_is_none(session: Session, tmp_path: Path, content: bytes) -> None:
    notes = Notes(tmp_path)
    notes.write(tmp_path / "film.mp4", Pending("render_1", "s", "nemo", {}))
    (file,) = (tmp_path / "exports").iterdir()
    assert notes.read(tmp_path / "film.mp4") == Pending("render_1", "s", "nemo", {})
    file.write_bytes(content)
    assert notes.read(tmp_path / "film.mp4") is None


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights and links")
def test_a_note_is_for_its_owner_and_for_one_file_however_it_is_spelt(tmp_path: Path) -> None:
    notes = Notes(tmp_path / "data")
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    notes.write(tmp_path / "real" / "film.mp4", Pending("render_1", "s", "nemo", {}))
    assert notes.read(tmp_path / "link" / "film.mp4")
    assert notes.read(tmp_path / "real" / ".." / "real" / "film.mp4")
    (file,) = (tmp_path / "data" / "exports").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


# Where the plan forbids it


async def test_an_export_that_the_plan_forbids_says_what_can_be_done(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    hosted.exports_free = False
    with pytest.raises(PlanError, match=r"(?s)upgrade your plan.*renderer=\"local\"") as caught:
        await session.export(tmp_path / "film.mp4")
    assert caught.value.code == 402
    assert len(renders(hosted)) == 1
    assert list(tmp_path.iterdir()) == []


async def test_the_same_draft_is_made_on_this_machine(hosted: HostedDouble, session: Session, tmp_path: Path) -> None:
    hosted.exports_free = False
    video = await session.export(tmp_path / "film.mp4", renderer="local")
    assert Video.open(video.path).duration == pytest.approx((await session.draft()).duration / 1000, abs=0.05)
    assert renders(hosted) == []


async def test_what_is_missing_in_a_film_made_here_is_said(
    hosted: HostedDouble, session: Session, tmp_path: Path
) -> None:
    draft = (await session.draft()).data
    draft["t"][0]["sg"].append({"d": 1000, "m": {"name": "from-another-machine.jpg"}})
    hosted.draft = draft
    notices: list[str] = []
    session.client.on_notice(notices.append)
    await session.export(tmp_path / "film.mp4", renderer="local")
    assert any("from-another-machine.jpg" in notice for notice in notices)


async def test_an_unknown_renderer_is_a_clear_error(session: Session, tmp_path: Path) -> None:
    with pytest.raises(P2VError, match="renderer="):
        await session.export(tmp_path / "film.mp4", renderer="cloud")


@pytest.mark.parametrize("code", [1001, 1002, 2001, 402, 4000])
async def test_a_refused_export_leaves_nothing_pending(
    hosted: HostedDouble, session: Session, tmp_path: Path, code: int
) -> None:
    hosted.once("POST", "/api/render", refusing(code))
    with pytest.raises(P2VError) as caught:
        await session.export(tmp_path / "film.mp4")
    assert caught.value.code == code
    hosted.users.add("mine")
    with pytest.raises(P2VError, match="no export"):
        await session.resume_export(tmp_path / "film.mp4")


async def test_a_service_that_cannot_be_reached_leaves_the_export_to_be_picked_up(
    session: Session, hosted: HostedDouble, tmp_path: Path
) -> None:
    hosted.on["GET", "/api/render/proxy/lambda"] = hang_up
    with pytest.raises(ConnectionLostError):
        await session.export(tmp_path / "film.mp4")
    hosted.on.clear()
    assert (await session.resume_export(tmp_path / "film.mp4")).size == len(tiny_film())
    assert len(renders(hosted)) == 1
