"""The language of a conversation: found from the first words, else from the host; the client speaks it too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import Response

from photo2video_widgets import P2VError, connect, edits, phrases
from photo2video_widgets.events import TextEvent
from photo2video_widgets.reply import balance_in_words

from .backends import HostedDouble, hang_up, refusing, stream
from .test_client import QUICK, client_of

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def created_in(hosted: HostedDouble) -> list[str]:
    return [seen.json["language"] for seen in hosted.asked("/api/tasks")]


@pytest.mark.parametrize(
    ("words", "language"),
    [("把这些照片做成视频", "zh"), ("make a slideshow", "en"), ("做一个 slideshow 视频，配上轻柔的音乐", "zh")],
)
async def test_a_session_is_made_in_the_language_of_the_first_words(
    hosted: HostedDouble, monkeypatch: pytest.MonkeyPatch, words: str, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8" if language == "zh" else "zh_CN.UTF-8")
    async with client_of(hosted) as client:
        session = await client.new_session()
        assert hosted.asked("/api/tasks") == []
        await session.send(words)
    assert created_in(hosted) == [language]


@pytest.mark.parametrize(
    ("locale", "language"),
    [("zh_CN.UTF-8", "zh"), ("de_DE.UTF-8", "de"), ("C.UTF-8", "en"), ("POSIX", "en"), ("en_GB", "en"), ("C", "en")],
)
async def test_where_photos_come_before_words_the_hosts_locale_tells(
    hosted: HostedDouble, monkeypatch: pytest.MonkeyPatch, photos: list[Path], locale: str, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    async with client_of(hosted) as client:
        session = await client.new_session()
        await session.upload(photos)
    assert created_in(hosted) == [language]


async def test_a_language_that_is_given_is_taken(hosted: HostedDouble) -> None:
    async with client_of(hosted) as client:
        await client.new_session("zh")
    assert created_in(hosted) == ["zh"]


async def test_a_session_is_made_once_though_many_want_it_at_once(hosted: HostedDouble) -> None:
    import asyncio

    async with client_of(hosted) as client:
        session = await client.new_session()
        await asyncio.gather(*(session.draft() for _ in range(5)), session.send("hello"))
    assert len(hosted.asked("/api/tasks")) == 1


async def test_silence_loss_and_refusals_are_told_in_chinese(hosted: HostedDouble, photos: list[Path]) -> None:
    notices: list[str] = []
    async with client_of(hosted) as client:
        client.on_notice(notices.append)
        session = await client.new_session("zh")
        await session.upload(photos)

        async def make(request: Request) -> Response:
            await hosted.usual(request)
            return stream()

        hosted.once("POST", "/run_sse", make)
        silent = await session.send("用这些照片 make a slideshow 吧，谢谢你啦")
        assert "已添加 3 张照片" in silent.text

        hosted.once("POST", "/run_sse", hang_up)
        with pytest.raises(P2VError, match="连接中断"):
            await session.send("加一个标题")
        assert notices
        assert all(CHINESE.search(notice) for notice in notices)

        for code in (1001, 1002, 2001, 4000, 4001, 4002, 402, 429, 404, 31337):
            # A token that came too early and one that was refused are tried again.
            hosted.once("GET", "/api/state", refusing(code), times=2 if code == 429 else 1)
            with pytest.raises(P2VError) as caught:
                await session.draft()
            assert CHINESE.search(str(caught.value)), code
            hosted.users.add("mine")


async def test_the_answers_of_the_client_itself_follow_the_words(hosted: HostedDouble) -> None:
    async with client_of(hosted) as client:
        session = await client.new_session()
        assert (await session.say("how many credits do I have?")).text == "100 of 100 credits are available."
        assert (await session.say("我还有多少积分？")).text == "可用积分 100，共 100。"
        assert CHINESE.search((await session.say("上传")).text)
        hosted.frozen = 7
        assert "7 held by running work" in (await session.say("balance")).text


async def test_a_stream_that_is_read_from_task_to_task_keeps_its_language(
    hosted: HostedDouble, photos: list[Path]
) -> None:
    import asyncio

    async def drop(request: Request) -> Response:
        await hosted.usual(request)
        return stream({"partial": True, "content": {"parts": [{"text": "好的。"}]}}, drop=True)

    async with client_of(hosted) as client:
        session = await client.new_session("zh")
        await session.upload(photos)
        hosted.once("POST", "/run_sse", drop)
        events = session.stream("请 make a slideshow 给我看看好吗")
        told = []
        while True:
            try:
                # As a cell does that awaits through another loop: each step is a task of its own.
                told.append(await asyncio.create_task(_next(events)))
            except StopAsyncIteration:
                break
            except RuntimeError:
                break
    last = [event for event in told if isinstance(event, TextEvent)][-1]
    assert "已添加 3 张照片" in last.text
    assert not any(re.search(r"[A-Za-z]{4,}", event.text) for event in told if not isinstance(event, TextEvent))


async def _next(events: object) -> object:
    return await anext(events)  # type: ignore[call-overload]


async def test_what_needs_no_session_speaks_its_language_too(hosted: HostedDouble, tmp_path: Path) -> None:
    async with client_of(hosted) as client:
        session = await client.new_session("zh")
        for work in (
            lambda: session.resume_export(tmp_path / "film.mp4"),
            lambda: session.send(" "),
            lambda: session.export(tmp_path / "film.mp4", renderer="cloud"),
            session.credits,
        ):
            phrases.speak("en")
            hosted.once("GET", "/api/credits", refusing(404))
            with pytest.raises(P2VError) as caught:
                await work()
            assert CHINESE.search(str(caught.value))


async def test_a_local_edit_by_hand_is_told_in_the_language_of_the_session(photos: list[Path]) -> None:
    async with connect("local", timing=QUICK) as client:
        session = await client.new_session("zh")
        await session.upload(photos)
        await session.send("做成视频")
        reply = await session.edit(edits.set_length(5000))
        assert all(CHINESE.search(line) for line in reply.changes)


@pytest.mark.parametrize("tag", ["zh", "zh-CN", "zh_TW.UTF-8", "ZH"])
def test_every_sort_of_chinese_is_spoken_to_in_chinese(tag: str) -> None:
    assert phrases.spoken(tag) == "zh"


@pytest.mark.parametrize("tag", ["", "en", "de-DE", "zhu", "C"])
def test_whoever_speaks_neither_is_spoken_to_in_english(tag: str) -> None:
    assert phrases.spoken(tag) == "en"


def test_every_phrase_is_there_in_both_languages_and_takes_the_same_values() -> None:
    for key, versions in phrases.PHRASES.items():
        assert set(versions) == set(phrases.LANGUAGES), key
        fields = [set(re.findall(r"\{(\w+)", text)) for text in versions.values()]
        assert fields[0] == fields[1], key


def test_a_balance_that_says_nothing_is_told_as_unknown() -> None:
    phrases.speak("en")
    assert balance_in_words({}) == "? of ? credits are available."
