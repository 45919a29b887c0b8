"""The engine as a child process: started at first use, gone with the process that started it.

The parent writes one JSON line to the child's standard input – the secret among it, so that neither arguments nor
environment hold it – and keeps that pipe open. The child answers with one JSON line that names its port. When the
pipe closes, or the parent is no longer the parent, the child goes: also after a `kill -9`, and also where a forked
worker of the parent still holds the pipe.
"""

from __future__ import annotations

import atexit
import json
import os
import secrets
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from photo2video_widgets import settings
from photo2video_widgets.errors import ServiceError
from photo2video_widgets.tokens import Token

_START_SECONDS = 30.0
_STOP_SECONDS = 3.0
_LOG_BYTES = 1 << 20

# The child sees the modules that its parent sees, whatever made them visible, and this very copy of the package. But no
# other folder comes before the standard library: somebody's notebook folder may hold a random.py.
_BOOT = """
import json, sys
hello = json.loads(sys.stdin.buffer.readline())
sys.path.insert(0, hello["root"])
import photo2video_widgets
del sys.path[0]
sys.path.extend(folder for folder in hello["path"] if folder not in sys.path)
from photo2video_widgets.engine.process import run_child
run_child(hello)
"""


class Engine:
    """A running engine. `.base_url` and `.token` are what a client needs; the token appears in no repr."""

    def __init__(self, child: subprocess.Popen[bytes], base_url: str) -> None:
        self._child = child
        self._maker = os.getpid()
        self.base_url = base_url
        self._token = Token(secrets.token_urlsafe(32))
        # The id of the install won't do: it is no secret, other back ends are told it.
        self._client_id = Token(secrets.token_urlsafe(32))

    def __repr__(self) -> str:
        return f"<Engine {'running' if self.alive else 'stopped'}>"

    @property
    def token(self) -> str:
        """What every request must bring."""
        return self._token.reveal()

    @property
    def client_id(self) -> str:
        """What the engine gives its token for, when asked over the wire. As secret as the token."""
        return self._client_id.reveal()

    @property
    def alive(self) -> bool:
        """Whether the child still runs, and is a child of this very process."""
        return self._maker == os.getpid() and self._child.poll() is None

    @property
    def pid(self) -> int:
        """The child's process id."""
        return self._child.pid

    def stop(self) -> None:
        """End the child and wait until it is gone. A forked process leaves its parent's engine alone."""
        if self._maker != os.getpid():
            return
        atexit.unregister(self.stop)
        for pipe in (self._child.stdin, self._child.stdout):
            if pipe and not pipe.closed:
                try:
                    pipe.close()
                except OSError:
                    pass
        try:
            self._child.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.wait()


def start(
    data_dir: str | Path | None = None,
    *,
    allow_private_urls: bool = False,
    dead_after: float = 5.0,
) -> Engine:
    """Start an engine on a free loopback port and wait until it answers.

    `data_dir`: where it keeps things, else the user's data folder. `allow_private_urls`: whether photos may be fetched
    from this machine's own servers. `dead_after`: seconds after which another engine's unfinished render counts as
    abandoned. Raises ServiceError.
    """
    folder = settings.data_folder(data_dir)
    hello = {
        "root": str(Path(__file__).absolute().parents[2]),
        "path": [str(Path(entry).absolute()) for entry in sys.path],
        "data_dir": str(folder),
        "allow_private_urls": allow_private_urls,
        "dead_after": dead_after,
        "parent": os.getpid(),
    }
    try:
        log = _open_log(folder)
    except OSError as problem:
        raise ServiceError(
            f"The engine's data folder can't be written ({problem.strerror}). Set P2V_DATA_DIR to another folder."
        ) from None
    try:
        child = subprocess.Popen(
            [sys.executable, "-P", "-c", _BOOT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
            # An interrupt in a notebook or a terminal goes to the whole process group.
            start_new_session=True, creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )  # fmt: skip
    finally:
        os.close(log)
    engine = Engine(child, "")
    atexit.register(engine.stop)
    too_long = threading.Timer(_START_SECONDS, child.kill)
    too_long.daemon = True
    too_long.start()
    try:
        answer = _shake_hands(engine, child, hello)
    except BaseException:
        engine.stop()
        raise
    finally:
        too_long.cancel()
    engine.base_url = f"http://127.0.0.1:{answer['port']}"
    return engine


def _shake_hands(engine: Engine, child: subprocess.Popen[bytes], hello: dict[str, Any]) -> dict[str, Any]:
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        # In one expression: a traceback that shows variables must not show these.
        child.stdin.write(json.dumps(hello | {"secret": engine.token, "client_id": engine.client_id}).encode() + b"\n")
        child.stdin.flush()
        answer = json.loads(child.stdout.readline())
    except (OSError, ValueError):
        raise ServiceError("The engine did not start. Its engine.log, in the data folder, says why.") from None
    if not isinstance(answer, dict) or "port" not in answer:
        reason = answer.get("error") if isinstance(answer, dict) else None
        raise ServiceError(str(reason or "The engine did not start."))
    return answer


def _open_log(folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / "engine.log"
    flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
    if file.exists() and file.stat().st_size > _LOG_BYTES:
        flags |= os.O_TRUNC
    return os.open(file, flags, 0o600)


_shared: dict[tuple[Path, bool], Engine] = {}
_lock = threading.Lock()


def shared(data_dir: str | Path | None = None, *, allow_private_urls: bool = False) -> Engine:
    """The one engine of this process for that folder: started at first use, again where it has died."""
    key = (settings.data_folder(data_dir), allow_private_urls)
    with _lock:
        engine = _shared.get(key)
        if engine is None or not engine.alive:
            engine = _shared[key] = start(data_dir, allow_private_urls=allow_private_urls)
        return engine


def _forget_lock() -> None:
    # A fork may happen while another thread holds the lock, which nobody would ever release in the new process.
    global _lock
    _lock = threading.Lock()
    _shared.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_lock)


def run_child(hello: dict[str, Any]) -> None:
    """The child's whole life: open the store, serve, say the port, go when the parent goes."""
    from photo2video_widgets.engine import envelope, server

    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    # Whatever a library prints later belongs in the log: nobody reads that pipe, and a full pipe blocks.
    os.dup2(2, 1)

    def say(**answer: Any) -> None:
        answers.write(json.dumps(answer) + "\n")
        answers.close()

    try:
        engine = server.EngineServer(
            Path(hello["data_dir"]),
            secret=hello["secret"],
            client_id=hello["client_id"],
            allow_private_urls=hello["allow_private_urls"],
            dead_after=hello["dead_after"],
        )
    except Exception as problem:
        say(error=envelope.reason(problem))
        raise
    threading.Thread(target=_watch, args=(hello["parent"], engine.stop), daemon=True).start()
    engine.run(on_ready=lambda port: say(port=port))
    # A render or a decoder may still hold a thread; whoever is here has said good-bye already.
    os._exit(0)


def _watch(parent: int, stop: Any) -> None:
    if sys.platform == "win32":
        sys.stdin.buffer.read()
    else:
        import select

        while os.getppid() == parent:
            readable, _, _ = select.select([0], [], [], 1.0)
            if readable and not os.read(0, 4096):
                break
    stop()
    time.sleep(_STOP_SECONDS - 1)
    os._exit(0)
