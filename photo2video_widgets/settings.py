"""What the environment says, where things are kept, and how long to wait: nothing here opens a connection."""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import platformdirs

from . import __version__
from .errors import P2VError
from .phrases import say

PRODUCT = "free-photo-to-video-ai"
FOLDER = "photo2video_widgets"
HOSTED_API = "https://mega-api-prod.nemovideo.ai"
HOSTED_WEB = "https://nemovideo.com"

_unkept: dict[str, str] = {}
_TOKEN_SECONDS = 7 * 24 * 3600
_INSTALL_PLACES = ((".clawhub", "clawhub"), (".cursor/skills", "cursor"))


@dataclass(frozen=True)
class Timing:
    """Every wait of the protocol, in seconds.

    `poll`: between two looks at an export that tells no progress of its own, and at what the service adds after its
    answer. `recovery`: before the first look at the state after a lost connection; later looks wait twice as long.
    `still_working`: between two notices that work goes on. `silence`: how long a stream may bring heartbeats only.
    `retry`: before the one repeat of a request that came too early (429); repeats of a failed read wait no longer than
    this either. `pause`: before the first repeat of a failed read; an engine on this machine is looked at again after
    it as well. `turn`: the longest that the answer to a message may take. `generation`: how long the service may go on
    adding to a film after its answer. `connect`, `read` and `upload`: the longest wait for a connection, for the next
    bytes of an answer, and for the answer to an upload.
    """

    poll: float = 30.0
    recovery: float = 30.0
    still_working: float = 120.0
    silence: float = 600.0
    retry: float = 30.0
    pause: float = 0.5
    turn: float = 900.0
    generation: float = 300.0
    connect: float = 10.0
    read: float = 60.0
    upload: float = 600.0

    def __post_init__(self) -> None:
        for name, value in vars(self).items():
            if not value > 0:
                raise P2VError(say("timing", name=name, value=f"{value!r:.20}"))


def user_token() -> str | None:
    """The user's own token (`NEMO_TOKEN`), or None."""
    return os.environ.get("NEMO_TOKEN", "").strip() or None


def api_url() -> str:
    """Where the hosted service is (`NEMO_API_URL`)."""
    return os.environ.get("NEMO_API_URL", "").strip() or HOSTED_API


def web_url() -> str:
    """The base of the links that a person opens (`NEMO_WEB_URL`), without a slash at its end."""
    return (os.environ.get("NEMO_WEB_URL", "").strip() or HOSTED_WEB).rstrip("/")


def platform(install_path: Path | None = None) -> str:
    """Where this package was installed from, as the attribution header names it."""
    if named := os.environ.get("SKILL_SOURCE", "").strip():
        return named
    path = (install_path or Path(__file__)).absolute()
    for place, name in _INSTALL_PLACES:
        if path.is_relative_to(Path.home() / place):
            return name
    return "unknown"


def attribution() -> dict[str, str]:
    """The headers that say which product sent a request."""
    return {
        "X-Skill-Source": PRODUCT,
        "X-Skill-Version": __version__,
        "X-Skill-Platform": platform(),
    }


def data_folder(chosen: str | Path | None = None) -> Path:
    """Where the engine keeps photos, drafts and films: `chosen`, else `P2V_DATA_DIR`, else the user's data folder."""
    named = chosen or os.environ.get("P2V_DATA_DIR", "").strip()
    return Path(named).expanduser().absolute() if named else Path(platformdirs.user_data_dir(FOLDER, False))


def config_folder() -> Path:
    """Where the install's own facts are kept: `P2V_CONFIG_DIR`, else the user's config folder."""
    named = os.environ.get("P2V_CONFIG_DIR", "").strip()
    return Path(named).expanduser().absolute() if named else Path(platformdirs.user_config_dir(FOLDER, False))


@dataclass(frozen=True)
class LanguageModel:
    """Where a model of the user's own is, and what it is called."""

    url: str
    model: str
    key: str = field(default="", repr=False)


