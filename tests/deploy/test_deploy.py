"""What is given to operators is taken by the programs it is for."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from tests.deploy.proxy import CADDY, CADDYFILE, free_port, proxied

DEPLOY = CADDYFILE.parent


class Echo(BaseHTTPRequestHandler):
    """Answers with the headers it was asked with."""

    def do_GET(self) -> None:
        """Answer."""
        said = str(self.headers).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="module")
def proxy(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), Echo) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        with proxied(server.server_port, tmp_path_factory.mktemp("caddy")) as port:
            yield port
        server.shutdown()


def asked(port: int, request: str) -> str:
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(request.encode())
        return b"".join(iter(lambda: connection.recv(65536), b"")).decode()


def test_the_proxy_says_itself_who_asks_and_how(proxy: int) -> None:
    lies = "X-Forwarded-For: 192.0.2.66\r\nX-Forwarded-Proto: https\r\n"

    said = asked(proxy, f"GET / HTTP/1.1\r\nHost: goru.example.kr\r\n{lies}Connection: close\r\n\r\n")

    assert "Host: goru.example.kr" in said
    assert "X-Forwarded-For: 127.0.0.1" in said
    assert "X-Forwarded-Proto: http\n" in said.replace("\r", "")
    assert "192.0.2.66" not in said


def test_while_goru_starts_again_readers_wait(tmp_path: Path) -> None:
    later = free_port()
    answers: list[str] = []
    with proxied(later, tmp_path) as port:
        request = "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
        reader = Thread(target=lambda: answers.append(asked(port, request)))
        reader.start()
        time.sleep(1)
        with HTTPServer(("127.0.0.1", later), Echo) as server:
            server.timeout = 20
            server.handle_request()
            reader.join(timeout=20)

    assert [answer.partition("\r\n")[0] for answer in answers] == ["HTTP/1.1 200 OK"]


@pytest.mark.parametrize("name", ["goru.example.kr", "localhost"])
def test_caddy_takes_its_file_as_it_is(tmp_path: Path, name: str) -> None:
    home = {"XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    command = [CADDY, "validate", "--adapter", "caddyfile", "--config", str(CADDYFILE)]
    checked = subprocess.run(
        command, check=False, env={**os.environ, **home, "GORU_HOST": name}, capture_output=True, text=True
    )

    assert checked.returncode == 0, checked.stderr
    assert '"level":"warn"' not in checked.stderr


def test_systemd_takes_the_units(tmp_path: Path) -> None:
    if not (analyze := shutil.which("systemd-analyze")):
        pytest.skip("this machine has no systemd-analyze")
    units = []
    for unit in sorted(DEPLOY.glob("goru*")):
        units.append(tmp_path / unit.name)
        units[-1].write_text(
            unit.read_text().replace("/opt/goru/bin/goru", shutil.which("true") or "/bin/true")
        )

    checked = subprocess.run([analyze, "verify", *units], check=False, capture_output=True, text=True)

    assert (checked.returncode, checked.stderr) == (0, "")
    assert len(units) == 3
