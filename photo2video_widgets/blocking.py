"""The same calls without `await`: one background thread owns an event loop, and whoever blocks waits for it.

A notebook's own loop is busy while a cell runs, so nothing here touches it: a blocking call hands its coroutine to
the thread and waits, an awaiting one from another loop waits through a bridge.
"""

from __future__ import annotations

import asyncio
import concurrent.futures
import contextlib
import functools
import inspect
import os
import sys
import threading
from collections.abc import AsyncGenerator, Callable, Coroutine
from typing import Any, TypeVar, cast

from .errors import P2VError, StoppedError
from .phrases import say

T = TypeVar("T")

# Where waiting for a lock can't be interrupted (Windows), an interrupt is noticed within this time.
_GLANCE_SECONDS = 0.5


class LoopThread:
    """A daemon thread that runs an event loop for ever. Use `loop_thread()`: one is enough."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._live, name="photo2video-loop", daemon=True)
        self._thread.start()

    def _live(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()

    @property
    def alive(self) -> bool:
        """Whether the thread runs, which it doesn't in a forked process."""
        return self._thread.is_alive()

    @property
    def loop(self) -> asyncio.AbstractEventLoop:
        """The thread's loop."""
        return self._loop

    @property
    def is_here(self) -> bool:
        """Whether this is the thread itself."""
        return threading.current_thread() is self._thread

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Wait for a coroutine. An interrupt cancels it, and is passed on once it has ended.

        Raises StoppedError where it was cancelled from elsewhere.
        """
        if self.is_here:
            work.close()
            raise RuntimeError("A blocking call from the loop's own thread would wait for itself: await it instead.")
        task = Task(work, self._loop)
        try:
            # Started only here, so that an interrupt finds either nothing begun or something to cancel.
            task.start()
            while not task.ended.wait(_GLANCE_SECONDS):
                pass
        except BaseException:
            task.cancel()
            task.ended.wait()
            raise
        try:
            return task.result()
        except concurrent.futures.CancelledError:
            raise StoppedError(task.farewell) from None
        except P2VError as problem:
            # Its message says all there is to say: the way through the loop would only hide the caller's own line.
            raise problem.with_traceback(None) from None

    def submit(self, work: Coroutine[Any, Any, T]) -> Task[T]:
        """Start a coroutine without waiting."""
        task = Task(work, self._loop)
        task.start()
        return task

    def bridge(self, target: T) -> T:
        """`target`, an object that belongs to the thread's loop, for any other loop: its coroutines and async
        generators can be awaited there. Everything else of it is passed on as it is."""
        return cast(T, _Bridge(target, self))


class Task(concurrent.futures.Future[T]):
    """A coroutine at work on the loop thread. `ended` is set once it has really ended, its clean-up included.

    `farewell` is what whoever waits is told where it is stopped.
    """

    def __init__(self, work: Coroutine[Any, Any, T], loop: asyncio.AbstractEventLoop) -> None:
        super().__init__()
        self.ended = threading.Event()
        self.farewell = say("call-stopped")
        self._work = work
        self._loop = loop
        self._task: asyncio.Task[None] | None = None
        self.set_running_or_notify_cancel()

    def start(self) -> None:
        """Begin."""
        self._loop.call_soon_threadsafe(self._begin)

    def cancel(self) -> bool:
        """Ask the coroutine to stop; whether it does shows in `ended` and in the result."""
        if self.ended.is_set():
            return False
        self._loop.call_soon_threadsafe(self._cancel)
        return True

    def _cancel(self) -> None:
        if self._task:
            self._task.cancel()
        else:
            self._never_ran()

    def _begin(self) -> None:
        if not self.ended.is_set():
            self._task = self._loop.create_task(self._live())
            # A task that is cancelled before its first step doesn't run at all.
            self._task.add_done_callback(lambda task: self._never_ran())

    def _never_ran(self) -> None:
        if not self.ended.is_set():
            self._work.close()
            self._settle(lambda: self.set_exception(concurrent.futures.CancelledError()))

    async def _live(self) -> None:
        try:
            result = await self._work
        except asyncio.CancelledError:
            # Only here is known which language was spoken meanwhile.
            self.farewell = say("call-stopped")
            self._settle(lambda: self.set_exception(concurrent.futures.CancelledError()))
        except BaseException as problem:
            told = problem
            self._settle(lambda: self.set_exception(told))
        else:
            self._settle(lambda: self.set_result(result))

    def _settle(self, settle: Callable[[], None]) -> None:
        self.ended.set()
        settle()


class _Bridge:
    """See LoopThread.bridge."""

    def __init__(self, target: Any, thread: LoopThread) -> None:
        self._p2v_target = target
        self._p2v_thread = thread

    def __repr__(self) -> str:
        return repr(self._p2v_target)

    def __dir__(self) -> list[str]:
        return [name for name in dir(self._p2v_target) if not name.startswith("_")]

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._p2v_target, name)
        thread = self._p2v_thread
        if inspect.iscoroutinefunction(value):

            @functools.wraps(value)
            async def call(*args: Any, **options: Any) -> Any:
                return await _across(thread, value(*args, **options))

            return call
        if inspect.isasyncgenfunction(value):

            @functools.wraps(value)
            async def generate(*args: Any, **options: Any) -> AsyncGenerator[Any, None]:
                source = value(*args, **options)
                try:
                    while True:
                        try:
                            item = await _across(thread, anext(source))
                        except StopAsyncIteration:
                            return
                        yield item
                finally:
                    await _across(thread, source.aclose())

            return generate
        return value


async def _across(thread: LoopThread, work: Any) -> Any:
    """Await something on the thread's loop from whichever loop this is."""
    if thread.is_here:
        return await work

    async def wait() -> Any:
        # A StopAsyncIteration can't leave a coroutine as it is.
        try:
            return True, await work
        except StopAsyncIteration:
            return False, None

    task = thread.submit(wait())
    here = asyncio.wrap_future(task)
    try:
        more, value = await asyncio.shield(here)
    except P2VError as problem:
        raise problem.with_traceback(None) from None
    except asyncio.CancelledError:
        me = asyncio.current_task()
        if task.ended.is_set() and not (me and me.cancelling()):
            raise StoppedError(task.farewell) from None
        # Wait until it has stopped there too, so that a cancelled export leaves nothing behind.
        task.cancel()
        with contextlib.suppress(BaseException):
            await here
        raise
    if not more:
        raise StopAsyncIteration
    return value