def language_model() -> LanguageModel | None:
    """The model that the environment names (`P2V_LLM_URL`, `P2V_LLM_MODEL`, `P2V_LLM_KEY`), if it does."""
    url, model, key = (os.environ.get(f"P2V_LLM_{name}", "").strip() for name in ("URL", "MODEL", "KEY"))
    return LanguageModel(url.rstrip("/"), model, key) if url and model else None


def client_id() -> str:
    """The UUID of this install (`NEMO_CLIENT_ID`, else a file made once, readable by its owner only)."""
    if named := os.environ.get("NEMO_CLIENT_ID", "").strip():
        return named
    file = config_folder() / "client_id"
    return _kept(file) or _made(file, lambda: str(uuid.uuid4()))


def new_client_id() -> str:
    """Another UUID, in place of one that the service doesn't take."""
    made = str(uuid.uuid4())
    keep(config_folder() / "client_id", made)
    return made


def engine_token() -> str:
    """The token of `photo2video serve`: random, in a file made once, readable by its owner only."""
    return kept_engine_token() or _made(config_folder() / "engine_token", lambda: secrets.token_urlsafe(32))


def kept_engine_token() -> str | None:
    """The same, or None where this user never ran `photo2video serve`."""
    return _kept(config_folder() / "engine_token")


def anonymous_token(origin: str) -> str | None:
    """The token that the service at `origin` gave this install earlier, or None; tokens of a past age are none."""
    entry = _anonymous_tokens().get(f"{origin} {client_id()}")
    return entry["token"] if entry else None


def keep_anonymous_token(origin: str, token: str) -> None:
    """Keep a token for as long as it is valid, in a file that only its owner can read."""
    kept = _anonymous_tokens()
    kept[f"{origin} {client_id()}"] = {"token": token, "until": time.time() + _TOKEN_SECONDS}
    keep(config_folder() / "anonymous_tokens", json.dumps(kept))


def forget_anonymous_token(origin: str, token: str) -> None:
    """Drop a token that is refused, unless another process has a newer one by now."""
    kept = _anonymous_tokens()
    key = f"{origin} {client_id()}"
    if key in kept and kept[key]["token"] == token:
        del kept[key]
        keep(config_folder() / "anonymous_tokens", json.dumps(kept))


def _anonymous_tokens() -> dict[str, dict[str, Any]]:
    try:
        kept = json.loads((config_folder() / "anonymous_tokens").read_bytes())
    except (OSError, ValueError):
        return {}
    return {key: entry for key, entry in kept.items() if _is_fresh(entry)} if isinstance(kept, dict) else {}


def _is_fresh(entry: Any) -> bool:
    if not isinstance(entry, dict) or not isinstance(entry.get("token"), str):
        return False
    until = entry.get("until")
    # Clocks are set back at times; one that is a day wrong is damaged, or the file is.
    return isinstance(until, int | float) and time.time() < until <= time.time() + _TOKEN_SECONDS + 24 * 3600


def keep(file: Path, text: str) -> None:
    """Put a text in place of a file at once. A folder that can't be written costs the keeping, nothing else."""
    draft = file.with_name(f"{file.name}.{uuid.uuid4().hex}")
    try:
        _write_new(draft, text)
        draft.replace(file)
    except OSError:
        return
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)


def _kept(file: Path) -> str | None:
    try:
        text = file.read_text("ascii", errors="replace").strip()
    except OSError:
        return None
    return text if re.fullmatch(r"[0-9A-Za-z_-]{8,64}", text) else None


def _made(file: Path, make: Callable[[], str]) -> str:
    made = make()
    try:
        if file.exists() and not _kept(file):
            file.unlink(missing_ok=True)
        _write_once(file, made)
        return file.read_text("ascii").strip()
    except OSError:
        # Where nothing can be kept it holds for this process.
        return _unkept.setdefault(str(file), made)


def _write_once(file: Path, text: str) -> None:
    """Two processes that start together end up with the same content: the second finds the first one's file."""
    draft = file.with_name(f"{file.name}.{uuid.uuid4().hex}")
    _write_new(draft, text)
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    except OSError:  # a file system without hard links
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def _write_new(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(text)
