"""Calls without await, and awaiting across loops."""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import inspect
import io
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import AsyncIterator
from types import ModuleType

import pytest
from IPython.core.interactiveshell import InteractiveShell

from photo2video_widgets import blocking
from photo2video_widgets.errors import P2VError, StoppedError
from photo2video_widgets.phrases import speak


class Worker:
    """Something that lives on the loop thread."""

    def __init__(self) -> None:
        self.thread = 0
        self.cleaned = False
        self.started = threading.Event()
        self.name = "worker"

    async def double(self, number: int) -> int:
        """Twice."""
        self.thread = threading.get_ident()
        await asyncio.sleep(0)
        return number * 2

    async def fail(self) -> None:
        raise P2VError("as planned")

    async def hang(self) -> None:
        self.started.set()
        try:
            await asyncio.sleep(60)
        finally:
            await asyncio.sleep(0.05)
            self.cleaned = True

    async def count(self, most: int) -> AsyncIterator[int]:
        try:
            for number in range(most):
                await asyncio.sleep(0)
                yield number
        finally:
            self.cleaned = True


def test_a_call_blocks_and_gives_the_result() -> None:
    worker = Worker()
    assert blocking.run(worker.double(4)) == 8
    assert worker.thread != threading.get_ident()


def test_an_error_comes_through_as_it_is() -> None:
    with pytest.raises(P2VError, match="as planned"):
        blocking.run(Worker().fail())


def test_an_error_in_words_comes_without_the_way_it_took() -> None:
    try:
        blocking.run(Worker().fail())
    except P2VError as problem:
        shown = traceback.format_exception(problem)
    assert len(shown) < 6
    assert "test_blocking.py" in shown[1]
    assert not any("asyncio" in line or "futures" in line for line in shown)


def test_any_other_error_shows_where_it_arose() -> None:
    async def surprise() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError) as told:
        blocking.run(surprise())
    assert any(entry.name == "surprise" for entry in told.traceback)


def test_a_timeout_of_the_coroutine_is_not_taken_for_waiting() -> None:
    async def late() -> None:
        raise TimeoutError("mine")

    with pytest.raises(TimeoutError, match="mine"):
        blocking.run(late())


async def test_a_call_blocks_within_a_running_loop_too() -> None:
    assert blocking.run(Worker().double(2)) == 4


def test_there_is_one_thread() -> None:
    assert blocking.loop_thread() is blocking.loop_thread()


def test_a_blocking_call_from_the_loop_itself_is_refused() -> None:
    async def nested() -> int:
        return blocking.run(Worker().double(1))

    with pytest.raises(RuntimeError, match="await it"):
        blocking.run(nested())


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX signals")
def test_an_interrupt_cancels_and_waits_for_the_clean_up() -> None:
    worker = Worker()
    # A shell that starts this in the background leaves interrupts ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)

    def interrupt() -> None:
        worker.started.wait()
        os.kill(os.getpid(), signal.SIGINT)

    threading.Thread(target=interrupt).start()
    begun = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            blocking.run(worker.hang())
    finally:
        signal.signal(signal.SIGINT, before)
    assert worker.cleaned
    assert time.monotonic() - begun < 10


def test_a_call_that_is_stopped_from_elsewhere_says_so_in_a_sentence_and_its_own_language() -> None:
    async def stop() -> None:
        task = asyncio.current_task()
        assert task
        speak("zh")
        asyncio.get_running_loop().call_soon(task.cancel)
        await asyncio.sleep(60)

    with pytest.raises(StoppedError, match="已停止") as stopped:
        blocking.run(stop())
    assert stopped.value.__suppress_context__
    shell = InteractiveShell()
    shell.push({"blocking": blocking, "stop": stop})
    with contextlib.redirect_stdout(io.StringIO()) as shown:
        shell.run_cell("blocking.run(stop())")
    assert shown.getvalue().strip() == f"StoppedError: {stopped.value}"


async def test_an_awaiting_cell_is_told_too_but_who_cancels_itself_is_cancelled() -> None:
    worker = Worker()

    class Stopping:
        async def stop(self) -> None:
            task = asyncio.current_task()
            assert task
            asyncio.get_running_loop().call_soon(task.cancel)
            await worker.hang()

    with pytest.raises(StoppedError, match="Stopped"):
        await blocking.loop_thread().bridge(Stopping()).stop()
    assert worker.cleaned


def test_a_submitted_coroutine_can_be_cancelled() -> None:
    worker = Worker()
    task = blocking.loop_thread().submit(worker.hang())
    worker.started.wait()
    task.cancel()
    assert task.ended.wait(5)
    assert worker.cleaned


def test_a_coroutine_that_is_cancelled_at_once_ends_too() -> None:
    for _ in range(10):
        task = blocking.loop_thread().submit(Worker().hang())
        task.cancel()
        assert task.ended.wait(5)
        with pytest.raises(concurrent.futures.CancelledError):
            task.result()


async def test_a_bridge_awaits_across_loops() -> None:
    worker = Worker()
    bridged = blocking.loop_thread().bridge(worker)
    assert await bridged.double(3) == 6
    assert worker.thread != threading.get_ident()
    assert bridged.name == "worker"
    assert (bridged.double.__doc__, str(inspect.signature(bridged.double))) == ("Twice.", "(number: 'int') -> 'int'")
    assert "Worker.double" in repr(bridged.double)
    assert "Worker.count" in repr(bridged.count)
    with pytest.raises(P2VError, match="as planned"):
        await bridged.fail()


async def test_a_bridge_iterates_across_loops() -> None:
    worker = Worker()
    assert [number async for number in blocking.loop_thread().bridge(worker).count(3)] == [0, 1, 2]
    assert worker.cleaned


async def test_an_iteration_that_is_left_is_cleaned_up() -> None:
    worker = Worker()
    numbers = blocking.loop_thread().bridge(worker).count(100)
    assert await anext(numbers) == 0
    await numbers.aclose()  # type: ignore[attr-defined]
    assert worker.cleaned


async def test_a_cancelled_await_waits_until_the_other_side_has_stopped() -> None:
    worker = Worker()
    task = asyncio.create_task(blocking.loop_thread().bridge(worker).hang())
    while not worker.started.is_set():
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert worker.cleaned


def test_nested_loops_are_refused_where_they_silence_the_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = ModuleType("ipykernel")
    kernel.__version__ = "7.4.0"  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "ipykernel", kernel)
    with pytest.raises(P2VError, match="await"):
        blocking.allow_nested_loops()
