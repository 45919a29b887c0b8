"""What all tests share: options, and folders that keep the user's own untouched."""

from __future__ import annotations

from pathlib import Path

import pytest

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
    patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("config")))
    for name in ("NEMO_TOKEN", "NEMO_API_URL", "NEMO_WEB_URL", "NEMO_CLIENT_ID", "SKILL_SOURCE"):
        patch.delenv(name, raising=False)
