"""What all tests share: options, and folders that keep the user's own untouched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from photo2video_widgets import settings
from tests.backends import HostedDouble, hosted_double
from tests.engines import engine, photos  # noqa: F401  (fixtures)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--photos", type=Path, help="a folder with real camera files; tests that want them run on it")
    parser.addoption("--torture", action="store_true", help="run the long suites whole")


@pytest.fixture
def camera_photos(request: pytest.FixtureRequest) -> Path:
    """A folder of real camera files; the test is skipped where none is given."""
    folder: Path | None = request.config.getoption("--photos")
    if folder is None:
        pytest.skip("no --photos folder given")
    return folder


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing that a test does reaches the data of whoever runs it, or the hosted service."""
    patch = pytest.MonkeyPatch()
    patch.setenv("P2V_DATA_DIR", str(tmp_path_factory.mktemp("data")))
    patch.setenv("P2V_CONFIG_DIR", str(tmp_path_factory.mktemp("config")))
    patch.setenv("LC_ALL", "C.UTF-8")
    for name in ("NEMO_TOKEN", "NEMO_API_URL", "NEMO_WEB_URL", "NEMO_CLIENT_ID", "SKILL_SOURCE"):
        patch.delenv(name, raising=False)


@pytest.fixture
def hosted() -> Iterator[HostedDouble]:
    """A double of the hosted service; the test fails where it is asked in ways that the service doesn't allow."""
    with hosted_double() as double:
        yield double


@pytest.fixture(autouse=True)
def no_token_of_an_earlier_test() -> None:
    """The next test may find another service at the same port."""
    (settings.config_folder() / "anonymous_tokens").unlink(missing_ok=True)