_thread: LoopThread | None = None
_owner = 0
_lock = threading.Lock()


def loop_thread() -> LoopThread:
    """The process's one loop thread, started at first use; a forked process gets its own."""
    global _thread, _owner
    with _lock:
        if _thread is None or _owner != os.getpid() or not _thread.alive:
            _thread, _owner = LoopThread(), os.getpid()
        return _thread


def run(work: Coroutine[Any, Any, T]) -> T:
    """Wait for a coroutine on the loop thread, in a script or in a running cell."""
    return loop_thread().run(work)


def allow_nested_loops() -> None:
    """Let `asyncio.run` work inside a cell, by nest-asyncio; nothing in this package needs it.

    It patches asyncio for the whole process and says so. Raises P2VError where it would silence the kernel
    (ipykernel 7.4 and later) or where nest-asyncio isn't installed.
    """
    kernel = sys.modules.get("ipykernel")
    version = tuple(int(part) for part in getattr(kernel, "__version__", "0").split(".")[:2] if part.isdigit())
    if kernel is not None and version >= (7, 4):
        raise P2VError(
            f"With ipykernel {kernel.__version__} nested loops silence the kernel, so this is not done. "
            "Use `await` in the cell, or the blocking calls such as p2v.make(…), which work as they are."
        )
    try:
        import nest_asyncio
    except ImportError:
        raise P2VError("Nested loops need the package nest-asyncio: pip install nest-asyncio.") from None
    nest_asyncio.apply()
    print("asyncio is patched for this process: asyncio.run() now works inside a running loop (nest-asyncio).")
