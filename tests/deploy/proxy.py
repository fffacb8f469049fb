"""The proxy of deploy/Caddyfile before a server of this machine, without TLS."""

from __future__ import annotations

import os
import socket
import subprocess
import sysconfig
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CADDY = str(Path(sysconfig.get_path("scripts")) / "caddyserver")
CADDYFILE = Path(__file__).parents[2] / "deploy" / "Caddyfile"


@contextmanager
def proxied(port: int, folder: Path) -> Iterator[int]:
    """While this lasts Caddy serves what listens on `port` on the port it gives; its own files lie in `folder`."""
    ours = free_port()
    variables = {
        **os.environ,
        "GORU_HOST": f"http://:{ours}",
        "PORT": str(port),
        "CADDY_ADMIN": f"unix/{folder / 'admin.sock'}",
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
    }
    command = [CADDY, "run", "--adapter", "caddyfile", "--config", str(CADDYFILE)]
    with subprocess.Popen(command, env=variables, stderr=subprocess.DEVNULL) as caddy:
        try:
            _wait(ours)
            yield ours
        finally:
            caddy.terminate()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    for _try in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError("Caddy does not listen")
