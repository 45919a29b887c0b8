"""What the environment says, where things are kept, and how long to wait: nothing here opens a connection."""

from __future__ import annotations

import os
import re
import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

import platformdirs

PRODUCT = "free-photo-to-video-ai"
FOLDER = "photo2video_widgets"
HOSTED_API = "https://mega-api-prod.nemovideo.ai"
HOSTED_WEB = "https://nemovideo.com"

_INSTALL_PLACES = ((".clawhub", "clawhub"), (".cursor/skills", "cursor"))


@dataclass(frozen=True)
class Timing:
    """Every wait of the protocol, in seconds.

    `poll`: between two looks at an export that tells no progress of its own. `recovery`: before the first look
    at the draft after a lost connection; later looks wait twice as long. `still_working`: between two notices
    that work goes on. `silence`: how long a stream may bring heartbeats only. `retry`: before the one repeat of
    a request that came too early (429); repeats of a failed read wait no longer than this either.
    """

    poll: float = 30.0
    recovery: float = 30.0
    still_working: float = 120.0
    silence: float = 600.0
    retry: float = 30.0


@cache
def version() -> str:
    """The version of the package: what the installation says, or the sources where there is none."""
    try:
        return metadata.version("photo2video-widgets")
    except metadata.PackageNotFoundError:
        from . import __version__

        return __version__


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
        "X-Skill-Version": version(),
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


def client_id() -> str:
    """The UUID of this install (`NEMO_CLIENT_ID`, else a file made once, readable by its owner only)."""
    if named := os.environ.get("NEMO_CLIENT_ID", "").strip():
        return named
    file = config_folder() / "client_id"
    return _kept(file) or _made(file, lambda: str(uuid.uuid4()))


def engine_token() -> str:
    """The token of `photo2video serve`: random, in a file made once, readable by its owner only."""
    return kept_engine_token() or _made(config_folder() / "engine_token", lambda: secrets.token_urlsafe(32))


def kept_engine_token() -> str | None:
    """The same, or None where this user never ran `photo2video serve`."""
    return _kept(config_folder() / "engine_token")


def _kept(file: Path) -> str | None:
    try:
        text = file.read_text("ascii", errors="replace").strip()
    except OSError:
        return None
    return text if re.fullmatch(r"[0-9A-Za-z_-]{8,64}", text) else None


def _made(file: Path, make: Callable[[], str]) -> str:
    if file.exists() and not _kept(file):
        file.unlink(missing_ok=True)
    _write_once(file, make())
    return file.read_text("ascii").strip()


def _write_once(file: Path, text: str) -> None:
    """Two processes that start together end up with the same content: the second finds the first one's file."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = file.with_name(f"{file.name}.{uuid.uuid4().hex}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as stream:
        stream.write(text)
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    except OSError:  # a file system without hard links
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
