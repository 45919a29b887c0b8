"""The stream of events, from bytes to objects: however it is cut, whatever is wrong with a line of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from starlette.requests import Request
from starlette.responses import Response

from photo2video_widgets.errors import ConnectionLostError, NoCreditsError, P2VError
from photo2video_widgets.phrases import say
from photo2video_widgets.wire import stream
from photo2video_widgets.wire.stream import StreamDecoder

from .backends import HostedDouble, bad
from .backends import stream as events_of
from .test_client import client_of

Events = list[dict[str, Any] | None]

ONE = b'data: {"n":1}\n\n'
TWO = b'data: {"n":2}\n\n'


def decode(*pieces: bytes) -> Events:
    decoder = StreamDecoder()
    return [event for piece in pieces for event in decoder.feed(piece)] + decoder.close()


def skipped(whole: bytes) -> tuple[Events, int]:
    decoder = StreamDecoder()
    return decoder.feed(whole) + decoder.close(), decoder.skipped


@pytest.mark.parametrize("end", [b"\n", b"\r", b"\r\n"])
def test_a_line_ends_with_cr_lf_or_both(end: bytes) -> None:
    whole = (ONE + b": still here\n\n" + TWO).replace(b"\n", end)
    assert decode(whole) == [{"n": 1}, None, {"n": 2}]
    assert decode(*(whole[place : place + 1] for place in range(len(whole)))) == [{"n": 1}, None, {"n": 2}]


def test_an_event_that_ends_with_cr_is_there_before_the_next_one_begins() -> None:
    assert StreamDecoder().feed(b'data: {"n":1}\r\r') == [{"n": 1}]


def test_an_lf_that_comes_in_the_piece_after_its_cr_is_no_line_of_its_own() -> None:
    assert decode(b'data: {"a":\r', b"\n", b"data: 1}\r\n\r", b'\ndata: {"n":2}\r\n\r\n') == [{"a": 1}, {"n": 2}]


def test_letters_may_be_cut_anywhere() -> None:
    whole = 'data: {"text":"海边 🌊 é"}\n\n'.encode()
    for place in range(len(whole)):
        assert decode(whole[:place], whole[place:]) == [{"text": "海边 🌊 é"}]


@pytest.mark.parametrize("letter", "\u2028\u2029\x85\x0b\x0c\x1c\x1d\x1e")
def test_what_other_readers_take_for_the_end_of_a_line_is_text(letter: str) -> None:
    event = {"text": f"a{letter}b"}
    if letter >= "\x80":
        assert decode(f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode()) == [event]
    assert skipped(f'data: {{"a":1}}{letter}\n\n'.encode())[1] == 1, "not the end of the line, so no JSON"


def test_a_byte_order_mark_hides_no_event() -> None:
    assert decode(b"\xef", b"\xbb\xbf" + ONE) == [{"n": 1}]


def test_data_of_several_lines_is_one_event() -> None:
    assert decode(b'data: {\ndata:  "a": 1,\ndata:"b": 2}\n\n') == [{"a": 1, "b": 2}]


@pytest.mark.parametrize(
    "beat", [b": a comment\n", b":\n\n", b"data:\n\n", b"data: \n\n", b"event: heartbeat\n\n", b"data\n\n"]
)
def test_heartbeats_are_told_from_events(beat: bytes) -> None:
    assert decode(beat, ONE) == [None, {"n": 1}]


def test_a_heartbeat_is_one_whatever_it_holds() -> None:
    assert decode(b'event: heartbeat\ndata: {"content":{"parts":[{"text":"no"}]}}\n\n' + ONE) == [None, {"n": 1}]


def test_events_of_unknown_types_and_unknown_fields_are_read_alike() -> None:
    assert decode(b'id: 7\nretry: 5\nevent: strange\nwhatever: x\nnothing\ndata: {"n":1}\n\n') == [{"n": 1}]


def test_an_event_with_fields_but_no_data_is_none() -> None:
    assert decode(b"id: 7\n\n\n\nevent: done\n\n" + ONE) == [{"n": 1}]


@pytest.mark.parametrize(
    "bad",
    [
        b"data: {bad",
        b'data: {"a": ',
        b"data: [DONE]",
        b"data: 5",
        b'data: "text"',
        b"data: " + b"[" * 100_000,
        b'data: {"a":' * 3,
        b"data: {'a': 1}",
        b'data: {"a": ' + b"9" * 5000 + b"}",
    ],
)
def test_one_bad_line_is_counted_and_the_rest_survives(bad: bytes) -> None:
    assert skipped(ONE + bad + b"\n\n" + TWO) == ([{"n": 1}, {"n": 2}], 1)


def test_a_bad_line_among_good_ones_of_the_same_event_costs_only_itself() -> None:
    assert skipped(b'data: {"n":1}\ndata: {bad\ndata: {"n":2}\n\n') == ([{"n": 1}, {"n": 2}], 1)


@pytest.mark.parametrize("end", [b"", b"\n", b"\r", b"\r\n"])
def test_the_last_event_needs_no_empty_line_after_it(end: bytes) -> None:
    assert decode(ONE, b'data: {"n":2}' + end) == [{"n": 1}, {"n": 2}]


def test_a_stream_that_ends_in_the_middle_of_an_event_gives_the_others() -> None:
    assert skipped(ONE + b'data: {"n":') == ([{"n": 1}], 1)


def test_a_closed_decoder_gives_nothing_twice() -> None:
    decoder = StreamDecoder()
    assert decoder.feed(ONE.rstrip()) == []
    assert decoder.close() == [{"n": 1}]
    assert decoder.close() == []


def test_bytes_that_are_no_utf_8_cost_a_letter_and_not_the_event() -> None:
    assert decode(b'data: {"text":"a\xff\xfe b\xe6\xb5"}\n\n') == [{"text": "a\ufffd\ufffd b\ufffd"}]


def test_half_a_character_is_replaced_and_a_whole_one_is_not() -> None:
    (event,) = decode(rb'data: {"half":"\ud83d!","whole":"\uD83C\uDF0A","deep":[{"a":"\udc00"}]}' + b"\n\n")
    assert event == {"half": "?!", "whole": "🌊", "deep": [{"a": "?"}]}
    str(event).encode("utf-8")


def test_a_line_of_a_megabyte_is_read_in_pieces_of_any_size() -> None:
    event = {"text": "海" * 350_000}
    whole = f"data: {json.dumps(event, ensure_ascii=False)}\n\n".encode()
    assert len(whole) > 1_000_000
    assert decode(whole) == [event]
    assert decode(*(whole[place : place + 7] for place in range(0, len(whole), 7))) == [event]


def test_an_event_that_never_ends_is_not_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "LARGEST_EVENT", 100)
    decoder = StreamDecoder()
    for _ in range(50):
        assert decoder.feed(b"data: " + b"x" * 50) == []
        assert len(decoder._line) + sum(map(len, decoder._data)) <= 100
    assert decoder.feed(b"\ndata: more\n\n" + ONE) == [{"n": 1}]
    assert decoder.skipped == 1


def test_many_small_lines_count_together_and_comments_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "LARGEST_EVENT", 100)
    assert skipped(b"data: {\n" * 50 + b"\n" + ONE) == ([{"n": 1}], 1)
    assert skipped(b": patience\n" * 50 + ONE) == ([None] * 50 + [{"n": 1}], 0)


LINES = st.sampled_from(
    [
        'data: {"n":1}',
        'data: {"text":"海边 🌊\u2028\x85"}',
        'data: {"a":',
        'data: "b"}',
        "data:",
        "data: {bad",
        ": comment",
        "event: heartbeat",
        "event: other",
        "id: 1",
        "\ufeffdata: {}",
        "",
        "",
        "",
    ]
)
STREAMS = st.lists(st.tuples(LINES, st.sampled_from(["\n", "\r", "\r\n"])), max_size=12).map(
    lambda lines: "".join(line + end for line, end in lines).encode()
)


def cut(whole: bytes, places: list[int]) -> list[bytes]:
    edges = [0, *sorted(min(place, len(whole)) for place in places), len(whole)]
    return [whole[start:end] for start, end in pairwise(edges)]


def check_cuts(whole: bytes, places: list[int]) -> None:
    decoder = StreamDecoder()
    pieces = [event for piece in cut(whole, places) for event in decoder.feed(piece)] + decoder.close()
    assert (pieces, decoder.skipped) == skipped(whole)


@given(STREAMS, st.lists(st.integers(0, 200), max_size=20))
def test_a_stream_means_the_same_however_it_is_cut(whole: bytes, places: list[int]) -> None:
    check_cuts(whole, places)


@given(st.binary(max_size=200), st.lists(st.integers(0, 200), max_size=20))
def test_no_bytes_at_all_are_too_much(whole: bytes, places: list[int]) -> None:
    check_cuts(whole, places)


def test_the_same_with_many_more_streams(request: pytest.FixtureRequest) -> None:
    if not request.config.getoption("--torture"):
        pytest.skip("a matter of --torture")

    @settings(max_examples=20_000, deadline=None)
    @given(st.one_of(STREAMS, st.binary()), st.lists(st.integers(0, 400), max_size=60))
    def check(whole: bytes, places: list[int]) -> None:
        check_cuts(whole, places)

    check()


# Through a whole client


def answering(*pieces: str) -> Any:
    async def answer(request: Request) -> Response:
        return events_of(*pieces)

    return answer


async def test_what_could_not_be_read_is_told_without_what_it_was(hosted: HostedDouble) -> None:
    notices: list[str] = []
    spoken = json.dumps({"author": "nemo_agent", "content": {"parts": [{"text": "海边\u2028 is done."}]}})
    hosted.on["POST", "/run_sse"] = answering("data: {raw secret\n\n", f"data: {spoken}")
    async with client_of(hosted) as client:
        client.on_notice(notices.append)
        session = await client.new_session()
        assert (await session.send("a title, please")).text == "海边\u2028 is done."
    assert notices == [say("events-skipped", count=1)]


async def test_an_error_of_the_protocol_within_the_stream_is_that_error(hosted: HostedDouble) -> None:
    hosted.on["POST", "/run_sse"] = answering('data: {"code": 2001, "message": "raw: secret"}\n\n')
    async with client_of(hosted) as client:
        session = await client.new_session()
        with pytest.raises(NoCreditsError) as caught:
            await session.send("a title, please")
    assert "secret" not in str(caught.value)


def after_acting(hosted: HostedDouble, make: Callable[[Response], Response]) -> Any:
    """Does what the message asks for, and then answers in another way."""

    async def answer(request: Request) -> Response:
        usual = await hosted.usual(request)
        return make(usual)

    return answer


def renamed(kind: str) -> Callable[[Response], Response]:
    def rename(response: Response) -> Response:
        if kind:
            response.headers["content-type"] = kind
        else:
            del response.headers["content-type"]
        return response

    return rename


@pytest.mark.parametrize(
    "make",
    [
        *map(renamed, ("", "text/plain", "application/octet-stream", "application/x-ndjson")),
        *(
            (lambda response, body=body, status=status: Response(body, status))
            for body, status in ((b"", 200), (b'{"code":0}', 200), (b"", 302), (b"x", 408), (b"x", 499), (b"x", 502))
        ),
    ],
)
async def test_a_message_that_was_acted_on_is_found_out_whatever_the_answer_is(
    hosted: HostedDouble, make: Callable[[Response], Response], tmp_path: Path
) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    async with client_of(hosted) as client:
        session = await client.new_session("en")
        await session.upload(tmp_path / "a.png")
        await session.send("make a slideshow")
        hosted.once("POST", "/run_sse", after_acting(hosted, make))
        reply = await session.send("add a title 'Sea'")
    assert any("Sea" in line for line in reply.changes)
    assert len(hosted.asked("/run_sse")) == 2


@pytest.mark.parametrize(
    "refusal",
    [Response(b"<html>", 403), Response(b"{}", 404), Response(b"", 413), Response(b"", 422), bad(4000), bad(2001, 503)],
)
async def test_a_refusal_is_no_lost_answer(hosted: HostedDouble, refusal: Response) -> None:
    async def refuse(request: Request) -> Response:
        return refusal

    hosted.on["POST", "/run_sse"] = refuse
    async with client_of(hosted) as client:
        session = await client.new_session("en")
        with pytest.raises(P2VError) as caught:
            await session.send("a title, please")
    assert not isinstance(caught.value, ConnectionLostError)
    assert len(hosted.asked("/run_sse")) == 1
