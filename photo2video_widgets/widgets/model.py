"""The panel's model: a session with a face. Its traits are what every view shows; messages carry commands and bytes.

Everything here happens on the background thread that owns the loop: a handler of the kernel only hands over, from
whichever thread it is called on, and traits are set from that loop, also while a cell runs.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import secrets
import sys
from collections.abc import Callable, Coroutine, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import anywidget
import traitlets as t

from .. import intake
from ..blocking import loop_thread
from ..client import Client
from ..draft import Draft
from ..errors import ExportCancelledError, P2VError, PlanError
from ..exports import ExportProgress
from ..photos import MAX_BYTES, accepted
from ..phrases import say, speak
from ..reply import Reply
from ..session import Session
from ..settings import language_model
from ..video import EMBEDDED_BYTES, Video, facts
from ..watching import Changed, Ended, Exported, ExportStarted, Happening, TurnStarted, Uploaded
from .activity import Activity, TurnLog
from .control import listen
from .history import Hands
from .keeping import Keeping
from .preview import Preview
from .suggestions import LANGUAGES, suggestions
from .transfer import Inbox, Piece, beside, found, notebook_folder, poster, read_piece

Kept = TypeVar("Kept")
STATIC = Path(__file__).resolve().parent.parent / "static"
LATER = ("painting", "chinese")
_LABELS = {"local": "On this computer", "nemo": "NemoVideo", "custom": "Remote engine"}


def built(name: str) -> str:
    file = STATIC / name
    if not file.is_file():
        raise P2VError("The front end has not been built: run `pip install .` in the project's folder.")
    return file.read_text("utf-8")


class PanelModel(anywidget.AnyWidget):
    """What a panel's views show, and what they may ask for; `Panel` is its public side."""

    draft = t.Dict().tag(sync=True)
    revision = t.Int(0).tag(sync=True)
    can_undo = t.Bool(False).tag(sync=True)
    can_redo = t.Bool(False).tag(sync=True)
    phase = t.Unicode("connecting").tag(sync=True)
    problem = t.Unicode("").tag(sync=True)
    # Views are told by messages: of a log that grows with every word a trait would send all each time.
    entries: t.List[Any] = t.List()
    photos: t.List[Any] = t.List().tag(sync=True)
    exporting = t.Dict().tag(sync=True)
    film = t.Dict(allow_none=True, default_value=None).tag(sync=True)
    backend = t.Dict().tag(sync=True)
    accept: t.List[Any] = t.List().tag(sync=True)
    max_bytes = t.Int(MAX_BYTES).tag(sync=True)
    language = t.Unicode("").tag(sync=True)
    suggestions: t.List[Any] = t.List().tag(sync=True)
    control = t.Unicode("").tag(sync=True)

    def __init__(self, client: Client, language: str, session: str = "") -> None:
        if language not in ("", "en", "zh"):
            raise P2VError(f'language: must be "en", "zh" or "" for the page\'s own, not {language!r}')
        self._client = client
        self._keeping = Keeping(self, client, session)
        self._session: Session | None = None
        self._films: dict[str, Path] = {}
        self._inbox = Inbox(client.data_dir / "incoming")
        self._handing = asyncio.Lock()
        self._page_language = ""
        # Where the kernel began is the notebook's folder, as far as the server is concerned.
        self._folder = Path.cwd()
        self._closed = False
        self._as_text = False
        self._running: list[str] = []
        self._told_problem = ""
        self._tasks: set[asyncio.Task[None]] = set()
        self._export_entry = 0
        self._esm = built("panel.js")
        self._thread = loop_thread()
        self._preview = Preview(self.send_message, self._ready)
        name = self._client.backend
        super().__init__(
            accept=list(accepted),
            exporting=exporting("idle"),
            backend={"name": name, "label": _LABELS[name], "hosted": name == "nemo"},
            language=language,
            suggestions=suggestions([], {}, language or "en"),
        )
        self._activity = Activity(self._show_log)
        self._turn = TurnLog(self._activity)
        self._hands = Hands(self, self._ready, self._show_draft)
        self.on_msg(self._on_message)
        identity = self.model_id or ""
        self.set_trait("control", identity if listen(identity, self) else "")
        self._connecting = self._thread.submit(self._connect())

    def __repr__(self) -> str:
        return f"<Panel: photos in, a film out; {self.backend['label']}>"

    # The connection

    async def _connect(self) -> Session:
        self.set_trait("phase", "connecting")
        try:
            await self._client.open()
            self._session = await self._keeping.session(self.language)
            self._session.language = self._session.language or self._page_language
        except P2VError as problem:
            self._set(phase="failed", problem=problem.message)
            raise
        except BaseException:
            self._set(phase="failed", problem=say("given-up"))
            raise
        self._client.on_notice(lambda text: self._activity.add("notice", text))
        self._session.watch(self._heard)
        self._set(phase="ready", problem="")
        self._count_credits()
        self._thread.loop.run_in_executor(None, get_ready)
        await self._keeping.bring_back(self._session)
        model = language_model() if self._client.backend == "local" else None
        if model is not None:
            self._activity.add("notice", say("model-asked", model=model.model[:60]))
        return self._session

    async def _ready(self) -> Session:
        if self._closed:
            raise P2VError("This panel has been closed. Make a new one: p2v.Panel()")
        if self._connecting.cancelled() or (self._connecting.done() and self._connecting.exception()):
            self._connecting = self._thread.submit(self._connect())
        # Whoever waits may be interrupted; the connection is everybody's and goes on.
        return await asyncio.shield(asyncio.wrap_future(self._connecting))

    async def _shut_down(self) -> None:
        self._closed = True
        # A connection that is still being made would be left open by nobody's hand.
        self._connecting.cancel()
        with contextlib.suppress(asyncio.CancelledError, P2VError):
            await asyncio.wrap_future(self._connecting)
        self._keeping.stop()
        if self._session:
            await self._session.cancel()
        for task in self._tasks:
            task.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        self._inbox.clear()
        await self._client.aclose()

    # What views say

    def _on_message(self, _widget: object, content: Mapping[str, Any], buffers: Sequence[memoryview]) -> None:
        self.hear(content, buffers)

    def hear(self, content: Mapping[str, Any], buffers: Sequence[memoryview]) -> None:
        """Do what a view says; called on any thread."""
        # The kernel may reuse the buffers, and this thread isn't ours: take a copy and hand over.
        pieces = [bytes(buffer) for buffer in buffers]
        self._thread.loop.call_soon_threadsafe(self._handle, dict(content), pieces)

    def _handle(self, content: dict[str, Any], buffers: list[bytes]) -> None:
        kind = str(content.get("type"))
        if kind.startswith("upload_"):
            # Not a task each: pieces must be written in the order in which they come.
            self._on_upload(kind, str(content.get("id")), content, buffers)
            return
        handlers: dict[str, Callable[[dict[str, Any]], Coroutine[Any, Any, Any]]] = {
            "hello": self._on_hello,
            "send": lambda message: watched(self._say(str(message.get("text", "")))),
            "stop": self._on_stop,
            "export": lambda message: watched(self._export(None, renderer=str(message.get("renderer") or ""))),
            "thumbnail": self._on_thumbnail,
            "film": self._on_film,
            "embed": lambda message: self._embed(float(message.get("max_mb", EMBEDDED_BYTES / 1e6))),
            "link": self._on_link,
            **self._hands.handlers(),
            "proxy": self._preview.proxy,
            "caption": self._preview.caption,
            "sound": lambda message: self._preview.sound(message, Draft(self.draft)),
            "module": self._on_module,
        }
        handler = handlers.get(kind)
        if handler:
            self._do(handler(content))

    def _do(self, work: Coroutine[Any, Any, Any]) -> None:
        task = self._thread.loop.create_task(self._told(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        # Of a task that ends before it begins this would be left over.
        task.add_done_callback(lambda _: work.close())

    async def _told(self, work: Coroutine[Any, Any, Any]) -> None:
        """Do what a view asked for; what goes wrong is told in the log, not in a kernel's console."""
        speak(self.language or self._page_language)
        try:
            await work
        except (ExportCancelledError, asyncio.CancelledError):
            pass
        except P2VError as problem:
            self._activity.add("error", problem.message)
        except Exception as surprise:
            self._activity.add("error", say("went-wrong-how", kind=type(surprise).__name__))
            print(f"photo2video_widgets: {type(surprise).__name__}", file=sys.stderr)

    def send_message(self, kind: str, buffers: Sequence[bytes] = (), **content: Any) -> None:
        """Send a message to every view."""
        if buffers and self._as_text:
            content["base64"] = base64.b64encode(buffers[0]).decode()
            buffers = ()
        self.send({"type": kind, **content}, buffers=list(buffers))

    def _set(self, **traits: Any) -> None:
        with self.hold_sync():
            for name, value in traits.items():
                self.set_trait(name, value)

    async def _on_hello(self, message: dict[str, Any]) -> None:
        # Some hosts lose the bytes that go beside a message.
        self._as_text = self._as_text or bool(message.get("text"))
        self._show_log(self._activity.entries, self._activity.entries)
        if not self.language and message.get("language") in LANGUAGES:
            # The page's language is known to the page alone.
            self._page_language = message["language"]
            self._suggest()
            if self._session:
                self._session.language = self._session.language or self._page_language
        if self.phase == "failed" and message.get("retry"):
            self._connecting = self._thread.submit(self._connect())

    def _show_log(self, entries: list[dict[str, Any]], changed: list[dict[str, Any]]) -> None:
        self.set_trait("entries", entries)
        self.send_message("log", entries=changed, first=entries[0]["id"] if entries else 0)

    # Files

    def _on_upload(self, kind: str, identity: str, message: dict[str, Any], buffers: list[bytes]) -> None:
        name = intake.plain_name(str(message.get("name", "")))
        try:
            self._write(kind, identity, name, message, buffers)
        except P2VError as problem:
            self._fail_upload(identity, name, problem.message)
        except (OSError, ValueError, TypeError) as problem:
            reason = getattr(problem, "strerror", None) or type(problem).__name__
            self._fail_upload(identity, name, f"{name}: it can't be kept here ({reason})")

    def _fail_upload(self, identity: str, name: str, message: str) -> None:
        self._inbox.drop(identity)
        self.send_message("upload_failed", id=identity, name=name, message=message)

    def _write(self, kind: str, identity: str, name: str, message: dict[str, Any], buffers: list[bytes]) -> None:
        if kind == "upload_start":
            there = self._inbox.start(identity, name, int(message.get("size", 0)))
            self.send_message("upload_ack", id=identity, offset=there, attempt=int(message.get("attempt", 0)))
        elif kind == "upload_chunk":
            piece = Piece.of(message, buffers)
            written = self._inbox.write(identity, piece)
            if written is not None:
                self.send_message("upload_ack", id=identity, offset=written, problem=piece.problem)
        elif kind == "upload_end":
            self._do(self._take_in(identity))
        elif kind == "upload_cancel":
            self._inbox.drop(identity)
        elif kind == "upload_path":
            self._do(self._take_from_here(identity, str(message.get("path", "")), bool(message.get("beside"))))

    async def _take_in(self, identity: str) -> None:
        try:
            source = self._inbox.finish(identity)
        except P2VError as problem:
            self._fail_upload(identity, "", problem.message)
            return
        if source is None:
            return
        try:
            await self._inbox.first(identity)
            files = await self._hand_over([source])
            asset = files[0].get("asset", "") if files else ""
            self.send_message("upload_done", id=identity, name=source.name, asset=asset)
        except P2VError as problem:
            self.send_message("upload_failed", id=identity, name=source.name, message=problem.message)
        finally:
            self._inbox.drop(identity)

    async def _take_from_here(self, identity: str, path: str, from_notebook: bool) -> None:
        """Take files that the kernel's machine has: a path, a folder, a pattern or an address.

        With `from_notebook` it is named from the notebook's folder, wherever code in a cell has gone since.
        """
        name = intake.plain_name(path)
        try:
            files = await self._hand_over(found(path, notebook_folder()) if from_notebook else path)
            self.send_message("upload_done", id=identity, name=name, asset="", count=len(files))
        except P2VError as problem:
            self.send_message("upload_failed", id=identity, name=name, message=problem.message)

    async def _add(self, items: object) -> None:
        await self._hand_over(items)

    async def _hand_over(self, items: object) -> list[dict[str, Any]]:
        session = await self._ready()
        # The order in which files come is the order of the film.
        async with self._handing:
            return await session.upload(items, skip_bad=True)

    # What happens in the session, whoever asked for it: this panel, another view of it, or code in a cell

    def _heard(self, happening: Happening) -> None:
        match happening:
            case TurnStarted(text):
                self._activity.add("user", text)
                self._turn = TurnLog(self._activity)
                self._begin("thinking")
            case ExportStarted(path):
                self._keeping.making(path)
                self._export_entry = self._activity.add("tool", "export", open=True, progress=0.0)
                self.set_trait("exporting", exporting("running"))
                self._begin("rendering")
            case ExportProgress(frame, frames, stage):
                self._activity.change(self._export_entry, progress=round(happening.part, 3))
                self.set_trait("exporting", exporting("running", frame, frames, stage))
            case Exported(video):
                self._show_film(video)
                self._activity.add("notice", f"{video.path.name}: {facts(video)}")
            case Changed(changes):
                for line in changes:
                    self._activity.add("change", line)
                self._do(self._show_draft())
            case Uploaded():
                self._show_uploads()
            case Ended():
                self._end(happening)
                self._keeping.later()
            case _:
                self._turn(happening)

    def _begin(self, phase: str) -> None:
        self._running.append(phase)
        self.set_trait("phase", phase)

    def _end(self, ended: Ended) -> None:
        # A message that asks for an edit and an export holds the export within its turn.
        self._running.remove("thinking" if ended.of == "turn" else "rendering")
        if ended.of == "export":
            self._activity.change(self._export_entry, open=False)
            if ended.stopped or ended.problem:
                status = "cancelled" if ended.stopped else "failed"
                # What the plan doesn't allow there can be done here.
                offer = "local" if ended.code == PlanError.default_code else ""
                self.set_trait("exporting", exporting(status, message=ended.problem, offer=offer))
        told = ended.problem or (say("stopped") if ended.stopped else "")
        if told and told != self._told_problem:
            self._activity.add("error" if ended.problem else "notice", told)
        self._told_problem = told if self._running else ""
        if not self._running:
            self._activity.close_open()
        self.set_trait("phase", self._running[-1] if self._running else "ready")
        self._count_credits()

    def _count_credits(self) -> None:
        if self.backend["hosted"]:
            self._do(watched(self._show_credits()))

    async def _show_credits(self) -> None:
        if self._session and self._session.id:
            balance = await self._session.credits()
            left = balance.get("available")
            credits = left if isinstance(left, int | float) and not balance.get("unlimited") else None
            frozen = balance.get("frozen")
            held = frozen if isinstance(frozen, int | float) else 0
            account = {"credits": credits, "held": held, "anonymous": self._client.is_anonymous, "linked": True}
            self.set_trait("backend", {**self.backend, **account})

    async def _on_link(self, message: dict[str, Any]) -> None:
        """The project's page: told to whoever asks, kept nowhere."""
        url, problem = "", ""
        try:
            url = await (await self._ready()).claim_link()
        except P2VError as failed:
            problem = failed.message
        self.send_message("link", url=url, message=problem)

    async def _show_draft(self) -> None:
        session = await self._ready()
        draft = await session.draft()
        self._set(
            draft=draft.data, revision=session.revision, can_undo=session.can_undo, can_redo=session.can_redo
        )  # fmt: skip
        self._suggest()
        self._keeping.later()

    def _suggest(self) -> None:
        language = self.language or self._page_language or "en"
        self.set_trait("suggestions", suggestions(self.photos, self.draft, language))

    def _show_uploads(self) -> None:
        keys = ("asset", "name", "kind", "width", "height", "duration")
        uploads = self._session.uploads if self._session else []
        self.set_trait("photos", [{key: file.get(key) for key in keys} for file in uploads])
        self._suggest()

    def _show_film(self, video: Video) -> None:
        identity = secrets.token_hex(8)
        self._films = {identity: video.path.absolute()}
        self._keeping.film = video
        shape = {key: getattr(video, key) for key in ("size", "duration", "width", "height")}
        place = {"beside": beside(video.path, self._folder), "embeds": hasattr(self, "embed")}
        self._set(exporting=exporting("done"), film={"id": identity, "name": video.path.name, **shape, **place})

    # What the notebook keeps

    def _repr_mimebundle_(self, **options: Any) -> Any:
        self._keeping.show()
        return super()._repr_mimebundle_(**options)

    async def _then_kept(self, work: Coroutine[Any, Any, Kept]) -> Kept:
        """For who waits for the work: when it has ended, the notebook has what it led to."""
        result = await work
        await self._keeping.now()
        return result

    async def _embed(self, max_mb: float) -> None:
        await self._keeping.embed(max_mb)
        # What is kept is shown once the panel isn't: here nothing is to be seen of it.
        self._activity.add("notice", say("film-kept", name=self.film["name"]))

    async def _save_html(self, path: Path, max_mb: float) -> Path:
        await self._ready()
        said = [entry["text"] for entry in self.entries if entry["kind"] == "user"]
        return await self._keeping.save_html(path, said, max_mb)

    # What views ask for

    async def _say(self, text: str) -> Reply:
        session = await self._ready()
        reply = await session.say(text)
        await self._show_draft()
        if reply.changes and not self._client.is_engine:
            # The service goes on by itself: music, title, effects.
            self._do(session.later_reports())
        return reply

    async def _export(self, path: str | Path | None, *, renderer: str = "") -> Video:
        session = await self._ready()
        return await session.export(path or await session.free_name(), renderer=renderer)

    async def _on_module(self, message: dict[str, Any]) -> None:
        """What views need after their first paint: no part of the bundle, which each panel loads and saves."""
        name = message.get("name")
        if name in LATER:
            self.send_message("module", name=name, text=built(f"{name}.js"))

    async def _on_stop(self, message: dict[str, Any]) -> None:
        await (await self._ready()).cancel()

    async def _on_thumbnail(self, message: dict[str, Any]) -> None:
        asset, width = str(message.get("asset")), max(16, min(1280, int(message.get("width", 160))))
        picture = b""
        try:
            if asset.startswith("film:"):
                picture = await asyncio.to_thread(poster, self._films.get(asset.removeprefix("film:")), width)
            else:
                picture = await (await self._ready()).thumbnail(asset, width)
        finally:
            self.send_message("thumbnail", [picture], asset=asset, width=width)

    async def _on_film(self, message: dict[str, Any]) -> None:
        identity = str(message.get("id"))
        path = self._films.get(identity)
        if path is None:
            self.send_message("film_failed", id=identity, message="This film has been replaced by a newer one.")
            return
        try:
            piece, total = await asyncio.to_thread(read_piece, path, message)
        except OSError:
            self.send_message("film_failed", id=identity, message=f"{path.name} is gone; export it again.")
        else:
            offset = int(message.get("offset", 0))
            self.send_message("film", [piece], id=identity, offset=offset, length=len(piece), total=total)


def get_ready() -> None:
    """Load what the first message is routed by, and its patterns, while it is typed."""
    from .. import director

    director.language_of("a film")
    director.route("a film")


async def watched(work: Coroutine[Any, Any, object]) -> None:
    """For what the session itself tells of: a failure is in the log already."""
    with contextlib.suppress(P2VError):
        await work


def exporting(
    status: str, frame: int = 0, frames: int = 0, stage: str = "", message: str = "", offer: str = ""
) -> dict[str, Any]:
    return {"status": status, "frame": frame, "frames": frames, "stage": stage, "message": message, "offer": offer}
