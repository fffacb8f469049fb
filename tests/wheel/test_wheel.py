"""The program as it is installed from a wheel: no checkout, no git, no make."""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UV = ROOT / ".venv" / "bin" / "uv"

pytestmark = pytest.mark.wheel


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder of no repository, which the database's own user may pass through."""
    with tempfile.TemporaryDirectory(prefix="goru-wheel-") as made:
        Path(made).chmod(0o755)
        yield Path(made)


@pytest.fixture(scope="module")
def wheel(folder: Path) -> Path:
    subprocess.run([UV, "build", "--quiet", "--wheel", "--out-dir", folder, ROOT], check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def environment(folder: Path) -> dict[str, str]:
    """Node, where this machine has it, and no other program of the machine."""
    programs = folder / "bin"
    programs.mkdir()
    for name in ("node", "npm"):
        if found := shutil.which(name):
            (programs / name).symlink_to(found)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GORU_", "DJANGO_"))}
    kept.pop("DATABASE_URL", None)
    return {**kept, "PATH": str(programs), "GORU_HOME": str(folder / "home")}


def installed(wheel: Path, venv: Path, extras: str) -> Path:
    """The command `goru` of a fresh environment with the versions of the lock."""
    subprocess.run([UV, "venv", "--quiet", venv], check=True)
    lock = [
        part for name in ("requirements", "node") for part in ("--constraints", str(ROOT / f"{name}.lock"))
    ]
    subprocess.run(
        [UV, "pip", "install", "--quiet", "--python", venv / "bin" / "python", *lock, f"{wheel}{extras}"],
        check=True,
    )
    return venv / "bin" / "goru"


def answer(port: int, process: subprocess.Popen[bytes]) -> str:
    """The first page, once there is one."""
    for _second in range(120):
        assert process.poll() is None, "the server ended"
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/") as page:
                return str(page.read().decode())
        except OSError:
            time.sleep(0.5)
    pytest.fail("no page within a minute")


def test_the_core_reads_books_and_says_what_serving_needs(
    wheel: Path, folder: Path, environment: dict[str, str]
) -> None:
    goru = installed(wheel, folder / "core", "")

    check = subprocess.run(
        [goru, "read", ROOT / "tests" / "data" / "small-book.txt"],
        env=environment,
        check=False,
        capture_output=True,
    )
    serve = subprocess.run([goru, "serve"], env=environment, check=False, capture_output=True, text=True)

    assert check.returncode == 0, check.stderr
    assert serve.returncode == 2
    assert "pip install 'goru[web]'" in serve.stderr


def test_the_web_is_set_up_and_serves_the_plan_of_2024(
    wheel: Path, folder: Path, environment: dict[str, str]
) -> None:
    goru = installed(wheel, folder / "web", "[web]" if shutil.which("npm") else "[web,node]")
    subprocess.run([goru, "setup"], env=environment, cwd=folder, check=True)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]

    with subprocess.Popen([goru, "serve"], env={**environment, "PORT": str(port)}, cwd=folder) as server:
        try:
            page = answer(port, server)
        finally:
            server.send_signal(signal.SIGTERM)

    assert "2024" in page
    assert "42.2" in page
